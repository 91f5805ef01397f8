import { DAY, HOUR, instant, MINUTE } from '../../kernel/calendar';

export interface TimeLeft {
  days: number;
  hours: number;
  minutes: number;
}

/** How much time is left between two instants of the API, in whole minutes; nothing when it is over. */
export function timeLeft(until: string, now: string): TimeLeft | undefined {
  const left = instant(until) - instant(now);
  if (left <= 0) return undefined;
  return {
    days: Math.floor(left / DAY),
    hours: Math.floor((left % DAY) / HOUR),
    minutes: Math.floor((left % HOUR) / MINUTE),
  };
}
