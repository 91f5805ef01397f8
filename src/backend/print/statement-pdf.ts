/**
 * A statement as a PDF that a person files (portal 9.2). Loaded when somebody asks for one: see `printer.ts`.
 *
 * The document is tagged: headings, tables with header cells, and what only decorates or repeats is marked as such.
 */
import PDFDocument from 'pdfkit';
import { formatOf } from '../../i18n/explain';
import type { Format } from '../../i18n/format';
import { localeOf } from '../../i18n/language';
import { statement as english, type StatementWords } from '../../i18n/statement.en';
import { statement as swedish } from '../../i18n/statement.sv';
import { startOf } from '../../kernel/calendar';
import { moneyText, unitPriceText, type Money } from '../../kernel/money';
import type { Statement, StatementGroup, StatementLine } from '../resources/statement';
import type { Fonts } from './printer';
import { drawTable, heightOf, INK, LINE, rowOf, type Cell, type Row } from './table';
import { typefaceOf } from './typeface';

type Doc = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

const MUTED = '#605e5c';
const TINT = '#f3f2f1';
const WARNING = '#fff4ce';

const SIDE = 40;
const TOP = 64;
const BOTTOM = 56;
const GAP = 18;

/** Where paper is cut to another size than A4 (CLDR, paper size US letter). */
const LETTER = new Set(['US', 'CA', 'MX', 'CL', 'CO', 'CR', 'GT', 'PA', 'PH', 'PR', 'SV', 'VE']);

/** Microsoft Corporation's number at the tax office of the United States. */
const FEIN = '91-1144442';

/** More of a name than fits on a few lines helps nobody. */
const LONGEST_NAME = 160;

interface Sheet {
  readonly doc: Doc;
  readonly words: StatementWords;
  readonly format: Format;
  readonly statement: Statement;
  /** A text of somebody else, cut to a length that stays in its place. */
  readonly name: (text: string) => string;
  readonly money: (amount: Money) => string;
  readonly left: number;
  readonly width: number;
}

export async function statementPdf(statement: Statement, fonts: Fonts): Promise<Uint8Array<ArrayBuffer>> {
  const words = statement.language === 'sv' ? swedish : english;
  const format = formatOf(statement.language);
  const { regular, semiBold, printable } = typefaceOf(fonts);
  const doc = new PDFDocument({
    size: LETTER.has(statement.partner.country) ? 'LETTER' : 'A4',
    margins: { top: TOP, bottom: BOTTOM, left: SIDE, right: SIDE },
    // Page numbers say how many there are.
    bufferPages: true,
    // No standard font: they know western Europe only.
    font: '',
    pdfVersion: '1.7',
    tagged: true,
    lang: localeOf(statement.language),
    displayTitle: true,
    info: {
      Title: words.numbered(statement.invoice.id),
      Author: words.author,
      Subject: words.simulation,
      // Of the simulated world, so that the same invoice is the same file.
      CreationDate: new Date(startOf(statement.invoice.date)),
    },
  });
  const finished = bytesOf(doc);
  // The library takes a font that is taken apart already; its types do not know yet.
  doc.registerFont('regular', regular as unknown as Uint8Array);
  doc.registerFont('semiBold', semiBold as unknown as Uint8Array);
  const sheet: Sheet = {
    doc,
    words,
    format,
    statement,
    name: (text) => printable(clip(text)),
    money: (amount) => printable(format.money(moneyText(amount), amount.currency)),
    left: SIDE,
    width: doc.page.width - 2 * SIDE,
  };
  const root = doc.struct('Document');
  doc.addStructure(root);
  firstPage(sheet, root);
  await detailPages(sheet, root);
  if (statement.publishers.length > 0) publisherPage(sheet, root);
  root.end();
  runningHeads(sheet);
  doc.end();
  return finished;
}

function bytesOf(doc: Doc): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const parts: Uint8Array[] = [];
    let size = 0;
    doc.on('data', (part: Uint8Array) => {
      parts.push(part);
      size += part.length;
    });
    doc.on('error', reject);
    doc.on('end', () => {
      const bytes = new Uint8Array(size);
      let at = 0;
      for (const part of parts) {
        bytes.set(part, at);
        at += part.length;
      }
      resolve(bytes);
    });
  });
}

function clip(text: string): string {
  const letters = Array.from(text);
  return letters.length <= LONGEST_NAME ? text : `${letters.slice(0, LONGEST_NAME - 1).join('')}…`;
}

/** What only decorates or repeats: readers aloud pass over it. */
function artifact(doc: Doc, type: 'Layout' | 'Pagination', draw: () => void): void {
  doc.markContent('Artifact', { type });
  draw();
  doc.endMarkedContent();
}

