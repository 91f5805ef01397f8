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
  return flat(
    Papa.unparse(
      rows.map((row) => row.map((cell) => cellText(cell, language))),
      { delimiter: language === 'sv' ? ';' : ',', newline: '\r\n' },
    ),
  );
}

/**
 * A text that was put together from thousands keeps them all alive until somebody looks into it, and a long file spends
 * its time on collecting them: with this it is written in half the time (measured in V8).
 */
function flat(text: string): string {
  return text.charCodeAt(0) >= 0 ? text : '';
}
