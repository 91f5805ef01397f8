/** The gallery: every scenario plays, says what it promises, and plays alike every time. */
import { readdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type {
  CatalogPage,
  CustomerRow,
  DeadlineRow,
  DeadlinesPage,
  DuePage,
  Page,
  Preview,
  PurchaseRow,
  SubscriptionPage,
  SubscriptionsPage,
} from '../api/dashboard';
import type { Invoice, InvoiceLinesPage } from '../api/billing';
import type { Subscription } from '../api/subscriptions';
import type { ScenarioEntry } from '../api/simulation';
import { billingOf, type InvoiceLine } from '../domain/billing/invoice';
import type { User } from '../domain/state';
import { addPeriod, formatInstant, instant, parsePeriod } from '../kernel/calendar';
import { canonicalJson } from '../kernel/canonical';
import { moneyText, unitPriceText } from '../kernel/money';
import { invoiceLinesPage } from './resources/billing';
import type { LineFilter } from './resources/line-search';
import { DEFAULT_SCENARIO, findScenario, scenarioEntries } from './scenarios';
import { playScenario, type Start } from './start';
import { itemId, open, type Client } from './testing';

const LARGE = 'large-partner';
const HUGE = 'huge-invoice';
const names = scenarioEntries().map(({ name }) => name);
const small = names.filter((name) => name !== LARGE && name !== HUGE);

function play(name: string): Start {
  const scenario = findScenario(name);
  if (!scenario) throw new Error(`No scenario ${name}`);
  return playScenario(scenario);
}

/** Every line that was settled, with its invoice, in the words of `expect`. */
function invoicedLines({ scenario, world }: Start) {
  const { state, now } = world;
  const { invoices, unbilled } = billingOf(state, now);
  const keyOf = new Map(scenario.customers.map(({ key, companyName }) => [companyName, key]));
  return [...invoices, ...unbilled].flatMap(({ date, lines }) =>
    lines.map(({ subscriptionId, charge }) => {
      const { customerId } = state.subscriptions.get(subscriptionId) ?? {};
      return {
        customer: keyOf.get(state.customers.get(customerId ?? '')?.companyName ?? ''),
        invoiceDate: date,
        chargeType: charge.chargeType,
        chargeStartDate: charge.startsOn,
        chargeEndDate: charge.endsOn,
        unitPrice: unitPriceText(charge.effectiveUnitPrice),
        quantity: charge.quantity,
        amount: moneyText(charge.amount),
      };
    }),
  );
}

let published: Client | undefined;

/** One client for all examples: they only read. */
function publishedClient(): Client {
  published ??= open('published-examples');
  return published;
}

test('every file is in the gallery, under its own name', async () => {
  const files = await readdir(new URL('../domain/scenarios', import.meta.url));
  const inFolder = files.filter((file) => file.endsWith('.json')).map((file) => file.slice(0, -5));
  expect([...names].sort()).toEqual(inFolder.sort());
  const items = await open().get<ScenarioEntry[]>('/simulation/v1/scenarios');
  expect(items.map(({ name }) => name)).toEqual(names);
  expect(items[0]?.name).toBe(DEFAULT_SCENARIO);
  for (const { title, story, startsAt } of items) {
    expect(title).toMatch(/^[A-Z]/);
    expect(story).toMatch(/\.$/);
    expect(formatInstant(instant(startsAt))).toBe(startsAt);
  }
});

describe.each(small)('%s', (name) => {
  test('plays, ends where it says, and keeps its promises', () => {
    const start = play(name);
    const { scenario, world } = start;
    expect(formatInstant(world.now)).toBe(scenario.endsAt ?? scenario.startsAt);
    expect(world.state.customers.size).toBe(scenario.customers.length);
    const held = [...world.state.subscriptions.values()].map(({ friendlyName, status, quantity }) => ({
      name: friendlyName,
      status,
      quantity,
    }));
    for (const wanted of scenario.expect?.subscriptions ?? []) expect(held).toContainEqual(wanted);
    const lines = invoicedLines(start);
    for (const wanted of scenario.expect?.lines ?? []) {
      expect(lines).toContainEqual(expect.objectContaining(wanted));
    }
  });

  test('plays alike every time, and goes on for four years', () => {
    const [first, second] = [play(name), play(name)];
    expect(canonicalJson(second.records)).toBe(canonicalJson(first.records));
    expect(second.fingerprint).toBe(first.fingerprint);
    const later = first.world.fork();
    later.advanceTo(addPeriod(later.now, parsePeriod('P4Y')!));
    expect(later.sequence).toBeGreaterThanOrEqual(first.world.sequence);
  });
});

describe('what a scenario is for', () => {
  test('fresh-partner: twelve customers, of whom Contoso can buy and Litware cannot', async () => {
    const client = open('fresh-partner');
    const { items } = await client.get<Page<CustomerRow>>('/dashboard/v1/customers');
    expect(items).toHaveLength(12);
    expect(new Set(items.map(({ country }) => country)).size).toBeGreaterThanOrEqual(8);
    expect(new Set(items.flatMap(({ qualifications }) => qualifications))).toEqual(
      new Set(['Education', 'GovernmentCommunityCloud', 'Nonprofit']),
    );
    const contoso = await client.customer('contoso');
    const page = await client.get<CatalogPage>(
      `/dashboard/v1/customers/${contoso}/catalog?search=Microsoft 365 Business Standard`,
    );
    const row = page.items.find(({ catalogItemId }) => catalogItemId === itemId('m365-business-standard'));
    expect(row?.purchase).toEqual({ allowed: true });
    const refusal = await client.refused('POST', `/v1/customers/${await client.customer('litware')}/carts`, {
      lineItems: [],
    });
    expect(refusal).toMatchObject({ status: 403, code: 13605 });
    const { facets } = await client.get<SubscriptionsPage>('/dashboard/v1/subscriptions');
    const count = (status: string) => facets.status.find(({ value }) => value === status)?.count ?? 0;
    expect({ needed: count('actionNeeded'), suspended: count('suspended') }).toEqual({ needed: 1, suspended: 2 });
  });

  test('renewal-eve: at midnight most renew, one ends, a trial is converted', async () => {
    const client = open('renewal-eve');
    const before = (await client.history()).length;
    expect(await client.advance({ toNextDue: true })).toBe('2021-11-01T00:00:00Z');
    const kinds = (await client.history(before)).map(({ kind, at }) => `${kind} ${at}`);
    const count = (kind: string) => kinds.filter((each) => each === `${kind} 2021-11-01T00:00:00Z`).length;
    expect(count('TermRenewed')).toBe(6);
    expect(count('CycleStarted')).toBe(0);
    expect(count('TrialConverted')).toBe(1);
    expect(count('SubscriptionExpired')).toBe(2);
    expect(kinds).toHaveLength(9);
    const { items } = await client.get<SubscriptionsPage>('/dashboard/v1/subscriptions?search=contoso');
    expect(items.map(({ name, quantity }) => `${name} ${quantity}`).sort()).toEqual([
      'Microsoft 365 Business Standard 8',
      'Microsoft 365 E5 5',
      'Visio Plan 2 3',
    ]);
  });

  test.each([
    ['annual-billing-date', 15],
    ['annual-billing-date-14', 14],
  ])('%s: the offers of the billing examples at their prices', async (name, billingDay) => {
    const client = open(name);
    const { scenario, setting, records } = play(name);
    expect(scenario.startsAt).toBe('2017-02-01T08:00:00Z');
    expect(setting.partner).toMatchObject({ billingDay, country: 'US', currency: 'USD' });
    expect(records.every(({ events }) => events.every(({ type }) => type === 'CustomerAdded'))).toBe(true);
    const customer = await client.customer('contoso');
    const charged: Record<string, string[]> = {};
    for (const offer of setting.catalog.offers) {
      for (const { termDuration, billingCycle } of offer.terms) {
        const offerId = offer.offerId ?? `${offer.productId}:${offer.skuId}:${offer.availabilityId}`;
        const lineItems = [{ lineItemNumber: 0, offerId, quantity: 1, termDuration, billingCycle }];
        const request = { method: 'POST', path: `/v1/customers/${customer}/orders`, body: { lineItems } };
        const { charges: lines } = await client.post<Preview>('/dashboard/v1/preview', request, 200);
        (charged[offer.key] ??= []).push(`${termDuration} ${billingCycle} ${lines[0]?.amount.amount}`);
      }
    }
    expect(charged).toEqual({
      'exchange-legacy': ['P1Y Annual 48.00', 'P1Y Monthly 4.00'],
      'office-legacy': ['P1Y Annual 211.20'],
      exchange: ['P1M Monthly 4.00', 'P1Y Monthly 4.00', 'P1Y Annual 48.00'],
      office: ['P1Y Annual 211.20', 'P1Y Monthly 17.60'],
    });
  });

  test('subscription-life: every window is about to close or has just closed, each with its way to act', async () => {
    const client = open('subscription-life');
    const { items } = await client.get<DeadlinesPage>('/dashboard/v1/deadlines');
    const soon = items.filter(({ at }) => at < '2021-10-25T00:00:00Z');
    const acts = ({ action }: DeadlineRow) => `${action.kind}${action.verdict.allowed ? '' : ' refused'}`;
    expect(soon.map((row) => `${row.at.slice(5, 16)} ${row.name}: ${row.kind}, ${acts(row)}`)).toEqual([
      '10-18T09:00 Microsoft 365 Business Basic: cancellation, cancel',
      '10-18T09:00 Microsoft 365 Business Basic: reduction, reduceQuantity',
      '10-18T09:00 Brixholt Ledger Team: cancellation, cancel',
      '10-18T15:00 Microsoft 365 E3: cancellation, cancel',
      '10-19T08:00 Pellandro Sign Business: cancellation, cancel',
      '10-19T09:00 Visio Plan 2: support, requestSupport',
      '10-20T00:00 Microsoft 365 Apps for business: termEnd, autoRenew',
      '10-20T15:00 Microsoft 365 E3: cancellation, cancel',
      '10-20T15:00 Microsoft 365 E3: reduction, reduceQuantity',
      '10-21T10:00 Exchange Online (Plan 2): deletion, reactivate',
      '10-22T00:00 Power BI Pro Trial: trialEnd, autoRenew',
      '10-24T00:00 Microsoft 365 E5 Trial: trialEnd, convertTrial',
    ]);
  });

  test('subscription-life: a base that can get more add-ons, and a publisher who allows nothing yet', async () => {
    const client = open('subscription-life');
    const { items } = await client.get<SubscriptionsPage>('/dashboard/v1/subscriptions');
    const page = (name: string) => {
      const row = items.find((each) => each.name === name);
      if (!row) throw new Error(`No subscription ${name}`);
      return client.get<SubscriptionPage>(`/dashboard/v1/customers/${row.customerId}/subscriptions/${row.id}`);
    };
    const { addOns } = await page('Office 365 E3');
    expect(addOns.filter(({ held }) => held).map(({ title }) => title)).toEqual(['Microsoft 365 Audio Conferencing']);
    expect(addOns.filter(({ purchase }) => purchase.allowed).map(({ title }) => title)).toEqual([
      'Office 365 Extra File Storage',
      'Microsoft 365 Phone System',
      'Microsoft Defender for Office 365 (Plan 1)',
      'Microsoft Defender for Office 365 (Plan 2)',
      'Multi-Geo Capabilities in Office 365',
    ]);
    const waiting = await page('Fjellbruk Forest Mill');
    expect(waiting.status).toBe('actionNeeded');
    for (const verdict of [waiting.verdicts.cancel, waiting.verdicts.autoRenew, waiting.verdicts.increaseQuantity]) {
      expect(verdict).toMatchObject({ allowed: false, code: 800081, reason: 'SetUpUnfinished' });
    }
    const closed = await Promise.all(['Microsoft 365 E5', 'Quistgrove Boards Viewer', 'Aldmere Stock Shelf'].map(page));
    expect(closed.map(({ verdicts }) => verdicts.cancel)).toEqual([
      expect.objectContaining({ allowed: false, code: 900213, facts: expect.objectContaining({ hours: 72 }) }),
      expect.objectContaining({ allowed: false, code: 900213, facts: expect.objectContaining({ hours: 24 }) }),
      expect.objectContaining({ allowed: false, code: 900117, facts: expect.objectContaining({ days: 14 }) }),
    ]);
  });

  test('trial-ending: five trials of three programmes end within three days, each in its way', async () => {
    const client = open('trial-ending');
    const { items } = await client.get<SubscriptionsPage>('/dashboard/v1/subscriptions');
    expect(new Set(items.filter(({ isTrial }) => isTrial).map(({ commerce }) => commerce))).toEqual(
      new Set(['legacy', 'newCommerce', 'marketplace']),
    );
    const before = (await client.history()).length;
    await client.advance({ by: 'P3D' });
    const kinds = (await client.history(before)).map(({ kind }) => kind).sort();
    expect(kinds).toEqual([
      'SubscriptionDeleted',
      'SubscriptionExpired',
      'TrialConverted',
      'TrialConverted',
      'TrialConverted',
    ]);
  });

  test('suspended-customer: the next thing that is due is a deletion, within two days', async () => {
    const client = open('suspended-customer');
    const { items } = await client.get<DuePage>('/dashboard/v1/due');
    expect(items[0]).toMatchObject({ kind: 'deletion', at: '2021-10-19T10:00:00Z' });
    expect(items.map(({ kind }) => kind)).toContain('cycleStart');
  });

  test('indirect-provider: every subscription but none of the customers without one names a reseller', async () => {
    const client = open('indirect-provider');
    const { items } = await client.get<SubscriptionsPage>('/dashboard/v1/subscriptions');
    expect(items.map(({ reseller }) => reseller?.name ?? '').toSorted((a, b) => a.localeCompare(b))).toEqual([
      'Proseware IT',
      'Proseware IT',
      'Relecloud Services',
      'Relecloud Services',
      'Wingtip Consulting',
    ]);
  });

  test.each([
    ['indirect-reseller', 800039],
    ['restricted-partner', 800039],
  ])('%s: nobody can buy', async (name, code) => {
    const client = open(name);
    const path = `/v1/customers/${await client.customer('contoso')}/orders`;
    const lineItems = [{ lineItemNumber: 0, offerId: itemId('m365-e3'), quantity: 1 }];
    expect(await client.refused('POST', path, { lineItems })).toMatchObject({ status: 403, code });
  });

  test('software-keys: what was bought 59 days ago can be given back; 61 days ago, or Linux, cannot', async () => {
    const client = open('software-keys');
    const contoso = await client.customer('contoso');
    const { items } = await client.get<Page<PurchaseRow>>(`/dashboard/v1/customers/${contoso}/software`);
    const windows = await Promise.all(
      items.map(async ({ subscriptionId, title, purchasedAt }) => {
        const path = `/v1/customers/${contoso}/subscriptions/${subscriptionId}`;
        const { refundOptions } = await client.get<Subscription>(path);
        return `${purchasedAt.slice(0, 10)} ${title.split(' ')[0]} ${refundOptions.map(({ type }) => type).join()}`;
      }),
    );
    expect(windows).toEqual([
      '2021-10-04 SUSE ',
      '2021-09-06 SQL Partial',
      '2021-08-20 Windows Full',
      '2021-08-20 Windows Full',
      '2021-08-18 Windows ',
    ]);
  });

  test('software-keys: Australia and Brazil pay what the catalog says, Germany pays tax on top (S3-8)', () => {
    const { world } = play('software-keys');
    const { state } = world;
    const { invoices, unbilled } = billingOf(state, world.now);
    const paid = new Map<string, string>();
    for (const { subscriptionId, charge, subtotal, tax, taxIncluded } of [...invoices, ...unbilled].flatMap(
      ({ lines }) => lines,
    )) {
      const { customerId } = state.subscriptions.get(subscriptionId) ?? {};
      const country = state.customers.get(customerId ?? '')?.country ?? '';
      const share = (tax.minor / (taxIncluded ? subtotal.minor + tax.minor : subtotal.minor)).toFixed(3);
      if (charge.amount.minor > 0) paid.set(country, `${taxIncluded ? 'of' : 'on'} ${share}`);
    }
    // 10/110 and 17/117 of the price.
    expect(Object.fromEntries(paid)).toEqual({ AU: 'of 0.091', BR: 'of 0.145', DE: 'on 0.190' });
  });
});

test('large-partner: 1,000 customers, 10,000 subscriptions, 5,000 offers, in ten seconds', { timeout: 120_000 }, () => {
  const began = process.cpuUsage();
  const phases: number[] = [];
  const scenario = findScenario(LARGE);
  if (!scenario) throw new Error('No large partner');
  const { world, setting, records } = playScenario(scenario, ({ done, total }) => phases.push(done / total));
  const used = process.cpuUsage(began);
  expect((used.user + used.system) / 1e6, 'seconds of processor time').toBeLessThan(10);
  expect(setting.catalog.offers).toHaveLength(5_000);
  expect(world.state.customers.size).toBe(1_000);
  expect(world.state.subscriptions.size).toBe(10_000);
  expect(formatInstant(world.now)).toBe('2021-10-18T08:00:00Z');
  expect(records.length).toBeGreaterThan(100_000);
  expect(phases.length).toBeGreaterThan(100);
  expect(phases).toEqual([...phases].sort((left, right) => left - right));
  expect(phases.every((share) => share >= 0 && share <= 1)).toBe(true);
});

describe('the published billing examples', () => {
  const { customers, expect: promised } = findScenario('published-examples') ?? { customers: [] };

  test.each(customers)('$companyName: exactly these lines, in this order, by the API', async ({ key, companyName }) => {
    const client = publishedClient();
    const wanted = (promised?.lines ?? []).filter(({ customer }) => customer === key);
    const { items } = await client.get<{ items: Invoice[] }>('/v1/invoices?size=1000');
    const found: unknown[] = [];
    for (const invoice of items.toReversed()) {
      const lines = await client.get<{ items: Record<string, unknown>[] }>(`/v1/invoices/${invoice.id}/lineitems`);
      for (const line of lines.items) {
        if (line['customerName'] !== companyName) continue;
        found.push({
          customer: key,
          invoiceDate: invoice.invoiceDate.slice(0, 10),
          chargeType: line['chargeType'],
          chargeStartDate: String(line['chargeStartDate']).slice(0, 10),
          chargeEndDate: String(line['chargeEndDate']).slice(0, 10),
          unitPrice: Number(line['effectiveUnitPrice'] ?? line['unitPrice']),
          quantity: Number(line['quantity']),
          amount: Number(line['subtotal']),
        });
      }
    }
    expect(wanted.length).toBeGreaterThan(0);
    // Those that were not cancelled go on renewing for years after what is published of them.
    expect(found.slice(0, wanted.length)).toEqual(
      wanted.map((line) => ({ ...line, unitPrice: Number(line.unitPrice), amount: Number(line.amount) })),
    );
  });

  test('ANN-2, whose billing date is the 14th', async () => {
    const client = open('annual-billing-date-14');
    const customer = await client.customer('contoso');
    const offers = await client.get<{ items: { id: string; name: string }[] }>('/v1/offers?country=US');
    const yearly = offers.items.find(({ name }) => name === 'Office 365 Enterprise E3');
    await client.advance({ to: '2017-02-11T10:00:00Z' });
    const order = await client.post<{ lineItems: { subscriptionId: string }[] }>(`/v1/customers/${customer}/orders`, {
      lineItems: [{ lineItemNumber: 0, offerId: yearly?.id, quantity: 1, billingCycle: 'annual' }],
    });
    const path = `/v1/customers/${customer}/subscriptions/${order.lineItems[0]?.subscriptionId}`;
    await client.advance({ to: '2017-02-12T10:00:00Z' });
    await client.patch(path, { ...(await client.get<Subscription>(path)), quantity: 2 });
    await client.advance({ to: '2017-03-14T00:00:00Z' });
    const { items } = await client.get<{ items: Invoice[] }>('/v1/invoices');
    const files = await Promise.all(
      items.toReversed().map(async ({ id, invoiceDate }) => {
        const lines = await client.get<{ items: Record<string, string | number>[] }>(`/v1/invoices/${id}/lineitems`);
        return lines.items.map((line) =>
          [invoiceDate, line['chargeStartDate'], line['chargeEndDate']]
            .map((date) => String(date).slice(0, 10))
            .concat([`${line['unitPrice']} × ${line['quantity']} = ${line['amount']}`])
            .join('  '),
        );
      }),
    );
    expect(files).toEqual([
      ['2017-02-14  2017-02-11  2018-02-10  211.2 × 1 = 211.2'],
      [
        '2017-03-14  2017-02-11  2018-02-10  -211.2 × 1 = -211.2',
        '2017-03-14  2017-02-11  2017-02-11  0.58 × 1 = 0.58',
        '2017-03-14  2017-02-12  2017-03-10  15.62 × 2 = 31.25',
        '2017-03-14  2017-03-11  2018-02-10  195 × 2 = 390',
      ],
    ]);
  });
});

test('huge-invoice: one invoice of exactly 100,000 lines, in ten seconds', { timeout: 120_000 }, () => {
  const began = process.cpuUsage();
  const { world, setting } = play(HUGE);
  const { invoices } = billingOf(world.state, world.now);
  const used = process.cpuUsage(began);
  expect((used.user + used.system) / 1e6, 'seconds of processor time').toBeLessThan(10);
  expect(invoices.map(({ kind, date, lines }) => `${kind} ${date} ${lines.length}`)).toEqual([
    'OneTime 2021-10-01 100000',
  ]);
  const [invoice] = invoices;
  if (!invoice) return;
  const { lines, total } = invoice;
  expect(lines.reduce((sum, { subtotal, tax }) => sum + subtotal.minor + tax.minor, 0)).toBe(total.minor);
  const different = (of: (line: InvoiceLine) => unknown) => new Set(lines.map(of)).size;
  expect(different(({ subscriptionId }) => subscriptionId)).toBe(4_000);
  expect(different(({ charge }) => charge.amount.currency)).toBeGreaterThanOrEqual(6);
  expect(different(({ facts }) => setting.catalog.item(facts.catalogItemId)?.productFamily)).toBeGreaterThanOrEqual(5);

  // Any page costs what its own lines cost, and what is found adds up to the whole.
  const find = (wish: Partial<LineFilter>) =>
    invoiceLinesPage(world, () => world.records, invoice, { ...EVERY_LINE, ...wish }, ANNA, 'en');
  const last = find({ offset: 99_950 });
  expect(last.totalCount).toBe(100_000);
  expect(last.items).toHaveLength(50);
  expect(last.items.map(({ cause }) => cause.summary)).not.toContain('');
  const parts = last.facets.chargeType.map(({ value }) => find({ chargeType: value }));
  expect(parts.reduce((sum, { totalCount }) => sum + totalCount, 0)).toBe(100_000);
  const cents = (page: InvoiceLinesPage) => Number(page.totals.total.amount.replace('.', ''));
  expect(parts.reduce((sum, page) => sum + cents(page), 0)).toBe(total.minor);
  expect(find({ search: 'no such line' })).toMatchObject({
    totalCount: 0,
    items: [],
    totals: { total: { amount: '0.00' } },
  });
});

const EVERY_LINE: LineFilter = {
  search: '',
  sort: undefined,
  descending: false,
  size: 100,
  offset: 0,
  customerId: undefined,
  subscriptionId: undefined,
  number: undefined,
  chargeType: undefined,
  group: undefined,
};

const ANNA: User = { id: 'anna', name: 'Anna', roles: ['GlobalAdmin'] };
