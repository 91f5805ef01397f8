import { Suspense, useEffect, type ReactNode } from 'react';
import { retryFailedParts } from '../ui/lazy-part';
import { useMessages } from '../ui/language';
import { useNotify } from '../ui/notify';
import { CrashBoundary } from './CrashBoundary';

/** The place of a panel or dialog that arrives in a chunk of its own. When it cannot be shown, that is said and it closes. */
export function Overlay({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  return (
    <CrashBoundary resetKey="" renderFallback={() => <OverlayFailed onClose={onClose} />}>
      <Suspense fallback={null}>{children}</Suspense>
    </CrashBoundary>
  );
}

function OverlayFailed({ onClose }: { onClose: () => void }) {
  const t = useMessages();
  const notify = useNotify();
  useEffect(() => {
    // The next opening fetches it again.
    retryFailedParts();
    notify({ intent: 'error', text: t.shell.crash.chunkText });
    onClose();
  }, [notify, onClose, t]);
  return null;
}
