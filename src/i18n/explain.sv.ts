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
  GlobalAdmin: 'Global administratör',
  UserManagementAdmin: 'Administratör för användarhantering',
  BillingAdmin: 'Faktureringsadministratör',
  AdminAgent: 'Administratörsagent',
  SalesAgent: 'Försäljningsagent',
  HelpdeskAgent: 'Supportagent',
  DefaultUser: 'Standardanvändare',
  AccountAdmin: 'Kontoadministratör',
  MpnPartnerAdmin: 'MPN-partneradministratör',
  ReferralAdmin: 'Hänvisningsadministratör',
  MarketingContentAdmin: 'Administratör för marknadsföringsinnehåll',
};

const ACTIONS: Record<Action, string> = {
  viewCustomers: 'se kunder',
  exportCustomers: 'exportera kundlistan',
  addCustomer: 'lägga till kunder',
  buy: 'köpa åt kunder',
  buySoftware: 'köpa programvara',
  manageSubscription: 'hantera den här prenumerationen',
  manageMarketplaceSubscription: 'hantera den här Marketplace-prenumerationen',
  cancelSoftware: 'avbryta köp av programvara',
  requestSupport: 'skicka ärenden till supporten',
  viewBilling: 'se faktureringen',
  downloadInvoice: 'ladda ned fakturor',
  viewReconciliation: 'se avstämningsfiler',
};

const STATUSES: Record<SubscriptionStatus, string> = {
  pending: 'Väntar',
  active: 'Aktiv',
  suspended: 'Pausad',
  expired: 'Utgången',
  disabled: 'Inaktiverad',
  deleted: 'Borttagen',
};

const SEGMENTS: Record<Segment, string> = {
  Commercial: 'Kommersiell',
  Education: 'Utbildning',
  Government: 'Offentlig förvaltning',
  Nonprofit: 'Ideell organisation',
};

const DURATIONS: Record<TermDuration, string> = { P1M: '1 månad', P1Y: '1 år', P3Y: '3 år', none: 'ingen period' };

const BILLED: Record<Exclude<BillingCycle, 'None'>, string> = {
  Monthly: 'faktureras månadsvis',
  Annual: 'faktureras årsvis',
  Triennial: 'faktureras vart tredje år',
  OneTime: 'betalas en gång',
};

/** Why it cannot be upgraded at all. */
const NO_UPGRADE: Record<Of<'UpgradeNotOffered'>['because'], string> = {
  commerce: 'Bara prenumerationer i ny handel uppgraderas på det här sättet.',
  legacyOnly: 'Bara äldre prenumerationer uppgraderas på det här sättet. Använd en övergång i stället.',
  notActive: 'Bara en aktiv prenumeration kan uppgraderas.',
  noPath: 'Det finns inget som den här prenumerationen kan uppgraderas till.',
  addOns: 'En prenumeration kan inte uppgraderas så länge den har tillägg.',
  trial: 'En utvärderingsversion kan inte uppgraderas. Konvertera den till en betald prenumeration först.',
};

/** Why licences cannot join an existing subscription. */
const NO_TARGET: Record<Of<'TargetRefused'>['because'], string> = {
  same: 'Licenser kan inte flyttas till prenumerationen som de redan finns i. Välj en annan.',
  otherItem: 'Den prenumerationen har en annan SKU. Välj en med den SKU som du uppgraderar till.',
  notActive: 'Den prenumerationen är inte aktiv.',
  inWindow: 'Den prenumerationen är fortfarande i sin annulleringsperiod. Efteråt kan licenser läggas till i den.',
  termShorter: 'Den prenumerationen har en kortare period än den här.',
  endsEarlier: 'Den prenumerationen upphör tidigare än den här.',
  full: 'Den prenumerationen har redan så många licenser som erbjudandet tillåter.',
  trial: 'En utvärderingsversion kan inte dela licenser med en annan prenumeration.',
};

/** Why an order cannot be billed differently. */
const NO_ORDER_BILLING: Record<Of<'OrderBillingRefused'>['because'], string> = {
  notLegacy: 'En beställnings faktureringsfrekvens kan ändras bara för äldre prenumerationer som fortfarande finns.',
  notActive: 'Alla prenumerationer i beställningen måste vara aktiva. Återaktivera först dem som inte är det.',
  trial: 'Beställningen innehåller en utvärderingsversion. Konvertera den till en betald prenumeration först.',
  mixed: 'Prenumerationerna i den här beställningen faktureras olika. De kan inte ändras tillsammans.',
  notOffered: 'En prenumeration i beställningen säljs inte längre med den faktureringsfrekvensen.',
};

