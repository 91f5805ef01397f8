import { Button } from '@fluentui/react-components';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useLoadedRows } from '../../api/loaded-rows';
import { allRenewalsQuery, renewalsQuery } from '../../api/queries';
import { BulkBar } from '../../ui/bulk/BulkBar';
import { useSelection } from '../../ui/bulk/useSelection';
import { DataTable } from '../../ui/DataTable';
import { EmptyState } from '../../ui/EmptyState';
import { useFormat, useMessages } from '../../ui/language';
import { QueryState, TableSkeleton } from '../../ui/QueryState';
import { renewalColumns, withId, type ListedRenewal } from './columns';
import { RenewalFilters } from './RenewalFilters';
import styles from './renewals.module.css';
import { SchedulePanel, type ScheduleWish } from './SchedulePanel';
import { Totals } from './Totals';
import type { RenewalFilter } from './useRenewalFilter';

/** A searchable list of renewals, soonest first, from which many next terms can be changed at once. */
export function RenewalList({ filter, customerId }: { filter: RenewalFilter; customerId: string | undefined }) {
  const t = useMessages();
  const format = useFormat();
  const partnerWide = customerId === undefined;
  const query = useInfiniteQuery(
    partnerWide ? allRenewalsQuery(filter.query) : renewalsQuery(customerId, filter.query),
  );
  const loaded = useLoadedRows(query);
  const rows = useMemo(() => loaded.rows.map(withId), [loaded.rows]);
  const columns = useMemo(() => renewalColumns(t, format, partnerWide), [t, format, partnerWide]);
  const { search, kind, changed, from, to } = filter;
  const selection = useSelection([search.sought, kind, changed, from, to], rows, loaded.totalCount);
  const [wish, setWish] = useState<ScheduleWish>();
  const narrowed = [search.sought || undefined, kind, changed, from, to].some((each) => each !== undefined);
  const path = partnerWide
    ? '/dashboard/v1/renewals'
    : `/dashboard/v1/customers/${encodeURIComponent(customerId)}/renewals`;
  const newest = query.data?.pages.at(-1);
  return (
    <>
      <RenewalFilters filter={filter} facets={newest?.facets} partnerWide={partnerWide} />
      <QueryState query={query} skeleton={<TableSkeleton />}>
        {() => (
          <div className={styles.list}>
            <Totals page={newest} outdated={query.isPlaceholderData} />
            {rows.length > 0 && (
              <BulkBar
                selection={selection}
                totalCount={loaded.totalCount}
                hint={t.renewals.scheduleHint}
                actions={[
                  {
                    label: t.renewals.schedule,
                    onClick: () => setWish({ ticks: selection.ticks, path, query: filter.query }),
                  },
                ]}
              />
            )}
            <DataTable
              label={t.renewals.title}
              columns={columns}
              rows={rows}
              totalCount={loaded.totalCount}
              rowKey={keyOf}
              onEndReached={loaded.loadMore}
              isLoadingMore={query.isFetchingNextPage}
              selection={selection.table}
              empty={
                narrowed ? (
                  <EmptyState
                    title={t.renewals.noMatchTitle}
                    text={t.renewals.noMatchText}
                    action={<Button onClick={filter.clear}>{t.renewals.clearFilters}</Button>}
                  />
                ) : (
                  <EmptyState title={t.renewals.emptyTitle} text={t.renewals.emptyText} />
                )
              }
            />
          </div>
        )}
      </QueryState>
      {wish && <SchedulePanel wish={wish} onClose={() => setWish(undefined)} />}
    </>
  );
}

const keyOf = ({ id }: ListedRenewal) => id;
