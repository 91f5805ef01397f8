/** What holds for every request: conventions of the wire, refusals, faults, repetition, and several servers of one world. */
import { describe, expect, test, vi } from 'vitest';
import type { CustomerPage, Session, SubscriptionsPage } from '../api/dashboard';
import type { Customer } from '../api/customers';
import type { Order } from '../api/orders';
import type { Cart } from '../api/carts';
import type { Fault } from '../api/simulation';
import type { Collection, FaultBody } from '../api/wire';
import { createServer } from './server';
import { memoryStore } from './storage/memory';
import type { WorldHead } from './storage/store';
import { Client, itemId, open, openSmall } from './testing';

const GUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;
const NOBODY = '00000000-0000-4000-8000-000000000000';
const STANDARD = itemId('m365-business-standard');

const line = (quantity = 1) => ({
  lineItemNumber: 0,
  offerId: STANDARD,
  quantity,
  termDuration: 'P1M',
  billingCycle: 'monthly',
});

describe('the wire', () => {
  test('an answer repeats the ids of its request, or makes some, and says whose it is', async () => {
    const client = open();
    const ids = { 'MS-RequestId': NOBODY, 'MS-CorrelationId': '11111111-0000-4000-8000-000000000000' };
    const asked = await client.send('GET', '/v1/customers', undefined, ids);
    for (const [name, value] of Object.entries(ids)) expect(asked.headers.get(name)).toBe(value);
    expect(asked.headers.get('Content-Type')).toBe('application/json; charset=utf-8');
    expect(asked.headers.get('X-Served-By')).toBe('partner-center-in-a-tab');
    expect(asked.headers.get('MS-CV')).toMatch(/^[\da-f]{16}\.0$/);
    const [one, other] = [await client.send('GET', '/v1/customers'), await client.send('GET', '/nowhere')];
    expect(one.headers.get('MS-RequestId')).toMatch(GUID);
    expect(other.headers.get('MS-CorrelationId')).toMatch(GUID);
    expect(other.headers.get('MS-RequestId')).not.toBe(one.headers.get('MS-RequestId'));
  });

  test('paths, query names and ids compare without regard to case; doubled and trailing slashes are forgiven', async () => {
    const client = open();
    const id = await client.customer('contoso');
    const plain = await client.send(
      'GET',
      `/v1/customers/${id}/products?targetView=OnlineServices&targetSegment=commercial`,
    );
    expect(plain.status).toBe(200);
    for (const path of [
      `/V1/Customers/${id.toUpperCase()}/PRODUCTS?TARGETVIEW=onlineservices&targetsegment=Commercial`,
      `/v1//customers/${id}/products/?targetview=ONLINESERVICES&TargetSegment=COMMERCIAL`,
    ]) {
      expect((await client.send('GET', path)).text).toBe(plain.text);
    }
  });

  test('properties of bodies come in any case, deep down too, and go out in camel case', async () => {
    const client = await openSmall();
    const path = `/v1/customers/${await client.customer('contoso')}/orders`;
    const order = await client.post<Order>(path, {
      BillingCycle: 'MONTHLY',
      LineItems: [
        { LineItemNumber: 0, OFFERID: STANDARD.toLowerCase(), Quantity: 3, TermDuration: 'p1m', FriendlyName: 'Three' },
      ],
    });
    expect(order).toMatchObject({ billingCycle: 'monthly', currencyCode: 'EUR', status: 'completed' });
    expect(order.lineItems[0]).toMatchObject({
      offerId: STANDARD,
      quantity: 3,
      termDuration: 'P1M',
      friendlyName: 'Three',
    });
  });

  test('HEAD answers like GET without a body', async () => {
    const head = await open().send('HEAD', '/v1/customers');
    expect([head.status, head.text]).toEqual([200, '']);
  });

  test('a byte order mark is forgiven, broken JSON is not', async () => {
    const client = await openSmall();
    const path = `/v1/customers/${await client.customer('contoso')}/carts`;
    expect((await client.send('POST', path, '\uFEFF{"lineItems":[]}')).status).toBe(201);
    for (const body of ['{', '{"lineItems":[}', 'lineItems', "{'a':1}"]) {
      expect(await client.refused('POST', path, body)).toMatchObject({ status: 400, code: 3000, source: 'PartnerFD' });
    }
  });

  test('descriptions follow X-Locale', async () => {
    const client = open();
    const [english, swedish] = await Promise.all(
      ['en-US', 'sv-SE'].map((locale) =>
        client.refused('GET', `/v1/customers/${NOBODY}`, undefined, { 'X-Locale': locale }),
      ),
    );
    expect(english).toMatchObject({ status: 403, code: 20002 });
    expect(swedish).toMatchObject({ status: 403, code: 20002, data: english?.data });
    expect(swedish?.description).not.toBe(english?.description);
  });
});

