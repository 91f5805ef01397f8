import type { FacetValue, Page } from '../../api/dashboard';

/** Order and part of a list that a caller asked for; bad numbers mean the default. */
export interface ListOptions {
  readonly search: string;
  readonly sort: string | undefined;
  readonly descending: boolean;
  readonly size: number;
  readonly offset: number;
}

/** The words of a search, lower case; a row matches when it contains all of them. */
export function searchWords(search: string): string[] {
  return search.toLowerCase().split(/\s+/).filter(Boolean);
}

export function matchesAll(haystack: string, words: readonly string[]): boolean {
  return words.every((word) => haystack.includes(word));
}

/** One page of rows that are already filtered and sorted; only its rows are made. */
export function pageOf<Row, Shown>(
  rows: readonly Row[],
  { size, offset }: ListOptions,
  show: (row: Row) => Shown,
): Page<Shown> {
  return { totalCount: rows.length, items: rows.slice(offset, offset + size).map(show) };
}

/** How many there are of each value, in the order in which they are met. */
export function facetOf(values: readonly string[]): FacetValue[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count }));
}
