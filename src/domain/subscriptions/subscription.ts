import { addDays, addMonths, dateOf, startOf, type Instant, type PlainDate } from '../../kernel/calendar';
import type { UnitPrice } from '../../kernel/money';
import { cycleMonths, monthsOf } from '../billing/charge';
import type { BilledSpan } from '../billing/spans';
import type { BillingCycle, Commerce, TermDuration } from '../catalog/offer';
import type { RulesEdition } from '../rules/edition';

export type SubscriptionStatus = 'pending' | 'active' | 'suspended' | 'expired' | 'disabled' | 'deleted';

/**
 * The running commitment. Periods are counted from the anchor and clamped once, never chained: `fromMonth` months after
 * the anchor this term began. A trial counts days instead (`months` 0).
 */
export interface SubscriptionTerm {
  readonly anchor: PlainDate;
  readonly fromMonth: number;
  readonly duration: TermDuration;
  readonly billingCycle: BillingCycle;
  readonly startsOn: PlainDate;
  /** Last day, inclusive; `null` where a licence or plan never ends. */
  readonly endsOn: PlainDate | null;
  /** When the purchase or the renewal that opened the term was completed: windows count from here (portal 10-21). */
  readonly openedAt: Instant;
  /** An upgrade or a change of term made it what it is: nothing of it can be given back (portal 6.4). */
  readonly upgraded?: true;
}

/** The running billing period; inclusive at both ends. */
export interface SubscriptionCycle {
  readonly fromMonth: number;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
}

/** Licences that came together; a window belongs to a batch (S0-95, S0-96). */
export interface Batch {
  readonly quantity: number;
  readonly addedAt: Instant;
  readonly kind: 'purchase' | 'renewal' | 'midTerm' | 'upgrade';
}

/** Who answers for the customer's questions: the provider itself or one of its resellers (portal 4.2). */
export interface SupportContact {
  readonly mpnId: string;
  readonly name: string;
}

export interface SetUp {
  readonly authorizationCode: string;
  readonly licensesAssignedAt: Instant | null;
  readonly confirmedAt: Instant | null;
}

export interface Subscription {
  readonly id: string;
  readonly customerId: string;
  readonly orderId: string;
  readonly orderLine: number;
  readonly catalogItemId: string;
  readonly commerce: Commerce;
  readonly friendlyName: string;
  /** `null` where nothing is counted (usage). */
  readonly quantity: number | null;
  readonly batches: readonly Batch[];
  readonly status: SubscriptionStatus;
  readonly createdAt: Instant;
  /** When the present status began. */
  readonly statusSince: Instant;
  readonly term: SubscriptionTerm;
  readonly cycle: SubscriptionCycle | null;
  /** Price of one licence for one billing cycle of this term. */
  readonly unitPrice: UnitPrice;
  readonly autoRenew: boolean;
  /** In its free period; `convertsTo` is the paid term that follows. */
  readonly trial: { readonly convertsTo: PaidTerm | null } | null;
  readonly resellerMpnId?: string | undefined;
  readonly supportContact?: SupportContact;
  readonly azureSubscriptionId?: string;
  readonly setUp?: SetUp;
  /** What has been saved for the next term (S0-76); `null` = it renews as it is. */
  readonly scheduled: NextTerm | null;
  /** The billing frequency from the next billing period on (S0-100); `null` = as it is. */
  readonly nextBilling: BillingCycle | null;
  /** The saved change that the last change mid-term deleted (S0-84): it can be saved again. */
  readonly lapsed: NextTerm | null;
  /** Made by an upgrade of a part: the subscription whose licences these were (S0-93). */
  readonly upgradedFrom?: string;
  /** A legacy add-on: the base subscription that it stands on (S0-32). */
  readonly parentId?: string;
  /** A legacy add-on that was suspended by its base and comes back with it (portal 10-6). */
  readonly suspendedWithBase?: boolean;
  /** Somebody cancelled it; final (S0-69). */
  readonly canceled?: boolean;
  /** What stands charged for the running cycle, day by day; empty where nothing is owed. */
  readonly billed: readonly BilledSpan[];
  /** Legacy: changes of the licence count that are settled on the next monthly anniversary (decisions 25). */
  readonly unsettled: readonly QuantityFrom[];
  /** While suspended: the instant at which the data is deleted for good. */
  readonly deletedAt: Instant | null;
  /** Number of the event that made it; orders due work of one instant. */
  readonly number: number;
}

