/**
 * Names for new things, derived and never drawn: the same seed gives the same id in every browser and in Node.
 */

/**
 * Four 32-bit hashes of a text, each an FNV-1a walk from its own start with an avalanche at the end. Spread matters
 * here (no two things of a world may share an id), secrecy does not.
 */
function hash128(text: string): [number, number, number, number] {
  const lane = (start: number): number => {
    let hash = start;
    for (let index = 0; index < text.length; index++) {
      hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
      hash ^= hash >>> 15;
    }
    return avalanche(hash ^ text.length);
  };
  return [lane(0x811c9dc5), lane(0x1b873593), lane(0x2f0e1d5b), lane(0x6c8e9cf5)];
}

function avalanche(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** 32 lower-case hexadecimal digits that name `seed`. */
export function hexOf(seed: string): string {
  return hash128(seed)
    .map((part) => part.toString(16).padStart(8, '0'))
    .join('');
}

/** A GUID (version 4 in form) that names `seed`. */
export function guidOf(seed: string): string {
  const hex = hexOf(seed);
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** A source of numbers in [0, 1) that repeats itself for the same seed (for the scenario generator). */
export function seededRandom(seed: string): () => number {
  let step = hash128(seed)[0];
  return () => {
    step = (step + 0x9e3779b9) >>> 0;
    return avalanche(step) / 0x1_0000_0000;
  };
}
