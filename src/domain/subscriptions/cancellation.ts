/** Taking a purchase or a renewal back (S0-49 … S0-59, S0-67 … S0-69; portal 5.3, 5.4). */
import { addDays, after, DAY, dateOf, HOUR, startOf, type Instant, type PlainDate } from '../../kernel/calendar';
import type { Charge } from '../billing/charge';
import { creditFrom, creditSpan } from '../billing/spans';
import { tariffOf } from '../billing/tariff';
import type { PartnerEvent } from '../events';
import type { Refusal } from '../refusals';
import type { RulesEdition } from '../rules/edition';
import { exchangeRate, type State } from '../state';
import type { Context } from '../world';
import { checkSetUp } from './activation';
import { usedUntil } from './quantity';
import { endInstant, isListedSubscription, type Subscription } from './subscription';

export interface CancellationWindow {
  /** Exclusive. */
  readonly until: Instant;
  readonly refund: 'full' | 'prorated';
}

/** Until when the running term can be taken back, and what is refunded; none = it cannot (portal 5.6). */
export function cancellationWindows(
  subscription: Subscription,
  rules: RulesEdition,
  softwareCancelDays: number | undefined,
): CancellationWindow[] {
  const { openedAt, upgraded } = subscription.term;
  switch (subscription.commerce) {
    case 'newCommerce':
      // What an upgrade or a change of term has made cannot be given back (portal 6.4).
      if (upgraded) return [];
      return [
        { until: after(openedAt, DAY), refund: 'full' },
        { until: after(openedAt, rules.newCommerceWindowHours * HOUR), refund: 'prorated' },
      ];
    case 'marketplace': {
      if (subscription.quantity === null) return [];
      // In its free month it can be given back at any time (portal 5.3).
      if (subscription.trial && subscription.term.endsOn !== null) {
        return [{ until: endInstant(subscription.term.endsOn), refund: 'full' }];
      }
      // The window counts from the order, not from activation (portal 5.3).
      return [{ until: after(subscription.createdAt, marketplaceWindow(subscription, rules)), refund: 'full' }];
    }
    case 'software':
      // Day 60 still counts (portal 10-20): the window ends with that day.
      return softwareCancelDays
        ? [
            {
              until: startOf(addDays(dateOf(subscription.createdAt), softwareCancelDays + 1)),
              refund: subscription.term.endsOn === null ? 'full' : 'prorated',
            },
          ]
        : [];
    case 'legacy':
    case 'reservation':
    case 'azurePlan':
      return [];
  }
}

function marketplaceWindow({ term }: Subscription, rules: RulesEdition): number {
  return term.billingCycle === 'Monthly'
    ? rules.marketplaceMonthlyWindowHours * HOUR
    : rules.marketplaceAnnualWindowDays * DAY;
}

/** All windows of a subscription as it stands, open or not. */
export function windowsOf(state: State, subscription: Subscription): CancellationWindow[] {
  const { status } = subscription;
  if (status !== 'active' && status !== 'pending' && status !== 'suspended') return [];
  const software = state.catalog.item(subscription.catalogItemId)?.software?.cancelWindowDays;
  return cancellationWindows(subscription, state.rules, software);
}

/** Those that are open at `now`, the next to close first. */
export function openWindows(state: State, subscription: Subscription, now: Instant): CancellationWindow[] {
  return windowsOf(state, subscription).filter(({ until }) => now < until);
}

/** Whether it can be cancelled now: in its window, the end of the window excluded (portal 10-20). */
export function checkCancellation(state: State, subscription: Subscription, now: Instant): Refusal | undefined {
  const { status, commerce } = subscription;
  if (status === 'deleted') return { type: 'SubscriptionDeleted', subscriptionId: subscription.id };
  if (commerce === 'legacy') return { type: 'CancellationNotOffered', because: 'suspendInstead' };
  if (subscription.quantity === null) return { type: 'CancellationNotOffered', because: 'usage' };
  if (commerce === 'reservation' || !isListedSubscription(subscription, state.rules)) {
    return { type: 'CancellationNotOffered', because: 'elsewhere' };
  }
  if (status === 'expired' || status === 'disabled')
    return { type: 'StatusChangeRefused', from: status, to: 'deleted' };
  return checkSetUp(state, subscription) ?? checkWindow(state, subscription, now);
}

