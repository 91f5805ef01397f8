import { useQuery } from '@tanstack/react-query';
import type { ServiceRequestRow } from '../../api/dashboard';
import { clockQuery } from '../../api/queries';
import { useMessages } from '../../ui/language';
import { InstantText } from '../../ui/Time';
import { timeLeft } from '../../ui/time-left';
import styles from './support.module.css';

/** What support has said, or when it will. */
export function AnswerText({ request, withHint = false }: { request: ServiceRequestRow; withHint?: boolean }) {
  const t = useMessages();
  const { data: clock } = useQuery(clockQuery());
  const { answer, answersAt } = request;
  if (answer) {
    return (
      <>
        {answer.description}
        <span className={styles.line}>
          <InstantText at={answer.at} />
        </span>
      </>
    );
  }
  if (!answersAt) return <>{t.support.noAnswer}</>;
  const left = clock && timeLeft(answersAt, clock.now);
  return (
    <>
      {t.support.answersAt} <InstantText at={answersAt} />
      {left && ` (${t.deadlines.inTime(left)})`}
      {withHint && <span className={styles.line}>{t.support.clockHint}</span>}
    </>
  );
}
