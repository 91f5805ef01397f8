/** The calendar of one month, `YYYY-MM`. */
import { addDays, addMonths, DAY, plainDate, startOf, type PlainDate } from '../../kernel/calendar';

/** Years that the clock can reach (`MAX_INSTANT`). */
const MONTH = /^(?:19|[2-8]\d)\d\d-(?:0[1-9]|1[0-2])$/;

/** 1 January 1970 was a Thursday. */
const WEEKDAY_OF_DAY_ZERO = 4;

/** The month that an address names; `undefined` when it names none. */
export function parseMonth(text: string | undefined): string | undefined {
  return text !== undefined && MONTH.test(text) ? text : undefined;
}

/** The month of a UTC day or instant. */
export function monthOf(at: string): string {
  return at.slice(0, 7);
}

/** The month so many months later (earlier when negative). */
export function shiftMonth(month: string, by: number): string {
  return monthOf(addMonths(firstOf(month), by));
}

/** The first and the last day. */
export function daysOf(month: string): { from: PlainDate; to: PlainDate } {
  const from = firstOf(month);
  return { from, to: addDays(addMonths(from, 1), -1) };
}

/** The weeks from `firstWeekday` (0 = Sunday) on; days of other months are left out (`null`). */
export function weeksOf(month: string, firstWeekday: number): (PlainDate | null)[][] {
  const { from, to } = daysOf(month);
  const before = (weekdayOf(from) - firstWeekday + 7) % 7;
  const weeks: (PlainDate | null)[][] = [];
  for (let start = addDays(from, -before); start <= to; start = addDays(start, 7)) {
    weeks.push(
      Array.from({ length: 7 }, (_, index) => {
        const day = addDays(start, index);
        return day < from || day > to ? null : day;
      }),
    );
  }
  return weeks;
}

function firstOf(month: string): PlainDate {
  return plainDate(`${month}-01`);
}

function weekdayOf(day: PlainDate): number {
  return (((startOf(day) / DAY + WEEKDAY_OF_DAY_ZERO) % 7) + 7) % 7;
}
