/**
 * `fetch` as the page sees it: requests to Partner Center go to the world, all others to the network. Through the service
 * worker while it answers, so that a call stands in the browser's developer tools; straight to the world otherwise.
 *
 * The promise: every request is answered, and carried out once. A request keeps a ticket here while it travels; whoever
 * brings it to the world first — the service worker's message or the way round it — has it carried out, the other one
 * gets the same answer.
 */
import { SERVED_BY, SERVED_BY_HEADER } from '../../api/wire';
import {
  isDropped,
  toRequestMessage,
  toResponse,
  toResponseMessage,
  type RequestMessage,
  type ResponseMessage,
} from './worker/messages';

const PARTNER_CENTER = 'https://api.partnercenter.microsoft.com';
const OUR_PATHS = /^\/(?:v1|dashboard\/v1|simulation\/v1)\//i;

/**
 * Names the ticket of a request. On a request to Microsoft's own host it has a second use: should the service worker let
 * it pass, the browser first asks that host for leave to send such a header, does not get it, and sends nothing else.
 */
const TICKET_HEADER = 'X-Simulation-Ticket';

/** How long the service worker may take for each way; a stopped one needs some 100 ms to get up. */
const PATIENCE = 1_000;

/** Pause after a miss before the service worker is tried again; doubles with each miss in a row. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;

export interface Site {
  readonly origin: string;
  /** Path under which the site is served, with a slash at both ends. */
  readonly base: string;
  /** What relative addresses are relative to. */
  readonly baseUrl: string;
}

/** The address under which the world knows a request, or `undefined` when the request is none of its business. */
export function worldUrl(address: string, site: Site): string | undefined {
  let url: URL;
  try {
    url = new URL(address, site.baseUrl);
  } catch {
    return undefined;
  }
  if (url.origin === PARTNER_CENTER) return url.href;
  if (url.origin !== site.origin) return undefined;
  if (url.pathname.startsWith(site.base)) url.pathname = url.pathname.slice(site.base.length - 1);
  return OUR_PATHS.test(url.pathname) ? url.href : undefined;
}

interface Ticket {
  /** Whether the service worker has brought the request here. */
  taken: boolean;
  /** Has the request carried out, at most once. */
  answer(): Promise<ResponseMessage>;
}

export interface PageFetchOptions {
  readonly site: Site;
  /** The browser's own `fetch`. */
  readonly native: typeof fetch;
  readonly ask: (request: RequestMessage) => Promise<ResponseMessage>;
  /** Called whenever {@link PageFetch.isServiceWorkerUp} changes. */
  readonly onSwitch?: () => void;
  /** Shorter for tests. */
  readonly patience?: number;
}

export class PageFetch {
  readonly #options: PageFetchOptions;
  readonly #patience: number;
  readonly #tickets = new Map<string, Ticket>();
  /** Part of each ticket's name: another tab must not take a request of this page for one of its own. */
  readonly #page = crypto.getRandomValues(new Uint32Array(1))[0]!.toString(36);
  #count = 0;
  #serviceWorker: 'absent' | 'up' | 'missed' = 'absent';
  #misses = 0;
  #retryAt = 0;

  constructor(options: PageFetchOptions) {
    this.#options = options;
    this.#patience = options.patience ?? PATIENCE;
  }

  get isServiceWorkerUp(): boolean {
    return this.#serviceWorker === 'up';
  }

  /** The service worker has started and brings requests to {@link answer}. */
  serviceWorkerStarted(): void {
    this.#found();
  }

  readonly fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const { site, native, ask } = this.#options;
    const url = worldUrl(typeof input === 'object' && 'url' in input ? input.url : String(input), site);
    if (url === undefined) return native(input, init);

    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const message = { ...(await toRequestMessage(request)), url };
    const isTried = !isFile(request) && this.#shouldTry(request.method);
    const tagged = isTried ? this.#tag(request, message) : undefined;
    if (!tagged) return deliver(await unlessAborted(ask(message), request.signal), request.url);

