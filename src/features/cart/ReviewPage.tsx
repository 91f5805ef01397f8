import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import type { CartView } from '../../api/dashboard';
import { cartQuery, customerQuery } from '../../api/queries';
import { EmptyState } from '../../ui/EmptyState';
import { useMessages } from '../../ui/language';
import { Page } from '../../ui/Page';
import { PageSkeleton, QueryState, TableSkeleton } from '../../ui/QueryState';
import { OpenCart } from './OpenCart';

/** The cart before it is bought (S0-24): change, remove, see what it costs, and buy. */
export function ReviewPage() {
  const t = useMessages();
  const { customerId = '' } = useParams();
  const customer = useQuery(customerQuery(customerId));
  const cart = useQuery(cartQuery(customerId));
  // While it is being bought the cart stays as it was shown: when the answer gets lost the world may have no open cart
  // any more, and "Try again" must still be there to fetch the answer.
  const [beingBought, setBeingBought] = useState<CartView>();
  const customerPath = `/customers/${encodeURIComponent(customerId)}`;
  const catalogPath = `${customerPath}/catalog/online-services`;
  const shop = <Link to={catalogPath}>{t.cart.continueShopping}</Link>;
  return (
    <QueryState query={customer} skeleton={<PageSkeleton />}>
      {({ companyName }) => (
        <Page
          title={t.cart.reviewTitle}
          breadcrumbs={[
            { label: t.cart.customers, to: '/customers' },
            { label: companyName, to: `${customerPath}/subscriptions` },
            { label: t.catalog.title, to: catalogPath },
          ]}
        >
          <QueryState query={cart} skeleton={<TableSkeleton rows={4} />}>
            {(current) => {
              const view = beingBought ?? current;
              if (!view.cart) {
                return <EmptyState title={t.cart.noCartTitle} text={t.cart.noCartText} action={shop} />;
              }
              return (
                <OpenCart
                  key={view.cart.id}
                  customerId={customerId}
                  cart={view.cart}
                  view={view}
                  onBuying={(isBuying) => setBeingBought(isBuying ? view : undefined)}
                />
              );
            }}
          </QueryState>
        </Page>
      )}
    </QueryState>
  );
}
