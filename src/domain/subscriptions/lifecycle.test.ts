/** What time does to a subscription (portal 4.5, 6.1, 6.6; decisions 32, 35). */
import { describe, expect, test } from 'vitest';
import { formatInstant, MAX_INSTANT } from '../../kernel/calendar';
import { dueOrder } from '../state';
import { upcoming } from '../due';
import { OFFERS } from '../testing/offers';
import { eventTypes, story, type Story } from '../testing/story';

/** `instant type` of everything that happened to a subscription by itself. */
function diary(told: Story, id: string): string[] {
  return told.world.records
    .filter(({ by }) => by === null)
    .flatMap(({ at, events }) =>
      events.flatMap((event) =>
        'subscriptionId' in event && event.subscriptionId === id ? [`${formatInstant(at)} ${event.type}`] : [],
      ),
    );
}

describe('trials: three kinds', () => {
  test('new commerce becomes the paid annual term, billed monthly, with all its licences', () => {
    const told = story('2021-10-01T10:30:00Z');
    const id = told.buy('adatum', 'business-trial');
    expect(told.subscription(id)).toMatchObject({ quantity: 25, autoRenew: true, term: { endsOn: '2021-10-30' } });
    told.go('2021-10-30T23:59:59.999Z');
    expect(told.subscription(id).trial).not.toBeNull();
    told.go('2021-12-01');
    expect(told.subscription(id)).toMatchObject({
      status: 'active',
      trial: null,
      catalogItemId: 'CFQ7TTC0LDPB:0001:CFQ7TTC0K971',
      quantity: 25,
      term: { startsOn: '2021-10-31', endsOn: '2022-10-30', duration: 'P1Y', billingCycle: 'Monthly' },
    });
    expect(told.rows(id)).toEqual([
      '2021-10-01 – 2021-10-30  new  0.00 × 25 = 0.00',
      '2021-10-31 – 2021-11-29  convert  10.08 × 25 = 252.00',
      '2021-11-30 – 2021-12-30  cycleCharge  10.08 × 25 = 252.00',
    ]);
  });

  test('its window opens with the conversion: one batch of licences, added then', () => {
    const told = story('2021-10-01T10:30:00Z');
    const id = told.buy('adatum', 'business-trial');
    told.go('2021-11-05');
    const { batches, term } = told.subscription(id);
    expect(batches.map(({ quantity, kind, addedAt }) => [quantity, kind, formatInstant(addedAt)])).toEqual([
      [25, 'renewal', '2021-10-31T00:00:00Z'],
    ]);
    expect(formatInstant(term.openedAt)).toBe('2021-10-31T00:00:00Z');
  });

  test('new commerce with auto-renew off, or without a paid equivalent, expires', () => {
    const told = story('2021-10-01');
    const off = told.buy('adatum', 'business-trial');
    const alone = told.buy('adatum', 'stand-alone-trial');
    told.update(off, { autoRenew: false });
    told.go('2022-03-01');
    const expected = [
      '2021-10-31T00:00:00Z SubscriptionExpired',
      '2021-11-30T00:00:00Z SubscriptionDisabled',
      '2022-02-28T00:00:00Z SubscriptionDeleted',
    ];
    expect(diary(told, off)).toEqual(expected);
    expect(diary(told, alone)).toEqual(expected);
  });

  test('a suspended new-commerce trial does not become usable at its end: it is disabled (portal 10-44)', () => {
    const told = story('2021-10-01');
    const id = told.buy('adatum', 'business-trial');
    told.go('2021-10-20');
    told.update(id, { status: 'suspended' });
    told.go('2022-03-01');
    expect(diary(told, id)).toEqual([
      '2021-10-31T00:00:00Z SubscriptionDisabled',
      '2022-01-18T00:00:00Z SubscriptionDeleted',
    ]);
  });

  test('the marketplace converts to the very offer (SAAS-1), and is gone when auto-renew is off', () => {
    const told = story('2021-10-01T10:00:00Z');
    const on = told.buy('contoso', 'saas-trial', { term: 'P1Y', quantity: 3 });
    const off = told.buy('contoso', 'saas-trial', { term: 'P1M' });
    told.update(off, { autoRenew: false });
    told.go('2022-10-31');
    expect(told.rows(on)).toEqual([
      '2021-10-01 – 2021-10-30  new  0.00 × 3 = 0.00',
      '2021-10-31 – 2022-10-30  renew  20.00 × 3 = 60.00',
      '2022-10-31 – 2023-10-30  renew  20.00 × 3 = 60.00',
    ]);
    expect(diary(told, off)).toEqual(['2021-10-31T00:00:00Z SubscriptionDeleted']);
    expect(told.subscription(off)).toMatchObject({ status: 'deleted', autoRenew: false });
  });

  test('legacy is on no invoice and ends by itself', () => {
    const told = story('2021-10-01T10:00:00Z');
    const id = told.buy('contoso', 'office-trial');
    expect(told.subscription(id)).toMatchObject({ autoRenew: false, trial: { convertsTo: null }, quantity: 25 });
    told.go('2022-10-31');
    expect(diary(told, id)).toEqual(['2021-10-31T00:00:00Z SubscriptionDeleted']);
    expect(told.rows(id)).toEqual([]);
    expect(told.world.records.at(-1)?.events).toEqual([
      { type: 'SubscriptionDeleted', subscriptionId: id, cause: 'trialEnded' },
    ]);
  });

  test('thirty days on the calendar, across the end of February', () => {
    const told = story('2020-02-15T23:59:59Z');
    const id = told.buy('contoso', 'saas-trial');
    expect(told.subscription(id).term).toMatchObject({ startsOn: '2020-02-15', endsOn: '2020-03-15' });
  });
});

