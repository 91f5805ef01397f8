import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router-dom';
import type { SubscriptionPage as Subscription } from '../../api/dashboard';
import { subscriptionQuery } from '../../api/queries';
import { useMessages } from '../../ui/language';
import { Page } from '../../ui/Page';
import { PageSkeleton, QueryState } from '../../ui/QueryState';
import { ChargesSection } from './ChargesSection';
import { KindBadges } from './columns';
import { DetailsSection } from './DetailsSection';
import { HistorySection } from './HistorySection';
import { NicknameForm } from './NicknameForm';
import { customerPath } from './paths';
import { CancellationSection, QuantitySection } from './QuantitySection';
import { SetUpSection } from './SetUpSection';
import { StatusSection } from './StatusSection';
import styles from './SubscriptionPage.module.css';

/** Everything about one subscription (portal 4.2). */
export function SubscriptionPage() {
  const { customerId = '', subscriptionId = '' } = useParams();
  const query = useQuery(subscriptionQuery(customerId, subscriptionId));
  return (
    <QueryState query={query} skeleton={<PageSkeleton />}>
      {(subscription) => <Details subscription={subscription} />}
    </QueryState>
  );
}

function Details({ subscription }: { subscription: Subscription }) {
  const t = useMessages();
  return (
    <Page
      title={subscription.name}
      subtitle={
        <span className={styles.subtitle}>
          {subscription.offerName} · {subscription.publisherName}
          <KindBadges row={subscription} />
        </span>
      }
      breadcrumbs={[
        { label: t.subscriptions.customers, to: '/customers' },
        { label: subscription.customerName, to: customerPath(subscription.customerId) },
        { label: t.subscriptions.title, to: customerPath(subscription.customerId, 'subscriptions') },
      ]}
    >
      {subscription.setUp && <SetUpSection subscription={subscription} setUp={subscription.setUp} />}
      <div className={styles.sections}>
        <div className={styles.column}>
          <NicknameForm subscription={subscription} />
          <StatusSection subscription={subscription} />
          <QuantitySection subscription={subscription} />
          <CancellationSection subscription={subscription} />
        </div>
        <DetailsSection subscription={subscription} />
      </div>
      <ChargesSection charges={subscription.charges} />
      <HistorySection history={subscription.history} />
    </Page>
  );
}
