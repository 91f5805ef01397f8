/** Everything that can be asked of a partner's world: imperative, one shape each. */
import type { PurchaseLine } from './cart/cart';
import type { BillingCycle, TermDuration } from './catalog/offer';
import type { Address, Customer, Qualification } from './customers/customer';
import type { AddOnLine } from './subscriptions/add-ons';
import type { CancellationDetails } from './subscriptions/cancellation';
import type { NextTerm } from './subscriptions/subscription';
import type { UpgradeWish } from './subscriptions/upgrade';
import type { ServiceRequestDraft } from './support/service-request';

export type Command =
  /** Part of a scenario's start: a customer that the partner has had before. */
  | { readonly type: 'OnboardCustomer'; readonly customer: Customer }
  | { readonly type: 'CreateCustomer'; readonly draft: CustomerDraft }
  | {
      readonly type: 'SaveCart';
      readonly customerId: string;
      readonly cartId: string | null;
      readonly lines: readonly PurchaseLine[];
    }
  | { readonly type: 'CheckOutCart'; readonly customerId: string; readonly cartId: string }
  | {
      readonly type: 'PlaceOrder';
      readonly customerId: string;
      readonly lines: readonly PurchaseLine[];
    }
  | {
      readonly type: 'UpdateSubscription';
      readonly customerId: string;
      readonly subscriptionId: string;
      readonly changes: SubscriptionChanges;
    }
  /** Legacy add-ons onto a base subscription (S0-33 … S0-37): all of them or none. */
  | {
      readonly type: 'BuyAddOns';
      readonly customerId: string;
      readonly orderId: string;
      readonly lines: readonly (AddOnLine & { readonly parentId: string })[];
    }
  /** A legacy trial becomes paid (portal 6.6). */
  | {
      readonly type: 'ConvertTrial';
      readonly customerId: string;
      readonly subscriptionId: string;
      readonly quantity: number;
      readonly billingCycle: BillingCycle;
    }
  /** To another SKU with more services (S0-85 … S0-93). */
  | {
      readonly type: 'Upgrade';
      readonly customerId: string;
      readonly subscriptionId: string;
      readonly wish: UpgradeWish;
    }
  /** All licences of a legacy subscription to another offer (portal 6.4). */
  | {
      readonly type: 'UpgradeLegacy';
      readonly customerId: string;
      readonly subscriptionId: string;
      readonly toCatalogItemId: string;
    }
  /** All subscriptions of a legacy order are billed differently from today on (portal 6.5). */
  | {
      readonly type: 'ChangeOrderBilling';
      readonly customerId: string;
      readonly orderId: string;
      readonly billingCycle: BillingCycle;
    }
  /** Software that was bought, line by line of its order: all of them or none (S3-27, S3-33). */
  | {
      readonly type: 'CancelSoftware';
      readonly customerId: string;
      readonly orderId: string;
      /** Numbers of the lines. */
      readonly lines: readonly number[];
    }
  | {
      readonly type: 'SetSupportContact';
      readonly customerId: string;
      readonly subscriptionId: string;
      readonly mpnId: string;
    }
  | { readonly type: 'FileServiceRequest'; readonly draft: ServiceRequestDraft }
  /** Its author adds to a request to support, closes it or opens it again. */
  | {
      readonly type: 'UpdateServiceRequest';
      readonly requestId: string;
      readonly status?: 'open' | 'closed';
      readonly note?: string;
    }
  | { readonly type: 'AssignLicenses'; readonly authorizationCode: string }
  | { readonly type: 'ConfirmSetUp'; readonly authorizationCode: string }
  /** Somebody asked for what their role does not allow: nothing changes but the log. */
  | { readonly type: 'RecordRefusedAccess'; readonly action: string; readonly customerId?: string };

export interface CustomerDraft {
  readonly companyName: string;
  readonly domain: string;
  readonly address: Address;
  readonly email: string;
  readonly culture: string;
  readonly language: string;
  readonly registrationNumber?: string;
  readonly resellerMpnId?: string;
  readonly qualifications?: readonly Qualification[];
}

/** The edits of one PATCH: all of them or none (decisions 2). Absent = as it is. */
export interface SubscriptionChanges {
  readonly friendlyName?: string;
  readonly autoRenew?: boolean;
  readonly status?: 'active' | 'suspended' | 'deleted';
  /** With the status `deleted`: what is told of it. */
  readonly cancellation?: CancellationDetails;
  readonly quantity?: number;
  /** MPN id of the reseller; `null` = none any more. */
  readonly resellerMpnId?: string | null;
  /** How often it is billed from the next billing period on; what it is now takes a pending change back. */
  readonly billingCycle?: BillingCycle;
  /** A longer term that begins today, and how it is billed. */
  readonly term?: { readonly duration: TermDuration; readonly billingCycle: BillingCycle };
  /** What the next term will be; `null` = nothing is saved any more. */
  readonly schedule?: NextTerm | null;
  /** Edits that a PATCH never carries out. */
  readonly unsupported?: readonly 'offer'[];
}
