/** The world behind HTTP, for clients outside of a browser: the same server, with tokens, limits and CORS around it. */
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { SERVED_BY, SERVED_BY_HEADER, type FaultBody } from '../../../api/wire';
import type { Identity } from '../../../api/simulation';
import { findScenario, scenarioEntries } from '../../scenarios';
import { createServer } from '../../server';
import { fileStore, type FileStore } from '../../storage/file';
import { memoryStore } from '../../storage/memory';
import { DROP_HEADER } from '../worker/messages';
import { readFonts } from './fonts';
import { addressOf, readBody, toRequest, writeResponse } from './http';
import { issueToken, readToken, tokenEndpointOf } from './tokens';

/** Stands before the path of every request: no answer depends on the name under which it was asked for. */
const ORIGIN = 'http://localhost';

const MIB = 1024 * 1024;
const BODY_LIMIT = MIB;
const SNAPSHOT_LIMIT = 64 * MIB;
const NEEDS_TOKEN = /^\/+(?:v1|dashboard\/+v1)(?:\/|$)/i;
const SNAPSHOT_PATH = /^\/+simulation\/+v1\/+world\/*$/i;

/** How long calls that are under way may take when the emulator ends. */
const FAREWELL = 3_000;

/** Pages of this machine's own developer may read the answers; nobody else's (decisions 10). */
const ALLOWED_ORIGIN = /^http:\/\/(?:localhost|127\.0\.0\.1)(?::\d+)?$/i;
const EXPOSED_HEADERS = [
  'Allow',
  'Content-Disposition',
  'ETag',
  'Location',
  'MS-ContinuationToken',
  'MS-CorrelationId',
  'MS-CV',
  'MS-RequestId',
  'Retry-After',
  SERVED_BY_HEADER,
  'WWW-Authenticate',
].join(', ');

export interface EmulatorOptions {
  /** 0 = any free one. */
  readonly port?: number;
  readonly host?: string;
  readonly scenario?: string;
  /** Keeps the world in this file. */
  readonly world?: string;
  /** Calls per real minute. */
  readonly rateLimit?: number;
}

export interface Emulator {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** The emulator was asked for something that it does not have; the message is for the person who asked. */
export class EmulatorOptionError extends Error {
  override readonly name = 'EmulatorOptionError';
}

/** Resolves when the world has started and the emulator listens. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { port = 4010, host = '127.0.0.1', scenario, rateLimit } = options;
  checkScenario(scenario);
  const file: FileStore | undefined = options.world === undefined ? undefined : await fileStore(options.world);
  const key = crypto.getRandomValues(new Uint8Array(32));
  const server = createServer({
    store: file ?? memoryStore(),
    ...(scenario !== undefined && { scenario }),
    ...(rateLimit !== undefined && { rateLimit }),
    authenticate: (request) => authenticate(request, key),
    readFonts,
  });

  /** Asks the server without going through the network. */
  const ask = async <Answer>(path: string): Promise<Answer> => {
    const answer = await server.handle(new Request(ORIGIN + path));
    const body: unknown = await answer.json();
    if (!answer.ok) throw new Error((body as Partial<FaultBody>).description ?? `${path} answered ${answer.status}.`);
    return body as Answer;
  };

