import type { ReactNode } from 'react';
import { useMessages } from '../../ui/language';
import { Page } from '../../ui/Page';
import { customerPath, useCustomer } from './customer-context';

/** The frame of a page below `CustomerLayout`. */
export function CustomerSubpage({ title, children }: { title: string; children: ReactNode }) {
  const t = useMessages();
  const customer = useCustomer();
  return (
    <Page
      title={title}
      breadcrumbs={[
        { label: t.customers.title, to: '/customers' },
        { label: customer.companyName, to: customerPath(customer.id, 'subscriptions') },
      ]}
    >
      {children}
    </Page>
  );
}
