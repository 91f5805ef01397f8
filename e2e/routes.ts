/** Every address of the site, in a world that has something to show at each. */
import type { BillingPage } from '../src/api/billing';
import type { Cart } from '../src/api/carts';
import type { SubscriptionPage } from '../src/api/dashboard';
import type { ServiceRequest } from '../src/api/service-requests';
import type { Messages } from '../src/i18n/messages/en';
import { expect, type World } from './fixtures';
import { ADATUM, CONTOSO, FOURTH_COFFEE, LITWARE } from './scenario';
import type { Page } from 'playwright/test';

export interface Stop {
  /** For people: what is to be seen there. */
  readonly what: string;
  readonly path: string;
  /** The heading of the screen. */
  readonly heading: (t: Messages) => string;
}

const UNKNOWN = '00000000-0000-4000-8000-000000000000';

/** Opens a world with a bit of everything. @returns where there is something to see. */
export async function openEverything(world: World): Promise<Stop[]> {
  await world.open();
  // Past the first of a month: what was bought before stands on an invoice.
  await world.buy(ADATUM, 'Microsoft 365 Business Basic', { quantity: 10 });
  await world.advance({ to: '2021-11-01T08:00:00Z' });
  const { invoices } = await world.call<BillingPage>('GET', '/dashboard/v1/billing');
  const number = invoices[0]?.id ?? '';
  const suspended = await world.buy(CONTOSO, 'Exchange Online Kiosk');
  const licensed = await world.buy(CONTOSO, 'Office 365 E3', { quantity: 25 });
  await world.buy(CONTOSO, 'Azure plan');
  await world.buy(CONTOSO, 'Windows Server 2022 - 1 User CAL');
  await world.buy(CONTOSO, 'Reserved Cosmos DB, 100 RU/s, EU West');
  await world.buy(CONTOSO, 'Visio Plan 2 Trial');
  await world.edit(CONTOSO, suspended.id, { status: 'suspended' });
  const waiting = await world.buy(CONTOSO, 'Brixholt Ledger Team');
  const { setUp } = await world.call<SubscriptionPage>(
    'GET',
    `/dashboard/v1/customers/{${CONTOSO}}/subscriptions/${waiting.id}`,
  );
  const bought = await fillCart(world, ['Microsoft 365 Business Basic', 'Brixholt Ledger Studio']);
  await world.call('POST', `/v1/customers/{${CONTOSO}}/carts/${bought}/checkout`);
  await fillCart(world, ['Microsoft 365 E5', 'Lindquarrel Wiki Writer'], 20_000);

  const request = await world.call<ServiceRequest>('POST', '/v1/servicerequests/en', {
    title: 'A refund',
    description: 'Licenses were bought twice.',
    severity: 'minimal',
    organization: { id: await world.customerId(CONTOSO) },
    primaryContact: { firstName: 'Anna', lastName: 'Admin', email: 'anna@example.com', phoneNumber: '030 5550110' },
    subscriptionId: licensed.id,
    reduceBy: 1,
  });

  const contoso = `/customers/${await world.customerId(CONTOSO)}`;
  const empty = `/customers/${await world.customerId(FOURTH_COFFEE)}`;
  const barred = `/customers/${await world.customerId(LITWARE)}`;
  const gone = (t: Messages): string => t.common.notFoundTitle;
  const catalog = (t: Messages): string => t.catalog.title;
  const subscriptions = (t: Messages): string => t.subscriptions.title;
  return [
    { what: 'home', path: '/', heading: (t) => t.home.title },
    { what: 'customers', path: '/customers', heading: (t) => t.customers.title },
    { what: 'no customer found', path: '/customers?search=zzz', heading: (t) => t.customers.title },
    { what: 'subscriptions of a customer', path: `${contoso}/subscriptions`, heading: subscriptions },
    {
      what: 'a licensed subscription',
      path: `${contoso}/subscriptions/${licensed.id}`,
      heading: () => 'Office 365 E3',
    },
    {
      what: 'a suspended subscription',
      path: `${contoso}/subscriptions/${suspended.id}`,
      heading: () => 'Exchange Online Kiosk',
    },
    {
      what: 'a subscription that waits for its publisher',
      path: `${contoso}/subscriptions/${waiting.id}`,
      heading: () => 'Brixholt Ledger Team',
    },
    { what: 'deadlines of a customer', path: `${contoso}/deadlines`, heading: (t) => t.deadlines.title },
    { what: 'calendar of a customer', path: `${contoso}/renewals`, heading: (t) => t.renewals.title },
    { what: 'renewals of a customer', path: `${contoso}/renewals?view=list`, heading: (t) => t.renewals.title },
    { what: 'service requests', path: `${contoso}/service-requests`, heading: (t) => t.support.requests },
    {
      what: 'a service request',
      path: `${contoso}/support/${request.id}`,
      heading: (t) => t.support.numbered(request.id),
    },
    {
      what: 'a new service request',
      path: `${contoso}/support/new?subscription=${licensed.id}`,
      heading: (t) => t.support.title,
    },
    { what: 'orders', path: `${contoso}/orders`, heading: (t) => t.customers.pages.orders },
    { what: 'reservations', path: `${contoso}/reservations`, heading: (t) => t.customers.pages.reservations },
    { what: 'software', path: `${contoso}/software`, heading: (t) => t.customers.pages.software },
    { what: 'account', path: `${contoso}/account`, heading: (t) => t.customers.pages.account },
    { what: 'catalog', path: `${contoso}/catalog/online-services`, heading: catalog },
    {
      what: 'catalog of what cannot be bought',
      path: `${contoso}/catalog/online-services?search=ledger`,
      heading: catalog,
    },
    { what: 'catalog of software', path: `${contoso}/catalog/software`, heading: catalog },
    { what: 'catalog of Azure', path: `${contoso}/catalog/azure`, heading: catalog },
    { what: 'review of a cart with an error', path: `${contoso}/review`, heading: (t) => t.cart.reviewTitle },
    { what: 'confirmation', path: `${contoso}/confirmation/${bought}`, heading: (t) => t.cart.confirmationTitle },
    { what: 'all subscriptions', path: '/subscriptions', heading: subscriptions },
    { what: 'all deadlines', path: '/deadlines', heading: (t) => t.deadlines.title },
    { what: 'no deadline found', path: '/deadlines?search=zzz', heading: (t) => t.deadlines.title },
    { what: 'calendar of all', path: '/renewals?month=2021-11', heading: (t) => t.renewals.title },
    { what: 'all renewals', path: '/renewals?view=list', heading: (t) => t.renewals.title },
    { what: 'no renewal found', path: '/renewals?view=list&search=zzz', heading: (t) => t.renewals.title },
    { what: 'billing', path: '/billing', heading: (t) => t.billing.title },
    {
      what: 'an invoice',
      path: `/billing/invoices/${number}`,
      heading: (t) => t.billing.numbered(number),
    },
    {
      what: 'no line found',
      path: `/billing/invoices/${number}?search=zzz`,
      heading: (t) => t.billing.numbered(number),
    },
    { what: 'an estimate', path: '/billing/estimates/onetime', heading: (t) => t.billing.estimateOf.OneTime },
    {
      what: 'publisher',
      path: `/publisher/${setUp?.authorizationCode}`,
      heading: (t) => t.publisher.title('Brixholt Software'),
    },
    { what: 'a customer without subscriptions', path: `${empty}/subscriptions`, heading: subscriptions },
    { what: 'a customer without orders', path: `${empty}/orders`, heading: (t) => t.customers.pages.orders },
    {
      what: 'a customer without service requests',
      path: `${empty}/service-requests`,
      heading: (t) => t.support.requests,
    },
    { what: 'no cart', path: `${empty}/review`, heading: (t) => t.cart.reviewTitle },
    { what: 'a customer without agreement', path: `${barred}/account`, heading: (t) => t.customers.pages.account },
    { what: 'a catalog that nothing is sold from', path: `${barred}/catalog/online-services`, heading: catalog },
    { what: 'an address that is none', path: '/nowhere', heading: gone },
    { what: 'an invoice that is not there', path: '/billing/invoices/G000000000', heading: gone },
    { what: 'a subscription that is not there', path: `${contoso}/subscriptions/${UNKNOWN}`, heading: gone },
  ];
}

/** @returns the id of a cart with these offers; the last one in this quantity. */
async function fillCart(world: World, titles: readonly string[], quantity = 1): Promise<string> {
  const lineItems = [];
  for (const [id, title] of titles.entries()) {
    const offer = await world.offer(CONTOSO, title);
    const [term] = offer.terms;
    lineItems.push({
      id,
      catalogItemId: offer.catalogItemId,
      quantity: id === titles.length - 1 ? quantity : 1,
      billingCycle: term?.billingCycle,
      termDuration: term?.termDuration,
    });
  }
  return (await world.call<Cart>('POST', `/v1/customers/{${CONTOSO}}/carts`, { lineItems })).id;
}

/** Waits until a screen shows what it has to show. */
export async function settle(page: Page, heading?: string): Promise<void> {
  await expect(
    page.getByRole('heading', { level: 1, ...(heading === undefined ? {} : { name: heading }) }),
  ).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}
