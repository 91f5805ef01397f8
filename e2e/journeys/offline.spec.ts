import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { api, expect, test } from '../fixtures';
import { ADATUM } from '../scenario';
import { buyOnScreen } from '../screens/buy';
import { Shell } from '../screens/shell';
import { SimulationPanel } from '../screens/simulation';
import { BUILT } from '../setup/site';

/** Everything that the page may load later, by the build's own list. */
function chunks(): string[] {
  const manifest = JSON.parse(readFileSync(join(BUILT, '.vite', 'manifest.json'), 'utf8')) as Record<
    string,
    { file: string; isEntry?: boolean; imports?: string[]; dynamicImports?: string[] }
  >;
  const found = new Set<string>();
  const visit = (key: string): void => {
    const chunk = manifest[key];
    // The world for pages without web workers: a page that has one does not need it.
    if (!chunk || found.has(chunk.file) || /worker\/world\.ts$/.test(key)) return;
    found.add(chunk.file);
    for (const next of [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])]) visit(next);
  };
  for (const [key, { isEntry }] of Object.entries(manifest)) if (isEntry) visit(key);
  return [...found];
}

test('After the first load the whole product works without a network, screens never opened before too', async ({
  world,
  page,
  context,
  t,
}) => {
  await world.open();
  const wanted = chunks();
  expect(wanted.length).toBeGreaterThan(10);
  await expect
    .poll(
      async () => {
        const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
        return wanted.filter((file) => !loaded.some((url) => url.endsWith(file)));
      },
      { message: 'What is not there yet', timeout: 30_000 },
    )
    .toEqual([]);
  await page.evaluate(() => window.simulation.complete);

  // The browser asks for the sign of the site again with every change of the title.
  world.expectTrouble(/favicon/);
  await context.setOffline(true);
  expect(await page.evaluate(() => navigator.onLine)).toBe(false);
  expect((await api(page, 'GET', '/v1/customers')).status).toBe(200);
  await buyOnScreen(world, ADATUM, 'Office 365 E3');
  const panel = new SimulationPanel(page, t);
  await panel.open();
  await panel.month.click();
  await expect(panel.happened).toContainText('Nov 18, 2021');
  await panel.close.click();
  await new Shell(page, t).set('Svenska');
  await expect(page.getByRole('link', { name: 'Kunder' }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Exportera prenumerationer' }).click();
  await expect(page.getByText(/sparad/).first()).toBeVisible();
  // The library and the fonts came with the rest.
  const id = (await api<{ items: { id: string }[] }>(page, 'GET', '/v1/invoices')).body.items[0]?.id;
  const printed = await page.evaluate(async (path) => {
    const answer = await fetch(path);
    return { status: answer.status, start: (await answer.text()).slice(0, 4) };
  }, `/v1/invoices/${id}/documents/statement`);
  expect(printed).toEqual({ status: 200, start: '%PDF' });
  await context.setOffline(false);
});
