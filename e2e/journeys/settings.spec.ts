import { expect, test } from '../fixtures';
import { ADATUM } from '../scenario';
import { CatalogScreen } from '../screens/catalog';
import { Shell } from '../screens/shell';

test('Switching the language keeps the screen, its filters and what is typed, and lasts', async ({
  world,
  page,
  t,
}) => {
  await world.open({ path: `/customers/{${ADATUM}}/catalog/online-services?publisher=Partner` });
  const catalog = new CatalogScreen(page, t);
  const offer = await catalog.find('Tavelund Backup Plus');
  await offer.licenses.fill('33');
  await new Shell(page, t).set('Svenska');
  await expect(page.locator('html')).toHaveAttribute('lang', 'sv');
  await expect(page.getByRole('heading', { level: 1, name: 'Lägg till prenumeration' })).toBeVisible();
  await expect(page.getByRole('spinbutton', { name: 'Licenser' })).toHaveValue('33');
  await expect(page.getByRole('combobox', { name: 'Utgivare' })).toHaveText('Partner');
  await expect(page.getByRole('searchbox', { name: 'Sök erbjudanden' })).toHaveValue('Tavelund Backup Plus');
  await world.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'sv');
  await expect(page.getByRole('heading', { level: 1, name: 'Lägg till prenumeration' })).toBeVisible();
});

test('The theme follows the device until somebody chooses one, which lasts', async ({ world, page, t }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await world.open();
  const root = page.locator('html');
  await expect(root).toHaveCSS('color-scheme', /dark/);
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(root).toHaveCSS('color-scheme', /light/);
  await new Shell(page, t).set('dark');
  await expect(root).toHaveCSS('color-scheme', /dark/);
  await world.reload();
  await expect(root).toHaveCSS('color-scheme', /dark/);
});
