/**
 * A world that lives in a store: catches up with what others did there, keeps what happens here, and can be rewound,
 * replaced, taken out as a snapshot and put back.
 */
import * as z from 'zod';
import { scenarioFile, type ScenarioFile } from '../api/scenario-file';
import type { PartnerWorld } from '../domain/partner';
import { userOf } from '../domain/partner';
import { lastSequence } from '../domain/world';
import { formatInstant, MAX_INSTANT, parseInstant, realNow, type Instant } from '../kernel/calendar';
import { canonicalJson } from '../kernel/canonical';
import { DEFAULT_SCENARIO, findScenario } from './scenarios';
import { isTooFar } from './longest-move';
import { cutStart, playScenario, ScenarioRefused, type Progress, type Start } from './start';
import { storedCommand } from './stored-command';
import {
  countUpTo,
  NOWHERE,
  type Position,
  type StoreChange,
  type StoredRecord,
  type StoredReply,
  type WorldHead,
  type WorldStore,
} from './storage/store';

/** Grows with every change of the stored shape that older builds cannot read. */
export const WORLD_FORMAT = 2;

/** Somebody else changed the store in between; the same thing can be tried again on what is there now. */
export class Overtaken extends Error {}

/** A snapshot or script that cannot become a world; the present one is untouched. */
export class WorldRefused extends Error {
  readonly data: readonly unknown[];

  constructor(message: string, data: readonly unknown[] = []) {
    super(message);
    this.data = data;
  }
}

export interface Notice {
  readonly code: 'worldSetAside' | 'memoryOnly';
  readonly file?: string;
}

const snapshotShape = z.object({
  format: z.literal(WORLD_FORMAT),
  scenario: z.union([z.object({ name: z.string().max(128) }), z.object({ script: z.unknown() })]),
  upTo: z.int().min(0),
  fingerprint: z.string().max(64),
  rules: z.string().max(32),
  now: z.string().max(40),
  signedIn: z.string().max(128).optional(),
  log: z
    .array(
      z.object({
        sequence: z.int().min(1),
        at: z.string().max(40),
        by: z.string().max(128).nullable(),
        command: z.unknown(),
        events: z.array(z.looseObject({ type: z.string() })).min(1),
      }),
    )
    .max(2_000_000),
});

export interface Snapshot {
  readonly format: number;
  readonly scenario: { readonly name: string } | { readonly script: unknown };
  /** Events of the scenario's own start that belong to this world. */
  readonly upTo: number;
  readonly fingerprint: string;
  readonly rules: string;
  readonly now: string;
  readonly signedIn: string;
  readonly log: readonly unknown[];
}

export class Residence {
  readonly store: WorldStore;
  readonly notices: Notice[] = [];
  readonly #fallback: string;
  readonly #onProgress: Progress | undefined;
  #start: Start | undefined;
  #world: PartnerWorld | undefined;
  #head: WorldHead | undefined;

  constructor(store: WorldStore, scenario: string | undefined, onProgress: Progress | undefined) {
    this.store = store;
    this.#fallback = scenario ?? DEFAULT_SCENARIO;
    this.#onProgress = onProgress;
  }

