/** What runs out, soonest first: of all customers and of one, each with what can be done about it. */
import { describe, expect, test } from 'vitest';
import type { DeadlineRow, DeadlinesPage, SubscriptionPage } from '../../api/dashboard';
import type { Subscription } from '../../api/subscriptions';
import { open, openSmall, type Client, type OrderLineDraft } from '../testing';

const ROOT = '/dashboard/v1';
const NOBODY = '00000000-0000-4000-8000-000000000000';

const rows = async (client: Client, query = '', of = '') =>
  (await client.get<DeadlinesPage>(`${ROOT}${of}/deadlines${query}`)).items;

const told = ({ at, name, kind, quantity, action }: DeadlineRow) =>
  `${at} ${name}: ${kind} of ${quantity}, ${action.kind}${action.verdict.allowed ? '' : ` ${action.verdict.code}`}`;

/** On 1 October Contoso buys; the answer is the paths of what it bought. */
async function bought(lines: OrderLineDraft[]) {
  const client = await openSmall();
  const contoso = await client.customer('contoso');
  const { lineItems } = await client.order(contoso, lines);
  return {
    client,
    contoso,
    paths: lineItems.map(({ subscriptionId }) => `/v1/customers/${contoso}/subscriptions/${subscriptionId}`),
  };
}

const MODERN = { offer: 'm365-e3', quantity: 3, termDuration: 'P1Y', billingCycle: 'annual' };

test('every kind, soonest first, with what can be done about it', async () => {
  const { client, contoso, paths } = await bought([
    { offer: 'legacy-o365-e3', quantity: 10, billingCycle: 'annual' },
    { offer: 'legacy-m365-e5-trial', quantity: 25 },
    { offer: 'visio-plan-2-trial', quantity: 25 },
    { offer: 'power-bi-pro', quantity: 5, termDuration: 'P1M', billingCycle: 'monthly' },
    { offer: 'hexmarsh-code-review-developer', quantity: 2, termDuration: 'P1Y', billingCycle: 'annual' },
  ]);
  await client.advance({ to: '2021-10-09T12:00:00Z' });
  const { lineItems } = await client.order(contoso, [MODERN]);
  const modern = `/v1/customers/${contoso}/subscriptions/${lineItems[0]?.subscriptionId}`;
  await client.patch(modern, { quantity: 4, autoRenewEnabled: true });
  await client.patch(paths[0] ?? '', { status: 'suspended' });
  await client.patch(paths[3] ?? '', { autoRenewEnabled: false });
  expect((await rows(client)).map(told)).toEqual([
    '2021-10-10T12:00:00Z Microsoft 365 E3: cancellation of 4, cancel',
    '2021-10-12T12:00:00Z Microsoft 365 E3: cancellation of 4, cancel',
    '2021-10-12T12:00:00Z Microsoft 365 E3: reduction of 3, reduceQuantity',
    '2021-10-12T12:00:00Z Microsoft 365 E3: support of 1, requestSupport',
    '2021-10-15T08:00:00Z Hexmarsh Code Review Developer: cancellation of 2, cancel',
    // What falls on one instant keeps the order in which it was bought.
    '2021-10-31T00:00:00Z Microsoft 365 E5 Trial: trialEnd of 25, convertTrial',
    '2021-10-31T00:00:00Z Visio Plan 2 Trial: trialEnd of 25, autoRenew',
    '2021-11-01T00:00:00Z Power BI Pro: termEnd of 5, autoRenew',
    // Suspended before its first billing date: fourteen days more (portal 10-11).
    '2022-01-21T12:00:00Z Office 365 E3: deletion of 10, reactivate',
    '2022-10-01T00:00:00Z Hexmarsh Code Review Developer: renewal of 2, autoRenew',
    '2022-10-09T00:00:00Z Microsoft 365 E3: renewal of 4, autoRenew',
  ]);
});

