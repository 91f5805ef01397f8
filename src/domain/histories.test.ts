/**
 * What holds in every world, whatever people try and however the clock is moved (architecture §6). `SEED` chooses other
 * histories, `HISTORIES` how many; a failure prints the smallest history that shows it.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, fingerprint } from '../kernel/canonical';
import { addDays, DAY, dateOf, type Instant, type PlainDate } from '../kernel/calendar';
import type { Charge } from './billing/charge';
import { quantityRange } from './cart/line';
import { catalogItemIdOf, type Offer } from './catalog/offer';
import type { Command, SubscriptionChanges } from './commands';
import { chargesOf, type PartnerEvent } from './events';
import { checkAutoRenew, checkRename, checkReseller, checkSupportContact, type PartnerWorld } from './partner';
import { dueOrder, type State } from './state';
import { checkAddOn, checkBase } from './subscriptions/add-ons';
import { checkFrequencies, checkFrequency, checkLongerTerms, checkTermChange } from './subscriptions/billing-plan';
import { checkCancellation } from './subscriptions/cancellation';
import { checkConversion, checkConversionTo, conversionTarget } from './subscriptions/conversion';
import { checkLegacyTarget, checkOrderBilling, legacyTargets } from './subscriptions/legacy-changes';
import { due, nextDueOf } from './subscriptions/lifecycle';
import { checkQuantity, quantityBounds } from './subscriptions/quantity';
import {
  checkNextTerm,
  checkSchedule,
  checkScheduling,
  nextTermOf,
  sameTerm,
  scheduleChoices,
  unchangedTermOf,
} from './subscriptions/schedule';
import type { Subscription, SubscriptionStatus, SubscriptionTerm } from './subscriptions/subscription';
import { checkReactivation, checkSuspension } from './subscriptions/suspension';
import {
  checkTarget,
  checkUpgrade,
  checkUpgrading,
  existingTargets,
  upgradeTargets,
  upgradeTerms,
} from './subscriptions/upgrade';
import { statusOf } from './support/service-request';
import { stateFacts } from './testing/facts';
import { emptyWorld, histories, isUnchanged, momentOf, perform, type History, type Play } from './testing/histories';
import { COUNT, holds, playOf, SEED, someCuts } from './testing/holds';
import { OFFERS } from './testing/offers';
import { Story, type PartnerRecord } from './testing/story';
import { lastSequence } from './world';

/** The state after each record of the log, one after the other. */
function eachMoment(history: History, check: (state: State, record: PartnerRecord, world: PartnerWorld) => void): void {
  const world = emptyWorld(history);
  for (const record of playOf(history).told.world.records) {
    world.replay([record]);
    check(world.state, record, world);
  }
}

interface Happened {
  readonly event: PartnerEvent;
  readonly at: Instant;
}

function eventsOf({ told }: Play): Happened[] {
  return eventsIn(told.world.records);
}

function eventsIn(records: readonly PartnerRecord[]): Happened[] {
  return records.flatMap(({ at, events }) => events.map((event) => ({ event, at })));
}

function factsPrint(world: PartnerWorld): string {
  return fingerprint([stateFacts(world.state), world.sequence, world.now]);
}

const ADD_ON = offerNamed('office-addon');

function offerNamed(key: string): Offer {
  const found = OFFERS.find((each) => each.key === key);
  if (!found) throw new Error(`No offer: ${key}`);
  return found;
}

function offerOf(state: State, catalogItemId: string): Offer {
  const offer = state.catalog.item(catalogItemId);
  if (!offer) throw new Error(`No offer: ${catalogItemId}`);
  return offer;
}

