import { Button } from '@fluentui/react-components';
import { useId } from 'react';
import { useFormat, useMessages } from '../../ui/language';
import styles from './lists.module.css';
import type { ListSelection } from './useSelection';

/** What can be done with the selected rows of a list. Always there, so that ticking a row moves nothing. */
export function BulkBar({
  selection,
  totalCount,
  onAutoRenew,
}: {
  selection: ListSelection;
  totalCount: number;
  onAutoRenew: (on: boolean) => void;
}) {
  const t = useMessages();
  const format = useFormat();
  const textId = useId();
  const { count } = selection;
  const none = count === 0;
  return (
    <div role="group" aria-label={t.bulk.toolbar} className={styles.bulk}>
      <output id={textId} className={styles.bulkText}>
        {none ? t.bulk.noneSelected : t.bulk.selected(count, format.number(count))}
      </output>
      {[true, false].map((on) => (
        <Button
          key={String(on)}
          disabledFocusable={none}
          aria-describedby={none ? textId : undefined}
          onClick={() => onAutoRenew(on)}
        >
          {on ? t.bulk.turnOn : t.bulk.turnOff}
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
