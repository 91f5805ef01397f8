/** From the calendar to a day's list, and many next terms changed at once: tried first, then done, then come true. */
import type { Page } from 'playwright/test';
import type { Messages } from '../../src/i18n/messages/en';
import { expect, test, type World } from '../fixtures';
import { ADATUM, CONTOSO } from '../scenario';

/** The clock stands on 18 October 2021: terms of one month end a month later. */
const BASIC = 'Microsoft 365 Business Basic';
const STANDARD = 'Microsoft 365 Business Standard';
const DAY = 'from=2021-11-18&to=2021-11-18';
const NEXT_DAY = 'from=2021-12-18&to=2021-12-18';

/** Three that renew on one day, and one that ends on it. */
async function fourOnOneDay(world: World): Promise<void> {
  await world.open();
  await world.buy(CONTOSO, BASIC, { quantity: 10 });
  await world.buy(CONTOSO, STANDARD, { quantity: 20 });
  await world.buy(ADATUM, BASIC, { quantity: 30 });
  const ends = await world.buy(ADATUM, STANDARD, { quantity: 40 });
  await world.edit(ADATUM, ends.id, { autoRenewEnabled: false });
}

class Renewals {
  readonly page: Page;
  readonly t: Messages;

  constructor(page: Page, t: Messages) {
    this.page = page;
    this.t = t;
  }

  get table() {
    return this.page.getByRole('table', { name: this.t.renewals.title, exact: true });
  }

  row(customer: string, name: string) {
    return this.table.getByRole('row').filter({ hasText: customer }).filter({ hasText: name });
  }
}

// The other side panels and lists are told in the other language: each of them needs one.
test.use({ language: 'sv' });

test('The calendar leads to the list of a day, which is filtered', async ({ world, page, t, language }) => {
  await fourOnOneDay(world);
  await world.visit('/renewals');
  await page.getByRole('button', { name: t.renewals.nextMonth }).click();
  const month = page.getByRole('table');
  await expect(month.getByRole('columnheader')).toHaveCount(7);
  await expect(month.getByRole('columnheader').first()).toHaveText(language === 'sv' ? 'Måndag' : 'Sunday');
  await month.getByRole('link', { name: t.renewals.found(4, '4') }).click();
  await expect(page).toHaveURL(new RegExp(`view=list.*${DAY}`));
  const list = new Renewals(page, t);
  await expect(list.table.getByRole('rowheader')).toHaveCount(4);
  await page.getByRole('combobox', { name: t.renewals.kind }).click();
  await page.getByRole('option', { name: t.renewals.kinds.ends }).click();
  await expect(list.table.getByRole('rowheader')).toHaveCount(1);
  await expect(list.row(ADATUM, STANDARD)).toContainText(t.renewals.changes.true);
  await page.goBack();
  await expect(list.table.getByRole('rowheader')).toHaveCount(4);
});

test('Fewer licenses for three, a refusal for the fourth; at the renewal it comes true', async ({ world, page, t }) => {
  await fourOnOneDay(world);
  await world.visit(`/renewals?view=list&${DAY}`);
  const list = new Renewals(page, t);
  await expect(list.table.getByRole('rowheader')).toHaveCount(4);
  await page.getByRole('button', { name: t.bulk.selectMatches('4') }).click();
  await page.getByRole('button', { name: t.renewals.schedule }).click();
  const panel = page.getByRole('dialog', { name: t.renewals.schedule });
  await panel.getByRole('combobox', { name: t.renewals.licenses }).selectOption({
    label: t.renewals.licenseChange.lower,
  });
  await panel.getByRole('spinbutton', { name: t.renewals.percent }).fill('50');
  await panel.getByRole('button', { name: t.renewals.tryOut, exact: true }).click();
  await expect(panel).toContainText(t.bulk.checked('3', '0', '1'));
  await panel.getByRole('button', { name: t.bulk.apply(3, '3') }).click();
  await expect(panel).toContainText(t.bulk.applied('3', '0', '1'));
  await panel.getByRole('button', { name: t.common.close }).last().click();
  await expect(list.row(CONTOSO, BASIC)).toContainText(t.renewals.changes.true);

  await world.advance({ to: '2021-11-18T00:00:00Z' });
  await world.visit(`/renewals?view=list&${NEXT_DAY}`);
  await expect(list.table.getByRole('rowheader')).toHaveCount(3);
  for (const [customer, name, licenses] of [
    [CONTOSO, BASIC, '5'],
    [CONTOSO, STANDARD, '10'],
    [ADATUM, BASIC, '15'],
  ] as const) {
    await expect(list.row(customer, name).getByRole('cell', { name: licenses, exact: true })).toBeVisible();
  }
});
