import { mergeClasses } from '@fluentui/react-components';
import type { RenewalDays } from '../../api/renewals';
import { firstWeekdayOf } from '../../i18n/language';
import { useFormat, useLanguage, useMessages } from '../../ui/language';
import { DayLink } from './DayLink';
import { weeksOf } from './month';
import styles from './month.module.css';

/** What there is on each day that has something. */
export type DaySums = ReadonlyMap<string, RenewalDays['days'][number]>;

/** The month as people know it: a week per row, a link on every day on which something renews or ends. */
export function MonthTable({ month, byDay, today }: { month: string; byDay: DaySums; today: string | undefined }) {
  const t = useMessages();
  const format = useFormat();
  const language = useLanguage();
  return (
    <table className={styles.table} aria-label={t.renewals.inMonth(format.month(month))}>
      <thead>
        <tr>
          {format.weekdays().map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month, firstWeekdayOf(language)).map((week) => (
          <tr key={week.find((day) => day !== null)}>
            {week.map((day, index) => {
              if (day === null) return <OutsideDay key={`outside ${index}`} />;
              const sums = byDay.get(day);
              return (
                <td
                  key={day}
                  className={mergeClasses(day === today && styles.today)}
                  aria-current={day === today ? 'date' : undefined}
                >
                  {sums ? (
                    <DayLink sums={sums} className={styles.day}>
                      <span className={styles.number}>{Number(day.slice(8))}</span>
                    </DayLink>
                  ) : (
                    <span className={styles.bare}>
                      <time dateTime={day} className={styles.number}>
                        {Number(day.slice(8))}
                      </time>
                    </span>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A day of another month: only there to be counted past. */
function OutsideDay() {
  return <td className={styles.outside}>{'\u00A0'}</td>;
}
