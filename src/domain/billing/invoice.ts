/**
 * Invoices: what was settled between two billing dates (portal 9.2; decisions 24, 33, 34). A line never changes after it
 * was settled, and none can be settled in the past: so an invoice is read off the lines, and holds the same ones for ever.
 */
import { addDays, addMonths, DAY, dateOf, startOf, type Instant, type PlainDate } from '../../kernel/calendar';
import { guidOf } from '../../kernel/identity';
import { convert, convertPrice, type CurrencyCode, type Money } from '../../kernel/money';
import type { Commerce } from '../catalog/offer';
import type { State } from '../state';
import { nextBillingDay } from './billing-day';
import type { Charge } from './charge';
import { relate, type ChargeFacts } from './ledger';
import { isTaxIncluded, taxed } from './tax';

/** Licence-based (the partner's billing date), or one-time and new commerce (the calendar month). */
export type InvoiceKind = 'Recurring' | 'OneTime';

export function invoiceKindOf(commerce: Commerce): InvoiceKind {
  return commerce === 'legacy' ? 'Recurring' : 'OneTime';
}

/** The billing date whose invoice holds what was settled on a day: it cuts at 00:00 UTC (decisions 24). */
export function invoiceDateOf(kind: InvoiceKind, settledOn: PlainDate, billingDay: number): PlainDate {
  return kind === 'Recurring'
    ? nextBillingDay(settledOn, billingDay)
    : addMonths(`${settledOn.slice(0, 8)}01` as PlainDate, 1);
}

/** A line as it is invoiced: in the partner's currency, with tax. */
export interface InvoiceLine {
  readonly subscriptionId: string;
  /** Position among the lines of its subscription. */
  readonly position: number;
  readonly charge: Charge;
  readonly facts: ChargeFacts;
  readonly subtotal: Money;
  readonly tax: Money;
  /** Whether the price holds the tax. */
  readonly taxIncluded: boolean;
}

export interface LineTotals {
  readonly subtotal: Money;
  readonly tax: Money;
  readonly total: Money;
}

export interface Invoice extends LineTotals {
  readonly id: string;
  readonly kind: InvoiceKind;
  /** The billing date: it exists from 00:00 UTC of this day on. */
  readonly date: PlainDate;
  /** First and last day on which its lines were settled; inclusive. */
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  readonly dueOn: PlainDate;
  /** When it is paid; `null` = never. */
  readonly paidOn: PlainDate | null;
  readonly currency: CurrencyCode;
  readonly lines: readonly InvoiceLine[];
}

/** Days until an invoice is to be paid (portal 9.1). */
export const PAYMENT_DAYS = 60;

/**
 * What the lines of a subscription cost in the partner's currency, taxes aside. Where it is not the pricing currency:
 * licences of new commerce by the published formula, the price for these days times the rate, cut to cents, times the
 * licences (portal 9.4); legacy lines round the amount, and the credit that gives back the last of a line gives back what
 * is left of it: two rounded halves may come to a cent more than the whole.
 */
export function billedAmounts(charges: readonly Charge[], kind: InvoiceKind, currency: CurrencyCode): Money[] {
  if (kind !== 'Recurring' || charges.every(({ amount }) => amount.currency === currency)) {
    return charges.map((charge) => convertedAmount(charge, kind, currency));
  }
  const { relations } = relate(charges);
  const amounts: Money[] = [];
  /** What is left of each line. */
  const left: number[] = [];
  for (const [position, charge] of charges.entries()) {
    const { corrects, closes } = relations[position] ?? { corrects: null, closes: false };
    const converted = convertedAmount(charge, kind, currency);
    const rest = corrects === null ? undefined : left[corrects];
    const amount = closes && rest !== undefined ? { ...converted, minor: 0 - rest } : converted;
    amounts.push(amount);
    left.push(amount.minor);
    if (corrects !== null) left[corrects] = (rest ?? 0) + amount.minor;
  }
  return amounts;
}

