import { describe, expect, test } from 'vitest';
import type { Cart, CartCheckoutResult } from '../../api/carts';
import type { CartView, CatalogPage, Confirmation, SubscriptionPage } from '../../api/dashboard';
import type { Subscription } from '../../api/subscriptions';
import type { Amount, Collection } from '../../api/wire';
import { addDays, addMonths, type PlainDate } from '../../kernel/calendar';
import { itemId, open, openSmall, type Client } from '../testing';

const NOBODY = '00000000-0000-4000-8000-000000000000';

const line = (offer: string, quantity = 1, termDuration = 'P1Y', billingCycle = 'monthly') => ({
  catalogItemId: itemId(offer),
  quantity,
  termDuration,
  billingCycle,
});

const save = (client: Client, customer: string, lineItems: object[]) =>
  client.post<Cart>(`/v1/customers/${customer}/carts`, { lineItems });

describe('a cart', () => {
  test('is made, read, replaced, and keeps its identity', async () => {
    const client = await openSmall();
    const contoso = await client.customer('contoso');
    const made = await save(client, contoso, [
      { id: 7, ...line('m365-e3', 3), friendlyName: ' Three ' },
      line('legacy-o365-e3', 2, 'P1Y', 'Annual'),
      line('lindquarrel-wiki-writer', 5, 'P1M'),
    ]);
    const self = `/customers/${contoso}/carts/${made.id}`;
    expect(made).toMatchObject({
      id: expect.stringMatching(/^[\da-f-]{36}$/) as string,
      creationTimestamp: '2021-10-01T08:00:00Z',
      lastModifiedTimestamp: '2021-10-01T08:00:00Z',
      expirationTimestamp: '2021-10-08T08:00:00Z',
      lastModifiedUser: 'anna',
      status: 'Active',
      links: { self: { uri: self } },
      attributes: { objectType: 'Cart' },
    });
    expect(
      made.lineItems.map(({ id, friendlyName, currencyCode, billingCycle, orderGroup, error }) => [
        id,
        friendlyName,
        currencyCode,
        billingCycle,
        orderGroup,
        error,
      ]),
    ).toEqual([
      [0, 'Three', 'EUR', 'monthly', '0', undefined],
      [1, undefined, 'EUR', 'annual', 'OMS-0', undefined],
      [2, undefined, 'EUR', 'monthly', '1', undefined],
    ]);
    expect(made.lineItems[0]?.pricing).toEqual({ listPrice: 26.88, price: 26.88, extendedPrice: 967.68 });
    expect(await client.get(`/v1${self}`)).toEqual(made);
    await client.advance({ by: 'PT1H' });
    await client.signIn('cleo');
    const changed = await client.put<Cart>(`/v1${self}/`, { lineItems: [line('m365-e3', 4)] });
    expect(changed).toMatchObject({
      id: made.id,
      creationTimestamp: made.creationTimestamp,
      expirationTimestamp: made.expirationTimestamp,
      lastModifiedTimestamp: '2021-10-01T09:00:00Z',
      lastModifiedUser: 'cleo',
    });
    expect(changed.lineItems.map(({ quantity }) => quantity)).toEqual([4]);
    expect(await client.get(`/v1${self}`)).toEqual(changed);
  });

  test.each<[what: string, customer: string, line: object, code: number, facts?: object]>([
    ['an unknown item', 'contoso', { ...line('m365-e3'), catalogItemId: 'CFQ7TTC0AAAA:0001:CFQ7TTC0BBBB' }, 10001],
    [
      'another currency',
      'contoso',
      { ...line('m365-e3'), currencyCode: 'USD' },
      10000,
      { currency: 'USD', expected: 'EUR' },
    ],
    [
      'a third where two are allowed',
      'contoso',
      line('m365-business-standard'),
      10002,
      { availableQuantity: 0, purchasedQuantity: 1 },
    ],
    ['a second where one is allowed', 'alpine', line('power-bi-premium-p1'), 10002],
    [
      'a reseller of nobody',
      'contoso',
      { ...line('m365-e3'), participants: [{ key: 'Transaction_Reseller', value: '1' }] },
      10004,
    ],
    [
      'a reservation without a plan',
      'adatum',
      line('reserved-cosmos-db-100-ru-s-eu-west', 1, 'P1Y', 'one_time'),
      10007,
    ],
    [
      'a reservation in Guernsey',
      'woodgrove',
      line('reserved-cosmos-db-100-ru-s-eu-west', 1, 'P1Y', 'one_time'),
      10008,
    ],
    ['too few licences', 'contoso', line('d365-finance', 19), 10010, { min: 20 }],
    ['too many licences', 'contoso', line('m365-business-basic', 301), 10015, { max: 300, quantity: 301 }],
    ['a term that is not offered', 'contoso', line('m365-business-basic', 1, 'P3Y'), 10013],
    ['an add-on without a base', 'northwind', line('m365-audio-conferencing'), 400041],
    ['another country', 'contoso', line('brixholt-ledger-nordic', 1, 'P1M'), 10006],
    ['a container', 'contoso', line('brixholt-ledger-appliance', 1, 'P1M'), 10006],
    ['another segment', 'contoso', line('legacy-o365-g3'), 10006],
    ['what is suspended', 'fourth', line('m365-business-premium'), 10006, { type: 'SuspendedExists' }],
  ])('carries the error of a line and lives on: %s', async (_, name, bad, code, facts = {}) => {
    const client = open();
    const customer = await client.customer(name);
    const lines =
      code === 10002 && name === 'contoso'
        ? [line('m365-business-standard'), bad]
        : [line('exchange-online-plan-2'), bad];
    const cart = await save(client, customer, lines);
    expect(cart.lineItems.map(({ error }) => error?.errorCode)).toEqual([undefined, code]);
    const error = cart.lineItems[1]?.error;
    expect(error?.errorDescription.length).toBeGreaterThan(10);
    expect(error?.additionalInformation).toMatchObject(facts);
    const view = await client.get<CartView>(`/dashboard/v1/customers/${customer}/cart`);
    expect(view.lines[1]?.error).toMatchObject({ code, description: error?.errorDescription });
    expect(view.checkout).toMatchObject({ allowed: false, code: 800009 });
    const path = `/v1/customers/${customer}/carts/${cart.id}`;
    const before = await client.history();
    expect(await client.refused('POST', `${path}/checkout`)).toMatchObject({ status: 400, code: 800009 });
    expect(await client.history()).toEqual(before);
    // The line that is wrong goes; the rest can be bought.
    await client.put(path, { lineItems: lines.slice(0, 1) });
    await client.post(`${path}/checkout`);
  });

  test('with an add-on and its base in either order has no error', async () => {
    const client = await openSmall();
    const adatum = await client.customer('adatum');
    const cart = await save(client, adatum, [line('m365-audio-conferencing', 2), line('m365-e3', 2)]);
    expect(cart.lineItems.map(({ error }) => error)).toEqual([undefined, undefined]);
    const { orders } = await client.post<CartCheckoutResult>(`/v1/customers/${adatum}/carts/${cart.id}/checkout`);
    expect(orders.map(({ lineItems }) => lineItems.length)).toEqual([2]);
  });
});

