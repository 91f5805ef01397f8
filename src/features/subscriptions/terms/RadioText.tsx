import { Radio } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import styles from './panels.module.css';

/** One choice with a line about it, or with the reason why it cannot be made; its name is the label alone. */
export function RadioText({
  value,
  label,
  note,
  disabled = false,
}: {
  value: string;
  label: string;
  note?: ReactNode;
  disabled?: boolean;
}) {
  const noteId = useId();
  return (
    <div>
      <Radio value={value} disabled={disabled} label={label} {...(note ? { 'aria-describedby': noteId } : {})} />
      {note && (
        <div id={noteId} className={styles.below}>
          {note}
        </div>
      )}
    </div>
  );
}
