import type { CatalogPage, CatalogRow, FacetValue, Tab, Unavailability } from '../../api/dashboard';
import { isTaxIncluded } from '../../domain/billing/tax';
import { isCounted, quantityRange } from '../../domain/cart/line';
import type { Catalog } from '../../domain/catalog/catalog';
import { catalogItemIdOf, isMicrosoft, productTypeOf, tabOf, type Offer } from '../../domain/catalog/offer';
import { checkAvailability, isListed } from '../../domain/catalog/purchasability';
import { segmentsOf, type Customer } from '../../domain/customers/customer';
import type { LineRefusal, Unavailable } from '../../domain/refusals';
import type { State } from '../../domain/state';
import { explain, formatOf } from '../../i18n/explain';
import type { Language } from '../../i18n/language';
import { offerText } from '../../i18n/offer-text';
import { factsOf } from '../facts';
import { offerTerms } from './amounts';
import { matchesAll, pageOf, searchWords, type ListOptions } from './listing';

const FACETS = ['publisher', 'billingType', 'category', 'segment', 'productType'] as const;
type Facet = (typeof FACETS)[number];

export interface CatalogFilter extends ListOptions, Partial<Record<Facet, string>> {
  readonly tab: Tab;
}

/** An offer with what filters ask of it, made once per catalog and language. */
interface Entry {
  readonly offer: Offer;
  readonly tab: Tab;
  readonly text: string;
  readonly values: Record<Exclude<Facet, 'segment'>, string>;
}

const indexes = new WeakMap<Catalog, Map<Language, Entry[]>>();

function entriesOf(catalog: Catalog, language: Language): Entry[] {
  const known = indexes.get(catalog) ?? new Map<Language, Entry[]>();
  indexes.set(catalog, known);
  let entries = known.get(language);
  if (!entries) {
    const { compare } = formatOf(language);
    entries = catalog.offers
      .map((offer) => ({
        offer,
        tab: tabOf(offer),
        text: `${offer.title} ${offer.productTitle ?? ''} ${offer.publisher.name} ${descriptions(offer, language)} ${catalogItemIdOf(offer)}`.toLowerCase(),
        values: {
          publisher: isMicrosoft(offer) ? 'Microsoft' : 'Partner',
          billingType: offer.billingType === 'license' ? 'License' : 'Usage',
          category: offer.category,
          productType: productTypeOf(offer),
        },
      }))
      .sort((left, right) => compare(left.offer.title, right.offer.title));
    known.set(language, entries);
  }
  return entries;
}

/** Names are English in both languages, so English words find an offer in Swedish too. */
function descriptions({ description = '' }: Offer, language: Language): string {
  return language === 'en' ? description : `${description} ${offerText(description, language)}`;
}

function hasValue(entry: Entry, facet: Facet, value: string): boolean {
  return facet === 'segment' ? entry.offer.segments.some((each) => each === value) : entry.values[facet] === value;
}

export function catalogPage(state: State, customer: Customer, filter: CatalogFilter, language: Language): CatalogPage {
  const words = searchWords(filter.search);
  const listed = entriesOf(state.catalog, language).filter(
    (entry) => matchesAll(entry.text, words) && isListed(state, customer, entry.offer),
  );
  const tabs = (['onlineServices', 'software', 'azure'] as const).map((tab) => ({
    tab,
    count: listed.filter((entry) => entry.tab === tab).length,
  }));
  const inTab = listed.filter((entry) => entry.tab === filter.tab);
  const passes = (entry: Entry, except?: Facet) =>
    FACETS.every((facet) => {
      const wanted = filter[facet];
      return facet === except || !wanted || hasValue(entry, facet, wanted);
    });
  const rows = inTab.filter((entry) => passes(entry));
  const first = words[0];
  if (first) rows.sort((left, right) => rank(left, first) - rank(right, first));
  return {
    ...pageOf(rows, filter, ({ offer }) => catalogRow(state, customer, offer, language)),
    tabs,
    facets: Object.fromEntries(
      FACETS.map((facet) => [
        facet,
        counts(
          inTab.filter((entry) => passes(entry, facet)),
          facet,
          segmentsOf(customer),
        ),
      ]),
    ) as CatalogPage['facets'],
  };
}

/** What begins with the word comes before what only contains it. */
function rank(entry: Entry, word: string): number {
  return entry.text.startsWith(word) ? 0 : 1;
}

