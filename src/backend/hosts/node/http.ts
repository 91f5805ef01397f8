/** Between node:http and the server's `Request` and `Response`. Written for callers who send anything. */
import type { IncomingMessage, ServerResponse } from 'node:http';

/** How long a caller may go on sending a body that was refused, and how much of it, before the line is cut. */
const DRAIN_TIME = 10_000;
const DRAIN_BYTES = 256 * 1024 * 1024;

/** Methods that `Request` does not know. */
const FORBIDDEN_METHODS = new Set(['TRACE', 'TRACK', 'CONNECT']);

export type ReadBody = { readonly body: Buffer } | { readonly tooLarge: true } | { readonly aborted: true };

/** The address of a request, or `undefined` when what was sent is none. */
export function addressOf(incoming: IncomingMessage, origin: string): URL | undefined {
  const target = incoming.url ?? '';
  // Joined as text: `//v1/customers` is a path here, not the name of a host.
  const text = target.startsWith('/') ? origin + target : target;
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined;
}

/** Reads the body as long as it stays within the limit. */
export function readBody(incoming: IncomingMessage, limit: number): Promise<ReadBody> {
  return new Promise((resolve) => {
    if (Number(incoming.headers['content-length'] ?? 0) > limit) {
      resolve({ tooLarge: true });
      return;
    }
    const chunks: Buffer[] = [];
    let size = 0;
    const take = (chunk: Buffer): void => {
      size += chunk.length;
      if (size > limit) {
        incoming.off('data', take);
        chunks.length = 0;
        resolve({ tooLarge: true });
      } else {
        chunks.push(chunk);
      }
    };
    incoming.on('data', take);
    incoming.on('end', () => resolve({ body: Buffer.concat(chunks) }));
    incoming.on('error', () => resolve({ aborted: true }));
    incoming.on('close', () => resolve({ aborted: true }));
  });
}

/** `undefined` when no such request can be made of it (method or headers). */
export function toRequest(incoming: IncomingMessage, url: URL, body: Buffer): Request | undefined {
  const method = incoming.method ?? 'GET';
  if (FORBIDDEN_METHODS.has(method)) return undefined;
  const headers = new Headers();
  try {
    for (let index = 0; index + 1 < incoming.rawHeaders.length; index += 2) {
      headers.append(incoming.rawHeaders[index]!, incoming.rawHeaders[index + 1]!);
    }
    const hasBody = body.length > 0 && method !== 'GET' && method !== 'HEAD';
    return new Request(url, { method, headers, body: hasBody ? new Uint8Array(body) : null });
  } catch (cause) {
    if (cause instanceof TypeError) return undefined;
    throw cause;
  }
}

/** Writes the answer. A caller that is still sending is heard out first: cut off, it would not read the answer. */
export async function writeResponse(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  response: Response,
): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer());
  if (outgoing.destroyed) return;
  const headers: [string, string][] = [...response.headers].filter(([name]) => name !== 'content-length');
  const hasBody = response.status >= 200 && response.status !== 204 && response.status !== 304;
  if (hasBody) headers.push(['Content-Length', String(body.length)]);
  const isHeardOut = incoming.complete || incoming.readableEnded;
  if (!isHeardOut) headers.push(['Connection', 'close']);
  outgoing.writeHead(response.status, headers.flat());
  if (hasBody && incoming.method !== 'HEAD') outgoing.write(body);
  else outgoing.flushHeaders();
  if (!isHeardOut) await drain(incoming);
  outgoing.end();
}

function drain(incoming: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    let size = 0;
    const cut = setTimeout(() => incoming.socket.destroy(), DRAIN_TIME);
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > DRAIN_BYTES) incoming.socket.destroy();
    });
    incoming.once('close', () => {
      clearTimeout(cut);
      resolve();
    });
    incoming.once('end', () => {
      clearTimeout(cut);
      resolve();
    });
    incoming.resume();
  });
}
