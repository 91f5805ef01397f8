/**
 * The one door from the screens to the API. Requests go through `fetch`, which the host has arranged to be answered by
 * the world (service worker, or directly when there is none: see backend/hosts).
 */
import type { FaultBody } from './wire';

/** The API understood the request and says no: show `description` beside the control. */
export class RefusalError extends Error {
  readonly status: number;
  readonly fault: FaultBody;

  constructor(status: number, fault: FaultBody) {
    super(fault.description);
    this.name = 'RefusalError';
    this.status = status;
    this.fault = fault;
  }
}

/** The answer did not arrive or made no sense: the same call may be tried again with the same request id. */
export class TransportError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'TransportError';
  }
}

let locale = 'en-US';

/** The language that a call is made in now: a file that is read in pieces keeps the one it began in. */
export function apiLocale(): string {
  return locale;
}

/** Sets the language of descriptions and summaries for all later calls (`X-Locale`). */
export function setApiLocale(next: string): void {
  locale = next;
}

export interface CallOptions {
  /** In place of the language of all calls. */
  locale?: string;
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  query?: Record<string, string | number | boolean | undefined | null>;
  body?: unknown;
  /** Idempotency key (`MS-RequestId`): keep it when the same call is tried again. */
  requestId?: string;
  signal?: AbortSignal;
}

/**
 * Calls the API and returns the parsed body.
 * @throws RefusalError on a 4xx answer of the API, TransportError when no usable answer came.
 */
export async function call<Answer>(path: string, options: CallOptions = {}): Promise<Answer> {
  const response = await send(path, options, 'application/json');
  return response.status === 204 ? (undefined as Answer) : ((await read(response, () => response.json())) as Answer);
}

/**
 * Calls the API for a file, or a part of one: its bytes as they are.
 * @throws as {@link call}.
 */
export async function callFile(
  path: string,
  type: string,
  options: CallOptions = {},
): Promise<{ headers: Headers; content: ArrayBuffer }> {
  const response = await send(path, options, type);
  return { headers: response.headers, content: await read(response, () => response.arrayBuffer()) };
}

export interface SavedFile {
  /** As the API names it. */
  readonly name: string;
  readonly content: Blob;
}

/**
 * Calls the API for a document.
 * @throws as {@link call}.
 */
export async function callForDocument(path: string, type: string, options: CallOptions = {}): Promise<SavedFile> {
  const { headers, content } = await callFile(path, type, options);
  const name = /filename="([^"]+)"/.exec(headers.get('Content-Disposition') ?? '')?.[1];
  return { name: name ?? 'document', content: new Blob([content], { type }) };
}

/** The answer, if it is not one that says no. */
async function send(path: string, options: CallOptions, accept: string): Promise<Response> {
  const { method = 'GET', query, body, requestId, signal } = options;
  const headers: Record<string, string> = { Accept: accept, 'X-Locale': options.locale ?? locale };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (requestId) headers['MS-RequestId'] = requestId;
  let response: Response;
  try {
    response = await fetch(path + queryText(query), {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new TransportError('No answer arrived.', { cause });
  }
  if (response.ok) return response;
  const fault = await read(response, () => response.json());
  if (response.status >= 500 || response.status === 429) throw new TransportError(`The answer was ${response.status}.`);
  throw new RefusalError(response.status, fault as FaultBody);
}

async function read<Content>(response: Response, content: () => Promise<Content>): Promise<Content> {
  try {
    return await content();
  } catch (cause) {
    throw new TransportError(`The answer (${response.status}) was not readable.`, { cause });
  }
}

function queryText(query: CallOptions['query']): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `?${text}` : '';
}
