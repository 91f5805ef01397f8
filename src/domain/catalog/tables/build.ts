/**
 * What the tables of the standard catalog are built with: ids that look like Microsoft's and are derived from names,
 * terms derived from one monthly price, and the fields that follow from others.
 */
import { guidOf, hexOf } from '../../../kernel/identity';
import { amountOf, type CurrencyCode, moneyText, parseUnitPrice } from '../../../kernel/money';
import type { BillingCycle, Offer, Publisher, Term, TermDuration } from '../offer';

export const USD = 'USD' as CurrencyCode;

export const MICROSOFT: Publisher = { name: 'Microsoft', kind: 'microsoft' };

/** Online services of Microsoft have one prefix, everything else that is sold by product and SKU has the other. */
export type IdSeries = 'CFQ7TTC0' | 'DZH318Z0';

/** Microsoft's ids are spelt without vowels. */
const ID_LETTERS = '0123456789BCDFGHJKLMNPQRSTVWXYZ';

/** A product or availability id (12 characters) that names `seed`. */
export function idOf(series: IdSeries, seed: string): string {
  let rest = Number.parseInt(hexOf(seed).slice(0, 8), 16);
  let id: string = series;
  while (id.length < 12) {
    id += ID_LETTERS.charAt(rest % ID_LETTERS.length);
    rest = Math.floor(rest / ID_LETTERS.length);
  }
  return id;
}

/** The three parts of a catalog item id. SKUs of one product share `product`; `key` is the offer's own. */
export function itemIds(
  series: IdSeries,
  product: string,
  skuId: string,
  key: string,
): { productId: string; skuId: string; availabilityId: string } {
  return { productId: idOf(series, `product ${product}`), skuId, availabilityId: idOf(series, `availability ${key}`) };
}

/** SKU ids are four digits. */
export function skuNumber(number: number): string {
  return String(number).padStart(4, '0');
}

/** The key of an offer from its title: `Microsoft 365 E3` → `m365-e3`. */
export function keyOf(title: string): string {
  return title
    .replace(/(Microsoft|Office|Dynamics) 365/g, (_, brand: string) => `${brand.charAt(0)}365`)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** A price in USD times a ratio, in cents. */
export function times(price: string, numerator: number, denominator = 1): string {
  const unit = parseUnitPrice(price, USD);
  if (!unit) throw new Error(`Not a price: ${price}`);
  return moneyText(amountOf(unit, 1, 'halfUp', numerator, denominator));
}

export function term(termDuration: TermDuration, billingCycle: BillingCycle, per: Term['per'], price: string): Term {
  return { termDuration, billingCycle, price, currency: USD, per };
}

/** The licences that an offer without a limit of its own may hold. */
export const ENTERPRISE_MAX = 10_000;

/** What a licence row may say beside its title and price; the words are those of `Offer`. */
export interface Details extends Partial<
  Pick<Offer, 'upgradeTargets' | 'addOnOf' | 'limit' | 'countries' | 'excludedCountries'>
> {
  readonly min?: number;
  readonly max?: number;
  /** Also offered for a trial of 30 days. */
  readonly trial?: true;
}

/** Small business: two of each at the same time, as for most of these offers. */
export const SMALL: Details = { max: 300, limit: { count: 2, scope: 'Concurrent' } };
export const TRIAL: Details = { trial: true };
/** One per customer (S0-5). */
export const ONE: Details = { limit: { count: 1, scope: 'Concurrent' } };

/** Completes an offer: small business is a maximum of 300 licences or fewer; commercial unless said otherwise. */
export function finish(
  draft: Omit<Offer, 'category' | 'segments'> & Partial<Pick<Offer, 'category' | 'segments'>>,
): Offer {
  const small = draft.quantity !== undefined && draft.quantity.max <= 300;
  return { segments: ['Commercial'], category: small ? 'SmallBusiness' : 'Enterprise', ...draft };
}

/** Microsoft's trials hold 25 licences for a month, once in a customer's life, and are not billed. */
const TRIAL_TERMS: readonly Term[] = [term('P1M', 'None', 'month', '0.00')];
const TRIAL_LICENSES = 25;

/** The trial of a paid offer, which it becomes; new commerce has it as another SKU of the same product. */
export function trialOf(paid: Offer): Offer {
  const { commerce, publisher, billingType, productFamily, segments, productId, productTitle, title } = paid;
  const key = `${paid.key}-trial`;
  const ids =
    productId === undefined
      ? { offerId: guidOf(key) }
      : { ...itemIds('CFQ7TTC0', key, skuNumber(Number(paid.skuId) + 100), key), productId };
  return finish({
    key,
    commerce,
    ...ids,
    title: `${title} Trial`,
    productTitle: productTitle ?? title,
    description: `${paid.description} Free for 30 days.`,
    publisher,
    billingType,
    category: 'Trial',
    ...(productFamily && { productFamily }),
    segments,
    terms: TRIAL_TERMS,
    quantity: { min: TRIAL_LICENSES, max: TRIAL_LICENSES },
    trial: { days: 30, quantity: TRIAL_LICENSES, convertsTo: paid.key },
    limit: { count: 1, scope: 'Lifetime' },
  });
}
