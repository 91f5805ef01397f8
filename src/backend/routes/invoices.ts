import { RECONCILIATION, type Invoice as InvoiceResource, type InvoiceSummary } from '../../api/billing';
import { balanceOf, billingOf, findInvoice, invoiceState, type Invoice } from '../../domain/billing/invoice';
import { formatInstant, parseDate, parseInstant, startOf } from '../../kernel/calendar';
import { moneyText, type Money } from '../../kernel/money';
import type { Call } from '../call';
import { own } from '../own';
import { ok, type Reply } from '../reply';
import { billingPage, invoiceLinesPage, reconciliationPiece } from '../resources/billing';
import { currencySymbol } from '../resources/catalog';
import { collection, link, offsetPage } from '../resources/link';
import { lineItem } from '../resources/reconciliation';
import { statementOf } from '../resources/statement';
import { continuationOffset, continuationToken } from './continuation';
import { COMPARISONS, readFilter, unknownFilter } from './filter';
import type { BusinessRoutes } from './table';

export function addInvoiceRoutes(routes: BusinessRoutes): void {
  routes.add('GET', '/v1/invoices', listInvoices);
  routes.add('GET', '/v1/invoices/summary', (call) => guarded(call, () => ok(summary(call))));
  routes.add('GET', '/v1/invoices/summaries', (call) => guarded(call, () => ok(collection([summary(call)]))));
  routes.add('GET', '/v1/invoices/estimates/links', estimateLinks);
  routes.add('GET', '/v1/invoices/unbilled/lineitems', unbilledItems);
  routes.add('GET', '/v1/invoices/:invoiceId', (call) =>
    withInvoice(call, (invoice) => ok(invoiceResource(call, invoice))),
  );
  routes.add('GET', '/v1/invoices/:invoiceId/documents/statement', (call) => {
    call.require('downloadInvoice');
    return withInvoice(call, (invoice) => ({
      status: 200,
      statement: statementOf(call.state, invoice, call.language),
    }));
  });
  routes.add('GET', '/v1/invoices/:invoiceId/lineitems', (call) =>
    withInvoice(call, (invoice) => items(call, invoice, call.query('provider'), call.query('invoicelineitemtype'))),
  );
  routes.add('GET', '/v1/invoices/:invoiceId/lineitems/:provider/:type', (call) =>
    withInvoice(call, (invoice) => items(call, invoice, call.param('provider'), call.param('type'))),
  );
  routes.add('GET', '/dashboard/v1/billing', (call) =>
    guarded(call, () => ok(billingPage(call.world, call.user, call.language))),
  );
  routes.add('GET', '/dashboard/v1/invoices/:invoiceId/lines', (call) =>
    withShown(call, (invoice) =>
      ok(invoiceLinesPage(call.world, call.records, invoice, lineFilter(call), call.user, call.language)),
    ),
  );
  routes.add('GET', '/dashboard/v1/invoices/:invoiceId/reconciliation', (call) => {
    call.require('viewReconciliation');
    return withShown(call, (invoice) => {
      const { csv, total, lines, name } = reconciliationPiece(call.world, invoice, call.list(), call.language);
      return {
        status: 200,
        text: csv,
        headers: {
          'Content-Type': 'text/csv; charset=utf-8',
          [RECONCILIATION.total]: String(total),
          [RECONCILIATION.lines]: String(lines),
          [RECONCILIATION.name]: name,
        },
      };
    });
  });
}

function guarded(call: Call, answer: () => Reply): Reply {
  call.require('viewBilling');
  return answer();
}

function withInvoice(call: Call, answer: (invoice: Invoice) => Reply): Reply {
  return guarded(call, () => {
    const invoice = findInvoice(call.state, call.world.now, call.param('invoiceId'));
    return invoice ? answer(invoice) : call.refuse({ type: 'InvoiceNotFound', invoiceId: call.param('invoiceId') });
  });
}

/** An issued invoice, or `unbilled` with `?kind=` for what the next one holds so far. */
function withShown(call: Call, answer: (invoice: Invoice) => Reply): Reply {
  if (call.id('invoiceId') !== 'unbilled') return withInvoice(call, answer);
  return guarded(call, () => {
    const kind = call.query('kind')?.toLowerCase() === 'recurring' ? 'Recurring' : 'OneTime';
    const next = billingOf(call.state, call.world.now).unbilled.find((each) => each.kind === kind);
    return next ? answer(next) : call.refuse({ type: 'InvoiceNotFound', invoiceId: 'unbilled' });
  });
}