describe('checking out', () => {
  test('makes one order for each group, once: asked again, the same answer', async () => {
    const client = await openSmall();
    const contoso = await client.customer('contoso');
    const cart = await save(client, contoso, [
      line('m365-e3', 3),
      line('legacy-o365-e3', 2, 'P1Y', 'annual'),
      line('exchange-online-plan-1', 1),
      line('legacy-visio-plan-2', 1, 'P1Y', 'monthly'),
      line('visio-plan-2', 1, 'P1Y', 'annual'),
    ]);
    const path = `/v1/customers/${contoso}/carts/${cart.id}`;
    // The SDK sends a JSON text as body.
    const first = await client.send<CartCheckoutResult>('POST', `${path}/checkout`, '"success"');
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({ orderErrors: [], attributes: { objectType: 'CartCheckoutResult' } });
    expect(first.body.orders.map(({ lineItems }) => lineItems.map(({ offerId }) => offerId))).toEqual([
      [itemId('m365-e3'), itemId('exchange-online-plan-1')],
      [itemId('legacy-o365-e3'), itemId('legacy-visio-plan-2')],
      [itemId('visio-plan-2')],
    ]);
    const events = await client.history();
    const second = await client.send('POST', `${path}/checkout`);
    expect([second.status, second.text]).toEqual([201, first.text]);
    expect(await client.history()).toEqual(events);
    expect(await client.get<Cart>(path)).toMatchObject({ status: 'Ordered' });
    expect(await client.refused('PUT', path, { lineItems: [] })).toMatchObject({ status: 400, code: 800065 });
    const confirmation = await client.get<Confirmation>(`/dashboard${path}/confirmation`);
    expect(confirmation.orders.map(({ id }) => id)).toEqual(first.body.orders.map(({ id }) => id));
  });

  test('of an emptied cart, an expired one, another customer’s or none is refused', async () => {
    const client = await openSmall();
    const [contoso, adatum] = [await client.customer('contoso'), await client.customer('adatum')];
    const cart = await save(client, contoso, [line('m365-e3')]);
    const at = (customer: string, id = cart.id) => `/v1/customers/${customer}/carts/${id}`;
    const calls = (path: string): [string, string, unknown?][] => [
      ['GET', path],
      ['PUT', path, { lineItems: [line('m365-e3')] }],
      ['POST', `${path}/checkout`],
    ];
    for (const path of [at(adatum), at(contoso, NOBODY)]) {
      for (const call of calls(path))
        expect(await client.refused(...call)).toMatchObject({ status: 404, code: 800008 });
    }
    await client.put(at(contoso), { lineItems: [] });
    expect(await client.refused('POST', `${at(contoso)}/checkout`)).toMatchObject({ status: 400, code: 800009 });
    await client.put(at(contoso), { lineItems: [line('m365-e3')] });
    await client.advance({ to: '2021-10-08T07:59:59Z' });
    expect((await client.get<Cart>(at(contoso))).status).toBe('Active');
    await client.advance({ to: '2021-10-08T08:00:00Z' });
    expect((await client.history()).at(-1)).toMatchObject({ kind: 'CartExpired', at: '2021-10-08T08:00:00Z' });
    for (const call of calls(at(contoso)))
      expect(await client.refused(...call)).toMatchObject({ status: 404, code: 800008 });
    const view = await client.get<CartView>(`/dashboard/v1/customers/${contoso}/cart`);
    expect(view).toMatchObject({ cart: null, lines: [], totals: { firstCharge: [], fullTerm: [] } });
    expect(
      await client.refused('GET', `/dashboard/v1/customers/${contoso}/carts/${cart.id}/confirmation`),
    ).toMatchObject({ status: 404 });
  });

  test('what became impossible since the cart was filled is found at checkout', async () => {
    const client = await openSmall();
    const contoso = await client.customer('contoso');
    const cart = await save(client, contoso, [line('power-bi-premium-p1')]);
    await client.order(contoso, [{ offer: 'power-bi-premium-p1', quantity: 1, termDuration: 'P1Y' }]);
    const refusal = await client.refused('POST', `/v1/customers/${contoso}/carts/${cart.id}/checkout`);
    expect(refusal).toMatchObject({
      status: 400,
      code: 800009,
      data: [{ lines: [{ line: 0, refusal: { type: 'OnePerCustomer' } }] }],
    });
  });
});

