import { Button } from '@fluentui/react-components';
import { useId } from 'react';
import { useFormat, useMessages } from '../language';
import styles from './BulkBar.module.css';
import type { ListSelection } from './useSelection';

/** What can be done with the selected rows of a list. Always there, so that ticking a row moves nothing. */
export function BulkBar({
  selection,
  totalCount,
  hint,
  actions,
}: {
  selection: Pick<ListSelection<never>, 'count' | 'selectMatches' | 'clear'>;
  totalCount: number;
  /** What rows are selected for; stands here while none is. */
  hint: string;
  actions: readonly { label: string; onClick: () => void }[];
}) {
  const t = useMessages();
  const format = useFormat();
  const textId = useId();
  const { count } = selection;
  const none = count === 0;
  return (
    <div role="group" aria-label={t.bulk.toolbar} className={styles.bar}>
      <output id={textId} className={styles.text}>
        {none ? hint : t.bulk.selected(count, format.number(count))}
      </output>
      {actions.map(({ label, onClick }) => (
        <Button key={label} disabledFocusable={none} aria-describedby={none ? textId : undefined} onClick={onClick}>
          {label}
        </Button>
      ))}
      {totalCount > 1 && count < totalCount && (
        <Button appearance="subtle" onClick={selection.selectMatches}>
          {t.bulk.selectMatches(format.number(totalCount))}
        </Button>
      )}
      {!none && (
        <Button appearance="subtle" onClick={selection.clear}>
          {t.bulk.clearSelection}
        </Button>
      )}
    </div>
  );
}
