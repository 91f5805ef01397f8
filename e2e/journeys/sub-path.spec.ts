import { api, expect, ready, test, type World } from '../fixtures';
import { ADATUM, scenario } from '../scenario';
import { buyOnScreen } from '../screens/buy';
import { CustomersScreen } from '../screens/customers';
import { Shell } from '../screens/shell';
import { SubscriptionsScreen } from '../screens/subscriptions';
import { BUILT, buildBelow, serveSite, type Site } from '../setup/site';

test.describe('Built for /demo/', () => {
  test.describe.configure({ mode: 'default' });
  let folder: string;
  let site: Site;

  test.beforeAll(async () => {
    folder = await buildBelow('/demo/');
    site = await serveSite({ folder, base: '/demo/' });
  });
  test.afterAll(() => site.close());

  async function open(world: World, path: string): Promise<void> {
    await world.page.goto(site.url + path);
    await ready(world.page);
  }

  test('a purchase works, through the service worker, and every address stays below the path', async ({
    world,
    page,
  }) => {
    await open(world, '');
    await world.call('PUT', '/simulation/v1/world', { script: scenario() });
    await expect.poll(() => page.evaluate(() => window.simulation.transport)).toBe('serviceWorker');
    await buyOnScreen(world, ADATUM, 'Office 365 E3');
    await expect(page).toHaveURL(new RegExp(`^${site.url}customers/[^/]+/subscriptions$`));
    for (const path of ['/v1/customers', '/demo/v1/customers', 'v1/customers']) {
      const address = path.startsWith('/') ? path : new URL(path, site.url).href;
      expect((await api(page, 'GET', address)).status, address).toBe(200);
    }
  });

  test('every link stays below the path, the one to the start page too, which can be loaded anew', async ({
    world,
    page,
    t,
  }) => {
    await open(world, 'customers');
    await expect(new CustomersScreen(page, t).link(ADATUM)).toBeVisible();
    for (const link of await page.getByRole('link').all()) {
      expect.soft(await link.getAttribute('href')).toMatch(/^(?:\/demo\/|#|https:)/);
    }
    await new Shell(page, t).go('home');
    await expect(page.getByRole('heading', { level: 1, name: t.home.title })).toBeVisible();
    await world.reload();
    await expect(page.getByRole('heading', { level: 1, name: t.home.title })).toBeVisible();
  });

  test('addresses open by themselves, with a link’s wishes too', async ({ world, page, t }) => {
    await open(world, 'customers?scenario=fresh-partner&now=2021-11-01');
    await expect(page).toHaveURL(`${site.url}customers`);
    await new CustomersScreen(page, t).open(ADATUM);
    await expect(new SubscriptionsScreen(page, t).heading).toBeVisible();
    await world.reload();
    await expect(new SubscriptionsScreen(page, t).heading).toBeVisible();
    expect(await world.now()).toBe('2021-11-01T00:00:00Z');
  });
});

test('A host without rewrites serves addresses by 404.html', async ({ world, page, t }) => {
  world.expectTrouble(/status of 404/);
  const site = await serveSite({ folder: BUILT, unknown: 'notFound' });
  try {
    await page.goto(`${site.url}customers?scenario=fresh-partner`);
    await ready(page);
    await expect(new CustomersScreen(page, t).link(ADATUM)).toBeVisible();
  } finally {
    await page.goto('about:blank');
    await site.close();
  }
});
