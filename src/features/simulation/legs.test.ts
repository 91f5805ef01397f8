import { describe, expect, test } from 'vitest';
import { legsOf, shareDone } from './legs';

describe('a long move of the clock', () => {
  test('goes in legs of thirty days and ends exactly where it was sent', () => {
    expect(legsOf('2021-10-01T08:00:00Z', '2021-12-15T12:30:00Z')).toEqual([
      '2021-10-31T08:00:00Z',
      '2021-11-30T08:00:00Z',
      '2021-12-15T12:30:00Z',
    ]);
  });

  test('a short move is one leg, a leg that ends at the goal is not doubled', () => {
    expect(legsOf('2021-10-01T08:00:00Z', '2021-10-02T08:00:00Z')).toEqual(['2021-10-02T08:00:00Z']);
    expect(legsOf('2021-10-01T08:00:00Z', '2021-10-31T08:00:00Z')).toEqual(['2021-10-31T08:00:00Z']);
  });

  test('nothing ahead, no legs', () => {
    expect(legsOf('2021-10-01T08:00:00Z', '2021-10-01T08:00:00Z')).toEqual([]);
    expect(legsOf('2021-10-01T08:00:00Z', '2020-10-01T08:00:00Z')).toEqual([]);
  });

  test('ten years are some 122 legs, in order', () => {
    const legs = legsOf('2021-01-31T00:00:00Z', '2031-01-31T00:00:00Z');
    expect(legs).toHaveLength(122);
    expect([...legs].sort()).toEqual(legs);
  });

  test('progress is the share of the time that has passed', () => {
    expect(shareDone('2021-01-01T00:00:00Z', '2021-01-11T00:00:00Z', '2021-01-06T00:00:00Z')).toBe(0.5);
    expect(shareDone('2021-01-01T00:00:00Z', '2021-01-01T00:00:00Z', '2021-01-01T00:00:00Z')).toBe(1);
  });
});
