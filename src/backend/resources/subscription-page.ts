import type { AddOnRow, CustomerPage, SubscriptionPage } from '../../api/dashboard';
import type { Customer } from '../../domain/customers/customer';
import type { PartnerEvent } from '../../domain/events';
import { quantityRange } from '../../domain/cart/line';
import { catalogItemIdOf } from '../../domain/catalog/offer';
import { checkSelling } from '../../domain/catalog/purchasability';
import { supportContacts, type PartnerWorld } from '../../domain/partner';
import { checkRole } from '../../domain/partner/roles';
import { ordersOf, subscriptionsOf, type User } from '../../domain/state';
import { eligibleAddOns, checkAddOn, livingAddOns } from '../../domain/subscriptions/add-ons';
import { openWindows } from '../../domain/subscriptions/cancellation';
import { conversionTarget } from '../../domain/subscriptions/conversion';
import { quantityBounds, reducibleUntil, settlementDay, supportUntil } from '../../domain/subscriptions/quantity';
import {
  endInstant,
  isListedSubscription,
  type Batch,
  type Subscription,
} from '../../domain/subscriptions/subscription';
import { describeEvent } from '../../i18n/describe';
import { offerText } from '../../i18n/offer-text';
import type { Language } from '../../i18n/language';
import { formatInstant, type Instant } from '../../kernel/calendar';
import { namesOf } from '../names';
import { lineVerdictOf, verdictOf } from '../respond';
import type { StoredRecord } from '../storage/store';
import { cyclePriceResource, offerTerms } from './amounts';
import { invoiceOfCharge } from './billing';
import { conservationResource } from './conservation';
import { chargeLine } from './charge-line';
import { customerRow } from './dashboard-lists';
import { serviceRequestRow } from './service-request';
import { subscriptionVerdicts } from './subscription';
import { publisherLink, shownStatus, subscriptionRow } from './subscription-row';

const instantOrNull = (at: Instant | null): string | null => (at === null ? null : formatInstant(at));

/** Everything the details page shows. `records` is the whole log: the subscription's history is read off it. */
export function subscriptionPage(
  world: PartnerWorld,
  records: Iterable<StoredRecord>,
  subscription: Subscription,
  user: User,
  language: Language,
): SubscriptionPage {
  const { state, now } = world;
  const { term, cycle, setUp, deletedAt } = subscription;
  const personalLink = publisherLink(subscription);
  const verdicts = subscriptionVerdicts(state, subscription, now, user, language);
  const bounds = quantityBounds(state, subscription, now);
  const base = state.subscriptions.get(subscription.parentId ?? '');
  const resellers = state.partner.type === 'indirectProvider' ? state.partner.resellers : [];
  const openUntil = (until: Instant | null) =>
    until !== null && now < until && subscription.status === 'active' ? formatInstant(until) : null;
  const runs = subscription.status === 'active' || subscription.status === 'suspended';
  const charges = (state.charges.get(subscription.id) ?? []).map((charge, index) => ({
    ...chargeLine(charge),
    number: index + 1,
    invoice: invoiceOfCharge(world, subscription, charge),
  }));
  return {
    ...subscriptionRow(state, subscription, { user, now }, language),
    orderId: subscription.orderId,
    offerId: subscription.catalogItemId,
    createdAt: formatInstant(subscription.createdAt),
    startsOn: term.startsOn,
    cycleEndsOn: runs ? (cycle?.endsOn ?? null) : null,
    renewsAt:
      subscription.status === 'active' && subscription.autoRenew && term.endsOn !== null
        ? formatInstant(endInstant(term.endsOn))
        : null,
    price: cyclePriceResource(subscription),
    batches: subscription.batches.map((batch: Batch) => ({
      quantity: batch.quantity,
      addedAt: formatInstant(batch.addedAt),
      kind: batch.kind,
      reducibleUntil: openUntil(reducibleUntil(subscription, batch, state.rules)),
      supportUntil: openUntil(supportUntil(subscription, batch, state.rules)),
    })),
    quantityBounds: bounds && verdicts.rename.allowed ? { min: bounds.min, max: bounds.max } : null,
    settlesOn: settlementDay(subscription),
    ...(base ? { base: { id: base.id, name: base.friendlyName } } : {}),
    addOns: addOnRows(world, subscription, user, language),
    ...conversionOf(world, subscription),
    resellers: resellers.map(({ mpnId, name }) => ({ mpnId, name })),
    supportContact: subscription.supportContact ?? { mpnId: state.partner.mpnId, name: state.partner.name },
    supportContacts: supportContacts(state).map(({ mpnId, name }) => ({ mpnId, name })),
    serviceRequests: [...state.serviceRequests.values()]
      .filter(({ subscriptionId, by }) => subscriptionId === subscription.id && by === user.id)
      .map((request) => serviceRequestRow(state, request, language)),
    cancellation: openWindows(state, subscription, now).map(({ until, refund }) => ({
      until: formatInstant(until),
      refund,
    })),
    ...(subscription.status === 'suspended' && deletedAt !== null
      ? { suspension: { since: formatInstant(subscription.statusSince), deletedAt: formatInstant(deletedAt) } }
      : {}),
    ...(setUp && personalLink
      ? {
          setUp: {
            ...personalLink,
            licensesAssignedAt: instantOrNull(setUp.licensesAssignedAt),
            confirmedAt: instantOrNull(setUp.confirmedAt),
          },
        }
      : {}),
    verdicts,
    charges,
    conservation: conservationResource(state.charges.get(subscription.id) ?? []),
    history: historyOf(world, records, subscription.id, charges, language),
  };
}

