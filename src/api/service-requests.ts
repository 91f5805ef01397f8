import type { ResourceAttributes } from './wire';

/** A request to support as Partner Center documents it; `subscriptionId` and `reduceBy` are the simulation's. */
export interface ServiceRequest {
  id: string;
  title: string;
  description: string;
  severity: string;
  supportTopicId: number;
  supportTopicName: string;
  status: 'open' | 'closed';
  organization: { id: string; name: string };
  primaryContact: { firstName: string; lastName: string; email: string; phoneNumber: string };
  createdDate: string;
  lastModifiedDate: string;
  /** `0001-01-01T00:00:00` while it is open. */
  lastClosedDate: string;
  notes: { createdByName: string; createdDate: string; text: string }[];
  subscriptionId?: string;
  reduceBy?: number;
  attributes: ResourceAttributes;
}

export interface SupportTopic {
  id: number;
  name: string;
  description: string;
  attributes: ResourceAttributes;
}
