/** What renews when, as what and for how much, and what can be chosen for it (portal 6). */
import type {
  PlanChoice,
  RenewalDays,
  RenewalKind,
  RenewalOptions,
  RenewalRow,
  RenewalsPage,
  TermView,
  UpgradeOptions,
} from '../../api/renewals';
import { cycleMonths, cyclePart, monthsOf } from '../../domain/billing/charge';
import { catalogItemIdOf, type BillingCycle, type Offer, type Term } from '../../domain/catalog/offer';
import { quantityRange } from '../../domain/cart/line';
import { listedPrice } from '../../domain/cart/purchase';
import { focusDue } from '../../domain/due';
import type { LicenseAssignment } from '../../domain/events';
import { checkAutoRenew, managingAction, type PartnerWorld } from '../../domain/partner';
import type { Amount } from '../../api/wire';
import { checkRole } from '../../domain/partner/roles';
import type { Refusal } from '../../domain/refusals';
import { subscriptionsOf, type State, type User } from '../../domain/state';
import {
  checkFrequencies,
  checkLongerTerms,
  frequencyChoices,
  longerTerms,
} from '../../domain/subscriptions/billing-plan';
import {
  billingCycleOf,
  checkLegacyTarget,
  checkLegacyUpgrading,
  checkOrderBilling,
  legacyTargets,
  membersOf,
} from '../../domain/subscriptions/legacy-changes';
import {
  canBeSavedAgain,
  checkScheduling,
  heldElsewhere,
  licensesFollow,
  nextTermOf,
  priceOfTheDay,
  scheduleChoices,
} from '../../domain/subscriptions/schedule';
import {
  endInstant,
  isListedSubscription,
  monthsFrom,
  type NextTerm,
  type Subscription,
} from '../../domain/subscriptions/subscription';
import {
  checkTarget,
  checkUpgrading,
  existingTargets,
  keepsTerm,
  joinRange,
  upgradeRange,
  upgradeTargets,
  upgradeTerms,
} from '../../domain/subscriptions/upgrade';
import { offerText } from '../../i18n/offer-text';
import { renewalText } from '../../i18n/renewal-text';
import type { Language } from '../../i18n/language';
import { addDays, after, type Instant, type PlainDate } from '../../kernel/calendar';
import { amountOf, sumByCurrency, unitPriceText, type Money, type UnitPrice } from '../../kernel/money';
import { verdictOf } from '../respond';
import { amount, pricePer } from './amounts';
import { facetOf, matchesAll, pageOf, searchWords, type ListOptions } from './listing';
import { shownStatus } from './subscription-row';

function termView(state: State, term: NextTerm, unitPrice: UnitPrice): TermView {
  const cycle = amountOf(unitPrice, term.quantity);
  const months = cycleMonths(term.billingCycle, term.duration);
  const cycles = months === 0 ? 1 : monthsOf(term.duration) / months;
  return {
    catalogItemId: term.catalogItemId,
    offerName: state.catalog.item(term.catalogItemId)?.title ?? term.catalogItemId,
    quantity: term.quantity,
    termDuration: term.duration,
    billingCycle: term.billingCycle,
    price: {
      amount: unitPriceText(unitPrice),
      currency: unitPrice.currency,
      per: pricePer(term.billingCycle, term.duration),
    },
    cycleAmount: amount(cycle),
    termAmount: amount({ ...cycle, minor: cycle.minor * cycles }),
  };
}

function currentTerm(state: State, subscription: Subscription): TermView {
  const { catalogItemId, term, cycle, trial, unitPrice, quantity } = subscription;
  const present = { catalogItemId, quantity: quantity ?? 1, duration: term.duration, billingCycle: term.billingCycle };
  const view = termView(state, present, trial ? { ...unitPrice, micro: 0 } : unitPrice);
  if (trial || !cycle) return view;
  // A billing period that began inside a year costs its part of it (decisions 30).
  const price = cyclePart(unitPrice, monthsFrom(term, cycle.fromMonth), cycleMonths(term.billingCycle, term.duration));
  return { ...view, cycleAmount: amount(amountOf(price, present.quantity)) };
}

