/** Every reason why nothing happened: a state of affairs with its facts, never a sentence. */
import type { Instant, PlainDate } from '../kernel/calendar';
import type { BillingCycle, Commerce, Offer, Segment, TermDuration } from './catalog/offer';
import type { RoleMissing } from './partner/roles';
import type { SubscriptionStatus } from './subscriptions/subscription';

export type Refusal =
  | RoleMissing
  | { readonly type: 'CustomerNotFound'; readonly customerId: string }
  | { readonly type: 'CartNotFound'; readonly cartId: string }
  | { readonly type: 'CartExpired'; readonly cartId: string; readonly expiredAt: Instant }
  | { readonly type: 'CartOrdered'; readonly cartId: string }
  | { readonly type: 'CartEmpty'; readonly cartId: string }
  | {
      readonly type: 'CartHasErrors';
      readonly lines: readonly { readonly line: number; readonly refusal: LineRefusal }[];
    }
  | { readonly type: 'LineRefused'; readonly line: number; readonly refusal: LineRefusal }
  | { readonly type: 'OrderNotFound'; readonly orderId: string }
  | { readonly type: 'InvoiceNotFound'; readonly invoiceId: string }
  | { readonly type: 'SubscriptionNotFound'; readonly subscriptionId: string }
  | { readonly type: 'AuthorizationCodeUnknown'; readonly authorizationCode: string }
  | { readonly type: 'SubscriptionDeleted'; readonly subscriptionId: string }
  | {
      readonly type: 'ChangeNotSupported';
      readonly what: 'offer';
    }
  /** Only new commerce saves changes for its next term (portal 6.2). */
  | { readonly type: 'ScheduleNotOffered'; readonly commerce: Commerce }
  | { readonly type: 'ScheduleNeedsActive'; readonly status: SubscriptionStatus }
  | { readonly type: 'ScheduleNeedsAutoRenew' }
  /** The SKU is none of those that this subscription can become. */
  | { readonly type: 'NotAnUpgrade'; readonly catalogItemId: string }
  | {
      readonly type: 'UpgradeNotOffered';
      readonly because: 'commerce' | 'notActive' | 'noPath' | 'legacyOnly' | 'addOns' | 'trial';
      readonly status: SubscriptionStatus;
    }
  /** The customer holds as many of the target as it may. */
  | { readonly type: 'UpgradeLimit'; readonly offer: string }
  /** The customer has the target, or a service of it, already (legacy upgrades; portal 6.4). */
  | { readonly type: 'UpgradeConflict'; readonly offer: string; readonly subscriptionId: string }
  /** Why licences cannot go to an existing subscription. */
  | {
      readonly type: 'TargetRefused';
      readonly because:
        'same' | 'otherItem' | 'notActive' | 'inWindow' | 'termShorter' | 'endsEarlier' | 'full' | 'trial';
      readonly subscriptionId: string;
    }
  /** A part of the licences that would leave the source with fewer than its offer allows. */
  | { readonly type: 'TooFewLeft'; readonly left: number; readonly min: number }
  /** A part of the licences keeps the term of the source (S0-93). */
  | { readonly type: 'PartialKeepsTerm' }
  | {
      readonly type: 'TermShorter';
      readonly from: TermDuration;
      readonly to: TermDuration;
      /** Asked for with an upgrade. */
      readonly upgrading?: true;
    }
  /** No billing period follows: the subscription ends with this one. */
  | { readonly type: 'NoNextPeriod'; readonly endsOn: PlainDate | null }
  | { readonly type: 'PlanNeedsActive'; readonly status: SubscriptionStatus }
  | { readonly type: 'NoLongerTerm'; readonly termDuration: TermDuration }
  /** There is one way only to be billed for such a term. */
  | { readonly type: 'OnlyFrequency'; readonly termDuration: TermDuration; readonly billingCycle: BillingCycle }
  /** Legacy: the billing frequency belongs to the order (portal 6.5). */
  | { readonly type: 'FrequencyByOrder' }
  | { readonly type: 'TrialPlanFixed'; readonly what: 'billingCycle' | 'termDuration' }
  | { readonly type: 'PlanFixed'; readonly what: 'billingCycle' | 'termDuration'; readonly commerce: Commerce }
  /** Why an order cannot be billed differently, and which of its subscriptions stand in the way. */
  | {
      readonly type: 'OrderBillingRefused';
      readonly because: 'notLegacy' | 'notActive' | 'trial' | 'notOffered' | 'mixed';
      readonly subscriptionIds: readonly string[];
    }
  /** No licences are counted, or their number was bought for good. */
  | { readonly type: 'QuantityFixed' }
  | { readonly type: 'TrialQuantityFixed'; readonly quantity: number }
  | { readonly type: 'QuantityNeedsActive'; readonly status: SubscriptionStatus }
  | QuantityOutOfRange
  /** The window to take licences away is closed (S0-98); support may still help with those added mid-term. */
  | {
      readonly type: 'ReductionClosed';
      readonly windowHours: number;
      readonly closedAt: Instant | null;
      readonly renewsAt: Instant | null;
      readonly supportCount: number;
      readonly supportUntilAt: Instant | null;
    }
  /** The window is open, for fewer licences than that. */
  | {
      readonly type: 'ReductionTooLarge';
      readonly by: number;
      readonly refundable: number;
      readonly supportCount: number;
      readonly supportUntilAt: Instant | null;
    }
  | {
      readonly type: 'CancellationClosed';
      readonly commerce: Commerce;
      readonly hours?: number;
      readonly days?: number;
      readonly closedAt: Instant;
    }
  | {
      readonly type: 'CancellationNotOffered';
      readonly because: 'suspendInstead' | 'usage' | 'elsewhere' | 'subscription' | 'never' | 'upgraded';
    }
  | {
      readonly type: 'ConversionNotOffered';
      readonly because: 'notATrial' | 'byItself' | 'endsUnpaid' | 'noTarget' | 'limit';
    }
  | TermNotOffered
  | BaseNotActive
  /** New commerce, marketplace, trials and add-ons carry no add-ons of the legacy kind. */
  | { readonly type: 'AddOnsNotOffered' }
  | ResellerUnknown
  | ResellerNotAllowed
  /** Only an indirect provider has others who could answer the customer. */
  | { readonly type: 'SupportContactFixed' }
  | { readonly type: 'ServiceRequestNotFound'; readonly requestId: string }
  /** What support answers to a request that comes too late or asks for too much (decisions 36). */
  | {
      readonly type: 'SupportDeclines';
      readonly by: number;
      readonly possible: number;
      readonly windowHours: number;
    }
  | { readonly type: 'AutoRenewFixed' }
  /** It is over and renews no more. */
  | { readonly type: 'TermEnded'; readonly endsOn: PlainDate | null }
  | { readonly type: 'StatusChangeRefused'; readonly from: SubscriptionStatus; readonly to: SubscriptionStatus }
  | { readonly type: 'SetUpUnfinished'; readonly publisher: string }
  | { readonly type: 'DomainTaken'; readonly domain: string }
  | { readonly type: 'MarketUnknown'; readonly country: string }
  | { readonly type: 'NameRefused'; readonly name: string }
  | { readonly type: 'RegistrationNumberMissing'; readonly country: string }
  | { readonly type: 'PhoneNumberMissing'; readonly country: string }
  | PurchaseRefusal;

