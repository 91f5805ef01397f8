/**
 * The lines of an invoice that match, and what they come to. There may be a hundred thousand of them and a screen asks
 * page by page: an invoice never changes (`everyInvoice`), so what its lines are about is worked out once, and the last
 * question is answered again without looking.
 */
import type { InvoiceLinesPage } from '../../api/billing';
import type { FacetValue } from '../../api/dashboard';
import type { Invoice, InvoiceLine } from '../../domain/billing/invoice';
import type { State } from '../../domain/state';
import { amount } from './amounts';
import { matchesAll, searchWords, type ListOptions } from './listing';

export interface LineFilter extends ListOptions {
  readonly customerId: string | undefined;
  readonly subscriptionId: string | undefined;
  /** Position among the lines of its subscription, counted from 1. */
  readonly number: number | undefined;
  readonly chargeType: string | undefined;
  readonly group: string | undefined;
}

/** All lines that match, whatever page of them is shown. */
export interface FoundLines extends Pick<InvoiceLinesPage, 'totals' | 'facets' | 'groups'> {
  readonly lines: readonly InvoiceLine[];
}

const last = new WeakMap<Invoice, { readonly question: string; readonly found: FoundLines }>();

export function findLines(state: State, invoice: Invoice, filter: LineFilter): FoundLines {
  const { search, customerId, subscriptionId, number, chargeType, group } = filter;
  const question = JSON.stringify([searchWords(search), customerId, subscriptionId, number, chargeType, group]);
  const kept = last.get(invoice);
  if (kept?.question === question) return kept.found;
  const found = findAnew(state, invoice, filter);
  last.set(invoice, { question, found });
  return found;
}

function findAnew(state: State, invoice: Invoice, filter: LineFilter): FoundLines {
  const { customerId, subscriptionId, number, chargeType } = filter;
  const words = searchWords(filter.search);
  const { subjects, of } = subjectsOf(state, invoice);
  const sought = new Set(
    subjects.filter(
      (subject) =>
        (subscriptionId === undefined || subject.subscriptionId === subscriptionId) && matchesAll(subject.text, words),
    ),
  );
  const lines: InvoiceLine[] = [];
  const sum = new Sum();
  const chargeTypes = new Map<string, number>();
  const customers = new Map<string, number>();
  const keyOf = groupKey(filter.group);
  const groups = new Map<string, { readonly name: string; lines: number; readonly sum: Sum }>();
  for (const [index, line] of invoice.lines.entries()) {
    const subject = of[index];
    if (!subject || !sought.has(subject) || (number !== undefined && line.position + 1 !== number)) continue;
    const isCustomer = customerId === undefined || subject.customerId === customerId;
    const isChargeType = chargeType === undefined || subject.chargeType === chargeType;
    // A facet counts what there would be without its own filter.
    if (isCustomer) count(chargeTypes, subject.chargeType);
    if (isChargeType) count(customers, subject.customerId);
    if (!isCustomer || !isChargeType) continue;
    lines.push(line);
    sum.add(line);
    if (!keyOf) continue;
    const [value, name] = keyOf(subject);
    const group = groups.get(value) ?? { name, lines: 0, sum: new Sum() };
    groups.set(value, group);
    group.lines += 1;
    group.sum.add(line);
  }
  return {
    lines,
    totals: sum.totals(invoice),
    facets: {
      chargeType: facetValues(chargeTypes),
      customer: facetValues(customers).map((facet) => ({
        ...facet,
        name: state.customers.get(facet.value)?.companyName ?? facet.value,
      })),
    },
    groups: [...groups].map(([value, group]) => ({
      value,
      name: group.name,
      lines: group.lines,
      total: group.sum.totals(invoice).total,
    })),
  };
}

/** What many lines of an invoice have in common: all that search, filters and grouping look at. */
interface Subject {
  readonly subscriptionId: string;
  readonly name: string;
  readonly catalogItemId: string;
  readonly chargeType: string;
  readonly customerId: string;
  readonly customerName: string;
  /** What a search looks into. */
  readonly text: string;
}

interface Subjects {
  readonly subjects: readonly Subject[];
  /** At the positions of the lines. */
  readonly of: readonly Subject[];
}

const known = new WeakMap<Invoice, Subjects>();

function subjectsOf(state: State, invoice: Invoice): Subjects {
  const kept = known.get(invoice);
  if (kept) return kept;
  const bySubscription = new Map<string, Subject[]>();
  const of = invoice.lines.map((line) => {
    const { subscriptionId, facts, charge } = line;
    let some = bySubscription.get(subscriptionId);
    if (!some) bySubscription.set(subscriptionId, (some = []));
    let subject = some.find(
      (each) =>
        each.chargeType === charge.chargeType && each.name === facts.name && each.catalogItemId === facts.catalogItemId,
    );
    if (!subject) some.push((subject = subjectOf(state, line)));
    return subject;
  });
  const subjects = { subjects: [...bySubscription.values()].flat(), of };
  known.set(invoice, subjects);
  return subjects;
}

function subjectOf(state: State, { subscriptionId, facts, charge: { chargeType } }: InvoiceLine): Subject {
  const { name, catalogItemId } = facts;
  const customer = customerOf(state, subscriptionId);
  const product = state.catalog.item(catalogItemId)?.title ?? '';
  return {
    subscriptionId,
    name,
    catalogItemId,
    chargeType,
    customerId: customer.id,
    customerName: customer.name,
    text: `${customer.name} ${name} ${product} ${chargeType} ${subscriptionId}`.toLowerCase(),
  };
}

export function customerOf(state: State, subscriptionId: string): { readonly id: string; readonly name: string } {
  const id = state.subscriptions.get(subscriptionId)?.customerId ?? '';
  return { id, name: state.customers.get(id)?.companyName ?? '' };
}

function groupKey(
  group: string | undefined,
): ((subject: Subject) => readonly [value: string, name: string]) | undefined {
  switch (group) {
    case 'customer':
      return ({ customerId, customerName }) => [customerId, customerName];
    case 'subscription':
      return ({ subscriptionId, name }) => [subscriptionId, name];
    case 'chargeType':
      return ({ chargeType }) => [chargeType, chargeType];
    default:
      return undefined;
  }
}

/** What some lines come to. */
class Sum {
  #subtotal = 0;
  #tax = 0;

  add({ subtotal, tax }: InvoiceLine): void {
    this.#subtotal += subtotal.minor;
    this.#tax += tax.minor;
  }

  totals({ currency }: Pick<Invoice, 'currency'>): InvoiceLinesPage['totals'] {
    return {
      subtotal: amount({ minor: this.#subtotal, currency }),
      tax: amount({ minor: this.#tax, currency }),
      total: amount({ minor: this.#subtotal + this.#tax, currency }),
    };
  }
}

function count(counts: Map<string, number>, value: string): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

/** In the order in which the values were met. */
function facetValues(counts: ReadonlyMap<string, number>): FacetValue[] {
  return [...counts].map(([value, number]) => ({ value, count: number }));
}
