import { useQueries, type QueryKey, type UseQueryOptions } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { Page } from './dashboard';

/** So many rows before and behind those that are seen are fetched with them. */
const AHEAD = 40;

/** Pages of a list, the last one included. */
export interface PageRange {
  readonly from: number;
  readonly to: number;
}

/** The pages that hold some rows and those around them. */
export function pagesAround(first: number, last: number, total: number, size: number): PageRange {
  const pageOf = (index: number) => Math.floor(Math.min(Math.max(index, 0), Math.max(total - 1, 0)) / size);
  return { from: pageOf(first - AHEAD), to: pageOf(last + AHEAD) };
}

const TOP: PageRange = { from: 0, to: 0 };

/**
 * The rows of a list whose length is known; its pages are fetched where somebody looks. Who drags the scroll bar passes
 * hundreds of them: the next ones are asked for when those on their way are here, and they are those that are seen then.
 * @param list names what is listed: another filter is another list, which is read from its beginning.
 * @param head the first page; it is there already, and keeps being.
 */
export function useRowWindow<Answer extends Page<unknown>, Key extends QueryKey>(
  list: string,
  head: Answer,
  size: number,
  pageQuery: (page: number) => UseQueryOptions<Answer, Error, Answer, Key>,
) {
  const [seen, setSeen] = useState({ list, ...TOP });
  const [asked, setAsked] = useState(seen);
  const { from, to } = asked.list === list ? asked : TOP;
  const pages = Array.from({ length: to - from + 1 }, (_, index) => from + index).filter((page) => page > 0);
  const answers = useQueries({ queries: pages.map((page) => pageQuery(page)) });
  if (
    seen !== asked &&
    (asked.list !== list || !answers.some(({ isPending, isFetching }) => isPending && isFetching))
  ) {
    setAsked(seen);
  }

  const { totalCount } = head;
  const onLook = useCallback(
    (first: number, last: number) => {
      const next = { list, ...pagesAround(first, last, totalCount, size) };
      setSeen((before) => (isSame(before, next) ? before : next));
    },
    [list, totalCount, size],
  );
  const failed = answers.find(({ error }) => error);
  return {
    rows: {
      list,
      onLook,
      rowAt: (index: number): Answer['items'][number] | undefined => {
        const page = Math.floor(index / size);
        const answer = page === 0 ? head : answers[pages.indexOf(page)]?.data;
        return answer?.items[index - page * size];
      },
    },
    error: failed?.error ?? null,
    retry: async () => failed?.refetch(),
  };
}

function isSame(one: PageRange & { list: string }, other: PageRange & { list: string }): boolean {
  return one.list === other.list && one.from === other.from && one.to === other.to;
}
