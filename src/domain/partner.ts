/** Joins the areas: what a partner's world decides, folds and does when time passes. */
import { after, DAY } from '../kernel/calendar';
import { fail, ok, type Result } from '../kernel/result';
import { acceptLines } from './cart/accept';
import type { AcceptedLine } from './cart/line';
import { orderGroups, purchase } from './cart/purchase';
import { checkSelling } from './catalog/purchasability';
import type { Command, SubscriptionChanges } from './commands';
import { checkCustomerDraft, createCustomer } from './customers/creation';
import type { Customer } from './customers/customer';
import { nextDue } from './due';
import type { PartnerEvent } from './events';
import { evolve } from './evolve';
import { checkRole, type Action } from './partner/roles';
import type { LineRefusal, Refusal } from './refusals';
import { forkState, type State, type User } from './state';
import { checkSetUp } from './subscriptions/activation';
import { catalogItemIdOf } from './catalog/offer';
import { changeFrequency, changeTerm, checkFrequency, checkTermChange } from './subscriptions/billing-plan';
import {
  changeOrderBilling,
  checkLegacyTarget,
  checkLegacyUpgrading,
  checkOrderBilling,
  legacyTargets,
  upgradeLegacy,
} from './subscriptions/legacy-changes';
import { checkSchedule, lapse, sameTerm, schedule as saveSchedule } from './subscriptions/schedule';
import { checkUpgrade, upgrade } from './subscriptions/upgrade';
import { addAddOn, checkAddOn, type AddOnLine } from './subscriptions/add-ons';
import { cancel, checkCancellation, checkSoftwareCancellation } from './subscriptions/cancellation';
import { checkConversionTo, convertTrial } from './subscriptions/conversion';
import { checkTermRuns } from './subscriptions/ended';
import { activate, settleSubscription } from './subscriptions/lifecycle';
import { changeQuantity, checkQuantity } from './subscriptions/quantity';
import {
  isListedSubscription,
  type NextTerm,
  type Subscription,
  type SupportContact,
} from './subscriptions/subscription';
import { checkReactivation, checkSuspension, reactivate, suspend } from './subscriptions/suspension';
import { answerRequest, fileRequest, updateRequest } from './support/service-request';
import { World, type Behaviour, type Context, type Place } from './world';

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
    if (due.kind === 'supportAnswer') {
      const request = state.serviceRequests.get(due.subject);
      return request ? answerRequest(state, request, context) : [];
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
    case 'BuyAddOns':
      return buyAddOns(state, command, context);
    case 'ConvertTrial':
      return convert(state, command, context);
    case 'Upgrade':
      return upgradeSubscription(state, command, context);
    case 'UpgradeLegacy':
      return upgradeLegacySubscription(state, command, context);
    case 'ChangeOrderBilling':
      return billOrder(state, command, context);
    case 'CancelSoftware':
      return cancelSoftware(state, command, context);
    case 'SetSupportContact':
      return setSupportContact(state, command, context);
    case 'FileServiceRequest':
      return fileServiceRequest(state, command, context);
    case 'UpdateServiceRequest': {
      const request = state.serviceRequests.get(command.requestId);
      // Everybody sees only their own (portal 1.4).
      return request && request.by === context.by
        ? ok(updateRequest(state, request, command, context))
        : fail({ type: 'ServiceRequestNotFound', requestId: command.requestId });
    }
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
  const checked = acceptLines(state, customer, cart.lines, userOf(state, context.by));
  const errors = checked.flatMap((each, line) => (each.ok ? [] : [{ line, refusal: each.failure }]));
  if (errors.length > 0) return fail({ type: 'CartHasErrors', lines: errors });
  const accepted = checked.flatMap((each) => (each.ok ? [each.value] : []));
  const { orderIds, events } = buy(state, customer, accepted, orderGroups(accepted), context);
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
  for (const [line, checked] of acceptLines(state, customer, command.lines, userOf(state, context.by)).entries()) {
    if (!checked.ok) return fail(lineRefused(line, checked.failure));
    accepted.push(checked.value);
  }
  // An order that is sent as one stays one, whatever its lines are.
  const one = accepted.map(() => 'one');
  return ok(buy(state, customer, accepted, one, context).events);
}

