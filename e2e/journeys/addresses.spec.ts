/** Every address of the site is looked at once; one half is looked at in the dark, too, the other half reloaded. */
import type { Page } from 'playwright/test';
import { checkBoth, SCHEMES } from '../axe';
import { expect, test } from '../fixtures';
import { CONTOSO } from '../scenario';
import { openEverything, settle } from '../routes';

// A colour that is still fading in is no colour to judge.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

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

const QUARTERS = [0, 1, 2, 3] as const;

/** Both languages have their turn; what axe looks for does not depend on the words, only on their being there. */
for (const quarter of QUARTERS) {
  test.describe(`quarter ${quarter + 1}`, () => {
    test.use({ language: quarter % 2 === 0 ? 'en' : 'sv' });

    test('Every address opens, axe finds nothing, and a reload shows the same', async ({ world, page, t }) => {
      test.slow();
      const stops = (await openEverything(world)).filter((_, index) => index % QUARTERS.length === quarter);
      for (const [index, { what, path, heading }] of stops.entries()) {
        await test.step(what, async () => {
          // Under the same heading nothing tells whether the new address is on screen yet: such a one is loaded.
          const known = (await page.getByRole('heading', { level: 1 }).textContent()) === heading(t);
          await (known ? world.goto(path) : world.visit(path));
          await settle(page, heading(t));
          // Every colour is a token of the theme: every other address is looked at in the dark, too.
          await checkBoth(page, what, index % 2 === 0 ? SCHEMES : ['light']);
          expect(await page.title()).toBe(`${heading(t)} – ${t.common.productName}`);
          // The others are reloaded: from there on the address is all there is to go by.
          if (index % 2 === 0) return;
          const shown = await steadySnapshot(page);
          await world.reload();
          await settle(page, heading(t));
          await expect(page.getByRole('main')).toMatchAriaSnapshot(shown);
        });
      }
    });
  });
}

test('The short addresses of a customer and of its catalog lead to their first page', async ({ world, page, t }) => {
  await world.open({ path: `/customers/{${CONTOSO}}` });
  await expect(page).toHaveURL(/\/subscriptions$/);
  await world.goto(`/customers/{${CONTOSO}}/catalog`);
  await expect(page).toHaveURL(/\/catalog\/online-services$/);
  await settle(page, t.catalog.title);
});
