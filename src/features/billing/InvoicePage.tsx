import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';
import { useLocation, useParams } from 'react-router-dom';
import type { InvoiceKind, InvoiceLinesPage } from '../../api/billing';
import { invoiceHeadQuery, invoiceLinesQuery } from '../../api/queries';
import { EmptyState } from '../../ui/EmptyState';
import { failureOf } from '../../ui/failure';
import { useMessages } from '../../ui/language';
import { Page } from '../../ui/Page';
import { PageSkeleton, QueryState, TableSkeleton } from '../../ui/QueryState';
import { GroupTable } from './GroupTable';
import { TAB_NAMES } from './history';
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
  const { id, kind } = name;
  const { invoice, query } = useMemo(() => invoiceAddress({ id, kind }), [id, kind]);
  const wish = useMemo(() => ({ ...query, ...filter.query }), [query, filter.query]);
  const lines = useQuery({
    ...invoiceLinesQuery(invoice, wish),
    placeholderData: keepPreviousData,
    enabled: filter.group === undefined,
  });
  const groups = useQuery({
    ...invoiceHeadQuery(invoice, { ...wish, group: filter.group }),
    enabled: filter.group !== undefined,
  });
  // What the lines on the screen were asked for: until the next ones are here the last ones stay.
  const [shownWish, setShownWish] = useState(wish);
  if (lines.data && !lines.isPlaceholderData && shownWish !== wish) setShownWish(wish);
  const shown = filter.group === undefined ? lines : groups;
  const wanted = filter.group === undefined ? lines.data : groups.data;
  // While the other kind of table is on its way, the invoice and what was chosen stay where they are.
  const data = wanted ?? lines.data ?? groups.data;
  // An estimate is there only while something waits for the next invoice.
  if (name.id === null && shown.error && isGone(shown.error)) return <NoEstimate kind={name.kind} />;
  return (
    <QueryState query={{ ...shown, data }} skeleton={<PageSkeleton />}>
      {(page) => (
        <InvoiceFrame page={page}>
          <LineTools page={page} filter={filter} settled={wanted !== undefined && !shown.isPlaceholderData} />
          <LineTotals totals={page.totals} />
          {wanted === undefined ? (
            <TableSkeleton />
          ) : filter.group === undefined ? (
            <LineTable invoice={invoice} wish={shownWish} head={page} filter={filter} />
          ) : (
            <GroupTable groups={page.groups} group={filter.group} filter={filter} />
          )}
          <LinePanel name={page.invoice} filter={filter} />
        </InvoiceFrame>
      )}
    </QueryState>
  );
}

function isGone(error: unknown): boolean {
  const failure = failureOf(error);
  return failure.kind === 'refusal' && failure.status === 404;
}

function NoEstimate({ kind }: { kind: InvoiceKind }) {
  const t = useMessages();
  return (
    <Page title={t.billing.estimateOf[kind]} breadcrumbs={[{ label: t.billing.title, to: tabPath(kind) }]}>
      <EmptyState title={t.billing.noEstimate} text={t.billing.noEstimateText} />
    </Page>
  );
}

const tabPath = (kind: InvoiceKind): string => `/billing?tab=${TAB_NAMES[kind]}`;

function InvoiceFrame({ page, children }: { page: InvoiceLinesPage; children: ReactNode }) {
  const t = useMessages();
  const { invoice } = page;
  return (
    <Page
      title={invoice.id === null ? t.billing.estimateOf[invoice.kind] : t.billing.numbered(invoice.id)}
      subtitle={invoice.id === null ? t.billing.estimateNote : t.billing.tab[invoice.kind]}
      breadcrumbs={[{ label: t.billing.title, to: tabPath(invoice.kind) }]}
      actions={<InvoiceActions page={page} />}
    >
      <InvoiceFacts invoice={invoice} head={page.head} />
      <section className={styles.lines}>
        <h2 className={styles.title}>{t.billing.reconciliation}</h2>
        {children}
      </section>
    </Page>
  );
}
