/**
 * Stories: a dated world in which somebody acts and time passes. One world for one test; instants may be written as a day
 * (00:00 UTC) or in full. What is refused throws here: where the refusal is the point, ask `refusal…`.
 */
import { instant, plainDate, startOf, type Instant } from '../../kernel/calendar';
import { moneyText, unitPriceText } from '../../kernel/money';
import type { Result } from '../../kernel/result';
import type { Charge } from '../billing/charge';
import type { PurchaseLine } from '../cart/cart';
import { Catalog } from '../catalog/catalog';
import { currencyOfMarket } from '../catalog/markets';
import { catalogItemIdOf, type BillingCycle, type Offer, type TermDuration } from '../catalog/offer';
import type { Command, SubscriptionChanges } from '../commands';
import type { Customer } from '../customers/customer';
import type { PartnerEvent } from '../events';
import { partnerBehaviour, type PartnerWorld } from '../partner';
import type { Role } from '../partner/roles';
import type { Refusal } from '../refusals';
import { editionOf } from '../rules/edition';
import { emptyState, type Partner, type Setting, type User } from '../state';
import type { Subscription } from '../subscriptions/subscription';
import { World, type LogRecord } from '../world';
import { EUR, OFFERS, OUR_MPN } from './offers';

export type PartnerRecord = LogRecord<Command, PartnerEvent>;

const PARTNER: Partner = {
  id: 'b0000000-0000-4000-8000-000000000001',
  name: 'Fabrikam Cloud',
  country: 'DE',
  currency: EUR,
  type: 'directBill',
  billingDay: 15,
  mpnId: OUR_MPN,
  newCommercePreview: true,
  restricted: false,
  paysInvoices: true,
  resellers: [],
};

function user(id: string, ...roles: Role[]): User {
  return { id, name: id, roles };
}

/** One user for each way in which roles matter. `anna` may do everything here. */
export const USERS: readonly User[] = [
  user('anna', 'GlobalAdmin', 'AdminAgent'),
  user('bill', 'BillingAdmin'),
  user('sara', 'SalesAgent'),
  user('uma', 'UserManagementAdmin'),
  user('dave', 'DefaultUser'),
];

/** A customer of the stories; the country decides the currency. */
export function customer(id: string, country: string, more: Partial<Customer> = {}): Customer {
  const currency = currencyOfMarket(country);
  if (!currency) throw new Error(`No market: ${country}`);
  return {
    id,
    commerceId: `commerce-${id}`,
    companyName: id,
    domain: `${id}.onmicrosoft.com`,
    country,
    currency,
    qualifications: [],
    address: { country },
    email: `it@${id}.example`,
    culture: 'en-US',
    language: 'en',
    agreementAcceptedOn: plainDate('2015-01-01'),
    createdAt: instant('2015-01-01T00:00:00Z'),
    ...more,
  };
}

/** `contoso` pays in US dollars, as S4; the German `adatum` in euro, as the examples of new commerce. */
export const CUSTOMERS: readonly Customer[] = [
  customer('contoso', 'US'),
  customer('adatum', 'DE'),
  customer('northwind', 'SE'),
  customer('school', 'US', { qualifications: ['Education'] }),
  customer('charity', 'US', { qualifications: ['Nonprofit'] }),
  customer('agency', 'US', { qualifications: ['GovernmentCommunityCloud'] }),
  customer('unsigned', 'US', { agreementAcceptedOn: null }),
];

export interface StoryStart {
  readonly at?: string;
  readonly partner?: Partial<Partner>;
  readonly offers?: readonly Offer[];
  readonly customers?: readonly Customer[];
  readonly rules?: string;
  /** Country → share. */
  readonly taxRates?: Readonly<Record<string, string>>;
}

export function settingOf({ partner, offers = OFFERS, rules = '2021-10', taxRates = {} }: StoryStart = {}): Setting {
  const edition = editionOf(rules);
  if (!edition) throw new Error(`No edition: ${rules}`);
  return {
    partner: { ...PARTNER, ...partner },
    users: USERS,
    rules: edition,
    exchangeRates: new Map([
      ['USD', '0.82'],
      ['SEK', '0.098'],
    ]),
    taxRates: new Map(Object.entries(taxRates)),
    catalog: new Catalog(offers),
  };
}

/** A day means 00:00 UTC. */
export function moment(text: string): Instant {
  return text.length === 10 ? startOf(plainDate(text)) : instant(text);
}

/** How a line is bought where a story does not care: one licence on the first term of the offer. */
export interface Purchase {
  readonly quantity?: number;
  readonly term?: TermDuration;
  readonly cycle?: BillingCycle;
  readonly by?: string;
  readonly more?: Partial<PurchaseLine>;
}

export class Story {
  readonly world: PartnerWorld;
  readonly start: StoryStart;

  constructor(start: StoryStart = {}) {
    this.start = start;
    this.world = new World(
      partnerBehaviour,
      emptyState(settingOf(start)),
      'story',
      moment(start.at ?? '2021-10-01T08:00:00Z'),
    );
    for (const each of start.customers ?? CUSTOMERS) this.done({ type: 'OnboardCustomer', customer: each });
  }