describe('the end of a term without renewal', () => {
  test('new commerce: expired for 30 days, disabled for 90, deleted (decisions 35)', () => {
    const told = story('2021-10-01T10:00:00Z');
    const id = told.buy('adatum', 'business', { term: 'P1M' });
    told.update(id, { autoRenew: false });
    const states = ['2021-10-31T23:59:59.999Z', '2021-11-01', '2021-11-30T23:59:59.999Z', '2021-12-01'];
    expect(statuses(told, id, states)).toEqual(['active', 'expired', 'expired', 'disabled']);
    expect(statuses(told, id, ['2022-02-28T23:59:59.999Z', '2022-03-01', '2040-01-01'])).toEqual([
      'disabled',
      'deleted',
      'deleted',
    ]);
    expect(diary(told, id)).toEqual([
      '2021-11-01T00:00:00Z SubscriptionExpired',
      '2021-12-01T00:00:00Z SubscriptionDisabled',
      '2022-03-01T00:00:00Z SubscriptionDeleted',
    ]);
    expect(told.rows(id)).toEqual(['2021-10-01 – 2021-10-31  new  10.08 × 1 = 10.08']);
    expect(told.world.records.at(-1)?.events).toEqual([
      { type: 'SubscriptionDeleted', subscriptionId: id, cause: 'disabledTooLong' },
    ]);
  });

  test('new commerce: an annual term is billed to its last month all the same', () => {
    const told = story('2021-10-01T10:00:00Z');
    const id = told.buy('adatum', 'business', { term: 'P1Y', cycle: 'Monthly' });
    told.update(id, { autoRenew: false });
    told.go('2023-06-01');
    expect(told.charges(id)).toHaveLength(12);
    expect(told.charges(id).at(-1)).toMatchObject({ startsOn: '2022-09-01', endsOn: '2022-09-30' });
    expect(told.subscription(id).status).toBe('deleted');
  });

  test('auto-renew switched on again in time renews', () => {
    const told = story('2021-10-01T10:00:00Z');
    const id = told.buy('adatum', 'business', { term: 'P1M' });
    told.update(id, { autoRenew: false });
    told.go('2021-10-31T23:59:59.999Z');
    told.update(id, { autoRenew: true });
    told.go('2021-11-01');
    expect(diary(told, id)).toEqual(['2021-11-01T00:00:00Z TermRenewed']);
  });

  test('expired is too late for auto-renew, for suspending and for reactivating', () => {
    const told = story('2021-10-01T10:00:00Z');
    const id = told.buy('adatum', 'business', { term: 'P1M' });
    told.update(id, { autoRenew: false });
    told.go('2021-11-01');
    const refused = (to: string) => ({ type: 'StatusChangeRefused', from: 'expired', to });
    const over = { type: 'TermEnded', endsOn: '2021-10-31' };
    expect(told.refusal(told.change(id, { autoRenew: true }))).toEqual(over);
    expect(told.refusal(told.change(id, { status: 'active' }))).toEqual(refused('active'));
    expect(told.refusal(told.change(id, { status: 'suspended' }))).toEqual(refused('suspended'));
    expect(told.refusal(told.change(id, { friendlyName: 'Old' }))).toBeUndefined();
    told.go('2021-12-01');
    expect(told.subscription(id).status).toBe('disabled');
    expect(told.refusal(told.change(id, { autoRenew: true }))).toEqual(over);
  });

  test('the marketplace: gone at the end of the term (portal 10-3)', () => {
    const told = story('2021-10-01T10:00:00Z');
    const id = told.buy('contoso', 'saas-ready', { term: 'P1M' });
    told.update(id, { autoRenew: false });
    expect(statuses(told, id, ['2021-10-31T23:59:59.999Z', '2021-11-01'])).toEqual(['active', 'deleted']);
    expect(told.world.records.at(-1)?.events).toEqual([
      { type: 'SubscriptionDeleted', subscriptionId: id, cause: 'termEnded' },
    ]);
  });

  test('software and reservations: expired, and that is all', () => {
    const told = story('2021-10-13T10:00:00Z');
    told.buy('contoso', 'azure');
    const software = told.buy('contoso', 'server-cal', { term: 'P1Y' });
    const reservation = told.buy('contoso', 'reservation', { term: 'P1Y' });
    told.go('2040-01-01');
    for (const id of [software, reservation]) {
      expect(diary(told, id)).toEqual(['2022-10-13T00:00:00Z SubscriptionExpired']);
      expect(told.charges(id)).toHaveLength(1);
    }
  });

  test('perpetual software and the Azure plan never end', () => {
    const told = story('2021-10-13T10:00:00Z');
    const server = told.buy('contoso', 'server', { quantity: 2 });
    const azure = told.buy('contoso', 'azure');
    told.go('2500-01-01');
    expect(told.rows(server)).toEqual(['2021-10-13 – 2021-10-13  new  998.00 × 2 = 1996.00']);
    expect(told.rows(azure)).toEqual([]);
    expect([server, azure].map((id) => told.subscription(id).status)).toEqual(['active', 'active']);
    expect(told.subscription(azure)).toMatchObject({ quantity: null, batches: [], term: { endsOn: null } });
  });
});

