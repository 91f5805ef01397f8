import { expect, it } from 'vitest';
import { timeLeft } from './remaining';

it.each([
  ['2021-10-21T08:00:00Z', '2021-10-18T07:59:00Z', { days: 3, hours: 0, minutes: 1 }],
  ['2021-10-21T08:00:00Z', '2021-10-21T07:59:59Z', { days: 0, hours: 0, minutes: 0 }],
  ['2021-10-21T08:00:00Z', '2021-10-21T08:00:00Z', undefined],
  ['2021-10-21T08:00:00Z', '2021-10-22T08:00:00Z', undefined],
])('From %s back to %s is left: %j', (until, now, left) => {
  expect(timeLeft(until, now)).toEqual(left);
});
