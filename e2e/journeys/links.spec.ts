import type { Session } from '../../src/api/dashboard';
import { expect, ready, test, type World } from '../fixtures';
import { ADATUM, LITWARE } from '../scenario';
import { CustomersScreen } from '../screens/customers';
import { Shell } from '../screens/shell';
import { SimulationPanel } from '../screens/simulation';

async function follow(world: World, link: string): Promise<void> {
  await world.page.goto(link);
  await ready(world.page);
}

function session(world: World): Promise<Session> {
  return world.call<Session>('GET', '/dashboard/v1/session');
}

test('A link opens a scenario, moves the clock and signs somebody in, and its address goes on without', async ({
  world,
  page,
  t,
}) => {
  await follow(world, '/customers?scenario=fresh-partner&now=2021-11-01T00:00:00Z&user=cleo');
  await expect(page).toHaveURL(/\/customers$/);
  await expect(new Shell(page, t).clock).toHaveAccessibleName('Simulated time: Nov 1, 2021, 12:00 AM UTC');
  const { user, scenario } = await session(world);
  expect({ user: user.id, scenario: scenario.name }).toEqual({ user: 'cleo', scenario: 'fresh-partner' });
  await expect(page.getByRole('button', { name: t.shell.profile.button })).toHaveAttribute('title', 'Cleo Sales');
});

test('A link that replaces a world says so, and Undo brings the world back with everything in it', async ({
  world,
  page,
  t,
}) => {
  await world.open();
  await world.buy(ADATUM, 'Office 365 E3');
  const before = await world.call<{ log: unknown[] }>('GET', '/simulation/v1/world');
  await follow(world, '/customers?scenario=fresh-partner');
  const toast = new Shell(page, t).toast('A fresh partner');
  await expect(toast).toBeVisible();
  await expect(new CustomersScreen(page, t).link(LITWARE)).toBeHidden();
  await toast.getByRole('button', { name: t.shell.start.undo }).click();
  await expect(new CustomersScreen(page, t).link(LITWARE)).toBeVisible();
  await expect(new CustomersScreen(page, t).row(ADATUM)).toContainText('1');
  expect((await world.call<{ log: unknown[] }>('GET', '/simulation/v1/world')).log).toEqual(before.log);
  expect((await session(world)).scenario.name).toBe('journey');
});

test('A link to the scenario that is open goes on with it; fresh=1 starts it anew', async ({ world, page, t }) => {
  await follow(world, '/?scenario=fresh-partner');
  const beginning = await world.now();
  await world.advance({ by: 'P3D' });
  const later = await world.now();
  await follow(world, '/customers?scenario=fresh-partner');
  expect(await world.now()).toBe(later);
  await world.reload();
  expect(await world.now()).toBe(later);
  await follow(world, '/customers?scenario=fresh-partner&fresh=1');
  expect(await world.now()).toBe(beginning);
  await expect(new CustomersScreen(page, t).table).toBeVisible();
});

test('A link into the past is told and not followed', async ({ world, page, t }) => {
  await world.open();
  await follow(world, '/customers?now=2021-10-17');
  await expect(page.getByText(t.shell.start.nowIgnored('2021-10-17', 'Oct 18, 2021, 8:00 AM UTC'))).toBeVisible();
  expect(await world.now()).toBe('2021-10-18T08:00:00Z');
  await page.getByRole('button', { name: t.shell.notices.dismiss }).click();
  await expect(page.getByText('2021-10-17')).toBeHidden();
});

const UNFIT = [
  ['an instant that is none', 'now=tomorrow', /asked for the time “tomorrow”/],
  ['a scenario that nobody knows', 'scenario=atlantis', /could not be followed.*atlantis/],
  ['a user who is not there', 'user=zoe', /asked for the user “zoe”/],
] as const;

test('A link that cannot be followed is told, and the world stays as it is', async ({ world, page, t }) => {
  await world.open();
  for (const [what, query, says] of UNFIT) {
    await test.step(what, async () => {
      await follow(world, `/customers?${query}`);
      await expect(page.getByText(says)).toBeVisible();
      await expect(new CustomersScreen(page, t).link(ADATUM)).toBeVisible();
      const { user, scenario } = await session(world);
      expect({ user: user.id, scenario: scenario.name }).toEqual({ user: 'anna', scenario: 'journey' });
      expect(await world.now()).toBe('2021-10-18T08:00:00Z');
    });
  }
});

test('The gallery opens a scenario, resets it, and gives Undo for both', async ({ world, page, t }) => {
  await world.open({ path: '/customers' });
  const panel = new SimulationPanel(page, t);
  const shell = new Shell(page, t);
  await panel.open();
  await panel.show('world');
  await panel.button(t.simulation.openNamed('A fresh partner')).click();
  const opening = panel.question(t.simulation.openTitle('A fresh partner'));
  await opening.getByRole('button', { name: t.simulation.open, exact: true }).click();
  await expect(panel.panel.getByText(t.simulation.currentScenario('A fresh partner'))).toBeVisible();

  await world.advance({ by: 'P1D' });
  const later = await world.now();
  await panel.button(t.simulation.reset).click();
  const resetting = panel.question(t.simulation.resetTitle);
  await resetting.getByRole('button', { name: t.simulation.reset, exact: true }).click();
  await expect(resetting).toBeHidden();
  await expect.poll(() => world.now()).not.toBe(later);
  await panel.close.click();
  await shell.toast(t.simulation.resetDone).getByRole('button', { name: t.simulation.undo }).click();
  await expect.poll(() => world.now()).toBe(later);
});

test('A world from a file of one’s own can be reset, too', async ({ world, page, t }) => {
  await world.open({ path: '/customers' });
  await world.advance({ by: 'P1D' });
  const panel = new SimulationPanel(page, t);
  await panel.open();
  await panel.show('world');
  await panel.button(t.simulation.reset).click();
  const resetting = panel.question(t.simulation.resetTitle);
  await resetting.getByRole('button', { name: t.simulation.reset, exact: true }).click();
  await expect(resetting).toBeHidden();
  expect(await world.now()).toBe('2021-10-18T08:00:00Z');
  expect((await session(world)).scenario.name).toBe('journey');
});
