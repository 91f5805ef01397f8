import { readFile } from 'node:fs/promises';
import type { Session } from '../../src/api/dashboard';
import { expect, test } from '../fixtures';
import { ADATUM, CONTOSO } from '../scenario';
import { CustomersScreen } from '../screens/customers';

const DATABASE = 'partner-center-world';

test('A stored world of another version is put aside as a file, told about, and a fresh one starts', async ({
  world,
  page,
  t,
}) => {
  await world.open({ path: '/customers' });
  await world.buy(ADATUM, 'Office 365 E3');
  await page.evaluate(
    (name) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')));
        opening.addEventListener('success', () => {
          const database = opening.result;
          const writing = database.transaction('head', 'readwrite');
          const store = writing.objectStore('head');
          const reading = store.get('world');
          reading.addEventListener('success', () => {
            store.put({ ...(reading.result as object), format: 99 }, 'world');
          });
          writing.addEventListener('complete', () => {
            database.close();
            resolve();
          });
          writing.addEventListener('error', () => reject(writing.error ?? new Error('not written')));
        });
      }),
    DATABASE,
  );
  await world.reload();
  const notice = page.getByText('The stored world is from another version');
  await expect(notice).toBeVisible();
  const { scenario } = await world.call<Session>('GET', '/dashboard/v1/session');
  expect(scenario.name).toBe('fresh-partner');
  await expect(new CustomersScreen(page, t).link(CONTOSO)).toBeVisible();

  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: t.shell.notices.download }).click();
  const kept = JSON.parse(await readFile(await (await saving).path(), 'utf8')) as {
    head: { format: number };
    log: unknown[];
  };
  expect(kept.head.format).toBe(99);
  expect(kept.log.length).toBeGreaterThan(0);

  await page.getByRole('button', { name: t.shell.notices.dismiss }).click();
  await expect(notice).toBeHidden();
  await world.reload();
  await expect(new CustomersScreen(page, t).link(CONTOSO)).toBeVisible();
  await expect(notice).toBeHidden();
});

test('A database of a newer layout is left alone: the world lives in memory and says so', async ({
  world,
  page,
  t,
}) => {
  // Beside a picture that stands alone the browser asks for a sign of the site's.
  world.expectTrouble(/favicon\.ico/);
  await world.open({ path: '/customers' });
  await page.goto('/favicon.svg');
  await page.evaluate(
    (name) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name, 99);
        opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')));
        opening.addEventListener('success', () => {
          opening.result.close();
          resolve();
        });
      }),
    DATABASE,
  );
  await world.goto('/customers');
  await expect(page.getByText('This browser keeps nothing for this site.')).toBeVisible();
  await expect(new CustomersScreen(page, t).link(CONTOSO)).toBeVisible();
});
