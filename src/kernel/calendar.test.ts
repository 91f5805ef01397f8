import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  addPeriod,
  after,
  dateOf,
  DAY,
  daysBetween,
  daysInMonth,
  formatInstant,
  HOUR,
  inclusiveDays,
  instant,
  MAX_INSTANT,
  parseDate,
  parseInstant,
  parsePeriod,
  plainDate,
  realNow,
  startOf,
  type Instant,
  type PlainDate,
} from './calendar';

/** Days of the years 0001 to 9999. */
const days = fc
  .record({ year: fc.integer({ min: 1, max: 9999 }), month: fc.integer({ min: 1, max: 12 }), day: fc.nat(30) })
  .map(({ year, month, day }) =>
    Temporal.PlainDate.from({ year, month, day: day + 1 }, { overflow: 'constrain' }).toString(),
  );

/** Days after which 200 years still fit into the calendar. */
const earlyDays = days.filter((on) => on < '9700');

const instants = fc.integer({ min: 0, max: MAX_INSTANT }).map((at) => at as Instant);

function oracle(on: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(on);
}

describe('beside Temporal', () => {
  test('months are clamped alike, forwards and backwards', () => {
    fc.assert(
      fc.property(earlyDays, fc.integer({ min: 0, max: 2_400 }), (on, months) => {
        expect(addMonths(plainDate(on), months)).toBe(oracle(on).add({ months }).toString());
      }),
    );
    fc.assert(
      fc.property(
        earlyDays.filter((on) => on > '0202'),
        fc.integer({ min: -2_400, max: 0 }),
        (on, months) => {
          expect(addMonths(plainDate(on), months)).toBe(oracle(on).add({ months }).toString());
        },
      ),
    );
  });

  test('days are added alike', () => {
    fc.assert(
      fc.property(
        earlyDays.filter((on) => on > '0202'),
        fc.integer({ min: -60_000, max: 60_000 }),
        (on, count) => {
          expect(addDays(plainDate(on), count)).toBe(oracle(on).add({ days: count }).toString());
        },
      ),
    );
  });

  test('days between two days are counted alike', () => {
    fc.assert(
      fc.property(days, days, (from, to) => {
        const expected = oracle(from).until(oracle(to), { largestUnit: 'days' }).days;
        expect(daysBetween(plainDate(from), plainDate(to))).toBe(expected);
        expect(inclusiveDays(plainDate(from), plainDate(to))).toBe(expected + 1);
      }),
    );
  });

  test('months have as many days', () => {
    fc.assert(
      fc.property(days, (on) => {
        const { year, month, daysInMonth: expected } = oracle(on);
        expect(daysInMonth(year, month)).toBe(expected);
      }),
    );
  });

  test('instants are written and read alike', () => {
    fc.assert(
      fc.property(instants, (at) => {
        const text = formatInstant(at);
        const digits = at % 1_000 === 0 ? 0 : 3;
        const expected = Temporal.Instant.fromEpochMilliseconds(at).toString({ fractionalSecondDigits: digits });
        expect(text).toBe(expected);
        expect(parseInstant(text)).toBe(at);
      }),
    );
  });

  test('instants with an offset and a fraction are read alike', () => {
    const offsets = fc
      .record({ sign: fc.constantFrom('+', '-'), hour: fc.nat(23), minute: fc.nat(59) })
      .map(({ sign, hour, minute }) => `${sign}${two(hour)}:${two(minute)}`);
    const fractions = fc.constantFrom('', '.5', '.25', '.125', '.1239', '.9999999');
    const times = fc.record({ hour: fc.nat(23), minute: fc.nat(59), second: fc.nat(59) });
    fc.assert(
      fc.property(days, times, fractions, offsets, (on, { hour, minute, second }, fraction, offset) => {
        const text = `${on}T${two(hour)}:${two(minute)}:${two(second)}${fraction}${offset}`;
        expect(parseInstant(text)).toBe(Math.floor(Temporal.Instant.from(text).epochMilliseconds));
      }),
    );
  });

  test('a period moves an instant alike: months first, then the exact rest', () => {
    const periods = fc.record({ years: fc.nat(30), months: fc.nat(30), days: fc.nat(400), hours: fc.nat(100) });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Date.UTC(9000, 0, 1) }), periods, (at, period) => {
        const text = `P${period.years}Y${period.months}M${period.days}DT${period.hours}H`;
        const parsed = parsePeriod(text);
        const expected = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('UTC').add(text);
        expect(parsed && addPeriod(at as Instant, parsed)).toBe(expected.epochMilliseconds);
      }),
    );
  });

  test('a day begins at midnight, and every instant of it lies in it', () => {
    fc.assert(
      fc.property(days, fc.nat(DAY - 1), (on, offset) => {
        const start = startOf(plainDate(on));
        expect(start).toBe(Temporal.ZonedDateTime.from(`${on}T00:00[UTC]`).epochMilliseconds);
        expect(dateOf(after(start, offset))).toBe(on);
      }),
    );
  });
});

