import { useMessages } from '../../ui/language';
import { Page } from '../../ui/Page';
import { ExportRenewalsButton } from './ExportRenewalsButton';
import { RenewalViews } from './RenewalViews';
import { useRenewalFilter } from './useRenewalFilter';

/** What renews or ends for any customer: a calendar and a list. */
export function AllRenewalsPage() {
  const t = useMessages();
  const filter = useRenewalFilter();
  return (
    <Page
      title={t.renewals.title}
      subtitle={t.renewals.subtitle}
      actions={<ExportRenewalsButton path="/dashboard/v1/renewals" query={filter.query} />}
    >
      <RenewalViews filter={filter} />
    </Page>
  );
}
