import { segmentsOf, type Customer } from '../customers/customer';
import type { PurchaseRefusal, Unavailable } from '../refusals';
import { subscriptionsOf, type State } from '../state';
import type { Subscription } from '../subscriptions/subscription';
import { currencyOfMarket } from './markets';
import { catalogItemIdOf, type Offer, type OwnershipLimit } from './offer';
import { sellsReservations } from './reservation-markets';

/** Whether the partner can sell anything to the customer now: agreement, restriction, kind of partner (portal 1.5; 13605). */
export function checkSelling(state: State, customer: Customer): PurchaseRefusal | undefined {
  if (state.partner.type === 'indirectReseller') return { type: 'PartnerCannotBuy' };
  if (state.partner.restricted) return { type: 'PartnerRestricted' };
  if (customer.agreementAcceptedOn === null) return { type: 'AgreementMissing', customerId: customer.id };
  return undefined;
}

/**
 * Whether the catalog shows the offer to this customer at all: segments the customer is not qualified for, markets an
 * offer of Microsoft is not sold in, legacy add-ons (S0-33) and new commerce without the preview (S0-47) are hidden; all
 * else that cannot be bought is shown with its reason (portal 3.3, 3.4).
 */
export function isListed(state: State, customer: Customer, offer: Offer): boolean {
  return hiddenBecause(state, customer, offer) === undefined;
}

/** Offers by their keys, as far as the catalog would show them to the customer (portal 3.3). */
export function listedOffers(state: State, customerId: string, keys: readonly string[] | undefined): Offer[] {
  const customer = state.customers.get(customerId);
  return (keys ?? []).flatMap((key) => {
    const offer = state.catalog.byKey(key);
    return offer && customer && isListed(state, customer, offer) ? [offer] : [];
  });
}

function hiddenBecause(state: State, customer: Customer, offer: Offer): Unavailable | undefined {
  if (offer.commerce === 'legacy' && offer.addOnOf) return { type: 'SoldWithBaseOnly' };
  if (offer.commerce === 'newCommerce' && !state.partner.newCommercePreview) return { type: 'PreviewNeeded' };
  return checkRegion(customer, offer);
}

/** Whether an offer is for this customer at all: its segment, and for Microsoft's own the market (S0-16; portal 3.3). */
export function checkRegion(customer: Customer, offer: Offer): Unavailable | undefined {
  const segments = segmentsOf(customer);
  if (!offer.segments.some((segment) => segments.includes(segment))) {
    return { type: 'SegmentNotQualified', segments: offer.segments };
  }
  if (offer.publisher.kind === 'microsoft' && !servesCountry(offer, customer.country)) {
    return { type: 'MarketNotServed', country: customer.country };
  }
  return undefined;
}

function servesCountry(offer: Offer, country: string): boolean {
  if (currencyOfMarket(country) === undefined) return false;
  if (offer.excludedCountries?.includes(country)) return false;
  return offer.countries === undefined || offer.countries.includes(country);
}

/** How many of an offer a customer is about to hold besides what it has: other lines of the same cart or order. */
export interface Alongside {
  /** Those that use up a limit. */
  readonly offers: readonly Offer[];
  /** Those that an add-on may stand on; the same unless said otherwise. */
  readonly bases?: readonly Offer[];
}

const NOTHING: Alongside = { offers: [] };

/**
 * Why the customer cannot buy the offer now; empty = it can. The most telling reason comes first. One function for the
 * catalog, the cart, the order and the API (portal 3.4).
 */
