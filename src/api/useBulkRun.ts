import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { changeEach, type BulkEdit, type BulkResult, type BulkTarget } from './bulk-run';

/** What shall be done. Keep it between renders: another one is another run. */
export interface BulkWork {
  /** Reads which subscriptions are meant; `onProgress` hears how far it is. */
  gather: (signal: AbortSignal, onProgress: (done: number, total: number) => void) => Promise<BulkTarget[]>;
  edit: BulkEdit;
}

type Phase = 'gathering' | 'checking' | 'checked' | 'applying' | 'applied';

export interface BulkState {
  phase: Phase;
  /** Subscriptions that are meant: read so far while gathering, then all of them. */
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

/** What a run keeps besides its state: who is meant, and the ids under which its batches are sent again. */
interface Kept {
  targets: BulkTarget[] | undefined;
  ids: Map<string, string>;
}

/**
 * A bulk change from its dry run to its results. It begins when there is work, ends when there is none any more, and
 * stops when it is not mounted any more. `newRequestId` draws the ids of its batches.
 */
export function useBulkRun(work: BulkWork | undefined, newRequestId: () => string): Bulk {
  const queryClient = useQueryClient();
  const [state, setState] = useState(START);
  const [running, setRunning] = useState(work !== undefined);
  const [begun, setBegun] = useState(work);
  if (begun !== work) {
    setBegun(work);
    setState(START);
    setRunning(work !== undefined);
  }
  const attempt = useRef<{ stop: AbortController; live: boolean }>(undefined);
  const kept = useRef<Kept>({ targets: undefined, ids: new Map() });

  const run = useCallback(
    async (apply: boolean, checks: readonly BulkResult[], applications: readonly BulkResult[]): Promise<void> => {
      if (!work) return;
      const mine = { stop: new AbortController(), live: true };
      attempt.current = mine;
      const { signal } = mine.stop;
      const { current } = kept;
      const report = (change: (state: BulkState) => BulkState): void => {
        if (mine.live) setState(change);
      };
      const pass = (all: readonly BulkTarget[], done: number, phase: 'checks' | 'applications') =>
        changeEach({
          targets: all.slice(done),
          edit: work.edit,
          dryRun: phase === 'checks',
          signal,
          requestIdOf: ({ id }) => keptId(current.ids, `${phase} ${id}`, newRequestId),
          onResults: (results) => report((present) => ({ ...present, [phase]: [...present[phase], ...results] })),
        });
      try {
        if (apply) {
          await pass(changing(checks), applications.length, 'applications');
          report((present) => ({ ...present, phase: 'applied' }));
          return;
        }
        current.targets ??= await work.gather(signal, (done, total) =>
          report((present) => ({ ...present, gathered: { done, total } })),
        );
        const all = current.targets;
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
    [work, queryClient, newRequestId],
  );

  useEffect(() => {
    kept.current = { targets: undefined, ids: new Map() };
    void run(false, [], []);
    return () => {
      if (attempt.current) attempt.current.live = false;
      attempt.current?.stop.abort();
    };
  }, [work, run]);

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
    stop: () => attempt.current?.stop.abort(),
    goOn: () => again(phase === 'applying' || phase === 'applied', applications),
    apply: () => again(true, []),
  };
}

function changing(checks: readonly BulkResult[]): BulkTarget[] {
  return checks.flatMap(({ target, outcome }) => (outcome.kind === 'changed' ? [target] : []));
}

function keptId(ids: Map<string, string>, what: string, draw: () => string): string {
  const id = ids.get(what) ?? draw();
  ids.set(what, id);
  return id;
}
