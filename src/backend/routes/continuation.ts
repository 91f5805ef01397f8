import type { Call } from '../call';

/** A token that names a place in a list: good for the list that handed it out (REST API 1.5). */
export function continuationToken(list: string, offset: number): string {
  return btoa(`${list}:${offset}`);
}

/** The place that a token names. @throws InvalidRequest for one that this list has not handed out. */
export function continuationOffset(call: Call, list: string, token: string): number {
  try {
    const [, named, offset] = /^([a-z]+):(\d{1,9})$/.exec(atob(token)) ?? [];
    if (named === list && offset !== undefined) return Number(offset);
  } catch (cause) {
    if (!(cause instanceof DOMException)) throw cause;
  }
  throw call.invalid('MS-ContinuationToken', 'MS-ContinuationToken: unknown token');
}
