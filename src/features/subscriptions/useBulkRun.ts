import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ListQuery } from '../../api/queries';
import type { SubscriptionRow } from '../../api/dashboard';
import { newRequestId } from '../../ui/request-id';
import { switchAutoRenew, type BulkResult, type BulkTarget } from './bulk-run';
import { isTicked, type Ticks } from './selection';
import { everySubscription } from './subscription-export';

/** What was asked for when the panel opened. */
export interface BulkWish {
  autoRenew: boolean;
  ticks: Ticks<SubscriptionRow>;
  /** Where the list lives in the API, and what it was searched and filtered by. */
  path: string;
  query: ListQuery;
}

type Phase = 'gathering' | 'checking' | 'checked' | 'applying' | 'applied';

export interface BulkState {
  phase: Phase;
  /** Subscriptions of the wish: read so far while gathering, then all of them. */
  gathered: { done: number; total: number };
  /** What the dry run found. */
  checks: BulkResult[];
  /** What was done, of those that would change. */
  applications: BulkResult[];
  error: unknown;
}

export interface Bulk extends BulkState {
  /** Checks that lead to a change. */
  toApply: BulkTarget[];
  running: boolean;
  stop: () => void;
  /** After a stop or a failure: goes on where it was. */
  goOn: () => void;
  apply: () => void;
}

const START: BulkState = {
  phase: 'gathering',
  gathered: { done: 0, total: 0 },
  checks: [],
  applications: [],
  error: undefined,
};

/** A bulk change from its dry run to its results. It begins when it is mounted and stops when it is not any more. */
export function useBulkRun(wish: BulkWish): Bulk {
  const queryClient = useQueryClient();
  const [state, setState] = useState(START);
  const [running, setRunning] = useState(true);
  const work = useRef<{ stop: AbortController; live: boolean }>(undefined);
  const targets = useRef<BulkTarget[]>(undefined);
  const ids = useRef(new Map<string, string>());

  const run = useCallback(
    async (apply: boolean, checks: readonly BulkResult[], applications: readonly BulkResult[]): Promise<void> => {
      const mine = { stop: new AbortController(), live: true };
      work.current = mine;
      const { signal } = mine.stop;
      const report = (change: (state: BulkState) => BulkState): void => {
        if (mine.live) setState(change);
      };
      const pass = (all: readonly BulkTarget[], done: number, phase: 'checks' | 'applications') =>
        switchAutoRenew({
          targets: all.slice(done),
          autoRenew: wish.autoRenew,
          dryRun: phase === 'checks',
          signal,
          requestIdOf: ({ id }) => keptId(ids.current, `${phase} ${id}`),
          onResults: (results) => report((present) => ({ ...present, [phase]: [...present[phase], ...results] })),
        });
      try {
        if (apply) {
          await pass(changing(checks), applications.length, 'applications');
          report((present) => ({ ...present, phase: 'applied' }));
          return;
        }
        targets.current ??= await gather(wish, signal, (done, total) =>
          report((present) => ({ ...present, gathered: { done, total } })),
        );
        const all = targets.current;
        report((present) => ({ ...present, phase: 'checking', gathered: { done: all.length, total: all.length } }));
        await pass(all, checks.length, 'checks');
        report((present) => ({ ...present, phase: 'checked' }));
      } catch (error) {
        if (!signal.aborted) report((present) => ({ ...present, error }));
      } finally {
        if (mine.live) setRunning(false);
        // Also when the panel is gone: what has been done shows in the lists.
        if (apply) void queryClient.invalidateQueries();
      }
    },
    [wish, queryClient],
  );

  useEffect(() => {
    void run(false, [], []);
    return () => {
      if (work.current) work.current.live = false;
      work.current?.stop.abort();
    };
  }, [run]);

  const { phase, checks, applications } = state;
  const again = (apply: boolean, done: readonly BulkResult[]): void => {
    setRunning(true);
    setState((present) => ({ ...present, error: undefined, ...(apply ? { phase: 'applying' } : {}) }));
    void run(apply, checks, done);
  };
  return {
    ...state,
    toApply: changing(checks),
    running,
    stop: () => work.current?.stop.abort(),
    goOn: () => again(phase === 'applying' || phase === 'applied', applications),
    apply: () => again(true, []),
  };
}

function changing(checks: readonly BulkResult[]): BulkTarget[] {
  return checks.flatMap(({ target, outcome }) => (outcome.kind === 'changed' ? [target] : []));
}

/** The rows that are meant, in the order of the list; all matches are read whether the list has loaded them or not. */
async function gather(
  { ticks, path, query }: BulkWish,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<BulkTarget[]> {
  const rows =
    ticks.mode === 'only'
      ? [...ticks.rows.values()]
      : (await everySubscription(path, query, signal, onProgress)).filter(({ id }) => isTicked(ticks, id));
  return rows.map(({ id, customerId, name, customerName }) => ({ id, customerId, name, customerName }));
}

function keptId(ids: Map<string, string>, what: string): string {
  const id = ids.get(what) ?? newRequestId();
  ids.set(what, id);
  return id;
}
