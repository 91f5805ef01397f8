import { Button } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons';
import { useEffect, useRef, type ReactNode } from 'react';
import styles from './PublisherPage.module.css';

/** One of the publisher's two steps: a button until it is done, then the word that it is. */
export function SetUpStep({
  action,
  text,
  doneText,
  done,
  busy = false,
  onDo,
  error,
}: {
  action: string;
  text: string;
  doneText: string;
  /** When or where it was done; absent while it is not. */
  done: ReactNode;
  busy?: boolean;
  onDo: () => void;
  error?: ReactNode;
}) {
  const result = useRef<HTMLParagraphElement>(null);
  const pressed = useRef(false);
  const finished = done !== undefined;
  // The button vanishes when its step is done; who pressed it stays in this place.
  useEffect(() => {
    if (finished && pressed.current) result.current?.focus();
  }, [finished]);
  return (
    <li className={styles.step}>
      <p className={styles.stepText}>{text}</p>
      {finished ? (
        <p ref={result} tabIndex={-1} className={styles.done}>
          <CheckmarkCircleFilled aria-hidden="true" className={styles.mark} />
          <span>
            {doneText} · {done}
          </span>
        </p>
      ) : (
        <Button
          appearance="primary"
          disabledFocusable={busy}
          onClick={() => {
            pressed.current = true;
            onDo();
          }}
        >
          {action}
        </Button>
      )}
      {error}
    </li>
  );
}
