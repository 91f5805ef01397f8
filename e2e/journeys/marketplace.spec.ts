import { expect, test } from '../fixtures';
import { ADATUM } from '../scenario';
import { ConfirmationScreen, ReviewScreen } from '../screens/cart';
import { CatalogScreen } from '../screens/catalog';
import { CustomerFrame } from '../screens/customers';
import { PublisherScreen, SubscriptionScreen, SubscriptionsScreen } from '../screens/subscriptions';

const OFFER = 'Brixholt Ledger Team';

test('A marketplace purchase needs action until its publisher has assigned licences and confirmed the set-up', async ({
  world,
  page,
  t,
}) => {
  await world.open({ path: `/customers/{${ADATUM}}/catalog/online-services` });
  const offer = await new CatalogScreen(page, t).find(OFFER);
  await offer.chooseTerm('P1M', 'Monthly');
  await offer.licenses.fill('7');
  await offer.add.click();
  const customer = new CustomerFrame(page, t, ADATUM);
  await customer.cart(1).click();
  await new ReviewScreen(page, t).buy.click();

  const confirmation = new ConfirmationScreen(page, t);
  await expect(confirmation.goToPublisher).toBeVisible();
  await expect(page.getByText(t.cart.noMail)).toBeVisible();

  await test.step('It is listed as Action Needed, with the way to the publisher', async () => {
    await customer.go('subscriptions');
    const row = new SubscriptionsScreen(page, t).row(OFFER);
    await expect(row).toContainText('Action Needed');
    await row.getByRole('link', { name: t.subscriptions.goToPublisher }).click();
  });

  const publisher = new PublisherScreen(page, t);
  await publisher.assign.click();
  await expect(publisher.assign).toBeHidden();

  await test.step('One step alone does not start billing', async () => {
    await publisher.back.click();
    const details = new SubscriptionScreen(page, t);
    await expect(details.status).toContainText('Action Needed');
    await expect(page.getByText(t.subscriptions.noChargesTitle)).toBeVisible();
    await details.goToPublisher.click();
  });

  await publisher.confirm.click();
  await expect(publisher.complete).toBeVisible();
  await publisher.back.click();
  const details = new SubscriptionScreen(page, t);
  await expect(details.heading(OFFER)).toBeVisible();
  await expect(details.status).toContainText('Active');
  await expect(details.charges.getByRole('row')).toHaveCount(2);

  await customer.go('subscriptions');
  await expect(new SubscriptionsScreen(page, t).row(OFFER)).toContainText('Active');
});

test('The confirmation itself leads to the publisher', async ({ world, page, t }) => {
  await world.open({ path: `/customers/{${ADATUM}}/catalog/online-services` });
  const offer = await new CatalogScreen(page, t).find(OFFER);
  await offer.add.click();
  await new CustomerFrame(page, t, ADATUM).cart(1).click();
  await new ReviewScreen(page, t).buy.click();
  await new ConfirmationScreen(page, t).goToPublisher.click();
  await expect(page.getByRole('heading', { level: 1, name: t.publisher.title('Brixholt Software') })).toBeVisible();
  await expect(page.getByText(ADATUM)).toBeVisible();
});
