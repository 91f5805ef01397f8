import { Button } from '@fluentui/react-components';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { DeadlineKind, DeadlinesPage } from '../../api/dashboard';
import { useLoadedRows } from '../../api/loaded-rows';
import { DataTable } from '../../ui/DataTable';
import { EmptyState } from '../../ui/EmptyState';
import { FilterGroup } from '../../ui/FilterGroup';
import { useFormat, useMessages } from '../../ui/language';
import { QueryState, TableSkeleton } from '../../ui/QueryState';
import { SearchField } from '../../ui/SearchField';
import { deadlineColumns } from './columns';
import styles from './deadlines.module.css';
import { keyed, type KeyedRow } from './links';
import type { DeadlineFilter } from './useDeadlineFilter';

/** A searchable list of deadlines, soonest first; of one customer or of the whole partner. */
export function DeadlineList({
  query,
  filter,
  partnerWide,
}: {
  query: UseInfiniteQueryResult<InfiniteData<DeadlinesPage>>;
  filter: DeadlineFilter;
  partnerWide: boolean;
}) {
  const t = useMessages();
  const format = useFormat();
  const loaded = useLoadedRows(query);
  const rows = useMemo(() => keyed(loaded.rows), [loaded.rows]);
  const columns = useMemo(() => deadlineColumns(t, format, partnerWide), [t, format, partnerWide]);
  const narrowed = filter.search.sought !== '' || filter.kind !== undefined;
  return (
    <>
      <div className={styles.tools}>
        <SearchField
          label={t.deadlines.search}
          placeholder={partnerWide ? t.deadlines.searchAllPlaceholder : t.deadlines.searchPlaceholder}
          value={filter.search.typed}
          onChange={filter.search.type}
        />
        <FilterGroup
          label={t.deadlines.kind}
          value={filter.kind}
          onChange={filter.setKind}
          anyLabel={t.deadlines.anyKind}
          options={kindOptions(query.data?.pages[0], filter.kind, t.deadlines.kinds)}
        />
        <output className={styles.announcement}>
          {query.data && !query.isPlaceholderData
            ? t.deadlines.found(loaded.totalCount, format.number(loaded.totalCount))
            : null}
        </output>
      </div>
      <QueryState query={query} skeleton={<TableSkeleton />}>
        {() => (
          <DataTable
            label={t.deadlines.title}
            columns={columns}
            rows={rows}
            totalCount={loaded.totalCount}
            rowKey={keyOf}
            onEndReached={loaded.loadMore}
            isLoadingMore={query.isFetchingNextPage}
            empty={
              narrowed ? (
                <EmptyState
                  title={t.deadlines.noMatchTitle}
                  text={t.deadlines.noMatchText}
                  action={<Button onClick={filter.clear}>{t.deadlines.clearFilters}</Button>}
                />
              ) : (
                <EmptyState title={t.deadlines.emptyTitle} text={t.deadlines.emptyText} />
              )
            }
          />
        )}
      </QueryState>
    </>
  );
}

const keyOf = ({ key }: KeyedRow) => key;

/** The kinds that occur; the chosen one stays to be seen even where nothing is of it any more. */
function kindOptions(page: DeadlinesPage | undefined, chosen: string | undefined, words: Record<DeadlineKind, string>) {
  const counts = new Map(page?.facets.kind.map(({ value, count }) => [value, count]));
  if (chosen !== undefined && !counts.has(chosen)) counts.set(chosen, 0);
  return Object.entries(words).flatMap(([value, label]) => {
    const count = counts.get(value);
    return count === undefined ? [] : [{ value, label, count }];
  });
}
