import { describe, expect, test } from 'vitest';
import type { SubscriptionPage } from '../../api/dashboard';
import { messages as t } from '../../i18n/messages/en';
import { askedReduction, filledIn, requestBody, supportReduction, unfinished, type SupportFacts } from './support-form';

const batch = (quantity: number, supportUntil: string | null): SubscriptionPage['batches'][number] => ({
  quantity,
  addedAt: '2021-10-01T00:00:00Z',
  kind: 'midTerm',
  reducibleUntil: null,
  supportUntil,
});
const subscription = {
  id: 's1',
  orderId: 'o1',
  name: 'Office',
  batches: [batch(10, null), batch(3, '2021-10-20T08:00:00Z'), batch(2, '2021-10-19T08:00:00Z')],
} as unknown as SubscriptionPage;
const facts: SupportFacts = {
  customer: { id: 'guid', companyName: 'Contoso', domain: 'contoso.example' },
  userName: 'Anna Maria Admin',
  topicId: '1',
};

describe('what support takes away', () => {
  test('is what the open batches hold, until the first of them closes', () => {
    expect(supportReduction(subscription)).toEqual({ upTo: 5, until: '2021-10-19T08:00:00Z' });
  });

  test('is nothing without an open batch', () => {
    expect(supportReduction({ batches: [batch(10, null)] })).toBeUndefined();
    expect(supportReduction(undefined)).toBeUndefined();
  });
});

describe('a form that opens', () => {
  test('for licences that are to be taken away is complete but for the contact', () => {
    const form = filledIn({ ...facts, subscription, reduceBy: 99 }, t);
    expect(form.reduceBy).toBe('5');
    expect(form.description).toContain('s1');
    expect(form.description).toContain('o1');
    expect(form.description).toContain('guid (contoso.example)');
    expect(unfinished(form.description, t)).toEqual([]);
  });

  test('without a subscription marks what is not known', () => {
    const form = filledIn(facts, t);
    expect(form.title).toBe('');
    expect(unfinished(form.description, t)).toEqual(Object.values(t.support.placeholders));
  });

  test('asks for no licences where support cannot take any', () => {
    const closed = { ...subscription, batches: [batch(10, null)] };
    expect(filledIn({ ...facts, subscription: closed, reduceBy: 2 }, t).reduceBy).toBe('');
  });
});

test('the request names the customer, the subscription and the licences, and parts the name', () => {
  const form = { ...filledIn({ ...facts, subscription, reduceBy: 3 }, t), email: ' a@b.example ', phone: '123' };
  expect(requestBody(form, { ...facts, subscription })).toMatchObject({
    supportTopicId: 1,
    organization: { id: 'guid' },
    primaryContact: { firstName: 'Anna Maria', lastName: 'Admin', email: 'a@b.example', phoneNumber: '123' },
    subscriptionId: 's1',
    reduceBy: 3,
  });
  expect(requestBody({ ...form, reduceBy: '' }, facts)).not.toHaveProperty('reduceBy');
});

test.each([
  ['5', 5],
  ['', undefined],
  [undefined, undefined],
  ['-1', undefined],
  ['five', undefined],
])('an address that asks for %s asks for %s', (text, expected) => {
  expect(askedReduction(text)).toBe(expected);
});
