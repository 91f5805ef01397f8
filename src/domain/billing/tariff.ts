import { addMonths, type Instant } from '../../kernel/calendar';
import { exchangeRate, type State } from '../state';
import { monthsFrom, type Subscription } from '../subscriptions/subscription';
import { cycleMonths, cyclePart, type ChargeType } from './charge';
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

/** The policy of a legacy subscription: by how it is billed and how its price is quoted (decisions 26). */
export function legacyPolicyOf(state: State, { catalogItemId, term }: Subscription): RoundingPolicy {
  const quotedPerYear = state.catalog
    .item(catalogItemId)
    ?.terms.some((each) => each.billingCycle === term.billingCycle && each.per === 'year');
  return legacyPolicy(term.billingCycle === 'Annual', quotedPerYear === true);
}
