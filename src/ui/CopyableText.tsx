import { CopyButton } from './CopyButton';
import styles from './CopyableText.module.css';

/** A machine's name for something, with a button to copy it; `label` is the button's name. */
export function CopyableText({ text, label }: { text: string; label: string }) {
  return (
    <span className={styles.copyable}>
      <span className={styles.text}>{text}</span>
      <span className={styles.button} title={label}>
        <CopyButton text={text} label={label} />
      </span>
    </span>
  );
}
