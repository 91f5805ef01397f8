/**
 * The whole API over one world: `Request` in, `Response` out. It knows no host: the same function answers in a worker,
 * in a test and behind Node's HTTP. A command is answered after its events are stored.
 */
import { SERVED_BY, SERVED_BY_HEADER } from '../api/wire';
import type { Preview, Session } from '../api/dashboard';
import { previewBody } from '../api/requests';
import type { Fault } from '../api/simulation';
import { languageOf } from '../i18n/language';
import { realNow } from '../kernel/calendar';
import { guidOf, hexOf } from '../kernel/identity';
import { findBusinessRoute, perform, runBusinessRoute, wrongMethod } from './business';
import { Call, InvalidRequest, type CallInput } from './call';
import { hitFault } from './faults';
import { createPrinter, type Fonts, type Printer } from './print/printer';
import { noticeText } from '../i18n/notice';
import { scenarioText } from '../i18n/scenario-text';
import { previewResource } from './resources/preview';
import type { Statement } from './resources/statement';
import { recordRefusedAccess } from './refused-access';
import type { Reply } from './reply';
import { ok } from './reply';
import { Overtaken, Residence, WorldRefused } from './residence';
import { fault } from './respond';
import { isBatch } from './routes/batch';
import { sessionResource, unknownPath } from './routes/dashboard';
import { controlRoutes, HeadChange } from './routes/simulation';
import { RouteTable } from './routing';
import type { StoredReply, WorldStore } from './storage/store';

export interface Server {
  handle(request: Request): Promise<Response>;
  close(): void;
  /** Fetches what only some answers need. From then on every answer is given without a network. */
  preload(): Promise<unknown>;
}

export interface ServerOptions {
  store: WorldStore;
  /** Scenario of a world that does not exist yet. */
  scenario?: string;
  /** Who asks, for the documented API; without it everybody is the signed-in user of the world (browser). */
  authenticate?: (request: Request) => Promise<{ userId?: string } | { status: 401; description: string }>;
  /** Requests per real minute before 429. */
  rateLimit?: number;
  onProgress?: (progress: { done: number; total: number; phase: string }) => void;
  /** After every change of the world by this server. */
  onChanged?: () => void;
  /** Reads the fonts of printed documents; a host without them answers 501 where one is asked for. */
  readFonts?: () => Promise<Fonts>;
}

/** How often a request starts over because another tab was quicker. */
const MOST_ATTEMPTS = 8;

const CHANGING = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** A request, taken apart once. */
interface Parts {
  readonly method: string;
  readonly path: string;
  readonly search: URLSearchParams;
  readonly headers: Headers;
  readonly body: unknown;
  readonly requestId: string | null;
}

