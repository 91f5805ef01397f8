/** Auto-renew of many subscriptions at once: tried first, then done, with an answer for each (S0-72). */
import { expect, test } from '../fixtures';
import { CONTOSO, partner, scenario } from '../scenario';
import { SubscriptionsScreen } from '../screens/subscriptions';

/** Of the marketplace; legacy subscriptions always renew. */
const SWITCHABLE = 'Lindquarrel Wiki Writer';

test('A dry run says what would happen to each; then it happens', async ({ world, page, t }) => {
  await world.open({ script: scenario({ partner: partner({ newCommercePreview: false }) }) });
  await world.buy(CONTOSO, SWITCHABLE);
  const fixed = await world.buy(CONTOSO, 'Office 365 E3', { quantity: 10 });
  await world.visit('/subscriptions');
  const list = new SubscriptionsScreen(page, t);
  await expect(list.link(SWITCHABLE)).toBeVisible();
  await page.getByRole('checkbox', { name: t.bulk.selectAll }).check();
  await page.getByRole('button', { name: t.bulk.turnOff, exact: true }).click();
  const panel = page.getByRole('dialog');
  await expect(panel).toContainText(t.bulk.wouldTurnOff);
  await expect(panel).toContainText(t.bulk.wouldBeRefused);
  await panel.getByRole('button', { name: t.bulk.apply(1, '1') }).click();
  await expect(panel).toContainText(t.bulk.turnedOff);
  await expect(panel).toContainText(t.bulk.refused);
  const after = await world.call<{ autoRenewEnabled: boolean }>(
    'GET',
    `/v1/customers/{${CONTOSO}}/subscriptions/${fixed.id}`,
  );
  expect(after.autoRenewEnabled).toBe(true);
});
