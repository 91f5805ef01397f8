import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { clockQuery } from '../../api/queries';
import type { Format } from '../../i18n/format';
import type { Messages } from '../../i18n/messages/en';
import type { Column } from '../../ui/DataTable';
import { useMessages } from '../../ui/language';
import { InstantText } from '../../ui/Time';
import { timeLeft } from '../../ui/time-left';
import styles from './deadlines.module.css';
import { actionPath, customerPath, subscriptionPath, type KeyedRow } from './links';

/** The columns of a list of deadlines; those of the whole partner say whose they are. */
export function deadlineColumns(t: Messages, format: Format, partnerWide: boolean): Column<KeyedRow>[] {
  const customer: Column<KeyedRow> = {
    id: 'customer',
    header: t.deadlines.customer,
    hideBelow: 'small',
    width: '10rem',
    cell: (row) => <CustomerLink row={row} />,
  };
  return [
    {
      id: 'at',
      header: t.deadlines.when,
      width: '9.5rem',
      cell: (row) => <When at={row.at} />,
    },
    {
      id: 'what',
      header: t.deadlines.what,
      hideBelow: 'small',
      cell: (row) => row.summary,
    },
    {
      id: 'subscription',
      header: t.deadlines.subscription,
      rowHeader: true,
      cell: (row) => (
        <>
          <Link className={styles.name} to={subscriptionPath(row)}>
            {row.name}
          </Link>
          <span className={styles.narrowOnly}>
            {partnerWide && <CustomerLink row={row} />}
            <span>{row.summary}</span>
            <Action row={row} />
          </span>
        </>
      ),
    },
    ...(partnerWide ? [customer] : []),
    {
      id: 'licenses',
      header: t.deadlines.licenses,
      hideBelow: 'medium',
      align: 'end',
      width: '6rem',
      cell: (row) => (row.quantity === null ? null : format.number(row.quantity)),
    },
    {
      id: 'action',
      header: t.deadlines.action,
      hideBelow: 'small',
      width: '10rem',
      cell: (row) => <Action row={row} />,
    },
  ];
}

function CustomerLink({ row }: { row: KeyedRow }) {
  return (
    <Link className={styles.link} to={customerPath(row.customerId, 'subscriptions')}>
      {row.customerName}
    </Link>
  );
}

function When({ at }: { at: string }) {
  const t = useMessages();
  const { data: clock } = useQuery(clockQuery());
  const left = clock && timeLeft(at, clock.now);
  return (
    <>
      <InstantText at={at} />
      {left && <span className={styles.note}>{t.deadlines.inTime(left)}</span>}
    </>
  );
}

/** The way to what can be done; or why this user cannot. */
function Action({ row }: { row: KeyedRow }) {
  const t = useMessages();
  const { kind, verdict } = row.action;
  if (!verdict.allowed) return <span className={styles.note}>{verdict.description}</span>;
  const label = t.deadlines.actions[kind];
  return (
    <Link className={styles.link} to={actionPath(row)} aria-label={t.deadlines.actionFor(label, row.name)}>
      {label}
    </Link>
  );
}
