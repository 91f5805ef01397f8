import { useMemo, useState } from 'react';
import type { Messages } from '../../i18n/messages/en';
import { DataTable, type Column } from '../../ui/DataTable';
import { EmptyState } from '../../ui/EmptyState';
import { FilterGroup } from '../../ui/FilterGroup';
import { useMessages } from '../../ui/language';
import styles from './BulkPanel.module.css';
import { wordOf, type ResultRow } from './bulk-results';

/** One result per subscription; can be narrowed to one kind, so that a refusal among thousands is found. */
export function BulkResults({ rows, autoRenew }: { rows: ResultRow[]; autoRenew: boolean }) {
  const t = useMessages();
  const [word, setWord] = useState<string>();
  const columns = useMemo(() => resultColumns(t, autoRenew), [t, autoRenew]);
  const counts = new Map<ReturnType<typeof wordOf>, number>();
  for (const row of rows) counts.set(wordOf(row, autoRenew), (counts.get(wordOf(row, autoRenew)) ?? 0) + 1);
  const shown = word === undefined ? rows : rows.filter((row) => wordOf(row, autoRenew) === word);
  return (
    <>
      <FilterGroup
        label={t.bulk.result}
        value={word}
        onChange={setWord}
        anyLabel={t.bulk.anyResult}
        options={[...counts].map(([value, count]) => ({ value, label: t.bulk[value], count }))}
      />
      <DataTable
        label={t.bulk.results}
        columns={columns}
        rows={shown}
        totalCount={shown.length}
        rowKey={({ target }) => target.id}
        empty={<EmptyState title={t.bulk.noneOfResult} text={t.bulk.noneOfResultText} />}
      />
    </>
  );
}

function resultColumns(t: Messages, autoRenew: boolean): Column<ResultRow>[] {
  return [
    {
      id: 'name',
      header: t.bulk.subscription,
      rowHeader: true,
      cell: ({ target }) => (
        <>
          <span className={styles.name}>{target.name}</span>
          <span className={styles.note}>{target.customerName}</span>
        </>
      ),
    },
    {
      id: 'result',
      header: t.bulk.result,
      cell: (row) => (
        <>
          {t.bulk[wordOf(row, autoRenew)]}
          {row.outcome.kind === 'refused' && <span className={styles.note}>{row.outcome.reason}</span>}
        </>
      ),
    },
  ];
}
