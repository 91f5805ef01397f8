import { hexOf } from './identity';

/** JSON with sorted keys and without `undefined`: equal values give equal texts. Maps count as sorted entries. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (part instanceof Map) return Object.fromEntries([...(part as Map<string, unknown>)].sort(byKey));
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(byKey));
  });
}

/** A short fingerprint of a value: equal values, equal fingerprints. */
export function fingerprint(value: unknown): string {
  return hexOf(canonicalJson(value));
}

function byKey(left: readonly [string, unknown], right: readonly [string, unknown]): number {
  return left[0] < right[0] ? -1 : left[0] > right[0] ? 1 : 0;
}
