import type { RenewalsPage } from '../../api/renewals';
import { useFormat, useMessages } from '../../ui/language';
import styles from './renewals.module.css';
import { moneyTexts } from './texts';

/** How many renewals match and what they charge at once; said again when it changes. */
export function Totals({ page, outdated }: { page: RenewalsPage | undefined; outdated: boolean }) {
  const t = useMessages();
  const format = useFormat();
  if (!page) return null;
  const { totalCount, totals } = page;
  const number = format.number(totalCount);
  const amounts = moneyTexts(totals, format).join(' + ');
  return (
    <output className={styles.totals} aria-busy={outdated}>
      {amounts ? t.renewals.due(totalCount, number, amounts) : t.renewals.found(totalCount, number)}
    </output>
  );
}