/** What stands on a legacy base or could: those that are held first, then in the order of the catalog (S0-34). */
function addOnRows(world: PartnerWorld, base: Subscription, user: User, language: Language): AddOnRow[] {
  const { state, now } = world;
  const held = livingAddOns(state, base);
  const customer = state.customers.get(base.customerId);
  const selling = checkRole(user, 'buy') ?? (customer && checkSelling(state, customer));
  const offers = new Set([
    ...held.flatMap(({ catalogItemId }) => state.catalog.item(catalogItemId) ?? []),
    ...eligibleAddOns(state, base),
  ]);
  return [...offers].flatMap((offer): AddOnRow[] => {
    const limits = quantityRange(offer);
    const price = offerTerms(offer, base.unitPrice.currency).find(
      ({ termDuration, billingCycle }) =>
        termDuration === base.term.duration && billingCycle === base.term.billingCycle,
    )?.price;
    if (!price) return [];
    const catalogItemId = catalogItemIdOf(offer);
    const present = held.find((each) => each.catalogItemId === catalogItemId);
    const unfit = checkAddOn(state, base, { catalogItemId, quantity: limits.min });
    const row: AddOnRow = {
      catalogItemId,
      title: offer.title,
      description: offerText(offer.description ?? '', language),
      price,
      limits,
      purchase: !selling && unfit ? lineVerdictOf(unfit, language) : verdictOf(selling, language),
    };
    if (!present) return [row];
    const verdicts = subscriptionVerdicts(state, present, now, user, language);
    const bounds = quantityBounds(state, present, now);
    return [
      {
        ...row,
        held: {
          subscriptionId: present.id,
          name: present.friendlyName,
          status: shownStatus(present),
          quantity: present.quantity ?? 1,
          bounds: bounds && verdicts.rename.allowed ? { min: bounds.min, max: bounds.max } : null,
          verdicts: { increaseQuantity: verdicts.increaseQuantity, reduceQuantity: verdicts.reduceQuantity },
        },
      },
    ];
  });
}

/** What a legacy trial can become by hand. */
function conversionOf(world: PartnerWorld, subscription: Subscription): Pick<SubscriptionPage, 'conversion'> {
  if (!subscription.trial || subscription.commerce !== 'legacy' || subscription.status !== 'active') return {};
  const target = conversionTarget(world.state, subscription);
  if (!target) return {};
  const limits = quantityRange(target.offer);
  return {
    conversion: {
      offerName: target.offer.title,
      limits,
      quantity: Math.min(limits.max, Math.max(limits.min, subscription.quantity ?? limits.min)),
      choices: offerTerms(target.offer, subscription.unitPrice.currency).map(({ billingCycle, price }) => ({
        billingCycle,
        price,
      })),
    },
  };
}

/** What is there for the API alone says nothing that the events beside it do not say. */
export function isTold(event: PartnerEvent): boolean {
  return event.type !== 'TransitionMade';
}

/** Whether an event tells of a subscription. */
export function subscriptionIdOf(event: PartnerEvent): string | undefined {
  if ('subscriptionId' in event) return event.subscriptionId;
  if (event.type === 'ServiceRequestFiled') return event.request.subscriptionId;
  return event.type === 'SubscriptionStarted' ? event.subscription.id : undefined;
}

function historyOf(
  world: PartnerWorld,
  records: Iterable<StoredRecord>,
  subscriptionId: string,
  charges: SubscriptionPage['charges'],
  language: Language,
): SubscriptionPage['history'] {
  const names = namesOf(world.state);
  const facts = world.state.chargeFacts.get(subscriptionId) ?? [];
  const found: SubscriptionPage['history'] = [];
  for (const record of records) {
    for (const [index, event] of record.events.entries()) {
      if (subscriptionIdOf(event) !== subscriptionId || !isTold(event)) continue;
      found.push({
        sequence: record.sequence + index,
        at: formatInstant(record.at),
        kind: event.type,
        summary: describeEvent(event, names, language),
        by: record.by === null ? null : (world.state.users.find(({ id }) => id === record.by)?.name ?? record.by),
        charges: charges.filter((_, line) => facts[line]?.event === record.sequence + index),
      });
    }
  }
  return found;
}

export function customerPage(world: PartnerWorld, customer: Customer, user: User, language: Language): CustomerPage {
  const { state } = world;
  const owned = subscriptionsOf(state, customer.id);
  const cart = state.carts.get(state.openCarts.get(customer.id) ?? '');
  const { addressLine1, city, state: region, postalCode, firstName, lastName, phoneNumber } = customer.address;
  return {
    ...customerRow(state, customer),
    address: {
      ...(addressLine1 ? { addressLine1 } : {}),
      ...(city ? { city } : {}),
      ...(region ? { state: region } : {}),
      ...(postalCode ? { postalCode } : {}),
      country: customer.country,
    },
    contact: {
      ...(firstName ? { firstName } : {}),
      ...(lastName ? { lastName } : {}),
      ...(customer.email ? { email: customer.email } : {}),
      ...(phoneNumber ? { phoneNumber } : {}),
    },
    agreement: { acceptedOn: customer.agreementAcceptedOn },
    counts: {
      subscriptions: owned.filter((each) => isListedSubscription(each, state.rules)).length,
      orders: ordersOf(state, customer.id).length,
      software: owned.filter(({ commerce }) => commerce === 'software').length,
      reservations: owned.filter(({ commerce }) => commerce === 'reservation').length,
      usage: owned.filter(({ commerce }) => commerce === 'azurePlan').length,
    },
    cart: cart ? { id: cart.id, lines: cart.lines.length } : null,
    addSubscription: verdictOf(checkRole(user, 'buy') ?? checkSelling(state, customer), language),
  };
}
