import { useMemo } from 'react';
import type { SubscriptionRow } from '../../api/dashboard';
import { everyRow } from '../../api/every-row';
import type { ListQuery } from '../../api/queries';
import { useBulkRun, type BulkWork } from '../../api/useBulkRun';
import type { BulkWords } from '../../ui/bulk/bulk-results';
import { BulkPanel } from '../../ui/bulk/BulkPanel';
import { tickedRows, type Ticks } from '../../ui/bulk/selection';
import { useMessages } from '../../ui/language';
import { newRequestId } from '../../ui/request-id';

/** What was asked for when the panel opened. */
export interface AutoRenewWish {
  autoRenew: boolean;
  ticks: Ticks<SubscriptionRow>;
  /** Where the list lives in the API, and what it was searched and filtered by. */
  path: string;
  query: ListQuery;
}

/** Auto-renew of the selected subscriptions: what would happen to each, then Apply, then what did. */
export function AutoRenewPanel({ wish, onClose }: { wish: AutoRenewWish; onClose: () => void }) {
  const t = useMessages();
  const { autoRenew } = wish;
  const work = useMemo((): BulkWork => workOf(wish), [wish]);
  const bulk = useBulkRun(work, newRequestId);
  const words = useMemo(
    (): BulkWords => ({
      words: {
        ...t.bulk,
        wouldChange: autoRenew ? t.bulk.wouldTurnOn : t.bulk.wouldTurnOff,
        changed: autoRenew ? t.bulk.turnedOn : t.bulk.turnedOff,
      },
      withEffects: false,
    }),
    [t, autoRenew],
  );
  return (
    <BulkPanel
      label={autoRenew ? t.bulk.turnOn : t.bulk.turnOff}
      words={words}
      fileName={t.bulk.fileName}
      bulk={bulk}
      onClose={onClose}
    />
  );
}

function workOf({ autoRenew, ticks, path, query }: AutoRenewWish): BulkWork {
  return {
    gather: async (signal, onProgress) =>
      (await tickedRows(ticks, () => everyRow<SubscriptionRow>(path, query, signal, onProgress))).map(
        ({ id, customerId, name, customerName }) => ({ id, customerId, name, customerName }),
      ),
    edit: (resource) => ({ body: { ...resource, autoRenewEnabled: autoRenew } }),
  };
}
