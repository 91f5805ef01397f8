import { Button } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { BilledLineRow, InvoiceLinesPage } from '../../api/billing';
import { invoiceLinesQuery, LINES_SIZE, type ListQuery } from '../../api/queries';
import { useRowWindow } from '../../api/row-window';
import { DataTable } from '../../ui/DataTable';
import { EmptyState } from '../../ui/EmptyState';
import { useFormat, useMessages } from '../../ui/language';
import { QueryState } from '../../ui/QueryState';
import { lineColumns } from './line-columns';
import { lineText } from './links';
import type { LineFilter } from './useLineFilter';

/** The lines of an invoice that match: as many as there are, fetched where somebody looks. */
export function LineTable({
  invoice,
  wish,
  head,
  filter,
}: {
  /** As the API is asked for it. */
  invoice: string;
  /** What `head` is the first page of. */
  wish: ListQuery;
  head: InvoiceLinesPage;
  filter: LineFilter;
}) {
  const t = useMessages();
  const format = useFormat();
  const lines = useRowWindow(JSON.stringify(wish), head, LINES_SIZE, (page) => invoiceLinesQuery(invoice, wish, page));
  const columns = useMemo(() => lineColumns(t, format), [t, format]);
  return (
    <QueryState
      query={{ data: lines.rows, error: lines.error, isPending: false, refetch: lines.retry }}
      skeleton={null}
    >
      {(rows) => (
        <DataTable
          label={t.billing.reconciliation}
          columns={columns}
          rows={rows}
          totalCount={head.totalCount}
          rowKey={keyOf}
          rowHeight={65}
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
      )}
    </QueryState>
  );
}

const keyOf = (row: BilledLineRow) => lineText(row);
