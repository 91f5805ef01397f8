import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import type { HistoryEvent } from '../../api/simulation';
import { InstantText } from '../../ui/Time';
import styles from './SimulationPanel.module.css';

/** Events of the world as sentences, linked to what they happened to. */
export function EventList({
  events,
  note,
  renderAction,
  onLeave,
}: {
  events: readonly HistoryEvent[];
  note?: (event: HistoryEvent) => string | undefined;
  renderAction?: (event: HistoryEvent) => ReactNode;
  /** A link is followed: the panel makes way for the page. */
  onLeave: () => void;
}) {
  return (
    <ul className={styles.events}>
      {events.map((event) => {
        const to = pathOf(event);
        const more = note?.(event);
        return (
          <li key={event.sequence}>
            <div className={styles.event}>
              {to ? (
                <Link to={to} onClick={onLeave}>
                  {event.summary}
                </Link>
              ) : (
                <span>{event.summary}</span>
              )}
              <span className={styles.note}>
                <InstantText at={event.at} />
                {more && ` · ${more}`}
              </span>
            </div>
            {renderAction?.(event)}
          </li>
        );
      })}
    </ul>
  );
}

function pathOf({ customerId, subscriptionId }: HistoryEvent): string | undefined {
  if (!customerId) return undefined;
  const customer = `/customers/${encodeURIComponent(customerId)}/subscriptions`;
  return subscriptionId ? `${customer}/${encodeURIComponent(subscriptionId)}` : customer;
}
