import type { OrderRow, Page as RowPage } from '../../src/api/dashboard';
import type { Fault } from '../../src/api/simulation';
import { expect, test, type World } from '../fixtures';
import { ADATUM } from '../scenario';
import { ConfirmationScreen, ReviewScreen } from '../screens/cart';
import { CatalogScreen } from '../screens/catalog';
import { CustomerFrame } from '../screens/customers';

const OFFER = 'Office 365 E3';
const CATALOG = `/customers/{${ADATUM}}/catalog/online-services?productType=OnlineServicesNCE`;

async function orders(world: World): Promise<number> {
  const page = await world.call<RowPage<OrderRow>>('GET', `/dashboard/v1/customers/{${ADATUM}}/orders`);
  return page.totalCount;
}

async function plant(world: World, faults: Fault[]): Promise<void> {
  await world.call('PUT', '/simulation/v1/faults', faults);
}

const CHECKOUT = { method: 'POST', path: '/v1/customers/*/carts/*/checkout' };

test('A double click on Buy buys once', async ({ world, page, t }) => {
  await world.open({ path: CATALOG });
  await (await new CatalogScreen(page, t).find(OFFER)).add.click();
  await new CustomerFrame(page, t, ADATUM).cart(1).click();
  await new ReviewScreen(page, t).buy.dblclick();
  await expect(new ConfirmationScreen(page, t).heading).toBeVisible();
  await expect(new ConfirmationScreen(page, t).orders).toHaveCount(1);
  expect(await orders(world)).toBe(1);
});

for (const [lost, fault] of [
  ['the answer gets lost after the purchase', { drop: true, phase: 'after' }],
  ['the request gets lost before the purchase', { drop: true, phase: 'before' }],
  ['the server answers 500 after the purchase', { status: 500, phase: 'after' }],
  ['the server says 429', { status: 429, retryAfter: 1, phase: 'before' }],
] as const) {
  test(`Buy buys once when ${lost}`, async ({ world, page, t }) => {
    await world.open({ path: CATALOG });
    await (await new CatalogScreen(page, t).find(OFFER)).add.click();
    await new CustomerFrame(page, t, ADATUM).cart(1).click();
    await expect(new ReviewScreen(page, t).buy).toBeVisible();
    await plant(world, [{ match: CHECKOUT, fault, times: 1 }]);
    await new ReviewScreen(page, t).buy.click();
    await expect(new ConfirmationScreen(page, t).heading).toBeVisible();
    expect(await orders(world)).toBe(1);
    const [planted] = await world.call<Fault[]>('GET', '/simulation/v1/faults');
    expect(planted?.acted, 'The fault has struck').toBe(1);
  });
}

test('When no answer comes at all the person is told, and trying again buys once', async ({ world, page, t }) => {
  await world.open({ path: CATALOG });
  await (await new CatalogScreen(page, t).find(OFFER)).add.click();
  await new CustomerFrame(page, t, ADATUM).cart(1).click();
  await expect(new ReviewScreen(page, t).buy).toBeVisible();
  await plant(world, [{ match: CHECKOUT, fault: { drop: true, phase: 'after' }, times: 3 }]);
  await new ReviewScreen(page, t).buy.click();
  await expect(page.getByRole('alert')).toContainText(t.common.transportError);
  await page.getByRole('alert').getByRole('button', { name: t.common.retry }).click();
  await expect(new ConfirmationScreen(page, t).heading).toBeVisible();
  expect(await orders(world)).toBe(1);
});

test('Add to cart adds one line when its answer gets lost, to a new cart and to one that is there', async ({
  world,
  page,
  t,
}) => {
  await world.open({ path: CATALOG });
  const offer = await new CatalogScreen(page, t).find(OFFER);
  const customer = new CustomerFrame(page, t, ADATUM);
  const lost = { drop: true, phase: 'after' } as const;
  await plant(world, [
    { match: { method: 'POST', path: '/v1/customers/*/carts' }, fault: lost, times: 1 },
    { match: { method: 'PUT', path: '/v1/customers/*/carts/*' }, fault: lost, times: 1 },
  ]);
  await offer.add.click();
  await expect(customer.cart(1)).toBeVisible();
  await offer.add.click();
  await expect(customer.cart(2)).toBeVisible();
  const faults = await world.call<Fault[]>('GET', '/simulation/v1/faults');
  expect(faults.map(({ acted }) => acted)).toEqual([1, 1]);
  await customer.cart(2).click();
  await expect(new ReviewScreen(page, t).lines).toHaveCount(2);
});
