/** What time does to a subscription: cycles, renewals, the end of trials and terms, the deletion of data. */
import { addDays, after, DAY, dateOf, startOf, type Instant } from '../../kernel/calendar';
import type { UnitPrice } from '../../kernel/money';
import { chargeTypeOf, monthsOf, wholeCharge, type Charge, type ChargeCause } from '../billing/charge';
import { hasRoomToConvert } from '../catalog/purchasability';
import type { PartnerEvent, TermChange } from '../events';
import { exchangeRate, type State } from '../state';
import type { Context, Due } from '../world';
import { livingAddOns } from './add-ons';
import { settlementDay, settleQuantity } from './quantity';
import { startPlannedBilling } from './billing-plan';
import { checkNextTerm, lapse, licensesFollow, nextTermOf, priceOfTheDay } from './schedule';
import {
  endInstant,
  monthsFrom,
  openCycle,
  openTerm,
  type NextTerm,
  type Subscription,
  type SubscriptionCycle,
} from './subscription';
import { renamed } from './upgrade';

/** Kinds of due work, in the order in which they are done when they fall on one instant. */
export const DUE_KINDS = [
  'quantitySettlement',
  'cycleStart',
  'renewal',
  'trialConversion',
  'trialEnd',
  'termEnd',
  'disabling',
  'deletion',
  'cartExpiry',
  'supportAnswer',
] as const;

export type DueKind = (typeof DUE_KINDS)[number];

/** A due item with its rank; the only place that makes one. */
export function due(kind: DueKind, at: Instant, subject: string): Due {
  return { kind, at, subject, rank: DUE_KINDS.indexOf(kind) };
}

/** What the clock will do to a subscription next; the earlier, at a tie the lower kind. */
export function nextDueOf(state: State, subscription: Subscription): Due | undefined {
  const { id, status, term, cycle, statusSince, deletedAt } = subscription;
  const deletion = deletedAt === null ? undefined : due('deletion', deletedAt, id);
  switch (status) {
    case 'deleted':
    case 'pending':
      return undefined;
    case 'expired':
      return subscription.commerce === 'newCommerce'
        ? due('disabling', after(statusSince, state.rules.expiredDays * DAY), id)
        : undefined;
    case 'disabled':
      return deletion ?? due('deletion', after(statusSince, state.rules.disabledDays * DAY), id);
    case 'active':
    case 'suspended': {
      if (term.endsOn === null) return deletion;
      const lastDay = cycle && cycle.endsOn < term.endsOn ? cycle.endsOn : term.endsOn;
      const boundary = due(boundaryKind(subscription, lastDay === term.endsOn), endInstant(lastDay), id);
      const settles = settlementDay(subscription);
      // At the end of a cycle the settlement goes with what begins there.
      const settlement = settles && settles <= lastDay ? due('quantitySettlement', startOf(settles), id) : boundary;
      const first = settlement.at < boundary.at ? settlement : boundary;
      return deletion && deletion.at < first.at ? deletion : first;
    }
  }
}

function boundaryKind(subscription: Subscription, atTermEnd: boolean): DueKind {
  if (!atTermEnd) return 'cycleStart';
  const goesOn = subscription.autoRenew && subscription.status === 'active';
  if (subscription.trial) return goesOn && nextTermOf(subscription) ? 'trialConversion' : 'trialEnd';
  return goesOn ? 'renewal' : 'termEnd';
}

