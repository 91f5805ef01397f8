import { after, DAY, dateOf, daysBetween, startOf, type Instant } from '../../kernel/calendar';
import { nextBillingDay } from '../billing/billing-day';
import type { Charge } from '../billing/charge';
import { chargeDays, creditRest, creditSpan, type BilledSpan } from '../billing/spans';
import { legacyPolicyOf, tariffOf } from '../billing/tariff';
import type { PartnerEvent } from '../events';
import type { Refusal } from '../refusals';
import { subscriptionsOf, type State } from '../state';
import type { Context } from '../world';
import { livingAddOns } from './add-ons';
import { settleQuantity } from './quantity';
import { lapse } from './schedule';
import type { Subscription } from './subscription';

/** Suspending is for active licence subscriptions of Microsoft's own (S0-41, S0-43, S0-61). */
export function checkSuspension(subscription: Subscription): Refusal | undefined {
  const { status, commerce } = subscription;
  if (status === 'deleted') return { type: 'SubscriptionDeleted', subscriptionId: subscription.id };
  if (status !== 'active' || (commerce !== 'legacy' && commerce !== 'newCommerce')) {
    return { type: 'StatusChangeRefused', from: status, to: 'suspended' };
  }
  return undefined;
}

/** Reactivating is for suspended ones, until their data is deleted (S0-45, S0-64); an add-on needs its base active. */
export function checkReactivation(state: State, subscription: Subscription): Refusal | undefined {
  if (subscription.status === 'deleted') return { type: 'SubscriptionDeleted', subscriptionId: subscription.id };
  if (subscription.status !== 'suspended') {
    return { type: 'StatusChangeRefused', from: subscription.status, to: 'active' };
  }
  const base = state.subscriptions.get(subscription.parentId ?? '');
  return base && base.status !== 'active' ? { type: 'BaseNotActive', subscriptionId: base.id } : undefined;
}

/**
 * Suspends: access off at once, its legacy add-ons with it (S0-38). Legacy credits what is paid and unused; new commerce
 * goes on billing, and its auto-renew is off from now on (S0-65, S0-66).
 */
export function suspend(state: State, subscription: Subscription, context: Context): PartnerEvent[] {
  const deletedAt = deletionOf(state, subscription, context.now);
  return [
    ...suspendOne(state, subscription, deletedAt, false, context),
    ...livingAddOns(state, subscription).flatMap((addOn) =>
      addOn.status === 'active' ? suspendOne(state, addOn, deletedAt, true, context) : [],
    ),
  ];
}

function suspendOne(
  state: State,
  subscription: Subscription,
  deletedAt: Instant,
  withBase: boolean,
  { now }: Context,
): PartnerEvent[] {
  const legacy = subscription.commerce === 'legacy';
  // What was changed and not settled yet is settled now: a suspension is settled at once (decisions 25).
  const settled = legacy ? settleQuantity(state, subscription, now) : undefined;
  const billed = settled?.type === 'QuantitySettled' ? settled.billed : subscription.billed;
  return [
    ...(settled ? [settled] : []),
    ...lapse(subscription, 'suspended'),
    {
      type: 'SubscriptionSuspended',
      subscriptionId: subscription.id,
      deletedAt,
      autoRenew: legacy ? subscription.autoRenew : false,
      withBase,
      charges: legacy ? suspensionCredit(state, subscription, billed, now) : [],
    },
  ];
}

/** Resumes at once, with the add-ons that went with it; legacy is charged from today to its unchanged end (ANN-6). */
export function reactivate(state: State, subscription: Subscription, context: Context): PartnerEvent[] {
  const together = livingAddOns(state, subscription).filter((each) => each.suspendedWithBase === true);
  return [subscription, ...together].map((each) => ({
    type: 'SubscriptionReactivated',
    subscriptionId: each.id,
    charge: each.commerce === 'legacy' ? restCharge(state, each, context.now) : null,
  }));
}

/**
 * When the data of a suspended subscription is deleted (S0-44, S0-62): 90 days later; a legacy subscription that is
 * suspended before its first billing date gets the days from the customer's first subscription to that date on top, 120
 * at most (portal 10-11, 10-12).
 */
function deletionOf(state: State, subscription: Subscription, now: Instant): Instant {
  const { suspendedDataDays, legacySuspendedDataDaysMost } = state.rules;
  if (subscription.commerce !== 'legacy') return after(now, suspendedDataDays * DAY);
  const firstBillingOn = nextBillingDay(dateOf(subscription.createdAt), state.partner.billingDay);
  if (now >= startOf(firstBillingOn)) return after(now, suspendedDataDays * DAY);
  const [oldest] = subscriptionsOf(state, subscription.customerId);
  const openedOn = dateOf(oldest?.createdAt ?? subscription.createdAt);
  const extra = Math.max(0, daysBetween(openedOn, firstBillingOn));
  return after(now, Math.min(suspendedDataDays + extra, legacySuspendedDataDaysMost) * DAY);
}

/** Everything within 30 × 24 hours of the purchase (ANN-4), afterwards from the suspension day on (ANN-5). */
function suspensionCredit(
  state: State,
  subscription: Subscription,
  billed: readonly BilledSpan[],
  now: Instant,
): Charge[] {
  const tariff = tariffOf(state, subscription, 'Cancel fee', legacyPolicyOf(state, subscription), now);
  if (!tariff) return [];
  const owed = billed.filter(({ charged }) => charged.minor !== 0);
  return now - purchasedAt(subscription) < state.rules.legacyFullCreditDays * DAY
    ? owed.map((span) => creditSpan(span, tariff))
    : creditRest(owed, dateOf(now), tariff);
}

/** When it was bought: a converted trial on the day of its conversion, with which its first paid term opened. */
export function purchasedAt({ createdAt, term }: Subscription): Instant {
  return term.fromMonth === 0 || term.upgraded ? term.openedAt : createdAt;
}

/** From today to the end of the running cycle, day by day; a whole period is never day-rated (finding 8). */
function restCharge(state: State, subscription: Subscription, now: Instant): Charge | null {
  const { cycle, quantity } = subscription;
  const policy = legacyPolicyOf(state, subscription);
  const tariff = tariffOf(state, subscription, 'Prorate fees when purchase', policy, now);
  if (!cycle || quantity === null || !tariff) return null;
  return chargeDays(dateOf(now), cycle.endsOn, quantity, tariff);
}
