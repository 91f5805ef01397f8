import { readFile } from 'node:fs/promises';
import type { Cart } from '../../src/api/carts';
import type { SubscriptionPage } from '../../src/api/dashboard';
import { expect, test } from '../fixtures';
import { settle } from '../routes';
import { partner, scenario } from '../scenario';
import { CustomersScreen } from '../screens/customers';
import { SubscriptionScreen, SubscriptionsScreen } from '../screens/subscriptions';

const NAME = '=HYPERLINK("x")<img src=x onerror=alert(1)>';

const SCRIPT = scenario({
  title: NAME,
  partner: partner({ name: NAME }),
  users: [{ id: 'anna', name: NAME, roles: ['GlobalAdmin', 'AdminAgent'] }],
  customers: [
    {
      key: 'hostile',
      companyName: NAME,
      domain: 'hostile.onmicrosoft.com',
      country: 'SE',
      city: NAME,
      firstName: NAME,
    },
  ],
  catalog: {
    standard: false,
    offers: [
      {
        key: 'hostile',
        commerce: 'marketplace',
        productId: 'DZH318Z0HOST',
        skuId: '0001',
        availabilityId: 'DZH318Z0HOSA',
        title: NAME,
        description: NAME,
        publisher: { name: NAME, kind: 'partner', site: 'https://hostile.example' },
        billingType: 'license',
        category: 'Enterprise',
        segments: ['Commercial'],
        terms: [{ termDuration: 'P1M', billingCycle: 'Monthly', price: '9.00', currency: 'USD', per: 'month' }],
        quantity: { min: 1, max: 10 },
        activation: { by: 'publisher' },
      },
    ],
  },
});

test('A name that looks like markup and like a formula is text on every screen', async ({ world, page, t }) => {
  page.on('dialog', (dialog) => {
    throw new Error(`The name was run: ${dialog.message()}`);
  });
  await world.open({ script: SCRIPT });
  const customer = `/customers/${await world.customerId(NAME)}`;
  const { id } = await world.buy(NAME, NAME);
  const { setUp } = await world.call<SubscriptionPage>('GET', `/dashboard/v1${customer}/subscriptions/${id}`);
  const offer = await world.offer(NAME, NAME);
  const line = { id: 0, catalogItemId: offer.catalogItemId, quantity: 1, billingCycle: 'Monthly', termDuration: 'P1M' };
  const cart = await world.call<Cart>('POST', `/v1${customer}/carts`, { lineItems: [{ ...line, friendlyName: NAME }] });
  for (const path of [
    '/',
    '/customers',
    `/customers?search=${encodeURIComponent(NAME)}`,
    `${customer}/subscriptions`,
    `${customer}/subscriptions/${id}`,
    `${customer}/orders`,
    `${customer}/account`,
    `${customer}/catalog/online-services`,
    `${customer}/review`,
    '/subscriptions',
    `/publisher/${setUp?.authorizationCode}`,
  ]) {
    await world.goto(path);
    await settle(page);
    await expect(page.getByText(NAME).first(), path).toBeVisible();
    await expect(page.locator('img'), path).toHaveCount(0);
  }
  await world.call('POST', `/v1${customer}/carts/${cart.id}/checkout`);
  await world.goto(`${customer}/confirmation/${cart.id}`);
  await expect(page.getByText(NAME).first()).toBeVisible();

  await world.goto(`${customer}/subscriptions/${id}`);
  const details = new SubscriptionScreen(page, t);
  await details.nickname.fill(`${NAME}2`);
  await details.submit.click();
  await expect(details.heading(`${NAME}2`)).toBeVisible();
  await page.getByRole('searchbox', { name: t.shell.search.label, exact: true }).fill('HYPERLINK');
  await expect(page.getByRole('option').filter({ hasText: NAME }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: t.shell.profile.button }).click();
  await expect(page.getByRole('menuitemradio', { name: NAME })).toBeVisible();
  await expect(page.locator('img')).toHaveCount(0);
});

for (const language of ['en', 'sv'] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test('An exported list defuses the formula and keeps the text', async ({ world, page, t }) => {
      await world.open({ script: SCRIPT });
      await world.buy(NAME, NAME);
      const separator = language === 'sv' ? ';' : ',';
      const quoted = `"'${NAME.replaceAll('"', '""')}"`;

      await world.goto('/customers');
      const customers = page.waitForEvent('download');
      await new CustomersScreen(page, t).export.click();
      const first = await readFile(await (await customers).path(), 'utf8');
      expect(first).toContain(`\uFEFFMicrosoft ID${separator}Company name${separator}`);
      expect(first).toContain(`${separator}${quoted}${separator}`);

      await world.goto(`/customers/${await world.customerId(NAME)}/subscriptions`);
      const subscriptions = page.waitForEvent('download');
      await new SubscriptionsScreen(page, t).export.click();
      const second = await readFile(await (await subscriptions).path(), 'utf8');
      expect(second).toContain(`${separator}${quoted}${separator}1${separator}`);
      for (const text of [first, second]) {
        for (const cell of text.split(/\r\n|[;,]/)) expect(cell.replace(/^"/, '')).not.toMatch(/^[=+@\t\r-]/);
      }
    });
  });
}
