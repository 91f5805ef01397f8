import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLocation, useParams } from 'react-router-dom';
import type { InvoiceLinesPage } from '../../api/billing';
import { invoiceHeadQuery, invoiceLinesQuery } from '../../api/queries';
import { useMessages } from '../../ui/language';
import { Page } from '../../ui/Page';
import { PageSkeleton, QueryState } from '../../ui/QueryState';
import { GroupTable } from './GroupTable';
import { InvoiceActions } from './InvoiceActions';
import { InvoiceFacts } from './InvoiceFacts';
import styles from './Invoice.module.css';
import { LinePanel } from './LinePanel';
import { LineTable } from './LineTable';
import { LineTools } from './LineTools';
import { LineTotals } from './LineTotals';
import { invoiceAddress, type InvoiceName } from './links';
import { useLineFilter } from './useLineFilter';

/** An invoice, or what the next one holds so far: its facts and its lines, each of which says why it is there. */
export function InvoicePage() {
  const { invoiceId } = useParams();
  const { pathname } = useLocation();
  const name: InvoiceName = {
    id: invoiceId ?? null,
    kind: pathname.toLowerCase().endsWith('/recurring') ? 'Recurring' : 'OneTime',
  };
  return <InvoiceScreen key={pathname} name={name} />;
}

function InvoiceScreen({ name }: { name: InvoiceName }) {
  const filter = useLineFilter();
  const { invoice, query } = invoiceAddress(name);
  const wish = { ...query, ...filter.query };
  const lines = useInfiniteQuery({ ...invoiceLinesQuery(invoice, wish), enabled: filter.group === undefined });
  const groups = useQuery({
    ...invoiceHeadQuery(invoice, { ...wish, group: filter.group }),
    enabled: filter.group !== undefined,
  });
  const shown = filter.group === undefined ? lines : groups;
  const data = filter.group === undefined ? lines.data?.pages.at(-1) : groups.data;
  return (
    <QueryState query={{ ...shown, data }} skeleton={<PageSkeleton />}>
      {(page) => (
        <InvoiceFrame page={page}>
          <LineTools page={page} filter={filter} settled={!shown.isPlaceholderData} />
          <LineTotals totals={page.totals} />
          {filter.group === undefined ? (
            <LineTable lines={lines} filter={filter} />
          ) : (
            <GroupTable groups={page.groups} group={filter.group} filter={filter} />
          )}
          <LinePanel name={page.invoice} filter={filter} />
        </InvoiceFrame>
      )}
    </QueryState>
  );
}

function InvoiceFrame({ page, children }: { page: InvoiceLinesPage; children: ReactNode }) {
  const t = useMessages();
  const { invoice } = page;
  return (
    <Page
      title={invoice.id === null ? t.billing.estimateOf[invoice.kind] : t.billing.numbered(invoice.id)}
      subtitle={invoice.id === null ? t.billing.estimateNote : t.billing.tab[invoice.kind]}
      breadcrumbs={[{ label: t.billing.title, to: `/billing?tab=${invoice.kind.toLowerCase()}` }]}
      actions={<InvoiceActions invoice={invoice} verdict={page.reconciliation} />}
    >
      <InvoiceFacts invoice={invoice} />
      <section className={styles.lines} aria-labelledby="lines">
        <h2 id="lines" tabIndex={-1} className={styles.title}>
          {t.billing.reconciliation}
        </h2>
        {children}
      </section>
    </Page>
  );
}
