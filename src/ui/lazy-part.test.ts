import { expect, test } from 'vitest';
import { ChunkError, lazyPart } from './lazy-part';

test('a part that did not arrive is fetched again, one that did is kept', async () => {
  let fetches = 0;
  const { preload } = lazyPart(async () => {
    fetches += 1;
    if (fetches === 1) throw new TypeError('Failed to fetch dynamically imported module');
    return () => null;
  });
  await expect(preload()).rejects.toBeInstanceOf(ChunkError);
  await expect(preload()).resolves.toBeDefined();
  await preload();
  expect(fetches).toBe(2);
});
