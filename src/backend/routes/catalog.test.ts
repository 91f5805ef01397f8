import { describe, expect, test } from 'vitest';
import type { Availability, InventoryAnswer, LegacyOffer, Product, Sku } from '../../api/catalog';
import type { CatalogPage, CatalogRow } from '../../api/dashboard';
import type { Collection } from '../../api/wire';
import { catalogItemIdOf, type Offer } from '../../domain/catalog/offer';
import { STANDARD_CATALOG } from '../../domain/catalog/standard';
import { itemId, open, openSmall, SMALL_SCRIPT } from '../testing';

/** Nothing here changes the world: one serves all tests. */
const client = open();

const [PRODUCT = '', SKU = '', AVAILABILITY = ''] = itemId('m365-business-standard').split(':');

const products = async (query: string, root = '/v1') =>
  (await client.get<Collection<Product>>(`${root}/products?${query}`)).items;

/** Products that some offer of the table belongs to. */
const productsOf = (wanted: (offer: Offer) => boolean) =>
  new Set(STANDARD_CATALOG.filter((offer) => offer.productId && wanted(offer)).map(({ productId }) => productId));

describe('products', () => {
  const sold = (country: string) => (offer: Offer) =>
    !offer.excludedCountries?.includes(country) && (offer.countries?.includes(country) ?? true);

  test.each<[view: string, wanted: (offer: Offer) => boolean]>([
    ['Azure', ({ commerce }) => commerce === 'azurePlan' || commerce === 'reservation'],
    ['MicrosoftAzure', ({ commerce }) => commerce === 'azurePlan'],
    ['AzureReservations', ({ commerce }) => commerce === 'reservation'],
    ['AzureReservationsVM', ({ title }) => title.startsWith('Reserved VM')],
    ['AzureReservationsSQL', ({ title }) => title.startsWith('Reserved SQL')],
    ['AzureReservationsCosmosDb', ({ title }) => title.startsWith('Reserved Cosmos')],
    ['OnlineServices', ({ commerce }) => commerce === 'newCommerce' || commerce === 'marketplace'],
    ['MarketplaceSaaS', ({ commerce, container }) => commerce === 'marketplace' && !container],
    ['Software', ({ commerce }) => commerce === 'software'],
    ['SoftwareSUSELinux', ({ publisher }) => publisher.name === 'SUSE'],
    ['SoftwarePerpetual', ({ software }) => software?.kind === 'perpetual'],
    ['SoftwareSubscriptions', ({ software }) => software?.kind === 'subscription'],
  ])('of the view %s, by market', async (view, wanted) => {
    for (const country of ['DE', 'SE', 'US', 'IN']) {
      const found = (await products(`country=${country}&targetView=${view.toUpperCase()}`)).map(({ id }) => id);
      expect(found.length).toBeGreaterThan(0);
      expect(new Set(found).size).toBe(found.length);
      expect(new Set(found)).toEqual(productsOf((offer) => wanted(offer) && sold(country)(offer)));
    }
  });

  test('of a customer: its market and segments; nonprofit only when asked for', async () => {
    const at = async (name: string, query: string) => products(query, `/v1/customers/${await client.customer(name)}`);
    const contoso = await at('contoso', 'targetView=OnlineServices&targetSegment=Commercial');
    expect(contoso.some(({ title }) => title === 'Microsoft 365 Business Standard')).toBe(true);
    // A publisher's offer for other countries is listed (greyed); Microsoft's is not.
    expect(contoso.some(({ title }) => title === 'Fjellbruk Forest')).toBe(true);
    expect(contoso.some(({ title }) => title === 'Microsoft 365 Business Voice')).toBe(false);
    expect(await at('city power', 'targetView=OnlineServices')).toEqual([]);
    expect((await at('lamna', 'targetView=OnlineServices&targetSegment=nonprofit')).length).toBe(0);
    expect((await at('lamna', 'targetView=OnlineServices')).length).toBeGreaterThan(100);
  });

  test('for nonprofits are returned only when they are asked for, and only to nonprofits', async () => {
    const offer = {
      key: 'charity',
      commerce: 'newCommerce',
      productId: 'CFQ7TTC0ZZZZ',
      skuId: '0001',
      availabilityId: 'CFQ7TTC0ZZZ1',
      title: 'For charities',
      publisher: { name: 'Microsoft', kind: 'microsoft' },
      billingType: 'license',
      category: 'Enterprise',
      segments: ['Nonprofit'],
      terms: [{ termDuration: 'P1Y', billingCycle: 'Monthly', price: '1.00', currency: 'EUR', per: 'month' }],
    };
    const [contoso, adatum] = SMALL_SCRIPT.customers;
    const small = await openSmall({
      catalog: { standard: false, offers: [offer] },
      customers: [contoso, { ...adatum, segment: 'Nonprofit' }],
    });
    const titles = async (root: string, query = '') =>
      (await small.get<Collection<Product>>(`${root}/products?country=DE&targetView=OnlineServices${query}`)).items.map(
        ({ title }) => title,
      );
    const charity = `/v1/customers/${await small.customer('adatum')}`;
    for (const root of ['/v1', charity]) {
      expect(await titles(root)).toEqual([]);
      expect(await titles(root, '&targetSegment=Nonprofit')).toEqual(['For charities']);
    }
    const other = `/v1/customers/${await small.customer('contoso')}/products?targetView=OnlineServices&targetSegment=nonprofit`;
    expect(await small.refused('GET', other)).toMatchObject({ status: 403, code: 400030 });
  });

  test.each([
    ['country=DE', 400, 3000],
    ['targetView=OnlineServices', 400, 3000],
    ['country=&targetView=OnlineServices', 400, 3000],
    ['country=DE&targetView=Everything', 400, 900126],
    ['country=DE&targetView=constructor', 400, 900126],
    ['country=KP&targetView=Azure', 400, 3000],
    ['country=DE&targetView=Azure&targetSegment=charity', 400, 900126],
  ])('%s is refused', async (query, status, code) => {
    expect(await client.refused('GET', `/v1/products?${query}`)).toMatchObject({ status, code });
  });

  test.each([
    ['contoso', 'education'],
    ['bellows', 'nonprofit'],
    ['city power', 'commercial'],
  ])('%s is not qualified for %s', async (name, segment) => {
    const path = `/v1/customers/${await client.customer(name)}/products?targetView=OnlineServices&targetSegment=${segment}`;
    expect(await client.refused('GET', path)).toMatchObject({ status: 403, code: 400030 });
  });
});

