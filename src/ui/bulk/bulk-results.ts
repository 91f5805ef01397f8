/** The results of a bulk change as they are listed, counted and saved. */

/** Whom a result is about. */
export interface BulkTarget {
  id: string;
  name: string;
  customerName: string;
}

/** `effects`: what happens, one sentence each; `sideEffects`: what goes with it without having been asked for. */
export type Outcome =
  | { kind: 'changed'; effects: string[]; sideEffects: string[] }
  | { kind: 'unchanged' }
  | { kind: 'refused'; reason: string };

export interface BulkResult {
  target: BulkTarget;
  outcome: Outcome;
}

export interface ResultRow extends BulkResult {
  /** Whether it has been done, or only tried. */
  done: boolean;
}

/** What became of a row, or would. */
export type ResultWord = 'wouldChange' | 'wouldStay' | 'wouldBeRefused' | 'changed' | 'stayed' | 'refused';

/** How the results of one kind of change are put. */
export interface BulkWords {
  words: Record<ResultWord, string>;
  /** Whether a row says what happens to it: where that is not the same for all. */
  withEffects: boolean;
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
export function wordOf({ outcome, done }: ResultRow): ResultWord {
  switch (outcome.kind) {
    case 'changed':
      return done ? 'changed' : 'wouldChange';
    case 'unchanged':
      return done ? 'stayed' : 'wouldStay';
    case 'refused':
      return done ? 'refused' : 'wouldBeRefused';
  }
}

/** What there is to say beside the word: why not, or what happens and what goes with it. */
export function notesOf({ outcome }: ResultRow, withEffects: boolean): string[] {
  switch (outcome.kind) {
    case 'changed':
      return [...(withEffects ? outcome.effects : []), ...outcome.sideEffects];
    case 'unchanged':
      return [];
    case 'refused':
      return [outcome.reason];
  }
}

/** The cells of the saved file. */
export function exportRows(rows: readonly ResultRow[], { words, withEffects }: BulkWords): string[][] {
  return rows.map((row) => [
    row.target.id,
    row.target.name,
    row.target.customerName,
    words[wordOf(row)],
    notesOf(row, withEffects).join(' '),
  ]);
}
