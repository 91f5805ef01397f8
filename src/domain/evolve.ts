/** Folds events into the state. Total: no rules, no clock, no throw; what an event names and the state lacks is skipped. */
import type { Charge } from './billing/charge';
import { isCredit, type ChargeFacts } from './billing/ledger';
import { spanOf, type BilledSpan } from './billing/spans';
import type { Cart } from './cart/cart';
import type { PartnerEvent } from './events';
import type { State } from './state';
import { due, nextDueOf } from './subscriptions/lifecycle';
import { AT_FIRST, type Subscription } from './subscriptions/subscription';
import type { ServiceRequest } from './support/service-request';
import type { Place } from './world';

export function evolve(state: State, event: PartnerEvent, place: Place): void {
  switch (event.type) {
    case 'CustomerAdded':
      state.customers.set(event.customer.id, event.customer);
      return;
    case 'CartSaved':
      saveCart(state, event.cart);
      return;
    case 'CartExpired':
      closeCart(state, event.cartId, { expired: true });
      return;
    case 'CartOrdered':
      closeCart(state, event.cartId, { orderIds: event.orderIds });
      return;
    case 'OrderPlaced':
      state.orders.set(event.order.id, event.order);
      append(state.ordersOf, event.order.customerId, event.order.id);
      return;
    case 'SubscriptionStarted': {
      const subscription: Subscription = {
        ...event.subscription,
        ...AT_FIRST,
        number: place.sequence,
        billed: spans(event.charge),
      };
      append(state.subscriptionsOf, subscription.customerId, subscription.id);
      save(state, subscription);
      addCharge(state, subscription.id, event.charge, place);
      return;
    }
    case 'OrderLineAdded': {
      const order = state.orders.get(event.orderId);
      if (order) state.orders.set(order.id, { ...order, lines: [...order.lines, event.line] });
      return;
    }
    case 'QuantityChanged':
      change(state, event.subscriptionId, ({ billed, unsettled }) => ({
        quantity: event.to,
        batches: event.batches,
        billed: event.billed ?? billed,
        unsettled: event.unsettled ? [...unsettled, event.unsettled] : unsettled,
      }));
      addCharges(state, event.subscriptionId, event.charges, place);
      return;
    case 'QuantitySettled':
      change(state, event.subscriptionId, () => ({ billed: event.billed, unsettled: [] }));
      addCharges(state, event.subscriptionId, event.charges, place);
      return;
    case 'SubscriptionCanceled':
      change(state, event.subscriptionId, () => ({ ...GONE, statusSince: place.at, canceled: true }));
      addCharges(state, event.subscriptionId, event.charges, place);
      return;
    case 'ResellerChanged':
      change(state, event.subscriptionId, () => ({ resellerMpnId: event.mpnId ?? undefined }));
      return;
    case 'SupportContactChanged':
      change(state, event.subscriptionId, () => ({ supportContact: event.contact }));
      return;
    case 'ServiceRequestFiled': {
      const { request } = event;
      state.serviceRequests.set(request.id, request);
      if (request.answersAt !== null) state.due.push(due('supportAnswer', request.answersAt, request.id));
      return;
    }
    case 'ServiceRequestAnswered':
      changeRequest(state, event.requestId, () => ({ answer: event.answer }));
      return;
    case 'ServiceRequestNoted':
      changeRequest(state, event.requestId, ({ notes = [] }) => ({
        notes: [...notes, { by: place.by ?? '', at: place.at, text: event.text }],
      }));
      return;
    case 'ServiceRequestClosed':
      changeRequest(state, event.requestId, () => ({ turned: { status: 'closed', at: place.at } }));
      return;
    case 'ServiceRequestReopened':
      changeRequest(state, event.requestId, () => ({
        turned: { status: 'open', at: place.at },
        answersAt: event.answersAt,
      }));
      if (event.answersAt !== null) state.due.push(due('supportAnswer', event.answersAt, event.requestId));
      return;
    case 'SubscriptionRenamed':
      change(state, event.subscriptionId, () => ({ friendlyName: event.friendlyName }));
      return;
    case 'AutoRenewChanged':
      change(state, event.subscriptionId, () => ({ autoRenew: event.autoRenew }));
      return;
    case 'LicensesAssigned':
      change(state, event.subscriptionId, ({ setUp }) =>
        setUp ? { setUp: { ...setUp, licensesAssignedAt: place.at } } : {},
      );
      return;
    case 'SetUpConfirmed':
      change(state, event.subscriptionId, ({ setUp }) => (setUp ? { setUp: { ...setUp, confirmedAt: place.at } } : {}));
      return;
    case 'SubscriptionActivated':
      change(state, event.subscriptionId, () => ({
        status: 'active',
        statusSince: place.at,
        term: event.term,
        cycle: event.cycle,
        billed: spans(event.charge),
      }));
      addCharge(state, event.subscriptionId, event.charge, place);
      return;
    case 'CycleStarted':
      change(state, event.subscriptionId, () => ({ cycle: event.cycle, billed: spans(event.charge) }));
      addCharge(state, event.subscriptionId, event.charge, place);
      return;
    case 'TermRenewed':
      change(state, event.subscriptionId, (subscription) => ({
        term: event.term,
        cycle: event.cycle,
        unitPrice: event.unitPrice,
        ...(event.change
          ? {
              catalogItemId: event.change.catalogItemId,
              friendlyName: event.change.friendlyName,
              quantity: event.change.quantity,
            }
          : {}),
        batches: oneBatch(event.change?.quantity ?? subscription.quantity, place, 'renewal'),
        billed: spans(event.charge),
        ...NOTHING_SAVED,
      }));
      addCharge(state, event.subscriptionId, event.charge, place);
      return;
    case 'ChangeScheduled':
      change(state, event.subscriptionId, () => ({ scheduled: event.next, lapsed: null }));
      return;
    case 'SavedChangesRemoved':
      change(state, event.subscriptionId, ({ scheduled, nextBilling, lapsed }) => ({
        scheduled: event.scheduled ? null : scheduled,
        nextBilling: event.nextBilling === null ? nextBilling : null,
        lapsed: event.cause === 'byHand' || event.cause === 'canceled' ? null : (event.scheduled ?? lapsed),
      }));
      return;
    case 'BillingChangePlanned':
      change(state, event.subscriptionId, () => ({ nextBilling: event.billingCycle }));
      return;
    case 'BillingPlanChanged':
      change(state, event.subscriptionId, () => ({
        term: event.term,
        cycle: event.cycle,
        unitPrice: event.unitPrice,
        billed: spans(event.charge),
        nextBilling: null,
      }));
      addCharge(state, event.subscriptionId, event.charge, place);
      return;
    case 'TermChanged':
      change(state, event.subscriptionId, ({ commerce, quantity, batches }) => ({
        term: event.term,
        cycle: event.cycle,
        unitPrice: event.unitPrice,
        batches: commerce === 'legacy' ? batches : oneBatch(quantity, place, 'upgrade'),
        billed: event.billed,
        unsettled: [],
      }));
      addCharges(state, event.subscriptionId, event.charges, place);
      return;
    case 'SubscriptionUpgraded':
      change(state, event.subscriptionId, () => ({
        catalogItemId: event.catalogItemId,
        friendlyName: event.friendlyName,
        quantity: event.quantity,
        term: event.term,
        cycle: event.cycle,
        unitPrice: event.unitPrice,
        batches: oneBatch(event.quantity, place, 'upgrade'),
        billed: event.billed,
      }));
      addCharges(state, event.subscriptionId, event.charges, place, event.fromCatalogItemId);
      return;
    case 'LicensesMovedOut':
      change(state, event.subscriptionId, () =>
        event.left > 0
          ? { quantity: event.left, batches: event.batches, billed: event.billed }
          : { ...GONE, statusSince: place.at },
      );
      addCharges(state, event.subscriptionId, event.charges, place);
      return;
    case 'LicensesMovedIn':
      change(state, event.subscriptionId, () => ({
        quantity: event.to,
        batches: event.batches,
        billed: event.billed,
      }));
      addCharges(state, event.subscriptionId, event.charges, place);
      return;
    case 'TransitionMade':
      append(state.transitions, event.subscriptionId, event.transition);
      return;
    case 'OrderBillingChanged': {
      const order = state.orders.get(event.orderId);
      if (order) state.orders.set(order.id, { ...order, billingCycle: event.billingCycle });
      return;
    }
    case 'TrialConverted':
      change(state, event.subscriptionId, (subscription) => ({
        catalogItemId: event.catalogItemId,
        trial: null,
        // What was converted renews, by hand or not (portal 6.1, 6.6).
        autoRenew: true,
        term: event.term,
        cycle: event.cycle,
        unitPrice: event.unitPrice,
        quantity: event.quantity ?? subscription.quantity,
        batches: oneBatch(event.quantity ?? subscription.quantity, place, 'renewal'),
        billed: spans(event.charge),
        ...NOTHING_SAVED,
      }));
      addCharge(state, event.subscriptionId, event.charge, place);
      return;
    case 'SubscriptionSuspended':
      change(state, event.subscriptionId, () => ({
        status: 'suspended',
        statusSince: place.at,
        deletedAt: event.deletedAt,
        autoRenew: event.autoRenew,
        suspendedWithBase: event.withBase,
        ...(event.charges.length > 0 ? { billed: [] } : {}),
      }));
      addCharges(state, event.subscriptionId, event.charges, place);
      return;
    case 'SubscriptionReactivated':
      change(state, event.subscriptionId, ({ billed }) => ({
        status: 'active',
        statusSince: place.at,
        deletedAt: null,
        suspendedWithBase: false,
        billed: event.charge ? spans(event.charge) : billed,
      }));
      addCharge(state, event.subscriptionId, event.charge, place);
      return;
    case 'SubscriptionExpired':
      change(state, event.subscriptionId, () => ({
        status: 'expired',
        statusSince: place.at,
        autoRenew: false,
        ...NOTHING_SAVED,
      }));
      return;
    case 'SubscriptionDisabled':
      change(state, event.subscriptionId, () => ({ status: 'disabled', statusSince: place.at }));
      return;
    case 'SubscriptionDeleted':
      change(state, event.subscriptionId, () => ({ ...GONE, statusSince: place.at }));
      return;
    case 'AccessRefused':
      return;
  }
}

