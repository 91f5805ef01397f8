/** How often it is charged and for how long it is committed, changed mid-term (S0-99 … S0-101; portal 6.5, 10-16). */
import { dateOf } from '../../kernel/calendar';
import type { UnitPrice } from '../../kernel/money';
import { cycleMonths, cyclePart, monthsOf, wholeCharge, type Charge } from '../billing/charge';
import { creditRest, spanOf, type BilledSpan } from '../billing/spans';
import { tariffOf } from '../billing/tariff';
import type { BillingCycle, TermDuration } from '../catalog/offer';
import { termsIn } from '../catalog/price-list';
import type { PartnerEvent } from '../events';
import type { Refusal } from '../refusals';
import { exchangeRate, type State } from '../state';
import type { Context } from '../world';
import { checkTermRuns } from './ended';
import { checkNextTerm, checkPair, lapse, priceOfTheDay, startsNextTerm } from './schedule';
import {
  monthsFrom,
  openCycle,
  openTerm,
  type NextTerm,
  type Subscription,
  type SubscriptionCycle,
  type SubscriptionTerm,
} from './subscription';

/** Why the billing plan of a subscription cannot be touched at all here. */
function checkPlan(subscription: Subscription, what: 'billingCycle' | 'termDuration'): Refusal | undefined {
  const { status, commerce, trial } = subscription;
  if (status === 'deleted') return { type: 'SubscriptionDeleted', subscriptionId: subscription.id };
  if (commerce === 'legacy' && what === 'billingCycle') return { type: 'FrequencyByOrder' };
  if (commerce !== 'newCommerce') return { type: 'PlanFixed', what, commerce };
  if (trial) return { type: 'TrialPlanFixed', what };
  const over = checkTermRuns(subscription);
  if (over) return over;
  return status === 'active' ? undefined : { type: 'PlanNeedsActive', status };
}

/**
 * The frequencies that can be chosen without touching the term: monthly and annual, of a term of one or three years. A
 * monthly term has but one, and what is paid for three years in advance is paid (portal 6.5).
 */
export function frequencyChoices(state: State, subscription: Subscription): BillingCycle[] {
  const { duration, billingCycle } = subscription.term;
  if (duration === 'P1M' || billingCycle === 'Triennial') return [];
  const offer = state.catalog.item(subscription.catalogItemId);
  return (offer ? termsIn(offer, subscription.unitPrice.currency) : []).flatMap((term) =>
    term.termDuration === duration && term.billingCycle !== 'Triennial' ? [term.billingCycle] : [],
  );
}

/** Whether the billing frequency can be changed at all now. */
export function checkFrequencies(state: State, subscription: Subscription): Refusal | undefined {
  const { duration, billingCycle, endsOn } = subscription.term;
  return (
    checkPlan(subscription, 'billingCycle') ??
    (startsNextTerm(subscription) && !subscription.autoRenew
      ? ({ type: 'NoNextPeriod', endsOn } as const)
      : undefined) ??
    (frequencyChoices(state, subscription).some((each) => each !== billingCycle)
      ? undefined
      : { type: 'OnlyFrequency', termDuration: duration, billingCycle })
  );
}

/** Whether it can be billed so from the next billing period on; its present frequency takes a pending change back. */
export function checkFrequency(
  state: State,
  subscription: Subscription,
  billingCycle: BillingCycle,
): Refusal | undefined {
  const refusal = checkFrequencies(state, subscription);
  if (refusal) return refusal;
  const choices = frequencyChoices(state, subscription);
  if (choices.includes(billingCycle)) {
    const saved = withFrequency(subscription, billingCycle);
    return saved ? checkNextTerm(state, subscription, saved) : undefined;
  }
  const termDuration = subscription.term.duration;
  return {
    type: 'TermNotOffered',
    termDuration,
    billingCycle,
    choices: choices.map((each) => ({ termDuration, billingCycle: each })),
  };
}

/**
 * What is saved for the next term, billed so: where the next billing period begins with that term, the two are one wish.
 */
function withFrequency(subscription: Subscription, billingCycle: BillingCycle): NextTerm | null {
  const { scheduled, term } = subscription;
  return scheduled && billingCycle !== term.billingCycle && startsNextTerm(subscription)
    ? { ...scheduled, billingCycle }
    : null;
}

/** Bills differently from the next billing period on; the term stays as it is (S0-100). */
export function changeFrequency(subscription: Subscription, billingCycle: BillingCycle): PartnerEvent[] {
  const { id, term, nextBilling } = subscription;
  const saved = withFrequency(subscription, billingCycle);
  if (saved) return [{ type: 'ChangeScheduled', subscriptionId: id, next: saved }];
  const wanted = billingCycle === term.billingCycle ? null : billingCycle;
  return wanted === nextBilling ? [] : [{ type: 'BillingChangePlanned', subscriptionId: id, billingCycle: wanted }];
}

