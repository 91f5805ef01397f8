import type { Page } from 'playwright/test';
import { expect, test } from '../fixtures';
import { CONTOSO } from '../scenario';
import { openEverything, settle } from '../routes';

/** What the page shows once nothing moves any more: long lists count their rows after they have measured them. */
async function steadySnapshot(page: Page): Promise<string> {
  const main = page.getByRole('main');
  let shown = await main.ariaSnapshot();
  await expect
    .poll(async () => {
      const before = shown;
      shown = await main.ariaSnapshot();
      return shown === before;
    })
    .toBe(true);
  return shown;
}

for (const half of ['first', 'second'] as const) {
  test(`Every address opens by itself, and a reload shows the same: ${half} half`, async ({ world, page, t }) => {
    test.slow();
    const stops = await openEverything(world);
    const middle = Math.ceil(stops.length / 2);
    for (const { what, path, heading } of half === 'first' ? stops.slice(0, middle) : stops.slice(middle)) {
      await test.step(what, async () => {
        // Under the same heading nothing tells whether the new address is on screen yet: such a one is loaded.
        const known = (await page.getByRole('heading', { level: 1 }).textContent()) === heading(t);
        await (known ? world.goto(path) : world.visit(path));
        await settle(page, heading(t));
        const shown = await steadySnapshot(page);
        // From here on the address is all there is to go by.
        await world.reload();
        await settle(page, heading(t));
        await expect(page.getByRole('main')).toMatchAriaSnapshot(shown);
        expect(await page.title()).toBe(`${heading(t)} – ${t.common.productName}`);
      });
    }
  });
}

test('The short addresses of a customer and of its catalog lead to their first page', async ({ world, page, t }) => {
  await world.open({ path: `/customers/{${CONTOSO}}` });
  await expect(page).toHaveURL(/\/subscriptions$/);
  await world.goto(`/customers/{${CONTOSO}}/catalog`);
  await expect(page).toHaveURL(/\/catalog\/online-services$/);
  await settle(page, t.catalog.title);
});
