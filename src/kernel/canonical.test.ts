import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, fingerprint } from './canonical';

describe('canonical JSON', () => {
  test('keys are sorted at every depth, lists keep their order', () => {
    expect(canonicalJson({ b: [{ z: 1, a: 2 }, 3], a: { d: null, c: 'x' } })).toBe(
      '{"a":{"c":"x","d":null},"b":[{"a":2,"z":1},3]}',
    );
  });

  test('what is undefined is not there', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe(canonicalJson({ b: 1 }));
  });

  test('a map counts as its entries, whatever their order, also inside', () => {
    const one = new Map<string, unknown>([
      ['b', { y: 1, x: 2 }],
      ['a', new Map([['k', 1]])],
    ]);
    expect(canonicalJson({ one })).toBe('{"one":{"a":{"k":1},"b":{"x":2,"y":1}}}');
    expect(canonicalJson(new Map([...one].toReversed()))).toBe(canonicalJson(one));
  });

  test('it is JSON of the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('the order in which keys were set does not matter, anything else does', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.string(), (value, key) => {
        const reversed = Object.fromEntries(Object.entries(value).toReversed());
        expect(fingerprint(reversed)).toBe(fingerprint(value));
        expect(fingerprint({ ...value, [key]: 'another' })).not.toBe(fingerprint({ ...value, [key]: 'one' }));
      }),
    );
  });
});

describe('fingerprint', () => {
  test('is 32 digits', () => {
    expect(fingerprint({})).toMatch(/^[0-9a-f]{32}$/);
  });
});
