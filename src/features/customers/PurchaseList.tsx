import type { UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link } from 'react-router-dom';
import type { Page, PurchaseRow } from '../../api/dashboard';
import type { Format } from '../../i18n/format';
import type { Messages } from '../../i18n/messages/en';
import { DataTable, type Column } from '../../ui/DataTable';
import { EmptyState } from '../../ui/EmptyState';
import { useFormat, useMessages } from '../../ui/language';
import { QueryState, TableSkeleton } from '../../ui/QueryState';
import { StatusBadge } from '../../ui/StatusBadge';
import { DateText, InstantText } from '../../ui/Time';
import { customerPath, useCustomer } from './customer-context';
import { CustomerSubpage } from './CustomerSubpage';
import styles from './lists.module.css';

/** A page that lists one kind of one-time purchase: software, reservations. */
export function PurchaseList({
  title,
  query,
  emptyTitle,
  emptyText,
}: {
  title: string;
  query: UseQueryResult<Page<PurchaseRow>>;
  emptyTitle: string;
  emptyText: string;
}) {
  const t = useMessages();
  const format = useFormat();
  const customer = useCustomer();
  const columns = useMemo(() => purchaseColumns(t, format, customer.id), [t, format, customer.id]);
  return (
    <CustomerSubpage title={title}>
      <QueryState query={query} skeleton={<TableSkeleton rows={4} />}>
        {(page) => (
          <DataTable
            label={title}
            columns={columns}
            rows={page.items}
            totalCount={page.totalCount}
            rowKey={purchaseKey}
            empty={<EmptyState title={emptyTitle} text={emptyText} />}
          />
        )}
      </QueryState>
    </CustomerSubpage>
  );
}

/** One order may hold the same product twice, so neither id names a row alone. */
const purchaseKey = (row: PurchaseRow) => `${row.orderId} ${row.subscriptionId}`;

function purchaseColumns(t: Messages, format: Format, customerId: string): Column<PurchaseRow>[] {
  return [
    {
      id: 'title',
      header: t.customers.product,
      rowHeader: true,
      width: '30%',
      cell: (row) => (
        <>
          <Link
            className={styles.rowLink}
            to={`${customerPath(customerId, 'subscriptions')}/${encodeURIComponent(row.subscriptionId)}`}
          >
            {row.title}
          </Link>
          {row.detail && <span className={styles.detail}>{row.detail}</span>}
        </>
      ),
    },
    { id: 'status', header: t.customers.status, cell: (row) => <StatusBadge status={row.status} /> },
    {
      id: 'quantity',
      header: t.customers.quantity,
      align: 'end',
      cell: (row) => format.number(row.quantity),
    },
    {
      id: 'purchasedAt',
      header: t.customers.purchased,
      hideBelow: 'small',
      cell: (row) => <InstantText at={row.purchasedAt} />,
    },
    {
      id: 'endsOn',
      header: t.customers.ends,
      hideBelow: 'small',
      cell: (row) => (row.endsOn ? <DateText on={row.endsOn} /> : t.customers.noEnd),
    },
    {
      id: 'orderId',
      header: t.customers.orderNumber,
      hideBelow: 'medium',
      cell: (row) => (
        <Link to={`${customerPath(customerId, 'orders')}?search=${encodeURIComponent(row.orderId)}`}>
          {row.orderId}
        </Link>
      ),
    },
  ];
}
