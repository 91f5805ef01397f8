/** What crosses the border between a page and its world: an HTTP request and its response, as plain data. */
import { SERVED_BY, SERVED_BY_HEADER, type FaultBody } from '../../../api/wire';

/** On an answer that a fault lets get lost: the host behaves as if the connection had broken. */
export const DROP_HEADER = 'X-Simulation-Drop';

export interface RequestMessage {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly [string, string][];
  readonly body?: ArrayBuffer;
}

export interface ResponseMessage {
  readonly status: number;
  readonly headers: readonly [string, string][];
  readonly body?: ArrayBuffer;
}

/** Something happened in the world that nobody on this page has asked for by the very request that answers. */
export type WorldNotice =
  | { readonly kind: 'changed' }
  | { readonly kind: 'progress'; readonly done: number; readonly total: number; readonly phase: string };

export interface OpenedWorld {
  readonly storage: 'indexedDB' | 'memory';
  /** Why the world is not kept, when it is not. */
  readonly detail?: string;
  /** Tells the world's announcements to other tabs from those of the others. */
  readonly announcer: string;
}

export type ToWorker =
  | { readonly kind: 'ask'; readonly id: number; readonly request: RequestMessage }
  /** To fetch what only some answers need, so that it is there when the network is not. */
  | { readonly kind: 'preload' };

export type FromWorker =
  /** The script runs. */
  | { readonly kind: 'hello' }
  /** The worker holds this lock until it dies. */
  | { readonly kind: 'holds'; readonly lock: string }
  | { readonly kind: 'opened'; readonly world: OpenedWorld }
  | { readonly kind: 'answer'; readonly id: number; readonly response: ResponseMessage }
  /** What was asked for by `preload` is there, or cannot be fetched now. */
  | { readonly kind: 'preloaded' }
  | WorldNotice;

/** Name of the channel on which a world tells other tabs that it has changed what they share. */
export const CHANNEL = 'partner-center-world';

export interface Announcement {
  readonly kind: 'changed';
  readonly announcer: string;
}

/** Uses the body of the request up. */
export async function toRequestMessage(request: Request): Promise<RequestMessage> {
  const { method, url } = request;
  const headers = [...request.headers];
  const body = method === 'GET' || method === 'HEAD' ? undefined : await request.arrayBuffer();
  return body && body.byteLength > 0 ? { method, url, headers, body } : { method, url, headers };
}

export function toRequest({ method, url, headers, body }: RequestMessage): Request {
  return new Request(url, { method, headers: copy(headers), body: body ?? null });
}

export async function toResponseMessage(response: Response): Promise<ResponseMessage> {
  const { status } = response;
  const headers = [...response.headers];
  const body = await response.arrayBuffer();
  return body.byteLength > 0 ? { status, headers, body } : { status, headers };
}

/** @param url what was asked for, so that the answer looks as if it came from there. */
export function toResponse({ status, headers, body }: ResponseMessage, url: string): Response {
  const response = new Response(body ?? null, { status, headers: copy(headers) });
  Object.defineProperty(response, 'url', { value: url, configurable: true });
  return response;
}

/** Whether the world wants this answer to get lost. */
export function isDropped({ headers }: ResponseMessage): boolean {
  return headers.some(([name]) => name.toLowerCase() === DROP_HEADER.toLowerCase());
}

/** An answer that the host gives in the world's place, in the shape of a refusal. */
export function faultMessage(status: number, code: number, description: string): ResponseMessage {
  const fault: FaultBody = { code, description, data: [], source: 'PartnerFD' };
  return {
    status,
    headers: [
      ['Content-Type', 'application/json; charset=utf-8'],
      [SERVED_BY_HEADER, SERVED_BY],
    ],
    body: new TextEncoder().encode(JSON.stringify(fault)).buffer,
  };
}

function copy(headers: readonly [string, string][]): [string, string][] {
  return headers.map(([name, value]) => [name, value]);
}