/** Sums of decimal texts by currency, in cents. */
function total(amounts: readonly Amount[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { amount, currency } of amounts) sums[currency] = (sums[currency] ?? 0) + Math.round(Number(amount) * 100);
  return sums;
}

test('the totals of the cart are the charges that are settled then, now and over the whole first term', async () => {
  const client = await openSmall();
  const adatum = await client.customer('adatum');
  await save(client, adatum, [
    line('m365-e3', 7, 'P3Y', 'annual'),
    line('m365-e5', 3, 'P3Y', 'triennial'),
    line('visio-plan-2', 5, 'P1Y', 'monthly'),
    line('exchange-online-plan-1', 4, 'P1M', 'monthly'),
    line('legacy-o365-e3', 2, 'P1Y', 'annual'),
    line('legacy-power-bi-pro', 11, 'P1Y', 'monthly'),
    line('lindquarrel-wiki-writer', 9, 'P1M', 'monthly'),
    line('brixholt-ledger-team', 6, 'P1Y', 'annual'),
    line('tavelund-backup-basic', 6, 'P1M', 'monthly'),
    line('windows-server-2022-1-user-cal', 10, 'none', 'one_time'),
    line('sql-server-standard-2-core-license-pack-subscription', 2, 'P3Y', 'monthly'),
    line('o365-e1-trial', 25, 'P1M', 'none'),
    line('azure-plan', 1, 'none', 'none'),
  ]);
  const view = await client.get<CartView>(`/dashboard/v1/customers/${adatum}/cart`);
  expect(view.checkout).toEqual({ allowed: true });
  expect(view.lines.map(({ error }) => error)).toEqual(view.lines.map(() => undefined));
  const { orders } = await client.post<CartCheckoutResult>(`/v1/customers/${adatum}/carts/${view.cart?.id}/checkout`);
  const bought = new Map(
    orders.flatMap(({ lineItems }) => lineItems.map((each) => [each.offerId, each.subscriptionId])),
  );
  // The publishers do their part at once, as the outlook supposes.
  const { items } = await client.get<Collection<Subscription>>(`/v1/customers/${adatum}/subscriptions`);
  for (const { attentionNeeded, id } of items) {
    if (!attentionNeeded) continue;
    const { setUp } = await page(client, adatum, id);
    for (const step of ['assign', 'confirm']) {
      await client.post(`/simulation/v1/publisher/${setUp?.authorizationCode}/${step}`, {}, 200);
    }
  }
  const chargesOf = async (catalogItemId: string) =>
    (await page(client, adatum, bought.get(catalogItemId) ?? '')).charges;
  const settledFirst: Amount[] = [];
  for (const shown of view.lines) {
    const [first] = await chargesOf(shown.catalogItemId);
    expect([shown.title, first?.amount ?? null]).toEqual([shown.title, shown.firstCharge]);
    if (first) settledFirst.push(first.amount);
  }
  expect(total(settledFirst)).toEqual(total(view.totals.firstCharge));
  // Then time passes: a trial's paid term begins after it, a term of three years ends in three.
  await client.advance({ by: 'P37M' });
  const settled: Amount[] = [];
  for (const shown of view.lines) {
    const charges = await chargesOf(shown.catalogItemId);
    const isTrial = shown.catalogItemId === itemId('o365-e1-trial') || shown.catalogItemId === itemId('azure-plan');
    const months = { P1M: 1, P1Y: 12, P3Y: 36, none: 0 }[shown.termDuration] ?? 0;
    const ends = addMonths(addDays('2021-10-01' as PlainDate, shown.trialDays ?? 0), months);
    const term = isTrial
      ? []
      : charges.filter((each) => each.chargeStartDate < ends || months === 0).map((each) => each.amount);
    expect([shown.title, total(term)]).toEqual([shown.title, shown.fullTerm ? total([shown.fullTerm]) : {}]);
    settled.push(...term);
  }
  expect(total(settled)).toEqual(total(view.totals.fullTerm));
});

