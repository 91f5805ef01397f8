import { expect, test } from 'vitest';
import type { RenewalRow, TermView } from '../../api/renewals';
import { csvText } from '../../i18n/csv';
import { messages as english } from '../../i18n/messages/en';
import { messages as swedish } from '../../i18n/messages/sv';
import { EXPORT_HEADER, exportRow } from './renewal-export';

const term = (quantity: number, amount: string): TermView => ({
  catalogItemId: 'P:0001:A',
  offerName: 'Office',
  quantity,
  termDuration: 'P1Y',
  billingCycle: 'Annual',
  price: { amount: '100.00', currency: 'EUR', per: 'year' },
  cycleAmount: { amount, currency: 'EUR' },
  termAmount: { amount, currency: 'EUR' },
});

const row = (changes: Partial<RenewalRow> = {}): RenewalRow => ({
  on: '2021-11-01',
  kind: 'renews',
  summary: 'Renews as 8 licenses',
  customerId: 'c',
  customerName: 'Contoso',
  subscriptionId: 's1',
  name: '=1+1',
  offerName: 'Office',
  newCommerce: true,
  current: term(10, '1000.00'),
  next: term(8, '800.50'),
  changed: true,
  autoRenew: true,
  licenses: null,
  schedule: { allowed: true },
  switchAutoRenew: { allowed: true },
  ...changes,
});

test('each cell stands below its heading; names that look like formulas are defused', async () => {
  const text = csvText(EXPORT_HEADER, [exportRow(row(), english.renewals)], 'en');
  expect(text.split('\r\n')[1]).toBe(
    "11/1/2021,Renews,Renews as 8 licenses,Contoso,s1,'=1+1,10,8,P1Y,Annual,1000.00,800.50,EUR,Changed",
  );
  expect(exportRow(row(), english.renewals)).toHaveLength(EXPORT_HEADER.length);
});

test('Swedish spreadsheets get their days, commas and words; what ends has no next term', async () => {
  const ends = row({ kind: 'ends', next: null, changed: false, summary: 'Upphör' });
  const text = csvText(EXPORT_HEADER, [exportRow(ends, swedish.renewals)], 'sv');
  expect(text.split('\r\n')[1]).toBe("2021-11-01;Upphör;Upphör;Contoso;s1;'=1+1;10;;;;1000,00;;EUR;Oförändrad");
});
