import type { Link, ResourceAttributes, Verdict } from './wire';

/** Subscription as Partner Center documents it, plus `verdicts`: what may be done now, and why the rest may not. */
export interface Subscription {
  id: string;
  offerId: string;
  offerName: string;
  friendlyName: string;
  productType?: { id: string; displayName: string; subType?: { id: string; displayName: string } };
  quantity: number;
  unitType: string;
  parentSubscriptionId?: string;
  creationDate: string;
  effectiveStartDate: string;
  commitmentEndDate: string;
  commitmentEndDateTime?: string;
  cancellationAllowedUntilDate: string | null;
  billingCycleEndDate?: string;
  billingCycleEndDateTime?: string;
  status: SubscriptionStatus;
  autoRenewEnabled: boolean;
  isTrial: boolean;
  billingType: 'none' | 'usage' | 'license';
  billingCycle: string;
  termDuration?: string;
  renewalTermDuration: string;
  refundOptions: { type: 'Full' | 'Partial'; expiresAt: string }[];
  refundableQuantity?: { totalQuantity: number; details: { quantity: number; allowedUntilDateTime: string }[] };
  isMicrosoftProduct: boolean;
  publisherName: string;
  actions: string[];
  suspensionReasons: string[];
  partnerId: string;
  contractType: string;
  attentionNeeded: boolean;
  attentionReason?: string;
  actionTaken: boolean;
  scheduledNextTermInstructions?: {
    product: {
      productId: string;
      skuId: string;
      availabilityId: string;
      billingCycle: string;
      termDuration: string;
    };
    quantity: number;
  };
  orderId: string;
  verdicts: SubscriptionVerdicts;
  links: Record<string, Link>;
  attributes: ResourceAttributes;
}

export type SubscriptionStatus = 'none' | 'active' | 'pending' | 'suspended' | 'expired' | 'disabled' | 'deleted';

/** One entry per thing that can be asked of a subscription. */
export interface SubscriptionVerdicts {
  rename: Verdict;
  autoRenew: Verdict;
  suspend: Verdict;
  reactivate: Verdict<{ until?: string }>;
}

export type { Verdict };
