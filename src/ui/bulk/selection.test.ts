import { describe, expect, test } from 'vitest';
import { ALL_TICKS, countTicks, isTicked, NO_TICKS, tick } from './selection';

const row = (id: string) => ({ id });
const [a, b, c] = [row('a'), row('b'), row('c')] as const;

describe('ticks of a list', () => {
  test('single rows are ticked and cleared', () => {
    const two = tick(tick(NO_TICKS, [a], true), [b], true);
    expect(['a', 'b', 'c'].filter((id) => isTicked(two, id))).toEqual(['a', 'b']);
    expect(countTicks(two, 10_000)).toBe(2);
    expect(countTicks(tick(two, [a], false), 10_000)).toBe(1);
  });

  test('ticking what is ticked changes nothing', () => {
    expect(countTicks(tick(tick(NO_TICKS, [a, b], true), [a, b, c], true), 3)).toBe(3);
  });

  test('of all matches, those that nobody has loaded are ticked too, and single ones can be left out', () => {
    expect(isTicked(ALL_TICKS, 'not loaded')).toBe(true);
    const without = tick<{ id: string }>(ALL_TICKS, [b], false);
    expect(isTicked(without, 'b')).toBe(false);
    expect(countTicks(without, 10_000)).toBe(9_999);
    expect(countTicks(tick(without, [b], true), 10_000)).toBe(10_000);
  });

  test('rows stay known when the list shows others', () => {
    expect([...tick(NO_TICKS, [a, c], true).rows.values()]).toEqual([a, c]);
  });

  test('a count is never below nothing', () => {
    expect(countTicks(tick<{ id: string }>(ALL_TICKS, [a, b], false), 1)).toBe(0);
  });
});
