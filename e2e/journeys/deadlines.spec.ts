/** What runs out first, and the way to act on it. */
import { expect, test } from '../fixtures';
import { ADATUM, CONTOSO } from '../scenario';
import { SubscriptionScreen } from '../screens/subscriptions';

test('Windows of all customers, soonest first; from there it is cancelled', async ({ world, page, t }) => {
  await world.open();
  const cancellable = await world.buy(ADATUM, 'Microsoft 365 Business Basic', { quantity: 10 });
  await world.advance({ by: 'P1D' });
  await world.buy(CONTOSO, 'Microsoft 365 Business Basic', { quantity: 3 });
  await world.visit('/deadlines');
  const table = page.getByRole('table', { name: t.deadlines.title });
  const rows = table.getByRole('row');
  // A day's full refund of today runs out before the three days of yesterday.
  await expect(rows.nth(1)).toContainText(CONTOSO);
  await expect(rows.nth(2)).toContainText(ADATUM);
  await page.goto(await world.fill(`/customers/{${ADATUM}}/deadlines`));
  await expect(rows.nth(1)).toContainText('Microsoft 365 Business Basic');
  await expect(table).not.toContainText(CONTOSO);
  await world.visit(`/customers/{${ADATUM}}/subscriptions/${cancellable.id}?cancel=1`);
  const details = new SubscriptionScreen(page, t);
  await details.confirmCancel.click();
  await expect(details.status).toContainText(t.ui.status.canceled);
  await world.visit(`/customers/{${ADATUM}}/deadlines`);
  await expect(page.getByText(t.deadlines.emptyTitle)).toBeVisible();
});
