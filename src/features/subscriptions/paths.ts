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
