import { call } from '../../api/client';
import type { Clock } from '../../api/simulation';
import { useMessages } from '../../ui/language';
import { useNotify } from '../../ui/notify';
import { useCommand, type Command } from '../../ui/useCommand';
import { forgetMove } from './clock-mover';
import type { ImportBody } from './world-file';

export interface Replacement {
  body: ImportBody | { scenario: string };
  /** What to say when it is done. */
  done: string;
}

/** Puts another world in the place of this one, which stays one Undo away (decisions 18). */
export function useReplaceWorld(onDone?: () => void): Command<Replacement, Clock> {
  const t = useMessages();
  const notify = useNotify();
  const undo = useCommand<void, Clock>(
    (_nothing, requestId) =>
      call<Clock>('/simulation/v1/world', { method: 'PUT', body: { previous: true }, requestId }),
    {
      onSuccess: () => {
        forgetMove();
        notify({ intent: 'success', text: t.simulation.undone });
      },
      onError: (error) => notify({ intent: 'error', text: error.message }),
    },
  );
  return useCommand(
    ({ body }: Replacement, requestId) => call<Clock>('/simulation/v1/world', { method: 'PUT', body, requestId }),
    {
      onSuccess: (_clock, { done }) => {
        forgetMove();
        notify({
          intent: 'success',
          text: done,
          action: { label: t.simulation.undo, onClick: () => undo.mutate() },
        });
        onDone?.();
      },
    },
  );
}