export function createServer(options: ServerOptions): Server {
  const residence = new Residence(options.store, options.scenario, options.onProgress);
  if (options.store.kind === 'memory' && !options.authenticate) residence.notices.push({ code: 'memoryOnly' });
  const control = controlRoutes();
  const limiter = new RateLimiter(options.rateLimit);
  const printer = options.readFonts && createPrinter(options.readFonts);
  let served = 0;
  let queue: Promise<unknown> = Promise.resolve();

  /** One request at a time: the next one sees what the last one did. */
  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = queue.then(work, work);
    queue = turn.catch(() => undefined);
    return turn;
  }

  async function handle(request: Request): Promise<Response> {
    served += 1;
    const url = new URL(request.url);
    const path = url.pathname.replace(/\/{2,}/g, '/');
    const headers = answerHeaders(request.headers, served);
    const send = (reply: Reply) => toResponse(reply, request.method, headers);
    const deliver = (reply: Reply) =>
      reply.statement ? printed(reply.statement, printer, request.method, headers) : send(reply);
    try {
      const who = isControl(path) || !options.authenticate ? {} : await options.authenticate(request);
      if ('status' in who) {
        return send({
          ...fault(401, 400, who.description),
          headers: { 'WWW-Authenticate': 'Bearer realm="partner-center"' },
        });
      }
      const wait = isControl(path) ? undefined : limiter.take();
      if (wait !== undefined) return send(tooMany(wait));
      const parts = await readParts(request, path, url.searchParams);
      if ('status' in parts) return send(parts);
      const acting = isControl(path) ? undefined : await inTurn(() => persistently(() => countFault(parts)));
      if (acting?.delayMs) await pause(acting.delayMs);
      if (acting?.phase === 'before' && harms(acting)) return send(faultReply(acting));
      const reply = await inTurn(() => exclusively(parts, () => answer(parts, who.userId)));
      return await deliver(acting && harms(acting) ? faultReply(acting) : reply);
    } catch (cause) {
      residence.forget();
      if (cause instanceof Overtaken)
        return send(fault(409, 800060, 'Another request changed the world at the same time. Try again.'));
      return send(
        fault(500, 800003, `The simulation failed: ${cause instanceof Error ? cause.message : String(cause)}`),
      );
    }
  }

  async function countFault(parts: Parts): Promise<Fault['fault'] | undefined> {
    await residence.catchUp();
    if (residence.head.faults.length === 0) return undefined;
    const hit = hitFault(residence.head.faults, parts.method, parts.path);
    if (hit.faults !== residence.head.faults) await residence.save(undefined, { faults: hit.faults });
    return hit.fault;
  }

  /** Changes of one browser's tabs follow each other; without Web Locks the store alone sorts them out. */
  function exclusively<Value>(parts: Parts, work: () => Promise<Value>): Promise<Value> {
    const locks = options.store.kind === 'indexedDB' ? globalThis.navigator?.locks : undefined;
    if (!locks || !CHANGING.has(parts.method)) return work();
    return locks.request('partner-center-world-changes', work);
  }

  async function answer(parts: Parts, userId: string | undefined): Promise<Reply> {
    try {
      return await persistently(() => answerOnce(parts, userId));
    } catch (cause) {
      if (cause instanceof InvalidRequest) return cause.reply;
      if (cause instanceof WorldRefused) return fault(400, 800002, cause.message, cause.data);
      throw cause;
    }
  }

  async function answerOnce(parts: Parts, tokenUser: string | undefined): Promise<Reply> {
    await residence.catchUp();
    residence.tick();
    const userId = tokenUser ?? residence.head.signedIn;
    const { world } = residence;
    const input: Omit<CallInput, 'params'> = {
      world,
      records: (from) => residence.records(from),
      userId,
      search: parts.search,
      headers: parts.headers,
      body: parts.body,
    };
    if (isControl(parts.path)) return answerControl(parts, input);
    const key =
      parts.requestId && CHANGING.has(parts.method)
        ? `${userId} ${parts.method} ${parts.path.toLowerCase()} ${parts.requestId}`
        : undefined;
    const kept = key === undefined ? undefined : await options.store.findReply(key);
    if (kept && kept.epoch === residence.head.epoch) return keptReply(kept);
    const reply = answerBusiness(parts, input);
    // A batch has recorded the requests in it by itself.
    if (CHANGING.has(parts.method) && !isBatch(parts.path)) recordRefusedAccess(world, userId, parts, reply);
    const stored: StoredReply | undefined =
      key === undefined || reply.status >= 500
        ? undefined
        : {
            key,
            epoch: residence.head.epoch,
            status: reply.status,
            body: reply.body === undefined ? '' : JSON.stringify(reply.body),
            ...(reply.headers ? { headers: reply.headers } : {}),
          };
    if (await residence.save(stored, residence.running())) options.onChanged?.();
    return reply;
  }

  function answerBusiness(parts: Parts, input: Omit<CallInput, 'params'>): Reply {
    const special = specialRoutes.find(parts.method, parts.path);
    if (special.kind === 'route') return special.handler(new Call({ ...input, params: {} }), residence);
    const found = special.kind === 'wrongMethod' ? special : findBusinessRoute(parts.method, parts.path);
    if (found.kind === 'unknown') return unknownPath(parts.path);
    if (found.kind === 'wrongMethod') return wrongMethod(parts.method, found.allow);
    return runBusinessRoute(found.handler, { ...input, params: found.params });
  }

  async function answerControl(parts: Parts, input: Omit<CallInput, 'params'>): Promise<Reply> {
    const found = control.find(parts.method, parts.path);
    if (found.kind === 'unknown') return unknownPath(parts.path);
    if (found.kind === 'wrongMethod') return wrongMethod(parts.method, found.allow);
    const { epoch } = residence.head;
    const result = await found.handler(new Call({ ...input, params: found.params }), residence);
    const changes = result instanceof HeadChange ? result.changes : {};
    const changed = await residence.save(undefined, { ...residence.running(), ...changes });
    if (changed || residence.head.epoch !== epoch) options.onChanged?.();
    return result instanceof HeadChange ? result.reply() : result;
  }

  return { handle, close: () => limiter.close(), preload: async () => printer?.preload() };
}

/** Routes that need more than a world: who is signed in where, and what a request would do. */
const specialRoutes = new RouteTable<(call: Call, residence: Residence) => Reply>();

specialRoutes.add('GET', '/dashboard/v1/session', (call, { start, notices }) => {
  const { name } = start.scenario;
  const { title } = scenarioText(name, start.scenario, call.language);
  const told: Session['notices'] = notices.map((notice) => ({
    ...notice,
    description: noticeText(notice.code, call.language),
  }));
  return ok(sessionResource(call, { name, title }, told));
});

specialRoutes.add('POST', '/dashboard/v1/preview', (call, residence) => {
  const { method, path, body } = call.body(previewBody);
  const copy = residence.world.fork();
  const reply = perform(copy, () => copy.records, call.user.id, { method, path, body }, call.headers);
  const preview: Preview = previewResource(copy, copy.records, reply, call.language);
  return ok(preview);
});

/** The answer of the first time, with its headers. */
function keptReply({ status, body, headers }: StoredReply): Reply {
  return {
    status,
    ...(body === '' ? {} : { body: JSON.parse(body) as unknown }),
    ...(headers ? { headers } : {}),
  };
}

