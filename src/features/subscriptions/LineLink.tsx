import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import type { SubscriptionCharge } from '../../api/dashboard';
import { useMessages } from '../../ui/language';
import styles from './tables.module.css';

/** The way to a line and its reasons, on the invoice that holds it or will. Its name says the line where its text does not. */
export function LineLink({
  charge: { invoice, number },
  subscriptionId,
  children,
}: {
  charge: SubscriptionCharge;
  subscriptionId: string;
  children?: ReactNode;
}) {
  const t = useMessages();
  const path = invoice.id === null ? `estimates/${invoice.kind.toLowerCase()}` : `invoices/${invoice.id}`;
  return (
    <Link
      className={styles.link}
      to={`/billing/${path}?line=${encodeURIComponent(`${subscriptionId}:${number}`)}`}
      aria-label={children === undefined ? t.subscriptions.lineOn(number, invoice.id) : undefined}
    >
      {children ?? (invoice.id === null ? t.subscriptions.onEstimate : t.subscriptions.onInvoice(invoice.id))}
    </Link>
  );
}
