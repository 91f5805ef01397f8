/** The world off the main thread. */
import type { FromWorker, ToWorker } from './messages';
import { newName, openWorld } from './world';

/** The worker's end of the line; the DOM library types `self` as a window. */
const page = globalThis as unknown as {
  postMessage(message: FromWorker, transfer?: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<ToWorker>) => void): void;
};

const world = openWorld((notice) => page.postMessage(notice));

page.addEventListener('message', ({ data }) => {
  if (data.kind === 'preload') {
    const told = () => page.postMessage({ kind: 'preloaded' });
    void world.then(({ preload }) => preload()).then(told, told);
    return;
  }
  const { id, request } = data;
  void world
    .then(({ answer }) => answer(request))
    .then((response) => page.postMessage({ kind: 'answer', id, response }, response.body ? [response.body] : []));
});

page.postMessage({ kind: 'hello' });
holdLock();
void world.then(
  ({ opened }) => page.postMessage({ kind: 'opened', world: opened }),
  // Out of the promise, so that the page hears of it and tries the world without a worker.
  (cause: unknown) => setTimeout(() => reportError(cause)),
);

/**
 * Nothing tells a page that its worker has died (out of memory, closed by the browser), except that a lock which the
 * worker held becomes free. Plain http hosts have no locks.
 */
function holdLock(): void {
  const lock = `partner-center-world:${newName()}`;
  const untilDeath = async (): Promise<void> => {
    page.postMessage({ kind: 'holds', lock });
    await new Promise(() => undefined);
  };
  navigator.locks?.request(lock, untilDeath).catch(() => undefined);
}
