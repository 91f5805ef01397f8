/** Legacy: upgrades of all licences (portal 6.4; REST API 6.7) and the billing frequency of an order (portal 6.5). */
import { dateOf } from '../../kernel/calendar';
import { chargeTypeOf, wholeCharge } from '../billing/charge';
import { creditRest, spanOf } from '../billing/spans';
import { legacyPolicyOf, tariffOf } from '../billing/tariff';
import { quantityRange } from '../cart/line';
import { cyclePriceOf } from '../cart/purchase';
import { catalogItemIdOf, type BillingCycle, type Offer } from '../catalog/offer';
import { termIn, termsIn } from '../catalog/price-list';
import { listedOffers } from '../catalog/purchasability';
import type { PartnerEvent } from '../events';
import type { Refusal } from '../refusals';
import { exchangeRate, subscriptionsOf, type State } from '../state';
import type { Context } from '../world';
import { livingAddOns } from './add-ons';
import type { Order } from './order';
import { settleQuantity } from './quantity';
import { checkPair, checkRange, heldElsewhere } from './schedule';
import { openTerm, type Subscription } from './subscription';
import { purchasedAt } from './suspension';
import { startBeside } from './upgrade';

/** Whether a legacy subscription can be upgraded at all now: active, paid, without add-ons, with a way up. */
export function checkLegacyUpgrading(state: State, subscription: Subscription): Refusal | undefined {
  const { status, commerce, trial, parentId } = subscription;
  if (status === 'deleted') return { type: 'SubscriptionDeleted', subscriptionId: subscription.id };
  if (commerce !== 'legacy') return { type: 'UpgradeNotOffered', because: 'legacyOnly', status };
  if (status !== 'active') return { type: 'UpgradeNotOffered', because: 'notActive', status };
  if (trial) return { type: 'UpgradeNotOffered', because: 'trial', status };
  if (parentId !== undefined || legacyTargets(state, subscription).length === 0) {
    return { type: 'UpgradeNotOffered', because: 'noPath', status };
  }
  return livingAddOns(state, subscription).length > 0
    ? { type: 'UpgradeNotOffered', because: 'addOns', status }
    : undefined;
}

/** The offers that a legacy subscription can be upgraded to. */
export function legacyTargets(state: State, { catalogItemId, customerId }: Subscription): Offer[] {
  return listedOffers(state, customerId, state.catalog.item(catalogItemId)?.upgradeTargets);
}

/**
 * What the customer has of the target, or of something that holds its services because the target can be upgraded to it;
 * in whatever programme, by the name, and from another partner, too (portal 6.4).
 */
function conflicting(
  state: State,
  subscription: Subscription,
  target: Offer,
): { readonly offer: string; readonly subscriptionId: string } | undefined {
  const above = (target.upgradeTargets ?? []).flatMap((key) => state.catalog.byKey(key) ?? []);
  const titles = new Set([target, ...above].map(({ title }) => title));
  for (const each of subscriptionsOf(state, subscription.customerId)) {
    const offer = state.catalog.item(each.catalogItemId)?.title;
    if (each.id !== subscription.id && each.status !== 'deleted' && offer !== undefined && titles.has(offer)) {
      return { offer, subscriptionId: each.id };
    }
  }
  const elsewhere = heldElsewhere(state, subscription, target);
  return elsewhere ? { offer: target.title, subscriptionId: '' } : undefined;
}

/** Whether all licences can go to a target: the customer must not have it, and it must be billed the same way. */
export function checkLegacyTarget(state: State, subscription: Subscription, target: Offer): Refusal | undefined {
  const refusal = checkLegacyUpgrading(state, subscription);
  if (refusal) return refusal;
  const held = conflicting(state, subscription, target);
  if (held) return { type: 'UpgradeConflict', offer: held.offer, subscriptionId: held.subscriptionId };
  const { duration, billingCycle } = subscription.term;
  return (
    checkPair(termsIn(target, subscription.unitPrice.currency), duration, billingCycle) ??
    checkRange(quantityRange(target), subscription.quantity ?? 1)
  );
}

/** All licences go to a new subscription of the target, which ends when this one would have. */
export function upgradeLegacy(
  state: State,
  subscription: Subscription,
  target: Offer,
  context: Context,
): PartnerEvent[] {
  const { now } = context;
  const { duration, billingCycle } = subscription.term;
  const chosen = termIn(target, subscription.unitPrice.currency, duration, billingCycle);
  if (!chosen) return [];
  const quantity = subscription.quantity ?? 1;
  const settled = settleQuantity(state, subscription, now);
  const billed = settled?.type === 'QuantitySettled' ? settled.billed : subscription.billed;
  const away = 'Prorate fees when convert away from current offering';
  const tariff = tariffOf(state, subscription, away, legacyPolicyOf(state, subscription), now);
  const { order, started, charge } = startBeside(
    state,
    subscription,
    target,
    chosen,
    quantity,
    context,
    (fresh) => tariffOf(state, fresh, 'Prorate fees when convert to a new offering', legacyPolicyOf(state, fresh), now),
    purchasedAt(subscription),
  );
  return [
    ...(settled ? [settled] : []),
    {
      type: 'LicensesMovedOut',
      subscriptionId: subscription.id,
      toSubscriptionId: started.id,
      moved: quantity,
      left: 0,
      batches: [],
      charges: tariff ? creditRest(billed, dateOf(now), tariff) : [],
      billed: [],
    },
    { type: 'OrderPlaced', order },
    { type: 'SubscriptionStarted', subscription: started, charge },
    {
      type: 'TransitionMade',
      subscriptionId: subscription.id,
      transition: {
        operationId: context.newId(),
        fromCatalogItemId: subscription.catalogItemId,
        toCatalogItemId: catalogItemIdOf(target),
        toSubscriptionId: started.id,
        quantity,
        transitionType: 'transition_with_license_transfer',
        licenses: 'automatic',
        at: now,
      },
    },
  ];
}

