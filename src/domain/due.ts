import type { State } from './state';
import { due, nextDueOf } from './subscriptions/lifecycle';
import { statusOf } from './support/service-request';
import type { Due } from './world';

/**
 * The earliest due work. The index in the state holds what was true when it was noted; the state itself decides, so an
 * entry that no longer holds is dropped when it surfaces (and a change notes a new one).
 */
export function nextDue(state: State): Due | undefined {
  for (;;) {
    const first = state.due.peek();
    if (!first || stillDue(state, first)) return first;
    state.due.pop();
  }
}

/** All due work until an instant, earliest first; at most `most`. For showing: nothing is settled. */
export function upcoming(state: State, most: number): Due[] {
  const found: Due[] = [];
  const seen = new Set<string>();
  for (const item of [...state.due.data].sort(
    (a, b) => a.at - b.at || a.rank - b.rank || (a.subject < b.subject ? -1 : 1),
  )) {
    if (found.length >= most) break;
    if (seen.has(item.subject) || !stillDue(state, item)) continue;
    seen.add(item.subject);
    found.push(item);
  }
  return found;
}

function stillDue(state: State, item: Due): boolean {
  const now = currentDue(state, item);
  return now !== undefined && now.at === item.at && now.kind === item.kind;
}

function currentDue(state: State, item: Due): Due | undefined {
  if (item.kind === 'cartExpiry') {
    const cart = state.carts.get(item.subject);
    return cart && !cart.expired && cart.orderIds.length === 0 ? due('cartExpiry', cart.expiresAt, cart.id) : undefined;
  }
  if (item.kind === 'supportAnswer') {
    const request = state.serviceRequests.get(item.subject);
    return request && request.answersAt !== null && request.answer === null && statusOf(request) === 'open'
      ? due('supportAnswer', request.answersAt, request.id)
      : undefined;
  }
  const subscription = state.subscriptions.get(item.subject);
  return subscription && nextDueOf(state, subscription);
}

/** Leaves only the due work of some subjects: for looking far ahead on a copy without settling everybody else. */
export function focusDue(state: State, subjects: ReadonlySet<string>): void {
  const kept = state.due.data.filter(({ subject }) => subjects.has(subject));
  while (state.due.length > 0) state.due.pop();
  for (const item of kept) state.due.push(item);
}
