/** From one SKU to another with more services, whole or in part, at once (S0-85 … S0-93; portal 6.4). */
import { dateOf, type Instant } from '../../kernel/calendar';
import { monthsOf, wholeCharge } from '../billing/charge';
import { chargeDays, convertDays, replaceDays, type QuantityStep, type Tariff } from '../billing/spans';
import { restOfTerm, tariffOf } from '../billing/tariff';
import { quantityRange } from '../cart/line';
import { cyclePriceOf } from '../cart/purchase';
import { catalogItemIdOf, type BillingCycle, type Offer, type Term, type TermDuration } from '../catalog/offer';
import { termIn, termsIn } from '../catalog/price-list';
import { listedOffers } from '../catalog/purchasability';
import type { LicenseAssignment, PartnerEvent } from '../events';
import type { Refusal } from '../refusals';
import { exchangeRate, subscriptionsOf, type State } from '../state';
import type { Context } from '../world';
import { openNewTerm } from './billing-plan';
import { openWindows } from './cancellation';
import type { Order } from './order';
import { takeFrom } from './quantity';
import { checkPair, checkRange, checkRoom, lapse, heldElsewhere } from './schedule';
import { AT_FIRST, openTerm, type Batch, type StartedSubscription, type Subscription } from './subscription';

export type TransitionType = 'transition_only' | 'transition_with_license_transfer';

/** An upgrade that was made, as the API tells of it (REST API 6.8). */
export interface Transition {
  readonly operationId: string;
  readonly fromCatalogItemId: string;
  readonly toCatalogItemId: string;
  readonly toSubscriptionId: string;
  readonly quantity: number;
  readonly transitionType: TransitionType;
  readonly licenses: LicenseAssignment;
  readonly at: Instant;
}

/** What somebody wants to upgrade to. */
export interface UpgradeWish {
  readonly toCatalogItemId: string;
  /** Fewer than there are = a part (S0-92); as many or more = everything. */
  readonly quantity: number;
  /** An existing subscription that the licences join (S0-86). */
  readonly toSubscriptionId?: string;
  /** Absent = as the source. */
  readonly term?: { readonly duration: TermDuration; readonly billingCycle: BillingCycle };
  readonly transitionType: TransitionType;
}

/** Whether it can be upgraded at all now: new commerce, active, with a way up (S0-89). */
export function checkUpgrading(state: State, subscription: Subscription): Refusal | undefined {
  const { status, commerce } = subscription;
  if (status === 'deleted') return { type: 'SubscriptionDeleted', subscriptionId: subscription.id };
  if (commerce !== 'newCommerce') return { type: 'UpgradeNotOffered', because: 'commerce', status };
  if (status !== 'active') return { type: 'UpgradeNotOffered', because: 'notActive', status };
  return upgradeTargets(state, subscription).length > 0
    ? undefined
    : { type: 'UpgradeNotOffered', because: 'noPath', status };
}

/** The SKUs that it can be upgraded to; those of a trial are its paid one (REST API 6.6). */
export function upgradeTargets(state: State, { catalogItemId, customerId, trial }: Subscription): Offer[] {
  const offer = state.catalog.item(catalogItemId);
  if (!trial) return listedOffers(state, customerId, offer?.upgradeTargets);
  const paid = trial.convertsTo && state.catalog.item(trial.convertsTo.catalogItemId);
  return paid ? [paid] : [];
}

/** The terms that an upgrade can have: that of the source, or a longer one that begins today; a trial may choose. */
export function upgradeTerms(subscription: Subscription, target: Offer): Term[] {
  const { term, trial, unitPrice } = subscription;
  return termsIn(target, unitPrice.currency).filter(
    ({ termDuration, billingCycle }) =>
      trial !== null ||
      keepsTerm(subscription, { duration: termDuration, billingCycle }) ||
      monthsOf(termDuration) > monthsOf(term.duration),
  );
}

/** The licences that an upgrade to a target may be for. */
export function upgradeRange(
  subscription: Subscription,
  target: Offer,
): { readonly min: number; readonly max: number } {
  const range = quantityRange(target);
  // A trial becomes paid mid-term with all of its licences at least (portal 6.6).
  return subscription.trial ? { ...range, min: Math.max(range.min, subscription.quantity ?? 1) } : range;
}

