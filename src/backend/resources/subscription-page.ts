import type { CustomerPage, SubscriptionPage } from '../../api/dashboard';
import type { Customer } from '../../domain/customers/customer';
import type { PartnerEvent } from '../../domain/events';
import { checkSelling } from '../../domain/catalog/purchasability';
import type { PartnerWorld } from '../../domain/partner';
import { checkRole } from '../../domain/partner/roles';
import { ordersOf, subscriptionsOf, type User } from '../../domain/state';
import {
  endInstant,
  isListedSubscription,
  reducibleUntil,
  type Subscription,
} from '../../domain/subscriptions/subscription';
import { describeEvent } from '../../i18n/describe';
import type { Language } from '../../i18n/language';
import { formatInstant, type Instant } from '../../kernel/calendar';
import { namesOf } from '../names';
import { verdictOf } from '../respond';
import type { StoredRecord } from '../storage/store';
import { cyclePriceResource } from './amounts';
import { chargeLine } from './charge-line';
import { customerRow } from './dashboard-lists';
import { openWindows, subscriptionVerdicts } from './subscription';
import { publisherLink, subscriptionRow } from './subscription-row';

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
  const verdicts = subscriptionVerdicts(subscription, user, language);
  const runs = subscription.status === 'active' || subscription.status === 'suspended';
  return {
    ...subscriptionRow(state, subscription, language),
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
    batches: subscription.batches.map((batch) => {
      const until = reducibleUntil(subscription, batch, state.rules);
      return {
        quantity: batch.quantity,
        addedAt: formatInstant(batch.addedAt),
        kind: batch.kind,
        reducibleUntil: until !== null && now < until && subscription.status === 'active' ? formatInstant(until) : null,
      };
    }),
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
    charges: (state.charges.get(subscription.id) ?? []).map(chargeLine),
    history: historyOf(world, records, subscription.id, language),
  };
}

/** Whether an event tells of a subscription. */
export function subscriptionIdOf(event: PartnerEvent): string | undefined {
  if ('subscriptionId' in event) return event.subscriptionId;
  return event.type === 'SubscriptionStarted' ? event.subscription.id : undefined;
}

function historyOf(
  world: PartnerWorld,
  records: Iterable<StoredRecord>,
  subscriptionId: string,
  language: Language,
): SubscriptionPage['history'] {
  const names = namesOf(world.state);
  const found: SubscriptionPage['history'] = [];
  for (const record of records) {
    for (const [index, event] of record.events.entries()) {
      if (subscriptionIdOf(event) !== subscriptionId) continue;
      found.push({
        sequence: record.sequence + index,
        at: formatInstant(record.at),
        kind: event.type,
        summary: describeEvent(event, names, language),
        by: record.by === null ? null : (world.state.users.find(({ id }) => id === record.by)?.name ?? record.by),
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