describe('renewal', () => {
  test.each([
    ['legacy', 'contoso', 'office', '2021-01-01', true],
    ['new commerce', 'adatum', 'business', '2021-01-01', true],
    ['marketplace', 'contoso', 'saas-ready', '2021-01-01', true],
    ['software before 14 October 2021', 'contoso', 'server-cal', '2021-10-13', false],
    ['software from that day on', 'contoso', 'server-cal', '2021-10-14', true],
    ['perpetual software', 'contoso', 'server', '2021-10-14', false],
  ])('by default, %s (portal 6.1)', (_, customerId, key, day, expected) => {
    const told = story(`${day}T12:00:00Z`);
    expect(told.subscription(told.buy(customerId, key)).autoRenew).toBe(expected);
  });

  test.each([
    ['office', 'contoso', { type: 'AutoRenewFixed' }],
    ['server', 'contoso', { type: 'AutoRenewFixed' }],
    ['azure', 'contoso', { type: 'AutoRenewFixed' }],
    ['business', 'adatum', undefined],
    ['saas', 'contoso', undefined],
    ['server-cal', 'contoso', undefined],
  ])('switching it for %s (S0-72)', (key, customerId, refusal) => {
    const told = story('2021-11-01');
    const id = told.buy(customerId, key);
    const { autoRenew } = told.subscription(id);
    expect(told.refusal(told.change(id, { autoRenew: !autoRenew }))).toEqual(refusal);
    expect(told.subscription(id).autoRenew).toBe(refusal ? autoRenew : !autoRenew);
    // As it is already: nothing to refuse and nothing to record.
    expect(told.done(told.change(id, { autoRenew: told.subscription(id).autoRenew }))).toEqual([]);
  });

  test('opens one window for all licences', () => {
    const told = story('2021-10-01T10:00:00Z');
    const id = told.buy('adatum', 'business', { term: 'P1M', quantity: 7 });
    told.go('2021-11-03');
    const { batches, term } = told.subscription(id);
    expect(batches.map(({ quantity, kind, addedAt }) => [quantity, kind, formatInstant(addedAt)])).toEqual([
      [7, 'renewal', '2021-11-01T00:00:00Z'],
    ]);
    expect(formatInstant(term.openedAt)).toBe('2021-11-01T00:00:00Z');
  });

  test('usage goes on without lines of money', () => {
    const metered = OFFERS.filter(({ key }) => key === 'metered');
    // Somebody's own catalog may say how many; usage is not counted all the same.
    const counted = metered.map((offer) => ({ ...offer, key: 'counted', skuId: '0002', quantity: { min: 1, max: 9 } }));
    const told = story({ at: '2021-10-01T10:00:00Z', offers: [...metered, ...counted] });
    const ids = [told.buy('contoso', 'metered'), told.buy('contoso', 'counted', { quantity: 4 })];
    told.go('2022-01-02');
    for (const id of ids) {
      const running = { quantity: null, batches: [], status: 'active', term: { startsOn: '2022-01-01' } };
      expect(told.subscription(id)).toMatchObject(running);
      expect(told.rows(id)).toEqual([]);
    }
  });
});

