import { Badge } from '@fluentui/react-components';
import { Link } from 'react-router-dom';
import type { InvoiceRow } from '../../api/billing';
import type { Messages } from '../../i18n/messages/en';
import { MoneyText } from '../../ui/Amounts';
import type { Column } from '../../ui/DataTable';
import { useMessages } from '../../ui/language';
import { DateText } from '../../ui/Time';
import styles from './billing.module.css';
import { DownloadButton } from './DownloadButton';
import { invoicePath } from './links';
import { StatementButton } from './StatementButton';
import type { ReconciliationDownload } from './useReconciliationDownload';
import type { StatementDownload } from './useStatementDownload';

export interface FileAccess<Download> {
  download: Download;
  allowed: boolean;
  describedBy: string | undefined;
}

/** The columns of Billing history. */
export function invoiceColumns(
  t: Messages,
  file: FileAccess<ReconciliationDownload>,
  statement: FileAccess<StatementDownload>,
): Column<InvoiceRow>[] {
  const statementButton = (row: InvoiceRow, text: string) => (
    <StatementButton
      invoiceId={row.id ?? ''}
      text={text}
      download={statement.download}
      allowed={statement.allowed}
      describedBy={statement.describedBy}
    />
  );
  return [
    {
      id: 'invoice',
      header: t.billing.invoice,
      rowHeader: true,
      cell: (row) => (
        <>
          <Link className={styles.name} to={invoicePath(row)}>
            {row.id}
          </Link>
          <span className={styles.narrowOnly}>
            <span className={styles.facts}>
              <DateText on={row.date} />
              <InvoiceState state={row.state} />
            </span>
            {statementButton(row, t.billing.statement)}
            <DownloadButton
              invoice={row}
              name={row.id ?? ''}
              text={t.billing.file}
              download={file.download}
              allowed={file.allowed}
              describedBy={file.describedBy}
            />
          </span>
        </>
      ),
    },
    {
      id: 'date',
      header: t.billing.billingDate,
      width: '10.5rem',
      hideBelow: 'small',
      cell: (row) => <DateText on={row.date} />,
    },
    {
      id: 'period',
      header: t.billing.period,
      width: '13.5rem',
      hideBelow: 'medium',
      cell: (row) => <Period invoice={row} />,
    },
    {
      id: 'total',
      header: t.billing.total,
      align: 'end',
      width: '8rem',
      cell: (row) => <MoneyText amount={row.total} />,
    },
    {
      id: 'due',
      header: t.billing.due,
      width: '8.5rem',
      hideBelow: 'small',
      cell: (row) => <DateText on={row.dueOn} />,
    },
    {
      id: 'state',
      header: t.billing.state,
      width: '6.5rem',
      hideBelow: 'small',
      cell: (row) => <InvoiceState state={row.state} />,
    },
    {
      id: 'statement',
      header: t.billing.statements,
      width: '7.5rem',
      hideBelow: 'small',
      cell: (row) => statementButton(row, t.billing.pdf),
    },
    {
      id: 'file',
      header: t.billing.file,
      width: '11.5rem',
      hideBelow: 'small',
      cell: (row) => (
        <DownloadButton
          invoice={row}
          name={row.id ?? ''}
          text={t.billing.download}
          download={file.download}
          allowed={file.allowed}
          describedBy={file.describedBy}
        />
      ),
    },
  ];
}

export function Period({ invoice }: { invoice: InvoiceRow }) {
  return (
    <>
      <DateText on={invoice.startsOn} /> – <DateText on={invoice.endsOn} />
    </>
  );
}

const COLORS = { paid: 'success', unpaid: 'warning', overdue: 'danger', estimate: 'informative' } as const;

/** Paid or not, as a word; the colour only repeats it. */
export function InvoiceState({ state }: { state: InvoiceRow['state'] }) {
  const t = useMessages();
  return (
    <Badge appearance="tint" shape="rounded" size="large" color={COLORS[state]}>
      {t.billing.states[state]}
    </Badge>
  );
}
