import type { Amount } from '../../api/wire';
import type { Format } from '../../i18n/format';

/** One text per currency. */
export function moneyTexts(amounts: readonly Amount[], format: Format): string[] {
  return amounts.map(({ amount, currency }) => format.money(amount, currency));
}
