import type { CsvCell } from '../i18n/csv';
import type { Language } from '../i18n/language';

export type { CsvCell };

/** Saves rows as a CSV file. */
export async function downloadCsv(
  filename: string,
  header: readonly string[],
  rows: readonly (readonly CsvCell[])[],
  language: Language,
): Promise<void> {
  // The writer is loaded when the first file is: most visits save none.
  const { csvText } = await import('../i18n/csv');
  downloadFile(filename, CSV, csvText(header, rows, language));
}

export const CSV = 'text/csv;charset=utf-8';

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
