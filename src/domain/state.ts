/** Everything that is true now. Values are immutable, the maps are the world's own and change in place (`evolve`). */
import TinyQueue from 'tinyqueue';
import type { Instant } from '../kernel/calendar';
import type { CurrencyCode } from '../kernel/money';
import type { Charge } from './billing/charge';
import type { ChargeFacts } from './billing/ledger';
import type { Cart } from './cart/cart';
import type { Catalog } from './catalog/catalog';
import type { Customer } from './customers/customer';
import type { Role } from './partner/roles';
import type { RulesEdition } from './rules/edition';
import type { Order } from './subscriptions/order';
import type { Subscription } from './subscriptions/subscription';
import type { Transition } from './subscriptions/upgrade';
import type { ServiceRequest } from './support/service-request';
import type { Due } from './world';

export type PartnerType = 'directBill' | 'indirectProvider' | 'indirectReseller';

export interface Partner {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly currency: CurrencyCode;
  readonly type: PartnerType;
  /** Day of the month (1–28) on which licence-based charges are invoiced. */
  readonly billingDay: number;
  readonly mpnId: string;
  readonly newCommercePreview: boolean;
  /** No new purchases; what is sold goes on (portal 1.5). */
  readonly restricted: boolean;
  /** Whether it pays its invoices, each on its due date (decisions 34). */
  readonly paysInvoices: boolean;
  /** Indirect provider: the resellers it may sell through. */
  readonly resellers: readonly { readonly mpnId: string; readonly name: string }[];
}

export interface User {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

export interface State {
  readonly partner: Partner;
  readonly users: readonly User[];
  readonly rules: RulesEdition;
  /** Currency → partner's currency, decimal text for one unit. */
  readonly exchangeRates: ReadonlyMap<string, string>;
  /** Country of a customer → tax on what it buys, a share as decimal text; none = no tax. */
  readonly taxRates: ReadonlyMap<string, string>;
  readonly catalog: Catalog;
  readonly customers: Map<string, Customer>;
  readonly carts: Map<string, Cart>;
  /** Customer → its newest cart that is neither ordered nor expired. */
  readonly openCarts: Map<string, string>;
  readonly orders: Map<string, Order>;
  readonly ordersOf: Map<string, readonly string[]>;
  readonly subscriptions: Map<string, Subscription>;
  readonly subscriptionsOf: Map<string, readonly string[]>;
  readonly charges: Map<string, readonly Charge[]>;
  /** What each of them was about when it was settled: at the same positions as `charges`. */
  readonly chargeFacts: Map<string, readonly ChargeFacts[]>;
  /** How many lines there are (`lines`): what is made of all of them is made again when there are more. */
  readonly lineCount: Map<'lines', number>;
  /** Upgrades by the subscription that they were made of, oldest first. */
  readonly transitions: Map<string, readonly Transition[]>;
  readonly serviceRequests: Map<string, ServiceRequest>;
  /** Due work by instant; entries that no longer hold are skipped when they surface (`due.ts`). */
  readonly due: TinyQueue<Due>;
}

export function dueOrder(left: Due, right: Due): number {
  return (
    left.at - right.at ||
    left.rank - right.rank ||
    (left.subject < right.subject ? -1 : left.subject > right.subject ? 1 : 0)
  );
}

/** What a scenario fixes before anything happens. */
export interface Setting {
  readonly partner: Partner;
  readonly users: readonly User[];
  readonly rules: RulesEdition;
  readonly exchangeRates: ReadonlyMap<string, string>;
  readonly taxRates: ReadonlyMap<string, string>;
  readonly catalog: Catalog;
}

export function emptyState(setting: Setting): State {
  return {
    ...setting,
    customers: new Map(),
    carts: new Map(),
    openCarts: new Map(),
    orders: new Map(),
    ordersOf: new Map(),
    subscriptions: new Map(),
    subscriptionsOf: new Map(),
    charges: new Map(),
    chargeFacts: new Map(),
    lineCount: new Map(),
    transitions: new Map(),
    serviceRequests: new Map(),
    due: new TinyQueue([], dueOrder),
  };
}

/** A copy that can be changed on its own: the maps are new, the values in them are shared. */
export function forkState(state: State): State {
  return {
    ...state,
    customers: new Map(state.customers),
    carts: new Map(state.carts),
    openCarts: new Map(state.openCarts),
    orders: new Map(state.orders),
    ordersOf: new Map(state.ordersOf),
    subscriptions: new Map(state.subscriptions),
    subscriptionsOf: new Map(state.subscriptionsOf),
    charges: new Map(state.charges),
    chargeFacts: new Map(state.chargeFacts),
    lineCount: new Map(state.lineCount),
    transitions: new Map(state.transitions),
    serviceRequests: new Map(state.serviceRequests),
    due: new TinyQueue([...state.due.data], dueOrder),
  };
}

/** The subscriptions of a customer, oldest first. */
export function subscriptionsOf(state: State, customerId: string): Subscription[] {
  return (state.subscriptionsOf.get(customerId) ?? []).flatMap((id) => state.subscriptions.get(id) ?? []);
}

/** The orders of a customer, oldest first. */
export function ordersOf(state: State, customerId: string): Order[] {
  return (state.ordersOf.get(customerId) ?? []).flatMap((id) => state.orders.get(id) ?? []);
}

/** The rate from a pricing currency to the partner's, as the charge records it. */
export function exchangeRate(state: State, currency: CurrencyCode): string {
  return currency === state.partner.currency ? '1' : (state.exchangeRates.get(currency) ?? '1');
}

/** An instant or never, for ordering. */
export function earliest(...instants: (Instant | null | undefined)[]): Instant | null {
  const known = instants.filter((at): at is Instant => at !== null && at !== undefined);
  return known.length === 0 ? null : (Math.min(...known) as Instant);
}
