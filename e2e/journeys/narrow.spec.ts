import type { Page } from 'playwright/test';
import { expect, test } from '../fixtures';
import { openEverything, settle } from '../routes';
import { SimulationPanel } from '../screens/simulation';

test.use({ viewport: { width: 400, height: 800 } });

/** What sticks out of the page at the right; what scrolls within a box of its own does not. */
function sticksOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    return [
      `${scrollWidth} px wide`,
      ...wide.slice(0, 8).map((element) => `${element.tagName} ${element.textContent?.slice(0, 40)}`),
    ];
  });
}

test.describe('in Swedish, whose words are the longer ones', () => {
  test.use({ language: 'sv' });

  test('No address scrolls sideways at 400 px', async ({ world, page, t }) => {
    test.slow();
    for (const { what, path, heading } of await openEverything(world)) {
      await world.visit(path);
      await settle(page, heading(t));
      expect.soft(await sticksOut(page), what).toEqual([]);
    }
    const panel = new SimulationPanel(page, t);
    await panel.open();
    for (const tab of ['clock', 'history', 'world'] as const) {
      await panel.show(tab);
      expect.soft(await sticksOut(page), `simulation panel, ${tab}`).toEqual([]);
      const { width } = (await panel.panel.boundingBox()) ?? { width: 0 };
      expect.soft(width, `simulation panel, ${tab}`).toBeLessThanOrEqual(400);
    }
  });
});

test('The navigation opens by its button and closes by Escape and by choosing', async ({ world, page, t }) => {
  await world.open();
  const open = page.getByRole('button', { name: t.shell.openNavigation });
  const link = page
    .getByRole('navigation', { name: t.shell.navigation })
    .getByRole('link', { name: t.shell.customers });
  await expect(link).toBeHidden();
  await open.click();
  await expect(link).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(link).toBeHidden();
  await expect(open).toBeFocused();
  await open.click();
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name: t.customers.title })).toBeVisible();
  await expect(link).toBeHidden();
});
