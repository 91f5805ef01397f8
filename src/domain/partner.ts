/** Joins the areas: what a partner's world decides, folds and does when time passes. */
import { after, DAY } from '../kernel/calendar';
import { fail, ok, type Result } from '../kernel/result';
import { checkLines, type AcceptedLine } from './cart/line';
import { orderGroups, purchase } from './cart/purchase';
import { checkSelling } from './catalog/purchasability';
import type { Command, SubscriptionChanges } from './commands';
import { checkCustomerDraft, createCustomer } from './customers/creation';
import { nextDue } from './due';
import type { PartnerEvent } from './events';
import { evolve } from './evolve';
import { checkRole, type Action } from './partner/roles';
import type { LineRefusal, Refusal } from './refusals';
import { forkState, type State, type User } from './state';
import { activate, settleSubscription } from './subscriptions/lifecycle';
import type { Subscription } from './subscriptions/subscription';
import { checkReactivation, checkSuspension, reactivate, suspend } from './subscriptions/suspension';
import { World, type Behaviour, type Context } from './world';

type Decision = Result<readonly PartnerEvent[], Refusal>;

export type PartnerWorld = World<State, Command, PartnerEvent, Refusal>;

export const partnerBehaviour: Behaviour<State, Command, PartnerEvent, Refusal> = {
  decide,
  evolve,
  fork: forkState,
  nextDue,
  settle(state, due, context) {
    if (due.kind === 'cartExpiry') {
      const cart = state.carts.get(due.subject);
      return cart ? [{ type: 'CartExpired', cartId: cart.id, customerId: cart.customerId }] : [];
    }
    const subscription = state.subscriptions.get(due.subject);
    return subscription ? settleSubscription(state, subscription, due, context) : [];
  },
};

/** The user of a context; the clock is nobody. */
export function userOf(state: State, id: string | null): User | undefined {
  return state.users.find((user) => user.id === id);
}

function decide(state: State, command: Command, context: Context): Decision {
  switch (command.type) {
    case 'OnboardCustomer':
      return ok([{ type: 'CustomerAdded', customer: command.customer }]);
    case 'CreateCustomer': {
      const refusal = roleFor(state, context, 'addCustomer') ?? checkCustomerDraft(state, command.draft);
      return refusal
        ? fail(refusal)
        : ok([{ type: 'CustomerAdded', customer: createCustomer(command.draft, context) }]);
    }
    case 'SaveCart':
      return saveCart(state, command, context);
    case 'CheckOutCart':
      return checkOut(state, command, context);
    case 'PlaceOrder':
      return placeOrder(state, command, context);
    case 'UpdateSubscription':
      return updateSubscription(state, command, context);
    case 'AssignLicenses':
    case 'ConfirmSetUp':
      return publisherStep(state, command, context);
    case 'RecordRefusedAccess': {
      const { action, customerId } = command;
      return ok([{ type: 'AccessRefused', action, ...(customerId ? { customerId } : {}) }]);
    }
  }
}

function roleFor(state: State, context: Context, action: Action): Refusal | undefined {
  return checkRole(userOf(state, context.by), action);
}

function saveCart(state: State, command: Extract<Command, { type: 'SaveCart' }>, context: Context): Decision {
  const role = roleFor(state, context, 'buy');
  if (role) return fail(role);
  const customer = state.customers.get(command.customerId);
  if (!customer) return fail({ type: 'CustomerNotFound', customerId: command.customerId });
  const selling = checkSelling(state, customer);
  if (selling) return fail(selling);
  const old = command.cartId === null ? undefined : findCart(state, command.customerId, command.cartId);
  if (old && !old.ok) return old;
  if (old?.ok && old.value.orderIds.length > 0) return fail({ type: 'CartOrdered', cartId: old.value.id });
  const cart = old?.value ?? {
    id: context.newId(),
    customerId: customer.id,
    createdAt: context.now,
    expiresAt: after(context.now, state.rules.cartLifetimeDays * DAY),
    orderIds: [],
    expired: false,
  };
  const saved = { ...cart, lines: command.lines, modifiedAt: context.now, modifiedBy: context.by ?? '' };
  return ok([{ type: 'CartSaved', cart: saved }]);
}