/** The events of due work. `item.at` is now. */
export function settleSubscription(
  state: State,
  subscription: Subscription,
  item: Due,
  context: Context,
): PartnerEvent[] {
  const subscriptionId = subscription.id;
  switch (item.kind as DueKind) {
    case 'quantitySettlement': {
      const settled = settleQuantity(state, subscription, context.now);
      return settled ? [settled] : [];
    }
    case 'cycleStart': {
      const { cycle, term } = subscription;
      if (!cycle) return [];
      const fromMonth = cycle.fromMonth + monthsFrom(term, cycle.fromMonth);
      if (subscription.nextBilling) {
        return [startPlannedBilling(state, subscription, subscription.nextBilling, fromMonth, context)];
      }
      const next = openCycle(term, fromMonth);
      const settled = settleQuantity(state, subscription, context.now);
      const money = charge(state, subscription, next, subscription.unitPrice, 'cycle', context);
      return [
        ...(settled ? [settled] : []),
        { type: 'CycleStarted', subscriptionId, cycle: next, charge: afterSettlement(money, settled, subscription) },
      ];
    }
    case 'renewal':
      return renew(state, subscription, context);
    case 'trialConversion':
      return convertAtEnd(state, subscription, context);
    case 'trialEnd':
      return [endOfTrial(subscription)];
    case 'termEnd':
      return withAddOns(state, subscription, endOfTerm(subscription));
    case 'disabling':
      return [{ type: 'SubscriptionDisabled', subscriptionId }];
    case 'deletion':
      return withAddOns(state, subscription, {
        type: 'SubscriptionDeleted',
        subscriptionId,
        cause: subscription.status === 'disabled' ? 'disabledTooLong' : 'suspendedTooLong',
      });
    case 'cartExpiry':
    case 'supportAnswer':
      return [];
  }
}

/**
 * The next term begins, with what was saved for it (S0-76): the day after the inclusive end date, at the price of the
 * day. What cannot be carried out any more is left out, and it renews as it is.
 */
function renew(state: State, subscription: Subscription, context: Context): PartnerEvent[] {
  const { id, scheduled, term: old } = subscription;
  const feasible = !scheduled || checkNextTerm(state, subscription, scheduled) === undefined;
  const next = nextTermOf(feasible ? subscription : { ...subscription, scheduled: null });
  if (!next) return [];
  const opened = openTerm(
    old.anchor,
    old.fromMonth + monthsOf(old.duration),
    next.duration,
    next.billingCycle,
    context.now,
  );
  const unitPrice = priceOfTheDay(state, subscription, next);
  const settled = settleQuantity(state, subscription, context.now);
  const quantity = subscription.quantity === null ? null : next.quantity;
  const money = charge(state, { ...subscription, ...opened, quantity }, opened.cycle, unitPrice, 'renewal', context);
  return [
    ...(settled ? [settled] : []),
    ...(feasible ? [] : lapse(subscription, 'unavailable')),
    {
      type: 'TermRenewed',
      subscriptionId: id,
      ...opened,
      unitPrice,
      ...(feasible && scheduled ? { change: changeAtRenewal(state, subscription, scheduled) } : {}),
      charge: afterSettlement(money, settled, subscription),
    },
  ];
}

function changeAtRenewal(state: State, subscription: Subscription, next: NextTerm): TermChange {
  const { catalogItemId, quantity } = next;
  const offer = state.catalog.item(catalogItemId);
  const another = catalogItemId !== subscription.catalogItemId;
  return {
    catalogItemId,
    quantity,
    friendlyName: offer && another ? renamed(state, subscription, offer) : subscription.friendlyName,
    licenses: another ? licensesFollow(state, subscription, next) : null,
  };
}

/** A trial becomes what was saved for it, or its paid equivalent (S0-82), as at a renewal where that is not possible. */
function convertAtEnd(state: State, subscription: Subscription, context: Context): PartnerEvent[] {
  const { id, scheduled, term: free } = subscription;
  const feasible = !scheduled || checkNextTerm(state, subscription, scheduled) === undefined;
  const next = nextTermOf(feasible ? subscription : { ...subscription, scheduled: null });
  if (!next || free.endsOn === null) return [];
  const leftOut = feasible ? [] : lapse(subscription, 'unavailable');
  const offer = state.catalog.item(next.catalogItemId);
  if (offer && !hasRoomToConvert(state, subscription, offer)) return [...leftOut, endOfTrial(subscription)];
  const opened = openTerm(addDays(free.endsOn, 1), 0, next.duration, next.billingCycle, context.now);
  const unitPrice = priceOfTheDay(state, subscription, next);
  const quantity = subscription.quantity === null ? null : next.quantity;
  const paid = { ...subscription, term: opened.term, quantity };
  return [
    ...leftOut,
    {
      type: 'TrialConverted',
      subscriptionId: id,
      catalogItemId: next.catalogItemId,
      ...opened,
      unitPrice,
      ...(quantity === subscription.quantity || quantity === null ? {} : { quantity }),
      charge: charge(state, paid, opened.cycle, unitPrice, 'trialConversion', context),
    },
  ];
}

