import { QueryClient } from '@tanstack/react-query';
import { TransportError } from '../api/client';

/**
 * The cache of the API's answers. The server is one process away and says when its world changes, so nothing goes stale
 * by time; `networkMode: 'always'` because it answers offline too.
 */
export const queryClient = new QueryClient({
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

let scheduled: ReturnType<typeof setTimeout> | undefined;

/** Asks for everything on screen again, soon: the changes of one move come in a burst and count once. */
export function refreshSoon(): void {
  scheduled ??= setTimeout(() => {
    scheduled = undefined;
    void queryClient.invalidateQueries();
  }, 20);
}
