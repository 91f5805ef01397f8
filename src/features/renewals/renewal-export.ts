import type { RenewalRow } from '../../api/renewals';
import type { CsvCell } from '../../ui/csv';

/** The columns of the exported list; headers are English in every language, as in the other files. */
export const EXPORT_HEADER = [
  'Day (UTC)',
  'What',
  'Summary',
  'Customer',
  'Subscription ID',
  'Subscription',
  'Licenses now',
  'Licenses next',
  'Term next',
  'Billing frequency next',
  'Billing period now',
  'Billing period next',
  'Currency',
  'Changed',
];

/** The cells of one row; `words` name what happens and whether it was changed. */
export function exportRow(
  row: RenewalRow,
  words: { kinds: Record<RenewalRow['kind'], string>; changes: { true: string; false: string } },
): CsvCell[] {
  const { current, next } = row;
  return [
    { day: row.on },
    words.kinds[row.kind],
    row.summary,
    row.customerName,
    row.subscriptionId,
    row.name,
    current.quantity,
    next?.quantity ?? '',
    next?.termDuration ?? '',
    next?.billingCycle ?? '',
    { decimal: current.cycleAmount.amount },
    next ? { decimal: next.cycleAmount.amount } : '',
    current.cycleAmount.currency,
    words.changes[`${row.changed}`],
  ];
}