interface Style {
  readonly size: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly width: number;
  readonly align?: 'right';
}

/** Writes a tagged text. Returns where the next thing below it begins. */
function write(
  { doc }: Sheet,
  parent: Element,
  tag: string,
  text: string,
  [x, y]: readonly [number, number],
  { size, bold = false, color = INK, width, align }: Style,
): number {
  let end = y;
  const draw = () => {
    doc.font(bold ? 'semiBold' : 'regular', size).fillColor(color);
    doc.text(text, x, y, { width, ...(align && { align }) });
    end = doc.y;
  };
  parent.add(doc.struct(tag, {}, draw));
  return end;
}

function firstPage(sheet: Sheet, parent: Element): void {
  const { doc, words, format, statement, left, width, money } = sheet;
  const { invoice, summary } = statement;
  const section = doc.struct('Sect');
  parent.add(section);
  const half = (width - GAP) / 2;
  const right = left + half + GAP;

  const title = write(sheet, section, 'H1', words.title, [left, 40], { size: 26, bold: true, width: half });
  const number = write(sheet, section, 'P', invoice.id, [left, title], { size: 13, color: MUTED, width: half });
  const label = write(sheet, section, 'P', words.total, [right, 44], {
    size: 9,
    color: MUTED,
    width: half,
    align: 'right',
  });
  const total = write(sheet, section, 'P', money(summary.total), [right, label], {
    size: 20,
    bold: true,
    width: half,
    align: 'right',
  });
  const due = write(sheet, section, 'P', `${words.due}: ${format.date(invoice.dueOn)}`, [right, total], {
    size: 9,
    color: MUTED,
    width: half,
    align: 'right',
  });

  const warned = warning(sheet, section, Math.max(number, due) + 12);
  const address = addresses(sheet, section, [left, warned + GAP], half);
  const facts = factTable(sheet, section, [right, warned + GAP], half);

  const heading = write(sheet, section, 'H2', words.summary, [left, Math.max(address, facts) + GAP], {
    size: 13,
    bold: true,
    width,
  });
  const charged = summaryTable(sheet, section, heading + 4);

  const ways = [
    [words.instructions, words.instructionsText(invoice.id, format.date(invoice.dueOn))],
    [words.service, words.serviceText],
  ] as const;
  ways.forEach(([name, text], index) => {
    const x = index === 0 ? left : right;
    const below = write(sheet, section, 'H2', name, [x, charged + GAP], { size: 10, bold: true, width: half });
    write(sheet, section, 'P', text, [x, below + 2], { size: 9, width: half });
  });
  section.end();
}

/** Nobody must pay it by mistake. */
function warning(sheet: Sheet, section: Element, y: number): number {
  const { doc, words, left, width } = sheet;
  const inner = { size: 10, width: width - 24 };
  doc.font('semiBold', 10);
  const first = doc.heightOfString(words.simulation, inner);
  doc.font('regular', 9);
  const second = doc.heightOfString(words.simulationText, inner);
  const height = first + second + 16;
  artifact(doc, 'Layout', () => {
    doc.save().rect(left, y, width, height).fill(WARNING);
    doc.rect(left, y, 4, height).fill('#8a6100').restore();
  });
  const below = write(sheet, section, 'P', words.simulation, [left + 14, y + 8], { ...inner, bold: true });
  write(sheet, section, 'P', words.simulationText, [left + 14, below], { ...inner, size: 9 });
  return y + height;
}

function addresses(sheet: Sheet, section: Element, [x, top]: readonly [number, number], width: number): number {
  const { words, format, statement, name } = sheet;
  const { partner } = statement;
  let y = top;
  for (const heading of [words.billTo, words.recipient]) {
    y = write(sheet, section, 'H2', heading, [x, y], { size: 10, bold: true, width });
    y = write(sheet, section, 'P', name(partner.name), [x, y + 2], { size: 10, width });
    y = write(sheet, section, 'P', format.country(partner.country), [x, y], { size: 10, width });
    y = write(sheet, section, 'P', name(words.mpnId(partner.mpnId)), [x, y], { size: 10, color: MUTED, width }) + 10;
  }
  return y;
}