/** Why something cannot be taken back at all. */
const NO_CANCELLATION: Record<Of<'CancellationNotOffered'>['because'], string> = {
  suspendInstead:
    'Den här prenumerationen kan inte avbrytas. Pausa den i stället: det som inte har använts krediteras.',
  usage:
    'Det som faktureras efter användning kan inte lämnas tillbaka. Ta bort resurserna i utgivarens portal eller Azure-portalen för att stoppa avgifterna.',
  elsewhere: 'Det här köpet tas inte tillbaka här.',
  subscription: 'Bara programvara annulleras via sin beställning. Annullera eller inaktivera själva prenumerationen.',
  upgraded:
    'Det som har uppgraderats eller fått en längre period kan inte avbrytas förrän det förnyas. Stäng av automatisk förnyelse i stället.',
  never: 'Den här produkten kan inte avbrytas eller bytas efter köpet.',
};

/** Why something cannot be made a paid subscription by hand. */
const NO_CONVERSION: Record<Of<'ConversionNotOffered'>['because'], string> = {
  notATrial: 'Bara en utvärderingsversion kan konverteras till en betald prenumeration.',
  byItself:
    'Den här utvärderingsversionen blir betald av sig själv när den upphör, om inte automatisk förnyelse stängs av.',
  endsUnpaid:
    'Automatisk förnyelse är av, så den här utvärderingsversionen upphör utan att bli betald. Den blir betald av sig själv om automatisk förnyelse slås på innan den upphör.',
  noTarget: 'Det finns inget betalt erbjudande som den här utvärderingsversionen kan bli.',
  limit: 'Kunden har redan så många prenumerationer på det betalda erbjudandet som är tillåtna.',
};

const anyOf = new Intl.ListFormat('sv-SE', { type: 'disjunction' });

function term(termDuration: TermDuration, billingCycle: BillingCycle): string {
  if (billingCycle === 'None') {
    return termDuration === 'none' ? 'betala efter användning' : 'kostnadsfri utvärderingsversion';
  }
  if (termDuration === 'none' && billingCycle === 'OneTime') return 'engångsköp';
  return `${DURATIONS[termDuration]}, ${BILLED[billingCycle]}`;
}

