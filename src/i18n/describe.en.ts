import type { Charge } from '../domain/billing/charge';
import type { BillingCycle, TermDuration } from '../domain/catalog/offer';
import type { PartnerEvent, ScheduleRemovalCause } from '../domain/events';
import type { Action } from '../domain/partner/roles';
import type { CancellationDetails } from '../domain/subscriptions/cancellation';
import type { DueKind } from '../domain/subscriptions/lifecycle';
import type { NextTerm } from '../domain/subscriptions/subscription';
import { formatInstant } from '../kernel/calendar';
import { moneyText, sum } from '../kernel/money';
import { unreachable } from '../kernel/result';
import { cancellationReasons } from './cancellation-text';
import type { Names } from './describe';
import type { Format } from './format';
import { plural } from './language';

/** What somebody tried; an action without words is shown as it is. */
const TRIED: Readonly<Record<Action, string>> = {
  viewCustomers: 'see customers',
  exportCustomers: 'export the list of customers',
  addCustomer: 'add a customer',
  buy: 'buy',
  buySoftware: 'buy software',
  manageSubscription: 'manage a subscription',
  manageMarketplaceSubscription: 'manage a marketplace subscription',
  cancelSoftware: 'cancel software',
  requestSupport: 'file a request to support',
  viewBilling: 'see the billing',
  downloadInvoice: 'download an invoice',
  viewReconciliation: 'see a reconciliation file',
};

const SHOWN_LINES = 3;

const DURATIONS: Record<TermDuration, string> = { P1M: '1 month', P1Y: '1 year', P3Y: '3 years', none: 'no term' };

const PLANS: Record<BillingCycle, string> = {
  Monthly: 'billed monthly',
  Annual: 'billed annually',
  Triennial: 'billed every three years',
  OneTime: 'paid once',
  None: 'free',
};

const REMOVED: Record<ScheduleRemovalCause, string> = {
  byHand: '',
  autoRenewOff: ', because auto-renew was turned off',
  quantityChanged: ', because the licenses were changed',
  suspended: ', because the subscription was suspended',
  canceled: ', because the subscription was canceled',
  upgraded: ', because the subscription was upgraded',
  termChanged: ', because a new term began',
  converted: ', because the trial became paid',
  unavailable: ', because it could not be carried out any more',
};

/** What a next term is of. */
export function termToCome(
  { catalogItemId, quantity, duration, billingCycle }: NextTerm,
  names: Names,
  format: Format,
): string {
  return `${licenses(quantity, format)} of ${names.offer(catalogItemId)}, ${DURATIONS[duration]}, ${PLANS[billingCycle]}`;
}

function licenses(count: number, format: Format): string {
  return `${format.number(count)} ${plural(count, 'license', 'licenses')}`;
}

