import { describe, expect, test } from 'vitest';
import type { Session } from '../../api/dashboard';
import type { AdvanceAnswer, Clock, HistoryEvent, Identity } from '../../api/simulation';
import { WORLD_FORMAT, type Snapshot } from '../residence';
import { createServer } from '../server';
import { memoryStore } from '../storage/memory';
import { Client, itemId, open, openSmall, SMALL_SCRIPT } from '../testing';

const clock = (client: Client) => client.get<Clock>('/simulation/v1/clock');
const move = (client: Client, body: object) =>
  client.expect<AdvanceAnswer>(200, 'POST', '/simulation/v1/clock/advance', body);
const world = (client: Client) => client.get<Snapshot>('/simulation/v1/world');

describe('the clock', () => {
  test('stands, says what is due, and moves to there, by a span or to an instant', async () => {
    const client = open('renewal-eve');
    const contoso = await client.customer('contoso');
    const first = await clock(client);
    expect(first).toMatchObject({ now: '2021-10-31T20:00:00Z', rate: 0, nextDue: { at: '2021-11-01T00:00:00Z' } });
    expect(first.nextDue?.summary?.length).toBeGreaterThan(10);
    expect(await clock(client)).toEqual(first);
    expect((await move(client, { by: 'PT90M' })).now).toBe('2021-10-31T21:30:00Z');
    expect((await move(client, { to: '2021-10-31T22:00:00.5Z' })).now).toBe('2021-10-31T22:00:00.500Z');
    expect((await move(client, { to: '2021-11-01T00:30:00+01:00' })).happenedCount).toBe(0);
    const midnight = await move(client, { toNextDue: true });
    expect(midnight.now).toBe('2021-11-01T00:00:00Z');
    expect(midnight.happenedCount).toBe(midnight.happened.length);
    expect(midnight.happened.every(({ at, cause }) => at === midnight.now && cause.clock)).toBe(true);
    expect(midnight.happened.filter(({ customerId }) => customerId === contoso).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['TermRenewed', 'SubscriptionExpired']),
    );
    expect((await move(client, { by: 'P1M' })).now).toBe('2021-12-01T00:00:00Z');
    expect((await move(client, { to: '2021-12-01T00:00:00Z' })).happened).toEqual([]);
  });

  test('with nothing due it stays', async () => {
    const client = open('empty-partner');
    expect(await clock(client)).toEqual({ now: '2021-10-01T08:00:00Z', rate: 0, nextDue: null });
    expect(await move(client, { toNextDue: true })).toEqual({
      now: '2021-10-01T08:00:00Z',
      happened: [],
      happenedCount: 0,
    });
  });

  test('never goes back: 409; and takes no nonsense: 400 with the field', async () => {
    const client = open('renewal-eve');
    const before = await client.everything();
    const path = '/simulation/v1/clock/advance';
    expect(await client.refused('POST', path, { to: '2021-10-31T19:59:59Z' })).toMatchObject({ status: 409 });
    const cases: [body: unknown, field: string][] = [
      [{ to: 'tomorrow' }, 'to'],
      [{ to: '2021-11-01' }, 'to'],
      [{ to: '2021-02-30T00:00:00Z' }, 'to'],
      [{ to: '9999-12-31T00:00:00Z' }, 'to'],
      [{ to: 5 }, 'to'],
      [{ by: '1 day' }, 'by'],
      [{ by: '-P1D' }, 'by'],
      [{ by: 'P9999Y' }, 'by'],
      [{ by: 'PT99999999999999999999S' }, 'by'],
      [{ toNextDue: false }, 'toNextDue'],
      [{}, ''],
      [{ by: 'P1D', toNextDue: true }, ''],
    ];
    for (const [body, field] of cases) {
      const refusal = await client.refused('POST', path, body);
      expect([body, refusal.status, refusal.code, (refusal.data[0] as { field: string }).field]).toEqual([
        body,
        400,
        3000,
        field,
      ]);
    }
    expect(await client.everything()).toEqual(before);
  });

  test('tells at most 200 of what happened, and how much it was', async () => {
    const client = open();
    const before = (await client.history()).length;
    const answer = await move(client, { by: 'P3Y' });
    expect(answer.happened).toHaveLength(200);
    expect(answer.happenedCount).toBeGreaterThan(250);
    const history = await client.history(before);
    expect(history).toHaveLength(answer.happenedCount);
    expect(history.slice(0, 200)).toEqual(answer.happened);
  });

  test.each(['fresh-partner', 'renewal-eve', 'trial-ending', 'suspended-customer'])(
    'one long move is many short ones (%s)',
    async (scenario) => {
      const [long, short, due] = [open(scenario), open(scenario), open(scenario)];
      const to = await long.advance({ by: 'P400D' });
      for (let day = 0; day < 400; day += 8) await short.advance({ by: 'P8D' });
      for (let step = 0; step < 1_000; step++) {
        const { nextDue } = await clock(due);
        if (!nextDue || nextDue.at > to) break;
        await due.advance({ toNextDue: true });
      }
      await due.advance({ to });
      const everything = await long.everything();
      expect(await short.everything()).toEqual(everything);
      expect(await due.everything()).toEqual(everything);
    },
  );

  test('can run: simulated time goes by with real time, and what falls due happens', async () => {
    const client = open('renewal-eve');
    const before = (await client.history()).length;
    expect(await client.put<Clock>('/simulation/v1/clock', { rate: 86_400 })).toMatchObject({ rate: 86_400 });
    await new Promise((resolve) => {
      setTimeout(resolve, 250);
    });
    const running = await clock(client);
    expect(Date.parse(running.now)).toBeGreaterThanOrEqual(Date.parse('2021-11-01T00:00:00Z'));
    expect((await client.history(before)).length).toBeGreaterThanOrEqual(9);
    const stopped = await client.put<Clock>('/simulation/v1/clock', { rate: 0 });
    expect(stopped.rate).toBe(0);
    const [one, other] = [await clock(client), await clock(client)];
    expect(other.now).toBe(one.now);
  });
});

