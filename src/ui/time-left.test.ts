import { expect, test } from 'vitest';
import { timeLeft } from './time-left';

const NOW = '2021-10-18T08:00:00Z';

test.each([
  ['2021-10-20T11:04:59.999Z', { days: 2, hours: 3, minutes: 4 }],
  ['2021-10-18T08:00:00.001Z', { days: 0, hours: 0, minutes: 0 }],
  ['2021-10-19T08:00:00Z', { days: 1, hours: 0, minutes: 0 }],
  ['2021-10-18T08:00:00Z', undefined],
  ['2021-10-17T08:00:00Z', undefined],
])('from %s to %o', (until, expected) => {
  expect(timeLeft(until, NOW)).toEqual(expected);
});