describe(`${COUNT} random histories (seed ${SEED})`, () => {
  test('meet every event and nearly every refusal', { timeout: 600_000 }, () => {
    const met = new Set<string>();
    for (const [history] of fc.sample(fc.tuple(histories, someCuts), { seed: SEED, numRuns: Math.max(COUNT, 1000) })) {
      const told = playOf(history);
      for (const { event } of eventsOf(told)) met.add(event.type);
      for (const { result } of told.played) {
        if (result.ok) continue;
        met.add(result.failure.type);
        if (result.failure.type === 'LineRefused') met.add(result.failure.refusal.type);
        if (result.failure.type === 'CartHasErrors')
          for (const { refusal } of result.failure.lines) met.add(refusal.type);
      }
    }
    expect([...EVENTS, ...REFUSALS].filter((type) => !met.has(type))).toEqual([]);
  });

  describe('the log', () => {
    holds('is numbered without gaps, in the order of time, and nothing is left undone behind the clock', (history) => {
      const { world } = playOf(history).told;
      let sequence = 1;
      let at = -Infinity;
      for (const record of world.records) {
        expect(record.sequence).toBe(sequence);
        expect(record.at).toBeGreaterThanOrEqual(at);
        expect(record.events.length).toBeGreaterThan(0);
        sequence = lastSequence(record) + 1;
        at = record.at;
      }
      expect(world.now).toBeGreaterThanOrEqual(at);
      expect(world.nextDue()?.at ?? Infinity).toBeGreaterThan(world.now);
    });

    holds('is the same for one long move of the clock as for many short ones', (history, cuts) => {
      const { told, played } = playOf(history);
      const other = new Story(history.start);
      for (const { act, before } of played) {
        if (act?.kind === 'go') {
          const span = act.to - before.now;
          const stops = cuts.map((cut) => before.now + Math.floor(cut * span)).toSorted((one, next) => one - next);
          for (const stop of stops) other.world.advanceTo(stop as Instant);
          // And at last one due item at a time.
          while (other.world.now < act.to) other.world.advanceTo(act.to, 1);
        }
        if (act) perform(other, act);
      }
      expect(canonicalJson(other.world.records)).toBe(canonicalJson(told.world.records));
      expect(factsPrint(other.world)).toBe(factsPrint(told.world));
    });

    holds('replayed gives the live state, and what is due next', (history) => {
      const { world } = playOf(history).told;
      const again = emptyWorld(history);
      again.replay(JSON.parse(canonicalJson(world.records)) as PartnerRecord[]);
      again.setNow(world.now);
      expect(factsPrint(again)).toBe(factsPrint(world));
      expect(again.nextDue()).toEqual(world.nextDue());
    });

    holds('cut anywhere gives the state that was there, from which everything happens again', (history, [cut = 0]) => {
      const { told, played } = playOf(history);
      const step = played[Math.floor(cut * played.length)];
      if (!step) return;
      const again = new Story(history.start);
      again.world.replay(told.world.records.slice(again.world.records.length, step.before.records));
      again.world.setNow(step.before.now);
      expect(fingerprint(stateFacts(again.world.state))).toBe(fingerprint(step.before.facts));
      for (const { act } of played.slice(played.indexOf(step))) if (act) perform(again, act);
      expect(canonicalJson(again.world.records)).toBe(canonicalJson(told.world.records));
    });

    holds('of a copy never touches the original', (history, [cut = 0]) => {
      const { told, played } = playOf(history);
      const at = Math.floor(cut * played.length);
      const original = new Story(history.start);
      for (const { act } of played.slice(0, at)) if (act) perform(original, act);
      const before = momentOf(original.world);
      const copy = original.world.fork();
      for (const { act } of played.slice(at)) {
        if (act?.kind === 'go') copy.advanceTo(act.to);
        if (act?.kind === 'command') copy.run(act.command, act.by);
      }
      expect(canonicalJson(copy.records)).toBe(canonicalJson(told.world.records.slice(before.records)));
      copy.advanceTo((copy.now + 3 * 365 * 86_400_000) as Instant);
      expect(isUnchanged(before, momentOf(original.world))).toBe(true);
      for (const { act } of played.slice(at)) if (act) perform(original, act);
      expect(canonicalJson(original.world.records)).toBe(canonicalJson(told.world.records));
    });
  });

  describe('a command', () => {
    holds('that is refused changes nothing, nor does one without effect', (history) => {
      for (const { act, result, before, after } of playOf(history).played) {
        const effective = result.ok && result.value.length > 0;
        if (act?.kind === 'command') expect(isUnchanged(before, after)).toBe(!effective);
      }
    });

    holds('from somebody without the role is refused for that reason and changes nothing', (history) => {
      const told = new Story(history.start);
      for (const { act } of playOf(history).played) {
        if (act?.kind === 'command' && !OPEN_TO_ALL.has(act.command.type)) {
          const before = momentOf(told.world);
          expect(told.refusal(act.command, 'dave')).toMatchObject({ type: 'RoleMissing' });
          expect(told.refusal(act.command, 'stranger')).toMatchObject({ type: 'RoleMissing' });
          expect(isUnchanged(before, momentOf(told.world))).toBe(true);
        }
        if (act) perform(told, act);
      }
    });
  });

  describe('what the clock will do', () => {
    holds('is read off the state: its index never misses and never invents', (history) => {
      eachMoment(history, (state, _, world) => {
        const all = [...state.subscriptions.values()].flatMap((each) => nextDueOf(state, each) ?? []);
        for (const cart of state.carts.values()) {
          if (!cart.expired && cart.orderIds.length === 0) all.push(due('cartExpiry', cart.expiresAt, cart.id));
        }
        for (const request of state.serviceRequests.values()) {
          const { id, answersAt, answer } = request;
          if (answersAt !== null && !answer && statusOf(request) === 'open') {
            all.push(due('supportAnswer', answersAt, id));
          }
        }
        expect(world.nextDue()).toEqual(all.toSorted(dueOrder)[0]);
      });
    });
  });

  describe('a subscription', () => {
    holds('goes from state to state only as it may; deleted is final', (history) => {
      const last = new Map<string, Subscription>();
      const money = new Map<string, number>();
      eachMoment(history, (state) => {
        for (const [id, subscription] of state.subscriptions) {
          const before = last.get(id);
          const charged = state.charges.get(id)?.length ?? 0;
          if (before && before.status !== subscription.status) {
            expect(NEXT[before.status]).toContain(subscription.status);
          }
          if (before?.status === 'deleted') {
            expect(subscription).toEqual(before);
            expect(charged).toBe(money.get(id));
          }
          last.set(id, subscription);
          money.set(id, charged);
        }
      });
    });

    holds('has something saved for its next term only while it is active and renews', (history) => {
      eachMoment(history, (state) => {
        for (const { status, autoRenew, commerce, scheduled, nextBilling, term } of state.subscriptions.values()) {
          if (scheduled) expect([status, autoRenew, commerce]).toEqual(['active', true, 'newCommerce']);
          if (nextBilling) expect([status, commerce]).toEqual(['active', 'newCommerce']);
          expect(nextBilling).not.toBe(term.billingCycle);
        }
      });
    });

    holds('becomes at its renewal, or at the end of its trial, what was announced, or says why not', (history) => {
      let before = new Map<string, Subscription>();
      eachMoment(history, (state, { events, by }) => {
        for (const event of events) {
          if (by !== null || (event.type !== 'TermRenewed' && event.type !== 'TrialConverted')) continue;
          const old = before.get(event.subscriptionId);
          const renewed = state.subscriptions.get(event.subscriptionId);
          if (!old || !renewed) continue;
          const { catalogItemId, term, quantity } = renewed;
          const { duration, billingCycle } = term;
          const became = { catalogItemId, duration, billingCycle, quantity: quantity ?? 1 };
          const leftOut = events.some((each) => each.type === 'SavedChangesRemoved' && each.cause === 'unavailable');
          expect(became).toEqual(leftOut ? unchangedTermOf(old) : nextTermOf(old));
          expect(renewed).toMatchObject({ scheduled: null, nextBilling: null, lapsed: null });
          if (old.trial === null) {
            expect(term.anchor).toBe(old.term.anchor);
            expect(term.startsOn).toBe(addDays(old.term.endsOn ?? term.startsOn, 1));
          }
        }
        before = new Map(state.subscriptions);
      });
    });

    holds('that loses licences to another loses as many as come there', (history) => {
      const all = eventsOf(playOf(history)).map(({ event }) => event);
      for (const [index, event] of all.entries()) {
        if (event.type !== 'LicensesMovedOut') continue;
        const arrived = all
          .slice(index + 1)
          .find((each) => subjectOf(each) === event.toSubscriptionId && licensesOf(each));
        expect(arrived && licensesOf(arrived)).toBe(event.moved);
      }
    });

    holds('has batches that sum to its quantity', (history) => {
      eachMoment(history, (state) => {
        for (const { quantity, batches } of state.subscriptions.values()) {
          const total = batches.reduce((sum, batch) => sum + batch.quantity, 0);
          expect(quantity === null ? batches.length : total).toBe(quantity ?? 0);
          for (const batch of batches) expect(batch.quantity).toBeGreaterThan(0);
        }
      });
    });

    holds('has no fewer licences than its offer allows, and no more', (history) => {
      eachMoment(history, (state) => {
        for (const { catalogItemId, quantity } of state.subscriptions.values()) {
          const { min, max } = quantityRange(offerOf(state, catalogItemId));
          if (quantity !== null) expect(min <= quantity && quantity <= max).toBe(true);
        }
      });
    });

    holds('that is an add-on never outlives its base, nor is it active without it', (history) => {
      eachMoment(history, (state) => {
        for (const { parentId, status, commerce } of state.subscriptions.values()) {
          const base = parentId === undefined ? undefined : state.subscriptions.get(parentId);
          if (!base) continue;
          expect(commerce).toBe('legacy');
          if (base.status === 'deleted') expect(status).toBe('deleted');
          if (status === 'active') expect(base.status).toBe('active');
        }
      });
      const { state } = playOf(history).told.world;
      for (const { parentId, status, term, cycle } of state.subscriptions.values()) {
        const base = state.subscriptions.get(parentId ?? '');
        if (base && status !== 'deleted') expect([term.endsOn, cycle]).toEqual([base.term.endsOn, base.cycle]);
      }
    });

    holds('has verdicts that are kept: what is allowed is accepted, what is not is refused', (history, [cut = 0]) => {
      const { told, played } = playOf(history);
      keepsVerdicts(told.world);
      const step = played[Math.floor(cut * played.length)];
      if (!step) return;
      const earlier = emptyWorld(history);
      earlier.replay(told.world.records.slice(0, step.before.records));
      earlier.setNow(step.before.now);
      keepsVerdicts(earlier);
    });

    holds('never exceeds what a customer may have of an offer', (history) => {
      eachMoment(history, (state) => {
        for (const offer of state.catalog.offers) {
          const limit = offer.limit ?? (offer.category === 'Trial' ? { count: 1, scope: 'Lifetime' } : undefined);
          if (!limit) continue;
          const id = catalogItemIdOf(offer);
          const held = new Map<string, number>();
          const count = (customerId: string) => held.set(customerId, (held.get(customerId) ?? 0) + 1);
          if (limit.scope === 'Lifetime') {
            for (const { customerId, lines } of state.orders.values()) {
              for (const line of lines) if (line.catalogItemId === id) count(customerId);
            }
          } else {
            for (const { customerId, catalogItemId, status } of state.subscriptions.values()) {
              if (catalogItemId === id && status !== 'deleted') count(customerId);
            }
          }
          expect(Math.max(0, ...held.values())).toBeLessThanOrEqual(limit.count);
        }
      });
    });

    holds('holds the running period: today is in its cycle, its cycle is in its term', (history) => {
      const { world } = playOf(history).told;
      const today = dateOf(world.now);
      for (const { status, term, cycle, trial } of world.state.subscriptions.values()) {
        if (status !== 'active' && status !== 'suspended') continue;
        expect(term.startsOn <= today && (term.endsOn === null || today <= term.endsOn)).toBe(true);
        expect(cycle === null).toBe(trial !== null || term.endsOn === null);
        if (!cycle) continue;
        expect(cycle.startsOn <= today && today <= cycle.endsOn).toBe(true);
        expect(cycle.startsOn >= term.startsOn && cycle.endsOn <= (term.endsOn ?? '')).toBe(true);
      }
    });
  });

  describe('money', () => {
    holds('of a subscription covers its time day by day, without gap or overlap', (history) => {
      const told = playOf(history);
      const { world } = told.told;
      const suspended = suspendedEver(told);
      const uneven = unevenlyCharged(world.state, eventsOf(told));
      const began = beginnings(told);
      for (const subscription of world.state.subscriptions.values()) {
        const { id, commerce, quantity, status, term, cycle, statusSince, canceled } = subscription;
        const charges = world.state.charges.get(id) ?? [];
        const legacyTrial = commerce === 'legacy' && subscription.trial !== null;
        if (status === 'pending' || quantity === null || legacyTrial || isLegacyTrialGone(subscription, world)) {
          expect(charges).toEqual([]);
          continue;
        }
        const stretches = licensesCharged(charges);
        for (const { licenses } of stretches) expect(licenses).toBeGreaterThanOrEqual(0);
        const today = dateOf(world.now);
        const runs = status === 'active' || (status === 'suspended' && commerce === 'newCommerce');
        if (runs && !subscription.trial && term.endsOn !== null && subscription.unsettled.length === 0) {
          // What is charged for today are the licences of today.
          expect(stretches.find(({ from, to }) => from <= today && today <= to)?.licenses).toBe(quantity);
        }
        // What was given back leaves a gap: a suspended legacy subscription is not billed, a cancelled one is no more.
        if ((commerce === 'legacy' && suspended.has(id)) || canceled) continue;
        // All of its licences left on its first day.
        if (status === 'deleted' && stretches.length === 0) continue;
        // Licences given back within their first day may leave a day without any.
        if (!uneven.has(id)) {
          expect(stretches[0]?.from).toBe(dateOf(began.get(id) ?? (0 as Instant)));
          for (const { licenses } of stretches) expect(licenses).toBeGreaterThan(0);
        }
        const paidUntil = stretches.at(-1)?.to;
        if (runs) expect(paidUntil).toBe(cycle?.endsOn ?? term.endsOn ?? term.startsOn);
        else if (status === 'expired') expect(paidUntil).toBe(addDays(dateOf(statusSince), -1));
      }
    });

    holds('once everything is settled charges each day for the licences that were held on it', (history) => {
      const told = playOf(history);
      // Whatever waits for a monthly anniversary has had one.
      const later = told.told.world.fork();
      later.advanceTo((later.now + 62 * DAY) as Instant);
      const events = [...eventsOf(told), ...eventsIn(later.records)];
      const except = unevenlyCharged(later.state, events);
      for (const [id, held] of licensesHeld(events)) {
        if (except.has(id)) continue;
        const charged = merged(licensesCharged(later.state.charges.get(id) ?? []));
        const until = charged.at(-1)?.to;
        expect(charged).toEqual(until === undefined ? [] : upTo(held, until));
      }
    });

    holds('is at no moment given back for licences that are not charged', (history) => {
      for (const charges of playOf(history).told.world.state.charges.values()) {
        for (const [index, { unitPrice }] of charges.entries()) {
          if (unitPrice.micro >= 0) continue;
          const fewest = licensesCharged(charges.slice(0, index + 1)).map(({ licenses }) => licenses);
          expect(Math.min(0, ...fewest)).toBe(0);
        }
      }
    });

    holds('that stands for the running cycle is what its lines come to, day by day', (history) => {
      const opened = new Map<string, number>();
      const count = new Map<string, number>();
      eachMoment(history, (state, record) => {
        for (const event of record.events) {
          const id = subjectOf(event);
          const before = count.get(id) ?? 0;
          const lines = chargesOf(event);
          count.set(id, before + lines.length);
          // What opens a billing period charges it last.
          if (opensCycle(event)) opened.set(id, before + Math.max(0, lines.length - 1));
        }
        for (const { id, status, cycle, billed } of state.subscriptions.values()) {
          if (!cycle || (status !== 'active' && status !== 'suspended')) continue;
          for (const [index, { startsOn, endsOn, charged }] of billed.entries()) {
            const next = billed[index + 1]?.startsOn;
            expect(startsOn >= cycle.startsOn && startsOn <= endsOn).toBe(true);
            expect(next === undefined ? endsOn === cycle.endsOn : endsOn < next).toBe(true);
            expect(charged.minor).toBeGreaterThanOrEqual(0);
          }
          const lines = (state.charges.get(id) ?? []).slice(opened.get(id));
          // What a suspension has left charged is past; what runs on from a reactivation stands for itself.
          if (lines.some(({ chargeType }) => chargeType === 'Cancel fee')) continue;
          const balance = lines.reduce((sum, { amount }) => sum + amount.minor, 0);
          expect(billed.reduce((sum, { charged }) => sum + charged.minor, 0)).toBe(balance);
          const stretches = merged(licensesCharged(lines)).filter(({ licenses }) => licenses > 0);
          expect(
            merged(
              billed.map(({ startsOn, endsOn, quantity }) => ({ from: startsOn, to: endsOn, licenses: quantity })),
            ),
          ).toEqual(stretches);
        }
      });
    });

    holds('of the first term is what the order said it costs', (history) => {
      const told = playOf(history);
      const { state } = told.told.world;
      const suspended = suspendedEver(told);
      const first = firstPaidTerms(told);
      const changed = changedEver(told);
      for (const order of state.orders.values()) {
        for (const { subscriptionId, catalogItemId, extended } of order.lines) {
          if (changed.has(subscriptionId)) continue;
          const term = first.get(subscriptionId);
          const charges = state.charges.get(subscriptionId) ?? [];
          const offer = offerOf(state, catalogItemId);
          if (offer.category === 'Trial' || offer.billingType === 'usage') expect(extended.minor).toBe(0);
          else if (term && !(offer.commerce === 'legacy' && suspended.has(subscriptionId))) {
            const within = charges.filter(({ startsOn }) => startsOn >= term.startsOn && isWithin(startsOn, term));
            // Only when its last cycle has been charged.
            if (!within.some(({ endsOn }) => endsOn === (term.endsOn ?? term.startsOn))) continue;
            expect(total(within)).toEqual(extended);
          }
        }
      }
    });

    holds('is never given back twice: a subscription’s credits stay within its charges', (history) => {
      const { state } = playOf(history).told.world;
      for (const charges of state.charges.values()) {
        let balance = 0;
        for (const { amount } of charges) {
          balance += amount.minor;
          expect(balance).toBeGreaterThanOrEqual(0);
        }
      }
    });

    holds('of suspended legacy subscriptions does not run on', (history) => {
      eachMoment(history, (_, { events, by }, world) => {
        if (by !== null) return;
        for (const event of events) {
          if (event.type !== 'CycleStarted') continue;
          const subscription = world.state.subscriptions.get(event.subscriptionId);
          const free = subscription?.commerce === 'legacy' && subscription.status === 'suspended';
          expect(event.charge === null).toBe(free || subscription?.quantity === null);
        }
      });
    });
  });
});