describe('the history', () => {
  test('every event once, in order, with its sentence and its cause', async () => {
    const client = open();
    const all = await client.history();
    expect(all.map(({ sequence }) => sequence)).toEqual(all.map((_, index) => index + 1));
    expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).sort());
    for (const { summary, cause, at } of all) {
      expect(summary).toMatch(/\w/);
      expect(Date.parse(at)).not.toBeNaN();
      expect(cause.clock === true || typeof cause.user === 'string').toBe(true);
    }
    expect(new Set(all.map(({ cause }) => cause.user))).toEqual(new Set(['anna', 'ben', 'cleo', 'dora', undefined]));
    const page = (query: string) => client.get<HistoryEvent[]>(`/simulation/v1/history?${query}`);
    expect(await page('after=10&size=7')).toEqual(all.slice(10, 17));
    expect(await page('size=3')).toEqual(all.slice(0, 3));
    expect(await page('tail=1&size=5')).toEqual(all.slice(-5));
    expect(await page(`after=${all.length}`)).toEqual([]);
    expect(await client.refused('GET', '/simulation/v1/history?after=-1')).toMatchObject({
      status: 400,
      data: [{ field: 'after' }],
    });
  });

  const rewind = (client: Client, body: object) =>
    client.expect<Clock>(200, 'POST', '/simulation/v1/history/rewind', body);

  test('rewound to an event: what came after it is gone, and the same things happen again', async () => {
    const client = open('trial-ending');
    const contoso = await client.customer('contoso');
    await client.order(contoso, [{ offer: 'm365-e3', quantity: 4, termDuration: 'P1Y', billingCycle: 'monthly' }]);
    const before = await client.everything();
    const events = (await client.history()).length;
    await client.advance({ by: 'P100D' });
    await client.order(contoso, [{ offer: 'm365-e5', quantity: 1, termDuration: 'P1Y' }]);
    const after = await client.everything();
    expect(await rewind(client, { toSequence: events })).toMatchObject({ now: '2021-10-18T08:00:00Z', rate: 0 });
    expect(await client.everything()).toEqual(before);
    await client.advance({ by: 'P100D' });
    await client.order(contoso, [{ offer: 'm365-e5', quantity: 1, termDuration: 'P1Y' }]);
    expect(await client.everything()).toEqual(after);
  });

  test('rewound into the middle of a command: the command stays whole', async () => {
    const client = await openSmall();
    const contoso = await client.customer('contoso');
    const before = (await client.history()).length;
    await client.order(contoso, [
      { offer: 'm365-e3', quantity: 4, termDuration: 'P1Y' },
      { offer: 'm365-e5', quantity: 4, termDuration: 'P1Y' },
    ]);
    const all = await client.history();
    expect(all.length - before).toBe(3);
    await client.advance({ by: 'P1D' });
    await rewind(client, { toSequence: before + 1 });
    expect(await client.history()).toEqual(all);
    await rewind(client, { toSequence: before });
    expect(await client.history()).toEqual(all.slice(0, before));
  });

  test('rewound into what the clock did at one instant: all of it stays, for a world never stands with work undone', async () => {
    const client = open('renewal-eve');
    const before = (await client.history()).length;
    await client.advance({ by: 'P2D' });
    const all = await client.history();
    expect(await rewind(client, { toSequence: before + 1 })).toMatchObject({ now: '2021-11-01T00:00:00Z' });
    expect(await client.history()).toEqual(all.slice(0, before + 9));
  });

  test('rewound to an instant: the clock stands there, with everything until then', async () => {
    const client = open('renewal-eve');
    const start = await client.history();
    await client.advance({ to: '2021-11-15T12:00:00Z' });
    const there = await client.everything();
    await client.advance({ by: 'P2M' });
    expect(await rewind(client, { toInstant: '2021-11-15T12:00:00Z' })).toMatchObject({ now: '2021-11-15T12:00:00Z' });
    expect(await client.everything()).toEqual(there);
    // An instant at which something is due is after it; one millisecond earlier is before.
    await rewind(client, { toInstant: '2021-11-01T00:00:00Z' });
    expect((await client.history()).length).toBe(start.length + 9);
    await rewind(client, { toInstant: '2021-10-31T23:59:59.999Z' });
    expect(await client.history()).toEqual(start);
    expect((await clock(client)).nextDue?.at).toBe('2021-11-01T00:00:00Z');
  });

  test('rewound into the scenario’s own start, and on from there; another server agrees', async () => {
    const store = memoryStore();
    const client = new Client(createServer({ store, scenario: 'trial-ending' }));
    const events = await client.history();
    const middle = events.find(({ kind }) => kind === 'SubscriptionActivated')?.sequence ?? 0;
    const at = await rewind(client, { toSequence: middle });
    expect(at.now).toBe(events[middle - 1]?.at);
    expect(await client.history()).toEqual(events.slice(0, middle));
    await client.order(await client.customer('contoso'), [{ offer: 'visio-plan-2', quantity: 1, termDuration: 'P1Y' }]);
    await client.advance({ by: 'P20D' });
    const other = new Client(createServer({ store }));
    expect(await other.everything()).toEqual(await client.everything());
    await rewind(client, { toInstant: '2021-09-15T08:00:00Z' });
    expect((await client.history()).map(({ kind }) => kind)).toEqual([
      'CustomerAdded',
      'CustomerAdded',
      'CustomerAdded',
    ]);
    await rewind(client, { toSequence: 0 });
    expect(await clock(client)).toEqual({ now: '2021-09-15T08:00:00Z', rate: 0, nextDue: null });
    expect(await client.history()).toEqual([]);
    expect(await other.everything()).toEqual(await client.everything());
  });

  test.each<[body: object, field: string]>([
    [{ toSequence: -1 }, 'toSequence'],
    [{ toSequence: 1_000_000 }, 'toSequence'],
    [{ toSequence: 1.5 }, 'toSequence'],
    [{ toInstant: 'yesterday' }, 'toInstant'],
    [{ toInstant: '2021-11-01T00:00:00Z' }, 'toInstant'],
    [{ toInstant: '2020-01-01T00:00:00Z' }, 'toInstant'],
    [{}, ''],
    [{ toSequence: 1, toInstant: '2021-10-01T00:00:00Z' }, ''],
  ])('cannot be rewound to %j', async (body, field) => {
    const client = open('renewal-eve');
    const before = await client.everything();
    expect(await client.refused('POST', '/simulation/v1/history/rewind', body)).toMatchObject({
      status: 400,
      code: 3000,
      data: [{ field }],
    });
    expect(await client.everything()).toEqual(before);
  });
});

