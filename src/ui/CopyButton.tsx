import { Button, Input } from '@fluentui/react-components';
import { CheckmarkRegular, CopyRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useMessages } from './language';
import styles from './CopyButton.module.css';

/** Copies a text. Where the clipboard is out of reach (plain http, policy) the text is shown selected instead. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const t = useMessages();
  const [outcome, setOutcome] = useState<{ text: string; state: 'copied' | 'byHand' }>();
  const state = outcome?.text === text ? outcome.state : 'ready';

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome({ text, state: 'copied' });
    } catch {
      // Not an error of ours: browsers refuse the clipboard on plain http and by policy. The text is selected instead.
      setOutcome({ text, state: 'byHand' });
    }
  };

  return (
    <span className={styles.copy}>
      <Button icon={state === 'copied' ? <CheckmarkRegular /> : <CopyRegular />} onClick={() => void copy()}>
        {label}
      </Button>
      <output className={styles.note}>
        {state === 'copied' && t.common.copied}
        {state === 'byHand' && t.ui.copyByHand}
      </output>
      {state === 'byHand' && (
        <Input
          className={styles.text}
          aria-label={label}
          readOnly
          value={text}
          ref={(field) => field?.focus()}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </span>
  );
}
