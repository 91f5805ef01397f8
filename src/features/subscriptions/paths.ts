/** Where a customer's pages live. */
export function customerPath(customerId: string, page = ''): string {
  const path = `/customers/${encodeURIComponent(customerId)}`;
  return page ? `${path}/${page}` : path;
}

/** Where a subscription's details live. */
export function subscriptionPath(subscription: { customerId: string; id: string }): string {
  return customerPath(subscription.customerId, `subscriptions/${encodeURIComponent(subscription.id)}`);
}

/** Where the REST API keeps the subscription. */
export function resourcePath(subscription: { customerId: string; id: string }): string {
  return `/v1/customers/${encodeURIComponent(subscription.customerId)}/subscriptions/${encodeURIComponent(subscription.id)}`;
}

/** The form for a request to support, filled in with the subscription and the licences that it should take away. */
export function supportPath(subscription: { customerId: string; id: string }, reduceBy?: number): string {
  const facts = new URLSearchParams({ subscription: subscription.id });
  if (reduceBy !== undefined) facts.set('reduceBy', String(reduceBy));
  return `${customerPath(subscription.customerId, 'support/new')}?${facts}`;
}
