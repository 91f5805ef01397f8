/** Every reason why nothing happened: a state of affairs with its facts, never a sentence. */
import type { Instant } from '../kernel/calendar';
import type { BillingCycle, Offer, Segment, TermDuration } from './catalog/offer';
import type { RoleMissing } from './partner/roles';
import type { SubscriptionStatus } from './subscriptions/subscription';

export type Refusal =
  | RoleMissing
  | { readonly type: 'CustomerNotFound'; readonly customerId: string }
  | { readonly type: 'CartNotFound'; readonly cartId: string }
  | { readonly type: 'CartExpired'; readonly cartId: string; readonly expiredAt: Instant }
  | { readonly type: 'CartOrdered'; readonly cartId: string }
  | { readonly type: 'CartEmpty'; readonly cartId: string }
  | {
      readonly type: 'CartHasErrors';
      readonly lines: readonly { readonly line: number; readonly refusal: LineRefusal }[];
    }
  | { readonly type: 'LineRefused'; readonly line: number; readonly refusal: LineRefusal }
  | { readonly type: 'OrderNotFound'; readonly orderId: string }
  | { readonly type: 'SubscriptionNotFound'; readonly subscriptionId: string }
  | { readonly type: 'AuthorizationCodeUnknown'; readonly authorizationCode: string }
  | { readonly type: 'SubscriptionDeleted'; readonly subscriptionId: string }
  | {
      readonly type: 'ChangeNotSupported';
      readonly what: 'quantity' | 'billingCycle' | 'termDuration' | 'partnerId' | 'offer' | 'schedule';
    }
  | { readonly type: 'AutoRenewFixed' }
  | { readonly type: 'StatusChangeRefused'; readonly from: SubscriptionStatus; readonly to: SubscriptionStatus }
  | { readonly type: 'SetUpUnfinished'; readonly publisher: string }
  | { readonly type: 'DomainTaken'; readonly domain: string }
  | { readonly type: 'MarketUnknown'; readonly country: string }
  | { readonly type: 'NameRefused'; readonly name: string }
  | { readonly type: 'RegistrationNumberMissing'; readonly country: string }
  | { readonly type: 'PhoneNumberMissing'; readonly country: string }
  | PurchaseRefusal;

/** Why nothing at all can be sold to a customer now. */
export type PurchaseRefusal =
  | { readonly type: 'PartnerRestricted' }
  | { readonly type: 'PartnerCannotBuy' }
  | { readonly type: 'AgreementMissing'; readonly customerId: string };

/** Why an offer cannot be bought by a customer now (portal 3.4). */
export type Unavailable =
  | { readonly type: 'OnePerCustomer'; readonly subscriptionId: string }
  | { readonly type: 'SuspendedExists'; readonly subscriptionId: string }
  | { readonly type: 'PublisherCountry'; readonly country: string }
  | { readonly type: 'NotInCsp' }
  | { readonly type: 'Exclusive'; readonly publisher: string; readonly site: string | null }
  | { readonly type: 'NotTransactable'; readonly container: boolean }
  | { readonly type: 'AddOnWithoutBase'; readonly bases: readonly Offer[] }
  | { readonly type: 'SoldWithBaseOnly' }
  | {
      readonly type: 'OfferLimit';
      readonly count: number;
      readonly scope: 'Lifetime' | 'Concurrent';
      readonly held: number;
      readonly subscriptionId: string | null;
    }
  | { readonly type: 'TrialOfOwned'; readonly subscriptionId: string }
  | { readonly type: 'SegmentNotQualified'; readonly segments: readonly Segment[] }
  | { readonly type: 'MarketNotServed'; readonly country: string }
  | { readonly type: 'PreviewNeeded' }
  | { readonly type: 'ReservationMarket'; readonly country: string }
  | { readonly type: 'ReservationNeedsAzure' };

/** Why a line of a cart or an order cannot be bought. */
export type LineRefusal =
  | Unavailable
  | RoleMissing
  | { readonly type: 'ItemUnknown'; readonly catalogItemId: string }
  | { readonly type: 'QuantityOutOfRange'; readonly quantity: number; readonly min: number; readonly max: number }
  | {
      readonly type: 'TermNotOffered';
      readonly termDuration: TermDuration;
      readonly billingCycle: BillingCycle;
      readonly choices: readonly { readonly termDuration: TermDuration; readonly billingCycle: BillingCycle }[];
    }
  | { readonly type: 'CurrencyRefused'; readonly currency: string; readonly expected: string }
  | { readonly type: 'ResellerUnknown'; readonly mpnId: string }
  | { readonly type: 'ResellerNotAllowed' }
  | { readonly type: 'AzureSubscriptionUnknown'; readonly subscriptionId: string };
