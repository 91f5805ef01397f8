import type { Amount } from '../../api/wire';
import type { Format } from '../../i18n/format';

/** One text per currency, in the order of the currencies' codes: sums stand in the same place wherever they are shown. */
export function moneyTexts(amounts: readonly Amount[], format: Format): string[] {
  return [...amounts]
    .sort((left, right) => (left.currency < right.currency ? -1 : 1))
    .map(({ amount, currency }) => format.money(amount, currency));
}
