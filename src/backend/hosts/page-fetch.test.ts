/** Every request answered, and carried out once, whatever the service worker does. */
import { beforeEach, describe, expect, test } from 'vitest';
import { SERVED_BY, SERVED_BY_HEADER } from '../../api/wire';
import { PageFetch, worldUrl, type Site } from './page-fetch';
import { DROP_HEADER, faultMessage, type RequestMessage, type ResponseMessage } from './worker/messages';

const site: Site = { origin: 'http://site.test', base: '/demo/', baseUrl: 'http://site.test/demo/customers' };

describe('whose request it is', () => {
  test.each([
    ['/v1/customers?size=1#x', 'http://site.test/v1/customers?size=1#x'],
    ['/V1/Customers', 'http://site.test/V1/Customers'],
    ['/v1//invoices', 'http://site.test/v1//invoices'],
    ['/dashboard/v1/session', 'http://site.test/dashboard/v1/session'],
    ['/simulation/v1/clock', 'http://site.test/simulation/v1/clock'],
    ['/demo/v1/customers', 'http://site.test/v1/customers'],
    ['v1/customers', 'http://site.test/v1/customers'],
    ['https://api.partnercenter.microsoft.com/v1/customers', 'https://api.partnercenter.microsoft.com/v1/customers'],
  ])('%s is ours', (address, expected) => expect(worldUrl(address, site)).toBe(expected));

  test.each([
    '/demo/assets/v1/x.js',
    '/v1',
    '/v10/customers',
    '/other/v1/customers',
    'http://site.test:81/v1/customers',
    'http://api.partnercenter.microsoft.com/v1/customers',
    'https://example.com/v1/customers',
    'data:text/plain,x',
    'http://[',
  ])('%s is not', (address) => expect(worldUrl(address, site)).toBeUndefined());
});

/** The world: counts what it carries out. */
let carriedOut: string[];
let worldDelay: number;
let isDropping: boolean;

async function ask({ method, url, body }: RequestMessage): Promise<ResponseMessage> {
  carriedOut.push(`${method} ${new URL(url).pathname}`);
  const said = body ? new TextDecoder().decode(body) : '';
  await new Promise((resolve) => setTimeout(resolve, worldDelay));
  const headers: [string, string][] = [[SERVED_BY_HEADER, SERVED_BY]];
  if (isDropping) return { status: 503, headers: [...headers, [DROP_HEADER, '1']] };
  return { status: 200, headers, body: new TextEncoder().encode(`world ${said}`).buffer };
}

type Behaviour =
  | 'works'
  | 'dies before'
  | 'dies after'
  | 'dies in the middle'
  | 'passes on'
  | 'hangs before'
  | 'hangs after'
  | 'comes late'
  | 'slow to start';

let behaviour: Behaviour;
/** How the service worker's messages to the page end; to wait for those that nobody waits for. */
let late: Promise<unknown>[];
let nativeCalls: number;

const never = new Promise<never>(() => undefined);
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
const PATIENCE = 40;

/** Some bytes, then the end of the connection. */
function broken(): ReadableStream {
  return new ReadableStream({
    start: (stream) => stream.enqueue(new Uint8Array(5)),
    pull: (stream) => stream.error(new TypeError('Failed to fetch')),
  });
}

function setUp(): { page: PageFetch; switches: boolean[] } {
  const switches: boolean[] = [];
  const page: PageFetch = new PageFetch({
    site,
    ask,
    patience: PATIENCE,
    onSwitch: () => switches.push(page.isServiceWorkerUp),
    native: async (input, init) => {
      nativeCalls += 1;
      const request = new Request(input, init);
      const aborted = new Promise<never>((_, reject) => {
        request.signal.addEventListener('abort', () => reject(request.signal.reason as Error));
      });
      return Promise.race([aborted, behave(request)]);
    },
  });
  async function behave(request: Request): Promise<Response> {
    const bring = async (): Promise<Response> => {
      const answer = await page.answer(request);
      if (answer.type === 'error') throw new TypeError('Failed to fetch');
      return answer;
    };
    switch (behaviour) {
      case 'works':
        return bring();
      case 'slow to start':
        await pause(PATIENCE / 2);
        return bring();
      case 'dies before':
        throw new TypeError('Failed to fetch');
      case 'dies after':
        await bring();
        throw new TypeError('Failed to fetch');
      case 'dies in the middle':
        return new Response(broken(), { headers: (await bring()).headers });
      case 'passes on':
        return new Response('<!doctype html>', { headers: { [SERVED_BY_HEADER]: 'nginx' } });
      case 'hangs before':
        return never;
      case 'hangs after':
        await bring();
        return never;
      case 'comes late':
        await pause(PATIENCE * 3);
        late.push(bring().catch(() => 'refused'));
        return never;
    }
  }
  page.serviceWorkerStarted();
  return { page, switches };
}

beforeEach(() => {
  carriedOut = [];
  worldDelay = 1;
  isDropping = false;
  behaviour = 'works';
  late = [];
  nativeCalls = 0;
});

