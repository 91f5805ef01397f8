import { DAY, HOUR, instant, MINUTE } from '../kernel/calendar';

export interface TimeLeft {
  days: number;
  hours: number;
  minutes: number;
}

/** How far an instant of the API is away, in whole minutes; nothing when it is there or past. */
export function timeLeft(until: string, now: string): TimeLeft | undefined {
  const left = instant(until) - instant(now);
  if (left <= 0) return undefined;
  return {
    days: Math.floor(left / DAY),
    hours: Math.floor((left % DAY) / HOUR),
    minutes: Math.floor((left % HOUR) / MINUTE),
  };
}
