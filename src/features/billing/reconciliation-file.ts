import { RECONCILIATION } from '../../api/billing';
import { apiLocale, callFile, TransportError } from '../../api/client';
import { invoiceAddress, type InvoiceName } from './links';

/** Lines of one piece: so few that it passes through the page between two frames. */
const CHUNK = 1_000;
/** Pieces that are on their way at once: the server writes the next ones while the page reads one. */
const AHEAD = 3;

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
  const ask = (offset: number) => {
    const piece = callFile(path, 'text/csv', { query: { ...query, size: CHUNK, offset }, signal, locale });
    // Where one fails the others are given up; the failure is heard where the first of them is awaited.
    piece.catch(() => undefined);
    return piece;
  };
  const locale = apiLocale();
  const parts: Blob[] = [];
  let lines = 0;
  let file = '';
  let whole = 0;
  let asked = CHUNK;
  const onTheWay = [ask(0)];
  for (let next = onTheWay.shift(); next; next = onTheWay.shift()) {
    const { headers, content } = await next;
    const total = Number(headers.get(RECONCILIATION.total));
    const named = headers.get(RECONCILIATION.name) ?? '';
    // An estimate grows, a rewind takes back: pieces of two files are none.
    if (parts.length > 0 && (named !== file || total !== whole)) throw new TransportError('The lines have changed.');
    file = named;
    whole = total;
    for (; onTheWay.length < AHEAD && asked < total; asked += CHUNK) onTheWay.push(ask(asked));
    // Each on its own: all of them in one go, or `response.blob()`, would stop the screen.
    parts.push(new Blob([content]));
    lines += Number(headers.get(RECONCILIATION.lines));
    onProgress(lines, total);
  }
  return { name: file, parts, lines };
}
