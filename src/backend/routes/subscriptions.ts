import { conversionBody, subscriptionBody, supportContactBody, type SubscriptionBody } from '../../api/requests';
import type { Conversion, ConversionResult, SupportContact } from '../../api/subscriptions';
import { catalogItemIdOf } from '../../domain/catalog/offer';
import type { SubscriptionChanges } from '../../domain/commands';
import { subscriptionsOf } from '../../domain/state';
import { livingAddOns } from '../../domain/subscriptions/add-ons';
import type { CancellationDetails } from '../../domain/subscriptions/cancellation';
import { checkConversion, conversionTarget } from '../../domain/subscriptions/conversion';
import { sameTerm, unchangedTermOf } from '../../domain/subscriptions/schedule';
import { isListedSubscription, type NextTerm, type Subscription } from '../../domain/subscriptions/subscription';
import { formatInstant } from '../../kernel/calendar';
import { guidOf } from '../../kernel/identity';
import type { Call } from '../call';
import { ok, type Reply } from '../reply';
import { cycleOnWire } from '../resources/catalog';
import { collection, link } from '../resources/link';
import { activationUri, subscriptionResource } from '../resources/subscription';
import { checkIfMatch } from './customers';
import { readBillingCycle, readTermDuration } from './purchase-line';
import type { BusinessRoutes } from './table';

export function addSubscriptionRoutes(routes: BusinessRoutes): void {
  const one = '/v1/customers/:customerId/subscriptions/:subscriptionId';
  routes.add('GET', '/v1/customers/:customerId/subscriptions', listSubscriptions);
  routes.add(
    'GET',
    one,
    withSubscription((call, subscription) => ok(resource(call, subscription))),
  );
  routes.add('PATCH', one, withSubscription(patchSubscription));
  routes.add('GET', `${one}/provisioningstatus`, withSubscription(provisioning));
  routes.add(
    'GET',
    `${one}/addons`,
    withSubscription((call, base) =>
      ok(collection(livingAddOns(call.state, base).map((addOn) => resource(call, addOn)))),
    ),
  );
  routes.add('GET', `${one}/conversions`, withSubscription(conversions));
  routes.add('POST', `${one}/conversions`, withSubscription(convertTrial));
  routes.add('GET', `${one}/supportcontact`, withSubscription(supportContact));
  routes.add('PUT', `${one}/supportcontact`, withSubscription(putSupportContact));
  routes.add('GET', `${one}/activationlinks`, withSubscription(activation));
}

function resource(call: Call, subscription: Subscription) {
  return subscriptionResource(call.state, subscription, call.world.now, call.user, call.language);
}

export function withSubscription(answer: (call: Call, subscription: Subscription) => Reply): (call: Call) => Reply {
  return (call) => {
    const customer = call.customer();
    const subscription = call.state.subscriptions.get(call.id('subscriptionId'));
    return subscription && subscription.customerId === customer.id
      ? answer(call, subscription)
      : call.refuse({ type: 'SubscriptionNotFound', subscriptionId: call.param('subscriptionId') });
  };
}

function listSubscriptions(call: Call): Reply {
  const customer = call.customer();
  const orderId = call.query('order_id')?.toLowerCase();
  const mpnId = call.query('mpn_id');
  const found = subscriptionsOf(call.state, customer.id).filter(
    (each) =>
      (isListedSubscription(each, call.state.rules) || each.commerce === 'azurePlan') &&
      (orderId === undefined || each.orderId === orderId) &&
      (mpnId === undefined || each.resellerMpnId === mpnId),
  );
  return ok(
    collection(
      found.map((each) => resource(call, each)),
      `/customers/${customer.id}/subscriptions`,
    ),
  );
}