function factTable(sheet: Sheet, section: Element, [x, y]: readonly [number, number], width: number): number {
  const { doc, words, format, statement } = sheet;
  const { invoice } = statement;
  const facts: readonly (readonly [string, string])[] = [
    [words.number, invoice.id],
    [words.date, format.date(invoice.date)],
    [words.period, `${format.date(invoice.startsOn)} – ${format.date(invoice.endsOn)}`],
    [words.terms, words.days(invoice.paymentDays)],
    [words.due, format.date(invoice.dueOn)],
    [words.currency, invoice.currency],
    [words.customerNumber, statement.customerNumber],
    // The line is there to be filled in: nobody can give an order number here.
    [words.order, ''],
    [words.fein, FEIN],
  ];
  const widths = [width * 0.42, width * 0.58];
  const rows = facts.map(([name, value]) =>
    rowOf(doc, widths, [
      { text: name, size: 9, header: 'Row', color: MUTED },
      { text: value, size: 9, align: 'right' },
    ]),
  );
  return drawTable(doc, section, [x, y], widths, rows);
}

function summaryTable(sheet: Sheet, section: Element, y: number): number {
  const { doc, words, statement, left, width, money } = sheet;
  const { summary, invoice } = statement;
  const widths = [width - 140, 140];
  const row = (name: string, amount: Money, bold = false): Row =>
    rowOf(
      doc,
      widths,
      [
        { text: name, size: 10, bold, header: 'Row' },
        { text: money(amount), size: 10, bold, align: 'right', isWhole: true },
      ],
      bold ? TINT : undefined,
    );
  return drawTable(doc, section, [left, y], widths, [
    row(words.charges[invoice.kind], summary.charges),
    row(words.usage, summary.usage),
    row(words.discounts, summary.discounts),
    row(words.credits, summary.credits),
    row(words.subtotal, summary.subtotal, true),
    row(words.tax, summary.tax),
    row(words.otherCredits, summary.otherCredits),
    row(words.total, summary.total, true),
  ]);
}

const SMALL = 7.5;
/** Date, description (what is left), quantity, unit price, discounts, amount, tax, total. */
const COLUMNS = [50, undefined, 38, 58, 44, 61, 50, 61] as const;

async function detailPages(sheet: Sheet, parent: Element): Promise<void> {
  const { doc, words, format, statement, left, width, money } = sheet;
  const section = doc.struct('Sect');
  parent.add(section);
  doc.addPage();
  const heading = write(sheet, section, 'H2', words.lines, [left, TOP], { size: 15, bold: true, width });
  const { lines } = statement.invoice;
  const text = words.linesText(lines, format.number(lines));
  let y = write(sheet, section, 'P', text, [left, heading + 2], { size: 9, color: MUTED, width }) + 8;

  const fixed = COLUMNS.reduce<number>((sum, column) => sum + (column ?? 0), 0);
  const widths = COLUMNS.map((column) => column ?? width - fixed);
  const headers = rowOf(
    doc,
    widths,
    Object.entries(words.columns).map(([id, name]): Cell => ({
      text: name,
      size: SMALL,
      bold: true,
      header: 'Column',
      isWhole: true,
      ...(id !== 'date' && id !== 'description' && { align: 'right' }),
    })),
    TINT,
  );

  let page: Row[] = [headers];
  let used = headers.height;
  const flush = (): void => {
    y = drawTable(doc, section, [left, y], widths, page);
  };
  /** @param with_ stays on the page on which this row is; `again` stands above it at the top of a new page. */
  const add = async (row: Row, next: Row | undefined, again?: Row): Promise<void> => {
    // The library would break a row that ends exactly at the margin.
    if (y + used + row.height + (next?.height ?? 0) > doc.page.height - BOTTOM - 1) {
      flush();
      await breath();
      doc.addPage();
      y = TOP;
      page = again ? [headers, again] : [headers];
      used = page.reduce((sum, { height }) => sum + height, 0);
    }
    page.push(row);
    used += row.height;
  };

  for (const group of statement.groups) {
    const name = rowOf(doc, widths, [customerCell(sheet, group, widths.length)]);
    const own = group.lines.map((line) => lineRow(sheet, widths, line));
    await add(name, own[0]);
    const subtotal = subtotalRow(sheet, widths, group);
    for (const row of own) await add(row, row === own.at(-1) ? subtotal : undefined, name);
    await add(subtotal, undefined);
  }
  if (statement.rest) {
    const { rest } = statement;
    await add(sumRow(doc, widths, words.rest(rest.lines, format.number(rest.lines)), rest, money), undefined);
  }
  await add(sumRow(doc, widths, words.allLines, statement.invoice, money, TINT), undefined);
  flush();
  section.end();
}