/** What the running term comes to: everything charged for it, and what a copy of the world charges until its end. */
function termAmountOf(world: PartnerWorld, { id, term, unitPrice }: Subscription): Amount {
  const copy = world.fork();
  focusDue(copy.state, new Set([id]));
  const last = term.endsOn === null ? copy.now : after(endInstant(term.endsOn), -1);
  copy.advanceTo(Math.max(copy.now, last) as Instant);
  const charges = (copy.state.charges.get(id) ?? []).filter(
    ({ startsOn }) => startsOn >= term.startsOn && (term.endsOn === null || startsOn <= term.endsOn),
  );
  return amount({ minor: charges.reduce((sum, charge) => sum + charge.amount.minor, 0), currency: unitPrice.currency });
}

/** A term to come, at today's prices: those of the day on which it begins are not known yet. */
function termToCome(state: State, subscription: Subscription, next: NextTerm): TermView {
  return termView(state, next, priceOfTheDay(state, subscription, next));
}

function planChoice(term: Term): PlanChoice {
  return {
    termDuration: term.termDuration,
    billingCycle: term.billingCycle,
    price: { amount: unitPriceText(listedPrice(term)), currency: term.currency, per: term.per },
  };
}

/** For what the two side panels choose from. */
export function renewalOptions(
  world: PartnerWorld,
  subscription: Subscription,
  user: User,
  language: Language,
): RenewalOptions {
  const { state } = world;
  const { status, term, cycle, lapsed, nextBilling, catalogItemId, autoRenew, scheduled } = subscription;
  const verdict = verdictFor(subscription, user, language);
  // What is suspended or has not begun does not renew (portal 5.1; S2-21).
  const next = status === 'active' ? nextTermOf(subscription) : null;
  const choices = scheduleChoices(state, subscription);
  const own = choices.find(({ offer }) => catalogItemIdOf(offer) === catalogItemId);
  const frequencies = frequencyChoices(state, subscription);
  const order = subscription.commerce === 'legacy' && state.orders.get(subscription.orderId);
  return {
    renewsOn: term.endsOn === null || !autoRenew || !next ? null : addDays(term.endsOn, 1),
    current: { ...currentTerm(state, subscription), termAmount: termAmountOf(world, subscription) },
    next: next && termToCome(state, subscription, next),
    isSaved: scheduled !== null,
    licenses: next && followingLicenses(state, subscription, next),
    lapsed: lapsed && canBeSavedAgain(state, subscription) ? termToCome(state, subscription, lapsed) : null,
    schedule: verdict(checkScheduling(subscription)),
    autoRenew: { enabled: autoRenew, verdict: verdict(checkAutoRenew(state, subscription)) },
    choices: choices.map(({ offer, terms, range, refusal }) => ({
      catalogItemId: catalogItemIdOf(offer),
      title: offer.title,
      isCurrent: offer === choices[0]?.offer,
      verdict: verdict(refusal),
      limits: range,
      terms: terms.map(planChoice),
    })),
    frequency: {
      verdict: verdict(checkFrequencies(state, subscription)),
      current: term.billingCycle,
      pending: nextBilling,
      from: cycle && addDays(cycle.endsOn, 1),
      choices: (own?.terms ?? [])
        .filter((each) => each.termDuration === term.duration && frequencies.includes(each.billingCycle))
        .map(planChoice),
    },
    longerTerms: {
      verdict: verdict(checkLongerTerms(state, subscription)),
      choices: longerTerms(state, subscription).map(planChoice),
    },
    ...(order
      ? {
          order: {
            id: order.id,
            billingCycle: billingCycleOf(state, order),
            choices: ORDER_CYCLES.map((billingCycle) => ({
              billingCycle,
              verdict: verdict(checkOrderBilling(state, order, billingCycle)),
            })),
            subscriptions: membersOf(state, order).map((each) => ({
              id: each.id,
              name: each.friendlyName,
              status: shownStatus(each),
              billingCycle: each.term.billingCycle,
            })),
          },
        }
      : {}),
  };
}

