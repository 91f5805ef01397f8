import { addDays, dateOf, formatInstant, instant, startOf, type Instant } from '../../kernel/calendar';

const LEG_DAYS = 30;

/**
 * The stops of a long move. The clock is moved leg by leg, so that there is progress to show and a place to stop;
 * one long jump and many short ones give the same history. The last stop is `to` itself; none when `to` is not ahead.
 */
export function legsOf(from: string, to: string, legDays = LEG_DAYS): string[] {
  const start = instant(from);
  const end = instant(to);
  const timeOfDay = start - startOf(dateOf(start));
  const stops: string[] = [];
  for (let leg = 1; ; leg++) {
    const stop = (startOf(addDays(dateOf(start), leg * legDays)) + timeOfDay) as Instant;
    if (stop >= end) break;
    stops.push(formatInstant(stop));
  }
  if (end > start) stops.push(formatInstant(end));
  return stops;
}

/** How much of the way is done, from 0 to 1. */
export function shareDone(from: string, to: string, now: string): number {
  const whole = instant(to) - instant(from);
  return whole <= 0 ? 1 : Math.min(1, Math.max(0, (instant(now) - instant(from)) / whole));
}
