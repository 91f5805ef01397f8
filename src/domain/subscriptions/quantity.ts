/** How many licences there are, and when that may change (S0-70, S0-94 … S0-98, S2-23; portal 6.3). */
import { addDays, addMonths, after, DAY, dateOf, HOUR, type Instant, type PlainDate } from '../../kernel/calendar';
import type { Charge } from '../billing/charge';
import { chargeDays, creditSpan, replaceDays, spanOf, type BilledSpan, type QuantityStep } from '../billing/spans';
import { legacyPolicyOf, tariffOf } from '../billing/tariff';
import { quantityRange } from '../cart/line';
import type { PartnerEvent } from '../events';
import type { Refusal } from '../refusals';
import type { RulesEdition } from '../rules/edition';
import type { State } from '../state';
import type { Context } from '../world';
import { nextBillingDay } from '../billing/billing-day';
import { checkSetUp } from './activation';
import { lapse } from './schedule';
import { endInstant, type Batch, type QuantityFrom, type Subscription } from './subscription';

/** Until when (exclusive) licences of a batch can be taken away by oneself; `null` for those that only support reduces. */
export function reducibleUntil(subscription: Subscription, batch: Batch, rules: RulesEdition): Instant | null {
  if (subscription.commerce !== 'newCommerce' || subscription.trial) return null;
  if (batch.kind === 'upgrade' || (batch.kind === 'midTerm' && !rules.midTermReducedByOneself)) return null;
  return after(batch.addedAt, rules.newCommerceWindowHours * HOUR);
}

/** Until when (exclusive) support takes licences of a batch away on request: those added mid-term (S0-70, S0-96). */
export function supportUntil(subscription: Subscription, batch: Batch, rules: RulesEdition): Instant | null {
  if (subscription.commerce !== 'newCommerce' || subscription.trial) return null;
  if (batch.kind !== 'midTerm' || rules.midTermReducedByOneself) return null;
  return after(batch.addedAt, rules.newCommerceWindowHours * HOUR);
}

/** Licences that are there at `now` and whose window is open: how many, and until when all of them are. */
export function openBatches(
  subscription: Subscription,
  now: Instant,
  until: (batch: Batch) => Instant | null,
): { readonly batch: Batch; readonly until: Instant }[] {
  const open: { readonly batch: Batch; readonly until: Instant }[] = [];
  for (const batch of subscription.batches) {
    const end = batch.addedAt <= now ? until(batch) : null;
    if (end !== null && now < end) open.push({ batch, until: end });
  }
  return open;
}

function countOf(batches: readonly { readonly batch: Batch }[]): number {
  return batches.reduce((total, { batch }) => total + batch.quantity, 0);
}

/** What may be done to the licence count now, in numbers: `null` = not at all. */
export interface QuantityBounds {
  /** The smallest and the largest number that would be accepted. */
  readonly min: number;
  readonly max: number;
  /** New commerce: until when the smaller ones are (exclusive). */
  readonly until: Instant | null;
}

/**
 * The numbers that are accepted now. Increase at any time within the offer's limits (S0-94); decrease freely for legacy
 * and marketplace (portal 6.3), within the window of each batch for new commerce (S0-95, S0-98), never for the others.
 */
export function quantityBounds(state: State, subscription: Subscription, now: Instant): QuantityBounds | null {
  if (checkQuantityAtAll(state, subscription)) return null;
  const offer = state.catalog.item(subscription.catalogItemId);
  const present = subscription.quantity ?? 1;
  const range = offer ? quantityRange(offer) : { min: present, max: present };
  if (subscription.commerce !== 'newCommerce') {
    return { min: Math.min(range.min, present), max: Math.max(range.max, present), until: null };
  }
  const open = openBatches(subscription, now, (batch) => reducibleUntil(subscription, batch, state.rules));
  const min = Math.max(Math.min(range.min, present), present - countOf(open));
  const until = open.length === 0 ? null : (Math.min(...open.map((each) => each.until)) as Instant);
  return { min, max: Math.max(range.max, present), until: min < present ? until : null };
}

