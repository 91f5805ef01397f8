import type { CartCheckoutResult } from '../../api/carts';
import { cartBody } from '../../api/requests';
import type { Cart } from '../../domain/cart/cart';
import type { Call } from '../call';
import { created, ok, type Reply } from '../reply';
import { cartResource } from '../resources/cart';
import { orderResource } from '../resources/order';
import { purchaseLine } from './purchase-line';
import type { BusinessRoutes } from './table';

const RESELLER = 'transaction_reseller';

export function addCartRoutes(routes: BusinessRoutes): void {
  routes.add('POST', '/v1/customers/:customerId/carts', (call) => saveCart(call, null));
  routes.add('GET', '/v1/customers/:customerId/carts/:cartId', readCart);
  routes.add('PUT', '/v1/customers/:customerId/carts/:cartId', (call) => saveCart(call, call.id('cartId')));
  routes.add('POST', '/v1/customers/:customerId/carts/:cartId/checkout', checkOut);
}

function saveCart(call: Call, cartId: string | null): Reply {
  const customer = call.customer();
  const body = call.body(cartBody);
  // Add-ons that come under a line (REST API, carts) are lines of their own: they name the base that they are for.
  const items = body.lineItems.flatMap((line, index) => [
    { path: `lineItems[${index}]`, line },
    ...(line.addonItems ?? []).map((addOn, nth) => ({ path: `lineItems[${index}].addonItems[${nth}]`, line: addOn })),
  ]);
  const lines = items.map(({ path, line }) =>
    purchaseLine(call, {
      path,
      catalogItemId: line.catalogItemId,
      quantity: line.quantity,
      billingCycle: line.billingCycle,
      termDuration: line.termDuration,
      friendlyName: line.friendlyName,
      currency: line.currencyCode,
      resellerMpnId: line.participants?.find(({ key }) => key.toLowerCase() === RESELLER)?.value,
      renewsTo: line.renewsTo,
      provisioningContext: line.provisioningContext,
      takesAddOns: true,
    }),
  );
  return call.run({ type: 'SaveCart', customerId: customer.id, cartId, lines }, ([record]) => {
    const [event] = record?.events ?? [];
    if (event?.type !== 'CartSaved') throw new Error('SaveCart saved no cart');
    // The documented example of a replacement answers 201 too; clients take any success.
    const body = cartResource(call.state, event.cart, customer, call.user, call.language);
    return cartId === null ? created(body) : ok(body);
  });
}

/** A cart of this customer that is still there. */
function findCart(call: Call): Cart | Reply {
  const customer = call.customer();
  const cart = call.state.carts.get(call.id('cartId'));
  if (!cart || cart.customerId !== customer.id)
    return call.refuse({ type: 'CartNotFound', cartId: call.param('cartId') });
  return cart.expired ? call.refuse({ type: 'CartExpired', cartId: cart.id, expiredAt: cart.expiresAt }) : cart;
}

function readCart(call: Call): Reply {
  const found = findCart(call);
  return 'status' in found ? found : ok(cartResource(call.state, found, call.customer(), call.user, call.language));
}

/** Idempotent by the cart: bought once, answered alike however often it is asked (decisions 4). */
function checkOut(call: Call): Reply {
  const customer = call.customer();
  const cartId = call.id('cartId');
  return call.run({ type: 'CheckOutCart', customerId: customer.id, cartId }, () => {
    const orderIds = call.state.carts.get(cartId)?.orderIds ?? [];
    const answer: CartCheckoutResult = {
      orders: orderIds.flatMap((id) => {
        const order = call.state.orders.get(id);
        return order ? [orderResource(call.state, order)] : [];
      }),
      orderErrors: [],
      attributes: { objectType: 'CartCheckoutResult' },
    };
    return created(answer);
  });
}
