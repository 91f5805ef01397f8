import { Button } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import { ActionError } from './ActionError';
import { downloadCsv, type CsvCell } from './csv';
import styles from './ExportButton.module.css';
import { useFormat, useLanguage } from './language';
import { useNotify } from './notify';
import { WhyNot, type Judgement } from './WhyNot';

const MAY: Judgement = { allowed: true };

/** The sentences around a list that is saved. */
export interface ExportWords {
  label: string;
  exporting: (done: string, total: string) => string;
  exported: (count: number, number: string) => string;
  /** Without its ending. */
  fileName: string;
}

/** Saves a list as a CSV file. `collect` reads all of it, however much of it is on the screen. */
export function ExportButton({
  words,
  verdict = MAY,
  header,
  collect,
}: {
  words: ExportWords;
  /** Whether it may be saved; absent = by everybody who sees the list. */
  verdict?: Judgement | undefined;
  header: readonly string[];
  collect: (signal: AbortSignal, onProgress: (done: number, total: number) => void) => Promise<CsvCell[][]>;
}) {
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
      const rows = await collect(controller.signal, (done, total) => setProgress({ done, total }));
      await downloadCsv(`${words.fileName}.csv`, header, rows, language);
      notify({ intent: 'success', text: words.exported(rows.length, format.number(rows.length)) });
    } catch (cause) {
      if (!controller.signal.aborted) setError(cause);
    } finally {
      running.current = undefined;
      setProgress(undefined);
    }
  };

  return (
    <div className={styles.export}>
      <WhyNot verdict={verdict}>
        {(allowed, describedById) => (
          <Button
            icon={<ArrowDownloadRegular />}
            disabledFocusable={!allowed || progress !== undefined}
            aria-describedby={describedById}
            onClick={() => void save()}
          >
            {words.label}
          </Button>
        )}
      </WhyNot>
      <output className={styles.progress}>
        {progress && progress.total > 0
          ? words.exporting(format.number(progress.done), format.number(progress.total))
          : null}
      </output>
      <ActionError error={error} onRetry={() => void save()} />
    </div>
  );
}
