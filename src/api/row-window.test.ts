import { expect, test } from 'vitest';
import { pagesAround } from './row-window';

test.each<[what: string, seen: [number, number], total: number, pages: [number, number]]>([
  ['at the top only the first', [0, 20], 100_000, [0, 0]],
  ['near a border the one behind it, too', [45, 65], 100_000, [0, 1]],
  ['in the middle of a page only that one', [50_045, 50_055], 100_000, [500, 500]],
  ['at the end nothing behind it', [99_980, 99_999], 100_000, [999, 999]],
  ['a list that has become shorter ends where it ends', [99_980, 99_999], 250, [2, 2]],
  ['an empty list has its first', [0, 0], 0, [0, 0]],
])('pages that are fetched: %s', (_, [first, last], total, [from, to]) => {
  expect(pagesAround(first, last, total, 100)).toEqual({ from, to });
});
