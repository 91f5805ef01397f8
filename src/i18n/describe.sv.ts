import type { Charge } from '../domain/billing/charge';
import type { PartnerEvent } from '../domain/events';
import type { Action } from '../domain/partner/roles';
import type { CancellationDetails } from '../domain/subscriptions/cancellation';
import type { DueKind } from '../domain/subscriptions/lifecycle';
import { formatInstant } from '../kernel/calendar';
import { moneyText, sum } from '../kernel/money';
import { unreachable } from '../kernel/result';
import { cancellationReasons } from './cancellation-text';
import type { Names } from './describe';
import type { Format } from './format';
import { plural } from './language';

/** What somebody tried; an action without words is shown as it is. */
const TRIED: Readonly<Record<Action, string>> = {
  viewCustomers: 'se kunder',
  exportCustomers: 'exportera kundlistan',
  addCustomer: 'lägga till en kund',
  buy: 'köpa',
  buySoftware: 'köpa programvara',
  manageSubscription: 'hantera en prenumeration',
  manageMarketplaceSubscription: 'hantera en Marketplace-prenumeration',
  cancelSoftware: 'avbryta ett köp av programvara',
  requestSupport: 'skicka ett ärende till supporten',
};

const SHOWN_LINES = 3;

export function describePast(event: PartnerEvent, names: Names, format: Format): string {
  switch (event.type) {
    case 'CustomerAdded':
      return `Kunden ${event.customer.companyName} lades till.`;
    case 'CartSaved': {
      const count = event.cart.lines.length;
      const customer = names.customer(event.cart.customerId);
      return count === 0
        ? `Kundvagnen för ${customer} tömdes.`
        : `Kundvagnen för ${customer} sparades med ${format.number(count)} ${plural(count, 'rad', 'rader')}.`;
    }
    case 'CartExpired':
      return `Kundvagnen för ${names.customer(event.customerId)} upphörde att gälla.`;
    case 'CartOrdered': {
      const count = event.orderIds.length;
      return `Kundvagnen för ${names.customer(event.customerId)} köptes i ${format.number(count)} ${plural(count, 'beställning', 'beställningar')}.`;
    }
    case 'OrderPlaced': {
      const { lines, customerId } = event.order;
      const shown = lines.slice(0, SHOWN_LINES).map((line) => `${line.title} (${format.number(line.quantity)})`);
      const more = lines.length - shown.length;
      const all = more > 0 ? `${shown.join(', ')} och ${format.number(more)} till` : shown.join(', ');
      return `${all} beställdes åt ${names.customer(customerId)}.`;
    }
    case 'SubscriptionStarted': {
      const { friendlyName, customerId, status, trial, term } = event.subscription;
      const customer = names.customer(customerId);
      if (status === 'pending') return `${friendlyName} köptes åt ${customer}; utgivarens konfiguration återstår.`;
      const what = trial ? `Utvärderingsversionen av ${friendlyName}` : friendlyName;
      return `${what} startades för ${customer}${until(term.endsOn, format)}${charged([event.charge], format)}.`;
    }
    case 'OrderLineAdded':
      return `${event.line.title} (${format.number(event.line.quantity)}) lades till i beställningen ${event.orderId}.`;
    case 'QuantityChanged': {
      const name = names.subscription(event.subscriptionId);
      const later = event.unsettled ? '; regleras vid nästa månadsdag' : charged(event.charges, format);
      return `Antalet licenser i ${name} ändrades från ${format.number(event.from)} till ${format.number(event.to)}${later}.`;
    }
    case 'QuantitySettled':
      return `Det ändrade antalet licenser i ${names.subscription(event.subscriptionId)} reglerades${charged(event.charges, format)}.`;
    case 'SubscriptionCanceled':
      return `${names.subscription(event.subscriptionId)} avbröts för gott${charged(event.charges, format)}.${cancellationDetails(event)}`;
    case 'ResellerChanged':
      return event.mpnId === null
        ? `Återförsäljaren för ${names.subscription(event.subscriptionId)} togs bort.`
        : `Återförsäljaren för ${names.subscription(event.subscriptionId)} ändrades till ${names.reseller(event.mpnId)}.`;
    case 'SupportContactChanged':
      return `Supportkontakten för ${names.subscription(event.subscriptionId)} ändrades till ${event.contact.name}.`;
    case 'ServiceRequestFiled':
      return `Tjänstbegäran ”${event.request.title}” skickades till supporten för ${names.customer(event.request.customerId)}.`;
    case 'ServiceRequestAnswered':
      return event.answer.approved
        ? `Supporten godkände tjänstbegäran ”${names.request(event.requestId).title}”.`
        : `Supporten avslog tjänstbegäran ”${names.request(event.requestId).title}”.`;
    case 'ServiceRequestNoted':
      return `En anteckning lades till i tjänstbegäran ”${names.request(event.requestId).title}”.`;
    case 'ServiceRequestClosed':
      return `Tjänstbegäran ”${names.request(event.requestId).title}” stängdes.`;
    case 'ServiceRequestReopened':
      return `Tjänstbegäran ”${names.request(event.requestId).title}” öppnades igen.`;
    case 'SubscriptionRenamed':
      return `En prenumeration fick smeknamnet ”${event.friendlyName}”.`;
    case 'AutoRenewChanged':
      return `Automatisk förnyelse ${event.autoRenew ? 'slogs på' : 'stängdes av'} för ${names.subscription(event.subscriptionId)}.`;
    case 'LicensesAssigned':
      return `Utgivaren tilldelade licenserna för ${names.subscription(event.subscriptionId)}.`;
    case 'SetUpConfirmed':
      return `Utgivaren bekräftade konfigurationen av ${names.subscription(event.subscriptionId)}.`;
    case 'SubscriptionActivated':
      return `${names.subscription(event.subscriptionId)} aktiverades${until(event.term.endsOn, format)}${charged([event.charge], format)}.`;
    case 'CycleStarted': {
      const { startsOn, endsOn } = event.cycle;
      return `Faktureringsperioden ${format.date(startsOn)} – ${format.date(endsOn)} för ${names.subscription(event.subscriptionId)} började${charged([event.charge], format)}.`;
    }
    case 'TermRenewed':
      return `${names.subscription(event.subscriptionId)} förnyades${until(event.term.endsOn, format)}${charged([event.charge], format)}.`;
    case 'TrialConverted':
      return `Utvärderingsversionen av ${names.subscription(event.subscriptionId)} blev betald prenumeration på ${names.offer(event.catalogItemId)}${until(event.term.endsOn, format)}${charged([event.charge], format)}.`;
    case 'SubscriptionSuspended': {
      const at = format.instant(formatInstant(event.deletedAt));
      return `${names.subscription(event.subscriptionId)} pausades, med data bevarade till ${at}${charged(event.charges, format)}.`;
    }
    case 'SubscriptionReactivated':
      return `${names.subscription(event.subscriptionId)} återaktiverades${charged([event.charge], format)}.`;
    case 'SubscriptionExpired':
      return `${names.subscription(event.subscriptionId)} gick ut.`;
    case 'SubscriptionDisabled':
      return `${names.subscription(event.subscriptionId)} inaktiverades.`;
    case 'SubscriptionDeleted': {
      const name = names.subscription(event.subscriptionId);
      switch (event.cause) {
        case 'suspendedTooLong':
          return `${name} och dess data togs bort efter att ha varit pausad för länge.`;
        case 'disabledTooLong':
          return `${name} och dess data togs bort efter att ha varit inaktiverad för länge.`;
        case 'termEnded':
          return `${name} slutade med sin period och togs bort.`;
        case 'baseEnded':
          return `${name} togs bort tillsammans med sin basprenumeration.`;
        case 'trialEnded':
          return `Utvärderingsversionen av ${name} slutade och togs bort.`;
      }
      return unreachable(event.cause);
    }
    case 'AccessRefused': {
      const tried = Object.hasOwn(TRIED, event.action) ? ` att ${TRIED[event.action as Action]}` : `: ${event.action}`;
      const where = event.customerId === undefined ? '' : ` (${names.customer(event.customerId)})`;
      return `Ett försök nekades${tried}${where}.`;
    }
  }
  return unreachable(event);
}

