/** Several requests in one: a page's Submit (all or none), and the same change to many (each). */
import { describe, expect, test } from 'vitest';
import type { BatchAnswer, BatchRequest, PreviewRequest, SubscriptionPage } from '../../api/dashboard';
import type { Subscription } from '../../api/subscriptions';
import type { Collection } from '../../api/wire';
import { itemId, open, openSmall, type Client } from '../testing';

const PATH = '/dashboard/v1/batch';
const NOBODY = '00000000-0000-4000-8000-000000000000';

function batch(client: Client, mode: BatchRequest['mode'], requests: PreviewRequest[], dryRun?: boolean) {
  const body: BatchRequest = { mode, requests, ...(dryRun === undefined ? {} : { dryRun }) };
  return client.post<BatchAnswer>(PATH, body, 200);
}

const patch = (path: string, body: object): PreviewRequest => ({ method: 'PATCH', path, body });

/** Contoso holds a legacy base and two of new commerce; each by its path. */
async function world() {
  const client = await openSmall();
  const contoso = await client.customer('contoso');
  const order = await client.order(contoso, [
    { offer: 'legacy-o365-e3', quantity: 10, billingCycle: 'monthly' },
    { offer: 'm365-e3', quantity: 3, termDuration: 'P1Y', billingCycle: 'monthly' },
    { offer: 'power-bi-pro', quantity: 5, termDuration: 'P1Y', billingCycle: 'monthly' },
  ]);
  const [legacy = '', modern = '', reports = ''] = order.lineItems.map(
    ({ subscriptionId }) => `/v1/customers/${contoso}/subscriptions/${subscriptionId}`,
  );
  const addOn: PreviewRequest = {
    method: 'PATCH',
    path: `/v1/customers/${contoso}/orders/${order.id}`,
    body: {
      lineItems: [
        {
          lineItemNumber: 3,
          offerId: itemId('legacy-m365-audio-conferencing'),
          quantity: 4,
          parentSubscriptionId: order.lineItems[0]?.subscriptionId,
        },
      ],
    },
  };
  return { client, contoso, legacy, modern, reports, addOn };
}

const rows = ({ items }: BatchAnswer) =>
  items.map(({ status, refusal, effects }) => `${refusal?.code ?? status} ${effects.map(({ kind }) => kind).join()}`);

const kindsAfter = async (client: Client, before: number) =>
  (await client.history()).slice(before).map(({ kind }) => kind);

describe('all', () => {
  test('are carried out together, each with what it does; the dry run says so beforehand and changes nothing', async () => {
    const { client, legacy, modern, addOn } = await world();
    const requests = [patch(legacy, { friendlyName: 'Office', quantity: 12 }), addOn, patch(modern, { quantity: 4 })];
    const [before, events] = [await client.everything(), (await client.history()).length];
    const said = await batch(client, 'all', requests, true);
    expect(await client.everything()).toEqual(before);
    const done = await batch(client, 'all', requests);
    expect(done).toEqual(said);
    expect(rows(done)).toEqual([
      '200 SubscriptionRenamed,QuantityChanged',
      '200 OrderLineAdded,SubscriptionStarted',
      // A body without auto-renew switches it off (decisions 2).
      '200 QuantityChanged,AutoRenewChanged',
    ]);
    expect(await kindsAfter(client, events)).toEqual(
      done.items.flatMap(({ effects }) => effects.map(({ kind }) => kind)),
    );
    const page = await client.get<SubscriptionPage>(`/dashboard${legacy}`);
    expect([page.name, page.quantity, page.addOns.filter(({ held }) => held).map(({ title }) => title)]).toEqual([
      'Office',
      12,
      ['Microsoft 365 Audio Conferencing'],
    ]);
  });

  test('or none: the first refusal is the answer, with its own code, and nothing has happened', async () => {
    const { client, legacy, modern, addOn } = await world();
    const before = await client.everything();
    const cases: [requests: PreviewRequest[], status: number, code: number][] = [
      [[patch(legacy, { quantity: 12 }), patch(modern, { quantity: 0 }), addOn], 400, 2002],
      // Each meets what the ones before have left: the same add-on twice is one too many.
      [[patch(legacy, { friendlyName: 'Office' }), addOn, addOn], 403, 800089],
      [[patch(legacy, { status: 'suspended' }), addOn], 409, 27009],
      [[patch(legacy, { quantity: 12 }), { method: 'POST', path: '/v1/nothing' }], 404, 1000],
      [[patch(legacy, { quantity: 12 }), { method: 'DELETE', path: legacy }], 405, 3000],
      // The control API is no part of the partner's business.
      [[{ method: 'POST', path: '/simulation/v1/clock/advance', body: { by: 'P1D' } }], 404, 1000],
    ];
    for (const [requests, status, code] of cases) {
      for (const dryRun of [true, false]) {
        expect(await client.refused('POST', PATH, { mode: 'all', requests, dryRun })).toMatchObject({ status, code });
      }
    }
    expect(await client.everything()).toEqual(before);
  });
});

