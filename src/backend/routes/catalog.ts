import { inventoryBody } from '../../api/requests';
import type { InventoryAnswer } from '../../api/catalog';
import { currencyOfMarket } from '../../domain/catalog/markets';
import { productTypeOf, type Offer, type Segment } from '../../domain/catalog/offer';
import { isListed } from '../../domain/catalog/purchasability';
import { sellsReservations } from '../../domain/catalog/reservation-markets';
import { segmentsOf, type Customer } from '../../domain/customers/customer';
import type { CurrencyCode } from '../../kernel/money';
import { InvalidRequest, type Call } from '../call';
import { own } from '../own';
import { ok, type Reply } from '../reply';
import { fault } from '../respond';
import { availabilityResource, legacyOfferResource, productResource, skuResource } from '../resources/catalog';
import { collection } from '../resources/link';
import type { BusinessRoutes } from './table';

/** Who looks: a customer of ours, or a market alone. */
interface Market {
  readonly country: string;
  readonly currency: CurrencyCode;
  readonly customer?: Customer;
}

export function addCatalogRoutes(routes: BusinessRoutes): void {
  for (const root of ['/v1', '/v1/customers/:customerId']) {
    routes.add('GET', `${root}/products`, listProducts);
    routes.add('GET', `${root}/products/:productId`, (call) => {
      const market = marketOf(call);
      const [offer] = skusOf(call, market);
      return offer ? ok(productResource(offer, market.country, call.language)) : notFound(call, 400013);
    });
    routes.add('GET', `${root}/products/:productId/skus`, (call) => {
      const market = marketOf(call);
      const offers = skusOf(call, market);
      return offers.length > 0
        ? ok(collection(offers.map((offer) => skuResource(call.state, offer, market.country, call.language))))
        : notFound(call, 400013);
    });
    routes.add('GET', `${root}/products/:productId/skus/:skuId`, (call) => {
      const market = marketOf(call);
      const offer = skuOf(call, market);
      return offer ? ok(skuResource(call.state, offer, market.country, call.language)) : notFound(call, 400018);
    });
    routes.add('GET', `${root}/products/:productId/skus/:skuId/availabilities`, (call) => {
      const market = marketOf(call);
      const offer = skuOf(call, market);
      return offer
        ? ok(collection([availabilityResource(call.state, offer, market, call.language)]))
        : notFound(call, 400018);
    });
    routes.add('GET', `${root}/products/:productId/skus/:skuId/availabilities/:availabilityId`, (call) => {
      const market = marketOf(call);
      const offer = skuOf(call, market);
      return offer && offer.availabilityId?.toLowerCase() === call.id('availabilityId')
        ? ok(availabilityResource(call.state, offer, market, call.language))
        : notFound(call, 400019);
    });
  }
  routes.add('POST', '/v1/extensions/product/checkInventory', checkInventory);
  routes.add('GET', '/v1/offers', listOffers);
  routes.add('GET', '/v1/offers/:offerId', oneOffer);
}

function notFound(call: Call, code: number): Reply {
  const what = { 400013: 'Product', 400018: 'SKU', 400019: 'Availability' }[code] ?? 'Item';
  const id = call.param('availabilityId') || call.param('skuId') || call.param('productId');
  return fault(404, code, `${what} not found: ${id}`);
}

function marketOf(call: Call): Market {
  if (call.param('customerId')) {
    const customer = call.customer();
    return { country: customer.country, currency: customer.currency, customer };
  }
  const country = call.query('country')?.toUpperCase() ?? call.state.partner.country;
  const currency = currencyOfMarket(country);
  if (!currency) throw call.invalid('country', `country: ${country}`);
  return { country, currency };
}

const VIEWS: Record<string, (offer: Offer) => boolean> = {
  azure: ({ commerce }) => commerce === 'azurePlan' || commerce === 'reservation',
  microsoftazure: ({ commerce }) => commerce === 'azurePlan',
  azurereservations: ({ commerce }) => commerce === 'reservation',
  azurereservationsvm: (offer) => isReservationOf(offer, /virtual machine|vm/i),
  azurereservationssql: (offer) => isReservationOf(offer, /sql/i),
  azurereservationscosmosdb: (offer) => isReservationOf(offer, /cosmos/i),
  onlineservices: ({ commerce }) => commerce === 'newCommerce' || commerce === 'marketplace',
  marketplacesaas: (offer) => productTypeOf(offer) === 'SaaS',
  software: ({ commerce }) => commerce === 'software',
  softwaresuselinux: (offer) => offer.commerce === 'software' && /suse/i.test(offer.publisher.name),
  softwareperpetual: (offer) => productTypeOf(offer) === 'PerpetualSoftware',
  softwaresubscriptions: (offer) => productTypeOf(offer) === 'SoftwareSubscription',
};

function isReservationOf(offer: Offer, resource: RegExp): boolean {
  return offer.commerce === 'reservation' && resource.test(`${offer.reservation?.resource} ${offer.title}`);
}

const SEGMENTS: Record<string, Segment> = {
  commercial: 'Commercial',
  education: 'Education',
  government: 'Government',
  nonprofit: 'Nonprofit',
};

