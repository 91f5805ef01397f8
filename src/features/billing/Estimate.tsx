import { useId } from 'react';
import { Link } from 'react-router-dom';
import type { InvoiceKind, InvoiceRow } from '../../api/billing';
import { MoneyText } from '../../ui/Amounts';
import { useFormat, useMessages } from '../../ui/language';
import styles from './billing.module.css';
import { invoicePath } from './links';

/** What the next invoice of a kind holds so far, tax left out, with the way to its lines. */
export function Estimate({ kind, estimate }: { kind: InvoiceKind; estimate: InvoiceRow | undefined }) {
  const t = useMessages();
  const format = useFormat();
  const id = useId();
  return (
    <>
      <p className={styles.text}>{t.billing.tabText[kind]}</p>
      <section aria-labelledby={id} className={styles.card}>
        <h2 id={id} className={styles.title}>
          {t.billing.estimate}
        </h2>
        {estimate ? (
          <>
            <p className={styles.figure}>
              <MoneyText amount={estimate.subtotal} />
            </p>
            <p className={styles.note}>
              {t.billing.estimateText}.{' '}
              <Link to={invoicePath(estimate)} className={styles.link}>
                {t.billing.estimateLines(estimate.lines, format.number(estimate.lines), format.date(estimate.date))}
              </Link>
            </p>
          </>
        ) : (
          <p className={styles.note}>{t.billing.noEstimate}</p>
        )}
      </section>
    </>
  );
}