function sentence(refusal: Refusal | LineRefusal, format: Format): string {
  switch (refusal.type) {
    case 'RoleMissing': {
      const names = anyOf.format(refusal.roles.map((role) => ROLES[role]));
      const needed = plural(refusal.roles.length, 'rollen', 'någon av rollerna');
      return `Dina roller ger dig inte rätt att ${ACTIONS[refusal.action]}. Det kräver ${needed} ${names}.`;
    }
    case 'CustomerNotFound':
      return `Du har ingen kund med ID:t ${refusal.customerId}. Kontrollera ID:t i kundlistan.`;
    case 'CartNotFound':
      return `Kunden har ingen kundvagn med ID:t ${refusal.cartId}. Lägg till erbjudandena i en ny kundvagn.`;
    case 'CartExpired': {
      const at = format.instant(formatInstant(refusal.expiredAt));
      return `Kundvagnen upphörde att gälla ${at}. Lägg till erbjudandena i en ny kundvagn.`;
    }
    case 'CartOrdered':
      return 'Kundvagnen är redan beställd. Börja på en ny kundvagn om du vill köpa mer.';
    case 'CartEmpty':
      return 'Kundvagnen är tom. Lägg till minst ett erbjudande innan du köper.';
    case 'CartHasErrors': {
      const count = refusal.lines.length;
      const [first] = refusal.lines;
      const summary = `${format.number(count)} ${plural(count, 'rad', 'rader')} i kundvagnen kan inte köpas.`;
      return first ? `${summary} Rad ${first.line + 1}: ${sentence(first.refusal, format)}` : summary;
    }
    case 'LineRefused':
      return `Rad ${refusal.line + 1} kan inte beställas: ${sentence(refusal.refusal, format)}`;
    case 'OrderNotFound':
      return `Kunden har ingen order med ID:t ${refusal.orderId}. Kontrollera ID:t i orderhistoriken.`;
    case 'InvoiceNotFound':
      return `Det finns ingen faktura ${refusal.invoiceId} än. Kontrollera numret i faktureringshistoriken.`;
    case 'SubscriptionNotFound':
      return `Kunden har ingen prenumeration med ID:t ${refusal.subscriptionId}. Kontrollera ID:t i kundens lista över prenumerationer.`;
    case 'AuthorizationCodeUnknown':
      return `Inget köp har auktoriseringskoden ${refusal.authorizationCode}. Kopiera koden från prenumerationen igen.`;
    case 'SubscriptionDeleted':
      return 'Prenumerationen är borttagen för gott och kan inte ändras. Köp erbjudandet igen om kunden behöver det.';
    case 'ChangeNotSupported':
      return 'En prenumerations erbjudande kan inte ändras. Låt erbjudandet vara som det är, och använd en uppgradering för att byta till ett annat.';
    case 'ScheduleNotOffered':
      return 'Ändringar till nästa period kan schemaläggas bara för prenumerationer i ny handel som förnyas.';
    case 'ScheduleNeedsActive':
      return `Ändringar kan schemaläggas bara medan prenumerationen är ${STATUSES.active}; den är ${STATUSES[refusal.status]}.`;
    case 'ScheduleNeedsAutoRenew':
      return 'Ändringar kan schemaläggas bara medan Förnya automatiskt är på. Slå på det först.';
    case 'NotAnUpgrade':
      return `Den här prenumerationen kan inte bli erbjudandet ${refusal.catalogItemId}. Välj något av erbjudandena som den kan uppgraderas till.`;
    case 'UpgradeNotOffered':
      return refusal.because === 'notActive'
        ? `${NO_UPGRADE.notActive} Den här är ${STATUSES[refusal.status]}.`
        : NO_UPGRADE[refusal.because];
    case 'UpgradeLimit':
      return `Kunden har redan så många prenumerationer på ${refusal.offer} som är tillåtna.`;
    case 'UpgradeConflict':
      return `Kunden har redan ${refusal.offer}. Ändra antalet licenser där i stället.`;
    case 'TargetRefused':
      return NO_TARGET[refusal.because];
    case 'TooFewLeft':
      return `${licenses(refusal.left, format)} skulle bli kvar, och det här erbjudandet har minst ${format.number(refusal.min)}. Uppgradera färre, eller alla.`;
    case 'PartialKeepsTerm':
      return 'En del av licenserna behåller den här prenumerationens period och slutdatum. Uppgradera alla licenser för att börja en längre period.';
    case 'TermShorter':
      return `Perioden kan bara göras längre nu, inte ${DURATIONS[refusal.to]} i stället för ${DURATIONS[refusal.from]}. Schemalägg en kortare period till förnyelsen.`;
    case 'NoNextPeriod':
      return `Ingen faktureringsperiod följer: Förnya automatiskt är av, och prenumerationen upphör ${refusal.endsOn === null ? 'med den här' : `efter ${format.date(refusal.endsOn)}`}. Slå på det först.`;
    case 'PlanNeedsActive':
      return `Period och faktureringsfrekvens kan ändras bara medan prenumerationen är ${STATUSES.active}; den är ${STATUSES[refusal.status]}.`;
    case 'NoLongerTerm':
      return `Det finns ingen längre period än ${DURATIONS[refusal.termDuration]} för det här erbjudandet. En kortare kan schemaläggas till förnyelsen.`;
    case 'OnlyFrequency':
      return `Faktureringsfrekvensen för ”${term(refusal.termDuration, refusal.billingCycle)}” kan inte ändras under perioden. Schemalägg en annan till förnyelsen.`;
    case 'FrequencyByOrder':
      return 'En äldre prenumeration har sin beställnings faktureringsfrekvens. Ändra den för hela beställningen.';
    case 'TrialPlanFixed':
      return refusal.what === 'billingCycle'
        ? 'En utvärderingsversion faktureras inte. Faktureringsfrekvensen väljs när den blir en betald prenumeration.'
        : 'En utvärderingsversions period kan inte ändras. Den väljs när utvärderingsversionen blir en betald prenumeration.';
    case 'PlanFixed':
      return refusal.what === 'billingCycle'
        ? 'Faktureringsfrekvensen för den här prenumerationen kan inte ändras.'
        : 'Perioden för den här prenumerationen kan inte ändras.';
    case 'OrderBillingRefused':
      return NO_ORDER_BILLING[refusal.because];
    case 'QuantityFixed':
      return 'Antalet licenser i den här prenumerationen kan inte ändras. Köp erbjudandet igen om det behövs fler.';
    case 'TrialQuantityFixed':
      return `En utvärderingsversion har alltid ${format.number(refusal.quantity)} licenser. Antalet kan väljas när den blir en betald prenumeration.`;
    case 'QuantityNeedsActive':
      return refusal.status === 'suspended'
        ? 'Antalet licenser kan inte ändras medan prenumerationen är pausad. Återaktivera den först.'
        : `Antalet licenser kan inte ändras, eftersom prenumerationen har statusen ${STATUSES[refusal.status]}.`;
    case 'ReductionClosed':
      return [
        refusal.closedAt === null
          ? `Licenser kan bara tas bort inom ${span(refusal.windowHours, format)} från köpet eller förnyelsen.`
          : `Licenser kunde bara tas bort inom ${span(refusal.windowHours, format)} från köpet eller förnyelsen; tiden gick ut ${format.instant(formatInstant(refusal.closedAt))}.`,
        support(refusal.supportCount, refusal.supportUntilAt, format) ??
          (refusal.renewsAt === null
            ? ''
            : `Nästa möjlighet är förnyelsen ${format.instant(formatInstant(refusal.renewsAt))}.`),
      ]
        .filter(Boolean)
        .join(' ');
    case 'ReductionTooLarge':
      return [
        `Högst ${licenses(refusal.refundable, format)} kan tas bort nu, inte ${format.number(refusal.by)}.`,
        support(refusal.supportCount, refusal.supportUntilAt, format) ?? '',
      ]
        .filter(Boolean)
        .join(' ');
    case 'CancellationClosed': {
      const length =
        refusal.days === undefined
          ? span(refusal.hours ?? 0, format)
          : `${format.number(refusal.days)} ${plural(refusal.days, 'dag', 'dagar')}`;
      const closed = `Den kunde bara avbrytas inom ${length} från ${refusal.commerce === 'newCommerce' ? 'köpet eller förnyelsen' : 'köpet'}; tiden gick ut ${format.instant(formatInstant(refusal.closedAt))}.`;
      switch (refusal.commerce) {
        case 'newCommerce':
          return `${closed} Hela perioden debiteras, oavsett faktureringsfrekvens. Stäng av automatisk förnyelse för att låta den upphöra med sin period.`;
        case 'marketplace':
          return `${closed} Stäng av automatisk förnyelse för att avsluta den vid förnyelsen.`;
        default:
          return closed;
      }
    }
    case 'CancellationNotOffered':
      return NO_CANCELLATION[refusal.because];
    case 'ConversionNotOffered':
      return NO_CONVERSION[refusal.because];
    case 'AddOnsNotOffered':
      return 'Tillägg av det här slaget hör bara till betalda licensbaserade prenumerationer ur Microsofts äldre katalog.';
    case 'AddOnNotRelated':
      return `${refusal.offer} kan inte läggas till i ${refusal.base}: tillägget är gjort för andra prenumerationer eller säljs inte där kunden finns.`;
    case 'BaseNotActive':
      return 'Ett tillägg kräver en aktiv basprenumeration. Återaktivera basprenumerationen först.';
    case 'SupportContactFixed':
      return 'Du svarar kunden själv. Bara en indirekt leverantör kan utse en av sina återförsäljare i stället.';
    case 'ServiceRequestNotFound':
      return `Du har ingen tjänstbegäran med numret ${refusal.requestId}. Var och en ser bara sina egna.`;
    case 'SupportDeclines':
      return refusal.possible === 0
        ? `Avslag: licenser tas bara bort inom ${span(refusal.windowHours, format)} efter att de lagts till mitt i perioden, och den tiden hade gått när ärendet skickades.`
        : `Avslag: bara ${licenses(refusal.possible, format)} hade lagts till mitt i perioden inom ${span(refusal.windowHours, format)} före ärendet, inte ${format.number(refusal.by)}.`;
    case 'AutoRenewFixed':
      return 'Automatisk förnyelse kan inte ändras för den här prenumerationen. Den går bara att slå på och av för prenumerationer i ny handel, från Marketplace och på programvara.';
    case 'TermEnded':
      return `Den här prenumerationen ${refusal.endsOn === null ? 'har upphört' : `upphörde efter ${format.date(refusal.endsOn)}`} och förnyas inte längre. Köp den på nytt för att fortsätta.`;
    case 'StatusChangeRefused':
      return statusChange(refusal);
    case 'SetUpUnfinished':
      return `${refusal.publisher} tillåter ändringar först när konfigurationen är klar. Slutför den på utgivarens webbplats först.`;
    case 'DomainTaken':
      return `Domänen ${refusal.domain} tillhör redan en annan kund. Välj ett annat primärt domännamn.`;
    case 'MarketUnknown':
      return `Kunder i ${place(refusal.country, format)} kan inte läggas till, eftersom CSP inte har någon marknad där. Välj ett annat land eller en annan region.`;
    case 'NameRefused':
      return `”${refusal.name}” kan inte vara ett företagsnamn. Ange minst två tecken, med bokstäver eller siffror, och mer än en bolagsform som AB.`;
    case 'RegistrationNumberMissing':
      return `En kund i ${format.country(refusal.country)} måste ha ett registreringsnummer. Ange organisationens registreringsnummer.`;
    case 'PhoneNumberMissing':
      return `En kund i ${format.country(refusal.country)} måste ha ett telefonnummer. Ange ett i kundens adress.`;
    case 'PartnerRestricted':
      return 'Ditt partnerkonto är begränsat och kan inte göra nya köp. Du kan fortfarande hantera det du har sålt.';
    case 'PartnerCannotBuy':
      return 'En indirekt återförsäljare kan inte köpa från Microsoft. Be din indirekta leverantör att göra beställningen.';
    case 'AgreementMissing':
      return 'Kunden har inte godkänt Microsofts kundavtal (Microsoft Customer Agreement). Inget kan köpas förrän det är godkänt.';
    case 'OnePerCustomer':
      return 'Kunden har redan den här prenumerationen, och bara en är tillåten.';
    case 'SuspendedExists':
      return 'Kundens prenumeration är pausad. Återaktivera den i stället för att köpa på nytt.';
    case 'PublisherCountry':
      return `Utgivaren säljer inte det här erbjudandet till kunder i ${format.country(refusal.country)}. Välj ett annat erbjudande.`;
    case 'NotInCsp':
      return 'Utgivaren säljer inte det här erbjudandet genom CSP-partner. Välj ett annat erbjudande.';
    case 'Exclusive':
      return `${refusal.publisher} erbjuder detta bara till vissa CSP-partner. Kontakta utgivaren.`;
    case 'NotTransactable':
      return refusal.container
        ? 'Containererbjudanden måste köpas i Azure-portalen.'
        : 'Det här användningsbaserade erbjudandet kan inte köpas här. Skapa det i Azure-portalen, i kundens Azure-prenumeration.';
    case 'AddOnWithoutBase':
      return 'Tillägget kan inte köpas utan en kompatibel basprodukt';
    case 'SoldWithBaseOnly':
      return 'Det här tillägget säljs inte för sig. Det läggs till på informationssidan för sin basprenumeration.';
    case 'OfferLimit':
      return offerLimit(refusal, format);
    case 'TrialOfOwned':
      return 'Kunden äger redan den betalda versionen och kan därför inte få en utvärderingsversion av den. Använd den prenumeration som kunden har.';
    case 'SegmentNotQualified': {
      const names = anyOf.format(refusal.segments.map((segment) => SEGMENTS[segment]));
      return `Det här erbjudandet är bara för segmentet ${names}, som kunden inte är kvalificerad för. Kontrollera kundens särskilda kvalifikationer.`;
    }
    case 'MarketNotServed':
      return `Det här erbjudandet är inte tillgängligt i ${format.country(refusal.country)}. Välj ett erbjudande som säljs där.`;
    case 'PreviewNeeded':
      return 'Erbjudanden i ny handel är bara för partner i den tekniska förhandsversionen, som ditt partnerkonto inte är med i.';
    case 'ReservationMarket':
      return `Azure-reservationer säljs inte till kunder i ${format.country(refusal.country)}.`;
    case 'ReservationNeedsAzure':
      return 'En Azure-reservation kräver en aktiv Azure-plan. Köp en Azure-plan åt kunden först.';
    case 'ItemUnknown':
      return `Katalogen har inget erbjudande med ID:t ${refusal.catalogItemId}. Leta upp erbjudandet i katalogen igen.`;
    case 'QuantityOutOfRange': {
      const [quantity, min, max] = [refusal.quantity, refusal.min, refusal.max].map(format.number);
      return refusal.min === refusal.max
        ? `Kvantiteten för det här erbjudandet är alltid ${min}. Ändra den från ${quantity}.`
        : `Det här erbjudandet säljs med ${min} till ${max} licenser. Ändra kvantiteten från ${quantity}.`;
    }
    case 'TermNotOffered': {
      const choices = refusal.choices.map((each) => `”${term(each.termDuration, each.billingCycle)}”`);
      const asked = `Det här erbjudandet säljs inte som ”${term(refusal.termDuration, refusal.billingCycle)}”.`;
      return choices.length > 0
        ? `${asked} Välj ${anyOf.format(choices)}.`
        : `${asked} Det har inget pris i kundens valuta; välj ett annat erbjudande.`;
    }
    case 'CurrencyRefused':
      return `Kunden köper i ${refusal.expected}, inte i ${refusal.currency}. Ändra valutan till ${refusal.expected}.`;
    case 'ResellerUnknown':
      return `Ingen av dina indirekta återförsäljare har MPN-ID:t ${refusal.mpnId}. Kontrollera MPN-ID:t.`;
    case 'ResellerNotAllowed':
      return 'Bara en indirekt leverantör kan ange en återförsäljare. Utelämna återförsäljarens MPN-ID.';
    case 'BaseUnknown':
      return `Kunden har ingen prenumeration med ID:t ${refusal.subscriptionId}. Ange tilläggets basprenumeration.`;
    case 'AzureSubscriptionUnknown':
      return `Kunden har ingen aktiv Azure-prenumeration med ID:t ${refusal.subscriptionId}. Välj en av kundens aktiva Azure-planer.`;
  }
  return unreachable(refusal);
}