/** A world with a little of everything in its log. */
async function lived(scenario = 'trial-ending'): Promise<Client> {
  const client = open(scenario);
  const contoso = await client.customer('contoso');
  const order = await client.order(contoso, [
    {
      offer: 'm365-e3',
      quantity: 4,
      termDuration: 'P1Y',
      billingCycle: 'monthly',
      friendlyName: '<img src=x onerror=1>',
    },
    { offer: 'legacy-o365-e5', quantity: 2, billingCycle: 'annual' },
    { offer: 'brixholt-ledger-team', quantity: 3, termDuration: 'P1M' },
  ]);
  const [modern, legacy, market] = order.lineItems.map(
    ({ subscriptionId }) => `/v1/customers/${contoso}/subscriptions/${subscriptionId}`,
  );
  await client.advance({ by: 'P33D' });
  await client.patch(modern ?? '', { friendlyName: 'Renamed' });
  await client.patch(legacy ?? '', { status: 'suspended' });
  const { items } = await client.get<{ items: { link: { uri: string } }[] }>(`${market}/activationlinks`);
  for (const step of ['assign', 'confirm']) await client.post(`/simulation/v1${items[0]?.link.uri}/${step}`, {}, 200);
  await client.post(`/v1/customers/${contoso}/carts`, { lineItems: [] });
  await client.post('/v1/customers', {
    companyProfile: { domain: 'new.onmicrosoft.com' },
    billingProfile: {
      email: 'a@new.example',
      culture: 'de-DE',
      language: 'de',
      companyName: 'New',
      defaultAddress: { country: 'DE' },
    },
  });
  await client.signIn('emil');
  await client.refused('POST', '/v1/customers', {
    companyProfile: { domain: 'x.de' },
    billingProfile: {
      email: 'a@b.c',
      culture: 'de',
      language: 'de',
      companyName: 'XY',
      defaultAddress: { country: 'DE' },
    },
  });
  await client.signIn('ben');
  await client.advance({ by: 'P50D' });
  return client;
}

