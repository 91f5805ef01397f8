/**
 * What stands charged for the running cycle. A change never nets: what was charged is given back and the days are charged
 * anew ("wipe and recreate", billing examples, finding 6), so every credit can name what it gives back.
 */
import { addDays, inclusiveDays, type Instant, type PlainDate } from '../../kernel/calendar';
import type { Money, UnitPrice } from '../../kernel/money';
import type { SubscriptionCycle } from '../subscriptions/subscription';
import type { Charge, ChargeType } from './charge';
import { prorate, type RoundingPolicy } from './proration';

/** Days of the running cycle with one number of licences, inclusive at both ends, and what has been charged for them. */
export interface BilledSpan {
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  readonly quantity: number;
  /** Price of one licence for these days. */
  readonly effectiveUnitPrice: UnitPrice;
  readonly charged: Money;
}

/** What a bill needs to know besides days and licences. */
export interface Tariff {
  readonly cycle: SubscriptionCycle;
  /** Price of one licence for the whole cycle. */
  readonly unitPrice: UnitPrice;
  /** The list price, where the cycle is a part of what that is quoted for (a frequency changed inside a year). */
  readonly listPrice: UnitPrice;
  readonly policy: RoundingPolicy;
  readonly chargeType: ChargeType;
  readonly settledAt: Instant;
  readonly exchangeRate: string;
}

/** The span that a charge covers. */
export function spanOf(charge: Charge): BilledSpan {
  const { startsOn, endsOn, quantity, effectiveUnitPrice, amount } = charge;
  return { startsOn, endsOn, quantity, effectiveUnitPrice, charged: amount };
}

/** Charges some days of the cycle for so many licences. */
export function chargeDays(startsOn: PlainDate, endsOn: PlainDate, quantity: number, tariff: Tariff): Charge {
  const { cycle, unitPrice, listPrice, policy, chargeType, settledAt, exchangeRate } = tariff;
  const days = inclusiveDays(startsOn, endsOn);
  const of = inclusiveDays(cycle.startsOn, cycle.endsOn);
  const part = prorate(unitPrice, cycle, days, quantity, policy);
  return {
    chargeType,
    startsOn,
    endsOn,
    unitPrice: listPrice,
    ...part,
    quantity,
    ...(days === of
      ? {}
      : { prorated: { days, of, policy, ...(unitPrice.micro === listPrice.micro ? {} : { price: unitPrice }) } }),
    settledAt,
    exchangeRate,
  };
}

/** Gives a whole span back: exactly what was charged. */
export function creditSpan(
  span: BilledSpan,
  tariff: Pick<Tariff, 'chargeType' | 'listPrice' | 'settledAt' | 'exchangeRate'>,
): Charge {
  const { chargeType, listPrice, settledAt, exchangeRate } = tariff;
  const { startsOn, endsOn, quantity, effectiveUnitPrice, charged } = span;
  return {
    chargeType,
    startsOn,
    endsOn,
    unitPrice: negativePrice(listPrice),
    effectiveUnitPrice: negativePrice(effectiveUnitPrice),
    quantity,
    amount: negative(charged),
    settledAt,
    exchangeRate,
  };
}

/** Gives the days of a span from `from` on back, day by day; never more than was charged (decisions 27). */
export function creditFrom(span: BilledSpan, from: PlainDate, tariff: Tariff): Charge {
  const part = chargeDays(from, span.endsOn, span.quantity, tariff);
  const given =
    part.amount.minor > span.charged.minor
      ? { ...part, effectiveUnitPrice: span.effectiveUnitPrice, amount: span.charged }
      : part;
  return {
    ...given,
    unitPrice: negativePrice(given.unitPrice),
    effectiveUnitPrice: negativePrice(given.effectiveUnitPrice),
    amount: negative(given.amount),
  };
}

/** Gives back everything from a day on: whole spans exactly, the one that the day cuts day by day. */
export function creditRest(billed: readonly BilledSpan[], from: PlainDate, tariff: Tariff): Charge[] {
  return billed.flatMap((span) => {
    if (span.endsOn < from) return [];
    return [span.startsOn >= from ? creditSpan(span, tariff) : creditFrom(span, from, tariff)];
  });
}

/**
 * From a day on, another SKU or other licences at another price: the rest is given back in the old tariff, and the same
 * days are charged in the new one (NCE-7).
 */
export function convertDays(
  billed: readonly BilledSpan[],
  from: PlainDate,
  quantity: number,
  old: Tariff,
  next: Tariff,
): { readonly charges: Charge[]; readonly billed: BilledSpan[] } {
  const credits = creditRest(billed, from, old);
  const charges = quantity > 0 ? [chargeDays(from, next.cycle.endsOn, quantity, next)] : [];
  return { charges: [...credits, ...charges], billed: [...before(billed, from, old), ...charges.map(spanOf)] };
}

/** What stands charged for the days before `from`, when the rest has been given back. */
function before(billed: readonly BilledSpan[], from: PlainDate, tariff: Tariff): BilledSpan[] {
  return billed.flatMap((span) => {
    if (span.startsOn >= from) return [];
    return [span.endsOn < from ? span : shortened(span, from, creditFrom(span, from, tariff))];
  });
}

/** From this day on, so many licences more (or fewer). */
export interface QuantityStep {
  readonly on: PlainDate;
  readonly by: number;
}

/** Licences more or fewer from some days on: what stands for those days is given back and they are charged anew. */
export function replaceDays(
  billed: readonly BilledSpan[],
  steps: readonly QuantityStep[],
  tariff: Tariff,
): { readonly charges: Charge[]; readonly billed: BilledSpan[] } {
  const days = [...new Set(steps.map(({ on }) => on))].toSorted();
  const [first] = days;
  if (first === undefined) return { charges: [], billed: [...billed] };
  const credits: Charge[] = [];
  const charges: Charge[] = [];
  const kept: BilledSpan[] = [];
  for (const span of billed) {
    if (span.endsOn < first) {
      kept.push(span);
      continue;
    }
    const from = first > span.startsOn ? first : span.startsOn;
    const credit = from === span.startsOn ? creditSpan(span, tariff) : creditFrom(span, from, tariff);
    if (from !== span.startsOn) kept.push(shortened(span, from, credit));
    credits.push(credit);
    const cuts = [from, ...days.filter((on) => on > from && on <= span.endsOn)];
    for (const [index, on] of cuts.entries()) {
      const next = cuts[index + 1];
      const quantity = steps.reduce((sum, step) => (step.on <= on ? sum + step.by : sum), span.quantity);
      // Days on which nothing is left are given back and that is all.
      if (quantity > 0) charges.push(chargeDays(on, next ? addDays(next, -1) : span.endsOn, quantity, tariff));
    }
  }
  return { charges: [...credits, ...charges], billed: [...kept, ...charges.map(spanOf)] };
}

/** What is left of a span when its days from `from` on have been given back. */
function shortened(span: BilledSpan, from: PlainDate, credit: Charge): BilledSpan {
  const { effectiveUnitPrice: price, charged } = span;
  return {
    ...span,
    endsOn: addDays(from, -1),
    effectiveUnitPrice: { ...price, micro: price.micro + credit.effectiveUnitPrice.micro },
    charged: { ...charged, minor: charged.minor + credit.amount.minor },
  };
}

function negative(amount: Money): Money {
  return { ...amount, minor: 0 - amount.minor };
}

function negativePrice(price: UnitPrice): UnitPrice {
  return { ...price, micro: 0 - price.micro };
}
