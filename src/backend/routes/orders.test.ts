import { describe, expect, test } from 'vitest';
import type { ActivationLink, Order, ProvisioningStatus } from '../../api/orders';
import type { Subscription } from '../../api/subscriptions';
import type { Collection } from '../../api/wire';
import { itemId, open, openSmall, type OrderLineDraft } from '../testing';

const NOBODY = '00000000-0000-4000-8000-000000000000';

describe('placing', () => {
  test('one order with its lines, at once complete, each with its subscription', async () => {
    const client = await openSmall();
    const contoso = await client.customer('contoso');
    const order = await client.order(contoso, [
      { offer: 'm365-e3', quantity: 10, termDuration: 'P1Y', billingCycle: 'monthly' },
      {
        offer: 'm365-audio-conferencing',
        quantity: 4,
        termDuration: 'P1Y',
        billingCycle: 'monthly',
        friendlyName: 'Audio',
      },
    ]);
    const self = `/customers/${contoso}/orders/${order.id}`;
    expect(order).toMatchObject({
      id: expect.stringMatching(/^[\da-f]{12}$/) as string,
      alternateId: expect.stringMatching(/^[\da-f]{12}$/) as string,
      referenceCustomerId: contoso,
      billingCycle: 'monthly',
      currencyCode: 'EUR',
      currencySymbol: '€',
      creationDate: '2021-10-01T08:00:00Z',
      status: 'completed',
      transactionType: 'UserPurchase',
      links: {
        self: { uri: self },
        provisioningStatus: { uri: `${self}/provisioningstatus` },
        patchOperation: { method: 'PATCH' },
      },
      attributes: { objectType: 'Order' },
    });
    // 32 USD a month are 26.88 EUR, 4 USD are 3.36 EUR; a year has twelve months.
    expect(order.lineItems.map(({ pricing }) => pricing)).toEqual([
      { listPrice: 26.88, price: 26.88, extendedPrice: 3225.6 },
      { listPrice: 3.36, price: 3.36, extendedPrice: 161.28 },
    ]);
    expect(order.totalPrice).toBe(3386.88);
    for (const [number, line] of order.lineItems.entries()) {
      expect(line).toMatchObject({ lineItemNumber: number, transactionType: 'New', termDuration: 'P1Y' });
      const subscription = await client.get<Subscription>(`/v1${line.links['subscription']?.uri}`);
      expect(subscription).toMatchObject({
        id: line.subscriptionId,
        offerId: line.offerId,
        orderId: order.id,
        quantity: line.quantity,
      });
    }
    expect(await client.get(`/v1${self}`)).toEqual(order);
    const unpriced = await client.get<Order>(`/v1${self}?INCLUDE_PRICE=False`);
    expect([unpriced.totalPrice, unpriced.lineItems[0]?.pricing]).toEqual([undefined, undefined]);
    const provisioning = await client.get<Collection<ProvisioningStatus>>(`/v1${self}/provisioningStatus`);
    expect(provisioning.items).toEqual([
      {
        lineItemNumber: 0,
        status: 'Fulfilled',
        quantityProvisioningInformation: [{ quantity: 10, status: 'Fulfilled' }],
      },
      {
        lineItemNumber: 1,
        status: 'Fulfilled',
        quantityProvisioningInformation: [{ quantity: 4, status: 'Fulfilled' }],
      },
    ]);
    expect((await client.get<Collection<ActivationLink>>(`/v1${self}/activationlinks`)).items).toEqual([]);
  });

  test('what the offer alone decides may be left out; line numbers give the order', async () => {
    const client = await openSmall();
    const contoso = await client.customer('contoso');
    const order = await client.post<Order>(`/v1/customers/${contoso}/orders`, {
      lineItems: [
        { lineItemNumber: 1, offerId: itemId('windows-server-2022-1-user-cal'), quantity: 3 },
        { lineItemNumber: 0, offerId: itemId('azure-plan'), quantity: 1 },
      ],
    });
    expect(order.lineItems.map(({ offerId }) => offerId)).toEqual([
      itemId('azure-plan'),
      itemId('windows-server-2022-1-user-cal'),
    ]);
    expect(order.lineItems[1]?.pricing?.extendedPrice).toBe(136.08);
  });

  test('legacy orders are named by a GUID, others by a long id; each kind of identity is unique', async () => {
    const client = await openSmall();
    const contoso = await client.customer('contoso');
    const legacy = await client.order(contoso, [{ offer: 'legacy-o365-e3', quantity: 1, billingCycle: 'annual' }]);
    expect(legacy.id).toMatch(/^[\da-f-]{36}$/);
    expect(legacy.lineItems[0]).toMatchObject({
      offerId: itemId('legacy-o365-e3'),
      termDuration: 'P1Y',
      pricing: { price: 201.6 },
    });
    const saas = await client.order(contoso, [{ offer: 'lindquarrel-wiki-writer', quantity: 1 }]);
    expect(saas.id).toMatch(/^[\da-f]{33}$/);
  });

  test('an order to a publisher waits for it, and says where to go', async () => {
    const client = await openSmall();
    const contoso = await client.customer('contoso');
    const order = await client.order(contoso, [
      { offer: 'lindquarrel-wiki-writer', quantity: 2 },
      { offer: 'brixholt-ledger-team', quantity: 2, termDuration: 'P1M' },
    ]);
    const path = `/v1/customers/${contoso}/orders/${order.id}`;
    expect(
      (await client.get<Collection<ProvisioningStatus>>(`${path}/provisioningstatus`)).items.map(
        ({ status }) => status,
      ),
    ).toEqual(['Fulfilled', 'Unfulfilled']);
    const all = await client.get<Collection<ActivationLink>>(`${path}/activationlinks`);
    expect(all.items).toEqual([
      {
        lineItemNumber: 1,
        link: { uri: expect.stringMatching(/^\/publisher\/[\da-f-]{36}$/) as string, method: 'GET', headers: [] },
      },
    ]);
    expect((await client.get<Collection<ActivationLink>>(`${path}/lineitems/1/activationlinks`)).items).toEqual(
      all.items,
    );
    expect((await client.get<Collection<ActivationLink>>(`${path}/lineitems/0/activationlinks`)).items).toEqual([]);
    expect(order.lineItems.map(({ links }) => links['activationLinks']?.uri)).toEqual([
      undefined,
      `/customers/${contoso}/orders/${order.id}/lineitems/1/activationlinks`,
    ]);
  });
});

