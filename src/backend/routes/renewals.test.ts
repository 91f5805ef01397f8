import { beforeAll, describe, expect, test } from 'vitest';
import type { RenewalDays, RenewalOptions, RenewalRow, RenewalsPage, UpgradeOptions } from '../../api/renewals';
import type { Subscription } from '../../api/subscriptions';
import { itemId, open, openSmall, type Client } from '../testing';

const root = '/dashboard/v1';

/** Exact sums by currency, in cents. */
function sums(rows: readonly RenewalRow[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { next } of rows) {
    if (!next) continue;
    const { amount, currency } = next.cycleAmount;
    found[currency] = (found[currency] ?? 0) + Math.round(Number(amount) * 100);
  }
  return found;
}

const cents = (amounts: RenewalsPage['totals']) =>
  Object.fromEntries(amounts.map(({ amount, currency }) => [currency, Math.round(Number(amount) * 100)]));

const namesOf = ({ items }: RenewalsPage) => items.map(({ name }) => name);

/** Changes a subscription as API clients do: read, alter, send back. */
async function edit(client: Client, row: RenewalRow, changes: object): Promise<Subscription> {
  const path = `/v1/customers/${row.customerId}/subscriptions/${row.subscriptionId}`;
  return client.patch<Subscription>(path, { ...(await client.get<Subscription>(path)), ...changes });
}

async function rowOf(client: Client, name: string): Promise<RenewalRow> {
  const { items } = await client.get<RenewalsPage>(`${root}/renewals?search=${encodeURIComponent(name)}`);
  const found = items.find((row) => row.name === name);
  if (!found) throw new Error(`Nothing renews as ${name}`);
  return found;
}

const instructions = (key: string, quantity: number, billingCycle: string, termDuration: string) => {
  const [productId, skuId, availabilityId] = itemId(key).split(':');
  return {
    scheduledNextTermInstructions: {
      product: { productId, skuId, availabilityId, billingCycle, termDuration },
      quantity,
    },
  };
};

