/** How many licences there are may change, and when (S0-94 … S0-98, S2-23). */
import { expect, test } from '../fixtures';
import { CONTOSO, partner, scenario } from '../scenario';
import { SubscriptionScreen } from '../screens/subscriptions';

test('New commerce: added at any time, taken away within 72 hours, not after', async ({ world, page, t }) => {
  await world.open();
  const { id } = await world.buy(CONTOSO, 'Microsoft 365 Business Basic', { quantity: 10 });
  await world.visit(`/customers/{${CONTOSO}}/subscriptions/${id}`);
  const details = new SubscriptionScreen(page, t);
  await details.quantity.fill('12');
  await details.submit.click();
  await expect(details.dialog).toContainText('addQuantity');
  await details.ok.click();
  await expect(details.dialog).toBeHidden();
  await expect(details.quantity).toHaveValue('12');
  await expect(details.charges.getByRole('row')).toHaveCount(4);

  await details.quantity.fill('9');
  await details.submit.click();
  await expect(details.dialog).toContainText('removeQuantity');
  await details.ok.click();
  await expect(details.dialog).toBeHidden();
  await expect(details.charges.getByRole('row')).toHaveCount(6);

  await world.advance({ by: 'PT72H' });
  await expect(details.quantity).toHaveAttribute('aria-valuemin', '9');
  await details.quantity.fill('8');
  await details.submit.click();
  await expect(details.quantity).toHaveAttribute('aria-invalid', 'true');
  await expect(details.dialog).toBeHidden();
  await expect(details.quantity).toHaveValue('8');
});

test('Legacy: both ways at any time, and what it comes to is said before it is settled', async ({ world, page, t }) => {
  await world.open({ script: scenario({ partner: partner({ newCommercePreview: false }) }) });
  const { id } = await world.buy(CONTOSO, 'Office 365 E3', { quantity: 10 });
  await world.advance({ by: 'P10D' });
  await world.visit(`/customers/{${CONTOSO}}/subscriptions/${id}`);
  const details = new SubscriptionScreen(page, t);
  await details.quantity.fill('4');
  await details.submit.click();
  await expect(details.dialog).toContainText('Cycle instance prorate');
  await expect(details.dialog).toContainText(t.subscriptions.previewNextInvoice);
  await details.ok.click();
  await expect(details.dialog).toBeHidden();
  await expect(details.charges.getByRole('row')).toHaveCount(2);
  await world.advance({ by: 'P1M' });
  await expect(details.charges).toContainText('Cycle instance prorate');
  await expect(details.quantity).toHaveValue('4');
});

test('Added mid-term, support takes them away on request, one hour later', async ({ world, page, t }) => {
  await world.open();
  const { id } = await world.buy(CONTOSO, 'Microsoft 365 Business Basic', { quantity: 5 });
  await world.advance({ by: 'P5D' });
  await world.edit(CONTOSO, id, { quantity: 8 });
  await world.visit(`/customers/{${CONTOSO}}/subscriptions/${id}`);
  await page.getByRole('link', { name: t.subscriptions.askSupport(3) }).click();
  await expect(page.getByRole('heading', { level: 1, name: t.support.title })).toBeVisible();
  await expect(page.getByRole('spinbutton', { name: t.support.licensesToRemove })).toHaveValue('3');
  await page.getByRole('textbox', { name: t.support.email }).fill('anna@fabrikam.example');
  await page.getByRole('textbox', { name: t.support.phone }).fill('+49 30 123456');
  await page.getByRole('button', { name: t.support.submit, exact: true }).click();
  await expect(page.getByText(t.support.clockHint)).toBeVisible();
  await world.advance({ by: 'PT1H' });
  await world.visit(`/customers/{${CONTOSO}}/subscriptions/${id}`);
  const details = new SubscriptionScreen(page, t);
  await expect(details.quantity).toHaveValue('5');
  await expect(details.charges).toContainText('removeQuantity');
});
