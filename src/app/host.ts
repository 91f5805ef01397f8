/** Starts the world of this page and arranges that `fetch` reaches it. */
import { PageFetch, worldUrl, type Site } from '../backend/hosts/page-fetch';
import { connectWorld, type WorldConnection } from '../backend/hosts/worker/client';
import type { WorldNotice } from '../backend/hosts/worker/messages';

export interface HostStatus {
  /** How the next request travels. */
  readonly transport: 'starting' | 'serviceWorker' | 'direct' | 'inPage';
  readonly storage: 'indexedDB' | 'memory';
  /** What does not work here and why, for a person who looks into it. */
  readonly detail?: string;
}

/** For tests and for people at the console (decisions 19). */
export interface Simulation {
  /** Resolves when the first request can be answered. */
  readonly ready: Promise<void>;
  readonly transport: HostStatus['transport'];
  /** Resolves when everything has been fetched that the page or its world may need later: it goes on without a network. */
  readonly complete: Promise<void>;
  /** A fresh world: the named scenario, or the present one from its start. */
  reset(scenario?: string): Promise<void>;
}

declare global {
  interface Window {
    simulation: Simulation;
  }
}

let starting: Promise<HostStatus> | undefined;

let completed: () => void = () => undefined;
const complete = new Promise<void>((resolve) => {
  completed = resolve;
});
let connected: Promise<WorldConnection> | undefined;
let connection: WorldConnection | undefined;
let pageFetch: PageFetch | undefined;
let serviceWorkerDetail: string | undefined;
let status: HostStatus = { transport: 'starting', storage: 'indexedDB' };

const statusListeners = new Set<() => void>();
const worldListeners = new Set<(notice: WorldNotice) => void>();

export const hostStatus = {
  get: (): HostStatus => status,
  subscribe: (listener: () => void): (() => void) => {
    statusListeners.add(listener);
    return () => statusListeners.delete(listener);
  },
};

/** Tells when the world has changed, through this tab or another one, and how far a long move of it has come. */
export function onWorldChanged(listener: (notice: WorldNotice) => void): () => void {
  worldListeners.add(listener);
  return () => worldListeners.delete(listener);
}

/** From its first line on, `fetch` to the API waits for the world instead of the network. Resolves when it answers. */
export function startHost(): Promise<HostStatus> {
  starting ??= start();
  return starting;
}

async function start(): Promise<HostStatus> {
  const site: Site = {
    origin: location.origin,
    base: import.meta.env.BASE_URL,
    baseUrl: document.baseURI,
  };
  connected = connectWorld();
  pageFetch = new PageFetch({
    site,
    native: window.fetch.bind(window),
    ask: async (request) => (await connected!).ask(request),
    onSwitch: updateStatus,
  });
  window.fetch = pageFetch.fetch;
  window.simulation = {
    complete,
    ready: connected.then(() => undefined),
    get transport() {
      return status.transport;
    },
    reset,
  };
  // Whoever waits for it hears of a failure; nobody has to.
  window.simulation.ready.catch(() => undefined);

  connection = await connected;
  connection.subscribe((notice) => {
    updateStatus();
    for (const listener of worldListeners) listener(notice);
  });
  updateStatus();
  if (connection.status().place === 'worker') void joinServiceWorker(pageFetch, site);
  return status;
}

/** Has the world fetch what only some answers need, so that they are given without a network. */
export async function preloadWorld(): Promise<void> {
  await (await connected)?.preload();
  completed();
}

/** Behind the first paint: nothing waits for it. */
async function joinServiceWorker(target: PageFetch, site: Site): Promise<void> {
  try {
    if (!('serviceWorker' in navigator)) throw new Error('not available in this browser or without https');
    await idle();
    const { startServiceWorker } = await import('../backend/hosts/msw/service-worker');
    await startServiceWorker({
      url: `${import.meta.env.BASE_URL}service-worker.js`,
      isOurs: (request) => worldUrl(request.url, site) !== undefined,
      answer: (request) => target.answer(request),
    });
    target.serviceWorkerStarted();
  } catch (cause) {
    serviceWorkerDetail = `No service worker: ${cause instanceof Error ? cause.message : String(cause)}`;
    updateStatus();
  }
}

function idle(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: 1_000 });
    else setTimeout(resolve, 200);
  });
}

function updateStatus(): void {
  if (!connection) return;
  const { place, storage, detail: worldDetail } = connection.status();
  const transport = pageFetch?.isServiceWorkerUp ? 'serviceWorker' : place === 'page' ? 'inPage' : 'direct';
  const detail = [worldDetail, serviceWorkerDetail].filter(Boolean).join(' ');
  const next: HostStatus = { transport, storage, ...(detail && { detail }) };
  if (next.transport === status.transport && next.storage === status.storage && next.detail === status.detail) return;
  status = next;
  for (const listener of statusListeners) listener();
}

async function reset(scenario?: string): Promise<void> {
  const world = await connected!;
  const url = new URL('/simulation/v1/world', location.origin).href;
  const body = scenario === undefined ? await presentScenario(world, url) : { scenario };
  const answer = await world.send(
    new Request(url, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
  if (!answer.ok) throw new Error(`The world was not reset: ${await answer.text()}`);
}

/** What the world was started from, as the PUT takes it. */
async function presentScenario(world: WorldConnection, url: string): Promise<object> {
  const answer = await world.send(new Request(url));
  if (!answer.ok) throw new Error(`The world cannot be read: ${await answer.text()}`);
  const { scenario } = (await answer.json()) as { scenario: string | object };
  if (typeof scenario === 'string') return { scenario };
  if ('name' in scenario) return { scenario: scenario.name };
  return 'script' in scenario ? { script: scenario.script } : { script: scenario };
}