/**
 * Whether software can be given back on its own page and through its order, perpetual licences and those from before
 * software renewed, too (S3-23 … S3-27; portal 8.3).
 */
export function checkSoftwareCancellation(state: State, subscription: Subscription, now: Instant): Refusal | undefined {
  const { status, commerce, id } = subscription;
  if (commerce !== 'software') return { type: 'CancellationNotOffered', because: 'subscription' };
  if (status === 'deleted') return { type: 'SubscriptionDeleted', subscriptionId: id };
  return checkWindow(state, subscription, now);
}

function checkWindow(state: State, subscription: Subscription, now: Instant): Refusal | undefined {
  const { commerce } = subscription;
  const windows = windowsOf(state, subscription);
  const last = windows.at(-1);
  if (!last) return { type: 'CancellationNotOffered', because: subscription.term.upgraded ? 'upgraded' : 'never' };
  if (now < last.until) return undefined;
  return { type: 'CancellationClosed', ...windowLength(state, subscription), closedAt: last.until, commerce };
}

/** The length of the window in the unit in which the rule is written. */
function windowLength(
  state: State,
  subscription: Subscription,
): { readonly hours: number } | { readonly days: number } {
  const { rules } = state;
  switch (subscription.commerce) {
    case 'newCommerce': {
      const hours = rules.newCommerceWindowHours;
      return hours > 72 ? { days: hours / 24 } : { hours };
    }
    case 'software':
      return { days: state.catalog.item(subscription.catalogItemId)?.software?.cancelWindowDays ?? 0 };
    default: {
      const hours = marketplaceWindow(subscription, rules) / HOUR;
      return hours > 72 ? { days: hours / 24 } : { hours };
    }
  }
}

export const CANCELLATION_REASONS = ['customerRequest', 'wrongProduct', 'technical', 'price', 'other'] as const;

export type CancellationReason = (typeof CANCELLATION_REASONS)[number];

/** What may be told of a cancellation; no rule asks for it (S0-57). */
export interface CancellationDetails {
  readonly reason?: CancellationReason;
  readonly note?: string;
}

/** Cancels: access is lost at once and for good; what the window gives back is credited (S0-69). */
export function cancel(
  state: State,
  subscription: Subscription,
  details: CancellationDetails,
  context: Context,
): PartnerEvent {
  return {
    type: 'SubscriptionCanceled',
    subscriptionId: subscription.id,
    charges: refundOf(state, subscription, context.now),
    ...details,
  };
}

function refundOf(state: State, subscription: Subscription, now: Instant): Charge[] {
  const { billed, unitPrice } = subscription;
  const [open] = openWindows(state, subscription, now);
  if (!open) return [];
  const owed = billed.filter(({ charged }) => charged.minor !== 0);
  if (open.refund === 'full') {
    const rate = exchangeRate(state, unitPrice.currency);
    const credit = { chargeType: 'cancelImmediate', listPrice: unitPrice, settledAt: now, exchangeRate: rate } as const;
    return owed.map((span) => creditSpan(span, credit));
  }
  const policy = subscription.commerce === 'newCommerce' ? 'TRUNC_UNIT' : 'EXACT_UNIT';
  const tariff = tariffOf(state, subscription, 'cancelImmediate', policy, now);
  if (!tariff) return [];
  const from = firstUnusedDay(subscription, now);
  return owed.flatMap((span) => {
    if (span.endsOn < from) return [];
    return [creditFrom(span, span.startsOn > from ? span.startsOn : from, tariff)];
  });
}

/** New commerce counts whole 24-hour blocks since the order (decisions 28); software the days until today. */
function firstUnusedDay(subscription: Subscription, now: Instant): PlainDate {
  return subscription.commerce === 'newCommerce' ? usedUntil(subscription.term.openedAt, now) : dateOf(now);
}
