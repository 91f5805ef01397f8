import { useRef } from 'react';
import type { SubscriptionPage } from '../../api/dashboard';
import { useMessages } from '../../ui/language';
import { StatusBadge } from '../../ui/StatusBadge';
import { InstantText } from '../../ui/Time';
import { Reactivation } from './Reactivation';
import { Section } from './Section';
import styles from './StatusSection.module.css';

/** What state the subscription is in, what comes next, and the way back from a suspension. */
export function StatusSection({ subscription }: { subscription: SubscriptionPage }) {
  const t = useMessages();
  const heading = useRef<HTMLHeadingElement>(null);
  const { status, statusNote, suspension } = subscription;
  return (
    <Section title={t.subscriptions.status} headingRef={heading}>
      <div className={styles.status}>
        <StatusBadge status={status} />
        {statusNote && !suspension && <span>{statusNote}</span>}
      </div>
      {suspension && (
        <div className={styles.suspension}>
          <p>
            {t.subscriptions.suspendedSince} <InstantText at={suspension.since} />
          </p>
          <p>
            {t.subscriptions.deletedAt} <InstantText at={suspension.deletedAt} /> {t.subscriptions.unlessReactivated}
          </p>
        </div>
      )}
      {status === 'suspended' && (
        // The button goes with the suspension; the focus stays in this section.
        <Reactivation subscription={subscription} onDone={() => heading.current?.focus()} />
      )}
    </Section>
  );
}
