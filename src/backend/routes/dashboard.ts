/** The read models of the screens. What users see is decided here once, by the rules of the domain. */
import type { Confirmation, PublisherPage, Session } from '../../api/dashboard';
import { findByAuthorizationCode } from '../../domain/partner';
import { checkRole, type Action } from '../../domain/partner/roles';
import type { Call } from '../call';
import { ok, type Reply } from '../reply';
import { fault, verdictOf } from '../respond';
import { amount } from '../resources/amounts';
import { cartView } from '../resources/cart-view';
import { catalogPage } from '../resources/catalog-page';
import { deadlinesPage } from '../resources/deadlines';
import {
  customersPage,
  duePage,
  homeResource,
  ordersPage,
  purchasesPage,
  searchResource,
  subscriptionsPage,
} from '../resources/dashboard-lists';
import { renewalDays, renewalOptions, renewalsPage, upgradeOptions } from '../resources/renewals';
import { customerPage, subscriptionPage } from '../resources/subscription-page';
import { publisherLink, type Viewer } from '../resources/subscription-row';
import { formatInstant, type Instant } from '../../kernel/calendar';
import { withSubscription } from './subscriptions';
import type { BusinessRoutes } from './table';

const root = '/dashboard/v1';
const customer = `${root}/customers/:customerId`;

export function addDashboardRoutes(routes: BusinessRoutes): void {
  routes.add('GET', `${root}/home`, (call) =>
    guarded(call, () => ok(homeResource(call.state, viewer(call), call.language))),
  );
  routes.add('GET', `${root}/search`, (call) =>
    guarded(call, () => ok(searchResource(call.state, call.query('q') ?? '', call.language))),
  );
  routes.add('GET', `${root}/due`, (call) =>
    guarded(call, () => ok(duePage(call.state, Math.min(call.list().size, 1_000), call.language))),
  );
  routes.add('GET', `${root}/customers`, (call) =>
    guarded(call, () =>
      ok(customersPage(call.state, { ...call.list(), reseller: call.query('reseller') }, call.language)),
    ),
  );
  routes.add('GET', customer, (call) => ok(customerPage(call.world, call.customer(), call.user, call.language)));
  routes.add('GET', `${customer}/catalog`, (call) => ok(catalog(call)));
  routes.add('GET', `${customer}/cart`, (call) => ok(cartView(call.world, call.customer(), call.user, call.language)));
  routes.add('GET', `${customer}/carts/:cartId/confirmation`, confirmation);
  routes.add('GET', `${customer}/orders`, (call) => ok(ordersPage(call.state, call.customer().id, call.list())));
  routes.add('GET', `${customer}/software`, (call) => ok(purchasesPage(call.state, call.customer().id, 'software')));
  routes.add('GET', `${customer}/reservations`, (call) =>
    ok(purchasesPage(call.state, call.customer().id, 'reservation')),
  );
  routes.add('GET', `${customer}/subscriptions`, (call) =>
    ok(
      subscriptionsPage(
        call.state,
        { ...call.list(), status: call.query('status'), customerId: call.customer().id },
        viewer(call),
        call.language,
      ),
    ),
  );
  routes.add(
    'GET',
    `${customer}/subscriptions/:subscriptionId`,
    withSubscription((call, subscription) =>
      ok(subscriptionPage(call.world, call.records(), subscription, call.user, call.language)),
    ),
  );
  routes.add('GET', `${root}/subscriptions`, (call) =>
    guarded(call, () =>
      ok(subscriptionsPage(call.state, { ...call.list(), status: call.query('status') }, viewer(call), call.language)),
    ),
  );
  routes.add('GET', `${root}/deadlines`, (call) => guarded(call, () => ok(deadlines(call))));
  routes.add('GET', `${customer}/deadlines`, (call) => ok(deadlines(call, call.customer().id)));
  const one = `${customer}/subscriptions/:subscriptionId`;
  routes.add(
    'GET',
    `${one}/renewal`,
    withSubscription((call, subscription) => ok(renewalOptions(call.world, subscription, call.user, call.language))),
  );
  routes.add(
    'GET',
    `${one}/upgrade`,
    withSubscription((call, subscription) =>
      ok(upgradeOptions(call.state, subscription, call.world.now, call.user, call.language)),
    ),
  );
  routes.add('GET', `${root}/renewals`, (call) =>
    guarded(call, () => ok(renewalsPage(call.state, call.user, renewalFilter(call), call.language))),
  );
  routes.add('GET', `${customer}/renewals`, (call) =>
    ok(renewalsPage(call.state, call.user, renewalFilter(call, call.customer().id), call.language)),
  );
  routes.add('GET', `${root}/renewals/days`, (call) =>
    guarded(call, () => ok(renewalDays(call.state, renewalFilter(call)))),
  );
  routes.add('GET', `${customer}/renewals/days`, (call) =>
    ok(renewalDays(call.state, renewalFilter(call, call.customer().id))),
  );
  routes.add('GET', `${root}/publisher/:authorizationCode`, publisherPage);
}