const post = (page: PageFetch, init: RequestInit = {}): Promise<Response> =>
  page.fetch('http://site.test/v1/orders', { method: 'POST', body: '{"a":1}', ...init });

describe('a service worker that', () => {
  test.each<[Behaviour, boolean]>([
    ['works', true],
    ['slow to start', true],
    ['dies before', false],
    ['dies after', false],
    ['dies in the middle', false],
    ['passes on', false],
    ['hangs before', false],
    ['hangs after', false],
    ['comes late', false],
  ])('%s', async (next, staysUp) => {
    const { page } = setUp();
    behaviour = next;
    const answer = await post(page);
    expect(await answer.text()).toBe('world {"a":1}');
    expect(answer.url).toBe('http://site.test/v1/orders');
    await pause(PATIENCE * 4);
    await Promise.all(late);
    expect(carriedOut).toEqual(['POST /v1/orders']);
    expect(page.isServiceWorkerUp).toBe(staysUp);
  });

  test('waits for a world that takes its time is not missed', async () => {
    const { page, switches } = setUp();
    worldDelay = PATIENCE * 4;
    expect((await post(page)).status).toBe(200);
    expect(switches).toEqual([true]);
  });

  test('is missed is tried again with one harmless request, later', async () => {
    const { page, switches } = setUp();
    behaviour = 'dies before';
    await post(page);
    behaviour = 'works';
    await page.fetch('http://site.test/v1/customers');
    expect(nativeCalls).toBe(1);
    await pause(1_050);
    await post(page);
    expect(nativeCalls).toBe(1);
    await Promise.all([page.fetch('http://site.test/v1/customers'), page.fetch('http://site.test/v1/customers')]);
    expect(nativeCalls).toBe(2);
    expect(switches).toEqual([true, false, true]);
    expect(carriedOut).toHaveLength(5);
  });
});

test('without a service worker requests go straight to the world', async () => {
  const page = new PageFetch({ site, ask, native: () => Promise.reject(new Error('not this way')) });
  expect(await (await page.fetch(new Request('http://site.test/v1/x', { method: 'PUT', body: 'b' }))).text()).toBe(
    'world b',
  );
  expect(page.isServiceWorkerUp).toBe(false);
});

test('a file goes straight to the world, too: it is long', async () => {
  const { page } = setUp();
  const answer = await page.fetch('http://site.test/v1/file', { headers: { Accept: 'text/csv' } });
  expect(await answer.text()).toBe('world ');
  expect({ carriedOut, nativeCalls }).toEqual({ carriedOut: ['GET /v1/file'], nativeCalls: 0 });
  expect(page.isServiceWorkerUp).toBe(true);
});

test('requests of others go to the network untouched', async () => {
  const seen: unknown[] = [];
  const page = new PageFetch({
    site,
    ask,
    native: async (...given) => {
      seen.push(given);
      return new Response('network');
    },
  });
  const init = { method: 'POST' };
  expect(await (await page.fetch('https://example.com/v1/x', init)).text()).toBe('network');
  expect(seen).toEqual([['https://example.com/v1/x', init]]);
});

describe('an answer that the world lets get lost', () => {
  beforeEach(() => {
    isDropping = true;
  });

  test('fails as a broken connection does, and is no fault of the service worker', async () => {
    const { page } = setUp();
    await expect(post(page)).rejects.toThrow(TypeError);
    expect(carriedOut).toHaveLength(1);
    expect(page.isServiceWorkerUp).toBe(true);
  });

  test('fails alike without it', async () => {
    const page = new PageFetch({ site, ask, native: () => never });
    await expect(post(page)).rejects.toThrow(TypeError);
    expect(carriedOut).toHaveLength(1);
  });
});

describe('a caller who gives up', () => {
  test.each(['with', 'without'])('%s a service worker is told so at once', async (kind) => {
    const page = kind === 'with' ? setUp().page : new PageFetch({ site, ask, native: () => never });
    worldDelay = 200;
    const controller = new AbortController();
    const answer = post(page, { signal: controller.signal });
    setTimeout(() => controller.abort(new Error('no longer')), 10);
    await expect(answer).rejects.toThrow('no longer');
    expect(page.isServiceWorkerUp).toBe(kind === 'with');
  });

  test('before the call has nothing carried out', async () => {
    const { page } = setUp();
    await expect(post(page, { signal: AbortSignal.abort() })).rejects.toThrow(DOMException);
    expect(carriedOut).toEqual([]);
  });
});

test('the service worker may bring requests that were not made with our fetch', async () => {
  const { page } = setUp();
  const answer = await page.answer(new Request('http://site.test/demo/v1/x'));
  expect(await answer.text()).toBe('world ');
  expect(carriedOut).toEqual(['GET /v1/x']);
});

test('a refusal of the host itself counts as an answer of the world', async () => {
  const page = new PageFetch({ site, ask: async () => faultMessage(503, 800003, 'Again.'), native: () => never });
  const answer = await page.fetch('http://site.test/v1/x');
  expect(answer.headers.get(SERVED_BY_HEADER)).toBe(SERVED_BY);
  expect(await answer.json()).toEqual({ code: 800003, description: 'Again.', data: [], source: 'PartnerFD' });
});
