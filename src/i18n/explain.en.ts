import type { BillingCycle, Segment, TermDuration } from '../domain/catalog/offer';
import type { Action, Role } from '../domain/partner/roles';
import type { LineRefusal, Refusal } from '../domain/refusals';
import type { SubscriptionStatus } from '../domain/subscriptions/subscription';
import { formatInstant } from '../kernel/calendar';
import { unreachable } from '../kernel/result';
import type { Explanations } from './explain';
import type { Format } from './format';
import { plural } from './language';

type Of<Type extends (Refusal | LineRefusal)['type']> = Extract<Refusal | LineRefusal, { type: Type }>;

const ROLES: Record<Role, string> = {
  GlobalAdmin: 'Global admin',
  UserManagementAdmin: 'User management admin',
  BillingAdmin: 'Billing admin',
  AdminAgent: 'Admin agent',
  SalesAgent: 'Sales agent',
  HelpdeskAgent: 'Helpdesk agent',
  DefaultUser: 'Default user',
  AccountAdmin: 'Account admin',
  MpnPartnerAdmin: 'MPN partner admin',
  ReferralAdmin: 'Referral admin',
  MarketingContentAdmin: 'Marketing content admin',
};

const ACTIONS: Record<Action, string> = {
  viewCustomers: 'see customers',
  exportCustomers: 'export the list of customers',
  addCustomer: 'add customers',
  buy: 'buy for customers',
  buySoftware: 'buy software',
  manageSubscription: 'manage this subscription',
  manageMarketplaceSubscription: 'manage this marketplace subscription',
};

const STATUSES: Record<SubscriptionStatus, string> = {
  pending: 'Pending',
  active: 'Active',
  suspended: 'Suspended',
  expired: 'Expired',
  disabled: 'Disabled',
  deleted: 'Deleted',
};

const SEGMENTS: Record<Segment, string> = {
  Commercial: 'Commercial',
  Education: 'Education',
  Government: 'Government',
  Nonprofit: 'Nonprofit',
};

const DURATIONS: Record<TermDuration, string> = { P1M: '1 month', P1Y: '1 year', P3Y: '3 years', none: 'no term' };

const BILLED: Record<Exclude<BillingCycle, 'None'>, string> = {
  Monthly: 'billed monthly',
  Annual: 'billed annually',
  Triennial: 'billed every three years',
  OneTime: 'paid once',
};

/** What `ChangeNotSupported` is about, and what to leave alone. */
const CHANGES: Record<Of<'ChangeNotSupported'>['what'], readonly [string, string]> = {
  quantity: ['Changing the number of licenses', 'Leave the quantity as it is.'],
  billingCycle: ['Changing the billing frequency', 'Leave the billing frequency as it is.'],
  termDuration: ['Changing the term duration', 'Leave the term duration as it is.'],
  partnerId: ['Changing the reseller', 'Leave the MPN ID as it is.'],
  offer: ['Moving to another offer', 'Leave the offer as it is.'],
  schedule: ['Scheduling changes for the next term', 'Leave the scheduled changes out.'],
};

const anyOf = new Intl.ListFormat('en-US', { type: 'disjunction' });

function term(termDuration: TermDuration, billingCycle: BillingCycle): string {
  if (billingCycle === 'None') return termDuration === 'none' ? 'pay as you go' : 'free trial';
  if (termDuration === 'none' && billingCycle === 'OneTime') return 'one-time';
  return `${DURATIONS[termDuration]}, ${BILLED[billingCycle]}`;
}