/** What one licence comes to in another currency than its price's, cut to cents; `null` where the amount is converted. */
export function billedUnitPrice(
  { amount, effectiveUnitPrice, exchangeRate }: Charge,
  kind: InvoiceKind,
  currency: CurrencyCode,
): Money | null {
  if (kind === 'Recurring' || amount.currency === currency) return null;
  return convertPrice(effectiveUnitPrice, exchangeRate, currency, 'truncate');
}

function convertedAmount(charge: Charge, kind: InvoiceKind, currency: CurrencyCode): Money {
  const { amount, exchangeRate, quantity } = charge;
  const unit = billedUnitPrice(charge, kind, currency);
  if (unit) return { minor: unit.minor * quantity, currency };
  return amount.currency === currency ? amount : convert(amount, exchangeRate, currency);
}

/** What became of an invoice by an instant; one that nobody pays is overdue from the day after its due date. */
export function invoiceState(
  { date, dueOn, paidOn }: Pick<Invoice, 'date' | 'dueOn' | 'paidOn'>,
  now: Instant,
): 'estimate' | 'unpaid' | 'paid' | 'overdue' {
  if (now < startOf(date)) return 'estimate';
  if (paidOn !== null && startOf(paidOn) <= now) return 'paid';
  return startOf(addDays(dueOn, 1)) <= now ? 'overdue' : 'unpaid';
}

/** What has been invoiced and not been paid. */
export function balanceOf(invoices: readonly Invoice[], now: Instant, currency: CurrencyCode): Money {
  const open = invoices.filter((invoice) => invoiceState(invoice, now) !== 'paid');
  return { minor: open.reduce((sum, { total }) => sum + total.minor, 0), currency };
}

/** Everything settled so far, by invoice: those that have been issued, and what is still to come. */
export interface Billing {
  /** Oldest first. */
  readonly invoices: readonly Invoice[];
  /** What the next invoices hold so far. */
  readonly unbilled: readonly Invoice[];
}

/** All invoices of a world at an instant. */
export function billingOf(state: State, now: Instant): Billing {
  const all = everyInvoice(state);
  return {
    invoices: all.filter(({ date }) => startOf(date) <= now),
    unbilled: all.filter(({ date }) => startOf(date) > now),
  };
}

/** An issued invoice by its number, with or without the prefix of its kind (`OneTime-G…`, REST API 11). */
export function findInvoice(state: State, now: Instant, id: string): Invoice | undefined {
  const wanted = id.toUpperCase().replace(/^(?:ONETIME|RECURRING)-/, '');
  return billingOf(state, now).invoices.find((each) => each.id === wanted);
}

/** What has been read off the lines of a state so far. */
interface Read {
  lines: number;
  /** Subscription → how many of its lines have been read. */
  readonly of: Map<string, number>;
  /** By kind and date. */
  readonly byKey: Map<string, Invoice>;
  /** Oldest first. */
  invoices: readonly Invoice[];
}

const known = new WeakMap<State, Read>();

/**
 * Oldest first. Only lines that were settled since the last time are read, and an invoice that none of them came to stays
 * the same object: what others keep of it holds.
 */
