import { canonicalJson } from '../../kernel/canonical';
import { hexOf } from '../../kernel/identity';

/** The etag of a thing: changes exactly when the thing does (decisions 3). */
export function etagOf(thing: unknown): string {
  return hexOf(canonicalJson(thing)).slice(0, 16);
}
