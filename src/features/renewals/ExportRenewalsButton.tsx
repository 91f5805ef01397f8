import { everyRow } from '../../api/every-row';
import type { ListQuery } from '../../api/queries';
import type { RenewalRow } from '../../api/renewals';
import { ExportButton } from '../../ui/ExportButton';
import { useMessages } from '../../ui/language';
import { EXPORT_HEADER, exportRow } from './renewal-export';

/** Saves what is searched and filtered now as a CSV file. `path` is the list's address in the API. */
export function ExportRenewalsButton({ path, query }: { path: string; query: ListQuery }) {
  const t = useMessages();
  return (
    <ExportButton
      words={{ ...t.renewals, label: t.renewals.exportRenewals }}
      header={EXPORT_HEADER}
      collect={async (signal, onProgress) =>
        (await everyRow<RenewalRow>(path, query, signal, onProgress)).map((row) => exportRow(row, t.renewals))
      }
    />
  );
}
