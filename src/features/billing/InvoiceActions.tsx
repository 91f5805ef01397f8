import type { InvoiceRow } from '../../api/billing';
import type { Verdict } from '../../api/wire';
import { ActionError } from '../../ui/ActionError';
import { useMessages } from '../../ui/language';
import { WhyNot } from '../../ui/WhyNot';
import { DownloadButton } from './DownloadButton';
import { useReconciliationDownload } from './useReconciliationDownload';

/** The file of an invoice, or why this user does not get it. */
export function InvoiceActions({ invoice, verdict }: { invoice: InvoiceRow; verdict: Verdict }) {
  const t = useMessages();
  const download = useReconciliationDownload();
  return (
    <>
      <WhyNot verdict={verdict}>
        {(allowed, reason) => (
          <DownloadButton
            invoice={invoice}
            name={invoice.id ?? t.billing.estimateOf[invoice.kind]}
            text={t.billing.file}
            download={download}
            allowed={allowed}
            describedBy={reason}
          />
        )}
      </WhyNot>
      <ActionError error={download.error} onRetry={download.retry} />
    </>
  );
}
