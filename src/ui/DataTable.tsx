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
import { useVirtualizer } from '@tanstack/react-virtual';
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

export interface DataTableProps<Row> {
  label: string;
  /** Keep the array between renders: a new one renders every row anew. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
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

/** Where each list of the visited addresses stood, for the way back. */
const places = new Map<string, number>();

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
    data: rows,
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

  const virtual = modelRows.length > PLAIN_ROWS;
  const virtualizer = useVirtualizer({
    count: modelRows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    enabled: virtual,
  });
  const items = virtualizer.getVirtualItems();
  const first = virtual ? (items[0]?.index ?? 0) : 0;
  const last = virtual ? (items.at(-1)?.index ?? Math.min(modelRows.length, 30) - 1) : modelRows.length - 1;
  const before = virtual ? (items[0]?.start ?? 0) : 0;
  const behind = virtual ? Math.max(0, virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0)) : 0;

  const more = modelRows.length < totalCount;
  const nearEnd = more && last >= modelRows.length - 2 * OVERSCAN;
  useEffect(() => {
    if (nearEnd && !isLoadingMore) onEndReached?.();
  }, [nearEnd, isLoadingMore, onEndReached, modelRows.length]);

  // Another order or filter is another list: it is read from its beginning. On the way back to a list it stands where it stood.
  const place = `${useLocation().key} ${label}`;
  const list = `${sort?.column ?? ''} ${sort?.direction ?? ''} ${modelRows[0]?.id ?? ''}`;
  const shownList = useRef(list);
  useEffect(() => {
    if (shownList.current === list) return;
    shownList.current = list;
    scroller.current?.scrollTo({ top: 0 });
  }, [list]);
  useLayoutEffect(() => {
    const top = places.get(place);
    if (top !== undefined) scroller.current?.scrollTo({ top });
  }, [place]);

  const isEmpty = rows.length === 0 && empty !== undefined;
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
        onScroll={({ currentTarget }) => places.set(place, currentTarget.scrollTop)}
        {...(scrolls && { role: 'region', 'aria-label': label, tabIndex: 0 })}
      >
        <table className={styles.table} aria-label={label} aria-rowcount={totalCount + 1}>
          <thead>
            <tr aria-rowindex={1}>
              {selection && (
                <SelectAll
                  label={selection.allLabel}
                  state={selectedOf(rows, selection.isSelected)}
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
            {modelRows.slice(first, last + 1).map((row, offset) => (
              <TableRow
                key={row.id}
                row={row.original}
                columns={columns as readonly Column<unknown>[]}
                index={first + offset}
                measure={virtual ? virtualizer.measureElement : undefined}
                selection={selection as Selection<unknown> | undefined}
                selected={selection?.isSelected(row.original) ?? false}
              />
            ))}
            {behind > 0 && <Gap height={behind} />}
          </tbody>
        </table>
      </div>
      <div className={styles.foot}>
        <span>
          {more
            ? t.ui.loadedOf(format.number(modelRows.length), format.number(totalCount))
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
