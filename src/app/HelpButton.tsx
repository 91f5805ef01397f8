import { Button } from '@fluentui/react-components';
import { QuestionCircleRegular } from '@fluentui/react-icons';
import { useCallback, useState } from 'react';
import { useMessages } from '../ui/language';
import styles from './HelpButton.module.css';
import { Overlay } from './Overlay';
import { helpDialog } from './pages';
import { useHost } from './useHost';

const HelpDialog = helpDialog.Part;

/** The status light and the Help button; both lead to the same page of words. */
export function HelpButton() {
  const t = useMessages();
  const { transport, storage, detail } = useHost();
  const [open, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  const running = [t.shell.status[transport], t.shell.status[storage]] as const;
  const label = t.shell.status.label(...running);
  const kind = transport === 'starting' ? styles.starting : storage === 'memory' ? styles.warn : styles.good;
  return (
    <>
      <button type="button" className={styles.light} aria-label={label} title={label} onClick={() => setOpen(true)}>
        <span className={kind} />
      </button>
      <Button
        appearance="subtle"
        icon={<QuestionCircleRegular />}
        aria-label={t.shell.help.button}
        title={t.shell.help.button}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      />
      {open && (
        <Overlay onClose={close}>
          <HelpDialog
            running={[...running, ...(detail ? [detail] : [])]}
            apiBase={`${window.location.origin}/v1`}
            onClose={close}
          />
        </Overlay>
      )}
    </>
  );
}