describe('the renewals of a partner', () => {
  // Nothing here changes the world: one serves all tests.
  const client = open('renewal-eve');
  let all: RenewalsPage;

  beforeAll(async () => {
    all = await client.get<RenewalsPage>(`${root}/renewals`);
  });

  const pick = (query: string) => client.get<RenewalsPage>(`${root}/renewals?${query}`);

  test('soonest first, each with what happens and what for', () => {
    const days = all.items.map(({ on }) => on);
    expect(days).toEqual([...days].sort());
    expect(all.items.find(({ name }) => name === 'Microsoft 365 Business Basic')).toMatchObject({
      on: '2021-11-01',
      kind: 'renews',
      summary:
        'Renews as 15 licenses of Microsoft 365 Business Basic, 1 month, billed monthly, NOK\u00A0777.60 per billing period',
      customerName: 'Northwind Traders AS',
      newCommerce: true,
      current: { quantity: 15, termDuration: 'P1M', billingCycle: 'Monthly' },
      next: { quantity: 15, cycleAmount: { amount: '777.60', currency: 'NOK' } },
      changed: false,
      licenses: null,
      schedule: { allowed: true },
      switchAutoRenew: { allowed: true },
    });
    expect(all.items.find(({ name }) => name === 'Microsoft 365 E3')).toMatchObject({
      current: { offerName: 'Microsoft 365 E3', quantity: 5 },
      next: { offerName: 'Microsoft 365 E5', quantity: 5 },
      changed: true,
      licenses: 'automatic',
    });
    expect(all.items.find(({ name }) => name === 'Microsoft 365 Business Standard')).toMatchObject({
      kind: 'renews',
      summary:
        'Renews as 8 licenses of Microsoft 365 Business Standard, 1 year, billed monthly, €84.00 per billing period',
      current: { quantity: 10, billingCycle: 'Annual' },
      next: { quantity: 8, billingCycle: 'Monthly' },
      changed: true,
    });
    expect(all.items.find(({ name }) => name === 'Visio Plan 2')).toMatchObject({
      kind: 'ends',
      next: null,
      changed: true,
      autoRenew: false,
      schedule: { allowed: false },
      switchAutoRenew: { allowed: true },
    });
    expect(all.items.find(({ name }) => name === 'Power BI Pro Trial')).toMatchObject({
      kind: 'converts',
      current: { cycleAmount: { amount: '0.00' } },
      next: { offerName: 'Power BI Pro', quantity: 25 },
      licenses: 'automatic',
    });
    // Software ends, but is listed elsewhere.
    expect(namesOf(all)).not.toContain('Windows Server CAL - 1 User Subscription');
  });

  test('in pages, which add up', async () => {
    const parts: RenewalRow[] = [];
    for (let offset = 0; offset < all.totalCount; offset += 4) {
      const part = await pick(`size=4&offset=${offset}`);
      expect(part.totalCount).toBe(all.totalCount);
      expect(part.totals).toEqual(all.totals);
      parts.push(...part.items);
    }
    expect(parts).toEqual(all.items);
  });

  test.each(['renews', 'converts', 'ends', 'nonsense'])('of the kind %s, with their sums', async (kind) => {
    const page = await pick(`kind=${kind}`);
    expect(page.items).toEqual(all.items.filter((row) => row.kind === kind));
    expect(cents(page.totals)).toEqual(sums(page.items));
    // The counts of a filter are what each of its values would leave.
    expect(page.facets.kind).toEqual(all.facets.kind);
    expect(page.facets.kind.find(({ value }) => value === kind)?.count ?? 0).toBe(page.totalCount);
  });

  test.each(['true', 'false'])('changed: %s', async (changed) => {
    const page = await pick(`changed=${changed}`);
    expect(page.items).toEqual(all.items.filter((row) => String(row.changed) === changed));
    expect(cents(page.totals)).toEqual(sums(page.items));
  });

  test('from and to are days, both inclusive', async () => {
    const [first, last] = [all.items[0]?.on ?? '', all.items.at(-1)?.on ?? ''];
    expect(last > first).toBe(true);
    expect((await pick(`from=${first}&to=${last}`)).items).toEqual(all.items);
    expect((await pick(`from=${first}&to=${first}`)).items).toEqual(all.items.filter(({ on }) => on === first));
    expect((await pick('from=2021-11-02')).items).toEqual(all.items.filter(({ on }) => on > '2021-11-01'));
    expect((await pick('to=2021-10-31')).totalCount).toBe(0);
    expect((await pick('to=2021-10-31')).totals).toEqual([]);
  });

  test('search looks at names and customers', async () => {
    expect(namesOf(await pick('search=contoso%20e3'))).toEqual(['Microsoft 365 E3']);
  });

  test('by day: the same renewals and amounts, with the same filters', async () => {
    for (const query of ['', 'kind=renews', 'changed=true', 'from=2021-11-02', 'search=northwind']) {
      const { items } = await pick(query);
      const { days } = await client.get<RenewalDays>(`${root}/renewals/days?${query}`);
      expect(days.map(({ on }) => on)).toEqual([...new Set(items.map(({ on }) => on))]);
      for (const { on, count, amounts } of days) {
        const rows = items.filter((row) => row.on === on);
        expect(count).toBe(rows.length);
        expect(cents(amounts)).toEqual(sums(rows));
      }
    }
  });

  test('of one customer: its own, in list and calendar', async () => {
    const northwind = await client.customer('northwind');
    const own = all.items.filter(({ customerId }) => customerId === northwind);
    expect(own.length).toBeGreaterThan(1);
    const page = await client.get<RenewalsPage>(`${root}/customers/${northwind}/renewals`);
    expect(page.items).toEqual(own);
    expect(cents(page.totals)).toEqual(sums(own));
    const { days } = await client.get<RenewalDays>(`${root}/customers/${northwind}/renewals/days?to=2021-11-01`);
    expect(days).toMatchObject([{ on: '2021-11-01', count: own.filter(({ on }) => on === '2021-11-01').length }]);
  });

  test('in Swedish', async () => {
    const swedish = await client.get<RenewalsPage>(`${root}/renewals?search=visio`, { 'X-Locale': 'sv-SE' });
    expect(swedish.items[0]?.summary).toMatch(/^Upphör: 3 licenser/);
  });
});

describe('who may see and change them', () => {
  test('a role that sees no customers sees no renewals', async () => {
    const client = open('renewal-eve');
    const contoso = await client.customer('contoso');
    await client.signIn('emil');
    for (const path of [
      'renewals',
      'renewals/days',
      `customers/${contoso}/renewals`,
      `customers/${contoso}/renewals/days`,
    ]) {
      expect(await client.refused('GET', `${root}/${path}`), path).toMatchObject({ status: 403, code: 900308 });
    }
  });

  test('what a role may not change says so with each row: marketplace is not for billing admins', async () => {
    const client = open('renewal-eve');
    await client.signIn('ben');
    const { switchAutoRenew } = await rowOf(client, 'Lindquarrel Wiki Writer');
    expect(switchAutoRenew).toMatchObject({ allowed: false, code: 900308 });
    expect(await rowOf(client, 'Microsoft 365 E3')).toMatchObject({ schedule: { allowed: true } });
  });
});

