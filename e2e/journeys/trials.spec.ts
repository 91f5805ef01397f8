/** Trials of three kinds (S0-30, S0-31, S0-82; portal 6.6). */
import type { CatalogPage } from '../../src/api/dashboard';
import { expect, test } from '../fixtures';
import { CONTOSO, partner, scenario } from '../scenario';
import { SubscriptionScreen } from '../screens/subscriptions';

test('A legacy trial becomes paid by hand: licences, billing frequency, Apply', async ({ world, page, t }) => {
  await world.open({ script: scenario({ partner: partner({ newCommercePreview: false }) }) });
  const { items } = await world.call<CatalogPage>(
    'GET',
    `/dashboard/v1/customers/{${CONTOSO}}/catalog?tab=onlineServices&category=Trial&size=100`,
  );
  const trial = items.find(({ publisherKind }) => publisherKind === 'microsoft')?.title ?? '';
  const { id } = await world.buy(CONTOSO, trial);
  await world.visit(`/customers/{${CONTOSO}}/subscriptions/${id}`);
  const section = page.getByRole('region', { name: t.subscriptions.convertTrial });
  await section.getByRole('spinbutton', { name: t.subscriptions.quantity }).fill('7');
  const details = new SubscriptionScreen(page, t);
  await details.apply.click();
  await expect(details.dialog).toContainText('Prorate fees when convert to a new offering');
  await details.ok.click();
  await expect(details.dialog).toBeHidden();
  await expect(section).toBeHidden();
  await expect(details.quantity).toHaveValue('7');
});

test('A new-commerce trial has its fixed licences and becomes paid by itself', async ({ world, page, t }) => {
  await world.open();
  const { id } = await world.buy(CONTOSO, 'Visio Plan 2 Trial');
  await world.visit(`/customers/{${CONTOSO}}/subscriptions/${id}`);
  const details = new SubscriptionScreen(page, t);
  await expect(details.quantity).toHaveValue('25');
  await expect(details.quantity).toBeDisabled();
  await expect(page.getByRole('region', { name: t.subscriptions.trial, exact: true })).toBeVisible();
  await world.advance({ by: 'P30D' });
  await expect(details.charges).toContainText('convert');
  await expect(details.quantity).toBeEnabled();
});
