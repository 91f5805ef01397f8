import { expect, test } from 'vitest';
import type { Subscription } from '../../api/subscriptions';
import { editOf, NOTHING_YET, type ScheduleForm } from './schedule-edit';

const product = { productId: 'P', skuId: '0001', availabilityId: 'A', billingCycle: 'Monthly', termDuration: 'P1Y' };

/** The parts of a subscription that an edit reads; the rest goes back as it came. */
const subscription = (changes: Partial<Subscription> = {}): Subscription =>
  ({
    id: 's',
    offerId: 'P:0001:A',
    quantity: 10,
    billingCycle: 'monthly',
    termDuration: 'P1Y',
    autoRenewEnabled: true,
    verdicts: { schedule: { allowed: true } },
    ...changes,
  }) as Subscription;

const bodyOf = (form: Partial<ScheduleForm>, resource = subscription()) => {
  const edited = editOf({ ...NOTHING_YET, ...form })?.(resource);
  if (!edited || !('body' in edited)) throw new Error('No request came of it.');
  return edited.body as Subscription;
};

const nextOf = (form: Partial<ScheduleForm>, resource = subscription()) =>
  bodyOf(form, resource).scheduledNextTermInstructions;

test.each<[Partial<ScheduleForm>, number, number]>([
  [{ licenses: 'set', number: '7' }, 10, 7],
  [{ licenses: 'lower', percent: '10' }, 10, 9],
  [{ licenses: 'lower', percent: '25' }, 10, 8],
  [{ licenses: 'lower', percent: '99' }, 10, 1],
  [{ licenses: 'lower', percent: '50' }, 1, 1],
  [{ licenses: 'raise', percent: '10' }, 5, 6],
  [{ licenses: 'raise', percent: '7' }, 100, 107],
])('%j makes %i licenses %i', (form, quantity, expected) => {
  expect(nextOf(form, subscription({ quantity }))?.quantity).toBe(expected);
});

test('what is kept comes from the saved change, per cent from the licenses of today', () => {
  const saved = subscription({
    scheduledNextTermInstructions: { product: { ...product, billingCycle: 'Annual', skuId: '0002' }, quantity: 4 },
  });
  expect(nextOf({ termDuration: 'P3Y' }, saved)).toEqual({
    product: { ...product, billingCycle: 'Annual', skuId: '0002', termDuration: 'P3Y' },
    quantity: 4,
  });
  expect(nextOf({ licenses: 'raise', percent: '10' }, saved)?.quantity).toBe(11);
});

test('without a saved change the next term is the same again, with the billing frequency to come', () => {
  const planned = subscription({
    nextChargeInstructions: { product: { ...product, billingCycle: 'Annual' }, quantity: 10 },
  });
  expect(nextOf({ licenses: 'set', number: '3' }, planned)).toEqual({
    product: { ...product, billingCycle: 'Annual' },
    quantity: 3,
  });
  expect(bodyOf({ licenses: 'set', number: '3' }, planned)).toMatchObject({ nextChargeInstructions: {}, quantity: 10 });
  expect(nextOf({ billingCycle: 'Annual', termDuration: 'P3Y' })?.product).toMatchObject({
    billingCycle: 'Annual',
    termDuration: 'P3Y',
  });
});

test('what has no next term to change is refused with the reason of its verdict', () => {
  const refused = subscription({
    verdicts: {
      schedule: { allowed: false, code: 1, reason: 'ScheduleNotOffered', facts: {}, description: 'Not for this one.' },
    } as Subscription['verdicts'],
  });
  expect(editOf({ ...NOTHING_YET, licenses: 'set' })?.(refused)).toEqual({
    kind: 'refused',
    reason: 'Not for this one.',
  });
});

test('a removed change is left out; auto-renew is switched and nothing else', () => {
  const saved = subscription({ scheduledNextTermInstructions: { product, quantity: 4 } });
  expect(bodyOf({ action: 'remove' }, saved)).not.toHaveProperty('scheduledNextTermInstructions');
  expect(bodyOf({ action: 'remove' }, saved)).toMatchObject({ quantity: 10, autoRenewEnabled: true });
  expect(bodyOf({ action: 'autoRenewOff' }, saved)).toEqual({ ...saved, autoRenewEnabled: false });
  expect(bodyOf({ action: 'autoRenewOn' }, saved)).toEqual(saved);
});

test.each<Partial<ScheduleForm>>([
  {},
  { licenses: 'set', number: '' },
  { licenses: 'set', number: '0' },
  { licenses: 'set', number: '2.5' },
  { licenses: 'lower', percent: '100' },
  { licenses: 'raise', percent: 'x', termDuration: 'P1Y' },
])('%j asks for nothing that could be done', (form) => {
  expect(editOf({ ...NOTHING_YET, ...form })).toBeUndefined();
});