/** An indirect provider's world with everything that can be asked between purchase and renewal. */
async function livedOn(): Promise<Client> {
  const client = open('indirect-provider');
  const [customer] = (await client.get<{ items: { id: string }[] }>('/v1/customers')).items;
  const partnerIdOnRecord = '4501101';
  const { id: orderId, lineItems } = await client.order(customer?.id ?? '', [
    { offer: 'legacy-o365-e3', quantity: 10, billingCycle: 'monthly', partnerIdOnRecord },
    { offer: 'legacy-m365-e5-trial', quantity: 25, partnerIdOnRecord },
    { offer: 'visio-plan-2', quantity: 5, termDuration: 'P1Y', billingCycle: 'monthly', partnerIdOnRecord },
  ]);
  const [base = '', trial = '', modern = ''] = lineItems.map(({ subscriptionId }) => subscriptionId ?? '');
  const path = (id: string) => `/v1/customers/${customer?.id}/subscriptions/${id}`;
  await client.advance({ by: 'P10D' });
  await client.patch(`/v1/customers/${customer?.id}/orders/${orderId}`, {
    lineItems: [
      {
        lineItemNumber: 3,
        offerId: itemId('legacy-m365-audio-conferencing'),
        quantity: 4,
        parentSubscriptionId: base,
      },
    ],
  });
  await client.post(
    `${path(trial)}/conversions`,
    { targetOfferId: itemId('legacy-m365-e5'), quantity: 7, billingCycle: 'monthly' },
    200,
  );
  await client.put(`${path(base)}/supportcontact`, { supportMpnId: partnerIdOnRecord });
  await client.patch(path(base), { quantity: 12, partnerId: '' });
  await client.patch(path(modern), { quantity: 8, autoRenewEnabled: true });
  const request = {
    title: 'Too many licences',
    description: 'Bought by mistake.',
    severity: 'moderate',
    organization: { id: customer?.id },
    primaryContact: { lastName: 'Admin', email: 'anna@fabrikam.example', phoneNumber: '123' },
  };
  const asked = { ...request, subscriptionId: modern, reduceBy: 2 };
  const filed = await client.post<{ id: string }>('/v1/servicerequests/en-US', asked);
  await client.patch(`/v1/servicerequests/${filed.id}`, { newNote: { text: 'Please.' } });
  await client.advance({ by: 'PT2H' });
  const other = await client.post<{ id: string }>('/v1/servicerequests/en-US', request);
  for (const status of ['closed', 'open']) await client.patch(`/v1/servicerequests/${other.id}`, { status });
  await client.patch(path(modern), { status: 'suspended' });
  await client.post(
    '/dashboard/v1/batch',
    {
      mode: 'each',
      requests: [{ method: 'PATCH', path: path(base), body: { status: 'suspended' } }],
    },
    200,
  );
  return client;
}

