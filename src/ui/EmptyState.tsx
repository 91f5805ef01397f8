import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

/** Says that there is nothing here, why, and what can be done about it. */
export function EmptyState({ title, text, action }: { title: string; text: string; action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.text}>{text}</p>
      {action}
    </div>
  );
}
