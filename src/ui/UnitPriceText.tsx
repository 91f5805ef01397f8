import { useFormat } from './language';

/** A price per license with all its decimals. */
export function UnitPriceText({ amount, currency }: { amount: string; currency: string }) {
  return <span>{useFormat().unitPrice(amount, currency)}</span>;
}