describe('each', () => {
  test('a row that is refused leaves the others alone and says why; the dry run says the same beforehand', async () => {
    const { client, contoso, legacy, modern, reports } = await world();
    const off = { autoRenewEnabled: false };
    const requests = [
      patch(modern, off),
      patch(legacy, off),
      patch(`/v1/customers/${contoso}/subscriptions/${NOBODY}`, off),
      patch(reports, { quantity: 'many' }),
      patch(reports, off),
      patch(modern, off),
    ];
    const [before, events] = [await client.everything(), (await client.history()).length];
    const said = await batch(client, 'each', requests, true);
    expect(await client.everything()).toEqual(before);
    const done = await batch(client, 'each', requests);
    expect(done).toEqual(said);
    expect(rows(done)).toEqual([
      '200 AutoRenewChanged',
      '800093 ',
      '20003 ',
      '3000 ',
      '200 AutoRenewChanged',
      // It is off already: nothing is left to do.
      '200 ',
    ]);
    expect(done.items.map(({ accepted }) => accepted)).toEqual([true, false, false, false, true, true]);
    expect(await kindsAfter(client, events)).toEqual(['AutoRenewChanged', 'AutoRenewChanged']);
    const { items } = await client.get<Collection<Subscription>>(`/v1/customers/${contoso}/subscriptions`);
    expect(items.map(({ autoRenewEnabled }) => autoRenewEnabled)).toEqual([true, false, false]);
  });

  test('refusals are told in the language of the request', async () => {
    const { client, legacy } = await world();
    const requests = [patch(legacy, { autoRenewEnabled: false })];
    const english = await batch(client, 'each', requests);
    const swedish = await batch(client.with({ 'X-Locale': 'sv-SE' }), 'each', requests);
    expect(swedish.items[0]?.refusal?.description).not.toBe(english.items[0]?.refusal?.description);
  });
});

test.each(['all', 'each'] as const)(
  '%s: the same MS-RequestId again is the same batch, carried out once',
  async (mode) => {
    const { client, legacy, modern } = await world();
    const body = { mode, requests: [patch(legacy, { quantity: 12 }), patch(modern, { quantity: 4 })] };
    const id = { 'MS-RequestId': NOBODY };
    const first = await client.send<BatchAnswer>('POST', PATH, body, id);
    const events = await client.history();
    const again = await client.send<BatchAnswer>('POST', PATH, { mode: 'each', requests: [patch(legacy, {})] }, id);
    expect([first.status, again.status, again.text]).toEqual([200, 200, first.text]);
    expect(await client.history()).toEqual(events);
    const other = await client.send<BatchAnswer>('POST', PATH, body, { 'MS-RequestId': NOBODY.replace(/.$/, '1') });
    expect(rows(other.body)).toEqual(['200 ', '200 ']);
  },
);

describe('a role that is missing (decisions 9)', () => {
  /** Paths of one subscription of new commerce and one of the marketplace, which sales agents may not change (S2-1). */
  async function ofBothKinds() {
    const client = open();
    const pages = await client.get<{ items: { id: string; customerId: string; commerce: string }[] }>(
      '/dashboard/v1/subscriptions?status=active',
    );
    const path = (commerce: string) => {
      const row = pages.items.find((each) => each.commerce === commerce);
      if (!row) throw new Error(`Nothing of ${commerce}`);
      return `/v1/customers/${row.customerId}/subscriptions/${row.id}`;
    };
    return { client, modern: path('newCommerce'), saas: path('marketplace') };
  }

  test('each: its rows are refused and each has its entry in the history; the others are done', async () => {
    const { client, modern, saas } = await ofBothKinds();
    const requests = [patch(saas, { autoRenewEnabled: false }), patch(modern, { autoRenewEnabled: false })];
    await client.signIn('cleo');
    const events = (await client.history()).length;
    expect(rows(await batch(client, 'each', requests, true))).toEqual(['900308 ', '200 AutoRenewChanged']);
    expect(await kindsAfter(client, events)).toEqual([]);
    expect(rows(await batch(client, 'each', requests))).toEqual(['900308 ', '200 AutoRenewChanged']);
    const added = (await client.history()).slice(events);
    expect(added.map(({ kind, cause }) => [kind, cause])).toEqual([
      ['AccessRefused', { user: 'cleo' }],
      ['AutoRenewChanged', { user: 'cleo' }],
    ]);
    expect(added[0]?.summary).toContain(`PATCH ${saas}`);
  });

  test('all: 403 with one entry that names the request, and nothing else; a dry run leaves no entry', async () => {
    const { client, modern, saas } = await ofBothKinds();
    const requests = [patch(modern, { autoRenewEnabled: false }), patch(saas, { autoRenewEnabled: false })];
    await client.signIn('cleo');
    const events = (await client.history()).length;
    for (const dryRun of [true, false]) {
      const refusal = await client.refused('POST', PATH, { mode: 'all', requests, dryRun });
      expect(refusal).toMatchObject({ status: 403, code: 900308 });
      expect(await kindsAfter(client, events)).toEqual(dryRun ? [] : ['AccessRefused']);
    }
    expect((await client.history()).at(-1)?.summary).toContain(`PATCH ${saas}`);
  });
});

test.each<[what: string, body: object, field: string]>([
  ['no requests', { mode: 'all', requests: [] }, 'requests'],
  ['another mode', { mode: 'some', requests: [{ method: 'PATCH', path: '/v1' }] }, 'mode'],
  ['reading', { mode: 'each', requests: [{ method: 'GET', path: '/v1/customers' }] }, 'requests[0].method'],
  ...['/dashboard/v1/batch', '/Dashboard//v1/Batch/?again', '/dashboard/v1/preview'].map(
    (path): [string, object, string] => [
      `in it ${path}`,
      { mode: 'each', requests: [patch('/v1', {}), { method: 'POST', path, body: {} }] },
      'requests[1].path',
    ],
  ),
])('%s: 400 with the field', async (_, body, field) => {
  const client = open();
  const events = await client.history();
  expect(await client.refused('POST', PATH, body)).toMatchObject({
    status: 400,
    code: 3000,
    data: expect.arrayContaining([expect.objectContaining({ field })]),
  });
  expect(await client.history()).toEqual(events);
});
