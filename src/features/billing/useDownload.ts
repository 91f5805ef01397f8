import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { downloadFile } from '../../ui/csv';
import { useNotify } from '../../ui/notify';

export interface Download<Subject> {
  /** What is on its way. */
  running: Subject | undefined;
  error: unknown;
  start: (subject: Subject) => void;
  retry: () => void;
  cancel: () => void;
}

/** A file that has been read, and what is said when it is saved. */
export interface ReadFile {
  name: string;
  type: string;
  parts: readonly Blob[];
  told: string;
}

/**
 * One file at a time: it may be cancelled, and ends with the screen.
 * @param read keep it between renders.
 */
export function useDownload<Subject>(
  read: (subject: Subject, signal: AbortSignal) => Promise<ReadFile>,
): Download<Subject> {
  const notify = useNotify();
  const [running, setRunning] = useState<Subject>();
  const [error, setError] = useState<unknown>();
  const controller = useRef<AbortController>(undefined);
  const wished = useRef<Subject>(undefined);
  useEffect(() => () => controller.current?.abort(), []);

  const save = useCallback(
    async (subject: Subject): Promise<void> => {
      if (controller.current) return;
      const own = new AbortController();
      controller.current = own;
      wished.current = subject;
      setError(undefined);
      setRunning(() => subject);
      try {
        const { name, type, parts, told } = await read(subject, own.signal);
        // Cancelled while the last piece was written: the person does not want the file any more.
        if (own.signal.aborted) return;
        downloadFile(name, type, ...parts);
        notify({ intent: 'success', text: told });
      } catch (cause) {
        if (!own.signal.aborted) setError(cause);
      } finally {
        controller.current = undefined;
        setRunning(undefined);
      }
    },
    [read, notify],
  );

  return useMemo(
    () => ({
      running,
      error,
      start: (subject) => void save(subject),
      retry: () => {
        if (wished.current !== undefined) void save(wished.current);
      },
      cancel: () => controller.current?.abort(),
    }),
    [running, error, save],
  );
}