/** Why nothing at all can be sold to a customer now. */
export type PurchaseRefusal =
  | { readonly type: 'PartnerRestricted' }
  | { readonly type: 'PartnerCannotBuy' }
  | { readonly type: 'AgreementMissing'; readonly customerId: string };

/** Why an offer cannot be bought by a customer now (portal 3.4). */
export type Unavailable =
  | { readonly type: 'OnePerCustomer'; readonly subscriptionId: string }
  | { readonly type: 'SuspendedExists'; readonly subscriptionId: string }
  | { readonly type: 'PublisherCountry'; readonly country: string }
  | { readonly type: 'NotInCsp' }
  | { readonly type: 'Exclusive'; readonly publisher: string; readonly site: string | null }
  | { readonly type: 'NotTransactable'; readonly container: boolean }
  | { readonly type: 'AddOnWithoutBase'; readonly bases: readonly Offer[] }
  | { readonly type: 'SoldWithBaseOnly' }
  | {
      readonly type: 'OfferLimit';
      readonly count: number;
      readonly scope: 'Lifetime' | 'Concurrent';
      readonly held: number;
      readonly subscriptionId: string | null;
    }
  | { readonly type: 'TrialOfOwned'; readonly subscriptionId: string }
  | { readonly type: 'SegmentNotQualified'; readonly segments: readonly Segment[] }
  | { readonly type: 'MarketNotServed'; readonly country: string }
  | { readonly type: 'PreviewNeeded' }
  | { readonly type: 'ReservationMarket'; readonly country: string }
  | { readonly type: 'ReservationNeedsAzure' };

/** Why a line of a cart or an order cannot be bought. */
export type LineRefusal =
  | Unavailable
  | RoleMissing
  | { readonly type: 'ItemUnknown'; readonly catalogItemId: string }
  | QuantityOutOfRange
  | TermNotOffered
  | { readonly type: 'CurrencyRefused'; readonly currency: string; readonly expected: string }
  | ResellerUnknown
  | ResellerNotAllowed
  | BaseNotActive
  /** A legacy add-on that was not made for this base, or is not sold where the customer is (S0-37). */
  | { readonly type: 'AddOnNotRelated'; readonly offer: string; readonly base: string }
  /** A cart names a base for an add-on that the customer does not have. */
  | { readonly type: 'BaseUnknown'; readonly subscriptionId: string }
  | { readonly type: 'AzureSubscriptionUnknown'; readonly subscriptionId: string };

export interface QuantityOutOfRange {
  readonly type: 'QuantityOutOfRange';
  readonly quantity: number;
  readonly min: number;
  readonly max: number;
}

export interface TermNotOffered {
  readonly type: 'TermNotOffered';
  readonly termDuration: TermDuration;
  readonly billingCycle: BillingCycle;
  readonly choices: readonly { readonly termDuration: TermDuration; readonly billingCycle: BillingCycle }[];
}

/** A legacy add-on lives only on an active base (S0-32, S0-38). */
export interface BaseNotActive {
  readonly type: 'BaseNotActive';
  readonly subscriptionId: string;
}

export interface ResellerUnknown {
  readonly type: 'ResellerUnknown';
  readonly mpnId: string;
}

/** Only indirect providers sell through resellers. */
export interface ResellerNotAllowed {
  readonly type: 'ResellerNotAllowed';
}