/** How many rows each choice of a filter would leave, the other filters as they are. */
function counts(entries: readonly Entry[], facet: Facet, segments: readonly string[]): FacetValue[] {
  const found = new Map<string, number>();
  for (const entry of entries) {
    const values =
      facet === 'segment' ? entry.offer.segments.filter((each) => segments.includes(each)) : [entry.values[facet]];
    for (const value of values) found.set(value, (found.get(value) ?? 0) + 1);
  }
  return [...found].map(([value, count]) => ({ value, count }));
}

function catalogRow(state: State, customer: Customer, offer: Offer, language: Language): CatalogRow {
  const reasons = checkAvailability(state, customer, offer);
  const range = quantityRange(offer);
  const fixed = offer.trial?.quantity;
  return {
    catalogItemId: catalogItemIdOf(offer),
    title: offer.title,
    productTitle: offer.productTitle ?? offer.title,
    description: offerText(offer.description ?? '', language),
    publisherName: offer.publisher.name,
    publisherKind: offer.publisher.kind,
    newCommerce: offer.commerce === 'newCommerce',
    isTrial: offer.category === 'Trial',
    isAddOn: offer.addOnOf !== undefined,
    ...(offer.trial && offer.category !== 'Trial' ? { includedTrialDays: offer.trial.days } : {}),
    billingType: offer.billingType === 'license' ? 'License' : 'Usage',
    category: offer.category,
    segments: [...offer.segments],
    productType: productTypeOf(offer),
    terms: offerTerms(offer, customer.currency),
    ...(isCounted(offer) ? { quantity: { ...range, ...(fixed === undefined ? {} : { fixed }) } } : {}),
    taxIncluded: isTaxIncluded(offer, customer.country),
    ...(offer.limit ? { limit: offer.limit } : {}),
    purchase:
      reasons.length === 0
        ? { allowed: true }
        : { allowed: false, reasons: reasons.map((reason) => unavailability(reason, language)) },
  };
}

/** The documented codes of portal 3.4, and what can be done about each. */
export function unavailability(refusal: Unavailable, language: Language): Unavailability {
  const out = wayOut(refusal);
  return {
    code: CODES[refusal.type],
    facts: factsOf(refusal),
    description: explain(refusal, language),
    ...(out ? { wayOut: out } : {}),
  };
}

const CODES: Record<Unavailable['type'], string> = {
  OnePerCustomer: 'ONE_PER_CUSTOMER',
  SuspendedExists: 'SUSPENDED_EXISTS',
  PublisherCountry: 'ISV_COUNTRY',
  NotInCsp: 'ISV_NOT_CSP',
  Exclusive: 'ISV_EXCLUSIVE',
  NotTransactable: 'NOT_TRANSACTABLE',
  AddOnWithoutBase: 'ADDON_NO_BASE',
  SoldWithBaseOnly: 'ADDON_WITH_BASE_ONLY',
  OfferLimit: 'OFFER_LIMIT',
  TrialOfOwned: 'TRIAL_OF_OWNED',
  SegmentNotQualified: 'SEGMENT',
  MarketNotServed: 'MARKET',
  PreviewNeeded: 'PREVIEW',
  ReservationMarket: 'RESERVATION_MARKET',
  ReservationNeedsAzure: 'RESERVATION_NEEDS_AZURE',
};

const AZURE_PORTAL = 'https://portal.azure.com/';

/** The documented way out of a refusal; none where nothing helps. */
export function wayOut(refusal: LineRefusal): Unavailability['wayOut'] {
  switch (refusal.type) {
    case 'SuspendedExists':
      return { kind: 'reactivate', subscriptionId: refusal.subscriptionId };
    case 'OnePerCustomer':
    case 'TrialOfOwned':
      return { kind: 'openExisting', subscriptionId: refusal.subscriptionId };
    case 'OfferLimit':
      return refusal.subscriptionId ? { kind: 'openExisting', subscriptionId: refusal.subscriptionId } : undefined;
    case 'Exclusive':
      return refusal.site ? { kind: 'contactPublisher', url: refusal.site } : undefined;
    case 'NotTransactable':
      return { kind: 'azurePortal', url: AZURE_PORTAL };
    case 'AddOnWithoutBase':
      return {
        kind: 'showBases',
        bases: refusal.bases.map((offer) => ({ catalogItemId: catalogItemIdOf(offer), title: offer.title })),
      };
    default:
      return undefined;
  }
}
