import { Button } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { sessionQuery, type ListQuery } from '../../api/queries';
import { ActionError } from '../../ui/ActionError';
import { downloadCsv } from '../../ui/csv';
import { useFormat, useLanguage, useMessages } from '../../ui/language';
import { useNotify } from '../../ui/notify';
import { WhyNot } from '../../ui/WhyNot';
import { everyCustomer, EXPORT_HEADER } from './customer-export';
import styles from './lists.module.css';

/** Until the session is known the button is there: the list beside it is loading all the same. */
const UNDECIDED = { allowed: true } as const;

type Progress = { done: number; total: number };

/** Saves the list of the current search as a CSV file (portal 2.1). */
export function ExportCustomersButton({ query }: { query: ListQuery }) {
  const t = useMessages();
  const format = useFormat();
  const language = useLanguage();
  const notify = useNotify();
  const session = useQuery(sessionQuery());
  const [progress, setProgress] = useState<Progress>();
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
      const rows = await everyCustomer(query, controller.signal, (done, total) => setProgress({ done, total }));
      await downloadCsv(
        `${t.customers.fileName}.csv`,
        EXPORT_HEADER,
        rows.map((row) => [row.id, row.companyName, row.domain, t.customers.relationshipOf(row.relationshipToPartner)]),
        language,
      );
      notify({ intent: 'success', text: t.customers.exported(rows.length, format.number(rows.length)) });
    } catch (cause) {
      if (!controller.signal.aborted) setError(cause);
    } finally {
      running.current = undefined;
      setProgress(undefined);
    }
  };

  return (
    <div className={styles.export}>
      <WhyNot verdict={session.data?.permissions.exportCustomers ?? UNDECIDED}>
        {(allowed, describedById) => (
          <Button
            icon={<ArrowDownloadRegular />}
            disabledFocusable={!allowed || progress !== undefined}
            aria-describedby={describedById}
            onClick={() => void save()}
          >
            {t.customers.exportCustomers}
          </Button>
        )}
      </WhyNot>
      <output className={styles.progress}>
        {progress && progress.total > 0
          ? t.customers.exporting(format.number(progress.done), format.number(progress.total))
          : null}
      </output>
      <ActionError error={error} onRetry={() => void save()} />
    </div>
  );
}
