import { Badge } from '@fluentui/react-components';
import { Link } from 'react-router-dom';
import type { SubscriptionRow } from '../../api/dashboard';
import type { Format } from '../../i18n/format';
import type { Messages } from '../../i18n/messages/en';
import type { Column } from '../../ui/DataTable';
import { useMessages } from '../../ui/language';
import { StatusBadge } from '../../ui/StatusBadge';
import { DateText } from '../../ui/Time';
import { CopyableText } from '../../ui/CopyableText';
import styles from './lists.module.css';
import { customerPath, subscriptionPath } from './paths';
import { PublisherSiteLink } from './PublisherSiteLink';

/** The columns of one customer's list (portal 4.1). */
export function subscriptionColumns(t: Messages, format: Format): Column<SubscriptionRow>[] {
  return [
    {
      id: 'name',
      header: t.subscriptions.subscription,
      rowHeader: true,
      sortable: true,
      cell: (row) => <NameCell row={row} />,
    },
    {
      id: 'status',
      header: t.subscriptions.status,
      sortable: true,
      width: '8.75rem',
      cell: (row) => <StatusCell row={row} />,
    },
    {
      id: 'quantity',
      header: t.subscriptions.quantity,
      sortable: true,
      align: 'end',
      width: '6.75rem',
      cell: (row) => (row.quantity === null ? null : format.number(row.quantity)),
    },
    {
      id: 'endsOn',
      header: t.subscriptions.endDate,
      sortable: true,
      hideBelow: 'small',
      width: '8.5rem',
      cell: (row) => (row.endsOn ? <DateText on={row.endsOn} /> : t.subscriptions.noEnd),
    },
    {
      id: 'billingCycle',
      header: t.subscriptions.billingFrequency,
      hideBelow: 'small',
      width: '8.5rem',
      cell: (row) => t.subscriptions.cycle(row.billingCycle),
    },
    {
      id: 'autoRenew',
      header: t.subscriptions.autoRenew,
      hideBelow: 'medium',
      width: '6.5rem',
      cell: (row) => (row.autoRenew ? t.subscriptions.on : t.subscriptions.off),
    },
    {
      id: 'id',
      header: t.subscriptions.subscriptionId,
      sortable: true,
      hideBelow: 'medium',
      width: '13rem',
      cell: (row) => <CopyableText text={row.id} label={t.subscriptions.copyIdOf(row.name)} />,
    },
    {
      id: 'reseller',
      header: t.subscriptions.reseller,
      hideBelow: 'medium',
      width: '8.5rem',
      cell: (row) => row.reseller?.name,
    },
  ];
}

/** The same with whose subscription it is, for the list of the whole partner. */
export function partnerWideColumns(t: Messages, format: Format): Column<SubscriptionRow>[] {
  return subscriptionColumns(t, format).flatMap((column) => {
    switch (column.id) {
      case 'name':
        return [
          { ...column, cell: (row) => <NameCell row={row} withCustomer /> },
          {
            id: 'customer',
            header: t.subscriptions.customer,
            sortable: true,
            hideBelow: 'small',
            width: '11rem',
            cell: (row) => <CustomerLink row={row} />,
          },
        ];
      // The customer takes their room; they stand in the details.
      case 'billingCycle':
      case 'autoRenew':
        return [];
      default:
        return [column];
    }
  });
}

/** What the usage-based block shows: no licenses, no term. */
export function usageColumns(t: Messages): Column<SubscriptionRow>[] {
  return [
    {
      id: 'name',
      header: t.subscriptions.subscription,
      rowHeader: true,
      width: '40%',
      cell: (row) => <NameCell row={row} />,
    },
    { id: 'status', header: t.subscriptions.status, cell: (row) => <StatusCell row={row} /> },
    {
      id: 'id',
      header: t.subscriptions.subscriptionId,
      hideBelow: 'small',
      width: '36%',
      cell: (row) => <CopyableText text={row.id} label={t.subscriptions.copyIdOf(row.name)} />,
    },
  ];
}

/** `withCustomer`: names the customer where the table is too narrow for a column of customers. */
function NameCell({ row, withCustomer = false }: { row: SubscriptionRow; withCustomer?: boolean }) {
  return (
    <span className={styles.name}>
      <Link to={subscriptionPath(row)}>{row.name}</Link>
      {row.offerName !== row.name && <span className={styles.offer}>{row.offerName}</span>}
      {withCustomer && (
        <span className={styles.customer}>
          <CustomerLink row={row} />
        </span>
      )}
      <KindBadges row={row} />
    </span>
  );
}

function CustomerLink({ row }: { row: SubscriptionRow }) {
  return <Link to={customerPath(row.customerId, 'subscriptions')}>{row.customerName}</Link>;
}

/** Marks what is bought under other rules than the rest of the list. */
export function KindBadges({ row }: { row: Pick<SubscriptionRow, 'newCommerce' | 'isTrial' | 'isAddOn'> }) {
  const t = useMessages();
  if (!row.newCommerce && !row.isTrial && !row.isAddOn) return null;
  return (
    <span className={styles.badges}>
      {row.newCommerce && (
        <Badge appearance="outline" color="brand" shape="rounded">
          {t.subscriptions.newCommerce}
        </Badge>
      )}
      {row.isTrial && (
        <Badge appearance="outline" color="informative" shape="rounded">
          {t.subscriptions.trial}
        </Badge>
      )}
      {row.isAddOn && (
        <Badge appearance="outline" color="informative" shape="rounded">
          {t.subscriptions.addOn}
        </Badge>
      )}
    </span>
  );
}

function StatusCell({ row }: { row: SubscriptionRow }) {
  const t = useMessages();
  return (
    <span className={styles.status}>
      <StatusBadge status={row.status} />
      {row.statusNote && <span className={styles.statusNote}>{row.statusNote}</span>}
      {row.status === 'actionNeeded' && row.publisherLink && <PublisherSiteLink url={row.publisherLink.url} />}
      {row.cancel && (
        // Its row is named after the subscription: a name of its own would make the link to the page ambiguous.
        <Link to={`${subscriptionPath(row)}?cancel=1`}>{t.bulk.cancel}</Link>
      )}
    </span>
  );
}