/** Asks every verdict on every subscription, and does on a copy what it is about. */
function keepsVerdicts(world: PartnerWorld): void {
  const { state, now } = world;
  const accepted = (command: Command): boolean => world.fork().run(command, 'anna').ok;
  for (const subscription of state.subscriptions.values()) {
    const { id: subscriptionId, quantity, customerId, orderId, status } = subscription;
    const change = (changes: SubscriptionChanges) =>
      accepted({ type: 'UpdateSubscription', customerId, subscriptionId, changes });
    const bounds = quantityBounds(state, subscription, now);
    const present = quantity ?? 1;
    const numbers = new Set([0, present - 1, present + 1]);
    if (bounds) for (const each of [bounds.min - 1, bounds.min, bounds.max, bounds.max + 1]) numbers.add(each);
    for (const to of numbers) {
      if (to < 0 || to === present) continue;
      const allowed = checkQuantity(state, subscription, to, now) === undefined;
      expect(change({ quantity: to })).toBe(allowed);
      expect(bounds !== null && bounds.min <= to && to <= bounds.max).toBe(allowed);
    }
    if (status !== 'deleted') {
      expect(change({ status: 'deleted' })).toBe(checkCancellation(state, subscription, now) === undefined);
    }
    if (status !== 'suspended')
      expect(change({ status: 'suspended' })).toBe(checkSuspension(subscription) === undefined);
    if (status !== 'active') {
      expect(change({ status: 'active' })).toBe(checkReactivation(state, subscription) === undefined);
    }
    expect(change({ autoRenew: !subscription.autoRenew })).toBe(checkAutoRenew(state, subscription) === undefined);
    expect(change({ friendlyName: 'Another' })).toBe(checkRename(subscription) === undefined);
    for (const mpnId of ['7000001', '9999999', null]) {
      if (mpnId === (subscription.resellerMpnId ?? null)) continue;
      expect(change({ resellerMpnId: mpnId })).toBe(checkReseller(state, subscription, mpnId) === undefined);
    }
    const mpnId = subscription.supportContact?.mpnId === '7000001' ? state.partner.mpnId : '7000001';
    expect(accepted({ type: 'SetSupportContact', customerId, subscriptionId, mpnId })).toBe(
      checkSupportContact(state, subscription) === undefined,
    );
    const terms = conversionTarget(state, subscription)?.terms ?? [];
    const convert = { type: 'ConvertTrial', customerId, subscriptionId } as const;
    for (const billingCycle of new Set([...terms.map((each) => each.billingCycle), 'Annual' as const])) {
      for (const licenses of [0, 1, 25]) {
        expect(accepted({ ...convert, quantity: licenses, billingCycle })).toBe(
          checkConversionTo(state, subscription, licenses, billingCycle) === undefined,
        );
      }
    }
    if (checkConversion(state, subscription) === undefined) {
      const [term] = terms;
      expect(accepted({ ...convert, quantity: 25, billingCycle: term?.billingCycle ?? 'Monthly' })).toBe(true);
    }
    const addOn = catalogItemIdOf(ADD_ON);
    for (const licenses of [0, 1]) {
      const line = { catalogItemId: addOn, quantity: licenses };
      const lines = [{ ...line, parentId: subscriptionId }];
      expect(accepted({ type: 'BuyAddOns', customerId, orderId, lines })).toBe(
        checkAddOn(state, subscription, line) === undefined,
      );
    }
    keepsPlanVerdicts(world, subscription, accepted);
    // Whether there may be any, and which, is the same question.
    if (checkBase(subscription) !== undefined) {
      expect(checkAddOn(state, subscription, { catalogItemId: addOn, quantity: 1 })).toBeDefined();
    }
  }
}

