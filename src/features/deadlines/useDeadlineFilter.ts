import type { ListQuery } from '../../api/queries';
import { useUrlState } from '../../ui/url-state';
import { useSearchText, type SearchText } from '../../ui/useSearchText';

export interface DeadlineFilter {
  search: SearchText;
  kind: string | undefined;
  /** The same as the API is asked for it. */
  query: ListQuery;
  setKind: (kind: string | undefined) => void;
  clear: () => void;
}

/** Search and kind of a list of deadlines; they live in the address. */
export function useDeadlineFilter(): DeadlineFilter {
  const url = useUrlState();
  const search = useSearchText(url);
  const kind = url.get('kind');
  return {
    search,
    kind,
    query: { search: search.sought, kind },
    setKind: (value) => url.set({ kind: value }),
    clear: () => {
      search.type('');
      url.set({ search: undefined, kind: undefined });
    },
  };
}