describe('what there is not', () => {
  test.each([
    '/',
    '/v1',
    '/v2/customers',
    '/v1/customer',
    '/v1/customers/a/b/c/d/e',
    '/dashboard/v1/nothing',
    '/simulation/v1/nothing',
    '/v1/customers/%E0%A4%A',
    '/simulation',
  ])('%s is not found, in the documented shape', async (path) => {
    const answer = await open('empty-partner').send('GET', path);
    expect(answer.status).toBe(404);
    expect(answer.body).toEqual({
      code: 1000,
      description: expect.stringContaining('Not found') as string,
      data: [],
      source: 'PartnerFD',
    });
  });

  test.each([
    ['DELETE', '/v1/customers', 'GET, POST'],
    ['PUT', `/v1/customers/${NOBODY}`, 'GET'],
    ['DELETE', `/v1/customers/${NOBODY}/carts/${NOBODY}`, 'GET, PUT'],
    ['GET', `/v1/customers/${NOBODY}/carts/${NOBODY}/checkout`, 'POST'],
    ['PUT', `/v1/customers/${NOBODY}/subscriptions/${NOBODY}`, 'GET, PATCH'],
    ['GET', '/v1/extensions/product/checkInventory', 'POST'],
    ['GET', '/v1/domains/contoso.onmicrosoft.com', 'HEAD'],
    ['POST', '/v1/offers', 'GET'],
    ['GET', '/dashboard/v1/preview', 'POST'],
    ['POST', '/dashboard/v1/session', 'GET'],
    ['PATCH', '/simulation/v1/clock', 'GET, PUT'],
    ['GET', '/simulation/v1/clock/advance', 'POST'],
    ['DELETE', '/simulation/v1/world', 'GET, PUT'],
    ['GET', `/simulation/v1/publisher/${NOBODY}/assign`, 'POST'],
  ])('%s %s is the wrong method', async (method, path, allow) => {
    const answer = await open('empty-partner').send(method, path);
    expect([answer.status, answer.headers.get('Allow')]).toEqual([405, allow]);
    expect(answer.body).toMatchObject({ code: 3000, source: 'PartnerFD' });
  });
});