/** The same for what the next term will be, for its billing, and for upgrades. */
function keepsPlanVerdicts(world: PartnerWorld, subscription: Subscription, accepted: (command: Command) => boolean) {
  const { state, now } = world;
  const { id: subscriptionId, customerId, orderId, term, scheduled, nextBilling } = subscription;
  const present = subscription.quantity ?? 1;
  const change = (changes: SubscriptionChanges) =>
    accepted({ type: 'UpdateSubscription', customerId, subscriptionId, changes });
  const numbers = [0, 1, present, present + 1];
  for (const { offer, terms } of scheduleChoices(state, subscription)) {
    const pairs = [...terms.slice(0, 2), { termDuration: 'P1M', billingCycle: 'Annual' } as const];
    for (const { termDuration, billingCycle } of pairs) {
      for (const quantity of numbers) {
        const next = { catalogItemId: catalogItemIdOf(offer), duration: termDuration, billingCycle, quantity };
        if (scheduled && sameTerm(scheduled, next)) continue;
        expect(change({ schedule: next })).toBe(checkSchedule(state, subscription, next) === undefined);
      }
    }
  }
  const unchanged = unchangedTermOf(subscription);
  if (checkScheduling(subscription) === undefined) {
    // At least what it is anyway can be chosen, if the customer has room for what a trial becomes.
    const room = unchanged && checkNextTerm(state, subscription, unchanged);
    expect([undefined, 'UpgradeLimit']).toContain(room?.type);
  }
  for (const billingCycle of ['Monthly', 'Annual', 'Triennial'] as const) {
    if (billingCycle !== (nextBilling ?? term.billingCycle)) {
      const allowed = checkFrequency(state, subscription, billingCycle) === undefined;
      expect(change({ billingCycle })).toBe(allowed);
      if (allowed) expect(checkFrequencies(state, subscription)).toBeUndefined();
    }
    for (const duration of ['P1M', 'P1Y', 'P3Y'] as const) {
      const allowed = checkTermChange(state, subscription, duration, billingCycle) === undefined;
      expect(change({ term: { duration, billingCycle } })).toBe(allowed);
      if (allowed) expect(checkLongerTerms(state, subscription)).toBeUndefined();
    }
  }
  for (const target of upgradeTargets(state, subscription)) {
    const toCatalogItemId = catalogItemIdOf(target);
    const wish = { toCatalogItemId, transitionType: 'transition_only' } as const;
    const existing = existingTargets(state, subscription, target, now);
    const terms = upgradeTerms(subscription, target).map((each) => ({
      term: { duration: each.termDuration, billingCycle: each.billingCycle },
    }));
    const ways = [{}, ...terms.slice(0, 2), ...existing.map((each) => ({ toSubscriptionId: each.subscription.id }))];
    for (const way of ways) {
      for (const quantity of numbers) {
        const wished = { ...wish, ...way, quantity };
        const allowed = checkUpgrade(state, subscription, wished, now) === undefined;
        expect(accepted({ type: 'Upgrade', customerId, subscriptionId, wish: wished })).toBe(allowed);
        if (!allowed) continue;
        expect(checkUpgrading(state, subscription)).toBeUndefined();
        // Where the target or the existing one was shown with a reason, it is not had.
        const shown =
          'toSubscriptionId' in way && existing.find((each) => each.subscription.id === way.toSubscriptionId);
        expect(shown ? shown.refusal : checkTarget(state, subscription, target)).toBeUndefined();
      }
    }
  }
  for (const target of legacyTargets(state, subscription)) {
    if (subscription.commerce !== 'legacy') continue;
    const command = {
      type: 'UpgradeLegacy',
      customerId,
      subscriptionId,
      toCatalogItemId: catalogItemIdOf(target),
    } as const;
    expect(accepted(command)).toBe(checkLegacyTarget(state, subscription, target) === undefined);
  }
  const order = state.orders.get(orderId);
  for (const billingCycle of ['Monthly', 'Annual'] as const) {
    const command = { type: 'ChangeOrderBilling', customerId, orderId, billingCycle } as const;
    if (order) expect(accepted(command)).toBe(checkOrderBilling(state, order, billingCycle) === undefined);
  }
}

