import { plural } from '../language';
import type { catalog as english } from './catalog.en';

const TERMS: Record<string, string> = { p1m: '1 månad', p1y: '1 år', p2y: '2 år', p3y: '3 år' };
const BILLED: Record<string, string> = {
  monthly: 'faktureras månadsvis',
  annual: 'faktureras årsvis',
  biennial: 'faktureras vartannat år',
  triennial: 'faktureras vart tredje år',
  onetime: 'betalas en gång',
  none: 'kostnadsfritt',
};
const WITHOUT_TERM: Record<string, string> = { onetime: 'Engångsköp', none: 'Betala efter användning' };
const PUBLISHERS: Record<string, string> = { microsoft: 'Microsoft', partner: 'Partner' };
const BILLING_TYPES: Record<string, string> = { license: 'Licens', usage: 'Användning' };
const CATEGORIES: Record<string, string> = {
  enterprise: 'Storföretag',
  smallbusiness: 'Småföretag',
  trial: 'Utvärderingsversion',
};
const SEGMENTS: Record<string, string> = {
  commercial: 'Kommersiell',
  education: 'Utbildning',
  government: 'Offentlig förvaltning',
  nonprofit: 'Ideell organisation',
};
const PRODUCT_TYPES: Record<string, string> = {
  onlineservices: 'Onlinetjänster',
  onlineservicesnce: 'Onlinetjänster i ny handel',
  newcommerceaddon: 'Tillägg i ny handel',
  saas: 'SaaS',
  container: 'Containrar',
  softwaresubscription: 'Programvaruprenumerationer',
  perpetualsoftware: 'Permanent programvara',
  reservation: 'Azure-reservationer',
  azureplan: 'Azure-plan',
};

const spoken = (words: Record<string, string>, code: string) =>
  words[code.replaceAll(/[^a-z0-9]/gi, '').toLowerCase()] ?? code;

export const catalog: typeof english = {
  title: 'Lägg till prenumeration',
  customers: 'Kunder',
  tabs: 'Produktkategorier',
  tab: { onlineServices: 'Onlinetjänster', software: 'Programvara', azure: 'Azure' },
  filters: 'Filter',
  filtersWith: (chosen: number) => (chosen === 0 ? 'Filter' : `Filter (${chosen})`),
  clearFilters: 'Rensa filter',
  any: 'Alla',
  search: 'Sök erbjudanden',
  searchPlaceholder: 'Erbjudande, nyckelord eller utgivare',
  publisher: 'Utgivare',
  publisherOf: (code: string) => spoken(PUBLISHERS, code),
  billingType: 'Faktureringstyp',
  billingTypeOf: (code: string) => spoken(BILLING_TYPES, code),
  category: 'Kategori',
  categoryOf: (code: string) => spoken(CATEGORIES, code),
  segment: 'Segment',
  segmentOf: (code: string) => spoken(SEGMENTS, code),
  productType: 'Produkttyp',
  productTypeOf: (code: string) => spoken(PRODUCT_TYPES, code),
  offers: 'Erbjudanden',
  offerCount: (count: string, exact: number) => `${count} ${plural(exact, 'erbjudande', 'erbjudanden')}`,
  noOffersTitle: 'Inga erbjudanden matchar',
  noOffersText: 'Inget erbjudande som kan säljas till kunden matchar filtren och söktexten.',
  loadingMore: 'Läser in fler erbjudanden …',
  by: (publisher: string) => `från ${publisher}`,
  partOf: (product: string) => `Ingår i ${product}`,
  newCommerce: 'Ny handel',
  trial: 'Utvärderingsversion',
  addOn: 'Tillägg',
  usage: 'Användning',
  pricedByUsage: 'Pris efter användning',
  taxIncluded: 'inklusive skatt',
  taxExcluded: 'exklusive skatt',
  includedTrial: (days: number) =>
    `En kostnadsfri utvärderingsperiod på ${days} dagar tillämpas automatiskt och kan inte väljas bort.`,
  limit: {
    Lifetime: (count: number) => `Kan köpas ${count === 1 ? 'en gång' : `${count} gånger`} per kund.`,
    Concurrent: (count: number) =>
      `En kund kan ha ${count} ${plural(count, 'prenumeration', 'prenumerationer')} på det samtidigt.`,
  },
  termAndBilling: 'Period och fakturering',
  termOf: (code: string) => spoken(TERMS, code),
  billedOf: (code: string) => spoken(BILLED, code),
  withoutTerm: (billingCycle: string) => spoken(WITHOUT_TERM, billingCycle),
  termAndBillingOf: (term: string, billed: string) => `${term}, ${billed}`,
  licenses: 'Licenser',
  licensesFixed: (count: number) => `Utvärderingsversionen har alltid ${count} licenser.`,
  addToCart: 'Lägg till i kundvagn',
  added: (offer: string) => `${offer} lades till i kundvagnen.`,
  addedWithProblem: (problem: string) => `Det ligger i kundvagnen men kan inte köpas så här: ${problem}`,
  review: 'Granska',
  unavailable: 'Kan inte köpas nu',
  reactivate: 'Återaktivera',
  openExisting: 'Öppna befintlig prenumeration',
  contactPublisher: 'Kontakta ISV',
  azurePortal: 'Azure-portalen',
  showBases: 'Visa kompatibla basproduktprenumerationer',
  openAccount: 'Öppna kundens konto',
  opensNewTab: 'öppnas på en ny flik',
};
