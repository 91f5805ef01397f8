import { Big } from 'big.js';
import { describe, expect, test } from 'vitest';
import type { CurrencyCode } from '../../kernel/money';
import {
  currencyOfMarket,
  DEFAULT_EXCHANGE_RATES,
  defaultExchangeRate,
  isMarket,
  MARKETS,
  PRICE_LIST_FACTORS,
} from './markets';

describe('markets', () => {
  test.each([
    ['SE', 'SEK'],
    ['NO', 'NOK'],
    ['SJ', 'NOK'],
    ['DK', 'DKK'],
    ['CH', 'CHF'],
    ['GB', 'GBP'],
    ['DE', 'EUR'],
    ['PL', 'EUR'],
    ['US', 'USD'],
    ['BR', 'BRL'],
    ['JP', 'JPY'],
    ['ZA', 'USD'],
    ['IR', undefined],
    ['se', undefined],
  ])('the price list of %s is in %s', (country, currency) => {
    expect(currencyOfMarket(country)).toBe(currency);
    expect(isMarket(country)).toBe(currency !== undefined);
  });

  test('are more than 140 countries that exist, none of them twice', () => {
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    expect(MARKETS.size).toBe(246);
    expect([...MARKETS.keys()].filter((country) => !names.of(country))).toEqual([]);
  });

  test('every currency has a price-list factor and an exchange rate', () => {
    const currencies = [...new Set(MARKETS.values())].toSorted();
    expect(Object.keys(PRICE_LIST_FACTORS).toSorted()).toEqual(currencies);
    expect(Object.keys(DEFAULT_EXCHANGE_RATES).toSorted()).toEqual(currencies);
  });

  test('default exchange rates go through the dollar, with six decimals', () => {
    const codes = [...new Set(MARKETS.values())];
    for (const from of codes) {
      for (const to of codes) {
        const exact = new Big(DEFAULT_EXCHANGE_RATES[to] ?? '').div(DEFAULT_EXCHANGE_RATES[from] ?? '');
        expect(defaultExchangeRate(from, to)).toBe(exact.toFixed(6, Big.roundHalfUp));
      }
    }
    expect(defaultExchangeRate('USD' as CurrencyCode, 'EUR' as CurrencyCode)).toBe('0.863600');
  });
});