function guarded(call: Call, answer: () => Reply): Reply {
  call.require('viewCustomers');
  return answer();
}

function viewer({ user, world }: Call): Viewer {
  return { user, now: world.now };
}

function deadlines(call: Call, customerId?: string) {
  const filter = { ...call.list(), kind: call.query('kind'), ...(customerId === undefined ? {} : { customerId }) };
  return deadlinesPage(call.state, call.world.now, call.user, filter, call.language);
}

function renewalFilter(call: Call, customerId?: string) {
  return {
    ...call.list(),
    kind: call.query('kind'),
    changed: call.query('changed'),
    from: call.query('from'),
    to: call.query('to'),
    ...(customerId === undefined ? {} : { customerId }),
  };
}

function catalog(call: Call) {
  const tab = call.query('tab');
  return catalogPage(
    call.state,
    call.customer(),
    {
      ...call.list(),
      tab: tab === 'software' || tab === 'azure' ? tab : 'onlineServices',
      ...optional('publisher', call.query('publisher')),
      ...optional('billingType', call.query('billingType')),
      ...optional('category', call.query('category')),
      ...optional('segment', call.query('segment')),
      ...optional('productType', call.query('productType')),
    },
    call.language,
  );
}

function optional<Name extends string>(name: Name, value: string | undefined): Partial<Record<Name, string>> {
  return value === undefined ? {} : ({ [name]: value } as Record<Name, string>);
}

function confirmation(call: Call): Reply {
  const owner = call.customer();
  const cart = call.state.carts.get(call.id('cartId'));
  if (!cart || cart.customerId !== owner.id || cart.orderIds.length === 0) {
    return call.refuse({ type: 'CartNotFound', cartId: call.param('cartId') });
  }
  const body: Confirmation = {
    orders: cart.orderIds.flatMap((id) => {
      const order = call.state.orders.get(id);
      if (!order) return [];
      const lines = order.lines.map((line) => {
        const subscription = call.state.subscriptions.get(line.subscriptionId);
        const personalLink = subscription && publisherLink(subscription);
        const [first] = call.state.charges.get(line.subscriptionId) ?? [];
        return {
          lineItemNumber: line.number,
          title: subscription?.friendlyName ?? line.title,
          quantity: subscription?.quantity ?? null,
          subscriptionId: line.subscriptionId,
          ...(personalLink ? { publisherLink: personalLink } : {}),
          firstCharge: first ? amount(first.amount) : null,
        };
      });
      return [{ id: order.id, createdAt: formatInstant(order.createdAt), status: 'completed', lines }];
    }),
  };
  return ok(body);
}

function publisherPage(call: Call): Reply {
  const subscription = findByAuthorizationCode(call.state, call.param('authorizationCode'));
  if (!subscription?.setUp) {
    return call.refuse({ type: 'AuthorizationCodeUnknown', authorizationCode: call.param('authorizationCode') });
  }
  const offer = call.state.catalog.item(subscription.catalogItemId);
  const { licensesAssignedAt, confirmedAt, authorizationCode } = subscription.setUp;
  const text = (at: Instant | null) => (at === null ? null : formatInstant(at));
  const body: PublisherPage = {
    authorizationCode,
    publisherName: offer?.publisher.name ?? '',
    offerName: offer?.title ?? '',
    customerName: call.state.customers.get(subscription.customerId)?.companyName ?? '',
    customerId: subscription.customerId,
    subscriptionId: subscription.id,
    quantity: subscription.quantity,
    licensesAssignedAt: text(licensesAssignedAt),
    confirmedAt: text(confirmedAt),
  };
  return ok(body);
}

/** Who is signed in where; the rest of the session comes from the host of the world. */
export function sessionResource(call: Call, scenario: Session['scenario'], notices: Session['notices']): Session {
  const { partner, users } = call.state;
  const verdict = (action: Action) => verdictOf(checkRole(call.user, action), call.language);
  const { resellers: _resellers, ...shown } = partner;
  return {
    partner: shown,
    user: { id: call.user.id, name: call.user.name, roles: [...call.user.roles] },
    users: users.map(({ id, name, roles }) => ({ id, name, roles: [...roles] })),
    scenario,
    permissions: {
      viewCustomers: verdict('viewCustomers'),
      exportCustomers: verdict('exportCustomers'),
      buy: verdict('buy'),
      manageSubscriptions: verdict('manageSubscription'),
    },
    notices,
  };
}

/** The answer where a route needs the whole request but the path is none of ours. */
export function unknownPath(path: string): Reply {
  return fault(404, 1000, `Not found: ${path}`);
}
