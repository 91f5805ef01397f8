import { useInfiniteQuery } from '@tanstack/react-query';
import { useOutletContext } from 'react-router-dom';
import type { CustomerPage } from '../../api/dashboard';
import { deadlinesQuery } from '../../api/queries';
import { useMessages } from '../../ui/language';
import { Page } from '../../ui/Page';
import { DeadlineList } from './DeadlineList';
import { ExportDeadlinesButton } from './ExportDeadlinesButton';
import { customerPath } from './links';
import { useDeadlineFilter } from './useDeadlineFilter';

/** What runs out for one customer, soonest first. */
export function DeadlinesPage() {
  const t = useMessages();
  const customer = useOutletContext<CustomerPage>();
  const filter = useDeadlineFilter();
  const query = useInfiniteQuery(deadlinesQuery(customer.id, filter.query));
  return (
    <Page
      title={t.deadlines.title}
      breadcrumbs={[
        { label: t.deadlines.customers, to: '/customers' },
        { label: customer.companyName, to: customerPath(customer.id, 'subscriptions') },
      ]}
      actions={
        <ExportDeadlinesButton
          path={`/dashboard/v1/customers/${encodeURIComponent(customer.id)}/deadlines`}
          query={filter.query}
        />
      }
    >
      <DeadlineList query={query} filter={filter} partnerWide={false} />
    </Page>
  );
}
