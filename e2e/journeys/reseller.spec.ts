import { expect, test } from '../fixtures';
import { ADATUM, partner, scenario } from '../scenario';
import { ConfirmationScreen, ReviewScreen } from '../screens/cart';
import { CatalogScreen } from '../screens/catalog';
import { CustomerFrame } from '../screens/customers';
import { SubscriptionScreen } from '../screens/subscriptions';

const OFFER = 'Office 365 E3';
const CATALOG = `/customers/{${ADATUM}}/catalog/online-services?productType=OnlineServicesNCE`;

test('An indirect provider sells a line through one of its resellers', async ({ world, page, t }) => {
  const script = scenario({
    partner: partner({
      type: 'indirectProvider',
      resellers: [
        { mpnId: '7000001', name: 'Northern Resale' },
        { mpnId: '7000002', name: 'Southern Resale' },
      ],
    }),
  });
  await world.open({ script, path: CATALOG });
  await (await new CatalogScreen(page, t).find(OFFER)).add.click();
  await new CustomerFrame(page, t, ADATUM).cart(1).click();
  const review = new ReviewScreen(page, t);
  const { reseller, group } = review.line(OFFER);

  await test.step('An MPN ID that nobody has is refused and stops Buy', async () => {
    await reseller.fill('1234567');
    await reseller.press('Tab');
    await expect(group).toContainText('MPN ID 1234567');
    await expect(review.buy).toHaveAttribute('aria-disabled', 'true');
  });

  await reseller.click();
  await page.getByRole('option', { name: t.cart.resellerOption('Southern Resale', '7000002') }).click();
  await expect(reseller).toHaveValue('Southern Resale (7000002)');
  await expect(review.buy).not.toHaveAttribute('aria-disabled', 'true');
  await review.buy.click();
  await new ConfirmationScreen(page, t).subscription(OFFER).click();
  await expect(new SubscriptionScreen(page, t).details).toContainText('Southern Resale (7000002)');
  const { items } = await world.call<{ items: { partnerId?: string }[] }>(
    'GET',
    `/v1/customers/{${ADATUM}}/subscriptions`,
  );
  expect(items.map(({ partnerId }) => partnerId)).toEqual(['7000002']);
});

test('A direct bill partner is not asked for a reseller', async ({ world, page, t }) => {
  await world.open({ path: CATALOG });
  await (await new CatalogScreen(page, t).find(OFFER)).add.click();
  await new CustomerFrame(page, t, ADATUM).cart(1).click();
  const line = new ReviewScreen(page, t).line(OFFER);
  await expect(line.nickname).toBeVisible();
  await expect(line.reseller).toHaveCount(0);
});