function followingLicenses(state: State, subscription: Subscription, next: NextTerm): LicenseAssignment | null {
  return next.catalogItemId === subscription.catalogItemId ? null : licensesFollow(state, subscription, next);
}

const ORDER_CYCLES: readonly BillingCycle[] = ['Monthly', 'Annual'];

function verdictFor(subscription: Subscription, user: User, language: Language) {
  const role = checkRole(user, managingAction(subscription));
  return (refusal: Refusal | undefined) => verdictOf(role ?? refusal, language);
}

/** What a subscription can be upgraded to, and why not to the rest. */
export function upgradeOptions(
  state: State,
  subscription: Subscription,
  now: Instant,
  user: User,
  language: Language,
): UpgradeOptions {
  const legacy = subscription.commerce === 'legacy';
  const verdict = verdictFor(subscription, user, language);
  const targets = legacy ? legacyTargets(state, subscription) : upgradeTargets(state, subscription);
  return {
    kind: legacy ? 'upgrade' : 'transition',
    verdict: verdict(legacy ? checkLegacyUpgrading(state, subscription) : checkUpgrading(state, subscription)),
    quantity: subscription.quantity ?? 1,
    isTrial: subscription.trial !== null,
    targets: targets.map((offer) => {
      const refusal = legacy ? checkLegacyTarget(state, subscription, offer) : checkTarget(state, subscription, offer);
      const asNew = verdict(refusal);
      const existing = legacy ? [] : joinable(state, subscription, offer, now, verdict);
      return {
        catalogItemId: catalogItemIdOf(offer),
        title: offer.title,
        description: offerText(offer.description ?? '', language),
        // A limit on subscriptions is none on the licences of one that there is.
        verdict: asNew.allowed ? asNew : (existing.find((each) => each.verdict.allowed)?.verdict ?? asNew),
        asNew,
        limits: legacy ? quantityRange(offer) : upgradeRange(subscription, offer),
        terms: legacy ? [] : upgradeTerms(subscription, offer).map((each) => upgradePlan(subscription, each)),
        heldElsewhere: !legacy && heldElsewhere(state, subscription, offer),
        existing,
      };
    }),
  };
}

function upgradePlan(subscription: Subscription, choice: Term): PlanChoice & { keepsTerm: boolean } {
  const { termDuration: duration, billingCycle } = choice;
  return { ...planChoice(choice), keepsTerm: keepsTerm(subscription, { duration, billingCycle }) };
}

function joinable(
  state: State,
  subscription: Subscription,
  offer: Offer,
  now: Instant,
  verdict: ReturnType<typeof verdictFor>,
): UpgradeOptions['targets'][number]['existing'] {
  return existingTargets(state, subscription, offer, now).map(({ subscription: each, refusal }) => ({
    subscriptionId: each.id,
    name: each.friendlyName,
    quantity: each.quantity ?? 1,
    termDuration: each.term.duration,
    billingCycle: each.term.billingCycle,
    endsOn: each.term.endsOn,
    limits: joinRange(state, subscription, each),
    verdict: verdict(refusal),
  }));
}