/** Until its publisher has confirmed it, its term has not begun and has no end. */
function provisioning(_call: Call, subscription: Subscription): Reply {
  const { endsOn } = subscription.term;
  const pending = subscription.status === 'pending';
  return ok({
    skuId: subscription.catalogItemId.split(':')[1] ?? subscription.catalogItemId,
    status: pending ? 'pending' : 'success',
    quantity: subscription.quantity ?? 1,
    ...(endsOn === null || pending ? {} : { endDate: `${endsOn}T00:00:00Z` }),
    attributes: { objectType: 'SubscriptionProvisioningStatus' },
  });
}

function activation(_call: Call, subscription: Subscription): Reply {
  const code = subscription.setUp?.authorizationCode;
  return ok(collection(code ? [{ lineItemNumber: subscription.orderLine, link: link(activationUri(code)) }] : []));
}

/**
 * The whole resource comes back with its edits. For new commerce and marketplace what is left out is reset: auto-renew
 * off, the scheduled change and the pending billing frequency removed (the reset rule; decisions 2).
 */
function patchSubscription(call: Call, subscription: Subscription): Reply {
  const stale = checkIfMatch(call, subscription);
  if (stale) return stale;
  const body = call.body(subscriptionBody);
  const resets = subscription.commerce === 'newCommerce' || subscription.commerce === 'marketplace';
  const living = subscription.status === 'active' || subscription.status === 'pending';
  const autoRenew = body.autoRenewEnabled ?? (resets && living ? false : undefined);
  const { status } = body;
  if (
    status &&
    status !== subscription.status &&
    status !== 'active' &&
    status !== 'suspended' &&
    status !== 'deleted'
  ) {
    return status === 'none'
      ? call.refuse({ type: 'StatusChangeRefused', from: subscription.status, to: 'pending' })
      : call.refuse({ type: 'StatusChangeRefused', from: subscription.status, to: status });
  }
  const otherOffer = body.offerId && body.offerId.toLowerCase() !== subscription.catalogItemId.toLowerCase();
  const changes: SubscriptionChanges = {
    ...(body.friendlyName ? { friendlyName: body.friendlyName } : {}),
    ...(autoRenew === undefined ? {} : { autoRenew }),
    ...(status === 'active' || status === 'suspended' || status === 'deleted' ? { status } : {}),
    ...(body.cancellation ? { cancellation: detailsOf(body.cancellation) } : {}),
    ...(typeof body.quantity === 'number' ? { quantity: body.quantity } : {}),
    ...(typeof body.partnerId === 'string' ? { resellerMpnId: body.partnerId.trim() || null } : {}),
    ...planIn(call, subscription, body, resets),
    ...scheduleIn(call, subscription, body, resets),
    ...(otherOffer ? { unsupported: ['offer'] as const } : {}),
  };
  const command = {
    type: 'UpdateSubscription',
    customerId: subscription.customerId,
    subscriptionId: subscription.id,
    changes,
  } as const;
  return call.run(command, () => {
    const updated = call.state.subscriptions.get(subscription.id);
    if (!updated) throw new Error(`The subscription ${subscription.id} vanished at ${formatInstant(call.world.now)}`);
    return ok(resource(call, updated));
  });
}

/** Another term with its frequency begins at once; another frequency alone with the next billing period (REST API 12). */
function planIn(
  call: Call,
  subscription: Subscription,
  body: SubscriptionBody,
  resets: boolean,
): Pick<SubscriptionChanges, 'term' | 'billingCycle'> {
  const { term, trial, nextBilling } = subscription;
  const present = trial ? 'None' : term.billingCycle;
  const sentTerm = body.termDuration ? readTermDuration(call, 'termDuration', body.termDuration) : term.duration;
  const sentCycle = body.billingCycle ? readBillingCycle(call, 'billingCycle', body.billingCycle) : present;
  if (sentTerm !== term.duration) return { term: { duration: sentTerm, billingCycle: sentCycle } };
  if (sentCycle !== present) return { billingCycle: sentCycle };
  const dropsPending = nextBilling !== null && resets && !body.nextChargeInstructions;
  return dropsPending ? { billingCycle: term.billingCycle } : {};
}

