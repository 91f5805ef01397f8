/** Legacy add-ons stand on a base subscription and go with it (S0-32 … S0-39). */
import { expect, test } from '../fixtures';
import { CONTOSO, partner, scenario } from '../scenario';
import { SubscriptionScreen, SubscriptionsScreen } from '../screens/subscriptions';

const ADD_ON = 'Microsoft 365 Audio Conferencing';

// The screens are told in both languages elsewhere; this flow has one of them.
test.use({ language: 'sv' });

test('Bought below the Status section, charged for the rest of the period, suspended and back with the base', async ({
  world,
  page,
  t,
}) => {
  await world.open({ script: scenario({ partner: partner({ newCommercePreview: false }) }) });
  const { id } = await world.buy(CONTOSO, 'Office 365 E3', { quantity: 10 });
  await world.advance({ by: 'P10D' });
  await world.visit(`/customers/{${CONTOSO}}/subscriptions/${id}`);
  const details = new SubscriptionScreen(page, t);
  await details.addOn(ADD_ON).fill('4');
  await details.submit.click();
  await expect(details.dialog).toContainText('Prorate fees when purchase');
  await details.ok.click();
  await expect(details.dialog).toBeHidden();
  await expect(details.addOn(ADD_ON)).toHaveValue('4');

  await details.suspended.check();
  await details.submit.click();
  await expect(details.dialog).toContainText(ADD_ON);
  await details.ok.click();
  await expect(details.dialog).toBeHidden();
  await world.visit(`/customers/{${CONTOSO}}/subscriptions`);
  const list = new SubscriptionsScreen(page, t);
  await expect(list.row(ADD_ON)).toContainText(t.ui.status.suspended);

  await world.visit(`/customers/{${CONTOSO}}/subscriptions/${id}`);
  await details.active.check();
  await details.submit.click();
  await details.ok.click();
  await expect(details.dialog).toBeHidden();
  await world.visit(`/customers/{${CONTOSO}}/subscriptions`);
  await expect(list.row(ADD_ON)).toContainText(t.ui.status.active);
});
