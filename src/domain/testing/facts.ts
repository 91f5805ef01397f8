import type { State } from '../state';

/** Everything that is true, without the index of due work (it may hold entries that no longer count) and the setting. */
export function stateFacts(state: State) {
  const { customers, carts, openCarts, orders, ordersOf, subscriptions, subscriptionsOf, charges, transitions } = state;
  const { serviceRequests } = state;
  return {
    customers,
    carts,
    openCarts,
    orders,
    ordersOf,
    subscriptions,
    subscriptionsOf,
    charges,
    transitions,
    serviceRequests,
  };
}
