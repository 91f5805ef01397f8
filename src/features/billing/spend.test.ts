import { describe, expect, test } from 'vitest';
import { everyMonth, familiesOf, namedMonths, scaleOf, stack, type SpendMonth } from './spend';

const euros = (amount: string) => ({ amount, currency: 'EUR' });
const month = (name: string, families: Record<string, string>): SpendMonth => ({
  month: name,
  total: euros('0.00'),
  families: Object.entries(families).map(([family, amount]) => ({ family, amount: euros(amount) })),
});

test('months without lines have a place too', () => {
  const spend = [month('2021-11', {}), month('2022-02', {})];
  expect(everyMonth(spend).map((each) => each.month)).toEqual(['2021-11', '2021-12', '2022-01', '2022-02']);
  expect(everyMonth(spend)[1]?.spend).toBeUndefined();
  expect(everyMonth([])).toEqual([]);
});

test('the family with the most money comes first, credits counted like charges', () => {
  const spend = [month('2021-11', { Azure: '10.00', Office: '-30.00' }), month('2021-12', { Azure: '15.00' })];
  expect(familiesOf(spend)).toEqual(['Office', 'Azure']);
});

test('charges are stacked upwards, credits downwards', () => {
  const spend = month('2021-11', { a: '10.00', b: '-4.00', c: '5.00', d: '-1.00', e: '0.00' });
  expect(stack(spend, ['a', 'b', 'c', 'd', 'e'])).toEqual([
    { family: 'a', from: 0, to: 10 },
    { family: 'b', from: 0, to: -4 },
    { family: 'c', from: 10, to: 15 },
    { family: 'd', from: -4, to: -5 },
  ]);
  expect(stack(undefined, ['a'])).toEqual([]);
});

describe('the scale', () => {
  const column = (...ends: number[]) => [ends.map((to) => ({ family: 'a', from: 0, to }))];

  test.each([
    [column(38_000), [0, 10_000, 20_000, 30_000, 40_000]],
    [column(90, -30), [-50, 0, 50, 100]],
    [column(0.03), [0, 0.01, 0.02, 0.03]],
    [column(-7), [-8, -6, -4, -2, 0]],
  ])('%j', (columns, ticks) => {
    const scale = scaleOf(columns);
    expect(scale).toHaveLength(ticks.length);
    for (const [index, tick] of ticks.entries()) expect(scale[index]).toBeCloseTo(tick, 10);
  });

  test('nothing at all still has one', () => {
    expect(scaleOf([]).length).toBeGreaterThan(1);
  });
});

test('names of months do not touch', () => {
  const months = everyMonth([month('2021-11', {}), month('2023-03', {})]).map((each) => each.month);
  expect(namedMonths(months, 60, 50).size).toBe(17);
  expect([...namedMonths(months, 17, 50)]).toEqual(['2022-01', '2022-04', '2022-07', '2022-10', '2023-01']);
  expect([...namedMonths(months, 4, 50)]).toEqual(['2022-01', '2023-01']);
  expect([...namedMonths(['2021-11'], 4, 50)]).toEqual(['2021-11']);
});