test('a bad body is answered with the field that is wrong, and nothing happens', async () => {
  const client = await openSmall();
  const contoso = await client.customer('contoso');
  const order = await client.order(contoso, [{ offer: 'm365-e3', quantity: 2, termDuration: 'P1Y' }]);
  const customer = `/v1/customers/${contoso}`;
  const subscription = `${customer}/subscriptions/${order.lineItems[0]?.subscriptionId}`;
  const before = (await client.history()).length;
  const billing = {
    email: 'a@b.example',
    culture: 'de-DE',
    language: 'de',
    companyName: 'New',
    defaultAddress: { country: 'DE' },
  };
  const cases: [method: string, path: string, body: unknown, field: string, code?: number][] = [
    ['POST', `${customer}/carts`, {}, 'lineItems'],
    ['POST', `${customer}/carts`, [], ''],
    ['POST', `${customer}/carts`, '"cart"', ''],
    [
      'POST',
      `${customer}/carts`,
      { lineItems: [{ catalogItemId: STANDARD, billingCycle: 'monthly' }] },
      'lineItems[0].quantity',
    ],
    [
      'POST',
      `${customer}/carts`,
      { lineItems: [{ catalogItemId: STANDARD, billingCycle: 'monthly', quantity: 1.5 }] },
      'lineItems[0].quantity',
    ],
    [
      'POST',
      `${customer}/carts`,
      { lineItems: [{ catalogItemId: STANDARD, billingCycle: 'monthly', quantity: -1 }] },
      'lineItems[0].quantity',
    ],
    [
      'POST',
      `${customer}/carts`,
      { lineItems: [{ catalogItemId: STANDARD, billingCycle: 'monthly', quantity: '1' }] },
      'lineItems[0].quantity',
    ],
    [
      'POST',
      `${customer}/carts`,
      { lineItems: [{ catalogItemId: '', billingCycle: 'monthly', quantity: 1 }] },
      'lineItems[0].catalogItemId',
    ],
    [
      'POST',
      `${customer}/carts`,
      { lineItems: [{ catalogItemId: STANDARD, billingCycle: 'weekly', quantity: 1 }] },
      'lineItems[0].billingCycle',
      900126,
    ],
    [
      'POST',
      `${customer}/carts`,
      { lineItems: [{ catalogItemId: STANDARD, billingCycle: 'monthly', termDuration: 'P2Y', quantity: 1 }] },
      'lineItems[0].termDuration',
      900126,
    ],
    [
      'POST',
      `${customer}/carts`,
      {
        lineItems: Array.from({ length: 501 }, () => ({
          catalogItemId: STANDARD,
          billingCycle: 'monthly',
          quantity: 1,
        })),
      },
      'lineItems',
    ],
    ['POST', `${customer}/orders`, { lineItems: [] }, 'lineItems'],
    [
      'POST',
      `${customer}/orders`,
      { lineItems: [{ ...line(), billingCycle: 'constructor' }] },
      'lineItems[0].billingCycle',
      900126,
    ],
    ['POST', `${customer}/orders`, { lineItems: [{ ...line(), lineItemNumber: -1 }] }, 'lineItems[0].lineItemNumber'],
    ['POST', `${customer}/orders`, { lineItems: [{ ...line(), offerId: 7 }] }, 'lineItems[0].offerId'],
    [
      'POST',
      `${customer}/orders`,
      { lineItems: [{ ...line(), renewsTo: { termDuration: 'P9Y' } }] },
      'lineItems[0].renewsTo.termDuration',
      900126,
    ],
    ['PATCH', subscription, { friendlyName: '   ' }, 'friendlyName'],
    ['PATCH', subscription, { friendlyName: 'x'.repeat(257) }, 'friendlyName'],
    ['PATCH', subscription, { status: 'paused' }, 'status'],
    ['PATCH', subscription, { autoRenewEnabled: 'yes' }, 'autoRenewEnabled'],
    ['POST', '/v1/customers', { companyProfile: { domain: 'new.onmicrosoft.com' } }, 'billingProfile'],
    [
      'POST',
      '/v1/customers',
      { companyProfile: { domain: 'no domain' }, billingProfile: billing },
      'companyProfile.domain',
    ],
    [
      'POST',
      '/v1/customers',
      { companyProfile: { domain: 'new.onmicrosoft.com' }, billingProfile: { ...billing, email: 'nobody' } },
      'billingProfile.email',
    ],
    [
      'POST',
      '/v1/customers',
      {
        companyProfile: { domain: 'new.onmicrosoft.com' },
        billingProfile: { ...billing, defaultAddress: { country: 'Germany' } },
      },
      'billingProfile.defaultAddress.country',
    ],
    ['POST', '/v1/extensions/product/checkInventory', { targetItems: [{ skuId: '0001' }] }, 'targetItems[0].productId'],
    ['POST', '/dashboard/v1/preview', { method: 'GET', path: '/v1/customers' }, 'method'],
    ['POST', '/dashboard/v1/preview', { method: 'POST', path: 'customers' }, 'path'],
    ['PUT', '/simulation/v1/clock', { rate: 2 }, 'rate'],
    ['PUT', '/simulation/v1/identity', { user: 'anna' }, 'userId'],
    ['PUT', '/simulation/v1/faults', [{ match: {}, fault: { status: 200, phase: 'before' } }], '[0].fault.status'],
    ['PUT', '/simulation/v1/faults', [{ match: {}, fault: { status: 500 } }], '[0].fault.phase'],
    ['PUT', '/simulation/v1/world', { scenario: 7 }, 'scenario'],
  ];
  const answers = [];
  for (const [method, path, body] of cases) answers.push(await client.refused(method, path, body));
  const seen = answers.map(({ status, code, data }, index) => [
    index,
    status,
    code,
    (data[0] as { field?: string } | undefined)?.field,
  ]);
  expect(seen).toEqual(cases.map(([, , , field, code = 3000], index) => [index, 400, code, field]));
  for (const [index, { description }] of answers.entries()) expect([index, description.length]).not.toEqual([index, 0]);
  expect(await client.history()).toHaveLength(before);
});