function sentence(refusal: Refusal | LineRefusal, format: Format): string {
  switch (refusal.type) {
    case 'RoleMissing': {
      const names = anyOf.format(refusal.roles.map((role) => ROLES[role]));
      const needed = plural(refusal.roles.length, 'the role', 'one of these roles:');
      return `Your roles do not allow you to ${ACTIONS[refusal.action]}. This takes ${needed} ${names}.`;
    }
    case 'CustomerNotFound':
      return `You have no customer with the ID ${refusal.customerId}. Check the ID in the customer list.`;
    case 'CartNotFound':
      return `The customer has no cart with the ID ${refusal.cartId}. Add the offers to a new cart.`;
    case 'CartExpired': {
      const at = format.instant(formatInstant(refusal.expiredAt));
      return `The cart expired on ${at}. Add the offers to a new cart.`;
    }
    case 'CartOrdered':
      return 'The cart has been ordered already. To buy more, start a new cart.';
    case 'CartEmpty':
      return 'The cart is empty. Add at least one offer before you buy.';
    case 'CartHasErrors': {
      const count = refusal.lines.length;
      const [first] = refusal.lines;
      const summary = `${format.number(count)} ${plural(count, 'line', 'lines')} of the cart cannot be bought.`;
      return first ? `${summary} Line ${first.line + 1}: ${sentence(first.refusal, format)}` : summary;
    }
    case 'LineRefused':
      return `Line ${refusal.line + 1} cannot be ordered: ${sentence(refusal.refusal, format)}`;
    case 'OrderNotFound':
      return `The customer has no order with the ID ${refusal.orderId}. Check the ID in the order history.`;
    case 'SubscriptionNotFound':
      return `The customer has no subscription with the ID ${refusal.subscriptionId}. Check the ID in the customer's list of subscriptions.`;
    case 'AuthorizationCodeUnknown':
      return `No purchase has the authorization code ${refusal.authorizationCode}. Copy the code from the subscription again.`;
    case 'SubscriptionDeleted':
      return 'The subscription has been deleted for good and cannot be changed. Buy the offer again if the customer needs it.';
    case 'ChangeNotSupported': {
      const [what, advice] = CHANGES[refusal.what];
      return `${what} of a subscription is not part of this simulation. ${advice}`;
    }
    case 'AutoRenewFixed':
      return 'Auto-renew cannot be changed for this subscription. It can be switched only for new-commerce, marketplace and software subscriptions.';
    case 'StatusChangeRefused':
      return statusChange(refusal);
    case 'SetUpUnfinished':
      return `${refusal.publisher} allows changes only after set-up is finished. Finish it on the publisher's site first.`;
    case 'DomainTaken':
      return `The domain ${refusal.domain} belongs to another customer already. Choose another primary domain name.`;
    case 'MarketUnknown':
      return `Customers in ${place(refusal.country, format)} cannot be added, because CSP has no market there. Choose another country or region.`;
    case 'NameRefused':
      return `“${refusal.name}” cannot be a company name. Enter at least two characters, with letters or digits, and more than a legal form such as Ltd.`;
    case 'RegistrationNumberMissing':
      return `A customer in ${format.country(refusal.country)} needs a registration number. Enter the organization's registration number.`;
    case 'PhoneNumberMissing':
      return `A customer in ${format.country(refusal.country)} needs a phone number. Enter one in the customer's address.`;
    case 'PartnerRestricted':
      return 'Your partner account is restricted and cannot make new purchases. You can still manage what you have sold.';
    case 'PartnerCannotBuy':
      return 'An indirect reseller cannot buy from Microsoft. Ask your indirect provider to place the order.';
    case 'AgreementMissing':
      return 'The customer has not accepted the Microsoft Customer Agreement. Nothing can be bought until it is accepted.';
    case 'OnePerCustomer':
      return 'The customer already has this subscription, and only one is allowed.';
    case 'SuspendedExists':
      return "The customer's subscription is suspended. Reactivate it instead of buying again.";
    case 'PublisherCountry':
      return `The publisher does not sell this offer to customers in ${format.country(refusal.country)}. Choose another offer.`;
    case 'NotInCsp':
      return 'The publisher does not sell this offer through CSP partners. Choose another offer.';
    case 'Exclusive':
      return `${refusal.publisher} offers this only to certain CSP partners. Contact the publisher.`;
    case 'NotTransactable':
      return refusal.container
        ? 'Container offers must be bought in the Azure portal.'
        : "This usage-based offer cannot be bought here. Create it in the Azure portal, in the customer's Azure subscription.";
    case 'AddOnWithoutBase':
      return 'The addon is not purchasable without a compatible base product';
    case 'SoldWithBaseOnly':
      return 'This add-on is not sold on its own. It is added on the details page of its base subscription.';
    case 'OfferLimit':
      return offerLimit(refusal, format);
    case 'TrialOfOwned':
      return 'The customer already owns the paid version, so there is no trial of it. Use the subscription that the customer has.';
    case 'SegmentNotQualified': {
      const names = anyOf.format(refusal.segments.map((segment) => SEGMENTS[segment]));
      return `This offer is only for the segment ${names}, for which the customer does not qualify. Check the customer's special qualifications.`;
    }
    case 'MarketNotServed':
      return `This offer is not available in ${format.country(refusal.country)}. Choose an offer that is sold there.`;
    case 'PreviewNeeded':
      return 'New-commerce offers are only for partners in the technical preview, which your partner account is not in.';
    case 'ReservationMarket':
      return `Azure reservations are not sold to customers in ${format.country(refusal.country)}.`;
    case 'ReservationNeedsAzure':
      return 'An Azure reservation needs an active Azure plan. Buy an Azure plan for the customer first.';
    case 'ItemUnknown':
      return `The catalog has no offer with the ID ${refusal.catalogItemId}. Look the offer up in the catalog again.`;
    case 'QuantityOutOfRange': {
      const [quantity, min, max] = [refusal.quantity, refusal.min, refusal.max].map(format.number);
      return refusal.min === refusal.max
        ? `The quantity of this offer is always ${min}. Change it from ${quantity}.`
        : `This offer is sold with ${min} to ${max} licenses. Change the quantity from ${quantity}.`;
    }
    case 'TermNotOffered': {
      const choices = refusal.choices.map((each) => `“${term(each.termDuration, each.billingCycle)}”`);
      const asked = `This offer is not sold as “${term(refusal.termDuration, refusal.billingCycle)}”.`;
      return choices.length > 0
        ? `${asked} Choose ${anyOf.format(choices)}.`
        : `${asked} It has no price in the customer's currency; choose another offer.`;
    }
    case 'CurrencyRefused':
      return `The customer buys in ${refusal.expected}, not in ${refusal.currency}. Change the currency to ${refusal.expected}.`;
    case 'ResellerUnknown':
      return `None of your indirect resellers has the MPN ID ${refusal.mpnId}. Check the MPN ID.`;
    case 'ResellerNotAllowed':
      return 'Only an indirect provider can name a reseller. Leave the MPN ID of the reseller out.';
    case 'AzureSubscriptionUnknown':
      return `The customer has no active Azure subscription with the ID ${refusal.subscriptionId}. Choose one of its active Azure plans.`;
  }
  return unreachable(refusal);
}

