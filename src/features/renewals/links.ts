import type { RenewalRow } from '../../api/renewals';
import { changeSearch } from '../../ui/url-state';

/** Where a customer's pages live. */
export function customerPath(customerId: string, page: string): string {
  return `/customers/${encodeURIComponent(customerId)}/${page}`;
}

/** Where a renewal's subscription is shown. */
export function subscriptionPath({
  customerId,
  subscriptionId,
}: Pick<RenewalRow, 'customerId' | 'subscriptionId'>): string {
  return customerPath(customerId, `subscriptions/${encodeURIComponent(subscriptionId)}`);
}

/** The same page with the list of one day: search and filters go along. */
export function dayLink(search: string, day: string): string {
  return changeSearch(search, { view: 'list', from: day, to: day, month: undefined });
}