describe('who asks', () => {
  test('without a valid token: 401, whatever is asked; the control API needs none', async () => {
    const client = open('fresh-partner', {
      authenticate: async (request) =>
        request.headers.get('Authorization') === 'Bearer good'
          ? { userId: 'cleo' }
          : { status: 401, description: 'No token.' },
    });
    for (const path of ['/v1/customers', '/V1/customers', '/dashboard/v1/home', '/v1/nothing']) {
      const answer = await client.send('GET', path);
      expect(answer.status).toBe(401);
      expect(answer.headers.get('WWW-Authenticate')).toMatch(/^Bearer/);
      expect(answer.body).toMatchObject({ description: 'No token.', source: 'PartnerFD' });
    }
    expect((await client.send('GET', '/simulation/v1/clock')).status).toBe(200);
    const cleo = client.with({ Authorization: 'Bearer good' });
    expect(await cleo.get<Session>('/dashboard/v1/session')).toMatchObject({ user: { id: 'cleo' } });
    await cleo.order(await cleo.customer('adatum'), [{ offer: 'm365-e5', quantity: 1, termDuration: 'P1Y' }]);
    expect((await client.history()).at(-1)?.cause).toEqual({ user: 'cleo' });
  });

  test('a role that is missing: 403, one entry in the history, and nothing else changes', async () => {
    const client = open();
    const contoso = await client.customer('contoso');
    const ledger = (
      await client.get<SubscriptionsPage>(`/dashboard/v1/customers/${contoso}/subscriptions?search=ledger`)
    ).items[0];
    const body = { lineItems: [line()] };
    const software = {
      lineItems: [{ lineItemNumber: 0, offerId: itemId('windows-server-2022-1-user-cal'), quantity: 1 }],
    };
    const cases: [user: string, method: string, path: string, body: unknown][] = [
      ['emil', 'POST', `/v1/customers/${contoso}/orders`, body],
      ['emil', 'POST', `/v1/customers/${contoso}/carts`, { lineItems: [] }],
      ['emil', 'POST', '/v1/customers', newCustomer('emils')],
      ['dora', 'POST', '/v1/customers', newCustomer('doras')],
      ['cleo', 'PATCH', `/v1/customers/${contoso}/subscriptions/${ledger?.id}`, { friendlyName: 'Mine' }],
      ['cleo', 'POST', `/v1/customers/${contoso}/orders`, software],
    ];
    for (const [user, method, path, sent] of cases) {
      await client.signIn(user);
      const events = await client.history();
      expect(await client.refused(method, path, sent)).toMatchObject({ status: 403, code: 900308 });
      const added = (await client.history()).slice(events.length);
      expect(added.map(({ kind, cause }) => [kind, cause])).toEqual([['AccessRefused', { user }]]);
      expect(added[0]?.summary).toContain(path.startsWith('/v1') ? method : '');
    }
    await client.signIn('emil');
    const reading = await client.history();
    for (const path of [
      '/v1/customers',
      `/v1/customers/${contoso}`,
      '/dashboard/v1/home',
      '/dashboard/v1/subscriptions',
    ]) {
      expect(await client.refused('GET', path)).toMatchObject({ status: 403, code: 900308 });
    }
    expect(await client.history()).toEqual(reading);
    await client.signIn('anna');
    expect(await client.get<CustomerPage>(`/dashboard/v1/customers/${contoso}`)).toMatchObject({ cart: null });
  });

  test('the session says what the user may do, and who else there is', async () => {
    const client = open();
    const session = await client.get<Session>('/dashboard/v1/session');
    expect(session).toMatchObject({
      partner: { name: 'Fabrikam Cloud', currency: 'EUR', billingDay: 15, mpnId: '4412345', type: 'directBill' },
      user: { id: 'anna', roles: ['GlobalAdmin', 'AdminAgent'] },
      scenario: { name: 'fresh-partner' },
      permissions: { viewCustomers: { allowed: true }, buy: { allowed: true }, manageSubscriptions: { allowed: true } },
    });
    expect(session.users.map(({ id }) => id)).toEqual(['anna', 'ben', 'cleo', 'dora', 'emil']);
    await client.signIn('emil');
    const emil = await client.get<Session>('/dashboard/v1/session');
    expect(emil.permissions).toMatchObject({
      viewCustomers: { allowed: false, code: 900308 },
      buy: { allowed: false, code: 900308, reason: 'RoleMissing' },
    });
  });
});

