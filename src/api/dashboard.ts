/** The read models of the screens (`/dashboard/v1`): lists with prices, counts, verdicts and sentences, ready to show. */
import type { Amount, Price, Verdict } from './wire';

export type Tab = 'onlineServices' | 'software' | 'azure';
export type PartnerType = 'directBill' | 'indirectProvider' | 'indirectReseller';

/** `GET /dashboard/v1/session` */
export interface Session {
  partner: {
    id: string;
    name: string;
    country: string;
    currency: string;
    type: PartnerType;
    billingDay: number;
    mpnId: string;
    newCommercePreview: boolean;
    restricted: boolean;
  };
  user: { id: string; name: string; roles: string[] };
  users: { id: string; name: string; roles: string[] }[];
  scenario: { name: string; title: string };
  /** What the signed-in user may do at all; each refusal is shown beside the control that it disables. */
  permissions: { viewCustomers: Verdict; exportCustomers: Verdict; buy: Verdict; manageSubscriptions: Verdict };
  /** Set when a stored world could not be read or saved; each is shown once, as a message. */
  notices: { code: 'worldSetAside' | 'memoryOnly'; description: string; file?: string }[];
}

export interface Page<Row> {
  /** Rows that match, on all pages together. */
  totalCount: number;
  items: Row[];
}

export interface FacetValue {
  value: string;
  count: number;
}

/** `GET /dashboard/v1/customers?search&reseller&sort&direction&size&offset` — sort: companyName, domain, country, subscriptions */
export interface CustomerRow {
  id: string;
  companyName: string;
  domain: string;
  country: string;
  currency: string;
  relationshipToPartner: string;
  qualifications: string[];
  activeSubscriptions: number;
  attentionNeeded: number;
  reseller?: { mpnId: string; name: string };
}

/** The list with what an indirect provider can filter it by; no resellers for the other kinds of partner. */
export interface CustomersPage extends Page<CustomerRow> {
  resellers: { mpnId: string; name: string; count: number }[];
}

/** `GET /dashboard/v1/customers/{c}` */
export interface CustomerPage extends CustomerRow {
  address: { addressLine1?: string; city?: string; state?: string; postalCode?: string; country: string };
  contact: { firstName?: string; lastName?: string; email?: string; phoneNumber?: string };
  agreement: { acceptedOn: string | null };
  counts: { subscriptions: number; orders: number; software: number; reservations: number; usage: number };
  cart: { id: string; lines: number } | null;
  /** Whether anything can be sold to this customer now by this user. */
  addSubscription: Verdict;
}

/** `GET /dashboard/v1/customers/{c}/catalog?tab&publisher&billingType&category&segment&productType&search&size&offset` */
export interface CatalogPage extends Page<CatalogRow> {
  tabs: { tab: Tab; count: number }[];
  facets: {
    publisher: FacetValue[]; // Microsoft, Partner
    billingType: FacetValue[]; // License, Usage
    category: FacetValue[]; // Enterprise, SmallBusiness, Trial
    segment: FacetValue[]; // Commercial, Education, Government, Nonprofit
    productType: FacetValue[];
  };
}

export interface CatalogRow {
  catalogItemId: string;
  title: string;
  productTitle: string;
  description: string;
  publisherName: string;
  publisherKind: 'microsoft' | 'partner';
  newCommerce: boolean;
  isTrial: boolean;
  isAddOn: boolean;
  /** Days of a free trial that comes with a paid marketplace offer (applied automatically, S0-30). */
  includedTrialDays?: number;
  billingType: 'License' | 'Usage';
  category: 'Enterprise' | 'SmallBusiness' | 'Trial';
  segments: string[];
  productType: string;
  terms: OfferTerm[];
  /** Absent where there is no licence count. `fixed`: the count cannot be chosen (trials). */
  quantity?: { min: number; max: number; fixed?: number };
  taxIncluded: boolean;
  limit?: { count: number; scope: 'Lifetime' | 'Concurrent' };
  purchase: { allowed: true } | { allowed: false; reasons: Unavailability[] };
}

