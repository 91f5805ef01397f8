import { expect, ready, test } from '../fixtures';
import { ADATUM } from '../scenario';
import { PublisherScreen, SubscriptionScreen } from '../screens/subscriptions';

test('The publisher’s steps can be taken in a private window and carried home as a code', async ({
  world,
  page,
  t,
  browser,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await world.open();
  await world.buy(ADATUM, 'Brixholt Ledger Team');
  await world.visit(`/customers/{${ADATUM}}/subscriptions`);
  await page.getByRole('link', { name: 'Brixholt Ledger Team', exact: true }).click();
  await page.getByRole('button', { name: t.subscriptions.copyLink }).click();
  await expect(page.getByText(t.common.copied)).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());

  const privateWindow = await browser.newContext();
  const other = await privateWindow.newPage();
  await other.goto(link);
  await ready(other);
  await expect(other.getByText(t.publisher.otherWorldTitle)).toBeVisible();
  await expect(other.getByText(ADATUM)).toBeVisible();
  const publisher = new PublisherScreen(other, t);
  await publisher.assign.click();
  await publisher.confirm.click();
  const code = await other.getByText(/:confirmed$/).innerText();
  await privateWindow.close();

  const details = new SubscriptionScreen(page, t);
  await details.confirmationCode.fill('something else');
  await page.getByRole('button', { name: t.subscriptions.useConfirmation }).click();
  await expect(page.getByText(t.subscriptions.confirmationWrong)).toBeVisible();
  await details.confirmationCode.fill(code);
  await page.getByRole('button', { name: t.subscriptions.useConfirmation }).click();
  await expect(details.status).toContainText('Active');
});