function newCustomer(name: string) {
  return {
    companyProfile: { domain: `${name}.onmicrosoft.com` },
    billingProfile: {
      email: 'owner@example.com',
      culture: 'de-DE',
      language: 'de',
      companyName: `${name} GmbH`,
      defaultAddress: { country: 'DE', city: 'Bonn' },
    },
  };
}

test('more requests than the limit of a minute: 429 with Retry-After, in the throttling shape', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2024, 0, 1, 12, 0, 18) });
  try {
    const client = open('empty-partner', { rateLimit: 3 });
    const statuses: number[] = [];
    for (let count = 0; count < 5; count++) statuses.push((await client.send('GET', '/v1/customers')).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    const limited = await client.send<{ statusCode: number; message: string }>('GET', '/v1/customers');
    expect(limited.headers.get('Retry-After')).toBe('42');
    expect(limited.body).toEqual({
      statusCode: 429,
      message: 'Rate limit is exceeded. Try again in 42 seconds.',
    });
    expect((await client.send('GET', '/simulation/v1/clock')).status).toBe(200);
    vi.setSystemTime(Date.UTC(2024, 0, 1, 12, 1, 0));
    expect((await client.send('GET', '/v1/customers')).status).toBe(200);
  } finally {
    vi.useRealTimers();
  }
});

describe('faults', () => {
  const put = (client: Client, faults: Fault[]) => client.put<Fault[]>('/simulation/v1/faults', faults);

  test('before: nothing has happened; after: it has, and only the answer is lost', async () => {
    const client = await openSmall();
    const path = `/v1/customers/${await client.customer('contoso')}/orders`;
    const count = async () => (await client.get<Collection<Order>>(path)).items.length;
    const fault = { status: 503, code: 999, retryAfter: 7 } as const;
    await put(client, [
      { match: { method: 'post', path: '/v1/customers/*/orders' }, fault: { ...fault, phase: 'before' }, times: 1 },
    ]);
    const before = await client.send('POST', path, { lineItems: [line()] });
    expect([before.status, before.body.code, before.headers.get('Retry-After')]).toEqual([503, 999, '7']);
    expect(await count()).toBe(0);
    await put(client, [{ match: { method: 'POST', path: '/v1/**' }, fault: { ...fault, phase: 'after' }, times: 1 }]);
    const id = { 'MS-RequestId': NOBODY };
    expect((await client.send('POST', path, { lineItems: [line()] }, id)).status).toBe(503);
    expect(await count()).toBe(1);
    // The same request again gets the answer that was lost, and buys nothing more.
    const again = await client.expect<Order>(201, 'POST', path, { lineItems: [line()] }, id);
    expect(await count()).toBe(1);
    expect(again.id).toBe((await client.get<Collection<Order>>(path)).items[0]?.id);
  });

  test('an answer that is dropped is marked for the host; 429 has its own shape; a delay only delays', async () => {
    const client = open('empty-partner');
    await put(client, [
      { match: { path: '/v1/customers' }, fault: { drop: true, phase: 'before' }, times: 1 },
      { match: { path: '/v1/customers' }, fault: { status: 429, retryAfter: 9, phase: 'before' }, times: 1 },
      { match: { path: '/v1/customers' }, fault: { delayMs: 60, phase: 'before' }, times: 1 },
    ]);
    const dropped = await client.send('GET', '/v1/customers');
    expect([dropped.status, dropped.headers.get('X-Simulation-Drop'), dropped.text]).toEqual([503, '1', '']);
    const throttled = await client.send('GET', '/v1/customers');
    expect(throttled.body).toEqual({ statusCode: 429, message: 'Rate limit is exceeded. Try again in 9 seconds.' });
    const began = performance.now();
    expect((await client.send('GET', '/v1/customers')).status).toBe(200);
    expect(performance.now() - began).toBeGreaterThanOrEqual(55);
    expect((await client.send('GET', '/v1/customers')).status).toBe(200);
    const counted = await client.get<Fault[]>('/simulation/v1/faults');
    expect(counted.map(({ matched, acted }) => [matched, acted])).toEqual([
      [4, 1],
      [3, 1],
      [2, 1],
    ]);
  });

  test.each<[what: string, limits: Partial<Fault>, path: string | undefined, statuses: number[]]>([
    ['every one', {}, undefined, [500, 500, 500, 500, 500, 500]],
    ['the first two', { times: 2 }, undefined, [500, 500, 200, 200, 200, 200]],
    ['every third', { everyNth: 3 }, undefined, [200, 200, 500, 200, 200, 500]],
    ['every second, once', { everyNth: 2, times: 1 }, undefined, [200, 500, 200, 200, 200, 200]],
    ['another path', {}, '/v1/customers/*', [200, 200, 200, 200, 200, 200]],
    ['a path in any case', { times: 1 }, '/V1/CUSTOMERS', [500, 200, 200, 200, 200, 200]],
    ['never the simulation itself', {}, '/simulation/**', [200, 200, 200, 200, 200, 200]],
  ])('are counted, never drawn: %s', async (_, limits, path, statuses) => {
    const client = open('empty-partner');
    await put(client, [
      { match: path === undefined ? {} : { path }, fault: { status: 500, phase: 'before' }, ...limits },
    ]);
    const seen: number[] = [];
    for (const _each of statuses) {
      expect((await client.send('GET', '/simulation/v1/clock')).status).toBe(200);
      seen.push((await client.send('GET', '/v1/customers')).status);
    }
    expect(seen).toEqual(statuses);
    await put(client, []);
    expect((await client.send('GET', '/v1/customers')).status).toBe(200);
  });
});