describe('what is no time', () => {
  test.each([
    '2021-02-29T00:00:00Z',
    '2021-13-01T00:00:00Z',
    '2021-00-01T00:00:00Z',
    '2021-01-00T00:00:00Z',
    '2021-10-01T24:00:00Z',
    '2021-10-01T12:60:00Z',
    '2021-10-01T12:00:60Z',
    '2021-10-01T12:00:00',
    '2021-10-01',
    '2021-10-01 12:00:00Z',
    '2021-10-01T12:00:00+24:00',
    '2021-10-01T12:00:00+01:60',
    '2021-10-01T12:00:00.12345678Z',
    '2021-10-01T12:00:00Z ',
    '21-10-01T12:00:00Z',
    '',
  ])('%j is no instant', (text) => {
    expect(parseInstant(text)).toBeUndefined();
    expect(() => instant(text)).toThrow(`Not an instant: ${text}`);
  });

  test.each(['2021-02-29', '1900-02-29', '2021-04-31', '2021-1-1', '2021-10-00', '20211001', '2021-10-01T00:00:00Z'])(
    '%j is no day',
    (text) => {
      expect(parseDate(text)).toBeUndefined();
      expect(() => plainDate(text)).toThrow(`Not a date: ${text}`);
    },
  );

  test.each(['2000-02-29', '2020-02-29', '2021-12-31', '0004-02-29'])('%s is a day', (text) => {
    expect(parseDate(text)).toBe(text);
  });

  test.each(['', 'P', 'PT', 'P1', '1M', 'P1MT', 'P-1M', 'P1.5D', 'PT1D', 'P1D1M'])('%j is no period', (text) => {
    expect(parsePeriod(text)).toBeUndefined();
  });

  test.each([
    ['P1M', 1, 0],
    ['P1Y', 12, 0],
    ['P3Y2M', 38, 0],
    ['P2W', 0, 14 * DAY],
    ['PT72H', 0, 72 * HOUR],
    ['P1DT1H1M1S', 0, DAY + HOUR + 61_000],
    ['p14d', 0, 14 * DAY],
  ])('%s is %i months and %i ms', (text, months, milliseconds) => {
    expect(parsePeriod(text)).toEqual({ months, milliseconds });
  });
});

describe('instants as text', () => {
  test('milliseconds are printed only when there are some', () => {
    expect(formatInstant(instant('2021-10-01T08:00:00.000Z'))).toBe('2021-10-01T08:00:00Z');
    expect(formatInstant(instant('2021-10-01T08:00:00.010Z'))).toBe('2021-10-01T08:00:00.010Z');
  });

  test('seconds may be missing, fractions beyond a millisecond are cut, letters may be small', () => {
    expect(instant('2021-10-01T08:00Z')).toBe(instant('2021-10-01T08:00:00Z'));
    expect(instant('2021-10-01T08:00:00.0019999Z')).toBe(instant('2021-10-01T08:00:00.001Z'));
    expect(instant('2021-10-01t08:00:00z')).toBe(instant('2021-10-01T08:00:00Z'));
  });

  test('the largest instant is the last one of the year 8999', () => {
    expect(formatInstant(MAX_INSTANT)).toBe('8999-12-31T23:59:59.999Z');
  });
});

describe('the edges of the calendar', () => {
  test('the first century is not the twentieth', () => {
    expect(startOf(plainDate('0099-12-31'))).toBeLessThan(startOf(plainDate('0100-01-01')));
    expect(daysInMonth(0, 2)).toBe(29);
  });

  test('the longest term that the clock can reach still ends in a year of four digits', () => {
    const lastDay = addDays(addMonths(dateOf(MAX_INSTANT), 36), -1);
    expect(lastDay).toBe('9002-12-30');
    expect(lastDay > dateOf(MAX_INSTANT)).toBe(true);
  });
});

test('31 January and its months: counted from the anchor, never from the month before', () => {
  const anchor: PlainDate = plainDate('2021-01-31');
  const starts = [1, 2, 3, 4, 12, 13].map((months) => addMonths(anchor, months));
  expect(starts).toEqual(['2021-02-28', '2021-03-31', '2021-04-30', '2021-05-31', '2022-01-31', '2022-02-28']);
});

test('the real clock is within this century', () => {
  expect(realNow()).toBeGreaterThan(instant('2021-01-01T00:00:00Z'));
  expect(realNow()).toBeLessThan(instant('2100-01-01T00:00:00Z'));
});

function two(number: number): string {
  return String(number).padStart(2, '0');
}