/** A cart of this customer that has not expired; a cart of somebody else does not exist for them. */
function findCart(state: State, customerId: string, cartId: string) {
  const cart = state.carts.get(cartId.toLowerCase());
  if (!cart || cart.customerId !== customerId) return fail({ type: 'CartNotFound', cartId } as const);
  if (cart.expired) return fail({ type: 'CartExpired', cartId, expiredAt: cart.expiresAt } as const);
  return ok(cart);
}

function checkOut(state: State, command: Extract<Command, { type: 'CheckOutCart' }>, context: Context): Decision {
  const role = roleFor(state, context, 'buy');
  if (role) return fail(role);
  const customer = state.customers.get(command.customerId);
  if (!customer) return fail({ type: 'CustomerNotFound', customerId: command.customerId });
  const found = findCart(state, customer.id, command.cartId);
  if (!found.ok) return found;
  const cart = found.value;
  // Bought already: nothing happens again, and the first answer is given again (decisions 4).
  if (cart.orderIds.length > 0) return ok([]);
  if (cart.lines.length === 0) return fail({ type: 'CartEmpty', cartId: cart.id });
  const selling = checkSelling(state, customer);
  if (selling) return fail(selling);
  const checked = checkLines(state, customer, cart.lines, userOf(state, context.by));
  const errors = checked.flatMap((each, line) => (each.ok ? [] : [{ line, refusal: each.failure }]));
  if (errors.length > 0) return fail({ type: 'CartHasErrors', lines: errors });
  const accepted = checked.flatMap((each) => (each.ok ? [each.value] : []));
  const { orderIds, events } = purchase(state, customer, accepted, orderGroups(accepted), context);
  return ok([...events, { type: 'CartOrdered', cartId: cart.id, customerId: customer.id, orderIds }]);
}

function placeOrder(state: State, command: Extract<Command, { type: 'PlaceOrder' }>, context: Context): Decision {
  const role = roleFor(state, context, 'buy');
  if (role) return fail(role);
  const customer = state.customers.get(command.customerId);
  if (!customer) return fail({ type: 'CustomerNotFound', customerId: command.customerId });
  const selling = checkSelling(state, customer);
  if (selling) return fail(selling);
  const accepted: AcceptedLine[] = [];
  for (const [line, checked] of checkLines(state, customer, command.lines, userOf(state, context.by)).entries()) {
    if (!checked.ok) return fail(lineRefused(line, checked.failure));
    accepted.push(checked.value);
  }
  // An order that is sent as one stays one, whatever its lines are.
  const one = accepted.map(() => 'one');
  return ok(purchase(state, customer, accepted, one, context).events);
}

function lineRefused(line: number, refusal: LineRefusal): Refusal {
  return refusal.type === 'RoleMissing' ? refusal : { type: 'LineRefused', line, refusal };
}

/** The role that changing this subscription takes (S0-2, S2-1). */
export function managingAction(subscription: Subscription): Action {
  return subscription.commerce === 'marketplace' ? 'manageMarketplaceSubscription' : 'manageSubscription';
}

/** Whether its name can be changed: as long as it lives. */
export function checkRename(subscription: Subscription): Refusal | undefined {
  return subscription.status === 'deleted'
    ? { type: 'SubscriptionDeleted', subscriptionId: subscription.id }
    : undefined;
}

/** Whether auto-renew can be switched: new commerce, marketplace and software subscriptions (S0-72; portal 6.1). */
export function checkAutoRenew(subscription: Subscription): Refusal | undefined {
  const deleted = checkRename(subscription);
  if (deleted) return deleted;
  const switchable =
    subscription.commerce === 'newCommerce' ||
    subscription.commerce === 'marketplace' ||
    (subscription.commerce === 'software' && subscription.term.endsOn !== null);
  if (!switchable) return { type: 'AutoRenewFixed' };
  return subscription.status === 'active' || subscription.status === 'pending'
    ? undefined
    : { type: 'StatusChangeRefused', from: subscription.status, to: 'active' };
}

