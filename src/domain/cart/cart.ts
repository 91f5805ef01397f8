import type { Instant } from '../../kernel/calendar';
import type { BillingCycle, TermDuration } from '../catalog/offer';

/** One line that somebody wants to buy; the same shape in a cart and in an order that is sent at once. */
export interface PurchaseLine {
  readonly catalogItemId: string;
  readonly quantity: number;
  readonly termDuration: TermDuration;
  readonly billingCycle: BillingCycle;
  readonly friendlyName?: string;
  /** MPN id of the indirect reseller of record. */
  readonly resellerMpnId?: string;
  readonly currency?: string;
  /** Reservations: the Azure subscription that it applies to. */
  readonly azureSubscriptionId?: string;
  /** Marketplace trials: the paid term that follows. */
  readonly renewsToTermDuration?: TermDuration;
  /** Legacy add-ons: the subscription of the customer that it is put on (REST API, carts). */
  readonly parentSubscriptionId?: string;
}

export interface Cart {
  readonly id: string;
  readonly customerId: string;
  readonly createdAt: Instant;
  readonly modifiedAt: Instant;
  readonly modifiedBy: string;
  /** Exclusive: at this instant the cart is gone. */
  readonly expiresAt: Instant;
  readonly lines: readonly PurchaseLine[];
  /** Orders that the checkout made; empty while the cart is open. */
  readonly orderIds: readonly string[];
  readonly expired: boolean;
}