/** How many licences came with an event that took them over. */
function licensesOf(event: PartnerEvent): number | undefined {
  if (event.type === 'LicensesMovedIn') return event.moved;
  return event.type === 'SubscriptionStarted' ? (event.subscription.quantity ?? undefined) : undefined;
}

/** The subscription that an event is about. */
function subjectOf(event: PartnerEvent): string {
  if (event.type === 'SubscriptionStarted') return event.subscription.id;
  return 'subscriptionId' in event ? event.subscriptionId : '';
}

/** Whether a billing period begins with an event, so that nothing of the one before stands any more. */
function opensCycle(event: PartnerEvent): boolean {
  return OPENING.has(event.type) || (event.type === 'SubscriptionUpgraded' && event.billed.length === 1);
}

const OPENING = new Set<PartnerEvent['type']>([
  'SubscriptionStarted',
  'SubscriptionActivated',
  'CycleStarted',
  'BillingPlanChanged',
  'TermRenewed',
  'TermChanged',
  'TrialConverted',
]);

const NEXT: Record<SubscriptionStatus, readonly SubscriptionStatus[]> = {
  pending: ['active', 'deleted'],
  active: ['suspended', 'expired', 'deleted'],
  suspended: ['active', 'disabled', 'deleted'],
  expired: ['disabled'],
  disabled: ['deleted'],
  deleted: [],
};

