import type { ReactNode } from 'react';
import { useOutletContext } from 'react-router-dom';
import type { CustomerPage } from '../../api/dashboard';
import { useMessages } from '../../ui/language';
import { Page } from '../../ui/Page';
import { customerPath } from './links';

/** The frame of a page about one customer's requests; below the customer's own frame. */
export function SupportSubpage({
  title,
  inRequests = false,
  subtitle,
  actions,
  children,
}: {
  title: string;
  /** Whether it lies below the list of requests. */
  inRequests?: boolean;
  subtitle?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const t = useMessages();
  const customer = useOutletContext<CustomerPage>();
  const requests = { label: t.support.requests, to: customerPath(customer.id, 'service-requests') };
  return (
    <Page
      title={title}
      subtitle={subtitle}
      actions={actions}
      breadcrumbs={[
        { label: t.support.customers, to: '/customers' },
        { label: customer.companyName, to: customerPath(customer.id, 'subscriptions') },
        ...(inRequests ? [requests] : []),
      ]}
    >
      {children}
    </Page>
  );
}
