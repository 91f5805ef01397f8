/** Lists of the screens: filtered, counted, sorted and cut here, so that a screen never holds more than it shows. */
import type {
  CustomerRow,
  CustomersPage,
  Home,
  OrderRow,
  Page,
  PurchaseRow,
  SearchAnswer,
  ShownStatus,
  SubscriptionsPage,
} from '../../api/dashboard';
import { upcoming } from '../../domain/due';
import type { Customer } from '../../domain/customers/customer';
import { ordersOf, subscriptionsOf, type State } from '../../domain/state';
import { isListedSubscription, type Subscription } from '../../domain/subscriptions/subscription';
import type { Due } from '../../domain/world';
import { describeDue } from '../../i18n/describe';
import type { Language } from '../../i18n/language';
import { formatInstant } from '../../kernel/calendar';
import { sumByCurrency } from '../../kernel/money';
import { namesOf } from '../names';
import { own } from '../own';
import { amount } from './amounts';
import { facetOf, matchesAll, pageOf, searchWords, type ListOptions } from './listing';
import { shownStatus, subscriptionRow, type Viewer } from './subscription-row';
import { formatOf } from '../../i18n/explain';

type Compare<Row> = (left: Row, right: Row) => number;

function sorted<Row>(rows: Row[], compare: Compare<Row>, descending: boolean): Row[] {
  return rows.sort(descending ? (left, right) => compare(right, left) : compare);
}

const byText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

export function customerRow(state: State, customer: Customer): CustomerRow {
  const subscriptions = subscriptionsOf(state, customer.id);
  const reseller = state.partner.resellers.find(({ mpnId }) => mpnId === customer.resellerMpnId);
  return {
    id: customer.id,
    companyName: customer.companyName,
    domain: customer.domain,
    country: customer.country,
    currency: customer.currency,
    relationshipToPartner: 'Cloud Reseller',
    qualifications: [...customer.qualifications],
    activeSubscriptions: subscriptions.filter(({ status }) => status === 'active').length,
    attentionNeeded: subscriptions.filter(({ status }) => status === 'pending').length,
    ...(reseller ? { reseller } : {}),
  };
}

export interface CustomerFilter extends ListOptions {
  /** MPN id of the indirect reseller that brought them (portal 2.1). */
  readonly reseller: string | undefined;
}

export function customersPage(state: State, options: CustomerFilter, language: Language): CustomersPage {
  const words = searchWords(options.search);
  const found = [...state.customers.values()].filter((customer) =>
    matchesAll(`${customer.companyName} ${customer.domain} ${customer.id}`.toLowerCase(), words),
  );
  const rows = options.reseller ? found.filter((customer) => customer.resellerMpnId === options.reseller) : [...found];
  const { compare } = formatOf(language);
  const active = (customer: Customer) =>
    subscriptionsOf(state, customer.id).filter(({ status }) => status === 'active').length;
  const order: Record<string, Compare<Customer>> = {
    companyName: (a, b) => compare(a.companyName, b.companyName) || byText(a.id, b.id),
    domain: (a, b) => byText(a.domain, b.domain),
    country: (a, b) => byText(a.country, b.country) || compare(a.companyName, b.companyName),
    subscriptions: (a, b) => active(a) - active(b) || compare(a.companyName, b.companyName),
  };
  const chosen = own(order, options.sort ?? '') ?? order['companyName'];
  return {
    ...pageOf(chosen ? sorted(rows, chosen, options.descending) : rows, options, (each) => customerRow(state, each)),
    resellers: state.partner.resellers.map(({ mpnId, name }) => ({
      mpnId,
      name,
      count: found.filter((customer) => customer.resellerMpnId === mpnId).length,
    })),
  };
}

export interface SubscriptionFilter extends ListOptions {
  readonly status: string | undefined;
  readonly customerId?: string;
}

export function subscriptionsPage(
  state: State,
  filter: SubscriptionFilter,
  viewer: Viewer,
  language: Language,
): SubscriptionsPage {
  const { found, rows } = findSubscriptions(state, filter, language);
  const show = (each: Subscription) => subscriptionRow(state, each, viewer, language);
  return {
    ...pageOf(rows, filter, show),
    facets: { status: facetOf(found.map(shownStatus)) },
    usage:
      filter.customerId === undefined
        ? []
        : subscriptionsOf(state, filter.customerId)
            .filter(({ commerce }) => commerce === 'azurePlan')
            .map(show),
  };
}

/** What a search finds whatever its status, and of that what the status leaves, in the order asked for. */
function findSubscriptions(
  state: State,
  filter: SubscriptionFilter,
  language: Language,
): { found: Subscription[]; rows: Subscription[] } {
  const all =
    filter.customerId === undefined ? [...state.subscriptions.values()] : subscriptionsOf(state, filter.customerId);
  const words = searchWords(filter.search);
  const nameOf = (subscription: Subscription) => state.customers.get(subscription.customerId)?.companyName ?? '';
  const textOf = (each: Subscription) =>
    `${each.friendlyName} ${nameOf(each)} ${each.id} ${state.catalog.item(each.catalogItemId)?.title ?? ''}`.toLowerCase();
  const found = all.filter(
    (each) => isListedSubscription(each, state.rules) && (words.length === 0 || matchesAll(textOf(each), words)),
  );
  const rows = filter.status ? found.filter((each) => shownStatus(each) === filter.status) : found;
  const { compare } = formatOf(language);
  const byName: Compare<Subscription> = (a, b) => compare(a.friendlyName, b.friendlyName) || a.number - b.number;
  const order: Record<string, Compare<Subscription>> = {
    name: byName,
    status: (a, b) => byText(shownStatus(a), shownStatus(b)) || byName(a, b),
    quantity: (a, b) => (a.quantity ?? 0) - (b.quantity ?? 0) || byName(a, b),
    customer: (a, b) => compare(nameOf(a), nameOf(b)) || byName(a, b),
    endsOn: (a, b) => byText(a.term.endsOn ?? '9999', b.term.endsOn ?? '9999') || byName(a, b),
    id: (a, b) => byText(a.id, b.id),
  };
  const chosen = own(order, filter.sort ?? 'name') ?? byName;
  return { found, rows: sorted(rows, chosen, filter.descending) };
}

