import { Button, mergeClasses } from '@fluentui/react-components';
import { ArrowDownRegular, ArrowSortRegular, ArrowUpRegular } from '@fluentui/react-icons';
import {
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
  type RowData,
  type SortingState,
} from '@tanstack/react-table';
import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { useLocation } from 'react-router-dom';
import { memo, useEffect, useLayoutEffect, useMemo, useRef, useState, type CSSProperties, type ReactNode } from 'react';
import { SelectAll, SelectRow, type Selection } from './DataTableSelection';
import { useFormat, useMessages } from './language';
import styles from './DataTable.module.css';

export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  sortable?: boolean;
  width?: string;
  align?: 'end';
  rowHeader?: boolean;
  /** Left out where the table has less room than this. */
  hideBelow?: 'small' | 'medium';
}

export interface Sort {
  column: string;
  direction: 'ascending' | 'descending';
}

/** Rows of a long list that are fetched where somebody looks. */
export interface RowWindow<Row> {
  /** Names what is listed: another filter is another list, and is read from its beginning. */
  list: string;
  /** The row at a place; none while it is on its way. */
  rowAt: (index: number) => Row | undefined;
  /** Hears which rows are in the document. */
  onLook: (first: number, last: number) => void;
}

export interface DataTableProps<Row> {
  label: string;
  /** Keep the array between renders: a new one renders every row anew. */
  columns: readonly Column<Row>[];
  /** Those that have been loaded, from the first one on, or any of `totalCount` rows on demand. */
  rows: readonly Row[] | RowWindow<Row>;
  totalCount: number;
  rowKey: (row: Row) => string;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  onEndReached?: () => void;
  isLoadingMore?: boolean;
  empty?: ReactNode;
  rowHeight?: number;
  /** With it every row begins with a check box. */
  selection?: Selection<Row>;
}

/** The server sorts, filters and pages; the table model only carries columns and order. */
const features = tableFeatures({ rowSortingFeature });

/** Where each list of the visited addresses stood, and how high its rows were there, for the way back. */
const places = new Map<string, { readonly top: number; readonly measured: VirtualItem[] }>();

/** Up to here all rows are in the document, where the browser's own search and printing find them. */
const PLAIN_ROWS = 60;
const OVERSCAN = 8;

/**
 * A native table. Long lists keep only the rows near the window in the document (virtual rows, numbered with
 * `aria-rowindex`), so that ten thousand rows cost as much as thirty.
 */