/** The billing period with which a planned frequency begins, charged for what is left of the year (decisions 30). */
export function startPlannedBilling(
  state: State,
  subscription: Subscription,
  billingCycle: BillingCycle,
  fromMonth: number,
  context: Context,
): PartnerEvent {
  const term = { ...subscription.term, billingCycle };
  const cycle = openCycle(term, fromMonth);
  const unitPrice = priceOfTheDay(state, subscription, {
    catalogItemId: subscription.catalogItemId,
    duration: term.duration,
    billingCycle,
  });
  const rate = exchangeRate(state, unitPrice.currency);
  const price = cyclePart(unitPrice, monthsFrom(term, fromMonth), cycleMonths(billingCycle, term.duration));
  const charge = wholeCharge('changeBillingPlan', cycle, price, subscription.quantity ?? 0, context.now, rate);
  return {
    type: 'BillingPlanChanged',
    subscriptionId: subscription.id,
    term,
    cycle,
    unitPrice,
    charge: { ...charge, unitPrice },
  };
}

/** The longer terms that can begin today, with their frequencies. */
export function longerTerms(state: State, subscription: Subscription) {
  const offer = state.catalog.item(subscription.catalogItemId);
  const present = monthsOf(subscription.term.duration);
  return (offer ? termsIn(offer, subscription.unitPrice.currency) : []).filter(
    ({ termDuration }) => monthsOf(termDuration) > present,
  );
}

/** Whether there is a longer term to change to now. */
export function checkLongerTerms(state: State, subscription: Subscription): Refusal | undefined {
  return (
    checkPlan(subscription, 'termDuration') ??
    (longerTerms(state, subscription).length > 0
      ? undefined
      : { type: 'NoLongerTerm', termDuration: subscription.term.duration })
  );
}

/** Whether a term of this length, billed so, can begin today: only a longer one (portal 10-16). */
export function checkTermChange(
  state: State,
  subscription: Subscription,
  duration: TermDuration,
  billingCycle: BillingCycle,
): Refusal | undefined {
  const refusal = checkPlan(subscription, 'termDuration');
  if (refusal) return refusal;
  if (monthsOf(duration) <= monthsOf(subscription.term.duration)) {
    return { type: 'TermShorter', from: subscription.term.duration, to: duration };
  }
  const offer = state.catalog.item(subscription.catalogItemId);
  return checkPair(offer ? termsIn(offer, subscription.unitPrice.currency) : [], duration, billingCycle);
}

/** A longer term begins today: what is unused of the running billing period is credited, the new one charged (S0-101). */
export function changeTerm(
  state: State,
  subscription: Subscription,
  duration: TermDuration,
  billingCycle: BillingCycle,
  context: Context,
): PartnerEvent[] {
  const unitPrice = priceOfTheDay(state, subscription, {
    catalogItemId: subscription.catalogItemId,
    duration,
    billingCycle,
  });
  return [
    ...lapse(subscription, 'termChanged'),
    {
      type: 'TermChanged',
      subscriptionId: subscription.id,
      from: { duration: subscription.term.duration, billingCycle: subscription.term.billingCycle },
      unitPrice,
      ...openNewTerm(
        state,
        subscription,
        { duration, billingCycle, unitPrice, quantity: subscription.quantity ?? 0 },
        context,
      ),
    },
  ];
}

/** A new term from today on in the middle of another: its periods, and the money of both. */
export function openNewTerm(
  state: State,
  subscription: Subscription,
  next: {
    readonly duration: TermDuration;
    readonly billingCycle: BillingCycle;
    readonly unitPrice: UnitPrice;
    readonly quantity: number;
  },
  { now }: Context,
): {
  readonly term: SubscriptionTerm;
  readonly cycle: SubscriptionCycle | null;
  readonly charges: Charge[];
  readonly billed: BilledSpan[];
} {
  const today = dateOf(now);
  const { term, cycle } = openTerm(today, 0, next.duration, next.billingCycle, now);
  const old = tariffOf(state, subscription, 'convert', 'TRUNC_UNIT', now);
  const credits = old ? creditRest(subscription.billed, today, old) : [];
  const rate = exchangeRate(state, next.unitPrice.currency);
  const charges = cycle ? [wholeCharge('convert', cycle, next.unitPrice, next.quantity, now, rate)] : [];
  return { term: { ...term, upgraded: true }, cycle, charges: [...credits, ...charges], billed: charges.map(spanOf) };
}
