import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  amountOf,
  decimalsOf,
  moneyText,
  parseUnitPrice,
  roundRatio,
  scalePrice,
  sum,
  sumByCurrency,
  unitPriceText,
  type CurrencyCode,
  type Money,
  type RoundingMode,
} from './money';

const EUR = 'EUR' as CurrencyCode;
const USD = 'USD' as CurrencyCode;
const JPY = 'JPY' as CurrencyCode;

const currencies = fc.constantFrom(EUR, USD, JPY);
const modes = fc.constantFrom<RoundingMode>('halfUp', 'truncate');
/** Up to 99,999.999999, of both signs. */
const micros = fc.integer({ min: -99_999_999_999, max: 99_999_999_999 });

/** Big's names for our modes: half away from zero, towards zero. */
function bigMode(mode: RoundingMode) {
  return mode === 'halfUp' ? Big.roundHalfUp : Big.roundDown;
}

/** A division of Big's is cut at `DP` decimals: with this many, no half is mistaken for less. */
Big.DP = 60;

describe('beside big.js', () => {
  test('a ratio is rounded alike', () => {
    fc.assert(
      fc.property(
        fc.maxSafeInteger(),
        fc.integer({ min: 1, max: 1_000_000 }),
        modes,
        (numerator, denominator, mode) => {
          const expected = new Big(numerator).div(denominator).round(0, bigMode(mode));
          expect(roundRatio(BigInt(numerator), BigInt(denominator), mode).toString()).toBe(expected.toFixed(0));
        },
      ),
    );
  });

  test('halves of both signs are rounded alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), modes, (half, mode) => {
        const expected = new Big(half).div(2).round(0, bigMode(mode));
        expect(roundRatio(BigInt(half), 2n, mode).toString()).toBe(expected.eq(0) ? '0' : expected.toFixed(0));
      }),
    );
  });

  test('unit price × quantity × ratio is rounded once, to minor units', () => {
    fc.assert(
      fc.property(
        micros,
        fc.integer({ min: 0, max: 1_000 }),
        fc.integer({ min: 0, max: 366 }),
        fc.integer({ min: 1, max: 366 }),
        modes,
        currencies,
        (micro, quantity, days, ofDays, mode, currency) => {
          const exact = new Big(micro).div(1_000_000).times(quantity).times(days).div(ofDays);
          const expected = exact.round(decimalsOf(currency), bigMode(mode));
          const amount = amountOf({ micro, currency }, quantity, mode, days, ofDays);
          expect(new Big(moneyText(amount)).toFixed()).toBe(expected.plus(0).toFixed());
          expect(amount.currency).toBe(currency);
        },
      ),
    );
  });

  test('a price is scaled to millionths', () => {
    fc.assert(
      fc.property(micros, fc.integer({ min: 1, max: 36 }), fc.integer({ min: 1, max: 366 }), (micro, by, of) => {
        const expected = new Big(micro).times(by).div(of).round(0, Big.roundHalfUp);
        expect(scalePrice({ micro, currency: EUR }, by, of).micro.toString()).toBe(
          expected.eq(0) ? '0' : expected.toFixed(0),
        );
      }),
    );
  });

  test('a price is read and printed as it is', () => {
    fc.assert(
      fc.property(micros, currencies, (micro, currency) => {
        const text = unitPriceText({ micro, currency });
        expect(new Big(text).eq(new Big(micro).div(1_000_000))).toBe(true);
        expect(parseUnitPrice(text, currency)).toEqual({ micro, currency });
        const decimals = text.split('.')[1]?.length ?? 0;
        expect(decimals).toBeGreaterThanOrEqual(decimalsOf(currency));
      }),
    );
  });
});

describe('printed', () => {
  test.each([
    [10_080_000, EUR, '10.08'],
    [0, EUR, '0.00'],
    [-7_720_000, EUR, '-7.72'],
    [578_630, USD, '0.57863'],
    [1, USD, '0.000001'],
    [-1, USD, '-0.000001'],
    [1_234_000_000, JPY, '1234'],
    [500_000, JPY, '0.5'],
    [100_000_000, JPY, '100'],
  ])('a price of %i millionths of %s is %s', (micro, currency, text) => {
    expect(unitPriceText({ micro, currency })).toBe(text);
  });

  test.each([
    [10_080, EUR, '100.80'],
    [5, EUR, '0.05'],
    [-5, EUR, '-0.05'],
    [0, EUR, '0.00'],
    [-4_134, USD, '-41.34'],
    [1_234, JPY, '1234'],
    [0, JPY, '0'],
  ])('%i minor units of %s are %s', (minor, currency, text) => {
    expect(moneyText({ minor, currency })).toBe(text);
  });
});

describe('read', () => {
  test.each(['', '.5', '5.', '1,5', '1e3', '+1', ' 1', '1.1234567', 'NaN', '--1', '9007199255'])(
    '%j is no price',
    (text) => {
      expect(parseUnitPrice(text, EUR)).toBeUndefined();
    },
  );

  test('the largest price is the largest safe number of millionths', () => {
    expect(parseUnitPrice('9007199254.740991', EUR)).toEqual({ micro: Number.MAX_SAFE_INTEGER, currency: EUR });
    expect(parseUnitPrice('9007199254.740992', EUR)).toBeUndefined();
  });
});

describe('too much', () => {
  test('an amount that is no safe integer is a fault, not a wrong number', () => {
    expect(() => amountOf({ micro: Number.MAX_SAFE_INTEGER, currency: EUR }, 100_000)).toThrow(RangeError);
    expect(() => scalePrice({ micro: Number.MAX_SAFE_INTEGER, currency: EUR }, 2, 1)).toThrow(RangeError);
  });
});

describe('sums', () => {
  const money = (minor: number, currency: CurrencyCode): Money => ({ minor, currency });

  test('of one currency', () => {
    expect(sum([])).toBeUndefined();
    expect(sum([money(1, EUR), money(2, EUR), money(-4, EUR)])).toEqual(money(-1, EUR));
  });

  test('two currencies are never added', () => {
    expect(() => sum([money(1, EUR), money(1, USD)])).toThrow('Cannot add USD to EUR');
    expect(sumByCurrency([money(1, EUR), money(1, USD), money(2, EUR)])).toEqual([money(3, EUR), money(1, USD)]);
  });
});
