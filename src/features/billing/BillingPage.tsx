import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { Link } from 'react-router-dom';
import type { BillingPage as Billing, InvoiceKind } from '../../api/billing';
import { billingQuery } from '../../api/queries';
import { MoneyText } from '../../ui/Amounts';
import { useMessages } from '../../ui/language';
import { Page } from '../../ui/Page';
import { PageSkeleton, QueryState } from '../../ui/QueryState';
import { panelId, tabId, Tabs } from '../../ui/Tabs';
import { DateText } from '../../ui/Time';
import { useUrlState } from '../../ui/url-state';
import styles from './billing.module.css';
import { BillingHistory } from './BillingHistory';
import { Estimate } from './Estimate';
import { KINDS, kindShown, TAB_NAMES } from './history';
import { invoicePath } from './links';
import { SpendSection } from './SpendSection';

/** What the partner owes and for what: balance, invoices of both kinds, what comes next, spend (portal 9.2). */
export function BillingPage() {
  const t = useMessages();
  const query = useQuery(billingQuery());
  return (
    <Page title={t.billing.title} subtitle={t.billing.subtitle}>
      <QueryState query={query} skeleton={<PageSkeleton />}>
        {(billing) => <Content billing={billing} />}
      </QueryState>
    </Page>
  );
}

function Content({ billing }: { billing: Billing }) {
  const t = useMessages();
  const url = useUrlState();
  const id = useId();
  const kind = kindShown(billing, url.get('tab'));
  const open = (next: InvoiceKind) => url.set({ tab: TAB_NAMES[next], year: undefined }, { replace: true });
  return (
    <>
      <Balance billing={billing} />
      <div className={styles.tabbed}>
        <Tabs
          id={id}
          label={t.billing.tabs}
          tabs={KINDS.map((tab) => ({ tab, label: t.billing.tab[tab] }))}
          selected={kind}
          onSelect={open}
        />
        <div role="tabpanel" id={panelId(id)} aria-labelledby={tabId(id, kind)} className={styles.panel}>
          <Estimate kind={kind} estimate={billing.estimates.find((each) => each.kind === kind)} />
          <BillingHistory key={kind} billing={billing} kind={kind} />
        </div>
      </div>
      <SpendSection spend={billing.spend} />
    </>
  );
}

function Balance({ billing: { balance, latest } }: { billing: Billing }) {
  const t = useMessages();
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.card}>
      <h2 id={id} className={styles.title}>
        {t.billing.balance}
      </h2>
      <p className={styles.balance}>
        <MoneyText amount={balance} />
      </p>
      <p className={styles.note}>
        {latest ? (
          <>
            {t.billing.balanceNote}. {t.billing.latest}{' '}
            <Link to={invoicePath(latest)} className={styles.link}>
              {latest.id}
            </Link>
            , <DateText on={latest.date} />
          </>
        ) : (
          t.billing.noInvoiceYet
        )}
      </p>
    </section>
  );
}
