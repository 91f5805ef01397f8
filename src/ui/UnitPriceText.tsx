import { localeOf } from '../i18n/language';
import { useLanguage } from './language';

/** A price per license with all its decimals: they are finer than the currency's where a price was scaled. */
export function UnitPriceText({ amount, currency }: { amount: string; currency: string }) {
  const format = formatFor(localeOf(useLanguage()), currency);
  // Exact decimal text is formatted digit by digit; it never becomes a float.
  return <span>{isDecimal(amount) ? format.format(amount) : amount}</span>;
}

function isDecimal(text: string): text is `${number}` {
  return /^-?\d+(\.\d+)?$/.test(text);
}

const formats = new Map<string, Intl.NumberFormat>();

/** `Intl` formats are dear; there are few. */
function formatFor(locale: string, currency: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  let format = formats.get(key);
  if (!format) {
    const { minimumFractionDigits } = new Intl.NumberFormat(locale, { style: 'currency', currency }).resolvedOptions();
    format = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      minimumFractionDigits: minimumFractionDigits ?? 0,
      maximumFractionDigits: 6,
    });
    formats.set(key, format);
  }
  return format;
}
