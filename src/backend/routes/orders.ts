import { orderBody, orderPatchBody, type OrderPatchBody } from '../../api/requests';
import { ordersOf } from '../../domain/state';
import { billingCycleOf } from '../../domain/subscriptions/legacy-changes';
import type { Order } from '../../domain/subscriptions/order';
import type { Call } from '../call';
import { created, ok, type Reply } from '../reply';
import { fault } from '../respond';
import { collection } from '../resources/link';
import { activationLinks, orderResource, provisioningResource } from '../resources/order';
import { purchaseLine, readBillingCycle } from './purchase-line';
import type { BusinessRoutes } from './table';

export function addOrderRoutes(routes: BusinessRoutes): void {
  const one = '/v1/customers/:customerId/orders/:orderId';
  routes.add('GET', '/v1/customers/:customerId/orders', listOrders);
  routes.add('POST', '/v1/customers/:customerId/orders', placeOrder);
  routes.add(
    'GET',
    one,
    withOrder((call, order) => ok(orderResource(call.state, order, wantsPrice(call)))),
  );
  routes.add('PATCH', one, withOrder(patchOrder));
  routes.add(
    'GET',
    `${one}/provisioningstatus`,
    withOrder((call, order) => ok(collection(provisioningResource(call.state, order)))),
  );
  routes.add(
    'GET',
    `${one}/activationlinks`,
    withOrder((call, order) => ok(collection(activationLinks(call.state, order)))),
  );
  routes.add(
    'GET',
    `${one}/lineitems/:lineItemNumber/activationlinks`,
    withOrder((call, order) =>
      ok(collection(activationLinks(call.state, order, Number(call.param('lineItemNumber'))))),
    ),
  );
}

function wantsPrice(call: Call): boolean {
  return call.query('include_price')?.toLowerCase() !== 'false';
}

function withOrder(answer: (call: Call, order: Order) => Reply): (call: Call) => Reply {
  return (call) => {
    const customer = call.customer();
    const order = call.state.orders.get(call.id('orderId'));
    return order && order.customerId === customer.id
      ? answer(call, order)
      : call.refuse({ type: 'OrderNotFound', orderId: call.param('orderId') });
  };
}

function listOrders(call: Call): Reply {
  const billing = call.query('billingType')?.toLowerCase();
  const orders = ordersOf(call.state, call.customer().id).filter(
    (order) => billing === undefined || order.billingCycle.toLowerCase() === billing.replace('_', ''),
  );
  return ok(collection(orders.map((order) => orderResource(call.state, order, wantsPrice(call)))));
}

function placeOrder(call: Call): Reply {
  const customer = call.customer();
  const body = call.body(orderBody);
  const numbers = new Set(body.lineItems.map(({ lineItemNumber }) => lineItemNumber));
  if (numbers.size !== body.lineItems.length || Math.max(...numbers) !== body.lineItems.length - 1) {
    return fault(400, 800071, `lineItemNumber: 0 … ${body.lineItems.length - 1}`);
  }
  const lines = [...body.lineItems]
    .sort((left, right) => left.lineItemNumber - right.lineItemNumber)
    .map((line) =>
      purchaseLine(call, {
        path: `lineItems[${line.lineItemNumber}]`,
        catalogItemId: line.offerId,
        quantity: line.quantity,
        billingCycle: line.billingCycle ?? body.billingCycle,
        termDuration: line.termDuration,
        friendlyName: line.friendlyName,
        currency: body.currencyCode,
        resellerMpnId: line.partnerIdOnRecord,
        renewsTo: line.renewsTo,
        provisioningContext: line.provisioningContext,
      }),
    );
  return call.run({ type: 'PlaceOrder', customerId: customer.id, lines }, ([record]) => {
    const [event] = record?.events ?? [];
    if (event?.type !== 'OrderPlaced') throw new Error('PlaceOrder placed no order');
    return created(orderResource(call.state, event.order));
  });
}

/**
 * Another billing cycle bills every subscription of a legacy order anew (REST API 12); otherwise lines with
 * `parentSubscriptionId` are legacy add-ons to buy. What the order holds already may be sent back with them. The status
 * `cancelled` gives software back: the lines that are named, or all.
 */
function patchOrder(call: Call, order: Order): Reply {
  const body = call.body(orderPatchBody);
  const status = body.status?.toLowerCase();
  if (status === 'cancelled' || status === 'canceled') return cancelSoftware(call, order, body);
  const held = new Set(order.lines.map(({ subscriptionId }) => subscriptionId));
  const lines = (body.lineItems ?? []).flatMap((line) => {
    if (line.subscriptionId && held.has(line.subscriptionId.toLowerCase())) return [];
    if (!line.parentSubscriptionId) return [];
    if (line.quantity === undefined) {
      const path = `lineItems[${line.lineItemNumber}].quantity`;
      throw call.invalid(path, `${path}: 1 …`);
    }
    const friendlyName = line.friendlyName?.trim();
    return [
      {
        parentId: line.parentSubscriptionId.toLowerCase(),
        catalogItemId: line.offerId,
        quantity: line.quantity,
        ...(friendlyName ? { friendlyName } : {}),
      },
    ];
  });
  if (status && status !== 'completed') return fault(400, 800061, 'status: completed, cancelled');
  const billingCycle = body.billingCycle ? readBillingCycle(call, 'billingCycle', body.billingCycle) : null;
  const present = billingCycleOf(call.state, order);
  if (billingCycle !== null && billingCycle !== present) {
    // All of a request or nothing: one of the two at a time.
    if (lines.length > 0) throw call.invalid('billingCycle', `billingCycle: ${present}`);
    const { customerId, id: orderId } = order;
    return call.run({ type: 'ChangeOrderBilling', customerId, orderId, billingCycle }, () =>
      ok(orderResource(call.state, call.state.orders.get(orderId) ?? order)),
    );
  }
  if (lines.length === 0) return ok(orderResource(call.state, order));
  return call.run({ type: 'BuyAddOns', customerId: order.customerId, orderId: order.id, lines }, () =>
    ok(orderResource(call.state, call.state.orders.get(order.id) ?? order)),
  );
}

/** The lines that are named, by number and offer; without any, all that have not been given back. */
function cancelSoftware(call: Call, order: Order, { lineItems }: OrderPatchBody): Reply {
  const named = lineItems ?? [];
  for (const [index, { lineItemNumber, offerId }] of named.entries()) {
    const line = order.lines.find(({ number }) => number === lineItemNumber);
    const path = `lineItems[${index}]`;
    const numbers = order.lines.map(({ number }) => number).join(', ');
    if (!line) throw call.invalid(`${path}.lineItemNumber`, `${path}.lineItemNumber: ${numbers}`);
    if (line.catalogItemId.toLowerCase() !== offerId.toLowerCase()) {
      throw call.invalid(`${path}.offerId`, `${path}.offerId: ${line.catalogItemId}`);
    }
  }
  const { customerId, id: orderId } = order;
  const isThere = (line: Order['lines'][number]) =>
    call.state.subscriptions.get(line.subscriptionId)?.status !== 'deleted';
  const left = order.lines.filter(isThere);
  // Where nothing is left, the refusal says so, named or not.
  const lines =
    named.length > 0
      ? named.map(({ lineItemNumber }) => lineItemNumber)
      : (left.length > 0 ? left : order.lines).map(({ number }) => number);
  return call.run({ type: 'CancelSoftware', customerId, orderId, lines }, () =>
    ok(orderResource(call.state, call.state.orders.get(orderId) ?? order)),
  );
}
