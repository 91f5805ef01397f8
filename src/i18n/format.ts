/** Numbers, money and time as a person writes them. Every date and time is UTC and says so (S0-8). */
import { firstWeekdayOf, localeOf, type Language } from './language';

/** Formats for one language; build once per language, the `Intl` objects inside are dear. */
export interface Format {
  number(value: number): string;
  /** Exact decimal text in, e.g. `"1234.50"`; never passes through a float. */
  money(amount: string, currency: string): string;
  /** A price per licence, with all its decimals: they are finer than the currency's where it was scaled. */
  unitPrice(amount: string, currency: string): string;
  /** `YYYY-MM-DD` → "Oct 1, 2021" / "1 okt. 2021". */
  date(on: string): string;
  /** ISO instant → date and time in UTC, with the zone's name. */
  instant(at: string): string;
  /** ISO instant → the same instant on the wall clock of this machine. */
  localInstant(at: string): string;
  /** `YYYY-MM` → "November 2021". */
  month(month: string): string;
  /** The names of the days of the week, from the one on which a week begins here. */
  weekdays(): string[];
  country(code: string): string;
  /** Sorts as the language does. */
  compare(left: string, right: string): number;
}

export function formatFor(language: Language): Format {
  const locale = localeOf(language);
  const number = new Intl.NumberFormat(locale);
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const instant = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
  const local = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'long' });
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const regions = new Intl.DisplayNames(locale, { type: 'region' });
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  return {
    number: (value) => number.format(value),
    money: moneyFormat(locale, {}),
    unitPrice: moneyFormat(locale, { maximumFractionDigits: 6 }),
    date: (on) => date.format(new Date(`${on.slice(0, 10)}T00:00:00Z`)),
    instant: (at) => `${instant.format(new Date(at))} UTC`,
    localInstant: (at) => local.format(new Date(at)),
    month: (text) => capital(month.format(new Date(`${text}-01T00:00:00Z`)), locale),
    weekdays: () =>
      // 3 January 2021 was a Sunday.
      Array.from({ length: 7 }, (_, index) =>
        capital(weekday.format(new Date(Date.UTC(2021, 0, 3 + firstWeekdayOf(language) + index))), locale),
      ),
    country: (code) => {
      try {
        return regions.of(code.toUpperCase()) ?? code;
      } catch {
        return code;
      }
    },
    compare: (left, right) => collator.compare(left, right),
  };
}

/** As the first word of a heading. */
function capital(text: string, locale: string): string {
  return text.slice(0, 1).toLocaleUpperCase(locale) + text.slice(1);
}

/** Writes amounts as one language does; `Intl` formats are dear, so each currency has one. */
function moneyFormat(locale: string, options: Intl.NumberFormatOptions): (amount: string, currency: string) => string {
  const formats = new Map<string, Intl.NumberFormat>();
  return (amount, currency) => {
    let format = formats.get(currency);
    if (!format) {
      format = new Intl.NumberFormat(locale, { style: 'currency', currency, ...options });
      formats.set(currency, format);
    }
    // Exact decimal text is formatted digit by digit; it never becomes a float.
    return format.format(amount as unknown as number);
  };
}