function updateSubscription(
  state: State,
  command: Extract<Command, { type: 'UpdateSubscription' }>,
  context: Context,
): Decision {
  const subscription = state.subscriptions.get(command.subscriptionId);
  if (!subscription || subscription.customerId !== command.customerId) {
    return fail({ type: 'SubscriptionNotFound', subscriptionId: command.subscriptionId });
  }
  const role = roleFor(state, context, managingAction(subscription));
  if (role) return fail(role);
  const changes = effective(subscription, command.changes);
  const [unsupported] = changes.unsupported ?? [];
  const refusal =
    (subscription.status === 'deleted' && Object.keys(changes).length > 0 ? checkRename(subscription) : undefined) ??
    (unsupported ? { type: 'ChangeNotSupported' as const, what: unsupported } : undefined) ??
    (changes.status ? checkStatus(subscription, changes.status) : undefined) ??
    (changes.autoRenew === undefined ? undefined : checkAutoRenew(subscription));
  if (refusal) return fail(refusal);
  const events: PartnerEvent[] = [];
  if (changes.friendlyName !== undefined) {
    events.push({ type: 'SubscriptionRenamed', subscriptionId: subscription.id, friendlyName: changes.friendlyName });
  }
  if (changes.status === 'suspended') events.push(suspend(state, subscription, context));
  if (changes.status === 'active') events.push(reactivate(state, subscription, context));
  if (changes.autoRenew !== undefined) {
    events.push({ type: 'AutoRenewChanged', subscriptionId: subscription.id, autoRenew: changes.autoRenew });
  }
  return ok(events);
}

/** Leaves out what is as it is. While it is being suspended or is suspended, auto-renew is off already (S0-65). */
function effective(subscription: Subscription, changes: SubscriptionChanges): SubscriptionChanges {
  const status = changes.status === subscription.status ? undefined : changes.status;
  const suspending = status === 'suspended' && subscription.commerce !== 'legacy';
  return {
    ...(changes.friendlyName !== undefined && changes.friendlyName !== subscription.friendlyName
      ? { friendlyName: changes.friendlyName }
      : {}),
    ...(changes.autoRenew !== undefined && changes.autoRenew !== subscription.autoRenew && !suspending
      ? { autoRenew: changes.autoRenew }
      : {}),
    ...(status === undefined ? {} : { status }),
    ...(changes.unsupported?.length ? { unsupported: changes.unsupported } : {}),
  };
}

function checkStatus(subscription: Subscription, to: 'active' | 'suspended' | 'deleted'): Refusal | undefined {
  if (to === 'suspended') return checkSuspension(subscription);
  if (to === 'active') return checkReactivation(subscription);
  return { type: 'StatusChangeRefused', from: subscription.status, to };
}

/** The subscription that an authorization code names. */
export function findByAuthorizationCode(state: State, code: string): Subscription | undefined {
  const wanted = code.toLowerCase();
  for (const subscription of state.subscriptions.values()) {
    if (subscription.setUp?.authorizationCode === wanted) return subscription;
  }
  return undefined;
}

/** Licences assigned and set-up confirmed, in either order; only both together make it active (S2-21). */
function publisherStep(
  state: State,
  command: Extract<Command, { type: 'AssignLicenses' | 'ConfirmSetUp' }>,
  context: Context,
): Decision {
  const subscription = findByAuthorizationCode(state, command.authorizationCode);
  const setUp = subscription?.setUp;
  if (!subscription || !setUp) {
    return fail({ type: 'AuthorizationCodeUnknown', authorizationCode: command.authorizationCode });
  }
  if (subscription.status === 'deleted') return fail({ type: 'SubscriptionDeleted', subscriptionId: subscription.id });
  const assigning = command.type === 'AssignLicenses';
  if ((assigning ? setUp.licensesAssignedAt : setUp.confirmedAt) !== null) return ok([]);
  const done: PartnerEvent = assigning
    ? { type: 'LicensesAssigned', subscriptionId: subscription.id }
    : { type: 'SetUpConfirmed', subscriptionId: subscription.id };
  const otherDone = (assigning ? setUp.confirmedAt : setUp.licensesAssignedAt) !== null;
  return ok(otherDone && subscription.status === 'pending' ? [done, activate(state, subscription, context)] : [done]);
}
