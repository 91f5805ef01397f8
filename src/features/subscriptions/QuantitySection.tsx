import type { SubscriptionPage } from '../../api/dashboard';
import { useFormat, useMessages } from '../../ui/language';
import { InstantText } from '../../ui/Time';
import styles from './QuantitySection.module.css';
import { Section } from './Section';

/** How many licenses there are, and when each batch of them was bought: the window to remove them is the batch's own. */
export function QuantitySection({ subscription }: { subscription: SubscriptionPage }) {
  const t = useMessages();
  const format = useFormat();
  const { quantity, batches } = subscription;
  return (
    <Section title={t.subscriptions.quantity}>
      <p className={styles.quantity}>
        {quantity === null ? t.subscriptions.noQuantity : t.subscriptions.licenses(quantity, format.number(quantity))}
      </p>
      {batches.length > 0 && (
        <ul className={styles.list} aria-label={t.subscriptions.batches}>
          {batches.map((batch) => (
            <li key={`${batch.addedAt} ${batch.kind}`}>
              <span>
                {t.subscriptions.batch(batch.quantity, format.number(batch.quantity), batch.kind)}{' '}
                <InstantText at={batch.addedAt} />
              </span>
              <span className={styles.note}>
                {batch.reducibleUntil ? (
                  <>
                    {t.subscriptions.reducibleUntil} <InstantText at={batch.reducibleUntil} />
                  </>
                ) : (
                  t.subscriptions.notReducible
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** Until when the purchase or renewal can be taken back, and for how much of the money. */
export function CancellationSection({ subscription }: { subscription: SubscriptionPage }) {
  const t = useMessages();
  const { cancellation } = subscription;
  return (
    <Section title={t.subscriptions.cancellationTitle}>
      {cancellation.length === 0 ? (
        <p className={styles.text}>{t.subscriptions.noCancellation}</p>
      ) : (
        <ul className={styles.list}>
          {cancellation.map(({ until, refund }) => (
            <li key={`${until} ${refund}`}>
              <span>
                {t.subscriptions.cancelUntil} <InstantText at={until} /> {t.subscriptions.cancelRefund(refund)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
