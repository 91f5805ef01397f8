/** Who sold it and who answers for it: an indirect provider's part (S2-10; portal 1.5, 4.2). */
import { expect, test } from '../fixtures';
import { CONTOSO, partner, scenario } from '../scenario';
import { SubscriptionScreen } from '../screens/subscriptions';

const RESELLERS = [
  { mpnId: '7000001', name: 'Northern Resale' },
  { mpnId: '7000002', name: 'Southern Resale' },
];

test('A reseller is verified by its MPN ID and saved with the support contact in one Submit', async ({
  world,
  page,
  t,
}) => {
  await world.open({ script: scenario({ partner: partner({ type: 'indirectProvider', resellers: RESELLERS }) }) });
  const { id } = await world.buy(CONTOSO, 'Microsoft 365 Business Basic', { quantity: 10 });
  await world.visit(`/customers/{${CONTOSO}}/subscriptions/${id}`);
  const other = page.getByRole('textbox', { name: t.subscriptions.otherReseller });
  const verify = page.getByRole('button', { name: t.subscriptions.verify, exact: true });
  await other.fill('123');
  await verify.click();
  await expect(page.getByText(t.subscriptions.resellerUnknown('123'))).toBeVisible();
  await other.fill('7000002');
  await verify.click();
  await expect(page.getByText(t.subscriptions.resellerKnown('Southern Resale', '7000002'))).toBeVisible();
  const details = new SubscriptionScreen(page, t);
  await details.submit.click();
  await expect(async () => {
    if (await details.ok.isVisible()) await details.ok.click();
    const saved = await world.call<{ partnerId: string }>('GET', `/v1/customers/{${CONTOSO}}/subscriptions/${id}`);
    expect(saved.partnerId).toBe('7000002');
  }).toPass();
});
