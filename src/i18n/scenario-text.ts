import type { Language } from './language';

/** What the gallery says of a scenario. */
export interface ScenarioText {
  readonly title: string;
  readonly story: string;
}

/** `of` is the English title that is translated: a file of somebody's own that kept our name keeps its words. */
interface Translation extends ScenarioText {
  readonly of: string;
}

const BILLING_STORY = (day: number): string =>
  `Partnern i faktureringsexemplen: en liten partner i USA med faktureringsdatum den ${day}:e, med erbjudanden för 4 USD per månad och 211,20 USD per år i båda programmen, två kunder och ingen historik. Klockan står på februari 2017.`;

const SWEDISH: ReadonlyMap<string, Translation> = new Map(
  Object.entries({
    'fresh-partner': {
      of: 'A fresh partner',
      title: 'En ny partner',
      story:
        'En direktfaktureringspartner i Tyskland med tolv kunder i tio länder och några veckors historik: licenser i båda programmen, en Marketplace-prenumeration som väntar på sin utgivare, en utvärderingsversion, programvara, en Azure-plan med en reservation och två pausade prenumerationer.',
    },
    'subscription-life': {
      of: 'A partner in the middle of things',
      title: 'En partner mitt i allt',
      story:
        'Tre kunder mellan köp och förnyelse: varje frist löper snart ut eller har just löpt ut, licenser kom till i lördags, en basprenumeration kan få fler tillägg, utvärderingsversioner av alla tre slagen pågår, utgivare ska bli klara och data ska snart tas bort.',
    },
    'published-examples': {
      of: 'The published billing examples',
      title: 'De publicerade faktureringsexemplen',
      story:
        'En kund för varje faktureringsexempel som Microsoft har publicerat: det som köptes och ändrades, på de publicerade dagarna, och varje rad på öret på den faktura som den hör till. Allt i US-dollar.',
    },
    'empty-partner': {
      of: 'An empty partner',
      title: 'En tom partner',
      story:
        'En direktfaktureringspartner som nyss har registrerat sig: ingen köper något än. Lägg till den första kunden.',
    },
    'renewal-eve': {
      of: 'The eve of renewals',
      title: 'Kvällen före förnyelserna',
      story:
        'Fyra timmar före midnatt: perioder av alla slag slutar i dag. Några förnyas, en av dem som en annan produkt och en med färre licenser; en ska inte förnyas, en utvärderingsversion övergår i produkten som den gällde och en programvaruprenumeration upphör.',
    },
    'trial-ending': {
      of: 'Trials about to end',
      title: 'Utvärderingsversioner som snart upphör',
      story:
        'Tre slags utvärderingsversioner upphör inom tre dagar: en äldre som bara upphör, några i ny handel som övergår till betalda av sig själva (en ska inte göra det) och Marketplace-månader som var kostnadsfria.',
    },
    'suspended-customer': {
      of: 'A customer in suspension',
      title: 'En kund med pausade prenumerationer',
      story:
        'En kund vars prenumerationer har pausats: en äldre vars data tas bort i morgon, en vars data är borta sedan i går och en i ny handel som fortfarande faktureras. Resten är aktiva.',
    },
    'action-needed': {
      of: 'Waiting for the publisher',
      title: 'I väntan på utgivaren',
      story:
        'Marketplace-köp som kräver att något görs hos utgivaren: ett orört, ett halvt konfigurerat, ett vars utgivare inte tillåter ändringar före konfigurationen, en kostnadsfri månad som inte har börjat och en som pågår.',
    },
    'software-keys': {
      of: 'Software, keys and downloads',
      title: 'Programvara, nycklar och nedladdningar',
      story:
        'Permanenta licenser på båda sidor om den sista dagen att lämna tillbaka dem, programvaruprenumerationer från före och efter det att de började förnyas automatiskt och Linux som ingen tar tillbaka. Priserna i Australien och Brasilien är inklusive skatt, 10 respektive 17 procent; i Tyskland tillkommer 19 procent.',
    },
    'annual-billing-date': {
      of: 'Annual billing, billing date the 15th',
      title: 'Årsvis fakturering, faktureringsdatum den 15:e',
      story: BILLING_STORY(15),
    },
    'annual-billing-date-14': {
      of: 'Annual billing, billing date the 14th',
      title: 'Årsvis fakturering, faktureringsdatum den 14:e',
      story: BILLING_STORY(14),
    },
    'indirect-provider': {
      of: 'An indirect provider',
      title: 'En indirekt leverantör',
      story:
        'En leverantör som säljer via tre återförsäljare: varje kund kom med en av dem och varje beställning anger vilken återförsäljare den såldes via.',
    },
    'indirect-reseller': {
      of: 'An indirect reseller',
      title: 'En indirekt återförsäljare',
      story: 'En återförsäljare ser sina kunder men köper ingenting själv: det gör dess leverantör.',
    },
    'restricted-partner': {
      of: 'A restricted partner',
      title: 'En begränsad partner',
      story: 'Microsoft har begränsat den här partnern: inga nya kunder och inga nya köp, oavsett vem som är inloggad.',
    },
    'large-partner': {
      of: 'A large partner',
      title: 'En stor partner',
      story:
        'Tusen kunder, tiotusen prenumerationer köpta under tre år och en katalog med femtusen erbjudanden. Det tar några sekunder att öppna den.',
    },
    'huge-invoice': {
      of: 'A huge invoice',
      title: 'En mycket stor faktura',
      story:
        'En faktura med 100 000 rader: fyrahundra kunder köpte fyratusen prenumerationer i september och lade till licenser hela månaden. Det tar några sekunder att öppna den.',
    },
  }),
);

/** The title and the story of a scenario; those that are not ours are shown as they are. */
export function scenarioText(name: string, english: ScenarioText, language: Language): ScenarioText {
  const swedish = language === 'sv' ? SWEDISH.get(name) : undefined;
  const { title, story } = swedish?.of === english.title ? swedish : english;
  return { title, story };
}
