/** An invoice as a document: everything that stands on it, read off the world at once. The words come with the printing. */
import { PAYMENT_DAYS, type Invoice, type InvoiceLine, type LineTotals } from '../../domain/billing/invoice';
import {
  customerNumberOf,
  printedLines,
  publishersOf,
  summarize,
  type ChargeSummary,
} from '../../domain/billing/statement';
import { isMicrosoft } from '../../domain/catalog/offer';
import type { State } from '../../domain/state';
import { formatOf } from '../../i18n/explain';
import type { Language } from '../../i18n/language';
import { dateOf, type PlainDate } from '../../kernel/calendar';
import type { UnitPrice } from '../../kernel/money';

export interface Statement {
  readonly language: Language;
  readonly fileName: string;
  readonly invoice: Omit<Invoice, 'lines'> & { readonly lines: number; readonly paymentDays: number };
  readonly partner: { readonly name: string; readonly country: string; readonly mpnId: string };
  readonly customerNumber: string;
  readonly summary: ChargeSummary;
  readonly groups: readonly StatementGroup[];
  /** What is not printed line by line. */
  readonly rest?: LineTotals & { readonly lines: number };
  readonly publishers: readonly { readonly name: string; readonly site?: string }[];
}

export interface StatementGroup extends LineTotals {
  readonly customer: { readonly name: string; readonly domain: string };
  readonly lines: readonly StatementLine[];
  readonly isCut: boolean;
}

export interface StatementLine extends LineTotals {
  /** The day on which it was settled. */
  readonly date: PlainDate;
  readonly product: string;
  readonly chargeType: string;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  /** Of a product that is not Microsoft's. */
  readonly publisher?: string;
  readonly quantity: number;
  readonly unitPrice: UnitPrice;
  /** From the currency of the unit price to that of the invoice, where they differ; decimal text. */
  readonly rate?: string;
}

export function statementOf(state: State, invoice: Invoice, language: Language): Statement {
  const { partner } = state;
  const { compare } = formatOf(language);
  const { groups, rest } = printedLines(
    state,
    invoice,
    (one, other) => compare(one.companyName, other.companyName) || (one.id < other.id ? -1 : 1),
  );
  return {
    language,
    fileName: `Invoice_${invoice.id}_${invoice.date}.pdf`,
    invoice: { ...invoice, lines: invoice.lines.length, paymentDays: PAYMENT_DAYS },
    partner: { name: partner.name, country: partner.country, mpnId: partner.mpnId },
    customerNumber: customerNumberOf(partner),
    summary: summarize(state, invoice),
    groups: groups.map(({ customer, lines, ...group }) => ({
      ...group,
      customer: { name: customer.companyName, domain: customer.domain },
      lines: lines.map((line) => statementLine(state, line)),
    })),
    ...(rest && { rest }),
    publishers: publishersOf(state, invoice).sort((one, other) => compare(one.name, other.name)),
  };
}

function statementLine({ catalog }: State, { charge, facts, subtotal, tax }: InvoiceLine): StatementLine {
  const offer = catalog.item(facts.catalogItemId);
  return {
    date: dateOf(charge.settledAt),
    product: offer?.title ?? facts.catalogItemId,
    chargeType: charge.chargeType,
    startsOn: charge.startsOn,
    endsOn: charge.endsOn,
    ...(offer && !isMicrosoft(offer) && { publisher: offer.publisher.name }),
    quantity: charge.quantity,
    unitPrice: charge.effectiveUnitPrice,
    ...(charge.amount.currency !== subtotal.currency && { rate: charge.exchangeRate }),
    subtotal,
    tax,
    total: { ...subtotal, minor: subtotal.minor + tax.minor },
  };
}
