/**
 * Where a CSP partner sells, and in which currency the price list of that market is kept. Outside the countries with a
 * currency of their own Microsoft lists prices in euro (Europe) or in US dollars (the rest). Embargoed countries (CU,
 * IR, KP, SY) are no markets.
 */
import { type CurrencyCode, parseUnitPrice, roundRatio } from '../../kernel/money';

/** ISO 3166 alpha-2 codes (XK for Kosovo), by price-list currency. */
const COUNTRIES_BY_CURRENCY: Readonly<Record<string, string>> = {
  AUD: 'AU CC CX HM KI NF NR TV',
  BRL: 'BR',
  CAD: 'CA',
  CHF: 'CH LI',
  DKK: 'DK FO GL',
  EUR:
    'AD AL AT AX BA BE BG BL CY CZ DE EE ES FI FR GF GP GR HR HU IE IT LT LU LV MC ME MF MK MQ MT NL PL PM PT RE RO ' +
    'RS SI SK SM TF VA XK YT',
  GBP: 'GB GG GI IM JE',
  INR: 'IN',
  JPY: 'JP',
  KRW: 'KR',
  NOK: 'BV NO SJ',
  NZD: 'CK NU NZ PN TK',
  RUB: 'RU',
  SEK: 'SE',
  TWD: 'TW',
  USD:
    'AE AF AG AI AM AO AQ AR AS AW AZ BB BD BF BH BI BJ BM BN BO BQ BS BT BW BY BZ CD CF CG CI CL CM CN CO CR CV CW ' +
    'DJ DM DO DZ EC EG EH ER ET FJ FK FM GA GD GE GH GM GN GQ GS GT GU GW GY HK HN HT ID IL IO IQ IS JM JO KE KG KH ' +
    'KM KN KW KY KZ LA LB LC LK LR LS LY MA MD MG MH ML MM MN MO MP MR MS MU MV MW MX MY MZ NA NC NE NG NI NP OM PA ' +
    'PE PF PG PH PK PR PS PW PY QA RW SA SB SC SD SG SH SL SN SO SR SS ST SV SX SZ TC TD TG TH TJ TL TM TN TO TR TT ' +
    'TZ UA UG UM US UY UZ VC VE VG VI VN VU WF WS YE ZA ZM ZW',
};

/** Country (alpha-2) → currency of its price list. */
export const MARKETS: ReadonlyMap<string, CurrencyCode> = new Map(
  Object.entries(COUNTRIES_BY_CURRENCY)
    .flatMap(([currency, countries]) =>
      countries.split(' ').map((country) => [country, currency as CurrencyCode] as const),
    )
    .toSorted(([one], [other]) => (one < other ? -1 : 1)),
);

/** The price-list currency of a customer's country; `undefined` where nothing is sold. */
export function currencyOfMarket(country: string): CurrencyCode | undefined {
  return MARKETS.get(country);
}

export function isMarket(country: string): boolean {
  return MARKETS.has(country);
}

/**
 * What one US dollar of list price becomes in another price list (October 2021). These are set by Microsoft once in a
 * while and are no exchange rates: a list in Swedish kronor does not move with the day.
 */
export const PRICE_LIST_FACTORS: Readonly<Record<string, string>> = {
  AUD: '1.37',
  BRL: '5.25',
  CAD: '1.28',
  CHF: '0.98',
  DKK: '6.26',
  EUR: '0.84',
  GBP: '0.76',
  INR: '66.4',
  JPY: '108',
  KRW: '1128',
  NOK: '8.64',
  NZD: '1.48',
  RUB: '62.5',
  SEK: '8.64',
  TWD: '30',
  USD: '1',
};

/** What one US dollar is worth on the exchange; used where a scenario gives no rate (decision 33). */
export const DEFAULT_EXCHANGE_RATES: Readonly<Record<string, string>> = {
  AUD: '1.3845',
  BRL: '5.4303',
  CAD: '1.2680',
  CHF: '0.9331',
  DKK: '6.4218',
  EUR: '0.8636',
  GBP: '0.7435',
  INR: '74.2450',
  JPY: '111.2500',
  KRW: '1187.5000',
  NOK: '8.7320',
  NZD: '1.4510',
  RUB: '72.7650',
  SEK: '8.7570',
  TWD: '27.8600',
  USD: '1',
};

const MICRO = 1_000_000n;

/** Millionths of `table[currency]`. */
export function rateMicro(table: Readonly<Record<string, string>>, currency: CurrencyCode): bigint {
  const rate = parseUnitPrice(table[currency] ?? '', currency);
  if (!rate) throw new RangeError(`No rate for ${currency}`);
  return BigInt(rate.micro);
}

/** One unit of `from` in `to`, as decimal text with six decimals, by the default rates. */
export function defaultExchangeRate(from: CurrencyCode, to: CurrencyCode): string {
  const [source, target] = [rateMicro(DEFAULT_EXCHANGE_RATES, from), rateMicro(DEFAULT_EXCHANGE_RATES, to)];
  const micro = roundRatio(target * MICRO, source, 'halfUp');
  return `${micro / MICRO}.${String(micro % MICRO).padStart(6, '0')}`;
}
