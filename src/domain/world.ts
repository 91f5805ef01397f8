/**
 * A world: a log of what happened, the state that it folds to, and a clock that moves only when told. Generic: it knows
 * no subscription (`partner.ts` gives it its behaviour).
 *
 * Promises: the same start and the same commands at the same instants give the same log, byte for byte; a refused
 * command changes nothing; one long move of the clock gives the same log as many short ones, because due work is read
 * off the state and stamped with its due instant, and the move itself is no event.
 */
import type { Instant } from '../kernel/calendar';
import { guidOf } from '../kernel/identity';
import { ok, type Result } from '../kernel/result';

/** Work that the clock does when it gets there. */
export interface Due {
  readonly at: Instant;
  /** Orders work that falls on one instant; the smaller first. */
  readonly rank: number;
  /** Id of what it happens to; breaks the last ties. */
  readonly subject: string;
  readonly kind: string;
}

/** One entry of the log: a command with its events, or (`by: null`) due work with its events. */
export interface LogRecord<Command, Event> {
  /** Number of its first event; events are numbered from 1 without gaps. */
  readonly sequence: number;
  readonly at: Instant;
  /** The user who ran it; `null` for the clock. */
  readonly by: string | null;
  /** `null` for due work. */
  readonly command: Command | null;
  readonly events: readonly Event[];
}

/** Number of the last event of a record. */
export function lastSequence(record: LogRecord<unknown, unknown>): number {
  return record.sequence + record.events.length - 1;
}

/** What a decision may know besides the state. */
export interface Context {
  readonly now: Instant;
  /** The user who asks; `null` for the clock. */
  readonly by: string | null;
  /** A GUID of its own for each call; the same when the same command is run again at the same place of the log. */
  newId(): string;
}

/** Where an event stands in the log. */
export interface Place {
  readonly sequence: number;
  readonly at: Instant;
  readonly by: string | null;
}

export interface Behaviour<State, Command, Event, Refusal> {
  /** The rules. Pure: returns what happens, or why nothing does. No events = nothing to change. */
  decide(state: State, command: Command, context: Context): Result<readonly Event[], Refusal>;
  /** Folds one event into the state, in place. Total: no rules, no clock, no throw. */
  evolve(state: State, event: Event, place: Place): void;
  /** A copy that can be changed without touching the original; values inside are shared and immutable. */
  fork(state: State): State;
  /** The earliest due work, by instant, rank, subject. */
  nextDue(state: State): Due | undefined;
  /** What the due work does. Must change the state so that the same work is no longer due. */
  settle(state: State, due: Due, context: Context): readonly Event[];
}

/** Most due items in one settlement: more means that a rule does not make progress. */
const ENDLESS = 5_000_000;

export class World<State, Command, Event, Refusal> {
  readonly #behaviour: Behaviour<State, Command, Event, Refusal>;
  readonly #seed: string;
  #state: State;
  #now: Instant;
  #sequence = 0;
  readonly records: LogRecord<Command, Event>[] = [];

  /** @param seed names the world; ids derive from it. */
  constructor(behaviour: Behaviour<State, Command, Event, Refusal>, state: State, seed: string, startsAt: Instant) {
    this.#behaviour = behaviour;
    this.#state = state;
    this.#seed = seed;
    this.#now = startsAt;
  }

  get state(): State {
    return this.#state;
  }

  get now(): Instant {
    return this.#now;
  }

  /** Number of the last event. */
  get sequence(): number {
    return this.#sequence;
  }

  nextDue(): Due | undefined {
    return this.#behaviour.nextDue(this.#state);
  }

  /**
   * Runs a command now: decides, folds, and settles what became due at once (a delay of zero).
   * @returns the new records, first the command's own; none when there was nothing to change. Or the refusal.
   */
  run(command: Command, by: string): Result<LogRecord<Command, Event>[], Refusal> {
    const decision = this.#behaviour.decide(this.#state, command, this.#context(by));
    if (!decision.ok) return decision;
    if (decision.value.length === 0) return ok([]);
    const record = this.#record(command, by, decision.value);
    return ok([record, ...this.advanceTo(this.#now)]);
  }

  /**
   * Moves the clock to `target` and settles everything due until then, that instant included, in order.
   * @param limit most due items to settle; the clock then stops where the last one was due.
   */
  advanceTo(target: Instant, limit = ENDLESS): LogRecord<Command, Event>[] {
    const settled: LogRecord<Command, Event>[] = [];
    for (;;) {
      const due = this.#behaviour.nextDue(this.#state);
      if (!due || due.at > target) break;
      if (settled.length >= limit) {
        if (limit >= ENDLESS) throw new Error(`Due work never ends: ${due.kind} of ${due.subject}`);
        return settled;
      }
      if (due.at > this.#now) this.#now = due.at;
      const events = this.#behaviour.settle(this.#state, due, this.#context(null));
      if (events.length === 0) throw new Error(`Due work without effect: ${due.kind} of ${due.subject}`);
      settled.push(this.#record(null, null, events));
    }
    if (target > this.#now) this.#now = target;
    return settled;
  }

  /** Folds records that another tab, the store or a snapshot holds. They must follow on the last one. */
  replay(records: readonly LogRecord<Command, Event>[]): void {
    for (const record of records) {
      if (record.sequence !== this.#sequence + 1) throw new Error(`The log has a gap before ${record.sequence}`);
      if (record.at > this.#now) this.#now = record.at;
      this.#fold(record);
    }
  }

  /** Sets the clock without settling: for replay, where the settled work is in the log already. */
  setNow(now: Instant): void {
    this.#now = now;
  }

  /** An independent copy for "what would happen"; it shares the past and keeps only its own new records. */
  fork(): World<State, Command, Event, Refusal> {
    const copy = new World(this.#behaviour, this.#behaviour.fork(this.#state), this.#seed, this.#now);
    copy.#sequence = this.#sequence;
    return copy;
  }

  #context(by: string | null): Context {
    let count = 0;
    const place = `${this.#seed}:${this.#sequence + 1}`;
    return { now: this.#now, by, newId: () => guidOf(`${place}:${count++}`) };
  }

  #record(command: Command | null, by: string | null, events: readonly Event[]): LogRecord<Command, Event> {
    const record = { sequence: this.#sequence + 1, at: this.#now, by, command, events };
    this.#fold(record);
    return record;
  }

  #fold(record: LogRecord<Command, Event>): void {
    this.records.push(record);
    for (const event of record.events) {
      this.#sequence += 1;
      this.#behaviour.evolve(this.#state, event, { sequence: this.#sequence, at: record.at, by: record.by });
    }
  }
}
