/** Everything that can have happened: past tense, with every fact that was true then (price, dates, windows). */
import type { Instant } from '../kernel/calendar';
import type { UnitPrice } from '../kernel/money';
import type { Charge } from './billing/charge';
import type { Cart } from './cart/cart';
import type { Customer } from './customers/customer';
import type { Order } from './subscriptions/order';
import type { Subscription, SubscriptionCycle, SubscriptionTerm } from './subscriptions/subscription';

export type PartnerEvent =
  | { readonly type: 'CustomerAdded'; readonly customer: Customer }
  | { readonly type: 'CartSaved'; readonly cart: Cart }
  | { readonly type: 'CartExpired'; readonly cartId: string; readonly customerId: string }
  | {
      readonly type: 'CartOrdered';
      readonly cartId: string;
      readonly customerId: string;
      readonly orderIds: readonly string[];
    }
  | { readonly type: 'OrderPlaced'; readonly order: Order }
  | {
      readonly type: 'SubscriptionStarted';
      readonly subscription: Omit<Subscription, 'number'>;
      readonly charge: Charge | null;
    }
  | { readonly type: 'SubscriptionRenamed'; readonly subscriptionId: string; readonly friendlyName: string }
  | { readonly type: 'AutoRenewChanged'; readonly subscriptionId: string; readonly autoRenew: boolean }
  | { readonly type: 'LicensesAssigned'; readonly subscriptionId: string }
  | { readonly type: 'SetUpConfirmed'; readonly subscriptionId: string }
  /** Both steps of the publisher are done: from here on it is active and billed (S2-21). */
  | {
      readonly type: 'SubscriptionActivated';
      readonly subscriptionId: string;
      readonly term: SubscriptionTerm;
      readonly cycle: SubscriptionCycle | null;
      readonly charge: Charge | null;
    }
  | {
      readonly type: 'CycleStarted';
      readonly subscriptionId: string;
      readonly cycle: SubscriptionCycle;
      readonly charge: Charge | null;
    }
  | {
      readonly type: 'TermRenewed';
      readonly subscriptionId: string;
      readonly term: SubscriptionTerm;
      readonly cycle: SubscriptionCycle | null;
      readonly unitPrice: UnitPrice;
      readonly charge: Charge | null;
    }
  | {
      readonly type: 'TrialConverted';
      readonly subscriptionId: string;
      readonly catalogItemId: string;
      readonly term: SubscriptionTerm;
      readonly cycle: SubscriptionCycle | null;
      readonly unitPrice: UnitPrice;
      readonly charge: Charge | null;
    }
  | {
      readonly type: 'SubscriptionSuspended';
      readonly subscriptionId: string;
      readonly deletedAt: Instant;
      readonly autoRenew: boolean;
      readonly charge: Charge | null;
    }
  | { readonly type: 'SubscriptionReactivated'; readonly subscriptionId: string; readonly charge: Charge | null }
  | { readonly type: 'SubscriptionExpired'; readonly subscriptionId: string }
  | { readonly type: 'SubscriptionDisabled'; readonly subscriptionId: string }
  | {
      readonly type: 'SubscriptionDeleted';
      readonly subscriptionId: string;
      readonly cause: 'suspendedTooLong' | 'disabledTooLong' | 'termEnded' | 'trialEnded';
    }
  | { readonly type: 'AccessRefused'; readonly action: string; readonly customerId?: string };