describe('from the product down to its price', () => {
  test('each step leads to the next', async () => {
    for (const root of ['/v1', `/v1/customers/${await client.customer('contoso')}`]) {
      const path = `${root}/products/${PRODUCT.toLowerCase()}`;
      const product = await client.get<Product>(path);
      expect(product).toEqual({
        id: PRODUCT,
        title: 'Microsoft 365 Business Standard',
        description: expect.any(String) as string,
        productType: { id: 'OnlineServicesNCE', displayName: 'OnlineServicesNCE' },
        isMicrosoftProduct: true,
        publisherName: 'Microsoft',
        links: {
          skus: { uri: `/products/${PRODUCT}/skus?country=DE`, method: 'GET', headers: [] },
          self: { uri: `/products/${PRODUCT}?country=DE`, method: 'GET', headers: [] },
        },
      });
      const skus = await client.get<Collection<Sku>>(`${path}/skus`);
      expect(skus.items.map(({ id, isTrial }) => [id, isTrial])).toEqual([
        ['0001', false],
        ['0101', true],
      ]);
      const sku = await client.get<Sku>(`${path}/skus/${SKU}`);
      expect(sku).toEqual(skus.items[0]);
      expect(sku).toMatchObject({
        productId: PRODUCT,
        minimumQuantity: 1,
        maximumQuantity: 300,
        supportedBillingCycles: ['monthly', 'annual'],
        dynamicAttributes: { isAddon: false, billingType: 'license', limit: 2, limitUnitOfMeasure: 'Concurrent' },
      });
      const availabilities = await client.get<Collection<Availability>>(`${path}/skus/${SKU}/availabilities`);
      const availability = await client.get<Availability>(`${path}/skus/${SKU}/availabilities/${AVAILABILITY}`);
      expect(availabilities.items).toEqual([availability]);
      expect(availability).toMatchObject({
        catalogItemId: itemId('m365-business-standard'),
        defaultCurrency: { code: 'EUR', symbol: '€' },
        segment: 'commercial',
        country: 'DE',
        isPurchasable: true,
        isRenewable: true,
        product,
        sku,
      });
      expect(availability.terms.map(({ duration, billingCycle }) => `${duration} ${billingCycle}`)).toEqual([
        'P1M Monthly',
        'P1Y Monthly',
        'P1Y Annual',
      ]);
      expect(availability.terms[0]?.cancellationPolicies).toEqual([
        {
          refundOptions: [
            { sequenceId: 0, type: 'Full', expiresAfter: 'P1D' },
            { sequenceId: 1, type: 'Partial', expiresAfter: 'P3D' },
          ],
        },
      ]);
      const trial = await client.get<Sku>(`${path}/skus/0101`);
      expect(trial.dynamicAttributes['conversionTargetOffers']).toEqual([`${PRODUCT}:0001`]);
    }
  });

  test.each<[key: string, customer: string, purchasable: boolean]>([
    ['m365-e3', 'contoso', true],
    ['m365-business-premium', 'fourth', false],
    ['power-bi-premium-p1', 'alpine', false],
    ['m365-audio-conferencing', 'alpine', true],
    ['m365-audio-conferencing', 'northwind', false],
    ['brixholt-ledger-nordic', 'contoso', false],
    ['brixholt-ledger-nordic', 'adatum', true],
    ['reserved-cosmos-db-100-ru-s-eu-west', 'contoso', true],
    ['reserved-cosmos-db-100-ru-s-eu-west', 'woodgrove', false],
    ['m365-e3', 'litware', false],
  ])('%s is for %s: %s', async (key, name, purchasable) => {
    const [product, sku, availability] = itemId(key).split(':');
    const path = `/v1/customers/${await client.customer(name)}/products/${product}/skus/${sku}/availabilities/${availability}`;
    expect((await client.get<Availability>(path)).isPurchasable).toBe(purchasable);
  });

  test.each([
    ['NOPRODUCT000', 400013],
    ['NOPRODUCT000/skus', 400013],
    [`${PRODUCT}/skus/9999`, 400018],
    [`${PRODUCT}/skus/9999/availabilities`, 400018],
    [`${PRODUCT}/skus/${SKU}/availabilities/CFQ7TTC00000`, 400019],
    // Microsoft does not sell it in Germany.
    [itemId('m365-business-voice').split(':')[0] ?? '', 400013],
  ])('/products/%s is not there', async (rest, code) => {
    for (const root of ['/v1', `/v1/customers/${await client.customer('contoso')}`]) {
      expect(await client.refused('GET', `${root}/products/${rest}`)).toMatchObject({ status: 404, code });
    }
  });

  test('the price list of a market has its currency', async () => {
    const path = `/v1/products/${PRODUCT}/skus/${SKU}/availabilities/${AVAILABILITY}`;
    for (const [country, code] of [
      ['SE', 'SEK'],
      ['us', 'USD'],
      ['JP', 'JPY'],
      ['GG', 'GBP'],
    ]) {
      expect(await client.get<Availability>(`${path}?Country=${country}`)).toMatchObject({
        country: country?.toUpperCase(),
        defaultCurrency: { code },
      });
    }
  });
});

