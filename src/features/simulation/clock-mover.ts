import { createStore } from 'zustand/vanilla';
import { call, TransportError } from '../../api/client';
import { newRequestId } from '../../ui/request-id';
import type { AdvanceAnswer, AdvanceRequest, HistoryEvent } from '../../api/simulation';
import { legsOf } from './legs';

/** One move of the clock, under way or done. */
export interface Move {
  phase: 'none' | 'moving' | 'stopping' | 'arrived' | 'stopped' | 'failed';
  from: string;
  /** Where it was sent; `undefined` for "to whatever is due next". */
  to: string | undefined;
  /** How far it has come. */
  now: string;
  happened: readonly HistoryEvent[];
  happenedCount: number;
  error: unknown;
}

/** What the API and this panel show of a long move; the rest is counted. */
export const SHOWN_EVENTS = 200;

const NOTHING: Move = {
  phase: 'none',
  from: '',
  to: undefined,
  now: '',
  happened: [],
  happenedCount: 0,
  error: undefined,
};

/** The clock goes on moving when the panel is closed, so the move lives beside the screens. */
export const clockMover = createStore<Move>(() => NOTHING);

/** Moves the clock to an instant, leg by leg; `to` undefined moves it to what is due next. */
export async function moveClock(now: string, to: string | undefined): Promise<void> {
  const { phase } = clockMover.getState();
  if (phase === 'moving' || phase === 'stopping') return;
  clockMover.setState({ ...NOTHING, phase: 'moving', from: now, to, now }, true);
  const legs: AdvanceRequest[] = to === undefined ? [{ toNextDue: true }] : legsOf(now, to).map((leg) => ({ to: leg }));
  try {
    for (const leg of legs) {
      if (clockMover.getState().phase === 'stopping') {
        clockMover.setState({ phase: 'stopped' });
        return;
      }
      const answer = await advance(leg);
      clockMover.setState((move) => ({
        now: answer.now,
        happened: [...move.happened, ...answer.happened].slice(0, SHOWN_EVENTS),
        happenedCount: move.happenedCount + answer.happenedCount,
      }));
    }
    clockMover.setState({ phase: 'arrived' });
  } catch (error) {
    clockMover.setState({ phase: 'failed', error });
  }
}

/** Stops after the leg that is under way; what has been settled stays settled. */
export function stopClock(): void {
  if (clockMover.getState().phase === 'moving') clockMover.setState({ phase: 'stopping' });
}

/** Forgets the last move (the world that it belonged to is gone). */
export function forgetMove(): void {
  const { phase } = clockMover.getState();
  if (phase !== 'moving' && phase !== 'stopping') clockMover.setState(NOTHING, true);
}

const ATTEMPTS = 3;

/** One leg. An answer that got lost is asked for again under the same request id, so that it takes effect once. */
async function advance(body: AdvanceRequest): Promise<AdvanceAnswer> {
  const requestId = newRequestId();
  for (let attempt = 1; ; attempt++) {
    try {
      return await call<AdvanceAnswer>('/simulation/v1/clock/advance', { method: 'POST', body, requestId });
    } catch (error) {
      if (!(error instanceof TransportError) || attempt === ATTEMPTS) throw error;
    }
  }
}
