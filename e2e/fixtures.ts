/** What every journey stands on: a fresh browser context, a world in it, and eyes on everything that goes wrong. */
import { test as base, expect, type BrowserContext, type ConsoleMessage, type Page } from 'playwright/test';
import type { AdvanceAnswer, AdvanceRequest, Clock } from '../src/api/simulation';
import type { CatalogPage, CatalogRow, CustomerRow, Page as RowPage } from '../src/api/dashboard';
import type { Order } from '../src/api/orders';
import type { Subscription } from '../src/api/subscriptions';
import type { Language } from '../src/i18n/language';
import { messages as english, type Messages } from '../src/i18n/messages/en';
import { messages as swedish } from '../src/i18n/messages/sv';
import { scenario as journeyScenario, type Scenario } from './scenario';

export { expect };

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD';

export interface Answer<Body> {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body;
}

/**
 * Calls the API by `fetch` in the page, as the screens do: Playwright's own requests do not pass the service worker.
 * Answers whatever comes, refusals too.
 */
export function api<Body = unknown>(
  page: Page,
  method: Method,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer<Body>> {
  return page.evaluate(
    async (request) => {
      const response = await fetch(request.path, {
        method: request.method,
        headers: { ...(request.body === undefined ? {} : { 'Content-Type': 'application/json' }), ...request.headers },
        ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      });
      const text = await response.text();
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: (text === '' ? undefined : JSON.parse(text)) as Body,
      };
    },
    { method, path, body, headers },
  );
}

export interface Opening {
  /** A built-in scenario; without it and `script`, the world of the journeys (`scenario.ts`). */
  readonly scenario?: string;
  /** A scenario of the journey's own. */
  readonly script?: Scenario;
  /** The page to open. `{Contoso GmbH}` stands for that customer's id. */
  readonly path?: string;
}

/** One browser's world, seen through its first tab. */
export class World {
  readonly page: Page;
  readonly t: Messages;
  readonly #watch: Watch;

  constructor(page: Page, t: Messages, watch: Watch) {
    this.page = page;
    this.t = t;
    this.#watch = watch;
  }

  /** Opens a fresh world, then a page of it. */
  async open({ scenario, script = journeyScenario(), path = '/' }: Opening = {}): Promise<void> {
    await this.page.goto(scenario === undefined ? '/' : `/?scenario=${encodeURIComponent(scenario)}&fresh=1`);
    await ready(this.page);
    if (scenario === undefined) await this.begin(script);
    if (path !== '/') await this.visit(path);
  }

  /** Another fresh world in the page that is open: for journeys of many cases. */
  async begin(script: Scenario = journeyScenario()): Promise<void> {
    await this.call('PUT', '/simulation/v1/world', { script });
  }

  /** Goes to a page as by a link, without loading anything anew. */
  async visit(path: string): Promise<void> {
    const address = await this.fill(path);
    await this.page.evaluate((to) => {
      history.pushState(null, '', to);
      dispatchEvent(new PopStateEvent('popstate'));
    }, address);
  }

  /** Loads an address of the site. `{Contoso GmbH}` stands for that customer's id. */
  async goto(path: string): Promise<void> {
    await this.page.goto(await this.fill(path));
    await ready(this.page);
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await ready(this.page);
  }

  /** One more tab of the same browser. */
  async openTab(path: string): Promise<Page> {
    const tab = await this.page.context().newPage();
    await tab.goto(await this.fill(path));
    await ready(tab);
    return tab;
  }

  /** A call of the API that must succeed. */
  async call<Body = unknown>(method: Method, path: string, body?: unknown): Promise<Body> {
    const address = await this.fill(path);
    const answer = await api<Body>(this.page, method, address, body);
    expect(answer.status, `${method} ${address} ${JSON.stringify(answer.body)?.slice(0, 500)}`).toBeLessThan(300);
    return answer.body;
  }

  advance(request: AdvanceRequest): Promise<AdvanceAnswer> {
    return this.call('POST', '/simulation/v1/clock/advance', request);
  }

  async now(): Promise<string> {
    return (await this.call<Clock>('GET', '/simulation/v1/clock')).now;
  }

  async signIn(userId: string): Promise<void> {
    await this.call('PUT', '/simulation/v1/identity', { userId });
  }

  /** The id of the customer of that name. */
  async customerId(companyName: string): Promise<string> {
    const { items } = await this.call<RowPage<CustomerRow>>('GET', '/dashboard/v1/customers?size=100000');
    const found = items.find((row) => row.companyName === companyName);
    if (!found) throw new Error(`No customer is called ${companyName}.`);
    return found.id;
  }

