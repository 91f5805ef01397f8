import type { CartView } from '../../src/api/dashboard';
import type { Cart } from '../../src/api/carts';
import { api, expect, test } from '../fixtures';
import { ADATUM } from '../scenario';
import { ConfirmationScreen, ReviewScreen } from '../screens/cart';
import { CatalogScreen } from '../screens/catalog';
import { CustomerFrame } from '../screens/customers';

/** New commerce, 1 to 300 licences. */
const OFFER = 'Microsoft 365 Business Basic';
const BAD = ['', ' ', '0', '301', '-1', '1.5', '1,5', '1e2', 'ten', '999999999999'];

test('No quantity that makes no sense gets into the cart, and what was typed stays', async ({ world, page, t }) => {
  await world.open({ path: `/customers/{${ADATUM}}/catalog/online-services?productType=OnlineServicesNCE` });
  const offer = await new CatalogScreen(page, t).find(OFFER);
  for (const text of BAD) {
    await offer.licenses.fill(text);
    await expect(offer.group.getByText(t.ui.notWholeNumber(1, 300)), `for “${text}”`).toBeVisible();
    await expect(offer.licenses).toHaveAttribute('aria-invalid', 'true');
    await offer.add.click();
    await expect(offer.licenses, `for “${text}”`).toBeFocused();
    await expect(offer.licenses).toHaveValue(text);
  }
  const { cart } = await world.call<CartView>('GET', `/dashboard/v1/customers/{${ADATUM}}/cart`);
  expect(cart).toBeNull();

  for (const text of ['1', '300']) {
    await offer.licenses.fill(text);
    await expect(offer.licenses).not.toHaveAttribute('aria-invalid', 'true');
    await offer.add.click();
    await expect(new CustomerFrame(page, t, ADATUM).cart(text === '1' ? 1 : 2)).toBeVisible();
  }
});

test('A cart with a quantity that makes no sense is not bought until it is put right', async ({ world, page, t }) => {
  await world.open({ path: `/customers/{${ADATUM}}/catalog/online-services?productType=OnlineServicesNCE` });
  await (await new CatalogScreen(page, t).find(OFFER)).add.click();
  await new CustomerFrame(page, t, ADATUM).cart(1).click();
  const review = new ReviewScreen(page, t);
  const { licenses } = review.line(OFFER);
  for (const text of ['0', '301', 'ten']) {
    await licenses.fill(text);
    await review.buy.click();
    await expect(page.getByText(t.cart.correctFirst)).toBeVisible();
    await expect(licenses).toBeFocused();
    await expect(licenses).toHaveValue(text);
  }
  await licenses.fill('20');
  // Bought is what stands there, though nothing but Buy was pressed after it was typed.
  await review.buy.click();
  await expect(new ConfirmationScreen(page, t).heading).toBeVisible();
  await expect(page.getByText(t.cart.licensesOf(20, '20'))).toBeVisible();
});

test('A bad quantity from elsewhere is kept in the cart with its reason and stops Buy', async ({ world, page, t }) => {
  await world.open();
  const offer = await world.offer(ADATUM, OFFER);
  const customer = `/v1/customers/${await world.customerId(ADATUM)}`;
  const line = {
    id: 0,
    catalogItemId: offer.catalogItemId,
    quantity: 301,
    billingCycle: 'Monthly',
    termDuration: 'P1Y',
  };
  const cart = await world.call<Cart>('POST', `${customer}/carts`, { lineItems: [line] });
  await world.visit(`/customers/{${ADATUM}}/review`);
  const review = new ReviewScreen(page, t);
  await expect(review.line(OFFER).group).toContainText('sold with 1 to 300 licenses');
  await expect(review.buy).toHaveAttribute('aria-disabled', 'true');
  await expect(review.buy).toHaveAccessibleDescription(/cannot be bought/);
  const refused = await api(page, 'POST', `${customer}/carts/${cart.id}/checkout`);
  expect(refused.status).toBe(400);

  for (const quantity of [0, -1, 1.5, '5', null]) {
    const answer = await api(page, 'POST', `${customer}/carts`, { lineItems: [{ ...line, quantity }] });
    expect(answer.status, `quantity ${JSON.stringify(quantity)}`).toBe(400);
  }

  await review.line(OFFER).licenses.fill('300');
  await review.line(OFFER).licenses.press('Enter');
  await expect(review.buy).not.toHaveAttribute('aria-disabled', 'true');
  await review.buy.click();
  await expect(new ConfirmationScreen(page, t).heading).toBeVisible();
});
