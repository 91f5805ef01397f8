import { useEffect, useRef } from 'react';
import type { SubscriptionPage } from '../../api/dashboard';
import { useUrlState } from '../../ui/url-state';
import type { Cancellation } from './CancelOption';
import type { CancellationDetails } from './change-requests';
import type { ChangeFlow } from './useChange';

/** How far a person has got: a marketplace subscription goes from the choice to its details. */
export type Canceling = 'no' | 'chosen' | 'details';

export interface CancellationFlow extends Cancellation {
  /** The details dialog of a marketplace subscription (S0-57). */
  detailsOpen: boolean;
  askForDetails: () => void;
  closeDetails: () => void;
  /** Goes on to the consequences and the last question. */
  ask: (details?: CancellationDetails) => void;
}

/**
 * The way to a cancellation: a marketplace subscription goes by Submit, details and Submit (S0-56, S0-57), the others
 * straight to the last question (S0-58). `?cancel=1` in the address sets out on it, as the list's links do.
 */
export function useCancellation(
  subscription: SubscriptionPage,
  flow: ChangeFlow,
  canceling: Canceling,
  setCanceling: (next: Canceling) => void,
): CancellationFlow {
  const { get, set } = useUrlState();
  const wanted = get('cancel') !== undefined;
  const { allowed } = subscription.verdicts.cancel;

  const ask = (details?: CancellationDetails): void => {
    setCanceling(canceling === 'no' ? 'no' : 'chosen');
    flow.ask({ kind: 'cancel', ...(details ? { details } : {}) });
  };
  const choose = (next: boolean): void => {
    const inSteps = subscription.commerce === 'marketplace';
    setCanceling(next && inSteps ? 'chosen' : 'no');
    if (next && !inSteps) ask();
  };
  const start = useRef(choose);
  useEffect(() => {
    start.current = choose;
  });
  useEffect(() => {
    if (!wanted) return;
    set({ cancel: undefined }, { replace: true });
    if (allowed) start.current(true);
  }, [wanted, allowed, set]);

  return {
    chosen: canceling !== 'no' && allowed,
    onChoose: choose,
    detailsOpen: canceling === 'details' && allowed,
    askForDetails: () => setCanceling('details'),
    closeDetails: () => setCanceling('chosen'),
    ask,
  };
}
