import { useCallback } from 'react';
import { callForDocument } from '../../api/client';
import { useMessages } from '../../ui/language';
import { useDownload, type Download } from './useDownload';

const PDF = 'application/pdf';

/** An invoice, by its number, that is being made into a document. */
export type StatementDownload = Download<string>;

export function useStatementDownload(): StatementDownload {
  const t = useMessages();
  const read = useCallback(
    async (invoiceId: string, signal: AbortSignal) => {
      const path = `/v1/invoices/${encodeURIComponent(invoiceId)}/documents/statement`;
      const { name, content } = await callForDocument(path, PDF, { signal });
      return { name, type: PDF, parts: [content], told: t.billing.statementSaved(name) };
    },
    [t],
  );
  return useDownload(read);
}
