import type { PartnerWorld } from '../domain/partner';
import type { Reply } from './reply';

/** A change that somebody's role does not allow leaves one entry in the history, and nothing else (decisions 9). */
export function recordRefusedAccess(
  world: PartnerWorld,
  userId: string,
  { method, path }: { readonly method: string; readonly path: string },
  reply: Reply,
): void {
  const { code } = (reply.body ?? {}) as { readonly code?: number };
  if (reply.status !== 403 || code !== 900308) return;
  world.run({ type: 'RecordRefusedAccess', action: `${method} ${path}` }, userId);
}
