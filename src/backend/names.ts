import type { State } from '../domain/state';
import type { Names } from '../i18n/describe';

/** What things are called, for sentences about events. */
export function namesOf(state: State): Names {
  const customer = (id: string) => state.customers.get(id)?.companyName ?? id;
  return {
    customer,
    subscription: (id) => state.subscriptions.get(id)?.friendlyName ?? id,
    cartCustomer: (id) => customer(state.carts.get(id)?.customerId ?? id),
    offer: (catalogItemId) => state.catalog.item(catalogItemId)?.title ?? catalogItemId,
  };
}