/** From this day on, so many licences (billing examples, finding 3). */
export interface QuantityFrom {
  readonly on: PlainDate;
  readonly quantity: number;
}

/** What a purchase or an add-on knows of it when it starts; the rest is counted from then on. */
export type StartedSubscription = Omit<Subscription, keyof typeof AT_FIRST | 'number'>;

/** How every subscription begins: nothing billed, nothing waiting. */
export const AT_FIRST = { billed: [], unsettled: [], scheduled: null, nextBilling: null, lapsed: null } as const;

/** The paid commitment that a trial turns into. */
export interface PaidTerm {
  readonly catalogItemId: string;
  readonly duration: TermDuration;
  readonly billingCycle: BillingCycle;
}

/** A whole term to come: what it is of, for how many, how long, and how it is billed. */
export interface NextTerm extends PaidTerm {
  readonly quantity: number;
}

/** The days of term or cycle `fromMonth … fromMonth + months` after an anchor (billing examples, finding 2). */
export function periodFrom(
  anchor: PlainDate,
  fromMonth: number,
  months: number,
): { startsOn: PlainDate; endsOn: PlainDate } {
  return { startsOn: addMonths(anchor, fromMonth), endsOn: addDays(addMonths(anchor, fromMonth + months), -1) };
}

/** Opens a term (and its first cycle) `fromMonth` months after the anchor. */
export function openTerm(
  anchor: PlainDate,
  fromMonth: number,
  duration: TermDuration,
  billingCycle: BillingCycle,
  openedAt: Instant,
): { term: SubscriptionTerm; cycle: SubscriptionCycle | null } {
  const months = monthsOf(duration);
  if (months === 0) {
    return {
      term: { anchor, fromMonth, duration, billingCycle, startsOn: anchor, endsOn: null, openedAt },
      cycle: null,
    };
  }
  const term = { anchor, fromMonth, duration, billingCycle, ...periodFrom(anchor, fromMonth, months), openedAt };
  return { term, cycle: openCycle(term, fromMonth) };
}

/** The billing period that begins `fromMonth` months after the anchor. */
export function openCycle(term: CycleTerm, fromMonth: number): SubscriptionCycle {
  return { fromMonth, ...periodFrom(term.anchor, fromMonth, monthsFrom(term, fromMonth)) };
}

type CycleTerm = Pick<SubscriptionTerm, 'anchor' | 'fromMonth' | 'duration' | 'billingCycle'>;

/**
 * Months of the billing period that begins `fromMonth` months after the anchor. One that begins inside a year, because
 * the frequency was changed there, ends with that year (decisions 30).
 */
export function monthsFrom(term: CycleTerm, fromMonth: number): number {
  const months = cycleMonths(term.billingCycle, term.duration);
  const into = fromMonth - term.fromMonth;
  return months > 1 && into > 0 ? months - (into % months) : months;
}

/** A trial: whole days on the calendar, the first one included (decisions 32; SAAS-1: 10 June – 9 July). */
export function openTrial(
  startsOn: PlainDate,
  days: number,
  duration: TermDuration,
  openedAt: Instant,
): SubscriptionTerm {
  return {
    anchor: startsOn,
    fromMonth: 0,
    duration,
    billingCycle: 'None',
    startsOn,
    endsOn: addDays(startsOn, days - 1),
    openedAt,
  };
}

/** The instant at which a period is over: 00:00 UTC of the day after its inclusive last day (portal 6.1). */
export function endInstant(endsOn: PlainDate): Instant {
  return startOf(addDays(endsOn, 1));
}

/**
 * Whether Partner Center counts it among the customer's subscriptions: not perpetual licences, reservations and plans
 * without a term, and software only since it renews by default (REST API, section 7; portal 4.1).
 */
export function isListedSubscription(subscription: Subscription, rules: RulesEdition): boolean {
  switch (subscription.commerce) {
    case 'legacy':
    case 'newCommerce':
    case 'marketplace':
      return true;
    case 'software':
      return subscription.term.endsOn !== null && dateOf(subscription.createdAt) >= rules.softwareRenewsFrom;
    case 'reservation':
    case 'azurePlan':
      return false;
  }
}
