import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useMessages } from '../../ui/language';
import { useFocusReturn } from '../../ui/useFocusReturn';
import styles from './HelpDialog.module.css';

/** What this is, what it is not, and how to get about. */
export function HelpDialog({
  running,
  apiBase,
  onClose,
}: {
  /** Sentences on how requests are answered and where the world is kept. */
  running: readonly string[];
  apiBase: string;
  onClose: () => void;
}) {
  const t = useMessages();
  useFocusReturn(true);
  return (
    <Dialog
      open
      onOpenChange={(_event, data) => {
        if (!data.open) onClose();
      }}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t.shell.help.title}</DialogTitle>
          <DialogContent className={styles.content}>
            <p>{t.shell.help.what}</p>
            <p>{t.common.unofficial}</p>
            <p>{t.shell.help.clock}</p>
            <h3>{t.shell.help.time}</h3>
            <p>{t.common.utcNote}</p>
            <h3>{t.shell.help.keyboard}</h3>
            <dl>
              {t.shell.help.keys.map(([keys, meaning]) => (
                <div key={keys}>
                  <dt>
                    <kbd>{keys}</kbd>
                  </dt>
                  <dd>{meaning}</dd>
                </div>
              ))}
            </dl>
            <h3>{t.shell.help.api}</h3>
            <p>
              {t.shell.help.apiText} <code>{apiBase}</code>
            </p>
            <h3>{t.shell.help.running}</h3>
            <ul>
              {running.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {t.common.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