function statusChange({ from, to }: Of<'StatusChangeRefused'>): string {
  // Only a change that takes an active subscription (such as auto-renew) refuses this pair: reactivating is allowed.
  if (from === 'suspended' && to === 'active') {
    return `The subscription is ${STATUSES[from]} and must be ${STATUSES[to]} for this. Reactivate it first.`;
  }
  const matter =
    from === to
      ? `The subscription is ${STATUSES[to]} already.`
      : `The status of this subscription cannot change from ${STATUSES[from]} to ${STATUSES[to]}.`;
  switch (to) {
    case 'active':
      return from === to ? matter : `${matter} Only a suspended subscription can be reactivated.`;
    case 'suspended':
      return from === to
        ? matter
        : `${matter} Only active license-based subscriptions from Microsoft can be suspended.`;
    case 'deleted':
      return from === to
        ? matter
        : `${matter} Where the subscription allows it, suspend it or turn off auto-renew instead.`;
    case 'pending':
    case 'expired':
    case 'disabled':
      return from === to ? matter : `${matter} Nobody sets this status by hand.`;
  }
  return unreachable(to);
}

function offerLimit({ count, scope, held }: Of<'OfferLimit'>, format: Format): string {
  const most = count === 1 ? 'only once' : `at most ${format.number(count)} times`;
  const used = format.number(held);
  const are = plural(held, 'is', 'are');
  switch (scope) {
    case 'Lifetime':
      return `A customer can buy this offer ${most} in all; ${used} ${are} bought already or in this purchase.`;
    case 'Concurrent':
      return `A customer can have this offer ${most} at the same time; ${used} ${are} owned already or in this purchase.`;
  }
  return unreachable(scope);
}

/** A country that may not exist: with its code where it has a name at all. */
function place(code: string, format: Format): string {
  const name = format.country(code);
  return name === code ? code : `${name} (${code})`;
}

export const explanations: Explanations = { refusal: sentence, roles: ROLES, statuses: STATUSES, term };
