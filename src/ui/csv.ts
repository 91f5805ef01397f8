import type { Language } from '../i18n/language';

/**
 * A cell of an exported file. Plain strings are text; numbers, exact decimals and UTC days are written as the language's
 * spreadsheet reads them (decisions 38).
 */
export type CsvCell = string | number | { decimal: string } | { day: string };

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
  if (language === 'sv') return iso;
  const [year, month, date] = iso.split('-');
  return `${Number(month)}/${Number(date)}/${year}`;
}

/** Makes a file piece by piece, so that a long one neither stops the screen nor is held twice. */
export interface CsvWriter {
  add(rows: readonly (readonly CsvCell[])[]): void;
  /** The pieces, to be joined without anything between them. */
  readonly parts: readonly string[];
}

/** Begins a file with the byte order mark that makes Excel read it as UTF-8, and its header. */
export async function csvWriter(header: readonly string[], language: Language): Promise<CsvWriter> {
  const { default: Papa } = await import('papaparse');
  const options = { delimiter: language === 'sv' ? ';' : ',', newline: '\r\n' };
  const parts = [`\uFEFF${Papa.unparse([header.map(defuseText)], options)}`];
  return {
    parts,
    add: (rows) => {
      if (rows.length === 0) return;
      const lines = Papa.unparse(
        rows.map((row) => row.map((cell) => cellText(cell, language))),
        options,
      );
      parts.push(`\r\n${lines}`);
    },
  };
}

/** The whole file. */
export async function csvText(
  header: readonly string[],
  rows: readonly (readonly CsvCell[])[],
  language: Language,
): Promise<string> {
  const writer = await csvWriter(header, language);
  writer.add(rows);
  return writer.parts.join('');
}

/** Saves rows as a CSV file. */
export async function downloadCsv(
  filename: string,
  header: readonly string[],
  rows: readonly (readonly CsvCell[])[],
  language: Language,
): Promise<void> {
  downloadCsvParts(filename, [await csvText(header, rows, language)]);
}

/** Saves what a writer has made. */
export function downloadCsvParts(filename: string, parts: readonly string[]): void {
  downloadFile(filename, 'text/csv;charset=utf-8', ...parts);
}

/** Hands a text or bytes, whole or in parts, to the browser as a file to keep. */
export function downloadFile(filename: string, type: string, ...parts: readonly (string | Blob)[]): void {
  const address = URL.createObjectURL(new Blob([...parts], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = filename;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the blob after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
