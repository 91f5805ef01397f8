import { Button, ProgressBar } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import { useMemo, useState } from 'react';
import { ActionError } from '../../ui/ActionError';
import { downloadCsv } from '../../ui/csv';
import { useFormat, useLanguage, useMessages } from '../../ui/language';
import { useNotify } from '../../ui/notify';
import { SidePanel } from '../../ui/SidePanel';
import styles from './BulkPanel.module.css';
import { BulkResults } from './BulkResults';
import { countOutcomes, EXPORT_HEADER, exportRows, rowsOf, wordOf } from './bulk-results';
import { useBulkRun, type Bulk, type BulkWish } from './useBulkRun';

/** Auto-renew of the selected subscriptions: what would happen to each, then Apply, then what did. */
export function BulkPanel({ wish, onClose }: { wish: BulkWish; onClose: () => void }) {
  const t = useMessages();
  const bulk = useBulkRun(wish);
  const [exportError, setExportError] = useState<unknown>();
  const format = useFormat();
  const language = useLanguage();
  const notify = useNotify();
  const { checks, applications } = bulk;
  const applied = bulk.phase === 'applied';
  const rows = useMemo(() => rowsOf(checks, applications, applied), [checks, applications, applied]);
  const applying = bulk.phase === 'applying' && bulk.running;

  const save = async (): Promise<void> => {
    setExportError(undefined);
    try {
      const words = exportRows(rows, (row) => t.bulk[wordOf(row, wish.autoRenew)]);
      await downloadCsv(`${t.bulk.fileName}.csv`, EXPORT_HEADER, words, language);
      notify({ intent: 'success', text: t.bulk.exported(rows.length, format.number(rows.length)) });
    } catch (cause) {
      setExportError(cause);
    }
  };

  return (
    <SidePanel
      open
      label={wish.autoRenew ? t.bulk.turnOn : t.bulk.turnOff}
      // What is under way is stopped first: its results are still to be seen.
      onClose={applying ? bulk.stop : onClose}
    >
      <div className={styles.panel}>
        <Progress bulk={bulk} />
        <ActionError error={bulk.error} onRetry={bulk.goOn} />
        <div className={styles.actions}>
          <Actions bulk={bulk} />
          {!bulk.running && rows.length > 0 && (
            <Button icon={<ArrowDownloadRegular />} onClick={() => void save()}>
              {t.bulk.exportResults}
            </Button>
          )}
          {applied && !bulk.running && <Button onClick={onClose}>{t.common.close}</Button>}
        </div>
        <ActionError error={exportError} onRetry={() => void save()} />
        {rows.length > 0 && <BulkResults rows={rows} autoRenew={wish.autoRenew} />}
      </div>
    </SidePanel>
  );
}

function Progress({ bulk }: { bulk: Bulk }) {
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

function useProgress({ phase, gathered, checks, applications, toApply }: Bulk) {
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

function Summary({ bulk: { phase, gathered, checks, applications, toApply } }: { bulk: Bulk }) {
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

function Actions({ bulk }: { bulk: Bulk }) {
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
