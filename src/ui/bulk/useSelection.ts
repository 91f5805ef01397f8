import { useCallback, useMemo, useState } from 'react';
import type { Selection } from '../DataTableSelection';
import { useMessages } from '../language';
import { ALL_TICKS, countTicks, isTicked, NO_TICKS, tick, type Ticks } from './selection';

interface NamedRow {
  readonly id: string;
  readonly name: string;
}

export interface ListSelection<Row extends NamedRow> {
  table: Selection<Row>;
  ticks: Ticks<Row>;
  /** How many rows are selected, loaded or not. */
  count: number;
  /** Selects everything that the list finds, loaded or not. */
  selectMatches: () => void;
  clear: () => void;
}

/**
 * What is selected in a list. It outlasts scrolling, another order and refreshes; another search or filter is another
 * list, and starts with nothing: `narrowing` is what it is searched and filtered by.
 */
export function useSelection<Row extends NamedRow>(
  narrowing: readonly (string | undefined)[],
  rows: readonly Row[],
  totalCount: number,
): ListSelection<Row> {
  const t = useMessages();
  const list = JSON.stringify(narrowing.map((each) => each ?? ''));
  const [kept, setKept] = useState<{ list: string; ticks: Ticks<Row> }>({ list, ticks: NO_TICKS });
  const ticks = kept.list === list ? kept.ticks : NO_TICKS;

  const change = useCallback(
    (next: (ticks: Ticks<Row>) => Ticks<Row>) =>
      setKept((current) => ({ list, ticks: next(current.list === list ? current.ticks : NO_TICKS) })),
    [list],
  );
  const onSelect = useCallback(
    (row: Row, selected: boolean) => change((present) => tick(present, [row], selected)),
    [change],
  );
  const onSelectAll = useCallback(
    (selected: boolean) => change((present) => (selected ? tick(present, rows, true) : NO_TICKS)),
    [change, rows],
  );
  const table = useMemo(
    (): Selection<Row> => ({
      isSelected: ({ id }) => isTicked(ticks, id),
      onSelect,
      onSelectAll,
      allLabel: t.bulk.selectAll,
      rowLabel: ({ name }) => t.bulk.select(name),
    }),
    [ticks, onSelect, onSelectAll, t],
  );
  return {
    table,
    ticks,
    count: countTicks(ticks, totalCount),
    selectMatches: () => change(() => ALL_TICKS),
    clear: () => change(() => NO_TICKS),
  };
}
