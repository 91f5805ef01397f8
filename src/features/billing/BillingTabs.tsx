import type { KeyboardEvent } from 'react';
import type { InvoiceKind } from '../../api/billing';
import { useMessages } from '../../ui/language';
import styles from './BillingTabs.module.css';
import { KINDS } from './history';

/** Ids that tie tabs and their panel together. */
export const tabId = (id: string, kind: InvoiceKind): string => `${id}-${kind}`;
export const panelId = (id: string): string => `${id}-panel`;

/** The two kinds of invoices. Own code for the reason of the catalog's tabs: Fluent's hide focusable elements around them. */
export function BillingTabs({
  id,
  kind,
  onSelect,
}: {
  id: string;
  kind: InvoiceKind;
  onSelect: (kind: InvoiceKind) => void;
}) {
  const t = useMessages();
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>, index: number): void => {
    const to = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: KINDS.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = KINDS[(to + KINDS.length) % KINDS.length];
    if (next) document.getElementById(tabId(id, next))?.focus();
  };
  return (
    <div role="tablist" aria-label={t.billing.tabs} className={styles.tabs}>
      {KINDS.map((each, index) => (
        <button
          key={each}
          type="button"
          role="tab"
          id={tabId(id, each)}
          aria-selected={each === kind}
          aria-controls={panelId(id)}
          tabIndex={each === kind ? 0 : -1}
          className={styles.tab}
          onKeyDown={(event) => onKeyDown(event, index)}
          onClick={() => onSelect(each)}
        >
          {t.billing.tab[each]}
        </button>
      ))}
    </div>
  );
}