export function describeDueWork(kind: DueKind, subject: string, names: Names): string {
  switch (kind) {
    case 'quantitySettlement':
      return `Ändrat antal licenser i ${names.subscription(subject)} regleras`;
    case 'supportAnswer': {
      const { title, customer } = names.request(subject);
      return `Supporten svarar på ”${title}” för ${customer}`;
    }
    case 'cycleStart':
      return `Nästa faktureringsperiod för ${names.subscription(subject)} börjar`;
    case 'renewal':
      return `${names.subscription(subject)} förnyas`;
    case 'trialConversion':
      return `Utvärderingsversionen av ${names.subscription(subject)} slutar och blir betald`;
    case 'trialEnd':
      return `Utvärderingsversionen av ${names.subscription(subject)} slutar`;
    case 'termEnd':
      return `${names.subscription(subject)} slutar med sin period`;
    case 'disabling':
      return `${names.subscription(subject)} inaktiveras`;
    case 'deletion':
      return `Data för ${names.subscription(subject)} tas bort`;
    case 'cartExpiry':
      return `Kundvagnen för ${names.cartCustomer(subject)} upphör att gälla`;
  }
  return unreachable(kind);
}

function until(endsOn: string | null, format: Format): string {
  return endsOn === null ? '' : ` till och med ${format.date(endsOn)}`;
}

function charged(charges: readonly (Charge | null)[], format: Format): string {
  const total = sum(charges.flatMap((charge) => charge?.amount ?? []));
  if (!total) return '';
  const { minor, currency } = total;
  if (minor === 0) return '; inget debiterades';
  const amount = format.money(moneyText({ minor: Math.abs(minor), currency }), currency);
  return minor < 0 ? `; ${amount} krediterades` : `; ${amount} debiterades`;
}

function cancellationDetails({ reason, note }: CancellationDetails): string {
  const why = reason === undefined ? '' : ` Orsak: ${cancellationReasons('sv')[reason]}.`;
  return note === undefined ? why : `${why} Anteckning: ”${note}”.`;
}
