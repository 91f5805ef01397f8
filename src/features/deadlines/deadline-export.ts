import { call } from '../../api/client';
import type { DeadlineRow, DeadlinesPage } from '../../api/dashboard';
import type { ListQuery } from '../../api/queries';

/** Rows per request; larger than a screen's page because nobody scrolls here. */
const CHUNK = 500;

/** The columns of the exported list; headers are English in every language, as in the other files. */
export const EXPORT_HEADER = ['When (UTC)', 'What', 'Subscription ID', 'Subscription', 'Customer', 'Licenses'];

/** Every deadline that the list at `path` finds, chunk by chunk; `onProgress` hears how far it is. */
export async function everyDeadline(
  path: string,
  query: ListQuery,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<DeadlineRow[]> {
  const rows: DeadlineRow[] = [];
  for (;;) {
    const page = await call<DeadlinesPage>(path, { query: { ...query, size: CHUNK, offset: rows.length }, signal });
    rows.push(...page.items);
    onProgress(rows.length, page.totalCount);
    if (page.items.length === 0 || rows.length >= page.totalCount) return rows;
  }
}
