import { useLayoutEffect, useRef } from 'react';

/**
 * Gives the focus back to what had it before a panel or dialog opened. Fluent does so for its own triggers; ours are
 * opened by state, from anywhere on the screen.
 */
export function useFocusReturn(open: boolean): void {
  const isOpen = useRef(false);
  const opener = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (!open) return undefined;
    isOpen.current = true;
    opener.current ??= document.activeElement;
    return () => {
      isOpen.current = false;
      // After the dialog has let go of the focus; whoever took it meanwhile keeps it.
      setTimeout(() => {
        // Strict mode takes an effect back and does it again at once: the dialog has never been closed.
        if (isOpen.current) return;
        const before = opener.current;
        opener.current = null;
        const lost = document.activeElement === document.body || document.activeElement?.closest('[role="dialog"]');
        if (lost && before instanceof HTMLElement && before.isConnected) before.focus();
      });
    };
  }, [open]);
}
