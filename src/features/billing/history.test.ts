import { expect, test } from 'vitest';
import type { InvoiceKind, InvoiceRow } from '../../api/billing';
import { kindShown, yearsOf } from './history';

const none = { amount: '0.00', currency: 'EUR' };
const invoice = (kind: InvoiceKind, date: string): InvoiceRow => ({
  id: `${kind} ${date}`,
  kind,
  date,
  startsOn: date,
  endsOn: date,
  dueOn: date,
  paymentDays: 60,
  lines: 1,
  subtotal: none,
  tax: none,
  total: none,
  state: 'unpaid',
});

test('the address chooses the tab, whatever is in it', () => {
  const billing = { invoices: [invoice('OneTime', '2021-11-01')], estimates: [] };
  expect(kindShown(billing, 'recurring')).toBe('Recurring');
  expect(kindShown(billing, 'onetime')).toBe('OneTime');
});

test('without a word in the address, or with one that is no tab, the first that has anything', () => {
  const oneTime = [invoice('OneTime', '2021-11-01')];
  expect(kindShown({ invoices: oneTime, estimates: [] }, undefined)).toBe('OneTime');
  expect(kindShown({ invoices: [], estimates: oneTime }, 'zzz')).toBe('OneTime');
  expect(kindShown({ invoices: oneTime, estimates: [invoice('Recurring', '2021-11-15')] }, '')).toBe('Recurring');
  expect(kindShown({ invoices: [], estimates: [] }, undefined)).toBe('Recurring');
});

test('years once each, the latest first', () => {
  const dates = ['2021-11-01', '2020-02-01', '2021-01-01'].map((date) => invoice('OneTime', date));
  expect(yearsOf(dates)).toEqual(['2021', '2020']);
});
