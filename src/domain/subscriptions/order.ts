import type { Instant } from '../../kernel/calendar';
import type { CurrencyCode, Money, UnitPrice } from '../../kernel/money';
import type { BillingCycle, TermDuration } from '../catalog/offer';

export interface OrderLine {
  readonly number: number;
  readonly catalogItemId: string;
  readonly title: string;
  readonly quantity: number;
  readonly termDuration: TermDuration;
  readonly billingCycle: BillingCycle;
  readonly subscriptionId: string;
  readonly friendlyName?: string;
  readonly resellerMpnId?: string;
  /** Price of one licence for one billing cycle. */
  readonly unitPrice: UnitPrice;
  /** What the first term costs, every cycle of it; nothing is owed in advance for usage. */
  readonly extended: Money;
}

export interface Order {
  readonly id: string;
  readonly alternateId: string;
  readonly customerId: string;
  readonly createdAt: Instant;
  readonly by: string;
  readonly billingCycle: BillingCycle;
  readonly currency: CurrencyCode;
  readonly lines: readonly OrderLine[];
}
