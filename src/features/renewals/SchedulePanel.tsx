import { useMemo, useState } from 'react';
import { everyRow } from '../../api/every-row';
import type { ListQuery } from '../../api/queries';
import type { RenewalRow } from '../../api/renewals';
import { useBulkRun, type BulkWork } from '../../api/useBulkRun';
import type { BulkWords } from '../../ui/bulk/bulk-results';
import { BulkPanel } from '../../ui/bulk/BulkPanel';
import { tickedRows, type Ticks } from '../../ui/bulk/selection';
import { useMessages } from '../../ui/language';
import { newRequestId } from '../../ui/request-id';
import { withId, type ListedRenewal } from './columns';
import { editOf, NOTHING_YET, type ScheduleForm as Form } from './schedule-edit';
import { ScheduleForm } from './ScheduleForm';

/** Which renewals were meant when the panel opened. */
export interface ScheduleWish {
  ticks: Ticks<ListedRenewal>;
  /** Where the list lives in the API, and what it was searched and filtered by. */
  path: string;
  query: ListQuery;
}

/** Next terms of many subscriptions: what shall be changed, what would happen to each, then Apply, then what did. */
export function SchedulePanel({ wish, onClose }: { wish: ScheduleWish; onClose: () => void }) {
  const t = useMessages();
  const [form, setForm] = useState(NOTHING_YET);
  const [chosen, setChosen] = useState<Form>();
  const work = useMemo(() => chosen && workOf(wish, chosen), [wish, chosen]);
  const bulk = useBulkRun(work, newRequestId);
  const words = useMemo(
    (): BulkWords => ({
      words: { ...t.bulk, wouldChange: t.renewals.wouldChange, changed: t.renewals.wasChanged },
      // Auto-renew is the same for all: the word says it.
      withEffects: form.action === 'change' || form.action === 'remove',
    }),
    [t, form.action],
  );
  return (
    <BulkPanel
      label={t.renewals.schedule}
      words={words}
      fileName={t.renewals.resultsFileName}
      bulk={bulk}
      choice={
        work ? undefined : (
          <ScheduleForm
            initial={form}
            onChosen={(next) => {
              setForm(next);
              setChosen(next);
            }}
          />
        )
      }
      onRechoose={() => setChosen(undefined)}
      onClose={onClose}
    />
  );
}

function workOf({ ticks, path, query }: ScheduleWish, form: Form): BulkWork | undefined {
  const edit = editOf(form);
  return (
    edit && {
      gather: async (signal, onProgress) => {
        const readAll = async () => (await everyRow<RenewalRow>(path, query, signal, onProgress)).map(withId);
        return (await tickedRows(ticks, readAll)).map(({ id, customerId, name, customerName }) => ({
          id,
          customerId,
          name,
          customerName,
        }));
      },
      edit,
    }
  );
}
