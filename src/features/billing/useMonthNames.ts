import { useMemo } from 'react';
import { localeOf } from '../../i18n/language';
import { useLanguage } from '../../ui/language';

/** Names of months like `2021-10`. */
export function useMonthNames(): { long: (month: string) => string; short: (month: string) => string } {
  const language = useLanguage();
  return useMemo(() => {
    const locale = localeOf(language);
    const named = (options: Intl.DateTimeFormatOptions) => {
      const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
      return (month: string) => format.format(new Date(`${month}-01T00:00:00Z`));
    };
    return { long: named({ month: 'long', year: 'numeric' }), short: named({ month: 'short' }) };
  }, [language]);
}
