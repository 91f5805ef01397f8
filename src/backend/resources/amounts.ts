import type { Amount, Price } from '../../api/wire';
import type { OfferTerm } from '../../api/dashboard';
import { termsIn } from '../../domain/catalog/price-list';
import type { Offer } from '../../domain/catalog/offer';
import type { Subscription } from '../../domain/subscriptions/subscription';
import { moneyText, unitPriceText, type CurrencyCode, type Money } from '../../kernel/money';
import { listedPrice } from '../../domain/cart/purchase';
import { monthsOf } from '../../domain/billing/charge';

export function amount(money: Money): Amount {
  return { amount: moneyText(money), currency: money.currency };
}

/** Every way to buy an offer, priced for a market. */
export function offerTerms(offer: Offer, currency: CurrencyCode): OfferTerm[] {
  return termsIn(offer, currency).map((term) => ({
    termDuration: term.termDuration,
    billingCycle: term.billingCycle,
    price: { amount: unitPriceText(listedPrice(term)), currency: term.currency, per: term.per },
  }));
}

/** What one licence of a subscription costs for one billing cycle. */
export function cyclePriceResource(subscription: Subscription): Price | null {
  if (subscription.quantity === null) return null;
  const { billingCycle, duration } = subscription.term;
  const per =
    billingCycle === 'Monthly' ? 'month' : billingCycle === 'Annual' || monthsOf(duration) === 12 ? 'year' : 'once';
  return { amount: unitPriceText(subscription.unitPrice), currency: subscription.unitPrice.currency, per };
}
