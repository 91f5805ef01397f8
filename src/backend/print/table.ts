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

/** Colour of the lines between rows. */
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
    const width = widths.slice(column, column + span).reduce((sum, each) => sum + each, 0) - SIDES;
    column += span;
    const size = cell.isWhole ? fittingSize(doc, cell, width) : cell.size;
    doc.font(fontOf(cell), size);
    height = Math.max(height, doc.heightOfString(cell.text, { width }));
    return { ...cell, size };
  });
  // A fraction more: a text that ends exactly at its edge would get dots.
  return { cells: fitted, height: height + PADDING.top + PADDING.bottom + 0.5, fill };
}

function fittingSize(doc: Doc, cell: Cell, width: number): number {
  const needed = doc.font(fontOf(cell), cell.size).widthOfString(cell.text) + 0.5;
  return needed <= width ? cell.size : Math.max(SMALLEST, (cell.size * width) / needed);
}

function fontOf({ bold }: Cell): string {
  return bold ? 'semiBold' : 'regular';
}

export function heightOf(rows: readonly Row[]): number {
  return rows.reduce((sum, { height }) => sum + height, 0);
}

/** Draws and tags rows that have room on the page. Returns where they end. */
export function drawTable(
  doc: Doc,
  parent: PDFKit.PDFStructureElement,
  [x, y]: readonly [number, number],
  widths: readonly number[],
  rows: readonly Row[],
): number {
  // The library tags a table that it is told the parent of; its types do not know yet.
  const table: PDFKit.Mixins.TableOptionsWithData & { structParent: PDFKit.PDFStructureElement; maxWidth: number } = {
    position: { x, y },
    maxWidth: widths.reduce((sum, width) => sum + width, 0),
    columnStyles: widths.map((width) => ({ width })),
    rowStyles: (index) => ({ height: rows[index]?.height ?? 0 }),
    structParent: parent,
    data: rows.map(({ cells, fill }) =>
      cells.map((cell): PDFKit.Mixins.CellOptions => ({
        text: cell.text,
        font: { src: fontOf(cell), size: cell.size },
        textColor: cell.color ?? '#1b1a19',
        align: { x: cell.align ?? 'left', y: 'top' },
        colSpan: cell.span ?? 1,
        type: cell.header ? 'TH' : 'TD',
        ...(cell.header && { scope: cell.header }),
        ...(fill !== undefined && { backgroundColor: fill }),
        padding: PADDING,
        border: 0,
      })),
    ),
  };
  doc.table(table);
  return ruled(doc, [x, y], table.maxWidth, rows);
}

/** The lines below the rows; not as borders of cells, which would be told to readers aloud one by one. */
function ruled(doc: Doc, [x, y]: readonly [number, number], width: number, rows: readonly Row[]): number {
  let end = y;
  doc.markContent('Artifact', { type: 'Layout' });
  for (const { height } of rows) {
    end += height;
    doc.moveTo(x, end).lineTo(x + width, end);
  }
  doc.lineWidth(0.5).stroke(LINE);
  doc.endMarkedContent();
  return end;
}
