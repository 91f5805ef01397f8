import type { Refusal } from '../refusals';
import type { State } from '../state';
import type { Subscription } from './subscription';

/** Some publishers refuse changes until set-up is finished (S2-11). */
export function checkSetUp(state: State, subscription: Subscription): Refusal | undefined {
  if (subscription.status !== 'pending') return undefined;
  const offer = state.catalog.item(subscription.catalogItemId);
  return offer?.activation?.blocksChanges ? { type: 'SetUpUnfinished', publisher: offer.publisher.name } : undefined;
}
