import { useMemo } from 'react';
import type { SubscriptionCharge, SubscriptionPage } from '../../api/dashboard';
import type { Format } from '../../i18n/format';
import type { Messages } from '../../i18n/messages/en';
import { MoneyText } from '../../ui/Amounts';
import { DataTable, type Column } from '../../ui/DataTable';
import { EmptyState } from '../../ui/EmptyState';
import { useFormat, useMessages } from '../../ui/language';
import { DateText } from '../../ui/Time';
import { UnitPriceText } from '../../ui/UnitPriceText';
import { ConservationCheck } from './ConservationCheck';
import { LineLink } from './LineLink';
import { Section } from './Section';
import styles from './tables.module.css';

/** What has been charged and credited for the subscription, in the words of the files. */
export function ChargesSection({ subscription }: { subscription: SubscriptionPage }) {
  const { id: subscriptionId, charges, conservation } = subscription;
  const t = useMessages();
  const format = useFormat();
  const columns = useMemo(() => chargeColumns(t, format, subscriptionId), [t, format, subscriptionId]);
  return (
    <Section title={t.subscriptions.charges} wide>
      <p className={styles.text}>{t.subscriptions.chargesText}</p>
      <DataTable
        label={t.subscriptions.charges}
        columns={columns}
        rows={charges}
        totalCount={charges.length}
        rowKey={chargeKey}
        empty={<EmptyState title={t.subscriptions.noChargesTitle} text={t.subscriptions.noChargesText} />}
      />
      {conservation && (
        <ConservationCheck conservation={conservation} charges={charges} subscriptionId={subscriptionId} />
      )}
    </Section>
  );
}

const chargeKey = (row: SubscriptionCharge) => String(row.number);

function chargeColumns(t: Messages, format: Format, subscriptionId: string): Column<SubscriptionCharge>[] {
  return [
    {
      id: 'start',
      header: t.subscriptions.chargeStart,
      width: '8rem',
      cell: (row) => (
        <>
          <DateText on={row.chargeStartDate} />
          <span className={styles.narrowOnly}>
            – <DateText on={row.chargeEndDate} />
          </span>
        </>
      ),
    },
    {
      id: 'end',
      header: t.subscriptions.chargeEnd,
      width: '8rem',
      hideBelow: 'small',
      cell: (row) => <DateText on={row.chargeEndDate} />,
    },
    {
      id: 'type',
      header: t.subscriptions.chargeType,
      // An identifier of the files, English in every language.
      cell: (row) => (
        <>
          <span lang="en">{row.chargeType}</span>
          <LineLink charge={row} subscriptionId={subscriptionId} />
        </>
      ),
    },
    {
      id: 'unitPrice',
      header: t.subscriptions.unitPrice,
      align: 'end',
      width: '9rem',
      hideBelow: 'small',
      cell: (row) => <UnitPriceText amount={row.unitPrice} currency={row.amount.currency} />,
    },
    {
      id: 'quantity',
      header: t.subscriptions.quantity,
      align: 'end',
      width: '6.5rem',
      hideBelow: 'small',
      cell: (row) => format.number(row.quantity),
    },
    {
      id: 'amount',
      header: t.subscriptions.amount,
      align: 'end',
      width: '7.5rem',
      cell: (row) => <MoneyText amount={row.amount} />,
    },
  ];
}
