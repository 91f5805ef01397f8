/** What holds in random histories: `SEED` chooses other ones, `HISTORIES` how many. */
import fc from 'fast-check';
import { test } from 'vitest';
import { histories, play, type History, type Play } from './histories';

export const SEED = Number(process.env['SEED'] ?? 20_211_001);
export const COUNT = Number(process.env['HISTORIES'] ?? 300);

/** The same histories are asked again and again; each is played once. */
const plays = new Map<string, Play>();

export function playOf(history: History): Play {
  const name = JSON.stringify(history);
  const known = plays.get(name) ?? play(history);
  plays.set(name, known);
  return known;
}

/** Numbers in [0, 1): where a property cuts the history or a move of the clock. */
export const someCuts = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
  minLength: 3,
  maxLength: 6,
});

export function holds(title: string, check: (history: History, cuts: readonly number[]) => void): void {
  test(title, { timeout: 600_000 }, () => {
    fc.assert(fc.property(histories, someCuts, check), { seed: SEED, numRuns: COUNT });
  });
}
