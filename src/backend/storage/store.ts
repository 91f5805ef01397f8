/**
 * Where a world lives between two answers. The log in the store is the truth: a server catches up with it before it
 * answers, and appends only on top of what it has seen (compare-and-append in one transaction, so two tabs never lose a
 * command to each other).
 */
import type { Instant } from '../../kernel/calendar';
import type { LogRecord } from '../../domain/world';
import type { Fault } from '../../api/simulation';
import type { Command } from '../../domain/commands';
import type { PartnerEvent } from '../../domain/events';

export type StoredRecord = LogRecord<Command, PartnerEvent>;

/** Reads the log in order, the start of the world included; it may leave out what was before the event `from`. */
export type LogReader = (from?: number) => Iterable<StoredRecord>;

/** How far somebody has read: a rewind or a new world starts a new epoch, so nobody can mistake one log for another. */
export interface Position {
  readonly epoch: number;
  readonly sequence: number;
  /** Counts every change of the store, those of the head alone included (the clock, who is signed in). */
  readonly revision: number;
}

/** Where a store stands that holds nothing yet. */
export const NOWHERE: Position = { epoch: 0, sequence: 0, revision: 0 };

/** What the log stands on. The start of a world is never stored: it is made again from its scenario. */
export interface WorldBase {
  /** Name of a built-in scenario, or a scenario file of somebody's own. */
  readonly scenario: { readonly name: string } | { readonly script: unknown };
  /** Last event of the start that is kept: less than the start has after a rewind into it. */
  readonly upTo: number;
  /** Fingerprint of the kept start: a build that makes another one must not continue this world. */
  readonly fingerprint: string;
}

/** Everything about the world that is not in the log. Small; written with every change. */
export interface WorldHead extends Position {
  readonly format: number;
  readonly base: WorldBase;
  readonly now: Instant;
  /** Simulated seconds per real second; 0 = the clock stands. */
  readonly rate: number;
  /** Real instant at which `now` was right, while the clock runs. */
  readonly runningSince: Instant | null;
  readonly signedIn: string;
  readonly faults: readonly Fault[];
}

/** The answer to a request that carried an `MS-RequestId`, kept so that a repetition gets the same one. */
export interface StoredReply {
  readonly key: string;
  readonly epoch: number;
  readonly status: number;
  /** As JSON; empty where the answer has no body. */
  readonly body: string;
  /** Those that came with the answer itself, such as `Allow`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** One change of the store; all of it or nothing. */
export interface StoreChange {
  readonly head: WorldHead;
  /** Records to add at the end. */
  readonly append?: readonly StoredRecord[];
  /** Forget records whose first event is numbered above this, before appending. */
  readonly keepUpTo?: number;
  readonly reply?: StoredReply;
}

/** A world that was put away: unreadable, or replaced by a link. */
export interface AsideWorld {
  readonly reason: 'unreadable' | 'replaced';
  /** The snapshot as text, readable or not. */
  readonly text: string;
}

export interface WorldStore {
  /** Whether answers survive the end of the process: a private window without storage has only memory. */
  readonly kind: 'indexedDB' | 'memory' | 'file';
  /** Raw: whatever is stored, also from another version; the caller checks `format`. */
  readHead(): Promise<WorldHead | undefined>;
  /** Head and the records after `afterSequence`, from one consistent moment. */
  read(afterSequence: number): Promise<{ head: WorldHead | undefined; records: StoredRecord[] }>;
  /**
   * Applies the change if the store still is at `expected`; `'any'` = whatever is there. A store in which nothing was ever
   * stored is at {@link NOWHERE}. A change that starts a new epoch forgets the replies of the one before: their
   * requests have not happened in the new log.
   * @returns `false`, and nothing has changed, when somebody else was faster. Throws when the change cannot be kept.
   */
  commit(expected: Position | 'any', change: StoreChange): Promise<boolean>;
  findReply(key: string): Promise<StoredReply | undefined>;
  putAside(world: AsideWorld): Promise<void>;
  readAside(): Promise<AsideWorld | undefined>;
  clearAside(): Promise<void>;
}

/** How many records begin at `sequence` or before. A log is in order: it is found in a few looks, however long it is. */
export function countUpTo(records: readonly StoredRecord[], sequence: number): number {
  let [low, high] = [0, records.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((records[middle]?.sequence ?? Infinity) <= sequence) low = middle + 1;
    else high = middle;
  }
  return low;
}
