import { describe, expect, test } from 'vitest';
import {
  RECONCILIATION,
  type BillingPage,
  type Invoice,
  type InvoiceLinesPage,
  type InvoiceSummary,
} from '../../api/billing';
import type { SubscriptionPage } from '../../api/dashboard';
import type { Subscription } from '../../api/subscriptions';
import type { Collection, Link } from '../../api/wire';
import { open, openSmall, SMALL_SCRIPT, type Client } from '../testing';

interface Lines extends Collection<Record<string, unknown>> {
  readonly totalCount: number;
  readonly links: Record<string, Link>;
  readonly continuationToken?: string;
}

/** Exchange Online Kiosk as S4 prices it: 4.00 USD a month, billing date the 15th. */
async function annual() {
  const client = open('annual-billing-date');
  const contoso = await client.customer('contoso');
  await client.advance({ to: '2018-01-13T10:00:00Z' });
  const offers = await client.get<{ items: { id: string; name: string }[] }>('/v1/offers?country=US');
  const kiosk = offers.items.find(({ name }) => name.includes('Exchange'));
  const order = await client.post<{ lineItems: { subscriptionId: string }[] }>(`/v1/customers/${contoso}/orders`, {
    billingCycle: 'annual',
    lineItems: [{ lineItemNumber: 0, offerId: kiosk?.id, quantity: 1, billingCycle: 'annual' }],
  });
  const id = order.lineItems[0]?.subscriptionId ?? '';
  return { client, contoso, id, path: `/v1/customers/${contoso}/subscriptions/${id}` };
}

async function invoices(client: Client): Promise<Invoice[]> {
  return (await client.get<Collection<Invoice>>('/v1/invoices')).items;
}

async function lines(client: Client, invoice: Invoice | undefined): Promise<Record<string, unknown>[]> {
  return (await client.get<Lines>(`/v1/invoices/${invoice?.id}/lineitems?provider=all`)).items;
}

describe('licence-based invoices', () => {
  test('ANN-1: the file of the 15th holds the purchase of the 13th, and no earlier one does', async () => {
    const { client, id } = await annual();
    await client.advance({ to: '2018-01-14T23:59:59.999Z' });
    expect(await invoices(client)).toEqual([]);
    await client.advance({ to: '2018-01-15T00:00:00Z' });
    const [invoice, ...rest] = await invoices(client);
    expect(rest).toEqual([]);
    expect(invoice).toMatchObject({
      invoiceType: 'Recurring',
      invoiceDate: '2018-01-15T00:00:00Z',
      billingPeriodStartDate: '2017-12-15T00:00:00Z',
      totalCharges: 48,
      paidAmount: 0,
      currencyCode: 'USD',
      state: 'unpaid',
    });
    expect(invoice?.id).toMatch(/^D02[0-9A-Z]{7}$/);
    expect(await lines(client, invoice)).toMatchObject([
      {
        customerName: 'Contoso Ltd.',
        syndicationPartnerSubscriptionNumber: id,
        tier2MpnId: -1,
        chargeType: 'Prorate fees when purchase',
        chargeStartDate: '2018-01-13T00:00:00',
        chargeEndDate: '2019-01-12T00:00:00',
        unitPrice: 48,
        quantity: 1,
        amount: 48,
        billingCycleType: 'ANNUAL',
        billingProvider: 'office',
        attributes: { objectType: 'LicenseBasedLineItem' },
      },
    ]);
  });

  test('ANN-6: suspended on 1 February, back on 1 March; each file holds its own line for ever', async () => {
    const { client, path } = await annual();
    await client.advance({ to: '2018-02-01T09:00:00Z' });
    await client.patch(path, { ...(await client.get<Subscription>(path)), status: 'suspended' });
    await client.advance({ to: '2018-02-15T00:00:00Z' });
    const february = (await invoices(client))[0];
    const before = await lines(client, february);
    expect(before).toMatchObject([{ chargeType: 'Cancel fee', unitPrice: -48, amount: -48 }]);
    await client.advance({ to: '2018-03-01T09:00:00Z' });
    await client.patch(path, { ...(await client.get<Subscription>(path)), status: 'active' });
    await client.advance({ to: '2018-03-15T00:00:00Z' });
    const [march] = await invoices(client);
    expect(await lines(client, march)).toMatchObject([
      {
        chargeType: 'Prorate fees when purchase',
        chargeStartDate: '2018-03-01T00:00:00',
        chargeEndDate: '2019-01-12T00:00:00',
        unitPrice: 41.34,
        amount: 41.34,
      },
    ]);
    expect(await lines(client, february)).toEqual(before);
  });

  test('what happens on the billing date is in the next file', async () => {
    const { client, path } = await annual();
    await client.advance({ to: '2018-03-15T00:00:00Z' });
    await client.patch(path, { ...(await client.get<Subscription>(path)), status: 'suspended' });
    await client.advance({ to: '2018-04-14T23:59:59Z' });
    expect((await invoices(client)).map(({ invoiceDate }) => invoiceDate)).toEqual(['2018-01-15T00:00:00Z']);
    await client.advance({ to: '2018-04-15T00:00:00Z' });
    expect((await invoices(client)).map(({ invoiceDate }) => invoiceDate)).toEqual([
      '2018-04-15T00:00:00Z',
      '2018-01-15T00:00:00Z',
    ]);
  });
});

