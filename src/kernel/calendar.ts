/**
 * Time. The only file that touches `Date`.
 *
 * An `Instant` is a count of milliseconds since 1970-01-01T00:00:00Z; a `PlainDate` is a UTC day `YYYY-MM-DD`.
 * Everything is UTC (S0-8). Own code because dated periods with a clamped anchor are what the product is about;
 * temporal-polyfill is the oracle in the tests.
 */
import type { Brand } from './brand';

export type Instant = Brand<number, 'Instant'>;
export type PlainDate = Brand<string, 'PlainDate'>;

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The largest instant that the product accepts (end of year 9999). */
export const MAX_INSTANT = Date.UTC(9999, 11, 31, 23, 59, 59, 999) as Instant;

const INSTANT_PATTERN =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,7}))?)?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;
const DATE_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** `Date.UTC` takes the years 0–99 for 1900–1999; here they mean what they say. */
function utc(year: number, monthIndex: number, day: number): number {
  const time = Date.UTC(year, monthIndex, day);
  return year > 99 ? time : new Date(time).setUTCFullYear(year, monthIndex, day);
}

/** Days in month `month` (1–12) of `year`. */
export function daysInMonth(year: number, month: number): number {
  return new Date(utc(year, month, 0)).getUTCDate();
}

/** Parses an ISO 8601 instant with a zone; fractions beyond milliseconds are cut. `undefined` when it is none. */
export function parseInstant(text: string): Instant | undefined {
  const match = INSTANT_PATTERN.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second = '0', fraction = '', zone = 'Z'] = match;
  const date = parseDate(`${year}-${month}-${day}`);
  if (!date || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const offset = /^z$/i.test(zone) ? 0 : offsetMinutes(zone);
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, '0'));
  return (startOf(date) +
    Number(hour) * HOUR +
    (Number(minute) - offset) * MINUTE +
    Number(second) * SECOND +
    milliseconds) as Instant;
}

function offsetMinutes(zone: string): number {
  const sign = zone.startsWith('-') ? -1 : 1;
  return sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6)));
}

/** As {@link parseInstant}, for text that the program itself wrote. Throws on anything else. */
export function instant(text: string): Instant {
  const value = parseInstant(text);
  if (value === undefined) throw new Error(`Not an instant: ${text}`);
  return value;
}

/** `2021-10-01T08:00:00Z`; milliseconds only when there are some. */
export function formatInstant(at: Instant): string {
  const text = new Date(at).toISOString();
  return text.endsWith('.000Z') ? `${text.slice(0, -5)}Z` : text;
}

/** Parses `YYYY-MM-DD`; `undefined` when it is no day of the calendar. */
export function parseDate(text: string): PlainDate | undefined {
  const match = DATE_PATTERN.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return text as PlainDate;
}

/** As {@link parseDate}, for text that the program itself wrote. Throws on anything else. */
export function plainDate(text: string): PlainDate {
  const value = parseDate(text);
  if (value === undefined) throw new Error(`Not a date: ${text}`);
  return value;
}

/**
 * The UTC day in which an instant lies. A period that begins in the year 9999 ends in five digits: it must stay behind
 * every instant that the clock can reach, or the clock would never get past it.
 */
export function dateOf(at: Instant): PlainDate {
  const text = new Date(at).toISOString();
  return (text.startsWith('+') ? text.slice(0, -14).replace(/^\+0*/, '') : text.slice(0, 10)) as PlainDate;
}

/** 00:00 UTC of a day. */
export function startOf(on: PlainDate): Instant {
  const { year, month, day } = partsOf(on);
  return utc(year, month - 1, day) as Instant;
}

function partsOf(on: PlainDate): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: Number(on.slice(0, -6)), month: Number(on.slice(-5, -3)), day: Number(on.slice(-2)) };
}

/** The instant `milliseconds` later. */
export function after(at: Instant, milliseconds: number): Instant {
  return (at + milliseconds) as Instant;
}

/** The day `days` later (earlier when negative). */
export function addDays(on: PlainDate, days: number): PlainDate {
  return dateOf(after(startOf(on), days * DAY));
}

/**
 * The day `months` later, clamped to the month's length. To walk periods, always start from the anchor
 * (`addMonths(anchor, n)`), never from the last period: 31 Jan + 1 = 28 Feb, + 2 = 31 Mar (billing-examples, Cycle dates).
 */
export function addMonths(on: PlainDate, months: number): PlainDate {
  const { year, month, day: anchorDay } = partsOf(on);
  const index = month - 1 + months;
  const targetYear = year + Math.floor(index / 12);
  const targetMonth = (((index % 12) + 12) % 12) + 1;
  const day = Math.min(anchorDay, daysInMonth(targetYear, targetMonth));
  return `${String(targetYear).padStart(4, '0')}-${String(targetMonth).padStart(2, '0')}-${String(day).padStart(2, '0')}` as PlainDate;
}

/** Whole days from `from` to `to` (exclusive): 0 for the same day. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((startOf(to) - startOf(from)) / DAY);
}

/** Days of a period that is inclusive at both ends (billing-examples, finding 1). */
export function inclusiveDays(from: PlainDate, to: PlainDate): number {
  return daysBetween(from, to) + 1;
}

/** A length of calendar time: months are clamped, the rest is exact. */
export interface Period {
  readonly months: number;
  readonly milliseconds: number;
}

const PERIOD_PATTERN =
  /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/i;

/** Parses an ISO 8601 duration of whole units (`P1M`, `P1Y`, `P14D`, `PT72H`); `undefined` when it is none. */
export function parsePeriod(text: string): Period | undefined {
  const match = PERIOD_PATTERN.exec(text);
  if (!match) return undefined;
  const [years, months, weeks, days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return {
    months: years * 12 + months,
    milliseconds: (weeks * 7 + days) * DAY + hours * HOUR + minutes * MINUTE + seconds * SECOND,
  };
}

/** The instant one `period` later: months first (same time of day, clamped), then the exact rest. */
export function addPeriod(at: Instant, period: Period): Instant {
  const day = dateOf(at);
  const timeOfDay = at - startOf(day);
  const moved = period.months === 0 ? day : addMonths(day, period.months);
  return after(startOf(moved), timeOfDay + period.milliseconds);
}

/** The real clock of the machine. For the hosts only (token life, progress); the domain never asks it. */
export function realNow(): Instant {
  return Date.now() as Instant;
}