/** The subscriptions of an order that live: all of them are billed in one way. */
export function membersOf(state: State, order: Order): Subscription[] {
  return subscriptionsOf(state, order.customerId).filter(
    (each) => each.orderId === order.id && each.status !== 'deleted',
  );
}

/** How an order is billed: as its subscriptions are, where they agree. */
export function billingCycleOf(state: State, order: Order): BillingCycle {
  const [first, ...rest] = membersOf(state, order).filter(({ commerce }) => commerce === 'legacy');
  if (!first) return order.billingCycle;
  const cycle = first.trial ? 'None' : first.term.billingCycle;
  return rest.every(({ term }) => term.billingCycle === first.term.billingCycle) ? cycle : order.billingCycle;
}

/**
 * Whether a legacy order can be billed differently: every subscription of it is active, paid and on the price list with
 * that frequency (portal 6.5).
 */
export function checkOrderBilling(state: State, order: Order, billingCycle: BillingCycle): Refusal | undefined {
  const members = membersOf(state, order);
  const refusing = (
    because: Extract<Refusal, { type: 'OrderBillingRefused' }>['because'],
    stands: (subscription: Subscription) => boolean,
  ): Refusal | undefined => {
    const subscriptionIds = members.filter(stands).map(({ id }) => id);
    return subscriptionIds.length > 0 ? { type: 'OrderBillingRefused', because, subscriptionIds } : undefined;
  };
  if (members.length === 0) return { type: 'OrderBillingRefused', because: 'notLegacy', subscriptionIds: [] };
  const cycles = new Set(members.map(({ term }) => term.billingCycle));
  return (
    refusing('notLegacy', ({ commerce }) => commerce !== 'legacy') ??
    refusing('trial', ({ trial }) => trial !== null) ??
    refusing('notActive', ({ status }) => status !== 'active') ??
    // All of them have to be billed in one way before they can be billed in another (REST API 12).
    refusing('mixed', () => cycles.size > 1) ??
    refusing('notOffered', (each) => {
      const offer = state.catalog.item(each.catalogItemId);
      return !offer || !termIn(offer, each.unitPrice.currency, each.term.duration, billingCycle);
    })
  );
}

/**
 * Every subscription of the order begins a new term today: what is unused is credited, the new frequency charged at
 * today's price (portal 6.5).
 */
export function changeOrderBilling(
  state: State,
  order: Order,
  billingCycle: BillingCycle,
  context: Context,
): PartnerEvent[] {
  const { now } = context;
  const today = dateOf(now);
  const members = membersOf(state, order).filter(({ term }) => term.billingCycle !== billingCycle);
  if (members.length === 0) return [];
  return [
    { type: 'OrderBillingChanged', orderId: order.id, billingCycle },
    ...members.flatMap((subscription): PartnerEvent[] => {
      const offer = state.catalog.item(subscription.catalogItemId);
      const { duration } = subscription.term;
      const chosen = offer && termIn(offer, subscription.unitPrice.currency, duration, billingCycle);
      if (!chosen) return [];
      const settled = settleQuantity(state, subscription, now);
      const billed = settled?.type === 'QuantitySettled' ? settled.billed : subscription.billed;
      const policy = legacyPolicyOf(state, subscription);
      const tariff = tariffOf(state, subscription, 'Cancel instance prorate', policy, now);
      const unitPrice = cyclePriceOf(chosen);
      // Billed differently, it is no new purchase: the days of full credit count on from the old one (decisions 27).
      const opened = openTerm(today, 0, duration, billingCycle, purchasedAt(subscription));
      const charges = [
        ...(tariff ? creditRest(billed, today, tariff) : []),
        ...(opened.cycle
          ? [
              wholeCharge(
                chargeTypeOf('legacy', billingCycle, 'purchase'),
                opened.cycle,
                unitPrice,
                subscription.quantity ?? 0,
                now,
                exchangeRate(state, unitPrice.currency),
              ),
            ]
          : []),
      ];
      return [
        ...(settled ? [settled] : []),
        {
          type: 'TermChanged',
          subscriptionId: subscription.id,
          from: { duration, billingCycle: subscription.term.billingCycle },
          ...opened,
          unitPrice,
          charges,
          billed: charges.slice(-1).map(spanOf),
        },
      ];
    }),
  ];
}
