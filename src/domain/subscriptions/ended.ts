import type { Refusal } from '../refusals';
import type { Subscription } from './subscription';

/** What has come to the end of its term is over: it renews no more, and only a new purchase goes on (decisions 35). */
export function checkTermRuns({ status, term }: Subscription): Refusal | undefined {
  return status === 'expired' || status === 'disabled' ? { type: 'TermEnded', endsOn: term.endsOn } : undefined;
}