/** New orders for what the catalog sells; a legacy add-on becomes one more line of its base's order (S0-39). */
function buy(
  state: State,
  customer: Customer,
  accepted: readonly AcceptedLine[],
  groups: readonly string[],
  context: Context,
): { readonly orderIds: readonly string[]; readonly events: readonly PartnerEvent[] } {
  const isOrdinary = (_: unknown, index: number) => accepted[index]?.base === undefined;
  const fresh = purchase(state, customer, accepted.filter(isOrdinary), groups.filter(isOrdinary), context);
  const bases = accepted.flatMap(({ base }) => base ?? []);
  const added = addToBases(
    state,
    accepted.flatMap(({ base, line }) => (base ? [{ ...line, parentId: base.id }] : [])),
    () => true,
    context,
  );
  return {
    orderIds: [...new Set([...fresh.orderIds, ...bases.map(({ orderId }) => orderId)])],
    events: [...fresh.events, ...(added.ok ? added.value : [])],
  };
}

function lineRefused(line: number, refusal: LineRefusal): Refusal {
  return refusal.type === 'RoleMissing' ? refusal : { type: 'LineRefused', line, refusal };
}

/** The role that changing this subscription takes (S0-2, S2-1). */
export function managingAction(subscription: Subscription): Action {
  return subscription.commerce === 'marketplace' ? 'manageMarketplaceSubscription' : 'manageSubscription';
}

/** The role that cancelling takes beyond changing: software only by Admin agents (S3-26; decisions 9). */
export function cancellingAction(subscription: Subscription): Action {
  return subscription.commerce === 'software' ? 'cancelSoftware' : managingAction(subscription);
}

/** Whether its name can be changed: as long as it lives. */
export function checkRename(subscription: Subscription): Refusal | undefined {
  return subscription.status === 'deleted'
    ? { type: 'SubscriptionDeleted', subscriptionId: subscription.id }
    : undefined;
}

/**
 * Whether auto-renew can be switched: new commerce, marketplace, and software subscriptions bought since software renews
 * (S0-72; portal 6.1).
 */
export function checkAutoRenew(state: State, subscription: Subscription): Refusal | undefined {
  const deleted = checkRename(subscription);
  if (deleted) return deleted;
  const switchable =
    subscription.commerce === 'newCommerce' ||
    subscription.commerce === 'marketplace' ||
    (subscription.commerce === 'software' && isListedSubscription(subscription, state.rules));
  if (!switchable) return { type: 'AutoRenewFixed' };
  const refusal = checkTermRuns(subscription) ?? checkSetUp(state, subscription);
  if (refusal) return refusal;
  return subscription.status === 'active' || subscription.status === 'pending'
    ? undefined
    : { type: 'StatusChangeRefused', from: subscription.status, to: 'active' };
}

/** A subscription of this customer; one of somebody else does not exist for them. */
function findSubscription(state: State, customerId: string, subscriptionId: string): Result<Subscription, Refusal> {
  const subscription = state.subscriptions.get(subscriptionId);
  return subscription && subscription.customerId === customerId
    ? ok(subscription)
    : fail({ type: 'SubscriptionNotFound', subscriptionId });
}

/** One edit of a subscription: whether it may be made, and what it makes. */
interface Edit {
  check(state: State, subscription: Subscription): Refusal | undefined;
  make(state: State, subscription: Subscription): readonly PartnerEvent[];
}

/**
 * One PATCH is atomic (decisions 2): its edits are made one after the other, each on what the ones before have left, and
 * the first that is refused refuses them all.
 */
function updateSubscription(
  state: State,
  command: Extract<Command, { type: 'UpdateSubscription' }>,
  context: Context,
): Decision {
  const found = findSubscription(state, command.customerId, command.subscriptionId);
  if (!found.ok) return found;
  const subscription = found.value;
  const role = roleFor(state, context, managingAction(subscription));
  if (role) return fail(role);
  const changes = effective(subscription, command.changes);
  const [unsupported] = changes.unsupported ?? [];
  const refusal =
    (subscription.status === 'deleted' && Object.keys(changes).length > 0 ? checkRename(subscription) : undefined) ??
    (unsupported ? { type: 'ChangeNotSupported' as const, what: unsupported } : undefined);
  if (refusal) return fail(refusal);
  const events: PartnerEvent[] = [];
  let present = state;
  for (const edit of editsOf(subscription, changes, context)) {
    if (events.length > 0 && present === state) present = foresee(state, events, context);
    const current = present.subscriptions.get(subscription.id) ?? subscription;
    const refused = edit.check(present, current);
    if (refused) return fail(refused);
    const made = edit.make(present, current);
    if (present !== state) for (const event of made) evolve(present, event, placeIn(context));
    events.push(...made);
  }
  return ok(events);
}

