import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { call } from '../api/client';
import type { Session } from '../api/dashboard';
import { ActionError } from '../ui/ActionError';
import { downloadFile } from '../ui/csv';
import { useMessages } from '../ui/language';
import { ChunkError, retryFailedParts } from '../ui/lazy-part';
import { Page } from '../ui/Page';
import { useCommand } from '../ui/useCommand';
import styles from './CrashScreen.module.css';

/** What stands where a screen has broken: what happened, and every way on. */
export function CrashScreen({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useMessages();
  const [asking, setAsking] = useState(false);
  const retry = (): void => {
    retryFailedParts();
    onRetry();
  };
  const download = useCommand<void>(() => call('/simulation/v1/world'), {
    onSuccess: (world) => downloadFile('world.json', 'application/json', JSON.stringify(world)),
  });
  const reset = useCommand<void>(resetWorld, {
    onSuccess: () => {
      setAsking(false);
      retry();
    },
    onError: () => setAsking(false),
  });
  const missing = error instanceof ChunkError;
  return (
    <Page title={missing ? t.shell.crash.chunkTitle : t.shell.crash.title}>
      <p className={styles.text}>{missing ? t.shell.crash.chunkText : t.shell.crash.text}</p>
      <div className={styles.actions}>
        {missing && (
          <Button appearance="primary" onClick={retry}>
            {t.common.retry}
          </Button>
        )}
        <Button appearance={missing ? 'secondary' : 'primary'} onClick={() => window.location.reload()}>
          {t.shell.crash.reload}
        </Button>
        <Button onClick={() => download.mutate()}>{t.shell.crash.download}</Button>
        {!missing && !asking && <Button onClick={() => setAsking(true)}>{t.shell.crash.reset}</Button>}
      </div>
      {/* Asked in the page, not in a dialog: whatever has broken may have broken those too. */}
      {asking && (
        <section aria-label={t.shell.crash.resetTitle} className={styles.asking}>
          <p className={styles.text}>{t.shell.crash.resetText}</p>
          <Button onClick={() => setAsking(false)}>{t.common.cancel}</Button>
          <Button appearance="primary" disabledFocusable={reset.isPending} onClick={() => reset.mutate()}>
            {t.shell.crash.reset}
          </Button>
        </section>
      )}
      <ActionError error={download.error ?? reset.error} />
      {!missing && (
        <details className={styles.details}>
          <summary>{t.shell.crash.details}</summary>
          <pre>{error instanceof Error ? (error.stack ?? error.message) : String(error)}</pre>
        </details>
      )}
    </Page>
  );
}

async function resetWorld(): Promise<unknown> {
  const { scenario } = await call<Session>('/dashboard/v1/session');
  return call('/simulation/v1/world', { method: 'PUT', body: { scenario: scenario.name } });
}
