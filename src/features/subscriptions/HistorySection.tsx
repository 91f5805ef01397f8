import { useMemo } from 'react';
import type { SubscriptionPage } from '../../api/dashboard';
import type { Format } from '../../i18n/format';
import type { Messages } from '../../i18n/messages/en';
import { MoneyText } from '../../ui/Amounts';
import { DataTable, type Column } from '../../ui/DataTable';
import { EmptyState } from '../../ui/EmptyState';
import { useFormat, useMessages } from '../../ui/language';
import { DateText, InstantText } from '../../ui/Time';
import { LineLink } from './LineLink';
import { Section } from './Section';
import styles from './tables.module.css';

type Happening = SubscriptionPage['history'][number];

/** What has happened to the subscription, the latest first, each with its cause and its money. */
export function HistorySection({ subscriptionId, history }: { subscriptionId: string; history: Happening[] }) {
  const t = useMessages();
  const format = useFormat();
  const columns = useMemo(() => historyColumns(t, format, subscriptionId), [t, format, subscriptionId]);
  const rows = useMemo(() => history.toSorted((left, right) => right.sequence - left.sequence), [history]);
  return (
    <Section title={t.subscriptions.history} wide anchor="history">
      <DataTable
        label={t.subscriptions.history}
        columns={columns}
        rows={rows}
        totalCount={rows.length}
        rowKey={happeningKey}
        empty={<EmptyState title={t.subscriptions.noHistoryTitle} text={t.subscriptions.noHistoryText} />}
      />
    </Section>
  );
}

/** What happened, and what was charged or credited for it. */
function What({ row: { summary, charges }, subscriptionId }: { row: Happening; subscriptionId: string }) {
  return (
    <>
      {summary}
      {charges.length > 0 && (
        <ul className={styles.money}>
          {charges.map((charge) => (
            <li key={charge.number}>
              <MoneyText amount={charge.amount} />, <span lang="en">{charge.chargeType}</span>,{' '}
              <DateText on={charge.chargeStartDate} /> – <DateText on={charge.chargeEndDate} />
              <LineLink charge={charge} subscriptionId={subscriptionId} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const happeningKey = (row: Happening) => String(row.sequence);

function historyColumns(t: Messages, format: Format, subscriptionId: string): Column<Happening>[] {
  return [
    {
      id: 'sequence',
      header: t.subscriptions.historyNumber,
      align: 'end',
      width: '5rem',
      hideBelow: 'small',
      cell: (row) => format.number(row.sequence),
    },
    {
      id: 'at',
      header: t.subscriptions.historyAt,
      width: '24%',
      cell: (row) => <InstantText at={row.at} />,
    },
    {
      id: 'what',
      header: t.subscriptions.historyWhat,
      cell: (row) => <What row={row} subscriptionId={subscriptionId} />,
    },
    {
      id: 'who',
      header: t.subscriptions.historyWho,
      width: '18%',
      hideBelow: 'small',
      cell: (row) => row.by ?? t.subscriptions.clock,
    },
  ];
}
