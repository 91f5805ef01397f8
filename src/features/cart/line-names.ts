/**
 * Names for the lines of a cart that stay when the API numbers the lines anew: a removal must not move what is being
 * typed into one line to another.
 */
export interface LineNames {
  readonly next: number;
  /** In the order in which the view shows them. */
  readonly shown: readonly number[];
  /** In the order that the cart has by now; without what was removed since. */
  readonly now: readonly number[];
  /** Being removed: the view may know of it before the removal's own answer has come. */
  readonly leaving: readonly number[];
}

const range = (from: number, length: number): number[] => Array.from({ length }, (_, index) => from + index);

export function nameLines(count: number): LineNames {
  const names = range(0, count);
  return { next: count, shown: names, now: names, leaving: [] };
}

/** The names that fit a view of `count` lines; the same object where nothing has to change. */
export function fitNames(names: LineNames, count: number): LineNames {
  if (count === names.now.length) return names.shown === names.now ? names : { ...names, shown: names.now };
  const without = names.now.filter((name) => !names.leaving.includes(name));
  if (count === without.length) return { ...names, shown: without, now: without };
  if (count === names.shown.length) return names;
  // Another tab, or the clock, has changed the cart: these are other lines.
  const fresh = range(names.next, count);
  return { ...names, next: names.next + count, shown: fresh, now: fresh };
}

export function startLeaving(names: LineNames, name: number): LineNames {
  return { ...names, leaving: [...names.leaving, name] };
}

export function stay(names: LineNames, name: number): LineNames {
  return { ...names, leaving: names.leaving.filter((each) => each !== name) };
}

/** After the API has answered a removal; the view follows later. */
export function leave(names: LineNames, name: number): LineNames {
  return { ...stay(names, name), now: names.now.filter((each) => each !== name) };
}
