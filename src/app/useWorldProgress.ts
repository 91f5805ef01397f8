import { useEffect, useState } from 'react';
import { onWorldChanged } from './host';

export interface WorldProgress {
  done: number;
  total: number;
}

/** How far a long piece of the world's work has come, while there is one (a large scenario, years of the clock). */
export function useWorldProgress(): WorldProgress | undefined {
  const [progress, setProgress] = useState<WorldProgress>();
  useEffect(
    () =>
      onWorldChanged((change) => {
        const under = change.kind === 'progress' && change.done < change.total;
        setProgress(under ? { done: change.done, total: change.total } : undefined);
      }),
    [],
  );
  return progress;
}
