import { conversionBody, subscriptionBody, supportContactBody, type SubscriptionBody } from '../../api/requests';
import type { Conversion, ConversionResult, SupportContact } from '../../api/subscriptions';
import { catalogItemIdOf } from '../../domain/catalog/offer';
import type { SubscriptionChanges } from '../../domain/commands';
import { subscriptionsOf } from '../../domain/state';
import { livingAddOns } from '../../domain/subscriptions/add-ons';
import type { CancellationDetails } from '../../domain/subscriptions/cancellation';
import { checkConversion, conversionTarget } from '../../domain/subscriptions/conversion';
import { isListedSubscription, type Subscription } from '../../domain/subscriptions/subscription';
import { formatInstant } from '../../kernel/calendar';
import { canonicalJson } from '../../kernel/canonical';
import { guidOf } from '../../kernel/identity';
import type { Call } from '../call';
import { ok, type Reply } from '../reply';
import { cycleOnWire } from '../resources/catalog';
import { collection, link } from '../resources/link';
import { activationUri, subscriptionResource } from '../resources/subscription';
import { checkIfMatch } from './customers';
import { readBillingCycle } from './purchase-line';
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
 * The whole resource comes back with its edits. For new commerce and marketplace an omitted `autoRenewEnabled` means
 * false (the reset rule; decisions 2).
 */
function patchSubscription(call: Call, subscription: Subscription): Reply {
  const stale = checkIfMatch(call, subscription);
  if (stale) return stale;
  const body = call.body(subscriptionBody);
  const shown = resource(call, subscription);
  const resets = subscription.commerce === 'newCommerce' || subscription.commerce === 'marketplace';
  const living = subscription.status === 'active' || subscription.status === 'pending';
  const autoRenew = body.autoRenewEnabled ?? (resets && living ? false : undefined);
  const differs = (sent: string | number | null | undefined, present: string | number | null | undefined) =>
    sent !== undefined && sent !== null && String(sent).toLowerCase() !== String(present ?? '').toLowerCase();
  const schedule = body.scheduledNextTermInstructions;
  const unsupported: NonNullable<SubscriptionChanges['unsupported']>[number][] = [
    ...(differs(body.offerId, shown.offerId) ? (['offer'] as const) : []),
    ...(differs(body.billingCycle, shown.billingCycle) ? (['billingCycle'] as const) : []),
    ...(differs(body.termDuration, shown.termDuration) ? (['termDuration'] as const) : []),
    ...(schedule && sameText(schedule) !== sameText(shown.scheduledNextTermInstructions)
      ? (['schedule'] as const)
      : []),
  ];
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
  const changes: SubscriptionChanges = {
    ...(body.friendlyName ? { friendlyName: body.friendlyName } : {}),
    ...(autoRenew === undefined ? {} : { autoRenew }),
    ...(status === 'active' || status === 'suspended' || status === 'deleted' ? { status } : {}),
    ...(body.cancellation ? { cancellation: detailsOf(body.cancellation) } : {}),
    ...(typeof body.quantity === 'number' ? { quantity: body.quantity } : {}),
    ...(typeof body.partnerId === 'string' ? { resellerMpnId: body.partnerId.trim() || null } : {}),
    ...(unsupported.length > 0 ? { unsupported } : {}),
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

function detailsOf({ reason, note }: NonNullable<SubscriptionBody['cancellation']>): CancellationDetails {
  return { ...(reason ? { reason } : {}), ...(note ? { note } : {}) };
}

function sameText(value: unknown): string {
  return canonicalJson(value ?? null).toLowerCase();
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
