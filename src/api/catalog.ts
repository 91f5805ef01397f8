import type { Link, ResourceAttributes } from './wire';

export interface Product {
  id: string;
  title: string;
  description: string;
  productType: { id: string; displayName: string; subType?: { id: string; displayName: string } };
  isMicrosoftProduct: boolean;
  publisherName: string;
  links: { skus: Link; self: Link };
}

export interface Sku {
  id: string;
  productId: string;
  title: string;
  description: string;
  minimumQuantity: number;
  maximumQuantity: number;
  isTrial: boolean;
  supportedBillingCycles: string[];
  purchasePrerequisites: string[];
  inventoryVariables: string[];
  provisioningVariables: string[];
  actions: string[];
  dynamicAttributes: Record<string, unknown>;
  links: { availabilities: Link; self: Link };
}

export interface AvailabilityTerm {
  id: string;
  duration: string;
  description: string;
  billingCycle: string;
  cancellationPolicies: { refundOptions: { sequenceId: number; type: 'Full' | 'Partial'; expiresAfter: string }[] }[];
}

export interface Availability {
  id: string;
  productId: string;
  skuId: string;
  catalogItemId: string;
  defaultCurrency: { code: string; symbol: string };
  segment: string;
  country: string;
  isPurchasable: boolean;
  isRenewable: boolean;
  renewalInstructions: {
    applicableTermIds: string[];
    renewalOptions: { renewToId: string; isAutoRenewable: boolean }[];
  }[];
  terms: AvailabilityTerm[];
  product?: Product;
  sku?: Sku;
  links: { self: Link };
}

/** A legacy offer (`/v1/offers`). */
export interface LegacyOffer {
  id: string;
  name: string;
  description: string;
  minimumQuantity: number;
  maximumQuantity: number;
  rank: number;
  uri: string;
  locale: string;
  country: string;
  category: { id: string; name: string; rank: number; locale: string; country: string; attributes: ResourceAttributes };
  limitUnitOfMeasure: string;
  limit: number;
  prerequisiteOffers: string[];
  isAddOn: boolean;
  hasAddOns: boolean;
  isAvailableForPurchase: boolean;
  billing: 'license' | 'usage';
  supportedBillingCycles: string[];
  isAutoRenewable: boolean;
  isInternal: boolean;
  isTrial: boolean;
  partnerQualifications: string[];
  resellerQualifications: string[];
  reselleeQualifications: string[];
  unitType: string;
  upgradeTargetOffers: string[];
  conversionTargetOffers: string[];
  links: { learnMore?: Link; self: Link };
  attributes: ResourceAttributes;
}

export interface InventoryAnswer {
  productId: string;
  skuId: string;
  isRestricted: boolean;
  restrictions: { reasonCode: string; description: string; properties: Record<string, unknown> }[];
}
