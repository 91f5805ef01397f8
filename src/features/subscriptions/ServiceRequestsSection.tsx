import type { ServiceRequestRow } from '../../api/dashboard';
import { useMessages } from '../../ui/language';
import { InstantText } from '../../ui/Time';
import { Section } from './Section';
import styles from './ServiceRequestsSection.module.css';

/** What the signed-in person has asked support about this subscription, and what it answered (S0-96; decisions 36). */
export function ServiceRequestsSection({ requests }: { requests: ServiceRequestRow[] }) {
  const t = useMessages();
  if (requests.length === 0) return null;
  return (
    <Section title={t.subscriptions.serviceRequests}>
      <ul className={styles.list} aria-label={t.subscriptions.serviceRequests}>
        {requests.map((request) => (
          <li key={request.id}>
            <span className={styles.title}>{request.title}</span>
            <span className={styles.note}>
              {t.subscriptions.filedAt} <InstantText at={request.createdAt} />
            </span>
            {request.answer ? (
              <>
                <span className={styles.note}>
                  {t.subscriptions.answeredAt} <InstantText at={request.answer.at} />
                </span>
                <span>{request.answer.description}</span>
              </>
            ) : (
              <span className={styles.note}>
                {t.subscriptions.requestOpen}
                {request.answersAt && (
                  <>
                    {' '}
                    {t.subscriptions.answersAt} <InstantText at={request.answersAt} />.
                  </>
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
