import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inclusiveDays, plainDate } from '../../kernel/calendar';
import { moneyText, parseUnitPrice, unitPriceText, type CurrencyCode } from '../../kernel/money';
import { legacyPolicy, prorate, type RoundingPolicy } from './proration';

const USD = 'USD' as CurrencyCode;
const JPY = 'JPY' as CurrencyCode;

function price(text: string, currency = USD) {
  const parsed = parseUnitPrice(text, currency);
  if (!parsed) throw new Error(`Not a price: ${text}`);
  return parsed;
}

function cycle(startsOn: string, endsOn: string) {
  return { startsOn: plainDate(startsOn), endsOn: plainDate(endsOn) };
}

const YEAR = cycle('2018-01-13', '2019-01-12');
const YEAR_2017 = cycle('2017-02-11', '2018-02-10');
const MONTH = cycle('2018-01-13', '2018-02-12');

describe('published segments', () => {
  test.each<
    [
      string,
      string,
      { startsOn: ReturnType<typeof plainDate>; endsOn: ReturnType<typeof plainDate> },
      number,
      number,
      RoundingPolicy,
      string,
      string,
    ]
  >([
    ['ANN-3', '48.00', YEAR, 19, 1, 'CENTS', '2.47', '2.47'],
    ['ANN-3', '48.00', YEAR, 346, 2, 'CENTS', '44.98', '89.96'],
    ['ANN-5', '48.00', YEAR, 318, 1, 'CENTS', '41.34', '41.34'],
    ['ANN-2', '211.20', YEAR_2017, 1, 1, 'EXACT_AMT', '0.58', '0.58'],
    ['ANN-2', '211.20', YEAR_2017, 27, 2, 'EXACT_AMT', '15.62', '31.25'],
    ['ANN-2', '211.20', YEAR_2017, 337, 2, 'EXACT_AMT', '195.00', '390.00'],
    ['MON-2', '4.00', MONTH, 19, 1, 'MILLS', '2.45', '2.45'],
    ['MON-2', '4.00', MONTH, 12, 2, 'MILLS', '1.55', '3.10'],
  ])('%s: %s for %o, %i days of it, %i licences, %s', (_, listed, period, days, quantity, policy, unit, amount) => {
    const prorated = prorate(price(listed), period, days, quantity, policy);
    expect(unitPriceText(prorated.effectiveUnitPrice)).toBe(unit);
    expect(moneyText(prorated.amount)).toBe(amount);
  });
});

describe('whole periods', () => {
  test.each<RoundingPolicy>(['CENTS', 'MILLS', 'EXACT_AMT'])('%s never rates them by the day (finding 8)', (policy) => {
    const whole = prorate(price('48.00'), YEAR, 365, 3, policy);
    expect(moneyText(whole.amount)).toBe('144.00');
    expect(unitPriceText(whole.effectiveUnitPrice)).toBe('48.00');
    expect(moneyText(prorate(price('10.01'), MONTH, 31, 7, policy).amount)).toBe('70.07');
  });
});

test('yen have no cents, and a tenth of a yen is still kept a day', () => {
  const part = prorate(price('1000', JPY), MONTH, 12, 2, 'MILLS');
  // 1000 / 31 = 32.258… → 32.3 a day → 387.6 → 388 for twelve days.
  expect(moneyText(part.amount)).toBe('776');
  expect(moneyText(prorate(price('1000', JPY), MONTH, 12, 2, 'EXACT_AMT').amount)).toBe('774');
});

test('the exact policy is the nearest cent of the exact share', () => {
  fc.assert(
    fc.property(
      fc.nat(100_000_00),
      fc.integer({ min: 1, max: 364 }),
      fc.integer({ min: 1, max: 500 }),
      (cents, days, quantity) => {
        const { amount } = prorate({ micro: cents * 10_000, currency: USD }, YEAR, days, quantity, 'EXACT_AMT');
        const exact = (cents * quantity * days) / inclusiveDays(YEAR.startsOn, YEAR.endsOn);
        expect(Math.abs(amount.minor - exact)).toBeLessThanOrEqual(0.500_01);
      },
    ),
  );
});

test.each([
  [true, false, 'CENTS'],
  [true, true, 'EXACT_AMT'],
  [false, false, 'MILLS'],
  [false, true, 'MILLS'],
] as const)('billed annually %s, quoted by the year %s: %s (decisions 26)', (annually, byYear, policy) => {
  expect(legacyPolicy(annually, byYear)).toBe(policy);
});