describe('legacy offers', () => {
  test('of a market, by GUID', async () => {
    for (const country of ['DE', 'US']) {
      const { items } = await client.get<Collection<LegacyOffer>>(`/v1/offers?country=${country.toLowerCase()}`);
      const wanted = STANDARD_CATALOG.filter(
        (offer) =>
          offer.commerce === 'legacy' &&
          (offer.countries?.includes(country) ?? true) &&
          !offer.excludedCountries?.includes(country),
      );
      expect(items.map(({ id }) => id)).toEqual(wanted.map(({ offerId }) => offerId));
    }
    const offer = await client.get<LegacyOffer>(
      `/v1/offers/${itemId('legacy-m365-business-basic').toUpperCase()}?country=SE`,
    );
    expect(offer).toMatchObject({
      id: itemId('legacy-m365-business-basic'),
      name: 'Microsoft 365 Business Basic',
      country: 'SE',
      minimumQuantity: 1,
      maximumQuantity: 300,
      limit: 2,
      limitUnitOfMeasure: 'Concurrent',
      isTrial: false,
      isAddOn: false,
      hasAddOns: true,
      isAvailableForPurchase: true,
      supportedBillingCycles: ['monthly', 'annual'],
      links: { self: { uri: `/v1/offers/${itemId('legacy-m365-business-basic')}?country=SE` } },
    });
    expect(offer.upgradeTargetOffers).toContain(itemId('legacy-o365-e3'));
    const addOn = await client.get<LegacyOffer>(`/v1/offers/${itemId('legacy-m365-audio-conferencing')}`);
    expect(addOn).toMatchObject({ isAddOn: true, isAvailableForPurchase: false });
    expect(addOn.prerequisiteOffers).toContain(itemId('legacy-o365-e3'));
  });

  test.each([
    ['/v1/offers', 400, 3000],
    ['/v1/offers?country=KP', 400, 3000],
    ['/v1/offers/00000000-0000-4000-8000-000000000000', 404, 800004],
    [`/v1/offers/${itemId('m365-e3')}`, 400, 2100],
  ])('%s is refused', async (path, status, code) => {
    expect(await client.refused('GET', path)).toMatchObject({ status, code });
  });
});

