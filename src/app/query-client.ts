import { QueryClient } from '@tanstack/react-query';
import { TransportError } from '../api/client';

/** A cache that remembers when everything in it was last asked for anew. */
class WorldCache extends QueryClient {
  lastInvalidated = 0;

  override invalidateQueries(...options: Parameters<QueryClient['invalidateQueries']>): Promise<void> {
    this.lastInvalidated = performance.now();
    return super.invalidateQueries(...options);
  }
}

/**
 * The cache of the API's answers. The server is one process away and says when its world changes, so nothing goes stale
 * by time; `networkMode: 'always'` because it answers offline too.
 */
export const queryClient = new WorldCache({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: Infinity,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      retry: (count, error) => count < 3 && error instanceof TransportError,
      retryDelay: (attempt) => 100 * 2 ** attempt,
      throwOnError: false,
    },
    mutations: { networkMode: 'always', throwOnError: false },
  },
});

const BURST_MS = 20;
let scheduled: ReturnType<typeof setTimeout> | undefined;

/**
 * Asks for everything on screen again after a change of the world. The changes of one move come in a burst and count
 * once; a change of our own has often been followed up already, by the command that made it.
 */
export function refreshSoon(): void {
  const changedAt = performance.now();
  clearTimeout(scheduled);
  scheduled = setTimeout(() => {
    if (queryClient.lastInvalidated < changedAt) void queryClient.invalidateQueries();
  }, BURST_MS);
}
