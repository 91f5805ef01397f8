/** What the next term will be: saved changes, who may save them, and what deletes them (S0-74 … S0-84; portal 6.2). */
import { quantityRange } from '../cart/line';
import { cyclePriceOf } from '../cart/purchase';
import { catalogItemIdOf, type BillingCycle, type Offer, type Term, type TermDuration } from '../catalog/offer';
import { termIn, termsIn } from '../catalog/price-list';
import { hasRoomToConvert, listedOffers } from '../catalog/purchasability';
import type { UnitPrice } from '../../kernel/money';
import type { LicenseAssignment, PartnerEvent, ScheduleRemovalCause } from '../events';
import type { Refusal } from '../refusals';
import { subscriptionsOf, type State } from '../state';
import type { NextTerm, Subscription } from './subscription';

/**
 * The term that follows this one if it renews: what was saved, for a trial its paid equivalent (S0-82), otherwise the
 * same again with the billing frequency that was chosen. `null` where nothing can follow.
 */
export function nextTermOf(subscription: Subscription): NextTerm | null {
  const { scheduled, trial, term, quantity, catalogItemId, nextBilling } = subscription;
  if (term.endsOn === null) return null;
  if (scheduled) return scheduled;
  if (trial) return trial.convertsTo && { ...trial.convertsTo, quantity: quantity ?? 1 };
  return {
    catalogItemId,
    duration: term.duration,
    billingCycle: nextBilling ?? term.billingCycle,
    quantity: quantity ?? 1,
  };
}

export function sameTerm(one: NextTerm, other: NextTerm): boolean {
  return (
    one.catalogItemId.toLowerCase() === other.catalogItemId.toLowerCase() &&
    one.duration === other.duration &&
    one.billingCycle === other.billingCycle &&
    one.quantity === other.quantity
  );
}

/** Whether the next billing period is the first one of the next term. */
export function startsNextTerm({ term, cycle }: Subscription): boolean {
  return term.endsOn !== null && (!cycle || cycle.endsOn >= term.endsOn);
}

/** What the next term would be without a saved change. */
export function unchangedTermOf(subscription: Subscription): NextTerm | null {
  return nextTermOf({ ...subscription, scheduled: null });
}

/** Whether changes of the next term can be saved at all: new commerce, active, auto-renew on (S0-77; portal 10-17). */
export function checkScheduling(subscription: Subscription): Refusal | undefined {
  const { status, commerce, autoRenew } = subscription;
  if (status === 'deleted') return { type: 'SubscriptionDeleted', subscriptionId: subscription.id };
  if (commerce !== 'newCommerce') return { type: 'ScheduleNotOffered', commerce };
  if (status !== 'active') return { type: 'ScheduleNeedsActive', status };
  if (!autoRenew) return { type: 'ScheduleNeedsAutoRenew' };
  return unchangedTermOf(subscription) ? undefined : { type: 'ScheduleNotOffered', commerce };
}

/** One SKU that the next term may be of. */
export interface ScheduleChoice {
  readonly offer: Offer;
  /** In the customer's currency. */
  readonly terms: readonly Term[];
  readonly range: { readonly min: number; readonly max: number };
  /** Why it cannot be chosen all the same. */
  readonly refusal: Refusal | undefined;
}

/** What the next term may be of: the present SKU (a trial's paid one) and those that it can be upgraded to. */
export function scheduleChoices(state: State, subscription: Subscription): ScheduleChoice[] {
  const present = state.catalog.item(unchangedTermOf(subscription)?.catalogItemId ?? '');
  if (!present) return [];
  const targets = listedOffers(state, subscription.customerId, present.upgradeTargets);
  return [present, ...targets].map((offer) => ({
    offer,
    terms: termsIn(offer, subscription.unitPrice.currency),
    range: quantityRange(offer),
    refusal: catalogItemIdOf(offer) === subscription.catalogItemId ? undefined : checkRoom(state, subscription, offer),
  }));
}

/** Whether the customer may hold one more subscription of an offer that this one would become. */
export function checkRoom(state: State, subscription: Subscription, offer: Offer): Refusal | undefined {
  return hasRoomToConvert(state, subscription, offer) ? undefined : { type: 'UpgradeLimit', offer: offer.title };
}

/** Whether the next term can be made this. */
export function checkSchedule(state: State, subscription: Subscription, next: NextTerm): Refusal | undefined {
  return checkScheduling(subscription) ?? checkNextTerm(state, subscription, next);
}

/** Whether a next term is a valid combination: SKU, then term with frequency, then licences. */
export function checkNextTerm(state: State, subscription: Subscription, next: NextTerm): Refusal | undefined {
  const choice = scheduleChoices(state, subscription).find(
    ({ offer }) => catalogItemIdOf(offer).toLowerCase() === next.catalogItemId.toLowerCase(),
  );
  if (!choice) return { type: 'NotAnUpgrade', catalogItemId: next.catalogItemId };
  return (
    choice.refusal ??
    checkPair(choice.terms, next.duration, next.billingCycle) ??
    checkRange(choice.range, next.quantity)
  );
}

