/**
 * The page's line to its world: a worker, or the same world in this page where workers do not work. A worker that dies is
 * replaced once, then the world moves into the page; what is stored is the truth, so nothing acknowledged is lost.
 */
import {
  CHANNEL,
  faultMessage,
  toRequestMessage,
  toResponse,
  type Announcement,
  type FromWorker,
  type RequestMessage,
  type ResponseMessage,
  type ToWorker,
  type WorldNotice,
} from './messages';

/** How long the worker's script may take to load before the page loads the world, too. The first one there wins. */
const HELLO_PATIENCE = 6_000;

const RESTARTS = 1;

export interface WorldStatus {
  readonly place: 'worker' | 'page';
  readonly storage: 'indexedDB' | 'memory';
  readonly detail?: string;
}

export interface WorldConnection {
  status(): WorldStatus;
  /** Always answers: with 503 when the worker died over a request that cannot be sent twice. */
  ask(request: RequestMessage): Promise<ResponseMessage>;
  send(request: Request): Promise<Response>;
  /** Has the world fetch what only some answers need. Resolves when it has, or cannot. */
  preload(): Promise<void>;
  subscribe(listener: (notice: WorldNotice) => void): () => void;
}

/** Where the world is at the moment. */
interface Home extends WorldStatus {
  readonly announcer: string;
  /** Rejects with {@link WorkerGone} when the worker dies before it answers. */
  ask(request: RequestMessage): Promise<ResponseMessage>;
  preload(): Promise<void>;
}

class WorkerGone extends Error {}

/** Resolves when the world has opened its storage and answers. */
export async function connectWorld(): Promise<WorldConnection> {
  const listeners = new Set<(notice: WorldNotice) => void>();
  const notify = (notice: WorldNotice): void => listeners.forEach((listener) => listener(notice));
  let restartsLeft = RESTARTS;

  const settle = async (): Promise<Home> => {
    try {
      return await startWorker(notify, () => {
        home = restartsLeft-- > 0 ? settle() : openHere(notify, 'The worker has died twice.');
        void home.then(
          (next) => {
            current = next;
            notify({ kind: 'changed' });
          },
          () => undefined,
        );
      });
    } catch (cause) {
      return openHere(notify, String(cause));
    }
  };

  let home = settle();
  let current = await home;

  const ask = async (request: RequestMessage): Promise<ResponseMessage> => {
    try {
      return await (await home).ask(request);
    } catch (cause) {
      if (!(cause instanceof WorkerGone)) throw cause;
      if (request.method === 'GET' || request.method === 'HEAD') return ask(request);
      return faultMessage(503, 800003, 'The simulation was restarted. Whether this was carried out is not known.');
    }
  };

  listenToOtherTabs(() => current.announcer, notify);
  return {
    status: () => current,
    ask,
    send: async (request) => toResponse(await ask(await toRequestMessage(request)), request.url),
    preload: async () => (await home).preload(),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** @param onGone called once if the worker dies after it has opened, before its open requests are given up. */
function startWorker(notify: (notice: WorldNotice) => void, onGone: () => void): Promise<Home> {
  return new Promise((resolve, reject) => {
    if (typeof Worker !== 'function') {
      reject(new Error('The browser has no workers.'));
      return;
    }
    // Vite recognises exactly this expression.
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    const open = new Map<number, { resolve(answer: ResponseMessage): void; reject(cause: unknown): void }>();
    let phase: 'starting' | 'greeted' | 'opened' | 'gone' = 'starting';
    let isWatched = false;
    let count = 0;
    let endPreload: () => void;
    const preloading = new Promise<void>((end) => {
      endPreload = end;
    });

    const giveUp = (reason: string): void => {
      if (phase === 'gone') return;
      const wasOpened = phase === 'opened';
      phase = 'gone';
      clearTimeout(patience);
      worker.terminate();
      if (wasOpened) onGone();
      else reject(new Error(reason));
      for (const request of open.values()) request.reject(new WorkerGone(reason));
      open.clear();
      endPreload();
    };

    const patience = setTimeout(() => {
      // A busy page reads the greeting late, and a slow network brings this module no faster than the worker's: look
      // again when it is here.
      void import('./world').then(
        () => phase === 'starting' && giveUp('The worker does not start.'),
        () => undefined,
      );
    }, HELLO_PATIENCE);

    worker.addEventListener('error', (event) => {
      // Later errors are mere reports as long as the lock says that the worker lives.
      if (phase === 'opened' && isWatched) return;
      event.preventDefault();
      giveUp(`The worker failed: ${event.message || 'it cannot be loaded'}.`);
    });

    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      switch (data.kind) {
        case 'hello':
          if (phase === 'starting') phase = 'greeted';
          clearTimeout(patience);
          return;
        case 'holds':
          isWatched = true;
          navigator.locks.request(data.lock, () => giveUp('The worker has died.')).catch(() => undefined);
          return;
        case 'opened':
          if (phase !== 'gone') phase = 'opened';
          resolve({ place: 'worker', ...data.world, ask, preload });
          return;
        case 'preloaded':
          endPreload();
          return;
        case 'answer':
          open.get(data.id)?.resolve(data.response);
          open.delete(data.id);
          return;
        case 'changed':
        case 'progress':
          notify(data);
      }
    });

    const ask = (request: RequestMessage): Promise<ResponseMessage> =>
      new Promise((answer, fail) => {
        if (phase === 'gone') {
          fail(new WorkerGone());
          return;
        }
        const id = ++count;
        open.set(id, { resolve: answer, reject: fail });
        worker.postMessage({ kind: 'ask', id, request } satisfies ToWorker);
      });

    const preload = (): Promise<void> => {
      if (phase !== 'gone') worker.postMessage({ kind: 'preload' } satisfies ToWorker);
      return preloading;
    };
  });
}

async function openHere(notify: (notice: WorldNotice) => void, reason: string): Promise<Home> {
  const { openWorld } = await import('./world');
  const { opened, answer, preload } = await openWorld(notify);
  const detail = [`The world runs in the page. ${reason}`, opened.detail].filter(Boolean).join(' ');
  return {
    ...opened,
    place: 'page',
    detail,
    ask: answer,
    preload: async () => void (await preload().catch(() => undefined)),
  };
}

/** Passes on what worlds of other tabs announce; this page's own world tells it directly. */
function listenToOtherTabs(ownAnnouncer: () => string, notify: (notice: WorldNotice) => void): void {
  if (typeof BroadcastChannel !== 'function') return;
  new BroadcastChannel(CHANNEL).addEventListener('message', ({ data }: MessageEvent<Announcement>) => {
    if (data.kind === 'changed' && data.announcer !== ownAnnouncer()) notify({ kind: 'changed' });
  });
}
