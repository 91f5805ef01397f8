import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router-dom';
import { RefusalError } from '../../api/client';
import { publisherQuery } from '../../api/queries';
import { PageSkeleton, QueryState } from '../../ui/QueryState';
import { CarriedPurchase } from './CarriedPurchase';
import { carriedFacts } from './carried-facts';
import { LivePurchase } from './LivePurchase';

/** The publisher's own site, where a marketplace purchase is set up; here a person plays the publisher's part (S2-12). */
export function PublisherPage() {
  const { code = '' } = useParams();
  const [search] = useSearchParams();
  const query = useQuery(publisherQuery(code));
  const facts = carriedFacts(search);
  const elsewhere = query.error instanceof RefusalError && query.error.status === 404;
  if (elsewhere && facts) return <CarriedPurchase key={code} authorizationCode={code} facts={facts} />;
  return (
    <QueryState query={query} skeleton={<PageSkeleton />}>
      {(purchase) => <LivePurchase purchase={purchase} />}
    </QueryState>
  );
}
