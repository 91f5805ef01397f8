import type { Preview } from '../../api/dashboard';
import type { FaultBody } from '../../api/wire';
import { nextBillingDay } from '../../domain/billing/billing-day';
import type { Charge } from '../../domain/billing/charge';
import { focusDue } from '../../domain/due';
import { chargesOf, type PartnerEvent } from '../../domain/events';
import type { PartnerWorld } from '../../domain/partner';
import { windowsOf } from '../../domain/subscriptions/cancellation';
import { reducibleUntil, settlementDay, supportUntil } from '../../domain/subscriptions/quantity';
import { canBeSavedAgain } from '../../domain/subscriptions/schedule';
import { endInstant, type Subscription } from '../../domain/subscriptions/subscription';
import { consequenceText, joinNames } from '../../i18n/consequence-text';
import { describeEvent, describeTerm } from '../../i18n/describe';
import type { Language } from '../../i18n/language';
import { addMonths, after, dateOf, formatInstant, startOf, type Instant, type PlainDate } from '../../kernel/calendar';
import { sum, sumByCurrency, type Money } from '../../kernel/money';
import { namesOf } from '../names';
import type { Reply } from '../reply';
import type { StoredRecord } from '../storage/store';
import { amount } from './amounts';
import { chargeLine } from './charge-line';
import { isTold, subscriptionIdOf } from './subscription-page';

interface ChargeOf {
  readonly charge: Charge;
  readonly subscriptionId: string;
}

/** What a request did to a world: on a copy, what it would do. `records` are those that it made. */
export function previewResource(
  world: PartnerWorld,
  records: readonly StoredRecord[],
  answer: Reply,
  language: Language,
): Preview {
  const accepted = answer.status < 400;
  const events = records.flatMap((record) => record.events);
  const names = namesOf(world.state);
  const charges = [...events.flatMap(chargesIn), ...laterCharges(world, events)];
  const undo = events.flatMap((event) => undoUntil(world, event));
  const fault = accepted ? undefined : (answer.body as FaultBody);
  return {
    accepted,
    status: answer.status,
    ...(fault
      ? { refusal: { status: answer.status, code: fault.code, description: fault.description, data: fault.data } }
      : {}),
    effects: events.filter(isTold).map((event) => {
      const subscriptionId = subscriptionIdOf(event);
      const customerId =
        subscriptionId === undefined ? undefined : world.state.subscriptions.get(subscriptionId)?.customerId;
      return {
        kind: event.type,
        summary: describeEvent(event, names, language),
        ...(customerId ? { customerId } : {}),
        ...(subscriptionId ? { subscriptionId } : {}),
      };
    }),
    charges: charges.map(({ charge, subscriptionId }) => ({ ...chargeLine(charge), subscriptionId })),
    nextInvoice: invoices(world, charges),
    sideEffects: sideEffects(world, events, language),
    ...nextTerm(world, events),
    ...nextPeriod(world, events),
    irreversible: events.some(isFinal),
    undoUntil: undo.length === 0 ? null : formatInstant(Math.min(...undo) as Instant),
  };
}

/** What nobody can take back: the end of a subscription, an upgrade, a term that began, a trial converted by hand. */
function isFinal(event: PartnerEvent): boolean {
  return (
    event.type === 'SubscriptionDeleted' ||
    event.type === 'SubscriptionCanceled' ||
    event.type === 'SubscriptionUpgraded' ||
    event.type === 'TermChanged' ||
    event.type === 'LicensesMovedOut' ||
    (event.type === 'TrialConverted' && event.byHand === true)
  );
}

function chargesIn(event: PartnerEvent): ChargeOf[] {
  const subscriptionId = subscriptionIdOf(event);
  return subscriptionId === undefined ? [] : chargesOf(event).map((charge) => ({ charge, subscriptionId }));
}

/** What the settlement of a legacy change will charge: found by letting the clock of a copy reach it (decisions 25). */
function laterCharges(world: PartnerWorld, events: readonly PartnerEvent[]): ChargeOf[] {
  const changed = new Set(events.flatMap((event) => (event.type === 'QuantityChanged' ? [event.subscriptionId] : [])));
  return [...changed].flatMap((id) => {
    const subscription = world.state.subscriptions.get(id);
    const on = subscription && settlementDay(subscription);
    if (!on) return [];
    const copy = world.fork();
    focusDue(copy.state, new Set([id]));
    const settled = copy.advanceTo(startOf(on)).flatMap((record) => record.events);
    return settled.flatMap((event) => (event.type === 'QuantitySettled' ? chargesIn(event) : []));
  });
}

/** Until when it can be undone; nothing where there is no end to it, or no way. */
function undoUntil(world: PartnerWorld, event: PartnerEvent): Instant[] {
  const subscription = world.state.subscriptions.get(subscriptionIdOf(event) ?? '');
  if (!subscription) return [];
  switch (event.type) {
    case 'SubscriptionStarted':
      return windowsOf(world.state, subscription)
        .slice(-1)
        .map(({ until }) => until);
    case 'BillingChangePlanned':
      return subscription.cycle ? [endInstant(subscription.cycle.endsOn)] : [];
    case 'QuantityChanged':
      return event.to > event.from ? reductionWindow(world, subscription) : [];
    case 'SubscriptionSuspended':
      return [event.deletedAt];
    // Saved changes can be changed and removed until their time comes.
    case 'ChangeScheduled':
    case 'AutoRenewChanged':
      return subscription.term.endsOn === null ? [] : [endInstant(subscription.term.endsOn)];
    default:
      return [];
  }
}

