import type { DeadlineRow } from '../../api/dashboard';
import { everyRow } from '../../api/every-row';
import type { ListQuery } from '../../api/queries';
import { ExportButton } from '../../ui/ExportButton';
import { useMessages } from '../../ui/language';
import { EXPORT_HEADER, exportRow } from './deadline-export';

/** Saves the list as it is searched and filtered now as a CSV file. `path` is the list's address in the API. */
export function ExportDeadlinesButton({ path, query }: { path: string; query: ListQuery }) {
  const t = useMessages();
  return (
    <ExportButton
      words={{ ...t.deadlines, label: t.deadlines.exportDeadlines }}
      header={EXPORT_HEADER}
      collect={async (signal, onProgress) =>
        (await everyRow<DeadlineRow>(path, query, signal, onProgress)).map(exportRow)
      }
    />
  );
}
