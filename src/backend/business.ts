/** The routes that need nothing but a world: the documented API and the read models. */
import type { PartnerWorld } from '../domain/partner';
import { Call, InvalidRequest, type CallInput } from './call';
import type { Reply } from './reply';
import { fault } from './respond';
import { addBatchRoutes } from './routes/batch';
import { addCartRoutes } from './routes/carts';
import { addCatalogRoutes } from './routes/catalog';
import { addCustomerRoutes } from './routes/customers';
import { addDashboardRoutes, unknownPath } from './routes/dashboard';
import { addInvoiceRoutes } from './routes/invoices';
import { addOrderRoutes } from './routes/orders';
import { addPublisherRoutes } from './routes/publisher';
import { addServiceRequestRoutes } from './routes/service-requests';
import { addSubscriptionRoutes } from './routes/subscriptions';
import { addUpgradeRoutes } from './routes/upgrades';
import type { BusinessRoute } from './routes/table';
import { RouteTable, type Found } from './routing';
import type { LogReader } from './storage/store';

const routes = new RouteTable<BusinessRoute>();
addCustomerRoutes(routes);
addCatalogRoutes(routes);
addCartRoutes(routes);
addOrderRoutes(routes);
addSubscriptionRoutes(routes);
addUpgradeRoutes(routes);
addDashboardRoutes(routes);
addPublisherRoutes(routes);
addServiceRequestRoutes(routes);
addInvoiceRoutes(routes);
addBatchRoutes(routes, perform);

export function findBusinessRoute(method: string, path: string): Found<BusinessRoute> {
  return routes.find(method, path);
}

/** Runs one route; a badly formed request becomes its 400. */
export function runBusinessRoute(route: BusinessRoute, input: CallInput): Reply {
  try {
    return route(new Call(input));
  } catch (cause) {
    if (cause instanceof InvalidRequest) return cause.reply;
    throw cause;
  }
}

/** A request without HTTP around it: a scenario's step, or what a preview previews. */
export interface PlainRequest {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
}

/** Carries out a request on a world, in process and at once. */
export function perform(
  world: PartnerWorld,
  records: LogReader,
  userId: string,
  request: PlainRequest,
  headers: Headers = new Headers(),
): Reply {
  const base = 'http://world.invalid';
  // A scenario or a preview may name anything.
  if (!URL.canParse(request.path, base)) return unknownPath(request.path);
  const url = new URL(request.path, base);
  const found = findBusinessRoute(request.method.toUpperCase(), url.pathname);
  if (found.kind === 'unknown') return unknownPath(url.pathname);
  if (found.kind === 'wrongMethod') return wrongMethod(request.method, found.allow);
  const { params, handler } = found;
  return runBusinessRoute(handler, {
    world,
    records,
    userId,
    params,
    search: url.searchParams,
    headers,
    body: request.body,
  });
}

export function wrongMethod(method: string, allow: string): Reply {
  return { ...fault(405, 3000, `${method} is not supported here; use ${allow}.`), headers: { Allow: allow } };
}
