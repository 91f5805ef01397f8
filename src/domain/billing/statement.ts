/** What an invoice says on paper besides its lines, and how many of them it prints (portal 9.2; decisions 39). */
import { startOf, type Instant } from '../../kernel/calendar';
import { hexOf } from '../../kernel/identity';
import type { Money } from '../../kernel/money';
import { isMicrosoft, type Publisher } from '../catalog/offer';
import type { Customer } from '../customers/customer';
import type { Role } from '../partner/roles';
import type { Partner, State, User } from '../state';
import { lineTotals, type Invoice, type InvoiceLine, type LineTotals } from './invoice';

/** Lines that a statement prints one by one: some fifty pages. The reconciliation file has them all. */
export const MOST_PRINTED = 1_000;

/** The charges of the first page; `charges`, `usage`, `discounts` and `credits` add up to the subtotal. */
export interface ChargeSummary {
  /** Licences, one-time purchases: what is paid in advance. */
  readonly charges: Money;
  readonly usage: Money;
  readonly discounts: Money;
  /** The sum of the lines that give something back; negative or zero. */
  readonly credits: Money;
  readonly subtotal: Money;
  readonly tax: Money;
  readonly otherCredits: Money;
  readonly total: Money;
}

export function summarize({ catalog }: State, { lines, currency, subtotal, tax, total }: Invoice): ChargeSummary {
  const minor = { charges: 0, usage: 0, credits: 0 };
  for (const { facts, subtotal: amount } of lines) {
    const isUsage = catalog.item(facts.catalogItemId)?.billingType === 'usage';
    minor[amount.minor < 0 ? 'credits' : isUsage ? 'usage' : 'charges'] += amount.minor;
  }
  const money = (value: number): Money => ({ minor: value, currency });
  return {
    charges: money(minor.charges),
    usage: money(minor.usage),
    // Prices are final when they are charged, and nothing is granted afterwards: both are on the form and empty.
    discounts: money(0),
    credits: money(minor.credits),
    subtotal,
    tax,
    otherCredits: money(0),
    total,
  };
}

/** The lines of one customer; all of them, or as many as the statement has room for. */
export interface PrintedGroup extends LineTotals {
  readonly customer: Customer;
  readonly lines: readonly InvoiceLine[];
  readonly isCut: boolean;
}

export interface PrintedLines {
  readonly groups: readonly PrintedGroup[];
  /** What is not printed line by line: with the groups it makes the invoice. Absent when everything is. */
  readonly rest?: LineTotals & { readonly lines: number };
}

/** The lines of a statement, customer by customer in the given order. */
export function printedLines(
  { customers, subscriptions }: State,
  { lines, currency }: Invoice,
  order: (one: Customer, other: Customer) => number,
): PrintedLines {
  const byCustomer = new Map<Customer, InvoiceLine[]>();
  for (const line of lines) {
    const customer = customers.get(subscriptions.get(line.subscriptionId)?.customerId ?? '');
    if (!customer) continue;
    const known = byCustomer.get(customer);
    if (known) known.push(line);
    else byCustomer.set(customer, [line]);
  }
  const groups: PrintedGroup[] = [];
  const left: InvoiceLine[] = [];
  let room = MOST_PRINTED;
  for (const [customer, own] of [...byCustomer].sort(([one], [other]) => order(one, other))) {
    const printed = own.slice(0, room);
    room -= printed.length;
    for (const line of own.slice(printed.length)) left.push(line);
    if (printed.length === 0) continue;
    groups.push({
      customer,
      lines: printed,
      isCut: printed.length < own.length,
      ...lineTotals(printed, currency),
    });
  }
  return { groups, ...(left.length > 0 && { rest: { lines: left.length, ...lineTotals(left, currency) } }) };
}

/** The other publishers whose products are on the invoice, each once: its last page names them. */
export function publishersOf({ catalog }: State, { lines }: Invoice): Publisher[] {
  const found = new Map<string, Publisher>();
  for (const { facts } of lines) {
    const offer = catalog.item(facts.catalogItemId);
    if (offer && !isMicrosoft(offer)) found.set(offer.publisher.name, offer.publisher);
  }
  return [...found.values()];
}

/** The number under which Microsoft's billing knows the partner. */
export function customerNumberOf({ id }: Partner): string {
  return String(Number.parseInt(hexOf(`customer number:${id}`).slice(0, 8), 16)).padStart(10, '0');
}

/** Who gets the notice that an invoice is ready (portal 9.2: "mail to global/billing admin when ready"). */
const NOTIFIED: readonly Role[] = ['GlobalAdmin', 'BillingAdmin'];

export interface InvoiceNotice {
  readonly users: readonly User[];
  readonly at: Instant;
}

/** The notice of an invoice: it goes out at 00:00 UTC of the billing date, when the invoice comes to be. */
export function noticeOf({ users }: State, { date }: Invoice): InvoiceNotice {
  return { users: users.filter(({ roles }) => roles.some((role) => NOTIFIED.includes(role))), at: startOf(date) };
}
