/** Cancelling (S0-49 … S0-59, S0-67 … S0-69; portal 5.3, 5.4): who, until when, for what money, and that it is final. */
import { describe, expect, test } from 'vitest';
import { formatInstant, instant } from '../../kernel/calendar';
import { moneyText, sum } from '../../kernel/money';
import type { Refusal } from '../refusals';
import { OFFERS } from '../testing/offers';
import { eventTypes, startedIn, story, type Purchase, type Story } from '../testing/story';
import { openWindows } from './cancellation';

function around(at: string): readonly (readonly [string, boolean])[] {
  return [-1, 0, 1].map((by) => [new Date(Date.parse(at) + by).toISOString(), by < 0]);
}

function cancelRefusal(told: Story, id: string): Refusal | undefined {
  return told.refusal(told.change(id, { status: 'deleted' }));
}

function net(told: Story, id: string): string {
  const total = sum(told.charges(id).map(({ amount }) => amount));
  return total ? moneyText(total) : '';
}

/** Everything that is due on the way to an instant, the publisher's part included. */
function confirm(told: Story, id: string): void {
  const authorizationCode = told.authorizationCode(id);
  told.done({ type: 'AssignLicenses', authorizationCode });
  told.done({ type: 'ConfirmSetUp', authorizationCode });
}

describe('the last instant is the first that is too late (portal 10-20)', () => {
  interface Case {
    readonly title: string;
    readonly customer: string;
    readonly offer: string;
    readonly purchase: Purchase;
    readonly until: string;
    readonly refused: object;
    readonly rules?: string;
  }
  const hours = (count: number) => ({ hours: count });
  const days = (count: number) => ({ days: count });
  const bought = '2021-10-20T10:00:00Z';
  const business = { customer: 'adatum', offer: 'business' } as const;
  const saas = { customer: 'contoso', offer: 'saas-ready' } as const;
  const CASES: readonly Case[] = [
    {
      title: 'new commerce, a month: 72 hours',
      ...business,
      purchase: { term: 'P1M' },
      until: '2021-10-23T10:00:00Z',
      refused: hours(72),
    },
    {
      title: 'new commerce, three years at once: 72 hours',
      ...business,
      purchase: { term: 'P3Y', cycle: 'Triennial' },
      until: '2021-10-23T10:00:00Z',
      refused: hours(72),
    },
    {
      title: 'new commerce, renewed: 72 hours again (S0-67)',
      ...business,
      purchase: { term: 'P1M' },
      until: '2021-11-23T00:00:00Z',
      refused: hours(72),
    },
    {
      title: 'new commerce in a later edition: seven days',
      ...business,
      purchase: { term: 'P1M' },
      until: '2021-10-27T10:00:00Z',
      refused: days(7),
      rules: '2023-10',
    },
    {
      title: 'marketplace, a month: 24 hours (S0-50)',
      ...saas,
      purchase: { term: 'P1M' },
      until: '2021-10-21T10:00:00Z',
      refused: hours(24),
    },
    {
      title: 'marketplace, a year: 14 days (S0-52)',
      ...saas,
      purchase: { term: 'P1Y' },
      until: '2021-11-03T10:00:00Z',
      refused: days(14),
    },
    {
      title: 'marketplace, in its free month: all of it',
      customer: 'contoso',
      offer: 'saas-trial',
      purchase: { term: 'P1M' },
      // It converts there, and the window of the order is long closed.
      until: '2021-11-19T00:00:00Z',
      refused: hours(24),
    },
    {
      title: 'a software subscription: the 60th day included',
      customer: 'contoso',
      offer: 'server-cal',
      purchase: { term: 'P1Y' },
      until: '2021-12-20T00:00:00Z',
      refused: days(60),
    },
  ];
  test.each(CASES.flatMap((each) => around(each.until).map(([at, open]) => ({ ...each, at, open, name: each.title }))))(
    '$name, at $at: $open',
    ({ customer, offer, purchase, refused, rules = '2021-10', at, open, until }) => {
      const told = story({ at: bought, rules });
      const id = told.buy(customer, offer, { quantity: 2, ...purchase });
      told.go(at);
      const before = told.subscription(id);
      const lines = told.charges(id).length;
      const refusal = cancelRefusal(told, id);
      expect(openWindows(told.world.state, before, told.world.now).length > 0).toBe(open);
      if (open) {
        expect(refusal).toBeUndefined();
        expect(told.subscription(id)).toMatchObject({ status: 'deleted', canceled: true, autoRenew: false });
        return;
      }
      expect(refusal).toMatchObject({ type: 'CancellationClosed', commerce: before.commerce, ...refused });
      if (offer !== 'saas-trial') expect(refusal).toMatchObject({ closedAt: instant(until) });
      expect(told.subscription(id)).toEqual(before);
      expect(told.charges(id)).toHaveLength(lines);
    },
  );

  test('a yearly term that is billed by the month opens no window with its months', () => {
    const told = story('2021-10-01T10:00:00Z');
    const id = told.buy('adatum', 'business', { term: 'P1Y', cycle: 'Monthly' });
    told.go('2021-11-01');
    expect(cancelRefusal(told, id)).toMatchObject({ closedAt: instant('2021-10-04T10:00:00Z') });
  });

  test('the marketplace renews without a window: its own counts from the order', () => {
    const told = story('2021-10-01T10:00:00Z');
    const id = told.buy('contoso', 'saas-ready', { term: 'P1M' });
    told.go('2021-11-01');
    expect(cancelRefusal(told, id)).toMatchObject({ closedAt: instant('2021-10-02T10:00:00Z') });
  });
});

