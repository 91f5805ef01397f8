import { expect, test } from 'vitest';
import {
  countOutcomes,
  exportRows,
  rowsOf,
  wordOf,
  type BulkResult,
  type BulkWords,
  type Outcome,
} from './bulk-results';

const result = (id: string, outcome: Outcome): BulkResult => ({
  target: { id, name: `Name ${id}`, customerName: 'Contoso' },
  outcome,
});
const change: Outcome = { kind: 'changed', effects: ['It changes.'], sideEffects: ['Another thing goes.'] };
const checks = [
  result('a', change),
  result('b', { kind: 'unchanged' }),
  result('c', { kind: 'refused', reason: 'No.' }),
  result('d', change),
];

test('what was done replaces what was found, row by row', () => {
  const rows = rowsOf(checks, [result('d', { kind: 'refused', reason: 'Too late.' })], false);
  expect(rows.map(({ target, done }) => [target.id, done])).toEqual([
    ['a', false],
    ['b', false],
    ['c', false],
    ['d', true],
  ]);
  expect(rows.map((row) => wordOf(row))).toEqual(['wouldChange', 'wouldStay', 'wouldBeRefused', 'refused']);
  expect(countOutcomes(rows)).toEqual({ changed: 1, unchanged: 1, refused: 2 });
});

test('the saved file names each subscription, what became of it and why, or what goes with it', () => {
  const words: BulkWords['words'] = {
    wouldChange: 'would change',
    wouldStay: 'would stay',
    wouldBeRefused: 'would be refused',
    changed: 'changed',
    stayed: 'stayed',
    refused: 'refused',
  };
  const rows = rowsOf(checks, [], false);
  expect(exportRows(rows, { words, withEffects: false })[2]).toEqual([
    'c',
    'Name c',
    'Contoso',
    'would be refused',
    'No.',
  ]);
  expect(exportRows(rows, { words, withEffects: false })[0]?.[4]).toBe('Another thing goes.');
  expect(exportRows(rows, { words, withEffects: true })[0]?.[4]).toBe('It changes. Another thing goes.');
});

test('after Apply nothing is in suspense but what a stop has left', () => {
  const rows = rowsOf(checks, [result('a', change)], true);
  expect(rows.map((row) => wordOf(row))).toEqual(['changed', 'stayed', 'refused', 'wouldChange']);
});
