import { expect, type World } from '../fixtures';
import { ConfirmationScreen, ReviewScreen } from './cart';
import { CatalogScreen } from './catalog';
import { CustomerFrame, CustomersScreen } from './customers';
import { Shell } from './shell';
import { SubscriptionsScreen } from './subscriptions';

/** The whole way of a purchase by links and buttons, without loading a page; ends at the list of subscriptions. */
export async function buyOnScreen({ page, t }: World, customerName: string, offer: string): Promise<void> {
  await new Shell(page, t).go('customers');
  await new CustomersScreen(page, t).open(customerName);
  await new SubscriptionsScreen(page, t).add.click();
  const catalog = new CatalogScreen(page, t);
  await catalog.choose('productType', t.catalog.productTypeOf('OnlineServicesNCE'));
  await (await catalog.find(offer)).add.click();
  const customer = new CustomerFrame(page, t, customerName);
  await customer.cart(1).click();
  await new ReviewScreen(page, t).buy.click();
  await expect(new ConfirmationScreen(page, t).heading).toBeVisible();
  await customer.go('subscriptions');
  await expect(new SubscriptionsScreen(page, t).link(offer)).toBeVisible();
}
