import type { BillingCycle, Segment, TermDuration } from '../domain/catalog/offer';
import type { Action, Role } from '../domain/partner/roles';
import type { LineRefusal, Refusal } from '../domain/refusals';
import type { SubscriptionStatus } from '../domain/subscriptions/subscription';
import { formatInstant, type Instant } from '../kernel/calendar';
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
  cancelSoftware: 'cancel software',
  requestSupport: 'file requests to support',
  viewBilling: 'see the billing',
  downloadInvoice: 'download invoices',
  viewReconciliation: 'see reconciliation files',
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

/** Why it cannot be upgraded at all. */
const NO_UPGRADE: Record<Of<'UpgradeNotOffered'>['because'], string> = {
  commerce: 'Only new-commerce subscriptions are upgraded this way.',
  legacyOnly: 'Only legacy subscriptions are upgraded this way. Use a transition instead.',
  notActive: 'Only an active subscription can be upgraded.',
  noPath: 'There is nothing that this subscription can be upgraded to.',
  addOns: 'A subscription cannot be upgraded as long as it has add-ons.',
  trial: 'A trial cannot be upgraded. Convert it to a paid subscription first.',
};

/** Why licences cannot join an existing subscription. */
const NO_TARGET: Record<Of<'TargetRefused'>['because'], string> = {
  same: 'Licenses cannot move to the subscription that they are in. Choose another one.',
  otherItem: 'That subscription is of another SKU. Choose one of the SKU that you upgrade to.',
  notActive: 'That subscription is not active.',
  inWindow: 'That subscription is still in its cancellation window. Licenses can join it afterwards.',
  termShorter: 'That subscription has a shorter term than this one.',
  endsEarlier: 'That subscription ends earlier than this one.',
  full: 'That subscription already has as many licenses as its offer allows.',
  trial: 'A trial cannot share licenses with another subscription.',
};

/** Why an order cannot be billed differently. */
const NO_ORDER_BILLING: Record<Of<'OrderBillingRefused'>['because'], string> = {
  notLegacy: 'The billing frequency of an order can be changed only for legacy subscriptions that still exist.',
  notActive: 'All subscriptions of the order must be active. Reactivate those that are not first.',
  trial: 'The order contains a trial. Convert it to a paid subscription first.',
  mixed: 'The subscriptions of this order are billed differently. They cannot be changed together.',
  notOffered: 'A subscription of the order is not sold with that billing frequency any more.',
};

/** Why something cannot be taken back at all. */
const NO_CANCELLATION: Record<Of<'CancellationNotOffered'>['because'], string> = {
  suspendInstead: 'This subscription cannot be canceled. Suspend it instead: what is unused is credited.',
  usage:
    'What is billed by use cannot be returned. Remove the resources in the publisher’s or the Azure portal to stop the charges.',
  elsewhere: 'This purchase is not taken back here.',
  subscription: 'Only software is canceled through its order. Cancel or suspend the subscription itself.',
  upgraded:
    'What was upgraded or given a longer term cannot be canceled before it renews. Turn auto-renew off instead.',
  never: 'This product cannot be canceled or exchanged after the purchase.',
};

