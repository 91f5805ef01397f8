import { skipToken, useQuery } from '@tanstack/react-query';
import { useOutletContext, useSearchParams } from 'react-router-dom';
import type { CustomerPage } from '../../api/dashboard';
import { sessionQuery, subscriptionQuery, supportTopicsQuery } from '../../api/queries';
import { useMessages } from '../../ui/language';
import { PageSkeleton, QueryState } from '../../ui/QueryState';
import { RequestForm } from './RequestForm';
import { askedReduction } from './support-form';
import { SupportSubpage } from './SupportSubpage';

/** The form for a request to support (portal 8.7); the address says what it is about. */
export function NewRequestPage() {
  const t = useMessages();
  const customer = useOutletContext<CustomerPage>();
  const [search] = useSearchParams();
  const subscriptionId = search.get('subscription') ?? undefined;
  const reduceBy = askedReduction(search.get('reduceBy') ?? undefined);
  const topics = useQuery(supportTopicsQuery());
  const session = useQuery(sessionQuery());
  const about = subscriptionQuery(customer.id, subscriptionId ?? '');
  const subscription = useQuery({ ...about, queryFn: subscriptionId ? about.queryFn : skipToken });
  const facts = { customer, reduceBy };
  return (
    <SupportSubpage title={t.support.title} inRequests>
      <QueryState query={topics} skeleton={<PageSkeleton />}>
        {({ items }) => (
          <QueryState query={session} skeleton={<PageSkeleton />}>
            {({ user }) => {
              const known = { ...facts, userName: user.name, topicId: String(items[0]?.id ?? '') };
              if (!subscriptionId) return <RequestForm key="none" facts={known} topics={items} />;
              return (
                <QueryState query={subscription} skeleton={<PageSkeleton />}>
                  {(page) => (
                    <RequestForm
                      key={`${page.id} ${reduceBy}`}
                      facts={{ ...known, subscription: page }}
                      topics={items}
                    />
                  )}
                </QueryState>
              );
            }}
          </QueryState>
        )}
      </QueryState>
    </SupportSubpage>
  );
}
