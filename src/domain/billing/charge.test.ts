import { describe, expect, test } from 'vitest';
import { moneyText, unitPriceText } from '../../kernel/money';
import { cyclePriceOf, termTotal } from '../cart/purchase';
import type { BillingCycle, Commerce, Term, TermDuration } from '../catalog/offer';
import { EUR } from '../testing/offers';
import { chargeTypeOf, cycleMonths, monthsOf, type ChargeCause } from './charge';

describe('what a term costs', () => {
  test.each<[TermDuration, BillingCycle, string, Term['per'], string, string]>([
    ['P1M', 'Monthly', '10.08', 'month', '10.08', '30.24'],
    ['P1Y', 'Monthly', '10.08', 'month', '10.08', '362.88'],
    ['P1Y', 'Annual', '4.00', 'month', '48.00', '144.00'],
    ['P1Y', 'Annual', '211.20', 'year', '211.20', '633.60'],
    ['P1Y', 'Monthly', '120.00', 'year', '10.00', '360.00'],
    ['P3Y', 'Monthly', '10.08', 'month', '10.08', '1088.64'],
    ['P3Y', 'Annual', '120.96', 'year', '120.96', '1088.64'],
    ['P3Y', 'Triennial', '120.96', 'year', '362.88', '1088.64'],
    ['P3Y', 'Triennial', '362.88', 'once', '362.88', '1088.64'],
    ['P1Y', 'OneTime', '500.00', 'once', '500.00', '1500.00'],
    ['none', 'OneTime', '998.00', 'once', '998.00', '2994.00'],
    // 100 a year is 8.333333 a month: each month of three licences is rounded to 25.00, as it will be charged.
    ['P1Y', 'Monthly', '100.00', 'year', '8.333333', '300.00'],
    ['P1M', 'None', '0.00', 'month', '0.00', '0.00'],
  ])(
    '%s %s at %s per %s: %s a cycle, three licences cost %s',
    (termDuration, billingCycle, price, per, cycle, total) => {
      const term: Term = { termDuration, billingCycle, price, per, currency: EUR };
      expect(unitPriceText(cyclePriceOf(term))).toBe(cycle);
      expect(moneyText(termTotal(term, 3))).toBe(total);
    },
  );

  test('a price that is none is a fault of the catalog', () => {
    const term: Term = { termDuration: 'P1M', billingCycle: 'Monthly', price: 'free', per: 'month', currency: EUR };
    expect(() => cyclePriceOf(term)).toThrow('Not a price: free');
  });
});

describe('months', () => {
  test.each<[TermDuration, BillingCycle, number, number]>([
    ['P1M', 'Monthly', 1, 1],
    ['P1Y', 'Monthly', 12, 1],
    ['P1Y', 'Annual', 12, 12],
    ['P3Y', 'Triennial', 36, 36],
    ['P3Y', 'Annual', 36, 12],
    ['P3Y', 'OneTime', 36, 36],
    ['P1M', 'None', 1, 1],
    ['none', 'OneTime', 0, 0],
    ['none', 'None', 0, 0],
  ])('%s, billed %s: %i, charged every %i', (duration, cycle, months, between) => {
    expect(monthsOf(duration)).toBe(months);
    expect(cycleMonths(cycle, duration)).toBe(between);
  });
});

describe('charge types', () => {
  test.each<[Commerce, BillingCycle, ChargeCause, string]>([
    ['legacy', 'Monthly', 'purchase', 'Cycle fee'],
    ['legacy', 'Monthly', 'cycle', 'Cycle fee'],
    ['legacy', 'Monthly', 'renewal', 'Cycle fee'],
    ['legacy', 'Annual', 'purchase', 'Prorate fees when purchase'],
    ['legacy', 'Annual', 'renewal', 'Prorate fee when renew'],
    ['newCommerce', 'Monthly', 'purchase', 'new'],
    ['newCommerce', 'Monthly', 'cycle', 'cycleCharge'],
    ['newCommerce', 'Annual', 'renewal', 'renew'],
    ['newCommerce', 'Monthly', 'trialConversion', 'convert'],
    ['marketplace', 'Monthly', 'purchase', 'new'],
    ['marketplace', 'Monthly', 'renewal', 'renew'],
    ['marketplace', 'Monthly', 'trialConversion', 'renew'],
    ['software', 'OneTime', 'purchase', 'new'],
    ['reservation', 'OneTime', 'purchase', 'new'],
  ])('%s billed %s on %s: %s', (commerce, cycle, cause, type) => {
    expect(chargeTypeOf(commerce, cycle, cause)).toBe(type);
  });
});