describe('the same request again', () => {
  test('one order and one customer for one MS-RequestId; another user, path or id is another request', async () => {
    const client = await openSmall();
    const [contoso, adatum] = [await client.customer('contoso'), await client.customer('adatum')];
    const path = `/v1/customers/${contoso}/orders`;
    const body = { lineItems: [line()] };
    const id = { 'MS-RequestId': NOBODY };
    const first = await client.send<Order>('POST', path, body, id);
    const second = await client.send<Order>('POST', path.toUpperCase(), { lineItems: [line(7)] }, id);
    expect([second.status, second.text]).toEqual([201, first.text]);
    expect(second.headers.get('ETag')).toBe(first.headers.get('ETag'));
    const elsewhere = await client.send<Order>('POST', `/v1/customers/${adatum}/orders`, body, id);
    const other = await client.send<Order>('POST', path, body, { 'MS-RequestId': `${NOBODY.slice(0, -1)}1` });
    expect(new Set([first, elsewhere, other].map((each) => each.body.id)).size).toBe(3);
    await client.signIn('cleo');
    const cleos = await client.send('POST', path, body, id);
    // A third subscription of this offer is one too many: the request was made, not repeated.
    expect([cleos.status, cleos.body.code]).toEqual([403, 800089]);
    await client.signIn('anna');
    const made = await client.send<Customer>('POST', '/v1/customers', newCustomer('again'), id);
    const repeated = await client.send<Customer>('POST', '/v1/customers', newCustomer('again'), id);
    expect([made.status, repeated.status, repeated.text]).toEqual([201, 201, made.text]);
    expect((await client.get<Collection<Customer>>('/v1/customers')).items).toHaveLength(3);
  });

  test('a refusal is repeated too, and recorded once', async () => {
    const client = await openSmall();
    await client.signIn('emil');
    const id = { 'MS-RequestId': NOBODY };
    const first = await client.refused('POST', '/v1/customers', newCustomer('again'), id);
    const events = await client.history();
    expect(await client.refused('POST', '/v1/customers', newCustomer('again'), id)).toEqual(first);
    expect(await client.history()).toEqual(events);
  });

  test('the headers of an answer are repeated with it', async () => {
    const client = await openSmall();
    const id = { 'MS-RequestId': NOBODY };
    const path = `/v1/customers/${await client.customer('contoso')}`;
    const first = await client.send('DELETE', path, undefined, id);
    const again = await client.send('DELETE', path, undefined, id);
    for (const answer of [first, again]) {
      expect([answer.status, answer.headers.get('Allow'), answer.headers.get('MS-RequestId')]).toEqual([
        405,
        'GET',
        NOBODY,
      ]);
    }
    expect(again.text).toBe(first.text);
  });

  test('what was cut away by a rewind has not happened: the request is carried out again', async () => {
    const client = await openSmall();
    const path = `/v1/customers/${await client.customer('contoso')}/orders`;
    const id = { 'MS-RequestId': NOBODY };
    const before = (await client.history()).length;
    await client.expect<Order>(201, 'POST', path, { lineItems: [line()] }, id);
    await client.post('/simulation/v1/history/rewind', { toSequence: before }, 200);
    expect((await client.get<Collection<Order>>(path)).items).toHaveLength(0);
    await client.expect<Order>(201, 'POST', path, { lineItems: [line()] }, id);
    expect((await client.get<Collection<Order>>(path)).items).toHaveLength(1);
  });
});

