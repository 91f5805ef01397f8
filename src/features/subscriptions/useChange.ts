import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Preview } from '../../api/dashboard';
import { newRequestId } from '../../ui/request-id';
import { previewQuery, useSending, type Asked } from './change-query';
import { isHarmless, type Change, type Target } from './change-requests';

export interface ChangeFlow {
  /** Works out what a change would do; sends it at once when nobody needs to be asked. */
  ask: (change: Change) => void;
  /** Between asking and the answer. */
  working: boolean;
  /** Why the world says no, while that is so; the same in the dialog and beside the form. */
  refusal: string | undefined;
  error: Error | null;
  retry: () => void;
  /** Set while the person is asked. */
  question: { change: Change; preview: Preview | undefined } | undefined;
  confirm: () => void;
  dismiss: () => void;
  sending: boolean;
}

/**
 * The way of every change of the details page: the very requests are tried on a copy of the world, their consequences
 * are shown, and what was shown is sent, all of it or nothing. While the question stands it follows the world: another
 * tab or the clock makes it be worked out again.
 */
export function useChange(target: Target, onDone: (change: Change) => void): ChangeFlow {
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState<Asked>();
  const [open, setOpen] = useState(false);
  const [asking, setAsking] = useState(false);
  const preview = useQuery({ ...previewQuery(target, asked), enabled: asked !== undefined && !asking });
  const send = useSending((change) => {
    setOpen(false);
    setAsked(undefined);
    onDone(change);
  });

  const ask = async (change: Change): Promise<void> => {
    const next = { change, id: newRequestId() };
    send.reset();
    setOpen(false);
    setAsked(next);
    setAsking(true);
    try {
      const { requests, preview: answer } = await queryClient.fetchQuery(previewQuery(target, next));
      if (answer.accepted && isHarmless(change, answer)) send.mutate({ change, requests });
      else setOpen(answer.accepted);
    } catch {
      // Shown beside the form: the query holds it.
      return;
    } finally {
      setAsking(false);
    }
  };
  const { data } = preview;
  return {
    ask: (change) => {
      if (!asking && !send.isPending) void ask(change);
    },
    working: asking || (!open && (send.isPending || (asked !== undefined && preview.isPending))),
    refusal: asked && !asking ? data?.preview.refusal?.description : undefined,
    error: asked && !asking ? (send.error ?? preview.error) : null,
    retry: () => {
      if (!asked) return;
      if (send.error && data) send.mutate({ change: asked.change, requests: data.requests });
      else void ask(asked.change);
    },
    question:
      open && asked ? { change: asked.change, preview: preview.isFetching ? undefined : data?.preview } : undefined,
    confirm: () => {
      if (asked && data?.preview.accepted && !preview.isFetching) {
        send.mutate({ change: asked.change, requests: data.requests });
      }
    },
    dismiss: () => {
      setOpen(false);
      setAsked(undefined);
    },
    sending: send.isPending,
  };
}
