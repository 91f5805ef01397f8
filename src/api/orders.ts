import type { Link, ResourceAttributes } from './wire';

export interface OrderLineItem {
  lineItemNumber: number;
  offerId: string;
  subscriptionId?: string;
  parentSubscriptionId?: string;
  friendlyName?: string;
  quantity: number;
  termDuration?: string;
  transactionType: string;
  partnerIdOnRecord?: string;
  provisioningContext?: Record<string, string>;
  renewsTo?: { termDuration: string };
  pricing?: { listPrice: number; price: number; extendedPrice: number };
  links: Record<string, Link>;
}

export interface Order {
  id: string;
  alternateId: string;
  referenceCustomerId: string;
  billingCycle: string;
  currencyCode: string;
  currencySymbol: string;
  lineItems: OrderLineItem[];
  creationDate: string;
  status: string;
  transactionType: string;
  totalPrice?: number;
  links: { self: Link; provisioningStatus: Link; patchOperation: Link };
  client: Record<string, string>;
  attributes: ResourceAttributes;
}

export interface ProvisioningStatus {
  lineItemNumber: number;
  status: 'Fulfilled' | 'Unfulfilled' | 'PrefulfillmentPending';
  quantityProvisioningInformation: { quantity: number; status: string }[];
}

export interface ActivationLink {
  lineItemNumber: number;
  link: Link;
}
