import type { BillingPage, InvoiceKind, InvoiceRow } from '../../api/billing';

export const KINDS: readonly InvoiceKind[] = ['Recurring', 'OneTime'];

/** The tabs in the address. */
export const TAB_NAMES: Record<InvoiceKind, string> = { Recurring: 'recurring', OneTime: 'onetime' };

/** The tab to show: the address's, else the first that has anything in it. */
export function kindShown(billing: Pick<BillingPage, 'invoices' | 'estimates'>, tab: string | undefined): InvoiceKind {
  const named = KINDS.find((kind) => TAB_NAMES[kind] === tab?.toLowerCase());
  if (named) return named;
  const all = [...billing.invoices, ...billing.estimates];
  return KINDS.find((kind) => all.some((invoice) => invoice.kind === kind)) ?? 'Recurring';
}

export const yearOf = ({ date }: InvoiceRow): string => date.slice(0, 4);

/** The years with invoices, the latest first. */
export function yearsOf(invoices: readonly InvoiceRow[]): string[] {
  return [...new Set(invoices.map(yearOf))].toSorted().toReversed();
}
