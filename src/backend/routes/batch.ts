/** Several requests in one: a page with one Submit (all or none), or the same change to many subscriptions (each). */
import { batchBody } from '../../api/requests';
import type { BatchAnswer } from '../../api/dashboard';
import type { PartnerWorld } from '../../domain/partner';
import type { Call } from '../call';
import { recordRefusedAccess } from '../refused-access';
import { ok, type Reply } from '../reply';
import { previewResource } from '../resources/preview';
import type { LogReader, StoredRecord } from '../storage/store';
import type { BusinessRoutes } from './table';

/** A request without HTTP around it, carried out on a world. */
export type Performer = (
  world: PartnerWorld,
  records: LogReader,
  userId: string,
  request: { readonly method: string; readonly path: string; readonly body?: unknown },
  headers: Headers,
) => Reply;

const PATH = '/dashboard/v1/batch';
const PREVIEW = '/dashboard/v1/preview';

/** However a path is written: its query, its case and slashes that are doubled or trailing make no difference. */
function names(path: string, route: string): boolean {
  return (
    path
      .replace(/[?#].*$/, '')
      .replace(/\/+/g, '/')
      .replace(/\/$/, '')
      .toLowerCase() === route
  );
}

export function isBatch(path: string): boolean {
  return names(path, PATH);
}

export function addBatchRoutes(routes: BusinessRoutes, perform: Performer): void {
  routes.add('POST', PATH, (call) => {
    const { mode, requests, dryRun } = call.body(batchBody);
    // They would answer for themselves.
    const nested = requests.findIndex(({ path }) => isBatch(path) || names(path, PREVIEW));
    if (nested >= 0) throw call.invalid(`requests[${nested}].path`, 'A batch cannot hold another batch.');
    const on = (world: PartnerWorld) => requests.map((request) => carryOut(call, world, request, perform));
    if (mode === 'each') return answered(call, on(dryRun ? call.world.fork() : call.world));
    const copy = call.world.fork();
    const tried: CarriedOut[] = [];
    for (const request of requests) {
      const done = carryOut(call, copy, request, perform);
      // The first refusal is the answer: nothing has happened.
      if (done.reply.status >= 400) {
        if (!dryRun) recordRefusedAccess(call.world, call.user.id, request, done.reply);
        return done.reply;
      }
      tried.push(done);
    }
    return answered(call, dryRun ? tried : on(call.world));
  });
}

interface CarriedOut {
  readonly world: PartnerWorld;
  readonly records: readonly StoredRecord[];
  readonly reply: Reply;
}

function carryOut(
  call: Call,
  world: PartnerWorld,
  request: { readonly method: string; readonly path: string; readonly body?: unknown },
  perform: Performer,
): CarriedOut {
  const before = world.records.length;
  const reply = perform(world, () => world.records, call.user.id, request, call.headers);
  const records = world.records.slice(before);
  recordRefusedAccess(world, call.user.id, request, reply);
  return { world, records, reply };
}

function answered(call: Call, done: readonly CarriedOut[]): Reply {
  const body: BatchAnswer = {
    items: done.map(({ world, records, reply }) => previewResource(world, records, reply, call.language)),
  };
  return ok(body);
}
