import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router-dom';
import type { RenewalDays } from '../../api/renewals';
import { useFormat, useMessages } from '../../ui/language';
import { dayLink } from './links';
import styles from './month.module.css';
import { moneyTexts } from './texts';

/** A day shows so many currencies; its name says them all, as does its list. */
const SHOWN = 3;

/** The way to the list of one day; named after the day, with how many there are and what they charge. */
export function DayLink({
  sums: { on, count, amounts },
  className,
  children,
}: {
  sums: RenewalDays['days'][number];
  className: string | undefined;
  /** How the day is put. */
  children: ReactNode;
}) {
  const t = useMessages();
  const format = useFormat();
  const { search } = useLocation();
  const number = format.number(count);
  const money = moneyTexts(amounts, format);
  const shown = money.length > SHOWN + 1 ? money.slice(0, SHOWN) : money;
  return (
    <Link
      className={className}
      to={{ search: dayLink(search, on) }}
      aria-label={t.renewals.onDay(format.date(on), count, number, money.join(' + '))}
    >
      {children}
      <span className={styles.count}>{t.renewals.found(count, number)}</span>
      {shown.map((text) => (
        <span key={text} className={styles.amount}>
          {text}
        </span>
      ))}
      {shown.length < money.length && (
        <span className={styles.amount}>{t.renewals.moreCurrencies(format.number(money.length - shown.length))}</span>
      )}
    </Link>
  );
}
