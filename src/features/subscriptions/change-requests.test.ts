import { describe, expect, it } from 'vitest';
import type { Preview } from '../../api/dashboard';
import { isHarmless, requestsOf, type Change, type Read } from './change-requests';

const target = { id: 's', customerId: 'c', orderId: 'o' };
const own = '/v1/customers/c/subscriptions/s';

const RESOURCES: Record<string, object> = {
  [own]: { id: 's', friendlyName: 'Office', quantity: 10, autoRenewEnabled: true, status: 'active' },
  '/v1/customers/c/subscriptions/held': { id: 'held', quantity: 4, status: 'active' },
  '/v1/customers/c/orders/o': {
    id: 'o',
    billingCycle: 'monthly',
    lineItems: [{ lineItemNumber: 0 }, { lineItemNumber: 3 }],
  },
  [`${own}/conversions`]: {
    items: [
      { targetOfferId: 'paid', billingCycle: 'annual', quantity: 25 },
      { targetOfferId: 'paid', billingCycle: 'monthly', quantity: 25 },
    ],
  },
};

const read: Read = async <Resource>(path: string) => {
  const found = RESOURCES[path];
  if (!found) throw new Error(`Nobody should read ${path}`);
  return found as Resource;
};

const preview = (changes: Partial<Preview> = {}): Preview => ({
  accepted: true,
  status: 200,
  effects: [],
  charges: [],
  nextInvoice: [],
  sideEffects: [],
  irreversible: false,
  undoUntil: null,
  ...changes,
});

describe('The requests of a change', () => {
  it('send the whole resource back with its edits', async () => {
    const change: Change = { kind: 'edit', edits: { friendlyName: 'Malmö', quantity: 12 } };
    expect(await requestsOf(target, change, read)).toEqual([
      { method: 'PATCH', path: own, body: { ...RESOURCES[own], friendlyName: 'Malmö', quantity: 12 } },
    ]);
  });

  it.each([
    ['reactivate', 'active'],
    ['cancel', 'deleted'],
  ] as const)('%s with the status %s', async (kind, status) => {
    expect(await requestsOf(target, { kind }, read)).toEqual([
      { method: 'PATCH', path: own, body: { ...RESOURCES[own], status } },
    ]);
  });

  it('leave the subscription alone when only others change', async () => {
    const edits = {
      supportContact: { mpnId: '1', name: 'One' },
      heldAddOns: [{ subscriptionId: 'held', quantity: 7 }],
      newAddOns: [{ catalogItemId: 'a', quantity: 3 }],
    };
    const requests = await requestsOf(target, { kind: 'edit', edits }, read);
    expect(requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'PATCH /v1/customers/c/subscriptions/held',
      'PATCH /v1/customers/c/orders/o',
      `PUT ${own}/supportcontact`,
    ]);
    expect(requests[1]?.body).toMatchObject({
      billingCycle: 'monthly',
      lineItems: [
        { lineItemNumber: 0 },
        { lineItemNumber: 3 },
        { lineItemNumber: 4, offerId: 'a', quantity: 3, parentSubscriptionId: 's' },
      ],
    });
    expect(requests[2]?.body).toEqual({ supportMpnId: '1', name: 'One' });
  });

  it('touch add-ons before their base is suspended, and after everything else', async () => {
    const paths = async (status: 'active' | 'suspended') => {
      const edits = { status, heldAddOns: [{ subscriptionId: 'held', quantity: 7 }] };
      return (await requestsOf(target, { kind: 'edit', edits }, read)).map(({ path }) => path.split('/').at(-1));
    };
    expect(await paths('suspended')).toEqual(['held', 's']);
    expect(await paths('active')).toEqual(['s', 'held']);
  });

  it('convert a trial as the API offers it for the chosen frequency', async () => {
    expect(await requestsOf(target, { kind: 'convert', quantity: 40, billingCycle: 'Monthly' }, read)).toEqual([
      {
        method: 'POST',
        path: `${own}/conversions`,
        body: { targetOfferId: 'paid', billingCycle: 'Monthly', quantity: 40 },
      },
    ]);
  });
});

describe('A change needs no question', () => {
  const rename: Change = { kind: 'edit', edits: { friendlyName: 'x' } };
  const charge = { amount: { amount: '1.00', currency: 'EUR' } } as Preview['charges'][number];

  it('when only words change and the world sees no consequence', () => {
    expect(isHarmless(rename, preview())).toBe(true);
  });

  it.each<[string, Change, Preview]>([
    ['it costs something', rename, preview({ charges: [charge] })],
    ['something goes with it', rename, preview({ sideEffects: [{ kind: 'accessLost', description: '' }] })],
    ['it is final', rename, preview({ irreversible: true })],
    ['more than words changes', { kind: 'edit', edits: { quantity: 2 } }, preview()],
    ['it is no edit', { kind: 'cancel' }, preview()],
  ])('but does when %s', (_why, change, answer) => {
    expect(isHarmless(change, answer)).toBe(false);
  });
});
