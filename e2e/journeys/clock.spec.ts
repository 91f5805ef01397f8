import type { Clock } from '../../src/api/simulation';
import type { SubscriptionPage } from '../../src/api/dashboard';
import { expect, test } from '../fixtures';
import { ADATUM } from '../scenario';
import { Shell } from '../screens/shell';
import { SimulationPanel } from '../screens/simulation';
import { SubscriptionsScreen } from '../screens/subscriptions';

test('The panel moves the clock to the next event, by a day, by a month, and to an instant', async ({
  world,
  page,
  t,
}) => {
  await world.open();
  await world.buy(ADATUM, 'Office 365 E3');
  await world.visit(`/customers/{${ADATUM}}/subscriptions`);
  const { nextDue } = await world.call<Clock>('GET', '/simulation/v1/clock');
  expect(nextDue).not.toBeNull();
  const shell = new Shell(page, t);
  const panel = new SimulationPanel(page, t);
  await expect(shell.clock).toHaveAccessibleName('Simulated time: Oct 18, 2021, 8:00 AM UTC');
  // The wall clock of the machine (Los Angeles) is told on hovering.
  await expect(shell.clock).toHaveAttribute('title', /Oct 18, 2021, 1:00:00\sAM PDT/);
  await panel.open();

  await panel.day.click();
  await expect(panel.happened).toContainText('Oct 19, 2021, 8:00 AM UTC');
  expect(await world.now()).toBe('2021-10-19T08:00:00Z');
  await panel.nextEvent.click();
  await expect(panel.happened).toContainText(/[1-9]\d* events?/);
  expect(await world.now()).toBe(nextDue?.at);
  const before = await world.now();
  await panel.month.click();
  await expect.poll(() => world.now()).not.toBe(before);
  expect((await world.now()).slice(0, 7)).toBe('2021-12');

  await panel.panel.getByLabel(t.simulation.dateField).fill('2021-12-24T15:30');
  await panel.button(t.simulation.moveTo).click();
  await expect.poll(() => world.now()).toBe('2021-12-24T15:30:00Z');
  await panel.panel.getByLabel(t.simulation.dateField).fill('2021-12-24T15:29');
  await panel.button(t.simulation.moveTo).click();
  await expect(panel.panel.getByText(t.simulation.dateNotAhead)).toBeVisible();
  expect(await world.now()).toBe('2021-12-24T15:30:00Z');

  await panel.close.click();
  await expect(panel.panel).toBeHidden();
  await expect(shell.clock).toHaveAccessibleName('Simulated time: Dec 24, 2021, 3:30 PM UTC');
});

test('What is due next is listed; choosing it moves there', async ({ world, page, t }) => {
  await world.open();
  await world.buy(ADATUM, 'Office 365 E3');
  await world.advance({ by: 'P1D' });
  await world.buy(ADATUM, 'Visio Plan 2');
  const { items } = await world.call<{ items: { at: string; summary: string }[] }>('GET', '/dashboard/v1/due?size=8');
  const second = items[1]!;
  const panel = new SimulationPanel(page, t);
  await panel.open();
  const due = panel.panel.getByRole('region', { name: t.simulation.due, exact: true });
  await expect(due.getByRole('listitem')).toHaveCount(items.length);
  await due.getByRole('button').nth(1).click();
  await expect.poll(() => world.now()).toBe(second.at);
});

test('Rewind takes back what was done after a record, money included', async ({ world, page, t }) => {
  await world.open();
  const { id } = await world.buy(ADATUM, 'Office 365 E3');
  const path = `/dashboard/v1/customers/{${ADATUM}}/subscriptions/${id}`;
  const before = await world.call<SubscriptionPage>('GET', path);
  await world.advance({ by: 'P3M' });
  await world.edit(ADATUM, id, { friendlyName: 'Renamed' });
  await world.buy(ADATUM, 'Visio Plan 2');
  expect((await world.call<SubscriptionPage>('GET', path)).charges.length).toBeGreaterThan(before.charges.length);
  await world.visit(`/customers/{${ADATUM}}/subscriptions`);
  const list = new SubscriptionsScreen(page, t);
  await expect(list.rows()).toHaveCount(2);

  const panel = new SimulationPanel(page, t);
  await panel.open();
  await panel.show('history');
  const last = before.history.at(-1)!;
  const name = new RegExp(`^${t.simulation.rewind}: record ${last.sequence},`);
  await panel.history.getByRole('button', { name }).click();
  const question = panel.question(t.simulation.rewindTitle);
  await expect(question).toContainText('Oct 18, 2021');
  await question.getByRole('button', { name: t.simulation.rewindConfirm, exact: true }).click();
  await expect(question).toBeHidden();
  await panel.close.click();

  await expect(new Shell(page, t).clock).toHaveAccessibleName('Simulated time: Oct 18, 2021, 8:00 AM UTC');
  await expect(list.rows()).toHaveCount(1);
  await expect(list.link('Office 365 E3')).toBeVisible();
  expect(await world.call<SubscriptionPage>('GET', path)).toEqual(before);
});

test('A long move can be watched and stopped; what is settled stays settled', async ({ world, page, t }) => {
  await world.open();
  await world.buy(ADATUM, 'Office 365 E3');
  const panel = new SimulationPanel(page, t);
  await panel.open();
  await panel.panel.getByLabel(t.simulation.dateField).fill('2071-10-18T08:00');
  await panel.button(t.simulation.moveTo).click();
  await expect(panel.panel.getByRole('progressbar')).toBeVisible();
  await panel.button(t.simulation.stop).click();
  await expect(panel.happened).toContainText('Stopped at');
  const now = await world.now();
  expect(now > '2021-10-18T08:00:00Z' && now < '2071-10-18T08:00:00Z', now).toBe(true);
  await world.reload();
  expect(await world.now()).toBe(now);
});

test('A running clock shows in the header and can be stopped', async ({ world, page, t }) => {
  await world.open();
  const panel = new SimulationPanel(page, t);
  await panel.open();
  await panel.panel.getByRole('combobox', { name: t.simulation.rate }).selectOption('86400');
  await expect(panel.panel.getByRole('region', { name: t.simulation.now })).toContainText(/Oct 2\d, 2021/);
  await panel.panel.getByRole('combobox', { name: t.simulation.rate }).selectOption('0');
  await expect.poll(async () => (await world.call<Clock>('GET', '/simulation/v1/clock')).rate).toBe(0);
  expect(await world.now()).toBe(await world.now());
});
