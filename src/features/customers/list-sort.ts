import type { Sort } from '../../ui/DataTable';
import type { UrlState } from '../../ui/url-state';

/** The order of a list as it stands in the address. */
export function sortOf(url: UrlState): Sort | undefined {
  const column = url.get('sort');
  if (!column) return undefined;
  return { column, direction: url.get('direction') === 'descending' ? 'descending' : 'ascending' };
}

/** What the address becomes for another order. */
export function sortChange(sort: Sort): Record<string, string> {
  return { sort: sort.column, direction: sort.direction };
}
