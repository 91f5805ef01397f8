import type { Statement } from './resources/statement';

/** What a route answers, before it becomes an HTTP response. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  /** Written in place of a body of JSON; its type stands in the headers. */
  readonly text?: string;
  /** A document in place of a body; it is printed when the answer is sent. */
  readonly statement?: Statement;
  readonly headers?: Readonly<Record<string, string>>;
}

export function reply(status: number, body: unknown, headers?: Readonly<Record<string, string>>): Reply {
  return headers ? { status, body, headers } : { status, body };
}

export const ok = (body: unknown): Reply => reply(200, body);

export const created = (body: unknown): Reply => reply(201, body);
