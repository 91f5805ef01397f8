import { expect, test } from '../fixtures';
import { ADATUM } from '../scenario';
import { ConfirmationScreen, ReviewScreen } from '../screens/cart';
import { CatalogScreen } from '../screens/catalog';
import { CustomerFrame, CustomersScreen, OrdersScreen } from '../screens/customers';
import { Shell } from '../screens/shell';
import { SubscriptionScreen, SubscriptionsScreen } from '../screens/subscriptions';

const OFFER = 'Microsoft 365 Business Basic';

for (const language of ['en', 'sv'] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test('A customer buys licences, and the subscription is there under its name', async ({ world, page, t }) => {
      await world.open();
      await new Shell(page, t).go('customers');
      await new CustomersScreen(page, t).open(ADATUM);
      const customer = new CustomerFrame(page, t, ADATUM);
      await expect(new SubscriptionsScreen(page, t).heading).toBeVisible();
      await new SubscriptionsScreen(page, t).add.click();

      const catalog = new CatalogScreen(page, t);
      await expect(catalog.tab('onlineServices')).toHaveAttribute('aria-selected', 'true');
      await catalog.choose('publisher', t.catalog.publisherOf('Microsoft'));
      await catalog.choose('billingType', t.catalog.billingTypeOf('License'));
      await catalog.choose('category', t.catalog.categoryOf('SmallBusiness'));
      await catalog.choose('productType', t.catalog.productTypeOf('OnlineServicesNCE'));
      const offer = catalog.offer(OFFER);
      // The legacy offer of the same name is filtered out.
      await expect(offer.group).toHaveCount(1);
      await offer.chooseTerm('P1Y', 'Annual');
      await offer.licenses.fill('12');
      await offer.add.click();
      await expect(customer.cart(1)).toBeVisible();
      await catalog.review.click();

      const review = new ReviewScreen(page, t);
      await expect(review.heading).toBeVisible();
      await expect(review.lines).toHaveCount(1);
      await expect(review.line(OFFER).licenses).toHaveValue('12');
      await review.buy.click();

      const confirmation = new ConfirmationScreen(page, t);
      await expect(confirmation.heading).toBeVisible();
      const orderNumber = await confirmation.orderNumber();
      await confirmation.done.click();

      const orders = new OrdersScreen(page, t);
      await expect(orders.row(orderNumber)).toContainText(OFFER);
      await customer.go('subscriptions');
      const subscriptions = new SubscriptionsScreen(page, t);
      await expect(subscriptions.row(OFFER)).toContainText(t.ui.status.active);
      await expect(subscriptions.row(OFFER)).toContainText('12');
      await subscriptions.link(OFFER).click();

      const details = new SubscriptionScreen(page, t);
      await expect(details.heading(OFFER)).toBeVisible();
      await expect(details.details).toContainText(orderNumber);
      await details.nickname.fill('Kontor Malmö');
      await details.submit.click();
      await expect(details.heading('Kontor Malmö')).toBeVisible();
      await customer.go('subscriptions');
      await expect(subscriptions.link('Kontor Malmö')).toBeVisible();
      await expect(customer.cart(1)).toBeHidden();
    });
  });
}
