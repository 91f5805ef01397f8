/** The two languages of the product. Charge types, API codes and CSV headers stay English in both. */
export type Language = 'en' | 'sv';

export const LANGUAGES: readonly Language[] = ['en', 'sv'];

/** The locale whose conventions numbers, dates and sort order follow, and the API's `X-Locale`. */
export function localeOf(language: Language): string {
  return language === 'sv' ? 'sv-SE' : 'en-US';
}

/** The day on which a week begins, 0 = Sunday. Not every browser knows it (`Intl.Locale.getWeekInfo`). */
export function firstWeekdayOf(language: Language): 0 | 1 {
  return language === 'sv' ? 1 : 0;
}

/** The language that serves a locale such as `sv-SE`; English for everything we do not speak. */
export function languageOf(locale: string | null | undefined): Language {
  return locale?.toLowerCase().startsWith('sv') ? 'sv' : 'en';
}

/** Picks the form for a count; English and Swedish both have two. */
export function plural(count: number, one: string, other: string): string {
  return count === 1 ? one : other;
}
