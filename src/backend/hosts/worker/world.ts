/** The world of a browser: its store, its server, its announcements. Runs in the worker, or in the page without one. */
import { indexedDbStore } from '../../storage/indexed-db';
import { memoryStore } from '../../storage/memory';
import type { WorldStore } from '../../storage/store';
import { createServer } from '../../server';
import { fetchFonts } from './fonts';
import {
  CHANNEL,
  faultMessage,
  toRequest,
  toResponseMessage,
  type Announcement,
  type OpenedWorld,
  type RequestMessage,
  type ResponseMessage,
  type WorldNotice,
} from './messages';

/** A database that has not opened by then never will (a known failure of browsers); a slow disk has long answered. */
const STORAGE_PATIENCE = 8_000;

export interface RunningWorld {
  readonly opened: OpenedWorld;
  readonly answer: (request: RequestMessage) => Promise<ResponseMessage>;
  /** Fetches what only some answers need. */
  readonly preload: () => Promise<unknown>;
}

export async function openWorld(notify: (notice: WorldNotice) => void): Promise<RunningWorld> {
  const { store, detail } = await openStore();
  const announcer = newName();
  const isShared = store.kind === 'indexedDB';
  const channel = isShared && typeof BroadcastChannel === 'function' ? new BroadcastChannel(CHANNEL) : undefined;
  const server = createServer({
    store,
    readFonts: fetchFonts,
    onProgress: (progress) => notify({ kind: 'progress', ...progress }),
    onChanged: () => {
      notify({ kind: 'changed' });
      channel?.postMessage({ kind: 'changed', announcer } satisfies Announcement);
    },
  });
  return {
    opened: { storage: isShared ? 'indexedDB' : 'memory', announcer, ...(detail !== undefined && { detail }) },
    answer: async (request) => {
      try {
        return await toResponseMessage(await server.handle(toRequest(request)));
      } catch (cause) {
        return faultMessage(500, 800003, `The simulation failed: ${String(cause)}`);
      }
    },
    preload: server.preload,
  };
}

/** A name that no other world of this browser has. */
export function newName(): string {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('-');
}

async function openStore(): Promise<{ store: WorldStore; detail?: string }> {
  try {
    const store = indexedDbStore();
    await Promise.race([store.readHead(), failAfter(STORAGE_PATIENCE)]);
    return { store };
  } catch (cause) {
    const detail = `The browser allows no storage (${String(cause)}): the world lasts as long as this page.`;
    return { store: memoryStore(), detail };
  }
}

function failAfter(milliseconds: number): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error('The database does not open.')), milliseconds);
  });
}