/** Why the target cannot be had, whatever the licences and the term. */
export function checkTarget(state: State, subscription: Subscription, target: Offer): Refusal | undefined {
  const { term } = subscription;
  return (
    checkUpgrading(state, subscription) ??
    checkRoom(state, subscription, target) ??
    (upgradeTerms(subscription, target).length > 0
      ? undefined
      : checkPair(termsIn(target, subscription.unitPrice.currency), term.duration, term.billingCycle))
  );
}

/** Whether licences can join an existing subscription (REST API 6.8). */
export function checkExisting(
  state: State,
  subscription: Subscription,
  existing: Subscription,
  toCatalogItemId: string,
  now: Instant,
): Refusal | undefined {
  const refused = (because: Extract<Refusal, { type: 'TargetRefused' }>['because']): Refusal => ({
    type: 'TargetRefused',
    because,
    subscriptionId: existing.id,
  });
  if (subscription.trial || existing.trial) return refused('trial');
  if (existing.id === subscription.id) return refused('same');
  if (existing.catalogItemId.toLowerCase() !== toCatalogItemId.toLowerCase()) return refused('otherItem');
  if (existing.status !== 'active') return refused('notActive');
  if (openWindows(state, existing, now).length > 0) return refused('inWindow');
  if (monthsOf(existing.term.duration) < monthsOf(subscription.term.duration)) return refused('termShorter');
  const { endsOn } = existing.term;
  const { endsOn: present } = subscription.term;
  if (endsOn !== null && present !== null && endsOn < present) return refused('endsEarlier');
  return roomIn(state, existing) < 1 ? refused('full') : undefined;
}

/** Licences that may still come to a subscription. */
function roomIn(state: State, { catalogItemId, quantity }: Subscription): number {
  const offer = state.catalog.item(catalogItemId);
  return offer ? quantityRange(offer).max - (quantity ?? 0) : 0;
}

/** The licences that can join an existing subscription: as many as there are, as far as it has room. */
export function joinRange(
  state: State,
  subscription: Subscription,
  existing: Subscription,
): { readonly min: number; readonly max: number } {
  return { min: 1, max: Math.max(1, Math.min(subscription.quantity ?? 1, roomIn(state, existing))) };
}

/** The customer's subscriptions of the target that licences could join, each with its reason why not. */
export function existingTargets(
  state: State,
  subscription: Subscription,
  target: Offer,
  now: Instant,
): { readonly subscription: Subscription; readonly refusal: Refusal | undefined }[] {
  if (subscription.trial) return [];
  const id = catalogItemIdOf(target);
  return subscriptionsOf(state, subscription.customerId)
    .filter((each) => each.catalogItemId === id && each.status !== 'deleted' && each.id !== subscription.id)
    .map((each) => ({ subscription: each, refusal: checkExisting(state, subscription, each, id, now) }));
}

/** Whether this upgrade can be made now. */
export function checkUpgrade(
  state: State,
  subscription: Subscription,
  wish: UpgradeWish,
  now: Instant,
): Refusal | undefined {
  const refusal = checkUpgrading(state, subscription);
  if (refusal) return refusal;
  const target = targetOf(state, subscription, wish);
  if (!target) return { type: 'NotAnUpgrade', catalogItemId: wish.toCatalogItemId };
  const present = subscription.quantity ?? 1;
  const left = present - wish.quantity;
  const source = state.catalog.item(subscription.catalogItemId);
  const least = source ? quantityRange(source).min : 1;
  const tooFew = left > 0 && left < least ? ({ type: 'TooFewLeft', left, min: least } as const) : undefined;
  if (wish.toSubscriptionId !== undefined) {
    const existing = state.subscriptions.get(wish.toSubscriptionId);
    if (!existing || existing.customerId !== subscription.customerId) {
      return { type: 'SubscriptionNotFound', subscriptionId: wish.toSubscriptionId };
    }
    return (
      checkExisting(state, subscription, existing, wish.toCatalogItemId, now) ??
      checkRange(joinRange(state, subscription, existing), wish.quantity) ??
      tooFew
    );
  }
  const term = wishedTerm(subscription, wish);
  const partial = left > 0;
  return (
    checkRoom(state, subscription, target) ??
    (monthsOf(term.duration) < monthsOf(subscription.trial ? 'none' : subscription.term.duration)
      ? ({ type: 'TermShorter', from: subscription.term.duration, to: term.duration, upgrading: true } as const)
      : undefined) ??
    checkPair(upgradeTerms(subscription, target), term.duration, term.billingCycle) ??
    checkRange(upgradeRange(subscription, target), wish.quantity) ??
    (partial && !keepsTerm(subscription, term) ? ({ type: 'PartialKeepsTerm' } as const) : undefined) ??
    tooFew
  );
}

