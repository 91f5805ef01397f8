import { readFile } from 'node:fs/promises';
import type { Download } from 'playwright/test';
import { expect, test, type World } from '../fixtures';
import { ADATUM, scenario } from '../scenario';
import { CustomersScreen } from '../screens/customers';
import { Shell } from '../screens/shell';
import { SimulationPanel } from '../screens/simulation';

type Snapshot = { log: { events: Record<string, unknown>[]; command: { type: string } | null }[] } & Record<
  string,
  unknown
>;

function snapshot(world: World): Promise<Snapshot> {
  return world.call<Snapshot>('GET', '/simulation/v1/world');
}

async function readDownload(download: Promise<Download>): Promise<string> {
  return readFile(await (await download).path(), 'utf8');
}

async function importFile({ page, t }: World, name: string, text: string): Promise<void> {
  const panel = new SimulationPanel(page, t).panel;
  await panel.locator('input[type="file"]').setInputFiles({
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
}

test('An exported world comes back by import, to the last record', async ({ world, page, t }) => {
  await world.open({ path: '/customers' });
  await world.buy(ADATUM, 'Office 365 E3');
  await world.advance({ by: 'P3M' });
  await world.buy(ADATUM, 'Brixholt Ledger Team');
  await world.signIn('ben');
  const before = await snapshot(world);

  const panel = new SimulationPanel(page, t);
  await panel.open();
  await panel.show('world');
  const saving = page.waitForEvent('download');
  await panel.button(t.simulation.export).click();
  const file = await readDownload(saving);
  expect(JSON.parse(file)).toEqual(before);
  expect((await saving).suggestedFilename()).toBe('journey-2022-01-18T080000Z.json');

  await world.call('PUT', '/simulation/v1/world', { scenario: 'fresh-partner' });
  await importFile(world, 'mine.json', file);
  await expect(page.getByText(t.simulation.imported('mine.json')).first()).toBeVisible();
  expect(await snapshot(world)).toEqual(before);
  await panel.close.click();
  await expect(new CustomersScreen(page, t).row(ADATUM)).toContainText('1');

  // The message stays, with the way back.
  const toast = new Shell(page, t).toast(t.simulation.imported('mine.json'));
  await toast.getByRole('button', { name: t.simulation.undo }).click();
  await expect.poll(async () => (await snapshot(world))['now']).not.toBe(before['now']);
});

test('A scenario file of one’s own opens, too', async ({ world, page, t }) => {
  await world.open({ scenario: 'fresh-partner', path: '/customers' });
  const panel = new SimulationPanel(page, t);
  await panel.open();
  await panel.show('world');
  await importFile(world, 'own.json', JSON.stringify(scenario({ title: 'My own partner' })));
  await expect(panel.panel.getByText(t.simulation.currentScenario('My own partner'))).toBeVisible();
});

for (const [what, change, says] of [
  ['no JSON', () => '<html>', /is no JSON/],
  ['a changed event', (text: string) => text.replace('"quantity":1,', '"quantity":100,'), /comes out differently/],
  ['a format of the future', (text: string) => text.replace(/"format":\d+/, '"format":99'), /format/],
  [
    'a world that ends in the past',
    (text: string) => text.replace(/"now":"[^"]*"/, '"now":"2001-01-01T00:00:00Z"'),
    /now/,
  ],
  ['something else', () => '{"hello":"world"}', /format/],
  [
    'a scenario with an unknown country',
    () =>
      JSON.stringify(scenario({ customers: [{ key: 'x', companyName: 'X Ltd', domain: 'x.example', country: 'ZZ' }] })),
    /customers\.x\.country/,
  ],
] as const) {
  test(`A file that is ${what} is refused with the reason, and nothing changes`, async ({ world, page, t }) => {
    await world.open();
    await world.buy(ADATUM, 'Office 365 E3');
    const before = await snapshot(world);
    const panel = new SimulationPanel(page, t);
    await panel.open();
    await panel.show('world');
    await importFile(world, 'bad.json', change(JSON.stringify(before)));
    await expect(panel.panel.getByRole('alert')).toContainText(says);
    expect(await snapshot(world)).toEqual(before);
  });
}
