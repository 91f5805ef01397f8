/** Everything that can have happened: past tense, with every fact that was true then (price, dates, windows). */
import type { Instant } from '../kernel/calendar';
import type { UnitPrice } from '../kernel/money';
import type { Charge } from './billing/charge';
import type { Cart } from './cart/cart';
import type { BillingCycle, TermDuration } from './catalog/offer';
import type { Customer } from './customers/customer';
import type { BilledSpan } from './billing/spans';
import type { CancellationDetails } from './subscriptions/cancellation';
import type { Order, OrderLine } from './subscriptions/order';
import type {
  Batch,
  NextTerm,
  QuantityFrom,
  StartedSubscription,
  SubscriptionCycle,
  SubscriptionTerm,
  SupportContact,
} from './subscriptions/subscription';
import type { Transition } from './subscriptions/upgrade';
import type { ServiceRequest, SupportAnswer } from './support/service-request';

/** Why a saved change is gone (S0-84, S0-65). */
export type ScheduleRemovalCause =
  | 'byHand'
  | 'autoRenewOff'
  | 'quantityChanged'
  | 'suspended'
  | 'canceled'
  | 'upgraded'
  | 'termChanged'
  | 'converted'
  /** At the renewal it could not be carried out any more. */
  | 'unavailable';

/** How users' licences follow a subscription that became another SKU (S0-83, S0-90, S0-91). */
export type LicenseAssignment = 'automatic' | 'manual';

/** What a renewal changed besides the term. */
export interface TermChange {
  readonly catalogItemId: string;
  readonly friendlyName: string;
  readonly quantity: number;
  /** `null` = the SKU stayed: there was nothing to assign anew. */
  readonly licenses: LicenseAssignment | null;
}

