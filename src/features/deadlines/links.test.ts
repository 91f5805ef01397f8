import { expect, test } from 'vitest';
import type { DeadlineRow } from '../../api/dashboard';
import { actionPath, keyed } from './links';

const row = (action: DeadlineRow['action']['kind'], quantity: number | null = 5): DeadlineRow => ({
  at: '2021-10-20T08:00:00.000Z',
  kind: 'support',
  summary: '',
  customerId: 'c 1',
  customerName: 'Contoso',
  subscriptionId: 's1',
  name: 'Office',
  quantity,
  action: { kind: action, verdict: { allowed: true } },
});

test.each([
  ['cancel', '/customers/c%201/subscriptions/s1?cancel=1'],
  ['reduceQuantity', '/customers/c%201/subscriptions/s1#quantity'],
  ['requestSupport', '/customers/c%201/support/new?subscription=s1&reduceBy=5'],
  ['convertTrial', '/customers/c%201/subscriptions/s1#conversion'],
  ['autoRenew', '/customers/c%201/subscriptions/s1#status'],
  ['reactivate', '/customers/c%201/subscriptions/s1#status'],
] as const)('%s leads to %s', (action, path) => {
  expect(actionPath(row(action))).toBe(path);
});

test('a deadline without a number of licenses asks support for none', () => {
  expect(actionPath(row('requestSupport', null))).toBe('/customers/c%201/support/new?subscription=s1');
});

test('rows that are alike have keys of their own', () => {
  const keys = keyed([row('requestSupport'), row('requestSupport'), row('cancel')]).map(({ key }) => key);
  expect(new Set(keys).size).toBe(3);
});
