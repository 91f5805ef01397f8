/** To a SKU with more services: the whole, a part, into what there is, or at the renewal (S0-85 … S0-93). */
import { expect, test } from '../fixtures';
import { CONTOSO } from '../scenario';
import { RenewalScreen, SubscriptionScreen } from '../screens/subscriptions';

const BASIC = 'Microsoft 365 Business Basic';
const STANDARD = 'Microsoft 365 Business Standard';
const PREMIUM = 'Microsoft 365 Business Premium';

// The other side panels and lists are told in the other language: each of them needs one.
test.use({ language: 'en' });

test('A part becomes a new subscription, then the rest the other SKU in its place', async ({ world, page, t }) => {
  await world.open();
  const { id } = await world.buy(CONTOSO, BASIC, { quantity: 10 });
  await world.visit(`/customers/{${CONTOSO}}/subscriptions/${id}`);
  const renewal = new RenewalScreen(page, t);
  const details = new SubscriptionScreen(page, t);
  await renewal.upgradeNow.click();
  await renewal.radio(STANDARD).check();
  await renewal.licenses.fill('4');
  await expect(renewal.panel).toContainText(t.terms.extent.partialNew);
  await expect(renewal.panel).toContainText(t.subscriptions.previewIrreversible);
  await renewal.submit.click();
  await expect(renewal.panel).toBeHidden();
  await expect(details.quantity).toHaveValue('6');

  await renewal.upgradeNow.click();
  await renewal.radio(PREMIUM).check();
  await expect(renewal.licenses).toHaveValue('6');
  await expect(renewal.panel).toContainText(t.terms.extent.fullNew);
  await renewal.submit.click();
  await expect(details.heading(PREMIUM)).toBeVisible();
  expect(page.url()).toContain(id);

  await world.visit(`/customers/{${CONTOSO}}/subscriptions`);
  await page.getByRole('link', { name: STANDARD, exact: true }).click();
  await expect(details.quantity).toHaveValue('4');
});

test('Licenses join what there is; the others follow at the renewal', async ({ world, page, t }) => {
  await world.open();
  const { id: joined } = await world.buy(CONTOSO, STANDARD, { quantity: 5 });
  await world.advance({ by: 'P4D' });
  const { id } = await world.buy(CONTOSO, BASIC, { quantity: 10 });
  // The other one has renewed, its window is closed, and it ends later than this one.
  await world.advance({ by: 'P30D' });
  await world.visit(`/customers/{${CONTOSO}}/subscriptions/${id}?panel=upgrade`);
  const renewal = new RenewalScreen(page, t);
  const details = new SubscriptionScreen(page, t);
  await renewal.radio(STANDARD).check();
  await renewal.radio(t.terms.existing).check();
  await renewal.licenses.fill('3');
  await expect(renewal.panel).toContainText(t.terms.extent.partialExisting);
  await expect(renewal.panel).toContainText('moveQuantity');
  await renewal.submit.click();
  await expect(details.quantity).toHaveValue('7');

  await renewal.upgradeNow.click();
  await renewal.radio(PREMIUM).check();
  await renewal.radio(t.terms.atRenewal).check();
  await expect(renewal.panel).toContainText(t.terms.extent.renewal);
  await expect(renewal.panel).toContainText(t.terms.licensesAutomatic);
  await renewal.submit.click();
  await expect(renewal.section).toContainText(t.terms.ofOffer(7, '7', PREMIUM));
  await world.advance({ by: 'P1M' });
  await expect(details.heading(PREMIUM)).toBeVisible();
  await world.visit(`/customers/{${CONTOSO}}/subscriptions/${joined}`);
  await expect(details.quantity).toHaveValue('8');
});
