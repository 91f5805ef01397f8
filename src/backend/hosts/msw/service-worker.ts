/** MSW's service worker in front of the world: what it answers is a real request to the browser's developer tools. */
import { http } from 'msw/http';
import { setupWorker } from 'msw/browser';

/** How long to wait for a registration that another page is about to finish or to remove. */
const SETTLING = 2_000;
const STEP = 50;

export interface ServiceWorkerOptions {
  readonly url: string;
  readonly isOurs: (request: Request) => boolean;
  readonly answer: (request: Request) => Promise<Response>;
}

/** Resolves when requests of this page go through the service worker. Rejects when they never will. */
export async function startServiceWorker({ url, isOurs, answer }: ServiceWorkerOptions): Promise<void> {
  addEventListener('unhandledrejection', ignoreFailedUpdate);
  await beControllable(new URL(url, location.href).href);
  const worker = setupWorker(
    http.all(
      ({ request }) => isOurs(request),
      ({ request }) => answer(request),
    ),
  );
  await worker.start({ quiet: true, onUnhandledFrame: 'bypass', serviceWorker: { url } });
}

/**
 * A page that was reloaded by force stays without a service worker as long as another tab keeps one registered. MSW would
 * then reload the page once more, under the person's hands; this page does without instead.
 */
async function beControllable(script: string): Promise<void> {
  const { serviceWorker } = navigator;
  for (let waited = 0; !serviceWorker.controller; waited += STEP) {
    const registrations = await serviceWorker.getRegistrations();
    const isLeft = registrations.some(({ active, waiting, installing }) =>
      [active, waiting, installing].some((each) => each?.scriptURL === script),
    );
    if (!isLeft) return;
    if (waited >= SETTLING)
      throw new Error('The page was reloaded by force: the service worker joins at the next reload.');
    await new Promise((resolve) => setTimeout(resolve, STEP));
  }
}

/**
 * MSW looks for a newer script of a service worker that is already there, and does not wait for the outcome. It fails when
 * the last page takes the registration with it at that very moment. Nothing depends on it: requests that the service
 * worker does not answer go straight to the world.
 */
function ignoreFailedUpdate(event: PromiseRejectionEvent): void {
  if (event.reason instanceof TypeError && event.reason.message.startsWith('Failed to update a ServiceWorker')) {
    event.preventDefault();
  }
}