export function describePast(event: PartnerEvent, names: Names, format: Format): string {
  switch (event.type) {
    case 'CustomerAdded':
      return `Added the customer ${event.customer.companyName}.`;
    case 'CartSaved': {
      const count = event.cart.lines.length;
      const customer = names.customer(event.cart.customerId);
      return count === 0
        ? `Emptied the cart of ${customer}.`
        : `Saved the cart of ${customer} with ${format.number(count)} ${plural(count, 'line', 'lines')}.`;
    }
    case 'CartExpired':
      return `The cart of ${names.customer(event.customerId)} expired.`;
    case 'CartOrdered': {
      const count = event.orderIds.length;
      return `Bought the cart of ${names.customer(event.customerId)} in ${format.number(count)} ${plural(count, 'order', 'orders')}.`;
    }
    case 'OrderPlaced': {
      const { lines, customerId } = event.order;
      const shown = lines.slice(0, SHOWN_LINES).map((line) => `${line.title} (${format.number(line.quantity)})`);
      const more = lines.length - shown.length;
      const all = more > 0 ? `${shown.join(', ')} and ${format.number(more)} more` : shown.join(', ');
      return `Ordered ${all} for ${names.customer(customerId)}.`;
    }
    case 'SubscriptionStarted': {
      const { friendlyName, customerId, status, trial, term } = event.subscription;
      const customer = names.customer(customerId);
      if (status === 'pending') return `Bought ${friendlyName} for ${customer}; the publisher's set-up is pending.`;
      const what = trial ? `the trial of ${friendlyName}` : friendlyName;
      return `Started ${what} for ${customer}${until(term.endsOn, format)}${charged([event.charge], format)}.`;
    }
    case 'OrderLineAdded':
      return `Added ${event.line.title} (${format.number(event.line.quantity)}) to the order ${event.orderId}.`;
    case 'QuantityChanged': {
      const name = names.subscription(event.subscriptionId);
      const later = event.unsettled ? '; settled on the next monthly anniversary' : charged(event.charges, format);
      return `Changed the licenses of ${name} from ${format.number(event.from)} to ${format.number(event.to)}${later}.`;
    }
    case 'QuantitySettled':
      return `Settled the changed licenses of ${names.subscription(event.subscriptionId)}${charged(event.charges, format)}.`;
    case 'SubscriptionCanceled':
      return `Canceled ${names.subscription(event.subscriptionId)} for good${charged(event.charges, format)}.${cancellationDetails(event)}`;
    case 'ResellerChanged':
      return event.mpnId === null
        ? `Removed the reseller of ${names.subscription(event.subscriptionId)}.`
        : `Changed the reseller of ${names.subscription(event.subscriptionId)} to ${names.reseller(event.mpnId)}.`;
    case 'SupportContactChanged':
      return `Changed the support contact of ${names.subscription(event.subscriptionId)} to ${event.contact.name}.`;
    case 'ServiceRequestFiled':
      return `Filed the request “${event.request.title}” to support for ${names.customer(event.request.customerId)}.`;
    case 'ServiceRequestAnswered':
      return event.answer.approved
        ? `Support approved the request “${names.request(event.requestId).title}”.`
        : `Support declined the request “${names.request(event.requestId).title}”.`;
    case 'ServiceRequestNoted':
      return `Added a note to the request “${names.request(event.requestId).title}”.`;
    case 'ServiceRequestClosed':
      return `Closed the request “${names.request(event.requestId).title}”.`;
    case 'ServiceRequestReopened':
      return `Opened the request “${names.request(event.requestId).title}” again.`;
    case 'SubscriptionRenamed':
      return `Changed the nickname of a subscription to “${event.friendlyName}”.`;
    case 'AutoRenewChanged':
      return `Turned auto-renew ${event.autoRenew ? 'on' : 'off'} for ${names.subscription(event.subscriptionId)}.`;
    case 'LicensesAssigned':
      return `The publisher assigned the licenses of ${names.subscription(event.subscriptionId)}.`;
    case 'SetUpConfirmed':
      return `The publisher confirmed the set-up of ${names.subscription(event.subscriptionId)}.`;
    case 'SubscriptionActivated':
      return `Activated ${names.subscription(event.subscriptionId)}${until(event.term.endsOn, format)}${charged([event.charge], format)}.`;
    case 'CycleStarted': {
      const { startsOn, endsOn } = event.cycle;
      return `Started the billing period ${format.date(startsOn)} – ${format.date(endsOn)} of ${names.subscription(event.subscriptionId)}${charged([event.charge], format)}.`;
    }
    case 'TermRenewed':
      return `Renewed ${names.subscription(event.subscriptionId)}${event.change ? ` as ${termToCome({ ...event.change, duration: event.term.duration, billingCycle: event.term.billingCycle }, names, format)}` : ''}${until(event.term.endsOn, format)}${charged([event.charge], format)}.`;
    case 'ChangeScheduled':
      return `Scheduled ${termToCome(event.next, names, format)} for the next term of ${names.subscription(event.subscriptionId)}.`;
    case 'SavedChangesRemoved': {
      const name = names.subscription(event.subscriptionId);
      const what =
        event.scheduled === null
          ? `the pending change of the billing frequency of ${name}`
          : `the scheduled change of ${name} (${termToCome(event.scheduled, names, format)})`;
      return `Removed ${what}${REMOVED[event.cause]}.`;
    }
    case 'BillingChangePlanned':
      return event.billingCycle === null
        ? `Took back the pending change of the billing frequency of ${names.subscription(event.subscriptionId)}.`
        : `Planned a change of ${names.subscription(event.subscriptionId)}: ${PLANS[event.billingCycle]} from the next billing period on.`;
    case 'BillingPlanChanged':
      return `${names.subscription(event.subscriptionId)} is ${PLANS[event.term.billingCycle]} from now on${charged([event.charge], format)}.`;
    case 'TermChanged':
      return `Began a new term of ${names.subscription(event.subscriptionId)} (${DURATIONS[event.term.duration]}, ${PLANS[event.term.billingCycle]})${until(event.term.endsOn, format)}${charged(event.charges, format)}.`;
    case 'SubscriptionUpgraded': {
      const by = event.licenses === 'automatic' ? '' : '; its licenses must be assigned by hand';
      return `Upgraded ${names.offer(event.fromCatalogItemId)} to ${names.offer(event.catalogItemId)} with ${licenses(event.quantity, format)}${charged(event.charges, format)}${by}.`;
    }
    case 'LicensesMovedOut':
      return event.left === 0
        ? `Moved all ${licenses(event.moved, format)} of ${names.subscription(event.subscriptionId)} to ${names.subscription(event.toSubscriptionId)}, and ended it${charged(event.charges, format)}.`
        : `Moved ${licenses(event.moved, format)} of ${names.subscription(event.subscriptionId)} to ${names.subscription(event.toSubscriptionId)}; ${format.number(event.left)} stayed${charged(event.charges, format)}.`;
    case 'LicensesMovedIn':
      return `${names.subscription(event.subscriptionId)} took over ${licenses(event.moved, format)} of ${names.subscription(event.fromSubscriptionId)}, and has ${format.number(event.to)} now${charged(event.charges, format)}.`;
    case 'TransitionMade':
      return `Finished the upgrade to ${names.offer(event.transition.toCatalogItemId)}.`;
    case 'OrderBillingChanged':
      return `Changed the billing of the order ${event.orderId}: ${PLANS[event.billingCycle]} from now on.`;
    case 'TrialConverted':
      return `The trial of ${names.subscription(event.subscriptionId)} became the paid ${names.offer(event.catalogItemId)}${until(event.term.endsOn, format)}${charged([event.charge], format)}.`;
    case 'SubscriptionSuspended': {
      const at = format.instant(formatInstant(event.deletedAt));
      return `Suspended ${names.subscription(event.subscriptionId)}, with its data kept until ${at}${charged(event.charges, format)}.`;
    }
    case 'SubscriptionReactivated':
      return `Reactivated ${names.subscription(event.subscriptionId)}${charged([event.charge], format)}.`;
    case 'SubscriptionExpired':
      return `${names.subscription(event.subscriptionId)} expired.`;
    case 'SubscriptionDisabled':
      return `${names.subscription(event.subscriptionId)} was disabled.`;
    case 'SubscriptionDeleted': {
      const name = names.subscription(event.subscriptionId);
      const { cause } = event;
      switch (cause) {
        case 'suspendedTooLong':
          return `Deleted ${name} and its data, because it had been suspended too long.`;
        case 'disabledTooLong':
          return `Deleted ${name} and its data, because it had been disabled too long.`;
        case 'termEnded':
          return `${name} ended with its term and was deleted.`;
        case 'baseEnded':
          return `Deleted ${name} together with its base subscription.`;
        case 'trialEnded':
          return `The trial of ${name} ended and was deleted.`;
      }
      return unreachable(cause);
    }
    case 'AccessRefused': {
      const tried = Object.hasOwn(TRIED, event.action) ? ` to ${TRIED[event.action as Action]}` : `: ${event.action}`;
      const where = event.customerId === undefined ? '' : ` (${names.customer(event.customerId)})`;
      return `Refused an attempt${tried}${where}.`;
    }
  }
  return unreachable(event);
}