/** In monthly billing the cycle after a changed one goes by the name of the change (MON-2). */
function afterSettlement(
  money: Charge | null,
  settled: PartnerEvent | undefined,
  { term }: Subscription,
): Charge | null {
  const renamed = settled?.type === 'QuantitySettled' && settled.charges.length > 0 && term.billingCycle === 'Monthly';
  return money && renamed ? { ...money, chargeType: 'Cycle instance prorate' } : money;
}

/** An add-on never outlives its base (S0-38). */
function withAddOns(state: State, base: Subscription, event: PartnerEvent): PartnerEvent[] {
  if (event.type !== 'SubscriptionDeleted') return [event];
  return [
    event,
    ...livingAddOns(state, base).map(({ id }): PartnerEvent => ({
      type: 'SubscriptionDeleted',
      subscriptionId: id,
      cause: 'baseEnded',
    })),
  ];
}

/** There is no free "expired" phase in the legacy programme (S0-46); new commerce ends like any of its terms. */
function endOfTrial(subscription: Subscription): PartnerEvent {
  return subscription.commerce === 'newCommerce'
    ? endOfTerm(subscription)
    : { type: 'SubscriptionDeleted', subscriptionId: subscription.id, cause: 'trialEnded' };
}

/** How a term ends without renewal (decisions 35; portal 10-3 for the marketplace, 10-44 for a suspended one). */
function endOfTerm(subscription: Subscription): PartnerEvent {
  const subscriptionId = subscription.id;
  switch (subscription.commerce) {
    case 'newCommerce':
      return subscription.status === 'suspended'
        ? { type: 'SubscriptionDisabled', subscriptionId }
        : { type: 'SubscriptionExpired', subscriptionId };
    case 'software':
    case 'reservation':
      return { type: 'SubscriptionExpired', subscriptionId };
    case 'legacy':
    case 'marketplace':
    case 'azurePlan':
      return { type: 'SubscriptionDeleted', subscriptionId, cause: 'termEnded' };
  }
}

/** The publisher's second step makes it active: from this day on it runs and is billed (S2-21; portal 7.2). */
export function activate(state: State, subscription: Subscription, context: Context): PartnerEvent {
  const today = dateOf(context.now);
  const old = subscription.term;
  const opened = subscription.trial
    ? { term: trialFrom(subscription, today, context.now), cycle: null }
    : openTerm(today, 0, old.duration, old.billingCycle, context.now);
  const period = opened.cycle ?? {
    fromMonth: 0,
    startsOn: opened.term.startsOn,
    endsOn: opened.term.endsOn ?? opened.term.startsOn,
  };
  const price = subscription.trial ? { ...subscription.unitPrice, micro: 0 } : subscription.unitPrice;
  return {
    type: 'SubscriptionActivated',
    subscriptionId: subscription.id,
    ...opened,
    charge: charge(state, subscription, period, price, 'purchase', context),
  };
}

/** The same number of free days, counted from activation. */
function trialFrom(
  subscription: Subscription,
  startsOn: ReturnType<typeof dateOf>,
  now: Instant,
): Subscription['term'] {
  const { term } = subscription;
  const length = term.endsOn === null ? 0 : (endInstant(term.endsOn) - endInstant(addDays(term.startsOn, -1))) / DAY;
  return { ...term, anchor: startsOn, startsOn, endsOn: addDays(startsOn, length - 1), openedAt: now };
}

/** A whole period's charge; none for usage, and none for a suspended legacy subscription (portal 5.1). */
function charge(
  state: State,
  subscription: Subscription,
  cycle: SubscriptionCycle | null,
  unitPrice: UnitPrice,
  cause: ChargeCause,
  context: Context,
): Charge | null {
  const { commerce, quantity, status, term } = subscription;
  if (!cycle || quantity === null || (commerce === 'legacy' && status === 'suspended')) return null;
  const rate = exchangeRate(state, unitPrice.currency);
  return wholeCharge(chargeTypeOf(commerce, term.billingCycle, cause), cycle, unitPrice, quantity, context.now, rate);
}
