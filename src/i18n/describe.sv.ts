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
  viewCustomers: 'se kunder',
  exportCustomers: 'exportera kundlistan',
  addCustomer: 'lägga till en kund',
  buy: 'köpa',
  buySoftware: 'köpa programvara',
  manageSubscription: 'hantera en prenumeration',
  manageMarketplaceSubscription: 'hantera en Marketplace-prenumeration',
  cancelSoftware: 'avbryta ett köp av programvara',
  requestSupport: 'skicka ett ärende till supporten',
  viewBilling: 'se faktureringen',
  downloadInvoice: 'ladda ned en faktura',
  viewReconciliation: 'se avstämningsfiler',
};

const SHOWN_LINES = 3;

const DURATIONS: Record<TermDuration, string> = { P1M: '1 månad', P1Y: '1 år', P3Y: '3 år', none: 'ingen period' };

const PLANS: Record<BillingCycle, string> = {
  Monthly: 'faktureras månadsvis',
  Annual: 'faktureras årsvis',
  Triennial: 'faktureras vart tredje år',
  OneTime: 'betalas en gång',
  None: 'är kostnadsfri',
};

const REMOVED: Record<ScheduleRemovalCause, string> = {
  byHand: '',
  autoRenewOff: ', eftersom automatisk förnyelse stängdes av',
  quantityChanged: ', eftersom antalet licenser ändrades',
  suspended: ', eftersom prenumerationen pausades',
  canceled: ', eftersom prenumerationen avbröts',
  upgraded: ', eftersom prenumerationen uppgraderades',
  termChanged: ', eftersom en ny period började',
  converted: ', eftersom utvärderingsversionen blev betald',
  unavailable: ', eftersom den inte längre kunde genomföras',
};

/** What a next term is of. */
export function termToCome(
  { catalogItemId, quantity, duration, billingCycle }: NextTerm,
  names: Names,
  format: Format,
): string {
  return `${licenses(quantity, format)} för ${names.offer(catalogItemId)}, ${DURATIONS[duration]}, ${PLANS[billingCycle]}`;
}

function licenses(count: number, format: Format): string {
  return `${format.number(count)} ${plural(count, 'licens', 'licenser')}`;
}

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
      return `${names.subscription(event.subscriptionId)} förnyades${event.change ? ` som ${termToCome({ ...event.change, duration: event.term.duration, billingCycle: event.term.billingCycle }, names, format)}` : ''}${until(event.term.endsOn, format)}${charged([event.charge], format)}.`;
    case 'ChangeScheduled':
      return `${termToCome(event.next, names, format)} schemalades till nästa period för ${names.subscription(event.subscriptionId)}.`;
    case 'SavedChangesRemoved': {
      const name = names.subscription(event.subscriptionId);
      const what =
        event.scheduled === null
          ? `Den väntande ändringen av faktureringsfrekvensen för ${name}`
          : `Den schemalagda ändringen av ${name} (${termToCome(event.scheduled, names, format)})`;
      return `${what} togs bort${REMOVED[event.cause]}.`;
    }
    case 'BillingChangePlanned':
      return event.billingCycle === null
        ? `Den väntande ändringen av faktureringsfrekvensen för ${names.subscription(event.subscriptionId)} togs tillbaka.`
        : `En ändring av ${names.subscription(event.subscriptionId)} planerades: ${PLANS[event.billingCycle]} från och med nästa faktureringsperiod.`;
    case 'BillingPlanChanged':
      return `${names.subscription(event.subscriptionId)} ${PLANS[event.term.billingCycle]} från och med nu${charged([event.charge], format)}.`;
    case 'TermChanged':
      return `En ny period för ${names.subscription(event.subscriptionId)} började (${DURATIONS[event.term.duration]}, ${PLANS[event.term.billingCycle]})${until(event.term.endsOn, format)}${charged(event.charges, format)}.`;
    case 'SubscriptionUpgraded': {
      const by = event.licenses === 'automatic' ? '' : '; licenserna måste tilldelas manuellt';
      return `${names.offer(event.fromCatalogItemId)} uppgraderades till ${names.offer(event.catalogItemId)} med ${licenses(event.quantity, format)}${charged(event.charges, format)}${by}.`;
    }
    case 'LicensesMovedOut':
      return event.left === 0
        ? `Alla ${licenses(event.moved, format)} i ${names.subscription(event.subscriptionId)} flyttades till ${names.subscription(event.toSubscriptionId)}, och prenumerationen upphörde${charged(event.charges, format)}.`
        : `${licenses(event.moved, format)} i ${names.subscription(event.subscriptionId)} flyttades till ${names.subscription(event.toSubscriptionId)}; ${format.number(event.left)} är kvar${charged(event.charges, format)}.`;
    case 'LicensesMovedIn':
      return `${names.subscription(event.subscriptionId)} tog över ${licenses(event.moved, format)} från ${names.subscription(event.fromSubscriptionId)} och har ${format.number(event.to)} nu${charged(event.charges, format)}.`;
    case 'TransitionMade':
      return `Uppgraderingen till ${names.offer(event.transition.toCatalogItemId)} slutfördes.`;
    case 'OrderBillingChanged':
      return `Faktureringen av beställningen ${event.orderId} ändrades: ${PLANS[event.billingCycle]} från och med nu.`;
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
      const { cause } = event;
      switch (cause) {
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
      return unreachable(cause);
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
