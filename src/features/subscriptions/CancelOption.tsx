import { Button } from '@fluentui/react-components';
import { useId, useRef } from 'react';
import type { SubscriptionPage } from '../../api/dashboard';
import { useMessages } from '../../ui/language';
import { Deadline } from './Deadline';
import styles from './StatusSection.module.css';

/** How far the person has got with cancelling. */
export interface Cancellation {
  /** Marketplace: cancelling is chosen, Submit carries on (S0-56). */
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
}

/**
 * Taking the purchase or renewal back (S0-49 … S0-59, S0-67 … S0-69). The button stands as long as a window is open, for
 * new commerce also afterwards with the reason; where there is no such option the reason alone says so (S0-54).
 */
export function CancelOption({
  subscription,
  cancellation: { chosen, onChoose },
  working,
}: {
  subscription: SubscriptionPage;
  cancellation: Cancellation;
  working: boolean;
}) {
  const t = useMessages();
  const reasonId = useId();
  const chooser = useRef<HTMLButtonElement>(null);
  const { verdicts, cancellation: windows, status, commerce } = subscription;
  const { cancel } = verdicts;
  if (status === 'canceled' || status === 'deleted') return null;
  // What can be done instead (suspending) has been done.
  if (commerce === 'legacy' && status === 'suspended') return null;
  const offered = cancel.allowed || windows.length > 0 || commerce === 'newCommerce';
  return (
    <div className={styles.cancellation}>
      {offered && (
        <Button
          ref={chooser}
          // Marketplace: a choice that Submit carries on with; elsewhere the question comes at once.
          {...(commerce === 'marketplace' && cancel.allowed ? { 'aria-pressed': chosen } : {})}
          disabledFocusable={!cancel.allowed || working}
          aria-describedby={reasonId}
          onClick={() => onChoose(!chosen)}
        >
          {t.subscriptions.cancelSubscription}
        </Button>
      )}
      <div id={reasonId}>
        {cancel.allowed ? (
          <ul className={styles.windows}>
            {windows.map(({ until, refund }) => (
              <li key={`${until} ${refund}`} className={styles.note}>
                {t.subscriptions.cancelUntil} <Deadline at={until} /> {t.subscriptions.cancelRefund(refund)}
              </li>
            ))}
          </ul>
        ) : (
          <p className={styles.note}>{cancel.description}</p>
        )}
      </div>
      {chosen && cancel.allowed && (
        <>
          <p className={styles.note}>{t.subscriptions.cancelChosen}</p>
          <div className={styles.buttons}>
            <Button type="submit" appearance="primary" disabledFocusable={working}>
              {t.subscriptions.submit}
            </Button>
            <Button
              onClick={() => {
                onChoose(false);
                // This button goes with the choice; the one that made it stays.
                chooser.current?.focus();
              }}
            >
              {t.subscriptions.keepSubscription}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
