import { fileURLToPath } from 'node:url';

/** The checkout. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What tests leave behind and anybody may delete. */
export const CACHE = fileURLToPath(new URL('../../node_modules/.cache/e2e/', import.meta.url));
