import { CartRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { Link, NavLink, Outlet, useParams } from 'react-router-dom';
import { RefusalError } from '../../api/client';
import type { CustomerPage } from '../../api/dashboard';
import { customerQuery } from '../../api/queries';
import type { Messages } from '../../i18n/messages/en';
import { EmptyState } from '../../ui/EmptyState';
import { useMessages } from '../../ui/language';
import { Page } from '../../ui/Page';
import { PageSkeleton, QueryState } from '../../ui/QueryState';
import { customerPath } from './customer-context';
import styles from './CustomerLayout.module.css';

/** In the order of Partner Center's own menu (portal 2.3). */
const PAGES: { page: string; label: (t: Messages) => string }[] = [
  { page: 'subscriptions', label: (t) => t.customers.pages.subscriptions },
  { page: 'deadlines', label: (t) => t.deadlines.title },
  { page: 'renewals', label: (t) => t.renewals.title },
  { page: 'orders', label: (t) => t.customers.pages.orders },
  { page: 'reservations', label: (t) => t.customers.pages.reservations },
  { page: 'software', label: (t) => t.customers.pages.software },
  { page: 'service-requests', label: (t) => t.support.requests },
  { page: 'account', label: (t) => t.customers.pages.account },
];

/** Partner Center answers 403 for a customer that is not there as for one that is not the partner's; the code tells. */
const CUSTOMER_NOT_FOUND = 20002;

/** What stands above every page of one customer: the name, the way to its other pages, the open cart (portal 2.3). */
export function CustomerLayout() {
  const { customerId = '' } = useParams();
  const query = useQuery(customerQuery(customerId));
  const { error } = query;
  if (error instanceof RefusalError && error.fault.code === CUSTOMER_NOT_FOUND) {
    return <UnknownCustomer text={error.message} />;
  }
  return (
    <QueryState query={query} skeleton={<PageSkeleton />}>
      {(customer) => (
        <div className={styles.layout}>
          <CustomerHeader customer={customer} />
          <Outlet context={customer} />
        </div>
      )}
    </QueryState>
  );
}

function UnknownCustomer({ text }: { text: string }) {
  const t = useMessages();
  return (
    <Page title={t.common.notFoundTitle}>
      <EmptyState
        title={t.common.notFoundTitle}
        text={text}
        action={<Link to="/customers">{t.customers.title}</Link>}
      />
    </Page>
  );
}

function CustomerHeader({ customer }: { customer: CustomerPage }) {
  const t = useMessages();
  const lines = customer.cart?.lines ?? 0;
  return (
    <div className={styles.header}>
      <div className={styles.who}>
        <div className={styles.names}>
          <span className={styles.name}>{customer.companyName}</span>
          <span className={styles.domain}>{customer.domain}</span>
        </div>
        {lines > 0 && (
          <Link className={styles.cart} to={customerPath(customer.id, 'review')}>
            <CartRegular aria-hidden="true" />
            {t.customers.cart(lines)}
          </Link>
        )}
      </div>
      <nav aria-label={customer.companyName} className={styles.nav}>
        <ul>
          {PAGES.map(({ page, label }) => (
            <li key={page}>
              <NavLink to={customerPath(customer.id, page)}>{label(t)}</NavLink>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