  /** The offer of that title, as the customer's catalog lists it; of two the new-commerce one. */
  async offer(companyName: string, title: string): Promise<CatalogRow> {
    const id = await this.customerId(companyName);
    for (const tab of ['onlineServices', 'software', 'azure']) {
      const query = new URLSearchParams({ tab, search: title, size: '1000' });
      const { items } = await this.call<CatalogPage>('GET', `/dashboard/v1/customers/${id}/catalog?${query}`);
      const found = items.filter((row) => row.title === title);
      const offer = found.find((row) => row.newCommerce) ?? found[0];
      if (offer) return offer;
    }
    throw new Error(`No offer is called ${title}.`);
  }

  /** Buys by the API what a journey needs to be there. @returns the subscription. */
  async buy(
    companyName: string,
    title: string,
    { quantity, term = 0 }: { quantity?: number; /** Which of the offer's terms. */ term?: number } = {},
  ): Promise<Subscription> {
    const offer = await this.offer(companyName, title);
    const { termDuration = 'none', billingCycle = 'Monthly' } = offer.terms[term] ?? {};
    const customer = `/v1/customers/${await this.customerId(companyName)}`;
    const { lineItems } = await this.call<Order>('POST', `${customer}/orders`, {
      billingCycle,
      lineItems: [
        {
          lineItemNumber: 0,
          offerId: offer.catalogItemId,
          quantity: quantity ?? offer.quantity?.fixed ?? offer.quantity?.min ?? 1,
          ...(termDuration === 'none' ? {} : { termDuration }),
        },
      ],
    });
    return this.call<Subscription>('GET', `${customer}/subscriptions/${lineItems[0]?.subscriptionId}`);
  }

  /** Changes a subscription as API clients do: read, alter, send back. */
  async edit(companyName: string, subscriptionId: string, changes: Partial<Subscription>): Promise<Subscription> {
    const path = `/v1/customers/${await this.customerId(companyName)}/subscriptions/${subscriptionId}`;
    const present = await this.call<Subscription>('GET', path);
    return this.call<Subscription>('PATCH', path, { ...present, ...changes });
  }

  /** Names a trouble that this journey makes on purpose. */
  expectTrouble(pattern: RegExp): void {
    this.#watch.expected.push(pattern);
  }

  async fill(path: string): Promise<string> {
    const name = /\{([^}]+)\}/.exec(path);
    if (!name?.[1]) return path;
    return path.replace(name[0], await this.customerId(name[1]));
  }
}

/** Waits until the world of a page answers and what its address asks of the world has been done. */
export async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() => 'simulation' in window);
  await page.evaluate(() => window.simulation.ready);
  await page.waitForFunction(() => !/[?&](?:scenario|fresh|now|user)=/.test(location.search));
}

/** What went wrong in a browser context without anybody asking for it. */
interface Watch {
  readonly troubles: string[];
  readonly expected: RegExp[];
}

const API_PATHS = /^\/(?:[^/]+\/)?(?:v1|dashboard\/v1|simulation\/v1)\//;

async function watch(context: BrowserContext): Promise<Watch> {
  const troubles: string[] = [];
  context.on('weberror', (error) => troubles.push(`uncaught: ${String(error.error())}`));
  context.on('console', (message) => {
    if (message.type() === 'error' && !isRefusal(message))
      troubles.push(`console: ${message.text()} (${message.location().url})`);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      // oxlint-disable-next-line no-console -- the listener above hears it
      console.error(`content security policy: ${violatedDirective} ${blockedURI}`);
    });
  });
  return { troubles, expected: [] };
}

/** The browser itself reports every answer from 400 on; for the API a refusal is an answer like any other. */
function isRefusal(message: ConsoleMessage): boolean {
  if (!message.text().startsWith('Failed to load resource')) return false;
  try {
    return API_PATHS.test(new URL(message.location().url).pathname);
  } catch {
    return false;
  }
}

interface Fixtures {
  /** The language of the browser. */
  language: Language;
  /** The words of that language. */
  t: Messages;
  watch: Watch;
  world: World;
}

export const test = base.extend<Fixtures>({
  language: ['en', { option: true }],
  locale: async ({ language }, use) => use(language === 'sv' ? 'sv-SE' : 'en-US'),
  t: async ({ language }, use) => use(language === 'sv' ? swedish : english),
  watch: async ({ context }, use) => {
    const watched = await watch(context);
    await use(watched);
    const unexpected = watched.troubles.filter((trouble) => !watched.expected.some((each) => each.test(trouble)));
    expect(unexpected, 'Nothing goes wrong behind the screen').toEqual([]);
  },
  world: async ({ page, t, watch: watched }, use) => use(new World(page, t, watched)),
});