/** A copy on which some events have happened already: what the next edit of the same command meets. */
function foresee(state: State, events: readonly PartnerEvent[], context: Context): State {
  const copy = forkState(state);
  for (const event of events) evolve(copy, event, placeIn(context));
  return copy;
}

/** The place of an event that is only foreseen: its number plays no part. */
function placeIn({ now, by }: Context): Place {
  return { sequence: 0, at: now, by };
}

/** In the order in which they make sense: back from suspension first, away into it last. */
function editsOf(subscription: Subscription, changes: SubscriptionChanges, context: Context): Edit[] {
  const { friendlyName, quantity, autoRenew, status, resellerMpnId, term, billingCycle, schedule } = changes;
  const { cancellation = {} } = changes;
  const subscriptionId = subscription.id;
  const edits: Edit[] = [];
  if (status === 'active') {
    edits.push({ check: checkReactivation, make: (state, current) => reactivate(state, current, context) });
  }
  if (friendlyName !== undefined) {
    edits.push({
      check: (_, current) => checkRename(current),
      make: () => [{ type: 'SubscriptionRenamed', subscriptionId, friendlyName }],
    });
  }
  if (resellerMpnId !== undefined) {
    edits.push({
      check: (state, current) => checkReseller(state, current, resellerMpnId),
      make: () => [{ type: 'ResellerChanged', subscriptionId, mpnId: resellerMpnId }],
    });
  }
  if (term !== undefined) {
    const { duration, billingCycle: cycle } = term;
    edits.push({
      check: (state, current) => checkTermChange(state, current, duration, cycle),
      make: (state, current) => changeTerm(state, current, duration, cycle, context),
    });
  }
  if (billingCycle !== undefined) {
    edits.push({
      check: (state, current) => checkFrequency(state, current, billingCycle),
      make: (_, current) => changeFrequency(current, billingCycle),
    });
  }
  if (quantity !== undefined) {
    edits.push({
      check: (state, current) => checkQuantity(state, current, quantity, context.now),
      make: (state, current) => changeQuantity(state, current, quantity, context),
    });
  }
  if (autoRenew !== undefined) {
    edits.push({
      check: checkAutoRenew,
      make: (_, current) => [
        ...(autoRenew ? [] : lapse(current, 'autoRenewOff')),
        { type: 'AutoRenewChanged', subscriptionId, autoRenew },
      ],
    });
  }
  if (schedule !== undefined) {
    edits.push({
      check: (state, current) => (schedule === null ? undefined : checkSchedule(state, current, schedule)),
      make: (state, current) => saveSchedule(state, current, schedule),
    });
  }
  if (status === 'suspended') {
    edits.push({
      check: (_, current) => checkSuspension(current),
      make: (state, current) => suspend(state, current, context),
    });
  }
  if (status === 'deleted') {
    edits.push({
      check: (state, current) =>
        checkCancellation(state, current, context.now) ?? roleFor(state, context, cancellingAction(current)),
      make: (state, current) => [...lapse(current, 'canceled'), cancel(state, current, cancellation, context)],
    });
  }
  return edits;
}

/** Leaves out what is as it is. While it is being suspended or is suspended, auto-renew is off already (S0-65). */
function effective(subscription: Subscription, changes: SubscriptionChanges): SubscriptionChanges {
  const status = changes.status === subscription.status ? undefined : changes.status;
  const ending = status === 'deleted' || (status === 'suspended' && subscription.commerce !== 'legacy');
  const differs = <Value>(wanted: Value | undefined, present: Value): wanted is Value =>
    wanted !== undefined && wanted !== present;
  return {
    ...(differs(changes.friendlyName, subscription.friendlyName) ? { friendlyName: changes.friendlyName } : {}),
    ...(differs(changes.autoRenew, subscription.autoRenew) && !ending ? { autoRenew: changes.autoRenew } : {}),
    ...(changes.quantity !== undefined && changes.quantity !== (subscription.quantity ?? 1)
      ? { quantity: changes.quantity }
      : {}),
    ...(changes.resellerMpnId !== undefined && changes.resellerMpnId !== (subscription.resellerMpnId ?? null)
      ? { resellerMpnId: changes.resellerMpnId }
      : {}),
    ...(status === undefined ? {} : { status }),
    ...(changes.term ? { term: changes.term } : {}),
    ...(differs(changes.billingCycle, subscription.nextBilling ?? subscription.term.billingCycle)
      ? { billingCycle: changes.billingCycle }
      : {}),
    ...(changes.schedule === undefined || isSaved(subscription, changes.schedule)
      ? {}
      : { schedule: changes.schedule }),
    ...(status === 'deleted' && changes.cancellation ? { cancellation: changes.cancellation } : {}),
    ...(changes.unsupported?.length ? { unsupported: changes.unsupported } : {}),
  };
}

