/** Everything that can be asked of a partner's world: imperative, one shape each. */
import type { PurchaseLine } from './cart/cart';
import type { Address, Customer, Qualification } from './customers/customer';

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
  /** Edits that no rule of this build carries out yet. */
  readonly unsupported?: readonly ('quantity' | 'billingCycle' | 'termDuration' | 'partnerId' | 'offer' | 'schedule')[];
}
