import { QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CartDraft, CartDraftLine } from '../../api/carts';
import { TransportError } from '../../api/client';
import { addToCart } from './add-to-cart';

const line = (catalogItemId: string): CartDraftLine => ({ catalogItemId, quantity: 1, billingCycle: 'Monthly' });

/** A customer without a cart; repeats its first answer to a request id and address, as the API does. */
function serve() {
  const answers = new Map<string, string>();
  const world: { lines: CartDraftLine[] | null; loseNext: boolean } = { lines: null, loseNext: false };
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    const request = new Request(`http://localhost${path}`, init);
    if (request.method === 'GET') {
      if (path.startsWith('/dashboard')) return Response.json({ cart: world.lines && { id: 'k' }, lines: [] });
      return Response.json({ id: 'k', lineItems: world.lines });
    }
    const key = `${request.method} ${path} ${request.headers.get('MS-RequestId')}`;
    if (!answers.has(key)) {
      const body: CartDraft = await request.json();
      world.lines = body.lineItems;
      answers.set(key, JSON.stringify({ id: 'k', lineItems: world.lines }));
    }
    if (world.loseNext) {
      world.loseNext = false;
      throw new TypeError('lost');
    }
    return new Response(answers.get(key), { headers: { 'Content-Type': 'application/json' } });
  });
  return world;
}

afterEach(() => vi.unstubAllGlobals());

describe('adding to the cart', () => {
  it('opens a cart, then adds lines of their own, two at once included', async () => {
    const world = serve();
    const client = new QueryClient();
    await Promise.all([addToCart(client, 'c', line('A'), '1'), addToCart(client, 'c', line('A'), '2')]);
    expect(world.lines).toEqual([line('A'), line('A')]);
  });

  it('adds once when the answer is lost, into a new cart and into an open one', async () => {
    const world = serve();
    const client = new QueryClient();
    for (const id of ['A', 'B']) {
      world.loseNext = true;
      await expect(addToCart(client, 'c', line(id), id)).rejects.toThrow(TransportError);
      await addToCart(client, 'c', line(id), id);
    }
    expect(world.lines).toEqual([line('A'), line('B')]);
  });
});
