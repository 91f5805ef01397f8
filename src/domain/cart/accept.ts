/** Everything a cart or an order may hold: offers of the catalog, and legacy add-ons for a base that the customer has. */
import { catalogItemIdOf } from '../catalog/offer';
import type { Customer } from '../customers/customer';
import type { State, User } from '../state';
import { checkAddOn, termLike } from '../subscriptions/add-ons';
import type { PurchaseLine } from './cart';
import { checkCurrency, checkLines, choicesOf, type CheckedLine } from './line';

/** Checks all lines of one purchase, each beside the ones before it. */
export function acceptLines(
  state: State,
  customer: Customer,
  lines: readonly PurchaseLine[],
  user: User | undefined,
): CheckedLine[] {
  const ordinary = checkLines(state, customer, lines, user);
  return lines.map((line, index): CheckedLine => {
    const checked = ordinary[index];
    if (checked && line.parentSubscriptionId === undefined) return checked;
    return acceptAddOn(state, customer, line, lines.slice(0, index));
  });
}

/** An add-on goes with its base: billed alike, sold through the same reseller (S0-39). */
function acceptAddOn(
  state: State,
  customer: Customer,
  line: PurchaseLine,
  before: readonly PurchaseLine[],
): CheckedLine {
  const { catalogItemId, parentSubscriptionId = '' } = line;
  const offer = state.catalog.item(catalogItemId);
  const refuse = (failure: Extract<CheckedLine, { ok: false }>['failure']): CheckedLine => ({
    ok: false,
    offer,
    failure,
  });
  if (!offer) return refuse({ type: 'ItemUnknown', catalogItemId });
  const base = state.subscriptions.get(parentSubscriptionId);
  if (!base || base.customerId !== customer.id) {
    return refuse({ type: 'BaseUnknown', subscriptionId: parentSubscriptionId });
  }
  const refusal = checkAddOn(state, base, line) ?? checkCurrency(customer, line);
  if (refusal) return refuse(refusal);
  const twice = before.some(
    (each) =>
      each.parentSubscriptionId === base.id &&
      each.catalogItemId.toLowerCase() === catalogItemIdOf(offer).toLowerCase(),
  );
  if (twice) return refuse({ type: 'OfferLimit', count: 1, scope: 'Concurrent', held: 1, subscriptionId: null });
  const term = termLike(base, offer, customer);
  if (!term || term.termDuration !== line.termDuration || term.billingCycle !== line.billingCycle) {
    const { termDuration, billingCycle } = line;
    return refuse({ type: 'TermNotOffered', termDuration, billingCycle, choices: choicesOf(term ? [term] : []) });
  }
  return { ok: true, value: { line, offer, term, base } };
}
