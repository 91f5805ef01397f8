import { describe, expect, it } from 'vitest';
import { requestsOf, type Read } from '../change-requests';
import type { TermChange } from './term-requests';

const target = { id: 's', customerId: 'c', orderId: 'o' };
const path = '/v1/customers/c/subscriptions/s';
const next = { catalogItemId: 'P:0001:A', quantity: 8, termDuration: 'P1Y', billingCycle: 'Annual' };
const instructions = {
  product: { productId: 'P', skuId: '0001', availabilityId: 'A', billingCycle: 'Annual', termDuration: 'P1Y' },
  quantity: 8,
};
const resource = {
  id: 's',
  offerId: 'Q:0001:B',
  quantity: 10,
  autoRenewEnabled: false,
  billingCycle: 'Monthly',
  scheduledNextTermInstructions: 'what is saved',
  nextChargeInstructions: 'what is planned',
};

const read: Read = async <Resource>(asked: string) => {
  expect(asked).toBe(path);
  return resource as Resource;
};

/** The body as it goes over the wire. */
async function bodyOf(change: TermChange): Promise<unknown> {
  const [request] = await requestsOf(target, change, read);
  return JSON.parse(JSON.stringify(request?.body));
}

const { scheduledNextTermInstructions: _saved, ...unscheduled } = resource;
const { nextChargeInstructions: _planned, ...unplanned } = resource;

describe('The requests of a change of term', () => {
  it.each<[what: string, change: TermChange, body: object]>([
    ['save the next term', { kind: 'schedule', next }, { ...resource, scheduledNextTermInstructions: instructions }],
    [
      'turn auto-renew on with it',
      { kind: 'schedule', next, turnsAutoRenewOn: true },
      { ...resource, autoRenewEnabled: true, scheduledNextTermInstructions: instructions },
    ],
    ['leave out what is removed', { kind: 'unschedule' }, unscheduled],
    ['leave out a frequency that is taken back', { kind: 'keepFrequency' }, unplanned],
    ['name another frequency', { kind: 'frequency', billingCycle: 'Annual' }, { ...resource, billingCycle: 'Annual' }],
    [
      'name a longer term with its frequency',
      { kind: 'longerTerm', termDuration: 'P3Y', billingCycle: 'Annual' },
      { ...resource, termDuration: 'P3Y', billingCycle: 'Annual' },
    ],
  ])('%s, and send the whole resource back', async (_what, change, body) => {
    expect(await bodyOf(change)).toEqual(body);
    expect(await requestsOf(target, change, read)).toMatchObject([{ method: 'PATCH', path }]);
  });

  it('bill the order of a legacy subscription', async () => {
    const change: TermChange = { kind: 'orderBilling', billingCycle: 'Annual' };
    expect(await requestsOf(target, change, read)).toEqual([
      { method: 'PATCH', path: '/v1/customers/c/orders/o', body: { billingCycle: 'Annual' } },
    ]);
  });

  it.each([
    ['all licences', { quantity: 10 }, 'transition_with_license_transfer'],
    ['a part', { quantity: 9 }, 'transition_only'],
    ['what joins others', { quantity: 10, toSubscriptionId: 'x' }, 'transition_only'],
  ])('upgrade %s', async (_what, wish, transitionType) => {
    const change: TermChange = { kind: 'upgrade', wish: { catalogItemId: 'P:0001:A', ...wish } };
    expect(await requestsOf(target, change, read)).toEqual([
      {
        method: 'POST',
        path: `${path}/transitions`,
        body: {
          fromCatalogItemId: 'Q:0001:B',
          fromSubscriptionId: 's',
          toCatalogItemId: 'P:0001:A',
          ...wish,
          transitionType,
        },
      },
    ]);
  });

  it('upgrade a legacy subscription as a whole', async () => {
    const change: TermChange = { kind: 'upgradeAll', catalogItemId: 'guid', quantity: 10 };
    expect(await requestsOf(target, change, read)).toEqual([
      { method: 'POST', path: `${path}/upgrades`, body: { targetOffer: { id: 'guid' }, quantity: 10 } },
    ]);
  });
});
