import { useDeferredValue, useEffect, useRef, useState } from 'react';
import type { UrlState } from '../../ui/url-state';

/** Typing pauses this long before the address follows: browsers refuse hundreds of address changes in a row. */
const ADDRESS_PAUSE = 200;

export interface SearchText {
  /** What stands in the search box. */
  typed: string;
  type: (text: string) => void;
  /** What the list is asked for: the same, a moment later, so that typing stays fluid. */
  sought: string;
}

/** The search text of a list. It lives in the address, so Back, Forward and links change it too. */
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

  return { typed, type: setTyped, sought: useDeferredValue(typed) };
}