function targetOf(state: State, subscription: Subscription, wish: UpgradeWish): Offer | undefined {
  const wanted = wish.toCatalogItemId.toLowerCase();
  return upgradeTargets(state, subscription).find((each) => catalogItemIdOf(each).toLowerCase() === wanted);
}

function wishedTerm(
  { term, trial }: Subscription,
  wish: UpgradeWish,
): { readonly duration: TermDuration; readonly billingCycle: BillingCycle } {
  return wish.term ?? trial?.convertsTo ?? term;
}

/** Whether an upgrade of this term goes on in the running one; a trial has none to go on in. */
export function keepsTerm(
  { term, trial }: Subscription,
  wanted: { readonly duration: TermDuration; readonly billingCycle: BillingCycle },
): boolean {
  return !trial && wanted.duration === term.duration && wanted.billingCycle === term.billingCycle;
}

/** Makes an upgrade that has been checked. Saved changes are gone with it (S0-88). */
export function upgrade(state: State, subscription: Subscription, wish: UpgradeWish, context: Context): PartnerEvent[] {
  const target = targetOf(state, subscription, wish);
  const wanted = wishedTerm(subscription, wish);
  const chosen = target && termIn(target, subscription.unitPrice.currency, wanted.duration, wanted.billingCycle);
  const existing = state.subscriptions.get(wish.toSubscriptionId ?? '');
  if (!target || (!chosen && !existing)) return [];
  const moved: Made = existing
    ? joinExisting(state, subscription, existing, wish, context)
    : subscription.trial && chosen
      ? convertNow(state, subscription, target, chosen, wish.quantity, context)
      : chosen && wish.quantity < (subscription.quantity ?? 1)
        ? splitOff(state, subscription, target, chosen, wish.quantity, context)
        : chosen
          ? replaceSku(state, subscription, target, chosen, wish, context)
          : { events: [], toSubscriptionId: subscription.id, licenses: 'manual' };
  return [
    ...lapse(subscription, subscription.trial ? 'converted' : 'upgraded'),
    ...moved.events,
    {
      type: 'TransitionMade',
      subscriptionId: subscription.id,
      transition: {
        operationId: context.newId(),
        fromCatalogItemId: subscription.catalogItemId,
        toCatalogItemId: catalogItemIdOf(target),
        toSubscriptionId: moved.toSubscriptionId,
        quantity: wish.quantity,
        transitionType: wish.transitionType,
        licenses: moved.licenses,
        at: context.now,
      },
    },
  ];
}

interface Made {
  readonly events: PartnerEvent[];
  readonly toSubscriptionId: string;
  readonly licenses: LicenseAssignment;
}

