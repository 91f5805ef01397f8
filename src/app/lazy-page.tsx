import { lazy, type ComponentType } from 'react';

/** A screen in a chunk of its own. */
export interface LazyPage {
  Page: ComponentType;
  /** Fetches the chunk ahead of time; what fails is fetched again when the screen is opened. */
  preload: () => Promise<unknown>;
  /** Forgets a failed fetch, so that the next rendering tries again. */
  retry: () => void;
}

/**
 * `React.lazy` that can be tried again: React remembers a failed import for good, and offline or after a new release
 * that would leave a dead screen.
 */
export function lazyPage(load: () => Promise<ComponentType>): LazyPage {
  let fetched: Promise<{ default: ComponentType }> | undefined;
  let failed = false;
  const preload = (): Promise<{ default: ComponentType }> => {
    fetched ??= load().then(
      (component) => ({ default: component }),
      (error: unknown) => {
        fetched = undefined;
        failed = true;
        throw new ChunkError(error);
      },
    );
    return fetched;
  };
  let Current = lazy(preload);
  return {
    Page: () => <Current />,
    preload,
    retry: () => {
      if (!failed) return;
      failed = false;
      Current = lazy(preload);
    },
  };
}

/** A part of the site did not arrive. */
export class ChunkError extends Error {
  constructor(cause: unknown) {
    super('A part of the site could not be loaded.', { cause });
    this.name = 'ChunkError';
  }
}
