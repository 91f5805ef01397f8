/** Add-ons of the legacy programme: they stand on a base subscription and share its term (S0-32 … S0-39; portal 6.7). */
import { addMonths, dateOf } from '../../kernel/calendar';
import { chargeTypeOf, wholeCharge, type Charge } from '../billing/charge';
import { chargeDays } from '../billing/spans';
import { legacyPolicyOf, restOfTerm, tariffOf } from '../billing/tariff';
import { isCounted, quantityRange } from '../cart/line';
import { cyclePriceOf } from '../cart/purchase';
import { catalogItemIdOf, type Offer, type Term } from '../catalog/offer';
import { termIn } from '../catalog/price-list';
import { checkRegion } from '../catalog/purchasability';
import type { Customer } from '../customers/customer';
import type { PartnerEvent } from '../events';
import type { LineRefusal, Refusal } from '../refusals';
import { exchangeRate, subscriptionsOf, type State } from '../state';
import type { Context } from '../world';
import type { OrderLine } from './order';
import { AT_FIRST, type StartedSubscription, type Subscription } from './subscription';

/** The add-ons of a base that are not deleted, oldest first. */
export function livingAddOns(state: State, base: Subscription): Subscription[] {
  if (base.commerce !== 'legacy') return [];
  return subscriptionsOf(state, base.customerId).filter(
    ({ parentId, status }) => parentId === base.id && status !== 'deleted',
  );
}

/** The add-on offers that may stand on a base: made for it, and sold where the customer is (S0-37). */
export function eligibleAddOns(state: State, base: Subscription): Offer[] {
  const customer = state.customers.get(base.customerId);
  const offer = state.catalog.item(base.catalogItemId);
  if (!customer || !offer || base.commerce !== 'legacy' || base.parentId !== undefined || base.trial) return [];
  return state.catalog.offers.filter(
    (each) =>
      each.commerce === 'legacy' &&
      each.addOnOf?.includes(offer.key) === true &&
      checkRegion(customer, each) === undefined &&
      termLike(base, each, customer) !== undefined,
  );
}

/** Whether add-ons can be put on a subscription at all now: a legacy one that is active and no add-on itself (S0-32). */
export function checkBase(base: Subscription): Refusal | undefined {
  if (base.status === 'deleted') return { type: 'SubscriptionDeleted', subscriptionId: base.id };
  if (base.commerce !== 'legacy' || base.parentId !== undefined || base.trial) return { type: 'AddOnsNotOffered' };
  return base.status === 'active' ? undefined : { type: 'BaseNotActive', subscriptionId: base.id };
}

/** The price of an add-on that is billed as its base is. */
export function termLike({ term }: Subscription, addOn: Offer, customer: Customer): Term | undefined {
  return termIn(addOn, customer.currency, term.duration, term.billingCycle);
}

/** One add-on as it is asked for. */
export interface AddOnLine {
  readonly catalogItemId: string;
  readonly quantity: number;
  readonly friendlyName?: string;
}

/** Why an add-on cannot be put on a base now. */
export function checkAddOn(
  state: State,
  base: Subscription,
  { catalogItemId, quantity }: AddOnLine,
): LineRefusal | undefined {
  const offer = state.catalog.item(catalogItemId);
  if (!offer) return { type: 'ItemUnknown', catalogItemId };
  const eligible = eligibleAddOns(state, base).includes(offer);
  if (!eligible) return { type: 'AddOnNotRelated', offer: offer.title, base: base.friendlyName };
  if (base.status !== 'active') return { type: 'BaseNotActive', subscriptionId: base.id };
  const held = livingAddOns(state, base).find((each) => each.catalogItemId === catalogItemIdOf(offer));
  if (held) return { type: 'OnePerCustomer', subscriptionId: held.id };
  const range = quantityRange(offer);
  return quantity < range.min || quantity > range.max ? { type: 'QuantityOutOfRange', quantity, ...range } : undefined;
}

/** Puts an add-on on a base: one more line of the base's order, the base's term, charged from today on (S0-39). */
export function addAddOn(
  state: State,
  base: Subscription,
  { catalogItemId, quantity, friendlyName }: AddOnLine,
  orderLine: number,
  context: Context,
): PartnerEvent[] {
  const offer = state.catalog.item(catalogItemId);
  const customer = state.customers.get(base.customerId);
  const term = offer && customer && termLike(base, offer, customer);
  if (!offer || !term) return [];
  const { now } = context;
  const started: StartedSubscription = {
    id: context.newId(),
    customerId: base.customerId,
    orderId: base.orderId,
    orderLine,
    catalogItemId: catalogItemIdOf(offer),
    commerce: 'legacy',
    friendlyName: friendlyName ?? offer.title,
    quantity: isCounted(offer) ? quantity : null,
    batches: isCounted(offer) ? [{ quantity, addedAt: now, kind: 'purchase' }] : [],
    status: 'active',
    createdAt: now,
    statusSince: now,
    term: { ...base.term, openedAt: now },
    cycle: base.cycle,
    unitPrice: cyclePriceOf(term),
    autoRenew: base.autoRenew,
    trial: null,
    parentId: base.id,
    ...(base.resellerMpnId ? { resellerMpnId: base.resellerMpnId } : {}),
    deletedAt: null,
  };
  const charge = firstCharge(state, started, context);
  const line: OrderLine = {
    number: orderLine,
    catalogItemId: started.catalogItemId,
    title: offer.title,
    quantity,
    termDuration: term.termDuration,
    billingCycle: term.billingCycle,
    subscriptionId: started.id,
    ...(friendlyName ? { friendlyName } : {}),
    unitPrice: started.unitPrice,
    extended: restOfTerm(started, charge),
  };
  return [
    { type: 'OrderLineAdded', orderId: base.orderId, line },
    { type: 'SubscriptionStarted', subscription: started, charge },
  ];
}

/** From today to the end of the base's cycle; a whole cycle is charged like any other (S0-39). */
function firstCharge(state: State, started: StartedSubscription, { now }: Context): Charge | null {
  const { cycle, quantity, unitPrice, term } = started;
  if (!cycle || quantity === null) return null;
  const today = dateOf(now);
  // The first cycle of a converted trial may be shorter than a whole one (portal 10-42).
  if (today === addMonths(term.anchor, cycle.fromMonth)) {
    const rate = exchangeRate(state, unitPrice.currency);
    return wholeCharge(chargeTypeOf('legacy', term.billingCycle, 'purchase'), cycle, unitPrice, quantity, now, rate);
  }
  const counted: Subscription = { ...started, ...AT_FIRST, number: 0 };
  const tariff = tariffOf(state, counted, 'Prorate fees when purchase', legacyPolicyOf(state, counted), now);
  return tariff && chargeDays(today, cycle.endsOn, quantity, tariff);
}
