import type { Cart as CartResource, CartLineItem } from '../../api/carts';
import type { Cart, PurchaseLine } from '../../domain/cart/cart';
import { acceptLines } from '../../domain/cart/accept';
import type { CheckedLine } from '../../domain/cart/line';
import { cyclePriceOf, orderGroups, termTotal } from '../../domain/cart/purchase';
import type { Customer } from '../../domain/customers/customer';
import type { State, User } from '../../domain/state';
import { explain } from '../../i18n/explain';
import type { Language } from '../../i18n/language';
import { formatInstant } from '../../kernel/calendar';
import { moneyText, unitPriceText } from '../../kernel/money';
import { cartErrorCode } from '../respond';
import { cycleOnWire } from './catalog';
import { factsOf } from '../facts';
import { link } from './link';

export function cartResource(
  state: State,
  cart: Cart,
  customer: Customer,
  user: User,
  language: Language,
): CartResource {
  const ordered = cart.orderIds.length > 0;
  const checked = ordered ? [] : acceptLines(state, customer, cart.lines, user);
  const groups = orderGroups(
    cart.lines.map((line, index) => ({
      line,
      offer: checked[index]?.ok ? checked[index].value.offer : (state.catalog.item(line.catalogItemId) ?? UNKNOWN),
    })),
  );
  return {
    id: cart.id,
    creationTimestamp: formatInstant(cart.createdAt),
    lastModifiedTimestamp: formatInstant(cart.modifiedAt),
    expirationTimestamp: formatInstant(cart.expiresAt),
    lastModifiedUser: cart.modifiedBy,
    status: ordered ? 'Ordered' : 'Active',
    lineItems: cart.lines.map((line, id) => cartLine(line, id, groups[id] ?? '0', customer, checked[id], language)),
    links: { self: link(`/customers/${customer.id}/carts/${cart.id}`) },
    attributes: { objectType: 'Cart' },
  };
}

/** Groups a line whose offer is unknown; it can never be bought. */
const UNKNOWN = { commerce: 'marketplace' } as Parameters<typeof orderGroups>[0][number]['offer'];

function cartLine(
  line: PurchaseLine,
  id: number,
  orderGroup: string,
  customer: Customer,
  checked: CheckedLine | undefined,
  language: Language,
): CartLineItem {
  const term = checked?.ok ? checked.value.term : undefined;
  return {
    id,
    catalogItemId: line.catalogItemId,
    ...(line.friendlyName ? { friendlyName: line.friendlyName } : {}),
    quantity: line.quantity,
    currencyCode: customer.currency,
    billingCycle: cycleOnWire(line.billingCycle),
    ...(line.termDuration === 'none' ? {} : { termDuration: line.termDuration }),
    ...(line.renewsToTermDuration ? { renewsTo: { termDuration: line.renewsToTermDuration } } : {}),
    ...(line.resellerMpnId ? { participants: [{ key: 'transaction_reseller', value: line.resellerMpnId }] } : {}),
    ...(line.azureSubscriptionId
      ? { provisioningContext: { subscriptionId: line.azureSubscriptionId, scope: 'shared' } }
      : {}),
    ...(line.parentSubscriptionId ? { provisioningContext: { ParentSubscriptionId: line.parentSubscriptionId } } : {}),
    orderGroup,
    ...(term
      ? {
          pricing: {
            listPrice: Number(unitPriceText(cyclePriceOf(term))),
            price: Number(unitPriceText(cyclePriceOf(term))),
            extendedPrice: Number(moneyText(termTotal(term, line.quantity))),
          },
        }
      : {}),
    ...(checked && !checked.ok
      ? {
          error: {
            errorCode: cartErrorCode(checked.failure),
            errorDescription: explain(checked.failure, language),
            additionalInformation: additional(checked.failure, line),
          },
        }
      : {}),
  };
}

function additional(
  refusal: Extract<CheckedLine, { ok: false }>['failure'],
  line: PurchaseLine,
): Record<string, unknown> {
  if (refusal.type === 'OfferLimit') {
    return {
      ...factsOf(refusal),
      availableQuantity: Math.max(0, refusal.count - refusal.held),
      purchasedQuantity: line.quantity,
    };
  }
  return factsOf(refusal);
}
