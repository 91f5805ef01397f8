import type { InvoiceLinesPage } from '../../api/billing';
import { ActionError } from '../../ui/ActionError';
import { useMessages } from '../../ui/language';
import { WhyNot } from '../../ui/WhyNot';
import { DownloadButton } from './DownloadButton';
import { StatementButton, StatementStatus } from './StatementButton';
import { useReconciliationDownload } from './useReconciliationDownload';
import { useStatementDownload } from './useStatementDownload';

/** The document and the file of an invoice, or why this user does not get them. An estimate is no document yet. */
export function InvoiceActions({
  page: { invoice, reconciliation, statement },
}: {
  page: Pick<InvoiceLinesPage, 'invoice' | 'reconciliation' | 'statement'>;
}) {
  const t = useMessages();
  const download = useReconciliationDownload();
  const printing = useStatementDownload();
  const { id } = invoice;
  return (
    <>
      {id !== null && (
        <WhyNot verdict={statement}>
          {(allowed, reason) => (
            <StatementButton
              invoiceId={id}
              text={t.billing.statement}
              download={printing}
              allowed={allowed}
              describedBy={reason}
            />
          )}
        </WhyNot>
      )}
      <StatementStatus download={printing} />
      <WhyNot verdict={reconciliation}>
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
      <ActionError error={printing.error} onRetry={printing.retry} />
      <ActionError error={download.error} onRetry={download.retry} />
    </>
  );
}
