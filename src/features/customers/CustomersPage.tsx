import { Badge, Button } from '@fluentui/react-components';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link } from 'react-router-dom';
import type { CustomerRow } from '../../api/dashboard';
import { customersQuery, sessionQuery } from '../../api/queries';
import type { Format } from '../../i18n/format';
import type { Messages } from '../../i18n/messages/en';
import { DataTable, type Column } from '../../ui/DataTable';
import { EmptyState } from '../../ui/EmptyState';
import { FilterGroup } from '../../ui/FilterGroup';
import { useFormat, useMessages } from '../../ui/language';
import { Page } from '../../ui/Page';
import { QueryState, TableSkeleton } from '../../ui/QueryState';
import { SearchField } from '../../ui/SearchField';
import { useUrlState } from '../../ui/url-state';
import { CopyableText } from '../../ui/CopyableText';
import { customerPath } from './customer-context';
import { ExportCustomersButton } from './ExportCustomersButton';
import { sortChange, sortOf } from './list-sort';
import styles from './lists.module.css';
import { useLoadedRows } from '../../api/loaded-rows';
import { useSearchText } from '../../ui/useSearchText';

/** The partner's customers (portal 2.1). */
export function CustomersPage() {
  const t = useMessages();
  const format = useFormat();
  const url = useUrlState();
  const search = useSearchText(url);
  const sort = useMemo(() => sortOf(url), [url]);
  const reseller = url.get('reseller');
  const listQuery = { search: search.sought, reseller, sort: sort?.column, direction: sort?.direction };
  const query = useInfiniteQuery(customersQuery(listQuery));
  const session = useQuery(sessionQuery());
  const resold = session.data?.partner.type === 'indirectProvider';
  const resellers = query.data?.pages[0]?.resellers ?? [];
  const columns = useMemo(() => customerColumns(t, format, resold), [t, format, resold]);
  const { rows, totalCount, loadMore } = useLoadedRows(query);
  const narrowed = search.sought !== '' || reseller !== undefined;
  const clear = () => {
    search.type('');
    url.set({ search: undefined, reseller: undefined });
  };

  return (
    <Page title={t.customers.title} actions={<ExportCustomersButton query={listQuery} />}>
      <div className={styles.tools}>
        <SearchField
          label={t.customers.search}
          placeholder={t.customers.searchPlaceholder}
          value={search.typed}
          onChange={search.type}
        />
        {resellers.length > 0 && (
          <FilterGroup
            label={t.customers.filterByReseller}
            anyLabel={t.customers.anyReseller}
            value={reseller}
            onChange={(mpnId) => url.set({ reseller: mpnId })}
            options={resellers.map(({ mpnId, name, count }) => ({ value: mpnId, label: name, count }))}
          />
        )}
        <output className={styles.announcement}>
          {query.data && !query.isPlaceholderData ? t.customers.found(totalCount, format.number(totalCount)) : null}
        </output>
      </div>
      <QueryState query={query} skeleton={<TableSkeleton />}>
        {() => (
          <DataTable
            label={t.customers.title}
            columns={columns}
            rows={rows}
            totalCount={totalCount}
            rowKey={customerKey}
            sort={sort}
            onSort={(next) => url.set(sortChange(next))}
            onEndReached={loadMore}
            isLoadingMore={query.isFetchingNextPage}
            empty={
              narrowed ? (
                <EmptyState
                  title={t.customers.noMatchTitle}
                  text={search.sought ? t.customers.noMatchText(search.sought) : t.customers.noneOfReseller}
                  action={<Button onClick={clear}>{t.customers.clearSearch}</Button>}
                />
              ) : (
                <EmptyState title={t.customers.emptyTitle} text={t.customers.emptyText} />
              )
            }
          />
        )}
      </QueryState>
    </Page>
  );
}

const customerKey = (row: CustomerRow) => row.id;

function customerColumns(t: Messages, format: Format, resold: boolean): Column<CustomerRow>[] {
  const columns: Column<CustomerRow>[] = [
    {
      id: 'companyName',
      header: t.customers.companyName,
      rowHeader: true,
      sortable: true,
      cell: (row) => (
        <Link className={styles.rowLink} to={customerPath(row.id, 'subscriptions')}>
          {row.companyName}
        </Link>
      ),
    },
    {
      id: 'domain',
      header: t.customers.domain,
      sortable: true,
      hideBelow: 'small',
      width: resold ? '12rem' : '15rem',
      cell: (row) => row.domain,
    },
    {
      id: 'id',
      header: t.customers.microsoftId,
      hideBelow: 'medium',
      width: '13rem',
      cell: (row) => <CopyableText text={row.id} label={t.customers.copyMicrosoftId(row.companyName)} />,
    },
    {
      id: 'relationship',
      header: t.customers.relationship,
      hideBelow: 'medium',
      width: '7.5rem',
      cell: (row) => t.customers.relationshipOf(row.relationshipToPartner),
    },
    {
      id: 'country',
      header: t.customers.country,
      sortable: true,
      hideBelow: 'small',
      width: '9.5rem',
      cell: (row) => format.country(row.country),
    },
    {
      id: 'subscriptions',
      header: t.customers.activeSubscriptions,
      sortable: true,
      align: 'end',
      width: '9rem',
      cell: (row) => format.number(row.activeSubscriptions),
    },
    {
      id: 'attention',
      header: t.customers.attention,
      width: '6rem',
      align: 'end',
      cell: (row) =>
        row.attentionNeeded > 0 ? (
          <Badge appearance="tint" color="severe" shape="rounded" size="large">
            {format.number(row.attentionNeeded)}
          </Badge>
        ) : null,
    },
  ];
  if (resold) {
    columns.splice(2, 0, {
      id: 'reseller',
      header: t.customers.reseller,
      hideBelow: 'medium',
      width: '8rem',
      cell: (row) => row.reseller?.name,
    });
  }
  return columns;
}
