import { mergeClasses, Spinner } from '@fluentui/react-components';
import { defaultRangeExtractor, useWindowVirtualizer, type Range } from '@tanstack/react-virtual';
import { memo, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { CatalogRow } from '../../api/dashboard';
import { useMessages } from '../../ui/language';
import styles from './OfferList.module.css';
import { OfferRow, type OfferDraft } from './OfferRow';

/** Up to here all offers are in the document, where the browser's own search finds them. */
const PLAIN_ROWS = 60;
const OVERSCAN = 8;
const ROW_HEIGHT = 190;
const GAP = 12;

/**
 * The offers as one list that scrolls with the page. Of a long list only the rows near the window are in the document;
 * the row that has the focus stays, and what was typed into a row is kept while it is away.
 */
export const OfferList = memo(function OfferList({
  customerId,
  rows,
  totalCount,
  outdated,
  onEndReached,
  isLoadingMore,
}: {
  customerId: string;
  rows: readonly CatalogRow[];
  totalCount: number;
  /** The rows answer the question before this one. */
  outdated: boolean;
  onEndReached: () => void;
  isLoadingMore: boolean;
}) {
  const t = useMessages();
  const list = useRef<HTMLUListElement>(null);
  const [drafts] = useState(() => new Map<string, OfferDraft>());
  const virtual = rows.length > PLAIN_ROWS;
  const top = useDistanceFromTop(list);

  const virtualizer = useWindowVirtualizer<HTMLLIElement>({
    count: rows.length,
    estimateSize: () => ROW_HEIGHT,
    gap: GAP,
    overscan: OVERSCAN,
    scrollMargin: top,
    enabled: virtual,
    getItemKey: (index) => rows[index]?.catalogItemId ?? index,
    rangeExtractor: (range: Range) => {
      const near = defaultRangeExtractor(range);
      const own = focusedIndex(list.current);
      if (own === undefined || own >= range.count || near.includes(own)) return near;
      // In the document's order, so that Tab goes on from it in the right direction.
      return [...near, own].sort((left, right) => left - right);
    },
  });
  const items = virtualizer.getVirtualItems();
  const last = virtual ? (items.at(-1)?.index ?? 0) : rows.length - 1;
  const nearEnd = !outdated && rows.length < totalCount && last >= rows.length - 2 * OVERSCAN;
  useEffect(() => {
    if (nearEnd && !isLoadingMore) onEndReached();
  }, [nearEnd, isLoadingMore, onEndReached, rows.length]);

  const row = (index: number, place?: { start: number }) => {
    const offer = rows[index];
    if (!offer) return null;
    return (
      <li
        key={offer.catalogItemId}
        ref={place ? virtualizer.measureElement : undefined}
        data-index={index}
        aria-setsize={totalCount}
        aria-posinset={index + 1}
        className={place ? styles.placed : styles.item}
        style={place ? { transform: `translateY(${place.start - top}px)` } : undefined}
      >
        <OfferRow customerId={customerId} offer={offer} drafts={drafts} />
      </li>
    );
  };

  return (
    <>
      <ul
        ref={list}
        aria-label={t.catalog.offers}
        aria-busy={outdated}
        className={mergeClasses(styles.list, outdated && styles.outdated)}
        style={virtual ? { blockSize: virtualizer.getTotalSize() } : undefined}
      >
        {virtual ? items.map((item) => row(item.index, item)) : rows.map((_, index) => row(index))}
      </ul>
      {isLoadingMore && <Spinner size="tiny" label={t.catalog.loadingMore} />}
    </>
  );
});

/** The row that holds the focus. */
function focusedIndex(list: HTMLElement | null): number | undefined {
  const item = document.activeElement?.closest<HTMLElement>('[data-index]');
  return item && list?.contains(item) ? Number(item.dataset['index']) : undefined;
}

/** How far down the document an element begins; what stands above it may grow or wrap at any time. */
function useDistanceFromTop(element: RefObject<HTMLElement | null>): number {
  const [distance, setDistance] = useState(0);
  useLayoutEffect(() => {
    const measure = (): void => {
      if (element.current) setDistance(Math.round(element.current.getBoundingClientRect().top + window.scrollY));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [element]);
  return distance;
}