export interface OfferTerm {
  termDuration: string;
  billingCycle: string;
  price: Price;
}

/** Why an offer cannot be bought now, and the documented way out. */
export interface Unavailability {
  code: string;
  facts: Record<string, unknown>;
  description: string;
  wayOut?:
    | { kind: 'reactivate'; subscriptionId: string }
    | { kind: 'openExisting'; subscriptionId: string }
    | { kind: 'contactPublisher'; url: string }
    | { kind: 'azurePortal'; url: string }
    | { kind: 'showBases'; bases: { catalogItemId: string; title: string }[] }
    | { kind: 'openAccount' };
}

/** `GET /dashboard/v1/customers/{c}/cart` — the customer's open cart, or `cart: null` */
export interface CartView {
  cart: { id: string; expiresAt: string; createdAt: string } | null;
  lines: CartLineView[];
  /** First charge and full-term total, one entry per currency, from the real purchase run on a copy of the world. */
  totals: { firstCharge: Amount[]; fullTerm: Amount[] };
  /** Indirect provider: the resellers to choose from. */
  resellers: { mpnId: string; name: string }[];
  checkout: Verdict;
}

export interface CartLineView {
  id: number;
  catalogItemId: string;
  title: string;
  publisherName: string;
  isTrial: boolean;
  quantity: number;
  limits?: { min: number; max: number; fixed?: number };
  termDuration: string;
  billingCycle: string;
  choices: OfferTerm[];
  friendlyName: string;
  resellerMpnId: string;
  price: Price | null;
  firstCharge: Amount | null;
  /** What the whole first term costs; null where there is no term or no price in advance. */
  fullTerm: Amount | null;
  /** Days that are free before the first charge. */
  trialDays?: number;
  taxIncluded: boolean;
  /** Reservations: the Azure plan of the customer it applies to. */
  azureSubscriptionId?: string;
  undoUntil: { at: string; refund: 'full' | 'prorated' } | null;
  error?: { code: number; description: string; wayOut?: Unavailability['wayOut'] };
}

/** `GET /dashboard/v1/customers/{c}/carts/{cart}/confirmation` */
export interface Confirmation {
  orders: {
    id: string;
    createdAt: string;
    status: string;
    lines: {
      lineItemNumber: number;
      title: string;
      quantity: number | null;
      subscriptionId?: string;
      publisherLink?: PublisherLink;
      firstCharge: Amount | null;
    }[];
  }[];
}

/** Where a marketplace purchase is finished: the personal link and the authorization code that names the purchase. */
export interface PublisherLink {
  url: string;
  authorizationCode: string;
}

/** `GET /dashboard/v1/customers/{c}/orders?search&sort&direction&size&offset` */
export interface OrderRow {
  id: string;
  createdAt: string;
  status: string;
  billingCycle: string;
  products: { title: string; quantity: number | null; subscriptionId?: string }[];
  total: Amount | null;
}

/** The word in the Status column; `actionNeeded` is how a marketplace subscription shows while it waits. */
export type ShownStatus =
  'active' | 'actionNeeded' | 'pending' | 'suspended' | 'expired' | 'disabled' | 'canceled' | 'deleted';

/** `GET /dashboard/v1/customers/{c}/subscriptions` and `GET /dashboard/v1/subscriptions`
 *  `?search&status&sort&direction&size&offset` — sort: name, status, quantity, customer, endsOn, id */
