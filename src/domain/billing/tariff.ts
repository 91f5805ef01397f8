import { addMonths, type Instant } from '../../kernel/calendar';
import { amountOf, type Money } from '../../kernel/money';
import { exchangeRate, type State } from '../state';
import { monthsFrom, type Subscription } from '../subscriptions/subscription';
import { cycleMonths, cyclePart, monthsOf, type Charge, type ChargeType } from './charge';
import { legacyPolicy, type RoundingPolicy } from './proration';
import type { Tariff } from './spans';

/** How days of the running cycle are priced; `null` where nothing is charged by the cycle (trials, usage, no term). */
export function tariffOf(
  state: State,
  subscription: Subscription,
  chargeType: ChargeType,
  policy: RoundingPolicy,
  settledAt: Instant,
): Tariff | null {
  const { term, cycle, unitPrice, quantity } = subscription;
  if (!cycle || quantity === null) return null;
  // A first cycle that begins late (a converted trial) is a part of the whole one, and priced as that.
  const whole = { ...cycle, startsOn: addMonths(term.anchor, cycle.fromMonth) };
  const months = cycleMonths(term.billingCycle, term.duration);
  return {
    cycle: whole,
    unitPrice: cyclePart(unitPrice, Math.min(months, monthsFrom(term, cycle.fromMonth)), months),
    listPrice: unitPrice,
    policy,
    chargeType,
    settledAt,
    exchangeRate: exchangeRate(state, unitPrice.currency),
  };
}

/** What a subscription that begins inside a term costs until its end: its first charge, then every whole cycle. */
export function restOfTerm(
  { term, cycle, unitPrice, quantity }: Pick<Subscription, 'term' | 'cycle' | 'unitPrice' | 'quantity'>,
  first: Charge | null,
): Money {
  const until = cycle ? cycle.fromMonth + monthsFrom(term, cycle.fromMonth) : 0;
  const months = cycleMonths(term.billingCycle, term.duration);
  const later = cycle ? (term.fromMonth + monthsOf(term.duration) - until) / months : 0;
  const { currency } = unitPrice;
  return { minor: (first?.amount.minor ?? 0) + amountOf(unitPrice, quantity ?? 0).minor * later, currency };
}

/** The policy of a legacy subscription: by how it is billed and how its price is quoted (decisions 26). */
export function legacyPolicyOf(state: State, { catalogItemId, term }: Subscription): RoundingPolicy {
  const quotedPerYear = state.catalog
    .item(catalogItemId)
    ?.terms.some((each) => each.billingCycle === term.billingCycle && each.per === 'year');
  return legacyPolicy(term.billingCycle === 'Annual', quotedPerYear === true);
}
