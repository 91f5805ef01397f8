import { useMemo } from 'react';
import type { ListQuery } from '../../api/queries';
import type { Sort } from '../../ui/DataTable';
import { useUrlState } from '../../ui/url-state';
import { useSearchText, type SearchText } from '../../ui/useSearchText';

export interface ListState {
  search: SearchText;
  status: string | undefined;
  sort: Sort | undefined;
  /** The same as the API is asked for it. */
  query: ListQuery;
  setStatus: (status: string | undefined) => void;
  setSort: (sort: Sort) => void;
  clear: () => void;
}

/** Search, status and order of a subscription list; they live in the address. */
export function useListState(): ListState {
  const url = useUrlState();
  const search = useSearchText(url);
  const status = url.get('status');
  const column = url.get('sort');
  const direction = url.get('direction') === 'descending' ? 'descending' : 'ascending';
  const sort = useMemo((): Sort | undefined => (column ? { column, direction } : undefined), [column, direction]);
  return {
    search,
    status,
    sort,
    query: { search: search.sought, status, sort: sort?.column, direction: sort?.direction },
    setStatus: (value) => url.set({ status: value }),
    setSort: (next) => url.set({ sort: next.column, direction: next.direction }),
    clear: () => {
      search.type('');
      url.set({ search: undefined, status: undefined });
    },
  };
}
