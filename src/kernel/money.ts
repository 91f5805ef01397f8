/**
 * Money. Amounts are whole minor units (cents), unit prices are whole millionths of the currency unit; both are safe
 * integers and every product goes through `bigint`. Rounding happens once per line, by a named mode.
 *
 * Own code because rounding is what the product explains; big.js is the oracle in the tests.
 */
import type { Brand } from './brand';

export type CurrencyCode = Brand<string, 'CurrencyCode'>;

/** An amount in minor units of its currency (cents for EUR, whole yen for JPY). */
export interface Money {
  readonly minor: number;
  readonly currency: CurrencyCode;
}

/** A price per licence in millionths of the currency unit (10.08 EUR = 10 080 000). */
export interface UnitPrice {
  readonly micro: number;
  readonly currency: CurrencyCode;
}

/** How the exact value becomes minor units: half away from zero, towards zero. */
export type RoundingMode = 'halfUp' | 'truncate';

const WITHOUT_DECIMALS = new Set(['JPY', 'KRW', 'CLP', 'ISK', 'VND', 'PYG', 'UGX']);

/** Decimals of a currency (ISO 4217): 0 or 2 among those we sell in. */
export function decimalsOf(currency: CurrencyCode): number {
  return WITHOUT_DECIMALS.has(currency) ? 0 : 2;
}

/** `numerator / denominator` rounded to an integer. `denominator` must be positive. */
export function roundRatio(numerator: bigint, denominator: bigint, mode: RoundingMode): bigint {
  const quotient = numerator / denominator;
  if (mode === 'truncate') return quotient;
  const remainder = numerator % denominator;
  const twice = (remainder < 0n ? -remainder : remainder) * 2n;
  if (twice < denominator) return quotient;
  return numerator < 0n ? quotient - 1n : quotient + 1n;
}

const DECIMAL_PATTERN = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Parses a decimal text (`"10.08"`) into a unit price; `undefined` when it is none, or finer than millionths. */
export function parseUnitPrice(text: string, currency: CurrencyCode): UnitPrice | undefined {
  const match = DECIMAL_PATTERN.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '0', fraction = ''] = match;
  if (fraction.length > 6) return undefined;
  const micro = BigInt(whole + fraction.padEnd(6, '0')) * (sign ? -1n : 1n);
  const value = Number(micro);
  return Number.isSafeInteger(value) ? { micro: value, currency } : undefined;
}

/** `unitPrice × quantity × numerator / denominator`, rounded once to minor units. */
export function amountOf(
  price: UnitPrice,
  quantity: number,
  mode: RoundingMode = 'halfUp',
  numerator = 1,
  denominator = 1,
): Money {
  const scale = 10n ** BigInt(6 - decimalsOf(price.currency));
  const exact = BigInt(price.micro) * BigInt(quantity) * BigInt(numerator);
  return { minor: toSafe(roundRatio(exact, scale * BigInt(denominator), mode)), currency: price.currency };
}

/** A unit price scaled by a ratio, kept to millionths (a month's price of a yearly one). */
export function scalePrice(price: UnitPrice, numerator: number, denominator: number): UnitPrice {
  const micro = roundRatio(BigInt(price.micro) * BigInt(numerator), BigInt(denominator), 'halfUp');
  return { micro: toSafe(micro), currency: price.currency };
}

/** An amount in another currency; `rate` is decimal text: so much of `to` for one unit. Rounded once to minor units. */
export function convert(amount: Money, rate: string, to: CurrencyCode, mode: RoundingMode = 'halfUp'): Money {
  const micro = amount.minor * 10 ** (6 - decimalsOf(amount.currency));
  return convertPrice({ micro, currency: amount.currency }, rate, to, mode);
}

/** What a unit price is in another currency, in minor units: rounded once. @throws for a rate that is no number. */
export function convertPrice(price: UnitPrice, rate: string, to: CurrencyCode, mode: RoundingMode): Money {
  const factor = parseUnitPrice(rate, to);
  if (!factor) throw new RangeError(`Not a rate: ${rate}`);
  const scale = 10n ** BigInt(12 - decimalsOf(to));
  return { minor: toSafe(roundRatio(BigInt(price.micro) * BigInt(factor.micro), scale, mode)), currency: to };
}

function toSafe(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`Amount out of range: ${value}`);
  return number;
}

/** Adds amounts of one currency; `undefined` for none. Mixing currencies is a fault. */
export function sum(amounts: readonly Money[]): Money | undefined {
  const [first, ...rest] = amounts;
  if (!first) return undefined;
  let minor = first.minor;
  for (const amount of rest) {
    if (amount.currency !== first.currency) throw new Error(`Cannot add ${amount.currency} to ${first.currency}`);
    minor += amount.minor;
  }
  return { minor, currency: first.currency };
}

/** One sum per currency, in order of first appearance. */
export function sumByCurrency(amounts: readonly Money[]): Money[] {
  const totals = new Map<CurrencyCode, number>();
  for (const { minor, currency } of amounts) totals.set(currency, (totals.get(currency) ?? 0) + minor);
  return [...totals].map(([currency, minor]) => ({ minor, currency }));
}

/** The decimal text of an amount: `"100.80"`, `"1234"` for yen. */
export function moneyText(amount: Money): string {
  return decimalText(amount.minor, decimalsOf(amount.currency));
}

/** The decimal text of a unit price, at least with the currency's decimals: `"10.08"`, `"0.578630"` → as exact as held. */
export function unitPriceText(price: UnitPrice): string {
  const decimals = decimalsOf(price.currency);
  const full = decimalText(price.micro, 6);
  const point = full.length - 7;
  let end = full.length;
  while (end > point + 1 + decimals && full.charAt(end - 1) === '0') end -= 1;
  return full.slice(0, end === point + 1 ? point : end);
}

function decimalText(value: number, decimals: number): string {
  const sign = value < 0 ? '-' : '';
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0');
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
