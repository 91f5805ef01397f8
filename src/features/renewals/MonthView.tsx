import { Button } from '@fluentui/react-components';
import { ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { allRenewalDaysQuery, allRenewalsQuery, renewalDaysQuery, renewalsQuery } from '../../api/queries';
import { useFormat, useMessages } from '../../ui/language';
import { QueryState, TableSkeleton } from '../../ui/QueryState';
import { shiftMonth } from './month';
import styles from './month.module.css';
import { MonthDays } from './MonthDays';
import { MonthTable, type DaySums } from './MonthTable';
import { RenewalFilters } from './RenewalFilters';
import { Totals } from './Totals';
import type { RenewalFilter } from './useRenewalFilter';

/** A month of renewals: how many on each day, and what they charge. Narrow screens list the days that have some. */
export function MonthView({
  filter,
  month,
  customerId,
}: {
  filter: RenewalFilter;
  month: string;
  customerId: string | undefined;
}) {
  const t = useMessages();
  const format = useFormat();
  const partnerWide = customerId === undefined;
  const days = useQuery({
    ...(partnerWide ? allRenewalDaysQuery(filter.query) : renewalDaysQuery(customerId, filter.query)),
    // Another month or filter draws over this one: nothing jumps.
    placeholderData: keepPreviousData,
  });
  // The sums of the month, and how many there are of each kind.
  const sums = useInfiniteQuery(partnerWide ? allRenewalsQuery(filter.query) : renewalsQuery(customerId, filter.query));
  const page = sums.data?.pages.at(-1);
  const byDay = useMemo((): DaySums => new Map(days.data?.days.map((each) => [each.on, each])), [days.data]);
  return (
    <>
      <RenewalFilters filter={filter} facets={page?.facets} partnerWide={partnerWide} />
      <div className={styles.head}>
        <h2 className={styles.month} aria-live="polite">
          {format.month(month)}
        </h2>
        <Button
          icon={<ChevronLeftRegular />}
          aria-label={t.renewals.previousMonth}
          onClick={() => filter.setMonth(shiftMonth(month, -1))}
        />
        <Button
          icon={<ChevronRightRegular />}
          aria-label={t.renewals.nextMonth}
          onClick={() => filter.setMonth(shiftMonth(month, 1))}
        />
        <Button
          disabledFocusable={month === filter.thisMonth}
          onClick={() => filter.thisMonth !== undefined && filter.setMonth(filter.thisMonth)}
        >
          {t.renewals.thisMonth}
        </Button>
      </div>
      <QueryState query={days} skeleton={<TableSkeleton />}>
        {({ days: found }) => (
          <div className={styles.frame}>
            {found.length === 0 ? (
              <output className={styles.empty}>{t.renewals.emptyMonth}</output>
            ) : (
              <Totals page={page} outdated={sums.isPlaceholderData} />
            )}
            <MonthTable month={month} byDay={byDay} today={filter.today} />
            <MonthDays days={found} />
          </div>
        )}
      </QueryState>
    </>
  );
}
