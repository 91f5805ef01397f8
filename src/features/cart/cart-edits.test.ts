import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CartDraft, CartDraftLine } from '../../api/carts';
import { RefusalError, TransportError } from '../../api/client';
import { cartEdits, changedLine } from './cart-edits';

const line = (catalogItemId: string, more: Partial<CartDraftLine> = {}): CartDraftLine => ({
  catalogItemId,
  quantity: 1,
  billingCycle: 'monthly',
  termDuration: 'P1M',
  ...more,
});
const target = (position: number, catalogItemId: string) => ({
  position: () => position,
  catalogItemId,
  changedElsewhere: 'Changed elsewhere.',
});

/** A cart that repeats its first answer to a request id, as the API does. */
function serve(lines: CartDraftLine[], { loseAnswers = 0 } = {}) {
  const answered = new Set<string>();
  const puts: CartDraftLine[][] = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    const request = new Request(`http://localhost${path}`, init);
    if (request.method === 'PUT') {
      const id = request.headers.get('MS-RequestId') ?? '';
      const { lineItems }: CartDraft = await request.json();
      if (!answered.has(id)) {
        lines = lineItems;
        puts.push(lineItems);
      }
      answered.add(id);
      if (loseAnswers-- > 0) throw new TypeError('lost');
    }
    return Response.json({ id: 'k', lineItems: lines });
  });
  return puts;
}

afterEach(() => vi.unstubAllGlobals());

describe('a change of one line', () => {
  it('takes the reseller out and leaves other participants', () => {
    const participants = [
      { key: 'transaction_reseller', value: '1' },
      { key: 'consumption_reseller', value: '2' },
    ];
    expect(changedLine(line('A', { participants }), { resellerMpnId: '' }).participants).toEqual([participants[1]]);
    expect(changedLine(line('A', { participants }), { resellerMpnId: '3' }).participants).toEqual([
      participants[1],
      { key: 'transaction_reseller', value: '3' },
    ]);
  });

  it('leaves out a term that does not exist', () => {
    const changed = changedLine(line('A'), { termDuration: 'none', billingCycle: 'OneTime' });
    expect(changed).toEqual({ catalogItemId: 'A', quantity: 1, billingCycle: 'OneTime' });
  });
});

describe('edits of the open cart', () => {
  it('follow each other, so that both are kept', async () => {
    const puts = serve([line('A'), line('B')]);
    const edits = cartEdits('c', 'k');
    await Promise.all([
      edits.change(target(0, 'A'), { quantity: 5 }, '1'),
      edits.change(target(1, 'B'), { friendlyName: 'Sales' }, '2'),
    ]);
    expect(puts.at(-1)).toEqual([line('A', { quantity: 5 }), line('B', { friendlyName: 'Sales' })]);
  });

  it('do not touch another line that stands in the place', async () => {
    const puts = serve([line('B')]);
    const refused = cartEdits('c', 'k').change(target(0, 'A'), { quantity: 5 }, '1');
    await expect(refused).rejects.toThrow(RefusalError);
    expect(puts).toEqual([]);
  });

  it('remove a line once when the answer is lost', async () => {
    const puts = serve([line('A'), line('B')], { loseAnswers: 1 });
    const edits = cartEdits('c', 'k');
    await expect(edits.remove(target(0, 'A'), '1')).rejects.toThrow(TransportError);
    const cart = await edits.remove(target(0, 'A'), '1');
    expect(cart.lineItems).toEqual([line('B')]);
    expect(puts).toHaveLength(1);
  });
});
