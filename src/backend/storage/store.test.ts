/** The promises of a store, held by every store that runs in Node. IndexedDB is held to them in the browser. */
import { execFileSync, spawn } from 'node:child_process';
import { appendFile, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Instant } from '../../kernel/calendar';
import { fileStore, type FileStore, WorldFileError } from './file';
import { memoryStore } from './memory';
import type { StoredRecord, WorldHead, WorldStore } from './store';

let folder: string;
let files = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'world-store-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const newPath = (): string => join(folder, `${++files}.world`);

function head(epoch: number, sequence: number, revision = sequence): WorldHead {
  return {
    epoch,
    sequence,
    revision,
    format: 1,
    base: { scenario: { name: 'fresh-partner' }, upTo: 0, fingerprint: 'f' },
    now: 1_600_000_000_000 as Instant,
    rate: 0,
    runningSince: null,
    signedIn: 'anna',
    faults: [],
  };
}

/** A record whose events are numbered from `sequence`. */
function record(sequence: number, events = 1): StoredRecord {
  const list = Array.from({ length: events }, (_, index) => ({ type: 'Happened', text: `å\n${sequence + index}` }));
  return { sequence, at: sequence, by: 'anna', command: { type: 'Do' }, events: list } as unknown as StoredRecord;
}

const records = (from: number, to: number): StoredRecord[] =>
  Array.from({ length: to - from + 1 }, (_, index) => record(from + index));

async function sequences(store: WorldStore, after = 0): Promise<number[]> {
  return (await store.read(after)).records.map((each) => each.sequence);
}

interface Kind {
  name: string;
  make: () => Promise<WorldStore>;
  /** The same store as a later process finds it. */
  again: (store: WorldStore) => Promise<WorldStore>;
}

const openFiles = new Map<WorldStore, string>();

const kinds: Kind[] = [
  { name: 'memory', make: async () => memoryStore(), again: async (store) => store },
  {
    name: 'file',
    make: async () => {
      const path = newPath();
      const store = await fileStore(path);
      openFiles.set(store, path);
      return store;
    },
    again: async (store) => {
      const path = openFiles.get(store)!;
      await (store as FileStore).close();
      const next = await fileStore(path);
      openFiles.set(next, path);
      return next;
    },
  },
];

describe.each(kinds)('$name store', ({ name, make, again }) => {
  test('is empty at first', async () => {
    const store = await make();
    expect(store.kind).toBe(name);
    expect(await store.readHead()).toBeUndefined();
    expect(await store.read(0)).toEqual({ head: undefined, records: [] });
    expect(await store.findReply('a')).toBeUndefined();
    expect(await store.readAside()).toBeUndefined();
  });

  test('keeps head and records', async () => {
    let store = await make();
    expect(await store.commit('any', { head: head(1, 3), append: [record(1, 2), record(3)] })).toBe(true);
    expect(await store.commit({ epoch: 1, sequence: 3, revision: 3 }, { head: head(1, 4), append: [record(4)] })).toBe(
      true,
    );
    store = await again(store);
    expect(await store.readHead()).toEqual(head(1, 4));
    expect(await store.read(0)).toEqual({ head: head(1, 4), records: [record(1, 2), record(3), record(4)] });
    expect(await sequences(store, 2)).toEqual([3, 4]);
    expect(await sequences(store, 4)).toEqual([]);
  });

  test('refuses a change on top of what is no longer the end', async () => {
    let store = await make();
    await store.commit('any', { head: head(1, 1), append: [record(1)] });
    const late = { head: head(1, 2), append: [record(2)], reply: { key: 'a', epoch: 1, status: 201, body: '{}' } };
    expect(await store.commit({ epoch: 1, sequence: 0, revision: 0 }, late)).toBe(false);
    expect(await store.commit({ epoch: 2, sequence: 1, revision: 1 }, late)).toBe(false);
    store = await again(store);
    expect(await store.read(0)).toEqual({ head: head(1, 1), records: [record(1)] });
    expect(await store.findReply('a')).toBeUndefined();
  });

  test('an empty store is at epoch 0, sequence 0: only one of two firsts gets in', async () => {
    const store = await make();
    const first = { head: head(1, 0) };
    const results = await Promise.all([
      store.commit({ epoch: 0, sequence: 0, revision: 0 }, first),
      store.commit({ epoch: 0, sequence: 0, revision: 0 }, first),
    ]);
    expect(results).toEqual([true, false]);
  });

  test('of many at once at the same position exactly one gets in', async () => {
    let store = await make();
    await store.commit('any', { head: head(1, 0) });
    for (let sequence = 1; sequence <= 20; sequence++) {
      const attempts = [1, 2, 3, 4, 5].map(() =>
        store.commit(
          { epoch: 1, sequence: sequence - 1, revision: sequence - 1 },
          { head: head(1, sequence), append: [record(sequence)] },
        ),
      );
      expect((await Promise.all(attempts)).filter(Boolean)).toHaveLength(1);
    }
    store = await again(store);
    expect(await sequences(store)).toEqual(records(1, 20).map((each) => each.sequence));
  });

  test('cuts, then appends', async () => {
    let store = await make();
    await store.commit('any', { head: head(1, 1_700), append: records(1, 1_700) });
    await store.commit(
      { epoch: 1, sequence: 1_700, revision: 1_700 },
      { head: head(2, 901), keepUpTo: 900, append: [record(901)] },
    );
    store = await again(store);
    const kept = await sequences(store);
    expect([kept.length, kept.at(-2), kept.at(-1)]).toEqual([901, 900, 901]);
    expect((await store.read(0)).records.at(-1)).toEqual(record(901));
    await store.commit('any', { head: head(3, 0), keepUpTo: 0 });
    store = await again(store);
    expect(await store.read(0)).toEqual({ head: head(3, 0), records: [] });
  });

  test('keeps replies for as long as the epoch lasts', async () => {
    let store = await make();
    const reply = (key: string, epoch: number) => ({
      key,
      epoch,
      status: 201,
      body: '{"id":"å"}',
      headers: { Location: '/å' },
    });
    await store.commit('any', { head: head(1, 0), reply: reply('a', 1) });
    await store.commit('any', { head: head(1, 0), reply: reply('b', 1) });
    store = await again(store);
    expect(await store.findReply('a')).toEqual(reply('a', 1));
    expect(await store.findReply('b')).toEqual(reply('b', 1));
    await store.commit('any', { head: head(2, 0), reply: reply('c', 2) });
    store = await again(store);
    expect(await store.findReply('a')).toBeUndefined();
    expect(await store.findReply('c')).toEqual(reply('c', 2));
  });

  test('keeps one world aside', async () => {
    let store = await make();
    await store.putAside({ reason: 'unreadable', text: 'ä' });
    await store.putAside({ reason: 'replaced', text: 'ö' });
    store = await again(store);
    expect(await store.readAside()).toEqual({ reason: 'replaced', text: 'ö' });
    await store.clearAside();
    store = await again(store);
    expect(await store.readAside()).toBeUndefined();
  });
});

