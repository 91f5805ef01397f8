/** What the next term will be: chosen, saved, deleted on the way, saved again, and what becomes of it (S0-74 … S0-84). */
import { formatFor } from '../../src/i18n/format';
import { expect, test } from '../fixtures';
import { CONTOSO } from '../scenario';
import { RenewalScreen, SubscriptionScreen } from '../screens/subscriptions';

// The other side panels and lists are told in the other language: each of them needs one.
test.use({ language: 'sv' });

test('Manage renewals: current beside changed, saved, and there at the renewal', async ({
  world,
  page,
  t,
  language,
}) => {
  const format = formatFor(language);
  await world.open();
  const { id } = await world.buy(CONTOSO, 'Microsoft 365 Business Basic', { quantity: 10 });
  await world.advance({ by: 'P5D' });
  await world.visit(`/customers/{${CONTOSO}}/subscriptions/${id}`);
  const renewal = new RenewalScreen(page, t);
  await renewal.manageRenewals.click();
  await expect(renewal.panel).toHaveAccessibleName(t.terms.manageRenewals);
  const columns = renewal.panel.getByRole('table', { name: t.terms.manageRenewals }).getByRole('columnheader');
  await expect(columns).toHaveText([t.terms.current, t.terms.changeTo]);

  await renewal.sku.selectOption('Microsoft 365 Business Standard');
  await renewal.quantity.fill('301');
  await expect(renewal.panel).toContainText(t.ui.notWholeNumber(1, 300));
  await renewal.submit.click();
  await expect(renewal.quantity).toHaveValue('301');
  await renewal.quantity.fill('8');
  await renewal.term.selectOption('P1Y');
  await renewal.frequency.selectOption('Annual');
  await expect(renewal.panel).toContainText(t.terms.licensesManual);
  // 8 × €126.00
  await expect(renewal.panel).toContainText(format.money('1008.00', 'EUR'));
  await renewal.submit.click();
  await expect(renewal.panel).toBeHidden();
  await expect(renewal.manageRenewals).toBeFocused();
  const next = t.terms.ofOffer(8, '8', 'Microsoft 365 Business Standard');
  await expect(renewal.section).toContainText(next);

  await renewal.change.click();
  await expect(renewal.quantity).toHaveValue('8');
  await page.goBack();
  await expect(renewal.panel).toBeHidden();

  await world.advance({ by: 'P1M' });
  const details = new SubscriptionScreen(page, t);
  await expect(details.quantity).toHaveValue('8');
  await expect(details.charges).toContainText(format.money('1008.00', 'EUR'));
  await expect(renewal.remove).toBeHidden();
});

test('A change of the licenses deletes what was saved, and one action saves it again', async ({ world, page, t }) => {
  await world.open();
  const { id } = await world.buy(CONTOSO, 'Microsoft 365 Business Basic', { quantity: 10 });
  await world.visit(`/customers/{${CONTOSO}}/subscriptions/${id}?panel=renewals`);
  const renewal = new RenewalScreen(page, t);
  await renewal.quantity.fill('4');
  await renewal.submit.click();
  await expect(renewal.remove).toBeVisible();

  const details = new SubscriptionScreen(page, t);
  await details.quantity.fill('12');
  await details.submit.click();
  await expect(details.dialog).toContainText(t.terms.ofOffer(4, '4', 'Microsoft 365 Business Basic'));
  await details.ok.click();
  await expect(details.dialog).toBeHidden();
  await expect(renewal.remove).toBeHidden();

  await renewal.saveAgain.click();
  await expect(renewal.panel).toContainText(t.terms.nothingNow);
  await renewal.ok.click();
  await expect(renewal.panel).toBeHidden();
  await expect(renewal.saveAgain).toBeHidden();
  await renewal.remove.click();
  await renewal.ok.click();
  await expect(renewal.panel).toBeHidden();
  await expect(renewal.remove).toBeHidden();
});
