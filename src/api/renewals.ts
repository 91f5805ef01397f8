/** The read models of renewals, upgrades and billing plans (`/dashboard/v1`). */
import type { FacetValue, Page, ShownStatus } from './dashboard';
import type { Amount, Price, Verdict } from './wire';

/** A term, running or to come, with what it costs. */
export interface TermView {
  catalogItemId: string;
  offerName: string;
  quantity: number;
  termDuration: string;
  billingCycle: string;
  /** One licence for one billing period. */
  price: Price;
  /** All licences for one billing period. */
  cycleAmount: Amount;
  /** All licences for the whole term. */
  termAmount: Amount;
}

export interface PlanChoice {
  termDuration: string;
  billingCycle: string;
  /** As the price list quotes it: one licence, `per` month, year, or once. */
  price: Price;
}

/** `GET /dashboard/v1/customers/{c}/subscriptions/{s}/renewal`: everything that the two side panels choose from. */
export interface RenewalOptions {
  /** Day on which the next term begins (00:00 UTC); `null` where nothing follows. */
  renewsOn: string | null;
  current: TermView;
  /** What the next term will be, saved or not; `null` where nothing follows. */
  next: TermView | null;
  /** Whether `next` has been saved by somebody. */
  isSaved: boolean;
  /** How users' licences follow into the next term where it is of another SKU; `null` = it stays. */
  licenses: 'automatic' | 'manual' | null;
  /** The saved change that the last change mid-term deleted; it can be saved again. */
  lapsed: TermView | null;
  /** Whether a change can be saved now. */
  schedule: Verdict;
  autoRenew: { enabled: boolean; verdict: Verdict };
  /** SKUs of the next term, the present one (a trial's paid one) first. */
  choices: {
    catalogItemId: string;
    title: string;
    isCurrent: boolean;
    verdict: Verdict;
    limits: { min: number; max: number };
    terms: PlanChoice[];
  }[];
  /** The billing frequency alone, from the next billing period on. */
  frequency: {
    verdict: Verdict;
    current: string;
    pending: string | null;
    /** First day of the next billing period. */
    from: string | null;
    choices: PlanChoice[];
  };
  /** Longer terms that begin at once. */
  longerTerms: { verdict: Verdict; choices: PlanChoice[] };
  /** Legacy: the order whose subscriptions are billed together. */
  order?: {
    id: string;
    billingCycle: string;
    choices: { billingCycle: string; verdict: Verdict }[];
    subscriptions: { id: string; name: string; status: ShownStatus; billingCycle: string }[];
  };
}

/** `GET /dashboard/v1/customers/{c}/subscriptions/{s}/upgrade` */
export interface UpgradeOptions {
  /** `transition`: new commerce, `POST …/transitions`; `upgrade`: legacy, `POST …/upgrades`. */
  kind: 'transition' | 'upgrade';
  verdict: Verdict;
  quantity: number;
  isTrial: boolean;
  targets: {
    catalogItemId: string;
    title: string;
    description: string;
    /** Whether licences can go there now, one way or another. */
    verdict: Verdict;
    /** Whether they can without joining a subscription that there is. */
    asNew: Verdict;
    limits: { min: number; max: number };
    /** `keepsTerm`: goes on in the running term; otherwise a new one begins today. */
    terms: (PlanChoice & { keepsTerm: boolean })[];
    /** The customer has it from another partner or the legacy catalog: licences are assigned by hand (S0-91). */
    heldElsewhere: boolean;
    /** Subscriptions that the licences could join. */
    existing: {
      subscriptionId: string;
      name: string;
      quantity: number;
      termDuration: string;
      billingCycle: string;
      endsOn: string | null;
      /** How many licences can join it. */
      limits: { min: number; max: number };
      verdict: Verdict;
    }[];
  }[];
}

/** What happens at the end of a term: it renews, a trial becomes paid, or it ends. */
export type RenewalKind = 'renews' | 'converts' | 'ends';

/**
 * `GET /dashboard/v1/renewals` and `GET /dashboard/v1/customers/{c}/renewals` `?search&kind&changed&from&to&size&offset`:
 * the end of every running term, soonest first. `from` and `to` are days, both inclusive.
 */
export interface RenewalRow {
  /** Day on which the next term begins, or nothing does (00:00 UTC). */
  on: string;
  kind: RenewalKind;
  /** In one sentence: as what, and for how much. */
  summary: string;
  customerId: string;
  customerName: string;
  subscriptionId: string;
  name: string;
  offerName: string;
  newCommerce: boolean;
  current: TermView;
  next: TermView | null;
  /** Whether somebody has changed what the next term will be. */
  changed: boolean;
  autoRenew: boolean;
  /** How users' licences follow another SKU; `null` = it stays. */
  licenses: 'automatic' | 'manual' | null;
  schedule: Verdict;
  switchAutoRenew: Verdict;
}

export interface RenewalsPage extends Page<RenewalRow> {
  facets: { kind: FacetValue[]; changed: FacetValue[] };
  /** What the matching renewals charge at once, by currency. */
  totals: Amount[];
}

/** `GET /dashboard/v1/renewals/days` and of a customer, with the same filters: how many end on each day. */
export interface RenewalDays {
  days: { on: string; count: number; amounts: Amount[] }[];
}