describe('a next term that somebody changed', () => {
  test('shows in list, sums and options, comes true with the clock, and starts unchanged again', async () => {
    const client = open('renewal-eve');
    const before = await rowOf(client, 'Microsoft 365 Business Standard');
    await edit(client, before, instructions('m365-business-standard', 4, 'Monthly', 'P1Y'));
    const after = await rowOf(client, 'Microsoft 365 Business Standard');
    expect(after).toMatchObject({
      changed: true,
      next: { quantity: 4, billingCycle: 'Monthly' },
      current: { quantity: 10 },
    });
    const one = `${root}/customers/${after.customerId}/subscriptions/${after.subscriptionId}/renewal`;
    expect(await client.get<RenewalOptions>(one)).toMatchObject({
      renewsOn: '2021-11-01',
      isSaved: true,
      lapsed: null,
      current: after.current,
      next: after.next,
    });
    await client.advance({ to: '2021-11-01T00:00:00Z' });
    expect(await rowOf(client, 'Microsoft 365 Business Standard')).toMatchObject({
      on: '2022-11-01',
      changed: false,
      current: { quantity: 4, billingCycle: 'Monthly', cycleAmount: after.next?.cycleAmount },
    });
  });

  test('that a change mid-term deleted is offered to be saved again', async () => {
    const client = open('renewal-eve');
    const row = await rowOf(client, 'Microsoft 365 E3');
    await edit(client, row, instructions('m365-e3', 2, 'Monthly', 'P1Y'));
    await edit(client, row, { quantity: 6 });
    const one = `${root}/customers/${row.customerId}/subscriptions/${row.subscriptionId}/renewal`;
    expect(await client.get<RenewalOptions>(one)).toMatchObject({
      isSaved: false,
      next: { quantity: 6 },
      lapsed: { quantity: 2 },
    });
  });
});

describe('what can be chosen for one subscription', () => {
  test('for the next term: the present SKU first, its terms, and what it can be upgraded to', async () => {
    const client = open('renewal-eve');
    const { customerId, subscriptionId } = await rowOf(client, 'Microsoft 365 Business Standard');
    const options = await client.get<RenewalOptions>(
      `${root}/customers/${customerId}/subscriptions/${subscriptionId}/renewal`,
    );
    const [own, ...targets] = options.choices;
    expect(own).toMatchObject({
      catalogItemId: itemId('m365-business-standard'),
      isCurrent: true,
      verdict: { allowed: true },
    });
    expect(own?.terms).toContainEqual(
      expect.objectContaining({
        termDuration: options.current.termDuration,
        billingCycle: options.current.billingCycle,
      }),
    );
    expect(targets.length).toBeGreaterThan(0);
    expect(targets.every(({ isCurrent }) => !isCurrent)).toBe(true);
    expect(options).toMatchObject({
      schedule: { allowed: true },
      autoRenew: { enabled: true, verdict: { allowed: true } },
    });
  });

  test('of a legacy subscription: nothing for the next term, the order that is billed together instead', async () => {
    const client = open('renewal-eve');
    const row = await rowOf(client, 'Office 365 E3');
    const options = await client.get<RenewalOptions>(
      `${root}/customers/${row.customerId}/subscriptions/${row.subscriptionId}/renewal`,
    );
    expect(options.schedule).toMatchObject({ allowed: false });
    expect(options.order).toMatchObject({
      billingCycle: 'Annual',
      subscriptions: [{ id: row.subscriptionId, billingCycle: 'Annual' }],
    });
    expect(options.order?.choices.map(({ billingCycle }) => billingCycle)).toEqual(['Monthly', 'Annual']);
  });

  test('to upgrade to: as transitions of new commerce, as upgrades of legacy', async () => {
    const client = await openSmall();
    const contoso = await client.customer('contoso');
    const { lineItems } = await client.order(contoso, [
      { offer: 'm365-business-basic', quantity: 5, termDuration: 'P1Y', billingCycle: 'Monthly' },
      { offer: 'm365-business-standard', quantity: 2, termDuration: 'P1Y', billingCycle: 'Monthly' },
    ]);
    const upgrade = (id: string | undefined) =>
      client.get<UpgradeOptions>(`${root}/customers/${contoso}/subscriptions/${id}/upgrade`);
    const options = await upgrade(lineItems[0]?.subscriptionId);
    expect(options).toMatchObject({ kind: 'transition', quantity: 5, isTrial: false });
    const standard = options.targets.find(({ catalogItemId }) => catalogItemId === itemId('m365-business-standard'));
    expect(standard?.existing).toMatchObject([{ subscriptionId: lineItems[1]?.subscriptionId, quantity: 2 }]);
    expect(standard?.terms.filter(({ keepsTerm }) => keepsTerm)).toMatchObject([
      { termDuration: 'P1Y', billingCycle: 'Monthly' },
    ]);
    const legacy = await client.order(contoso, [{ offer: 'legacy-m365-business-basic', quantity: 3 }]);
    expect(await upgrade(legacy.lineItems[0]?.subscriptionId)).toMatchObject({ kind: 'upgrade', quantity: 3 });
  });

  test('of what is not there: not found', async () => {
    const client = await openSmall();
    const contoso = await client.customer('contoso');
    for (const page of ['renewal', 'upgrade']) {
      const path = `${root}/customers/${contoso}/subscriptions/00000000-0000-4000-8000-000000000000/${page}`;
      expect((await client.refused('GET', path)).status).toBe(404);
    }
  });
});