/** What needs no role: the publisher's part, and one's own requests to support (portal 1.4). */
const OPEN_TO_ALL = new Set(['AssignLicenses', 'ConfirmSetUp', 'UpdateServiceRequest']);

const EVENTS = [
  'CustomerAdded',
  'CartSaved',
  'CartExpired',
  'CartOrdered',
  'OrderPlaced',
  'SubscriptionStarted',
  'SubscriptionRenamed',
  'AutoRenewChanged',
  'LicensesAssigned',
  'SetUpConfirmed',
  'SubscriptionActivated',
  'CycleStarted',
  'TermRenewed',
  'TrialConverted',
  'SubscriptionSuspended',
  'SubscriptionReactivated',
  'SubscriptionExpired',
  'SubscriptionDisabled',
  'SubscriptionDeleted',
  'OrderLineAdded',
  'QuantityChanged',
  'QuantitySettled',
  'SubscriptionCanceled',
  'ResellerChanged',
  'ServiceRequestFiled',
  'ServiceRequestAnswered',
  'ServiceRequestNoted',
  'ServiceRequestClosed',
  'ServiceRequestReopened',
  'SupportContactChanged',
  'ChangeScheduled',
  'SavedChangesRemoved',
  'BillingChangePlanned',
  'BillingPlanChanged',
  'TermChanged',
  'SubscriptionUpgraded',
  'LicensesMovedOut',
  'LicensesMovedIn',
  'TransitionMade',
  'OrderBillingChanged',
];

