import { Button } from '@fluentui/react-components';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { ShownStatus, SubscriptionRow, SubscriptionsPage } from '../../api/dashboard';
import { BulkBar } from '../../ui/bulk/BulkBar';
import { useSelection } from '../../ui/bulk/useSelection';
import { DataTable, type Column } from '../../ui/DataTable';
import { EmptyState } from '../../ui/EmptyState';
import { FilterGroup } from '../../ui/FilterGroup';
import { useFormat, useMessages } from '../../ui/language';
import { QueryState, TableSkeleton } from '../../ui/QueryState';
import { SearchField } from '../../ui/SearchField';
import { AutoRenewPanel, type AutoRenewWish } from './AutoRenewPanel';
import type { ListState } from './list-state';
import styles from './lists.module.css';
import { useLoadedRows } from '../../api/loaded-rows';

/** A searchable, filtered, sorted list of subscriptions; of one customer or of the whole partner. */
export function SubscriptionList({
  path,
  query,
  list,
  columns,
  searchPlaceholder,
  whenNone,
}: {
  /** Where the list lives in the API. */
  path: string;
  query: UseInfiniteQueryResult<InfiniteData<SubscriptionsPage>>;
  list: ListState;
  columns: readonly Column<SubscriptionRow>[];
  searchPlaceholder: string;
  /** What stands here when there is nothing at all to list. */
  whenNone: ReactNode;
}) {
  const t = useMessages();
  const format = useFormat();
  const { rows, totalCount, loadMore } = useLoadedRows(query);
  const selection = useSelection([list.search.sought, list.status], rows, totalCount);
  const [wish, setWish] = useState<AutoRenewWish>();
  const narrowed = list.search.sought !== '' || list.status !== undefined;
  return (
    <>
      <div className={styles.tools}>
        <SearchField
          label={t.subscriptions.search}
          placeholder={searchPlaceholder}
          value={list.search.typed}
          onChange={list.search.type}
        />
        <FilterGroup
          label={t.subscriptions.status}
          value={list.status}
          onChange={list.setStatus}
          anyLabel={t.subscriptions.anyStatus}
          options={statusOptions(query.data?.pages[0], list.status, t.ui.status)}
        />
        <output className={styles.announcement}>
          {query.data && !query.isPlaceholderData ? t.subscriptions.found(totalCount, format.number(totalCount)) : null}
        </output>
      </div>
      <QueryState query={query} skeleton={<TableSkeleton />}>
        {() => (
          <div className={styles.list}>
            {rows.length > 0 && (
              <BulkBar
                selection={selection}
                totalCount={totalCount}
                hint={t.bulk.noneSelected}
                actions={[true, false].map((autoRenew) => ({
                  label: autoRenew ? t.bulk.turnOn : t.bulk.turnOff,
                  onClick: () => setWish({ autoRenew, ticks: selection.ticks, path, query: list.query }),
                }))}
              />
            )}
            <DataTable
              label={t.subscriptions.title}
              columns={columns}
              rows={rows}
              totalCount={totalCount}
              rowKey={subscriptionKey}
              sort={list.sort}
              onSort={list.setSort}
              onEndReached={loadMore}
              isLoadingMore={query.isFetchingNextPage}
              selection={selection.table}
              empty={
                narrowed ? (
                  <EmptyState
                    title={t.subscriptions.noMatchTitle}
                    text={t.subscriptions.noMatchText}
                    action={<Button onClick={list.clear}>{t.subscriptions.clearFilters}</Button>}
                  />
                ) : (
                  whenNone
                )
              }
            />
          </div>
        )}
      </QueryState>
      {wish && <AutoRenewPanel wish={wish} onClose={() => setWish(undefined)} />}
    </>
  );
}

const subscriptionKey = (row: SubscriptionRow) => row.id;

/** The statuses that occur, in the order of a life; the chosen one stays to be seen even where nothing has it any more. */
function statusOptions(
  page: SubscriptionsPage | undefined,
  chosen: string | undefined,
  words: Record<ShownStatus, string>,
) {
  const counts = new Map(page?.facets.status.map(({ value, count }) => [value, count]));
  if (chosen !== undefined && !counts.has(chosen)) counts.set(chosen, 0);
  return Object.entries(words).flatMap(([value, label]) => {
    const count = counts.get(value);
    return count === undefined ? [] : [{ value, label, count }];
  });
}
