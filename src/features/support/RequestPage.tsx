import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation, useOutletContext, useParams } from 'react-router-dom';
import type { CustomerPage, ServiceRequestRow } from '../../api/dashboard';
import { serviceRequestsQuery } from '../../api/queries';
import { CopyableText } from '../../ui/CopyableText';
import { EmptyState } from '../../ui/EmptyState';
import { useMessages } from '../../ui/language';
import { PageSkeleton, QueryState } from '../../ui/QueryState';
import { InstantText } from '../../ui/Time';
import { AnswerText } from './AnswerText';
import { customerPath, subscriptionPath, type JustSent } from './links';
import styles from './support.module.css';
import { SupportSubpage } from './SupportSubpage';

/** One request of one's own; right after Submit, its confirmation. */
export function RequestPage() {
  const t = useMessages();
  const { requestId = '' } = useParams();
  const customer = useOutletContext<CustomerPage>();
  const query = useQuery(serviceRequestsQuery(customer.id));
  return (
    <QueryState query={query} skeleton={<PageSkeleton />}>
      {({ items }) => {
        const request = items.find(({ id }) => id === requestId);
        if (request) return <Request request={request} />;
        return (
          <SupportSubpage title={t.common.notFoundTitle} inRequests>
            <EmptyState
              title={t.common.notFoundTitle}
              text={t.support.onlyYours}
              action={<Link to={customerPath(customer.id, 'service-requests')}>{t.support.requests}</Link>}
            />
          </SupportSubpage>
        );
      }}
    </QueryState>
  );
}

function Request({ request }: { request: ServiceRequestRow }) {
  const t = useMessages();
  const { state } = useLocation() as { state: JustSent | null };
  const { customerId, subscriptionId, subscriptionName = '' } = request;
  return (
    <SupportSubpage title={t.support.numbered(request.id)} subtitle={request.title} inRequests>
      {state?.sent && (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody>
            {t.support.sent(request.id)}
            {state.files.length > 0 && <> {t.support.filesKept(state.files.join(', '))}.</>}
          </MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.section}>
        <dl className={styles.facts}>
          <div>
            <dt>{t.support.number}</dt>
            <dd>
              <CopyableText text={request.id} label={t.support.copyNumber} />
            </dd>
          </div>
          <div>
            <dt>{t.support.status}</dt>
            <dd>{t.support.statusOf[request.status]}</dd>
          </div>
          <div>
            <dt>{t.support.answer}</dt>
            <dd>
              <AnswerText request={request} withHint />
            </dd>
          </div>
          <div>
            <dt>{t.support.filedAt}</dt>
            <dd>
              <InstantText at={request.createdAt} />
            </dd>
          </div>
          <div>
            <dt>{t.support.impact}</dt>
            <dd>{t.support.severity(request.severity)}</dd>
          </div>
          <div>
            <dt>{t.support.description}</dt>
            <dd className={styles.written}>{request.description}</dd>
          </div>
        </dl>
      </div>
      <div className={styles.links}>
        {subscriptionId && (
          <Link to={subscriptionPath(customerId, subscriptionId)}>
            {t.support.backToSubscription(subscriptionName)}
          </Link>
        )}
        <Link to={customerPath(customerId, 'service-requests')}>{t.support.requests}</Link>
      </div>
    </SupportSubpage>
  );
}
