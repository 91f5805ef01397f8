/** How an amount came about, and by which rule, in sentences (issue "Money that explains itself"). Charge types stay English. */
import type { ChargeType } from '../domain/billing/charge';
import type { RoundingPolicy } from '../domain/billing/proration';
import type { LineReasons } from '../domain/billing/reasons';
import { inclusiveDays } from '../kernel/calendar';
import { decimalsOf, moneyText, unitPriceText, type CurrencyCode, type Money, type UnitPrice } from '../kernel/money';
import { formatOf } from './explain';
import { plural, type Language } from './language';

const POLICIES: Record<Language, Record<RoundingPolicy, string>> = {
  en: {
    CENTS: 'the price per day is rounded to cents',
    MILLS: 'the price per day is rounded to a tenth of a cent',
    EXACT_AMT: 'the price per day is exact, the amount is rounded',
    EXACT_UNIT: 'the price per day is exact, the price of these days is rounded to cents',
    TRUNC_AMT: 'the price per day is exact, the amount is cut to cents',
    TRUNC_UNIT: 'the price per day is exact, the price of these days is cut to cents',
  },
  sv: {
    CENTS: 'priset per dag avrundas till hundradelar',
    MILLS: 'priset per dag avrundas till tusendelar',
    EXACT_AMT: 'priset per dag är exakt, beloppet avrundas',
    EXACT_UNIT: 'priset per dag är exakt, priset för dagarna avrundas till hundradelar',
    TRUNC_AMT: 'priset per dag är exakt, beloppet kortas av till hundradelar',
    TRUNC_UNIT: 'priset per dag är exakt, priset för dagarna kortas av till hundradelar',
  },
};

/** Days × price per day × licences, the policy and what it adds or takes, the rate and the tax, where there are any. */
export function chargeText(reasons: LineReasons, language: Language): string {
  const { charge, credit, once, perDay } = reasons;
  const format = formatOf(language);
  const sv = language === 'sv';
  const { quantity, prorated, effectiveUnitPrice, unitPrice, amount } = charge;
  const price = ({ micro, ...unit }: UnitPrice) =>
    format.unitPrice(unitPriceText({ ...unit, micro: Math.abs(micro) }), unit.currency);
  const money = (value: Money) => format.money(moneyText({ ...value, minor: Math.abs(value.minor) }), value.currency);
  const days = (count: number) => `${format.number(count)} ${plural(count, sv ? 'dag' : 'day', sv ? 'dagar' : 'days')}`;
  const licenses = `${format.number(quantity)} ${plural(quantity, sv ? 'licens' : 'license', sv ? 'licenser' : 'licenses')}`;
  const product = `${price(effectiveUnitPrice)} × ${licenses} = ${money(amount)}`;
  const given = credit ? (sv ? 'Tillbaka: ' : 'Given back: ') : '';
  if (!prorated || !perDay) {
    const period = days(inclusiveDays(charge.startsOn, charge.endsOn));
    // A credit may give a part of a period back as it was charged.
    const whole = once
      ? sv
        ? 'en gång'
        : 'once'
      : credit
        ? sv
          ? `det som var debiterat för dessa ${period}`
          : `what was charged for these ${period}`
        : sv
          ? `hela perioden på ${period}`
          : `the whole period of ${period}`;
    // A frequency changed inside a year leaves a period that costs its share of the list price.
    const share =
      credit || Math.abs(unitPrice.micro) === Math.abs(effectiveUnitPrice.micro)
        ? ''
        : sv
          ? ` (en del av ${price(unitPrice)})`
          : ` (a part of ${price(unitPrice)})`;
    return `${given}${given ? whole : upper(whole)}, ${product}${share}. ${converted(reasons, licenses, language)}`.trim();
  }
  const { of, policy, price: ownPrice = unitPrice } = prorated;
  const daily = price(perDay);
  const counted = sv
    ? `${days(prorated.days)} à ${daily} (${price(ownPrice)} för ${days(of)}), ${product}. ${policy}: ${policyText(policy, amount.currency, language)}. `
    : `${days(prorated.days)} at ${daily} (${price(ownPrice)} for ${days(of)}), ${product}. ${policy}: ${policyText(policy, amount.currency, language)}. `;
  return `${given}${counted}${rounded(reasons, language)}${converted(reasons, licenses, language)}`.trim();
}

