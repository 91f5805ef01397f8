import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { callForDocument } from '../../api/client';
import { downloadFile } from '../../ui/csv';
import { useMessages } from '../../ui/language';
import { useNotify } from '../../ui/notify';

const PDF = 'application/pdf';

export interface StatementDownload {
  /** The invoice that is being made into a document. */
  running: string | undefined;
  error: unknown;
  start: (invoiceId: string) => void;
  retry: () => void;
}

/** One document at a time; what is still being made when the screen is left is not saved. */
export function useStatementDownload(): StatementDownload {
  const t = useMessages();
  const notify = useNotify();
  const [running, setRunning] = useState<string>();
  const [error, setError] = useState<unknown>();
  const controller = useRef<AbortController>(undefined);
  const wished = useRef<string>(undefined);
  useEffect(() => () => controller.current?.abort(), []);

  const save = useCallback(
    async (invoiceId: string): Promise<void> => {
      if (controller.current) return;
      const own = new AbortController();
      controller.current = own;
      wished.current = invoiceId;
      setError(undefined);
      setRunning(invoiceId);
      try {
        const path = `/v1/invoices/${encodeURIComponent(invoiceId)}/documents/statement`;
        const { name, content } = await callForDocument(path, PDF, { signal: own.signal });
        if (own.signal.aborted) return;
        downloadFile(name, PDF, content);
        notify({ intent: 'success', text: t.billing.statementSaved(name) });
      } catch (cause) {
        if (!own.signal.aborted) setError(cause);
      } finally {
        controller.current = undefined;
        setRunning(undefined);
      }
    },
    [t, notify],
  );

  return useMemo(
    () => ({
      running,
      error,
      start: (invoiceId) => void save(invoiceId),
      retry: () => {
        if (wished.current !== undefined) void save(wished.current);
      },
    }),
    [running, error, save],
  );
}
