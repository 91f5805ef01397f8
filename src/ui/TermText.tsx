import { useCallback } from 'react';
import { useMessages } from './language';

/** A commitment and how it is billed, as the API names them: `P1Y` and `Monthly`. */
export interface TermChoice {
  termDuration?: string;
  billingCycle: string;
}

/** Puts a term into words: "1 year, billed monthly". */
export function useTermLabel(): (term: TermChoice) => string {
  const t = useMessages();
  return useCallback(
    ({ termDuration, billingCycle }) =>
      !termDuration || termDuration === 'none'
        ? t.catalog.withoutTerm(billingCycle)
        : t.catalog.termAndBillingOf(t.catalog.termOf(termDuration), t.catalog.billedOf(billingCycle)),
    [t],
  );
}

/** A term in words. */
export function TermText({ term }: { term: TermChoice }) {
  const label = useTermLabel();
  return <span>{label(term)}</span>;
}
