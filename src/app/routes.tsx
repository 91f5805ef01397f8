import { Suspense } from 'react';
import { Link, Navigate, Route, Routes, useLocation, useParams } from 'react-router-dom';
import { useMessages } from '../ui/language';
import { Page } from '../ui/Page';
import type { LazyPart } from '../ui/lazy-part';
import { PageSkeleton } from '../ui/QueryState';
import { CrashBoundary } from './CrashBoundary';
import { CrashScreen } from './CrashScreen';
import { pages } from './pages';

/** One screen in its own boundary: what breaks inside leaves the frame standing. */
function Screen({ page }: { page: LazyPart<object> }) {
  const { key } = useLocation();
  return (
    <CrashBoundary resetKey={key} renderFallback={(error, retry) => <CrashScreen error={error} onRetry={retry} />}>
      <Suspense fallback={<PageSkeleton />}>
        <page.Part />
      </Suspense>
    </CrashBoundary>
  );
}

export function AppRoutes() {
  return (
    <Routes>
      <Route index element={<Screen page={pages.home} />} />
      <Route path="customers" element={<Screen page={pages.customers} />} />
      <Route path="customers/:customerId" element={<Screen page={pages.customer} />}>
        <Route index element={<Navigate to="subscriptions" replace />} />
        <Route path="subscriptions" element={<Screen page={pages.subscriptions} />} />
        <Route path="subscriptions/:subscriptionId" element={<Screen page={pages.subscription} />} />
        <Route path="deadlines" element={<Screen page={pages.deadlines} />} />
        <Route path="renewals" element={<Screen page={pages.renewals} />} />
        <Route path="service-requests" element={<Screen page={pages.serviceRequests} />} />
        <Route path="support/new" element={<Screen page={pages.newRequest} />} />
        <Route path="support/:requestId" element={<Screen page={pages.request} />} />
        <Route path="orders" element={<Screen page={pages.orders} />} />
        <Route path="reservations" element={<Screen page={pages.reservations} />} />
        <Route path="software" element={<Screen page={pages.software} />} />
        <Route path="account" element={<Screen page={pages.account} />} />
        <Route path="catalog" element={<Navigate to="online-services" replace />} />
        <Route path="catalog/:tab" element={<CatalogScreen />} />
        <Route path="review" element={<Screen page={pages.review} />} />
        <Route path="confirmation/:cartId" element={<Screen page={pages.confirmation} />} />
        <Route path="*" element={<NotFound />} />
      </Route>
      <Route path="subscriptions" element={<Screen page={pages.allSubscriptions} />} />
      <Route path="deadlines" element={<Screen page={pages.allDeadlines} />} />
      <Route path="renewals" element={<Screen page={pages.allRenewals} />} />
      <Route path="billing" element={<Screen page={pages.billing} />} />
      <Route path="billing/invoices/:invoiceId" element={<Screen page={pages.invoice} />} />
      {['recurring', 'onetime'].map((kind) => (
        <Route key={kind} path={`billing/estimates/${kind}`} element={<Screen page={pages.invoice} />} />
      ))}
      <Route path="publisher/:code" element={<Screen page={pages.publisher} />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}

const TABS = ['online-services', 'software', 'azure'];

function CatalogScreen() {
  const { tab = '' } = useParams();
  return TABS.includes(tab) ? <Screen page={pages.catalog} /> : <NotFound />;
}

function NotFound() {
  const t = useMessages();
  return (
    <Page title={t.common.notFoundTitle}>
      <p>{t.common.notFoundText}</p>
      <p>
        <Link to="/">{t.shell.home}</Link>
      </p>
    </Page>
  );
}
