import type { Amount } from '../../api/wire';
import type { CartLineView, CartView } from '../../api/dashboard';
import { MoneyText } from '../../ui/Amounts';
import { useMessages } from '../../ui/language';
import styles from './CartTotals.module.css';

/** What the whole cart costs, one amount per currency, and what the amounts include. */
export function CartTotals({
  lines,
  totals,
  known,
  saving,
}: {
  lines: readonly CartLineView[];
  totals: CartView['totals'];
  /** False while lines, or everything, cannot be bought. */
  known: boolean;
  saving: boolean;
}) {
  const t = useMessages();
  const included = lines.filter((line) => line.taxIncluded).length;
  const absent = known ? t.cart.none : t.cart.notKnown;
  const note = included === 0 ? 'excluded' : included === lines.length ? 'included' : 'mixed';
  return (
    <div aria-busy={saving}>
      <div className={styles.head}>
        <h2 className={styles.heading}>{t.cart.total}</h2>
        <output className={styles.note}>{saving && t.cart.saving}</output>
      </div>
      <dl className={styles.totals}>
        <dt>{t.cart.firstCharge}</dt>
        <dd>
          <Amounts amounts={totals.firstCharge} absent={absent} />
        </dd>
        <dt>{t.cart.fullTerm}</dt>
        <dd>
          <Amounts amounts={totals.fullTerm} absent={absent} />
        </dd>
      </dl>
      <p className={styles.note}>{t.cart.totalNote[note]}</p>
    </div>
  );
}

function Amounts({ amounts, absent }: { amounts: readonly Amount[]; absent: string }) {
  if (amounts.length === 0) return <>{absent}</>;
  return amounts.map((amount) => (
    <div key={amount.currency}>
      <MoneyText amount={amount} />
    </div>
  ));
}
