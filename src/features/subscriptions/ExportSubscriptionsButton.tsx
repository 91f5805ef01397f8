import type { SubscriptionRow } from '../../api/dashboard';
import { everyRow } from '../../api/every-row';
import type { ListQuery } from '../../api/queries';
import { ExportButton } from '../../ui/ExportButton';
import { useMessages } from '../../ui/language';

/** The documented columns of the exported list; headers are English in every language (portal 4.1). */
const HEADER = ['Subscription ID', 'Subscription', 'Quantity', 'Status', 'Reseller'];

/** Saves the list as it is searched and filtered now as a CSV file. `path` is the list's address in the API. */
export function ExportSubscriptionsButton({ path, query }: { path: string; query: ListQuery }) {
  const t = useMessages();
  return (
    <ExportButton
      words={{ ...t.subscriptions, label: t.subscriptions.exportSubscriptions }}
      header={HEADER}
      collect={async (signal, onProgress) =>
        (await everyRow<SubscriptionRow>(path, query, signal, onProgress)).map((row) => [
          row.id,
          row.name,
          row.quantity ?? '',
          t.ui.status[row.status],
          row.reseller?.name ?? '',
        ])
      }
    />
  );
}