describe('several servers of one store', () => {
  test('two that open an empty store at once open one world', async () => {
    const store = memoryStore();
    const clients = [0, 1].map(() => new Client(createServer({ store, scenario: 'renewal-eve' })));
    const answers = await Promise.all(
      clients.flatMap((client) => [client.send('GET', '/v1/customers'), client.send('GET', '/simulation/v1/clock')]),
    );
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200]);
    expect((await store.readHead())?.epoch).toBe(1);
  });

  test('200 commands from both sides at once: what was answered is there, once, and both see the same', async () => {
    const store = memoryStore();
    const clients = [0, 1].map(() => new Client(createServer({ store, scenario: 'empty-partner' })));
    const accepted: string[] = [];
    let tried = 0;
    await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        const client = clients[index % 2];
        const name = `firm-${index}`;
        for (let attempt = 0; attempt < 50; attempt++) {
          tried += 1;
          const answer = await client?.send<Customer>('POST', '/v1/customers', newCustomer(name));
          if (answer?.status === 201) return void accepted.push(answer.body.id);
          if (answer?.status !== 409) throw new Error(answer?.text);
        }
      }),
    );
    expect(new Set(accepted).size).toBe(200);
    // "Overtaken" is what a client sees at worst, and rarely.
    expect(tried).toBeLessThan(400);
    const [one, other] = await Promise.all(clients.map((client) => client.everything()));
    expect(other).toEqual(one);
    const history = await clients[0]?.history();
    expect(history?.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
    const listed = await clients[1]?.get<Collection<Customer>>('/v1/customers');
    expect(new Set(listed?.items.map(({ id }) => id))).toEqual(new Set(accepted));
  });

  test('the clock, the user and a new world of one are those of the other', async () => {
    const store = memoryStore();
    const [one, other] = [0, 1].map(() => new Client(createServer({ store, scenario: 'renewal-eve' }))) as [
      Client,
      Client,
    ];
    await one.get('/v1/customers');
    await other.get('/v1/customers');
    await one.advance({ by: 'P40D' });
    expect(await other.everything()).toEqual(await one.everything());
    await other.signIn('emil');
    expect((await one.get<Session>('/dashboard/v1/session')).user.id).toBe('emil');
    await other.put('/simulation/v1/world', { scenario: 'trial-ending' });
    expect((await one.get<Session>('/dashboard/v1/session')).scenario.name).toBe('trial-ending');
    await one.advance({ by: 'P9D' });
    await one.post('/simulation/v1/history/rewind', { toSequence: 3 }, 200);
    expect(await other.everything()).toEqual(await one.everything());
    await other.advance({ by: 'P3D' });
    expect(await one.everything()).toEqual(await other.everything());
  });
});

