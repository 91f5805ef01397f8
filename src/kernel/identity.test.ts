import { describe, expect, test } from 'vitest';
import { guidOf, hexOf, seededRandom } from './identity';

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const KNOWN = [
  ['', 'ab3e7c0b-67a2-48ee-ba29-9b527ee07fb1'],
  ['a', '02c2eeb8-76af-42b2-b521-7bd4fe130e55'],
  ['b', '2effd44d-752d-437d-91db-eec695bfb9d6'],
  ['story:1:0', '59eef4af-3e2b-41a5-87b5-4288ac212ad7'],
  ['fresh-partner:12:3', '24039b4b-e28d-4136-a0dd-c668debe1bc0'],
  ['Åäö €', '3737f7c4-5890-4785-9322-7a662dc12f15'],
] as const;

/** As worlds name things: `world:sequence:count`, and texts that differ in one letter only. */
function seeds(): string[] {
  const list: string[] = [];
  for (let sequence = 1; sequence <= 20_000; sequence++) {
    for (let count = 0; count < 5; count++) list.push(`large-partner:${sequence}:${count}`);
  }
  for (let number = 0; number < 50_000; number++) list.push(String(number), `${String.fromCharCode(number)}x`);
  return list;
}

describe('ids', () => {
  test('200,000 seeds have 200,000 ids, whole and in their first twelve digits', () => {
    const all = seeds();
    expect(new Set(all).size).toBe(200_000);
    expect(new Set(all.map(hexOf)).size).toBe(200_000);
    expect(new Set(all.map(guidOf)).size).toBe(200_000);
    // New-commerce orders are named by twelve digits only.
    expect(new Set(all.map((seed) => hexOf(seed).slice(0, 12))).size).toBe(200_000);
  });

  test('look like GUIDs of version 4', () => {
    const odd = seeds()
      .slice(0, 5_000)
      .filter((seed) => !GUID.test(guidOf(seed)));
    expect(odd).toEqual([]);
  });

  // Ids stand in exported worlds and in bookmarks: another release must find the same things under them.
  test.each(KNOWN)('%j is %s for ever', (seed, guid) => {
    expect(guidOf(seed)).toBe(guid);
    expect(guidOf(seed).slice(0, 13)).toBe(`${hexOf(seed).slice(0, 8)}-${hexOf(seed).slice(8, 12)}`);
  });
});

describe('seeded numbers', () => {
  test('repeat themselves for a seed and differ for another', () => {
    const draw = (seed: string) => Array.from({ length: 5 }, seededRandom(seed));
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
  });

  test('fill [0, 1) evenly', () => {
    const next = seededRandom('even');
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let index = 0; index < 100_000; index++) {
      const tenth = Math.floor(next() * 10);
      tenths[tenth] = (tenths[tenth] ?? Number.NaN) + 1;
    }
    expect(tenths).toHaveLength(10);
    expect(Math.min(...tenths)).toBeGreaterThan(9_500);
    expect(Math.max(...tenths)).toBeLessThan(10_500);
  });
});
