import { describe, expect, test } from 'vitest';
import { moneyText, type Money } from '../../kernel/money';
import { customer, CUSTOMERS, story } from '../testing/story';
import { USD } from '../testing/offers';
import { billingOf } from './invoice';
import { isTaxIncluded, taxed } from './tax';

const dollars = (minor: number): Money => ({ minor, currency: USD });

test.each([
  // On top: 19.50 and a half cent, which is rounded away from zero, in a credit as well.
  [19_505, '0.10', false, '195.05', '19.51'],
  [-19_505, '0.10', false, '-195.05', '-19.51'],
  // Included: 110 = 100 + 10 %.
  [11_000, '0.10', true, '100.00', '10.00'],
  [10_000, '0.10', true, '90.91', '9.09'],
  [10_000, '0', true, '100.00', '0.00'],
  [10_000, '0.175', false, '100.00', '17.50'],
])('%i cents at %s, included %s: %s and %s', (minor, rate, included, subtotal, tax) => {
  const split = taxed(dollars(minor), rate, included);
  expect([moneyText(split.subtotal), moneyText(split.tax)]).toEqual([subtotal, tax]);
});

test.each([
  ['software', 'AU', true],
  ['software', 'BR', true],
  ['software', 'DE', false],
  ['reservation', 'BR', true],
  ['reservation', 'AU', false],
  ['newCommerce', 'AU', false],
] as const)('%s in %s: tax included %s (S3-8)', (commerce, country, included) => {
  expect(isTaxIncluded({ commerce }, country)).toBe(included);
});

describe('on an invoice', () => {
  test('each customer by its own market; a market without a rate pays none', () => {
    const told = story({ at: '2021-10-10T08:00:00Z', taxRates: { DE: '0.19' } });
    told.buy('adatum', 'business', { quantity: 10 });
    told.buy('contoso', 'business', { quantity: 10 });
    told.go('2021-11-01');
    const [invoice] = billingOf(told.world.state, told.world.now).invoices;
    expect(invoice?.lines.map(({ subtotal, tax }) => `${moneyText(subtotal)} ${moneyText(tax)}`)).toEqual([
      '100.80 19.15',
      expect.stringMatching(/ 0\.00$/),
    ]);
    const sum = invoice?.lines.reduce((all, { subtotal, tax }) => all + subtotal.minor + tax.minor, 0);
    expect(invoice?.total.minor).toBe(sum);
  });

  test('software in Australia: the price holds the tax, and its cancellation gives both back', () => {
    const customers = [...CUSTOMERS, customer('oz', 'AU')];
    const told = story({ at: '2021-10-20T08:00:00Z', taxRates: { AU: '0.10' }, customers });
    const id = told.buy('oz', 'server-cal', { quantity: 3 });
    told.update(id, { status: 'deleted' });
    told.go('2021-11-01');
    const [invoice] = billingOf(told.world.state, told.world.now).invoices;
    const [bought, canceled] = invoice?.lines ?? [];
    expect(bought?.taxIncluded).toBe(true);
    expect(bought?.tax.minor).toBeGreaterThan(0);
    expect(canceled && { subtotal: 0 - canceled.subtotal.minor, tax: 0 - canceled.tax.minor }).toEqual(
      bought && { subtotal: bought.subtotal.minor, tax: bought.tax.minor },
    );
    expect(invoice?.total.minor).toBe(0);
  });
});
