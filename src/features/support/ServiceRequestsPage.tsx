import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link, useNavigate, useOutletContext } from 'react-router-dom';
import type { CustomerPage, ServiceRequestRow } from '../../api/dashboard';
import { serviceRequestsQuery } from '../../api/queries';
import type { Messages } from '../../i18n/messages/en';
import { DataTable, type Column } from '../../ui/DataTable';
import { EmptyState } from '../../ui/EmptyState';
import { useMessages } from '../../ui/language';
import { QueryState, TableSkeleton } from '../../ui/QueryState';
import { InstantText } from '../../ui/Time';
import { AnswerText } from './AnswerText';
import { customerPath, requestPath, subscriptionPath } from './links';
import styles from './support.module.css';
import { SupportSubpage } from './SupportSubpage';

/** What the signed-in person has asked support about this customer; nobody sees the requests of others (portal 1.4). */
export function ServiceRequestsPage() {
  const t = useMessages();
  const navigate = useNavigate();
  const customer = useOutletContext<CustomerPage>();
  const query = useQuery(serviceRequestsQuery(customer.id));
  const columns = useMemo(() => requestColumns(t), [t]);
  return (
    <SupportSubpage
      title={t.support.requests}
      subtitle={t.support.onlyYours}
      actions={
        <Button
          appearance="primary"
          icon={<AddRegular />}
          onClick={() => void navigate(customerPath(customer.id, 'support/new'))}
        >
          {t.support.newRequest}
        </Button>
      }
    >
      <QueryState query={query} skeleton={<TableSkeleton rows={4} />}>
        {({ items, totalCount }) => (
          <DataTable
            label={t.support.requests}
            columns={columns}
            rows={items}
            totalCount={totalCount}
            rowKey={requestKey}
            empty={<EmptyState title={t.support.emptyTitle} text={t.support.emptyText} />}
          />
        )}
      </QueryState>
    </SupportSubpage>
  );
}

const requestKey = ({ id }: ServiceRequestRow) => id;

function requestColumns(t: Messages): Column<ServiceRequestRow>[] {
  return [
    {
      id: 'title',
      header: t.support.requestTitle,
      rowHeader: true,
      width: '30%',
      cell: (row) => (
        <>
          <Link className={styles.rowLink} to={requestPath(row.customerId, row.id)}>
            {row.title}
          </Link>
          <span className={styles.line}>{row.id}</span>
        </>
      ),
    },
    { id: 'status', header: t.support.status, width: '6rem', cell: (row) => t.support.statusOf[row.status] },
    { id: 'answer', header: t.support.answer, cell: (row) => <AnswerText request={row} /> },
    {
      id: 'subscription',
      header: t.support.subscription,
      hideBelow: 'small',
      cell: (row) =>
        row.subscriptionId ? (
          <Link to={subscriptionPath(row.customerId, row.subscriptionId)}>{row.subscriptionName}</Link>
        ) : (
          t.support.noSubscription
        ),
    },
    {
      id: 'createdAt',
      header: t.support.filedAt,
      hideBelow: 'medium',
      width: '12rem',
      cell: (row) => <InstantText at={row.createdAt} />,
    },
  ];
}
