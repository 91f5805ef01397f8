/** One route table: path patterns without regard to case, methods per path, `Allow` for the rest. */
import { match, type MatchFunction } from 'path-to-regexp';

export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

interface Entry<Handler> {
  readonly matches: MatchFunction<Record<string, string>>;
  readonly methods: Map<string, Handler>;
}

export type Found<Handler> =
  | { readonly kind: 'route'; readonly handler: Handler; readonly params: Record<string, string> }
  | { readonly kind: 'wrongMethod'; readonly allow: string }
  | { readonly kind: 'unknown' };

export class RouteTable<Handler> {
  readonly #entries = new Map<string, Entry<Handler>>();

  /** @param pattern as path-to-regexp writes it: `/v1/customers/:customerId`. Earlier patterns win. */
  add(method: Method, pattern: string, handler: Handler): void {
    let entry = this.#entries.get(pattern);
    if (!entry) {
      const matches = match<Record<string, string>>(pattern, { sensitive: false, trailing: true });
      entry = { matches, methods: new Map() };
      this.#entries.set(pattern, entry);
    }
    entry.methods.set(method, handler);
  }

  find(method: string, path: string): Found<Handler> {
    const clean = path.replace(/\/{2,}/g, '/');
    const allowed = new Set<string>();
    for (const entry of this.#entries.values()) {
      const found = safely(() => entry.matches(clean));
      if (!found) continue;
      const handler = entry.methods.get(method) ?? (method === 'HEAD' ? entry.methods.get('GET') : undefined);
      if (handler) return { kind: 'route', handler, params: { ...found.params } };
      for (const each of entry.methods.keys()) allowed.add(each);
    }
    return allowed.size > 0 ? { kind: 'wrongMethod', allow: [...allowed].sort().join(', ') } : { kind: 'unknown' };
  }
}

/** A path with a broken escape (`%E0%A4%A`) names nothing. */
function safely<Value>(read: () => Value): Value | false {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof URIError || cause instanceof TypeError) return false;
    throw cause;
  }
}
