import { useQuery } from '@tanstack/react-query';
import { softwareQuery } from '../../api/queries';
import { useMessages } from '../../ui/language';
import { useCustomer } from './customer-context';
import { PurchaseList } from './PurchaseList';

/** The software that was bought for the customer (portal 8.2). */
export function SoftwarePage() {
  const t = useMessages();
  const customer = useCustomer();
  return (
    <PurchaseList
      title={t.customers.pages.software}
      query={useQuery(softwareQuery(customer.id))}
      emptyTitle={t.customers.noSoftwareTitle}
      emptyText={t.customers.noSoftwareText}
    />
  );
}
