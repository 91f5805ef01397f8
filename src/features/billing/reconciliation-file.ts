import type { ReconciliationPage } from '../../api/billing';
import { call } from '../../api/client';
import type { Language } from '../../i18n/language';
import { csvWriter } from '../../ui/csv';
import { invoiceAddress, type InvoiceName } from './links';

/** The most lines of one answer (REST API 11). */
const CHUNK = 2_000;

export interface ReconciliationFile {
  name: string;
  parts: readonly string[];
  lines: number;
}

/** Reads an invoice's reconciliation file piece by piece; `onProgress` hears how far it is. */
export async function readReconciliation(
  name: InvoiceName,
  language: Language,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<ReconciliationFile> {
  const { invoice, query } = invoiceAddress(name);
  const path = `/dashboard/v1/invoices/${encodeURIComponent(invoice)}/reconciliation`;
  const page = (offset: number) => call<ReconciliationPage>(path, { query: { ...query, size: CHUNK, offset }, signal });
  let next = await page(0);
  const file = await csvWriter(next.header, language);
  let lines = 0;
  for (;;) {
    file.add(next.items);
    lines += next.items.length;
    onProgress(lines, next.totalCount);
    if (next.items.length === 0 || lines >= next.totalCount) {
      return { name: `${next.name}.csv`, parts: file.parts, lines };
    }
    next = await page(lines);
  }
}
