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
  hasPurchasableAddons?: boolean;
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
  scheduledNextTermInstructions?: TermInstructions;
  /** The billing frequency from the next billing period on. */
  nextChargeInstructions?: TermInstructions;
  orderId: string;
  verdicts: SubscriptionVerdicts;
  links: Record<string, Link>;
  attributes: ResourceAttributes;
}

export type SubscriptionStatus = 'none' | 'active' | 'pending' | 'suspended' | 'expired' | 'disabled' | 'deleted';

/** What a term to come is of (REST API 6.4). */
export interface TermInstructions {
  product: {
    productId: string;
    skuId: string;
    availabilityId: string;
    billingCycle: string;
    termDuration: string;
  };
  quantity: number;
}

/** One entry per thing that can be asked of a subscription. */
export interface SubscriptionVerdicts {
  rename: Verdict;
  autoRenew: Verdict;
  suspend: Verdict;
  reactivate: Verdict<{ until?: string }>;
  /** `upTo`: how many licences may be added. */
  increaseQuantity: Verdict<{ upTo: number }>;
  /** `upTo`: how many licences may be taken away; `until`: exclusive, where a window limits it. */
  reduceQuantity: Verdict<{ upTo: number; until?: string }>;
  /** `until` is exclusive; `refund` is what would be given back now. */
  cancel: Verdict<{ until: string; refund: 'full' | 'prorated' }>;
  convertTrial: Verdict;
  /** Whether changes can be saved for the next term; which ones, tells `…/renewal` of the dashboard. */
  schedule: Verdict;
  upgrade: Verdict;
  /** Of the billing frequency alone, from the next billing period on. */
  changeFrequency: Verdict;
  /** To a longer term that begins at once. */
  changeTerm: Verdict;
  /** Whether a reseller can be named or taken away. */
  changeReseller: Verdict;
  changeSupportContact: Verdict;
  /** Whether add-ons can be put on it. */
  buyAddOns: Verdict;
}

/** `GET`/`POST …/conversions`: what a legacy trial can become. */
export interface Conversion {
  offerId: string;
  targetOfferId: string;
  orderId: string;
  quantity: number;
  billingCycle: string;
  attributes: ResourceAttributes;
}

export interface ConversionResult {
  subscriptionId: string;
  offerId: string;
  targetOfferId: string;
  attributes: ResourceAttributes;
}

export interface TransitionError {
  code: number;
  description: string;
}

/** `GET …/transitionEligibilities`: one SKU that it can, or cannot, become (REST API 6.8). */
export interface TransitionEligibility {
  operationId: string;
  catalogItemId: string;
  title: string;
  description: string;
  quantity: number;
  eligibilities: { isEligible: boolean; transitionType: string; errors: TransitionError[] }[];
  /** Existing subscriptions that licences could join; empty for trials and for what is scheduled. */
  subscriptionEligibilities: {
    isEligible: boolean;
    subscriptionId: string;
    subscriptionFriendlyName: string;
    subscriptionTermDuration: string;
    subscriptionBillingCycle: string;
    errors: TransitionError[];
  }[];
  attributes: ResourceAttributes;
}

/** `GET`/`POST …/transitions` */
export interface Transition {
  operationId: string;
  fromCatalogItemId: string;
  fromSubscriptionId: string;
  toCatalogItemId: string;
  toSubscriptionId: string;
  quantity: number;
  transitionType: string;
  events: { name: string; status: string; timestamp: string; errors: TransitionError[] }[];
  attributes: ResourceAttributes;
}

/** `GET`/`POST …/upgrades` of a legacy subscription (REST API 6.7). */
export interface Upgrade {
  targetOffer: { id: string; name: string };
  upgradeType: 'none' | 'upgrade_only' | 'upgrade_with_license_transfer';
  isEligible: boolean;
  quantity: number;
  upgradeErrors: { code: number; description: string; additionalDetails: string }[];
  attributes: ResourceAttributes;
}

export interface UpgradeResult {
  sourceSubscriptionId: string;
  targetSubscriptionId: string;
  upgradeType: number;
  upgradeErrors: Upgrade['upgradeErrors'];
  licenseErrors: never[];
  attributes: ResourceAttributes;
}

/** `GET`/`PUT …/supportcontact` */
export interface SupportContact {
  supportTenantId: string;
  supportMpnId: string;
  name: string;
  links: Record<string, Link>;
  attributes: ResourceAttributes;
}

export type { Verdict };
