import { SearchBox } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useNavigate } from 'react-router-dom';
import type { SearchAnswer } from '../api/dashboard';
import { searchQuery } from '../api/queries';
import { useMessages } from '../ui/language';
import styles from './GlobalSearch.module.css';

interface Suggestion {
  to: string;
  label: string;
  note: string;
  group: 'customers' | 'subscriptions';
}

function suggestionsOf(answer: SearchAnswer): Suggestion[] {
  return [
    ...answer.customers.map(({ id, companyName, domain }): Suggestion => ({
      to: `/customers/${encodeURIComponent(id)}/subscriptions`,
      label: companyName,
      note: domain,
      group: 'customers',
    })),
    ...answer.subscriptions.map(({ id, customerId, customerName, name }): Suggestion => ({
      to: `/customers/${encodeURIComponent(customerId)}/subscriptions/${encodeURIComponent(id)}`,
      label: name,
      note: customerName,
      group: 'subscriptions',
    })),
  ];
}

/**
 * The search box of the header. Suggestions appear while typing; the arrow keys walk them with the focus staying in the
 * box, Enter opens the chosen one or, when none is, the list of all subscriptions that match.
 */
export function GlobalSearch({ enabled }: { enabled: boolean }) {
  const t = useMessages();
  const navigate = useNavigate();
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const asked = useDeferredValue(text.trim());
  const { data } = useQuery({ ...searchQuery(asked), enabled: enabled && asked !== '' });
  const suggestions = asked === '' || !data ? [] : suggestionsOf(data);
  const shown = open && text.trim() !== '' && data !== undefined;

  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isEditing(event.target)) return;
      event.preventDefault();
      box.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  const close = (): void => {
    setOpen(false);
    setActive(-1);
  };
  const go = (to: string): void => {
    close();
    setText('');
    void navigate(to);
  };
  const goToAll = (): void => {
    if (text.trim() !== '') go(`/subscriptions?search=${encodeURIComponent(text.trim())}`);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        if (!shown) {
          setOpen(true);
          return;
        }
        event.preventDefault();
        const count = suggestions.length + 1;
        // -1 is the box itself: one may walk out of the list at either end.
        const next = active + (event.key === 'ArrowDown' ? 1 : -1);
        setActive(next >= count ? -1 : next < -1 ? count - 1 : next);
        return;
      }
      case 'Enter': {
        event.preventDefault();
        const chosen = shown ? suggestions[active] : undefined;
        if (chosen) go(chosen.to);
        else goToAll();
        return;
      }
      case 'Escape':
        if (!shown) return;
        event.preventDefault();
        close();
        return;
      default:
        return;
    }
  };

  return (
    <search
      className={styles.search}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close();
      }}
    >
      <SearchBox
        ref={box}
        className={styles.box}
        aria-label={t.shell.search.label}
        placeholder={t.shell.search.placeholder}
        value={text}
        dismiss={{ 'aria-label': t.ui.clearSearch }}
        aria-autocomplete="list"
        aria-controls={shown ? `${id}list` : undefined}
        aria-activedescendant={shown && active >= 0 ? `${id}option${active}` : undefined}
        onChange={(_event, { value }) => {
          setText(value);
          setOpen(true);
          setActive(-1);
        }}
        onFocus={() => setOpen(true)}
        onKeyDown={onKeyDown}
      />
      {/* Announced when the typing rests; the list itself is read option by option. */}
      <output className={styles.unseen}>
        {shown && (suggestions.length > 0 ? t.shell.search.found(suggestions.length) : t.shell.search.none)}
      </output>
      {shown && (
        <div id={`${id}list`} role="listbox" aria-label={t.shell.search.suggestions} className={styles.list}>
          {(['customers', 'subscriptions'] as const).map((group) => {
            const inGroup = suggestions.filter((suggestion) => suggestion.group === group);
            if (inGroup.length === 0) return null;
            return (
              <div key={group} role="group" aria-labelledby={`${id}${group}`}>
                <div id={`${id}${group}`} className={styles.group}>
                  {t.shell.search[group]}
                </div>
                {inGroup.map((suggestion) => {
                  const index = suggestions.indexOf(suggestion);
                  return (
                    <Option
                      key={suggestion.to}
                      id={`${id}option${index}`}
                      active={index === active}
                      onChoose={() => go(suggestion.to)}
                      onPoint={() => setActive(index)}
                    >
                      <span className={styles.label}>{suggestion.label}</span>
                      <span className={styles.note}>{suggestion.note}</span>
                    </Option>
                  );
                })}
              </div>
            );
          })}
          <Option
            id={`${id}option${suggestions.length}`}
            active={active === suggestions.length}
            onChoose={goToAll}
            onPoint={() => setActive(suggestions.length)}
          >
            <span className={styles.note}>{t.shell.search.all(text.trim())}</span>
          </Option>
        </div>
      )}
    </search>
  );
}

function Option({
  id,
  active,
  onChoose,
  onPoint,
  children,
}: {
  id: string;
  active: boolean;
  onChoose: () => void;
  onPoint: () => void;
  children: ReactNode;
}) {
  return (
    <div
      id={id}
      role="option"
      aria-selected={active}
      tabIndex={-1}
      className={styles.option}
      // The pointer goes down before the box loses the focus and the list with it.
      onPointerDown={(event) => event.preventDefault()}
      onPointerMove={onPoint}
      onClick={onChoose}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onChoose();
      }}
    >
      {children}
    </div>
  );
}

/** Whether a keystroke belongs to something that takes text, or to a menu or dialog that is open. */
function isEditing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input, textarea, select, [role="dialog"], [role="alertdialog"], [role="menu"]') !== null)
  );
}
