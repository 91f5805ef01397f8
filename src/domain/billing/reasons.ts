/** How the amount of a line came about, as facts; the sentences are made of them (`i18n/charge-text.ts`). */
import type { Money, UnitPrice } from '../../kernel/money';
import { roundingOf, type Charge } from './charge';
import type { InvoiceLine } from './invoice';
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
  /** In the partner's currency, before tax. */
  readonly billed: Money;
  readonly tax: Money;
  /** Whether the price holds the tax (S3-8). */
  readonly taxIncluded: boolean;
}

export function reasonsOf({
  charge,
  subtotal,
  tax,
  taxIncluded,
}: Pick<InvoiceLine, 'charge' | 'subtotal' | 'tax' | 'taxIncluded'>): LineReasons {
  const { prorated, unitPrice } = charge;
  return {
    charge,
    credit: isCredit(charge),
    perDay: prorated ? dayPrice(prorated.price ?? unitPrice, prorated.of, prorated.policy) : null,
    ...roundingOf(charge),
    billed: subtotal,
    tax,
    taxIncluded,
  };
}
