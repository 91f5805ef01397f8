import type { ReactNode } from 'react';
import type { InvoiceHead, InvoiceRow } from '../../api/billing';
import { MoneyText } from '../../ui/Amounts';
import { useMessages } from '../../ui/language';
import { DateText, InstantText } from '../../ui/Time';
import { InvoiceState, Period } from './invoice-columns';
import styles from './Invoice.module.css';

/** What stands on the first page of an invoice (portal 9.2). */
export function InvoiceFacts({ invoice, head }: { invoice: InvoiceRow; head: InvoiceHead }) {
  const t = useMessages();
  return (
    <section aria-label={t.billing.facts} className={styles.card}>
      <Facts>
        <Fact name={t.billing.billTo}>{head.billTo}</Fact>
        <Fact name={t.billing.customerNumber}>{head.customerNumber}</Fact>
        {invoice.id !== null && <Fact name={t.billing.number}>{invoice.id}</Fact>}
        <Fact name={t.billing.billingDate}>
          <DateText on={invoice.date} />
        </Fact>
        <Fact name={t.billing.period}>
          <Period invoice={invoice} />
        </Fact>
        <Fact name={t.billing.terms}>{t.billing.days(invoice.paymentDays)}</Fact>
        <Fact name={t.billing.due}>
          <DateText on={invoice.dueOn} />
        </Fact>
        <Fact name={t.billing.state}>
          <InvoiceState state={invoice.state} />
        </Fact>
        <Fact name={t.billing.currency}>{invoice.total.currency}</Fact>
        <Fact name={t.billing.subtotal}>
          <MoneyText amount={invoice.subtotal} />
        </Fact>
        <Fact name={t.billing.tax}>
          <MoneyText amount={invoice.tax} />
        </Fact>
        <Fact name={t.billing.total}>
          <strong>
            <MoneyText amount={invoice.total} />
          </strong>
        </Fact>
        {head.notice && (
          <Fact name={t.billing.notice}>
            {head.notice.users.length === 0 ? t.billing.nobodyNotified : head.notice.users.join(', ')}
            <span className={styles.note}>
              <InstantText at={head.notice.at} />
            </span>
          </Fact>
        )}
      </Facts>
    </section>
  );
}

/** A list of named facts. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className={styles.facts}>{children}</dl>;
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
