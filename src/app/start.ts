import { createStore } from 'zustand/vanilla';
import { call, RefusalError } from '../api/client';
import type { Session } from '../api/dashboard';
import type { Clock } from '../api/simulation';
import { legsOf } from '../features/simulation/legs';
import { startHost } from './host';
import { clockWish, readStartParameters, scenarioToOpen, type StartParameters } from './start-parameters';

/** Something about the start that the person should know. */
export type StartNotice =
  | { kind: 'opened'; title: string }
  | { kind: 'nowIgnored'; asked: string; now: string }
  | { kind: 'nowUnreadable'; asked: string }
  | { kind: 'userUnknown'; asked: string }
  | { kind: 'linkFailed'; reason: string | undefined };

export type Start =
  | { phase: 'starting' }
  | { phase: 'opening'; scenario: string }
  | { phase: 'moving' }
  | { phase: 'ready'; notices: readonly StartNotice[] }
  | { phase: 'failed'; error: unknown };

/** How far the start has come. The first screen is drawn at once and fills when this is `ready`. */
export const start = createStore<Start>(() => ({ phase: 'starting' }));

let begun = false;

/** Starts the host, then does what the address asks for. Called once, by main. */
export async function beginStart(): Promise<void> {
  if (begun) return;
  begun = true;
  try {
    await startHost();
    const wishes = readStartParameters(window.location.search);
    const notices = wishes ? await follow(wishes) : [];
    start.setState({ phase: 'ready', notices }, true);
  } catch (error) {
    reportError(error);
    start.setState({ phase: 'failed', error }, true);
  }
}

/**
 * Opens the state that a link names (decisions 18). A wish that is refused is told and passed over: the world that is
 * there is better than none.
 */
async function follow(wishes: StartParameters): Promise<StartNotice[]> {
  const notices: StartNotice[] = [];
  const attempt = async (step: () => Promise<void>): Promise<void> => {
    try {
      await step();
    } catch (error) {
      notices.push({ kind: 'linkFailed', reason: error instanceof RefusalError ? error.message : undefined });
    }
  };
  await attempt(async () => {
    const { scenario: current } = await call<Session>('/dashboard/v1/session');
    const scenario = scenarioToOpen(wishes, current.name);
    if (scenario === undefined) return;
    start.setState({ phase: 'opening', scenario }, true);
    await call<Clock>('/simulation/v1/world', { method: 'PUT', body: { scenario } });
    const opened = await call<Session>('/dashboard/v1/session');
    notices.push({ kind: 'opened', title: opened.scenario.title });
  });
  const { now: asked, user } = wishes;
  if (asked !== undefined) {
    await attempt(async () => {
      const { now } = await call<Clock>('/simulation/v1/clock');
      const wish = clockWish(asked, now);
      if (wish.kind === 'past') notices.push({ kind: 'nowIgnored', asked, now });
      if (wish.kind === 'unreadable') notices.push({ kind: 'nowUnreadable', asked });
      if (wish.kind !== 'forward') return;
      start.setState({ phase: 'moving' }, true);
      for (const to of legsOf(now, wish.to)) {
        await call('/simulation/v1/clock/advance', { method: 'POST', body: { to } });
      }
    });
  }
  if (user !== undefined) {
    await attempt(async () => {
      const { users } = await call<Session>('/dashboard/v1/session');
      if (users.some(({ id }) => id === user)) {
        await call('/simulation/v1/identity', { method: 'PUT', body: { userId: user } });
      } else notices.push({ kind: 'userUnknown', asked: user });
    });
  }
  return notices;
}
