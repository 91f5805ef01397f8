/** What a change would do, and carrying it out: the two calls behind every change of the details page. */
import { call } from '../../api/client';
import type { BatchAnswer, BatchRequest, Preview, PreviewRequest } from '../../api/dashboard';
import { useCommand } from '../../ui/useCommand';
import { requestsOf, type Change, type Target } from './change-requests';

const BATCH = '/dashboard/v1/batch';

/** A question that was put to the world. `id` keeps it apart from the same one at another time. */
export interface Asked {
  change: Change;
  id: string;
}

/** The very requests of a change, tried on a copy of the world. */
export function previewQuery(target: Target, asked: Asked | undefined) {
  return {
    queryKey: ['change', target.customerId, target.id, asked?.id],
    queryFn: async ({ signal }: { signal: AbortSignal }) => {
      if (!asked) throw new Error('Nothing was asked');
      const requests = await requestsOf(target, asked.change, (path) => call(path, { signal }));
      const body = { mode: 'all', requests } satisfies BatchRequest;
      const request: PreviewRequest = { method: 'POST', path: BATCH, body };
      const preview = await call<Preview>('/dashboard/v1/preview', { method: 'POST', body: request, signal });
      return { requests, preview };
    },
    staleTime: Infinity,
    // An answer is about the world as it was when it was asked.
    gcTime: 10_000,
  };
}

/** Sends the requests of a change, all of them or none. */
export function useSending(onDone: (change: Change, answer: BatchAnswer) => void) {
  return useCommand<{ change: Change; requests: PreviewRequest[] }, BatchAnswer>(
    ({ requests }, requestId) =>
      call(BATCH, { method: 'POST', body: { mode: 'all', requests } satisfies BatchRequest, requestId }),
    { onSuccess: (answer, { change }) => onDone(change, answer) },
  );
}
