import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { allSubscriptionsQuery } from '../../api/queries';
import { EmptyState } from '../../ui/EmptyState';
import { useFormat, useMessages } from '../../ui/language';
import { Page } from '../../ui/Page';
import { partnerWideColumns } from './columns';
import { ExportSubscriptionsButton } from './ExportSubscriptionsButton';
import { useListState } from './list-state';
import { SubscriptionList } from './SubscriptionList';

const PATH = '/dashboard/v1/subscriptions';

/** Every subscription of every customer, in one list. */
export function AllSubscriptionsPage() {
  const t = useMessages();
  const format = useFormat();
  const list = useListState();
  const query = useInfiniteQuery(allSubscriptionsQuery(list.query));
  const columns = useMemo(() => partnerWideColumns(t, format), [t, format]);
  return (
    <Page
      title={t.subscriptions.allTitle}
      subtitle={t.subscriptions.allSubtitle}
      actions={<ExportSubscriptionsButton path={PATH} query={list.query} />}
    >
      <SubscriptionList
        path={PATH}
        query={query}
        list={list}
        columns={columns}
        searchPlaceholder={t.subscriptions.searchAllPlaceholder}
        whenNone={<EmptyState title={t.subscriptions.emptyTitle} text={t.subscriptions.allEmptyText} />}
      />
    </Page>
  );
}
