/** Tables whose rows are measured first: a page takes as many as it has room for, and no text leaves its cell. */

type Doc = PDFKit.PDFDocument;

export interface Cell {
  readonly text: string;
  readonly size: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly align?: 'right';
  /** Of its column, or of its row. */
  readonly header?: 'Column' | 'Row';
  /** Columns that it takes. */
  readonly span?: number;
  /** On one line in a smaller size rather than on two: an amount that is cut or broken would be another one. */
  readonly isWhole?: boolean;
}

export interface Row {
  readonly cells: readonly Cell[];
  readonly height: number;
  readonly fill: string | undefined;
}

/** Colours of texts, and of the lines between rows. */
export const INK = '#1b1a19';
export const LINE = '#d2d0ce';

const PADDING = { top: 3, bottom: 3, left: 4, right: 4 };
const SIDES = PADDING.left + PADDING.right;
const SMALLEST = 4;

/** A row as high as its highest text. */
export function rowOf(doc: Doc, widths: readonly number[], cells: readonly Cell[], fill?: string): Row {
  let column = 0;
  let height = 0;
  const fitted = cells.map((cell) => {
    const span = cell.span ?? 1;
    const width = widthOf(widths, column, span) - SIDES;
    column += span;
    const size = cell.isWhole ? fittingSize(doc, cell, width) : cell.size;
    doc.font(fontOf(cell), size);
    height = Math.max(height, doc.heightOfString(cell.text, { width }));
    return { ...cell, size };
  });
  return { cells: fitted, height: height + PADDING.top + PADDING.bottom, fill };
}

function fittingSize(doc: Doc, cell: Cell, width: number): number {
  const needed = doc.font(fontOf(cell), cell.size).widthOfString(cell.text) + 0.5;
  return needed <= width ? cell.size : Math.max(SMALLEST, (cell.size * width) / needed);
}

function fontOf({ bold }: Pick<Cell, 'bold'>): string {
  return bold ? 'semiBold' : 'regular';
}

export function heightOf(rows: readonly Row[]): number {
  return rows.reduce((sum, { height }) => sum + height, 0);
}

/**
 * Draws and tags rows that have room on the page. Returns where they end.
 *
 * Not by the library's own `table()`: it draws a text in exactly the width that it has measured, and now and then loses the
 * end of one to a rounding; and it tells readers aloud the width and the padding of every cell.
 */
export function drawTable(
  doc: Doc,
  parent: PDFKit.PDFStructureElement,
  [x, y]: readonly [number, number],
  widths: readonly number[],
  rows: readonly Row[],
): number {
  const table = doc.struct('Table');
  parent.add(table);
  let top = y;
  for (const row of rows) {
    decorate(doc, row, [x, top], widthOf(widths, 0, widths.length));
    const line = doc.struct('TR');
    table.add(line);
    let column = 0;
    for (const cell of row.cells) {
      const span = cell.span ?? 1;
      const place = [x + widthOf(widths, 0, column) + PADDING.left, top + PADDING.top] as const;
      line.add(cellOf(doc, cell, place, widthOf(widths, column, span) - SIDES));
      column += span;
    }
    line.end();
    top += row.height;
  }
  table.end();
  return top;
}

function widthOf(widths: readonly number[], from: number, span: number): number {
  return widths.slice(from, from + span).reduce((sum, width) => sum + width, 0);
}

function cellOf(
  doc: Doc,
  { text, size, bold, color = INK, align, header, span }: Cell,
  [x, y]: readonly [number, number],
  width: number,
): PDFKit.PDFStructureElement {
  const cell = doc.struct(header ? 'TH' : 'TD', {}, () => {
    doc.font(fontOf({ bold }), size).fillColor(color);
    if (text !== '') doc.text(text, x, y, { width, ...(align && { align }) });
  });
  if (header || span !== undefined) {
    const attributes = doc.ref({ O: 'Table', ...(header && { Scope: header }), ...(span && { ColSpan: span }) });
    attributes.end(undefined);
    // As the library does it for tables of its own; its types hide it.
    (cell as unknown as { dictionary: { data: { A?: unknown } } }).dictionary.data.A = attributes;
  }
  return cell;
}

/** What is behind a row, and the line below it: readers aloud pass over both. */
function decorate(doc: Doc, { fill, height }: Row, [x, y]: readonly [number, number], width: number): void {
  doc.markContent('Artifact', { type: 'Layout' });
  if (fill !== undefined) doc.rect(x, y, width, height).fill(fill);
  doc
    .moveTo(x, y + height)
    .lineTo(x + width, y + height)
    .lineWidth(0.5)
    .stroke(LINE);
  doc.endMarkedContent();
}
