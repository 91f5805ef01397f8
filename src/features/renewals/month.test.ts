import { expect, test } from 'vitest';
import { daysOf, monthOf, parseMonth, shiftMonth, weeksOf } from './month';

const SUNDAY = 0;
const MONDAY = 1;

/** Which day of the month stands where; 0 where none does. */
const numbers = (month: string, first: number) =>
  weeksOf(month, first).map((week) => week.map((day) => (day ? Number(day.slice(8)) : 0)));

test('November 2021 begins on a Monday: with Monday first nothing stands before it', () => {
  expect(numbers('2021-11', MONDAY)[0]).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(numbers('2021-11', SUNDAY)[0]).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(numbers('2021-11', MONDAY).at(-1)).toEqual([29, 30, 0, 0, 0, 0, 0]);
});

test.each([
  // February 2015 fills four weeks from Sunday, August 2021 needs six from Monday.
  ['2015-02', SUNDAY, 4, 28],
  ['2021-08', MONDAY, 6, 31],
  ['2020-02', MONDAY, 5, 29],
  ['2021-02', MONDAY, 4, 28],
  ['2000-02', SUNDAY, 5, 29],
  ['2100-02', MONDAY, 4, 28],
  ['1969-12', MONDAY, 5, 31],
])('%s with weeks from day %i has %i weeks and %i days', (month, first, weeks, days) => {
  const rows = numbers(month, first);
  expect(rows).toHaveLength(weeks);
  expect(rows.flat().filter((day) => day > 0)).toEqual(Array.from({ length: days }, (_, index) => index + 1));
  for (const row of rows) expect(row).toHaveLength(7);
});

test('every day stands below its own weekday', () => {
  for (let month = '2019-11'; month < '2025-01'; month = shiftMonth(month, 1)) {
    for (const first of [SUNDAY, MONDAY]) {
      for (const week of weeksOf(month, first)) {
        week.forEach((day, index) => {
          if (day) expect(new Date(`${day}T00:00:00Z`).getUTCDay()).toBe((first + index) % 7);
        });
      }
    }
  }
});

test('months follow each other over the year, and leap years give February its day', () => {
  expect(shiftMonth('2021-12', 1)).toBe('2022-01');
  expect(shiftMonth('2022-01', -1)).toBe('2021-12');
  expect(daysOf('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
  expect(daysOf('2021-12')).toEqual({ from: '2021-12-01', to: '2021-12-31' });
  expect(monthOf('2021-10-31T20:00:00Z')).toBe('2021-10');
});

test.each([undefined, '', '2021', '2021-13', '2021-1', '21-10', '9999-01', '2021-10-01'])('%j is no month', (text) => {
  expect(parseMonth(text)).toBeUndefined();
});

test('a month is one', () => {
  expect(parseMonth('2021-11')).toBe('2021-11');
});
