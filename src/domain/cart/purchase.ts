import { dateOf } from '../../kernel/calendar';
import { amountOf, parseUnitPrice, type Money, type UnitPrice } from '../../kernel/money';
import { chargeTypeOf, cycleMonths, cyclePrice, monthsOf, wholeCharge, type Charge } from '../billing/charge';
import { catalogItemIdOf, type Offer, type Term } from '../catalog/offer';
import type { Customer } from '../customers/customer';
import type { PartnerEvent } from '../events';
import { exchangeRate, type State } from '../state';
import type { Order, OrderLine } from '../subscriptions/order';
import {
  openTerm,
  openTrial,
  type PaidTerm,
  type StartedSubscription,
  type Subscription,
} from '../subscriptions/subscription';
import type { Context } from '../world';
import { isCounted, type AcceptedLine } from './line';

/** The list price of a term; the catalog is checked when a scenario loads, so it is always a number. */
export function listedPrice(term: Term): UnitPrice {
  const price = parseUnitPrice(term.price, term.currency);
  if (!price) throw new Error(`Not a price: ${term.price}`);
  return price;
}

/** What one licence costs for one billing cycle of a term. */
export function cyclePriceOf(term: Term): UnitPrice {
  let price = cyclePrices.get(term);
  if (!price) {
    price = cyclePrice(listedPrice(term), term.per, term.billingCycle, term.termDuration);
    cyclePrices.set(term, price);
  }
  return price;
}

const cyclePrices = new WeakMap<Term, UnitPrice>();

/** What a whole term costs: every cycle's charge, each rounded as it will be charged. */
export function termTotal(term: Term, quantity: number): Money {
  const cycle = amountOf(cyclePriceOf(term), quantity);
  const months = cycleMonths(term.billingCycle, term.termDuration);
  return { ...cycle, minor: cycle.minor * (months === 0 ? 1 : monthsOf(term.termDuration) / months) };
}

/** The group of lines that become one order: legacy together, the rest by programme and billing cycle (REST API, carts). */
export function orderGroups(
  lines: readonly { readonly offer: Offer; readonly line: { readonly billingCycle: string } }[],
): string[] {
  const groups = new Map<string, string>();
  return lines.map(({ offer, line }) => {
    if (offer.commerce === 'legacy') return `OMS-0`;
    const key = `${offer.commerce} ${line.billingCycle}`;
    const group = groups.get(key) ?? String(groups.size);
    groups.set(key, group);
    return group;
  });
}

/**
 * The orders and subscriptions that a set of accepted lines becomes, all at this instant.
 * @param groups one name per line; lines of one name make one order.
 */
export function purchase(
  state: State,
  customer: Customer,
  lines: readonly AcceptedLine[],
  groups: readonly string[],
  context: Context,
): { readonly orderIds: string[]; readonly events: PartnerEvent[] } {
  const orderIds: string[] = [];
  const events: PartnerEvent[] = [];
  for (const group of new Set(groups)) {
    const members = lines.filter((_, index) => groups[index] === group);
    const [first] = members;
    if (!first) continue;
    const orderId = orderIdOf(first.offer, context);
    orderIds.push(orderId);
    const started = members.map((line, number) => start(state, customer, orderId, number, line, context));
    const order: Order = {
      id: orderId,
      alternateId: context.newId().replaceAll('-', '').slice(0, 12),
      customerId: customer.id,
      createdAt: context.now,
      by: context.by ?? '',
      billingCycle: first.line.billingCycle,
      currency: customer.currency,
      lines: members.map((line, number) => orderLine(line, number, started[number]?.subscription.id ?? '')),
    };
    events.push({ type: 'OrderPlaced', order }, ...started);
  }
  return { orderIds, events };
}

/** Legacy orders carry a GUID, new commerce twelve hexadecimal digits, the rest a long opaque id (REST API, orders). */
function orderIdOf(offer: Offer, context: Context): string {
  const id = context.newId();
  if (offer.commerce === 'legacy') return id;
  const hex = id.replaceAll('-', '');
  return offer.commerce === 'newCommerce' ? hex.slice(0, 12) : `${hex}0`;
}

function orderLine({ line, offer, term, afterTrial }: AcceptedLine, number: number, subscriptionId: string): OrderLine {
  return {
    number,
    catalogItemId: catalogItemIdOf(offer),
    title: offer.title,
    quantity: line.quantity,
    termDuration: term.termDuration,
    billingCycle: term.billingCycle,
    subscriptionId,
    ...(line.friendlyName ? { friendlyName: line.friendlyName } : {}),
    ...(line.resellerMpnId ? { resellerMpnId: line.resellerMpnId } : {}),
    unitPrice: cyclePriceOf(afterTrial ?? term),
    extended: termTotal(afterTrial ?? term, line.quantity),
  };
}

