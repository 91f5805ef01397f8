import type { HistoryEvent } from '../../api/simulation';
import type { PartnerEvent } from '../../domain/events';
import { describeEvent } from '../../i18n/describe';
import { formatInstant } from '../../kernel/calendar';
import type { Call } from '../call';
import { namesOf } from '../names';
import type { StoredRecord } from '../storage/store';
import { subscriptionIdOf } from './subscription-page';

/** The events of records, each with its sentence and its cause. */
export function historyOf(call: Call, records: readonly StoredRecord[]): HistoryEvent[] {
  const names = namesOf(call.state);
  return records.flatMap((record) =>
    record.events.map((event, index): HistoryEvent => {
      const subscriptionId = subscriptionIdOf(event);
      const customerId = customerIdOf(call, event, subscriptionId);
      return {
        sequence: record.sequence + index,
        at: formatInstant(record.at),
        kind: event.type,
        summary: describeEvent(event, names, call.language),
        ...(customerId ? { customerId } : {}),
        ...(subscriptionId ? { subscriptionId } : {}),
        cause: record.by === null ? { clock: true } : { user: record.by },
      };
    }),
  );
}

function customerIdOf(call: Call, event: PartnerEvent, subscriptionId: string | undefined): string | undefined {
  if (subscriptionId) return call.state.subscriptions.get(subscriptionId)?.customerId;
  if ('customerId' in event) return event.customerId;
  if ('customer' in event) return event.customer.id;
  if ('cart' in event) return event.cart.customerId;
  return 'order' in event ? event.order.customerId : undefined;
}