export function describeDueWork(kind: DueKind, subject: string, names: Names): string {
  switch (kind) {
    case 'quantitySettlement':
      return `Changed licenses of ${names.subscription(subject)} are settled`;
    case 'supportAnswer': {
      const { title, customer } = names.request(subject);
      return `Support answers “${title}” for ${customer}`;
    }
    case 'cycleStart':
      return `Next billing period of ${names.subscription(subject)} starts`;
    case 'renewal':
      return `${names.subscription(subject)} renews`;
    case 'trialConversion':
      return `Trial of ${names.subscription(subject)} ends and becomes paid`;
    case 'trialEnd':
      return `Trial of ${names.subscription(subject)} ends`;
    case 'termEnd':
      return `${names.subscription(subject)} ends with its term`;
    case 'disabling':
      return `${names.subscription(subject)} is disabled`;
    case 'deletion':
      return `Data of ${names.subscription(subject)} is deleted`;
    case 'cartExpiry':
      return `Cart of ${names.cartCustomer(subject)} expires`;
  }
  return unreachable(kind);
}

function until(endsOn: string | null, format: Format): string {
  return endsOn === null ? '' : ` until ${format.date(endsOn)}`;
}

function charged(charges: readonly (Charge | null)[], format: Format): string {
  const total = sum(charges.flatMap((charge) => charge?.amount ?? []));
  if (!total) return '';
  const { minor, currency } = total;
  if (minor === 0) return '; nothing was charged';
  const amount = format.money(moneyText({ minor: Math.abs(minor), currency }), currency);
  return minor < 0 ? `; credited ${amount}` : `; charged ${amount}`;
}

function cancellationDetails({ reason, note }: CancellationDetails): string {
  const why = reason === undefined ? '' : ` Reason: ${cancellationReasons('en')[reason]}.`;
  return note === undefined ? why : `${why} Note: “${note}”.`;
}
