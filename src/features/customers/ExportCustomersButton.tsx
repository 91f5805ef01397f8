import { useQuery } from '@tanstack/react-query';
import type { CustomerRow } from '../../api/dashboard';
import { everyRow } from '../../api/every-row';
import { sessionQuery, type ListQuery } from '../../api/queries';
import { ExportButton } from '../../ui/ExportButton';
import { useMessages } from '../../ui/language';

/** The documented columns of the exported list; headers are English in every language (portal 2.1). */
const EXPORT_HEADER = ['Microsoft ID', 'Company name', 'Primary domain name', 'Relationship'];

/** Saves the list of the current search as a CSV file (portal 2.1). */
export function ExportCustomersButton({ query }: { query: ListQuery }) {
  const t = useMessages();
  const session = useQuery(sessionQuery());
  return (
    <ExportButton
      words={{ ...t.customers, label: t.customers.exportCustomers }}
      // Until the session is known the button is there: the list beside it is loading all the same.
      verdict={session.data?.permissions.exportCustomers}
      header={EXPORT_HEADER}
      collect={async (signal, onProgress) =>
        (await everyRow<CustomerRow>('/dashboard/v1/customers', query, signal, onProgress)).map((row) => [
          row.id,
          row.companyName,
          row.domain,
          t.customers.relationshipOf(row.relationshipToPartner),
        ])
      }
    />
  );
}