function saveCart(state: State, cart: Cart): void {
  state.carts.set(cart.id, cart);
  state.openCarts.set(cart.customerId, cart.id);
  state.due.push(due('cartExpiry', cart.expiresAt, cart.id));
}

function closeCart(state: State, cartId: string, changes: Partial<Cart>): void {
  const cart = state.carts.get(cartId);
  if (!cart) return;
  state.carts.set(cartId, { ...cart, ...changes });
  if (state.openCarts.get(cart.customerId) === cartId) state.openCarts.delete(cart.customerId);
}

function change(state: State, id: string, changes: (subscription: Subscription) => Partial<Subscription>): void {
  const subscription = state.subscriptions.get(id);
  if (subscription) save(state, { ...subscription, ...changes(subscription) });
}

function changeRequest(state: State, id: string, changes: (request: ServiceRequest) => Partial<ServiceRequest>): void {
  const request = state.serviceRequests.get(id);
  if (request) state.serviceRequests.set(id, { ...request, ...changes(request) });
}

/** Stores a subscription and notes when the clock will have to look at it. */
function save(state: State, subscription: Subscription): void {
  state.subscriptions.set(subscription.id, subscription);
  const next = nextDueOf(state, subscription);
  if (next) state.due.push(next);
}

/** A new term begins with nothing saved for the one after it, and what has ended has none after it. */
const NOTHING_SAVED = { scheduled: null, nextBilling: null, lapsed: null } as const;