describe('a snapshot', () => {
  test.each(['as it is', 'lived on', 'rewound into its start', 'of a script', 'with nothing in its log'])(
    'comes back as it was (%s)',
    async (what) => {
      const client =
        what === 'of a script'
          ? await openSmall()
          : what.startsWith('with nothing')
            ? open('renewal-eve')
            : what === 'lived on'
              ? await livedOn()
              : await lived();
      if (what === 'of a script')
        await client.order(await client.customer('adatum'), [{ offer: 'm365-e3', quantity: 1, termDuration: 'P1M' }]);
      if (what.startsWith('rewound')) await client.post('/simulation/v1/history/rewind', { toSequence: 12 }, 200);
      await client.advance({ by: 'PT1M' });
      const [everything, snapshot] = [await client.everything(), await world(client)];
      expect(snapshot).toMatchObject({ format: WORLD_FORMAT, rules: '2021-10', now: (await clock(client)).now });
      // It travels as a file.
      const file = JSON.parse(JSON.stringify(snapshot)) as Snapshot;
      const other = open('empty-partner');
      expect(await other.put<Clock>('/simulation/v1/world', { snapshot: file })).toEqual(await clock(client));
      expect(await other.everything()).toEqual(everything);
      expect(await world(other)).toEqual(snapshot);
      // Both go on alike.
      for (const each of [client, other]) await each.advance({ by: 'P1Y' });
      expect(await other.everything()).toEqual(await client.everything());
    },
  );

  type Log = {
    sequence: number;
    at: string;
    by: string | null;
    command: { type: string } & Record<string, unknown>;
    events: Record<string, unknown>[];
  }[];
  const entryOf = (log: Log, type: string) => {
    const found = log.find(({ command }) => command?.type === type);
    if (!found) throw new Error(`No ${type}`);
    return found;
  };
  const eventOf = (log: Log, type: string) => {
    const found = log.find(({ events }) => events.some((event) => event['type'] === type));
    if (!found) throw new Error(`No ${type}`);
    return found;
  };

  test.each<[what: string, spoil: (snapshot: Snapshot & { log: Log }) => unknown]>([
    [
      'another quantity in a command',
      ({ log }) => {
        const entry = entryOf(log, 'PlaceOrder');
        (entry.command['lines'] as { quantity: number }[])[0]!.quantity = 400;
        return entry.sequence;
      },
    ],
    [
      'another amount in an event',
      ({ log }) => {
        const entry = eventOf(log, 'CycleStarted');
        (entry.events[0]!['charge'] as { amount: { minor: number } }).amount.minor -= 1;
        return entry.sequence;
      },
    ],
    [
      'an event that did not happen',
      ({ log }) => {
        const entry = entryOf(log, 'UpdateSubscription');
        entry.events.push({ type: 'AccessRefused', action: 'none' });
        return entry.sequence;
      },
    ],
    [
      'a command that is refused',
      ({ log }) => {
        const entry = entryOf(log, 'PlaceOrder');
        (entry.command['lines'] as { catalogItemId: string }[])[0]!.catalogItemId = 'nothing';
        return entry.sequence;
      },
    ],
    [
      'a command of somebody who may not',
      ({ log }) => {
        const entry = entryOf(log, 'PlaceOrder');
        entry.by = 'emil';
        return entry.sequence;
      },
    ],
    [
      'a command that no route would let through',
      ({ log }) => {
        const entry = entryOf(log, 'SaveCart');
        entry.command['lines'] = [
          { catalogItemId: 'x', quantity: 'many', termDuration: 'P1Y', billingCycle: 'Monthly' },
        ];
        (entry.events[0]!['cart'] as { lines: unknown }).lines = entry.command['lines'];
        return entry.sequence;
      },
    ],
    [
      'a customer from nowhere',
      ({ log }) => {
        const entry = entryOf(log, 'CreateCustomer');
        const [event] = entry.events;
        entry.command = { type: 'OnboardCustomer', customer: { ...(event!['customer'] as object), currency: 'XXX' } };
        entry.events = [{ type: 'CustomerAdded', customer: entry.command['customer'] }];
        return entry.sequence;
      },
    ],
    [
      'no command at all',
      ({ log }) => {
        const entry = entryOf(log, 'PlaceOrder');
        entry.command = { type: 'constructor' };
        return entry.sequence;
      },
    ],
    [
      'an event moved in time',
      ({ log }) => {
        const entry = eventOf(log, 'TrialConverted');
        entry.at = '2021-10-25T00:00:00Z';
        return entry.sequence;
      },
    ],
    [
      'an event before the one before',
      ({ log }) => {
        const entry = (log as Log).at(-1)!;
        entry.at = '2021-10-18T08:00:00Z';
        return entry.sequence;
      },
    ],
    [
      'an event left out',
      ({ log }) => {
        const index = log.indexOf(eventOf(log, 'TrialConverted'));
        log.splice(index, 1);
        return log[index]?.sequence;
      },
    ],
    [
      'work of the clock that is due later',
      ({ log }) => {
        const last = (log as Log).at(-1)!;
        const entry = { ...last, sequence: last.sequence + last.events.length };
        log.push(entry);
        return entry.sequence;
      },
    ],
    [
      'another number',
      ({ log }) => {
        const entry = log[3]!;
        entry.sequence += 1;
        return entry.sequence;
      },
    ],
    ['another format', (snapshot) => void Object.assign(snapshot, { format: WORLD_FORMAT + 1 })],
    ['another start', (snapshot) => void Object.assign(snapshot, { fingerprint: '0'.repeat(32) })],
    ['another scenario', (snapshot) => void Object.assign(snapshot, { scenario: { name: 'renewal-eve' } })],
    ['a scenario that does not exist', (snapshot) => void Object.assign(snapshot, { scenario: { name: 'gone' } })],
    ['a clock that is behind', (snapshot) => void Object.assign(snapshot, { now: '2021-10-18T08:00:00Z' })],
    ['a clock centuries ahead', (snapshot) => void Object.assign(snapshot, { now: '8999-01-01T00:00:00Z' })],
    ['other rules', (snapshot) => void Object.assign(snapshot, { rules: '2023-10' })],
    ['a clock that is no instant', (snapshot) => void Object.assign(snapshot, { now: 'now' })],
    ['a log that is none', (snapshot) => void Object.assign(snapshot, { log: 'none' })],
    [
      'entries without events',
      (snapshot) =>
        void Object.assign(snapshot, {
          log: [{ sequence: 1, at: '2021-10-18T08:00:00Z', by: null, command: null, events: [] }],
        }),
    ],
  ])('with %s is rejected, says where, and nothing changes', async (_, spoil) => {
    const snapshot = await theLived();
    const target = open('renewal-eve');
    const before = await target.everything();
    const sequence = spoil(snapshot as Snapshot & { log: Log });
    const refusal = await target.refused('PUT', '/simulation/v1/world', { snapshot });
    expect([refusal.status, refusal.code]).toEqual([400, 800002]);
    if (typeof sequence === 'number') {
      expect(refusal.description).toMatch(new RegExp(`\\b${sequence}\\b`));
      expect(refusal.data[0]).toMatchObject({ sequence });
    }
    expect(await target.everything()).toEqual(before);
    expect(await target.refused('PUT', '/simulation/v1/world', { previous: true })).toMatchObject({ status: 404 });
  });

  test('holds what was asked between purchase and renewal, and believes none of it unseen', async () => {
    const text = JSON.stringify(await world(await livedOn()));
    const { log } = JSON.parse(text) as { log: Log };
    const spoils: Record<string, Record<string, unknown>> = {
      BuyAddOns: { lines: [] },
      ConvertTrial: { quantity: 8 },
      SetSupportContact: { mpnId: '0000000' },
      FileServiceRequest: { draft: { topic: 'everything' } },
      UpdateServiceRequest: { note: 'Something else.' },
      UpdateSubscription: { changes: { quantity: 99 } },
    };
    expect(new Set(log.map(({ command }) => command?.type))).toEqual(
      new Set([undefined, 'PlaceOrder', ...Object.keys(spoils)]),
    );
    for (const [type, change] of Object.entries(spoils)) {
      const snapshot = JSON.parse(text) as Snapshot & { log: Log };
      const entry = entryOf(snapshot.log, type);
      Object.assign(entry.command, change);
      const refusal = await open('renewal-eve').refused('PUT', '/simulation/v1/world', { snapshot });
      expect([type, refusal.status, refusal.data[0]]).toMatchObject([type, 400, { sequence: entry.sequence }]);
    }
  });

  let made: Promise<string> | undefined;
  /** The snapshot of one such world, a copy for each test. */
  async function theLived(): Promise<Snapshot> {
    made ??= lived().then(async (client) => JSON.stringify(await world(client)));
    return JSON.parse(await made) as Snapshot;
  }
});