describe('of one customer and of all', () => {
  async function ofTwo() {
    const { client, contoso } = await bought([MODERN]);
    const adatum = await client.customer('adatum');
    await client.advance({ by: 'PT1H' });
    await client.order(adatum, [{ ...MODERN, offer: 'power-bi-pro', quantity: 7 }]);
    return { client, contoso, adatum };
  }

  test('the customer’s are those of all that are its own', async () => {
    const { client, contoso, adatum } = await ofTwo();
    const all = await rows(client);
    expect(all.map(({ customerName, kind }) => `${customerName} ${kind}`)).toEqual([
      'Contoso GmbH cancellation',
      'Adatum AB cancellation',
      'Contoso GmbH cancellation',
      'Contoso GmbH reduction',
      'Adatum AB cancellation',
      'Adatum AB reduction',
      'Contoso GmbH renewal',
      'Adatum AB renewal',
    ]);
    for (const id of [contoso, adatum]) {
      expect(await rows(client, '', `/customers/${id}`)).toEqual(all.filter(({ customerId }) => customerId === id));
    }
    expect(await client.refused('GET', `${ROOT}/customers/${NOBODY}/deadlines`)).toMatchObject({
      status: 403,
      code: 20002,
    });
  });

  test('by kind, by words, in pages; the counts beside the filter are what it leaves', async () => {
    const { client } = await ofTwo();
    const page = (query: string) => client.get<DeadlinesPage>(`${ROOT}/deadlines${query}`);
    const all = await page('');
    expect(all.facets.kind).toEqual([
      { value: 'cancellation', count: 4 },
      { value: 'reduction', count: 2 },
      { value: 'renewal', count: 2 },
    ]);
    for (const { value, count } of all.facets.kind) {
      const filtered = await page(`?kind=${value}`);
      expect([filtered.totalCount, filtered.items]).toEqual([count, all.items.filter(({ kind }) => kind === value)]);
      expect(filtered.facets).toEqual(all.facets);
    }
    const words = await page('?search=adatum%20power');
    expect(words.items).toEqual(all.items.filter(({ customerName }) => customerName === 'Adatum AB'));
    expect(words.facets.kind.map(({ count }) => count)).toEqual([2, 1, 1]);
    const second = await page('?size=3&offset=3');
    expect([second.totalCount, second.items]).toEqual([8, all.items.slice(3, 6)]);
    expect(await page('?search=nobody')).toMatchObject({ totalCount: 0, items: [], facets: { kind: [] } });
  });
});

describe('a deadline is there until it has come, and not at its instant', () => {
  test.each<[what: string, line: OrderLineDraft, kind: string, at: string, next: string[]]>([
    ['a full refund', MODERN, 'cancellation', '2021-10-02T08:00:00Z', ['cancellation']],
    [
      'a marketplace month',
      { offer: 'hexmarsh-code-review-developer', quantity: 2, termDuration: 'P1M', billingCycle: 'monthly' },
      'cancellation',
      '2021-10-02T08:00:00Z',
      [],
    ],
    ['a legacy trial', { offer: 'legacy-m365-e5-trial', quantity: 25 }, 'trialEnd', '2021-10-31T00:00:00Z', []],
  ])('%s', async (_, line, kind, at, next) => {
    const { client } = await bought([line]);
    const kinds = async () => (await rows(client, `?kind=${kind}`)).map((row) => row.at);
    expect((await kinds())[0]).toBe(at);
    await client.advance({ to: new Date(Date.parse(at) - 1).toISOString() });
    expect((await kinds())[0]).toBe(at);
    await client.advance({ to: at });
    expect(await kinds()).toHaveLength(next.length);
  });

  test('a renewal opens the windows of the new term', async () => {
    const { client } = await bought([{ ...MODERN, termDuration: 'P1M', billingCycle: 'monthly' }]);
    await client.advance({ to: '2021-10-31T23:59:59Z' });
    expect((await rows(client)).map(({ kind }) => kind)).toEqual(['renewal']);
    await client.advance({ to: '2021-11-01T00:00:00Z' });
    expect((await rows(client)).map(({ at, kind }) => `${kind} ${at}`)).toEqual([
      'cancellation 2021-11-02T00:00:00Z',
      'cancellation 2021-11-04T00:00:00Z',
      'reduction 2021-11-04T00:00:00Z',
      'renewal 2021-12-01T00:00:00Z',
    ]);
  });

  test('what is deleted or over has none any more', async () => {
    const { client, paths } = await bought([MODERN, { offer: 'power-bi-pro', quantity: 5, termDuration: 'P1M' }]);
    await client.patch(paths[0] ?? '', { status: 'deleted' });
    await client.patch(paths[1] ?? '', { autoRenewEnabled: false });
    await client.advance({ to: '2021-11-01T00:00:00Z' });
    const { status } = await client.get<Subscription>(paths[1] ?? '');
    expect([status, await rows(client)]).toEqual(['expired', []]);
  });
});

