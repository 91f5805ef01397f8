/** The control API: clock, history, scenarios, snapshots, faults, identity, the publisher's part. */
import { advanceBody, faultsBody, identityBody, rateBody, rewindBody, worldBody } from '../../api/requests';
import type { AdvanceAnswer, Clock } from '../../api/simulation';
import { userOf } from '../../domain/partner';
import {
  addPeriod,
  formatInstant,
  MAX_INSTANT,
  parseInstant,
  parsePeriod,
  realNow,
  type Instant,
} from '../../kernel/calendar';
import { scenarioText } from '../../i18n/scenario-text';
import type { Call } from '../call';
import { ok, type Reply } from '../reply';
import { fault } from '../respond';
import { isTooFar, longestMove } from '../longest-move';
import type { Residence } from '../residence';
import { dueItem } from '../resources/dashboard-lists';
import { historyOf } from '../resources/history';
import { scenarioEntries } from '../scenarios';
import { addPublisherRoutes } from './publisher';
import type { StoredRecord, WorldHead } from '../storage/store';
import { RouteTable } from '../routing';

/** A route of the control API. It may change the head (rate, faults, who is signed in) or replace the world itself. */
export type ControlRoute = (call: Call, residence: Residence) => Reply | Promise<Reply> | HeadChange;

/** An answer that comes with a change of what stands beside the log. */
export class HeadChange {
  readonly changes: Partial<WorldHead>;
  readonly reply: () => Reply;

  constructor(changes: Partial<WorldHead>, reply: () => Reply) {
    this.changes = changes;
    this.reply = reply;
  }
}

const MOST_HAPPENED = 200;

const root = '/simulation/v1';

export function controlRoutes(): RouteTable<ControlRoute> {
  const routes = new RouteTable<ControlRoute>();
  routes.add('GET', `${root}/clock`, (call, residence) => ok(clockResource(call, residence)));
  routes.add('PUT', `${root}/clock`, (call, residence) => {
    const { rate } = call.body(rateBody);
    const runningSince = rate === 0 ? null : realNow();
    return new HeadChange({ rate, runningSince }, () => ok({ ...clockResource(call, residence), rate }));
  });
  routes.add('POST', `${root}/clock/advance`, advance);
  routes.add('GET', `${root}/history`, history);
  routes.add('POST', `${root}/history/rewind`, rewind);
  routes.add('GET', `${root}/scenarios`, ({ language }) => {
    return ok(scenarioEntries().map((entry) => ({ ...entry, ...scenarioText(entry.name, entry, language) })));
  });
  routes.add('GET', `${root}/world`, (_call, residence) => ok(residence.snapshot()));
  routes.add('PUT', `${root}/world`, replaceWorld);
  routes.add('GET', `${root}/world/aside`, async (_call, residence) => {
    const aside = await residence.store.readAside();
    return aside ? ok(aside) : fault(404, 1000, 'No world was put aside.');
  });
  routes.add('GET', `${root}/faults`, (_call, residence) => ok(residence.head.faults));
  routes.add('PUT', `${root}/faults`, (call, residence) => {
    const faults = call.body(faultsBody).map((each) => ({ ...each, matched: 0, acted: 0 })) as WorldHead['faults'];
    return new HeadChange({ faults }, () => ok(residence.head.faults));
  });
  routes.add('GET', `${root}/identity`, (_call, residence) => ok(identity(residence)));
  routes.add('PUT', `${root}/identity`, (call, residence) => {
    const { userId } = call.body(identityBody);
    const user = userOf(residence.world.state, userId);
    if (!user) {
      const known = residence.world.state.users.map(({ id }) => id);
      return fault(404, 1000, `userId: ${known.join(', ')}`, [{ field: 'userId', allowed: known }]);
    }
    return new HeadChange({ signedIn: user.id }, () => ok(identity(residence)));
  });
  addPublisherRoutes(routes);
  return routes;
}

function identity({ world, head }: Residence) {
  return {
    current: head.signedIn,
    users: world.state.users.map(({ id, name, roles }) => ({ id, name, roles: [...roles] })),
  };
}

function clockResource(call: Call, { world, head }: Residence): Clock {
  const next = world.nextDue();
  if (!next) return { now: formatInstant(world.now), rate: head.rate, nextDue: null };
  const { at, kind, customerId, summary } = dueItem(world.state, next, call.language);
  return {
    now: formatInstant(world.now),
    rate: head.rate,
    nextDue: { at, kind, subject: next.subject, ...(customerId ? { customerId } : {}), summary },
  };
}

