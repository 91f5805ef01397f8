import type { Link } from '../../api/wire';

/** A link as the API writes it: relative, without the version. */
export function link(uri: string, method = 'GET', headers: Link['headers'] = []): Link {
  return { uri, method, headers };
}

/** A collection without paging. */
export function collection<Item>(items: Item[], self?: string) {
  return {
    totalCount: items.length,
    items,
    ...(self ? { links: { self: link(self) } } : {}),
    attributes: { objectType: 'Collection' },
  };
}
