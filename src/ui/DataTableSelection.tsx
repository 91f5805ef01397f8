import { useEffect, useRef } from 'react';
import styles from './DataTable.module.css';

/** Rows of a table that are ticked; who ticks them keeps the list. Keep the functions between renders. */
export interface Selection<Row> {
  isSelected: (row: Row) => boolean;
  onSelect: (row: Row, selected: boolean) => void;
  /** Ticks, or clears, every row that the table has now. */
  onSelectAll: (selected: boolean) => void;
  /** The names of the check boxes. */
  allLabel: string;
  rowLabel: (row: Row) => string;
}

/** The check box of the heading: ticked when every row is, dashed when some are. */
export function SelectAll({
  label,
  state,
  onChange,
}: {
  label: string;
  state: 'all' | 'some' | 'none';
  onChange: (selected: boolean) => void;
}) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = state === 'some';
  }, [state]);
  return (
    <th scope="col" className={styles.select}>
      <label className={styles.tick}>
        <input
          ref={box}
          type="checkbox"
          aria-label={label}
          checked={state === 'all'}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      </label>
    </th>
  );
}

/** The check box of one row. */
export function SelectRow({
  label,
  selected,
  onChange,
}: {
  label: string;
  selected: boolean;
  onChange: (selected: boolean) => void;
}) {
  return (
    <td className={styles.select}>
      <label className={styles.tick}>
        <input
          type="checkbox"
          aria-label={label}
          checked={selected}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      </label>
    </td>
  );
}