function lineFilter(call: Call) {
  return {
    ...call.list(),
    customerId: call.query('customerId')?.toLowerCase(),
    subscriptionId: call.query('subscriptionId')?.toLowerCase(),
    number: call.count('number'),
    chargeType: call.query('chargeType'),
    group: call.query('group'),
  };
}

/** `InvoiceDate`, as the SDK filters it; a date without a time is its midnight (REST API 11). */
function invoiceFilter(call: Call): (invoice: Invoice) => boolean {
  const filter = readFilter(call);
  if (!filter) return () => true;
  if (filter.field !== 'invoicedate') throw unknownFilter(call, 'Field', ['InvoiceDate']);
  const compare = own(COMPARISONS, filter.operator);
  if (!compare) throw unknownFilter(call, 'Operator', Object.keys(COMPARISONS));
  const day = parseDate(filter.value);
  const at = day === undefined ? parseInstant(filter.value) : startOf(day);
  if (at === undefined) throw call.invalid('filter.Value', 'filter.Value: YYYY-MM-DD, YYYY-MM-DDThh:mm:ssZ');
  const value = formatInstant(at);
  return ({ date }) => compare(formatInstant(startOf(date)), value);
}

function listInvoices(call: Call): Reply {
  return guarded(call, () => {
    const all = billingOf(call.state, call.world.now).invoices.filter(invoiceFilter(call)).toReversed();
    const page = offsetPage(all, '/invoices', call.count('size') ?? 0, call.count('offset') ?? 0, call.query('filter'));
    return ok({ ...page, items: page.items.map((invoice) => invoiceResource(call, invoice)) });
  });
}

const isPaid = (call: Call, invoice: Invoice): boolean => invoiceState(invoice, call.world.now) === 'paid';

function number(money: Money): number {
  return Number(moneyText(money));
}

function invoiceResource(call: Call, invoice: Invoice): InvoiceResource {
  const self = `/invoices/${invoice.id}`;
  const paid = isPaid(call, invoice);
  const provider = invoice.kind === 'Recurring' ? 'office' : 'one_time';
  return {
    id: invoice.id,
    invoiceDate: `${invoice.date}T00:00:00Z`,
    billingPeriodStartDate: `${invoice.startsOn}T00:00:00Z`,
    billingPeriodEndDate: `${invoice.endsOn}T23:59:59Z`,
    totalCharges: number(invoice.total),
    paidAmount: paid ? 0 - number(invoice.total) : 0,
    currencyCode: invoice.currency,
    currencySymbol: currencySymbol(invoice.currency),
    pdfDownloadLink: `${self}/documents/statement`,
    taxReceipts: [],
    invoiceDetails: [
      {
        invoiceLineItemType: 'billing_line_items',
        billingProvider: provider,
        links: {
          self: link(`${self}/lineitems/${invoice.kind === 'Recurring' ? 'Office' : 'OneTime'}/BillingLineItems`),
        },
        attributes: { objectType: 'InvoiceDetail' },
      },
    ],
    amendments: [],
    documentType: 'invoice',
    invoiceType: invoice.kind,
    state: paid ? 'paid' : 'unpaid',
    links: { self: link(`/invoices/${invoice.kind}-${invoice.id}`) },
    attributes: { objectType: 'Invoice' },
  };
}

function summary(call: Call): InvoiceSummary {
  const { state, world } = call;
  const { invoices } = billingOf(state, world.now);
  const of = (some: readonly Invoice[]) => {
    const paid = some.filter((invoice) => isPaid(call, invoice));
    const last = paid.at(-1);
    const [first] = some;
    const latest = some.at(-1);
    const { currency } = state.partner;
    return {
      balanceAmount: number(balanceOf(some, world.now, currency)),
      currencyCode: currency,
      currencySymbol: currencySymbol(currency),
      accountingDate: formatInstant(world.now),
      firstInvoiceCreationDate: first ? formatInstant(startOf(first.date)) : null,
      lastPaymentDate: last?.paidOn ? formatInstant(startOf(last.paidOn)) : null,
      lastPaymentAmount: last ? number(last.total) : 0,
      latestInvoiceDate: latest ? formatInstant(startOf(latest.date)) : null,
    };
  };
  return {
    ...of(invoices),
    details: (['Recurring', 'OneTime'] as const).map((invoiceType) => ({
      invoiceType,
      summary: of(invoices.filter(({ kind }) => kind === invoiceType)),
    })),
    links: { self: link('/invoices/summary') },
    attributes: { objectType: 'InvoiceSummary' },
  };
}

