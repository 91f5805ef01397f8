import { Button } from '@fluentui/react-components';
import { AttachRegular, DismissRegular } from '@fluentui/react-icons';
import { useId, useRef } from 'react';
import { useMessages } from '../../ui/language';
import styles from './support.module.css';

/** Files that would be sent along: this world keeps their names only, and says so. */
export function FileNames({ names, onChange }: { names: string[]; onChange: (names: string[]) => void }) {
  const t = useMessages();
  const input = useRef<HTMLInputElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const hintId = useId();
  return (
    <fieldset className={styles.section}>
      <legend className={styles.heading}>{t.support.files}</legend>
      <p id={hintId} className={styles.note}>
        {t.support.filesHint}
      </p>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          const chosen = [...(currentTarget.files ?? [])].map(({ name }) => name);
          onChange([...new Set([...names, ...chosen])]);
          // The same file can be chosen again after it was removed.
          currentTarget.value = '';
        }}
      />
      {names.length > 0 && (
        <ul className={styles.files} aria-label={t.support.files}>
          {names.map((name) => (
            <li key={name}>
              <span>{name}</span>
              <Button
                appearance="subtle"
                size="small"
                icon={<DismissRegular />}
                aria-label={t.support.removeFile(name)}
                onClick={() => {
                  onChange(names.filter((each) => each !== name));
                  add.current?.focus();
                }}
              />
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button ref={add} icon={<AttachRegular />} aria-describedby={hintId} onClick={() => input.current?.click()}>
          {t.support.addFiles}
        </Button>
      </div>
    </fieldset>
  );
}