  const answer = async (incoming: IncomingMessage): Promise<Response | 'drop'> => {
    const url = addressOf(incoming, ORIGIN);
    if (!url) return fault(400, 'The address of the request is malformed.');
    if (mayNotAsk(incoming)) return fault(403, 'Pages of other origins may not change this world.');
    const preflight = preflightOf(incoming);
    if (preflight) return preflight;

    const isSnapshot = incoming.method === 'PUT' && SNAPSHOT_PATH.test(url.pathname);
    const limit = isSnapshot ? SNAPSHOT_LIMIT : BODY_LIMIT;
    const read = await readBody(incoming, limit);
    if ('aborted' in read) return 'drop';
    if ('tooLarge' in read) return fault(413, `The body is larger than ${limit / MIB} MiB.`);

    const tokenEndpoint = tokenEndpointOf(url.pathname);
    if (tokenEndpoint) {
      if (incoming.method !== 'POST') {
        return fault(405, 'Tokens are asked for with POST.', [['Allow', 'POST']]);
      }
      const identity = await ask<Identity>('/simulation/v1/identity');
      const form = new URLSearchParams(read.body.toString('utf8'));
      return json(200, await issueToken(key, tokenEndpoint, form, identity), [['Cache-Control', 'no-store']]);
    }

    const request = toRequest(incoming, url, read.body);
    if (!request) return fault(400, 'The method or a header of the request is malformed.');
    const response = await server.handle(request);
    if (response.headers.has(DROP_HEADER)) return 'drop';
    if (response.status === 401) addChallenge(response.headers);
    return response;
  };

  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    incoming.on('error', () => undefined);
    outgoing.on('error', () => undefined);
    try {
      const response = await answer(incoming).catch((cause: unknown) =>
        fault(500, `The emulator failed: ${String(cause)}`),
      );
      if (response === 'drop') {
        incoming.socket.destroy();
        return;
      }
      addCors(incoming, response.headers);
      echoIds(incoming, response.headers);
      await writeResponse(incoming, outgoing, response);
    } catch {
      // What is left to go wrong is the connection itself.
      incoming.socket.destroy();
    }
  };

  const http = createHttpServer((incoming, outgoing) => void serve(incoming, outgoing));
  // A caller may say that nothing more will come and still wait for its answer (`printf … | nc`).
  Object.assign(http, { httpAllowHalfOpen: true });
  http.on('clientError', answerNonsense);
  // Nobody tunnels through here; a connection that asks for it must not stay open.
  http.on('connect', (_request, socket) => socket.destroy());

  const closeWorld = async (): Promise<void> => {
    server.close();
    await file?.close();
  };

  try {
    await ask('/simulation/v1/clock');
    await new Promise<void>((resolve, reject) => {
      http.once('error', reject);
      http.listen(port, host, resolve);
    });
  } catch (cause) {
    await closeWorld();
    throw cause;
  }
  // An error of the listening socket after that ends nothing that a caller can see.
  http.on('error', () => undefined);

  let closing: Promise<void> | undefined;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${(http.address() as AddressInfo).port}`,
    close: () => {
      closing ??= new Promise<void>((resolve) => {
        http.close(() => resolve());
        http.closeIdleConnections();
        setTimeout(() => http.closeAllConnections(), FAREWELL).unref();
      }).then(closeWorld);
      return closing;
    },
  };
}

async function authenticate(
  request: Request,
  key: Uint8Array,
): Promise<{ userId?: string } | { status: 401; description: string }> {
  // What is not there is not there for anybody: 404 comes before 401.
  if (!NEEDS_TOKEN.test(new URL(request.url).pathname)) return {};
  const token = await readToken(key, request);
  return 'userId' in token ? token : { status: 401, description: token.refusal };
}

function checkScenario(name: string | undefined): void {
  if (name === undefined || findScenario(name)) return;
  const known = scenarioEntries().map((entry) => entry.name);
  throw new EmulatorOptionError(`There is no scenario "${name}". There are: ${known.join(', ')}.`);
}

function json(status: number, body: unknown, headers: [string, string][] = []): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: [...headers, ['Content-Type', 'application/json; charset=utf-8'], [SERVED_BY_HEADER, SERVED_BY]],
  });
}

/** What goes wrong before the server is asked has no code of Partner Center's: the status stands in. */
function fault(status: number, description: string, headers: [string, string][] = []): Response {
  return json(status, faultBody(status, description), headers);
}

function faultBody(status: number, description: string): FaultBody {
  return { code: status, description: description.slice(0, 1024), data: [], source: 'PartnerFD' };
}

/** A request that does not even parse as HTTP still gets an answer, as far as its sender listens. */
function answerNonsense(cause: NodeJS.ErrnoException, socket: Socket): void {
  if (cause.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, reason] =
    cause.code === 'HPE_HEADER_OVERFLOW'
      ? [431, 'Request Header Fields Too Large']
      : cause.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? [408, 'Request Timeout']
        : [400, 'Bad Request'];
  const body = JSON.stringify(faultBody(status, 'The request is not well-formed HTTP.'));
  socket.on('error', () => undefined);
  socket.end(
    `HTTP/1.1 ${status} ${reason}\r\nContent-Type: application/json; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n${SERVED_BY_HEADER}: ${SERVED_BY}\r\nConnection: close\r\n\r\n${body}`,
  );
}

function addChallenge(headers: Headers): void {
  if (!headers.has('WWW-Authenticate')) headers.set('WWW-Authenticate', 'Bearer realm="Partner Center emulator"');
}

/**
 * A page anywhere on the internet can make a browser send simple requests to this machine. It cannot read the answers, but
 * the control API needs no token, so it must not change anything either.
 */
function mayNotAsk({ headers: { origin }, method = 'GET' }: IncomingMessage): boolean {
  return origin !== undefined && !ALLOWED_ORIGIN.test(origin) && !['GET', 'HEAD', 'OPTIONS'].includes(method);
}

/**
 * The browser asks on behalf of a page whether it may send what it wants to send. It asks without a token, so nobody is
 * told to bring one; a page of another origin is told nothing that would let it go on.
 */
function preflightOf({ method, headers }: IncomingMessage): Response | undefined {
  const { origin, 'access-control-request-method': asked } = headers;
  if (method !== 'OPTIONS' || origin === undefined) return undefined;
  if (!ALLOWED_ORIGIN.test(origin))
    return new Response(null, { status: 204, headers: { [SERVED_BY_HEADER]: SERVED_BY } });
  if (asked === undefined) return undefined;
  return new Response(null, {
    status: 204,
    headers: {
      'Access-Control-Allow-Methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
      'Access-Control-Allow-Headers': headers['access-control-request-headers'] ?? '*',
      'Access-Control-Max-Age': '600',
      [SERVED_BY_HEADER]: SERVED_BY,
    },
  });
}

function addCors({ headers: { origin } }: IncomingMessage, headers: Headers): void {
  headers.append('Vary', 'Origin');
  if (origin === undefined || !ALLOWED_ORIGIN.test(origin)) return;
  headers.set('Access-Control-Allow-Origin', origin);
  headers.set('Access-Control-Expose-Headers', EXPOSED_HEADERS);
}

/** Every answer repeats the ids of its request, also those that the server was not asked for. */
function echoIds(incoming: IncomingMessage, headers: Headers): void {
  for (const name of ['MS-RequestId', 'MS-CorrelationId']) {
    const value = incoming.headers[name.toLowerCase()];
    if (typeof value === 'string' && !headers.has(name)) headers.set(name, value);
  }
}
