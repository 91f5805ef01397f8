import { describe, expect, test } from 'vitest';
import { clockWish, readStartParameters, scenarioToOpen, withoutStartParameters } from './start-parameters';

describe('a link that opens a state', () => {
  test('an address without wishes asks for nothing', () => {
    expect(readStartParameters('?search=contoso')).toBeUndefined();
  });

  test('wishes are read and taken out of the address, the rest stays', () => {
    const search = '?scenario=renewal-eve&status=active&now=2021-11-01T00:00:00Z&user=anna&fresh=1';
    expect(readStartParameters(search)).toEqual({
      scenario: 'renewal-eve',
      fresh: true,
      now: '2021-11-01T00:00:00Z',
      user: 'anna',
    });
    expect(withoutStartParameters(search)).toBe('?status=active');
    expect(withoutStartParameters('?scenario=x')).toBe('');
  });

  test('a scenario is opened when another is stored, continued when it is the same, restarted when asked', () => {
    expect(scenarioToOpen({ scenario: 'a', fresh: false }, 'b')).toBe('a');
    expect(scenarioToOpen({ scenario: 'a', fresh: false }, 'a')).toBeUndefined();
    expect(scenarioToOpen({ scenario: 'a', fresh: true }, 'a')).toBe('a');
    expect(scenarioToOpen({ fresh: true }, 'b')).toBe('b');
    expect(scenarioToOpen({ fresh: false, user: 'anna' }, 'b')).toBeUndefined();
  });

  test('the clock goes forward only', () => {
    const now = '2021-11-01T00:00:00Z';
    expect(clockWish('2021-11-01T00:00:01Z', now)).toEqual({ kind: 'forward', to: '2021-11-01T00:00:01Z' });
    expect(clockWish('2021-12-01', now)).toEqual({ kind: 'forward', to: '2021-12-01T00:00:00Z' });
    expect(clockWish('2021-11-01T01:00:00+01:00', now)).toEqual({ kind: 'there' });
    expect(clockWish('2021-10-31T23:59:59Z', now)).toEqual({ kind: 'past' });
    expect(clockWish('tomorrow', now)).toEqual({ kind: 'unreadable' });
  });
});
