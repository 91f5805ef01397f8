/** Money that explains itself: from a purchase to its line on an invoice, why it is there, and the file. */
import { readFile } from 'node:fs/promises';
import { expect, test } from '../fixtures';
import { ADATUM, CONTOSO } from '../scenario';
import { BillingScreen, InvoiceScreen } from '../screens/billing';
import { Shell } from '../screens/shell';

// One language is enough where nothing but words differs; the other screens are told in both.
test.use({ language: 'sv' });

test('A purchase becomes a line, the line says why, the file holds it', async ({ world, page, t, language }) => {
  await world.open();
  const { id } = await world.buy(CONTOSO, 'Office 365 E3', { quantity: 10, term: 1 });
  await world.advance({ by: 'P2D' });
  await world.edit(CONTOSO, id, { quantity: 12 });
  await new Shell(page, t).go('billing');
  const billing = new BillingScreen(page, t);
  await expect(page.getByText(t.billing.noInvoiceYet)).toBeVisible();
  await expect(billing.estimate().getByRole('link')).toBeVisible();

  await world.advance({ to: '2021-11-01T00:00:00Z' });
  await expect(billing.tab('OneTime')).toHaveAttribute('aria-selected', 'true');
  await expect(billing.history.getByRole('cell', { name: t.billing.states.unpaid, exact: true })).toBeVisible();
  await billing.history.getByRole('rowheader').getByRole('link').click();

  const invoice = new InvoiceScreen(page, t);
  await expect(invoice.row(CONTOSO)).toHaveCount(3);
  await invoice.explain(invoice.row('addQuantity').last());
  await expect(invoice.explanation).toContainText('TRUNC');
  await expect(invoice.explanation.getByRole('link', { name: t.billing.subscriptionHistory })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(invoice.explanation).toBeHidden();
  await invoice.explain(invoice.row('addQuantity').first());
  await invoice.explanation.getByRole('link', { name: `${t.billing.line} 1` }).click();
  await expect(invoice.explanation).toContainText(t.billing.correctedByTitle);
  await page.keyboard.press('Escape');
  await expect(invoice.explanation).toBeHidden();

  const saved = page.waitForEvent('download');
  await invoice.file.click();
  const download = await saved;
  expect(download.suggestedFilename()).toMatch(/^ReconFileOneTime_G\d{9}_2021-11-01\.csv$/);
  const [header = '', ...lines] = (await readFile(await download.path(), 'utf8')).split('\r\n');
  expect(header.split(language === 'sv' ? ';' : ',')).toHaveLength(46);
  expect(lines).toHaveLength(3);
  expect(lines[0]).toContain(language === 'sv' ? ';new;' : ',new,');

  const printed = page.waitForEvent('download');
  await invoice.statement.click();
  const paper = await printed;
  expect(paper.suggestedFilename()).toMatch(/^Invoice_G\d{9}_2021-11-01\.pdf$/);
  // The second line of such a file is no text: it shows that bytes have come through as bytes.
  expect((await readFile(await paper.path())).subarray(0, 14).toString('latin1')).toBe('%PDF-1.7\n%\xFF\xFF\xFF\xFF');
});

test('Lines are grouped and filtered, and the totals follow', async ({ world, page, t }) => {
  await world.open();
  await world.buy(CONTOSO, 'Microsoft 365 Business Basic', { quantity: 10 });
  const { id } = await world.buy(ADATUM, 'Microsoft 365 Business Basic', { quantity: 4 });
  await world.visit('/billing/estimates/onetime');
  const invoice = new InvoiceScreen(page, t);
  await expect(invoice.row('Business Basic')).toHaveCount(2);
  await invoice.choose('groupBy', t.billing.groups.customer);
  await expect(page).toHaveURL(/group=customer/);
  await expect(invoice.lines.getByRole('columnheader')).toHaveCount(3);
  const group = invoice.row(ADATUM);
  const sum = await group.getByRole('cell').last().innerText();
  await group.getByRole('link').click();
  await expect(invoice.row('Business Basic')).toHaveCount(1);
  await expect(invoice.totals).toContainText(sum);
  await page.reload();
  await expect(invoice.row(ADATUM)).toHaveCount(1);
  await expect(invoice.row(CONTOSO)).toHaveCount(0);

  // From the subscription's charge straight to its reasons.
  await world.visit(`/customers/{${ADATUM}}/subscriptions/${id}`);
  await page.getByRole('link', { name: t.subscriptions.lineOn(1, null) }).click();
  await expect(invoice.explanation).toContainText(t.billing.howTitle);
  await page.keyboard.press('Escape');
  await expect(invoice.explanation).toBeHidden();
});