/** Everything: the same subscription becomes the other SKU (S0-90), in its term or in a longer one from today on. */
function replaceSku(
  state: State,
  subscription: Subscription,
  target: Offer,
  chosen: Term,
  { quantity, transitionType }: UpgradeWish,
  context: Context,
): Made {
  const unitPrice = cyclePriceOf(chosen);
  const { now } = context;
  const keeps = keepsTerm(subscription, { duration: chosen.termDuration, billingCycle: chosen.billingCycle });
  const plan = keeps
    ? convertInTerm(state, subscription, { ...subscription, unitPrice, quantity }, now)
    : openNewTerm(
        state,
        subscription,
        { duration: chosen.termDuration, billingCycle: chosen.billingCycle, unitPrice, quantity },
        context,
      );
  const licenses =
    transitionType === 'transition_only' || heldElsewhere(state, subscription, target) ? 'manual' : 'automatic';
  return {
    toSubscriptionId: subscription.id,
    licenses,
    events: [
      {
        type: 'SubscriptionUpgraded',
        subscriptionId: subscription.id,
        fromCatalogItemId: subscription.catalogItemId,
        catalogItemId: catalogItemIdOf(target),
        friendlyName: renamed(state, subscription, target),
        fromQuantity: subscription.quantity ?? 1,
        quantity,
        unitPrice,
        licenses,
        ...plan,
      },
    ],
  };
}

function convertInTerm(state: State, old: Subscription, next: Subscription, now: Instant) {
  const term = { ...old.term, upgraded: true as const };
  const from = tariffOf(state, old, 'convert', 'TRUNC_UNIT', now);
  const to = tariffOf(state, next, 'convert', 'TRUNC_UNIT', now);
  const money =
    from && to
      ? convertDays(old.billed, dateOf(now), next.quantity ?? 0, from, to)
      : { charges: [], billed: old.billed };
  return { term, cycle: old.cycle, ...money };
}

/** A name that nobody chose goes with the SKU. */
export function renamed(state: State, subscription: Subscription, target: Offer): string {
  const present = state.catalog.item(subscription.catalogItemId)?.title;
  return subscription.friendlyName === present ? target.title : subscription.friendlyName;
}

/** A part: a new subscription with the end date of the source takes the licences over (S0-93). */
function splitOff(
  state: State,
  subscription: Subscription,
  target: Offer,
  chosen: Term,
  quantity: number,
  context: Context,
): Made {
  const out = moveOut(state, subscription, quantity, 'convert', context);
  const { order, started, charge } = startBeside(state, subscription, target, chosen, quantity, context);
  return {
    toSubscriptionId: started.id,
    licenses: 'manual',
    events: [
      { ...out, toSubscriptionId: started.id },
      { type: 'OrderPlaced', order },
      { type: 'SubscriptionStarted', subscription: started, charge },
    ],
  };
}

/** A subscription of another offer that goes on in the term and the running cycle of one that it comes from. */
export function startBeside(
  state: State,
  source: Subscription,
  target: Offer,
  chosen: Term,
  quantity: number,
  context: Context,
  tariffFor: (started: Subscription) => Tariff | null = (started) =>
    tariffOf(state, started, 'convert', 'TRUNC_UNIT', context.now),
  purchasedAt?: Instant,
) {
  const { now } = context;
  const today = dateOf(now);
  const unitPrice = cyclePriceOf(chosen);
  const orderId = source.commerce === 'legacy' ? context.newId() : context.newId().replaceAll('-', '').slice(0, 12);
  const started: StartedSubscription = {
    id: context.newId(),
    customerId: source.customerId,
    orderId,
    orderLine: 0,
    catalogItemId: catalogItemIdOf(target),
    commerce: source.commerce,
    friendlyName: target.title,
    quantity,
    batches: [{ quantity, addedAt: now, kind: 'upgrade' }],
    status: 'active',
    createdAt: now,
    statusSince: now,
    // Legacy counts the days of full credit from the first purchase (decisions 27).
    term: { ...source.term, startsOn: today, openedAt: purchasedAt ?? now, upgraded: true },
    cycle: source.cycle && { ...source.cycle, startsOn: today },
    unitPrice,
    autoRenew: source.autoRenew,
    trial: null,
    upgradedFrom: source.id,
    ...(source.resellerMpnId ? { resellerMpnId: source.resellerMpnId } : {}),
    ...(source.supportContact ? { supportContact: source.supportContact } : {}),
    deletedAt: null,
  };
  const tariff = tariffFor({ ...started, ...AT_FIRST, number: 0 });
  const charge = tariff && started.cycle ? chargeDays(today, started.cycle.endsOn, quantity, tariff) : null;
  const order: Order = {
    id: orderId,
    alternateId: context.newId().replaceAll('-', '').slice(0, 12),
    customerId: source.customerId,
    createdAt: now,
    by: context.by ?? '',
    billingCycle: chosen.billingCycle,
    currency: unitPrice.currency,
    lines: [
      {
        number: 0,
        catalogItemId: started.catalogItemId,
        title: target.title,
        quantity,
        termDuration: chosen.termDuration,
        billingCycle: chosen.billingCycle,
        subscriptionId: started.id,
        ...(source.resellerMpnId ? { resellerMpnId: source.resellerMpnId } : {}),
        unitPrice,
        extended: restOfTerm(started, charge),
      },
    ],
  };
  return { order, started, charge };
}