export function checkPair(
  terms: readonly Term[],
  termDuration: TermDuration,
  billingCycle: BillingCycle,
): Refusal | undefined {
  return terms.some((each) => each.termDuration === termDuration && each.billingCycle === billingCycle)
    ? undefined
    : {
        type: 'TermNotOffered',
        termDuration,
        billingCycle,
        choices: terms.map((each) => ({ termDuration: each.termDuration, billingCycle: each.billingCycle })),
      };
}

export function checkRange(
  range: { readonly min: number; readonly max: number },
  quantity: number,
): Refusal | undefined {
  return quantity < range.min || quantity > range.max
    ? { type: 'QuantityOutOfRange', quantity, min: range.min, max: range.max }
    : undefined;
}

/** Whether the change that was deleted could be saved again as things stand. */
export function canBeSavedAgain(state: State, subscription: Subscription): boolean {
  const { lapsed } = subscription;
  return lapsed !== null && checkNextTerm(state, subscription, lapsed) === undefined;
}

/** Saves, replaces or (`null`) removes what the next term will be; what changes nothing is no saved change. */
export function schedule(state: State, subscription: Subscription, next: NextTerm | null): PartnerEvent[] {
  const unchanged = unchangedTermOf(subscription);
  const wanted = next && unchanged && sameTerm(next, unchanged) ? null : next;
  if (wanted) {
    // By whatever letters somebody named it, it becomes the item itself.
    const offer = state.catalog.item(wanted.catalogItemId);
    const catalogItemId = offer ? catalogItemIdOf(offer) : wanted.catalogItemId;
    // A frequency that was planned for the same day is a part of this wish, or is replaced by it.
    const replaced = subscription.nextBilling !== null && startsNextTerm(subscription);
    return [
      { type: 'ChangeScheduled', subscriptionId: subscription.id, next: { ...wanted, catalogItemId } },
      ...(replaced
        ? [{ type: 'BillingChangePlanned', subscriptionId: subscription.id, billingCycle: null } as const]
        : []),
    ];
  }
  return subscription.scheduled ? [removal(subscription, 'byHand', { scheduled: true, nextBilling: false })] : [];
}

/**
 * What a change mid-term deletes (S0-84; decisions 35): the saved change of the next term always, a pending change of the
 * billing frequency where its billing period goes, too. Nothing where nothing was saved.
 */
export function lapse(subscription: Subscription, cause: ScheduleRemovalCause): PartnerEvent[] {
  const scheduled = subscription.scheduled !== null;
  const periodGoes = cause === 'autoRenewOff' ? startsNextTerm(subscription) : cause !== 'quantityChanged';
  const nextBilling = subscription.nextBilling !== null && cause !== 'byHand' && periodGoes;
  return scheduled || nextBilling ? [removal(subscription, cause, { scheduled, nextBilling })] : [];
}

function removal(
  subscription: Subscription,
  cause: ScheduleRemovalCause,
  what: { readonly scheduled: boolean; readonly nextBilling: boolean },
): PartnerEvent {
  return {
    type: 'SavedChangesRemoved',
    subscriptionId: subscription.id,
    scheduled: what.scheduled ? subscription.scheduled : null,
    nextBilling: what.nextBilling ? subscription.nextBilling : null,
    cause,
  };
}

/**
 * What the customer holds of the target outside of new commerce here: a legacy subscription of the same name, or one of
 * another partner. Then users' licences have to be assigned by hand (S0-91).
 */
export function heldElsewhere(state: State, subscription: Subscription, target: Offer): boolean {
  const customer = state.customers.get(subscription.customerId);
  return (
    (customer?.heldElsewhere ?? []).includes(target.key) ||
    subscriptionsOf(state, subscription.customerId).some(
      (each) =>
        each.commerce === 'legacy' &&
        each.status !== 'deleted' &&
        state.catalog.item(each.catalogItemId)?.title === target.title,
    )
  );
}

/**
 * How the users' licences follow when a subscription becomes another SKU at its renewal: by themselves when their number
 * stays (S0-83) and the customer has the SKU nowhere else (S0-91), otherwise by hand.
 */
export function licensesFollow(state: State, subscription: Subscription, next: NextTerm): LicenseAssignment {
  const target = state.catalog.item(next.catalogItemId);
  const byHand = next.quantity !== subscription.quantity || (target && heldElsewhere(state, subscription, target));
  return byHand ? 'manual' : 'automatic';
}

/** Today's list price (portal 6.1); what has left the price list keeps its old one. */
export function priceOfTheDay(
  state: State,
  subscription: Subscription,
  { catalogItemId, duration, billingCycle }: Omit<NextTerm, 'quantity'>,
): UnitPrice {
  const offer = state.catalog.item(catalogItemId);
  const term = offer && termIn(offer, subscription.unitPrice.currency, duration, billingCycle);
  return term ? cyclePriceOf(term) : subscription.unitPrice;
}
