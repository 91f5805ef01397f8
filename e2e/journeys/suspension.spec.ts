/** Access off and on again (S0-41 … S0-45, S0-60 … S0-66). */
import { expect, test } from '../fixtures';
import { CONTOSO, partner, scenario } from '../scenario';
import { SubscriptionScreen } from '../screens/subscriptions';

// The screens are told in both languages elsewhere; this flow has one of them.
test.use({ language: 'sv' });

test('Legacy: credited while it is suspended, charged again from the day it comes back', async ({ world, page, t }) => {
  await world.open({ script: scenario({ partner: partner({ newCommercePreview: false }) }) });
  const { id } = await world.buy(CONTOSO, 'Office 365 E3', { quantity: 10 });
  await world.visit(`/customers/{${CONTOSO}}/subscriptions/${id}`);
  const details = new SubscriptionScreen(page, t);
  await details.suspended.check();
  await details.submit.click();
  await expect(details.dialog).toContainText('Cancel fee');
  await details.ok.click();
  await expect(details.dialog).toBeHidden();
  await expect(details.status).toContainText(t.ui.status.suspended);
  await expect(details.charges).toContainText('Cancel fee');
  await expect(details.quantity).toBeDisabled();

  await world.advance({ by: 'P3D' });
  await details.active.check();
  await details.submit.click();
  await details.ok.click();
  await expect(details.dialog).toBeHidden();
  await expect(details.active).toBeChecked();
  await expect(details.charges.getByRole('row')).toHaveCount(4);
});

test('New commerce: billing goes on, and auto-renew must be turned on again by hand', async ({ world, page, t }) => {
  await world.open();
  const { id } = await world.buy(CONTOSO, 'Microsoft 365 Business Basic', { quantity: 10 });
  await world.visit(`/customers/{${CONTOSO}}/subscriptions/${id}`);
  const details = new SubscriptionScreen(page, t);
  await expect(page.getByRole('radio', { name: t.subscriptions.suspend, exact: true })).toBeVisible();
  await expect(details.autoRenew).toBeChecked();
  await details.suspended.check();
  await details.submit.click();
  await details.ok.click();
  await expect(details.dialog).toBeHidden();
  await expect(details.status).toContainText(t.ui.status.suspended);
  await expect(details.charges.getByRole('row')).toHaveCount(2);

  await details.active.check();
  await details.submit.click();
  await details.ok.click();
  await expect(details.dialog).toBeHidden();
  await expect(details.active).toBeChecked();
  await expect(details.autoRenew).not.toBeChecked();
  await details.autoRenew.check();
  await details.submit.click();
  await details.ok.click();
  await expect(details.dialog).toBeHidden();
  await expect(details.autoRenew).toBeChecked();
});

test('Suspended too long, it and its data are deleted for good', async ({ world, page, t }) => {
  await world.open();
  const { id } = await world.buy(CONTOSO, 'Microsoft 365 Business Basic', { quantity: 10, term: 1 });
  await world.edit(CONTOSO, id, { status: 'suspended' });
  await world.advance({ by: 'P89D' });
  await world.visit(`/customers/{${CONTOSO}}/subscriptions/${id}`);
  const details = new SubscriptionScreen(page, t);
  await expect(details.active).toBeEnabled();
  await world.advance({ by: 'P1D' });
  await expect(details.status).toContainText(t.ui.status.deleted);
  await expect(details.active).toBeHidden();
});
