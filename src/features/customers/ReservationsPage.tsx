import { useQuery } from '@tanstack/react-query';
import { reservationsQuery } from '../../api/queries';
import { useMessages } from '../../ui/language';
import { useCustomer } from './customer-context';
import { PurchaseList } from './PurchaseList';

/** The Azure reservations that were bought for the customer. */
export function ReservationsPage() {
  const t = useMessages();
  const customer = useCustomer();
  return (
    <PurchaseList
      title={t.customers.pages.reservations}
      query={useQuery(reservationsQuery(customer.id))}
      emptyTitle={t.customers.noReservationsTitle}
      emptyText={t.customers.noReservationsText}
    />
  );
}