describe('what is stored', () => {
  test('a later server goes on where the first one stopped', async () => {
    const store = memoryStore();
    const first = new Client(createServer({ store, scenario: 'trial-ending' }));
    await first.order(await first.customer('contoso'), [{ offer: 'm365-e3', quantity: 4, termDuration: 'P1Y' }]);
    await first.advance({ by: 'P45D' });
    await first.signIn('ben');
    const second = new Client(createServer({ store, scenario: 'empty-partner' }));
    expect(await second.everything()).toEqual(await first.everything());
  });

  test.each<[what: string, spoil: (head: WorldHead) => WorldHead]>([
    ['another format', (head) => ({ ...head, format: 999 })],
    ['a start that comes out differently now', (head) => ({ ...head, base: { ...head.base, fingerprint: '0' } })],
    ['a scenario that is gone', (head) => ({ ...head, base: { ...head.base, scenario: { name: 'gone' } } })],
    ['a script that is none', (head) => ({ ...head, base: { ...head.base, scenario: { script: { format: 1 } } } })],
  ])('a world that cannot be read (%s) is put aside as a file; a fresh one starts and says so', async (_, spoil) => {
    const store = memoryStore();
    const first = new Client(createServer({ store, scenario: 'trial-ending' }));
    await first.order(await first.customer('contoso'), [{ offer: 'm365-e3', quantity: 4, termDuration: 'P1Y' }]);
    const head = await store.readHead();
    if (!head) throw new Error('Nothing stored');
    const spoilt = spoil(head);
    await store.commit('any', { head: spoilt });
    const second = new Client(createServer({ store, scenario: 'fresh-partner', authenticate: async () => ({}) }));
    const session = await second.get<Session>('/dashboard/v1/session');
    expect(session.scenario.name).toBe('fresh-partner');
    expect(session.notices.map(({ code }) => code)).toEqual(['worldSetAside']);
    const [notice] = session.notices;
    expect(notice?.description).toMatch(/put aside/);
    const file = JSON.parse(notice?.file ?? '') as { head: WorldHead; log: unknown[] };
    expect(file.head).toEqual(spoilt);
    expect(file.log.length).toBeGreaterThan(0);
    const aside = await second.get<{ reason: string; text: string }>('/simulation/v1/world/aside');
    expect(aside).toEqual({ reason: 'unreadable', text: notice?.file });
    // The fresh world works and lasts.
    await second.order(await second.customer('contoso'), [{ offer: 'm365-e3', quantity: 4, termDuration: 'P1Y' }]);
    const third = new Client(createServer({ store }));
    expect(await third.everything()).toEqual(await second.everything());
  });

  test('without a place to store, the browser is told', async () => {
    const { notices } = await open('empty-partner').get<Session>('/dashboard/v1/session');
    expect(notices.map(({ code }) => code)).toEqual(['memoryOnly']);
  });

  test('a store that fails: the answer says so, and the world is as it was', async () => {
    const store = memoryStore();
    const commit = store.commit.bind(store);
    const client = new Client(createServer({ store, scenario: 'trial-ending' }));
    const contoso = await client.customer('contoso');
    const before = await client.everything();
    store.commit = () => Promise.reject(new Error('The disk is full'));
    const answer = await client.send('POST', `/v1/customers/${contoso}/orders`, { lineItems: [line()] });
    expect([answer.status, answer.body.code]).toEqual([500, 800003]);
    expect(answer.body.description).toContain('The disk is full');
    store.commit = commit;
    expect(await client.everything()).toEqual(before);
    await client.order(contoso, [{ offer: 'm365-e3', quantity: 1, termDuration: 'P1Y' }]);
  });
});

test('text that looks like a formula or like markup comes back as it was sent, and stays text', async () => {
  const client = await openSmall();
  const name = '=HYPERLINK("x")<img onerror=alert(1)> & \u202e"“å\' {contoso}';
  const body = newCustomer('markup');
  body.billingProfile.companyName = name;
  const made = await client.post<Customer>('/v1/customers', body);
  expect(made.companyProfile.companyName).toBe(name);
  const lineItems = [{ ...line(), friendlyName: name }];
  const order = await client.post<Order>(`/v1/customers/${made.id}/orders`, { lineItems });
  expect(order.lineItems[0]?.friendlyName).toBe(name);
  const cart = await client.post<Cart>(`/v1/customers/${made.id}/carts`, {
    lineItems: [
      { catalogItemId: STANDARD, quantity: 1, billingCycle: 'monthly', termDuration: 'P1M', friendlyName: name },
    ],
  });
  expect(cart.lineItems[0]?.friendlyName).toBe(name);
  const { items } = await client.get<SubscriptionsPage>(
    `/dashboard/v1/subscriptions?search=${encodeURIComponent('=hyperlink("x")<img')}`,
  );
  expect(items.map((each) => [each.name, each.customerName])).toEqual([[name, name]]);
  expect((await client.history()).some(({ summary }) => summary.includes(name))).toBe(true);
  const answer = await client.send<FaultBody>('GET', `/v1/customers/${encodeURIComponent(name)}`);
  expect(answer.headers.get('Content-Type')).toContain('application/json');
  expect(answer.status).toBe(403);
});