const REFUSALS = [
  'RoleMissing',
  'CartNotFound',
  'CartExpired',
  'CartOrdered',
  'CartEmpty',
  'CartHasErrors',
  'LineRefused',
  'SubscriptionDeleted',
  'AutoRenewFixed',
  'StatusChangeRefused',
  'QuantityFixed',
  'TrialQuantityFixed',
  'QuantityNeedsActive',
  'ReductionClosed',
  'ReductionTooLarge',
  'CancellationClosed',
  'CancellationNotOffered',
  'ConversionNotOffered',
  'BaseNotActive',
  'AddOnNotRelated',
  'ResellerUnknown',
  'ResellerNotAllowed',
  'AgreementMissing',
  'DomainTaken',
  'NameRefused',
  'MarketUnknown',
  'RegistrationNumberMissing',
  'OnePerCustomer',
  'OfferLimit',
  'SuspendedExists',
  'TrialOfOwned',
  'AddOnWithoutBase',
  'SoldWithBaseOnly',
  'SegmentNotQualified',
  'MarketNotServed',
  'PublisherCountry',
  'PreviewNeeded',
  'NotInCsp',
  'Exclusive',
  'NotTransactable',
  'ReservationNeedsAzure',
  'QuantityOutOfRange',
  'TermNotOffered',
  'ScheduleNotOffered',
  'ScheduleNeedsActive',
  'ScheduleNeedsAutoRenew',
  'NotAnUpgrade',
  'UpgradeNotOffered',
  'UpgradeConflict',
  'TargetRefused',
  'TooFewLeft',
  'PartialKeepsTerm',
  'TermShorter',
  'OnlyFrequency',
  'FrequencyByOrder',
  'TrialPlanFixed',
  'PlanFixed',
  'OrderBillingRefused',
];

/**
 * Stretches of days with one number of licences charged: credits count against, zero days at the ends left out. The free
 * line of a trial ends where something is to be paid, which somebody may have begun before its end.
 */
function licensesCharged(charges: readonly Charge[]): Stretch[] {
  const steps = new Map<PlainDate, number>();
  const step = (on: PlainDate, by: number) => steps.set(on, (steps.get(on) ?? 0) + by);
  const [paidFrom] = charges.flatMap(({ startsOn, unitPrice }) => (unitPrice.micro > 0 ? [startsOn] : [])).toSorted();
  for (const { startsOn, endsOn: until, quantity, unitPrice } of charges) {
    const isFree = unitPrice.micro === 0;
    const endsOn = isFree && paidFrom !== undefined && paidFrom <= until ? addDays(paidFrom, -1) : until;
    if (endsOn < startsOn) continue;
    const sign = unitPrice.micro < 0 ? -1 : 1;
    step(startsOn, sign * quantity);
    step(addDays(endsOn, 1), -sign * quantity);
  }
  let licenses = 0;
  const stretches = [...steps]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([from, by], index, all) => {
      licenses += by;
      const next = all[index + 1]?.[0];
      return { from: String(from), to: next ? String(addDays(next, -1)) : String(from), licenses };
    })
    .slice(0, -1);
  while (stretches.at(-1)?.licenses === 0) stretches.pop();
  return stretches;
}

interface Stretch {
  readonly from: string;
  readonly to: string;
  readonly licenses: number;
}

/** Neighbours with the same number made one. */
function merged(stretches: readonly Stretch[]): Stretch[] {
  const all: Stretch[] = [];
  for (const each of stretches) {
    const last = all.at(-1);
    if (last?.licenses === each.licenses && addDays(last.to as PlainDate, 1) === each.from) {
      all[all.length - 1] = { ...last, to: each.to };
    } else all.push(each);
  }
  return all;
}

/** The licences of each subscription from day to day since it began to be billed; the last stretch is open. */
function licensesHeld(events: readonly Happened[]): Map<string, { on: PlainDate; licenses: number }[]> {
  const held = new Map<string, { on: PlainDate; licenses: number }[]>();
  const waiting = new Map<string, number>();
  for (const { event, at } of events) {
    const on = dateOf(at);
    if (event.type === 'SubscriptionStarted') {
      const { id, quantity, status, commerce, trial } = event.subscription;
      if (quantity === null) continue;
      if (status === 'pending' || (commerce === 'legacy' && trial)) waiting.set(id, quantity);
      else held.set(id, [{ on, licenses: quantity }]);
    }
    const id = subjectOf(event);
    const present = licensesAfter(event);
    if (present !== undefined) {
      if (waiting.has(id)) waiting.set(id, present);
      held.get(id)?.push({ on, licenses: present });
    }
    if (event.type === 'SubscriptionActivated' || event.type === 'TrialConverted') {
      const licenses = waiting.get(id);
      if (licenses !== undefined) held.set(id, [{ on, licenses }]);
      waiting.delete(id);
    }
  }
  return held;
}

