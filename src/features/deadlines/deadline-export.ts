import type { DeadlineRow } from '../../api/dashboard';
import type { CsvCell } from '../../ui/csv';

/** The columns of the exported list; headers are English in every language, as in the other files. */
export const EXPORT_HEADER = ['When (UTC)', 'What', 'Subscription ID', 'Subscription', 'Customer', 'Licenses'];

/** The cells of one row. */
export function exportRow(row: DeadlineRow): CsvCell[] {
  return [row.at, row.summary, row.subscriptionId, row.name, row.customerName, row.quantity ?? ''];
}
