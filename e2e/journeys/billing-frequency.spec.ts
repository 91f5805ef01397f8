/** How often it is charged, and for how long it is committed (S0-99 … S0-101; portal 6.5). */
import { formatFor } from '../../src/i18n/format';
import { expect, test } from '../fixtures';
import { CONTOSO, partner, scenario } from '../scenario';
import { RenewalScreen, SubscriptionScreen } from '../screens/subscriptions';

// The other side panels and lists are told in the other language: each of them needs one.
test.use({ language: 'en' });

test('A longer term begins at once, another frequency with the next billing period', async ({
  world,
  page,
  t,
  language,
}) => {
  const format = formatFor(language);
  await world.open();
  const { id } = await world.buy(CONTOSO, 'Microsoft 365 Business Basic', { quantity: 10 });
  await world.visit(`/customers/{${CONTOSO}}/subscriptions/${id}`);
  const renewal = new RenewalScreen(page, t);
  await renewal.manageFrequency.click();
  await expect(renewal.panel).toHaveAccessibleName(t.terms.manageFrequency);
  await expect(renewal.panel.getByRole('columnheader')).toHaveText([t.terms.current, t.terms.changeTo]);
  await renewal.term.selectOption('P1Y');
  await renewal.frequency.selectOption('Monthly');
  await expect(renewal.panel).toContainText(t.subscriptions.previewIrreversible);
  await renewal.submit.click();
  await expect(renewal.panel).toBeHidden();
  await expect(renewal.section).toContainText(format.date('2022-10-18'));

  await renewal.manageFrequency.click();
  await renewal.frequency.selectOption('Annual');
  // 10 × €50.40 × 11 ÷ 12
  await expect(renewal.panel).toContainText(format.money('462.00', 'EUR'));
  await expect(renewal.panel).toContainText(format.date('2021-11-18'));
  await renewal.submit.click();
  await expect(renewal.removePending).toBeVisible();
  await world.advance({ by: 'P1M' });
  const details = new SubscriptionScreen(page, t);
  await expect(details.charges).toContainText(format.money('462.00', 'EUR'));
  await expect(renewal.removePending).toBeHidden();
  await expect(renewal.section).toContainText(format.date('2022-10-18'));
});

test('Legacy: the order changes as a whole, and says whom it concerns', async ({ world, page, t }) => {
  await world.open({ script: scenario({ partner: partner({ newCommercePreview: false }) }) });
  const { id } = await world.buy(CONTOSO, 'Office 365 E3', { quantity: 10 });
  await world.visit(`/customers/{${CONTOSO}}/subscriptions/${id}?panel=frequency`);
  const renewal = new RenewalScreen(page, t);
  await expect(renewal.panel.getByRole('table', { name: t.terms.affected })).toContainText('Office 365 E3');
  const [from, to] = (await renewal.radio(t.subscriptions.cycle('annual')).isChecked())
    ? ['annual', 'monthly']
    : ['monthly', 'annual'];
  await expect(renewal.radio(t.subscriptions.cycle(from))).toBeChecked();
  await renewal.radio(t.subscriptions.cycle(to)).check();
  await expect(renewal.panel).toContainText('Cancel instance prorate');
  await renewal.ok.click();
  await expect(renewal.panel).toBeHidden();
  const details = new SubscriptionScreen(page, t);
  await expect(details.details).toContainText(t.subscriptions.cycle(to));
  await expect(details.charges).toContainText('Cancel instance prorate');
});
