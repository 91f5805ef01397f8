import type { TermView } from '../../../api/renewals';
import { PriceText } from '../../../ui/Amounts';
import { useMessages } from '../../../ui/language';
import styles from './panels.module.css';

/** How the present term is billed, and for how much. */
export function CurrentBilling({ term: { billingCycle, price } }: { term: TermView }) {
  const t = useMessages();
  // A trial.
  if (billingCycle === 'None') return t.terms.free;
  return (
    <>
      {t.subscriptions.cycle(billingCycle)}
      <p className={styles.note}>
        <PriceText price={price} />
      </p>
    </>
  );
}
