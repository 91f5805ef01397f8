import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { beforeAll, describe, expect, test } from 'vitest';
import type { BillingPage, Invoice, InvoiceLinesPage } from '../../api/billing';
import type { Collection } from '../../api/wire';
import { MOST_PRINTED } from '../../domain/billing/statement';
import { formatOf } from '../../i18n/explain';
import type { Language } from '../../i18n/language';
import { statement as english } from '../../i18n/statement.en';
import { statement as swedish } from '../../i18n/statement.sv';
import { open, openSmall, SMALL_SCRIPT, type Client } from '../testing';

const LOCALES = { en: 'en-US', sv: 'sv-SE' } as const;
const WORDS = { en: english, sv: swedish };

interface Paper {
  readonly bytes: Uint8Array;
  /** Blanks of every kind and number count as one: where a line is broken is nobody's business here. */
  readonly pages: readonly string[];
  readonly text: string;
}

function flat(text: string): string {
  return text.replace(/\s+/gu, ' ');
}

/** Has an invoice printed and reads it as a person's viewer would. */
async function print(client: Client, id: string, language: Language = 'en'): Promise<Paper> {
  const response = await client.server.handle(
    new Request(`http://partner.test/v1/invoices/${id}/documents/statement`, {
      headers: { 'X-Locale': LOCALES[language] },
    }),
  );
  expect(response.status).toBe(200);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const { text } = await extractText(await getDocumentProxy(bytes.slice()));
  const pages = text.map(flat);
  return { bytes, pages, text: pages.join(' ') };
}

async function invoices(client: Client): Promise<Invoice[]> {
  return (await client.get<Collection<Invoice>>('/v1/invoices')).items;
}

/** A year in the life of subscriptions of every kind: credits, other publishers, several currencies. */
let life: Client;
beforeAll(async () => {
  life = open('subscription-life');
  await life.advance({ by: 'P2M' });
});

describe.each(['en', 'sv'] as const)('an invoice on paper, in %s', (language) => {
  const words = WORDS[language];
  const { money, date, number } = formatOf(language);

  test('says whose it is, for what time, how much, and that nobody is to pay it', async () => {
    for (const invoice of (await invoices(life)).slice(0, 2)) {
      const { pages, text } = await print(life, invoice.id, language);
      const { invoice: row, head } = await life.get<InvoiceLinesPage>(`/dashboard/v1/invoices/${invoice.id}/lines`);
      const [first = ''] = pages;
      for (const said of [
        words.simulation,
        words.simulationText,
        invoice.id,
        head.billTo,
        head.customerNumber,
        `${words.period} ${date(row.startsOn)} – ${date(row.endsOn)}`,
        `${words.date} ${date(row.date)}`,
        `${words.terms} ${words.days(60)}`,
        `${words.due} ${date(row.dueOn)}`,
        `${words.currency} EUR`,
        `${words.fein} 91-1144442`,
        words.order,
        words.charges[invoice.invoiceType],
        `${words.subtotal} ${money(row.subtotal.amount, 'EUR')}`,
        `${words.tax} ${money(row.tax.amount, 'EUR')}`,
        `${words.total} ${money(row.total.amount, 'EUR')}`,
        words.instructionsText(invoice.id, date(row.dueOn)),
        words.serviceText,
      ]) {
        expect(first).toContain(flat(said));
      }
      pages.forEach((page, index) => expect(page).toContain(words.page(number(index + 1), number(pages.length))));
      expect(text).toContain(
        flat(
          `${words.allLines} ${money(row.subtotal.amount, 'EUR')} ${money(row.tax.amount, 'EUR')} ${money(row.total.amount, 'EUR')}`,
        ),
      );
    }
  });

  test('has every line of it, with what the API says of that line', async () => {
    for (const { id } of await invoices(life)) {
      const { text } = await print(life, id, language);
      const { items } = await life.get<InvoiceLinesPage>(`/dashboard/v1/invoices/${id}/lines?size=1000`);
      for (const line of items) {
        expect(text).toContain(
          flat(`${line.productName} ${line.chargeType}, ${date(line.chargeStartDate)} – ${date(line.chargeEndDate)}`),
        );
        expect(text).toContain(flat(money(line.subtotal.amount, 'EUR')));
        expect(text).toContain(line.customerName);
      }
    }
  });
});

test('charges, credits and what is left of them add up to the subtotal', async () => {
  const legacy = (await invoices(life)).find(({ totalCharges }) => totalCharges < 0);
  const { items } = await life.get<InvoiceLinesPage>(`/dashboard/v1/invoices/${legacy?.id}/lines?size=1000`);
  const cents = items.map(({ subtotal }) => Math.round(Number(subtotal.amount) * 100));
  const sum = (some: number[]) => (some.reduce((total, each) => total + each, 0) / 100).toFixed(2);
  const [first = ''] = (await print(life, legacy?.id ?? '')).pages;
  const { money } = formatOf('en');
  expect(cents.some((each) => each < 0)).toBe(true);
  expect(first).toContain(`${english.charges.Recurring} ${money(sum(cents.filter((each) => each > 0)), 'EUR')}`);
  expect(first).toContain(`${english.credits} ${money(sum(cents.filter((each) => each < 0)), 'EUR')}`);
  expect(first).toContain(`${english.subtotal} ${money(sum(cents), 'EUR')}`);
});

