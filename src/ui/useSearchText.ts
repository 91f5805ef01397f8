import { useDeferredValue, useEffect, useRef, useState } from 'react';
import type { UrlState } from './url-state';

/** Typing pauses this long before the address follows: browsers refuse hundreds of address changes in a row. */
const ADDRESS_PAUSE = 200;

export interface SearchText {
  /** What stands in the search box. */
  typed: string;
  type: (text: string) => void;
  /** What the list is asked for: the same, a moment later. */
  sought: string;
  /** Whether list and address have caught up with what is typed. */
  settled: boolean;
}

/**
 * The search text: what is typed, what the list shows (a moment later, so that typing stays fluid), and whether the
 * address has caught up with both. Back, Forward and "Clear filters" change it from the address.
 */
export function useSearchText(url: UrlState): SearchText {
  const address = url.get('search') ?? '';
  const [typed, setTyped] = useState(address);
  const written = useRef(address);

  useEffect(() => {
    if (address === written.current) return;
    written.current = address;
    setTyped(address);
  }, [address]);

  useEffect(() => {
    if (typed === written.current) return undefined;
    const timer = setTimeout(() => {
      written.current = typed;
      url.set({ search: typed }, { replace: true });
    }, ADDRESS_PAUSE);
    return () => clearTimeout(timer);
  }, [typed, url]);

  const sought = useDeferredValue(typed);
  return { typed, type: setTyped, sought, settled: typed === address && sought === typed };
}
