/** A seeded history for worlds that are too large to write down: the same seed gives the same partner. */
import { after, dateOf, DAY, instant, type Instant } from '../../kernel/calendar';
import { guidOf, seededRandom } from '../../kernel/identity';
import { catalogItemIdOf, type Offer } from '../catalog/offer';
import { currencyOfMarket } from '../catalog/markets';
import { isListed } from '../catalog/purchasability';
import { isCounted, quantityRange } from '../cart/line';
import type { PurchaseLine } from '../cart/cart';
import type { Customer } from '../customers/customer';
import type { PartnerWorld } from '../partner';

export interface GeneratedHistory {
  readonly seed: string;
  readonly customers: number;
  readonly subscriptions: number;
  /** The clock stands here afterwards. */
  readonly until: string;
}

const COUNTRIES = ['DE', 'SE', 'FR', 'US', 'GB', 'NL', 'NO', 'CH', 'AU', 'ES', 'IT', 'DK'];
const FIRST = [
  'Alder',
  'Birch',
  'Cedar',
  'Dorset',
  'Elm',
  'Fjord',
  'Granite',
  'Harbor',
  'Iris',
  'Juniper',
  'Kestrel',
  'Lumen',
];
const SECOND = [
  'Analytics',
  'Bakery',
  'Clinics',
  'Dairy',
  'Energy',
  'Freight',
  'Gardens',
  'Homes',
  'Invest',
  'Jewels',
  'Kitchens',
  'Labs',
];

/**
 * Customers arrive at once, purchases are spread evenly until `until`, everything through commands; the clock settles
 * renewals and cycles on the way. Reports each simulated week, so that a host can show progress.
 */
export function generateHistory(
  world: PartnerWorld,
  plan: GeneratedHistory,
  by: string,
  onProgress?: (progress: { done: number; total: number; phase: string }) => void,
): void {
  const random = seededRandom(plan.seed);
  const choose = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value;
  const customers: Customer[] = [];
  for (let index = 0; index < plan.customers; index++) {
    const customer = generatedCustomer(plan.seed, index, choose(COUNTRIES), world.now);
    customers.push(customer);
    world.run({ type: 'OnboardCustomer', customer }, by);
  }
  const sold = customers.length === 0 ? [] : world.state.catalog.offers.filter(isOrdinary);
  const until = instant(plan.until);
  const span = until - world.now;
  const startsAt = world.now;
  let bought = 0;
  let week = 0;
  for (let attempt = 0; sold.length > 0 && bought < plan.subscriptions && attempt < plan.subscriptions * 5; attempt++) {
    const at = after(startsAt, Math.floor((bought / plan.subscriptions) * (span - DAY)));
    world.advanceTo(at);
    const customer = choose(customers);
    const offer = choose(sold);
    if (isListed(world.state, customer, offer)) {
      const line = generatedLine(offer, random);
      if (world.run({ type: 'PlaceOrder', customerId: customer.id, lines: [line] }, by).ok) bought += 1;
    }
    const nowWeek = Math.floor((world.now - startsAt) / (7 * DAY));
    if (nowWeek > week) {
      week = nowWeek;
      onProgress?.({ done: world.now - startsAt, total: span, phase: 'history' });
    }
  }
  world.advanceTo(until);
}

/** Offers that most customers buy: priced licences that start at once. */
function isOrdinary(offer: Offer): boolean {
  return (
    offer.billingType === 'license' &&
    isCounted(offer) &&
    offer.terms.length > 0 &&
    offer.category !== 'Trial' &&
    offer.addOnOf === undefined &&
    offer.exclusiveToPartner === undefined &&
    offer.inCsp !== false &&
    offer.transactable !== false &&
    (offer.commerce === 'legacy' ||
      offer.commerce === 'newCommerce' ||
      (offer.commerce === 'marketplace' && !offer.activation))
  );
}

function generatedLine(offer: Offer, random: () => number): PurchaseLine {
  const term = offer.terms[Math.floor(random() * offer.terms.length)] ?? offer.terms[0];
  const { min, max } = quantityRange(offer);
  // Most customers are small: the product of two draws leans to the low end.
  const quantity = Math.min(max, min + Math.floor(random() * random() * 120));
  return {
    catalogItemId: catalogItemIdOf(offer),
    quantity,
    termDuration: term?.termDuration ?? 'P1M',
    billingCycle: term?.billingCycle ?? 'Monthly',
  };
}

function generatedCustomer(seed: string, index: number, country: string, now: Instant): Customer {
  const first = FIRST[index % FIRST.length] ?? '';
  const second = SECOND[Math.floor(index / FIRST.length) % SECOND.length] ?? '';
  const number = Math.floor(index / (FIRST.length * SECOND.length));
  const companyName = `${first} ${second}${number > 0 ? ` ${number + 1}` : ''}`;
  const domain = `${companyName.toLowerCase().replaceAll(' ', '-')}.onmicrosoft.com`;
  const currency = currencyOfMarket(country);
  if (!currency) throw new Error(`No market: ${country}`);
  return {
    id: guidOf(`${seed}:customer:${index}`),
    commerceId: guidOf(`${seed}:commerce:${index}`),
    companyName,
    domain,
    country,
    currency,
    qualifications: [],
    address: { country },
    email: `it@${domain}`,
    culture: 'en-US',
    language: 'en',
    agreementAcceptedOn: dateOf(now),
    createdAt: now,
  };
}
