import { addPeriod, MAX_INSTANT, type Instant } from '../kernel/calendar';

/** Years that the clock moves at once at most: a longer way would settle for minutes, and somebody waits for it. */
export const LONGEST_MOVE_YEARS = 100;

/** The last instant to which the clock moves at once. */
export function longestMove(from: Instant): Instant {
  return Math.min(MAX_INSTANT, addPeriod(from, { months: 12 * LONGEST_MOVE_YEARS, milliseconds: 0 })) as Instant;
}

/** Whether a move of the clock is longer than it may be, wherever it is asked for: a call, a scenario, a snapshot. */
export function isTooFar(from: Instant, to: Instant): boolean {
  return to > longestMove(from);
}
