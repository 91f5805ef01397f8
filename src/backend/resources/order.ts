import type { ActivationLink, Order as OrderResource, ProvisioningStatus } from '../../api/orders';
import type { State } from '../../domain/state';
import { billingCycleOf } from '../../domain/subscriptions/legacy-changes';
import type { Order } from '../../domain/subscriptions/order';
import { formatInstant } from '../../kernel/calendar';
import { moneyText, sumByCurrency, unitPriceText } from '../../kernel/money';
import { currencySymbol, cycleOnWire } from './catalog';
import { etagOf } from './etag';
import { link } from './link';
import { activationUri } from './subscription';

export function orderResource(state: State, order: Order, withPrice = true): OrderResource {
  const self = `/customers/${order.customerId}/orders/${order.id}`;
  // Software is cancelled through its order; what is cancelled elsewhere leaves its order as it was (REST API, orders).
  const isTakenBack = ({ subscriptionId }: Order['lines'][number]): boolean => {
    const subscription = state.subscriptions.get(subscriptionId);
    return subscription?.commerce === 'software' && subscription.canceled === true;
  };
  const [total] = sumByCurrency(order.lines.map((line) => line.extended));
  return {
    id: order.id,
    alternateId: order.alternateId,
    referenceCustomerId: order.customerId,
    billingCycle: cycleOnWire(billingCycleOf(state, order)),
    currencyCode: order.currency,
    currencySymbol: currencySymbol(order.currency),
    lineItems: order.lines.map((line) => {
      const [productId, skuId, availabilityId] = line.catalogItemId.split(':');
      const modern = availabilityId !== undefined;
      return {
        lineItemNumber: line.number,
        offerId: line.catalogItemId,
        subscriptionId: line.subscriptionId,
        friendlyName: line.friendlyName ?? line.title,
        quantity: isTakenBack(line) ? 0 : line.quantity,
        ...(line.termDuration === 'none' ? {} : { termDuration: line.termDuration }),
        transactionType: 'New',
        ...(line.resellerMpnId ? { partnerIdOnRecord: line.resellerMpnId } : {}),
        ...(withPrice
          ? {
              pricing: {
                listPrice: Number(unitPriceText(line.unitPrice)),
                price: Number(unitPriceText(line.unitPrice)),
                extendedPrice: Number(moneyText(line.extended)),
              },
            }
          : {}),
        links: {
          ...(modern
            ? {
                product: link(`/products/${productId}?country=${countryOf(state, order)}`),
                sku: link(`/products/${productId}/skus/${skuId}?country=${countryOf(state, order)}`),
                availability: link(
                  `/products/${productId}/skus/${skuId}/availabilities/${availabilityId}?country=${countryOf(state, order)}`,
                ),
              }
            : {}),
          subscription: link(`/customers/${order.customerId}/subscriptions/${line.subscriptionId}`),
          provisioningStatus: link(`${self}/provisioningstatus`),
          ...(state.subscriptions.get(line.subscriptionId)?.setUp
            ? { activationLinks: link(`${self}/lineitems/${line.number}/activationlinks`) }
            : {}),
        },
      };
    }),
    creationDate: formatInstant(order.createdAt),
    status: order.lines.every(isTakenBack) ? 'cancelled' : 'completed',
    transactionType: 'UserPurchase',
    ...(withPrice && total ? { totalPrice: Number(moneyText(total)) } : {}),
    links: {
      self: link(self),
      provisioningStatus: link(`${self}/provisioningstatus`),
      patchOperation: link(self, 'PATCH'),
    },
    client: {},
    attributes: { etag: etagOf(order.id), objectType: 'Order' },
  };
}

function countryOf(state: State, order: Order): string {
  return state.customers.get(order.customerId)?.country ?? state.partner.country;
}

/** New commerce and the rest are provisioned at once; a marketplace line waits for its publisher (decisions 5). */
export function provisioningResource(state: State, order: Order): ProvisioningStatus[] {
  return order.lines.map((line) => {
    const waiting = state.subscriptions.get(line.subscriptionId)?.status === 'pending';
    const status = waiting ? 'Unfulfilled' : 'Fulfilled';
    return {
      lineItemNumber: line.number,
      status,
      quantityProvisioningInformation: [{ quantity: line.quantity, status }],
    };
  });
}

/** The personal links of the marketplace lines of an order (S2-16). */
export function activationLinks(state: State, order: Order, lineNumber?: number): ActivationLink[] {
  return order.lines.flatMap((line) => {
    const setUp = state.subscriptions.get(line.subscriptionId)?.setUp;
    if (!setUp || (lineNumber !== undefined && line.number !== lineNumber)) return [];
    return [{ lineItemNumber: line.number, link: link(activationUri(setUp.authorizationCode)) }];
  });
}
