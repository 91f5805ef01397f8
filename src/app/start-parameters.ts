import { formatInstant, parseDate, parseInstant, startOf, type Instant } from '../kernel/calendar';

/** What a link may ask of the simulation before the first screen: `?scenario=X&fresh=1&now=…&user=…`. */
export interface StartParameters {
  scenario?: string;
  fresh: boolean;
  now?: string;
  user?: string;
}

const NAMES = ['scenario', 'fresh', 'now', 'user'] as const;

/** The wishes in an address, or `undefined` when it has none. */
export function readStartParameters(search: string): StartParameters | undefined {
  const params = new URLSearchParams(search);
  if (!NAMES.some((name) => params.has(name))) return undefined;
  const scenario = params.get('scenario');
  const now = params.get('now');
  const user = params.get('user');
  return {
    fresh: params.get('fresh') === '1',
    ...(scenario && { scenario }),
    ...(now && { now }),
    ...(user && { user }),
  };
}

/** The address without those wishes: a reload goes on instead of starting over (decisions 18). */
export function withoutStartParameters(search: string): string {
  const params = new URLSearchParams(search);
  for (const name of NAMES) params.delete(name);
  const text = params.toString();
  return text ? `?${text}` : '';
}

/** The scenario to open in a fresh world, if any: another one than the stored world's, or the same when asked afresh. */
export function scenarioToOpen(wishes: StartParameters, current: string): string | undefined {
  const wanted = wishes.scenario ?? (wishes.fresh ? current : undefined);
  return wanted !== undefined && (wishes.fresh || wanted !== current) ? wanted : undefined;
}

/** Where `&now=` leads: forward to an instant, nowhere, or it is refused because it lies in the past or is none. */
export function clockWish(
  wish: string,
  now: string,
): { kind: 'forward'; to: string } | { kind: 'there' | 'past' | 'unreadable' } {
  const day = parseDate(wish);
  const asked: Instant | undefined = day ? startOf(day) : parseInstant(wish);
  const current = parseInstant(now);
  if (asked === undefined || current === undefined) return { kind: 'unreadable' };
  if (asked === current) return { kind: 'there' };
  return asked < current ? { kind: 'past' } : { kind: 'forward', to: formatInstant(asked) };
}