export function DataTable<Row extends RowData>({
  label,
  columns,
  rows,
  totalCount,
  rowKey,
  sort,
  onSort,
  onEndReached,
  isLoadingMore = false,
  empty,
  rowHeight = 44,
  selection,
}: DataTableProps<Row>) {
  const t = useMessages();
  const format = useFormat();
  const scroller = useRef<HTMLDivElement>(null);
  const distant = 'rowAt' in rows ? rows : undefined;
  const loaded: readonly Row[] = 'rowAt' in rows ? NONE : rows;

  const definitions = useMemo(
    (): ColumnDef<typeof features, Row>[] =>
      columns.map((column) => ({
        id: column.id,
        header: column.header,
        accessorFn: (row: Row) => row,
        enableSorting: column.sortable ?? false,
        sortDescFirst: false,
      })),
    [columns],
  );
  const sorting = useMemo(
    (): SortingState => (sort ? [{ id: sort.column, desc: sort.direction === 'descending' }] : []),
    [sort],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: loaded,
    getRowId: rowKey,
    manualSorting: true,
    enableSortingRemoval: false,
    enableMultiSort: false,
    state: { sorting },
    onSortingChange: (updater) => {
      const [next] = typeof updater === 'function' ? updater(sorting) : updater;
      if (next) onSort?.({ column: next.id, direction: next.desc ? 'descending' : 'ascending' });
    },
  });
  const modelRows = table.getRowModel().rows;

  const count = distant ? totalCount : modelRows.length;

  // Another order or filter is another list: it is read from its beginning. On the way back to a list it stands where it stood.
  const place = `${useLocation().key} ${label}`;
  const [stood] = useState(() => places.get(place));
  const virtual = count > PLAIN_ROWS;
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    enabled: virtual,
    ...(stood && { initialMeasurementsCache: stood.measured }),
  });
  const items = virtualizer.getVirtualItems();
  const first = virtual ? (items[0]?.index ?? 0) : 0;
  const last = virtual ? (items.at(-1)?.index ?? Math.min(count, 30) - 1) : count - 1;
  const before = virtual ? (items[0]?.start ?? 0) : 0;
  const behind = virtual ? Math.max(0, virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0)) : 0;

  const more = count < totalCount;
  const nearEnd = more && last >= count - 2 * OVERSCAN;
  useEffect(() => {
    if (nearEnd && !isLoadingMore) onEndReached?.();
  }, [nearEnd, isLoadingMore, onEndReached, count]);
  const onLook = distant?.onLook;
  useEffect(() => onLook?.(first, last), [onLook, first, last]);

  // Who goes to the end stays there while the last rows arrive and turn out higher than thought.
  const isAtEnd = useRef(false);
  const height = distant ? virtualizer.getTotalSize() : 0;
  useLayoutEffect(() => {
    if (isAtEnd.current) scroller.current?.scrollTo({ top: height });
  }, [height]);

  const list = `${sort?.column ?? ''} ${sort?.direction ?? ''} ${distant ? distant.list : (modelRows[0]?.id ?? '')}`;
  const shownList = useRef(list);
  useEffect(() => {
    if (shownList.current === list) return;
    shownList.current = list;
    isAtEnd.current = false;
    scroller.current?.scrollTo({ top: 0 });
  }, [list]);
  useLayoutEffect(() => {
    const element = scroller.current;
    const top = places.get(place)?.top;
    if (top !== undefined) element?.scrollTo({ top });
    return () => {
      if (element) places.set(place, { top: element.scrollTop, measured: virtualizer.takeSnapshot() });
    };
  }, [place, virtualizer]);

  const isEmpty = count === 0 && empty !== undefined;
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      setScrolls(element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight);
    });
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, [isEmpty]);

  if (isEmpty) return <>{empty}</>;

  const least = (shown: readonly Column<Row>[]) => leastWidth(selection ? [TICKS, ...shown] : shown);
  const sizes = {
    '--least': least(columns),
    '--least-medium': least(columns.filter((column) => column.hideBelow !== 'medium')),
    '--least-small': least(columns.filter((column) => !column.hideBelow)),
    '--row-height': `${rowHeight}px`,
  } as CSSProperties;

  return (
    <div className={styles.frame} style={sizes}>
      {/* Reached by Tab where there is something to scroll, so that the arrow keys can. */}
      <div
        ref={scroller}
        className={mergeClasses(styles.scroller, virtual && styles.windowed)}
        onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
          isAtEnd.current = distant !== undefined && scrollTop > 0 && scrollHeight - clientHeight - scrollTop < 2;
        }}
        {...(scrolls && { role: 'region', 'aria-label': label, tabIndex: 0 })}
      >
        <table className={styles.table} aria-label={label} aria-rowcount={totalCount + 1}>
          <thead>
            <tr aria-rowindex={1}>
              {selection && (
                <SelectAll
                  label={selection.allLabel}
                  state={selectedOf(loaded, selection.isSelected)}
                  onChange={selection.onSelectAll}
                />
              )}
              {table.getFlatHeaders().map((header, index) => {
                const column = columns[index];
                if (!column) return null;
                const sorted = header.column.getIsSorted();
                return (
                  <th
                    key={header.id}
                    scope="col"
                    className={cellClass(column)}
                    style={column.width ? { inlineSize: column.width } : undefined}
                    aria-sort={ariaSort(column.sortable ?? false, sorted)}
                  >
                    {column.sortable && onSort ? (
                      <button
                        type="button"
                        className={styles.sort}
                        onClick={() => header.column.toggleSorting(sorted === 'asc')}
                      >
                        <span>{column.header}</span>
                        <SortMark sorted={sorted} />
                      </button>
                    ) : (
                      column.header
                    )}
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {before > 0 && <Gap height={before} />}
            {Array.from({ length: last - first + 1 }, (_, offset) => {
              const index = first + offset;
              const row = distant ? distant.rowAt(index) : modelRows[index]?.original;
              if (row === undefined) return <WaitingRow key={`waiting ${index}`} columns={columns} />;
              return (
                <TableRow
                  key={rowKey(row)}
                  row={row}
                  columns={columns as readonly Column<unknown>[]}
                  index={index}
                  measure={virtual ? virtualizer.measureElement : undefined}
                  selection={selection as Selection<unknown> | undefined}
                  selected={selection?.isSelected(row) ?? false}
                />
              );
            })}
            {behind > 0 && <Gap height={behind} />}
          </tbody>
        </table>
      </div>
      <div className={styles.foot}>
        <span>
          {more
            ? t.ui.loadedOf(format.number(count), format.number(totalCount))
            : t.ui.allRows(totalCount, format.number(totalCount))}
        </span>
        {more &&
          (isLoadingMore ? (
            <span>{t.ui.loadingMore}</span>
          ) : (
            onEndReached && (
              <Button size="small" appearance="subtle" onClick={onEndReached}>
                {t.ui.loadMore}
              </Button>
            )
          ))}
      </div>
    </div>
  );
}

interface TableRowProps {
  row: unknown;
  columns: readonly Column<unknown>[];
  index: number;
  measure: ((element: Element | null) => void) | undefined;
  selection: Selection<unknown> | undefined;
  selected: boolean;
}

/** Rendered anew only when its own row, place or tick or the columns change: scrolling touches nothing else. */
const TableRow = memo(function TableRow({ row, columns, index, measure, selection, selected }: TableRowProps) {
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      className={mergeClasses(styles.row, selected && styles.selected)}
    >
      {selection && (
        <SelectRow
          label={selection.rowLabel(row)}
          selected={selected}
          onChange={(next) => selection.onSelect(row, next)}
        />
      )}
      {columns.map((column) =>
        column.rowHeader ? (
          <th key={column.id} scope="row" className={cellClass(column)}>
            {column.cell(row)}
          </th>
        ) : (
          <td key={column.id} className={cellClass(column)}>
            {column.cell(row)}
          </td>
        ),
      )}
    </tr>
  );
}, sameRow);

/** `isSelected` is new with every tick; a row is told of its own by `selected`. */
function sameRow(before: TableRowProps, after: TableRowProps): boolean {
  return (
    before.row === after.row &&
    before.columns === after.columns &&
    before.index === after.index &&
    before.measure === after.measure &&
    before.selected === after.selected &&
    before.selection?.onSelect === after.selection?.onSelect &&
    before.selection?.rowLabel === after.selection?.rowLabel
  );
}

const NONE: readonly never[] = [];

/** The column of the check boxes. */
const TICKS = { width: '2.75rem' };

function selectedOf<Row>(rows: readonly Row[], isSelected: (row: Row) => boolean): 'all' | 'some' | 'none' {
  const all = rows.length > 0 && rows.every(isSelected);
  return all ? 'all' : rows.some(isSelected) ? 'some' : 'none';
}

/** The room that these columns need at least: below it the table scrolls in its frame. */
function leastWidth(columns: readonly Pick<Column<never>, 'width'>[]): string {
  const widths = columns.map(({ width }) => (width && !width.endsWith('%') ? width : '8rem'));
  return `calc(${widths.join(' + ') || '0px'})`;
}

/** A row that is on its way: to be seen, not to be read out one after the other. */
function WaitingRow({ columns }: { columns: readonly Pick<Column<never>, 'id' | 'align' | 'hideBelow'>[] }) {
  return (
    <tr className={styles.row} aria-hidden="true">
      {columns.map((column) => (
        <td key={column.id} className={cellClass(column)}>
          <span className={styles.waiting}>…</span>
        </td>
      ))}
    </tr>
  );
}

/** Stands for the rows that are not in the document. */
function Gap({ height }: { height: number }) {
  return (
    <tr aria-hidden="true">
      <td className={styles.gap} style={{ blockSize: height }}>
        …
      </td>
    </tr>
  );
}

function SortMark({ sorted }: { sorted: 'asc' | 'desc' | false }) {
  if (sorted === 'asc') return <ArrowUpRegular aria-hidden="true" />;
  if (sorted === 'desc') return <ArrowDownRegular aria-hidden="true" />;
  return <ArrowSortRegular aria-hidden="true" className={styles.unsorted} />;
}

function ariaSort(sortable: boolean, sorted: 'asc' | 'desc' | false): 'ascending' | 'descending' | 'none' | undefined {
  if (sorted === 'asc') return 'ascending';
  if (sorted === 'desc') return 'descending';
  return sortable ? 'none' : undefined;
}

function cellClass(column: Pick<Column<never>, 'align' | 'hideBelow'>): string {
  return mergeClasses(
    column.align === 'end' && styles.end,
    column.hideBelow === 'small' && styles.notSmall,
    column.hideBelow === 'medium' && styles.notMedium,
  );
}
