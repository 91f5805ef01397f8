import type { State } from '../domain/state';
import type { Names } from '../i18n/describe';

/** What things are called, for sentences about events. */
export function namesOf(state: State): Names {
  const customer = (id: string) => state.customers.get(id)?.companyName ?? id;
  return {
    customer,
    subscription: (id) => state.subscriptions.get(id)?.friendlyName ?? id,
    request: (id) => {
      const request = state.serviceRequests.get(id);
      return { title: request?.title ?? id, customer: customer(request?.customerId ?? '') };
    },
    reseller: (mpnId) => state.partner.resellers.find((each) => each.mpnId === mpnId)?.name ?? mpnId,
    cartCustomer: (id) => customer(state.carts.get(id)?.customerId ?? id),
    offer: (catalogItemId) => state.catalog.item(catalogItemId)?.title ?? catalogItemId,
  };
}
