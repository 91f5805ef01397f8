import { lazyPart } from '../../ui/lazy-part';
import type { CancellationDetails } from './change-requests';

export interface CancelDetailsProps {
  name: string;
  onSubmit: (details: CancellationDetails) => void;
  onDismiss: () => void;
}

/** The dialog comes after the page: few open it. */
export const cancelDetailsDialog = lazyPart<CancelDetailsProps>(
  async () => (await import('./CancelDetailsDialog')).CancelDetailsDialog,
);
