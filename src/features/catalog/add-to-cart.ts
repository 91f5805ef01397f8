/** How an offer gets into the customer's cart. */
import type { QueryClient } from '@tanstack/react-query';
import type { Cart, CartDraft, CartDraftLine } from '../../api/carts';
import { call } from '../../api/client';
import { cartQuery } from '../../api/queries';

/** An addition reads the cart and writes it back with one line more: two at once would lose one. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * The cart that each unanswered addition is for; null = a new one. The attempt after a lost answer must go to the same
 * address, or the server could not know it by its request id and the line would be there twice.
 */
const targets = new Map<string, string | null>();

/** Adds a line of its own, even where the cart holds the same offer already, and answers the cart as it then is. */
export function addToCart(
  queryClient: QueryClient,
  customerId: string,
  line: CartDraftLine,
  requestId: string,
): Promise<Cart> {
  const addition = turn.then(() => add(queryClient, customerId, line, requestId));
  // The next addition does not care how this one ended; whoever asked for it does.
  turn = addition.catch(() => undefined);
  return addition;
}

async function add(
  queryClient: QueryClient,
  customerId: string,
  line: CartDraftLine,
  requestId: string,
): Promise<Cart> {
  const carts = `/v1/customers/${encodeURIComponent(customerId)}/carts`;
  let cartId = targets.get(requestId);
  if (cartId === undefined) {
    cartId = await openCartId(queryClient, customerId);
    targets.set(requestId, cartId);
  }
  let answer: Cart;
  if (cartId === null) {
    const body: CartDraft = { lineItems: [line] };
    answer = await call<Cart>(carts, { method: 'POST', body, requestId });
  } else {
    const path = `${carts}/${encodeURIComponent(cartId)}`;
    const cart = await call<Cart>(path);
    const body: CartDraft = { ...cart, lineItems: [...cart.lineItems, line] };
    answer = await call<Cart>(path, { method: 'PUT', body, requestId });
  }
  targets.delete(requestId);
  return answer;
}

async function openCartId(queryClient: QueryClient, customerId: string): Promise<string | null> {
  const query = cartQuery(customerId);
  // A refresh that is under way may have been asked for before the last addition.
  await queryClient.cancelQueries({ queryKey: query.queryKey });
  const { cart } = await queryClient.fetchQuery({ ...query, staleTime: 0 });
  return cart?.id ?? null;
}