describe('world file', () => {
  async function fileWith(count: number): Promise<string> {
    const path = newPath();
    const store = await fileStore(path);
    for (let sequence = 1; sequence <= count; sequence++) {
      await store.commit('any', { head: head(1, sequence), append: [record(sequence)] });
    }
    await store.close();
    return path;
  }

  test('a torn last line is as if it had never been, wherever it tears', async () => {
    const path = await fileWith(3);
    const whole = await readFile(path);
    const lastLine = whole.lastIndexOf(0x0a, whole.length - 2) + 1;
    for (let length = lastLine; length < whole.length; length += 7) {
      await writeFile(path, whole.subarray(0, length));
      const store = await fileStore(path);
      expect(await sequences(store)).toEqual([1, 2]);
      await store.commit({ epoch: 1, sequence: 2, revision: 2 }, { head: head(1, 3), append: [record(3)] });
      await store.close();
      const again = await fileStore(path);
      expect(await sequences(again)).toEqual([1, 2, 3]);
      await again.close();
    }
  });

  test('a file that tore while it was made is empty', async () => {
    for (const length of [0, 1, 20, 43]) {
      const path = await fileWith(0);
      await truncate(path, length);
      const store = await fileStore(path);
      expect(await store.readHead()).toBeUndefined();
      await store.close();
    }
  });

  test('a strange or damaged file is refused and left alone', async () => {
    const strange = newPath();
    await writeFile(strange, '{"name":"package"}\n');
    await expect(fileStore(strange)).rejects.toThrow(WorldFileError);
    expect(await readFile(strange, 'utf8')).toBe('{"name":"package"}\n');
    const path = await fileWith(2);
    await appendFile(path, '{"change":\n{"aside":null}\n');
    const before = await readFile(path, 'utf8');
    await expect(fileStore(path)).rejects.toThrow('damaged in line');
    expect(await readFile(path, 'utf8')).toBe(before);
    await expect(fileStore(folder)).rejects.toThrow(WorldFileError);
  });

  test('what was overwritten leaves the file when it is opened', async () => {
    const path = await fileWith(200);
    const before = (await readFile(path)).length;
    await (await fileStore(path)).close();
    expect((await readFile(path)).length).toBeLessThan(before / 2);
  });

  test('another living process keeps it to itself; a dead one does not', async () => {
    const path = await fileWith(1);
    await writeFile(`${path}.lock`, String(process.ppid));
    await expect(fileStore(path)).rejects.toThrow('in use by process');
    const dead = execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' });
    await writeFile(`${path}.lock`, dead);
    await (await fileStore(path)).close();
  });

  test('nothing acknowledged is lost when the process is killed', async () => {
    const writer = `
      import { fileStore } from ${JSON.stringify(new URL('./file.ts', import.meta.url).href)};
      const store = await fileStore(process.argv[1]);
      const position = (await store.readHead()) ?? { epoch: 1, sequence: 0, revision: 0 };
      for (let sequence = position.sequence + 1; ; sequence++) {
        const record = { sequence, at: 0, by: null, command: null, events: ['x'.repeat(sequence % 5000)] };
        await store.commit('any', { head: { epoch: 1, sequence }, append: [record] });
        console.log(sequence);
      }`;
    const path = newPath();
    for (let round = 0; round < 5; round++) {
      const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', writer, path]);
      let said = '';
      child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
      const gone = new Promise((resolve) => child.on('exit', resolve));
      while (!said.includes('\n')) await new Promise((resolve) => setTimeout(resolve, 5));
      await new Promise((resolve) => setTimeout(resolve, 10 + round * 7));
      child.kill('SIGKILL');
      await gone;
      const acknowledged = Number(said.slice(0, said.lastIndexOf('\n')).split('\n').at(-1));
      const store = await fileStore(path);
      const kept = await sequences(store);
      expect(kept.length).toBeGreaterThanOrEqual(acknowledged);
      expect(kept).toEqual(kept.map((_, index) => index + 1));
      expect((await store.readHead())?.sequence).toBe(kept.length);
      await store.close();
    }
  });
});
