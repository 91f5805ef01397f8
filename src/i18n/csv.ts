/** Exported files as each language's spreadsheet reads them (decisions 38). The screens and the server write by it. */
import Papa from 'papaparse';
import type { Language } from './language';

/**
 * A cell of an exported file. Plain strings are text; numbers, exact decimals and UTC days are written as the language's
 * spreadsheet reads them.
 */
export type CsvCell = string | number | { readonly decimal: string } | { readonly day: string };

/** Text that a spreadsheet would run as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** A text cell that no spreadsheet will take for a formula. */
export function defuseText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** One cell as it stands in the file: English M/D/YYYY and decimal point, Swedish ISO dates and decimal comma. */
export function cellText(cell: CsvCell, language: Language): string {
  if (typeof cell === 'string') return defuseText(cell);
  if (typeof cell === 'number') return decimalText(String(cell), language);
  if ('decimal' in cell) return decimalText(cell.decimal, language);
  return dayText(cell.day, language);
}

function decimalText(text: string, language: Language): string {
  return language === 'sv' ? text.replace('.', ',') : text;
}

function dayText(day: string, language: Language): string {
  const iso = day.slice(0, 10);
  if (language === 'sv' || iso === '') return iso;
  return `${Number(iso.slice(5, 7))}/${Number(iso.slice(8))}/${iso.slice(0, 4)}`;
}

/** The beginning of a file: the byte order mark that makes Excel read it as UTF-8, and the header. */
export function csvHead(header: readonly string[], language: Language): string {
  return `\uFEFF${lines([header], language)}`;
}

/** Rows that follow on what is there: a long file is written piece by piece, with nothing between the pieces. */
export function csvRows(rows: readonly (readonly CsvCell[])[], language: Language): string {
  return rows.length === 0 ? '' : `\r\n${lines(rows, language)}`;
}

/** The whole file. */
export function csvText(header: readonly string[], rows: readonly (readonly CsvCell[])[], language: Language): string {
  return csvHead(header, language) + csvRows(rows, language);
}

function lines(rows: readonly (readonly CsvCell[])[], language: Language): string {
  const delimiter = language === 'sv' ? ';' : ',';
  const field = (cell: CsvCell): string => {
    const text = cellText(cell, language);
    // Numbers and days have nothing to quote, and few texts have: a file may have millions of cells.
    return typeof cell === 'string' && QUOTABLE.test(text) ? Papa.unparse([[text]], { delimiter }) : text;
  };
  return rows.map((row) => row.map(field).join(delimiter)).join('\r\n');
}

/** Text that may need quotes; the library knows whether it does, and how. */
const QUOTABLE = /[",;\r\n\uFEFF]|^\s|\s$/;
