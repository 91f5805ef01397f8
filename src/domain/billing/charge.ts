import type { Instant, PlainDate } from '../../kernel/calendar';
import { amountOf, decimalsOf, scalePrice, type Money, type UnitPrice } from '../../kernel/money';
import type { BillingCycle, Commerce, Term, TermDuration } from '../catalog/offer';
import type { Proration } from './proration';

/** Charge types as the reconciliation files print them; English everywhere (portal 9.5). */
export type ChargeType =
  | 'new'
  | 'renew'
  | 'cycleCharge'
  | 'convert'
  | 'addQuantity'
  | 'removeQuantity'
  | 'cancelImmediate'
  | 'moveQuantity'
  | 'changeBillingPlan'
  | 'Prorate fees when purchase'
  | 'Prorate fees when convert to a new offering'
  | 'Prorate fees when convert away from current offering'
  | 'Cancel instance prorate'
  | 'Cycle fee'
  | 'Cycle instance prorate'
  | 'Prorate fee when renew'
  | 'Cancel fee';

/** One line of money; both dates are inclusive. Facts only: what it cost then, whatever prices are now. */
export interface Charge {
  readonly chargeType: ChargeType;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  /** List price of one licence for the whole cycle. */
  readonly unitPrice: UnitPrice;
  /** Price of one licence for these days; negative in a credit (S4-18). */
  readonly effectiveUnitPrice: UnitPrice;
  readonly quantity: number;
  readonly amount: Money;
  /** A part of a cycle: how many of its days, and how that was rounded; absent = a whole period, never day-rated. */
  readonly prorated?: Proration;
  readonly settledAt: Instant;
  /** Pricing currency → the partner's billing currency on that day, as decimal text (decisions 33). */
  readonly exchangeRate: string;
}

/**
 * What the rounding of a part has added or taken, beside the exact amount rounded once; positive = it costs more, or gives
 * more back. Some published policies lose cents (S4-14): the difference is told, not hidden. A credit that is capped at
 * what was charged differs, too (decisions 27).
 */
export function roundingOf({ prorated, unitPrice, quantity, amount }: Charge): { exact: Money; difference: Money } {
  const { currency } = amount;
  if (!prorated) return { exact: amount, difference: { minor: 0, currency } };
  const { days, of, price = unitPrice } = prorated;
  const exact = amountOf({ ...price, micro: Math.abs(price.micro) }, quantity, 'halfUp', days, of);
  return { exact, difference: { minor: Math.abs(amount.minor) - exact.minor, currency } };
}

/** Why a charge arises; each programme names it in its own words. */
export type ChargeCause = 'purchase' | 'cycle' | 'renewal' | 'trialConversion';

/** The charge type of a whole period (S4; billing examples MON-1, NCE-1, NCE-2, SAAS-1). */
export function chargeTypeOf(commerce: Commerce, cycle: BillingCycle, cause: ChargeCause): ChargeType {
  if (commerce === 'legacy') {
    if (cycle === 'Monthly') return 'Cycle fee';
    return cause === 'renewal' ? 'Prorate fee when renew' : 'Prorate fees when purchase';
  }
  switch (cause) {
    case 'purchase':
      return 'new';
    case 'cycle':
      return 'cycleCharge';
    case 'renewal':
      return 'renew';
    case 'trialConversion':
      return commerce === 'newCommerce' ? 'convert' : 'renew';
  }
}

/** Months of a commitment; 0 where there is none. */
export function monthsOf(duration: TermDuration): number {
  return { P1M: 1, P1Y: 12, P3Y: 36, none: 0 }[duration];
}

/** Months between two charges; a one-time charge covers the whole term. */
export function cycleMonths(cycle: BillingCycle, duration: TermDuration): number {
  switch (cycle) {
    case 'Monthly':
      return 1;
    case 'Annual':
      return 12;
    case 'Triennial':
      return 36;
    case 'OneTime':
    case 'None':
      return monthsOf(duration);
  }
}

/** What one licence costs for one billing cycle, from a price that is quoted per month, per year or at once. */
export function cyclePrice(
  listed: UnitPrice,
  per: Term['per'],
  cycle: BillingCycle,
  duration: TermDuration,
): UnitPrice {
  if (per === 'once') return listed;
  return scalePrice(listed, cycleMonths(cycle, duration), per === 'year' ? 12 : 1);
}

/** What a licence costs for some months of a billing period: its share of the price, cut to cents (decisions 30). */
export function cyclePart(price: UnitPrice, months: number, of: number): UnitPrice {
  if (months === of) return price;
  const { minor } = amountOf(price, 1, 'truncate', months, of);
  return { ...price, micro: minor * 10 ** (6 - decimalsOf(price.currency)) };
}

/** A whole period's charge: never day-rated (billing examples, finding 8), exact to the minor unit, rounded once. */
export function wholeCharge(
  chargeType: ChargeType,
  period: { readonly startsOn: PlainDate; readonly endsOn: PlainDate },
  unitPrice: UnitPrice,
  quantity: number,
  settledAt: Instant,
  exchangeRate: string,
): Charge {
  return {
    chargeType,
    startsOn: period.startsOn,
    endsOn: period.endsOn,
    unitPrice,
    effectiveUnitPrice: unitPrice,
    quantity,
    amount: amountOf(unitPrice, quantity),
    settledAt,
    exchangeRate,
  };
}
