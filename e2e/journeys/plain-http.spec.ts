import { api, expect, ready, test } from '../fixtures';
import { ADATUM, scenario } from '../scenario';
import { buyOnScreen } from '../screens/buy';
import { chooseBrowser, LAUNCH_ARGS } from '../setup/browser';
import { serveSite } from '../setup/site';

const { executablePath } = await chooseBrowser();

// A host that is neither localhost nor https: no service worker, no locks, no clipboard, no randomUUID.
test.use({
  launchOptions: {
    args: [...LAUNCH_ARGS, '--host-resolver-rules=MAP partner.test 127.0.0.1'],
    ...(executablePath === undefined ? {} : { executablePath }),
  },
});

test('On a plain http host everything works, and copying falls back to selecting the text', async ({
  world,
  page,
  t,
}) => {
  const site = await serveSite();
  try {
    await page.goto(site.url.replace('127.0.0.1', 'partner.test'));
    await ready(page);
    expect(await page.evaluate(() => [window.isSecureContext, 'serviceWorker' in navigator])).toEqual([false, false]);
    await world.call('PUT', '/simulation/v1/world', { script: scenario() });
    await buyOnScreen(world, ADATUM, 'Office 365 E3');
    expect(await page.evaluate(() => window.simulation.transport)).toBe('direct');
    expect((await api(page, 'GET', '/v1/customers')).status).toBe(200);
    await page.getByRole('link', { name: 'Office 365 E3', exact: true }).click();
    await page.getByRole('button', { name: t.subscriptions.copySubscriptionId }).click();
    await expect(page.getByText(t.ui.copyByHand)).toBeVisible();
    await expect(page.getByRole('textbox', { name: t.subscriptions.copySubscriptionId })).toBeFocused();
    await page.reload();
    await ready(page);
    await expect(page.getByRole('heading', { level: 1, name: 'Office 365 E3' })).toBeVisible();
  } finally {
    await page.goto('about:blank');
    await site.close();
  }
});