describe('another world', () => {
  const put = (client: Client, body: object) => client.put<Clock>('/simulation/v1/world', body);
  const session = (client: Client) => client.get<Session>('/dashboard/v1/session');

  test('a scenario, and back to the one before, and forth again', async () => {
    const client = await lived();
    const before = await client.everything();
    expect(await put(client, { scenario: 'Software-Keys' })).toMatchObject({ now: '2021-10-18T08:00:00Z' });
    expect((await session(client)).scenario).toEqual({ name: 'software-keys', title: 'Software, keys and downloads' });
    await client.advance({ by: 'P1D' });
    const other = await client.everything();
    // What cannot be opened takes nothing away.
    expect(await client.refused('PUT', '/simulation/v1/world', { scenario: 'gone' })).toMatchObject({
      status: 400,
      code: 800002,
    });
    expect(await client.refused('PUT', '/simulation/v1/world', { script: {} })).toMatchObject({
      status: 400,
      code: 800002,
    });
    await put(client, { previous: true });
    expect(await client.everything()).toEqual(before);
    expect((await session(client)).user.id).toBe('ben');
    await put(client, { previous: true });
    expect(await client.everything()).toEqual(other);
  });

  test('the same scenario again starts over', async () => {
    const client = open('trial-ending');
    const before = await client.everything();
    await client.advance({ by: 'P30D' });
    await client.signIn('cleo');
    await put(client, { scenario: 'trial-ending' });
    expect(await client.everything()).toEqual(before);
  });

  test('a script with steps, edits and names', async () => {
    const client = open('empty-partner');
    const steps = [
      {
        at: '2021-10-02T09:00:00Z',
        by: 'cleo',
        request: {
          method: 'POST',
          path: '/v1/customers/{contoso}/orders',
          body: {
            lineItems: [
              {
                lineItemNumber: 0,
                offerId: 'CFQ7TTC0LDPB:0001:CFQ7TTC0K971',
                quantity: 10,
                termDuration: 'P1M',
                friendlyName: 'For {contoso} and {nobody}',
              },
            ],
          },
        },
        saves: { sub: 'lineItems[0].subscriptionId' },
      },
      {
        at: '2021-10-03T09:00:00Z',
        by: 'cleo',
        edit: { path: '/v1/customers/{contoso}/subscriptions/{sub}', set: { autoRenewEnabled: false } },
      },
    ];
    const script = { ...SMALL_SCRIPT, steps, endsAt: '2021-11-05T00:00:00Z' };
    expect(await put(client, { script })).toMatchObject({ now: '2021-11-05T00:00:00Z' });
    expect((await client.history()).map(({ kind }) => kind)).toEqual([
      'CustomerAdded',
      'CustomerAdded',
      'OrderPlaced',
      'SubscriptionStarted',
      'AutoRenewChanged',
      'SubscriptionExpired',
    ]);
    const contoso = await client.customer('contoso');
    const { items } = await client.get<{ items: { friendlyName: string }[] }>(`/v1/customers/${contoso}/subscriptions`);
    expect(items.map(({ friendlyName }) => friendlyName)).toEqual([`For ${contoso} and {nobody}`]);
    const snapshot = await world(client);
    const other = open('empty-partner');
    await put(other, { snapshot });
    expect(await other.everything()).toEqual(await client.everything());
  });

  const order = (more: object = {}, path = '/v1/customers/{contoso}/orders') => ({
    at: '2021-10-02T09:00:00Z',
    by: 'cleo',
    request: {
      method: 'POST',
      path,
      body: {
        lineItems: [{ lineItemNumber: 0, offerId: 'CFQ7TTC0LDPB:0001:CFQ7TTC0K971', quantity: 1, termDuration: 'P1M' }],
      },
    },
    ...more,
  });
  const offer = (term: object, more: object = {}) => ({
    catalog: {
      standard: false,
      offers: [
        {
          key: 'own',
          commerce: 'newCommerce',
          productId: 'CFQ7TTC0AAAA',
          skuId: '0001',
          availabilityId: 'CFQ7TTC0BBBB',
          title: 'Own',
          publisher: { name: 'Microsoft', kind: 'microsoft' },
          billingType: 'license',
          category: 'Enterprise',
          segments: ['Commercial'],
          terms: [
            { termDuration: 'P1Y', billingCycle: 'Monthly', price: '4.00', currency: 'EUR', per: 'month', ...term },
          ],
          ...more,
        },
      ],
    },
  });

  test.each<[what: string, changes: object, where: string]>([
    ['a step that the rules refuse', { steps: [order({ by: 'emil' })] }, 'steps[0]'],
    ['a step of nobody', { steps: [order(), order({ by: 'zoe' })] }, 'steps[1]'],
    ['a step back in time', { steps: [order({ at: '2021-09-30T00:00:00Z' })] }, 'steps[0].at'],
    ['a day that does not exist', { steps: [order({ at: '2021-13-45T00:00:00Z' })] }, 'steps[0].at'],
    ['a start that does not exist', { startsAt: '2021-02-30T00:00:00Z' }, 'startsAt'],
    ['an end before its start', { endsAt: '2020-01-01T00:00:00Z' }, 'endsAt'],
    ['a name that nothing has', { steps: [order({}, '/v1/customers/{fabrikam}/orders')] }, 'steps[0]'],
    ['a path to nowhere', { steps: [order({}, '/v1/nothing')] }, 'steps[0]'],
    ['a path that is none', { steps: [order({}, 'http://')] }, 'steps[0]'],
    ['a path of another world', { steps: [order({}, '//other.example/v1/customers')] }, 'steps[0]'],
    ['a step of the control API', { steps: [order({}, '/simulation/v1/clock/advance')] }, 'steps[0]'],
    [
      'an answer without what is to be kept',
      { steps: [order({ saves: { sub: 'lineItems[7].subscriptionId' } })] },
      'steps[0].saves.sub',
    ],
    [
      'an edit of nothing',
      {
        steps: [
          {
            at: '2021-10-02T09:00:00Z',
            by: 'cleo',
            edit: { path: '/v1/customers/{contoso}/subscriptions/x', set: {} },
          },
        ],
      },
      'steps[0]',
    ],
    [
      'a customer in no market',
      { customers: [{ ...SMALL_SCRIPT.customers[0], country: 'KP' }] },
      'customers.contoso.country',
    ],
    ['two customers of one name', { customers: [SMALL_SCRIPT.customers[0], SMALL_SCRIPT.customers[0]] }, 'customers'],
    ['two users of one name', { users: [SMALL_SCRIPT.users[0], SMALL_SCRIPT.users[0]] }, 'users'],
    ['rules of another year', { rules: '1999-01' }, 'rules'],
    ['a currency that nobody lists', { partner: { ...SMALL_SCRIPT.partner, currency: 'XYZ' } }, 'partner.currency'],
    ['a price in such a currency', offer({ currency: 'XYZ' }), 'catalog.offers[0].terms[0].currency'],
    ['an offer without its ids', offer({}, { skuId: undefined }), 'catalog.offers[0]'],
    ['a year that is billed every three', offer({ billingCycle: 'Triennial' }), 'catalog.offers[0].terms[0]'],
    ['a perpetual licence that is billed monthly', offer({ termDuration: 'none' }), 'catalog.offers[0].terms[0]'],
    [
      'a history that ends before it begins',
      { generate: { seed: 's', customers: 1, subscriptions: 1, until: '2020-01-01T00:00:00Z' } },
      'generate.until',
    ],
    [
      'a history until no day',
      { generate: { seed: 's', customers: 1, subscriptions: 1, until: '2021-13-01T00:00:00Z' } },
      'generate.until',
    ],
  ])('a script with %s is rejected, says where, and nothing changes', async (_, changes, where) => {
    const client = open('renewal-eve');
    const before = await client.everything();
    const refusal = await client.refused('PUT', '/simulation/v1/world', { script: { ...SMALL_SCRIPT, ...changes } });
    expect(refusal).toMatchObject({ status: 400, code: 800002, data: [{ where }] });
    expect(refusal.description.startsWith(where)).toBe(true);
    expect(await client.everything()).toEqual(before);
  });

  test('a script with an offer of its own, and a generated history of nothing to sell', async () => {
    const client = open('empty-partner');
    await put(client, { script: { ...SMALL_SCRIPT, ...offer({}) } });
    await put(client, {
      script: {
        ...SMALL_SCRIPT,
        catalog: { standard: false },
        generate: { seed: 's', customers: 3, subscriptions: 5, until: '2021-12-01T00:00:00Z' },
      },
    });
    expect(await clock(client)).toMatchObject({ now: '2021-12-01T00:00:00Z' });
  });

  test('a small generated history is the same every time', async () => {
    const script = {
      ...SMALL_SCRIPT,
      generate: { seed: 'seed', customers: 12, subscriptions: 60, until: '2022-03-01T00:00:00Z' },
    };
    const clients = [open('empty-partner'), open('empty-partner')];
    for (const client of clients) await put(client, { script });
    const [one, other] = await Promise.all(clients.map((client) => client.everything()));
    expect(other).toEqual(one);
    expect((await clients[0]?.history())?.filter(({ kind }) => kind === 'OrderPlaced')).toHaveLength(60);
  });

  test('exactly one kind of world is asked for, and before the first there is no previous one', async () => {
    const client = open('empty-partner');
    for (const body of [{}, { scenario: 'renewal-eve', previous: true }, { snapshot: {}, script: {} }]) {
      expect(await client.refused('PUT', '/simulation/v1/world', body)).toMatchObject({ status: 400, code: 3000 });
    }
    expect(await client.refused('PUT', '/simulation/v1/world', { previous: true })).toMatchObject({
      status: 404,
      code: 1000,
    });
    expect(await client.refused('GET', '/simulation/v1/world/aside')).toMatchObject({ status: 404, code: 1000 });
  });
});

