import type { Availability, LegacyOffer, Product, Sku } from '../../api/catalog';
import { catalogItemIdOf, isMicrosoft, type Offer, type Segment, type Term } from '../../domain/catalog/offer';
import { checkAvailability, checkSelling } from '../../domain/catalog/purchasability';
import { termsIn } from '../../domain/catalog/price-list';
import { quantityRange } from '../../domain/cart/line';
import { segmentsOf, type Customer } from '../../domain/customers/customer';
import type { State } from '../../domain/state';
import { termLabel } from '../../i18n/explain';
import { languageOf, type Language } from '../../i18n/language';
import { offerText } from '../../i18n/offer-text';
import type { CurrencyCode } from '../../kernel/money';
import { link } from './link';

/** `productType` as documented: new commerce, software, or Azure with a sub type (SaaS of publishers lives there). */
export function productTypeResource(offer: Offer): Product['productType'] {
  switch (offer.commerce) {
    case 'legacy':
    case 'newCommerce':
      return { id: 'OnlineServicesNCE', displayName: 'OnlineServicesNCE' };
    case 'software':
      return { id: 'Software', displayName: 'Software' };
    case 'marketplace':
      return {
        id: 'Azure',
        displayName: 'Azure',
        subType: offer.container ? { id: 'Container', displayName: 'Container' } : { id: 'SaaS', displayName: 'SaaS' },
      };
    case 'reservation':
      return {
        id: 'Azure',
        displayName: 'Azure',
        subType: { id: 'VirtualMachines', displayName: 'Azure Reservation' },
      };
    case 'azurePlan':
      return { id: 'Azure', displayName: 'Azure', subType: { id: 'AzurePlan', displayName: 'Azure Plan' } };
  }
}

export function productResource(offer: Offer, country: string, language: Language): Product {
  const self = `/products/${offer.productId}`;
  return {
    id: offer.productId ?? '',
    title: offer.productTitle ?? offer.title,
    description: offerText(offer.description ?? '', language),
    productType: productTypeResource(offer),
    isMicrosoftProduct: isMicrosoft(offer),
    publisherName: offer.publisher.name,
    links: { skus: link(`${self}/skus?country=${country}`), self: link(`${self}?country=${country}`) },
  };
}

/** On the wire cycles are snake_case in lists of enums. */
export function cycleOnWire(cycle: string): string {
  return cycle === 'OneTime' ? 'one_time' : cycle.toLowerCase();
}

export function skuResource(state: State, offer: Offer, country: string, language: Language): Sku {
  const range = quantityRange(offer);
  const skuOf = (key: string): string[] => {
    const target = state.catalog.byKey(key);
    return target ? [target.offerId ?? `${target.productId}:${target.skuId}`] : [];
  };
  const self = `/products/${offer.productId}/skus/${offer.skuId}`;
  const reservation = offer.commerce === 'reservation';
  return {
    id: offer.skuId ?? '',
    productId: offer.productId ?? '',
    title: offer.title,
    description: offerText(offer.description ?? '', language),
    minimumQuantity: range.min,
    maximumQuantity: range.max,
    isTrial: offer.category === 'Trial',
    supportedBillingCycles: [...new Set(offer.terms.map(({ billingCycle }) => cycleOnWire(billingCycle)))],
    purchasePrerequisites: reservation
      ? ['InventoryCheck', 'AzureSubscriptionRegistration']
      : ['MicrosoftCustomerAgreement'],
    inventoryVariables: reservation ? ['customerId', 'azureSubscriptionId', 'armRegionName'] : [],
    provisioningVariables: reservation ? ['Scope', 'SubscriptionId', 'Duration'] : [],
    actions: [],
    dynamicAttributes: {
      isMicrosoftProduct: isMicrosoft(offer),
      hasConstraints: false,
      isAddon: offer.addOnOf !== undefined,
      ...(offer.addOnOf ? { prerequisiteSkus: offer.addOnOf.flatMap(skuOf) } : {}),
      ...(offer.upgradeTargets ? { upgradeTargetOffers: offer.upgradeTargets.flatMap(skuOf) } : {}),
      ...(offer.trial?.convertsTo ? { conversionTargetOffers: skuOf(offer.trial.convertsTo) } : {}),
      billingType: offer.billingType,
      category: offer.category,
      ...(offer.limit ? { limit: offer.limit.count, limitUnitOfMeasure: offer.limit.scope } : {}),
      isAutoRenewable: offer.commerce !== 'reservation' && offer.software?.kind !== 'perpetual',
      unitType: offer.billingType === 'usage' ? 'Usage-based' : 'Licenses',
    },
    links: {
      availabilities: link(`${self}/availabilities?country=${country}`),
      self: link(`${self}?country=${country}`),
    },
  };
}

const SYMBOLS: Record<string, string> = { USD: '$', EUR: '€', GBP: '£', JPY: '¥' };

export function currencySymbol(currency: CurrencyCode): string {
  return SYMBOLS[currency] ?? currency;
}

