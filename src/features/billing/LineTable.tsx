import { Button } from '@fluentui/react-components';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { BilledLineRow, InvoiceLinesPage } from '../../api/billing';
import { useLoadedRows } from '../../api/loaded-rows';
import { DataTable } from '../../ui/DataTable';
import { EmptyState } from '../../ui/EmptyState';
import { useFormat, useMessages } from '../../ui/language';
import { lineColumns } from './line-columns';
import { lineText } from './links';
import type { LineFilter } from './useLineFilter';

/** The lines of an invoice that match. */
export function LineTable({
  lines,
  filter,
}: {
  lines: UseInfiniteQueryResult<InfiniteData<InvoiceLinesPage>>;
  filter: LineFilter;
}) {
  const t = useMessages();
  const format = useFormat();
  const loaded = useLoadedRows(lines);
  const columns = useMemo(() => lineColumns(t, format), [t, format]);
  return (
    <DataTable
      label={t.billing.reconciliation}
      columns={columns}
      rows={loaded.rows}
      totalCount={loaded.totalCount}
      rowKey={keyOf}
      rowHeight={60}
      onEndReached={loaded.loadMore}
      isLoadingMore={lines.isFetchingNextPage}
      empty={
        filter.narrowed ? (
          <EmptyState
            title={t.billing.noLinesTitle}
            text={t.billing.noLinesText}
            action={<Button onClick={filter.clear}>{t.billing.clearFilters}</Button>}
          />
        ) : (
          <EmptyState title={t.billing.emptyLinesTitle} text={t.billing.emptyLinesText} />
        )
      }
    />
  );
}

const keyOf = (row: BilledLineRow) => lineText(row);
