import type { CatalogPage } from '../../src/api/dashboard';
import { expect, test, type World } from '../fixtures';
import { scenario } from '../scenario';
import { CatalogScreen, type FilterName } from '../screens/catalog';

const CUSTOMER = 'Northwind College';

/** A customer that two segments are open to. */
const SCHOOL = scenario({
  customers: [
    {
      key: 'northwind',
      companyName: CUSTOMER,
      domain: 'northwind.onmicrosoft.com',
      country: 'US',
      segment: 'Education',
    },
  ],
});

const FILTERS = ['publisher', 'billingType', 'category', 'segment', 'productType'] as const;

function ask(world: World, query: Record<string, string> = {}): Promise<CatalogPage> {
  return world.call('GET', `/dashboard/v1/customers/{${CUSTOMER}}/catalog?${new URLSearchParams(query)}`);
}

test('Each filter narrows the list, stands in the address, and survives reload and Back', async ({
  world,
  page,
  t,
}) => {
  test.slow();
  await world.open({ script: SCHOOL });
  const catalog = new CatalogScreen(page, t);
  const words: Record<FilterName, (code: string) => string> = {
    publisher: t.catalog.publisherOf,
    billingType: t.catalog.billingTypeOf,
    category: t.catalog.categoryOf,
    segment: t.catalog.segmentOf,
    productType: t.catalog.productTypeOf,
  };
  const offers = (count: number): string => t.catalog.offerCount(count.toLocaleString('en-US'), count);

  for (const filter of FILTERS) {
    await test.step(filter, async () => {
      await world.visit(`/customers/{${CUSTOMER}}/catalog/online-services`);
      const all = await ask(world);
      await expect(catalog.count).toHaveText(offers(all.totalCount));
      const options = all.facets[filter];
      expect(options.length, `${filter} has something to choose from`).toBeGreaterThan(1);

      for (const { value, count } of options) {
        expect(count).toBeGreaterThan(0);
        expect((await ask(world, { [filter]: value })).totalCount, `${value}: the count that it promises`).toBe(count);
      }
      // Some have dozens: the first and the last two are chosen on the screen.
      for (const { value, count } of new Set([options[0]!, ...options.slice(-2)])) {
        await catalog.choose(filter, words[filter](value));
        await expect(page).toHaveURL((url) => url.searchParams.get(filter) === value);
        await expect(catalog.count).toHaveText(offers(count));
        await expect(catalog.filter(filter)).toHaveText(words[filter](value));
      }
      const last = options.at(-1)!;
      const before = options.at(-2)!;

      await world.reload();
      await expect(catalog.filter(filter)).toHaveText(words[filter](last.value));
      await expect(catalog.count).toHaveText(offers(last.count));
      await page.goBack();
      await expect(catalog.filter(filter)).toHaveText(words[filter](before.value));
      await expect(catalog.count).toHaveText(offers(before.count));
      await catalog.choose(filter);
      await expect(page).toHaveURL((url) => !url.searchParams.has(filter));
      await expect(catalog.count).toHaveText(offers(all.totalCount));
    });
  }
});

test('Every row that a filter leaves is of the kind that was asked for', async ({ world, page, t }) => {
  await world.open({ script: SCHOOL, path: `/customers/{${CUSTOMER}}/catalog/online-services?publisher=Partner` });
  const catalog = new CatalogScreen(page, t);
  await expect(catalog.rows.first()).toBeVisible();
  await expect(catalog.rows.filter({ hasText: t.catalog.by('Microsoft') })).toHaveCount(0);
  await catalog.choose('billingType', 'Usage');
  await expect(catalog.rows.filter({ hasText: t.catalog.pricedByUsage }).first()).toBeVisible();
  await expect(catalog.rows.filter({ hasNotText: t.catalog.pricedByUsage })).toHaveCount(0);
  await catalog.choose('publisher', 'Microsoft');
  await catalog.choose('billingType', 'License');
  await catalog.choose('category', 'Trial');
  await expect(catalog.rows.filter({ hasNotText: t.catalog.trial })).toHaveCount(0);
  await expect(catalog.rows.first()).toBeVisible();
});

test('Filters, search text and tab add up, and an address shows the same to somebody else', async ({
  world,
  page,
  t,
}) => {
  await world.open({ script: SCHOOL, path: `/customers/{${CUSTOMER}}/catalog/online-services` });
  const catalog = new CatalogScreen(page, t);
  await catalog.choose('publisher', 'Microsoft');
  await catalog.choose('segment', 'Education');
  await catalog.search.fill('faculty');
  const expected = await ask(world, { publisher: 'Microsoft', segment: 'Education', search: 'faculty' });
  const text = t.catalog.offerCount(String(expected.totalCount), expected.totalCount);
  await expect(catalog.count).toHaveText(text);
  await expect(page).toHaveURL(
    ({ searchParams: query }) =>
      query.get('publisher') === 'Microsoft' &&
      query.get('segment') === 'Education' &&
      query.get('search') === 'faculty',
  );

  const other = await world.openTab(page.url());
  const theirs = new CatalogScreen(other, t);
  await expect(theirs.count).toHaveText(text);
  await expect(theirs.search).toHaveValue('faculty');
  await expect(theirs.filter('segment')).toHaveText('Education');
  await other.close();

  await catalog.tab('software').click();
  await expect(page).toHaveURL(/\/catalog\/software\?.*publisher=Microsoft/);
  await page.goBack();
  await expect(catalog.count).toHaveText(text);
  await catalog.clear.click();
  await expect(page).toHaveURL(/online-services$/);
  await expect(catalog.search).toHaveValue('');
  const all = await ask(world);
  await expect(catalog.count).toHaveText(t.catalog.offerCount(String(all.totalCount), all.totalCount));
});

test('A filter that leaves nothing says so and offers the way back', async ({ world, page, t }) => {
  await world.open({
    script: SCHOOL,
    path: `/customers/{${CUSTOMER}}/catalog/online-services?publisher=Partner&category=Trial`,
  });
  await expect(page.getByRole('heading', { name: t.catalog.noOffersTitle })).toBeVisible();
  await page.getByRole('tabpanel').getByRole('button', { name: t.catalog.clearFilters }).last().click();
  await expect(new CatalogScreen(page, t).rows.first()).toBeVisible();
});