/** Licences that were just added to a new-commerce subscription are given back by support, or by oneself (S0-96). */
function reductionWindow({ state: { rules } }: PartnerWorld, subscription: Subscription): Instant[] {
  const added = subscription.batches.at(-1);
  const until = added && (reducibleUntil(subscription, added, rules) ?? supportUntil(subscription, added, rules));
  return until ? [until] : [];
}

function sideEffects(world: PartnerWorld, events: readonly PartnerEvent[], language: Language): Preview['sideEffects'] {
  const kinds = new Map<Preview['sideEffects'][number]['kind'], string[]>();
  const add = (kind: Preview['sideEffects'][number]['kind'], name?: string): void => {
    kinds.set(kind, [...(kinds.get(kind) ?? []), ...(name === undefined ? [] : [name])]);
  };
  for (const event of events) {
    const subscription = world.state.subscriptions.get(subscriptionIdOf(event) ?? '');
    if (!subscription) continue;
    const { friendlyName, parentId, commerce } = subscription;
    if (event.type === 'SubscriptionSuspended') {
      if (event.withBase) add('addOnsSuspended', friendlyName);
      else add('accessLost');
      if (commerce === 'newCommerce') {
        add('billingGoesOn');
        add('autoRenewOff');
      }
    }
    if (event.type === 'SubscriptionReactivated' && parentId !== undefined && events.length > 1) {
      add('addOnsReactivated', friendlyName);
    }
    if (event.type === 'SavedChangesRemoved' && event.cause !== 'byHand') {
      if (event.scheduled) {
        const again = subscription.status !== 'deleted' && canBeSavedAgain(world.state, subscription);
        add(again ? 'scheduleDeleted' : 'scheduleGone', describeTerm(event.scheduled, namesOf(world.state), language));
      }
      if (event.nextBilling) add('frequencyChangeDeleted');
    }
    if (event.type === 'TransitionMade') {
      add(event.transition.licenses === 'automatic' ? 'licensesFollow' : 'licensesByHand');
    }
    if (commerce !== 'legacy' && MAKES_FINAL.has(event.type)) add('notCancelable');
    if (event.type === 'SubscriptionCanceled') {
      add('accessLost');
      add('dataDeleted');
    }
  }
  return [...kinds].map(([kind, about]) => ({
    kind,
    description: consequenceText(kind, joinNames(about, language), language),
  }));
}

/** What nobody can cancel before its renewal any more (portal 6.4). */
const MAKES_FINAL: ReadonlySet<PartnerEvent['type']> = new Set(['SubscriptionUpgraded', 'TermChanged']);

/** What the next term will be after all: found by letting a copy of the world reach it and its end. */
function nextTerm(world: PartnerWorld, events: readonly PartnerEvent[]): Pick<Preview, 'nextTerm'> {
  const saved = events.findLast(
    (event) =>
      event.type === 'ChangeScheduled' ||
      (event.type === 'SavedChangesRemoved' && event.cause === 'byHand' && event.scheduled !== null),
  );
  const before = world.state.subscriptions.get((saved && subscriptionIdOf(saved)) ?? '');
  if (!before || before.term.endsOn === null) return {};
  const copy = world.fork();
  focusDue(copy.state, new Set([before.id]));
  const begun = copy.advanceTo(endInstant(before.term.endsOn)).flatMap((record) => record.events);
  const renewed = begun.findLast((event) => event.type === 'TermRenewed' || event.type === 'TrialConverted');
  if (!renewed) return {};
  const { endsOn, startsOn } = renewed.term;
  const first = renewed.charge?.amount ?? null;
  if (endsOn !== null) copy.advanceTo(after(endInstant(endsOn), -1));
  const inTerm = (copy.state.charges.get(before.id) ?? []).filter((charge) => charge.startsOn >= startsOn);
  const total = sum(inTerm.map((charge) => charge.amount));
  const change = renewed.type === 'TermRenewed' ? renewed.change : undefined;
  return {
    nextTerm: {
      startsOn,
      endsOn,
      first: first && amount(first),
      total: total ? amount(total) : null,
      licenses: change?.licenses ?? null,
    },
  };
}

/** What another billing frequency charges first: found by letting a copy of the world reach the next billing period. */
function nextPeriod(world: PartnerWorld, events: readonly PartnerEvent[]): Pick<Preview, 'nextPeriod'> {
  const planned = events.findLast((event) => event.type === 'BillingChangePlanned');
  const before = planned && world.state.subscriptions.get(planned.subscriptionId);
  if (!before?.cycle || !before.nextBilling) return {};
  const copy = world.fork();
  focusDue(copy.state, new Set([before.id]));
  const begun = copy.advanceTo(endInstant(before.cycle.endsOn)).flatMap((record) => record.events);
  const charge = begun.flatMap(chargesOf).at(-1);
  if (!charge) return {};
  return { nextPeriod: { startsOn: charge.startsOn, endsOn: charge.endsOn, charge: amount(charge.amount) } };
}

/** Licence-based charges go to the next billing date, the others to the first of the month (decisions 24, 33). */
function invoices(world: PartnerWorld, charges: readonly ChargeOf[]): Preview['nextInvoice'] {
  const byDate = new Map<PlainDate, Money[]>();
  for (const { charge, subscriptionId } of charges) {
    const settledOn = dateOf(charge.settledAt);
    const legacy = world.state.subscriptions.get(subscriptionId)?.commerce === 'legacy';
    const firstOfMonth = `${settledOn.slice(0, 8)}01` as PlainDate;
    const on = legacy ? nextBillingDay(settledOn, world.state.partner.billingDay) : addMonths(firstOfMonth, 1);
    byDate.set(on, [...(byDate.get(on) ?? []), charge.amount]);
  }
  return [...byDate]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([on, amounts]) => sumByCurrency(amounts).map((total) => ({ on, total: amount(total) })));
}
