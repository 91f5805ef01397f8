import { inclusiveDays } from '../../kernel/calendar';
import { amountOf, decimalsOf, roundRatio, type Money, type UnitPrice } from '../../kernel/money';
import type { SubscriptionCycle } from '../subscriptions/subscription';

/**
 * How a part of a period is priced. No single rule reproduces every published table, so the policy has a name
 * (billing examples, finding 4):
 * - `CENTS`: price per day rounded to cents (annual billing, price quoted per month: ANN-3, ANN-5, ANN-6)
 * - `MILLS`: price per day rounded to a tenth of a cent (monthly billing: MON-2)
 * - `EXACT_AMT`: exact price per day, the amount rounded (annual billing, price quoted per year: ANN-2)
 */
export type RoundingPolicy = 'CENTS' | 'MILLS' | 'EXACT_AMT';

/** The policy of a legacy subscription (decisions 26). */
export function legacyPolicy(billedAnnually: boolean, quotedPerYear: boolean): RoundingPolicy {
  if (!billedAnnually) return 'MILLS';
  return quotedPerYear ? 'EXACT_AMT' : 'CENTS';
}

/**
 * Price of one licence for `days` of a cycle, and the amount for `quantity` licences, by the policy. All days together
 * are never day-rated: 48.00, not 365 × 0.13 (billing examples, finding 8).
 */
export function prorate(
  cyclePrice: UnitPrice,
  cycle: Pick<SubscriptionCycle, 'startsOn' | 'endsOn'>,
  days: number,
  quantity: number,
  policy: RoundingPolicy,
): { readonly effectiveUnitPrice: UnitPrice; readonly amount: Money } {
  const cycleDays = inclusiveDays(cycle.startsOn, cycle.endsOn);
  const { currency } = cyclePrice;
  if (days === cycleDays) return { effectiveUnitPrice: cyclePrice, amount: amountOf(cyclePrice, quantity) };
  if (policy === 'EXACT_AMT') {
    const minor = amountOf(cyclePrice, 1, 'halfUp', days, cycleDays).minor;
    return {
      effectiveUnitPrice: { micro: minor * 10 ** (6 - decimalsOf(currency)), currency },
      amount: amountOf(cyclePrice, quantity, 'halfUp', days, cycleDays),
    };
  }
  const step = 10n ** BigInt(6 - decimalsOf(currency) - (policy === 'MILLS' ? 1 : 0));
  const perDay = roundRatio(BigInt(cyclePrice.micro), BigInt(cycleDays) * step, 'halfUp') * step;
  // The unit price of the segment is printed in cents; the amount is unit × licences.
  const unit = amountOf({ micro: Number(perDay), currency }, days);
  const effectiveUnitPrice = { micro: unit.minor * 10 ** (6 - decimalsOf(currency)), currency };
  return { effectiveUnitPrice, amount: amountOf(effectiveUnitPrice, quantity) };
}
