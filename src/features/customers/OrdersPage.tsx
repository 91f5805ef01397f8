import { Button } from '@fluentui/react-components';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link } from 'react-router-dom';
import type { OrderRow } from '../../api/dashboard';
import { ordersQuery } from '../../api/queries';
import type { Messages } from '../../i18n/messages/en';
import { MoneyText } from '../../ui/Amounts';
import { DataTable, type Column } from '../../ui/DataTable';
import { EmptyState } from '../../ui/EmptyState';
import { useFormat, useMessages } from '../../ui/language';
import { QueryState, TableSkeleton } from '../../ui/QueryState';
import { SearchField } from '../../ui/SearchField';
import { InstantText } from '../../ui/Time';
import { useUrlState } from '../../ui/url-state';
import { CopyableText } from '../../ui/CopyableText';
import { customerPath, useCustomer } from './customer-context';
import { CustomerSubpage } from './CustomerSubpage';
import { sortChange, sortOf } from './list-sort';
import styles from './lists.module.css';
import { useLoadedRows } from '../../api/loaded-rows';
import { useSearchText } from '../../ui/useSearchText';

/** What was ordered for the customer; order numbers for support and for cancelling software are looked up here (S3-31). */
export function OrdersPage() {
  const t = useMessages();
  const format = useFormat();
  const customer = useCustomer();
  const url = useUrlState();
  const search = useSearchText(url);
  const sort = useMemo(() => sortOf(url), [url]);
  const query = useInfiniteQuery(
    ordersQuery(customer.id, { search: search.sought, sort: sort?.column, direction: sort?.direction }),
  );
  const columns = useMemo(() => orderColumns(t, customer.id), [t, customer.id]);
  const { rows, totalCount, loadMore } = useLoadedRows(query);

  return (
    <CustomerSubpage title={t.customers.pages.orders}>
      <div className={styles.tools}>
        <SearchField
          label={t.customers.searchOrders}
          placeholder={t.customers.searchOrdersPlaceholder}
          value={search.typed}
          onChange={search.type}
        />
        <output className={styles.announcement}>
          {query.data && !query.isPlaceholderData
            ? t.customers.ordersFound(totalCount, format.number(totalCount))
            : null}
        </output>
      </div>
      <QueryState query={query} skeleton={<TableSkeleton />}>
        {() => (
          <DataTable
            label={t.customers.pages.orders}
            columns={columns}
            rows={rows}
            totalCount={totalCount}
            rowKey={orderKey}
            sort={sort}
            onSort={(next) => url.set(sortChange(next))}
            onEndReached={loadMore}
            isLoadingMore={query.isFetchingNextPage}
            empty={
              search.sought ? (
                <EmptyState
                  title={t.customers.noOrderMatchTitle}
                  text={t.customers.noMatchText(search.sought)}
                  action={<Button onClick={() => search.type('')}>{t.customers.clearSearch}</Button>}
                />
              ) : (
                <EmptyState title={t.customers.noOrdersTitle} text={t.customers.noOrdersText} />
              )
            }
          />
        )}
      </QueryState>
    </CustomerSubpage>
  );
}

const orderKey = (row: OrderRow) => row.id;

function orderColumns(t: Messages, customerId: string): Column<OrderRow>[] {
  return [
    {
      id: 'id',
      header: t.customers.orderNumber,
      rowHeader: true,
      sortable: true,
      width: '8.5rem',
      cell: (row) => (
        <>
          <CopyableText text={row.id} label={t.customers.copyOrderNumber(row.id)} />
          <span className={styles.narrowOnly}>
            <InstantText at={row.createdAt} />
          </span>
        </>
      ),
    },
    {
      id: 'createdAt',
      header: t.customers.orderedAt,
      sortable: true,
      hideBelow: 'small',
      width: '14rem',
      cell: (row) => <InstantText at={row.createdAt} />,
    },
    {
      id: 'products',
      header: t.customers.products,
      cell: (row) => <Products order={row} customerId={customerId} />,
    },
    {
      id: 'billingCycle',
      header: t.customers.billingFrequency,
      hideBelow: 'medium',
      width: '9rem',
      cell: (row) => t.customers.cycle(row.billingCycle),
    },
    {
      id: 'status',
      header: t.customers.status,
      hideBelow: 'small',
      width: '9rem',
      cell: (row) => t.customers.orderStatus(row.status),
    },
    {
      id: 'total',
      header: t.customers.total,
      align: 'end',
      width: '6.25rem',
      cell: (row) => (row.total ? <MoneyText amount={row.total} /> : t.customers.noTotal),
    },
  ];
}

function Products({ order, customerId }: { order: OrderRow; customerId: string }) {
  const format = useFormat();
  return (
    <ul className={styles.products}>
      {order.products.map((product, index) => (
        <li key={`${index} ${product.title}`}>
          {product.subscriptionId ? (
            <Link to={`${customerPath(customerId, 'subscriptions')}/${encodeURIComponent(product.subscriptionId)}`}>
              {product.title}
            </Link>
          ) : (
            product.title
          )}
          {product.quantity !== null && <span className={styles.times}> × {format.number(product.quantity)}</span>}
        </li>
      ))}
    </ul>
  );
}
