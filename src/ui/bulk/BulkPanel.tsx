import { Button, ProgressBar } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { ActionError } from '../ActionError';
import { downloadCsv } from '../csv';
import { useFormat, useLanguage, useMessages } from '../language';
import { useNotify } from '../notify';
import { SidePanel } from '../SidePanel';
import styles from './BulkPanel.module.css';
import { BulkResults } from './BulkResults';
import { countOutcomes, EXPORT_HEADER, exportRows, rowsOf, type BulkResult, type BulkWords } from './bulk-results';

/** A bulk change under way, as the API's side runs it. */
export interface BulkProgress {
  phase: 'gathering' | 'checking' | 'checked' | 'applying' | 'applied';
  gathered: { done: number; total: number };
  checks: BulkResult[];
  applications: BulkResult[];
  /** Those that the dry run found to change. */
  toApply: readonly unknown[];
  error: unknown;
  running: boolean;
  stop: () => void;
  goOn: () => void;
  apply: () => void;
}

/**
 * A change of the selected subscriptions: what would happen to each, then Apply, then what did. While `choice` is there
 * it stands here instead: what shall be changed is still to be said.
 */
export function BulkPanel({
  label,
  words,
  fileName,
  bulk,
  choice,
  onRechoose,
  onClose,
}: {
  label: string;
  words: BulkWords;
  /** Of the results as a file, without its ending. */
  fileName: string;
  bulk: BulkProgress;
  choice?: ReactNode;
  /** Back to the choice, as long as nothing has been applied. */
  onRechoose?: () => void;
  onClose: () => void;
}) {
  const applying = bulk.phase === 'applying' && bulk.running;
  return (
    <SidePanel
      open
      label={label}
      // What is under way is stopped first: its results are still to be seen.
      onClose={applying ? bulk.stop : onClose}
    >
      {choice ?? <Run words={words} fileName={fileName} bulk={bulk} onRechoose={onRechoose} onClose={onClose} />}
    </SidePanel>
  );
}

function Run({
  words,
  fileName,
  bulk,
  onRechoose,
  onClose,
}: {
  words: BulkWords;
  fileName: string;
  bulk: BulkProgress;
  onRechoose: (() => void) | undefined;
  onClose: () => void;
}) {
  const t = useMessages();
  const [exportError, setExportError] = useState<unknown>();
  const format = useFormat();
  const language = useLanguage();
  const notify = useNotify();
  const top = useRef<HTMLDivElement>(null);
  const { phase, checks, applications } = bulk;
  const applied = phase === 'applied';
  const rows = useMemo(() => rowsOf(checks, applications, applied), [checks, applications, applied]);

  // The choice, and with it the button that had the focus, has gone.
  const chosen = onRechoose !== undefined;
  useEffect(() => {
    if (chosen) top.current?.focus();
  }, [chosen]);

  const save = async (): Promise<void> => {
    setExportError(undefined);
    try {
      await downloadCsv(`${fileName}.csv`, EXPORT_HEADER, exportRows(rows, words), language);
      notify({ intent: 'success', text: t.bulk.exported(rows.length, format.number(rows.length)) });
    } catch (cause) {
      setExportError(cause);
    }
  };

  return (
    <div ref={top} tabIndex={-1} className={styles.panel}>
      <Progress bulk={bulk} />
      <ActionError error={bulk.error} onRetry={bulk.goOn} />
      <div className={styles.actions}>
        <Actions bulk={bulk} />
        {!bulk.running && phase !== 'applying' && !applied && onRechoose && (
          <Button onClick={onRechoose}>{t.bulk.rechoose}</Button>
        )}
        {!bulk.running && rows.length > 0 && (
          <Button icon={<ArrowDownloadRegular />} onClick={() => void save()}>
            {t.bulk.exportResults}
          </Button>
        )}
        {applied && !bulk.running && <Button onClick={onClose}>{t.common.close}</Button>}
      </div>
      <ActionError error={exportError} onRetry={() => void save()} />
      {rows.length > 0 && <BulkResults rows={rows} words={words} />}
    </div>
  );
}

function Progress({ bulk }: { bulk: BulkProgress }) {
  const t = useMessages();
  const { done, total, text } = useProgress(bulk);
  return (
    <>
      {bulk.phase !== 'applied' && <p className={styles.text}>{t.bulk.intro}</p>}
      {bulk.running && (
        <div className={styles.progress}>
          <span>{text}</span>
          <ProgressBar aria-label={text} thickness="large" value={total === 0 ? 0 : done / total} />
        </div>
      )}
      {/* Said once, when something has ended: the counting on the way is for the eye. */}
      <output className={styles.summary}>{bulk.running ? null : <Summary bulk={bulk} />}</output>
    </>
  );
}

function useProgress({ phase, gathered, checks, applications, toApply }: BulkProgress) {
  const t = useMessages();
  const { number } = useFormat();
  if (phase === 'gathering') {
    return { ...gathered, text: t.bulk.gathering(number(gathered.done), number(gathered.total)) };
  }
  if (phase === 'applying' || phase === 'applied') {
    const [done, total] = [applications.length, toApply.length];
    return { done, total, text: t.bulk.applying(number(done), number(total)) };
  }
  const [done, total] = [checks.length, gathered.total];
  return { done, total, text: t.bulk.checking(number(done), number(total)) };
}

function Summary({ bulk: { phase, gathered, checks, applications, toApply } }: { bulk: BulkProgress }) {
  const t = useMessages();
  const { number } = useFormat();
  if (phase === 'applying' || phase === 'applied') {
    const { changed, unchanged, refused } = countOutcomes(rowsOf(checks, applications, true));
    const rest = toApply.length - applications.length;
    return rest > 0
      ? t.bulk.applyStopped(number(applications.length), number(toApply.length))
      : t.bulk.applied(number(changed), number(unchanged), number(refused));
  }
  const { changed, unchanged, refused } = countOutcomes(rowsOf(checks, [], false));
  const found = t.bulk.checked(number(changed), number(unchanged), number(refused));
  return checks.length < gathered.total
    ? `${t.bulk.checkStopped(number(checks.length), number(gathered.total))} ${found}`
    : found;
}

function Actions({ bulk }: { bulk: BulkProgress }) {
  const t = useMessages();
  const { number } = useFormat();
  if (bulk.running) return <Button onClick={bulk.stop}>{t.bulk.stop}</Button>;
  const applied = bulk.phase === 'applying' || bulk.phase === 'applied';
  const left = applied
    ? bulk.toApply.length - bulk.applications.length
    : bulk.phase === 'gathering'
      ? 1
      : bulk.gathered.total - bulk.checks.length;
  const count = bulk.toApply.length;
  return (
    <>
      {!applied && count > 0 && (
        <Button appearance="primary" onClick={bulk.apply}>
          {t.bulk.apply(count, number(count))}
        </Button>
      )}
      {!applied && count === 0 && left === 0 && <span className={styles.text}>{t.bulk.nothingToDo}</span>}
      {left > 0 && !bulk.error && <Button onClick={bulk.goOn}>{t.bulk.goOn}</Button>}
    </>
  );
}