  get world(): PartnerWorld {
    if (!this.#world) throw new Error('The world is not open');
    return this.#world;
  }

  get head(): WorldHead {
    if (!this.#head) throw new Error('The world is not open');
    return this.#head;
  }

  get start(): Start {
    if (!this.#start) throw new Error('The world is not open');
    return this.#start;
  }

  /** The log: the scenario's start, then what happened since; with `from`, beginning with the record of that event. */
  *records(from = 1): Generator<StoredRecord> {
    for (const part of [this.start.records, this.world.records]) {
      for (let index = Math.max(0, countUpTo(part, from) - 1); index < part.length; index++) {
        const record = part[index];
        if (record && lastSequence(record) >= from) yield record;
      }
    }
  }

  /** Brings this copy to what the store says; opens the fallback scenario where there is none. */
  async catchUp(): Promise<void> {
    const stored = await this.store.readHead();
    if (!stored) {
      await this.replace(this.#play(this.#scenarioOf({ name: this.#fallback })), NOWHERE);
      return;
    }
    if (stored.format !== WORLD_FORMAT) return this.#setAside(stored);
    if (
      this.#head &&
      this.#world &&
      stored.epoch === this.#head.epoch &&
      stored.base.fingerprint === this.#head.base.fingerprint
    ) {
      if (stored.sequence > this.#head.sequence) {
        const { records } = await this.store.read(this.#head.sequence);
        this.#world.replay(records);
      }
      if (stored.now !== this.#world.now) this.#world.setNow(stored.now);
      this.#head = { ...stored, sequence: this.#world.sequence };
      return;
    }
    await this.#reopen(stored);
  }

  async #reopen(stored: WorldHead): Promise<void> {
    let start: Start;
    try {
      const full =
        this.#start && this.#start.fingerprint === stored.base.fingerprint
          ? this.#start
          : this.#play(this.#scenarioOf(stored.base.scenario));
      start = cutStart(full, stored.base.upTo);
    } catch (cause) {
      if (cause instanceof WorldRefused || cause instanceof ScenarioRefused) return this.#setAside(stored);
      throw cause;
    }
    if (start.fingerprint !== stored.base.fingerprint) return this.#setAside(stored);
    const { head, records } = await this.store.read(start.world.sequence);
    if (!head || head.epoch !== stored.epoch) throw new Overtaken();
    const world = start.world.fork();
    try {
      world.replay(records);
    } catch (cause) {
      if (cause instanceof Error && cause.message.startsWith('The log has a gap')) return this.#setAside(stored);
      throw cause;
    }
    world.setNow(head.now);
    this.#start = start;
    this.#world = world;
    this.#head = head;
  }

  /** A stored world that this build cannot read is kept as a file, the person is told, and a fresh one starts. */
  async #setAside(stored: WorldHead): Promise<void> {
    const { records } = await this.store.read(0);
    const text = JSON.stringify({ head: stored, log: records });
    await this.store.putAside({ reason: 'unreadable', text });
    this.notices.push({ code: 'worldSetAside', file: text });
    await this.replace(this.#play(this.#scenarioOf({ name: this.#fallback })), 'any');
  }

  #scenarioOf(reference: WorldHead['base']['scenario']): ScenarioFile {
    if ('name' in reference) {
      const found = findScenario(reference.name);
      if (!found) throw new WorldRefused(`No scenario is called ${reference.name}.`);
      return found;
    }
    const parsed = scenarioFile.safeParse(reference.script);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw new WorldRefused(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`, parsed.error.issues);
  }

  #play(scenario: ScenarioFile): Start {
    try {
      return playScenario(scenario, this.#onProgress);
    } catch (cause) {
      if (cause instanceof ScenarioRefused)
        throw new WorldRefused(`${cause.where}: ${cause.message}`, [
          { where: cause.where, description: cause.message },
        ]);
      throw cause;
    }
  }

  /** Replaces the world: by the beginning of a scenario, or by one that has gone on from there. */
  async replace(
    start: Start,
    expected: Position | 'any' = this.head,
    gone?: { world: PartnerWorld; signedIn: string },
  ): Promise<void> {
    const epoch = (this.#head?.epoch ?? (await this.store.readHead())?.epoch ?? 0) + 1;
    const builtIn = findScenario(start.scenario.name);
    const world = gone?.world ?? start.world.fork();
    const head: WorldHead = {
      format: WORLD_FORMAT,
      epoch,
      sequence: world.sequence,
      revision: this.#head?.revision ?? 0,
      base: {
        scenario:
          builtIn && canonicalJson(builtIn) === canonicalJson(start.scenario)
            ? { name: start.scenario.name }
            : { script: start.scenario },
        upTo: start.world.sequence,
        fingerprint: start.fingerprint,
      },
      now: world.now,
      rate: 0,
      runningSince: null,
      signedIn: gone?.signedIn ?? start.setting.users[0]?.id ?? '',
      faults: [],
    };
    await this.#commit(expected, { head, keepUpTo: 0, append: world.records });
    this.#start = start;
    this.#world = world;
  }

  async #commit(expected: Position | 'any', change: StoreChange): Promise<void> {
    const revision = (expected === 'any' ? change.head.revision : expected.revision) + 1;
    const head = { ...change.head, revision };
    if (!(await this.store.commit(expected, { ...change, head }))) {
      // What this copy thinks may not be what is stored any more: forget it.
      this.#head = undefined;
      throw new Overtaken();
    }
    this.#head = head;
  }

  /** Stores what the world did since the last time, with the answer to keep for a repetition of the request. */
  async save(reply?: StoredReply, changes: Partial<WorldHead> = {}): Promise<boolean> {
    const { head, world } = this;
    const append = world.records.filter((record) => record.sequence > head.sequence);
    const next: WorldHead = { ...head, ...changes, sequence: world.sequence, now: world.now };
    if (append.length === 0 && !reply && canonicalJson(next) === canonicalJson(head)) return false;
    await this.#commit(head, { head: next, append, ...(reply ? { reply } : {}) });
    return append.length > 0 || next.now !== head.now || next.signedIn !== head.signedIn;
  }

  /** Distrusts this copy after a fault: the next request reads the store again. */
  forget(): void {
    this.#head = undefined;
  }

  /** While the clock runs: where it must be by now. Settles what became due. */
  tick(): void {
    const { rate, runningSince, now } = this.head;
    if (rate === 0 || runningSince === null) return;
    const target = Math.min(now + Math.max(0, realNow() - runningSince) * rate, MAX_INSTANT) as Instant;
    if (target > this.world.now) this.world.advanceTo(target);
  }

  /** Head values that keep a running clock right after its position was stored. */
  running(): Partial<WorldHead> {
    return this.head.rate === 0 ? {} : { runningSince: realNow() };
  }

  /** Cuts the history after an event; the records of that event's command stay whole (decisions 15). */
  async rewindToSequence(sequence: number): Promise<void> {
    const all = [...this.records()];
    let count = all.filter((record) => record.sequence <= sequence).length;
    const at = all[count - 1]?.at ?? this.start.startsAt;
    // What the clock did at that very instant belongs to it: a world never stands with work undone.
    while (all[count]?.by === null && all[count]?.at === at) count += 1;
    await this.#rewind(count, at);
  }

  /** Cuts everything that happened after an instant, and puts the clock there. */
  async rewindToInstant(at: Instant): Promise<void> {
    const kept = [...this.records()].filter((record) => record.at <= at);
    await this.#rewind(kept.length, at);
  }

  async #rewind(count: number, now: Instant): Promise<void> {
    const { head } = this;
    const all = [...this.records()];
    const kept = all.slice(0, count);
    const last = kept.at(-1);
    const upTo = last ? lastSequence(last) : 0;
    const start = cutStart(this.start, upTo);
    const world = start.world.fork();
    world.replay(kept.slice(start.records.length));
    world.setNow(now);
    const next: WorldHead = {
      ...head,
      epoch: head.epoch + 1,
      sequence: world.sequence,
      base: { ...head.base, upTo: start.world.sequence, fingerprint: start.fingerprint },
      now,
      rate: 0,
      runningSince: null,
    };
    await this.#commit(head, { head: next, keepUpTo: world.sequence });
    this.#start = start;
    this.#world = world;
  }

  snapshot(): Snapshot {
    const { head, world } = this;
    return {
      format: WORLD_FORMAT,
      scenario: head.base.scenario,
      upTo: head.base.upTo,
      fingerprint: head.base.fingerprint,
      rules: this.start.scenario.rules,
      now: formatInstant(world.now),
      signedIn: head.signedIn,
      log: world.records.map((record) => ({ ...record, at: formatInstant(record.at) })),
    };
  }

  /** A built-in scenario, or by its own name the one that this world began with: a file of somebody's own restarts so. */
  async openScenario(name: string): Promise<void> {
    const own = this.#start?.scenario;
    const present = own?.name === name && !findScenario(name) ? own : undefined;
    const start = this.#play(present ?? this.#scenarioOf({ name }));
    await this.#keepPrevious();
    await this.replace(start);
  }

  async openScript(script: unknown): Promise<void> {
    const start = this.#play(this.#scenarioOf({ script }));
    await this.#keepPrevious();
    await this.replace(start);
  }

  /**
   * Puts a snapshot in the place of the world. It is untrusted: every command is run again, and its events must come out
   * as the snapshot says (decisions 12).
   */
  async openSnapshot(snapshot: unknown): Promise<void> {
    const { start, world, signedIn } = this.#rerun(snapshot);
    await this.#keepPrevious();
    await this.replace(start, this.head, { world, signedIn });
  }

  #rerun(snapshot: unknown): { start: Start; world: PartnerWorld; signedIn: string } {
    const parsed = snapshotShape.safeParse(snapshot);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw new WorldRefused(
        `snapshot.${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`,
        parsed.error.issues.slice(0, 20),
      );
    }
    const { data } = parsed;
    const scenario = 'name' in data.scenario ? { name: data.scenario.name } : { script: data.scenario.script };
    const start = cutStart(this.#play(this.#scenarioOf(scenario)), data.upTo);
    if (data.rules !== start.scenario.rules) {
      throw new WorldRefused(`snapshot.rules: ${start.scenario.rules}, as its scenario says.`, [
        { rules: data.rules, expected: start.scenario.rules },
      ]);
    }
    if (start.fingerprint !== data.fingerprint) {
      throw new WorldRefused('The start of this world is another one in this version.', [
        { fingerprint: start.fingerprint, expected: data.fingerprint },
      ]);
    }
    const world = start.world.fork();
    for (const [index, entry] of data.log.entries()) {
      const at = parseInstant(entry.at);
      if (at === undefined || at < world.now || isTooFar(world.now, at))
        throw new WorldRefused(`The event ${entry.sequence} is out of order.`, [{ sequence: entry.sequence }]);
      // The clock's own work comes out by itself; a command is run where the clock had settled everything before it.
      world.advanceTo(at);
      if (entry.by !== null && world.records.length === index) {
        const refusal = runAgain(world, entry.command, entry.by);
        if (refusal)
          throw new WorldRefused(`The command of event ${entry.sequence} is refused: ${refusal}`, [
            { sequence: entry.sequence },
          ]);
      }
      const made = world.records[index];
      if (!made || canonicalJson({ ...made, at: formatInstant(made.at) }) !== canonicalJson(entry)) {
        throw new WorldRefused(`The event ${entry.sequence} comes out differently.`, [
          { sequence: entry.sequence, made: made ?? null },
        ]);
      }
    }
    const now = parseInstant(data.now);
    if (now === undefined || now < world.now || isTooFar(world.now, now))
      throw new WorldRefused('snapshot.now: not an instant at or after the last event.');
    world.advanceTo(now);
    const signedIn =
      data.signedIn && userOf(world.state, data.signedIn) ? data.signedIn : (world.state.users[0]?.id ?? '');
    return { start, world, signedIn };
  }

  /** Back to the world that was replaced last, if there is one. */
  async openPrevious(): Promise<boolean> {
    const aside = await this.store.readAside();
    if (aside?.reason !== 'replaced') return false;
    await this.openSnapshot(JSON.parse(aside.text));
    return true;
  }

  async #keepPrevious(): Promise<void> {
    if (this.#world) await this.store.putAside({ reason: 'replaced', text: JSON.stringify(this.snapshot()) });
  }
}

/** Runs a command of a snapshot; the name of the refusal, or nothing when it was accepted. */
function runAgain(world: PartnerWorld, value: unknown, by: string): string | undefined {
  const command = storedCommand(value);
  if (!command) return 'not a command';
  try {
    const result = world.run(command, by);
    return result.ok ? undefined : result.failure.type;
  } catch (cause) {
    return cause instanceof Error ? cause.message : 'fault';
  }
}
