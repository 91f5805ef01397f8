import type { Fault } from '../api/simulation';

/** A fault that acts on a request, and the list with its counts moved on. */
export interface FaultHit {
  readonly fault: Fault['fault'] | undefined;
  readonly faults: readonly Fault[];
}

/**
 * The first fault that matches and is due to act. Counted, never drawn: the nth match acts when `everyNth` says so, at
 * most `times` times (decisions 16). The simulation's own calls are never harmed.
 */
export function hitFault(faults: readonly Fault[], method: string, path: string): FaultHit {
  if (/^\/simulation\//i.test(path)) return { fault: undefined, faults };
  let acting: Fault['fault'] | undefined;
  const counted = faults.map((each) => {
    if (acting || !matches(each, method, path)) return each;
    const matched = (each.matched ?? 0) + 1;
    const acted = each.acted ?? 0;
    const acts = matched % (each.everyNth ?? 1) === 0 && acted < (each.times ?? Infinity);
    if (acts) acting = each.fault;
    return { ...each, matched, acted: acts ? acted + 1 : acted };
  });
  return { fault: acting, faults: counted };
}

function matches({ match }: Fault, method: string, path: string): boolean {
  if (match.method && match.method.toUpperCase() !== method) return false;
  return match.path === undefined || globPattern(match.path).test(path);
}

/** `*` stands for one part of a path, `**` for any number. */
function globPattern(glob: string): RegExp {
  const pattern = glob
    .split('**')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*'))
    .join('.*');
  return new RegExp(`^${pattern}$`, 'i');
}