describe('what comes back', () => {
  test.each([
    // 10.08 for 31 days, whole 24-hour blocks used, the price of the rest cut to cents.
    ['2021-07-15T09:00:00Z', '2021-07-15 – 2021-08-14  cancelImmediate  -10.08 × 10 = -100.80'],
    ['2021-07-16T08:59:59.999Z', '2021-07-15 – 2021-08-14  cancelImmediate  -10.08 × 10 = -100.80'],
    ['2021-07-16T09:00:00Z', '2021-07-16 – 2021-08-14  cancelImmediate  -9.75 × 10 = -97.50'],
    ['2021-07-17T08:59:59.999Z', '2021-07-16 – 2021-08-14  cancelImmediate  -9.75 × 10 = -97.50'],
    ['2021-07-17T09:00:00Z', '2021-07-17 – 2021-08-14  cancelImmediate  -9.42 × 10 = -94.20'],
    ['2021-07-18T08:59:59.999Z', '2021-07-17 – 2021-08-14  cancelImmediate  -9.42 × 10 = -94.20'],
  ])('new commerce, at %s: %s', (at, row) => {
    const told = story('2021-07-15T09:00:00Z');
    const id = told.buy('adatum', 'business', { term: 'P1M', quantity: 10 });
    told.go(at);
    told.update(id, { status: 'deleted' });
    expect(told.rows(id).slice(1)).toEqual([row]);
  });

  test('after a renewal only the renewed term', () => {
    const told = story('2021-07-15T09:00:00Z');
    const id = told.buy('adatum', 'business', { term: 'P1M', quantity: 10 });
    told.go('2021-08-16T00:00:00Z');
    told.update(id, { status: 'deleted' });
    expect(told.rows(id).slice(1)).toEqual([
      '2021-08-15 – 2021-09-14  renew  10.08 × 10 = 100.80',
      '2021-08-16 – 2021-09-14  cancelImmediate  -9.75 × 10 = -97.50',
    ]);
  });

  test('what was added is given back for its own days, never more than it cost', () => {
    const told = story('2021-06-18T09:00:00Z');
    const id = told.buy('adatum', 'business', { term: 'P1M', quantity: 10 });
    told.go('2021-06-20T10:00:00Z');
    told.update(id, { quantity: 12 });
    told.go('2021-06-21T08:00:00Z');
    told.update(id, { status: 'deleted' });
    // Two blocks used: from the 20th on, 28 of 30 days of 10.08 are 9.408.
    expect(told.rows(id).slice(3)).toEqual(['2021-06-20 – 2021-07-17  cancelImmediate  -9.40 × 12 = -112.80']);
    expect(net(told, id)).toBe('6.81');
  });

  test.each([
    ['saas-ready', { term: 'P1M', quantity: 3 }, '2021-10-02T09:59:59.999Z'],
    ['saas-ready', { term: 'P1Y', quantity: 3 }, '2021-10-15T09:59:59.999Z'],
    ['saas-trial', { term: 'P1Y', quantity: 3 }, '2021-10-30T23:59:59.999Z'],
  ] as const)('the marketplace gives all of it back: %s, %j, at %s', (key, purchase, at) => {
    const told = story('2021-10-01T10:00:00Z');
    const id = told.buy('contoso', key, purchase);
    if (key === 'saas-ready') {
      told.go('2021-10-01T20:00:00Z');
      told.update(id, { quantity: 5 });
      told.update(id, { quantity: 2 });
    }
    told.go(at);
    told.update(id, { status: 'deleted' });
    expect(net(told, id)).toBe('0.00');
  });

  test('waiting for its publisher it has cost nothing, and counts from the order all the same', () => {
    const told = story('2021-10-01T10:00:00Z');
    const [early, late] = [told.buy('contoso', 'saas', { term: 'P1Y' }), told.buy('contoso', 'saas', { term: 'P1Y' })];
    told.go('2021-10-10T10:00:00Z');
    expect(told.subscription(early).status).toBe('pending');
    told.update(early, { status: 'deleted' });
    expect(told.rows(early)).toEqual([]);
    confirm(told, late);
    told.go('2021-10-15T10:00:00Z');
    expect(cancelRefusal(told, late)).toMatchObject({ days: 14, closedAt: instant('2021-10-15T10:00:00Z') });
    const authorizationCode = told.authorizationCode(early);
    expect(told.refusal({ type: 'ConfirmSetUp', authorizationCode })).toMatchObject({ type: 'SubscriptionDeleted' });
  });

  test('a software subscription: the days that are left', () => {
    const told = story('2021-10-20T10:00:00Z');
    const id = told.buy('contoso', 'server-cal', { term: 'P1Y', quantity: 2 });
    told.go('2021-12-19T23:59:59.999Z');
    told.update(id, { status: 'deleted' });
    // 305 of 365 days of 120.00 are 100.27.
    expect(told.rows(id).slice(1)).toEqual(['2021-12-19 – 2022-10-19  cancelImmediate  -100.27 × 2 = -200.54']);
  });
});

