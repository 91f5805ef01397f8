/** The results of a bulk change as they are listed, counted and saved. */
import type { BulkResult, BulkTarget, Outcome } from './bulk-run';

export interface ResultRow {
  target: BulkTarget;
  outcome: Outcome;
  /** Whether it has been done, or only tried. */
  done: boolean;
}

export const EXPORT_HEADER = ['Subscription ID', 'Subscription', 'Customer', 'Result', 'Reason'];

/**
 * One row per subscription: what was done where something was, what was found where not. Once it has been `applied`,
 * what was found to change nothing is as final as the rest.
 */
export function rowsOf(
  checks: readonly BulkResult[],
  applications: readonly BulkResult[],
  applied: boolean,
): ResultRow[] {
  const done = new Map(applications.map((result) => [result.target.id, result]));
  return checks.map((check) => {
    const result = done.get(check.target.id);
    return result ? { ...result, done: true } : { ...check, done: applied && check.outcome.kind !== 'changed' };
  });
}

/** How many rows have come to which end. */
export function countOutcomes(rows: readonly ResultRow[]): Record<Outcome['kind'], number> {
  const counts = { changed: 0, unchanged: 0, refused: 0 };
  for (const { outcome } of rows) counts[outcome.kind] += 1;
  return counts;
}

/** Which word says what became of a row, or would. */
export function wordOf({ outcome, done }: ResultRow, autoRenew: boolean) {
  switch (outcome.kind) {
    case 'changed':
      if (done) return autoRenew ? 'turnedOn' : 'turnedOff';
      return autoRenew ? 'wouldTurnOn' : 'wouldTurnOff';
    case 'unchanged':
      return done ? 'stayed' : 'wouldStay';
    case 'refused':
      return done ? 'refused' : 'wouldBeRefused';
  }
}

/** The cells of the saved file. */
export function exportRows(rows: readonly ResultRow[], word: (row: ResultRow) => string): string[][] {
  return rows.map((row) => [
    row.target.id,
    row.target.name,
    row.target.customerName,
    word(row),
    row.outcome.kind === 'refused' ? row.outcome.reason : '',
  ]);
}
