import type { Locator, Page } from 'playwright/test';
import { expect, test } from '../fixtures';
import { ADATUM } from '../scenario';
import { ConfirmationScreen, ReviewScreen } from '../screens/cart';
import { CatalogScreen } from '../screens/catalog';
import { CustomerFrame, CustomersScreen } from '../screens/customers';
import { Shell } from '../screens/shell';
import { SimulationPanel } from '../screens/simulation';
import { SubscriptionScreen, SubscriptionsScreen } from '../screens/subscriptions';

const OFFER = 'Microsoft 365 Business Basic';
const MOST_STEPS = 150;

/** Goes to a control by Tab (or Shift+Tab) alone. It must then be in view and show that it has the focus. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  for (let step = 0; step < MOST_STEPS; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      await expect(target).toBeInViewport();
      return;
    }
    await page.keyboard.press(key);
  }
  throw new Error(`${MOST_STEPS} steps of ${key} do not lead to ${String(target)}`);
}

async function press(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await tabTo(page, target, key);
  await page.keyboard.press('Enter');
}

test('A purchase by keyboard alone', async ({ world, page, t }) => {
  await world.open();
  const shell = new Shell(page, t);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: t.shell.skipToMain })).toBeFocused();
  await press(page, shell.navigation.getByRole('link', { name: t.shell.customers }));
  const customers = new CustomersScreen(page, t);
  await press(page, customers.link(ADATUM));
  await press(page, new SubscriptionsScreen(page, t).add);

  const catalog = new CatalogScreen(page, t);
  await expect(catalog.heading).toBeFocused();
  await tabTo(page, catalog.tab('onlineServices'));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(catalog.tab('software')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(catalog.tab('onlineServices')).toHaveAttribute('aria-selected', 'true');

  await tabTo(page, catalog.search);
  await page.keyboard.type(OFFER);
  await tabTo(page, catalog.filter('productType'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('New commerce o');
  await page.keyboard.press('Enter');
  await expect(catalog.filter('productType')).toHaveText(t.catalog.productTypeOf('OnlineServicesNCE'));
  const offer = catalog.offer(OFFER);
  await expect(offer.group).toHaveCount(1);
  await tabTo(page, offer.licenses);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('PageUp');
  await expect(offer.licenses).toHaveValue('12');
  await press(page, offer.add);
  const customer = new CustomerFrame(page, t, ADATUM);
  await expect(customer.cart(1)).toBeVisible();
  await press(page, catalog.review, 'Shift+Tab');

  const review = new ReviewScreen(page, t);
  await expect(review.heading).toBeFocused();
  await expect(review.line(OFFER).licenses).toHaveValue('12');
  await tabTo(page, review.line(OFFER).nickname);
  await page.keyboard.type('By keyboard');
  await press(page, review.buy);
  await expect(new ConfirmationScreen(page, t).heading).toBeFocused();
  await press(page, customer.navigation.getByRole('link', { name: t.customers.pages.subscriptions }), 'Shift+Tab');
  await press(page, new SubscriptionsScreen(page, t).link('By keyboard'));

  const details = new SubscriptionScreen(page, t);
  await tabTo(page, details.nickname);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Renamed');
  await page.keyboard.press('Enter');
  await expect(details.heading('Renamed')).toBeVisible();
});

test('The clock, the menus and the search box by keyboard alone', async ({ world, page, t }) => {
  await world.open();
  const shell = new Shell(page, t);
  await page.keyboard.press('/');
  await expect(shell.search).toBeFocused();
  await page.keyboard.type('adatum');
  await expect(page.getByRole('option', { name: ADATUM })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(new SubscriptionsScreen(page, t).heading).toBeFocused();

  await tabTo(page, shell.clock, 'Shift+Tab');
  await page.keyboard.press('Enter');
  const panel = new SimulationPanel(page, t);
  await expect(panel.panel).toBeVisible();
  await press(page, panel.day);
  await expect(panel.happened).toContainText('Oct 19, 2021');
  await tabTo(page, panel.panel.getByRole('tab', { name: t.simulation.tabs.clock, exact: true }), 'Shift+Tab');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(panel.history).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel.panel).toBeHidden();
  await expect(shell.clock).toBeFocused();

  await tabTo(page, page.getByRole('button', { name: t.shell.settings.button }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitemradio', { name: 'English' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Kunder' }).first()).toBeVisible();
});
