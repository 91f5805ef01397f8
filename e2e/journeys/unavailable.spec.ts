import type { Page } from 'playwright/test';
import type { CustomerPage } from '../../src/api/dashboard';
import type { Messages } from '../../src/i18n/messages/en';
import { expect, test, type World } from '../fixtures';
import { ADATUM, CONTOSO, LITWARE, partner, scenario, type Scenario } from '../scenario';
import { CatalogScreen } from '../screens/catalog';
import { SubscriptionScreen, SubscriptionsScreen } from '../screens/subscriptions';

interface Case {
  readonly reason: string;
  readonly offer: string;
  readonly tab?: 'software' | 'azure';
  readonly customer?: string;
  readonly script?: Scenario;
  /** What brings the reason about. */
  readonly before?: (world: World) => Promise<unknown>;
  readonly says: RegExp;
  readonly wayOut?:
    | { readonly link: 'reactivate' | 'openExisting'; readonly opens: string }
    | { readonly link: 'contactPublisher' | 'azurePortal'; readonly href: RegExp }
    | { readonly link: 'showBases'; readonly base: string };
}

const AZURE: Case['wayOut'] = { link: 'azurePortal', href: /^https:\/\/portal\.azure\.com\// };

const CASES: readonly Case[] = [
  {
    reason: 'one subscription per customer',
    offer: 'Power Virtual Agents',
    before: (world) => world.buy(CONTOSO, 'Power Virtual Agents'),
    says: /already has this subscription, and only one is allowed/,
    wayOut: { link: 'openExisting', opens: 'Power Virtual Agents' },
  },
  {
    reason: 'a suspended subscription',
    offer: 'Exchange Online Kiosk',
    before: async (world) => {
      const { id } = await world.buy(CONTOSO, 'Exchange Online Kiosk');
      await world.edit(CONTOSO, id, { status: 'suspended' });
    },
    says: /is suspended\. Reactivate it/,
    wayOut: { link: 'reactivate', opens: 'Exchange Online Kiosk' },
  },
  {
    reason: 'a customer in a country that the publisher does not serve',
    offer: 'Brixholt Ledger Nordic',
    says: /does not sell this offer to customers in Germany/,
  },
  { reason: 'not published to CSP', offer: 'Brixholt Ledger Direct', says: /not sell this offer through CSP/ },
  {
    reason: 'an offer for certain partners only',
    offer: 'Brixholt Ledger Invited',
    says: /only to certain CSP partners/,
    wayOut: { link: 'contactPublisher', href: /^https:\/\/brixholt-software\.example/ },
  },
  {
    reason: 'a container',
    offer: 'Brixholt Ledger Appliance',
    says: /Container offers must be bought in the Azure portal/,
    wayOut: AZURE,
  },
  {
    reason: 'a usage-based offer of the Azure portal',
    offer: 'Oskavik Monitor Probe image',
    says: /cannot be bought here.*Azure portal/,
    wayOut: AZURE,
  },
  {
    reason: 'an add-on without its base',
    offer: 'Microsoft Teams Phone Standard',
    says: /not purchasable without a compatible base product/,
    wayOut: { link: 'showBases', base: 'Microsoft 365 E5' },
  },
  {
    reason: 'a limit of two at the same time',
    offer: 'Microsoft 365 Business Premium',
    before: async (world) => {
      await world.buy(CONTOSO, 'Microsoft 365 Business Premium');
      await world.buy(CONTOSO, 'Microsoft 365 Business Premium');
    },
    says: /at most 2 times at the same time/,
    wayOut: { link: 'openExisting', opens: 'Microsoft 365 Business Premium' },
  },
  {
    reason: 'a trial that was used before',
    offer: 'Visio Plan 2 Trial',
    before: (world) => world.buy(CONTOSO, 'Visio Plan 2 Trial'),
    says: /can buy this offer only once in all/,
    wayOut: { link: 'openExisting', opens: 'Visio Plan 2 Trial' },
  },
  {
    reason: 'a trial of what the customer has paid for',
    offer: 'Power BI Pro Trial',
    before: (world) => world.buy(CONTOSO, 'Power BI Pro'),
    says: /already owns the paid version/,
    wayOut: { link: 'openExisting', opens: 'Power BI Pro' },
  },
  {
    reason: 'a reservation without an Azure plan',
    offer: 'Reserved Cosmos DB, 100 RU/s, EU West',
    tab: 'azure',
    says: /needs an active Azure plan/,
  },
  {
    reason: 'a reservation in a market without them',
    offer: 'Reserved Cosmos DB, 100 RU/s, EU West',
    tab: 'azure',
    customer: 'Andorra Trading',
    script: scenario({
      customers: [{ key: 'andorra', companyName: 'Andorra Trading', domain: 'andorra.onmicrosoft.com', country: 'AD' }],
    }),
    says: /Azure reservations are not sold to customers in Andorra/,
  },
];

async function checkRow(
  { world, page, t }: { world: World; page: Page; t: Messages },
  { offer, tab, customer = CONTOSO, script, before, says, wayOut }: Case,
): Promise<void> {
  await world.begin(script);
  await before?.(world);
  await world.visit(`/customers/{${customer}}/catalog/${tab ?? 'online-services'}`);
  const catalog = new CatalogScreen(page, t);
  await catalog.search.fill(offer);
  const row = catalog.offer(offer).group.filter({ hasText: says });
  await expect(row).toHaveCount(1);
  await expect(row.getByRole('spinbutton')).toHaveCount(0);
  const add = row.getByRole('button', { name: t.catalog.addToCart });
  await expect(add).toHaveAttribute('aria-disabled', 'true');
  await expect(add).toHaveAccessibleDescription(says);

  const { purchase, catalogItemId } = await world.offer(customer, offer);
  const listed = await world.call<{ items: { title: string }[] }>(
    'GET',
    `/dashboard/v1/customers/{${customer}}/catalog?tab=${tab ?? 'onlineServices'}&search=${encodeURIComponent(offer)}`,
  );
  expect(listed.items.length).toBeGreaterThan(0);
  expect(purchase.allowed, catalogItemId).toBe(false);

  if (!wayOut) {
    await expect(row.getByRole('link')).toHaveCount(0);
    return;
  }
  switch (wayOut.link) {
    case 'openExisting':
    case 'reactivate':
      await row.getByRole('link', { name: t.catalog[wayOut.link] }).click();
      await expect(new SubscriptionScreen(page, t).heading(wayOut.opens)).toBeVisible();
      if (wayOut.link === 'reactivate') await expect(new SubscriptionScreen(page, t).reactivate).toBeEnabled();
      return;
    case 'contactPublisher':
    case 'azurePortal':
      await expect(row.getByRole('link', { name: t.catalog[wayOut.link] })).toHaveAttribute('href', wayOut.href);
      await expect(row.getByRole('link', { name: t.catalog[wayOut.link] })).toHaveAttribute('target', '_blank');
      return;
    case 'showBases':
      await row.getByRole('button', { name: t.catalog.showBases }).click();
      await row.getByRole('link', { name: wayOut.base, exact: true }).click();
      await expect(catalog.search).toHaveValue(wayOut.base);
      await expect(catalog.offer(wayOut.base).group.first()).toBeVisible();
  }
}

for (const half of [0, 1]) {
  test(`What cannot be bought says so in its row and shows the way out: half ${half + 1}`, async ({
    world,
    page,
    t,
  }) => {
    test.slow();
    await world.open();
    for (const each of CASES.filter((_, index) => index % 2 === half)) {
      await test.step(each.reason, () => checkRow({ world, page, t }, each));
    }
  });
}

const BARRED: readonly {
  readonly why: string;
  readonly script: Scenario;
  readonly customer: string;
  readonly says: RegExp;
}[] = [
  {
    why: 'the customer has not accepted the agreement',
    script: scenario(),
    customer: LITWARE,
    says: /has not accepted the Microsoft Customer Agreement/,
  },
  {
    why: 'the partner is restricted',
    script: scenario({ partner: partner({ restricted: true }) }),
    customer: ADATUM,
    says: /is restricted and cannot make new purchases/,
  },
  {
    why: 'an indirect reseller does not buy itself',
    script: scenario({ partner: partner({ type: 'indirectReseller' }) }),
    customer: ADATUM,
    says: /indirect reseller cannot buy/,
  },
];

test('Where nothing can be sold it is said before anything is chosen', async ({ world, page, t }) => {
  await world.open();
  for (const { why, script, customer, says } of BARRED) {
    await test.step(why, async () => {
      await world.begin(script);
      await world.visit(`/customers/{${customer}}/subscriptions`);
      const { add } = new SubscriptionsScreen(page, t);
      await expect(add).toHaveAttribute('aria-disabled', 'true');
      await expect(add).toHaveAccessibleDescription(says);
      await add.press('Enter');
      await expect(page).toHaveURL(/subscriptions$/);

      const { addSubscription } = await world.call<CustomerPage>('GET', `/dashboard/v1/customers/{${customer}}`);
      expect(addSubscription.allowed).toBe(false);

      await world.visit(`/customers/{${customer}}/catalog/online-services`);
      await expect(page.getByText(says)).toBeVisible();
      await page.getByRole('link', { name: t.catalog.openAccount }).click();
      await expect(page.getByRole('heading', { level: 1, name: t.customers.pages.account })).toBeVisible();
    });
  }
});

test('Without the technical preview there is no new commerce in the catalog', async ({ world, page, t }) => {
  await world.open({ script: scenario({ partner: partner({ newCommercePreview: false }) }) });
  await world.visit(`/customers/{${CONTOSO}}/catalog/online-services`);
  const catalog = new CatalogScreen(page, t);
  await expect(catalog.rows.first()).toBeVisible();
  await expect(catalog.rows.filter({ hasText: t.catalog.newCommerce })).toHaveCount(0);
  const { totalCount } = await world.call<{ totalCount: number }>(
    'GET',
    `/dashboard/v1/customers/{${CONTOSO}}/catalog?productType=OnlineServicesNCE`,
  );
  expect(totalCount).toBe(0);
});
