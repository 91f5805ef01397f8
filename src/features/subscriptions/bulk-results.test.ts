import { expect, test } from 'vitest';
import { countOutcomes, exportRows, rowsOf, wordOf } from './bulk-results';
import type { BulkResult, Outcome } from './bulk-run';

const result = (id: string, outcome: Outcome): BulkResult => ({
  target: { id, customerId: 'c', name: `Name ${id}`, customerName: 'Contoso' },
  outcome,
});
const checks = [
  result('a', { kind: 'changed' }),
  result('b', { kind: 'unchanged' }),
  result('c', { kind: 'refused', reason: 'No.' }),
  result('d', { kind: 'changed' }),
];

test('what was done replaces what was found, row by row', () => {
  const rows = rowsOf(checks, [result('d', { kind: 'refused', reason: 'Too late.' })], false);
  expect(rows.map(({ target, done }) => [target.id, done])).toEqual([
    ['a', false],
    ['b', false],
    ['c', false],
    ['d', true],
  ]);
  expect(rows.map((row) => wordOf(row, true))).toEqual(['wouldTurnOn', 'wouldStay', 'wouldBeRefused', 'refused']);
  expect(countOutcomes(rows)).toEqual({ changed: 1, unchanged: 1, refused: 2 });
});

test('the saved file names each subscription, what became of it and why not', () => {
  expect(exportRows(rowsOf(checks, [], false), (row) => wordOf(row, false))[2]).toEqual([
    'c',
    'Name c',
    'Contoso',
    'wouldBeRefused',
    'No.',
  ]);
});

test('after Apply nothing is in suspense but what a stop has left', () => {
  const rows = rowsOf(checks, [result('a', { kind: 'changed' })], true);
  expect(rows.map((row) => wordOf(row, true))).toEqual(['turnedOn', 'stayed', 'refused', 'wouldTurnOn']);
});