/** The segment that was asked for; a customer's must be one it is qualified for (403 / 400030). */
function segmentFilter(call: Call, market: Market): (offer: Offer) => boolean {
  const wanted = call.query('targetSegment');
  // Nonprofit is returned only when it is asked for (REST API, products).
  if (wanted === undefined) return (offer) => offer.segments.some((segment) => segment !== 'Nonprofit');
  const segment = own(SEGMENTS, wanted.toLowerCase());
  if (!segment) throw call.invalid('targetSegment', `targetSegment: ${Object.keys(SEGMENTS).join(', ')}`, 900126);
  if (market.customer && !segmentsOf(market.customer).includes(segment)) {
    throw new InvalidRequest(fault(403, 400030, `The customer is not qualified for the segment ${wanted}.`));
  }
  return (offer) => offer.segments.includes(segment);
}

/** Whether the API shows the offer in this market at all. */
function isShown(call: Call, market: Market): (offer: Offer) => boolean {
  const inSegment = segmentFilter(call, market);
  return (offer) => {
    if (!offer.productId || !inSegment(offer)) return false;
    if (market.customer) return isListed(call.state, market.customer, offer);
    return !offer.excludedCountries?.includes(market.country) && (offer.countries?.includes(market.country) ?? true);
  };
}

/** The products of a market, which must be named, or those that a customer may buy. */
function listProducts(call: Call): Reply {
  if (!call.param('customerId') && call.query('country') === undefined) {
    throw call.invalid('country', 'country is required: ISO 3166 alpha-2, such as DE');
  }
  const market = marketOf(call);
  const view = call.query('targetView');
  if (view === undefined) throw call.invalid('targetView', 'targetView is required: OnlineServices, Software, Azure …');
  const inView = own(VIEWS, view.toLowerCase());
  if (!inView) throw call.invalid('targetView', `targetView: ${view} is none`, 900126);
  const shown = isShown(call, market);
  const products = new Map<string, Offer>();
  for (const offer of call.state.catalog.offers) {
    const { productId } = offer;
    if (productId && !products.has(productId) && inView(offer) && shown(offer)) products.set(productId, offer);
  }
  return ok(collection([...products.values()].map((offer) => productResource(offer, market.country, call.language))));
}

function skusOf(call: Call, market: Market): Offer[] {
  const shown = isShown(call, market);
  return call.state.catalog.product(call.param('productId')).filter(shown);
}

function skuOf(call: Call, market: Market): Offer | undefined {
  return skusOf(call, market).find((offer) => offer.skuId?.toLowerCase() === call.id('skuId'));
}

/** A bare array; items that nobody knows are left out (REST API, inventory check). */
function checkInventory(call: Call): Reply {
  const body = call.body(inventoryBody);
  const context = new Map(
    Object.entries(body.inventoryContext ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const customer = call.state.customers.get(context.get('customerid')?.toLowerCase() ?? '');
  const country = customer?.country ?? call.query('country')?.toUpperCase() ?? call.state.partner.country;
  const region = context.get('armregionname')?.toLowerCase();
  const answers = body.targetItems.flatMap(({ productId, skuId }): InventoryAnswer[] => {
    const skus = call.state.catalog.product(productId);
    const found = skuId ? skus.filter((offer) => offer.skuId?.toLowerCase() === skuId.toLowerCase()) : skus;
    return found.map((offer) => {
      const elsewhere =
        region !== undefined && offer.reservation !== undefined && offer.reservation.region.toLowerCase() !== region;
      const market = offer.reservation !== undefined && !sellsReservations(country);
      const place = market ? country : (region ?? '');
      return {
        productId: offer.productId ?? productId,
        skuId: offer.skuId ?? '',
        isRestricted: elsewhere || market,
        restrictions:
          elsewhere || market
            ? [
                {
                  reasonCode: 'NotAvailableForSubscription',
                  description: `Restriction identified of type 'Location' with values '${place}'.`,
                  properties: {},
                },
              ]
            : [],
      };
    });
  });
  return ok(answers);
}

function listOffers(call: Call): Reply {
  const country = call.query('country')?.toUpperCase();
  if (!country || !currencyOfMarket(country)) throw call.invalid('country', 'country: ISO 3166 alpha-2');
  const offers = call.state.catalog.offers.filter(
    (offer) =>
      offer.commerce === 'legacy' &&
      !offer.excludedCountries?.includes(country) &&
      (offer.countries?.includes(country) ?? true),
  );
  return ok(collection(offers.map((offer) => legacyOfferResource(call.state, offer, country, call.locale))));
}

function oneOffer(call: Call): Reply {
  const offer = call.state.catalog.item(call.param('offerId'));
  if (!offer) return fault(404, 800004, `Offer not found: ${call.param('offerId')}`);
  if (offer.commerce !== 'legacy') return fault(400, 2100, 'New-commerce items are under /products.');
  const country = call.query('country')?.toUpperCase() ?? call.state.partner.country;
  return ok(legacyOfferResource(call.state, offer, country, call.locale));
}
