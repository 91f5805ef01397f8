import type { RenewalDays } from '../../api/renewals';
import { useFormat } from '../../ui/language';
import { DayLink } from './DayLink';
import styles from './month.module.css';

/** The month where there is no room for a table: the days that have something, one below the other. */
export function MonthDays({ days }: RenewalDays) {
  const format = useFormat();
  return (
    <ol className={styles.days}>
      {days.map((each) => (
        <li key={each.on}>
          <DayLink sums={each} className={styles.row}>
            <span className={styles.date}>{format.date(each.on)}</span>
          </DayLink>
        </li>
      ))}
    </ol>
  );
}