/** Why the licence count cannot be touched at all now. */
function checkQuantityAtAll(state: State, subscription: Subscription): Refusal | undefined {
  const { status, commerce, trial, quantity } = subscription;
  if (status === 'deleted') return { type: 'SubscriptionDeleted', subscriptionId: subscription.id };
  const counted = commerce === 'legacy' || commerce === 'newCommerce' || commerce === 'marketplace';
  if (quantity === null || !counted) return { type: 'QuantityFixed' };
  // A trial of Microsoft's holds a fixed number (portal 6.3); one that comes with a marketplace offer is like the offer.
  if (trial && commerce !== 'marketplace') return { type: 'TrialQuantityFixed', quantity };
  const setUp = checkSetUp(state, subscription);
  if (setUp) return setUp;
  return status === 'active' || status === 'pending' ? undefined : { type: 'QuantityNeedsActive', status };
}

/** Whether the licence count can become `to` now. */
export function checkQuantity(state: State, subscription: Subscription, to: number, now: Instant): Refusal | undefined {
  const refusal = checkQuantityAtAll(state, subscription);
  if (refusal) return refusal;
  const bounds = quantityBounds(state, subscription, now);
  const present = subscription.quantity;
  if (!bounds || present === null) return { type: 'QuantityFixed' };
  if (to > bounds.max)
    return { type: 'QuantityOutOfRange', quantity: to, min: rangeMin(state, subscription), max: bounds.max };
  if (to >= bounds.min) return undefined;
  const min = rangeMin(state, subscription);
  if (subscription.commerce !== 'newCommerce' || to < min) {
    return { type: 'QuantityOutOfRange', quantity: to, min, max: bounds.max };
  }
  return checkReduction(state, subscription, present - to, now);
}

/** The smallest number that the offer allows; what already is below that may stay. */
export function rangeMin(state: State, { catalogItemId, quantity }: Subscription): number {
  const offer = state.catalog.item(catalogItemId);
  return Math.min(offer ? quantityRange(offer).min : 1, quantity ?? 1);
}

/** Whether so many licences of a new-commerce subscription can be taken away now (S0-95, S0-96, S0-98). */
function checkReduction(state: State, subscription: Subscription, by: number, now: Instant): Refusal | undefined {
  const { rules } = state;
  const open = openBatches(subscription, now, (batch) => reducibleUntil(subscription, batch, rules));
  const refundable = countOf(open);
  if (by <= refundable) return undefined;
  const bySupport = openBatches(subscription, now, (batch) => supportUntil(subscription, batch, rules));
  const supportAt = bySupport.length === 0 ? null : (Math.max(...bySupport.map(({ until }) => until)) as Instant);
  if (refundable > 0) {
    return { type: 'ReductionTooLarge', by, refundable, supportCount: countOf(bySupport), supportUntilAt: supportAt };
  }
  const closed = subscription.batches.flatMap((batch) => reducibleUntil(subscription, batch, rules) ?? []);
  const { endsOn } = subscription.term;
  return {
    type: 'ReductionClosed',
    windowHours: rules.newCommerceWindowHours,
    closedAt: closed.length === 0 ? null : (Math.max(...closed) as Instant),
    renewsAt: endsOn === null ? null : endInstant(endsOn),
    supportCount: countOf(bySupport),
    supportUntilAt: supportAt,
  };
}

/** Changes the licence count. Legacy money follows on the next monthly anniversary (decisions 25), the rest at once. */
export function changeQuantity(state: State, subscription: Subscription, to: number, context: Context): PartnerEvent[] {
  const by = to - (subscription.quantity ?? 0);
  const { now } = context;
  const today = dateOf(now);
  if (by > 0) {
    return changed(state, subscription, to, addBatch(subscription, by, now), [{ on: today, by }], now);
  }
  if (subscription.commerce !== 'newCommerce') {
    const { batches } = takeFrom(subscription.batches, -by, () => true);
    return changed(state, subscription, to, batches, [{ on: today, by }], now);
  }
  const { batches, taken } = takeFrom(subscription.batches, -by, (batch) => {
    const until = reducibleUntil(subscription, batch, state.rules);
    return until !== null && now < until;
  });
  return changed(state, subscription, to, batches, givenBack(taken, now), now);
}

