import { useEffect, useRef } from 'react';
import { useLocation, useNavigate, type To } from 'react-router-dom';
import { changeSearch, readSearch } from '../../../ui/url-state';

const PANELS = ['renewals', 'frequency', 'upgrade'] as const;
export type PanelName = (typeof PANELS)[number];

/** Marks an entry of the browser's history that was made by opening a panel on its page. */
const OPENED_HERE = { panelOpenedHere: true };

/** The side panel that stands in the address (`?panel=renewals`): a link opens it, Back closes it. */
export function usePanel(): {
  panel: PanelName | undefined;
  /** For a `Link`, with what tells `close` that it can go back. */
  linkTo: (panel: PanelName) => { to: To; state: typeof OPENED_HERE };
  open: (panel: PanelName) => void;
  close: () => void;
} {
  const { pathname, search, state, key } = useLocation() as ReturnType<typeof useLocation> & { state: unknown };
  const navigate = useNavigate();
  const named = readSearch(search)['panel'];
  // Going back takes a moment; a second Escape in it must not leave the page.
  const closing = useRef(false);
  useEffect(() => {
    closing.current = false;
  }, [named, key]);
  const linkTo = (panel: PanelName) => ({
    to: { pathname, search: changeSearch(search, { panel }) },
    state: OPENED_HERE,
  });
  return {
    panel: PANELS.find((each) => each === named),
    linkTo,
    open: (panel) => {
      const { to, state: mark } = linkTo(panel);
      void navigate(to, { state: mark });
    },
    close: () => {
      if (closing.current) return;
      closing.current = true;
      if (isOpenedHere(state)) void navigate(-1);
      else void navigate({ pathname, search: changeSearch(search, { panel: undefined }) }, { replace: true });
    },
  };
}

function isOpenedHere(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'panelOpenedHere' in state;
}