/** Why something cannot be made a paid subscription by hand. */
const NO_CONVERSION: Record<Of<'ConversionNotOffered'>['because'], string> = {
  notATrial: 'Only a trial can be converted to a paid subscription.',
  byItself: 'This trial becomes paid by itself at its end, unless auto-renew is turned off.',
  endsUnpaid:
    'Auto-renew is off, so this trial ends without becoming paid. It becomes paid by itself if auto-renew is turned on before its end.',
  noTarget: 'There is no paid offer that this trial could become.',
  limit: 'The customer already has as many subscriptions of the paid offer as are allowed.',
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
    case 'InvoiceNotFound':
      return `There is no invoice ${refusal.invoiceId} yet. Check the number in the billing history.`;
    case 'SubscriptionNotFound':
      return `The customer has no subscription with the ID ${refusal.subscriptionId}. Check the ID in the customer's list of subscriptions.`;
    case 'AuthorizationCodeUnknown':
      return `No purchase has the authorization code ${refusal.authorizationCode}. Copy the code from the subscription again.`;
    case 'SubscriptionDeleted':
      return 'The subscription has been deleted for good and cannot be changed. Buy the offer again if the customer needs it.';
    case 'ChangeNotSupported':
      return 'The offer of a subscription cannot be updated. Leave the offer as it is, and use an upgrade to move to another one.';
    case 'ScheduleNotOffered':
      return 'Changes for the next term can be scheduled only for new-commerce subscriptions that renew.';
    case 'ScheduleNeedsActive':
      return `Changes can be scheduled only while the subscription is ${STATUSES.active}; it is ${STATUSES[refusal.status]}.`;
    case 'ScheduleNeedsAutoRenew':
      return 'Changes can be scheduled only while auto-renew is on. Turn it on first.';
    case 'NotAnUpgrade':
      return `This subscription cannot become the offer ${refusal.catalogItemId}. Choose one of the offers that it can be upgraded to.`;
    case 'UpgradeNotOffered':
      return refusal.because === 'notActive'
        ? `${NO_UPGRADE.notActive} This one is ${STATUSES[refusal.status]}.`
        : NO_UPGRADE[refusal.because];
    case 'UpgradeLimit':
      return `The customer already has as many subscriptions of ${refusal.offer} as are allowed.`;
    case 'UpgradeConflict':
      return `The customer already has ${refusal.offer}. Change the number of licenses there instead.`;
    case 'TargetRefused':
      return NO_TARGET[refusal.because];
    case 'TooFewLeft':
      return `${licenses(refusal.left, format)} would be left, and this offer has at least ${format.number(refusal.min)}. Upgrade fewer, or all of them.`;
    case 'PartialKeepsTerm':
      return 'A part of the licenses keeps the term and the end date of this subscription. Upgrade all licenses to begin a longer term.';
    case 'TermShorter':
      return `The term can only be made longer now, not ${DURATIONS[refusal.to]} instead of ${DURATIONS[refusal.from]}. Schedule a shorter term for the renewal.`;
    case 'NoNextPeriod':
      return `No billing period follows: auto-renew is off, and the subscription ends ${refusal.endsOn === null ? 'with this one' : `after ${format.date(refusal.endsOn)}`}. Turn auto-renew on first.`;
    case 'PlanNeedsActive':
      return `Term and billing frequency can be changed only while the subscription is ${STATUSES.active}; it is ${STATUSES[refusal.status]}.`;
    case 'NoLongerTerm':
      return `There is no longer term than ${DURATIONS[refusal.termDuration]} for this offer. A shorter one can be scheduled for the renewal.`;
    case 'OnlyFrequency':
      return `The billing frequency of “${term(refusal.termDuration, refusal.billingCycle)}” cannot be changed during the term. Schedule another one for the renewal.`;
    case 'FrequencyByOrder':
      return 'The billing frequency of a legacy subscription is that of its order. Change it for the whole order.';
    case 'TrialPlanFixed':
      return refusal.what === 'billingCycle'
        ? 'A trial is not billed. Its billing frequency can be chosen when it becomes a paid subscription.'
        : 'The term of a trial cannot be changed. It can be chosen when the trial becomes a paid subscription.';
    case 'PlanFixed':
      return refusal.what === 'billingCycle'
        ? 'The billing frequency of this subscription cannot be changed.'
        : 'The term of this subscription cannot be changed.';
    case 'OrderBillingRefused':
      return NO_ORDER_BILLING[refusal.because];
    case 'QuantityFixed':
      return 'The number of licenses of this subscription cannot be changed. If more are needed, buy the offer again.';
    case 'TrialQuantityFixed':
      return `A trial always has ${format.number(refusal.quantity)} licenses. Their number can be chosen when it becomes a paid subscription.`;
    case 'QuantityNeedsActive':
      return refusal.status === 'suspended'
        ? 'The number of licenses cannot be changed while the subscription is suspended. Reactivate it first.'
        : `The number of licenses cannot be changed, because the subscription is ${STATUSES[refusal.status]}.`;
    case 'ReductionClosed':
      return [
        refusal.closedAt === null
          ? `Licenses can be removed only within ${span(refusal.windowHours, format)} of the purchase or renewal.`
          : `Licenses could be removed only within ${span(refusal.windowHours, format)} of the purchase or renewal; the time was up on ${format.instant(formatInstant(refusal.closedAt))}.`,
        support(refusal.supportCount, refusal.supportUntilAt, format) ??
          (refusal.renewsAt === null
            ? ''
            : `The next chance is the renewal on ${format.instant(formatInstant(refusal.renewsAt))}.`),
      ]
        .filter(Boolean)
        .join(' ');
    case 'ReductionTooLarge':
      return [
        `At most ${licenses(refusal.refundable, format)} can be removed now, not ${format.number(refusal.by)}.`,
        support(refusal.supportCount, refusal.supportUntilAt, format) ?? '',
      ]
        .filter(Boolean)
        .join(' ');
    case 'CancellationClosed': {
      const length =
        refusal.days === undefined
          ? span(refusal.hours ?? 0, format)
          : `${format.number(refusal.days)} ${plural(refusal.days, 'day', 'days')}`;
      const closed = `It could be canceled only within ${length} of the ${refusal.commerce === 'newCommerce' ? 'purchase or renewal' : 'purchase'}; the time was up on ${format.instant(formatInstant(refusal.closedAt))}.`;
      switch (refusal.commerce) {
        case 'newCommerce':
          return `${closed} The whole term is charged, whatever the billing frequency. To let it end with its term, turn off auto-renew.`;
        case 'marketplace':
          return `${closed} To end it at its renewal, turn off auto-renew.`;
        default:
          return closed;
      }
    }
    case 'CancellationNotOffered':
      return NO_CANCELLATION[refusal.because];
    case 'ConversionNotOffered':
      return NO_CONVERSION[refusal.because];
    case 'AddOnsNotOffered':
      return 'Add-ons of this kind stand only on paid license-based subscriptions from Microsoft’s legacy catalog.';
    case 'AddOnNotRelated':
      return `${refusal.offer} cannot be added to ${refusal.base}: it is made for other subscriptions or is not sold where the customer is.`;
    case 'BaseNotActive':
      return 'An add-on needs an active base subscription. Reactivate the base first.';
    case 'SupportContactFixed':
      return 'You answer the customer yourself. Only an indirect provider can designate one of its resellers instead.';
    case 'ServiceRequestNotFound':
      return `You have no request to support with the number ${refusal.requestId}. Everybody sees only their own.`;
    case 'SupportDeclines':
      return refusal.possible === 0
        ? `Declined: licenses are removed only within ${span(refusal.windowHours, format)} of being added mid-term, and that time had passed when the request was filed.`
        : `Declined: only ${licenses(refusal.possible, format)} had been added mid-term within ${span(refusal.windowHours, format)} before the request, not ${format.number(refusal.by)}.`;
    case 'AutoRenewFixed':
      return 'Auto-renew cannot be changed for this subscription. It can be switched only for new-commerce, marketplace and software subscriptions.';
    case 'TermEnded':
      return `This subscription ${refusal.endsOn === null ? 'is over' : `ended after ${format.date(refusal.endsOn)}`} and does not renew any more. Buy it again to go on.`;
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
    case 'BaseUnknown':
      return `The customer has no subscription with the ID ${refusal.subscriptionId}. Name the base subscription of the add-on.`;
    case 'AzureSubscriptionUnknown':
      return `The customer has no active Azure subscription with the ID ${refusal.subscriptionId}. Choose one of its active Azure plans.`;
  }
  return unreachable(refusal);
}

function span(hours: number, format: Format): string {
  return hours > 72
    ? `${format.number(hours / 24)} ${plural(hours / 24, 'day', 'days')}`
    : `${format.number(hours)} ${plural(hours, 'hour', 'hours')}`;
}

function licenses(count: number, format: Format): string {
  return `${format.number(count)} ${plural(count, 'license', 'licenses')}`;
}

/** What support could still do (S0-96); nothing where it could not. */
function support(count: number, until: Instant | null, format: Format): string | undefined {
  if (count === 0 || until === null) return undefined;
  return `${licenses(count, format)} added mid-term can be removed by support if you ask before ${format.instant(formatInstant(until))}.`;
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
