import { call } from '../../api/client';
import type { SubscriptionRow, SubscriptionsPage } from '../../api/dashboard';
import type { ListQuery } from '../../api/queries';

/** Rows per request; larger than a screen's page because nobody scrolls here. */
const CHUNK = 500;

/** The documented columns of the exported list; headers are English in every language (portal 4.1). */
export const EXPORT_HEADER = ['Subscription ID', 'Subscription', 'Quantity', 'Status', 'Reseller'];

/** Every subscription that the list at `path` finds, chunk by chunk; `onProgress` hears how far it is. */
export async function everySubscription(
  path: string,
  query: ListQuery,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<SubscriptionRow[]> {
  const rows: SubscriptionRow[] = [];
  for (;;) {
    const page = await call<SubscriptionsPage>(path, {
      query: { ...query, size: CHUNK, offset: rows.length },
      signal,
    });
    rows.push(...page.items);
    onProgress(rows.length, page.totalCount);
    if (page.items.length === 0 || rows.length >= page.totalCount) return rows;
  }
}