    let answer: Promise<ResponseMessage> | undefined;
    const ticket: Ticket = { taken: false, answer: () => (answer ??= ask(message)) };
    this.#tickets.set(tagged.ticket, ticket);
    try {
      const served = await this.#throughServiceWorker(tagged.request, ticket);
      if (served) {
        this.#found();
        return served;
      }
      const direct = await unlessAborted(ticket.answer(), request.signal);
      const wasLostOnPurpose = ticket.taken && isDropped(direct);
      if (!wasLostOnPurpose) this.#missed();
      return deliver(direct, request.url);
    } finally {
      this.#tickets.delete(tagged.ticket);
    }
  };

  /** Answers a request that the service worker has brought. */
  async answer(request: Request): Promise<Response> {
    const { site, ask } = this.#options;
    const name = request.headers.get(TICKET_HEADER);
    let message: ResponseMessage;
    if (name === null) {
      // Not from our fetch: XMLHttpRequest, an address typed into the browser.
      const url = worldUrl(request.url, site) ?? request.url;
      message = await ask({ ...(await toRequestMessage(request)), url });
    } else {
      const ticket = this.#tickets.get(name);
      // Answered or given up in the meantime.
      if (!ticket) return Response.error();
      ticket.taken = true;
      message = await ticket.answer();
    }
    return isDropped(message) ? Response.error() : toResponse(message, request.url);
  }

  /** The same request with its ticket. From the bytes of its body: a cloned stream takes the browser 5 ms longer. */
  #tag(request: Request, { body }: RequestMessage): { request: Request; ticket: string } | undefined {
    const ticket = `${this.#page}.${++this.#count}`;
    const headers = new Headers(request.headers);
    headers.set(TICKET_HEADER, ticket);
    const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
    const tagged = new Request(request, { headers, ...(hasBody && { body: body ?? new ArrayBuffer(0) }) });
    // A request without CORS cannot carry it.
    return tagged.headers.has(TICKET_HEADER) ? { request: tagged, ticket } : undefined;
  }

  /** @returns `undefined` when the answer did not come that way. Rejects only when the caller has aborted. */
  async #throughServiceWorker(request: Request, ticket: Ticket): Promise<Response | undefined> {
    const response = this.#options
      .native(request)
      .then(received, () => undefined)
      .then((answer) => {
        request.signal.throwIfAborted();
        return answer && toResponse(answer, request.url);
      });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const pause = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, this.#patience);
    });
    const isLost = async (): Promise<undefined> => {
      await pause;
      if (!ticket.taken) return;
      // The world may take its time (a large scenario); only the way back from it is measured.
      await ticket.answer();
      await new Promise((resolve) => {
        timer = setTimeout(resolve, this.#patience);
      });
    };
    try {
      return await Promise.race([response, isLost()]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** While the service worker is missed, now and then one harmless request finds out whether it is back. */
  #shouldTry(method: string): boolean {
    if (this.#serviceWorker !== 'missed') return this.#serviceWorker === 'up';
    if (method !== 'GET' || performance.now() < this.#retryAt) return false;
    this.#postpone();
    return true;
  }

  #found(): void {
    this.#misses = 0;
    this.#switch('up');
  }

  #missed(): void {
    this.#misses += 1;
    this.#postpone();
    this.#switch('missed');
  }

  #postpone(): void {
    this.#retryAt = performance.now() + Math.min(FIRST_PAUSE * 2 ** Math.max(0, this.#misses - 1), LONGEST_PAUSE);
  }

  #switch(state: 'up' | 'missed'): void {
    if (this.#serviceWorker === state) return;
    this.#serviceWorker = state;
    this.#options.onSwitch?.();
  }
}

/** A file of tens of megabytes takes twice as long through the service worker, which passes it on in small pieces. */
function isFile({ headers }: Request): boolean {
  return headers.get('Accept') === 'text/csv';
}

/** The whole answer, if it is the world's. A service worker can die while it passes the body on: that is a miss, too. */
async function received(answer: Response): Promise<ResponseMessage | undefined> {
  if (answer.headers.get(SERVED_BY_HEADER) !== SERVED_BY) return undefined;
  return toResponseMessage(answer).catch(() => undefined);
}

/** What the caller of `fetch` gets: the answer, or the failure that a broken connection shows as. */
function deliver(message: ResponseMessage, url: string): Response {
  if (isDropped(message)) throw new TypeError('The connection was lost.');
  return toResponse(message, url);
}

/** As `fetch` does: the caller need not wait for an answer that it no longer wants. */
function unlessAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => reject(signal.reason);
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}
