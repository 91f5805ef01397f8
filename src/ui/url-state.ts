import { useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';

export type UrlChanges = Record<string, string | undefined>;

/** The search parameters as a plain record; of a name that stands twice, the last counts. */
export function readSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

/** The search text after some changes: an empty or absent value removes its name, the rest keeps its order. */
export function changeSearch(search: string, changes: UrlChanges): string {
  const params = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === '') params.delete(name);
    else params.set(name, value);
  }
  const text = params.toString();
  return text ? `?${text}` : '';
}

export interface UrlState {
  get(name: string): string | undefined;
  set(changes: UrlChanges, options?: { replace?: boolean }): void;
  all: Record<string, string>;
}

/** Filters, order, open panel: what a person may want to send to somebody else lives in the address. */
export function useUrlState(): UrlState {
  const { search, pathname, hash } = useLocation();
  const navigate = useNavigate();
  return useMemo(() => {
    const all = readSearch(search);
    return {
      all,
      get: (name) => all[name],
      set: (changes, options) => {
        // The address itself, not the rendered one: two changes in one event must both be kept.
        const next = changeSearch(window.location.search, changes);
        if (next === window.location.search) return;
        void navigate({ pathname, search: next, hash }, { replace: options?.replace ?? false });
      },
    };
  }, [search, pathname, hash, navigate]);
}
