import { Button, MessageBar, MessageBarBody, ProgressBar } from '@fluentui/react-components';
import { useFormat, useMessages } from '../ui/language';
import { Page } from '../ui/Page';
import styles from './StartScreen.module.css';
import type { Start } from './start';
import { useWorldProgress } from './useWorldProgress';

/** What the start is doing, when it takes longer than a blink (a large scenario, a long way for the clock). */
export function StartProgress({ start }: { start: Start }) {
  const t = useMessages();
  const format = useFormat();
  const progress = useWorldProgress();
  const text =
    start.phase === 'opening'
      ? t.shell.start.opening(start.scenario)
      : start.phase === 'moving'
        ? t.shell.start.moving
        : t.shell.start.starting;
  const share = progress && progress.total > 0 ? progress.done / progress.total : undefined;
  return (
    <div className={styles.progress}>
      <output>{text}</output>
      {share !== undefined && <span aria-hidden="true">{format.number(Math.floor(share * 100))} %</span>}
      <ProgressBar aria-label={text} value={share} thickness="large" />
    </div>
  );
}

/** The simulation did not come up: say so, and offer what can be done. */
export function StartFailed({ error }: { error: unknown }) {
  const t = useMessages();
  return (
    <Page title={t.shell.start.failedTitle}>
      <p className={styles.text}>{t.shell.start.failedText}</p>
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>{error instanceof Error ? error.message : String(error)}</MessageBarBody>
      </MessageBar>
      <div>
        <Button appearance="primary" onClick={() => window.location.reload()}>
          {t.shell.crash.reload}
        </Button>
      </div>
    </Page>
  );
}