/** What is deleted owes nothing and waits for nothing. */
const GONE = {
  status: 'deleted',
  autoRenew: false,
  deletedAt: null,
  billed: [],
  unsettled: [],
  ...NOTHING_SAVED,
} as const;

/** A new term has all licences in one batch; a renewal opens its window, an upgrade has none. */
function oneBatch(quantity: number | null, place: Place, kind: 'renewal' | 'upgrade'): Subscription['batches'] {
  return quantity === null ? [] : [{ quantity, addedAt: place.at, kind }];
}

function spans(charge: Charge | null): readonly BilledSpan[] {
  return charge ? [spanOf(charge)] : [];
}

function addCharge(state: State, id: string, charge: Charge | null, place: Place): void {
  if (charge) addCharges(state, id, [charge], place);
}

/**
 * Adds settled lines, with what they are about: the subscription as it is now. What is given back was of the SKU before,
 * where an upgrade brings both (`from`).
 */
function addCharges(state: State, id: string, charges: readonly Charge[], place: Place, from?: string): void {
  const subscription = state.subscriptions.get(id);
  if (charges.length === 0 || !subscription) return;
  const { catalogItemId, friendlyName: name, term } = subscription;
  const present: ChargeFacts = { event: place.sequence, catalogItemId, name, term };
  const before = from === undefined ? present : { ...present, catalogItemId: from };
  const facts = charges.map((charge) => (isCredit(charge) ? before : present));
  state.charges.set(id, [...(state.charges.get(id) ?? []), ...charges]);
  state.chargeFacts.set(id, [...(state.chargeFacts.get(id) ?? []), ...facts]);
  state.lineCount.set('lines', (state.lineCount.get('lines') ?? 0) + charges.length);
}

function append<Value>(map: Map<string, readonly Value[]>, key: string, value: Value): void {
  map.set(key, [...(map.get(key) ?? []), value]);
}
