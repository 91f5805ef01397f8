import { checkAvailability, type Alongside } from '../catalog/purchasability';
import { termsIn } from '../catalog/price-list';
import { tabOf, type Offer, type Term } from '../catalog/offer';
import type { Customer } from '../customers/customer';
import { checkRole } from '../partner/roles';
import type { LineRefusal } from '../refusals';
import type { State, User } from '../state';
import type { Subscription } from '../subscriptions/subscription';
import type { PurchaseLine } from './cart';

/** A line that passed every rule, with what the rules looked up on the way. */
export interface AcceptedLine {
  readonly line: PurchaseLine;
  readonly offer: Offer;
  /** In the customer's currency. */
  readonly term: Term;
  /** Marketplace: the paid term that follows the attached trial. */
  readonly afterTrial?: Term;
  /** Legacy add-ons: what it is put on. */
  readonly base?: Subscription;
}

export type CheckedLine =
  | { readonly ok: true; readonly value: AcceptedLine }
  | { readonly ok: false; readonly offer: Offer | undefined; readonly failure: LineRefusal };

/** Checks all lines of one purchase, each beside the ones before it, so that limits count within the cart too. */
export function checkLines(
  state: State,
  customer: Customer,
  lines: readonly PurchaseLine[],
  user: User | undefined,
): CheckedLine[] {
  const offers = lines.map((line) => state.catalog.item(line.catalogItemId));
  const bases = offers.flatMap((each) => each ?? []);
  return lines.map((line, index) => {
    const offer = offers[index];
    if (!offer) return { ok: false, offer, failure: { type: 'ItemUnknown', catalogItemId: line.catalogItemId } };
    // A limit is used up by the lines before this one; a base may stand anywhere in the cart.
    const before = offers.slice(0, index).flatMap((each) => each ?? []);
    return checkLine(state, customer, line, offer, user, { offers: before, bases });
  });
}

function checkLine(
  state: State,
  customer: Customer,
  line: PurchaseLine,
  offer: Offer,
  user: User | undefined,
  alongside: Alongside,
): CheckedLine {
  const refuse = (failure: LineRefusal): CheckedLine => ({ ok: false, offer, failure });
  if (tabOf(offer) === 'software') {
    const role = checkRole(user, 'buySoftware');
    if (role) return refuse(role);
  }
  const [unavailable] = checkAvailability(state, customer, offer, alongside);
  if (unavailable) return refuse(unavailable);
  const terms = termsIn(offer, customer.currency);
  const term = terms.find((each) => each.termDuration === line.termDuration && each.billingCycle === line.billingCycle);
  if (!term) {
    const { termDuration, billingCycle } = line;
    return refuse({ type: 'TermNotOffered', termDuration, billingCycle, choices: choicesOf(terms) });
  }
  const afterTrial = offer.trial && offer.commerce === 'marketplace' ? termAfterTrial(terms, line) : undefined;
  if (offer.trial && offer.commerce === 'marketplace' && !afterTrial) {
    const termDuration = line.renewsToTermDuration ?? line.termDuration;
    return refuse({ type: 'TermNotOffered', termDuration, billingCycle: line.billingCycle, choices: choicesOf(terms) });
  }
  const currency = checkCurrency(customer, line);
  if (currency) return refuse(currency);
  const range = quantityRange(offer);
  if (line.quantity < range.min || line.quantity > range.max) {
    return refuse({ type: 'QuantityOutOfRange', quantity: line.quantity, ...range });
  }
  if (line.resellerMpnId) {
    if (state.partner.type !== 'indirectProvider') return refuse({ type: 'ResellerNotAllowed' });
    if (!state.partner.resellers.some(({ mpnId }) => mpnId === line.resellerMpnId)) {
      return refuse({ type: 'ResellerUnknown', mpnId: line.resellerMpnId });
    }
  }
  if (offer.commerce === 'reservation' && line.azureSubscriptionId) {
    const azure = state.subscriptions.get(line.azureSubscriptionId.toLowerCase());
    if (!azure || azure.customerId !== customer.id || azure.commerce !== 'azurePlan' || azure.status !== 'active') {
      return refuse({ type: 'AzureSubscriptionUnknown', subscriptionId: line.azureSubscriptionId });
    }
  }
  return { ok: true, value: { line, offer, term, ...(afterTrial ? { afterTrial } : {}) } };
}

/** Prices are in the currency of the customer's market; a line may say so, and nothing else. */
export function checkCurrency({ currency: expected }: Customer, { currency }: PurchaseLine): LineRefusal | undefined {
  return currency && currency.toUpperCase() !== expected ? { type: 'CurrencyRefused', currency, expected } : undefined;
}

/** The one asked for, billed as the line if it can be; `undefined` where the offer has no such term. */
function termAfterTrial(terms: readonly Term[], line: PurchaseLine): Term | undefined {
  const duration = line.renewsToTermDuration ?? line.termDuration;
  const candidates = terms.filter((each) => each.termDuration === duration);
  return candidates.find((each) => each.billingCycle === line.billingCycle) ?? candidates[0];
}

export function choicesOf(terms: readonly Term[]): Pick<Term, 'termDuration' | 'billingCycle'>[] {
  return terms.map(({ termDuration, billingCycle }) => ({ termDuration, billingCycle }));
}

/** Licences that one purchase may hold: a trial's are fixed, usage has exactly one subscription and no count. */
export function quantityRange(offer: Offer): { readonly min: number; readonly max: number } {
  const fixed = offer.trial?.quantity;
  if (fixed !== undefined) return { min: fixed, max: fixed };
  return offer.quantity ?? { min: 1, max: 1 };
}

/** Whether an offer's licences are counted at all. */
export function isCounted(offer: Offer): boolean {
  return offer.billingType === 'license' && (offer.quantity !== undefined || offer.trial?.quantity !== undefined);
}
