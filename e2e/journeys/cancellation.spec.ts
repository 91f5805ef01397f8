/** Taking a purchase back (S0-49 … S0-59, S0-67 … S0-69). */
import { expect, test } from '../fixtures';
import { ADATUM, CONTOSO } from '../scenario';
import { SubscriptionScreen, SubscriptionsScreen } from '../screens/subscriptions';

const SAAS = 'Lindquarrel Wiki Writer';

// The screens are told in both languages elsewhere; this flow has one of them.
test.use({ language: 'sv' });

test('Marketplace: Cancel in the Status column, Submit, details, Submit, and a last question', async ({
  world,
  page,
  t,
}) => {
  await world.open();
  await world.buy(ADATUM, SAAS);
  await world.visit(`/customers/{${ADATUM}}/subscriptions`);
  const row = new SubscriptionsScreen(page, t).row(SAAS);
  await row.getByRole('link', { name: t.bulk.cancel }).click();
  const details = new SubscriptionScreen(page, t);
  await expect(details.heading(SAAS)).toBeVisible();
  await details.submit.click();
  await expect(details.dialog).toContainText(t.subscriptions.cancelDetailsTitle(SAAS));
  await details.dialog
    .getByRole('combobox', { name: t.subscriptions.cancelReason })
    .selectOption(t.subscriptions.cancelReasons.wrongProduct);
  await details.dialog.getByRole('textbox', { name: t.subscriptions.cancelNote }).fill('The small one was meant');
  await details.dialog.getByRole('button', { name: t.subscriptions.submit, exact: true }).click();
  await expect(details.dialog).toContainText(t.subscriptions.previewIrreversible);
  await details.confirmCancel.click();
  await expect(details.dialog).toBeHidden();
  await expect(details.status).toContainText(t.ui.status.canceled);
  await expect(details.cancel).toBeHidden();
  await expect(details.history).toContainText(t.subscriptions.cancelReasons.wrongProduct);
  await expect(details.history).toContainText('The small one was meant');
});

test('New commerce: a refund by the day within 72 hours, then the whole term is charged', async ({
  world,
  page,
  t,
}) => {
  await world.open();
  const early = await world.buy(CONTOSO, 'Microsoft 365 Business Basic', { quantity: 10 });
  const late = await world.buy(CONTOSO, 'Microsoft 365 Business Basic', { quantity: 3 });
  await world.advance({ by: 'P2D' });
  await world.visit(`/customers/{${CONTOSO}}/subscriptions/${early.id}`);
  const details = new SubscriptionScreen(page, t);
  await details.cancel.click();
  await expect(details.dialog).toContainText('cancelImmediate');
  await details.confirmCancel.dblclick();
  await expect(details.dialog).toBeHidden();
  await expect(details.status).toContainText(t.ui.status.canceled);
  await expect(details.charges.getByRole('row')).toHaveCount(3);

  await world.advance({ by: 'P1D' });
  await world.visit(`/customers/{${CONTOSO}}/subscriptions/${late.id}`);
  await expect(details.cancel).toHaveAttribute('aria-disabled', 'true');
  await expect(details.status).toContainText('inom 72 timmar');
});