export interface SubscriptionRow {
  id: string;
  customerId: string;
  customerName: string;
  name: string;
  offerName: string;
  publisherName: string;
  status: ShownStatus;
  /** e.g. "Cancels on 2021-11-01", "Deleted on 2022-01-03": what comes next, in words. */
  statusNote?: string;
  quantity: number | null;
  isTrial: boolean;
  isAddOn: boolean;
  newCommerce: boolean;
  commerce: string;
  termDuration: string;
  billingCycle: string;
  autoRenew: boolean;
  /** Last day of the term (inclusive), or null where there is none. */
  endsOn: string | null;
  reseller?: { mpnId: string; name: string };
  publisherLink?: PublisherLink;
}

export interface SubscriptionsPage extends Page<SubscriptionRow> {
  facets: { status: FacetValue[] };
  /** Usage-based subscriptions are managed in the Azure portal and listed in a block of their own. */
  usage: SubscriptionRow[];
}

/** `GET /dashboard/v1/customers/{c}/subscriptions/{s}` */
export interface SubscriptionPage extends SubscriptionRow {
  orderId: string;
  offerId: string;
  createdAt: string;
  startsOn: string;
  cycleEndsOn: string | null;
  renewsAt: string | null;
  price: Price | null;
  batches: {
    quantity: number;
    addedAt: string;
    kind: 'purchase' | 'renewal' | 'midTerm';
    reducibleUntil: string | null;
  }[];
  /** Until when the purchase or renewal can be cancelled, and with what refund. */
  cancellation: { until: string; refund: 'full' | 'prorated' }[];
  suspension?: { since: string; deletedAt: string };
  setUp?: { licensesAssignedAt: string | null; confirmedAt: string | null } & PublisherLink;
  verdicts: { rename: Verdict; autoRenew: Verdict; suspend: Verdict; reactivate: Verdict };
  charges: ChargeLine[];
  history: { sequence: number; at: string; kind: string; summary: string; by: string | null }[];
}

/** One settled charge or credit. Charge types are English everywhere. Dates are inclusive at both ends. */
export interface ChargeLine {
  chargeType: string;
  chargeStartDate: string;
  chargeEndDate: string;
  unitPrice: string;
  effectiveUnitPrice: string;
  quantity: number;
  amount: Amount;
  settledAt: string;
}

/** `GET /dashboard/v1/customers/{c}/software` and `/reservations` */
export interface PurchaseRow {
  orderId: string;
  subscriptionId: string;
  title: string;
  quantity: number;
  purchasedAt: string;
  endsOn: string | null;
  status: ShownStatus;
  detail?: string;
}

/** `GET /dashboard/v1/home` */
export interface Home {
  customers: number;
  subscriptions: { status: ShownStatus; count: number }[];
  attention: SubscriptionRow[];
  due: {
    at: string;
    kind: string;
    summary: string;
    customerId?: string;
    customerName?: string;
    subscriptionId?: string;
  }[];
}

/** `GET /dashboard/v1/search?q` — the first few of each */
export interface SearchAnswer {
  customers: { id: string; companyName: string; domain: string }[];
  subscriptions: { id: string; customerId: string; customerName: string; name: string }[];
}

/** `GET /dashboard/v1/due?size` */
export type DuePage = Page<Home['due'][number]>;

/** `GET /dashboard/v1/publisher/{authorizationCode}` — the publisher's side of a marketplace purchase */
export interface PublisherPage {
  authorizationCode: string;
  publisherName: string;
  offerName: string;
  customerName: string;
  customerId: string;
  subscriptionId: string;
  quantity: number | null;
  licensesAssignedAt: string | null;
  confirmedAt: string | null;
}

/** `POST /dashboard/v1/preview` */
export interface PreviewRequest {
  method: string;
  path: string;
  body?: unknown;
}

export interface Preview {
  accepted: boolean;
  refusal?: { status: number; code: number; description: string; data: unknown[] };
  /** What would happen, one sentence each. */
  effects: { kind: string; summary: string; customerId?: string; subscriptionId?: string }[];
  charges: (ChargeLine & { subscriptionId: string })[];
  nextInvoice: { on: string; total: Amount }[];
  irreversible: boolean;
  undoUntil: string | null;
}
