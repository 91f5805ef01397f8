/** How an amount came about, as one sentence (issue "Money that explains itself"). Charge types stay English. */
import type { Charge } from '../domain/billing/charge';
import type { RoundingPolicy } from '../domain/billing/proration';
import { inclusiveDays } from '../kernel/calendar';
import { moneyText, unitPriceText, type Money, type UnitPrice } from '../kernel/money';
import { formatOf } from './explain';
import { plural, type Language } from './language';

const POLICIES: Record<Language, Record<RoundingPolicy, string>> = {
  en: {
    CENTS: 'price per day rounded to cents',
    MILLS: 'price per day rounded to a tenth of a cent',
    EXACT_AMT: 'exact price per day, the amount rounded',
    EXACT_UNIT: 'exact price per day, the price of these days rounded to cents',
    TRUNC_AMT: 'exact price per day, the amount cut to cents',
    TRUNC_UNIT: 'the price of these days cut to cents',
  },
  sv: {
    CENTS: 'pris per dag avrundat till ören',
    MILLS: 'pris per dag avrundat till tiondels ören',
    EXACT_AMT: 'exakt pris per dag, beloppet avrundat',
    EXACT_UNIT: 'exakt pris per dag, priset för dagarna avrundat till ören',
    TRUNC_AMT: 'exakt pris per dag, beloppet avkortat till ören',
    TRUNC_UNIT: 'priset för dagarna avkortat till ören',
  },
};

/**
 * @param billed the amount in the partner's currency.
 * @param credit whether it gives something back.
 */
export function chargeText(charge: Charge, billed: Money, credit: boolean, language: Language): string {
  const format = formatOf(language);
  const price = (unit: UnitPrice) =>
    format.money(unitPriceText({ ...unit, micro: Math.abs(unit.micro) }), unit.currency);
  const { quantity, prorated, effectiveUnitPrice, unitPrice, amount, exchangeRate } = charge;
  const sv = language === 'sv';
  const licenses = `${format.number(quantity)} ${plural(quantity, sv ? 'licens' : 'license', sv ? 'licenser' : 'licenses')}`;
  const days = prorated?.days ?? inclusiveDays(charge.startsOn, charge.endsOn);
  const what = prorated
    ? sv
      ? `${format.number(days)} av ${format.number(prorated.of)} dagar av ${price(unitPrice)} = ${price(effectiveUnitPrice)} (${prorated.policy}: ${POLICIES.sv[prorated.policy]})`
      : `${format.number(days)} of ${format.number(prorated.of)} days of ${price(unitPrice)} = ${price(effectiveUnitPrice)} (${prorated.policy}: ${POLICIES.en[prorated.policy]})`
    : sv
      ? `Hela perioden på ${format.number(days)} dagar för ${price(effectiveUnitPrice)}`
      : `The whole period of ${format.number(days)} days for ${price(effectiveUnitPrice)}`;
  const converted =
    billed.currency === amount.currency
      ? ''
      : sv
        ? `; kurs ${exchangeRate.replace('.', ',')}: ${format.money(moneyText(billed), billed.currency)}`
        : `; at the rate ${exchangeRate}: ${format.money(moneyText(billed), billed.currency)}`;
  const given = credit ? (sv ? 'Tillbaka: ' : 'Given back: ') : '';
  return `${given}${what} × ${licenses} = ${format.money(moneyText(amount), amount.currency)}${converted}`;
}
