import { cancelDetailsDialog } from '../features/subscriptions/cancel-details';
import { preloadPanels } from '../features/subscriptions/terms/panels';
import { preloadFilter } from '../ui/FilterGroup';
import { lazyPart } from '../ui/lazy-part';
import { preloadWorld } from './host';

/** Every screen, in a chunk per area. Named here once: the routes open them, the start fetches the rest when idle. */
export const pages = {
  customers: lazyPart(async () => (await import('../features/customers/CustomersPage')).CustomersPage),
  customer: lazyPart(async () => (await import('../features/customers/CustomerLayout')).CustomerLayout),
  subscriptions: lazyPart(async () => (await import('../features/subscriptions/SubscriptionsPage')).SubscriptionsPage),
  subscription: lazyPart(async () => (await import('../features/subscriptions/SubscriptionPage')).SubscriptionPage),
  allSubscriptions: lazyPart(
    async () => (await import('../features/subscriptions/AllSubscriptionsPage')).AllSubscriptionsPage,
  ),
  deadlines: lazyPart(async () => (await import('../features/deadlines/DeadlinesPage')).DeadlinesPage),
  allDeadlines: lazyPart(async () => (await import('../features/deadlines/AllDeadlinesPage')).AllDeadlinesPage),
  renewals: lazyPart(async () => (await import('../features/renewals/RenewalsPage')).RenewalsPage),
  allRenewals: lazyPart(async () => (await import('../features/renewals/AllRenewalsPage')).AllRenewalsPage),
  serviceRequests: lazyPart(async () => (await import('../features/support/ServiceRequestsPage')).ServiceRequestsPage),
  newRequest: lazyPart(async () => (await import('../features/support/NewRequestPage')).NewRequestPage),
  request: lazyPart(async () => (await import('../features/support/RequestPage')).RequestPage),
  catalog: lazyPart(async () => (await import('../features/catalog/CatalogPage')).CatalogPage),
  review: lazyPart(async () => (await import('../features/cart/ReviewPage')).ReviewPage),
  confirmation: lazyPart(async () => (await import('../features/cart/ConfirmationPage')).ConfirmationPage),
  orders: lazyPart(async () => (await import('../features/customers/OrdersPage')).OrdersPage),
  reservations: lazyPart(async () => (await import('../features/customers/ReservationsPage')).ReservationsPage),
  software: lazyPart(async () => (await import('../features/customers/SoftwarePage')).SoftwarePage),
  account: lazyPart(async () => (await import('../features/customers/AccountPage')).AccountPage),
  billing: lazyPart(async () => (await import('../features/billing/BillingPage')).BillingPage),
  invoice: lazyPart(async () => (await import('../features/billing/InvoicePage')).InvoicePage),
  publisher: lazyPart(async () => (await import('../features/publisher/PublisherPage')).PublisherPage),
  home: lazyPart(async () => (await import('../features/home/HomePage')).HomePage),
};

/** What opens over the screens. */
export const simulationPanel = lazyPart(
  async () => (await import('../features/simulation/SimulationPanel')).SimulationPanel,
);
export const helpDialog = lazyPart(async () => (await import('../features/account/HelpDialog')).HelpDialog);

/** The menus of the header: the frame is drawn without them. */
export const settingsMenu = lazyPart(async () => (await import('../features/account/SettingsMenu')).SettingsMenu);
export const profileMenu = lazyPart(async () => (await import('../features/account/ProfileMenu')).ProfileMenu);

/** The screens that an address will need, so that their chunks travel while the simulation starts. */
function pagesFor(path: string): (keyof typeof pages)[] {
  if (path === '/') return ['home'];
  if (path === '/customers') return ['customers'];
  if (path === '/subscriptions') return ['allSubscriptions'];
  if (path === '/deadlines') return ['allDeadlines'];
  if (path === '/renewals') return ['allRenewals'];
  if (path === '/billing') return ['billing'];
  if (path.startsWith('/billing/')) return ['invoice'];
  if (path.startsWith('/publisher/')) return ['publisher'];
  const part = /^\/customers\/[^/]+\/?([^/]*)(\/[^/]+)?/.exec(path);
  if (!part) return [];
  switch (part[1]) {
    case 'subscriptions':
      return ['customer', part[2] ? 'subscription' : 'subscriptions'];
    case 'service-requests':
      return ['customer', 'serviceRequests'];
    case 'support':
      return ['customer', part[2] === '/new' ? 'newRequest' : 'request'];
    case 'deadlines':
    case 'renewals':
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
    simulationPanel.preload,
    helpDialog.preload,
    preloadFilter,
    preloadPanels,
    cancelDetailsDialog.preload,
    () => import('../i18n/messages/sv'),
    () => import('../i18n/csv'),
  ];
  for (const load of rest) {
    await idle();
    // What cannot be fetched now is fetched, and its failure shown, when somebody asks for it.
    await Promise.allSettled([load()]);
  }
  // What prints invoices weighs as much as all screens, and few visits print.
  await new Promise((resolve) => setTimeout(resolve, PRINTING_AFTER));
  await Promise.allSettled([preloadWorld()]);
}

/** Milliseconds that a visit lasts before the printing is fetched for it; who prints earlier has it fetched at once. */
const PRINTING_AFTER = 15_000;

function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 2000 });
    else setTimeout(resolve, 100);
  });
}
