import { Select } from '@fluentui/react-components';
import { useId, useMemo } from 'react';
import type { BillingPage, InvoiceKind, InvoiceRow } from '../../api/billing';
import { ActionError } from '../../ui/ActionError';
import { DataTable } from '../../ui/DataTable';
import { EmptyState } from '../../ui/EmptyState';
import { useMessages } from '../../ui/language';
import { useUrlState } from '../../ui/url-state';
import styles from './billing.module.css';
import { yearOf, yearsOf } from './history';
import { invoiceColumns } from './invoice-columns';
import { StatementStatus } from './StatementButton';
import { useReconciliationDownload } from './useReconciliationDownload';
import { useStatementDownload } from './useStatementDownload';

/** The invoices of a kind, a year at a time. */
export function BillingHistory({ billing, kind }: { billing: BillingPage; kind: InvoiceKind }) {
  const t = useMessages();
  const url = useUrlState();
  const reasonId = useId();
  const statementReasonId = useId();
  const download = useReconciliationDownload();
  const printing = useStatementDownload();
  const { reconciliation, statement } = billing;
  const all = useMemo(() => billing.invoices.filter((invoice) => invoice.kind === kind), [billing, kind]);
  const years = useMemo(() => yearsOf(all), [all]);
  const wished = url.get('year');
  const year = wished !== undefined && years.includes(wished) ? wished : years[0];
  const rows = useMemo(() => all.filter((invoice) => yearOf(invoice) === year), [all, year]);
  const columns = useMemo(
    () =>
      invoiceColumns(
        t,
        {
          download,
          allowed: reconciliation.allowed,
          describedBy: reconciliation.allowed ? undefined : reasonId,
        },
        {
          download: printing,
          allowed: statement.allowed,
          describedBy: statement.allowed ? undefined : statementReasonId,
        },
      ),
    [t, download, printing, reconciliation, statement, reasonId, statementReasonId],
  );
  return (
    // Without a name of its own: the table bears it.
    <section className={styles.section}>
      <div className={styles.heading}>
        <h2 className={styles.title}>{t.billing.history}</h2>
        {years.length > 0 && (
          <label className={styles.year}>
            {t.billing.year}
            <Select value={year} onChange={(_event, { value }) => url.set({ year: value }, { replace: true })}>
              {years.map((each) => (
                <option key={each} value={each}>
                  {each}
                </option>
              ))}
            </Select>
          </label>
        )}
      </div>
      {!statement.allowed && rows.length > 0 && (
        <p id={statementReasonId} className={styles.note}>
          {t.billing.statementOf(statement.description)}
        </p>
      )}
      {!reconciliation.allowed && rows.length > 0 && (
        <p id={reasonId} className={styles.note}>
          {t.billing.fileOf(reconciliation.description)}
        </p>
      )}
      <StatementStatus download={printing} />
      <ActionError error={printing.error} onRetry={printing.retry} />
      <ActionError error={download.error} onRetry={download.retry} />
      <DataTable
        label={t.billing.history}
        columns={columns}
        rows={rows}
        totalCount={rows.length}
        rowKey={keyOf}
        empty={<EmptyState title={t.billing.emptyTitle} text={t.billing.emptyText} />}
      />
    </section>
  );
}

const keyOf = (row: InvoiceRow) => row.id ?? row.date;
