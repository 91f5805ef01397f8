import { checkBoth, violations } from '../axe';
import { expect, test } from '../fixtures';
import { openEverything, settle } from '../routes';
import { CONTOSO, partner, scenario } from '../scenario';
import { SimulationPanel } from '../screens/simulation';

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
