import type { CartLineView, CartView } from '../../api/dashboard';
import { isTaxIncluded } from '../../domain/billing/tax';
import type { Cart } from '../../domain/cart/cart';
import { acceptLines } from '../../domain/cart/accept';
import { isCounted, quantityRange, type CheckedLine } from '../../domain/cart/line';
import { outlookOf, type Outlook } from '../../domain/cart/outlook';
import { checkSelling } from '../../domain/catalog/purchasability';
import type { Customer } from '../../domain/customers/customer';
import type { PartnerWorld } from '../../domain/partner';
import { checkRole } from '../../domain/partner/roles';
import type { Refusal } from '../../domain/refusals';
import type { User } from '../../domain/state';
import { windowsOf } from '../../domain/subscriptions/cancellation';
import { explain } from '../../i18n/explain';
import type { Language } from '../../i18n/language';
import { formatInstant } from '../../kernel/calendar';
import { sumByCurrency } from '../../kernel/money';
import { cartErrorCode, verdictOf } from '../respond';
import { amount, offerTerms } from './amounts';
import { wayOut } from './catalog-page';

/** The open cart of a customer with what it would cost, or the fact that there is none. */
export function cartView(world: PartnerWorld, customer: Customer, user: User, language: Language): CartView {
  const { state } = world;
  const cart = state.carts.get(state.openCarts.get(customer.id) ?? '');
  const resellers =
    state.partner.type === 'indirectProvider' ? state.partner.resellers.map((each) => ({ ...each })) : [];
  const blocked: Refusal | undefined = checkRole(user, 'buy') ?? checkSelling(state, customer);
  if (!cart) {
    return {
      cart: null,
      lines: [],
      totals: { firstCharge: [], fullTerm: [] },
      resellers,
      checkout: verdictOf(blocked, language),
    };
  }
  const checked = acceptLines(state, customer, cart.lines, user);
  const accepted = checked.flatMap((each) => (each.ok ? [each.value] : []));
  const outlooks = blocked ? [] : outlookOf(world, customer.id, accepted, user.id);
  const queue = [...outlooks];
  const perLine = checked.map((each) => (each.ok ? queue.shift() : undefined));
  const errors = checked.flatMap((each, line) => (each.ok ? [] : [{ line, refusal: each.failure }]));
  const refusal: Refusal | undefined =
    blocked ??
    (cart.lines.length === 0 ? { type: 'CartEmpty', cartId: cart.id } : undefined) ??
    (errors.length > 0 ? { type: 'CartHasErrors', lines: errors } : undefined);
  return {
    cart: { id: cart.id, createdAt: formatInstant(cart.createdAt), expiresAt: formatInstant(cart.expiresAt) },
    lines: cart.lines.map((_, id) => lineView(world, customer, cart, id, checked[id], perLine[id], language)),
    totals: {
      firstCharge: sumByCurrency(outlooks.flatMap(({ first }) => (first ? [first.amount] : []))).map(amount),
      fullTerm: sumByCurrency(outlooks.flatMap(({ term }) => (term ?? []).map((charge) => charge.amount))).map(amount),
    },
    resellers,
    checkout: verdictOf(refusal, language),
  };
}

function lineView(
  world: PartnerWorld,
  customer: Customer,
  cart: Cart,
  id: number,
  checked: CheckedLine | undefined,
  outlook: Outlook | undefined,
  language: Language,
): CartLineView {
  const { state } = world;
  const line = cart.lines[id];
  if (!line) throw new Error(`No line ${id} in cart ${cart.id}`);
  const offer = state.catalog.item(line.catalogItemId);
  const choices = offer ? offerTerms(offer, customer.currency) : [];
  const chosen = choices.find(
    (each) => each.termDuration === line.termDuration && each.billingCycle === line.billingCycle,
  );
  const window = outlook && windowsOf(state, outlook.subscription).at(-1);
  const failure = checked && !checked.ok ? checked.failure : undefined;
  const out = failure ? wayOut(failure) : undefined;
  const termTotal = outlook?.term ? sumByCurrency(outlook.term.map((charge) => charge.amount))[0] : undefined;
  return {
    id,
    catalogItemId: line.catalogItemId,
    title: offer?.title ?? line.catalogItemId,
    publisherName: offer?.publisher.name ?? '',
    isTrial: offer?.category === 'Trial',
    quantity: line.quantity,
    ...(offer && isCounted(offer)
      ? {
          limits: {
            ...quantityRange(offer),
            ...(offer.trial?.quantity === undefined ? {} : { fixed: offer.trial.quantity }),
          },
        }
      : {}),
    termDuration: line.termDuration,
    billingCycle: line.billingCycle,
    choices,
    friendlyName: line.friendlyName ?? '',
    resellerMpnId: line.resellerMpnId ?? '',
    price: chosen?.price ?? null,
    firstCharge: outlook?.first ? amount(outlook.first.amount) : null,
    fullTerm: termTotal ? amount(termTotal) : null,
    ...(offer?.trial ? { trialDays: offer.trial.days } : {}),
    taxIncluded: offer ? isTaxIncluded(offer, customer.country) : false,
    ...(line.azureSubscriptionId ? { azureSubscriptionId: line.azureSubscriptionId } : {}),
    undoUntil: window ? { at: formatInstant(window.until), refund: window.refund } : null,
    ...(failure
      ? {
          error: {
            code: cartErrorCode(failure),
            description: explain(failure, language),
            ...(out ? { wayOut: out } : {}),
          },
        }
      : {}),
  };
}
