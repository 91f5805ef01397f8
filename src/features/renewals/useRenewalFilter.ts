import { useQuery } from '@tanstack/react-query';
import { clockQuery, type ListQuery } from '../../api/queries';
import { parseDate } from '../../kernel/calendar';
import { useUrlState } from '../../ui/url-state';
import { useSearchText, type SearchText } from '../../ui/useSearchText';
import { daysOf, monthOf, parseMonth } from './month';

export const VIEWS = ['month', 'list'] as const;
export type View = (typeof VIEWS)[number];

export interface RenewalFilter {
  view: View;
  /** The month of the calendar, the clock's unless the address names another; unknown until the clock is. */
  month: string | undefined;
  /** The month in which the clock stands, and the day. */
  thisMonth: string | undefined;
  today: string | undefined;
  search: SearchText;
  kind: string | undefined;
  changed: string | undefined;
  /** Days of the list, both inclusive. */
  from: string | undefined;
  to: string | undefined;
  /** The same as the API is asked for it: the days of the list, or of the month. */
  query: ListQuery;
  setView: (view: View) => void;
  setMonth: (month: string) => void;
  setKind: (kind: string | undefined) => void;
  setChanged: (changed: string | undefined) => void;
  setFrom: (day: string) => void;
  setTo: (day: string) => void;
  clear: () => void;
}

/** View, search and filters of the renewals; they live in the address. */
export function useRenewalFilter(): RenewalFilter {
  const url = useUrlState();
  const search = useSearchText(url);
  const { data: clock } = useQuery(clockQuery());
  const view = url.get('view') === 'list' ? 'list' : 'month';
  const thisMonth = clock && monthOf(clock.now);
  const month = parseMonth(url.get('month')) ?? thisMonth;
  const kind = url.get('kind');
  const changed = url.get('changed');
  const from = dayIn(url.get('from'));
  const to = dayIn(url.get('to'));
  const days = view === 'list' ? { from, to } : month === undefined ? {} : daysOf(month);
  return {
    view,
    month,
    thisMonth,
    today: clock?.now.slice(0, 10),
    search,
    kind,
    changed,
    from,
    to,
    query: { search: search.sought, kind, changed, ...days },
    setView: (next) => url.set({ view: next }),
    setMonth: (next) => url.set({ month: next === thisMonth ? undefined : next }),
    setKind: (value) => url.set({ kind: value }),
    setChanged: (value) => url.set({ changed: value }),
    // A date is typed in several strokes; each is no step of its own on the way back.
    setFrom: (day) => url.set({ from: day }, { replace: true }),
    setTo: (day) => url.set({ to: day }, { replace: true }),
    clear: () => {
      search.type('');
      url.set({ search: undefined, kind: undefined, changed: undefined, from: undefined, to: undefined });
    },
  };
}

/** A day of the calendar; anything else in the address means nothing. */
function dayIn(text: string | undefined): string | undefined {
  return text === undefined ? undefined : parseDate(text);
}
