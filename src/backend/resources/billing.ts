/** The Billing screens: balance, invoices, their lines with reasons, spend (portal 9.2). */
import type {
  BilledLineRow,
  BillingPage,
  InvoiceHead,
  InvoiceLinesPage,
  InvoiceRow,
  RelatedLine,
} from '../../api/billing';
import {
  balanceOf,
  billedAmounts,
  billingOf,
  invoiceHolding,
  invoiceKindOf,
  invoiceState,
  PAYMENT_DAYS,
  type Invoice,
  type InvoiceLine,
} from '../../domain/billing/invoice';
import type { Charge } from '../../domain/billing/charge';
import { relate, type Relation } from '../../domain/billing/ledger';
import { reasonsOf } from '../../domain/billing/reasons';
import { customerNumberOf, noticeOf } from '../../domain/billing/statement';
import type { PartnerEvent } from '../../domain/events';
import type { PartnerWorld } from '../../domain/partner';
import { checkRole } from '../../domain/partner/roles';
import type { State, User } from '../../domain/state';
import type { Subscription } from '../../domain/subscriptions/subscription';
import { lastSequence } from '../../domain/world';
import { chargeText, ruleText } from '../../i18n/charge-text';
import { csvHead, csvRows } from '../../i18n/csv';
import { describeEvent } from '../../i18n/describe';
import type { Language } from '../../i18n/language';
import { formatInstant, startOf, type Instant, type PlainDate } from '../../kernel/calendar';
import { namesOf } from '../names';
import { verdictOf } from '../respond';
import type { LogReader } from '../storage/store';
import { amount } from './amounts';
import { chargeLine } from './charge-line';
import { customerOf, findLines, type LineFilter } from './line-search';
import type { ListOptions } from './listing';
import { reconciliationHeader, reconciliationRow } from './reconciliation';

export function invoiceRow(invoice: Invoice, now: Instant): InvoiceRow {
  const issued = startOf(invoice.date) <= now;
  return {
    id: issued ? invoice.id : null,
    kind: invoice.kind,
    date: invoice.date,
    startsOn: invoice.startsOn,
    endsOn: invoice.endsOn,
    dueOn: invoice.dueOn,
    paymentDays: PAYMENT_DAYS,
    lines: invoice.lines.length,
    subtotal: amount(invoice.subtotal),
    tax: amount(invoice.tax),
    total: amount(invoice.total),
    state: invoiceState(invoice, now),
  };
}

export function billingPage({ state, now }: PartnerWorld, user: User, language: Language): BillingPage {
  const { invoices, unbilled } = billingOf(state, now);
  const latest = invoices.at(-1);
  return {
    currency: state.partner.currency,
    balance: amount(balanceOf(invoices, now, state.partner.currency)),
    latest: latest ? invoiceRow(latest, now) : null,
    invoices: invoices.map((invoice) => invoiceRow(invoice, now)).toReversed(),
    estimates: unbilled.map((invoice) => invoiceRow(invoice, now)),
    spend: spendOf(state, [...invoices, ...unbilled]),
    reconciliation: verdictOf(checkRole(user, 'viewReconciliation'), language),
    statement: verdictOf(checkRole(user, 'downloadInvoice'), language),
  };
}

function familyOf(state: State, line: InvoiceLine): string {
  const offer = state.catalog.item(line.facts.catalogItemId);
  return offer?.productFamily ?? offer?.publisher.name ?? '';
}

/** Month → product family → minor units. */
type Spend = Map<string, Map<string, number>>;

const spendKnown = new WeakMap<Invoice, Spend>();

/** What the lines of an invoice come to, by month and family: it never changes, so it is worked out once. */
function spendOn(state: State, invoice: Invoice): Spend {
  const kept = spendKnown.get(invoice);
  if (kept) return kept;
  const months: Spend = new Map();
  const { startsOn, endsOn, lines } = invoice;
  // A billing period lies in two months at most: the date of every single line need not be worked out.
  const [one, other] = [startsOn.slice(0, 7), endsOn.slice(0, 7)];
  const turn = startOf(`${other}-01` as PlainDate);
  for (const line of lines) {
    add(months, line.charge.settledAt < turn ? one : other, familyOf(state, line), line.subtotal.minor);
  }
  spendKnown.set(invoice, months);
  return months;
}

function add(spend: Spend, month: string, family: string, minor: number): void {
  const families = spend.get(month) ?? new Map<string, number>();
  spend.set(month, families);
  families.set(family, (families.get(family) ?? 0) + minor);
}

function spendOf(state: State, invoices: readonly Invoice[]): BillingPage['spend'] {
  const months: Spend = new Map();
  for (const invoice of invoices) {
    for (const [month, families] of spendOn(state, invoice)) {
      for (const [family, minor] of families) add(months, month, family, minor);
    }
  }
  const { currency } = state.partner;
  return [...months]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([month, families]) => ({
      month,
      total: amount({ minor: [...families.values()].reduce((sum, minor) => sum + minor, 0), currency }),
      families: [...families]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([family, minor]) => ({ family, amount: amount({ minor, currency }) })),
    }));
}

