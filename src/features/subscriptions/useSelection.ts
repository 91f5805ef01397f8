import { useCallback, useMemo, useState } from 'react';
import type { SubscriptionRow } from '../../api/dashboard';
import type { ListQuery } from '../../api/queries';
import type { Selection } from '../../ui/DataTableSelection';
import { useMessages } from '../../ui/language';
import { ALL_TICKS, countTicks, isTicked, NO_TICKS, tick, type Ticks } from './selection';

export interface ListSelection {
  table: Selection<SubscriptionRow>;
  ticks: Ticks<SubscriptionRow>;
  /** How many subscriptions are selected, loaded or not. */
  count: number;
  /** Selects everything that the list finds, loaded or not. */
  selectMatches: () => void;
  clear: () => void;
}

/**
 * What is selected in a list. It outlasts scrolling, another order and refreshes; another search or filter is another
 * list and starts with nothing.
 */
export function useSelection(query: ListQuery, rows: readonly SubscriptionRow[], totalCount: number): ListSelection {
  const t = useMessages();
  const list = JSON.stringify([query['search'] ?? '', query['status'] ?? '']);
  const [kept, setKept] = useState<{ list: string; ticks: Ticks<SubscriptionRow> }>({ list, ticks: NO_TICKS });
  const ticks = kept.list === list ? kept.ticks : NO_TICKS;

  const change = useCallback(
    (next: (ticks: Ticks<SubscriptionRow>) => Ticks<SubscriptionRow>) =>
      setKept((current) => ({ list, ticks: next(current.list === list ? current.ticks : NO_TICKS) })),
    [list],
  );
  const onSelect = useCallback(
    (row: SubscriptionRow, selected: boolean) => change((present) => tick(present, [row], selected)),
    [change],
  );
  const onSelectAll = useCallback(
    (selected: boolean) => change((present) => (selected ? tick(present, rows, true) : NO_TICKS)),
    [change, rows],
  );
  const table = useMemo(
    (): Selection<SubscriptionRow> => ({
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
