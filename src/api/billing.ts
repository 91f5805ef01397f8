/** Invoices and their lines: the documented API (REST API 11), and the read models of the Billing screens. */
import type { ChargeLine, FacetValue, Page } from './dashboard';
import type { Amount, Link, ResourceAttributes, Verdict } from './wire';

/** `GET /v1/invoices/{id}` */
export interface Invoice {
  id: string;
  invoiceDate: string;
  billingPeriodStartDate: string;
  billingPeriodEndDate: string;
  totalCharges: number;
  /** Negative when paid. */
  paidAmount: number;
  currencyCode: string;
  currencySymbol: string;
  /** Relative, like every link. The reference has it on the answer to one id only, its example on the list, too. */
  pdfDownloadLink: string;
  taxReceipts: { id: string; taxReceiptPdfDownloadLink: string }[];
  invoiceDetails: {
    invoiceLineItemType: string;
    billingProvider: string;
    links: Record<string, Link>;
    attributes: ResourceAttributes;
  }[];
  amendments: Invoice[];
  documentType: 'invoice';
  invoiceType: 'Recurring' | 'OneTime';
  state: 'paid' | 'unpaid';
  links: Record<string, Link>;
  attributes: ResourceAttributes;
}

/** `GET /v1/invoices/summary` */
export interface InvoiceSummary {
  balanceAmount: number;
  currencyCode: string;
  currencySymbol: string;
  accountingDate: string;
  firstInvoiceCreationDate: string | null;
  lastPaymentDate: string | null;
  lastPaymentAmount: number;
  latestInvoiceDate: string | null;
  details: { invoiceType: string; summary: Omit<InvoiceSummary, 'details' | 'links' | 'attributes'> }[];
  links: Record<string, Link>;
  attributes: ResourceAttributes;
}

export type InvoiceKind = Invoice['invoiceType'];

export interface InvoiceRow {
  /** Absent while it is an estimate. */
  id: string | null;
  kind: InvoiceKind;
  /** Billing date. */
  date: string;
  startsOn: string;
  endsOn: string;
  dueOn: string;
  /** Payment terms: days from the billing date to the due date. */
  paymentDays: number;
  lines: number;
  subtotal: Amount;
  tax: Amount;
  total: Amount;
  state: 'paid' | 'unpaid' | 'overdue' | 'estimate';
}

/** `GET /dashboard/v1/billing` */
export interface BillingPage {
  currency: string;
  /** Account balance as of the last invoice date: what has been invoiced and not been paid. */
  balance: Amount;
  latest: InvoiceRow | null;
  /** Newest first. */
  invoices: InvoiceRow[];
  /** Not invoiced yet, tax left out. */
  estimates: InvoiceRow[];
  /** What was settled in each month, by product family; oldest month first. */
  spend: { month: string; total: Amount; families: { family: string; amount: Amount }[] }[];
  reconciliation: Verdict;
  /** Whether invoices may be had as documents. */
  statement: Verdict;
}

/** One line of an invoice, with its reasons. */
export interface BilledLineRow extends ChargeLine {
  customerId: string;
  customerName: string;
  subscriptionId: string;
  subscriptionName: string;
  productName: string;
  productFamily: string;
  /** In the partner's currency. */
  subtotal: Amount;
  tax: Amount;
  total: Amount;
  /** Position among the lines of its subscription, counted from 1. */
  number: number;
  /** How the amount came about: days, price per day, licences, policy, rate. */
  explanation: string;
  /** The rule behind its charge type. */
  rule: string;
  /** What happened that brought it. */
  cause: { sequence: number; summary: string };
  /** The line of the same subscription that this one gives back. */
  corrects: number | null;
  correctedBy: number[];
  /** The lines of these numbers, and where each of them stands. */
  related: RelatedLine[];
}

export interface RelatedLine {
  number: number;
  chargeType: string;
  chargeStartDate: string;
  chargeEndDate: string;
  /** In the partner's currency, as it was charged. */
  amount: Amount;
  /** The invoice that holds it; without an id it has not been issued. */
  invoice: { id: string | null; kind: InvoiceKind };
}

/**
 * `GET /dashboard/v1/invoices/{id}/lines?search&customerId&subscriptionId&number&chargeType&group&size&offset`; `unbilled`
 * with `?kind` in place of the id for what is not invoiced yet. `subscriptionId` and `number` together mean one line.
 */
export interface InvoiceLinesPage extends Page<BilledLineRow> {
  invoice: InvoiceRow;
  /** Of all lines that match. */
  totals: { subtotal: Amount; tax: Amount; total: Amount };
  facets: { chargeType: FacetValue[]; customer: (FacetValue & { name: string })[] };
  /** With `group`: `customer`, `subscription` or `chargeType`. */
  groups: { value: string; name: string; lines: number; total: Amount }[];
  /** What stands on the first page besides dates and sums. */
  head: InvoiceHead;
  reconciliation: Verdict;
  statement: Verdict;
}

export interface InvoiceHead {
  billTo: string;
  customerNumber: string;
  /** Who was told that the invoice is ready, and when; null while it is an estimate. */
  notice: { users: string[]; at: string } | null;
}

/**
 * `GET /dashboard/v1/invoices/{id}/reconciliation?size&offset`: a piece of the file as CSV, written in the caller's
 * language. The pieces follow each other with nothing between them; the first begins with the header.
 */
export const RECONCILIATION = {
  /** Lines of the whole file, and of this piece. */
  total: 'X-Total-Count',
  lines: 'X-Line-Count',
  /** Name of the file. */
  name: 'X-File-Name',
} as const;
