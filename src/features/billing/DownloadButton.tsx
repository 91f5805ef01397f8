import { Button, ProgressBar } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import { useFormat, useMessages } from '../../ui/language';
import styles from './billing.module.css';
import { invoicePath, type InvoiceName } from './links';
import type { ReconciliationDownload } from './useReconciliationDownload';

/** Fetches an invoice's reconciliation file; while it is on its way, how far it is and Cancel stand in its place. */
export function DownloadButton({
  invoice,
  name,
  text,
  download,
  allowed,
  describedBy,
}: {
  invoice: InvoiceName;
  /** The invoice in words: rows have many of these buttons. */
  name: string;
  text: string;
  download: ReconciliationDownload;
  allowed: boolean;
  /** Where the reason stands when it is not allowed. */
  describedBy: string | undefined;
}) {
  const t = useMessages();
  const format = useFormat();
  const { done, total } = download.progress;
  const file = t.billing.fileOf(name);
  if (download.running && invoicePath(download.running) === invoicePath(invoice)) {
    const progress =
      total === 0 ? t.billing.starting : t.billing.downloading(format.number(done), format.number(total));
    return (
      <div className={styles.download}>
        <div className={styles.progress}>
          <span>{progress}</span>
          <ProgressBar aria-label={t.billing.fileOf(name)} value={total === 0 ? 0 : done / total} />
        </div>
        <Button size="small" onClick={download.cancel}>
          {t.common.cancel}
        </Button>
      </div>
    );
  }
  return (
    <Button
      icon={<ArrowDownloadRegular />}
      disabledFocusable={!allowed || download.running !== undefined}
      // A name begins with what is to be read on the button.
      aria-label={file.startsWith(text) ? file : `${text}: ${file}`}
      aria-describedby={describedBy}
      onClick={() => download.start(invoice)}
    >
      {text}
    </Button>
  );
}
