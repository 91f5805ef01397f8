import { Button, Spinner } from '@fluentui/react-components';
import { DocumentPdfRegular } from '@fluentui/react-icons';
import { useMessages } from '../../ui/language';
import styles from './Invoice.module.css';
import type { StatementDownload } from './useStatementDownload';

/** Saves an invoice as a document. While it is being made the button says so. */
export function StatementButton({
  invoiceId,
  text,
  download,
  allowed,
  describedBy,
}: {
  invoiceId: string;
  text: string;
  download: StatementDownload;
  allowed: boolean;
  /** Where the reason stands when it is not allowed. */
  describedBy: string | undefined;
}) {
  const t = useMessages();
  const isBusy = download.running === invoiceId;
  return (
    <Button
      icon={isBusy ? <Spinner size="tiny" /> : <DocumentPdfRegular />}
      disabledFocusable={!allowed || download.running !== undefined}
      aria-label={t.billing.statementOf(invoiceId)}
      aria-describedby={describedBy}
      aria-busy={isBusy}
      onClick={() => download.start(invoiceId)}
    >
      {text}
    </Button>
  );
}

/** Tells those who cannot see it that a document is being made. Stands once beside the buttons. */
export function StatementStatus({ download: { running } }: { download: StatementDownload }) {
  const t = useMessages();
  return (
    <output className={styles.announcement}>{running === undefined ? null : t.billing.statementMaking(running)}</output>
  );
}