function everyInvoice(state: State): readonly Invoice[] {
  const lines = state.lineCount.get('lines') ?? 0;
  const read: Read = known.get(state) ?? { lines: 0, of: new Map(), byKey: new Map(), invoices: [] };
  if (read.lines === lines) return read.invoices;
  for (const [key, added] of newLines(state, read.of)) {
    read.byKey.set(key, invoiceOf(state, key, [...(read.byKey.get(key)?.lines ?? []), ...added]));
  }
  read.lines = lines;
  read.invoices = [...read.byKey.values()].sort((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : a.kind < b.kind ? 1 : -1,
  );
  known.set(state, read);
  return read.invoices;
}

/** The lines that have not been read, by invoice, in the order in which they were settled. */
function newLines(state: State, read: Map<string, number>): ReadonlyMap<string, InvoiceLine[]> {
  const groups = new Map<string, InvoiceLine[]>();
  const keyOf = invoiceKeys(state.partner.billingDay);
  for (const [subscriptionId, charges] of state.charges) {
    const from = read.get(subscriptionId) ?? 0;
    if (from === charges.length) continue;
    const subscription = state.subscriptions.get(subscriptionId);
    const facts = state.chargeFacts.get(subscriptionId);
    if (!subscription || !facts) continue;
    read.set(subscriptionId, charges.length);
    const kind = invoiceKindOf(subscription.commerce);
    const country = state.customers.get(subscription.customerId)?.country ?? '';
    const rate = state.taxRates.get(country);
    const taxIncluded = isTaxIncluded(subscription, country);
    const amounts = billedAmounts(charges, kind, state.partner.currency);
    for (let position = from; position < charges.length; position++) {
      const charge = charges[position];
      const about = facts[position];
      const billed = amounts[position];
      if (!charge || !about || !billed) continue;
      const key = keyOf(kind, charge.settledAt);
      const entry: InvoiceLine = {
        subscriptionId,
        position,
        charge,
        facts: about,
        ...(rate === undefined
          ? { subtotal: billed, tax: { minor: 0, currency: billed.currency } }
          : taxed(billed, rate, taxIncluded)),
        taxIncluded,
      };
      const group = groups.get(key);
      if (group) group.push(entry);
      else groups.set(key, [entry]);
    }
  }
  for (const lines of groups.values()) lines.sort((a, b) => a.facts.event - b.facts.event);
  return groups;
}

/** Names the invoice of a kind and an instant; there are many lines a day, and the calendar is asked once for each day. */
function invoiceKeys(billingDay: number): (kind: InvoiceKind, settledAt: Instant) => string {
  const known: Record<InvoiceKind, Map<number, string>> = { Recurring: new Map(), OneTime: new Map() };
  return (kind, settledAt) => {
    const day = Math.floor(settledAt / DAY);
    let key = known[kind].get(day);
    if (key === undefined) {
      key = `${kind} ${invoiceDateOf(kind, dateOf(settledAt), billingDay)}`;
      known[kind].set(day, key);
    }
    return key;
  };
}

/** Number, kind and billing date of the invoice that holds a settled line, issued or still to come. */
export function invoiceHolding(
  state: State,
  kind: InvoiceKind,
  { settledAt }: Pick<Charge, 'settledAt'>,
): Pick<Invoice, 'id' | 'kind' | 'date'> {
  const date = invoiceDateOf(kind, dateOf(settledAt), state.partner.billingDay);
  return { id: numberOf(state, kind, date), kind, date };
}

function invoiceOf(state: State, key: string, lines: readonly InvoiceLine[]): Invoice {
  const [kind, date] = key.split(' ') as [InvoiceKind, PlainDate];
  const { currency } = state.partner;
  const dueOn = addDays(date, PAYMENT_DAYS);
  return {
    id: numberOf(state, kind, date),
    kind,
    date,
    startsOn: addMonths(date, -1),
    endsOn: addDays(date, -1),
    dueOn,
    paidOn: state.partner.paysInvoices ? dueOn : null,
    currency,
    lines,
    ...lineTotals(lines, currency),
  };
}

/** What some lines of an invoice come to. */
export function lineTotals(lines: readonly InvoiceLine[], currency: CurrencyCode): LineTotals {
  let [subtotal, tax] = [0, 0];
  for (const line of lines) {
    subtotal += line.subtotal.minor;
    tax += line.tax.minor;
  }
  return {
    subtotal: { minor: subtotal, currency },
    tax: { minor: tax, currency },
    total: { minor: subtotal + tax, currency },
  };
}

/** `D…` for licence-based, `G…` for one-time and new commerce (portal 9.2): counted by month, from a start of its own. */
function numberOf(state: State, kind: InvoiceKind, date: PlainDate): string {
  const start = Number.parseInt(guidOf(`invoice:${state.partner.id}:${kind}`).slice(0, 5), 16);
  const months = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  return kind === 'OneTime'
    ? `G${String(start * 10_000 + months)
        .slice(-9)
        .padStart(9, '0')}`
    : `D02${(start * 100_000 + months).toString(36).toUpperCase().slice(-7).padStart(7, '0')}`;
}
