import { useLayoutEffect } from 'react';

/**
 * Gives the focus back to what had it before a panel or dialog opened. Fluent does so for its own triggers; ours are
 * opened by state, from anywhere on the screen.
 */
export function useFocusReturn(open: boolean): void {
  useLayoutEffect(() => {
    if (!open) return undefined;
    const before = document.activeElement;
    return () => {
      // After the dialog has let go of the focus; whoever took it meanwhile keeps it.
      setTimeout(() => {
        const lost = document.activeElement === document.body || document.activeElement?.closest('[role="dialog"]');
        if (lost && before instanceof HTMLElement && before.isConnected) before.focus();
      });
    };
  }, [open]);
}