/** The licences that there are from an event on, where it changes them. */
function licensesAfter(event: PartnerEvent): number | undefined {
  switch (event.type) {
    case 'QuantityChanged':
    case 'LicensesMovedIn':
      return event.to;
    case 'LicensesMovedOut':
      return event.left;
    case 'SubscriptionUpgraded':
    case 'TrialConverted':
      return event.quantity;
    case 'TermRenewed':
      return event.change?.quantity;
    default:
      return undefined;
  }
}

/** Those whose bill has holes: suspended legacy, cancelled, licences of new commerce given back, changed while free. */
function unevenlyCharged(state: State, events: readonly Happened[]): Set<string> {
  const except = new Set<string>();
  const free = new Set<string>();
  for (const { event } of events) {
    if (event.type === 'SubscriptionStarted' && event.subscription.trial) free.add(event.subscription.id);
    if (event.type === 'TrialConverted') free.delete(event.subscriptionId);
    if (event.type === 'SubscriptionCanceled') except.add(event.subscriptionId);
    const commerce = 'subscriptionId' in event ? state.subscriptions.get(event.subscriptionId)?.commerce : undefined;
    if (event.type === 'SubscriptionSuspended' && commerce === 'legacy') except.add(event.subscriptionId);
    if (event.type === 'QuantityChanged') {
      const isGivenBack = commerce === 'newCommerce' && event.to < event.from;
      if (isGivenBack || free.has(event.subscriptionId)) except.add(event.subscriptionId);
    }
  }
  return except;
}

/** What is held, as stretches up to a day. */
function upTo(held: readonly { on: PlainDate; licenses: number }[], until: string): Stretch[] {
  // The last word of a day is what counts for it.
  const days = [...new Map(held.map(({ on, licenses }) => [on, licenses]))].filter(([on]) => on <= until);
  return merged(
    days.map(([on, licenses], index) => {
      const next = days[index + 1]?.[0];
      return { from: on, to: next ? addDays(next, -1) : until, licenses };
    }),
  );
}

/** Those that are not any more what was ordered: other licences or another plan, cancelled, converted by choice. */
function changedEver(told: Play): Set<string> {
  const trials = new Set<string>();
  return new Set(
    eventsOf(told).flatMap(({ event }) => {
      const id = subjectOf(event);
      if (event.type === 'SubscriptionStarted' && event.subscription.trial) trials.add(id);
      if (event.type === 'TrialConverted') trials.delete(id);
      const chosen = event.type === 'ChangeScheduled' && trials.has(id);
      // A renewal comes after the first term.
      const isOther = event.type !== 'TermRenewed' && licensesAfter(event) !== undefined;
      return chosen || isOther || CHANGING.has(event.type) ? id : [];
    }),
  );
}

const CHANGING = new Set<PartnerEvent['type']>(['SubscriptionCanceled', 'TermChanged', 'BillingPlanChanged']);

function suspendedEver(told: Play): Set<string> {
  return new Set(
    eventsOf(told).flatMap(({ event }) => (event.type === 'SubscriptionSuspended' ? event.subscriptionId : [])),
  );
}

/** When each subscription began to run: at its purchase, or when the publisher had done its part. */
function beginnings(told: Play): Map<string, Instant> {
  const began = new Map<string, Instant>();
  for (const { event, at } of eventsOf(told)) {
    if (event.type === 'SubscriptionStarted') began.set(event.subscription.id, at);
    if (event.type === 'SubscriptionActivated') began.set(event.subscriptionId, at);
    // A legacy trial is on no invoice; what somebody made of it by hand is.
    if (event.type === 'TrialConverted' && commerceOf(told, event.subscriptionId) === 'legacy') {
      began.set(event.subscriptionId, at);
    }
  }
  return began;
}

function commerceOf({ told }: Play, id: string): Subscription['commerce'] | undefined {
  return told.world.state.subscriptions.get(id)?.commerce;
}

/** The first term that costs something: after the trial where there is one, from activation where that is needed. */
function firstPaidTerms(told: Play): Map<string, SubscriptionTerm> {
  const first = new Map<string, SubscriptionTerm>();
  const trials = new Set<string>();
  for (const { event } of eventsOf(told)) {
    if (event.type === 'SubscriptionStarted') {
      if (event.subscription.trial) trials.add(event.subscription.id);
      else first.set(event.subscription.id, event.subscription.term);
    }
    if (event.type === 'SubscriptionActivated' && !trials.has(event.subscriptionId)) {
      first.set(event.subscriptionId, event.term);
    }
    if (event.type === 'TrialConverted') first.set(event.subscriptionId, event.term);
  }
  return first;
}

function isWithin(startsOn: string, term: SubscriptionTerm): boolean {
  return term.endsOn === null ? startsOn === term.startsOn : startsOn <= term.endsOn;
}

function isLegacyTrialGone({ commerce, catalogItemId }: Subscription, world: PartnerWorld): boolean {
  return commerce === 'legacy' && offerOf(world.state, catalogItemId).category === 'Trial';
}

function total(charges: readonly Charge[]): Charge['amount'] | undefined {
  const [first] = charges;
  return first && { ...first.amount, minor: charges.reduce((sum, { amount }) => sum + amount.minor, 0) };
}
