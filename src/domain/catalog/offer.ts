import type { CurrencyCode } from '../../kernel/money';

/** Through which programme an offer is sold; it decides every later rule. */
export type Commerce = 'legacy' | 'newCommerce' | 'marketplace' | 'software' | 'reservation' | 'azurePlan';

export type Segment = 'Commercial' | 'Education' | 'Government' | 'Nonprofit';

/** Commitment: one, twelve, thirty-six months; `none` for a perpetual licence or a plan without term. */
export type TermDuration = 'P1M' | 'P1Y' | 'P3Y' | 'none';

/** As on the wire (rest-api.md 3.4); `None` for trials and usage. */
export type BillingCycle = 'Monthly' | 'Annual' | 'Triennial' | 'OneTime' | 'None';

/** One way to buy an offer: a commitment, how it is billed, and what a licence costs. */
export interface Term {
  readonly termDuration: TermDuration;
  readonly billingCycle: BillingCycle;
  /** Decimal text in `currency`, for one licence and the span `per`. */
  readonly price: string;
  readonly currency: CurrencyCode;
  /** What the price buys: a month, a year, or the whole term at once. */
  readonly per: 'month' | 'year' | 'once';
}

export interface Publisher {
  readonly name: string;
  readonly kind: 'microsoft' | 'partner';
  /** The publisher's own site (marketplace): where the personal link leads. */
  readonly site?: string;
}

/** How often one customer may hold the offer (portal.md 3.5): ever, or at the same time. */
export interface OwnershipLimit {
  readonly count: number;
  readonly scope: 'Lifetime' | 'Concurrent';
}

/** A free period before the paid one (portal.md 6.6). */
export interface Trial {
  readonly days: number;
  /** Licences of the trial, where they are fixed (25 for Microsoft's). */
  readonly quantity?: number;
  /** `key` of the paid offer that it becomes. */
  readonly convertsTo?: string;
}

/** What the publisher must do before a marketplace subscription is active and billed (portal.md 7). */
export interface Activation {
  /** `publisher`: licences assigned and set-up confirmed by the publisher. */
  readonly by: 'publisher';
  /** The publisher refuses changes until set-up is finished (S2-11). */
  readonly blocksChanges?: boolean;
}

export interface Software {
  readonly kind: 'perpetual' | 'subscription';
  readonly versions: readonly string[];
  readonly languages: readonly string[];
  readonly bits: readonly string[];
  /** Days after purchase in which the purchase can be cancelled; 0 = never (SUSE, Red Hat: S3-25). */
  readonly cancelWindowDays: number;
}

/** The product type that the catalog filters by. */
export type ProductType =
  | 'OnlineServices'
  | 'OnlineServicesNCE'
  | 'NewCommerceAddOn'
  | 'SaaS'
  | 'Container'
  | 'SoftwareSubscription'
  | 'PerpetualSoftware'
  | 'Reservation'
  | 'AzurePlan';

/**
 * One thing that a partner can sell: a SKU of a product, or a legacy offer. Field names are those of scenario files
 * (decisions.md).
 */
export interface Offer {
  /** Name of the offer inside its scenario; unique. */
  readonly key: string;
  readonly commerce: Commerce;
  /** Modern offers: the three parts of the catalog item id `productId:skuId:availabilityId`. */
  readonly productId?: string;
  readonly skuId?: string;
  readonly availabilityId?: string;
  /** Legacy offers: their GUID. */
  readonly offerId?: string;
  readonly title: string;
  /** The product that the SKU belongs to, where its name differs from the SKU's. */
  readonly productTitle?: string;
  readonly description?: string;
  readonly publisher: Publisher;
  readonly billingType: 'license' | 'usage';
  readonly category: 'Enterprise' | 'SmallBusiness' | 'Trial';
  /** Family for grouping money: Microsoft 365, Dynamics 365, Azure, Windows, SQL Server, Marketplace … */
  readonly productFamily?: string;
  readonly segments: readonly Segment[];
  /** Every valid pair of term and billing cycle; empty for usage without a price in advance. */
  readonly terms: readonly Term[];
  /** Licences that one subscription may hold; absent where there is no count (usage). */
  readonly quantity?: { readonly min: number; readonly max: number };
  readonly trial?: Trial;
  /** `key`s of the base offers of which the customer must hold one (400041 when none). */
  readonly addOnOf?: readonly string[];
  /** `key`s of the offers that a subscription may be upgraded to. */
  readonly upgradeTargets?: readonly string[];
  readonly limit?: OwnershipLimit;
  /** Customer countries in which it is sold (ISO 3166 alpha-2); absent = everywhere. */
  readonly countries?: readonly string[];
  readonly excludedCountries?: readonly string[];
  /** MPN ids of the partners that the publisher chose; absent = everybody. */
  readonly exclusiveToPartner?: readonly string[];
  /** Marketplace: whether the publisher offers it to CSP; absent = yes. */
  readonly inCsp?: boolean;
  /** Whether it can be bought here; containers and some usage-based offers cannot (S0-22); absent = yes. */
  readonly transactable?: boolean;
  readonly activation?: Activation;
  /** Microsoft only sells it with its own container or metering engine; shown as such. */
  readonly container?: boolean;
  readonly metered?: boolean;
  readonly software?: Software;
  readonly reservation?: { readonly resource: string; readonly region: string };
  /** How a purchase can be taken back, where the offer differs from the rule of its commerce. */
  readonly cancellation?: { readonly windowHours: number; readonly refund: 'full' | 'prorated' };
}

/** `productId:skuId:availabilityId`, or a legacy offer's GUID: the id that carts and orders use. */
export function catalogItemIdOf(offer: Offer): string {
  return offer.offerId ?? `${offer.productId}:${offer.skuId}:${offer.availabilityId}`;
}

/** Microsoft's own offers against those of the commercial marketplace (S0-13). */
export function isMicrosoft(offer: Offer): boolean {
  return offer.publisher.kind === 'microsoft';
}

/** The words of the Product type filter; derived, so that no offer can contradict itself. */
export function productTypeOf(offer: Offer): ProductType {
  switch (offer.commerce) {
    case 'legacy':
      return 'OnlineServices';
    case 'newCommerce':
      return offer.addOnOf ? 'NewCommerceAddOn' : 'OnlineServicesNCE';
    case 'marketplace':
      return offer.container ? 'Container' : 'SaaS';
    case 'software':
      return offer.software?.kind === 'perpetual' ? 'PerpetualSoftware' : 'SoftwareSubscription';
    case 'reservation':
      return 'Reservation';
    case 'azurePlan':
      return 'AzurePlan';
  }
}

/** The tab under which the catalog lists it; S0 puts ISV SaaS under Online services. */
export function tabOf(offer: Offer): 'onlineServices' | 'software' | 'azure' {
  if (offer.commerce === 'software') return 'software';
  return offer.commerce === 'reservation' || offer.commerce === 'azurePlan' ? 'azure' : 'onlineServices';
}