test('the list: oldest first, by billing type, of this customer only', async () => {
  const client = open();
  const contoso = await client.customer('contoso');
  const list = (query = '') => client.get<Collection<Order>>(`/v1/customers/${contoso}/orders${query}`);
  const all = await list();
  expect(all.items.map(({ billingCycle }) => billingCycle)).toEqual(['monthly', 'none', 'one_time', 'monthly']);
  expect(all.items.map(({ creationDate }) => creationDate)).toEqual(all.items.map((each) => each.creationDate).sort());
  expect((await list('?billingType=monthly')).items).toHaveLength(2);
  expect((await list('?BillingType=ONE_TIME')).items.map(({ id }) => id)).toEqual([all.items[2]?.id]);
  expect((await list('?include_price=false')).items.every(({ totalPrice }) => totalPrice === undefined)).toBe(true);
  const stranger = await client.customer('adatum');
  const path = `/v1/customers/${stranger}/orders/${all.items[0]?.id}`;
  for (const each of [
    path,
    `${path}/provisioningstatus`,
    `${path}/activationlinks`,
    `/v1/customers/${contoso}/orders/${NOBODY}`,
  ]) {
    expect(await client.refused('GET', each)).toMatchObject({ status: 404, code: 20000 });
  }
});

describe('a line that cannot be bought refuses the whole order, and nothing happens', () => {
  // Nothing happens, so one world is enough for all.
  const client = open();
  const good: OrderLineDraft = { offer: 'exchange-online-kiosk', quantity: 1, termDuration: 'P1Y' };

  test.each<[what: string, customer: string, line: Record<string, unknown>, status: number, code: number]>([
    ['an unknown item', 'contoso', { offerId: 'CFQ7TTC0LDPB:0001:CFQ7TTC0XXXX', quantity: 1 }, 404, 400019],
    ['an unknown GUID', 'contoso', { offerId: NOBODY, quantity: 1 }, 404, 400019],
    [
      'more licences than there may be',
      'contoso',
      { offerId: itemId('m365-business-basic'), quantity: 301 },
      400,
      900275,
    ],
    ['fewer licences than there must be', 'contoso', { offerId: itemId('d365-finance'), quantity: 19 }, 400, 900275],
    ['another number than a trial has', 'contoso', { offerId: itemId('o365-e1-trial'), quantity: 24 }, 400, 900275],
    [
      'a term that the offer has not',
      'contoso',
      { offerId: itemId('m365-business-basic'), quantity: 1, termDuration: 'P3Y' },
      400,
      900269,
    ],
    [
      'a cycle that the term has not',
      'contoso',
      { offerId: itemId('m365-e3'), quantity: 1, termDuration: 'P1M', billingCycle: 'annual' },
      400,
      900269,
    ],
    ['an add-on without its base', 'adatum', { offerId: itemId('m365-audio-conferencing'), quantity: 1 }, 400, 400041],
    ['a second trial', 'adatum', { offerId: itemId('visio-plan-2-trial'), quantity: 25 }, 403, 800089],
    [
      'the trial of what is there already',
      'contoso',
      { offerId: itemId('m365-business-standard-trial'), quantity: 25 },
      403,
      800089,
    ],
    ['a second of one per customer', 'alpine', { offerId: itemId('power-bi-premium-p1'), quantity: 1 }, 403, 800089],
    [
      'what is suspended',
      'fourth',
      { offerId: itemId('m365-business-premium'), quantity: 1, termDuration: 'P1Y' },
      403,
      800020,
    ],
    ['another segment', 'contoso', { offerId: itemId('legacy-o365-a3-for-faculty'), quantity: 1 }, 403, 400030],
    [
      'commercial offers for a government',
      'city power',
      { offerId: itemId('m365-e3'), quantity: 1, termDuration: 'P1Y' },
      403,
      400030,
    ],
    [
      'a market that Microsoft leaves out',
      'wide world',
      { offerId: itemId('m365-domestic-calling-plan'), quantity: 1 },
      403,
      2030,
    ],
    [
      'a country that the publisher leaves out',
      'contoso',
      { offerId: itemId('brixholt-ledger-nordic'), quantity: 1 },
      403,
      2030,
    ],
    ['what is for other partners', 'contoso', { offerId: itemId('brixholt-ledger-invited'), quantity: 1 }, 403, 800020],
    [
      'what the publisher sells alone',
      'contoso',
      { offerId: itemId('brixholt-ledger-direct'), quantity: 1 },
      403,
      800020,
    ],
    ['a container', 'contoso', { offerId: itemId('brixholt-ledger-appliance'), quantity: 1 }, 403, 800020],
    [
      'a legacy add-on by itself',
      'adatum',
      { offerId: itemId('legacy-m365-audio-conferencing'), quantity: 1 },
      403,
      800020,
    ],
    [
      'a reservation without an Azure plan',
      'adatum',
      { offerId: itemId('reserved-vm-instance-standard-d2s-v3-eu-west'), quantity: 1 },
      400,
      800011,
    ],
    [
      'a reservation for a plan that is not there',
      'contoso',
      {
        offerId: itemId('reserved-vm-instance-standard-d2s-v3-eu-west'),
        quantity: 1,
        provisioningContext: { subscriptionId: NOBODY },
      },
      400,
      800011,
    ],
    [
      'a reservation in Guernsey',
      'woodgrove',
      { offerId: itemId('reserved-vm-instance-standard-d2s-v3-eu-west'), quantity: 1 },
      403,
      2030,
    ],
    [
      'a reseller of a direct bill partner',
      'contoso',
      { offerId: itemId('m365-e5'), quantity: 1, termDuration: 'P1Y', partnerIdOnRecord: '4501101' },
      400,
      800016,
    ],
    ['nobody who has agreed', 'litware', { offerId: itemId('m365-e5'), quantity: 1, termDuration: 'P1Y' }, 403, 13605],
  ])('%s', async (_, name, line, status, code) => {
    const customer = await client.customer(name);
    const before = await client.history();
    const first = { lineItemNumber: 0, offerId: itemId(good.offer), quantity: 1, termDuration: 'P1Y' };
    const lineItems =
      name === 'city power' ? [{ lineItemNumber: 0, ...line }] : [first, { lineItemNumber: 1, ...line }];
    const refusal = await client.refused('POST', `/v1/customers/${customer}/orders`, { lineItems });
    expect(refusal).toMatchObject({ status, code });
    expect(refusal.description.length).toBeGreaterThan(10);
    expect(await client.history()).toEqual(before);
  });

  test('another currency than the market has', async () => {
    const client = await openSmall();
    const path = `/v1/customers/${await client.customer('adatum')}/orders`;
    const lineItems = [{ lineItemNumber: 0, offerId: itemId('m365-e3'), quantity: 1, termDuration: 'P1Y' }];
    expect(await client.refused('POST', path, { currencyCode: 'EUR', lineItems })).toMatchObject({
      status: 400,
      code: 900169,
    });
    expect(await client.post<Order>(path, { currencyCode: 'sek', lineItems })).toMatchObject({ currencyCode: 'SEK' });
  });

  test('limits count within the order: two lines are one too many', async () => {
    const client = await openSmall();
    const path = `/v1/customers/${await client.customer('contoso')}/orders`;
    const of = (count: number) =>
      Array.from({ length: count }, (_, lineItemNumber) => ({
        lineItemNumber,
        offerId: itemId('m365-business-basic'),
        quantity: 1,
        termDuration: 'P1M',
      }));
    expect(await client.refused('POST', path, { lineItems: of(3) })).toMatchObject({ status: 403, code: 800089 });
    await client.post<Order>(path, { lineItems: of(2) });
    expect(await client.refused('POST', path, { lineItems: of(1) })).toMatchObject({ status: 403, code: 800089 });
  });

  test.each([
    ['a number twice', [0, 0]],
    ['a gap', [0, 2]],
    ['not from nought', [1, 2]],
  ])('line numbers with %s', async (_, numbers) => {
    const client = await openSmall();
    const path = `/v1/customers/${await client.customer('contoso')}/orders`;
    const lineItems = numbers.map((lineItemNumber) => ({
      lineItemNumber,
      offerId: itemId('m365-e3'),
      quantity: 1,
      termDuration: 'P1Y',
    }));
    expect(await client.refused('POST', path, { lineItems })).toMatchObject({ status: 400, code: 800071 });
  });
});