/** Without `currencycode` every currency is asked for. */
function isInCurrency(call: Call, { currency }: Invoice): boolean {
  const asked = call.query('currencycode');
  return asked === undefined || asked.toUpperCase() === currency;
}

/** Which lines of an invoice a provider names; `all` names every one. */
function providesLines(invoice: Invoice, provider: string | undefined, type: string | undefined): boolean {
  const wanted = (provider ?? 'all').toLowerCase().replace('_', '');
  const lines = (type ?? 'billinglineitems').toLowerCase().replaceAll('_', '') === 'billinglineitems';
  if (!lines) return false;
  return wanted === 'all' || (invoice.kind === 'Recurring' ? wanted === 'office' : wanted === 'onetime');
}

/** Both styles of paging: `size` and `offset` (office), a continuation token with `seekOperation=Next` (one-time). */
function items(call: Call, invoice: Invoice, provider: string | undefined, type: string | undefined): Reply {
  const lines = isInCurrency(call, invoice) && providesLines(invoice, provider, type) ? invoice.lines : [];
  return pagedItems(call, lines, invoice.id, `/invoices/${invoice.id}/lineitems`, invoice.kind === 'OneTime');
}

function pagedItems(call: Call, lines: Invoice['lines'], id: string, path: string, byToken: boolean): Reply {
  const asked = Number(call.query('size') ?? PAGE);
  if (!Number.isInteger(asked) || asked < 1) throw call.invalid('size', `size: 1 … ${PAGE}`);
  const size = Math.min(asked, PAGE);
  const token = call.headers.get('MS-ContinuationToken') ?? call.query('continuationToken');
  const seeks = call.query('seekOperation')?.toLowerCase() === 'next';
  const start =
    byToken && seeks && token ? continuationOffset(call, 'lineitems', token) : Number(call.query('offset') ?? 0);
  if (!Number.isInteger(start) || start < 0) throw call.invalid('offset', 'offset: 0, 1, 2 …');
  const page = lines.slice(start, start + size);
  const next = start + page.length;
  const more = next < lines.length;
  const nextToken = continuationToken('lineitems', next);
  // The next page is of the same list.
  const asking = LINE_QUERY.flatMap((name) => {
    const value = call.query(name);
    return value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`];
  });
  const to = (...paging: string[]) => `${path}?${[...asking, `size=${size}`, ...paging].join('&')}`;
  return ok({
    totalCount: byToken ? page.length : lines.length,
    items: page.map((line) => lineItem(call.state, line, id)),
    ...(byToken && more ? { continuationToken: nextToken } : {}),
    links: {
      self: link(to(`offset=${start}`)),
      ...(more
        ? {
            next: byToken
              ? link(to('seekOperation=Next'), 'GET', [{ key: 'MS-ContinuationToken', value: nextToken }])
              : link(to(`offset=${next}`)),
          }
        : {}),
    },
    attributes: { objectType: 'Collection' },
  });
}

/** What chooses lines, paging aside. */
const LINE_QUERY = ['provider', 'invoicelineitemtype', 'currencycode', 'period'];

/** The most lines of one answer (REST API 11). */
const PAGE = 2_000;

function unbilledItems(call: Call): Reply {
  return guarded(call, () => {
    const { unbilled } = billingOf(call.state, call.world.now);
    const provider = call.query('provider');
    const period = call.query('period')?.toLowerCase() ?? 'current';
    const lines =
      period === 'previous'
        ? []
        : unbilled
            .filter(
              (invoice) =>
                isInCurrency(call, invoice) && providesLines(invoice, provider, call.query('invoicelineitemtype')),
            )
            .flatMap((invoice) => invoice.lines);
    return pagedItems(call, lines, '', '/invoices/unbilled/lineitems', true);
  });
}

function estimateLinks(call: Call): Reply {
  return guarded(call, () => {
    const code = call.query('currencyCode') ?? call.state.partner.currency;
    const items = (['current', 'previous'] as const).map((period) => ({
      title: period === 'current' ? 'Estimates of the current period' : 'Estimates of the previous period',
      description: '',
      period,
      link: link(
        `/invoices/unbilled/lineitems?provider=onetime&invoicelineitemtype=billinglineitems&currencycode=${code.toLowerCase()}&period=${period}&size=${PAGE}`,
      ),
    }));
    return ok(collection(items));
  });
}