function start(
  state: State,
  customer: Customer,
  orderId: string,
  orderLineNumber: number,
  { line, offer, term, afterTrial }: AcceptedLine,
  context: Context,
): Extract<PartnerEvent, { type: 'SubscriptionStarted' }> {
  const { now } = context;
  const today = dateOf(now);
  const unitPrice = cyclePriceOf(afterTrial ?? term);
  const trial = offer.trial ? { convertsTo: paidTerm(state, offer, afterTrial) } : null;
  const opened = offer.trial
    ? { term: openTrial(today, offer.trial.days, term.termDuration, now), cycle: null }
    : openTerm(today, 0, term.termDuration, term.billingCycle, now);
  const pending = offer.activation !== undefined;
  const subscription: StartedSubscription = {
    id: context.newId(),
    customerId: customer.id,
    orderId,
    orderLine: orderLineNumber,
    catalogItemId: catalogItemIdOf(offer),
    commerce: offer.commerce,
    friendlyName: line.friendlyName ?? offer.title,
    quantity: isCounted(offer) ? line.quantity : null,
    batches: isCounted(offer) ? [{ quantity: line.quantity, addedAt: now, kind: 'purchase' }] : [],
    status: pending ? 'pending' : 'active',
    createdAt: now,
    statusSince: now,
    ...opened,
    unitPrice,
    autoRenew: renewsByDefault(state, offer, today),
    trial,
    ...(line.resellerMpnId ? { resellerMpnId: line.resellerMpnId } : {}),
    ...(line.azureSubscriptionId ? { azureSubscriptionId: line.azureSubscriptionId } : {}),
    ...(pending ? { setUp: { authorizationCode: context.newId(), licensesAssignedAt: null, confirmedAt: null } } : {}),
    deletedAt: null,
  };
  return {
    type: 'SubscriptionStarted',
    subscription,
    charge: pending ? null : firstCharge(state, subscription, offer, context),
  };
}

/**
 * The charge with which a subscription begins: a whole first period; nothing for a trial of Microsoft's legacy catalog
 * (it is on no invoice), for usage, and for what never ends without a price; zero, but a line, for the others (SAAS-1).
 */
export function firstCharge(
  state: State,
  subscription: Pick<Subscription, 'commerce' | 'term' | 'cycle' | 'trial' | 'unitPrice' | 'quantity'>,
  offer: Offer,
  context: Context,
): Charge | null {
  const { commerce, term, cycle, trial, unitPrice, quantity } = subscription;
  if (offer.billingType === 'usage' || quantity === null) return null;
  const price = trial ? { ...unitPrice, micro: 0 } : unitPrice;
  if (trial && commerce === 'legacy') return null;
  const period = cycle ?? { startsOn: term.startsOn, endsOn: term.endsOn ?? term.startsOn };
  const chargeType = chargeTypeOf(commerce, term.billingCycle, 'purchase');
  return wholeCharge(chargeType, period, price, quantity, context.now, exchangeRate(state, price.currency));
}

/** What a trial becomes by itself: legacy trials do not (portal 10-18), marketplace ones keep their offer. */
function paidTerm(state: State, offer: Offer, afterTrial: Term | undefined): PaidTerm | null {
  if (offer.commerce === 'legacy') return null;
  if (afterTrial) {
    const { termDuration, billingCycle } = afterTrial;
    return { catalogItemId: catalogItemIdOf(offer), duration: termDuration, billingCycle };
  }
  const paid = offer.trial?.convertsTo ? state.catalog.byKey(offer.trial.convertsTo) : undefined;
  // Portal 6.6: by default the annual term, billed monthly.
  const term =
    paid?.terms.find((each) => each.termDuration === 'P1Y' && each.billingCycle === 'Monthly') ?? paid?.terms[0];
  return paid && term
    ? { catalogItemId: catalogItemIdOf(paid), duration: term.termDuration, billingCycle: term.billingCycle }
    : null;
}

/** On by default (S0-71); software only since 14 October 2021; never where there is nothing to renew. */
function renewsByDefault(state: State, offer: Offer, today: string): boolean {
  switch (offer.commerce) {
    case 'legacy':
      return offer.trial === undefined;
    case 'newCommerce':
    case 'marketplace':
      return true;
    case 'software':
      return offer.software?.kind === 'subscription' && today >= state.rules.softwareRenewsFrom;
    case 'reservation':
    case 'azurePlan':
      return false;
  }
}