describe('one-time and new commerce', () => {
  async function bought(changes: object = {}) {
    const client = await openSmall(changes);
    const contoso = await client.customer('contoso');
    const order = await client.order(contoso, [
      { offer: 'o365-e3', quantity: 10, termDuration: 'P1Y', billingCycle: 'monthly' },
    ]);
    const id = order.lineItems[0]?.subscriptionId ?? '';
    return { client, contoso, id, path: `/v1/customers/${contoso}/subscriptions/${id}` };
  }

  test('the calendar month; figures are texts, and the lines of one event share a reference', async () => {
    const { client, path, id } = await bought();
    await client.advance({ by: 'P2D' });
    await client.patch(path, { ...(await client.get<Subscription>(path)), quantity: 12 });
    await client.advance({ to: '2021-11-01T00:00:00Z' });
    const [invoice] = await invoices(client);
    expect(invoice?.id).toMatch(/^G\d{9}$/);
    const items = await lines(client, invoice);
    expect(items.map(({ chargeType }) => chargeType)).toEqual(['new', 'addQuantity', 'addQuantity']);
    expect(items[0]).toMatchObject({
      invoiceNumber: invoice?.id,
      subscriptionId: id,
      quantity: '10',
      termAndBillingCycle: 'One-Year commitment for monthly billing',
      chargeStartDate: '2021-10-01T00:00:00Z',
      chargeEndDate: '2021-10-31T00:00:00Z',
      subscriptionEndDate: '2022-09-30T00:00:00Z',
      billingProvider: 'one_time',
    });
    expect(items[1]?.['referenceId']).toBe(items[2]?.['referenceId']);
    expect(items[0]?.['referenceId']).not.toBe(items[1]?.['referenceId']);
    const sum = items.reduce((total, { totalForCustomer }) => total + Number(totalForCustomer), 0);
    expect(invoice?.totalCharges).toBeCloseTo(sum, 2);
  });

  test('after an upgrade, credits are of the old product and charges of the new one', async () => {
    const { client, path } = await bought();
    await client.advance({ by: 'P10D' });
    const { items } = await client.get<Collection<{ catalogItemId: string; title: string }>>(
      `${path}/transitionEligibilities`,
    );
    const e5 = items.find(({ title }) => title === 'Office 365 E5');
    await client.post(
      `${path}/transitions`,
      { toCatalogItemId: e5?.catalogItemId, quantity: 10, transitionType: 'transition_with_license_transfer' },
      200,
    );
    await client.advance({ to: '2021-11-01T00:00:00Z' });
    const found = await lines(client, (await invoices(client))[0]);
    expect(found.map(({ chargeType, skuName }) => [chargeType, skuName])).toEqual([
      ['new', 'Office 365 E3'],
      ['convert', 'Office 365 E3'],
      ['convert', 'Office 365 E5'],
    ]);
  });

  test('both styles of paging, and either form of the number', async () => {
    const { client, path } = await bought();
    await client.patch(path, { ...(await client.get<Subscription>(path)), quantity: 12 });
    await client.advance({ to: '2021-11-01T00:00:00Z' });
    const [invoice] = await invoices(client);
    const all = await lines(client, invoice);
    const first = await client.get<Lines>(
      `/v1/invoices/OneTime-${invoice?.id}/lineitems/OneTime/BillingLineItems?size=2`,
    );
    expect(first.items).toEqual(all.slice(0, 2));
    const second = await client.get<Lines>(
      `/v1/invoices/${invoice?.id}/lineitems?provider=onetime&invoicelineitemtype=billinglineitems&size=2&seekOperation=Next`,
      { 'MS-ContinuationToken': first.continuationToken ?? '' },
    );
    expect(second.items).toEqual(all.slice(2));
    expect(second.continuationToken).toBeUndefined();
    expect((await client.get<Lines>(`/v1/invoices/${invoice?.id}/lineitems?provider=office`)).items).toEqual([]);
    expect(await client.refused('GET', '/v1/invoices/G000000000')).toMatchObject({ status: 404 });
  });

  test('the list is paged by size and offset and filtered by date, and its links keep the filter', async () => {
    const { client } = await bought();
    await client.advance({ to: '2022-03-01T00:00:00Z' });
    const dates = async (query: string) => {
      const { items } = await client.get<Collection<Invoice>>(`/v1/invoices?${query}`);
      return items.map(({ invoiceDate }) => invoiceDate.slice(0, 10));
    };
    const by = (operator: string, value: string) =>
      `filter=${encodeURIComponent(JSON.stringify({ Field: 'InvoiceDate', Operator: operator, Value: value }))}`;
    expect(await dates('')).toEqual(['2022-03-01', '2022-02-01', '2022-01-01', '2021-12-01', '2021-11-01']);
    expect(await dates('size=2&offset=1')).toEqual(['2022-02-01', '2022-01-01']);
    expect(await dates(by('less_than', '2022-01-01'))).toEqual(['2021-12-01', '2021-11-01']);
    expect(await dates(by('equals', '2022-01-01T00:00:00Z'))).toEqual(['2022-01-01']);
    const page = await client.get<Collection<Invoice>>(
      `/v1/invoices?size=1&${by('greater_than_or_equals', '2022-01-01')}`,
    );
    const next = page.links?.['next']?.uri ?? '';
    expect((await client.get<Collection<Invoice>>(`/v1${next}`)).items[0]?.invoiceDate).toBe('2022-02-01T00:00:00Z');
    for (const query of [
      'size=x',
      'offset=-1',
      'filter=x',
      by('equals', 'May'),
      by('equals', '2021-99-99'),
      by('substring', '2022'),
    ]) {
      expect(await client.refused('GET', `/v1/invoices?${query}`)).toMatchObject({ status: 400 });
    }
  });

  test('balance: invoiced and not paid; paid sixty days later', async () => {
    const { client } = await bought();
    await client.advance({ to: '2021-11-01T00:00:00Z' });
    const [invoice] = await invoices(client);
    const unpaid = await client.get<InvoiceSummary>('/v1/invoices/summary');
    expect(unpaid).toMatchObject({ balanceAmount: invoice?.totalCharges, currencyCode: 'EUR', lastPaymentDate: null });
    await client.advance({ to: '2021-12-31T00:00:00Z' });
    const found = (await invoices(client)).find(({ id }) => id === invoice?.id);
    expect(found).toMatchObject({ state: 'paid', paidAmount: 0 - (invoice?.totalCharges ?? 0) });
    expect(await client.get<InvoiceSummary>('/v1/invoices/summary')).toMatchObject({
      lastPaymentDate: '2021-12-31T00:00:00Z',
      lastPaymentAmount: invoice?.totalCharges,
    });
  });

  test('a scenario whose partner does not pay: overdue from the day after, and the balance stays', async () => {
    const { client } = await bought({ partner: { ...SMALL_SCRIPT.partner, paysInvoices: false } });
    await client.advance({ to: '2021-12-31T23:59:59Z' });
    const [first] = (await client.get<BillingPage>('/dashboard/v1/billing')).invoices.toReversed();
    expect(first).toMatchObject({ dueOn: '2021-12-31', state: 'unpaid' });
    await client.advance({ to: '2022-01-01T00:00:00Z' });
    const page = await client.get<BillingPage>('/dashboard/v1/billing');
    expect(page.invoices.at(-1)).toMatchObject({ id: first?.id, state: 'overdue' });
    const all = page.invoices.reduce((sum, { total }) => sum + Number(total.amount), 0);
    expect(Number(page.balance.amount)).toBeCloseTo(all, 2);
    expect(await client.get<InvoiceSummary>('/v1/invoices/summary')).toMatchObject({
      lastPaymentDate: null,
      balanceAmount: Number(page.balance.amount),
    });
  });

  test('a scenario with a tax rate: every line, every total and the file have it; the estimate is before tax', async () => {
    const { client } = await bought({ taxRates: { DE: '0.19' } });
    const before = (await client.get<BillingPage>('/dashboard/v1/billing')).estimates[0];
    expect(before?.subtotal.amount).toBe('168.00');
    await client.advance({ to: '2021-11-01T00:00:00Z' });
    const [invoice] = await invoices(client);
    expect(invoice?.totalCharges).toBe(199.92);
    const page = await client.get<InvoiceLinesPage>(`/dashboard/v1/invoices/${invoice?.id}/lines`);
    expect(page.totals).toMatchObject({
      subtotal: { amount: '168.00' },
      tax: { amount: '31.92' },
      total: { amount: '199.92' },
    });
    expect(page.items[0]?.explanation).toContain('The tax is €31.92.');
    expect(await lines(client, invoice)).toMatchObject([
      { subtotal: '168.00', taxTotal: '31.92', totalForCustomer: '199.92' },
    ]);
  });

  test('what is not invoiced yet is an estimate', async () => {
    const { client } = await bought();
    const unbilled = await client.get<Lines>('/v1/invoices/unbilled/lineitems?provider=onetime&period=current');
    expect(unbilled.items).toMatchObject([{ chargeType: 'new', invoiceNumber: '' }]);
    const inCurrency = (code: string) => client.get<Lines>(`/v1/invoices/unbilled/lineitems?currencycode=${code}`);
    expect([(await inCurrency('eur')).items.length, (await inCurrency('usd')).items.length]).toEqual([1, 0]);
    const page = await client.get<BillingPage>('/dashboard/v1/billing');
    expect(page).toMatchObject({ latest: null, invoices: [], estimates: [{ id: null, lines: 1, state: 'estimate' }] });
    await client.advance({ to: '2021-11-01T00:00:00Z' });
    const later = await client.get<BillingPage>('/dashboard/v1/billing');
    expect(later.invoices[0]).toMatchObject({ total: page.estimates[0]?.total, state: 'unpaid' });
    expect(later.spend.map(({ month }) => month)).toEqual(['2021-10', '2021-11']);
    expect(later.spend[0]?.total).toEqual(page.estimates[0]?.subtotal);
    expect(later.invoices[0]?.paymentDays).toBe(60);
  });

  test('followed to its end, a list stays the one that was asked for', async () => {
    const { client } = await bought();
    // A licence-based line waits beside them.
    await client.order(await client.customer('contoso'), [
      { offer: 'o365-e1', quantity: 3, termDuration: 'P1Y', billingCycle: 'monthly' },
    ]);
    await client.order(await client.customer('contoso'), [
      { offer: 'legacy-o365-e1', quantity: 1, billingCycle: 'monthly' },
    ]);
    const found: unknown[] = [];
    let next: Link | undefined = {
      uri: '/invoices/unbilled/lineitems?provider=onetime&size=1',
      method: 'GET',
      headers: [],
    };
    for (let guard = 0; next && guard < 9; guard++) {
      const headers = Object.fromEntries(next.headers.map(({ key, value }) => [key, value]));
      const page: Lines = await client.get<Lines>(`/v1${next.uri}`, headers);
      found.push(...page.items.map(({ billingProvider, subscriptionId }) => [billingProvider, subscriptionId]));
      next = page.links['next'];
    }
    expect(found).toHaveLength(2);
    expect(new Set(found.map((each) => JSON.stringify(each))).size).toBe(2);
  });

  test('every line explains itself, and says which one it gives back', async () => {
    const { client, path } = await bought();
    await client.advance({ by: 'P2D' });
    await client.patch(path, { ...(await client.get<Subscription>(path)), quantity: 12 });
    await client.advance({ to: '2021-11-01T00:00:00Z' });
    const [invoice] = await invoices(client);
    const page = await client.get<InvoiceLinesPage>(`/dashboard/v1/invoices/${invoice?.id}/lines?group=chargeType`);
    expect(page.items.map(({ number, corrects, correctedBy }) => ({ number, corrects, correctedBy }))).toEqual([
      { number: 1, corrects: null, correctedBy: [2] },
      { number: 2, corrects: 1, correctedBy: [] },
      { number: 3, corrects: null, correctedBy: [] },
    ]);
    const [first, second] = page.items;
    expect(second?.related).toMatchObject([
      { number: 1, chargeType: 'new', amount: first?.subtotal, invoice: { id: invoice?.id, kind: 'OneTime' } },
    ]);
    const one = await client.get<InvoiceLinesPage>(
      `/dashboard/v1/invoices/${invoice?.id}/lines?subscriptionId=${second?.subscriptionId}&number=2`,
    );
    expect(one.items).toEqual([second]);
    const details = await client.get<SubscriptionPage>(path.replace('/v1/', '/dashboard/v1/'));
    expect(details.history.flatMap(({ kind, charges }) => charges.map(({ number }) => `${kind} ${number}`))).toEqual([
      'SubscriptionStarted 1',
      'QuantityChanged 2',
      'QuantityChanged 3',
      'CycleStarted 4',
    ]);
    expect(details.conservation).toMatchObject({
      gaps: [],
      overlaps: [],
      startsOn: details.charges[0]?.chargeStartDate,
    });
    expect(details.charges.map((charge) => charge.invoice)).toEqual([
      { id: invoice?.id, kind: 'OneTime' },
      { id: invoice?.id, kind: 'OneTime' },
      { id: invoice?.id, kind: 'OneTime' },
      { id: null, kind: 'OneTime' },
    ]);
    expect(page.items[2]?.explanation).toMatch(
      /^29 days at €\S+ \(€16.80 for 31 days\), .* × 12 licenses = .* TRUNC_AMT: /,
    );
    expect(page.items[2]?.rule).toMatch(/^More licenses are settled at once/);
    expect(page.items[2]?.cause.summary).toContain('from 10 to 12');
    expect(page.groups).toMatchObject([
      { value: 'new', lines: 1 },
      { value: 'addQuantity', lines: 2 },
    ]);
    const filtered = await client.get<InvoiceLinesPage>(`/dashboard/v1/invoices/${invoice?.id}/lines?chargeType=new`);
    expect(filtered.totals.total).toEqual(filtered.items[0]?.total);
  });

  test('the reconciliation file has its 46 columns, and the same figures', async () => {
    const { client } = await bought();
    await client.advance({ to: '2021-11-01T00:00:00Z' });
    const [invoice] = await invoices(client);
    const page = await pieceOf(client, `/dashboard/v1/invoices/${invoice?.id}/reconciliation`);
    const [header = [], row] = linesOf(page);
    expect(header).toHaveLength(46);
    expect(row).toHaveLength(46);
    expect(row?.[header.indexOf('Total')]).toBe(invoice?.totalCharges.toFixed(2));
  });

  test('the file is the same in one piece and in many, and is written as the caller reads it', async () => {
    const { client, path: subscription } = await bought();
    await client.advance({ by: 'P2D' });
    await client.patch(subscription, { ...(await client.get<Subscription>(subscription)), quantity: 12 });
    const path = '/dashboard/v1/invoices/unbilled/reconciliation?kind=OneTime';
    const whole = await pieceOf(client, path);
    expect(whole).toMatchObject({ lines: '3', total: '3' });
    const pieces = await Promise.all([0, 1, 2].map((offset) => pieceOf(client, `${path}&size=1&offset=${offset}`)));
    expect(pieces.map(({ csv }) => csv).join('')).toBe(whole.csv);
    const swedish = await pieceOf(client, path, { 'X-Locale': 'sv-SE' });
    expect(linesOf(swedish, ';').map((row) => row.length)).toEqual(linesOf(whole).map((row) => row.length));
    expect(swedish.csv).toContain(';2021-');
  });

  test('the document: under both forms of its number, HEAD as GET without a body, 404 for none', async () => {
    const { client } = await bought();
    await client.advance({ to: '2021-11-01T00:00:00Z' });
    const [invoice] = await invoices(client);
    expect(invoice).toMatchObject({
      pdfDownloadLink: `/invoices/${invoice?.id}/documents/statement`,
      taxReceipts: [],
    });
    expect(await client.get(`/v1/invoices/${invoice?.id}`)).toEqual(invoice);
    const ask = (id: string, method = 'GET') =>
      client.server.handle(new Request(`http://partner.test/v1/invoices/${id}/documents/statement`, { method }));
    const [one, other, head] = [
      await ask(String(invoice?.id)),
      await ask(`OneTime-${invoice?.id}`),
      await ask(String(invoice?.id), 'HEAD'),
    ];
    for (const answer of [one, other, head]) {
      expect(answer.status).toBe(200);
      expect(answer.headers.get('Content-Type')).toBe('application/pdf');
      expect(answer.headers.get('Content-Disposition')).toBe(
        `attachment; filename="Invoice_${invoice?.id}_2021-11-01.pdf"`,
      );
    }
    const bytesOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer());
    const bytes = await bytesOf(one);
    expect(new TextDecoder().decode(bytes.subarray(0, 5))).toBe('%PDF-');
    expect(await bytesOf(other)).toEqual(bytes);
    expect(await bytesOf(head)).toHaveLength(0);
    for (const id of ['G000000000', 'unbilled']) {
      const answer = await ask(id);
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ code: expect.any(Number) as number });
    }
  });

  test('the screens are told whether it may be had, and by whom and when its notice was received', async () => {
    const { client } = await bought();
    const estimate = await client.get<InvoiceLinesPage>('/dashboard/v1/invoices/unbilled/lines?kind=OneTime');
    expect(estimate.head).toEqual({
      billTo: 'Fabrikam',
      customerNumber: expect.stringMatching(/^\d{10}$/) as string,
      notice: null,
    });
    await client.advance({ to: '2021-11-01T00:00:00Z' });
    const path = `/dashboard/v1/invoices/${(await invoices(client))[0]?.id}/lines`;
    const page = await client.get<InvoiceLinesPage>(path);
    // Cleo and Emil are neither Global admin nor Billing admin.
    expect(page.head.notice).toEqual({ users: ['Anna Admin'], at: '2021-11-01T00:00:00Z' });
    expect([page.statement, (await client.get<BillingPage>('/dashboard/v1/billing')).statement]).toEqual([
      { allowed: true },
      { allowed: true },
    ]);
    await client.signIn('cleo');
    const refused = {
      allowed: false,
      code: 900308,
      description: expect.stringContaining('download invoices') as string,
    };
    expect((await client.get<InvoiceLinesPage>(path)).statement).toMatchObject(refused);
    expect((await client.get<BillingPage>('/dashboard/v1/billing')).statement).toMatchObject(refused);
    expect((await client.refused('GET', `/v1/invoices/any/documents/statement`)).status).toBe(403);
  });

  test.each([
    ['emil', '/v1/invoices', 403],
    ['cleo', '/v1/invoices', 200],
    ['cleo', '/dashboard/v1/invoices/unbilled/reconciliation', 403],
  ])('%s asks for %s: %i', async (user, path, status) => {
    const { client } = await bought();
    await client.signIn(user);
    expect((await client.send('GET', path)).status).toBe(status);
  });
});

test('the licence-based file has its 28 columns, in order', async () => {
  const { client } = await annual();
  await client.advance({ to: '2018-01-15T00:00:00Z' });
  const [invoice] = await invoices(client);
  const page = await pieceOf(client, `/dashboard/v1/invoices/${invoice?.id}/reconciliation`);
  const [header = [], row] = linesOf(page);
  expect(header).toHaveLength(28);
  expect(header.slice(-3)).toEqual(['SubscriptionName', 'SubscriptionDescription', 'BillingCycleType']);
  expect(row?.[header.indexOf('Amount')]).toBe('48.00');
});

async function pieceOf(client: Client, path: string, headers?: Record<string, string>) {
  const answer = await client.send('GET', path, undefined, headers);
  return {
    csv: answer.text,
    total: answer.headers.get(RECONCILIATION.total),
    lines: answer.headers.get(RECONCILIATION.lines),
  };
}

function linesOf({ csv }: { csv: string }, delimiter = ','): string[][] {
  return csv.split('\r\n').map((line) => line.split(delimiter));
}