/** Lets the world answer others between two pages. */
function breath(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

function customerCell({ name }: Sheet, { customer }: StatementGroup, span: number): Cell {
  return { text: `${name(customer.name)}, ${name(customer.domain)}`, size: 8.5, bold: true, header: 'Row', span };
}

function lineRow(sheet: Sheet, widths: readonly number[], line: StatementLine): Row {
  const { doc, words, format, name, money } = sheet;
  const description = [
    name(line.product),
    `${line.chargeType}, ${format.date(line.startsOn)} – ${format.date(line.endsOn)}`,
    ...(line.publisher === undefined ? [] : [name(words.publisher(line.publisher))]),
    ...(line.rate === undefined ? [] : [words.rate(rateText(sheet, line.rate))]),
  ].join('\n');
  const { unitPrice } = line;
  const figure = (text: string): Cell => ({ text, size: SMALL, align: 'right', isWhole: true });
  return rowOf(doc, widths, [
    { text: format.date(line.date), size: SMALL, isWhole: true },
    { text: description, size: SMALL },
    figure(format.number(line.quantity)),
    figure(name(format.money(unitPriceText(unitPrice), unitPrice.currency))),
    figure(money({ ...line.subtotal, minor: 0 })),
    figure(money(line.subtotal)),
    figure(money(line.tax)),
    figure(money(line.total)),
  ]);
}

/** What one unit of the price list's currency is worth in the invoice's. */
function rateText({ statement }: Sheet, rate: string): string {
  return statement.language === 'sv' ? rate.replace('.', ',') : rate;
}

function subtotalRow({ doc, words, name, money }: Sheet, widths: readonly number[], group: StatementGroup): Row {
  const text = group.isCut ? words.customerCut(group.customer.name) : words.customerTotal(group.customer.name);
  return sumRow(doc, widths, name(text), group, money);
}

function sumRow(
  doc: Doc,
  widths: readonly number[],
  text: string,
  { subtotal, tax, total }: Pick<StatementLine, 'subtotal' | 'tax' | 'total'>,
  money: (amount: Money) => string,
  fill?: string,
): Row {
  const figure = (amount: Money): Cell => ({
    text: money(amount),
    size: SMALL,
    bold: true,
    align: 'right',
    isWhole: true,
  });
  return rowOf(
    doc,
    widths,
    [
      { text, size: SMALL, bold: true, header: 'Row', span: widths.length - 3 },
      figure(subtotal),
      figure(tax),
      figure(total),
    ],
    fill,
  );
}

/** Who else sells what is on the invoice: its last page (portal 9.2). */
function publisherPage(sheet: Sheet, parent: Element): void {
  const { doc, words, statement, left, width, name } = sheet;
  const section = doc.struct('Sect');
  parent.add(section);
  doc.addPage();
  const heading = write(sheet, section, 'H2', words.publishers, [left, TOP], { size: 15, bold: true, width });
  const text = write(sheet, section, 'P', words.publishersText, [left, heading + 2], { size: 9, color: MUTED, width });
  const widths = [width / 2, width / 2];
  const cell = (value: string, header?: 'Column' | 'Row'): Cell => ({
    text: value,
    size: 9,
    ...(header && { header, bold: true }),
  });
  const headers = rowOf(doc, widths, [cell(words.publisherName, 'Column'), cell(words.publisherSite, 'Column')], TINT);
  let y = text + 8;
  let page = [headers];
  for (const { name: publisher, site } of statement.publishers) {
    const row = rowOf(doc, widths, [
      cell(name(publisher), 'Row'),
      cell(site === undefined ? words.noSite : name(site)),
    ]);
    if (y + heightOf(page) + row.height > doc.page.height - BOTTOM - 1) {
      drawTable(doc, section, [left, y], widths, page);
      doc.addPage();
      y = TOP;
      page = [headers];
    }
    page.push(row);
  }
  drawTable(doc, section, [left, y], widths, page);
  section.end();
}

/** What stands on every page: whose invoice it is, that it is none, and which page of how many. */
function runningHeads({ doc, words, format, statement, left, width, name }: Sheet): void {
  const { count } = doc.bufferedPageRange();
  const right = left + width;
  for (let index = 0; index < count; index++) {
    doc.switchToPage(index);
    artifact(doc, 'Pagination', () => {
      doc.font('regular', 8).fillColor(MUTED);
      const place = (text: string, y: number, atRight = false) =>
        doc.text(text, atRight ? right - doc.widthOfString(text) : left, y, { lineBreak: false });
      const foot = doc.page.height - 36;
      if (index > 0) {
        place(words.numbered(statement.invoice.id), 32);
        const title = name(statement.partner.name);
        place(title.length > 60 ? `${title.slice(0, 59)}…` : title, 32, true);
      }
      place(words.simulation, foot);
      place(words.page(format.number(index + 1), format.number(count)), foot, true);
      doc
        .moveTo(left, foot - 6)
        .lineTo(right, foot - 6)
        .lineWidth(0.5)
        .stroke(LINE);
    });
  }
}
