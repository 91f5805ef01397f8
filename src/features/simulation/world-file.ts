/** What `PUT /simulation/v1/world` takes from a file. */
export type ImportBody = { script: unknown } | { snapshot: unknown };

/** The limit of the API for worlds. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;

/**
 * Tells an own scenario (it says when it starts) from an exported world; `undefined` when the text is no JSON. Whether
 * it is a good one, the API says.
 */
export function importBodyOf(text: string): ImportBody | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    // Not ours to judge further: the caller says that this is no JSON.
    return undefined;
  }
  const isScript = typeof parsed === 'object' && parsed !== null && 'startsAt' in parsed;
  return isScript ? { script: parsed } : { snapshot: parsed };
}

/** A name for an exported world that sorts by its time and suits every file system. */
export function exportName(scenario: string, now: string): string {
  return `${scenario}-${now.replaceAll(/[:.]/g, '')}.json`.replaceAll(/[^\w.-]/g, '-');
}
