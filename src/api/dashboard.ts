/** The read models of the screens (`/dashboard/v1`): lists with prices, counts, verdicts and sentences, ready to show. */
import type { SubscriptionVerdicts } from './subscriptions';
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
  /** Set while this user may cancel it: the window closes at `until` (exclusive). */
  cancel?: { until: string };
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
    kind: 'purchase' | 'renewal' | 'midTerm' | 'upgrade';
    /** Until when (exclusive) they can be taken away by oneself; `null` = not now. */
    reducibleUntil: string | null;
    /** Until when (exclusive) support takes them away on request; `null` = not now. */
    supportUntil: string | null;
  }[];
  /** The numbers of licences that are accepted now; `null` = the number cannot be changed (the verdicts say why). */
  quantityBounds: { min: number; max: number } | null;
  /** Until when the purchase or renewal can be cancelled, and with what refund. */
  cancellation: { until: string; refund: 'full' | 'prorated' }[];
  suspension?: { since: string; deletedAt: string };
  setUp?: { licensesAssignedAt: string | null; confirmedAt: string | null } & PublisherLink;
  /** Legacy: from when on a change of the licence count is settled in money, where one is waiting. */
  settlesOn: string | null;
  /** A legacy add-on: the subscription that it stands on. */
  base?: { id: string; name: string };
  /** Legacy: what can stand on this subscription, held or not, each with its price for the base's billing (S0-34). */
  addOns: AddOnRow[];
  /** A legacy trial: what it can become by hand. */
  conversion?: {
    offerName: string;
    limits: { min: number; max: number };
    quantity: number;
    choices: { billingCycle: string; price: Price }[];
  };
  /** Indirect provider: the resellers that can be named. */
  resellers: { mpnId: string; name: string }[];
  supportContact: { mpnId: string; name: string };
  supportContacts: { mpnId: string; name: string }[];
  verdicts: SubscriptionVerdicts;
  charges: SubscriptionCharge[];
  /** Whether charges and credits cover its time once; `null` while nothing was charged. */
  conservation: Conservation | null;
  /** Everything that happened to it, with its cause and its money, oldest first. */
  history: {
    sequence: number;
    at: string;
    kind: string;
    summary: string;
    /** Who did it; `null` = the clock. */
    by: string | null;
    charges: SubscriptionCharge[];
  }[];
  serviceRequests: ServiceRequestRow[];
}

/** The conservation check of a subscription's lines: each day is charged once, or was given back. */
export interface Conservation {
  /** First and last day that was ever charged. */
  startsOn: string;
  endsOn: string;
  /** Days of them that are not charged; `line` is the one that gave them back, where one did. */
  gaps: { startsOn: string; endsOn: string; days: number; line: number | null }[];
  /** Days that are charged twice: there must be none. */
  overlaps: { startsOn: string; endsOn: string; days: number }[];
  charged: Amount;
  credited: Amount;
  net: Amount;
  /** What the rounding of the policies has added to what stands charged; negative = it has taken. */
  rounding: Amount;
}

/** An add-on of a legacy base: one that is held, or one that could be. */
export interface AddOnRow {
  catalogItemId: string;
  title: string;
  description: string;
  price: Price;
  limits: { min: number; max: number };
  /** Absent while it is not held. */
  held?: {
    subscriptionId: string;
    name: string;
    status: ShownStatus;
    quantity: number;
    /** The numbers that are accepted now; `null` = none but the present one. */
    bounds: { min: number; max: number } | null;
    verdicts: Pick<SubscriptionVerdicts, 'increaseQuantity' | 'reduceQuantity'>;
  };
  /** Whether it can be bought now; for a held one, why not again. */
  purchase: Verdict;
}

/** A request to support, as its author sees it. */
export interface ServiceRequestRow {
  id: string;
  title: string;
  description: string;
  severity: string;
  topic: string;
  createdAt: string;
  status: 'open' | 'closed';
  customerId: string;
  customerName: string;
  subscriptionId?: string;
  subscriptionName?: string;
  /** When support will answer, while it has not. */
  answersAt?: string;
  answer?: { at: string; approved: boolean; description: string };
}