test('products of other publishers name them, and the last page tells where they are found', async () => {
  const { latest } = await life.get<BillingPage>('/dashboard/v1/billing');
  const modern = (await invoices(life)).find(({ invoiceType }) => invoiceType === 'OneTime');
  const { text, pages } = await print(life, modern?.id ?? '');
  expect(text).toContain(english.publisher('Quistgrove Analytics'));
  expect(pages.at(-1)).toContain(`${english.publishers} ${english.publishersText}`);
  expect(pages.at(-1)).toContain('https://quistgrove-analytics.example');
  // Microsoft's own products: nobody else to name.
  expect(latest?.kind).toBe('Recurring');
  expect((await print(life, latest?.id ?? '')).text).not.toContain(english.publishersText);
});

test('the same invoice is the same file, and says in which language and of whom it is', async () => {
  const [invoice] = await invoices(life);
  const id = invoice?.id ?? '';
  const [one, other, swedishOne] = [await print(life, id), await print(life, id), await print(life, id, 'sv')];
  expect(other.bytes).toEqual(one.bytes);
  expect(swedishOne.bytes).not.toEqual(one.bytes);
  const { info } = await getMeta(one.bytes.slice());
  expect(info).toMatchObject({ Title: `Invoice ${id}`, Author: english.author, Language: 'en-US' });
  expect(info['CreationDate']).toContain(invoice?.invoiceDate.slice(0, 10).replaceAll('-', ''));
  expect((await getMeta(swedishOne.bytes.slice())).info).toMatchObject({ Title: `Faktura ${id}`, Language: 'sv-SE' });
  const document = await getDocumentProxy(one.bytes.slice());
  expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
});

describe('names that nobody expects', () => {
  const HOSTILE = '=HYPERLINK("x")<img onerror=alert(1)>';

  async function printed(companyName: string): Promise<string> {
    const client = await openSmall({
      partner: { ...SMALL_SCRIPT.partner, name: companyName },
      customers: [{ ...SMALL_SCRIPT.customers[0], companyName }],
    });
    await client.order(await client.customer('contoso.onmicrosoft'), [
      { offer: 'o365-e3', quantity: 10, termDuration: 'P1Y', billingCycle: 'monthly' },
    ]);
    await client.advance({ to: '2021-11-01T00:00:00Z' });
    const [invoice] = await invoices(client);
    return (await print(client, invoice?.id ?? '')).text;
  }

  test.each([
    ['markup and formulas are text', HOSTILE, HOSTILE],
    ['Swedish', 'Räksmörgås & Ångström AB', 'Räksmörgås & Ångström AB'],
    ['Greek and Cyrillic', 'Ελλάδα Київ Ёлка', 'Ελλάδα Київ Ёлка'],
    ['what the font lacks is a box', '日本 🦊 שלום', '□□ □ □□□□'],
    ['what would turn the others round is one, too', 'abc\u202Edef', 'abc□def'],
    ['a letter in two parts is one', 'A\u030Angstro\u0308m', 'Ångström'],
  ])('%s', async (_, name, shown) => {
    const text = await printed(name);
    expect(text).toContain(`Bill to ${shown} Germany`);
    expect(text).toContain(english.customerTotal(shown));
  });

  test('one without an end or a blank stays in its place', async () => {
    const text = (await printed('W'.repeat(200))).replaceAll(' ', '');
    expect(text).toContain(`${'W'.repeat(159)}…`);
    expect(text).not.toContain('W'.repeat(160));
  });
});

test('more lines than a person reads: the first ones, then how many more there are and their sum', async () => {
  const client = await openSmall();
  const customers = [await client.customer('contoso'), await client.customer('adatum')];
  const each = MOST_PRINTED / 20 + 5;
  for (const customer of customers) {
    for (let order = 0; order < each; order++) {
      await client.order(
        customer,
        Array.from({ length: 10 }, () => ({
          offer: 'm365-e3',
          quantity: 1,
          termDuration: 'P1M',
          billingCycle: 'monthly',
        })),
      );
    }
  }
  await client.advance({ to: '2021-11-01T00:00:00Z' });
  const [invoice] = await invoices(client);
  const id = invoice?.id ?? '';
  const { text } = await print(client, id);
  const { items, totals } = await client.get<InvoiceLinesPage>(`/dashboard/v1/invoices/${id}/lines?size=100000`);
  const more = items.length - MOST_PRINTED;
  expect(text.match(/new, Oct 1, 2021/g)).toHaveLength(MOST_PRINTED);
  // Adatum comes first and is whole; what is cut off are lines of Contoso.
  const { money, number } = formatOf('en');
  const rest = items
    .filter(({ customerName }) => customerName === 'Contoso GmbH')
    .slice(-more)
    .reduce((sum, { subtotal }) => sum + Math.round(Number(subtotal.amount) * 100), 0);
  expect(text).toContain(english.customerCut('Contoso GmbH'));
  expect(text).toContain(
    flat(`${english.rest(more, number(more))} ${money((rest / 100).toFixed(2), 'EUR')} ${money('0.00', 'EUR')}`),
  );
  expect(text).toContain(flat(`${english.allLines} ${money(totals.subtotal.amount, 'EUR')}`));
});
