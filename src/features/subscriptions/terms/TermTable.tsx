import { mergeClasses } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { useMessages } from '../../../ui/language';
import styles from './panels.module.css';

/** What is, beside what it shall become (S0-79). */
export function TermTable({ label, children }: { label: string; children: ReactNode }) {
  const t = useMessages();
  return (
    <table className={mergeClasses(styles.table, styles.stacks)} aria-label={label}>
      <thead>
        <tr>
          <td>{'\u00a0'}</td>
          <th scope="col">{t.terms.current}</th>
          <th scope="col">{t.terms.changeTo}</th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

/** One row. The field in it bears the row's name: `labelId` is for its `aria-labelledby`. */
export function TermRow({
  name,
  current,
  children,
}: {
  name: string;
  current: ReactNode;
  children: (labelId: string) => ReactNode;
}) {
  const id = useId();
  return (
    <tr>
      <th scope="row" id={id}>
        {name}
      </th>
      <td>{current}</td>
      <td>{children(id)}</td>
    </tr>
  );
}