export function checkAvailability(
  state: State,
  customer: Customer,
  offer: Offer,
  alongside: Alongside = NOTHING,
): Unavailable[] {
  const reasons: Unavailable[] = [];
  const hidden = hiddenBecause(state, customer, offer);
  if (hidden) reasons.push(hidden);
  if (offer.transactable === false || offer.container) {
    reasons.push({ type: 'NotTransactable', container: offer.container === true });
  }
  if (offer.inCsp === false) reasons.push({ type: 'NotInCsp' });
  if (offer.exclusiveToPartner && !offer.exclusiveToPartner.includes(state.partner.mpnId)) {
    reasons.push({ type: 'Exclusive', publisher: offer.publisher.name, site: offer.publisher.site ?? null });
  }
  if (offer.publisher.kind === 'partner' && !servesCountry(offer, customer.country)) {
    reasons.push({ type: 'PublisherCountry', country: customer.country });
  }
  const owned = subscriptionsOf(state, customer.id);
  const ownership = checkOwnership(state, offer, owned, alongside);
  if (ownership) reasons.push(ownership);
  if (offer.trial?.convertsTo) {
    const paid = state.catalog.byKey(offer.trial.convertsTo);
    const paidId = paid && catalogItemIdOf(paid);
    const holder = owned.find((each) => each.catalogItemId === paidId && each.status !== 'deleted');
    if (holder) reasons.push({ type: 'TrialOfOwned', subscriptionId: holder.id });
  }
  if (offer.addOnOf && offer.commerce !== 'legacy') {
    const bases = offer.addOnOf.flatMap((key) => state.catalog.byKey(key) ?? []);
    const ids = new Set(bases.map(catalogItemIdOf));
    const held = owned.some((each) => each.status === 'active' && ids.has(each.catalogItemId));
    const bought = (alongside.bases ?? alongside.offers).some((each) => ids.has(catalogItemIdOf(each)));
    if (!held && !bought) reasons.push({ type: 'AddOnWithoutBase', bases });
  }
  if (offer.commerce === 'reservation') {
    if (!sellsReservations(customer.country)) reasons.push({ type: 'ReservationMarket', country: customer.country });
    else if (!owned.some((each) => each.commerce === 'azurePlan' && each.status === 'active')) {
      reasons.push({ type: 'ReservationNeedsAzure' });
    }
  }
  return reasons;
}

/**
 * One per customer, limits, and "reactivate instead" (S0-5, S0-17, S0-18; portal 3.5). A cancelled subscription counts
 * until it is deprovisioned, which this world does at once; a lifetime limit counts for ever. What ended by itself
 * (expired, disabled) still occupies its place.
 */
function checkOwnership(
  state: State,
  offer: Offer,
  owned: readonly Subscription[],
  alongside: Alongside,
): Unavailable | undefined {
  const id = catalogItemIdOf(offer);
  const suspended = owned.find((each) => each.catalogItemId === id && each.status === 'suspended');
  if (suspended) return { type: 'SuspendedExists', subscriptionId: suspended.id };
  const limit = limitOf(offer);
  if (!limit) return undefined;
  const counted = countedFor(state, offer, limit, owned);
  const held = counted.length + alongside.offers.filter((each) => catalogItemIdOf(each) === id).length;
  if (held < limit.count) return undefined;
  const [first] = counted;
  if (limit.count === 1 && limit.scope === 'Concurrent' && first) {
    return { type: 'OnePerCustomer', subscriptionId: first.id };
  }
  return { type: 'OfferLimit', ...limit, held, subscriptionId: first?.id ?? null };
}

/** One trial per offer per customer (portal 6.6). */
const ONE_TRIAL: OwnershipLimit = { count: 1, scope: 'Lifetime' };

function limitOf(offer: Offer): OwnershipLimit | undefined {
  return offer.limit ?? (offer.trial && offer.category === 'Trial' ? ONE_TRIAL : undefined);
}

/** The subscriptions that use up a limit. A trial that became a paid one was a trial all the same: its order says so. */
function countedFor(
  state: State,
  offer: Offer,
  { scope }: OwnershipLimit,
  owned: readonly Subscription[],
): Subscription[] {
  const id = catalogItemIdOf(offer);
  if (scope === 'Concurrent') return owned.filter((each) => each.catalogItemId === id && each.status !== 'deleted');
  return owned.filter(
    (each) => each.catalogItemId === id || state.orders.get(each.orderId)?.lines[each.orderLine]?.catalogItemId === id,
  );
}

/** Whether a trial has room to become `offer`: the customer may have bought it meanwhile. */
export function hasRoomToConvert(state: State, trial: Subscription, offer: Offer): boolean {
  const limit = limitOf(offer);
  const others = subscriptionsOf(state, trial.customerId).filter(({ id }) => id !== trial.id);
  return !limit || countedFor(state, offer, limit, others).length < limit.count;
}
