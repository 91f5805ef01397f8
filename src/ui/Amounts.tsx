import { useFormat, useMessages } from './language';

/** An exact amount in its currency. */
export function MoneyText({ amount }: { amount: { amount: string; currency: string } }) {
  const format = useFormat();
  return <span style={{ fontVariantNumeric: 'tabular-nums' }}>{format.money(amount.amount, amount.currency)}</span>;
}

/** A price with what it is for: "€10.08 per license per month". */
export function PriceText({ price }: { price: { amount: string; currency: string; per: 'month' | 'year' | 'once' } }) {
  const t = useMessages();
  const format = useFormat();
  return <span>{t.ui.price[price.per](format.money(price.amount, price.currency))}</span>;
}