test('what is told of a cancellation is kept with it, and with nothing else (S0-57)', () => {
  const told = story('2021-10-01T10:00:00Z');
  const id = told.buy('contoso', 'saas-ready', { term: 'P1M' });
  const cancellation = { reason: 'wrongProduct', note: 'The small one was meant.' } as const;
  expect(eventTypes(told.update(id, { friendlyName: 'Small', cancellation }))).toEqual(['SubscriptionRenamed']);
  expect(told.update(id, { cancellation })).toEqual([]);
  const [record] = told.update(id, { status: 'deleted', cancellation });
  expect(record?.events).toMatchObject([{ type: 'SubscriptionCanceled', subscriptionId: id, ...cancellation }]);
});

describe('cancelled is final (S0-69)', () => {
  test('access, renewal and billing end at once; nothing can be done with it any more', () => {
    const told = story('2021-10-01T10:00:00Z');
    const id = told.buy('adatum', 'business', { term: 'P1M', quantity: 4 });
    expect(eventTypes(told.update(id, { status: 'deleted', autoRenew: false }))).toEqual(['SubscriptionCanceled']);
    const cancelled = told.subscription(id);
    expect(cancelled).toMatchObject({ status: 'deleted', canceled: true, billed: [], deletedAt: null });
    expect(formatInstant(cancelled.statusSince)).toBe('2021-10-01T10:00:00Z');
    const lines = told.rows(id);
    for (const changes of [
      { status: 'active' },
      { status: 'suspended' },
      { quantity: 9 },
      { autoRenew: true },
      { friendlyName: 'Again' },
      { resellerMpnId: '7000001' },
    ] as const) {
      expect(told.refusal(told.change(id, changes))).toEqual({ type: 'SubscriptionDeleted', subscriptionId: id });
    }
    expect(told.go('2023-01-01')).toEqual([]);
    expect(told.subscription(id)).toEqual(cancelled);
    expect(told.rows(id)).toEqual(lines);
  });

  test('it makes room for another one', () => {
    const told = story('2021-10-01T10:00:00Z');
    const [first] = [told.buy('adatum', 'pair', { term: 'P1M' }), told.buy('adatum', 'pair', { term: 'P1M' })];
    expect(told.refusalOfBuying('adatum', 'pair')).toMatchObject({ refusal: { type: 'OfferLimit' } });
    told.update(first ?? '', { status: 'deleted' });
    expect(told.refusalOfBuying('adatum', 'pair')).toBeUndefined();
  });

  test('several edits with a cancellation are all done or none', () => {
    const told = story('2021-10-01T10:00:00Z');
    const id = told.buy('adatum', 'business', { term: 'P1M', quantity: 4 });
    told.go('2021-10-04T10:00:00Z');
    expect(told.refusal(told.change(id, { friendlyName: 'Gone', quantity: 9, status: 'deleted' }))).toMatchObject({
      type: 'CancellationClosed',
    });
    expect(told.subscription(id)).toMatchObject({ status: 'active', quantity: 4, billed: [{ quantity: 4 }] });
  });

  test('a suspended one is cancelled in its window as well', () => {
    const told = story('2021-07-15T09:00:00Z');
    const id = told.buy('adatum', 'business', { term: 'P1M', quantity: 10 });
    told.update(id, { status: 'suspended' });
    told.go('2021-07-17T09:00:00Z');
    told.update(id, { status: 'deleted' });
    expect(told.rows(id).at(-1)).toBe('2021-07-17 – 2021-08-14  cancelImmediate  -9.42 × 10 = -94.20');
    expect(told.go('2022-07-01')).toEqual([]);
  });
});

