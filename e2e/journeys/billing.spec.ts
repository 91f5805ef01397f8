/** Money that explains itself: from a purchase to its line on an invoice, why it is there, and the file. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BillingPage } from '../../src/api/billing';
import { formatFor } from '../../src/i18n/format';
import { expect, test } from '../fixtures';
import { ADATUM, CONTOSO, scenario } from '../scenario';
import { BillingScreen, InvoiceScreen } from '../screens/billing';
import { Shell } from '../screens/shell';
import { ROOT } from '../setup/places';

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

  // From the subscription's history straight to the reasons of its line.
  await world.visit(`/customers/{${ADATUM}}/subscriptions/${id}`);
  const history = page.getByRole('table', { name: t.subscriptions.history, exact: true });
  await history.getByRole('link', { name: t.subscriptions.lineOn(1, null) }).click();
  await expect(invoice.explanation).toContainText(t.billing.howTitle);
  await page.keyboard.press('Escape');
  await expect(invoice.explanation).toBeHidden();
});

interface PublishedLine {
  readonly customer: string;
  readonly invoiceDate: string;
  readonly chargeType: string;
  readonly chargeStartDate: string;
  readonly chargeEndDate: string;
  readonly unitPrice: string;
  readonly quantity: number;
  readonly amount: string;
}

test.describe('published billing examples', () => {
  test.use({ language: 'en' });

  test('Every published line stands on its invoice, to the cent', async ({ world, page, t }) => {
    const { customers, expect: promised } = JSON.parse(
      await readFile(join(ROOT, 'src', 'domain', 'scenarios', 'published-examples.json'), 'utf8'),
    ) as { customers: { key: string; companyName: string }[]; expect: { lines: PublishedLine[] } };
    await world.open({ scenario: 'published-examples' });
    const { invoices } = await world.call<BillingPage>('GET', '/dashboard/v1/billing');
    const format = formatFor('en');
    const unitPrice = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: 6 });
    const text = (line: Omit<PublishedLine, 'customer' | 'invoiceDate'>): string[] => [
      line.chargeType,
      format.date(line.chargeStartDate),
      format.date(line.chargeEndDate),
      unitPrice.format(Number(line.unitPrice)),
      format.number(line.quantity),
      format.money(line.amount, 'USD'),
    ];
    const invoice = new InvoiceScreen(page, t);
    for (const date of new Set(promised.lines.map(({ invoiceDate }) => invoiceDate))) {
      await test.step(date, async () => {
        const lines = promised.lines.filter(({ invoiceDate }) => invoiceDate === date);
        const oneTime = date.endsWith('-01');
        const found = invoices.find((each) => each.date === date && (each.kind === 'OneTime') === oneTime);
        await world.visit(`/billing/invoices/${found?.id}`);
        await expect(page.getByRole('heading', { level: 1, name: t.billing.numbered(found?.id ?? '') })).toBeVisible();
        for (const { key, companyName } of customers) {
          const wanted = lines.filter(({ customer }) => customer === key);
          if (wanted.length > 0) expect(await invoice.figures(companyName), companyName).toEqual(wanted.map(text));
        }
      });
    }

    // ANN-2 has another billing date.
    await world.open({ scenario: 'annual-billing-date-14' });
    await world.advance({ to: '2017-02-11T10:00:00Z' });
    const { id } = await world.buy('Contoso Ltd.', 'Office 365 Enterprise E3');
    await world.advance({ to: '2017-02-12T10:00:00Z' });
    await world.edit('Contoso Ltd.', id, { quantity: 2 });
    await world.advance({ to: '2017-03-14T00:00:00Z' });
    await world.visit('/billing');
    await new BillingScreen(page, t).history.getByRole('rowheader').getByRole('link').first().click();
    await expect(invoice.row('Contoso Ltd.')).toHaveCount(4);
    const ann2 = (
      chargeStartDate: string,
      chargeEndDate: string,
      unitPrice: string,
      quantity: number,
      amount: string,
    ) => text({ chargeType: 'Cycle instance prorate', chargeStartDate, chargeEndDate, unitPrice, quantity, amount });
    expect(await invoice.figures('Contoso Ltd.')).toEqual([
      ann2('2017-02-11', '2018-02-10', '-211.20', 1, '-211.20'),
      ann2('2017-02-11', '2017-02-11', '0.58', 1, '0.58'),
      ann2('2017-02-12', '2017-03-10', '15.62', 2, '31.25'),
      ann2('2017-03-11', '2018-02-10', '195.00', 2, '390.00'),
    ]);
  });
});

test('A long invoice: its end is one key away, a filter begins at the top, and the totals follow', async ({
  world,
  page,
  t,
}) => {
  await world.open({
    script: scenario({
      customers: [],
      generate: {
        seed: 'long invoice',
        customers: 20,
        subscriptions: 40,
        commerce: ['newCommerce'],
        lines: 700,
        until: '2021-09-30T20:00:00Z',
      },
    }),
    path: '/billing',
  });
  await new BillingScreen(page, t).history.getByRole('rowheader').getByRole('link').click();
  const invoice = new InvoiceScreen(page, t);
  await expect(invoice.lines).toHaveAttribute('aria-rowcount', '701');
  const all = await invoice.totals.innerText();
  await invoice.frame.press('End');
  await expect(invoice.line(700)).toBeInViewport();
  await expect(invoice.line(1)).toHaveCount(0);

  // Away and back: the place is kept.
  await invoice.line(700).getByRole('rowheader').getByRole('link').first().click();
  await expect(invoice.lines).toHaveCount(0);
  await page.goBack();
  await expect(invoice.line(700)).toBeInViewport();

  await invoice.choose('chargeType', 'addQuantity');
  await expect(invoice.lines).toHaveAttribute('aria-rowcount', '661');
  await expect(invoice.line(1)).toBeInViewport();
  await expect(invoice.totals).not.toHaveText(all);
});