/** The lines of an invoice that match, with totals, facets and groups of all of them, not only of this page. */
export function invoiceLinesPage(
  world: PartnerWorld,
  records: LogReader,
  invoice: Invoice,
  filter: LineFilter,
  user: User,
  language: Language,
): InvoiceLinesPage {
  const found = findLines(world.state, invoice, filter);
  const shown = found.lines.slice(filter.offset, filter.offset + filter.size);
  const causes = causesOf(records, new Set(shown.map(({ facts }) => facts.event)));
  const relations = new Map<string, Relation[]>();
  return {
    totalCount: found.lines.length,
    items: shown.map((line) => lineRow(world, line, causes, relations, language)),
    invoice: invoiceRow(invoice, world.now),
    totals: found.totals,
    facets: found.facets,
    groups: found.groups,
    head: headOf(world.state, invoice, world.now),
    reconciliation: verdictOf(checkRole(user, 'viewReconciliation'), language),
    statement: verdictOf(checkRole(user, 'downloadInvoice'), language),
  };
}

function headOf(state: State, invoice: Invoice, now: Instant): InvoiceHead {
  const { users, at } = noticeOf(state, invoice);
  return {
    billTo: state.partner.name,
    customerNumber: customerNumberOf(state.partner),
    notice: at <= now ? { users: users.map(({ name }) => name), at: formatInstant(at) } : null,
  };
}

/** The events that brought some lines, by their number. */
function causesOf(records: LogReader, wanted: ReadonlySet<number>): ReadonlyMap<number, PartnerEvent> {
  const found = new Map<number, PartnerEvent>();
  for (const number of wanted) {
    for (const record of records(number)) {
      if (number > lastSequence(record)) continue;
      const event = record.events[number - record.sequence];
      if (event) found.set(number, event);
      break;
    }
  }
  return found;
}

function lineRow(
  world: PartnerWorld,
  line: InvoiceLine,
  causes: ReadonlyMap<number, PartnerEvent>,
  relations: Map<string, Relation[]>,
  language: Language,
): BilledLineRow {
  const { state } = world;
  const { subscriptionId, position, charge, facts, subtotal, tax } = line;
  let known = relations.get(subscriptionId);
  if (!known) {
    known = relate(state.charges.get(subscriptionId) ?? []).relations;
    relations.set(subscriptionId, known);
  }
  const relation = known[position];
  const others = [...(relation?.corrects == null ? [] : [relation.corrects]), ...(relation?.correctedBy ?? [])];
  const cause = causes.get(facts.event);
  const customer = customerOf(state, subscriptionId);
  const kind = invoiceKindOf(state.subscriptions.get(subscriptionId)?.commerce ?? 'legacy');
  return {
    ...chargeLine(charge),
    customerId: customer.id,
    customerName: customer.name,
    subscriptionId,
    subscriptionName: facts.name,
    productName: state.catalog.item(facts.catalogItemId)?.title ?? facts.catalogItemId,
    productFamily: familyOf(state, line),
    subtotal: amount(subtotal),
    tax: amount(tax),
    total: amount({ ...subtotal, minor: subtotal.minor + tax.minor }),
    number: position + 1,
    explanation: chargeText(reasonsOf(line, kind), language),
    rule: ruleText(charge.chargeType, language),
    cause: { sequence: facts.event, summary: cause ? describeEvent(cause, namesOf(state), language) : '' },
    corrects: relation?.corrects == null ? null : relation.corrects + 1,
    correctedBy: (relation?.correctedBy ?? []).map((other) => other + 1),
    related: others.flatMap((other) => relatedLine(world, subscriptionId, other)),
  };
}

/** The invoice that holds a charge; without an id it has not been issued. */
export function invoiceOfCharge(
  { state, now }: PartnerWorld,
  { commerce }: Pick<Subscription, 'commerce'>,
  charge: Charge,
): RelatedLine['invoice'] {
  const { id, kind, date } = invoiceHolding(state, invoiceKindOf(commerce), charge);
  return { id: startOf(date) <= now ? id : null, kind };
}

/** Another line of a subscription, and the invoice that it is found on. */
function relatedLine(world: PartnerWorld, subscriptionId: string, position: number): RelatedLine[] {
  const { state } = world;
  const subscription = state.subscriptions.get(subscriptionId);
  const charges = state.charges.get(subscriptionId) ?? [];
  const charge = charges[position];
  if (!subscription || !charge) return [];
  const billed = billedAmounts(charges, invoiceKindOf(subscription.commerce), state.partner.currency)[position];
  return [
    {
      number: position + 1,
      chargeType: charge.chargeType,
      chargeStartDate: charge.startsOn,
      chargeEndDate: charge.endsOn,
      amount: amount(billed ?? charge.amount),
      invoice: invoiceOfCharge(world, subscription, charge),
    },
  ];
}

/** So few that their cells are gone before the garbage collector looks: half again as quick as all at once. */
const ROWS_AT_ONCE = 20;

/** A piece of the reconciliation file; the header comes with the first. */
export function reconciliationPiece(
  { state, now }: PartnerWorld,
  invoice: Invoice,
  { size, offset }: ListOptions,
  language: Language,
): { readonly name: string; readonly total: number; readonly lines: number; readonly csv: string } {
  const number = startOf(invoice.date) <= now ? invoice.id : '';
  const kind = invoice.kind === 'Recurring' ? 'ReconFileLicenseBased' : 'ReconFileOneTime';
  const lines = invoice.lines.slice(offset, offset + size);
  let csv = offset === 0 ? csvHead(reconciliationHeader(invoice.kind), language) : '';
  for (let from = 0; from < lines.length; from += ROWS_AT_ONCE) {
    const rows = lines.slice(from, from + ROWS_AT_ONCE).map((line) => reconciliationRow(state, line, number));
    csv += csvRows(rows, language);
  }
  return {
    name: `${kind}_${number || 'Estimate'}_${invoice.date}.csv`,
    total: invoice.lines.length,
    lines: lines.length,
    csv,
  };
}
