/**
 * The world in the browser's own database, shared by all tabs. Every change is one read-write transaction that compares
 * before it appends: the browser runs such transactions one after the other, so no lock is needed (plain http has none).
 */
import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import { isAt, startsEpoch } from './memory';
import {
  countUpTo,
  type AsideWorld,
  type StoredRecord,
  type StoredReply,
  type WorldHead,
  type WorldStore,
} from './store';

/** `records` holds blocks of consecutive records under the number of their last one: a year's run in few rows. */
interface Schema extends DBSchema {
  head: { key: string; value: WorldHead };
  records: { key: number; value: StoredRecord[] };
  replies: { key: string; value: StoredReply };
  aside: { key: string; value: AsideWorld };
}

type Writing = IDBPTransaction<Schema, ('head' | 'records' | 'replies')[], 'readwrite'>;

/** A row each would cost 20 µs a record; much larger blocks make a cut copy too much. */
const BLOCK = 500;

const ONLY = 'world';

export function indexedDbStore(name = 'partner-center-world'): WorldStore {
  const database = connector(name);

  return {
    kind: 'indexedDB',
    readHead: async () => (await database()).get('head', ONLY),
    read: async (afterSequence) => {
      const reading = (await database()).transaction(['head', 'records']);
      const [head, blocks] = await Promise.all([
        reading.objectStore('head').get(ONLY),
        reading.objectStore('records').getAll(IDBKeyRange.lowerBound(afterSequence, true)),
      ]);
      const records = blocks.flat();
      return { head, records: records.slice(countUpTo(records, afterSequence)) };
    },
    commit: async (expected, change) => {
      // Strict: the answer says that the change is kept, so it must outlive a power cut, not only the tab.
      const writing = (await database()).transaction(['head', 'records', 'replies'], 'readwrite', {
        durability: 'strict',
      });
      try {
        const head = await writing.objectStore('head').get(ONLY);
        if (!isAt(head, expected)) {
          await writing.done;
          return false;
        }
        if (startsEpoch(head, change)) expectNoFailure(writing.objectStore('replies').clear());
        if (change.keepUpTo !== undefined) await cut(writing, change.keepUpTo);
        append(writing, change.append ?? []);
        if (change.reply) expectNoFailure(writing.objectStore('replies').put(change.reply));
        expectNoFailure(writing.objectStore('head').put(change.head, ONLY));
      } catch (cause) {
        abort(writing);
        throw cause;
      }
      await writing.done;
      return true;
    },
    findReply: async (key) => (await database()).get('replies', key),
    putAside: async (world) => {
      await (await database()).put('aside', world, ONLY);
    },
    readAside: async () => (await database()).get('aside', ONLY),
    clearAside: async () => {
      await (await database()).delete('aside', ONLY);
    },
  };
}

/** Opens the database when it is first needed, and again after the browser has closed it. */
function connector(name: string): () => Promise<IDBPDatabase<Schema>> {
  let opening: Promise<IDBPDatabase<Schema>> | undefined;
  const forget = (): void => {
    opening = undefined;
  };
  const open = async (): Promise<IDBPDatabase<Schema>> => {
    const database = await openDB<Schema>(name, 1, {
      upgrade(created) {
        created.createObjectStore('head');
        created.createObjectStore('records');
        created.createObjectStore('replies', { keyPath: 'key' });
        created.createObjectStore('aside');
      },
      terminated: forget,
    });
    // A newer build in another tab wants to change the layout, or somebody deletes the data: do not stand in the way.
    database.addEventListener('versionchange', () => {
      database.close();
      forget();
    });
    return database;
  };
  return () => {
    opening ??= open().catch((cause: unknown) => {
      forget();
      throw cause;
    });
    return opening;
  };
}

/** Forgets the records that begin after `keepUpTo`; the block that the cut goes through is written again. */
async function cut(writing: Writing, keepUpTo: number): Promise<void> {
  const records = writing.objectStore('records');
  const beyond = IDBKeyRange.lowerBound(keepUpTo, true);
  const [split = []] = await records.getAll(beyond, 1);
  expectNoFailure(records.delete(beyond));
  append(writing, split.slice(0, countUpTo(split, keepUpTo)));
}

function append(writing: Writing, added: readonly StoredRecord[]): void {
  for (let start = 0; start < added.length; start += BLOCK) {
    const block = added.slice(start, start + BLOCK);
    expectNoFailure(writing.objectStore('records').put(block, block.at(-1)!.sequence));
  }
}

/** A failed request fails the transaction, which is awaited; its own promise would only be reported a second time. */
function expectNoFailure(request: Promise<unknown>): void {
  request.catch(() => undefined);
}

function abort(writing: Writing): void {
  writing.done.catch(() => undefined);
  try {
    writing.abort();
  } catch {
    // It has already ended by itself.
  }
}
