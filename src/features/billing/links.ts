import type { InvoiceKind } from '../../api/billing';

/** What names an invoice; one without an id has not been issued yet. */
export interface InvoiceName {
  id: string | null;
  kind: InvoiceKind;
}

/** One line of a subscription, wherever it is invoiced. */
export interface LineName {
  subscriptionId: string;
  number: number;
}

/** Where an invoice, or what the next one holds so far, is shown. */
export function invoicePath({ id, kind }: InvoiceName): string {
  return id === null ? `/billing/estimates/${kind.toLowerCase()}` : `/billing/invoices/${encodeURIComponent(id)}`;
}

/** The explanation of a line, on the invoice that holds it. */
export function linePath(invoice: InvoiceName, line: LineName): string {
  return `${invoicePath(invoice)}?line=${encodeURIComponent(lineText(line))}`;
}

/** A line as it stands in the address. */
export function lineText({ subscriptionId, number }: LineName): string {
  return `${subscriptionId}:${number}`;
}

export function readLine(text: string | undefined): LineName | undefined {
  const parts = /^([^:]+):([1-9]\d*)$/.exec(text ?? '');
  return parts?.[1] && parts[2] ? { subscriptionId: parts[1], number: Number(parts[2]) } : undefined;
}

/** Where the API keeps an invoice, and how it is asked for what is not invoiced yet. */
export function invoiceAddress({ id, kind }: InvoiceName): { invoice: string; query: { kind?: string } } {
  return id === null ? { invoice: 'unbilled', query: { kind } } : { invoice: id, query: {} };
}

export function subscriptionPath(line: { customerId: string; subscriptionId: string }): string {
  return `/customers/${encodeURIComponent(line.customerId)}/subscriptions/${encodeURIComponent(line.subscriptionId)}`;
}

export function customerPath(customerId: string): string {
  return `/customers/${encodeURIComponent(customerId)}/subscriptions`;
}
