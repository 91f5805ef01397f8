/** How the amount of a line came about, as facts; the sentences are made of them (`i18n/charge-text.ts`). */
import { convert, type Money, type UnitPrice } from '../../kernel/money';
import { roundingOf, type Charge } from './charge';
import { billedUnitPrice, type InvoiceKind, type InvoiceLine } from './invoice';
import { isCredit } from './ledger';
import { dayPrice } from './proration';

export interface LineReasons {
  readonly charge: Charge;
  /** Whether it gives something back. */
  readonly credit: boolean;
  /** Price of one licence for one day, as the policy takes it; `null` for a whole period. */
  readonly perDay: UnitPrice | null;
  /** The exact amount, rounded once, and what the policy makes of it: positive = more. */
  readonly exact: Money;
  readonly difference: Money;
  /** Whether it is paid once, not for a period. */
  readonly once: boolean;
  /**
   * In another currency than the price: what is charged in the partner's, tax that the price holds included; the amount
   * times the rate, rounded once; and what one licence comes to, where that is cut first (portal 9.4).
   */
  readonly conversion: { readonly charged: Money; readonly exact: Money; readonly unit: Money | null } | null;
  /** In the partner's currency, before tax. */
  readonly billed: Money;
  readonly tax: Money;
  /** Whether the price holds the tax (S3-8). */
  readonly taxIncluded: boolean;
}

export function reasonsOf({ charge, facts, subtotal, tax, taxIncluded }: InvoiceLine, kind: InvoiceKind): LineReasons {
  const { prorated, unitPrice, amount, exchangeRate } = charge;
  const { currency } = subtotal;
  return {
    charge,
    credit: isCredit(charge),
    perDay: prorated ? dayPrice(prorated.price ?? unitPrice, prorated.of, prorated.policy) : null,
    ...roundingOf(charge),
    once: facts.term.duration === 'none',
    conversion:
      currency === amount.currency
        ? null
        : {
            charged: taxIncluded ? { ...subtotal, minor: subtotal.minor + tax.minor } : subtotal,
            exact: convert(amount, exchangeRate, currency),
            unit: billedUnitPrice(charge, kind, currency),
          },
    billed: subtotal,
    tax,
    taxIncluded,
  };
}
