import { Big } from 'big.js';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CurrencyCode, decimalsOf } from '../../kernel/money';
import { PRICE_LIST_FACTORS } from './markets';
import type { Offer, Term } from './offer';
import { priceIn, termsIn } from './price-list';

const currencies = Object.keys(PRICE_LIST_FACTORS) as CurrencyCode[];
const EUR = 'EUR' as CurrencyCode;
const JPY = 'JPY' as CurrencyCode;
const SEK = 'SEK' as CurrencyCode;
const USD = 'USD' as CurrencyCode;

function monthly(price: string, currency: CurrencyCode): Term {
  return { termDuration: 'P1Y', billingCycle: 'Monthly', price, currency, per: 'month' };
}

function selling(...terms: Term[]): Offer {
  return {
    key: 'k',
    commerce: 'newCommerce',
    title: 'K',
    publisher: { name: 'Microsoft', kind: 'microsoft' },
    billingType: 'license',
    category: 'Enterprise',
    segments: ['Commercial'],
    terms,
  };
}

describe('priceIn', () => {
  test('a stated price is kept as it is, finer than cents too', () => {
    expect(priceIn(monthly('0.578630', EUR), EUR)).toEqual({ micro: 578_630, currency: EUR });
  });

  test.each([
    ['12.50', EUR, 10_500_000],
    ['12.50', SEK, 108_000_000],
    ['4.99', JPY, 539_000_000],
    ['0.00', JPY, 0],
  ])('%s USD in %s', (price, currency, micro) => {
    expect(priceIn(monthly(price, USD), currency)).toEqual({ micro, currency });
  });

  test('equals price × factor ÷ factor, rounded half up to the minor unit (big.js)', () => {
    const cents = fc.integer({ min: 0, max: 5_000_000 });
    const currency = fc.constantFrom(...currencies);
    fc.assert(
      fc.property(cents, currency, currency, (amount, from, to) => {
        const price = new Big(amount).div(100).toFixed(2);
        const factor = (code: CurrencyCode): string => PRICE_LIST_FACTORS[code] ?? '';
        const exact = new Big(price).times(factor(to)).div(factor(from));
        const expected = from === to ? new Big(price) : exact.round(decimalsOf(to), Big.roundHalfUp);
        expect(priceIn(monthly(price, from), to)).toEqual({ micro: expected.times(1e6).toNumber(), currency: to });
      }),
    );
  });
});

describe('termsIn', () => {
  test('converts what is not stated in the currency', () => {
    expect(termsIn(selling(monthly('12.50', USD)), EUR)).toEqual([monthly('10.50', EUR)]);
    expect(termsIn(selling(monthly('12.50', USD)), JPY)).toEqual([monthly('1350', JPY)]);
  });

  test('prefers the stated price of the currency, wherever it is listed', () => {
    const offer = selling(monthly('12.50', USD), monthly('10.08', EUR), monthly('99.00', SEK));
    expect(termsIn(offer, EUR)).toEqual([monthly('10.08', EUR)]);
    expect(termsIn(offer, SEK)).toEqual([monthly('99.00', SEK)]);
    expect(termsIn(offer, USD)).toEqual([monthly('12.50', USD)]);
    expect(termsIn(selling(monthly('10.08', EUR), monthly('12.50', USD)), USD)).toEqual([monthly('12.50', USD)]);
  });

  test('answers one term for each pair of commitment and billing cycle', () => {
    const annual: Term = { ...monthly('150.00', USD), billingCycle: 'Annual', per: 'year' };
    expect(termsIn(selling(monthly('12.50', USD), annual, monthly('10.00', EUR)), EUR)).toEqual([
      monthly('10.00', EUR),
      { ...annual, price: '126.00', currency: EUR },
    ]);
  });
});
