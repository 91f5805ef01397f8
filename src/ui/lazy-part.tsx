import { lazy, type ComponentType } from 'react';

/** A part of the site in a chunk of its own. */
export interface LazyPart<Props extends object> {
  Part: ComponentType<Props>;
  /** Fetches the chunk ahead of time; what fails is fetched again when the part is shown. */
  preload: () => Promise<unknown>;
}

/** A part of the site did not arrive. */
export class ChunkError extends Error {
  constructor(cause: unknown) {
    super('A part of the site could not be loaded.', { cause });
    this.name = 'ChunkError';
  }
}

const failed = new Set<() => void>();

/** Forgets failed fetches, so that the next rendering tries again. */
export function retryFailedParts(): void {
  for (const retry of failed) retry();
  failed.clear();
}

/**
 * `React.lazy` that can be tried again: React remembers a failed import for good, and offline or after a new release
 * that would leave a dead screen.
 */
export function lazyPart<Props extends object = object>(load: () => Promise<ComponentType<Props>>): LazyPart<Props> {
  let fetched: Promise<{ default: ComponentType<Props> }> | undefined;
  const preload = (): Promise<{ default: ComponentType<Props> }> => {
    fetched ??= load().then(
      (component) => ({ default: component }),
      (error: unknown) => {
        fetched = undefined;
        failed.add(forget);
        throw new ChunkError(error);
      },
    );
    return fetched;
  };
  let Current = lazy(preload);
  const forget = (): void => {
    Current = lazy(preload);
  };
  return { Part: (props: Props) => <Current {...props} />, preload };
}
