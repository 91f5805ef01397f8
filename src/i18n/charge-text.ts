/** How an amount came about, and by which rule, in sentences (issue "Money that explains itself"). Charge types stay English. */
import type { ChargeType } from '../domain/billing/charge';
import type { RoundingPolicy } from '../domain/billing/proration';
import type { LineReasons } from '../domain/billing/reasons';
import { inclusiveDays } from '../kernel/calendar';
import { decimalsOf, moneyText, unitPriceText, type Money, type UnitPrice } from '../kernel/money';
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

/** The sentences, part by part; amounts, days and licences come written. */
interface Words {
  readonly day: readonly [one: string, many: string];
  readonly license: readonly [one: string, many: string];
  readonly given: string;
  readonly once: string;
  readonly whole: (period: string) => string;
  readonly charged: (period: string) => string;
  readonly share: (price: string) => string;
  readonly counted: (days: string, daily: string, price: string, of: string) => string;
  readonly rounded: (exact: string, by: string, isLess: boolean) => string;
  readonly rate: (rate: string) => string;
  readonly at: (rate: string, charged: string) => string;
  readonly cut: (rate: string, unit: string, licenses: string, charged: string) => string;
  readonly exactly: (exact: string) => string;
  readonly left: (exact: string) => string;
  readonly includes: (billed: string, tax: string) => string;
  readonly tax: (tax: string) => string;
  /** A policy's words where the currency has no hundredths. */
  readonly inWholes: (policy: string) => string;
}

const WORDS: Record<Language, Words> = {
  en: {
    day: ['day', 'days'],
    license: ['license', 'licenses'],
    given: 'Given back: ',
    once: 'once',
    whole: (period) => `the whole period of ${period}`,
    charged: (period) => `what was charged for these ${period}`,
    share: (price) => ` (a part of ${price})`,
    counted: (days, daily, price, of) => `${days} at ${daily} (${price} for ${of})`,
    rounded: (exact, by, isLess) =>
      `Exactly it would be ${exact}: rounding makes it ${by} ${isLess ? 'less' : 'more'}.`,
    rate: (rate) => rate,
    at: (rate, charged) => `At the rate ${rate} it is ${charged}.`,
    cut: (rate, unit, licenses, charged) =>
      `At the rate ${rate} the price is ${unit}, cut off: ${unit} × ${licenses} = ${charged}.`,
    exactly: (exact) => `Exactly it would be ${exact}.`,
    left: (exact) => `That is what is left of the line that it gives back; converted it would be ${exact}.`,
    includes: (billed, tax) => `The price includes tax: ${billed} and ${tax} of tax.`,
    tax: (tax) => `The tax is ${tax}.`,
    inWholes: (policy) => policy.replace('a tenth of a cent', 'tenths').replace('cents', 'whole units'),
  },
  sv: {
    day: ['dag', 'dagar'],
    license: ['licens', 'licenser'],
    given: 'Tillbaka: ',
    once: 'en gång',
    whole: (period) => `hela perioden på ${period}`,
    charged: (period) => `det som var debiterat för dessa ${period}`,
    share: (price) => ` (en del av ${price})`,
    counted: (days, daily, price, of) => `${days} à ${daily} (${price} för ${of})`,
    rounded: (exact, by, isLess) => `Exakt vore det ${exact}: avrundningen gör det ${by} ${isLess ? 'mindre' : 'mer'}.`,
    rate: (rate) => rate.replace('.', ','),
    at: (rate, charged) => `Till kursen ${rate} är det ${charged}.`,
    cut: (rate, unit, licenses, charged) =>
      `Till kursen ${rate} blir priset ${unit}, avkortat: ${unit} × ${licenses} = ${charged}.`,
    exactly: (exact) => `Exakt vore det ${exact}.`,
    left: (exact) => `Det är vad som är kvar av raden som ges tillbaka; omräknat vore det ${exact}.`,
    includes: (billed, tax) => `Priset inkluderar skatt: ${billed} och ${tax} i skatt.`,
    tax: (tax) => `Skatten är ${tax}.`,
    inWholes: (policy) => policy.replace('tusendelar', 'tiondelar').replace('hundradelar', 'heltal'),
  },
};

/** Days × price per day × licences, the policy and what it adds or takes, the rate and the tax, where there are any. */
export function chargeText(reasons: LineReasons, language: Language): string {
  const { charge, credit, once, perDay, exact, difference, conversion, billed, tax, taxIncluded } = reasons;
  const { quantity, prorated, effectiveUnitPrice, unitPrice, amount } = charge;
  const words = WORDS[language];
  const format = formatOf(language);
  const price = ({ micro, ...unit }: UnitPrice) =>
    format.unitPrice(unitPriceText({ ...unit, micro: Math.abs(micro) }), unit.currency);
  const money = (value: Money) => format.money(moneyText({ ...value, minor: Math.abs(value.minor) }), value.currency);
  const days = (count: number) => `${format.number(count)} ${plural(count, ...words.day)}`;
  const licenses = `${format.number(quantity)} ${plural(quantity, ...words.license)}`;
  const product = `${price(effectiveUnitPrice)} × ${licenses} = ${money(amount)}`;

  const sentences: string[] = [];
  if (prorated && perDay) {
    const { of, policy, price: ownPrice = unitPrice } = prorated;
    const text = POLICIES[language][policy];
    sentences.push(
      `${words.counted(days(prorated.days), price(perDay), price(ownPrice), days(of))}, ${product}.`,
      `${policy}: ${decimalsOf(amount.currency) > 0 ? text : words.inWholes(text)}.`,
    );
    if (difference.minor !== 0) sentences.push(words.rounded(money(exact), money(difference), difference.minor < 0));
  } else {
    const period = days(inclusiveDays(charge.startsOn, charge.endsOn));
    // A credit may give a part of a period back as it was charged.
    const what = once ? words.once : (credit ? words.charged : words.whole)(period);
    // A frequency changed inside a year leaves a period that costs its share of the list price.
    const isShare = !credit && unitPrice.micro !== effectiveUnitPrice.micro;
    sentences.push(`${credit ? what : upper(what)}, ${product}${isShare ? words.share(price(unitPrice)) : ''}.`);
  }
  if (conversion) {
    const { charged, exact: converted, unit } = conversion;
    const rate = words.rate(charge.exchangeRate);
    sentences.push(
      unit ? words.cut(rate, money(unit), licenses, money(charged)) : words.at(rate, money(charged)),
      ...(charged.minor === converted.minor ? [] : [(unit ? words.exactly : words.left)(money(converted))]),
    );
  }
  if (tax.minor !== 0) sentences.push(taxIncluded ? words.includes(money(billed), money(tax)) : words.tax(money(tax)));
  return (credit ? words.given : '') + sentences.join(' ');
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