describe('what is never cancelled', () => {
  test.each([
    ['contoso', 'office', 'suspendInstead'],
    ['contoso', 'office-trial', 'suspendInstead'],
    ['contoso', 'metered', 'usage'],
    ['contoso', 'azure', 'usage'],
    // Software and reservations have pages of their own; so has software from before it renewed.
    ['contoso', 'server', 'elsewhere'],
    ['contoso', 'server-cal', 'elsewhere'],
  ])('%s, %s: %s', (customerId, key, because) => {
    const told = story('2021-10-01T10:00:00Z');
    expect(cancelRefusal(told, told.buy(customerId, key))).toEqual({ type: 'CancellationNotOffered', because });
  });

  test('SUSE never (S3-25)', () => {
    const told = story('2021-10-20T10:00:00Z');
    expect(cancelRefusal(told, told.buy('contoso', 'suse'))).toMatchObject({ because: 'never' });
  });

  test('what has ended by itself', () => {
    const told = story('2021-10-01T10:00:00Z');
    const id = told.buy('adatum', 'business', { term: 'P1M' });
    told.update(id, { autoRenew: false });
    told.go('2021-11-01');
    expect(cancelRefusal(told, id)).toEqual({ type: 'StatusChangeRefused', from: 'expired', to: 'deleted' });
  });
});

