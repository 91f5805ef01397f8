import {
  countUpTo,
  NOWHERE,
  type AsideWorld,
  type Position,
  type StoreChange,
  type StoredRecord,
  type StoredReply,
  type WorldHead,
  type WorldStore,
} from './store';

export interface MemoryStore extends WorldStore {
  replies(): Iterable<StoredReply>;
}

/** A store that lasts as long as the process: the emulator without a file, tests, a browser that allows no storage. */
export function memoryStore(): MemoryStore {
  let head: WorldHead | undefined;
  let records: StoredRecord[] = [];
  const replies = new Map<string, StoredReply>();
  let aside: AsideWorld | undefined;

  return {
    kind: 'memory',
    readHead: async () => head,
    read: async (afterSequence) => ({ head, records: records.slice(countUpTo(records, afterSequence)) }),
    commit: async (expected, change) => {
      if (!isAt(head, expected)) return false;
      if (startsEpoch(head, change)) replies.clear();
      if (change.keepUpTo !== undefined) records = records.slice(0, countUpTo(records, change.keepUpTo));
      for (const record of change.append ?? []) records.push(record);
      if (change.reply) replies.set(change.reply.key, change.reply);
      head = change.head;
      return true;
    },
    findReply: async (key) => replies.get(key),
    replies: () => replies.values(),
    putAside: async (world) => {
      aside = world;
    },
    readAside: async () => aside,
    clearAside: async () => {
      aside = undefined;
    },
  };
}

/** The condition of {@link WorldStore.commit}. */
export function isAt(head: Position | undefined, expected: Position | 'any'): boolean {
  if (expected === 'any') return true;
  const { epoch, sequence, revision } = head ?? NOWHERE;
  return expected.epoch === epoch && expected.sequence === sequence && expected.revision === revision;
}

/** Whether the replies that are kept belong to a log that this change ends. */
export function startsEpoch(head: Position | undefined, change: StoreChange): boolean {
  return head !== undefined && head.epoch !== change.head.epoch;
}
