import { useMemo, useState } from 'react';
import type { Messages } from '../../i18n/messages/en';
import { DataTable, type Column } from '../DataTable';
import { EmptyState } from '../EmptyState';
import { FilterGroup } from '../FilterGroup';
import { useMessages } from '../language';
import styles from './BulkPanel.module.css';
import { notesOf, wordOf, type BulkWords, type ResultRow, type ResultWord } from './bulk-results';

/** One result per subscription; can be narrowed to one kind, so that a refusal among thousands is found. */
export function BulkResults({ rows, words: bulkWords }: { rows: ResultRow[]; words: BulkWords }) {
  const t = useMessages();
  const [word, setWord] = useState<string>();
  const columns = useMemo(() => resultColumns(t, bulkWords), [t, bulkWords]);
  const counts = new Map<ResultWord, number>();
  for (const row of rows) counts.set(wordOf(row), (counts.get(wordOf(row)) ?? 0) + 1);
  const shown = word === undefined ? rows : rows.filter((row) => wordOf(row) === word);
  return (
    <>
      <FilterGroup
        label={t.bulk.result}
        value={word}
        onChange={setWord}
        anyLabel={t.bulk.anyResult}
        options={[...counts].map(([value, count]) => ({ value, label: bulkWords.words[value], count }))}
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

function resultColumns(t: Messages, { words, withEffects }: BulkWords): Column<ResultRow>[] {
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
          {words[wordOf(row)]}
          {notesOf(row, withEffects).map((note) => (
            <span key={note} className={styles.note}>
              {note}
            </span>
          ))}
        </>
      ),
    },
  ];
}
