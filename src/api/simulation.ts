/** The control API: clock, history, scenarios, faults, identity. */

export interface Clock {
  now: string;
  rate: number;
  nextDue: DueItem | null;
}

/** Work that the clock will do when it gets there. */
export interface DueItem {
  at: string;
  kind: string;
  /** Id of what it happens to. */
  subject: string;
  customerId?: string;
  /** One sentence in the language of `X-Locale`. */
  summary?: string;
}

/** One event of the world, as a person reads it. */
export interface HistoryEvent {
  sequence: number;
  at: string;
  kind: string;
  /** One sentence in the language of `X-Locale`. */
  summary: string;
  customerId?: string;
  subscriptionId?: string;
  /** Who caused it: a user's id, or the clock. */
  cause: { user?: string; clock?: boolean };
}

export interface AdvanceRequest {
  to?: string;
  by?: string;
  toNextDue?: boolean;
}

export interface AdvanceAnswer {
  now: string;
  happened: HistoryEvent[];
  happenedCount: number;
}

export interface ScenarioEntry {
  name: string;
  title: string;
  story: string;
  startsAt: string;
  tags: string[];
}

export interface Identity {
  current: string;
  users: { id: string; name: string; roles: string[] }[];
}

export interface Fault {
  match: { method?: string; path?: string };
  fault: {
    status?: number;
    code?: number;
    delayMs?: number;
    retryAfter?: number;
    drop?: boolean;
    phase: 'before' | 'after';
  };
  times?: number;
  everyNth?: number;
  /** Read only: how often it matched and how often it acted. */
  matched?: number;
  acted?: number;
}
