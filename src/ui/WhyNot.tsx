import { useId, type ReactNode } from 'react';
import styles from './WhyNot.module.css';

/** What the API says about a control before anybody uses it. */
export type Judgement = { allowed: true } | { allowed: false; description: string };

/**
 * A control with the reason beside it when it may not be used. The control stays reachable (`disabledFocusable`), so
 * that a keyboard gets to the reason too.
 */
export function WhyNot({
  verdict,
  children,
}: {
  verdict: Judgement;
  children: (allowed: boolean, describedById: string | undefined) => ReactNode;
}) {
  const id = useId();
  return (
    <div className={styles.whyNot}>
      {children(verdict.allowed, verdict.allowed ? undefined : id)}
      {!verdict.allowed && (
        <span id={id} className={styles.reason}>
          {verdict.description}
        </span>
      )}
    </div>
  );
}
