import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Page } from './dashboard';

/** What a paged list has loaded so far, and the way to more of it. */
export function useLoadedRows<Row>(query: UseInfiniteQueryResult<InfiniteData<Page<Row>>>) {
  const { data, isFetching, fetchNextPage } = query;
  const rows = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  // A refresh that is under way must not be cut short: it brings what the last command changed.
  const loadMore = useCallback(() => {
    if (!isFetching) void fetchNextPage();
  }, [isFetching, fetchNextPage]);
  return { rows, totalCount: data?.pages.at(-1)?.totalCount ?? 0, loadMore };
}
