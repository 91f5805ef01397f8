import { addDays, after, DAY, dateOf, daysBetween, inclusiveDays, startOf, type Instant } from '../../kernel/calendar';
import type { Money, UnitPrice } from '../../kernel/money';
import type { Charge } from '../billing/charge';
import { legacyPolicy, prorate } from '../billing/proration';
import type { PartnerEvent } from '../events';
import type { Refusal } from '../refusals';
import { exchangeRate, subscriptionsOf, type State } from '../state';
import type { Context } from '../world';
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

/** Reactivating is for suspended ones, until their data is deleted (S0-45, S0-64). */
export function checkReactivation(subscription: Subscription): Refusal | undefined {
  if (subscription.status === 'deleted') return { type: 'SubscriptionDeleted', subscriptionId: subscription.id };
  if (subscription.status !== 'suspended') {
    return { type: 'StatusChangeRefused', from: subscription.status, to: 'active' };
  }
  return undefined;
}

/** Suspends: access off at once. Legacy credits what is paid and unused; new commerce goes on billing (S0-65, S0-66). */
export function suspend(state: State, subscription: Subscription, context: Context): PartnerEvent {
  return {
    type: 'SubscriptionSuspended',
    subscriptionId: subscription.id,
    deletedAt: deletionOf(state, subscription, context.now),
    autoRenew: subscription.commerce === 'legacy' ? subscription.autoRenew : false,
    charge: subscription.commerce === 'legacy' ? suspensionCredit(state, subscription, context.now) : null,
  };
}

/** Resumes at once; a legacy subscription is charged from today to its unchanged end (ANN-6). */
export function reactivate(state: State, subscription: Subscription, context: Context): PartnerEvent {
  const charge =
    subscription.commerce === 'legacy'
      ? restCharge(state, subscription, context.now, 'Prorate fees when purchase')
      : null;
  return { type: 'SubscriptionReactivated', subscriptionId: subscription.id, charge };
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

/** The first billing date after a day: what happens on the billing date itself is in the next file (decisions 24). */
export function nextBillingDay(on: ReturnType<typeof dateOf>, billingDay: number): ReturnType<typeof dateOf> {
  let day = addDays(on, 1);
  while (Number(day.slice(8, 10)) !== billingDay) day = addDays(day, 1);
  return day;
}

/**
 * Everything within 30 × 24 hours of the purchase (ANN-4), afterwards from the suspension day on (ANN-5); never more
 * than what was charged and not credited yet (decisions 27).
 */
function suspensionCredit(state: State, subscription: Subscription, now: Instant): Charge | null {
  const { cycle, unitPrice, quantity } = subscription;
  if (!cycle || quantity === null || subscription.trial) return null;
  const charged = state.charges.get(subscription.id)?.findLast((each) => each.amount.minor !== 0);
  if (!charged || charged.amount.minor < 0) return null;
  if (now - subscription.createdAt < state.rules.legacyFullCreditDays * DAY) {
    return {
      ...charged,
      chargeType: 'Cancel fee',
      effectiveUnitPrice: negativePrice(charged.effectiveUnitPrice),
      unitPrice: negativePrice(unitPrice),
      amount: negative(charged.amount),
      settledAt: now,
    };
  }
  const rest = restCharge(state, subscription, now, 'Cancel fee');
  if (!rest) return null;
  const credited = rest.amount.minor > charged.amount.minor ? charged : rest;
  return {
    ...rest,
    unitPrice: negativePrice(rest.unitPrice),
    effectiveUnitPrice: negativePrice(credited.effectiveUnitPrice),
    amount: negative(credited.amount),
  };
}

/** From today to the end of the running cycle, day by day; a whole period is never day-rated (finding 8). */
function restCharge(
  state: State,
  subscription: Subscription,
  now: Instant,
  chargeType: 'Cancel fee' | 'Prorate fees when purchase',
): Charge | null {
  const { cycle, unitPrice, quantity, term } = subscription;
  if (!cycle || quantity === null || subscription.trial) return null;
  const startsOn = dateOf(now);
  const days = inclusiveDays(startsOn, cycle.endsOn);
  if (days <= 0) return null;
  const quotedPerYear = state.catalog
    .item(subscription.catalogItemId)
    ?.terms.some((each) => each.billingCycle === term.billingCycle && each.per === 'year');
  const policy = legacyPolicy(term.billingCycle === 'Annual', quotedPerYear === true);
  return {
    chargeType,
    startsOn,
    endsOn: cycle.endsOn,
    unitPrice,
    ...prorate(unitPrice, cycle, days, quantity, policy),
    quantity,
    settledAt: now,
    exchangeRate: exchangeRate(state, unitPrice.currency),
  };
}

function negative(amount: Money): Money {
  return { ...amount, minor: 0 - amount.minor };
}

function negativePrice(price: UnitPrice): UnitPrice {
  return { ...price, micro: 0 - price.micro };
}
