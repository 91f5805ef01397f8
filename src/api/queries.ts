/**
 * What the screens ask for: query options by read model. Server state never goes stale by time; every command and every
 * move of the clock invalidates all of it (the world is small and one process away).
 */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { BillingPage, InvoiceLinesPage } from './billing';
import { call } from './client';
import type {
  CartView,
  CatalogPage,
  Confirmation,
  CustomerPage,
  CustomersPage,
  DeadlinesPage,
  DuePage,
  Home,
  OrderRow,
  Page,
  PublisherPage,
  PurchaseRow,
  SearchAnswer,
  ServiceRequestRow,
  Session,
  SubscriptionPage,
  SubscriptionsPage,
} from './dashboard';
import type { RenewalDays, RenewalOptions, RenewalsPage, UpgradeOptions } from './renewals';
import type { SupportTopic } from './service-requests';
import type { Clock, HistoryEvent, ScenarioEntry } from './simulation';
import type { Collection } from './wire';

/** Filters and order of a list, exactly as they stand in the URL. */
export type ListQuery = Record<string, string | undefined>;

const PAGE_SIZE = 100;

function list<Answer extends Page<unknown>>(path: string, query: ListQuery = {}) {
  return infiniteQueryOptions({
    queryKey: [path, query],
    queryFn: ({ pageParam, signal }) =>
      call<Answer>(path, { query: { ...query, size: PAGE_SIZE, offset: pageParam }, signal }),
    initialPageParam: 0,
    getNextPageParam: (last: Answer, pages: Answer[]) => {
      const loaded = pages.reduce((count, each) => count + each.items.length, 0);
      return last.items.length > 0 && loaded < last.totalCount ? loaded : undefined;
    },
    placeholderData: keepPreviousData,
  });
}

function one<Answer>(path: string, query: ListQuery = {}) {
  return queryOptions({
    queryKey: [path, query],
    queryFn: ({ signal }) => call<Answer>(path, { query, signal }),
  });
}

const customer = (customerId: string) => `/dashboard/v1/customers/${encodeURIComponent(customerId)}`;

export const sessionQuery = () => one<Session>('/dashboard/v1/session');
export const homeQuery = () => one<Home>('/dashboard/v1/home');
export const customersQuery = (query: ListQuery) => list<CustomersPage>('/dashboard/v1/customers', query);
export const customerQuery = (customerId: string) => one<CustomerPage>(customer(customerId));
export const catalogQuery = (customerId: string, query: ListQuery) =>
  list<CatalogPage>(`${customer(customerId)}/catalog`, query);
export const cartQuery = (customerId: string) => one<CartView>(`${customer(customerId)}/cart`);
export const confirmationQuery = (customerId: string, cartId: string) =>
  one<Confirmation>(`${customer(customerId)}/carts/${encodeURIComponent(cartId)}/confirmation`);
export const ordersQuery = (customerId: string, query: ListQuery) =>
  list<Page<OrderRow>>(`${customer(customerId)}/orders`, query);
export const subscriptionsQuery = (customerId: string, query: ListQuery) =>
  list<SubscriptionsPage>(`${customer(customerId)}/subscriptions`, query);
export const allSubscriptionsQuery = (query: ListQuery) =>
  list<SubscriptionsPage>('/dashboard/v1/subscriptions', query);
export const subscriptionQuery = (customerId: string, subscriptionId: string) =>
  one<SubscriptionPage>(subscription(customerId, subscriptionId));
const subscription = (customerId: string, subscriptionId: string) =>
  `${customer(customerId)}/subscriptions/${encodeURIComponent(subscriptionId)}`;
export const renewalQuery = (customerId: string, subscriptionId: string) =>
  one<RenewalOptions>(`${subscription(customerId, subscriptionId)}/renewal`);
export const upgradeQuery = (customerId: string, subscriptionId: string) =>
  one<UpgradeOptions>(`${subscription(customerId, subscriptionId)}/upgrade`);
export const allRenewalsQuery = (query: ListQuery) => list<RenewalsPage>('/dashboard/v1/renewals', query);
export const renewalsQuery = (customerId: string, query: ListQuery) =>
  list<RenewalsPage>(`${customer(customerId)}/renewals`, query);
export const allRenewalDaysQuery = (query: ListQuery) => one<RenewalDays>('/dashboard/v1/renewals/days', query);
export const renewalDaysQuery = (customerId: string, query: ListQuery) =>
  one<RenewalDays>(`${customer(customerId)}/renewals/days`, query);
export const allDeadlinesQuery = (query: ListQuery) => list<DeadlinesPage>('/dashboard/v1/deadlines', query);
export const deadlinesQuery = (customerId: string, query: ListQuery) =>
  list<DeadlinesPage>(`${customer(customerId)}/deadlines`, query);
export const serviceRequestsQuery = (customerId: string) =>
  one<Page<ServiceRequestRow>>(`${customer(customerId)}/servicerequests`);
export const supportTopicsQuery = () => one<Collection<SupportTopic>>('/v1/servicerequests/supporttopics');
export const softwareQuery = (customerId: string) => one<Page<PurchaseRow>>(`${customer(customerId)}/software`);
export const reservationsQuery = (customerId: string) => one<Page<PurchaseRow>>(`${customer(customerId)}/reservations`);
export const publisherQuery = (code: string) =>
  one<PublisherPage>(`/dashboard/v1/publisher/${encodeURIComponent(code)}`);
export const searchQuery = (text: string) =>
  queryOptions({ ...one<SearchAnswer>('/dashboard/v1/search', { q: text }), placeholderData: keepPreviousData });
export const dueQuery = (size: number) => one<DuePage>('/dashboard/v1/due', { size: String(size) });
export const clockQuery = () => one<Clock>('/simulation/v1/clock');
export const scenariosQuery = () => one<ScenarioEntry[]>('/simulation/v1/scenarios');
export const historyQuery = (query: ListQuery) => one<HistoryEvent[]>('/simulation/v1/history', query);
export const billingQuery = () => one<BillingPage>('/dashboard/v1/billing');
/** Lines of an invoice come in pages of so many. */
export const LINES_SIZE = 100;
/** Pages that nobody looks at are soon forgotten: a thousand of them make up a large invoice. */
const LINES_KEPT = 60_000;
/** One page of an invoice's lines, with what all of them come to. `invoice`: a number, or `unbilled` with `kind`. */
export const invoiceLinesQuery = (invoice: string, query: ListQuery, page = 0) =>
  queryOptions({
    ...one<InvoiceLinesPage>(`/dashboard/v1/invoices/${encodeURIComponent(invoice)}/lines`, {
      ...query,
      size: String(LINES_SIZE),
      offset: String(page * LINES_SIZE),
    }),
    gcTime: LINES_KEPT,
  });
/** Totals and groups of an invoice's lines, and only the first of the lines. */
export const invoiceHeadQuery = (invoice: string, query: ListQuery) =>
  queryOptions({
    ...one<InvoiceLinesPage>(`/dashboard/v1/invoices/${encodeURIComponent(invoice)}/lines`, { ...query, size: '1' }),
    placeholderData: keepPreviousData,
  });