/** How an offer's purchase can be taken back, as the policies of its terms (portal 5.6). */
function cancellationPolicies(
  state: State,
  offer: Offer,
  term: Term,
): Availability['terms'][number]['cancellationPolicies'] {
  const { rules } = state;
  const option = (sequenceId: number, type: 'Full' | 'Partial', expiresAfter: string) => ({
    sequenceId,
    type,
    expiresAfter,
  });
  switch (offer.commerce) {
    case 'newCommerce':
      return [
        { refundOptions: [option(0, 'Full', 'P1D'), option(1, 'Partial', `P${rules.newCommerceWindowHours / 24}D`)] },
      ];
    case 'marketplace': {
      if (offer.billingType === 'usage') return [];
      const days =
        term.billingCycle === 'Monthly' ? rules.marketplaceMonthlyWindowHours / 24 : rules.marketplaceAnnualWindowDays;
      return [{ refundOptions: [option(0, 'Full', `P${days}D`)] }];
    }
    case 'software': {
      const days = offer.software?.cancelWindowDays ?? 0;
      const type = offer.software?.kind === 'perpetual' ? 'Full' : 'Partial';
      return days > 0 ? [{ refundOptions: [option(0, type, `P${days}D`)] }] : [];
    }
    case 'legacy':
    case 'reservation':
    case 'azurePlan':
      return [];
  }
}

/** An availability for a customer (`isPurchasable` by every rule) or for a market alone. */
export function availabilityResource(
  state: State,
  offer: Offer,
  market: { readonly country: string; readonly currency: CurrencyCode; readonly customer?: Customer },
  language: Language,
): Availability {
  const { customer, country, currency } = market;
  const purchasable = customer
    ? checkSelling(state, customer) === undefined && checkAvailability(state, customer, offer).length === 0
    : offer.transactable !== false && offer.inCsp !== false && !offer.container;
  const terms = termsIn(offer, currency);
  const sku = `${offer.productId}:${offer.skuId}`;
  const renewable =
    offer.commerce === 'newCommerce' || offer.commerce === 'marketplace' || offer.software?.kind === 'subscription';
  const segments: readonly Segment[] = customer
    ? offer.segments.filter((each) => segmentsOf(customer).includes(each))
    : offer.segments;
  return {
    id: offer.availabilityId ?? '',
    productId: offer.productId ?? '',
    skuId: offer.skuId ?? '',
    catalogItemId: catalogItemIdOf(offer),
    defaultCurrency: { code: currency, symbol: currencySymbol(currency) },
    segment: (segments[0] ?? offer.segments[0] ?? 'Commercial').toLowerCase(),
    country,
    isPurchasable: purchasable,
    isRenewable: renewable,
    renewalInstructions: renewable
      ? [{ applicableTermIds: terms.map(termId), renewalOptions: [{ renewToId: sku, isAutoRenewable: true }] }]
      : [],
    terms: terms.map((term) => ({
      id: termId(term),
      duration: term.termDuration === 'none' ? '' : term.termDuration,
      description: termLabel(term.termDuration, term.billingCycle, language),
      billingCycle: term.billingCycle,
      cancellationPolicies: cancellationPolicies(state, offer, term),
    })),
    product: productResource(offer, country, language),
    sku: skuResource(state, offer, country, language),
    links: {
      self: link(
        `/products/${offer.productId}/skus/${offer.skuId}/availabilities/${offer.availabilityId}?country=${country}`,
      ),
    },
  };
}

function termId(term: Term): string {
  return `${term.termDuration}-${term.billingCycle}`.toLowerCase();
}

/** A legacy offer under `/v1/offers`. */
export function legacyOfferResource(state: State, offer: Offer, country: string, locale: string): LegacyOffer {
  const range = quantityRange(offer);
  const ids = (keys: readonly string[]) => keys.flatMap((key) => state.catalog.byKey(key)?.offerId ?? []);
  const uri = `/v1/offers/${offer.offerId}`;
  return {
    id: offer.offerId ?? '',
    name: offer.title,
    description: offerText(offer.description ?? '', languageOf(locale)),
    minimumQuantity: range.min,
    maximumQuantity: range.max,
    rank: 0,
    uri,
    locale,
    country,
    category: {
      id: offer.category,
      name: offer.category,
      rank: 0,
      locale,
      country,
      attributes: { objectType: 'OfferCategory' },
    },
    limitUnitOfMeasure: offer.limit?.scope ?? 'none',
    limit: offer.limit?.count ?? 0,
    prerequisiteOffers: ids(offer.addOnOf ?? []),
    isAddOn: offer.addOnOf !== undefined,
    hasAddOns: state.catalog.offers.some((each) => each.commerce === 'legacy' && each.addOnOf?.includes(offer.key)),
    isAvailableForPurchase: offer.addOnOf === undefined,
    billing: offer.billingType,
    supportedBillingCycles: [...new Set(offer.terms.map(({ billingCycle }) => cycleOnWire(billingCycle)))],
    isAutoRenewable: offer.trial === undefined,
    isInternal: false,
    isTrial: offer.category === 'Trial',
    partnerQualifications: [],
    resellerQualifications: [],
    reselleeQualifications: offer.segments.filter((segment) => segment !== 'Commercial'),
    unitType: 'Licenses',
    upgradeTargetOffers: ids(offer.upgradeTargets ?? []),
    conversionTargetOffers: offer.trial?.convertsTo ? ids([offer.trial.convertsTo]) : [],
    links: { self: link(`${uri}?country=${country}`) },
    attributes: { objectType: 'Offer' },
  };
}