test('an indirect provider names a reseller that it has', async () => {
  const client = open('indirect-provider');
  const path = `/v1/customers/${await client.customer('contoso')}/orders`;
  const lineItems = (partnerIdOnRecord: string) => [
    { lineItemNumber: 0, offerId: itemId('m365-e5'), quantity: 2, termDuration: 'P1Y', partnerIdOnRecord },
  ];
  expect(await client.refused('POST', path, { lineItems: lineItems('1') })).toMatchObject({
    status: 404,
    code: 800015,
  });
  const order = await client.post<Order>(path, { lineItems: lineItems('4501103') });
  expect(order.lineItems[0]?.partnerIdOnRecord).toBe('4501103');
  const list = await client.get<Collection<Subscription>>(path.replace('orders', 'subscriptions?mpn_id=4501103'));
  expect(list.items.map(({ orderId, partnerId }) => [orderId, partnerId])).toEqual([[order.id, '4501103']]);
});

describe('software is given back through its order', () => {
  async function bought() {
    const client = await openSmall();
    const contoso = await client.customer('contoso');
    const order = await client.order(contoso, [
      { offer: 'sql-server-2019-1-user-cal', quantity: 2, termDuration: 'none', billingCycle: 'oneTime' },
      { offer: 'suse-linux-enterprise-server-1-2-vcpu', quantity: 1, termDuration: 'P1Y', billingCycle: 'annual' },
    ]);
    return { client, contoso, order, path: `/v1/customers/${contoso}/orders/${order.id}` };
  }

  test('line by line: its quantity is 0 then, its credit is on the next invoice', async () => {
    const { client, order, path } = await bought();
    const [line] = order.lineItems;
    const lineItems = [{ lineItemNumber: 0, offerId: line?.offerId }];
    const patched = await client.patch<Order>(path, { id: order.id, status: 'cancelled', lineItems });
    expect(patched.lineItems.map(({ quantity }) => quantity)).toEqual([0, 1]);
    expect(patched.status).toBe('completed');
    await client.advance({ to: '2021-11-01T00:00:00Z' });
    const { items } = await client.get<Collection<{ id: string }>>('/v1/invoices');
    const lines = await client.get<Collection<Record<string, string>>>(`/v1/invoices/${items[0]?.id}/lineitems`);
    const money = lines.items
      .filter(({ subscriptionId }) => subscriptionId === line?.subscriptionId)
      .map(({ chargeType, subtotal }) => [chargeType, Number(subtotal)]);
    expect(money.map(([type]) => type)).toEqual(['new', 'cancelImmediate']);
    expect(money[1]?.[1]).toBe(0 - Number(money[0]?.[1]));
  });

  test('not after sixty days, not by another role, not what is no line of it', async () => {
    const { client, order, path } = await bought();
    const cancel = (lineItems: object[]) => client.refused('PATCH', path, { status: 'cancelled', lineItems });
    const [line] = order.lineItems;
    expect(await cancel([{ lineItemNumber: 7, offerId: line?.offerId }])).toMatchObject({ status: 400, code: 3000 });
    expect(await cancel([{ lineItemNumber: 1, offerId: line?.offerId }])).toMatchObject({ status: 400, code: 3000 });
    // One line of the order cannot be given back: then none is.
    expect(await cancel([])).toMatchObject({ status: 400 });
    await client.signIn('cleo');
    expect(await cancel([{ lineItemNumber: 0, offerId: line?.offerId }])).toMatchObject({ status: 403 });
    await client.signIn('anna');
    await client.advance({ to: '2021-12-01T00:00:00Z' });
    const closed = await cancel([{ lineItemNumber: 0, offerId: line?.offerId }]);
    expect(closed).toMatchObject({ status: 400, code: 900117 });
    expect(closed.description).toContain('60');
  });
});