function span(hours: number, format: Format): string {
  return hours > 72
    ? `${format.number(hours / 24)} ${plural(hours / 24, 'dag', 'dagar')}`
    : `${format.number(hours)} ${plural(hours, 'timme', 'timmar')}`;
}

function licenses(count: number, format: Format): string {
  return `${format.number(count)} ${plural(count, 'licens', 'licenser')}`;
}

/** What support could still do (S0-96); nothing where it could not. */
function support(count: number, until: Instant | null, format: Format): string | undefined {
  if (count === 0 || until === null) return undefined;
  return `${licenses(count, format)} som lagts till mitt i perioden kan tas bort av supporten om du ber om det före ${format.instant(formatInstant(until))}.`;
}

function statusChange({ from, to }: Of<'StatusChangeRefused'>): string {
  // Only a change that takes an active subscription (such as auto-renew) refuses this pair: reactivating is allowed.
  if (from === 'suspended' && to === 'active') {
    return `Prenumerationen har statusen ${STATUSES[from]} och måste ha statusen ${STATUSES[to]} för detta. Återaktivera den först.`;
  }
  const matter =
    from === to
      ? `Prenumerationen har redan statusen ${STATUSES[to]}.`
      : `Prenumerationens status kan inte ändras från ${STATUSES[from]} till ${STATUSES[to]}.`;
  switch (to) {
    case 'active':
      return from === to ? matter : `${matter} Bara en pausad prenumeration kan återaktiveras.`;
    case 'suspended':
      return from === to ? matter : `${matter} Bara aktiva licensbaserade prenumerationer från Microsoft kan pausas.`;
    case 'deleted':
      return from === to
        ? matter
        : `${matter} Pausa prenumerationen eller stäng av automatisk förnyelse i stället, där det är möjligt.`;
    case 'pending':
    case 'expired':
    case 'disabled':
      return from === to ? matter : `${matter} Den statusen sätts inte för hand.`;
  }
  return unreachable(to);
}

function offerLimit({ count, scope, held }: Of<'OfferLimit'>, format: Format): string {
  const most = count === 1 ? 'bara en gång' : `högst ${format.number(count)} gånger`;
  const used = format.number(held);
  switch (scope) {
    case 'Lifetime':
      return `En kund kan köpa det här erbjudandet ${most} totalt; ${used} är redan ${plural(held, 'köpt', 'köpta')} eller med i det här köpet.`;
    case 'Concurrent':
      return `En kund kan ha det här erbjudandet ${most} samtidigt; ${used} finns redan eller är med i det här köpet.`;
  }
  return unreachable(scope);
}

/** A country that may not exist: with its code where it has a name at all. */
function place(code: string, format: Format): string {
  const name = format.country(code);
  return name === code ? code : `${name} (${code})`;
}

export const explanations: Explanations = { refusal: sentence, roles: ROLES, statuses: STATUSES, term };
