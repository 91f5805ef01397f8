import type { Preview } from '../../api/dashboard';
import type { FaultBody } from '../../api/wire';
import type { Charge } from '../../domain/billing/charge';
import type { PartnerEvent } from '../../domain/events';
import type { PartnerWorld } from '../../domain/partner';
import { cancellationWindows } from '../../domain/subscriptions/subscription';
import { nextBillingDay } from '../../domain/subscriptions/suspension';
import { describeEvent } from '../../i18n/describe';
import type { Language } from '../../i18n/language';
import { addMonths, dateOf, formatInstant, type Instant, type PlainDate } from '../../kernel/calendar';
import { sumByCurrency, type Money } from '../../kernel/money';
import { namesOf } from '../names';
import type { Reply } from '../reply';
import { amount } from './amounts';
import { chargeLine } from './charge-line';
import { subscriptionIdOf } from './subscription-page';

/** What a request did to a copy of the world. `copy` holds just the new records. */
export function previewResource(copy: PartnerWorld, answer: Reply, language: Language): Preview {
  const accepted = answer.status < 400;
  const events = copy.records.flatMap((record) => record.events);
  const names = namesOf(copy.state);
  const charges = events.flatMap((event) => {
    const charge = chargeOf(event);
    const subscriptionId = subscriptionIdOf(event);
    return charge && subscriptionId ? [{ charge, subscriptionId }] : [];
  });
  const windows = events.flatMap((event) => (event.type === 'SubscriptionStarted' ? undoWindow(copy, event) : []));
  const fault = accepted ? undefined : (answer.body as FaultBody);
  return {
    accepted,
    ...(fault
      ? { refusal: { status: answer.status, code: fault.code, description: fault.description, data: fault.data } }
      : {}),
    effects: events.map((event) => {
      const subscriptionId = subscriptionIdOf(event);
      const customerId =
        subscriptionId === undefined ? undefined : copy.state.subscriptions.get(subscriptionId)?.customerId;
      return {
        kind: event.type,
        summary: describeEvent(event, names, language),
        ...(customerId ? { customerId } : {}),
        ...(subscriptionId ? { subscriptionId } : {}),
      };
    }),
    charges: charges.map(({ charge, subscriptionId }) => ({ ...chargeLine(charge), subscriptionId })),
    nextInvoice: invoices(copy, charges),
    irreversible: events.some((event) => event.type === 'SubscriptionDeleted'),
    undoUntil: windows.length === 0 ? null : formatInstant(Math.min(...windows) as Instant),
  };
}

function chargeOf(event: PartnerEvent): Charge | null {
  return 'charge' in event ? event.charge : null;
}

function undoWindow(copy: PartnerWorld, event: Extract<PartnerEvent, { type: 'SubscriptionStarted' }>): Instant[] {
  const subscription = copy.state.subscriptions.get(event.subscription.id);
  if (!subscription) return [];
  const software = copy.state.catalog.item(subscription.catalogItemId)?.software?.cancelWindowDays;
  return cancellationWindows(subscription, copy.state.rules, software)
    .slice(-1)
    .map(({ until }) => until);
}

/** Licence-based charges go to the next billing date, the others to the first of the month (decisions 24, 33). */
function invoices(
  copy: PartnerWorld,
  charges: readonly { charge: Charge; subscriptionId: string }[],
): Preview['nextInvoice'] {
  const byDate = new Map<PlainDate, Money[]>();
  for (const { charge, subscriptionId } of charges) {
    const settledOn = dateOf(charge.settledAt);
    const legacy = copy.state.subscriptions.get(subscriptionId)?.commerce === 'legacy';
    const firstOfMonth = `${settledOn.slice(0, 8)}01` as PlainDate;
    const on = legacy ? nextBillingDay(settledOn, copy.state.partner.billingDay) : addMonths(firstOfMonth, 1);
    byDate.set(on, [...(byDate.get(on) ?? []), charge.amount]);
  }
  return [...byDate]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([on, amounts]) => sumByCurrency(amounts).map((total) => ({ on, total: amount(total) })));
}
