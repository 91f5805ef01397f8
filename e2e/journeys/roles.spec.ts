import type { HistoryEvent } from '../../src/api/simulation';
import { api, expect, test, type World } from '../fixtures';
import { ADATUM, scenario } from '../scenario';
import { ReviewScreen } from '../screens/cart';
import { CatalogScreen } from '../screens/catalog';
import { CustomerFrame, CustomersScreen } from '../screens/customers';
import { Shell } from '../screens/shell';
import { SubscriptionScreen, SubscriptionsScreen } from '../screens/subscriptions';

const ISV = 'Brixholt Ledger Team';

function history(world: World): Promise<HistoryEvent[]> {
  return world.call<HistoryEvent[]>('GET', '/simulation/v1/history?size=10000');
}

test('Without the role a marketplace subscription cannot be renamed: the button says why, the API answers 403', async ({
  world,
  page,
  t,
}) => {
  await world.open();
  const { id } = await world.buy(ADATUM, ISV);
  await world.visit(`/customers/{${ADATUM}}/subscriptions/${id}`);
  const details = new SubscriptionScreen(page, t);
  const shell = new Shell(page, t);
  await expect(details.submit).toBeEnabled();

  await shell.signIn('Ben Billing');
  await expect(details.submit).toHaveAttribute('aria-disabled', 'true');
  await expect(details.submit).toHaveAccessibleDescription(/roles: Global admin or Admin agent/);
  const before = await history(world);
  const path = `/v1/customers/${await world.customerId(ADATUM)}/subscriptions/${id}`;
  const resource = await world.call<object>('GET', path);
  const answer = await api<{ code: number }>(page, 'PATCH', path, { ...resource, friendlyName: 'Mine now' });
  expect(answer.status).toBe(403);
  expect(answer.body.code).toBe(900308);
  await expect(details.heading(ISV)).toBeVisible();
  const after = await history(world);
  expect(after.slice(0, before.length)).toEqual(before);
  expect(after.length, 'The refusal is in the activity log').toBe(before.length + 1);

  await shell.signIn('Anna Admin');
  await details.nickname.fill('Ours');
  await details.submit.click();
  await expect(details.heading('Ours')).toBeVisible();
});

test('A default user sees no customers and buys nothing, by screen or API', async ({ world, page, t }) => {
  await world.open();
  const customerId = await world.customerId(ADATUM);
  const { catalogItemId } = await world.offer(ADATUM, 'Office 365 E3');
  await world.visit('/customers');
  await new Shell(page, t).signIn('Emil Default');
  await expect(page.getByText(/do not allow you to see customers/)).toBeVisible();
  await expect(new CustomersScreen(page, t).table).toBeHidden();
  for (const path of [
    '/',
    '/subscriptions',
    `/customers/${customerId}/subscriptions`,
    `/customers/${customerId}/catalog/online-services`,
    `/customers/${customerId}/review`,
  ]) {
    await world.visit(path);
    await expect(page.getByRole('heading', { name: t.common.refusedTitle }).first(), path).toBeVisible();
  }
  const lineItems = [{ lineItemNumber: 0, offerId: catalogItemId, quantity: 1, termDuration: 'P1Y' }];
  const order = await api<{ code: number }>(page, 'POST', `/v1/customers/${customerId}/orders`, { lineItems });
  expect([order.status, order.body.code]).toEqual([403, 900308]);
  await world.signIn('anna');
  expect((await world.call<{ totalCount: number }>('GET', `/v1/customers/${customerId}/orders`)).totalCount).toBe(0);
});

test('Who may buy licences but not software is stopped at the software, with the reason', async ({
  world,
  page,
  t,
}) => {
  await world.open({ script: scenario(), path: `/customers/{${ADATUM}}/subscriptions` });
  await new Shell(page, t).signIn('Ben Billing');
  await new SubscriptionsScreen(page, t).add.click();
  const catalog = new CatalogScreen(page, t);
  await catalog.tab('software').click();
  const title = 'Windows Server 2022 - 1 User CAL';
  await (await catalog.find(title)).add.click();
  await new CustomerFrame(page, t, ADATUM).cart(1).click();
  const review = new ReviewScreen(page, t);
  await expect(review.line(title).group).toContainText(/do not allow you to buy software/);
  await expect(review.buy).toHaveAttribute('aria-disabled', 'true');
  await new Shell(page, t).signIn('Anna Admin');
  await expect(review.buy).not.toHaveAttribute('aria-disabled', 'true');
});