/** Whether this is what is saved for the next term already. */
function isSaved({ scheduled }: Subscription, wanted: NextTerm | null): boolean {
  return wanted === null || scheduled === null ? wanted === scheduled : sameTerm(wanted, scheduled);
}

function upgradeSubscription(state: State, command: Extract<Command, { type: 'Upgrade' }>, context: Context): Decision {
  const found = findSubscription(state, command.customerId, command.subscriptionId);
  if (!found.ok) return found;
  const refusal =
    roleFor(state, context, managingAction(found.value)) ?? checkUpgrade(state, found.value, command.wish, context.now);
  return refusal ? fail(refusal) : ok(upgrade(state, found.value, command.wish, context));
}

function upgradeLegacySubscription(
  state: State,
  command: Extract<Command, { type: 'UpgradeLegacy' }>,
  context: Context,
): Decision {
  const found = findSubscription(state, command.customerId, command.subscriptionId);
  if (!found.ok) return found;
  const role = roleFor(state, context, managingAction(found.value));
  if (role) return fail(role);
  const wanted = command.toCatalogItemId.toLowerCase();
  const target = legacyTargets(state, found.value).find((each) => catalogItemIdOf(each).toLowerCase() === wanted);
  const refusal = target
    ? checkLegacyTarget(state, found.value, target)
    : (checkLegacyUpgrading(state, found.value) ?? {
        type: 'NotAnUpgrade' as const,
        catalogItemId: command.toCatalogItemId,
      });
  if (refusal || !target) return fail(refusal ?? { type: 'NotAnUpgrade', catalogItemId: command.toCatalogItemId });
  return ok(upgradeLegacy(state, found.value, target, context));
}

function billOrder(
  state: State,
  command: Extract<Command, { type: 'ChangeOrderBilling' }>,
  context: Context,
): Decision {
  const role = roleFor(state, context, 'manageSubscription');
  if (role) return fail(role);
  const order = state.orders.get(command.orderId);
  if (!order || order.customerId !== command.customerId) {
    return fail({ type: 'OrderNotFound', orderId: command.orderId });
  }
  const refusal = checkOrderBilling(state, order, command.billingCycle);
  return refusal ? fail(refusal) : ok(changeOrderBilling(state, order, command.billingCycle, context));
}

function cancelSoftware(
  state: State,
  { customerId, orderId, lines }: Extract<Command, { type: 'CancelSoftware' }>,
  context: Context,
): Decision {
  const role = roleFor(state, context, 'cancelSoftware');
  if (role) return fail(role);
  const order = state.orders.get(orderId);
  if (!order || order.customerId !== customerId) return fail({ type: 'OrderNotFound', orderId });
  const events: PartnerEvent[] = [];
  for (const line of order.lines) {
    const subscription = lines.includes(line.number) ? state.subscriptions.get(line.subscriptionId) : undefined;
    if (!subscription) continue;
    const refusal = checkSoftwareCancellation(state, subscription, context.now);
    if (refusal) return fail(refusal);
    events.push(...lapse(subscription, 'canceled'), cancel(state, subscription, {}, context));
  }
  return ok(events);
}

/** Whether a reseller can be named, or taken away, by an indirect provider (S2-10; portal 1.5). */
export function checkReseller(state: State, subscription: Subscription, mpnId: string | null): Refusal | undefined {
  const deleted = checkRename(subscription);
  if (deleted) return deleted;
  if (state.partner.type !== 'indirectProvider') return { type: 'ResellerNotAllowed' };
  return mpnId === null || state.partner.resellers.some((each) => each.mpnId === mpnId)
    ? undefined
    : { type: 'ResellerUnknown', mpnId };
}