/** Moves the clock; settles what becomes due. A target in the past is refused: going back is `rewind`. */
function advance(call: Call, { world }: Residence): Reply {
  const body = call.body(advanceBody);
  const target = targetOf(call, world.now, body.to, body.by, body.toNextDue === true ? world.nextDue()?.at : undefined);
  if (target < world.now) {
    return fault(409, 3000, `${formatInstant(target)} < ${formatInstant(world.now)}`, [
      { now: formatInstant(world.now) },
    ]);
  }
  if (isTooFar(world.now, target)) throw call.invalid('to', `to: … ${formatInstant(longestMove(world.now))}`);
  const records = world.advanceTo(target);
  const happenedCount = records.reduce((count, { events }) => count + events.length, 0);
  const answer: AdvanceAnswer = {
    now: formatInstant(world.now),
    happened: historyOf(call, records.slice(0, MOST_HAPPENED)).slice(0, MOST_HAPPENED),
    happenedCount,
  };
  return ok(answer);
}

function targetOf(
  call: Call,
  now: Instant,
  to: string | undefined,
  by: string | undefined,
  nextDue: Instant | undefined,
): Instant {
  if (to !== undefined) {
    const at = parseInstant(to);
    if (at === undefined || at > MAX_INSTANT)
      throw call.invalid('to', `to: 2021-10-01T00:00:00Z … ${formatInstant(MAX_INSTANT)}`);
    return at;
  }
  if (by === undefined) return nextDue ?? now;
  const period = parsePeriod(by);
  if (!period) throw call.invalid('by', 'by: P1D, P1M, P1Y, PT72H …');
  const far = period.months > 12 * 8_000 || period.milliseconds > MAX_INSTANT - now;
  const at = far ? MAX_INSTANT : addPeriod(now, period);
  if (far || at > MAX_INSTANT) throw call.invalid('by', `by: … ${formatInstant(MAX_INSTANT)}`);
  return at;
}

/** Events after a sequence, oldest first; with `tail=1` the newest `size`. */
function history(call: Call, residence: Residence): Reply {
  const { size } = call.list();
  const after = Number(call.query('after') ?? 0);
  if (!Number.isInteger(after) || after < 0) throw call.invalid('after', 'after: 0, 1, 2 …');
  const records = [...residence.records()];
  const total = residence.world.sequence;
  const tail = call.query('tail') === '1';
  const from = tail ? Math.max(after, total - size) : after;
  const wanted: StoredRecord[] = [];
  for (const record of records) {
    if (record.sequence + record.events.length - 1 <= from) continue;
    if (record.sequence > from + size) break;
    wanted.push(record);
  }
  const items = historyOf(call, wanted).filter(({ sequence }) => sequence > from && sequence <= from + size);
  return ok(items);
}

async function rewind(call: Call, residence: Residence): Promise<Reply> {
  const body = call.body(rewindBody);
  if (body.toSequence !== undefined) {
    if (body.toSequence > residence.world.sequence)
      throw call.invalid('toSequence', `toSequence: 0 … ${residence.world.sequence}`);
    await residence.rewindToSequence(body.toSequence);
  } else {
    const at = parseInstant(body.toInstant ?? '');
    const { startsAt } = residence.start;
    if (at === undefined || at > residence.world.now || at < startsAt) {
      throw call.invalid('toInstant', `toInstant: ${formatInstant(startsAt)} … ${formatInstant(residence.world.now)}`);
    }
    await residence.rewindToInstant(at);
  }
  return ok(clockResource(call, residence));
}

async function replaceWorld(call: Call, residence: Residence): Promise<Reply> {
  const body = call.body(worldBody);
  const given = [body.scenario, body.script, body.snapshot, body.previous].filter((each) => each !== undefined);
  if (given.length !== 1) throw call.invalid('scenario', 'scenario | script | snapshot | previous');
  if (body.scenario !== undefined) await residence.openScenario(body.scenario);
  else if (body.script !== undefined) await residence.openScript(body.script);
  else if (body.snapshot !== undefined) await residence.openSnapshot(body.snapshot);
  else if (!(await residence.openPrevious())) return fault(404, 1000, 'No world was replaced.');
  return ok(clockResource(call, residence));
}