/** What the next term shall be; a trial's paid equivalent is shown there, too, without having been saved. */
function scheduleIn(
  call: Call,
  subscription: Subscription,
  body: SubscriptionBody,
  resets: boolean,
): Pick<SubscriptionChanges, 'schedule'> {
  const sent = body.scheduledNextTermInstructions;
  if (!sent) return resets && subscription.scheduled ? { schedule: null } : {};
  if (sent.customTermEndDate) {
    throw call.invalid('scheduledNextTermInstructions.customTermEndDate', 'customTermEndDate: null', 900246);
  }
  const { productId, skuId, availabilityId, billingCycle, termDuration } = sent.product;
  const at = 'scheduledNextTermInstructions.product';
  const wanted = `${productId}:${skuId}:${availabilityId}`;
  const offer = call.state.catalog.item(wanted);
  const next: NextTerm = {
    catalogItemId: offer ? catalogItemIdOf(offer) : wanted,
    quantity: sent.quantity,
    billingCycle: readBillingCycle(call, `${at}.billingCycle`, billingCycle),
    duration: readTermDuration(call, `${at}.termDuration`, termDuration),
  };
  const unchanged = unchangedTermOf(subscription);
  return subscription.scheduled === null && unchanged && sameTerm(next, unchanged) ? {} : { schedule: next };
}

function detailsOf({ reason, note }: NonNullable<SubscriptionBody['cancellation']>): CancellationDetails {
  return { ...(reason ? { reason } : {}), ...(note ? { note } : {}) };
}

/** What a legacy trial can become, one entry for each way to bill it (REST API 6.6). */
function conversions(call: Call, subscription: Subscription): Reply {
  const target = checkConversion(call.state, subscription) ? undefined : conversionTarget(call.state, subscription);
  const items = (target?.terms ?? []).map(({ billingCycle }): Conversion => ({
    offerId: subscription.catalogItemId,
    targetOfferId: target ? catalogItemIdOf(target.offer) : '',
    orderId: subscription.orderId,
    quantity: subscription.quantity ?? 1,
    billingCycle: cycleOnWire(billingCycle),
    attributes: { objectType: 'Conversion' },
  }));
  return ok(collection(items));
}

function convertTrial(call: Call, subscription: Subscription): Reply {
  const body = call.body(conversionBody);
  const target = conversionTarget(call.state, subscription);
  if (target && body.targetOfferId.toLowerCase() !== catalogItemIdOf(target.offer).toLowerCase()) {
    throw call.invalid('targetOfferId', `targetOfferId: ${catalogItemIdOf(target.offer)}`);
  }
  const command = {
    type: 'ConvertTrial',
    customerId: subscription.customerId,
    subscriptionId: subscription.id,
    quantity: body.quantity,
    billingCycle: readBillingCycle(call, 'billingCycle', body.billingCycle),
  } as const;
  const result: ConversionResult = {
    subscriptionId: subscription.id,
    offerId: subscription.catalogItemId,
    targetOfferId: body.targetOfferId,
    attributes: { objectType: 'ConversionResult' },
  };
  return call.run(command, () => ok(result));
}

function supportContact(call: Call, subscription: Subscription): Reply {
  const { partner } = call.state;
  const { mpnId, name } = subscription.supportContact ?? partner;
  const body: SupportContact = {
    supportTenantId: mpnId === partner.mpnId ? partner.id : guidOf(`reseller:${mpnId}`),
    supportMpnId: mpnId,
    name,
    links: { self: link(`/customers/${subscription.customerId}/subscriptions/${subscription.id}/supportcontact`) },
    attributes: { objectType: 'SupportContact' },
  };
  return ok(body);
}

function putSupportContact(call: Call, subscription: Subscription): Reply {
  const { supportMpnId } = call.body(supportContactBody);
  const { customerId, id } = subscription;
  return call.run({ type: 'SetSupportContact', customerId, subscriptionId: id, mpnId: supportMpnId }, () =>
    supportContact(call, call.state.subscriptions.get(id) ?? subscription),
  );
}
