/** The Billing screens: balance, invoices, their lines with reasons, spend (portal 9.2). */
import type {
  BilledLineRow,
  BillingPage,
  InvoiceHead,
  InvoiceLinesPage,
  InvoiceRow,
  ReconciliationPage,
  RelatedLine,
} from '../../api/billing';
import {
  billedAmount,
  billingOf,
  invoiceHolding,
  invoiceKindOf,
  PAYMENT_DAYS,
  type Invoice,
  type InvoiceLine,
} from '../../domain/billing/invoice';
import type { Charge } from '../../domain/billing/charge';
import { isCredit, relate, type Relation } from '../../domain/billing/ledger';
import { customerNumberOf, noticeOf } from '../../domain/billing/statement';
import type { PartnerEvent } from '../../domain/events';
import type { PartnerWorld } from '../../domain/partner';
import { checkRole } from '../../domain/partner/roles';
import type { State, User } from '../../domain/state';
import type { Subscription } from '../../domain/subscriptions/subscription';
import { chargeText } from '../../i18n/charge-text';
import { describeEvent } from '../../i18n/describe';
import type { Language } from '../../i18n/language';
import { formatInstant, startOf, type Instant, type PlainDate } from '../../kernel/calendar';
import type { Money } from '../../kernel/money';
import { namesOf } from '../names';
import { verdictOf } from '../respond';
import type { StoredRecord } from '../storage/store';
import { amount } from './amounts';
import { chargeLine } from './charge-line';
import { facetOf, matchesAll, pageOf, searchWords, type ListOptions } from './listing';
import { reconciliationHeader, reconciliationRow } from './reconciliation';

/** Invoices are paid on their due date (decisions 34). */
export function isPaid(invoice: Invoice, now: Instant): boolean {
  return startOf(invoice.dueOn) <= now;
}

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
    state: !issued ? 'estimate' : isPaid(invoice, now) ? 'paid' : 'unpaid',
  };
}

/** What has been invoiced and not been paid. */
function balanceOf(state: State, now: Instant): Money {
  const open = billingOf(state, now).invoices.filter((invoice) => !isPaid(invoice, now));
  return { minor: open.reduce((sum, { total }) => sum + total.minor, 0), currency: state.partner.currency };
}

