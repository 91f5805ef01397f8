import type { KeyboardEvent } from 'react';
import type { CatalogPage, Tab } from '../../api/dashboard';
import { useFormat, useMessages } from '../../ui/language';
import styles from './CatalogTabs.module.css';
import { TABS } from './filters';

/** Ids that tie tabs and their panel together. */
export const tabId = (id: string, tab: Tab): string => `${id}-${tab}`;
export const panelId = (id: string): string => `${id}-panel`;

/**
 * The categories of the catalog, with counts for the eye only. Own code: Fluent's tab list puts focusable, hidden
 * elements around itself, which accessibility checkers refuse.
 */
export function CatalogTabs({
  id,
  tab,
  tabs,
  onSelect,
}: {
  id: string;
  tab: Tab;
  tabs: CatalogPage['tabs'] | undefined;
  onSelect: (tab: Tab) => void;
}) {
  const t = useMessages();
  const format = useFormat();
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>, index: number): void => {
    const to = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: TABS.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = TABS[(to + TABS.length) % TABS.length];
    if (next) document.getElementById(tabId(id, next))?.focus();
  };
  return (
    <div role="tablist" aria-label={t.catalog.tabs} className={styles.tabs}>
      {TABS.map((each, index) => {
        const count = tabs?.find((entry) => entry.tab === each)?.count;
        return (
          <button
            key={each}
            type="button"
            role="tab"
            id={tabId(id, each)}
            aria-selected={each === tab}
            aria-controls={panelId(id)}
            tabIndex={each === tab ? 0 : -1}
            className={styles.tab}
            onKeyDown={(event) => onKeyDown(event, index)}
            onClick={() => onSelect(each)}
          >
            {t.catalog.tab[each]}
            {count !== undefined && (
              <span aria-hidden="true" className={styles.count}>
                {format.number(count)}
              </span>
            )}
          </button>
        );
      })}
    </div>
  );
}
