/** A server in process and a client that talks to it with `Request` objects: what the back-end tests are written with. */
import type { CustomerRow, Page } from '../api/dashboard';
import type { Order } from '../api/orders';
import type { HistoryEvent } from '../api/simulation';
import type { FaultBody } from '../api/wire';
import { catalogItemIdOf } from '../domain/catalog/offer';
import { STANDARD_CATALOG } from '../domain/catalog/standard';
import { readFonts } from './hosts/node/fonts';
import { createServer, type Server, type ServerOptions } from './server';
import { memoryStore } from './storage/memory';

export interface Answer<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** What the caller says it is; the tests check it. */
  readonly body: Body;
}

export type Sent = Record<string, string>;

/** One caller of one server. Paths are as a client writes them; bodies become JSON, text goes out as it is. */
export class Client {
  readonly server: Server;
  readonly #headers: Sent;

  constructor(server: Server, headers: Sent = {}) {
    this.server = server;
    this.#headers = headers;
  }

  /** The same server with more headers on every request. */
  with(headers: Sent): Client {
    return new Client(this.server, { ...this.#headers, ...headers });
  }

  async send<Body = FaultBody>(
    method: string,
    path: string,
    body?: unknown,
    headers: Sent = {},
  ): Promise<Answer<Body>> {
    const init: RequestInit = { method, headers: { ...this.#headers, ...headers } };
    if (body !== undefined) init.body = typeof body === 'string' ? body : JSON.stringify(body);
    const response = await this.server.handle(new Request(new URL(path, 'http://partner.test'), init));
    const text = await response.text();
    const isJson = response.headers.get('Content-Type')?.includes('json') ?? false;
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: (isJson && text !== '' ? JSON.parse(text) : undefined) as Body,
    };
  }

  /** Sends and expects a certain status; the answer's text explains a failure. */
  async expect<Body>(status: number, method: string, path: string, body?: unknown, headers?: Sent): Promise<Body> {
    const answer = await this.send<Body>(method, path, body, headers);
    if (answer.status !== status) {
      throw new Error(`${method} ${path}: ${answer.status} instead of ${status}: ${answer.text.slice(0, 600)}`);
    }
    return answer.body;
  }

  get<Body>(path: string, headers?: Sent): Promise<Body> {
    return this.expect<Body>(200, 'GET', path, undefined, headers);
  }

  post<Body>(path: string, body?: unknown, status = 201): Promise<Body> {
    return this.expect<Body>(status, 'POST', path, body);
  }

  put<Body>(path: string, body: unknown): Promise<Body> {
    return this.expect<Body>(200, 'PUT', path, body);
  }

  patch<Body>(path: string, body: unknown): Promise<Body> {
    return this.expect<Body>(200, 'PATCH', path, body);
  }

  /** A refusal: its status and code, and the fault itself to look into. */
  async refused(method: string, path: string, body?: unknown, headers?: Sent): Promise<FaultBody & { status: number }> {
    const answer = await this.send(method, path, body, headers);
    if (answer.status < 400) throw new Error(`${method} ${path} was not refused: ${answer.status}`);
    return { status: answer.status, ...answer.body };
  }

  /** The id of a customer, by a part of its name. */
  async customer(name: string): Promise<string> {
    const { items } = await this.get<Page<CustomerRow>>(`/dashboard/v1/customers?search=${encodeURIComponent(name)}`);
    const [found] = items;
    if (!found) throw new Error(`No customer ${name}`);
    return found.id;
  }

  async order(customerId: string, lines: OrderLineDraft[]): Promise<Order> {
    return this.post<Order>(`/v1/customers/${customerId}/orders`, { lineItems: lines.map(orderLine) });
  }

  async advance(move: { by?: string; to?: string; toNextDue?: true }): Promise<string> {
    return (await this.expect<{ now: string }>(200, 'POST', '/simulation/v1/clock/advance', move)).now;
  }

  async signIn(userId: string): Promise<void> {
    await this.put('/simulation/v1/identity', { userId });
  }

  async history(after = 0): Promise<HistoryEvent[]> {
    return this.get<HistoryEvent[]>(`/simulation/v1/history?after=${after}&size=100000`);
  }

  /** Everything that can be read of a world, for comparing two of them. */
  async everything(): Promise<Record<string, string>> {
    const seen: Record<string, string> = {};
    const read = async (path: string) => {
      const answer = await this.send(`GET`, path);
      seen[path] = `${answer.status} ${answer.text}`;
      return answer.body as unknown;
    };
    await read('/simulation/v1/clock');
    await read('/simulation/v1/history?size=100000');
    await read('/simulation/v1/identity');
    await read('/dashboard/v1/home');
    await read('/dashboard/v1/due?size=1000');
    await read('/v1/servicerequests');
    const { items } = (await read('/v1/customers')) as { items: { id: string }[] };
    for (const { id } of items) {
      await read(`/v1/customers/${id}`);
      await read(`/v1/customers/${id}/orders`);
      await read(`/v1/customers/${id}/subscriptions`);
      await read(`/dashboard/v1/customers/${id}/cart`);
      const page = (await read(`/dashboard/v1/customers/${id}/subscriptions`)) as { items: { id: string }[] };
      for (const each of page.items) {
        await read(`/dashboard/v1/customers/${id}/subscriptions/${each.id}`);
        await read(`/v1/customers/${id}/subscriptions/${each.id}/supportcontact`);
      }
    }
    return seen;
  }
}

export interface OrderLineDraft {
  readonly offer: string;
  readonly quantity: number;
  readonly termDuration?: string;
  readonly billingCycle?: string;
  readonly [other: string]: unknown;
}

function orderLine({ offer, ...rest }: OrderLineDraft, lineItemNumber: number) {
  return { lineItemNumber, offerId: itemId(offer), ...rest };
}

const ITEMS = new Map(STANDARD_CATALOG.map((offer) => [offer.key, catalogItemIdOf(offer)]));

/** The catalog item id of an offer of the standard catalog, by its key. */
export function itemId(key: string): string {
  const found = ITEMS.get(key);
  if (!found) throw new Error(`No offer ${key}`);
  return found;
}

/** A client of a new world. */
export function open(scenario = 'fresh-partner', options: Partial<ServerOptions> = {}): Client {
  return new Client(createServer({ store: memoryStore(), scenario, readFonts, ...options }));
}

/** A small world whose history begins with the test: two customers, the standard catalog. */
export const SMALL_SCRIPT = {
  format: 1,
  name: 'small',
  title: 'A small world',
  story: 'For tests.',
  startsAt: '2021-10-01T08:00:00Z',
  partner: { name: 'Fabrikam', country: 'DE', currency: 'EUR', type: 'directBill', billingDay: 15, mpnId: '4412345' },
  users: [
    { id: 'anna', name: 'Anna Admin', roles: ['GlobalAdmin', 'AdminAgent'] },
    { id: 'cleo', name: 'Cleo Sales', roles: ['SalesAgent'] },
    { id: 'emil', name: 'Emil Default', roles: ['DefaultUser'] },
  ],
  customers: [
    { key: 'contoso', companyName: 'Contoso GmbH', domain: 'contoso.onmicrosoft.com', country: 'DE' },
    { key: 'adatum', companyName: 'Adatum AB', domain: 'adatum.onmicrosoft.com', country: 'SE' },
  ],
};

/** A client of {@link SMALL_SCRIPT}, with changes. */
export async function openSmall(changes: object = {}, options: Partial<ServerOptions> = {}): Promise<Client> {
  const client = open('empty-partner', options);
  await client.put('/simulation/v1/world', { script: { ...SMALL_SCRIPT, ...changes } });
  return client;
}
