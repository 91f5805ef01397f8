import { inclusiveDays } from '../../kernel/calendar';
import {
  amountOf,
  decimalsOf,
  roundRatio,
  scalePrice,
  type Money,
  type RoundingMode,
  type UnitPrice,
} from '../../kernel/money';
import type { SubscriptionCycle } from '../subscriptions/subscription';

/**
 * How a part of a period is priced. No single rule reproduces every published table, so the policy has a name
 * (billing examples, finding 4):
 * - `CENTS`: price per day rounded to cents (annual billing, price quoted per month: ANN-3, ANN-5, ANN-6)
 * - `MILLS`: price per day rounded to a tenth of a cent (monthly billing: MON-2)
 * - `EXACT_AMT`: exact price per day, the amount rounded (annual billing, price quoted per year: ANN-2)
 * - `EXACT_UNIT`: exact price per day, the price of these days rounded to cents (one-time and marketplace)
 * - `TRUNC_AMT`: exact price per day, the amount cut to cents (new commerce, licences added or removed: NCE-4)
 * - `TRUNC_UNIT`: the price of these days cut to cents (new commerce, cancelled: NCE-6)
 */
export type RoundingPolicy = 'CENTS' | 'MILLS' | 'EXACT_AMT' | 'EXACT_UNIT' | 'TRUNC_AMT' | 'TRUNC_UNIT';

/** The policy of a legacy subscription (decisions 26). */
export function legacyPolicy(billedAnnually: boolean, quotedPerYear: boolean): RoundingPolicy {
  if (!billedAnnually) return 'MILLS';
  return quotedPerYear ? 'EXACT_AMT' : 'CENTS';
}

/** A part of a period, and how it was priced. */
export interface Proration {
  readonly days: number;
  /** Days of the whole period. */
  readonly of: number;
  readonly policy: RoundingPolicy;
  /** Price of one licence for the whole period; absent where it is the list price. */
  readonly price?: UnitPrice;
}

/** Price of one licence for one day: as the policy rounds it, else to a millionth. */
export function dayPrice(price: UnitPrice, periodDays: number, policy: RoundingPolicy): UnitPrice {
  if (policy !== 'CENTS' && policy !== 'MILLS') return scalePrice(price, 1, periodDays);
  const step = 10n ** BigInt(6 - decimalsOf(price.currency) - (policy === 'MILLS' ? 1 : 0));
  const perDay = roundRatio(BigInt(price.micro), BigInt(periodDays) * step, 'halfUp') * step;
  return { ...price, micro: Number(perDay) };
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
  const inCents = (price: UnitPrice, mode: RoundingMode, numerator = 1, denominator = 1): UnitPrice => {
    const { minor } = amountOf(price, 1, mode, numerator, denominator);
    return { micro: minor * 10 ** (6 - decimalsOf(currency)), currency };
  };
  switch (policy) {
    case 'EXACT_AMT':
      return {
        effectiveUnitPrice: inCents(cyclePrice, 'halfUp', days, cycleDays),
        amount: amountOf(cyclePrice, quantity, 'halfUp', days, cycleDays),
      };
    case 'TRUNC_AMT':
      return {
        effectiveUnitPrice: scalePrice(cyclePrice, days, cycleDays),
        amount: amountOf(cyclePrice, quantity, 'truncate', days, cycleDays),
      };
    case 'EXACT_UNIT':
    case 'TRUNC_UNIT': {
      const unit = inCents(cyclePrice, policy === 'EXACT_UNIT' ? 'halfUp' : 'truncate', days, cycleDays);
      return { effectiveUnitPrice: unit, amount: amountOf(unit, quantity) };
    }
    case 'CENTS':
    case 'MILLS':
  }
  // The unit price of the segment is printed in cents; the amount is unit × licences.
  const effectiveUnitPrice = inCents(dayPrice(cyclePrice, cycleDays, policy), 'halfUp', days);
  return { effectiveUnitPrice, amount: amountOf(effectiveUnitPrice, quantity) };
}