/** `GET /dashboard/v1/deadlines` and `GET /dashboard/v1/customers/{c}/deadlines` `?search&kind&size&offset`: what runs out, soonest first. */
export type DeadlineKind = 'cancellation' | 'reduction' | 'support' | 'trialEnd' | 'renewal' | 'termEnd' | 'deletion';

export interface DeadlineRow {
  /** Exclusive: at this instant it is over. */
  at: string;
  kind: DeadlineKind;
  /** What runs out or happens, in one sentence. */
  summary: string;
  customerId: string;
  customerName: string;
  subscriptionId: string;
  name: string;
  /** Licences that it is about. */
  quantity: number | null;
  /** What can be done about it on the details page, and whether this user may. */
  action: {
    kind: 'cancel' | 'reduceQuantity' | 'requestSupport' | 'convertTrial' | 'autoRenew' | 'reactivate';
    verdict: Verdict;
  };
}

export interface DeadlinesPage extends Page<DeadlineRow> {
  facets: { kind: FacetValue[] };
}

/**
 * `POST /dashboard/v1/batch`: several requests of the API in one. `all`: carried out together or not at all (one Submit
 * of a page). `each`: one after the other, whatever becomes of the others (bulk), with what each one does.
 */
export interface BatchRequest {
  mode: 'all' | 'each';
  requests: PreviewRequest[];
  /** Works out the answers on a copy and changes nothing. */
  dryRun?: boolean;
}

export interface BatchAnswer {
  items: Preview[];
}

/** A charge with the invoice that holds it; without an id it has not been issued. */
export interface SubscriptionCharge extends ChargeLine {
  /** Position among the lines of its subscription, counted from 1. */
  number: number;
  invoice: { id: string | null; kind: 'Recurring' | 'OneTime' };
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
  /** The status that the request would be, or was, answered with. */
  status: number;
  refusal?: { status: number; code: number; description: string; data: unknown[] };
  /** What would happen, one sentence each. */
  effects: { kind: string; summary: string; customerId?: string; subscriptionId?: string }[];
  charges: (ChargeLine & { subscriptionId: string })[];
  /** What goes onto which invoice; with legacy changes of the licence count, what their settlement will put there. */
  nextInvoice: { on: string; total: Amount }[];
  /** What is turned off or deleted along the way. */
  sideEffects: {
    kind:
      | 'accessLost'
      | 'autoRenewOff'
      | 'billingGoesOn'
      | 'addOnsSuspended'
      | 'addOnsReactivated'
      | 'dataDeleted'
      /** What was saved for the next term is deleted; it can be saved again. */
      | 'scheduleDeleted'
      /** The same, and it cannot be saved again. */
      | 'scheduleGone'
      | 'frequencyChangeDeleted'
      /** Users' licences follow by themselves, or have to be assigned by hand. */
      | 'licensesFollow'
      | 'licensesByHand'
      /** Nothing of it can be given back until it renews. */
      | 'notCancelable';
    description: string;
  }[];
  /** What saving or removing a change makes of the next term: worked out by letting a copy of the world get there. */
  nextTerm?: {
    startsOn: string;
    endsOn: string | null;
    /** What is charged on that day. */
    first: Amount | null;
    /** What the whole term costs, every billing period of it. */
    total: Amount | null;
    /** How users' licences follow another SKU; `null` = it stays. */
    licenses: 'automatic' | 'manual' | null;
  };
  /** The billing period with which another billing frequency begins, and what is charged for it; found likewise. */
  nextPeriod?: { startsOn: string; endsOn: string; charge: Amount };
  irreversible: boolean;
  /** Until when (exclusive) it can be undone, by oneself or by support; `null` = any time, or never (`irreversible`). */
  undoUntil: string | null;
}
