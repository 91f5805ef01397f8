/** A seeded history for worlds that are too large to write down: the same seed gives the same partner. */
import { after, dateOf, DAY, instant, type Instant } from '../../kernel/calendar';
import { guidOf, seededRandom } from '../../kernel/identity';
import { catalogItemIdOf, type Commerce, type Offer } from '../catalog/offer';
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
  /** Only offers of these programmes are bought; without it of all that most customers buy from. */
  readonly commerce?: readonly Commerce[] | undefined;
  /** Between the purchases licences are added, until so many lines have been settled (each change settles two). */
  readonly lines?: number | undefined;
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

/** How often progress is told: so many times in all. */
const PROGRESS_STEPS = 200;

/**
 * Customers arrive at once, purchases and licence changes are spread evenly until `until`, everything through commands;
 * the clock settles renewals and cycles on the way.
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
  const { commerce, lines = 0 } = plan;
  const sold =
    customers.length === 0
      ? []
      : world.state.catalog.offers.filter((offer) => isOrdinary(offer) && (commerce?.includes(offer.commerce) ?? true));
  const until = instant(plan.until);
  const span = until - world.now;
  const startsAt = world.now;
  let told = 0;
  /** Moves the clock to where a share of all purchases and changes has been made. */
  const moveTo = (share: number): void => {
    world.advanceTo(after(startsAt, Math.floor(share * (span - DAY))));
    const step = Math.floor(((world.now - startsAt) / span) * PROGRESS_STEPS);
    if (step <= told) return;
    told = step;
    onProgress?.({ done: world.now - startsAt, total: span, phase: 'history' });
  };
  const held: string[] = [];
  let bought = 0;
  const mostAttempts = (plan.subscriptions + lines) * 5;
  for (let attempt = 0; sold.length > 0 && attempt < mostAttempts; attempt++) {
    const settled = world.state.lineCount.get('lines') ?? 0;
    if (held.length > 0 && settled < lines * (bought / plan.subscriptions)) {
      moveTo(settled / lines);
      addLicences(world, choose(held), 1 + Math.floor(random() * 5), by);
      continue;
    }
    if (bought >= plan.subscriptions) break;
    // Where changes come in between they say how far the history is: the purchases are part of it.
    moveTo(Math.max(bought / plan.subscriptions, lines > 0 ? settled / lines : 0));
    const customer = choose(customers);
    const offer = choose(sold);
    if (!isListed(world.state, customer, offer)) continue;
    const result = world.run(
      { type: 'PlaceOrder', customerId: customer.id, lines: [generatedLine(offer, random)] },
      by,
    );
    if (!result.ok) continue;
    bought += 1;
    for (const event of result.value.flatMap(({ events }) => events)) {
      if (lines > 0 && event.type === 'SubscriptionStarted') held.push(event.subscription.id);
    }
  }
  world.advanceTo(until);
}

/** A customer grows: licences more for one of its subscriptions, as far as the rules allow. */
function addLicences(world: PartnerWorld, subscriptionId: string, more: number, by: string): void {
  const subscription = world.state.subscriptions.get(subscriptionId);
  if (!subscription || subscription.quantity === null) return;
  const { customerId, quantity } = subscription;
  const changes = { quantity: quantity + more };
  world.run({ type: 'UpdateSubscription', customerId, subscriptionId, changes }, by);
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
