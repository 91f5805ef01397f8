/** Where a customer's pages live. */
export function customerPath(customerId: string, page: string): string {
  return `/customers/${encodeURIComponent(customerId)}/${page}`;
}

/** Where a subscription's details live. */
export function subscriptionPath(customerId: string, subscriptionId: string): string {
  return customerPath(customerId, `subscriptions/${encodeURIComponent(subscriptionId)}`);
}

/** Where one request is shown. */
export function requestPath(customerId: string, requestId: string): string {
  return customerPath(customerId, `support/${encodeURIComponent(requestId)}`);
}

/** What goes along from the form to the page of the request that it sent. */
export interface JustSent {
  sent: true;
  files: string[];
}