export interface RenewalFilter extends ListOptions {
  readonly customerId?: string;
  readonly kind: string | undefined;
  /** `true` or `false`: whether somebody has changed the next term. */
  readonly changed: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

interface Renewal {
  readonly subscription: Subscription;
  readonly on: PlainDate;
  readonly kind: RenewalKind;
  readonly next: NextTerm | null;
  readonly changed: boolean;
  /** What is charged at once; nothing where nothing follows. */
  readonly first: Money | null;
}

/** The end of a running term, as far as there is one. */
function renewalOf(state: State, subscription: Subscription): Renewal | undefined {
  const { term, status, autoRenew, trial, scheduled, nextBilling } = subscription;
  if (status !== 'active' || term.endsOn === null || !isListedSubscription(subscription, state.rules)) return undefined;
  const next = autoRenew ? nextTermOf(subscription) : null;
  return {
    subscription,
    on: addDays(term.endsOn, 1),
    kind: next ? (trial ? 'converts' : 'renews') : 'ends',
    next,
    changed: scheduled !== null || nextBilling !== null || !autoRenew,
    first: next && amountOf(priceOfTheDay(state, subscription, next), next.quantity),
  };
}

/** All that match, soonest first, and how many there are of each kind. */
function renewalsOf(state: State, filter: RenewalFilter) {
  const words = searchWords(filter.search);
  const all =
    filter.customerId === undefined ? [...state.subscriptions.values()] : subscriptionsOf(state, filter.customerId);
  const found = all.flatMap((each) => {
    const renewal = renewalOf(state, each);
    if (!renewal) return [];
    if ((filter.from && renewal.on < filter.from) || (filter.to && renewal.on > filter.to)) return [];
    const text = `${each.friendlyName} ${customerName(state, each)} ${each.id}`.toLowerCase();
    return words.length === 0 || matchesAll(text, words) ? [renewal] : [];
  });
  const fits = ({ kind, changed }: Renewal, but?: 'kind' | 'changed') =>
    (but === 'kind' || filter.kind === undefined || kind === filter.kind) &&
    (but === 'changed' || filter.changed === undefined || String(changed) === filter.changed);
  return {
    rows: found
      .filter((each) => fits(each))
      .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.subscription.number - b.subscription.number)),
    facets: {
      kind: facetOf(found.filter((each) => fits(each, 'kind')).map(({ kind }) => kind)),
      changed: facetOf(found.filter((each) => fits(each, 'changed')).map(({ changed }) => String(changed))),
    },
  };
}

/** `Map.groupBy`, which Node 20 does not have. */
function groupBy<Value, Key>(values: readonly Value[], keyOf: (value: Value) => Key): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}

function customerName(state: State, { customerId }: Subscription): string {
  return state.customers.get(customerId)?.companyName ?? '';
}

export function renewalsPage(state: State, user: User, filter: RenewalFilter, language: Language): RenewalsPage {
  const { rows, facets } = renewalsOf(state, filter);
  return {
    ...pageOf(rows, filter, (renewal) => renewalRow(state, renewal, user, language)),
    facets,
    totals: sumByCurrency(rows.flatMap(({ first }) => first ?? [])).map(amount),
  };
}

/** The same by day, for a calendar. */
export function renewalDays(state: State, filter: RenewalFilter): RenewalDays {
  const days = groupBy(renewalsOf(state, filter).rows, ({ on }) => on);
  return {
    days: [...days].map(([on, renewals]) => ({
      on,
      count: renewals.length,
      amounts: sumByCurrency(renewals.flatMap(({ first }) => first ?? [])).map(amount),
    })),
  };
}

function renewalRow(state: State, renewal: Renewal, user: User, language: Language): RenewalRow {
  const { subscription, on, kind, next, changed } = renewal;
  const verdict = verdictFor(subscription, user, language);
  const current = currentTerm(state, subscription);
  const coming = next && termToCome(state, subscription, next);
  return {
    on,
    kind,
    summary: renewalText(kind, current, coming, language),
    customerId: subscription.customerId,
    customerName: customerName(state, subscription),
    subscriptionId: subscription.id,
    name: subscription.friendlyName,
    offerName: current.offerName,
    newCommerce: subscription.commerce === 'newCommerce',
    current,
    next: coming,
    changed,
    autoRenew: subscription.autoRenew,
    licenses: next && followingLicenses(state, subscription, next),
    schedule: verdict(checkScheduling(subscription)),
    switchAutoRenew: verdict(checkAutoRenew(state, subscription)),
  };
}
