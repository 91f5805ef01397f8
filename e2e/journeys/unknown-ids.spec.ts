import { expect, test } from '../fixtures';
import { CONTOSO } from '../scenario';

const UNKNOWN = '00000000-0000-4000-8000-000000000000';

const PATHS = [
  '/nowhere',
  '/customers/nobody',
  `/customers/${UNKNOWN}/subscriptions`,
  `/customers/${UNKNOWN}/subscriptions/${UNKNOWN}`,
  `/customers/${UNKNOWN}/catalog/online-services`,
  `/customers/${UNKNOWN}/review`,
  `/customers/{${CONTOSO}}/nothing`,
  `/customers/{${CONTOSO}}/subscriptions/${UNKNOWN}`,
  `/customers/{${CONTOSO}}/subscriptions/%3Cscript%3E`,
  `/customers/{${CONTOSO}}/catalog/hardware`,
  `/customers/{${CONTOSO}}/confirmation/${UNKNOWN}`,
  '/publisher/none',
];

test('An address of something that is not there says so and leaves a way on', async ({ world, page, t }) => {
  test.slow();
  await world.open();
  for (const [index, path] of PATHS.entries()) {
    await test.step(path, async () => {
      // Loaded or followed, it is one route table.
      await (index % 3 === 0 ? world.goto(path) : world.visit(path));
      await expect(page.getByRole('heading', { name: t.common.notFoundTitle }).first()).toBeVisible();
      await page
        .getByRole('navigation', { name: t.shell.navigation })
        .getByRole('link', { name: t.shell.customers })
        .click();
      await expect(page.getByRole('link', { name: CONTOSO })).toBeVisible();
    });
  }
});

test('What a rewind has taken away is gone from the screen that shows it', async ({ world, page, t }) => {
  await world.open();
  const { id } = await world.buy(CONTOSO, 'Office 365 E3');
  await world.goto(`/customers/{${CONTOSO}}/subscriptions/${id}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Office 365 E3' })).toBeVisible();
  await world.call('POST', '/simulation/v1/history/rewind', { toSequence: 0 });
  await expect(page.getByRole('heading', { name: t.common.notFoundTitle }).first()).toBeVisible();
});
