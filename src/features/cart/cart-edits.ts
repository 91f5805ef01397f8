/** Changes of the open cart. The API takes whole carts: a change reads the cart, alters one line and writes it back. */
import type { Cart, CartDraft, CartDraftLine } from '../../api/carts';
import { call, RefusalError } from '../../api/client';

/** What a person may change of a line. */
export type LineChange =
  | { quantity: number }
  | { termDuration: string; billingCycle: string }
  | { friendlyName: string }
  | { resellerMpnId: string };

const RESELLER = 'transaction_reseller';

/** The line with one change made and everything else as the API gave it. */
export function changedLine(line: CartDraftLine, change: LineChange): CartDraftLine {
  if ('resellerMpnId' in change) {
    const others = (line.participants ?? []).filter(({ key }) => key !== RESELLER);
    const reseller = change.resellerMpnId ? [{ key: RESELLER, value: change.resellerMpnId }] : [];
    return { ...line, participants: [...others, ...reseller] };
  }
  if ('termDuration' in change) {
    const { termDuration: _, ...rest } = line;
    // Perpetual licences and plans have no term; the wire leaves it out.
    const term = change.termDuration === 'none' ? {} : { termDuration: change.termDuration };
    return { ...rest, ...term, billingCycle: change.billingCycle };
  }
  return { ...line, ...change };
}

/** Which line is meant when an edit's turn has come, and what to say if something else stands there. */
export interface LineTarget {
  position: () => number;
  catalogItemId: string;
  changedElsewhere: string;
}

export interface CartEdits {
  change(target: LineTarget, change: LineChange, requestId: string): Promise<Cart>;
  remove(target: LineTarget, requestId: string): Promise<Cart>;
}

/** The edits of one cart, one after the other: two at once would overwrite each other. */
export function cartEdits(customerId: string, cartId: string): CartEdits {
  const path = `/v1/customers/${encodeURIComponent(customerId)}/carts/${encodeURIComponent(cartId)}`;
  let turn: Promise<unknown> = Promise.resolve();
  /** What was sent and never answered, by request id. */
  const unanswered = new Map<string, CartDraft>();

  const edit = async (
    { position, catalogItemId, changedElsewhere }: LineTarget,
    alter: (line: CartDraftLine) => CartDraftLine[],
    requestId: string,
  ): Promise<Cart> => {
    const cart = await call<Cart>(path);
    const at = position();
    let body = unanswered.get(requestId);
    if (cart.lineItems[at]?.catalogItemId === catalogItemId) {
      body = { ...cart, lineItems: cart.lineItems.flatMap((line, index) => (index === at ? alter(line) : [line])) };
    } else if (!body) {
      throw new RefusalError(409, { code: 0, description: changedElsewhere, data: [], source: 'screen' });
    }
    // Otherwise the line is gone because the first attempt arrived and its answer did not: by the request id the API
    // recognises the repetition and answers it again.
    unanswered.set(requestId, body);
    const answer = await call<Cart>(path, { method: 'PUT', body, requestId });
    unanswered.delete(requestId);
    return answer;
  };

  const inTurn: typeof edit = (...request) => {
    const done = turn.then(() => edit(...request));
    // The next edit does not care how this one ended; whoever asked for it does.
    turn = done.catch(() => undefined);
    return done;
  };

  return {
    change: (target, change, requestId) => inTurn(target, (line) => [changedLine(line, change)], requestId),
    remove: (target, requestId) => inTurn(target, () => [], requestId),
  };
}
