/**
 * The world in a file: one line of JSON per change, on the disk (fsync) before the change counts. A crash can only tear
 * the last line, which nobody was told about; it is cut off when the file is opened again. Reads come from memory.
 */
import { open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { isAt, memoryStore, type MemoryStore } from './memory';
import type { AsideWorld, StoreChange, WorldStore } from './store';

/** A world file cannot be used; the message is for the person who named it. */
export class WorldFileError extends Error {
  override readonly name = 'WorldFileError';
}

export interface FileStore extends WorldStore {
  /** Waits for the running change and lets others open the file. */
  close(): Promise<void>;
}

type Line = { readonly change: StoreChange } | { readonly aside: AsideWorld | null };

const FIRST_LINE = '{"file":"partner-center-world","version":1}';

/** Records per line of a rewritten file. */
const BLOCK = 1_000;

/**
 * Opens the file, or makes it. One process at a time: the file has no transactions between two. What was overwritten,
 * cut off or torn since the last time leaves the file now.
 */
export async function fileStore(path: string): Promise<FileStore> {
  const full = resolve(path);
  const unlock = await lock(`${full}.lock`);
  try {
    const store = await load(full);
    await writeAnew(full, store);
    return await openStore(full, store, unlock);
  } catch (cause) {
    await unlock();
    throw cause;
  }
}

async function openStore(path: string, store: MemoryStore, unlock: () => Promise<void>): Promise<FileStore> {
  const file = await open(path, 'a');
  let size = (await file.stat()).size;
  let broken: unknown;

  const write = async (line: Line): Promise<void> => {
    if (broken !== undefined) throw new WorldFileError(`${path} can no longer be written.`, { cause: broken });
    const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
    try {
      await file.appendFile(bytes);
      await file.datasync();
      size += bytes.length;
    } catch (cause) {
      // Half a line may stand there (disk full): take it back, or the next one would be glued to it.
      await file.truncate(size).catch((failure: unknown) => {
        broken = failure;
      });
      throw cause;
    }
  };

  let last: Promise<unknown> = Promise.resolve();
  /** One change after the other: each compares with what the one before has left. */
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };

  return {
    ...store,
    kind: 'file',
    commit: (expected, change) =>
      inTurn(async () => {
        if (!isAt(await store.readHead(), expected)) return false;
        await write({ change });
        return store.commit('any', change);
      }),
    putAside: (world) =>
      inTurn(async () => {
        await write({ aside: world });
        await store.putAside(world);
      }),
    clearAside: () =>
      inTurn(async () => {
        await write({ aside: null });
        await store.clearAside();
      }),
    close: () =>
      inTurn(async () => {
        broken ??= new Error('The store is closed.');
        await file.close();
        await unlock();
      }),
  };
}

async function load(path: string): Promise<MemoryStore> {
  const store = memoryStore();
  const bytes = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return Buffer.alloc(0);
    throw new WorldFileError(`${path} cannot be read: ${cause.message}`, { cause });
  });
  let number = 0;
  for (const { text, isWhole } of linesOf(bytes)) {
    number += 1;
    // Only a line with its end was ever acknowledged.
    if (!isWhole && (number > 1 || FIRST_LINE.startsWith(text))) break;
    if (number === 1) {
      if (text === FIRST_LINE) continue;
      throw new WorldFileError(`${path} is not a world file of this program; it was left as it is.`);
    }
    const line = parseLine(text);
    if (!line) throw new WorldFileError(`${path} is damaged in line ${number}; it was left as it is.`);
    if ('change' in line) await store.commit('any', line.change);
    else await (line.aside ? store.putAside(line.aside) : store.clearAside());
  }
  return store;
}

/** Line by line from the bytes: a whole file can be longer than the longest text. */
function* linesOf(bytes: Buffer): Generator<{ text: string; isWhole: boolean }> {
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(0x0a, start);
    yield { text: bytes.toString('utf8', start, end === -1 ? bytes.length : end), isWhole: end !== -1 };
    if (end === -1) return;
    start = end + 1;
  }
}

function parseLine(text: string): Line | undefined {
  try {
    const line = JSON.parse(text) as { change?: { head?: unknown } | null; aside?: unknown } | null;
    return line?.change?.head || line?.aside !== undefined ? (line as Line) : undefined;
  } catch {
    return undefined;
  }
}

/** Writes the present contents beside the file and puts them in its place in one step. */
async function writeAnew(path: string, store: MemoryStore): Promise<void> {
  const beside = `${path}.new`;
  const file = await open(beside, 'w');
  try {
    await file.appendFile(`${FIRST_LINE}\n`);
    for await (const line of linesFor(store)) await file.appendFile(`${JSON.stringify(line)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
  await syncDirectory(dirname(path));
}

async function* linesFor(store: MemoryStore): AsyncGenerator<Line> {
  const { head, records } = await store.read(-1);
  if (head) {
    for (let start = 0; start === 0 || start < records.length; start += BLOCK) {
      yield { change: { head, append: records.slice(start, start + BLOCK) } };
    }
    for (const reply of store.replies()) yield { change: { head, reply } };
  }
  const aside = await store.readAside();
  if (aside) yield { aside };
}

/** Makes the new name itself last. Some systems cannot do that to a directory; there the rename has to be enough. */
async function syncDirectory(path: string): Promise<void> {
  try {
    const directory = await open(path, 'r');
    await directory.sync().finally(() => directory.close());
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? '';
    if (!['EISDIR', 'EPERM', 'EINVAL', 'EACCES', 'ENOTSUP'].includes(code)) throw cause;
  }
}

/** Takes the file for this process; a lock whose process has died (kill -9) is taken over. */
async function lock(path: string): Promise<() => Promise<void>> {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const file = await open(path, 'wx');
      await file.write(String(process.pid)).finally(() => file.close());
      return () => rm(path, { force: true });
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') {
        throw new WorldFileError(`${path} cannot be made: ${(cause as Error).message}`, { cause });
      }
      const owner = Number(await readFile(path, 'utf8').catch(() => ''));
      if (owner !== process.pid && isAlive(owner)) {
        throw new WorldFileError(`The world is in use by process ${owner}. If that is not so, delete ${path}.`);
      }
      await rm(path, { force: true });
    }
  }
  throw new WorldFileError(`${path} cannot be taken.`);
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
}