/** Takes licences that were added mid-term away, as support does on request (S0-96). */
export function reduceBySupport(
  state: State,
  subscription: Subscription,
  by: number,
  filedAt: Instant,
  context: Context,
): PartnerEvent[] {
  const open = openBatches(subscription, filedAt, (batch) => supportUntil(subscription, batch, state.rules));
  const { batches, taken } = takeFrom(subscription.batches, by, (batch) => open.some((each) => each.batch === batch));
  const to = (subscription.quantity ?? 0) - by;
  return changed(state, subscription, to, batches, givenBack(taken, filedAt), context.now);
}

/**
 * The days that are given back: of each licence those after the whole 24-hour blocks since it was ordered or renewed,
 * which count as used (S0-97, decisions 28).
 */
function givenBack(taken: readonly Batch[], at: Instant): QuantityStep[] {
  return taken.map(({ addedAt, quantity }) => ({ on: usedUntil(addedAt, at), by: -quantity }));
}

/** The day on which the unused days begin: the first one plus the whole 24-hour blocks that have passed. */
export function usedUntil(openedAt: Instant, now: Instant): PlainDate {
  return addDays(dateOf(openedAt), Math.floor((now - openedAt) / DAY));
}

/** The change, and before it the end of what was saved for the next term (S0-84). */
function changed(
  state: State,
  subscription: Subscription,
  to: number,
  batches: readonly Batch[],
  steps: readonly QuantityStep[],
  now: Instant,
): PartnerEvent[] {
  const from = subscription.quantity ?? 0;
  const event = { type: 'QuantityChanged', subscriptionId: subscription.id, from, to, batches } as const;
  if (subscription.commerce === 'legacy') {
    return [{ ...event, charges: [], billed: null, unsettled: { on: dateOf(now), quantity: to } }];
  }
  const policy = subscription.commerce === 'newCommerce' ? 'TRUNC_AMT' : 'EXACT_UNIT';
  const tariff = tariffOf(state, subscription, to > from ? 'addQuantity' : 'removeQuantity', policy, now);
  // Until its publisher has confirmed it, and in a free month, nothing has been charged that could change.
  if (!tariff) return [{ ...event, charges: [], billed: null, unsettled: null }];
  return [
    ...lapse(subscription, 'quantityChanged'),
    { ...event, ...replaceDays(subscription.billed, steps, tariff), unsettled: null },
  ];
}

function addBatch({ batches }: Subscription, quantity: number, addedAt: Instant): Batch[] {
  return [...batches, { quantity, addedAt, kind: 'midTerm' }];
}

/** Takes licences away, the newest first, from the batches that allow it: what is left, and what was taken of each. */
export function takeFrom(
  batches: readonly Batch[],
  by: number,
  allowed: (batch: Batch) => boolean,
): { readonly batches: Batch[]; readonly taken: Batch[] } {
  let left = by;
  const taken: Batch[] = [];
  const kept = batches
    .toReversed()
    .flatMap((batch) => {
      if (left === 0 || !allowed(batch)) return [batch];
      const quantity = Math.min(left, batch.quantity);
      left -= quantity;
      taken.push({ ...batch, quantity });
      return quantity === batch.quantity ? [] : [{ ...batch, quantity: batch.quantity - quantity }];
    })
    .toReversed();
  return { batches: kept, taken };
}

/** When the money of a legacy change follows: the first monthly anniversary after it (decisions 25). */
export function settlementDay(subscription: Subscription): PlainDate | null {
  const [first] = subscription.unsettled;
  return first ? nextAnniversary(subscription, first.on) : null;
}

/** The first monthly anniversary after a day. */
function nextAnniversary({ term }: Subscription, on: PlainDate): PlainDate {
  let month = monthsUntil(term.anchor, on);
  while (addMonths(term.anchor, month) <= on) month += 1;
  return addMonths(term.anchor, month);
}

