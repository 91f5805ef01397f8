import type { Page } from 'playwright/test';
import { api, expect, ready, test, type World } from '../fixtures';
import { ADATUM, scenario } from '../scenario';
import { buyOnScreen } from '../screens/buy';
import { serveSite } from '../setup/site';

type Transport = 'serviceWorker' | 'direct' | 'inPage';

function transportOf(page: Page): Promise<string> {
  return page.evaluate(() => window.simulation.transport);
}

/** The page's own `fetch`, by a script of the page, is answered by the simulation. */
async function expectAnswers(page: Page): Promise<void> {
  const answer = await api<{ totalCount: number }>(page, 'GET', '/v1/customers');
  expect(answer.status).toBe(200);
  expect(answer.headers['x-served-by']).toBe('partner-center-in-a-tab');
  expect(answer.body.totalCount).toBeGreaterThan(0);
}

async function buyBy(world: World, transport: Transport): Promise<void> {
  const { page } = world;
  await expect.poll(() => transportOf(page)).toBe(transport);
  await expectAnswers(page);
  await buyOnScreen(world, ADATUM, 'Office 365 E3');
  await expectAnswers(page);
  expect(await transportOf(page)).toBe(transport);
}

test.describe('With a service worker', () => {
  test('requests go through it, from the screens and from a script', async ({ world, page }) => {
    await world.open();
    await expect.poll(() => transportOf(page)).toBe('serviceWorker');
    const seen = page.waitForResponse((response) => response.url().endsWith('/v1/customers'));
    await expectAnswers(page);
    expect((await seen).fromServiceWorker()).toBe(true);
    await buyBy(world, 'serviceWorker');
  });

  test('stopped twenty times, the next request is answered every time', async ({ world, page, context }) => {
    await world.open();
    await expect.poll(() => transportOf(page)).toBe('serviceWorker');
    const browser = await context.newCDPSession(page);
    await browser.send('ServiceWorker.enable');
    for (let time = 1; time <= 20; time++) {
      await browser.send('ServiceWorker.stopAllWorkers');
      await expectAnswers(page);
    }
    await browser.send('ServiceWorker.stopAllWorkers');
    await buyOnScreen(world, ADATUM, 'Office 365 E3');
  });

  test('unregistered under the page, the next request is answered', async ({ world, page }) => {
    await world.open();
    await expect.poll(() => transportOf(page)).toBe('serviceWorker');
    await page.evaluate(async () => {
      for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
    });
    await expectAnswers(page);
    await world.reload();
    await expectAnswers(page);
    await buyOnScreen(world, ADATUM, 'Office 365 E3');
  });

  test('reloaded five times, everything is answered every time', async ({ world, page }) => {
    await world.open({ path: '/customers' });
    for (let time = 1; time <= 5; time++) {
      await world.reload();
      await expectAnswers(page);
      await expect(page.getByRole('link', { name: ADATUM })).toBeVisible();
    }
  });
});

test.describe('Where service workers are blocked', () => {
  test.use({ serviceWorkers: 'block' });

  test('everything works directly', async ({ world }) => {
    await world.open();
    await buyBy(world, 'direct');
  });
});

for (const [what, unknown] of [
  ['is missing on the host', 'notFound'],
  ['is answered with the page by a host with rewrites', 'page'],
] as const) {
  test(`Where the script of the service worker ${what}, everything works directly`, async ({ world, page }) => {
    world.expectTrouble(/service-worker\.js|bad HTTP response code|unsupported MIME type/);
    const site = await serveSite(
      unknown === 'notFound' ? { without: ['service-worker.js'] } : { replaced: ['service-worker.js'] },
    );
    try {
      await page.goto(site.url);
      await ready(page);
      await world.call('PUT', '/simulation/v1/world', { script: scenario() });
      await buyBy(world, 'direct');
    } finally {
      await page.goto('about:blank');
      await site.close();
    }
  });
}

test.describe('Where the browser has no web workers', () => {
  test('the world runs in the page', async ({ world, page, context }) => {
    await context.addInitScript(() => Reflect.deleteProperty(window, 'Worker'));
    await world.open();
    await buyBy(world, 'inPage');
    await world.reload();
    await expectAnswers(page);
    expect((await world.call<{ totalCount: number }>('GET', `/v1/customers/{${ADATUM}}/orders`)).totalCount).toBe(1);
  });
});