test('the inventory: a bare list, unknown items left out, regions and markets restricted', async () => {
  const [productId = ''] = itemId('reserved-vm-instance-standard-d2s-v3-eu-west').split(':');
  const check = async (context: object, items: object[]) =>
    client.post<InventoryAnswer[]>(
      '/v1/extensions/product/checkInventory',
      { TargetItems: items, InventoryContext: context },
      200,
    );
  const [contoso, woodgrove] = [await client.customer('contoso'), await client.customer('woodgrove')];
  const here = await check({ customerId: contoso, ArmRegionName: 'EU West' }, [
    { ProductId: productId, SkuId: '0001' },
    { productId: 'NOTHING' },
  ]);
  expect(here).toEqual([{ productId, skuId: '0001', isRestricted: false, restrictions: [] }]);
  const regions = await check({ customerId: contoso, armRegionName: 'EU West' }, [{ productId }]);
  expect(regions.map(({ isRestricted }) => isRestricted)).toEqual([false, true, true, true, true, true, true]);
  const market = await check({ customerid: woodgrove }, [{ productId, skuId: '0001' }, { productId: PRODUCT }]);
  expect(market.map(({ isRestricted, restrictions }) => [isRestricted, restrictions[0]?.reasonCode])).toEqual([
    [true, 'NotAvailableForSubscription'],
    [false, undefined],
    [false, undefined],
  ]);
  expect(market[0]?.restrictions[0]?.description).toBe("Restriction identified of type 'Location' with values 'GG'.");
});

const TABS = ['onlineServices', 'software', 'azure'] as const;
const FACETS = ['publisher', 'billingType', 'category', 'segment', 'productType'] as const;

const valuesOf = (row: CatalogRow, segments: readonly string[]): Record<(typeof FACETS)[number], string[]> => ({
  publisher: [row.publisherKind === 'microsoft' ? 'Microsoft' : 'Partner'],
  billingType: [row.billingType],
  category: [row.category],
  segment: row.segments.filter((each) => segments.includes(each)),
  productType: [row.productType],
});

