import { useOutletContext } from 'react-router-dom';
import type { CustomerPage } from '../../api/dashboard';
import { useMessages } from '../../ui/language';
import { Page } from '../../ui/Page';
import { ExportRenewalsButton } from './ExportRenewalsButton';
import { customerPath } from './links';
import { RenewalViews } from './RenewalViews';
import { useRenewalFilter } from './useRenewalFilter';

/** What renews or ends for one customer: a calendar and a list. */
export function RenewalsPage() {
  const t = useMessages();
  const customer = useOutletContext<CustomerPage>();
  const filter = useRenewalFilter();
  return (
    <Page
      title={t.renewals.title}
      breadcrumbs={[
        { label: t.renewals.customers, to: '/customers' },
        { label: customer.companyName, to: customerPath(customer.id, 'subscriptions') },
      ]}
      actions={
        <ExportRenewalsButton
          path={`/dashboard/v1/customers/${encodeURIComponent(customer.id)}/renewals`}
          query={filter.query}
        />
      }
    >
      <RenewalViews key={customer.id} filter={filter} customerId={customer.id} />
    </Page>
  );
}
