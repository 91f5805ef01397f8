import { useId } from 'react';
import { useMessages } from '../../ui/language';
import { TableSkeleton } from '../../ui/QueryState';
import { panelId, tabId, Tabs } from '../../ui/Tabs';
import { MonthView } from './MonthView';
import { RenewalList } from './RenewalList';
import styles from './renewals.module.css';
import { VIEWS, type RenewalFilter } from './useRenewalFilter';

/** The calendar or the list; of one customer, or of all. */
export function RenewalViews({ filter, customerId }: { filter: RenewalFilter; customerId?: string }) {
  const t = useMessages();
  const id = useId();
  return (
    <>
      <Tabs
        id={id}
        label={t.renewals.views}
        tabs={VIEWS.map((tab) => ({ tab, label: t.renewals.view[tab] }))}
        selected={filter.view}
        onSelect={filter.setView}
      />
      <div role="tabpanel" id={panelId(id)} aria-labelledby={tabId(id, filter.view)} className={styles.view}>
        {filter.view === 'list' ? (
          <RenewalList filter={filter} customerId={customerId} />
        ) : filter.month === undefined ? (
          <TableSkeleton />
        ) : (
          <MonthView filter={filter} month={filter.month} customerId={customerId} />
        )}
      </div>
    </>
  );
}