describe('the catalog on screen', () => {
  const page = (customer: string, query: string) =>
    client.get<CatalogPage>(`/dashboard/v1/customers/${customer}/catalog?${query}`);

  test.each([
    ['contoso', 'DE', ['Commercial']],
    ['bellows', 'FR', ['Commercial', 'Education']],
    ['city power', 'US', ['Government']],
    ['lamna', 'GB', ['Commercial', 'Nonprofit']],
  ])(
    '%s sees what its segment and market allow, and filters count what they leave',
    async (name, country, segments) => {
      const customer = await client.customer(name);
      const listed = STANDARD_CATALOG.filter(
        (offer) =>
          !(offer.commerce === 'legacy' && offer.addOnOf) &&
          offer.segments.some((each) => segments.includes(each)) &&
          (offer.publisher.kind === 'partner' ||
            ((offer.countries?.includes(country) ?? true) && !offer.excludedCountries?.includes(country))),
      );
      const rows = new Map<string, CatalogRow[]>();
      for (const tab of TABS) rows.set(tab, (await page(customer, `tab=${tab}&size=1000`)).items);
      const seen = [...rows.values()].flat().map(({ catalogItemId }) => catalogItemId);
      expect(seen.sort()).toEqual(listed.map(catalogItemIdOf).sort());
      const tabCounts = TABS.map((tab) => ({ tab, count: rows.get(tab)?.length }));
      const filters: Partial<Record<(typeof FACETS)[number], string>>[] = [
        {},
        { publisher: 'Partner' },
        { publisher: 'Microsoft', billingType: 'License' },
        { category: 'Trial' },
        { category: 'SmallBusiness', publisher: 'Partner', billingType: 'License' },
        { segment: segments.at(-1) ?? '' },
        { productType: 'NewCommerceAddOn', category: 'Enterprise' },
        {
          productType: 'SaaS',
          billingType: 'Usage',
          publisher: 'Partner',
          category: 'Enterprise',
          segment: 'Commercial',
        },
      ];
      for (const tab of TABS) {
        const inTab = rows.get(tab) ?? [];
        for (const filter of tab === 'onlineServices' ? filters : filters.slice(0, 3)) {
          const answer = await page(customer, `tab=${tab}&size=1000&${new URLSearchParams(filter).toString()}`);
          const passing = (except?: string) =>
            inTab.filter((row) =>
              FACETS.every(
                (facet) =>
                  facet === except ||
                  filter[facet] === undefined ||
                  valuesOf(row, segments)[facet].includes(filter[facet]),
              ),
            );
          expect(answer.items.map(({ catalogItemId }) => catalogItemId)).toEqual(
            passing().map(({ catalogItemId }) => catalogItemId),
          );
          expect(answer.totalCount).toBe(passing().length);
          expect(answer.tabs).toEqual(tabCounts);
          for (const facet of FACETS) {
            const counted: Record<string, number> = {};
            for (const row of passing(facet)) {
              for (const value of valuesOf(row, segments)[facet]) counted[value] = (counted[value] ?? 0) + 1;
            }
            expect(Object.fromEntries(answer.facets[facet].map(({ value, count }) => [value, count]))).toEqual(counted);
          }
        }
      }
    },
  );

  test('searching: all words, anywhere, also by publisher and id; what begins with the word comes first', async () => {
    const contoso = await client.customer('contoso');
    const titles = async (search: string) =>
      (await page(contoso, `size=1000&search=${encodeURIComponent(search)}`)).items.map(({ title }) => title);
    expect(await titles('brixholt studio')).toEqual(['Brixholt Ledger Studio']);
    expect(await titles('STUDIO  brixholt')).toEqual(['Brixholt Ledger Studio']);
    expect(await titles(itemId('m365-e3').slice(0, 20))).toEqual(['Microsoft 365 E3']);
    expect(await titles('xyzzy')).toEqual([]);
    const visio = await titles('visio');
    const begins = visio.map((title) => title.toLowerCase().startsWith('visio'));
    expect(visio.length).toBeGreaterThan(4);
    expect(begins).toEqual([...begins].sort((left, right) => Number(right) - Number(left)));
    const { tabs, totalCount } = await page(contoso, 'search=server&tab=software&size=1');
    expect(totalCount).toBeGreaterThan(10);
    expect(tabs.find(({ tab }) => tab === 'software')?.count).toBe(totalCount);
  });

  test('pages join up', async () => {
    const contoso = await client.customer('contoso');
    const whole = await page(contoso, 'size=1000');
    const joined: string[] = [];
    for (let offset = 0; offset < whole.totalCount; offset += 50) {
      const part = await page(contoso, `size=50&offset=${offset}`);
      expect(part.totalCount).toBe(whole.totalCount);
      joined.push(...part.items.map(({ catalogItemId }) => catalogItemId));
    }
    expect(joined).toEqual(whole.items.map(({ catalogItemId }) => catalogItemId));
  });

  test('a row has its prices in the customer’s currency, its limits, and why it cannot be bought', async () => {
    const rowOf = async (name: string, key: string) => {
      const customer = await client.customer(name);
      const tab = /^reserved|^azure/.test(key) ? 'azure' : /server|suse/.test(key) ? 'software' : 'onlineServices';
      const { items } = await page(customer, `tab=${tab}&size=5&search=${itemId(key).toLowerCase()}`);
      return items[0];
    };
    expect(await rowOf('adatum', 'm365-business-basic')).toMatchObject({
      newCommerce: true,
      quantity: { min: 1, max: 300 },
      limit: { count: 2, scope: 'Concurrent' },
      terms: [
        { termDuration: 'P1M', billingCycle: 'Monthly', price: { amount: '51.84', currency: 'SEK', per: 'month' } },
        { termDuration: 'P1Y', billingCycle: 'Monthly', price: { amount: '43.20', currency: 'SEK', per: 'month' } },
        { termDuration: 'P1Y', billingCycle: 'Annual', price: { amount: '518.40', currency: 'SEK', per: 'year' } },
      ],
      purchase: { allowed: true },
    });
    const reasons: [string, string, string, string?][] = [
      ['contoso', 'brixholt-ledger-nordic', 'ISV_COUNTRY'],
      ['contoso', 'brixholt-ledger-direct', 'ISV_NOT_CSP'],
      ['contoso', 'brixholt-ledger-invited', 'ISV_EXCLUSIVE', 'contactPublisher'],
      ['contoso', 'brixholt-ledger-appliance', 'NOT_TRANSACTABLE', 'azurePortal'],
      ['northwind', 'm365-audio-conferencing', 'ADDON_NO_BASE', 'showBases'],
      ['fourth', 'm365-business-premium', 'SUSPENDED_EXISTS', 'reactivate'],
      ['alpine', 'power-bi-premium-p1', 'ONE_PER_CUSTOMER', 'openExisting'],
      ['adatum', 'visio-plan-2-trial', 'OFFER_LIMIT', 'openExisting'],
      ['contoso', 'm365-business-standard-trial', 'TRIAL_OF_OWNED', 'openExisting'],
      ['woodgrove', 'reserved-vm-instance-standard-d2s-v3-eu-west', 'RESERVATION_MARKET'],
      ['adatum', 'reserved-vm-instance-standard-d2s-v3-eu-west', 'RESERVATION_NEEDS_AZURE'],
    ];
    for (const [name, key, code, wayOut] of reasons) {
      const row = await rowOf(name, key);
      if (!row || row.purchase.allowed) throw new Error(`${key} can be bought by ${name}`);
      expect([key, row.purchase.reasons[0]?.code, row.purchase.reasons[0]?.wayOut?.kind]).toEqual([key, code, wayOut]);
    }
    const tavelund = await rowOf('contoso', 'tavelund-backup-basic');
    expect(tavelund).toMatchObject({ includedTrialDays: 30, isTrial: false, publisherKind: 'partner' });
    expect(await rowOf('adatum', 'o365-e3-trial')).toMatchObject({ isTrial: true, quantity: { fixed: 25 } });
    expect(await rowOf('tailspin', 'windows-server-2022-1-user-cal')).toMatchObject({ taxIncluded: true });
    expect(await rowOf('contoso', 'windows-server-2022-1-user-cal')).toMatchObject({ taxIncluded: false });
    expect(await rowOf('contoso', 'brixholt-ledger-pay-per-document')).not.toHaveProperty('quantity');
  });
});
