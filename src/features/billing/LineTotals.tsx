import type { InvoiceLinesPage } from '../../api/billing';
import { MoneyText } from '../../ui/Amounts';
import { useMessages } from '../../ui/language';
import styles from './Invoice.module.css';

/** What the lines that match come to: it follows search and filters. */
export function LineTotals({ totals }: { totals: InvoiceLinesPage['totals'] }) {
  const t = useMessages();
  return (
    <dl className={styles.totals} aria-label={t.billing.totals}>
      {(['subtotal', 'tax', 'total'] as const).map((part) => (
        <div key={part}>
          <dt>{t.billing[part]}</dt>
          <dd>
            <MoneyText amount={totals[part]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