/** Starts over on what is stored now when somebody else was quicker. @throws Overtaken when they always are. */
async function persistently<Value>(work: () => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (cause) {
      if (!(cause instanceof Overtaken) || attempt >= MOST_ATTEMPTS) throw cause;
    }
  }
}

function isControl(path: string): boolean {
  return /^\/simulation\//i.test(path);
}

async function readParts(request: Request, path: string, search: URLSearchParams): Promise<Parts | Reply> {
  const parts = {
    method: request.method.toUpperCase(),
    path,
    search,
    headers: request.headers,
    requestId: request.headers.get('MS-RequestId'),
  };
  if (!CHANGING.has(parts.method)) return { ...parts, body: undefined };
  const text = (await request.text()).replace(/^\uFEFF/, '').trim();
  if (text === '') return { ...parts, body: undefined };
  try {
    return { ...parts, body: JSON.parse(text) as unknown };
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    return fault(
      400,
      3000,
      languageOf(request.headers.get('X-Locale')) === 'sv'
        ? 'Innehållet är inte giltig JSON.'
        : 'The body is not valid JSON.',
    );
  }
}

function harms(acting: Fault['fault']): boolean {
  return acting.drop === true || acting.status !== undefined;
}

function faultReply(acting: Fault['fault']): Reply {
  if (acting.drop) return { status: 503, headers: { 'X-Simulation-Drop': '1' } };
  const status = acting.status ?? 500;
  if (status === 429) return tooMany(acting.retryAfter ?? 1);
  const reply = fault(status, acting.code ?? 800003, 'A fault of the simulation.');
  return acting.retryAfter === undefined ? reply : { ...reply, headers: { 'Retry-After': String(acting.retryAfter) } };
}

/** The documented shape of throttling is not the fault shape (REST API, throttling). */
function tooMany(seconds: number): Reply {
  return {
    status: 429,
    body: { statusCode: 429, message: `Rate limit is exceeded. Try again in ${seconds} seconds.` },
    headers: { 'Retry-After': String(seconds) },
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

/** Requests per real minute; every request counts, refused ones too. */
class RateLimiter {
  readonly #limit: number | undefined;
  #minute = 0;
  #count = 0;

  constructor(limit: number | undefined) {
    this.#limit = limit;
  }

  /** Seconds to wait, or nothing when the request may pass. */
  take(): number | undefined {
    if (this.#limit === undefined) return undefined;
    const now = realNow();
    const minute = Math.floor(now / 60_000);
    if (minute !== this.#minute) {
      this.#minute = minute;
      this.#count = 0;
    }
    this.#count += 1;
    return this.#count > this.#limit ? Math.max(1, Math.ceil(((minute + 1) * 60_000 - now) / 1_000)) : undefined;
  }

  close(): void {
    this.#count = 0;
  }
}

/** Every answer echoes the request's ids and says whose it is. */
function answerHeaders(asked: Headers, served: number): Headers {
  const headers = new Headers({
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    [SERVED_BY_HEADER]: SERVED_BY,
  });
  headers.set('MS-RequestId', asked.get('MS-RequestId') ?? guidOf(`request:${realNow()}:${served}`));
  headers.set('MS-CorrelationId', asked.get('MS-CorrelationId') ?? guidOf(`correlation:${realNow()}:${served}`));
  headers.set('MS-CV', `${hexOf(`cv:${realNow()}:${served}`).slice(0, 16)}.0`);
  return headers;
}

function toResponse(reply: Reply, method: string, headers: Headers): Response {
  for (const [name, value] of Object.entries(reply.headers ?? {})) headers.set(name, value);
  const etag = (reply.body as { attributes?: { etag?: string } } | null | undefined)?.attributes?.etag;
  if (etag) headers.set('ETag', `"${etag}"`);
  const text = reply.text ?? (reply.body === undefined ? undefined : JSON.stringify(reply.body));
  const content = method === 'HEAD' || text === undefined ? null : bytesOf(text);
  return new Response(content, { status: reply.status, headers });
}

/** A document in place of JSON. It is read off the world already: others may change it meanwhile. */
async function printed(
  statement: Statement,
  printer: Printer | undefined,
  method: string,
  headers: Headers,
): Promise<Response> {
  if (!printer) return toResponse(fault(501, 800003, 'This host has no fonts to print with.'), method, headers);
  headers.set('Content-Type', 'application/pdf');
  headers.set('Content-Disposition', `attachment; filename="${statement.fileName}"`);
  return new Response(method === 'HEAD' ? null : await printer.print(statement), { status: 200, headers });
}

const encoder = new TextEncoder();
let scratch = new Uint8Array(0);

/** A text as UTF-8. Chromium takes five times as long over `encode`, and over a `Response` of text. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const most = text.length * 3;
  if (scratch.length < most) scratch = new Uint8Array(most);
  return scratch.slice(0, encoder.encodeInto(text, scratch).written);
}
