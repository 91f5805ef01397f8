import type { ReconciliationPage } from '../../api/billing';
import { call } from '../../api/client';
import { invoiceAddress, type InvoiceName } from './links';

/** Lines of one piece: so few that the page reads one between two frames. */
const CHUNK = 1_000;

export interface ReconciliationFile {
  name: string;
  parts: readonly Blob[];
  lines: number;
}

/** Reads an invoice's reconciliation file piece by piece, as the server writes it; `onProgress` hears how far it is. */
export async function readReconciliation(
  name: InvoiceName,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<ReconciliationFile> {
  const { invoice, query } = invoiceAddress(name);
  const path = `/dashboard/v1/invoices/${encodeURIComponent(invoice)}/reconciliation`;
  // Each piece becomes bytes at once: a hundred thousand lines of text in one would stop the screen.
  const parts: Blob[] = [];
  for (let lines = 0; ;) {
    const piece = await call<ReconciliationPage>(path, { query: { ...query, size: CHUNK, offset: lines }, signal });
    parts.push(new Blob([piece.csv]));
    lines += piece.lines;
    onProgress(lines, piece.totalCount);
    if (piece.lines === 0 || lines >= piece.totalCount) return { name: `${piece.name}.csv`, parts, lines };
  }
}