describe('software, through its order (S3-23 … S3-27, S3-41, S3-42)', () => {
  function bought(offer: string, purchase: Purchase = {}) {
    const told = story({ at: '2021-10-01T10:00:00Z', offers: OFFERS });
    const id = told.buy('contoso', offer, { quantity: 2, ...purchase });
    const { orderId } = told.subscription(id);
    return { told, id, back: { type: 'CancelSoftware', customerId: 'contoso', orderId, lines: [0] } as const };
  }

  test('perpetual licences: all of it, the 60th day included', () => {
    const { told, id, back } = bought('server');
    told.go('2021-11-30T23:59:59.999Z');
    told.done(back);
    expect(told.subscription(id)).toMatchObject({ status: 'deleted', canceled: true });
    expect(told.rows(id)).toEqual([
      '2021-10-01 – 2021-10-01  new  998.00 × 2 = 1996.00',
      '2021-10-01 – 2021-10-01  cancelImmediate  -998.00 × 2 = -1996.00',
    ]);
    expect(told.refusal(back)).toMatchObject({ type: 'SubscriptionDeleted' });
  });

  test('a subscription from before software renewed: the days that are left', () => {
    const { told, id, back } = bought('server-cal', { term: 'P1Y' });
    told.go('2021-10-11T10:00:00Z');
    told.done(back);
    // 355 of 365 days of 120.00.
    expect(told.rows(id).slice(1)).toEqual(['2021-10-11 – 2022-09-30  cancelImmediate  -116.71 × 2 = -233.42']);
  });

  test.each([
    ['the 61st day', 'server', '2021-12-01', 'anna', { type: 'CancellationClosed', days: 60 }],
    ['SUSE (S3-25)', 'suse', '2021-10-02', 'anna', { type: 'CancellationNotOffered', because: 'never' }],
    ['another role (S3-26)', 'server', '2021-10-02', 'bill', { type: 'RoleMissing', action: 'cancelSoftware' }],
    [
      'what is no software',
      'office',
      '2021-10-02',
      'anna',
      { type: 'CancellationNotOffered', because: 'subscription' },
    ],
  ])('not: %s', (_, offer, at, by, refusal) => {
    const { told, id, back } = bought(offer);
    told.go(at);
    expect(told.refusal(back, by)).toMatchObject(refusal);
    expect(told.subscription(id).status).toBe('active');
  });

  test('an order is given back whole or not at all', () => {
    const told = story({ at: '2021-10-01T10:00:00Z', offers: OFFERS });
    const records = told.done(told.order('contoso', told.line('server'), told.line('suse')));
    const [server = '', suse = ''] = startedIn(records);
    const { orderId } = told.subscription(server);
    const both = { type: 'CancelSoftware', customerId: 'contoso', orderId, lines: [0, 1] } as const;
    expect(told.refusal(both)).toMatchObject({ type: 'CancellationNotOffered' });
    expect(told.subscription(server).status).toBe('active');
    told.done({ ...both, lines: [0] });
    expect([told.subscription(server).status, told.subscription(suse).status]).toEqual(['deleted', 'active']);
    expect(told.refusal({ ...both, customerId: 'adatum' })).toMatchObject({ type: 'OrderNotFound' });
  });
});

describe('who', () => {
  test.each([
    ['adatum', 'business', 'bill', true],
    ['adatum', 'business', 'sara', true],
    ['adatum', 'business', 'uma', false],
    ['contoso', 'saas-ready', 'bill', false],
    ['contoso', 'saas-ready', 'sara', false],
    ['contoso', 'saas-ready', 'anna', true],
    ['contoso', 'server-cal', 'bill', false],
    ['contoso', 'server-cal', 'anna', true],
  ])('%s, %s by %s: %s (S0-2, S2-1, S3-26)', (customerId, key, by, may) => {
    const told = story({ at: '2021-10-20T10:00:00Z', offers: OFFERS });
    const id = told.buy(customerId, key);
    const refused = told.refusal(told.change(id, { status: 'deleted' }), by);
    expect(refused?.type).toBe(may ? undefined : 'RoleMissing');
    expect(told.subscription(id).status).toBe(may ? 'deleted' : 'active');
  });
});
