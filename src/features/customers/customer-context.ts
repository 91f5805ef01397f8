import { useOutletContext } from 'react-router-dom';
import type { CustomerPage } from '../../api/dashboard';

/** The customer whose pages are shown; only below `CustomerLayout`. */
export function useCustomer(): CustomerPage {
  return useOutletContext<CustomerPage>();
}

/** Where a customer's pages live. */
export function customerPath(customerId: string, page = ''): string {
  const path = `/customers/${encodeURIComponent(customerId)}`;
  return page ? `${path}/${page}` : path;
}
