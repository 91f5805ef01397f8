import type { KeyboardEvent } from 'react';
import { useFormat } from './language';
import styles from './Tabs.module.css';

/** Ids that tie tabs and their panel together. */
export const tabId = (id: string, tab: string): string => `${id}-${tab}`;
export const panelId = (id: string): string => `${id}-panel`;

/**
 * Views of which one is shown, with counts for the eye only. Own code: Fluent's tab list puts focusable, hidden elements
 * around itself, which accessibility checkers refuse.
 */
export function Tabs<Tab extends string>({
  id,
  label,
  tabs,
  selected,
  onSelect,
}: {
  id: string;
  label: string;
  tabs: readonly { tab: Tab; label: string; count?: number | undefined }[];
  selected: Tab;
  onSelect: (tab: Tab) => void;
}) {
  const format = useFormat();
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>, index: number): void => {
    const to = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = tabs[(to + tabs.length) % tabs.length];
    if (next) document.getElementById(tabId(id, next.tab))?.focus();
  };
  return (
    <div role="tablist" aria-label={label} className={styles.tabs}>
      {tabs.map(({ tab, label: name, count }, index) => (
        <button
          key={tab}
          type="button"
          role="tab"
          id={tabId(id, tab)}
          aria-selected={tab === selected}
          aria-controls={panelId(id)}
          tabIndex={tab === selected ? 0 : -1}
          className={styles.tab}
          onKeyDown={(event) => onKeyDown(event, index)}
          onClick={() => onSelect(tab)}
        >
          {name}
          {count !== undefined && (
            <span aria-hidden="true" className={styles.count}>
              {format.number(count)}
            </span>
          )}
        </button>
      ))}
    </div>
  );
}
