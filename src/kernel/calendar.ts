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

/**
 * The largest instant that the clock accepts: the end of the year 8999. A term of three years from there still ends in a
 * year of four digits, so that days compare as text.
 */
export const MAX_INSTANT = Date.UTC(8999, 11, 31, 23, 59, 59, 999) as Instant;

const INSTANT_PATTERN =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,7}))?)?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;
const DATE_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days in month `month` (1–12) of `year`. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

// The settlement of a large partner asks for millions of days, and `Date` with its texts is what would cost most there.
// The count goes by years that begin in March: the leap day is the last of its year, and months follow a fixed pattern.

const DAYS_PER_ERA = 146_097;
/** Days from 0000-03-01 to 1970-01-01. */
const DAYS_BEFORE_EPOCH = 719_468;

/** Days since 1970-01-01 of a day of the calendar. */
function dayNumber(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - DAYS_BEFORE_EPOCH;
}

/** The day of the calendar that is so many days after 1970-01-01. */
function dayOf(number: number): PlainDate {
  const shifted = number + DAYS_BEFORE_EPOCH;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const leapDays = Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  return dateText(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

function dateText(year: number, month: number, day: number): PlainDate {
  const years = year > 999 ? String(year) : String(year).padStart(4, '0');
  return `${years}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}` as PlainDate;
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

/** The UTC day in which an instant lies. */
export function dateOf(at: Instant): PlainDate {
  return dayOf(Math.floor(at / DAY));
}

/** 00:00 UTC of a day. */
export function startOf(on: PlainDate): Instant {
  return (dayNumber(Number(on.slice(0, 4)), Number(on.slice(5, 7)), Number(on.slice(8, 10))) * DAY) as Instant;
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
  const index = Number(on.slice(5, 7)) - 1 + months;
  const year = Number(on.slice(0, 4)) + Math.floor(index / 12);
  const month = (((index % 12) + 12) % 12) + 1;
  return dateText(year, month, Math.min(Number(on.slice(8, 10)), daysInMonth(year, month)));
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