/** Currencies without hundredths round to whole units. */
function policyText(policy: RoundingPolicy, currency: CurrencyCode, language: Language): string {
  const text = POLICIES[language][policy];
  if (decimalsOf(currency) > 0) return text;
  return language === 'sv'
    ? text.replace('tusendelar', 'tiondelar').replace('hundradelar', 'heltal')
    : text.replace('a tenth of a cent', 'tenths').replace('cents', 'whole units');
}

/** What the rounding has added or taken: some published policies lose cents. */
function rounded({ exact, difference }: LineReasons, language: Language): string {
  if (difference.minor === 0) return '';
  const format = formatOf(language);
  const is = format.money(moneyText(exact), exact.currency);
  const by = format.money(moneyText({ ...difference, minor: Math.abs(difference.minor) }), difference.currency);
  if (language === 'sv') {
    return `Exakt vore det ${is}: avrundningen gör det ${by} ${difference.minor < 0 ? 'mindre' : 'mer'}. `;
  }
  return `Exactly it would be ${is}: rounding makes it ${by} ${difference.minor < 0 ? 'less' : 'more'}. `;
}

function converted(
  { charge, conversion, billed, tax, taxIncluded }: LineReasons,
  licenses: string,
  language: Language,
): string {
  const format = formatOf(language);
  const sv = language === 'sv';
  const money = (value: Money) => format.money(moneyText({ ...value, minor: Math.abs(value.minor) }), value.currency);
  const sentences: string[] = [];
  if (conversion) {
    const { charged, exact, unit } = conversion;
    const rate = sv ? charge.exchangeRate.replace('.', ',') : charge.exchangeRate;
    const otherwise =
      charged.minor === exact.minor
        ? ''
        : unit
          ? sv
            ? ` Exakt vore det ${money(exact)}.`
            : ` Exactly it would be ${money(exact)}.`
          : sv
            ? ` Det är vad som är kvar av raden som ges tillbaka; omräknat vore det ${money(exact)}.`
            : ` That is what is left of the line that it gives back; converted it would be ${money(exact)}.`;
    const said = unit
      ? sv
        ? `Till kursen ${rate} blir priset ${money(unit)}, avkortat: ${money(unit)} × ${licenses} = ${money(charged)}.`
        : `At the rate ${rate} the price is ${money(unit)}, cut off: ${money(unit)} × ${licenses} = ${money(charged)}.`
      : sv
        ? `Till kursen ${rate} är det ${money(charged)}.`
        : `At the rate ${rate} it is ${money(charged)}.`;
    sentences.push(said + otherwise);
  }
  if (taxIncluded && tax.minor !== 0) {
    sentences.push(
      sv
        ? `Priset inkluderar skatt: ${money(billed)} och ${money(tax)} i skatt.`
        : `The price includes tax: ${money(billed)} and ${money(tax)} of tax.`,
    );
  } else if (tax.minor !== 0) {
    sentences.push(sv ? `Skatten är ${money(tax)}.` : `The tax is ${money(tax)}.`);
  }
  return sentences.join(' ');
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

interface Rule {
  readonly en: string;
  readonly sv: string;
}

const LEGACY_CHANGE: Rule = {
  en: 'Other licenses inside a period are settled on the next monthly anniversary: what stood charged for the period is given back, and its parts are charged anew. The day of the change belongs to the new number. Billed by the month, the next month is charged with it.',
  sv: 'Andra licenser inom en period regleras på nästa månadsdag: det som var debiterat för perioden ges tillbaka och delarna debiteras på nytt. Dagen för ändringen hör till det nya antalet. Vid månadsfakturering debiteras nästa månad samtidigt.',
};

const RULES: Record<ChargeType, Rule> = {
  new: {
    en: 'A purchase is charged in advance: for its first period, or once.',
    sv: 'Ett köp debiteras i förskott: för den första perioden, eller en gång.',
  },
  renew: {
    en: 'A renewed term is charged for its first period in advance, at the prices of the day it renews.',
    sv: 'En förnyad period debiteras i förskott, till priserna den dag då den förnyas.',
  },
  cycleCharge: {
    en: 'Within a term each billing period is charged in advance, at the price that was agreed when the term began.',
    sv: 'Inom en avtalsperiod debiteras varje faktureringsperiod i förskott, till det pris som gällde när avtalsperioden började.',
  },
  convert: {
    en: 'Another product, another term, or a paid subscription in place of a trial begins on this day: what is left of what was charged is given back, and the new one is charged from this day to the end of its period.',
    sv: 'En annan produkt, en annan period eller en betald prenumeration i stället för en utvärderingsversion börjar den här dagen: det som återstår av det debiterade ges tillbaka och det nya debiteras från den här dagen till slutet av sin period.',
  },
  addQuantity: {
    en: 'More licenses are settled at once: from this day to the end of the period the old number is given back and the new one is charged.',
    sv: 'Fler licenser regleras direkt: från den här dagen till periodens slut ges det gamla antalet tillbaka och det nya debiteras.',
  },
  removeQuantity: {
    en: 'Fewer licenses are settled at once: days that were used stay charged; for the others the old number is given back and the new one is charged. New commerce counts used days as whole 24 hours.',
    sv: 'Färre licenser regleras direkt: dagar som har använts förblir debiterade; för de andra ges det gamla antalet tillbaka och det nya debiteras. Ny handel räknar använda dagar som hela dygn.',
  },
  moveQuantity: {
    en: 'Licenses that an upgrade moves to another subscription are given back where they leave and charged where they join, from this day to the end of the period.',
    sv: 'Licenser som en uppgradering flyttar till en annan prenumeration ges tillbaka där de lämnar och debiteras där de kommer till, från den här dagen till periodens slut.',
  },
  cancelImmediate: {
    en: 'What is canceled inside its window is given back: in full, or without the days that were used (new commerce after its first 24 hours, software subscriptions).',
    sv: 'Det som annulleras inom sin frist ges tillbaka: helt, eller utan de dagar som har använts (ny handel efter de första 24 timmarna, programvaruprenumerationer).',
  },
  changeBillingPlan: {
    en: 'Another billing frequency begins with the next billing period: for the months that are left of the term.',
    sv: 'En annan faktureringsfrekvens börjar med nästa faktureringsperiod: för de månader som återstår av avtalsperioden.',
  },
  'Prorate fees when purchase': {
    en: 'What is bought, reactivated, added to its base, or billed by the year from this day on is charged to the end of its billing period.',
    sv: 'Det som köps, återaktiveras, läggs till sin basprenumeration eller faktureras per år från den här dagen debiteras till slutet av sin faktureringsperiod.',
  },
  'Prorate fees when convert to a new offering': {
    en: 'The product that an upgrade or the conversion of a trial leads to is charged from this day to the end of its period.',
    sv: 'Den produkt som en uppgradering eller konverteringen av en utvärderingsversion leder till debiteras från den här dagen till slutet av sin period.',
  },
  'Prorate fees when convert away from current offering': {
    en: 'With an upgrade, what is left of the period of the old product is given back.',
    sv: 'Vid en uppgradering ges det som återstår av den gamla produktens period tillbaka.',
  },
  'Cancel instance prorate': {
    en: 'What is billed in another way from this day on is given back for the rest of the period.',
    sv: 'Det som från den här dagen faktureras på ett annat sätt ges tillbaka för resten av perioden.',
  },
  'Cycle fee': {
    en: 'Billed by the month, each month is charged in advance, the first and those of a renewed term, too.',
    sv: 'Med månadsfakturering debiteras varje månad i förskott, också den första och de i en förnyad period.',
  },
  'Cycle instance prorate': LEGACY_CHANGE,
  'Prorate fee when renew': {
    en: 'A year that renews is charged in advance.',
    sv: 'Ett år som förnyas debiteras i förskott.',
  },
  'Cancel fee': {
    en: 'Suspended in the first 30 days, the whole charged period is given back; later, the days from the suspension to the end of the period.',
    sv: 'Vid inaktivering inom de första 30 dagarna ges hela den debiterade perioden tillbaka; senare dagarna från inaktiveringen till periodens slut.',
  },
};

/** The rule behind a charge type, in general. */
export function ruleText(chargeType: ChargeType, language: Language): string {
  return RULES[chargeType][language];
}
