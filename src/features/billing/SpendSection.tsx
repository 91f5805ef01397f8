import { useId, useMemo, useState } from 'react';
import { MoneyText } from '../../ui/Amounts';
import { useMessages } from '../../ui/language';
import cards from './billing.module.css';
import { colorOf } from './colors';
import { everyMonth, familiesOf, type SpendMonth } from './spend';
import { SpendChart } from './SpendChart';
import styles from './Spend.module.css';
import { SpendTable } from './SpendTable';
import { useMonthNames } from './useMonthNames';

/** Spend over the months by product family: the chart, a legend that reads out one month, and the figures. */
export function SpendSection({ spend }: { spend: readonly SpendMonth[] }) {
  const t = useMessages();
  const id = useId();
  const months = useMemo(() => everyMonth(spend), [spend]);
  const families = useMemo(() => familiesOf(spend), [spend]);
  const [chosen, setChosen] = useState<string>();
  const shown = months.find(({ month }) => month === chosen) ?? months.at(-1);
  return (
    <section aria-labelledby={id} className={cards.card}>
      <h2 id={id} className={cards.title}>
        {t.billing.spend}
      </h2>
      {shown ? (
        <>
          <p className={cards.note}>{t.billing.spendText}</p>
          <SpendChart months={months} families={families} chosen={shown.month} onChoose={setChosen} />
          <Legend month={shown.month} spend={shown.spend} families={families} />
          <details className={styles.figures}>
            <summary>{t.billing.spendTable}</summary>
            <SpendTable spend={spend} families={families} />
          </details>
        </>
      ) : (
        <p className={cards.note}>{t.billing.noSpend}</p>
      )}
    </section>
  );
}

/** What each colour means, with the figures of the month under the pointer. */
function Legend({
  month,
  spend,
  families,
}: {
  month: string;
  spend: SpendMonth | undefined;
  families: readonly string[];
}) {
  const names = useMonthNames();
  return (
    <div className={styles.legend}>
      <p className={styles.month}>
        {names.long(month)}
        {spend && (
          <>
            : <MoneyText amount={spend.total} />
          </>
        )}
      </p>
      <ul className={styles.families}>
        {families.map((family, index) => {
          const found = spend?.families.find((each) => each.family === family);
          return (
            <li key={family}>
              <span aria-hidden="true" className={styles.swatch} style={{ background: colorOf(index) }} />
              <span className={styles.family}>{family}</span>
              <span className={styles.amount}>{found ? <MoneyText amount={found.amount} /> : '–'}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
