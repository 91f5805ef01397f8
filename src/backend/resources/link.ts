import type { Link } from '../../api/wire';

/** A link as the API writes it: relative, without the version. */
export function link(uri: string, method = 'GET', headers: Link['headers'] = []): Link {
  return { uri, method, headers };
}

/**
 * A part of a collection that is read by `size` and `offset`; without a size all the rest (REST API 1.5). `filter` is the
 * one that was asked for: the links keep it.
 */
export function offsetPage<Item>(all: readonly Item[], path: string, size: number, offset: number, filter?: string) {
  const items = size === 0 ? all.slice(offset) : all.slice(offset, offset + size);
  const filtered = filter === undefined ? '' : `&filter=${encodeURIComponent(filter)}`;
  const to = (at: number) => link(`${path}?size=${size}&offset=${at}${filtered}`);
  return {
    totalCount: items.length,
    items,
    links: {
      self: to(offset),
      ...(offset + items.length < all.length ? { next: to(offset + size) } : {}),
      ...(offset > 0 && size > 0 ? { previous: to(Math.max(0, offset - size)) } : {}),
    },
    attributes: { objectType: 'Collection' },
  };
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