  /** Moves the clock; the records of what became due. */
  go(to: string): PartnerRecord[] {
    return this.world.advanceTo(moment(to));
  }

  run(command: Command, by = 'anna'): Result<PartnerRecord[], Refusal> {
    return this.world.run(command, by);
  }

  /** Runs what must be accepted. */
  done(command: Command, by = 'anna'): PartnerRecord[] {
    const result = this.run(command, by);
    if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.failure)}`);
    return result.value;
  }

  /** Why a command is refused; `undefined` when it is accepted (and then it has happened). */
  refusal(command: Command, by = 'anna'): Refusal | undefined {
    const result = this.run(command, by);
    return result.ok ? undefined : result.failure;
  }

  offer(key: string): Offer {
    const found = this.world.state.catalog.byKey(key);
    if (!found) throw new Error(`No offer: ${key}`);
    return found;
  }

  customer(id: string): Customer {
    const found = this.world.state.customers.get(id);
    if (!found) throw new Error(`No customer: ${id}`);
    return found;
  }

  line(key: string, { quantity, term, cycle, more }: Purchase = {}): PurchaseLine {
    const offer = this.offer(key);
    const chosen = offer.terms.find(
      (each) => (term ?? each.termDuration) === each.termDuration && (cycle ?? each.billingCycle) === each.billingCycle,
    );
    return {
      catalogItemId: catalogItemIdOf(offer),
      quantity: quantity ?? offer.quantity?.min ?? 1,
      termDuration: term ?? chosen?.termDuration ?? 'P1M',
      billingCycle: cycle ?? chosen?.billingCycle ?? 'Monthly',
      ...more,
    };
  }

  order(customerId: string, ...lines: readonly PurchaseLine[]): Command {
    return { type: 'PlaceOrder', customerId, lines };
  }

  /** Buys one line; the id of the subscription. */
  buy(customerId: string, key: string, purchase: Purchase = {}): string {
    const records = this.done(this.order(customerId, this.line(key, purchase)), purchase.by);
    const [id] = startedIn(records);
    if (!id) throw new Error('Nothing was bought');
    return id;
  }

  /** Why one line cannot be bought; `undefined` when it was bought. */
  refusalOfBuying(customerId: string, key: string, purchase: Purchase = {}): Refusal | undefined {
    return this.refusal(this.order(customerId, this.line(key, purchase)), purchase.by);
  }

  saveCart(customerId: string, lines: readonly PurchaseLine[], cartId: string | null = null): string {
    this.done({ type: 'SaveCart', customerId, cartId, lines });
    const id = cartId ?? this.world.state.openCarts.get(customerId);
    if (!id) throw new Error('No cart');
    return id;
  }

  checkOut(customerId: string, cartId: string): Command {
    return { type: 'CheckOutCart', customerId, cartId };
  }

  change(subscriptionId: string, changes: SubscriptionChanges): Command {
    const { customerId } = this.subscription(subscriptionId);
    return { type: 'UpdateSubscription', customerId, subscriptionId, changes };
  }

  update(subscriptionId: string, changes: SubscriptionChanges): PartnerRecord[] {
    return this.done(this.change(subscriptionId, changes));
  }

  subscription(id: string): Subscription {
    const found = this.world.state.subscriptions.get(id);
    if (!found) throw new Error(`No subscription: ${id}`);
    return found;
  }

  authorizationCode(subscriptionId: string): string {
    const code = this.subscription(subscriptionId).setUp?.authorizationCode;
    if (!code) throw new Error('Nothing to set up');
    return code;
  }

  charges(id: string): readonly Charge[] {
    return this.world.state.charges.get(id) ?? [];
  }

  /** The lines of money of a subscription, as the published tables print them. */
  rows(id: string): string[] {
    return this.charges(id).map(chargeRow);
  }
}

export function story(start: StoryStart | string = {}): Story {
  return new Story(typeof start === 'string' ? { at: start } : start);
}

/** `2018-01-13 – 2019-01-12  Cycle fee  4.00 × 1 = 4.00`, with the price for these days. */
export function chargeRow(charge: Charge): string {
  const { startsOn, endsOn, chargeType, effectiveUnitPrice, quantity, amount } = charge;
  return `${startsOn} – ${endsOn}  ${chargeType}  ${unitPriceText(effectiveUnitPrice)} × ${quantity} = ${moneyText(amount)}`;
}

/** Ids of the subscriptions that began. */
export function startedIn(records: readonly PartnerRecord[]): string[] {
  return records.flatMap(({ events }) =>
    events.flatMap((event) => (event.type === 'SubscriptionStarted' ? [event.subscription.id] : [])),
  );
}

/** Types of what happened. */
export function eventTypes(records: readonly PartnerRecord[]): string[] {
  return records.flatMap(({ events }) => events.map(({ type }) => type));
}