/** Licences go to a subscription that the customer has; it keeps its term and billing (S0-86). */
function joinExisting(
  state: State,
  subscription: Subscription,
  existing: Subscription,
  { quantity, transitionType }: UpgradeWish,
  context: Context,
): Made {
  const out = moveOut(state, subscription, quantity, 'moveQuantity', context);
  const target = state.catalog.item(existing.catalogItemId);
  const byHand =
    out.left > 0 || transitionType === 'transition_only' || (target && heldElsewhere(state, subscription, target));
  const steps: QuantityStep[] = [{ on: dateOf(context.now), by: quantity }];
  const tariff = tariffOf(state, existing, 'moveQuantity', 'TRUNC_UNIT', context.now);
  const money = tariff ? replaceDays(existing.billed, steps, tariff) : { charges: [], billed: existing.billed };
  const added: Batch = { quantity, addedAt: context.now, kind: 'upgrade' };
  return {
    toSubscriptionId: existing.id,
    // All of them go together (portal 6.4, full upgrade).
    licenses: byHand ? 'manual' : 'automatic',
    events: [
      { ...out, toSubscriptionId: existing.id },
      ...lapse(existing, 'quantityChanged'),
      {
        type: 'LicensesMovedIn',
        subscriptionId: existing.id,
        fromSubscriptionId: subscription.id,
        moved: quantity,
        to: (existing.quantity ?? 0) + quantity,
        batches: [...existing.batches, added],
        ...money,
      },
    ],
  };
}

/** What the source gives up: the oldest licences first, so that those whose window is open stay reducible. */
function moveOut(
  state: State,
  subscription: Subscription,
  quantity: number,
  chargeType: 'convert' | 'moveQuantity',
  { now }: Context,
): Extract<PartnerEvent, { type: 'LicensesMovedOut' }> {
  const left = (subscription.quantity ?? 1) - quantity;
  const { batches } = takeFrom(subscription.batches.toReversed(), quantity, () => true);
  const tariff = tariffOf(state, subscription, chargeType, 'TRUNC_UNIT', now);
  const money = tariff
    ? replaceDays(subscription.billed, [{ on: dateOf(now), by: -quantity }], tariff)
    : { charges: [], billed: subscription.billed };
  return {
    type: 'LicensesMovedOut',
    subscriptionId: subscription.id,
    toSubscriptionId: '',
    moved: quantity,
    left,
    batches: batches.toReversed(),
    ...money,
  };
}

/** A trial becomes paid before its end, with all of its licences at least (portal 6.6). */
function convertNow(
  state: State,
  subscription: Subscription,
  target: Offer,
  chosen: Term,
  quantity: number,
  { now }: Context,
): Made {
  const unitPrice = cyclePriceOf(chosen);
  const opened = openTerm(dateOf(now), 0, chosen.termDuration, chosen.billingCycle, now);
  const rate = exchangeRate(state, unitPrice.currency);
  return {
    toSubscriptionId: subscription.id,
    licenses: 'automatic',
    events: [
      {
        type: 'TrialConverted',
        subscriptionId: subscription.id,
        catalogItemId: catalogItemIdOf(target),
        ...opened,
        unitPrice,
        quantity,
        byHand: true,
        charge: opened.cycle && wholeCharge('convert', opened.cycle, unitPrice, quantity, now, rate),
      },
    ],
  };
}
