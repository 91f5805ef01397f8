import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import { expect, test } from '../fixtures';
import { openEverything, settle } from '../routes';
import { CONTOSO, partner, scenario } from '../scenario';
import { SimulationPanel } from '../screens/simulation';

/**
 * Fluent's focus manager leaves hidden stops in the document (toolchain 5); no rule is switched off. A second look at the
 * same page in other colours is about the colours: what else axe finds does not depend on them.
 */
async function violations(page: Page, look: 'first' | 'colours' = 'first'): Promise<string[]> {
  // A colour that is still fading in is no colour to judge.
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
  // The package brings a Playwright of its own, whose types are other ones in name only.
  const options = { page } as unknown as ConstructorParameters<typeof AxeBuilder>[0];
  // The pages have no frames, for which axe's other mode opens a second page at each look.
  const axe = new AxeBuilder(options).exclude('[data-tabster-dummy]').setLegacyMode(true);
  const { violations: found } = await (look === 'colours' ? axe.withRules(COLOUR_RULES) : axe).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** Checks a page as it stands, light and dark. */
async function checkBoth(page: Page, what: string, schemes: readonly ('light' | 'dark')[] = SCHEMES): Promise<void> {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveCSS('color-scheme', new RegExp(colorScheme));
    expect
      .soft(await violations(page, colorScheme === 'light' ? 'first' : 'colours'), `${what}, ${colorScheme}`)
      .toEqual([]);
  }
}

/** Of the device, which the product follows unless it is told otherwise. */
const SCHEMES = ['light', 'dark'] as const;

/** Both languages have their turn; what axe looks for does not depend on the words, only on their being there. */
for (const [language, part] of [
  ['en', 0],
  ['sv', 1],
] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ language, contextOptions: { reducedMotion: 'reduce' } });

    for (const half of ['first', 'second'] as const) {
      test(`axe finds nothing on every other address, light and dark: ${half} half`, async ({ world, page, t }) => {
        test.slow();
        const stops = (await openEverything(world)).filter((_, index) => index % 2 === part);
        const middle = Math.ceil(stops.length / 2);
        let looked = 0;
        for (const { what, path, heading } of half === 'first' ? stops.slice(0, middle) : stops.slice(middle)) {
          await world.visit(path);
          await settle(page, heading(t));
          // Every colour is a token of the theme: every other address is looked at in the dark, too.
          looked += 1;
          await checkBoth(page, what, looked % 2 === 0 ? SCHEMES : ['light']);
        }
      });
    }
  });
}

test.describe('what opens', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('axe finds nothing in panels, menus, dialogs and lists that open, light and dark', async ({
    world,
    page,
    t,
  }) => {
    test.slow();
    const stops = await openEverything(world);
    const pathOf = (what: string): string => stops.find((stop) => stop.what === what)?.path ?? '';
    const check = (what: string): Promise<void> => checkBoth(page, what);
    const open = async (what: string): Promise<void> => {
      await world.goto(pathOf(what));
      await settle(page);
    };
    const panel = new SimulationPanel(page, t);

    await open('home');
    await panel.open();
    await expect(panel.panel.getByRole('region', { name: t.simulation.due, exact: true })).toBeVisible();
    await check('simulation panel, clock');
    await panel.day.click();
    await expect(panel.happened).toBeVisible();
    await check('simulation panel, what happened');
    await panel.show('history');
    await expect(panel.history.getByRole('button').first()).toBeVisible();
    await check('simulation panel, history');
    await panel.history
      .getByRole('button', { name: new RegExp(`^${t.simulation.rewind}`) })
      .first()
      .click();
    await expect(panel.question(t.simulation.rewindTitle)).toBeVisible();
    await check('question before rewinding');
    await page.keyboard.press('Escape');
    await panel.show('world');
    await expect(panel.panel.getByRole('region', { name: t.simulation.scenarios })).toBeVisible();
    await check('simulation panel, world');

    await open('customers');
    for (const name of [t.shell.settings.button, t.shell.profile.button]) {
      await page.getByRole('button', { name, exact: true }).click();
      await expect(page.getByRole('menu')).toBeVisible();
      await check(`menu ${name}`);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('menu')).toBeHidden();
    }
    await page.getByRole('button', { name: t.shell.help.button, exact: true }).click();
    await expect(page.getByRole('dialog', { name: t.shell.help.title })).toBeVisible();
    await check('help');
    await page.keyboard.press('Escape');
    await page.getByRole('searchbox', { name: t.shell.search.label, exact: true }).fill('o');
    await expect(page.getByRole('option').first()).toBeVisible();
    await check('suggestions of the search box');

    await open('catalog');
    await page.getByRole('combobox', { name: t.catalog.category, exact: true }).click();
    await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
    await check('open filter');
    await page.keyboard.press('Escape');
    await page.getByRole('spinbutton').first().fill('nothing');
    await expect(page.getByText(/^(?:Enter|Ange) /).first()).toBeVisible();
    await check('a quantity that makes no sense');

    await open('a suspended subscription');
    await page.getByRole('button', { name: t.subscriptions.reactivate, exact: true }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await check('question before reactivating');
  });
});

test('axe finds nothing on a cart whose lines name resellers', async ({ world, page, t }) => {
  const resellers = [{ mpnId: '7000001', name: 'Northern Resale' }];
  await world.open({ script: scenario({ partner: partner({ type: 'indirectProvider', resellers }) }) });
  const { catalogItemId } = await world.offer(CONTOSO, 'Office 365 E3');
  const line = { id: 0, catalogItemId, quantity: 1, billingCycle: 'Monthly', termDuration: 'P1Y' };
  await world.call('POST', `/v1/customers/{${CONTOSO}}/carts`, { lineItems: [line] });
  await world.visit(`/customers/{${CONTOSO}}/review`);
  await settle(page, t.cart.reviewTitle);
  expect.soft(await violations(page), 'closed').toEqual([]);
  await page.getByRole('combobox', { name: t.cart.reseller }).click();
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
  expect.soft(await violations(page), 'open').toEqual([]);
});
