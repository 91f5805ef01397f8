import { lazyPage } from './lazy-page';

/** Every screen, in a chunk per area. Named here once: the routes open them, the start fetches the rest when idle. */
export const pages = {
  customers: lazyPage(async () => (await import('../features/customers/CustomersPage')).CustomersPage),
  customer: lazyPage(async () => (await import('../features/customers/CustomerLayout')).CustomerLayout),
  subscriptions: lazyPage(async () => (await import('../features/subscriptions/SubscriptionsPage')).SubscriptionsPage),
  subscription: lazyPage(async () => (await import('../features/subscriptions/SubscriptionPage')).SubscriptionPage),
  allSubscriptions: lazyPage(
    async () => (await import('../features/subscriptions/AllSubscriptionsPage')).AllSubscriptionsPage,
  ),
  catalog: lazyPage(async () => (await import('../features/catalog/CatalogPage')).CatalogPage),
  review: lazyPage(async () => (await import('../features/cart/ReviewPage')).ReviewPage),
  confirmation: lazyPage(async () => (await import('../features/cart/ConfirmationPage')).ConfirmationPage),
  orders: lazyPage(async () => (await import('../features/customers/OrdersPage')).OrdersPage),
  reservations: lazyPage(async () => (await import('../features/customers/ReservationsPage')).ReservationsPage),
  software: lazyPage(async () => (await import('../features/customers/SoftwarePage')).SoftwarePage),
  account: lazyPage(async () => (await import('../features/customers/AccountPage')).AccountPage),
  publisher: lazyPage(async () => (await import('../features/publisher/PublisherPage')).PublisherPage),
  home: lazyPage(async () => (await import('../features/home/HomePage')).HomePage),
};

/** The screens that an address will need, so that their chunks travel while the simulation starts. */
function pagesFor(path: string): (keyof typeof pages)[] {
  if (path === '/') return ['home'];
  if (path === '/customers') return ['customers'];
  if (path === '/subscriptions') return ['allSubscriptions'];
  if (path.startsWith('/publisher/')) return ['publisher'];
  const part = /^\/customers\/[^/]+\/?([^/]*)(\/[^/]+)?/.exec(path);
  if (!part) return [];
  switch (part[1]) {
    case 'subscriptions':
      return ['customer', part[2] ? 'subscription' : 'subscriptions'];
    case 'orders':
    case 'reservations':
    case 'software':
    case 'account':
    case 'catalog':
    case 'review':
    case 'confirmation':
      return ['customer', part[1]];
    default:
      return ['customer', 'subscriptions'];
  }
}

/** Starts fetching the chunks of the first screen. A failure shows when the screen is rendered, with Retry. */
export function preloadFirst(): void {
  const base = import.meta.env.BASE_URL.replace(/\/$/, '');
  const path = window.location.pathname.slice(base.length) || '/';
  void Promise.allSettled(pagesFor(path).map((name) => pages[name].preload()));
}

/** Everything else that the site may need, fetched one after the other: from then on it goes on without a network. */
export async function preloadRest(): Promise<void> {
  const rest: (() => Promise<unknown>)[] = [
    ...Object.values(pages).map((page) => page.preload),
    () => import('../features/simulation/SimulationPanel'),
    () => import('../features/account/HelpDialog'),
    () => import('../i18n/messages/sv'),
    () => import('papaparse'),
  ];
  for (const load of rest) {
    await idle();
    // What cannot be fetched now is fetched, and its failure shown, when somebody asks for it.
    await Promise.allSettled([load()]);
  }
}

function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 2000 });
    else setTimeout(resolve, 100);
  });
}
