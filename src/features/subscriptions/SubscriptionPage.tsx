import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link, useLocation, useParams } from 'react-router-dom';
import type { SubscriptionPage as Subscription } from '../../api/dashboard';
import { subscriptionQuery } from '../../api/queries';
import { useMessages } from '../../ui/language';
import { Page } from '../../ui/Page';
import { PageSkeleton, QueryState } from '../../ui/QueryState';
import { ChargesSection } from './ChargesSection';
import { KindBadges } from './columns';
import { ConversionSection } from './ConversionSection';
import { DetailsSection } from './DetailsSection';
import { EditForm } from './EditForm';
import { HistorySection } from './HistorySection';
import { customerPath, subscriptionPath } from './paths';
import { ProvisioningSection } from './ProvisioningSection';
import { ServiceRequestsSection } from './ServiceRequestsSection';
import { SetUpSection } from './SetUpSection';
import styles from './SubscriptionPage.module.css';
import { SubscriptionPanels } from './terms/SubscriptionPanels';

/** Everything about one subscription (portal 4.2). */
export function SubscriptionPage() {
  const { customerId = '', subscriptionId = '' } = useParams();
  const query = useQuery(subscriptionQuery(customerId, subscriptionId));
  return (
    <QueryState query={query} skeleton={<PageSkeleton />}>
      {(subscription) => <Details key={subscription.id} subscription={subscription} />}
    </QueryState>
  );
}

function Details({ subscription }: { subscription: Subscription }) {
  const t = useMessages();
  const { customerId, base } = subscription;
  useAnchor();
  return (
    <Page
      title={subscription.name}
      subtitle={
        <span className={styles.subtitle}>
          {subscription.offerName} · {subscription.publisherName}
          <KindBadges row={subscription} />
          {base && (
            <span>
              {t.subscriptions.addOnOf} <Link to={subscriptionPath({ customerId, id: base.id })}>{base.name}</Link>
            </span>
          )}
        </span>
      }
      breadcrumbs={[
        { label: t.subscriptions.customers, to: '/customers' },
        { label: subscription.customerName, to: customerPath(customerId) },
        { label: t.subscriptions.title, to: customerPath(customerId, 'subscriptions') },
      ]}
    >
      {subscription.setUp && <SetUpSection subscription={subscription} setUp={subscription.setUp} />}
      <ConversionSection subscription={subscription} />
      <div className={styles.sections}>
        <EditForm subscription={subscription} />
        <div className={styles.column}>
          <DetailsSection subscription={subscription} />
          <ProvisioningSection subscription={subscription} />
          <ServiceRequestsSection requests={subscription.serviceRequests} />
        </div>
      </div>
      <ChargesSection subscription={subscription} />
      <HistorySection subscriptionId={subscription.id} history={subscription.history} />
      <SubscriptionPanels subscription={subscription} />
    </Page>
  );
}

/**
 * Takes the focus to the part that the address names (`#quantity`), or to where `?cancel=1` goes on. Stands outside of
 * the page's frame, whose heading takes the focus first.
 */
function useAnchor(): void {
  const { hash, search, key } = useLocation();
  const anchor = new URLSearchParams(search).has('cancel') ? 'status' : hash.slice(1);
  useEffect(() => {
    if (anchor) document.getElementById(anchor)?.focus();
  }, [anchor, key]);
}
