import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useCommand } from '../../ui/useCommand';
import type { Cart } from '../../api/carts';
import type { LineChange } from './cart-edits';

/** Brings whatever a field still holds to the API; false when that is impossible or was refused. */
export type Flush = () => Promise<boolean>;

/** Tells the cart about something that must be settled before it can be bought; answers how to take that back. */
export type Register = (flush: Flush) => () => void;

export interface LineField {
  /** What the field shows: the person's text until the cart holds it, then the cart's. */
  text: string;
  setText: (text: string) => void;
  /** Sends the text (or `text`) when it differs from the cart's and makes sense. */
  commit: (text?: string) => void;
  pending: boolean;
  error: Error | null;
}

/**
 * One editable value of a line. Nothing typed is lost: text that makes no sense, and text that the API refuses, stays
 * in the field with the reason beside it.
 */
export function useLineField({
  saved,
  show,
  read,
  changeOf,
  send,
  register,
}: {
  /** The value that the cart holds. */
  saved: string;
  /** How the field shows a value. */
  show: (value: string) => string;
  /** The value that a text means; undefined for none. */
  read: (text: string) => string | undefined;
  changeOf: (value: string) => LineChange;
  send: (change: LineChange, requestId: string) => Promise<Cart>;
  register: Register;
}): LineField {
  const [draft, setDraft] = useState<string>();
  const command = useCommand(send);
  /** The value that the cart is known to hold; the view may show it a moment later. */
  const held = useRef(saved);
  const [seen, setSeen] = useState(saved);
  if (seen !== saved) {
    setSeen(saved);
    if (draft !== undefined && read(draft) === saved) setDraft(undefined);
  }
  const running = useRef<Promise<boolean> | undefined>(undefined);
  const latest = useRef({ draft, saved, read, changeOf, command });
  useLayoutEffect(() => {
    latest.current = { draft, saved, read, changeOf, command };
  });
  useLayoutEffect(() => {
    held.current = saved;
  }, [saved]);

  const commit = useCallback((text?: string): Promise<boolean> => {
    if (text !== undefined) {
      latest.current.draft = text;
      setDraft(text);
    }
    running.current ??= sendUntilSettled().finally(() => {
      running.current = undefined;
    });
    return running.current;

    /** What is typed while an answer is awaited is sent after it. */
    async function sendUntilSettled(): Promise<boolean> {
      for (;;) {
        const { draft: typed, command: sender } = latest.current;
        if (typed === undefined) return true;
        const value = latest.current.read(typed);
        if (value === undefined) return false;
        if (value === held.current) {
          sender.reset();
          if (value === latest.current.saved) setDraft(undefined);
          return true;
        }
        try {
          await sender.mutateAsync(latest.current.changeOf(value));
        } catch {
          // Shown beside the field: `command.error`.
          return false;
        }
        held.current = value;
      }
    }
  }, []);

  useEffect(() => register(() => commit()), [register, commit]);

  return {
    text: draft ?? show(saved),
    setText: setDraft,
    commit: useCallback((text?: string) => void commit(text), [commit]),
    pending: command.isPending,
    error: command.error,
  };
}