function page(client: Client, customer: string, subscription: string): Promise<SubscriptionPage> {
  return client.get<SubscriptionPage>(`/dashboard/v1/customers/${customer}/subscriptions/${subscription}`);
}

describe('the cart on screen', () => {
  test('shows choices, limits, prices and the way out', async () => {
    const client = open();
    const fourth = await client.customer('fourth');
    await save(client, fourth, [
      line('m365-business-premium', 2),
      line('o365-e3-trial', 25, 'P1M', 'none'),
      line('m365-e3', 2),
    ]);
    const view = await client.get<CartView>(`/dashboard/v1/customers/${fourth}/cart`);
    expect(view.cart).toMatchObject({ createdAt: '2021-10-18T08:00:00Z', expiresAt: '2021-10-25T08:00:00Z' });
    const [suspended, trial, e3] = view.lines;
    expect(suspended).toMatchObject({
      limits: { min: 1, max: 300 },
      error: { code: 10006, wayOut: { kind: 'reactivate' } },
      firstCharge: null,
    });
    expect(trial).toMatchObject({
      isTrial: true,
      limits: { min: 25, max: 25, fixed: 25 },
      trialDays: 30,
      fullTerm: null,
    });
    expect(e3).toMatchObject({
      price: { amount: '26.88', currency: 'EUR', per: 'month' },
      firstCharge: { amount: '53.76', currency: 'EUR' },
      fullTerm: { amount: '645.12', currency: 'EUR' },
      undoUntil: { at: '2021-10-21T08:00:00Z', refund: 'prorated' },
    });
    expect(e3?.choices).toHaveLength(6);
  });

  test('is the newest open one; nobody without an agreement has one', async () => {
    const client = open();
    const contoso = await client.customer('contoso');
    await save(client, contoso, [line('m365-e3')]);
    const newer = await save(client, contoso, [line('m365-e5')]);
    expect((await client.get<CartView>(`/dashboard/v1/customers/${contoso}/cart`)).cart?.id).toBe(newer.id);
    const litware = await client.get<CartView>(`/dashboard/v1/customers/${await client.customer('litware')}/cart`);
    expect(litware).toMatchObject({
      cart: null,
      checkout: { allowed: false, code: 13605, reason: 'AgreementMissing' },
    });
  });

  test('an indirect provider chooses among its resellers', async () => {
    const client = open('indirect-provider');
    const alpine = await client.customer('alpine');
    await save(client, alpine, [
      { ...line('m365-e3'), participants: [{ key: 'transaction_reseller', value: '4501102' }] },
    ]);
    const view = await client.get<CartView>(`/dashboard/v1/customers/${alpine}/cart`);
    expect(view.resellers.map(({ mpnId }) => mpnId)).toEqual(['4501101', '4501102', '4501103']);
    expect(view.lines[0]?.resellerMpnId).toBe('4501102');
  });
});

test('what the catalog refuses, the cart refuses, and what it allows, the cart allows', async () => {
  const client = open();
  for (const name of ['contoso', 'woodgrove', 'city power', 'fourth']) {
    const customer = await client.customer(name);
    const pages = await Promise.all(
      ['onlineServices', 'software', 'azure'].map((tab) =>
        client.get<CatalogPage>(`/dashboard/v1/customers/${customer}/catalog?tab=${tab}&size=1000`),
      ),
    );
    const rows = pages.flatMap(({ items }) => items);
    const lines = rows.map(({ catalogItemId, quantity, terms }) => ({
      catalogItemId,
      quantity: quantity?.min ?? 1,
      termDuration: terms[0]?.termDuration ?? 'P1M',
      billingCycle: { OneTime: 'one_time' }[terms[0]?.billingCycle ?? ''] ?? terms[0]?.billingCycle ?? 'monthly',
    }));
    for (const [index, each] of lines.entries()) {
      if (index % 9 !== 0) continue;
      const cart = await save(client, customer, [each]);
      const row = rows[index];
      expect([row?.title, cart.lineItems[0]?.error === undefined]).toEqual([row?.title, row?.purchase.allowed]);
    }
  }
});
