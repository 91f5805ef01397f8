import { describe, expect, test } from 'vitest';
import { exportName, importBodyOf } from './world-file';

describe('worlds as files', () => {
  test('what says when it starts is a scenario, everything else a snapshot', () => {
    expect(importBodyOf('{"format":1,"startsAt":"2021-06-18T08:00:00Z"}')).toEqual({
      script: { format: 1, startsAt: '2021-06-18T08:00:00Z' },
    });
    expect(importBodyOf('{"format":1,"log":[]}')).toEqual({ snapshot: { format: 1, log: [] } });
    expect(importBodyOf('[1]')).toEqual({ snapshot: [1] });
  });

  test('what is no JSON is told apart', () => {
    expect(importBodyOf('<html>')).toBeUndefined();
    expect(importBodyOf('')).toBeUndefined();
  });

  test('an export is named after its scenario and time', () => {
    expect(exportName('fresh-partner', '2021-10-01T08:00:00Z')).toBe('fresh-partner-2021-10-01T080000Z.json');
    expect(exportName('my/own one', '2021-10-01T08:00:00Z')).toBe('my-own-one-2021-10-01T080000Z.json');
  });
});
