import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { BatchAnswer, Preview } from '../../../api/dashboard';
import { previewQuery, useSending, type Asked } from '../change-query';
import type { Change, Target } from '../change-requests';

/** So long a choice has to stand before the world is asked about it: nobody waits for every digit of a number. */
const PAUSE_MS = 200;

export interface LiveChange {
  /** What the choice would do; while another one is worked out, still the one before (`working`). */
  preview: Preview | undefined;
  working: boolean;
  /** Why the world says no to the choice. */
  refusal: string | undefined;
  error: Error | null;
  retry: () => void;
  /** Set when the choice, as its consequences are shown, can be sent. */
  submit: (() => void) | undefined;
  sending: boolean;
}

/**
 * The way of a change that is chosen in a panel: its consequences stand below the choice and follow it and the world, and
 * what is shown is what is sent. `change`: absent while nothing is chosen.
 */
export function useLiveChange(
  target: Target,
  change: Change | undefined,
  onDone: (change: Change, answer: BatchAnswer) => void,
): LiveChange {
  const id = JSON.stringify(change);
  const asked = useSettled(id);
  const current = change && asked === id ? ({ change, id } satisfies Asked) : undefined;
  const query = useQuery({
    ...previewQuery(target, current),
    enabled: current !== undefined,
    placeholderData: change && keepPreviousData,
  });
  const send = useSending(onDone);
  const { data, error, isFetching, isPlaceholderData } = query;
  const ready = current !== undefined && !isFetching && !isPlaceholderData ? data : undefined;
  // What was said about another choice is over with it.
  const sendError = send.variables && JSON.stringify(send.variables.change) === id ? send.error : null;
  const failure = current ? (sendError ?? error) : null;
  return {
    preview: change && data?.preview.accepted ? data.preview : undefined,
    working: change !== undefined && !ready && !failure,
    refusal: ready?.preview.refusal?.description,
    error: failure,
    retry: () => {
      if (sendError && current && data) send.mutate({ change: current.change, requests: data.requests });
      else void query.refetch();
    },
    submit:
      current && ready?.preview.accepted
        ? () => send.mutate({ change: current.change, requests: ready.requests })
        : undefined,
    sending: send.isPending,
  };
}

/** The value as soon as it has not changed for a while; at first at once. */
function useSettled(value: string | undefined): string | undefined {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
