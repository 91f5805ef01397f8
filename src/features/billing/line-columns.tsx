import { Link, useLocation } from 'react-router-dom';
import type { BilledLineRow } from '../../api/billing';
import type { Format } from '../../i18n/format';
import type { Messages } from '../../i18n/messages/en';
import { MoneyText } from '../../ui/Amounts';
import type { Column } from '../../ui/DataTable';
import { useMessages } from '../../ui/language';
import { DateText } from '../../ui/Time';
import { UnitPriceText } from '../../ui/UnitPriceText';
import { changeSearch } from '../../ui/url-state';
import styles from './Invoice.module.css';
import { lineText, subscriptionPath } from './links';

/**
 * The columns of Reconciliation lines. The unit price is the one of these days, as in the published tables
 * (decisions 29): times the quantity it is the amount.
 */
export function lineColumns(t: Messages, format: Format): Column<BilledLineRow>[] {
  return [
    {
      id: 'customer',
      header: t.billing.customer,
      width: '14%',
      hideBelow: 'small',
      cell: (row) => row.customerName,
    },
    {
      id: 'subscription',
      header: t.billing.subscription,
      rowHeader: true,
      cell: (row) => (
        <>
          <Link className={styles.name} to={subscriptionPath(row)}>
            {row.subscriptionName}
          </Link>
          <span className={styles.narrowOnly}>
            <span>{row.customerName}</span>
            <span lang="en">{row.chargeType}</span>
            <span>
              <DateText on={row.chargeStartDate} /> – <DateText on={row.chargeEndDate} />
            </span>
            <Explain row={row} />
          </span>
        </>
      ),
    },
    {
      id: 'chargeType',
      header: t.billing.chargeType,
      width: '15%',
      hideBelow: 'small',
      // An identifier of the files, English in every language.
      cell: (row) => (
        <>
          <span lang="en">{row.chargeType}</span>
          <span className={styles.explain}>
            <Explain row={row} />
          </span>
        </>
      ),
    },
    {
      id: 'start',
      header: t.billing.start,
      width: '8rem',
      hideBelow: 'small',
      cell: (row) => <DateText on={row.chargeStartDate} />,
    },
    {
      id: 'end',
      header: t.billing.end,
      width: '8rem',
      hideBelow: 'medium',
      cell: (row) => <DateText on={row.chargeEndDate} />,
    },
    {
      id: 'unitPrice',
      header: t.billing.unitPrice,
      align: 'end',
      width: '10.5rem',
      hideBelow: 'medium',
      cell: (row) => (
        <span className={styles.whole}>
          <UnitPriceText amount={row.effectiveUnitPrice} currency={row.amount.currency} />
        </span>
      ),
    },
    {
      id: 'quantity',
      header: t.billing.quantity,
      align: 'end',
      width: '5.5rem',
      hideBelow: 'medium',
      cell: (row) => format.number(row.quantity),
    },
    {
      id: 'amount',
      header: t.billing.amount,
      align: 'end',
      width: '8.5rem',
      cell: (row) => <LineAmount row={row} />,
    },
  ];
}

/** What is billed; beside it what it is priced at, where that is another currency. */
function LineAmount({ row }: { row: BilledLineRow }) {
  return (
    <>
      <MoneyText amount={row.subtotal} />
      {row.amount.currency !== row.subtotal.currency && (
        <span className={styles.note}>
          <MoneyText amount={row.amount} />
        </span>
      )}
    </>
  );
}

/** The way to a line's explanation; filters stay as they are. */
function Explain({ row }: { row: BilledLineRow }) {
  const t = useMessages();
  const { search } = useLocation();
  return (
    <Link
      className={styles.link}
      to={{ search: changeSearch(search, { line: lineText(row) }) }}
      aria-label={t.billing.explainLine(row.chargeType, row.subscriptionName, String(row.number))}
    >
      {t.billing.explain}
    </Link>
  );
}
