import { useMemo } from 'react';
import type { ListQuery } from '../../api/queries';
import { useUrlState } from '../../ui/url-state';
import { useSearchText, type SearchText } from '../../ui/useSearchText';
import { lineText, readLine, type LineName } from './links';

export const GROUPS = ['customer', 'subscription', 'chargeType'] as const;
export type Group = (typeof GROUPS)[number];

/** The name in the address of what a group stands for; the API calls it the same. */
export const FILTER_OF: Record<Group, string> = {
  customer: 'customerId',
  subscription: 'subscriptionId',
  chargeType: 'chargeType',
};

export interface LineFilter {
  search: SearchText;
  customerId: string | undefined;
  subscriptionId: string | undefined;
  chargeType: string | undefined;
  group: Group | undefined;
  /** The line that is explained. */
  line: LineName | undefined;
  narrowed: boolean;
  /** The same as the API is asked for it, grouping aside. */
  query: ListQuery;
  set: (changes: Partial<Record<'customerId' | 'subscriptionId' | 'chargeType' | 'group', string | undefined>>) => void;
  explain: (line: LineName | undefined) => void;
  clear: () => void;
}

/** Search, filters, grouping and the explained line of an invoice; they live in the address. */
export function useLineFilter(): LineFilter {
  const url = useUrlState();
  const search = useSearchText(url);
  const { customerId, subscriptionId, chargeType } = url.all;
  const group = GROUPS.find((each) => each === url.all['group']);
  const line = url.all['line'];
  const query = useMemo(
    () => ({ search: search.sought, customerId, subscriptionId, chargeType }),
    [search.sought, customerId, subscriptionId, chargeType],
  );
  return {
    search,
    customerId,
    subscriptionId,
    chargeType,
    group,
    line: readLine(line),
    narrowed: Object.values(query).some((value) => value !== undefined && value !== ''),
    query,
    set: (changes) => url.set(changes),
    explain: (next) => url.set({ line: next && lineText(next) }),
    clear: () => {
      search.type('');
      url.set({ search: undefined, customerId: undefined, subscriptionId: undefined, chargeType: undefined });
    },
  };
}
