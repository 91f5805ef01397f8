import { call } from './client';
import type { Page } from './dashboard';
import type { ListQuery } from './queries';

/** Rows per request; larger than a screen's page because nobody scrolls here. */
const CHUNK = 500;

/** Every row that the list at `path` finds, chunk by chunk; `onProgress` hears how far it is. */
export async function everyRow<Row>(
  path: string,
  query: ListQuery,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const page = await call<Page<Row>>(path, { query: { ...query, size: CHUNK, offset: rows.length }, signal });
    rows.push(...page.items);
    onProgress(rows.length, page.totalCount);
    if (page.items.length === 0 || rows.length >= page.totalCount) return rows;
  }
}
