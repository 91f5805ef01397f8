/**
 * A fresh id for `MS-RequestId`: the one thing that is drawn and not derived, because it names an attempt, not a thing.
 * Plain http hosts have no `crypto.randomUUID` (decisions 21).
 */
export function newRequestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}
