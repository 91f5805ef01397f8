/** What an offer costs in the currency of a customer's market (decision 33). */
import {
  type CurrencyCode,
  decimalsOf,
  parseUnitPrice,
  roundRatio,
  type UnitPrice,
  unitPriceText,
} from '../../kernel/money';
import { PRICE_LIST_FACTORS, rateMicro } from './markets';
import type { BillingCycle, Offer, Term, TermDuration } from './offer';

/**
 * The price of a term in `currency`: the one that the offer states, or else the stated one converted by the price
 * lists' factors and rounded half up to the minor unit of `currency`. A stated price keeps all its decimals.
 */
export function priceIn(term: Term, currency: CurrencyCode): UnitPrice {
  const stated = parseUnitPrice(term.price, term.currency);
  if (!stated) throw new RangeError(`Not a price: ${term.price}`);
  if (term.currency === currency) return stated;
  const minorUnit = 10n ** BigInt(6 - decimalsOf(currency));
  const exact = BigInt(stated.micro) * rateMicro(PRICE_LIST_FACTORS, currency);
  const minor = roundRatio(exact, rateMicro(PRICE_LIST_FACTORS, term.currency) * minorUnit, 'halfUp');
  const micro = Number(minor * minorUnit);
  if (!Number.isSafeInteger(micro)) throw new RangeError(`Price out of range: ${term.price} ${term.currency}`);
  return { micro, currency };
}

/**
 * The terms of an offer, all priced in `currency`, one for each pair of commitment and billing cycle. Where an offer
 * states several currencies for a pair, the wanted one counts; if it is not among them, the first is converted.
 */
export function termsIn(offer: Offer, currency: CurrencyCode): readonly Term[] {
  const known = priced.get(offer) ?? new Map<CurrencyCode, readonly Term[]>();
  priced.set(offer, known);
  let terms = known.get(currency);
  if (!terms) {
    terms = priceTerms(offer, currency);
    known.set(currency, terms);
  }
  return terms;
}

/** The term of a pair of commitment and billing cycle, priced in `currency`; `undefined` when the offer has none. */
export function termIn(
  offer: Offer,
  currency: CurrencyCode,
  duration: TermDuration,
  billingCycle: BillingCycle,
): Term | undefined {
  return termsIn(offer, currency).find((each) => each.termDuration === duration && each.billingCycle === billingCycle);
}

/** Offers never change, so their prices are worked out once: every renewal of a large partner asks for them. */
const priced = new WeakMap<Offer, Map<CurrencyCode, readonly Term[]>>();

function priceTerms(offer: Offer, currency: CurrencyCode): readonly Term[] {
  const byPair = new Map<string, Term>();
  for (const term of offer.terms) {
    const pair = `${term.termDuration} ${term.billingCycle}`;
    if (term.currency === currency ? byPair.get(pair)?.currency !== currency : !byPair.has(pair))
      byPair.set(pair, term);
  }
  return [...byPair.values()].map((term) =>
    term.currency === currency ? term : { ...term, currency, price: unitPriceText(priceIn(term, currency)) },
  );
}