/** A number of months after the anchor that is certainly not too late. */
function monthsUntil(anchor: PlainDate, on: PlainDate): number {
  const months = (text: PlainDate) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
  return months(on) - months(anchor) - 1;
}

/** The event that settles the money of legacy changes; `undefined` where there are none. */
export function settleQuantity(state: State, subscription: Subscription, now: Instant): PartnerEvent | undefined {
  if (subscription.unsettled.length === 0) return undefined;
  return { type: 'QuantitySettled', subscriptionId: subscription.id, ...rebill(state, subscription, now) };
}

/** Everything charged for the running cycle is given back and charged anew by the days of each number (finding 6). */
function rebill(
  state: State,
  subscription: Subscription,
  now: Instant,
): { readonly charges: Charge[]; readonly billed: readonly BilledSpan[] } {
  const { billed } = subscription;
  const policy = legacyPolicyOf(state, subscription);
  const tariff = tariffOf(state, subscription, 'Cycle instance prorate', policy, now);
  const [first] = billed;
  const last = billed.at(-1);
  if (!tariff || !first || !last) return { charges: [], billed };
  const before = billed.map(({ startsOn, quantity }): QuantityFrom => ({ on: startsOn, quantity }));
  const after = timeline(before, subscription.unsettled);
  if (sameNumbers(timeline(before, []), after)) return { charges: [], billed };
  const splits = subscription.unsettled.flatMap(({ on }) => splitAfter(state, subscription, on) ?? []);
  const steps = withSplits(after, splits, last.endsOn);
  const charges = steps.map(({ on, quantity }, index) => {
    const next = steps[index + 1];
    return chargeDays(on, next ? addDays(next.on, -1) : last.endsOn, quantity, tariff);
  });
  return { charges: [...billed.map((span) => creditSpan(span, tariff)), ...charges], billed: charges.map(spanOf) };
}

/** The numbers day by day: a later entry of one day wins, and a number that goes on is no entry. */
function timeline(before: readonly QuantityFrom[], changes: readonly QuantityFrom[]): QuantityFrom[] {
  const start = before[0]?.on;
  const byDay = new Map<PlainDate, number>();
  for (const { on, quantity } of [...before, ...changes]) {
    byDay.set(start !== undefined && on < start ? start : on, quantity);
  }
  const sorted = [...byDay].map(([on, quantity]) => ({ on, quantity })).toSorted((a, b) => (a.on < b.on ? -1 : 1));
  return sorted.filter(({ quantity }, index) => sorted[index - 1]?.quantity !== quantity);
}

function sameNumbers(one: readonly QuantityFrom[], other: readonly QuantityFrom[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ on, quantity }, index) => other[index]?.on === on && other[index].quantity === quantity)
  );
}

function withSplits(
  steps: readonly QuantityFrom[],
  splits: readonly PlainDate[],
  endsOn: PlainDate,
): readonly QuantityFrom[] {
  const all = [...steps];
  for (const on of new Set(splits)) {
    if (on > endsOn || all.some((step) => step.on === on)) continue;
    const running = all.findLast((step) => step.on < on);
    if (running) all.push({ on, quantity: running.quantity });
    all.sort((a, b) => (a.on < b.on ? -1 : 1));
  }
  return all;
}

/**
 * The anniversary at which the rebill is split: only where the change lies between the anniversary day and the billing
 * date that follows it, in annual billing (ANN-2 against ANN-3; decisions 26, portal 10-23).
 */
function splitAfter(state: State, subscription: Subscription, on: PlainDate): PlainDate | undefined {
  if (subscription.term.billingCycle !== 'Annual') return undefined;
  const next = nextAnniversary(subscription, on);
  const { anchor } = subscription.term;
  let month = monthsUntil(anchor, next) + 1;
  while (addMonths(anchor, month) >= next) month -= 1;
  const last = addMonths(anchor, month);
  return on < nextBillingDay(addDays(last, -1), state.partner.billingDay) ? next : undefined;
}
