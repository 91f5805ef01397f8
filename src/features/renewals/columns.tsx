import { Badge } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import type { RenewalRow } from '../../api/renewals';
import type { Format } from '../../i18n/format';
import type { Messages } from '../../i18n/messages/en';
import type { Column } from '../../ui/DataTable';
import { useFormat, useMessages } from '../../ui/language';
import { DateText } from '../../ui/Time';
import { customerPath, subscriptionPath } from './links';
import styles from './renewals.module.css';

/** A renewal under the id of its subscription: each has one. */
export type ListedRenewal = RenewalRow & { id: string };

export function withId(row: RenewalRow): ListedRenewal {
  return { ...row, id: row.subscriptionId };
}

/** The columns of a list of renewals; those of the whole partner say whose they are. */
export function renewalColumns(t: Messages, format: Format, partnerWide: boolean): Column<ListedRenewal>[] {
  const customer: Column<ListedRenewal> = {
    id: 'customer',
    header: t.renewals.customer,
    hideBelow: 'medium',
    width: '9rem',
    cell: (row) => <CustomerLink row={row} />,
  };
  return [
    { id: 'on', header: t.renewals.day, width: '7.25rem', cell: (row) => <DateText on={row.on} /> },
    ...(partnerWide ? [customer] : []),
    {
      id: 'subscription',
      header: t.renewals.subscription,
      rowHeader: true,
      ...(partnerWide ? { width: '11rem' } : {}),
      cell: (row) => (
        <>
          <Link className={styles.name} to={subscriptionPath(row)}>
            {row.name}
          </Link>
          {partnerWide && (
            <span className={styles.whose}>
              <CustomerLink row={row} />
            </span>
          )}
          <span className={styles.narrowOnly}>
            <What row={row} />
            <Differences row={row} />
            <Changeable row={row} />
          </span>
        </>
      ),
    },
    { id: 'what', header: t.renewals.kind, hideBelow: 'small', cell: (row) => <What row={row} /> },
    {
      id: 'licenses',
      header: t.renewals.licenses,
      hideBelow: 'medium',
      align: 'end',
      width: '6rem',
      cell: ({ current, next }) => (
        <NowThen now={format.number(current.quantity)} then={next && format.number(next.quantity)} />
      ),
    },
    {
      id: 'price',
      header: t.renewals.price,
      hideBelow: 'medium',
      align: 'end',
      width: '8.5rem',
      cell: ({ current, next }) => <Price current={current} next={next} />,
    },
    {
      id: 'changeable',
      header: t.renewals.changeable,
      hideBelow: 'small',
      width: '10rem',
      cell: (row) => <Changeable row={row} />,
    },
  ];
}

function CustomerLink({ row }: { row: RenewalRow }) {
  return (
    <Link className={styles.link} to={customerPath(row.customerId, 'renewals')}>
      {row.customerName}
    </Link>
  );
}

function What({ row }: { row: RenewalRow }) {
  const t = useMessages();
  return (
    <>
      <span>{row.summary}</span>
      {row.changed && ' '}
      {row.changed && (
        <Badge appearance="tint" color="brand" shape="rounded">
          {t.renewals.changes.true}
        </Badge>
      )}
      {row.licenses && <span className={styles.note}>{t.renewals.licensesFollow[row.licenses]}</span>}
    </>
  );
}

function Price({ current, next }: Pick<RenewalRow, 'current' | 'next'>) {
  const t = useMessages();
  const format = useFormat();
  // Amounts of different billing periods cannot be compared without saying so.
  const periods = next !== null && next.billingCycle !== current.billingCycle;
  const text = ({ cycleAmount: { amount, currency }, price }: RenewalRow['current']) => {
    const money = format.money(amount, currency);
    return periods ? t.renewals.per[price.per](money) : money;
  };
  return <NowThen now={text(current)} then={next && text(next)} />;
}

/** What stands in columns of its own where there is room; here only where it will be something else. */
function Differences({ row: { current, next } }: { row: RenewalRow }) {
  const t = useMessages();
  const format = useFormat();
  if (!next) return null;
  return (
    <>
      {next.quantity !== current.quantity && (
        <span>
          {t.renewals.licenses}: <NowThen now={format.number(current.quantity)} then={format.number(next.quantity)} />
        </span>
      )}
      {next.cycleAmount.amount !== current.cycleAmount.amount && (
        <span>
          {t.renewals.price}: <Price current={current} next={next} />
        </span>
      )}
    </>
  );
}

/** What is now and, where it is something else, what will be; `null`: nothing will. */
function NowThen({ now, then }: { now: string; then: string | null }): ReactNode {
  const t = useMessages();
  if (now === then) return now;
  return (
    <span className={styles.nowThen}>
      <span>{now}</span>
      <span aria-hidden="true">→</span>
      <span className={styles.unseen}>{t.renewals.then}</span>
      {then === null ? (
        <>
          <span aria-hidden="true">–</span>
          <span className={styles.unseen}>{t.renewals.nothing}</span>
        </>
      ) : (
        <strong>{then}</strong>
      )}
    </span>
  );
}

/** The way to change the next term; or why there is none. */
function Changeable({ row }: { row: RenewalRow }) {
  const t = useMessages();
  const { schedule, switchAutoRenew } = row;
  const path = subscriptionPath(row);
  if (schedule.allowed) return <ActionLink to={`${path}?panel=renewals`} action={t.renewals.manage} row={row} />;
  return (
    <>
      <span className={styles.note}>{schedule.description}</span>
      {switchAutoRenew.allowed && <ActionLink to={`${path}#status`} action={t.renewals.autoRenew} row={row} />}
    </>
  );
}

function ActionLink({ to, action, row }: { to: string; action: string; row: RenewalRow }) {
  const t = useMessages();
  return (
    <Link className={styles.link} to={to} aria-label={t.renewals.actionFor(action, row.name)}>
      {action}
    </Link>
  );
}
