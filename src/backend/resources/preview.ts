import type { Preview } from '../../api/dashboard';
import type { FaultBody } from '../../api/wire';
import { nextBillingDay } from '../../domain/billing/billing-day';
import type { Charge } from '../../domain/billing/charge';
import { focusDue } from '../../domain/due';
import { chargesOf, type PartnerEvent } from '../../domain/events';
import type { PartnerWorld } from '../../domain/partner';
import { windowsOf } from '../../domain/subscriptions/cancellation';
import { reducibleUntil, settlementDay, supportUntil } from '../../domain/subscriptions/quantity';
import { endInstant, type Subscription } from '../../domain/subscriptions/subscription';
import { consequenceText, joinNames } from '../../i18n/consequence-text';
import { describeEvent } from '../../i18n/describe';
import type { Language } from '../../i18n/language';
import { addMonths, dateOf, formatInstant, startOf, type Instant, type PlainDate } from '../../kernel/calendar';
import { sumByCurrency, type Money } from '../../kernel/money';
import { namesOf } from '../names';
import type { Reply } from '../reply';
import type { StoredRecord } from '../storage/store';
import { amount } from './amounts';
import { chargeLine } from './charge-line';
import { subscriptionIdOf } from './subscription-page';

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
    effects: events.map((event) => {
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
    irreversible: events.some(isFinal),
    undoUntil: undo.length === 0 ? null : formatInstant(Math.min(...undo) as Instant),
  };
}

/** What nobody can take back: the end of a subscription, and the conversion of a trial by hand. */
function isFinal(event: PartnerEvent): boolean {
  return (
    event.type === 'SubscriptionDeleted' ||
    event.type === 'SubscriptionCanceled' ||
    (event.type === 'TrialConverted' && event.quantity !== undefined)
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
    case 'QuantityChanged':
      return event.to > event.from ? reductionWindow(world, subscription) : [];
    case 'SubscriptionSuspended':
      return [event.deletedAt];
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
