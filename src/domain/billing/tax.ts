/** Tax on invoice lines: by the customer's market, none unless the scenario gives a rate (decisions 34). */
import { parseUnitPrice, roundRatio, type Money } from '../../kernel/money';
import type { Offer } from '../catalog/offer';

/** Software in Australia and Brazil is priced with tax, reservations in Brazil (S3-8; portal 8.5). */
export function isTaxIncluded({ commerce }: Pick<Offer, 'commerce'>, country: string): boolean {
  if (commerce === 'software') return country === 'AU' || country === 'BR';
  return commerce === 'reservation' && country === 'BR';
}

/**
 * Price and tax of an amount, each in minor units; the tax is rounded once, half away from zero.
 * @param rate share of the price as decimal text (`0.19`).
 * @param included whether the amount holds the tax; else it comes on top.
 * @throws for a rate that is no number.
 */
export function taxed(
  amount: Money,
  rate: string,
  included: boolean,
): { readonly subtotal: Money; readonly tax: Money } {
  const share = parseUnitPrice(rate, amount.currency);
  if (!share) throw new RangeError(`Not a rate: ${rate}`);
  const whole = 1_000_000n;
  const part = BigInt(share.micro);
  const minor = Number(roundRatio(BigInt(amount.minor) * part, included ? whole + part : whole, 'halfUp'));
  return {
    subtotal: included ? { ...amount, minor: amount.minor - minor } : amount,
    tax: { ...amount, minor },
  };
}