test('the identity: who is signed in, who could be, and what follows from it', async () => {
  const client = open();
  const identity = await client.get<Identity>('/simulation/v1/identity');
  expect(identity.current).toBe('anna');
  expect(identity.users.map(({ id, roles }) => [id, roles])).toEqual([
    ['anna', ['GlobalAdmin', 'AdminAgent']],
    ['ben', ['BillingAdmin']],
    ['cleo', ['SalesAgent']],
    ['dora', ['HelpdeskAgent']],
    ['emil', ['DefaultUser']],
  ]);
  const events = await client.history();
  expect(await client.put<Identity>('/simulation/v1/identity', { UserId: 'cleo' })).toEqual({
    ...identity,
    current: 'cleo',
  });
  await client.order(await client.customer('contoso'), [{ offer: 'm365-e3', quantity: 1, termDuration: 'P1Y' }]);
  const [placed] = (await client.history()).slice(events.length);
  expect(placed?.cause).toEqual({ user: 'cleo' });
  const refusal = await client.refused('PUT', '/simulation/v1/identity', { userId: 'zoe' });
  expect(refusal).toMatchObject({
    status: 404,
    code: 1000,
    data: [{ field: 'userId', allowed: ['anna', 'ben', 'cleo', 'dora', 'emil'] }],
  });
  expect((await client.get<Identity>('/simulation/v1/identity')).current).toBe('cleo');
});
