import { call } from '../../api/client';
import type { CustomerRow, Page } from '../../api/dashboard';
import type { ListQuery } from '../../api/queries';

/** Rows per request; larger than a screen's page because nobody scrolls here. */
const CHUNK = 500;

/** The documented columns of the exported list; headers are English in every language (portal 2.1). */
export const EXPORT_HEADER = ['Microsoft ID', 'Company name', 'Primary domain name', 'Relationship'];

/** Every customer that `query` finds, chunk by chunk; `onProgress` hears how many are there and how many there will be. */
export async function everyCustomer(
  query: ListQuery,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<CustomerRow[]> {
  const rows: CustomerRow[] = [];
  for (;;) {
    const page = await call<Page<CustomerRow>>('/dashboard/v1/customers', {
      query: { ...query, size: CHUNK, offset: rows.length },
      signal,
    });
    rows.push(...page.items);
    onProgress(rows.length, page.totalCount);
    if (page.items.length === 0 || rows.length >= page.totalCount) return rows;
  }
}
