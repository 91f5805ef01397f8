import { useCallback, useMemo, useState } from 'react';
import { CSV } from '../../ui/csv';
import { useFormat, useMessages } from '../../ui/language';
import type { InvoiceName } from './links';
import { readReconciliation } from './reconciliation-file';
import { useDownload, type Download } from './useDownload';

export interface ReconciliationDownload extends Download<InvoiceName> {
  progress: { done: number; total: number };
}

/** The reconciliation file of an invoice, read with progress. */
export function useReconciliationDownload(): ReconciliationDownload {
  const t = useMessages();
  const format = useFormat();
  const [progress, setProgress] = useState({ done: 0, total: 0 });
  const read = useCallback(
    async (invoice: InvoiceName, signal: AbortSignal) => {
      setProgress({ done: 0, total: 0 });
      const { name, parts, lines } = await readReconciliation(invoice, signal, (done, total) =>
        setProgress({ done, total }),
      );
      return { name, type: CSV, parts, told: t.billing.downloaded(lines, format.number(lines), name) };
    },
    [t, format],
  );
  const download = useDownload(read);
  return useMemo(() => ({ ...download, progress }), [download, progress]);
}
