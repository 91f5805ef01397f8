import { expect, test } from 'vitest';
import { invoiceAddress, invoicePath, linePath, lineText, readLine } from './links';

const issued = { id: 'G208954262', kind: 'OneTime' } as const;
const coming = { id: null, kind: 'Recurring' } as const;

test('an invoice has its number in the address, an estimate its kind', () => {
  expect(invoicePath(issued)).toBe('/billing/invoices/G208954262');
  expect(invoicePath(coming)).toBe('/billing/estimates/recurring');
  expect(invoiceAddress(issued)).toEqual({ invoice: 'G208954262', query: {} });
  expect(invoiceAddress(coming)).toEqual({ invoice: 'unbilled', query: { kind: 'Recurring' } });
});

test('a line in the address is read back', () => {
  const line = { subscriptionId: '61c329b0-37ab', number: 12 };
  expect(readLine(lineText(line))).toEqual(line);
  expect(linePath(issued, line)).toBe('/billing/invoices/G208954262?line=61c329b0-37ab%3A12');
});

test.each([undefined, '', 'abc', 'abc:', ':3', 'abc:0', 'abc:-1', 'abc:x'])('%j names no line', (text) => {
  expect(readLine(text)).toBeUndefined();
});
