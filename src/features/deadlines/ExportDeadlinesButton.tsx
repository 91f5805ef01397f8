import { Button } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import type { ListQuery } from '../../api/queries';
import { ActionError } from '../../ui/ActionError';
import { downloadCsv } from '../../ui/csv';
import { useFormat, useLanguage, useMessages } from '../../ui/language';
import { useNotify } from '../../ui/notify';
import styles from './deadlines.module.css';
import { EXPORT_HEADER, everyDeadline } from './deadline-export';

/** Saves the list as it is searched and filtered now as a CSV file. `path` is the list's address in the API. */
export function ExportDeadlinesButton({ path, query }: { path: string; query: ListQuery }) {
  const t = useMessages();
  const format = useFormat();
  const language = useLanguage();
  const notify = useNotify();
  const [progress, setProgress] = useState<{ done: number; total: number }>();
  const [error, setError] = useState<unknown>();
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const save = async () => {
    if (running.current) return;
    const controller = new AbortController();
    running.current = controller;
    setError(undefined);
    setProgress({ done: 0, total: 0 });
    try {
      const rows = await everyDeadline(path, query, controller.signal, (done, total) => setProgress({ done, total }));
      await downloadCsv(
        `${t.deadlines.fileName}.csv`,
        EXPORT_HEADER,
        rows.map((row) => [row.at, row.summary, row.subscriptionId, row.name, row.customerName, row.quantity ?? '']),
        language,
      );
      notify({ intent: 'success', text: t.deadlines.exported(rows.length, format.number(rows.length)) });
    } catch (cause) {
      if (!controller.signal.aborted) setError(cause);
    } finally {
      running.current = undefined;
      setProgress(undefined);
    }
  };

  return (
    <div className={styles.export}>
      <Button icon={<ArrowDownloadRegular />} disabledFocusable={progress !== undefined} onClick={() => void save()}>
        {t.deadlines.exportDeadlines}
      </Button>
      <output className={styles.progress}>
        {progress && progress.total > 0
          ? t.deadlines.exporting(format.number(progress.done), format.number(progress.total))
          : null}
      </output>
      <ActionError error={error} onRetry={() => void save()} />
    </div>
  );
}
