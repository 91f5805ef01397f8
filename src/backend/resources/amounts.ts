import type { Amount, Price } from '../../api/wire';
import type { OfferTerm } from '../../api/dashboard';
import { termsIn } from '../../domain/catalog/price-list';
import type { BillingCycle, Offer, TermDuration } from '../../domain/catalog/offer';
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
  const { unitPrice, term } = subscription;
  return {
    amount: unitPriceText(unitPrice),
    currency: unitPrice.currency,
    per: pricePer(term.billingCycle, term.duration),
  };
}

/** For what the price of one billing cycle stands. */
export function pricePer(billingCycle: BillingCycle, duration: TermDuration): Price['per'] {
  if (billingCycle === 'Monthly') return 'month';
  return billingCycle === 'Annual' || monthsOf(duration) === 12 ? 'year' : 'once';
}