test('each is what the details page says: its windows, its batches, its date of deletion, its verdicts', async () => {
  const client = open('subscription-life');
  const all = await rows(client);
  const ids = new Set(all.map(({ customerId, subscriptionId }) => `${customerId}/subscriptions/${subscriptionId}`));
  expect(ids.size).toBeGreaterThan(15);
  for (const id of ids) {
    const page = await client.get<SubscriptionPage>(`${ROOT}/customers/${id}`);
    const of = (kind: string) => all.filter((row) => row.subscriptionId === page.id && row.kind === kind);
    expect(of('cancellation').map(({ at }) => at)).toEqual(page.cancellation.map(({ until }) => until));
    expect(of('reduction').map(({ at }) => at)).toEqual(page.batches.flatMap((each) => each.reducibleUntil ?? []));
    expect(of('support').map(({ at }) => at)).toEqual(page.batches.flatMap((each) => each.supportUntil ?? []));
    expect(of('deletion').map(({ at }) => at)).toEqual(page.suspension ? [page.suspension.deletedAt] : []);
    if (!page.isTrial) expect(of('renewal').map(({ at }) => at)).toEqual(page.renewsAt ? [page.renewsAt] : []);
    for (const { action } of all.filter((row) => row.subscriptionId === page.id)) {
      if (action.kind === 'requestSupport') continue;
      expect([page.name, action.kind, action.verdict.allowed]).toEqual([
        page.name,
        action.kind,
        page.verdicts[action.kind].allowed,
      ]);
    }
  }
});

test('whose role does not allow it sees the deadline and why; who may see no customers sees none', async () => {
  const client = open('subscription-life');
  await client.signIn('cleo');
  const verdicts = (await rows(client)).filter(({ name }) =>
    ['Brixholt Ledger Team', 'Microsoft 365 E3'].includes(name),
  );
  expect(verdicts.map(({ name, action }) => [name, action.verdict.allowed ? 'allowed' : action.verdict.code])).toEqual([
    ['Brixholt Ledger Team', 900308],
    ['Microsoft 365 E3', 'allowed'],
    ['Microsoft 365 E3', 'allowed'],
    ['Microsoft 365 E3', 'allowed'],
    ['Brixholt Ledger Team', 900308],
    ['Microsoft 365 E3', 'allowed'],
  ]);
  await client.signIn('emil');
  expect(await client.refused('GET', `${ROOT}/deadlines`)).toMatchObject({ status: 403, code: 900308 });
});

test('every sentence in both languages', async () => {
  const client = open('subscription-life');
  const [english, swedish] = [await rows(client), await rows(client.with({ 'X-Locale': 'sv-SE' }))];
  expect(swedish.map(({ at, kind }) => [at, kind])).toEqual(english.map(({ at, kind }) => [at, kind]));
  expect(new Set(english.map(({ kind }) => kind)).size).toBe(7);
  for (const [index, { summary }] of english.entries()) expect(swedish[index]?.summary).not.toBe(summary);
});