export type PartnerEvent =
  | { readonly type: 'CustomerAdded'; readonly customer: Customer }
  | { readonly type: 'CartSaved'; readonly cart: Cart }
  | { readonly type: 'CartExpired'; readonly cartId: string; readonly customerId: string }
  | {
      readonly type: 'CartOrdered';
      readonly cartId: string;
      readonly customerId: string;
      readonly orderIds: readonly string[];
    }
  | { readonly type: 'OrderPlaced'; readonly order: Order }
  | {
      readonly type: 'SubscriptionStarted';
      readonly subscription: StartedSubscription;
      readonly charge: Charge | null;
    }
  /** A legacy add-on came to the order of its base. */
  | { readonly type: 'OrderLineAdded'; readonly orderId: string; readonly line: OrderLine }
  | {
      readonly type: 'QuantityChanged';
      readonly subscriptionId: string;
      readonly from: number;
      readonly to: number;
      readonly batches: readonly Batch[];
      readonly charges: readonly Charge[];
      /** What stands charged from now on; `null` = as before. */
      readonly billed: readonly BilledSpan[] | null;
      /** Legacy: what the next monthly anniversary will settle. */
      readonly unsettled: QuantityFrom | null;
    }
  /** The money of legacy changes: everything of the running cycle given back and charged anew. */
  | {
      readonly type: 'QuantitySettled';
      readonly subscriptionId: string;
      readonly charges: readonly Charge[];
      readonly billed: readonly BilledSpan[];
    }
  | ({
      readonly type: 'SubscriptionCanceled';
      readonly subscriptionId: string;
      readonly charges: readonly Charge[];
    } & CancellationDetails)
  | { readonly type: 'ResellerChanged'; readonly subscriptionId: string; readonly mpnId: string | null }
  | { readonly type: 'SupportContactChanged'; readonly subscriptionId: string; readonly contact: SupportContact }
  | { readonly type: 'ServiceRequestFiled'; readonly request: ServiceRequest }
  | {
      readonly type: 'ServiceRequestAnswered';
      readonly requestId: string;
      readonly subscriptionId: string;
      readonly answer: SupportAnswer;
    }
  | { readonly type: 'ServiceRequestNoted'; readonly requestId: string; readonly text: string }
  | { readonly type: 'ServiceRequestClosed'; readonly requestId: string }
  /** Support answers a request that it has not answered yet anew. */
  | { readonly type: 'ServiceRequestReopened'; readonly requestId: string; readonly answersAt: Instant | null }
  | { readonly type: 'SubscriptionRenamed'; readonly subscriptionId: string; readonly friendlyName: string }
  | { readonly type: 'AutoRenewChanged'; readonly subscriptionId: string; readonly autoRenew: boolean }
  /** What the next term will be has been saved; it takes the place of what was saved before (S0-76, S0-81). */
  | { readonly type: 'ChangeScheduled'; readonly subscriptionId: string; readonly next: NextTerm }
  /** Saved changes are gone: removed by hand, or by a change mid-term (S0-84). */
  | {
      readonly type: 'SavedChangesRemoved';
      readonly subscriptionId: string;
      readonly scheduled: NextTerm | null;
      readonly nextBilling: BillingCycle | null;
      readonly cause: ScheduleRemovalCause;
    }
  /** From the next billing period on it is billed so; `null` = as now, after all (S0-100). */
  | {
      readonly type: 'BillingChangePlanned';
      readonly subscriptionId: string;
      readonly billingCycle: BillingCycle | null;
    }
  /** The planned billing frequency has begun with a billing period. */
  | {
      readonly type: 'BillingPlanChanged';
      readonly subscriptionId: string;
      readonly term: SubscriptionTerm;
      readonly cycle: SubscriptionCycle;
      readonly unitPrice: UnitPrice;
      readonly charge: Charge;
    }
  /** A new term began mid-term: a longer one (S0-101), or because a legacy order is billed differently (portal 6.5). */
  | {
      readonly type: 'TermChanged';
      readonly subscriptionId: string;
      readonly from: { readonly duration: TermDuration; readonly billingCycle: BillingCycle };
      readonly term: SubscriptionTerm;
      readonly cycle: SubscriptionCycle | null;
      readonly unitPrice: UnitPrice;
      readonly charges: readonly Charge[];
      readonly billed: readonly BilledSpan[];
    }
  /** It is another SKU from now on, and the same subscription (S0-90). */
  | {
      readonly type: 'SubscriptionUpgraded';
      readonly subscriptionId: string;
      readonly fromCatalogItemId: string;
      readonly catalogItemId: string;
      readonly friendlyName: string;
      readonly fromQuantity: number;
      readonly quantity: number;
      readonly term: SubscriptionTerm;
      readonly cycle: SubscriptionCycle | null;
      readonly unitPrice: UnitPrice;
      readonly licenses: LicenseAssignment;
      readonly charges: readonly Charge[];
      readonly billed: readonly BilledSpan[];
    }
  /** Licences left for another subscription; with the last one it ends (S0-86, S0-92). */
  | {
      readonly type: 'LicensesMovedOut';
      readonly subscriptionId: string;
      readonly toSubscriptionId: string;
      readonly moved: number;
      readonly left: number;
      readonly batches: readonly Batch[];
      readonly charges: readonly Charge[];
      readonly billed: readonly BilledSpan[];
    }
  /** Licences came from another subscription; it keeps its term and billing (S0-86). */
  | {
      readonly type: 'LicensesMovedIn';
      readonly subscriptionId: string;
      readonly fromSubscriptionId: string;
      readonly moved: number;
      readonly to: number;
      readonly batches: readonly Batch[];
      readonly charges: readonly Charge[];
      readonly billed: readonly BilledSpan[];
    }
  /** The upgrade as the API tells of it afterwards. */
  | { readonly type: 'TransitionMade'; readonly subscriptionId: string; readonly transition: Transition }
  | { readonly type: 'OrderBillingChanged'; readonly orderId: string; readonly billingCycle: BillingCycle }
  | { readonly type: 'LicensesAssigned'; readonly subscriptionId: string }
  | { readonly type: 'SetUpConfirmed'; readonly subscriptionId: string }
  /** Both steps of the publisher are done: from here on it is active and billed (S2-21). */
  | {
      readonly type: 'SubscriptionActivated';
      readonly subscriptionId: string;
      readonly term: SubscriptionTerm;
      readonly cycle: SubscriptionCycle | null;
      readonly charge: Charge | null;
    }
  | {
      readonly type: 'CycleStarted';
      readonly subscriptionId: string;
      readonly cycle: SubscriptionCycle;
      readonly charge: Charge | null;
    }
  | {
      readonly type: 'TermRenewed';
      readonly subscriptionId: string;
      readonly term: SubscriptionTerm;
      readonly cycle: SubscriptionCycle | null;
      readonly unitPrice: UnitPrice;
      /** What was saved for this term and is true from now on. */
      readonly change?: TermChange;
      readonly charge: Charge | null;
    }
  | {
      readonly type: 'TrialConverted';
      readonly subscriptionId: string;
      readonly catalogItemId: string;
      readonly term: SubscriptionTerm;
      readonly cycle: SubscriptionCycle | null;
      readonly unitPrice: UnitPrice;
      /** Licences from now on, where somebody chose them; otherwise those of the trial. */
      readonly quantity?: number;
      /** Somebody did it before its end. */
      readonly byHand?: true;
      readonly charge: Charge | null;
    }
  | {
      readonly type: 'SubscriptionSuspended';
      readonly subscriptionId: string;
      readonly deletedAt: Instant;
      readonly autoRenew: boolean;
      /** A legacy add-on whose base was suspended. */
      readonly withBase: boolean;
      readonly charges: readonly Charge[];
    }
  | { readonly type: 'SubscriptionReactivated'; readonly subscriptionId: string; readonly charge: Charge | null }
  | { readonly type: 'SubscriptionExpired'; readonly subscriptionId: string }
  | { readonly type: 'SubscriptionDisabled'; readonly subscriptionId: string }
  | {
      readonly type: 'SubscriptionDeleted';
      readonly subscriptionId: string;
      readonly cause: 'suspendedTooLong' | 'disabledTooLong' | 'termEnded' | 'trialEnded' | 'baseEnded';
    }
  | { readonly type: 'AccessRefused'; readonly action: string; readonly customerId?: string };

/** The lines of money that came with an event. */
export function chargesOf(event: PartnerEvent): readonly Charge[] {
  if ('charges' in event) return event.charges;
  return 'charge' in event && event.charge ? [event.charge] : [];
}