describe('what happens at one instant', () => {
  test('cycles before renewals before conversions before ends; equals by name', () => {
    const told = story('2021-10-01T10:00:00Z');
    const trial = told.buy('adatum', 'pair-trial');
    told.go('2021-10-31T09:00:00Z');
    expect(told.subscription(trial).trial).toBeNull();
    told.buy('adatum', 'business', { term: 'P1M' });
    const ending = told.buy('adatum', 'business', { term: 'P1M' });
    told.buy('adatum', 'business', { term: 'P1Y', cycle: 'Monthly' });
    told.buy('adatum', 'business', { term: 'P1Y', cycle: 'Monthly' });
    told.update(ending, { autoRenew: false });
    const planned = upcoming(told.world.state, 100).filter(({ at }) => formatInstant(at) === '2021-11-30T00:00:00Z');
    expect(planned.map(({ kind }) => kind)).toEqual(['cycleStart', 'cycleStart', 'renewal', 'renewal', 'termEnd']);
    expect(planned.toSorted(dueOrder)).toEqual(planned);
    const happened = told.go('2021-11-30');
    expect(eventTypes(happened)).toEqual([
      'CycleStarted',
      'CycleStarted',
      'TermRenewed',
      'TermRenewed',
      'SubscriptionExpired',
    ]);
  });

  test('what is planned is what happens, one item a subscription, the earliest first', () => {
    const told = story('2021-10-01T10:00:00Z');
    told.buy('adatum', 'business', { term: 'P1M' });
    told.buy('contoso', 'saas-trial');
    told.buy('contoso', 'office');
    told.saveCart('contoso', []);
    const planned = upcoming(told.world.state, 100);
    expect(planned.map(({ kind }) => kind)).toEqual(['cartExpiry', 'trialConversion', 'cycleStart', 'renewal']);
    expect(upcoming(told.world.state, 2)).toEqual(planned.slice(0, 2));
    expect(told.world.nextDue()).toEqual(planned[0]);
    const [first] = told.world.advanceTo(planned[0]?.at ?? told.world.now);
    expect(first?.at).toBe(planned[0]?.at);
    expect(told.world.nextDue()).toEqual(planned[1]);
  });

  test('plans that no longer hold are forgotten', () => {
    const told = story('2021-10-01T10:00:00Z');
    const id = told.buy('adatum', 'business', { term: 'P1M' });
    told.update(id, { autoRenew: false });
    told.update(id, { autoRenew: true });
    told.update(id, { friendlyName: 'One' });
    expect(upcoming(told.world.state, 100)).toHaveLength(1);
    expect(eventTypes(told.go('2021-11-01'))).toEqual(['TermRenewed']);
  });
});

describe('the end of the calendar', () => {
  test('the last move of the clock comes to an end, whatever is sold', () => {
    const told = story('8999-10-20T10:00:00Z');
    const id = told.buy('adatum', 'business', { term: 'P1M' });
    const long = told.buy('adatum', 'business', { term: 'P3Y', cycle: 'Triennial' });
    told.world.advanceTo(MAX_INSTANT);
    expect(told.charges(id).map(({ startsOn, endsOn }) => `${startsOn} ${endsOn}`)).toEqual([
      '8999-10-20 8999-11-19',
      '8999-11-20 8999-12-19',
      '8999-12-20 9000-01-19',
    ]);
    expect(told.subscription(long).term.endsOn).toBe('9002-10-19');
  });
});

function statuses(told: Story, id: string, instants: readonly string[]): string[] {
  return instants.map((to) => {
    told.go(to);
    return told.subscription(id).status;
  });
}