function buyAddOns(state: State, command: Extract<Command, { type: 'BuyAddOns' }>, context: Context): Decision {
  const role = roleFor(state, context, 'buy');
  if (role) return fail(role);
  const customer = state.customers.get(command.customerId);
  if (!customer) return fail({ type: 'CustomerNotFound', customerId: command.customerId });
  const selling = checkSelling(state, customer);
  if (selling) return fail(selling);
  const order = state.orders.get(command.orderId);
  if (!order || order.customerId !== customer.id) return fail({ type: 'OrderNotFound', orderId: command.orderId });
  return addToBases(
    state,
    command.lines,
    (base) => base.customerId === customer.id && base.orderId === order.id,
    context,
  );
}

/** Puts add-ons on their bases, each on what the ones before have left: all of them or none. */
function addToBases(
  state: State,
  lines: readonly (AddOnLine & { readonly parentId: string })[],
  isBase: (subscription: Subscription) => boolean,
  context: Context,
): Decision {
  const events: PartnerEvent[] = [];
  let present = state;
  for (const [index, line] of lines.entries()) {
    if (events.length > 0 && present === state) present = foresee(state, events, context);
    const base = present.subscriptions.get(line.parentId);
    if (!base || !isBase(base)) return fail({ type: 'SubscriptionNotFound', subscriptionId: line.parentId });
    const refusal = checkAddOn(present, base, line);
    if (refusal) return fail(lineRefused(index, refusal));
    const orderLine = present.orders.get(base.orderId)?.lines.length ?? 0;
    const made = addAddOn(present, base, line, orderLine, context);
    if (present !== state) for (const event of made) evolve(present, event, placeIn(context));
    events.push(...made);
  }
  return ok(events);
}

function convert(state: State, command: Extract<Command, { type: 'ConvertTrial' }>, context: Context): Decision {
  const found = findSubscription(state, command.customerId, command.subscriptionId);
  if (!found.ok) return found;
  const { quantity, billingCycle } = command;
  const refusal =
    roleFor(state, context, managingAction(found.value)) ??
    checkConversionTo(state, found.value, quantity, billingCycle);
  if (refusal) return fail(refusal);
  const converted = convertTrial(state, found.value, quantity, billingCycle, context);
  return ok(converted ? [converted] : []);
}

/** The contacts that may be designated: the partner itself, or one of an indirect provider's resellers (portal 4.2). */
export function supportContacts(state: State): SupportContact[] {
  const { partner } = state;
  const own = { mpnId: partner.mpnId, name: partner.name };
  return partner.type === 'indirectProvider' ? [own, ...partner.resellers] : [own];
}

/** Whether another contact can be designated at all. */
export function checkSupportContact(state: State, subscription: Subscription): Refusal | undefined {
  return (
    checkRename(subscription) ??
    (state.partner.type === 'indirectProvider' ? undefined : { type: 'SupportContactFixed' })
  );
}

function setSupportContact(
  state: State,
  command: Extract<Command, { type: 'SetSupportContact' }>,
  context: Context,
): Decision {
  const found = findSubscription(state, command.customerId, command.subscriptionId);
  if (!found.ok) return found;
  const refusal = roleFor(state, context, managingAction(found.value)) ?? checkSupportContact(state, found.value);
  if (refusal) return fail(refusal);
  const contact = supportContacts(state).find(({ mpnId }) => mpnId === command.mpnId);
  if (!contact) return fail({ type: 'ResellerUnknown', mpnId: command.mpnId });
  const { supportContact, id } = found.value;
  const present = supportContact?.mpnId ?? state.partner.mpnId;
  return ok(present === contact.mpnId ? [] : [{ type: 'SupportContactChanged', subscriptionId: id, contact }]);
}

function fileServiceRequest(
  state: State,
  command: Extract<Command, { type: 'FileServiceRequest' }>,
  context: Context,
): Decision {
  const { draft } = command;
  const role = roleFor(state, context, 'requestSupport');
  if (role) return fail(role);
  if (!state.customers.has(draft.customerId)) return fail({ type: 'CustomerNotFound', customerId: draft.customerId });
  if (draft.subscriptionId !== undefined) {
    const found = findSubscription(state, draft.customerId, draft.subscriptionId);
    if (!found.ok) return found;
    // What support carries out is a change like any other.
    const change = draft.reduceBy === undefined ? undefined : roleFor(state, context, managingAction(found.value));
    if (change) return fail(change);
  }
  return ok([fileRequest(state, draft, context)]);
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
