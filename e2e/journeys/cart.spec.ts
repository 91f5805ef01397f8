import type { CartView } from '../../src/api/dashboard';
import { expect, test } from '../fixtures';
import { ADATUM } from '../scenario';
import { ReviewScreen } from '../screens/cart';
import { CatalogScreen } from '../screens/catalog';
import { CustomerFrame } from '../screens/customers';
import { Shell } from '../screens/shell';

const FIRST = 'Office 365 E3';
const SECOND = 'Visio Plan 2';

test('The cart survives reload with everything that was changed in it', async ({ world, page, t }) => {
  await world.open({ path: `/customers/{${ADATUM}}/catalog/online-services?productType=OnlineServicesNCE` });
  const catalog = new CatalogScreen(page, t);
  await (await catalog.find(FIRST)).add.click();
  const customer = new CustomerFrame(page, t, ADATUM);
  await expect(customer.cart(1)).toBeVisible();
  await (await catalog.find(SECOND)).add.click();
  await customer.cart(2).click();

  const review = new ReviewScreen(page, t);
  const line = review.line(FIRST);
  await line.licenses.fill('42');
  await line.licenses.press('Enter');
  await line.term.selectOption('P3Y');
  await line.billing.selectOption('Annual');
  await line.nickname.fill('Huvudkontoret');
  await line.nickname.press('Enter');
  await review.line(SECOND).remove.click();
  await expect(review.lines).toHaveCount(1);
  await expect
    .poll(async () => (await world.call<CartView>('GET', `/dashboard/v1/customers/{${ADATUM}}/cart`)).lines)
    .toMatchObject([
      { title: FIRST, quantity: 42, termDuration: 'P3Y', billingCycle: 'Annual', friendlyName: 'Huvudkontoret' },
    ]);
  const total = await review.total.innerText();

  await world.reload();
  await expect(line.licenses).toHaveValue('42');
  await expect(line.term).toHaveValue('P3Y');
  await expect(line.billing).toHaveValue('Annual');
  await expect(line.nickname).toHaveValue('Huvudkontoret');
  expect(await review.total.innerText()).toBe(total);
  await new Shell(page, t).go('customers');
  await page.goBack();
  await expect(line.licenses).toHaveValue('42');
});

test('The cart expires seven days after it was created, on screen too', async ({ world, page, t }) => {
  await world.open({ path: `/customers/{${ADATUM}}/catalog/online-services?productType=OnlineServicesNCE` });
  await (await new CatalogScreen(page, t).find(FIRST)).add.click();
  const customer = new CustomerFrame(page, t, ADATUM);
  await customer.cart(1).click();
  const review = new ReviewScreen(page, t);
  await expect(review.lines).toHaveCount(1);
  const { cart } = await world.call<CartView>('GET', `/dashboard/v1/customers/{${ADATUM}}/cart`);
  const expiresAt = Date.parse(cart?.expiresAt ?? '');
  expect(expiresAt - Date.parse(cart?.createdAt ?? '')).toBe(7 * 24 * 60 * 60 * 1000);

  await world.advance({ to: new Date(expiresAt - 1000).toISOString() });
  await expect(new Shell(page, t).clock).toHaveAccessibleName(/Oct 25, 2021/);
  await expect(review.lines).toHaveCount(1);
  await world.advance({ by: 'PT1S' });
  await expect(page.getByRole('heading', { name: t.cart.noCartTitle })).toBeVisible();
  await expect(customer.cart(1)).toBeHidden();
  await page.getByRole('link', { name: t.cart.continueShopping }).click();
  await expect(new CatalogScreen(page, t).heading).toBeVisible();
});
