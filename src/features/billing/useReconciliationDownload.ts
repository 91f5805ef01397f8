import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { CSV, downloadFile } from '../../ui/csv';
import { useFormat, useMessages } from '../../ui/language';
import { useNotify } from '../../ui/notify';
import { invoicePath, type InvoiceName } from './links';
import { readReconciliation } from './reconciliation-file';

export interface ReconciliationDownload {
  /** The invoice whose file is on its way, as its path. */
  running: string | undefined;
  progress: { done: number; total: number };
  error: unknown;
  start: (invoice: InvoiceName) => void;
  retry: () => void;
  cancel: () => void;
}

/** One reconciliation file at a time: it is read with progress, may be cancelled, and ends with the screen. */
export function useReconciliationDownload(): ReconciliationDownload {
  const t = useMessages();
  const format = useFormat();
  const notify = useNotify();
  const [running, setRunning] = useState<string>();
  const [progress, setProgress] = useState({ done: 0, total: 0 });
  const [error, setError] = useState<unknown>();
  const controller = useRef<AbortController>(undefined);
  const wished = useRef<InvoiceName>(undefined);
  useEffect(() => () => controller.current?.abort(), []);

  const save = useCallback(
    async (invoice: InvoiceName): Promise<void> => {
      if (controller.current) return;
      const own = new AbortController();
      controller.current = own;
      wished.current = invoice;
      setError(undefined);
      setProgress({ done: 0, total: 0 });
      setRunning(invoicePath(invoice));
      try {
        const file = await readReconciliation(invoice, own.signal, (done, total) => setProgress({ done, total }));
        // Cancelled while the last piece was written: the person does not want the file any more.
        if (own.signal.aborted) return;
        downloadFile(file.name, CSV, ...file.parts);
        notify({
          intent: 'success',
          text: t.billing.downloaded(file.lines, format.number(file.lines), file.name),
        });
      } catch (cause) {
        if (!own.signal.aborted) setError(cause);
      } finally {
        controller.current = undefined;
        setRunning(undefined);
      }
    },
    [t, format, notify],
  );

  return useMemo(
    () => ({
      running,
      progress,
      error,
      start: (invoice) => void save(invoice),
      retry: () => {
        if (wished.current) void save(wished.current);
      },
      cancel: () => controller.current?.abort(),
    }),
    [running, progress, error, save],
  );
}
