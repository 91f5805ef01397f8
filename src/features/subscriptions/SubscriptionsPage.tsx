import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useNavigate, useOutletContext } from 'react-router-dom';
import type { CustomerPage, SubscriptionRow } from '../../api/dashboard';
import { subscriptionsQuery } from '../../api/queries';
import { DataTable } from '../../ui/DataTable';
import { EmptyState } from '../../ui/EmptyState';
import { useFormat, useMessages } from '../../ui/language';
import { Page } from '../../ui/Page';
import { WhyNot } from '../../ui/WhyNot';
import { subscriptionColumns, usageColumns } from './columns';
import { ExportSubscriptionsButton } from './ExportSubscriptionsButton';
import { useListState } from './list-state';
import styles from './lists.module.css';
import { customerPath } from './paths';
import { SubscriptionList } from './SubscriptionList';

/** What was sold to the customer and is licensed, and beside it what is billed by use (portal 4.1). */
export function SubscriptionsPage() {
  const t = useMessages();
  const format = useFormat();
  const customer = useOutletContext<CustomerPage>();
  const path = `/dashboard/v1/customers/${encodeURIComponent(customer.id)}/subscriptions`;
  const list = useListState();
  const query = useInfiniteQuery(subscriptionsQuery(customer.id, list.query));
  const columns = useMemo(() => subscriptionColumns(t, format), [t, format]);
  const usage = query.data?.pages[0]?.usage ?? [];
  return (
    <Page
      title={t.subscriptions.title}
      breadcrumbs={[
        { label: t.subscriptions.customers, to: '/customers' },
        { label: customer.companyName, to: customerPath(customer.id, 'subscriptions') },
      ]}
      actions={
        <>
          <AddSubscriptionButton customer={customer} />
          <ExportSubscriptionsButton path={path} query={list.query} />
        </>
      }
    >
      <SubscriptionList
        key={customer.id}
        path={path}
        query={query}
        list={list}
        columns={columns}
        searchPlaceholder={t.subscriptions.searchPlaceholder}
        whenNone={<EmptyState title={t.subscriptions.emptyTitle} text={t.subscriptions.emptyText} />}
      />
      {usage.length > 0 && <UsageBlock rows={usage} />}
    </Page>
  );
}

function AddSubscriptionButton({ customer }: { customer: CustomerPage }) {
  const t = useMessages();
  const navigate = useNavigate();
  return (
    <WhyNot verdict={customer.addSubscription}>
      {(allowed, describedById) => (
        <Button
          appearance="primary"
          icon={<AddRegular />}
          disabledFocusable={!allowed}
          aria-describedby={describedById}
          onClick={() => void navigate(customerPath(customer.id, 'catalog/online-services'))}
        >
          {t.subscriptions.addSubscription}
        </Button>
      )}
    </WhyNot>
  );
}

function UsageBlock({ rows }: { rows: SubscriptionRow[] }) {
  const t = useMessages();
  const columns = useMemo(() => usageColumns(t), [t]);
  return (
    <section className={styles.usage}>
      <h2 className={styles.usageTitle}>{t.subscriptions.usageTitle}</h2>
      <p className={styles.usageText}>{t.subscriptions.usageText}</p>
      <DataTable
        label={t.subscriptions.usageTitle}
        columns={columns}
        rows={rows}
        totalCount={rows.length}
        rowKey={(row) => row.id}
      />
    </section>
  );
}