export function ordersPage(state: State, customerId: string, options: ListOptions): Page<OrderRow> {
  const words = searchWords(options.search);
  const rows = ordersOf(state, customerId).filter((order) =>
    matchesAll(`${order.id} ${order.lines.map(({ title }) => title).join(' ')}`.toLowerCase(), words),
  );
  const order =
    options.sort === 'id' ? (a: (typeof rows)[number], b: (typeof rows)[number]) => byText(a.id, b.id) : undefined;
  const descending = options.sort === undefined ? true : options.descending;
  return pageOf(sorted(rows, order ?? ((a, b) => a.createdAt - b.createdAt), descending), options, (each): OrderRow => {
    const [total] = sumByCurrency(each.lines.map((line) => line.extended));
    return {
      id: each.id,
      createdAt: formatInstant(each.createdAt),
      status: 'completed',
      billingCycle: each.billingCycle,
      products: each.lines.map((line) => ({
        title: line.friendlyName ?? line.title,
        quantity: state.subscriptions.get(line.subscriptionId)?.quantity ?? null,
        subscriptionId: line.subscriptionId,
      })),
      total: total ? amount(total) : null,
    };
  });
}

/** Software or reservations of a customer, newest first. */
export function purchasesPage(
  state: State,
  customerId: string,
  commerce: 'software' | 'reservation',
): Page<PurchaseRow> {
  const items = subscriptionsOf(state, customerId)
    .filter((each) => each.commerce === commerce)
    .reverse()
    .map((each): PurchaseRow => {
      const offer = state.catalog.item(each.catalogItemId);
      const detail = offer?.reservation ? `${offer.reservation.resource}, ${offer.reservation.region}` : undefined;
      return {
        orderId: each.orderId,
        subscriptionId: each.id,
        title: each.friendlyName,
        quantity: each.quantity ?? 1,
        purchasedAt: formatInstant(each.createdAt),
        endsOn: each.term.endsOn,
        status: shownStatus(each),
        ...(detail ? { detail } : {}),
      };
    });
  return { totalCount: items.length, items };
}

export function dueItem(state: State, item: Due, language: Language): Home['due'][number] {
  const subscription = state.subscriptions.get(item.subject);
  const customerId = subscription?.customerId ?? state.carts.get(item.subject)?.customerId;
  const customerName = customerId === undefined ? undefined : state.customers.get(customerId)?.companyName;
  return {
    at: formatInstant(item.at),
    kind: item.kind,
    summary: describeDue(item, namesOf(state), language),
    ...(customerId ? { customerId } : {}),
    ...(customerName ? { customerName } : {}),
    ...(subscription ? { subscriptionId: subscription.id } : {}),
  };
}

export function duePage(state: State, size: number, language: Language): Page<Home['due'][number]> {
  const items = upcoming(state, size).map((item) => dueItem(state, item, language));
  return { totalCount: items.length, items };
}

export function homeResource(state: State, viewer: Viewer, language: Language): Home {
  const counts = new Map<ShownStatus, number>();
  const attention: Subscription[] = [];
  for (const subscription of state.subscriptions.values()) {
    if (!isListedSubscription(subscription, state.rules)) continue;
    const status = shownStatus(subscription);
    counts.set(status, (counts.get(status) ?? 0) + 1);
    if ((status === 'actionNeeded' || status === 'suspended') && attention.length < 8) attention.push(subscription);
  }
  return {
    customers: state.customers.size,
    subscriptions: [...counts].map(([status, count]) => ({ status, count })),
    attention: attention.map((each) => subscriptionRow(state, each, viewer, language)),
    due: duePage(state, 8, language).items,
  };
}

/** The first few customers and subscriptions that match; the pages themselves are the screen's business. */
export function searchResource(state: State, text: string, language: Language): SearchAnswer {
  const options: ListOptions = { search: text, sort: undefined, descending: false, size: 5, offset: 0 };
  if (searchWords(text).length === 0) return { customers: [], subscriptions: [] };
  return {
    customers: customersPage(state, { ...options, reseller: undefined }, language).items.map(
      ({ id, companyName, domain }) => ({
        id,
        companyName,
        domain,
      }),
    ),
    subscriptions: findSubscriptions(state, { ...options, status: undefined }, language)
      .rows.slice(0, options.size)
      .map(({ id, customerId, friendlyName }) => ({
        id,
        customerId,
        customerName: state.customers.get(customerId)?.companyName ?? '',
        name: friendlyName,
      })),
  };
}