export function billingPage({ state, now }: PartnerWorld, user: User, language: Language): BillingPage {
  const { invoices, unbilled } = billingOf(state, now);
  const latest = invoices.at(-1);
  return {
    currency: state.partner.currency,
    balance: amount(balanceOf(state, now)),
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

function spendOf(state: State, invoices: readonly Invoice[]): BillingPage['spend'] {
  const months = new Map<string, Map<string, number>>();
  for (const { startsOn, endsOn, lines } of invoices) {
    // A billing period lies in two months at most: the date of every single line need not be worked out.
    const [one, other] = [startsOn.slice(0, 7), endsOn.slice(0, 7)];
    const turn = startOf(`${other}-01` as PlainDate);
    for (const line of lines) {
      const month = line.charge.settledAt < turn ? one : other;
      const families = months.get(month) ?? new Map<string, number>();
      months.set(month, families);
      const family = familyOf(state, line);
      families.set(family, (families.get(family) ?? 0) + line.subtotal.minor);
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

export interface LineFilter extends ListOptions {
  readonly customerId: string | undefined;
  readonly subscriptionId: string | undefined;
  /** Position among the lines of its subscription, counted from 1. */
  readonly number: number | undefined;
  readonly chargeType: string | undefined;
  readonly group: string | undefined;
}

type Wish = 'customer' | 'chargeType';

/** The lines of an invoice that match, with totals, facets and groups of all of them, not only of this page. */
export function invoiceLinesPage(
  world: PartnerWorld,
  records: () => Iterable<StoredRecord>,
  invoice: Invoice,
  filter: LineFilter,
  user: User,
  language: Language,
): InvoiceLinesPage {
  const { state, now } = world;
  const words = searchWords(filter.search);
  const found = invoice.lines.filter(
    (line) =>
      (filter.subscriptionId === undefined || line.subscriptionId === filter.subscriptionId) &&
      (filter.number === undefined || line.position + 1 === filter.number) &&
      (words.length === 0 || matchesAll(textOf(state, line), words)),
  );
  const fits = (line: InvoiceLine, but?: Wish) =>
    (but === 'customer' || filter.customerId === undefined || customerOf(state, line).id === filter.customerId) &&
    (but === 'chargeType' || filter.chargeType === undefined || line.charge.chargeType === filter.chargeType);
  const rows = found.filter((line) => fits(line));
  const shown = rows.slice(filter.offset, filter.offset + filter.size);
  const causes = causesOf(records, new Set(shown.map(({ facts }) => facts.event)));
  const relations = new Map<string, Relation[]>();
  return {
    ...pageOf(rows, filter, (line) => lineRow(world, line, causes, relations, language)),
    invoice: invoiceRow(invoice, now),
    totals: totalsOf(rows, invoice),
    facets: {
      chargeType: facetOf(found.filter((line) => fits(line, 'chargeType')).map(({ charge }) => charge.chargeType)),
      customer: facetOf(found.filter((line) => fits(line, 'customer')).map((line) => customerOf(state, line).id)).map(
        (facet) => ({ ...facet, name: state.customers.get(facet.value)?.companyName ?? facet.value }),
      ),
    },
    groups: groupsOf(state, rows, filter.group, invoice),
    head: headOf(state, invoice, now),
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

function customerOf(state: State, { subscriptionId }: InvoiceLine): { readonly id: string; readonly name: string } {
  const id = state.subscriptions.get(subscriptionId)?.customerId ?? '';
  return { id, name: state.customers.get(id)?.companyName ?? '' };
}

function textOf(state: State, line: InvoiceLine): string {
  const product = state.catalog.item(line.facts.catalogItemId)?.title ?? '';
  return `${customerOf(state, line).name} ${line.facts.name} ${product} ${line.charge.chargeType} ${line.subscriptionId}`.toLowerCase();
}

function totalsOf(lines: readonly InvoiceLine[], { currency }: Pick<Invoice, 'currency'>) {
  const minor = (pick: (line: InvoiceLine) => number) => lines.reduce((sum, line) => sum + pick(line), 0);
  const subtotal = minor((line) => line.subtotal.minor);
  const tax = minor((line) => line.tax.minor);
  return {
    subtotal: amount({ minor: subtotal, currency }),
    tax: amount({ minor: tax, currency }),
    total: amount({ minor: subtotal + tax, currency }),
  };
}

function groupsOf(
  state: State,
  lines: readonly InvoiceLine[],
  group: string | undefined,
  invoice: Invoice,
): InvoiceLinesPage['groups'] {
  const keys: Record<string, (line: InvoiceLine) => readonly [value: string, name: string]> = {
    customer: (line) => [customerOf(state, line).id, customerOf(state, line).name],
    subscription: (line) => [line.subscriptionId, line.facts.name],
    chargeType: ({ charge }) => [charge.chargeType, charge.chargeType],
  };
  const key = group === undefined ? undefined : keys[group];
  if (!key) return [];
  const found = new Map<string, { readonly name: string; readonly lines: InvoiceLine[] }>();
  for (const line of lines) {
    const [value, name] = key(line);
    const known = found.get(value) ?? { name, lines: [] };
    known.lines.push(line);
    found.set(value, known);
  }
  return [...found].map(([value, { name, lines: members }]) => ({
    value,
    name,
    lines: members.length,
    total: totalsOf(members, invoice).total,
  }));
}

/** The events that brought some lines, by their number: one pass over the log, which is in order, as far as the last. */
function causesOf(
  records: () => Iterable<StoredRecord>,
  wanted: ReadonlySet<number>,
): ReadonlyMap<number, PartnerEvent> {
  const found = new Map<number, PartnerEvent>();
  const numbers = [...wanted].toSorted((one, other) => one - other);
  let next = 0;
  for (const { sequence, events } of records()) {
    for (
      let number = numbers[next];
      number !== undefined && number < sequence + events.length;
      number = numbers[next]
    ) {
      const event = events[number - sequence];
      if (event) found.set(number, event);
      next += 1;
    }
    if (next === numbers.length) break;
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
  const customer = customerOf(state, line);
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
    explanation: chargeText(charge, subtotal, isCredit(charge), language),
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
  const charge = state.charges.get(subscriptionId)?.[position];
  if (!subscription || !charge) return [];
  const kind = invoiceKindOf(subscription.commerce);
  return [
    {
      number: position + 1,
      chargeType: charge.chargeType,
      chargeStartDate: charge.startsOn,
      chargeEndDate: charge.endsOn,
      subtotal: amount(billedAmount(charge, kind, state.partner.currency)),
      invoice: invoiceOfCharge(world, subscription, charge),
    },
  ];
}

/** A part of the reconciliation file: the screen writes it piece by piece. */
export function reconciliationPage(
  { state, now }: PartnerWorld,
  invoice: Invoice,
  options: ListOptions,
): ReconciliationPage {
  const number = startOf(invoice.date) <= now ? invoice.id : '';
  return {
    ...pageOf(invoice.lines, options, (line) => reconciliationRow(state, line, number)),
    name: `${invoice.kind === 'Recurring' ? 'ReconFileLicenseBased' : 'ReconFileOneTime'}_${number || 'Estimate'}_${invoice.date}`,
    header: reconciliationHeader(invoice.kind),
  };
}
