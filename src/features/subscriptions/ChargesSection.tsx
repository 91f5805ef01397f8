import { useMemo } from 'react';
import { Link } from 'react-router-dom';
import type { SubscriptionCharge } from '../../api/dashboard';
import type { Format } from '../../i18n/format';
import type { Messages } from '../../i18n/messages/en';
import { MoneyText } from '../../ui/Amounts';
import { DataTable, type Column } from '../../ui/DataTable';
import { EmptyState } from '../../ui/EmptyState';
import { useFormat, useMessages } from '../../ui/language';
import { DateText } from '../../ui/Time';
import { UnitPriceText } from '../../ui/UnitPriceText';
import { Section } from './Section';
import styles from './tables.module.css';

/** A charge has no name of its own; its place in the list is one. */
type NumberedCharge = SubscriptionCharge & { subscriptionId: string; place: number };

/** What has been charged and credited for the subscription, in the words of the files. */
export function ChargesSection({ subscriptionId, charges }: { subscriptionId: string; charges: SubscriptionCharge[] }) {
  const t = useMessages();
  const format = useFormat();
  const columns = useMemo(() => chargeColumns(t, format), [t, format]);
  const rows = useMemo(
    () => charges.map((charge, place) => ({ ...charge, subscriptionId, place })),
    [subscriptionId, charges],
  );
  return (
    <Section title={t.subscriptions.charges} wide>
      <p className={styles.text}>{t.subscriptions.chargesText}</p>
      <DataTable
        label={t.subscriptions.charges}
        columns={columns}
        rows={rows}
        totalCount={rows.length}
        rowKey={chargeKey}
        empty={<EmptyState title={t.subscriptions.noChargesTitle} text={t.subscriptions.noChargesText} />}
      />
    </Section>
  );
}

/** The way to the line and its reasons, on the invoice that holds it or will. */
function InvoiceLink({ row: { invoice, subscriptionId, place } }: { row: NumberedCharge }) {
  const t = useMessages();
  const path = invoice.id === null ? `estimates/${invoice.kind.toLowerCase()}` : `invoices/${invoice.id}`;
  return (
    <Link
      className={styles.link}
      to={`/billing/${path}?line=${encodeURIComponent(`${subscriptionId}:${place + 1}`)}`}
      aria-label={t.subscriptions.lineOn(place + 1, invoice.id)}
    >
      {invoice.id === null ? t.subscriptions.onEstimate : t.subscriptions.onInvoice(invoice.id)}
    </Link>
  );
}

const chargeKey = (row: NumberedCharge) => String(row.place);

function chargeColumns(t: Messages, format: Format): Column<NumberedCharge>[] {
  return [
    {
      id: 'start',
      header: t.subscriptions.chargeStart,
      width: '7rem',
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
      width: '7.5rem',
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
          <InvoiceLink row={row} />
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
