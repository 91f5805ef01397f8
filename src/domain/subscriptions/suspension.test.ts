/** Suspending and reactivating (portal 5.1, 5.2; decisions 27, 35). The published tables are in `billing/`. */
import { describe, expect, test } from 'vitest';
import { DAY, formatInstant, plainDate } from '../../kernel/calendar';
import { moneyText, sum } from '../../kernel/money';
import { OFFERS } from '../testing/offers';
import { eventTypes, story, type Story } from '../testing/story';
import { nextBillingDay } from '../billing/billing-day';

function deletedAt(told: Story, id: string): string {
  const at = told.subscription(id).deletedAt;
  if (at === null) throw new Error('Nothing to delete');
  return formatInstant(at);
}

function net(told: Story, id: string): string {
  const total = sum(told.charges(id).map(({ amount }) => amount));
  return total ? moneyText(total) : '';
}

describe('who can be suspended and resumed', () => {
  test.each([
    ['office', 'contoso', true],
    ['office-trial', 'contoso', true],
    ['business', 'adatum', true],
    ['business-trial', 'adatum', true],
    ['saas-ready', 'contoso', false],
    ['server-cal', 'contoso', false],
    ['server', 'contoso', false],
    ['azure', 'contoso', false],
  ])('%s: %s', (key, customerId, possible) => {
    const told = story();
    const id = told.buy(customerId, key);
    expect(told.refusal(told.change(id, { status: 'suspended' }))).toEqual(
      possible ? undefined : { type: 'StatusChangeRefused', from: 'active', to: 'suspended' },
    );
    expect(told.subscription(id).status).toBe(possible ? 'suspended' : 'active');
  });

  test('active is not reactivated, suspended is not suspended: nothing happens', () => {
    const told = story();
    const id = told.buy('contoso', 'office');
    expect(told.done(told.change(id, { status: 'active' }))).toEqual([]);
    told.update(id, { status: 'suspended' });
    expect(told.done(told.change(id, { status: 'suspended' }))).toEqual([]);
  });

  test('what is deleted stays deleted, whatever is asked', () => {
    const told = story('2021-10-01');
    const id = told.buy('contoso', 'office');
    told.update(id, { status: 'suspended' });
    told.go('2022-06-01');
    const deleted = told.subscription(id);
    expect(deleted).toMatchObject({ status: 'deleted', deletedAt: null, autoRenew: false });
    for (const changes of [
      { status: 'active' },
      { status: 'suspended' },
      { autoRenew: true },
      { friendlyName: 'Back' },
      { quantity: 7 },
    ] as const) {
      expect(told.refusal(told.change(id, changes))).toEqual({ type: 'SubscriptionDeleted', subscriptionId: id });
    }
    expect(told.done(told.change(id, { status: 'deleted' }))).toEqual([]);
    told.go('2030-01-01');
    expect(told.subscription(id)).toEqual(deleted);
  });

  test('several edits are all done or none (decisions 2)', () => {
    const told = story();
    const id = told.buy('contoso', 'office');
    const records = told.update(id, { friendlyName: 'Paused', status: 'suspended' });
    expect(eventTypes(records)).toEqual(['SubscriptionRenamed', 'SubscriptionSuspended']);
    expect(records).toHaveLength(1);
    const refused = told.change(id, { friendlyName: 'Again', status: 'active', autoRenew: false });
    expect(told.refusal(refused)).toEqual({ type: 'AutoRenewFixed' });
    expect(told.subscription(id)).toMatchObject({ friendlyName: 'Paused', status: 'suspended' });
    expect(told.refusal(told.change(id, { friendlyName: 'Again', unsupported: ['offer'] }))).toEqual({
      type: 'ChangeNotSupported',
      what: 'offer',
    });
    expect(told.subscription(id).friendlyName).toBe('Paused');
  });

  test('a subscription of another customer does not exist', () => {
    const told = story();
    const id = told.buy('contoso', 'office');
    const change = { ...told.change(id, { status: 'suspended' } as const), customerId: 'adatum' };
    expect(told.refusal(change)).toEqual({ type: 'SubscriptionNotFound', subscriptionId: id });
  });
});

describe('data is deleted 90 days after suspension', () => {
  test.each([
    ['one millisecond before', '2022-03-15T09:59:59.999Z', 'suspended'],
    ['at the instant', '2022-03-15T10:00:00Z', 'deleted'],
  ])('legacy, %s', (_, to, status) => {
    const told = story('2021-10-01T10:00:00Z');
    const id = told.buy('contoso', 'office');
    told.go('2021-12-15T10:00:00Z');
    told.update(id, { status: 'suspended' });
    expect(deletedAt(told, id)).toBe('2022-03-15T10:00:00Z');
    told.go(to);
    expect(told.subscription(id).status).toBe(status);
  });

  test('new commerce', () => {
    const told = story('2021-10-01T10:00:00Z');
    const id = told.buy('adatum', 'business', { term: 'P3Y', cycle: 'Triennial' });
    told.go('2021-12-15T10:00:00Z');
    told.update(id, { status: 'suspended' });
    expect(deletedAt(told, id)).toBe('2022-03-15T10:00:00Z');
    const [record] = told.go('2030-01-01');
    expect(record && formatInstant(record.at)).toBe('2022-03-15T10:00:00Z');
    expect(record?.events).toEqual([{ type: 'SubscriptionDeleted', subscriptionId: id, cause: 'suspendedTooLong' }]);
  });

  test('resuming takes the date away, suspending again sets a new one', () => {
    const told = story('2021-10-01T10:00:00Z');
    const id = told.buy('adatum', 'business', { term: 'P1Y', cycle: 'Annual' });
    told.update(id, { status: 'suspended' });
    told.go('2021-12-30T09:59:59.999Z');
    told.update(id, { status: 'active' });
    expect(told.subscription(id)).toMatchObject({ status: 'active', deletedAt: null, autoRenew: false });
    told.go('2022-01-20T10:00:00Z');
    expect(told.subscription(id).status).toBe('active');
    told.update(id, { status: 'suspended' });
    expect(deletedAt(told, id)).toBe('2022-04-20T10:00:00Z');
  });
});

describe('legacy, suspended before its first billing date: the days until then come on top, 120 at most (S0-44)', () => {
  // Billing day 15. The customer's first subscription and this one are the same.
  test.each([
    ['2021-10-13', '2021-10-14', 92],
    ['2021-10-15', '2021-10-20', 120],
    ['2021-10-16', '2021-10-20', 120],
    ['2021-10-14', '2021-10-14', 91],
    ['2021-09-25', '2021-10-14', 110],
    ['2021-09-25', '2021-10-14T23:59:59.999Z', 110],
    ['2021-09-25', '2021-10-15T00:00:00Z', 90],
    ['2021-09-25', '2021-10-16', 90],
  ])('bought on %s, suspended on %s: %i days', (boughtOn, suspendedOn, days) => {
    const told = story(`${boughtOn}T10:00:00Z`);
    const id = told.buy('contoso', 'office');
    told.go(suspendedOn.length === 10 ? `${suspendedOn}T12:00:00Z` : suspendedOn);
    told.update(id, { status: 'suspended' });
    const until = (told.subscription(id).deletedAt ?? 0) - told.world.now;
    expect(until / DAY).toBe(days);
  });

  test.each([
    ['2021-10-14', 15, '2021-10-15'],
    ['2021-10-15', 15, '2021-11-15'],
    ['2021-12-20', 1, '2022-01-01'],
    ['2021-02-27', 28, '2021-02-28'],
    ['2021-02-28', 28, '2021-03-28'],
  ])('the billing date after %s, billed on day %i, is %s', (on, day, expected) => {
    expect(nextBillingDay(plainDate(on), day)).toBe(expected);
  });
});

describe('money of a legacy suspension', () => {
  test.each([
    ['2018-02-12T09:59:59.999Z', '-4.00', '2018-01-13'],
    ['2018-02-12T10:00:00Z', '-0.13', '2018-02-12'],
  ])('30 × 24 hours after the purchase the full credit ends: at %s %s from %s', (at, amount, startsOn) => {
    const told = story('2018-01-13T10:00:00Z');
    const id = told.buy('contoso', 'office', { cycle: 'Monthly' });
    told.go(at);
    told.update(id, { status: 'suspended' });
    const credit = told.charges(id).at(-1);
    expect(credit).toMatchObject({ chargeType: 'Cancel fee', startsOn, endsOn: '2018-02-12' });
    expect(credit && moneyText(credit.amount)).toBe(amount);
  });

  test('nothing is charged while it is suspended; reactivation charges the rest of the running month', () => {
    const told = story('2018-01-13T10:00:00Z');
    const id = told.buy('contoso', 'office', { cycle: 'Monthly', quantity: 2 });
    told.go('2018-03-01T10:00:00Z');
    told.update(id, { status: 'suspended' });
    told.go('2018-05-20T10:00:00Z');
    told.update(id, { status: 'active' });
    told.go('2018-06-13');
    expect(told.rows(id)).toEqual([
      '2018-01-13 – 2018-02-12  Cycle fee  4.00 × 2 = 8.00',
      '2018-02-13 – 2018-03-12  Cycle fee  4.00 × 2 = 8.00',
      // 4 / 28 = 0.143 a day, 12 days.
      '2018-03-01 – 2018-03-12  Cancel fee  -1.72 × 2 = -3.44',
      // 4 / 31 = 0.129 a day, 24 days.
      '2018-05-20 – 2018-06-12  Prorate fees when purchase  3.10 × 2 = 6.20',
      '2018-06-13 – 2018-07-12  Cycle fee  4.00 × 2 = 8.00',
    ]);
  });

  test('a price quoted by the year is rated exactly', () => {
    const told = story('2017-02-11T10:00:00Z');
    const id = told.buy('contoso', 'office-yearly', { cycle: 'Annual', quantity: 3 });
    told.go('2017-03-14T10:00:00Z');
    told.update(id, { status: 'suspended' });
    // 334 days of 365: 211.20 × 3 × 334 / 365 = 579.787…, which is not 3 × 193.26.
    expect(told.rows(id).at(-1)).toBe('2017-03-14 – 2018-02-10  Cancel fee  -193.26 × 3 = -579.79');
  });

  test('a whole month is never rated by the day: credited and charged again as it was', () => {
    const told = story('2021-01-01T10:00:00Z');
    const id = told.buy('contoso', 'office-yearly', { cycle: 'Monthly' });
    told.go('2021-03-01T10:00:00Z');
    told.update(id, { status: 'suspended' });
    told.update(id, { status: 'active' });
    // 17.60 / 31 = 0.568 a day would make 17.61.
    expect(told.rows(id).slice(2)).toEqual([
      '2021-03-01 – 2021-03-31  Cycle fee  17.60 × 1 = 17.60',
      '2021-03-01 – 2021-03-31  Cancel fee  -17.60 × 1 = -17.60',
      '2021-03-01 – 2021-03-31  Prorate fees when purchase  17.60 × 1 = 17.60',
    ]);
  });

  test('a year suspended and resumed on the day of its purchase costs a year', () => {
    const told = story('2018-01-13T10:00:00Z');
    const id = told.buy('contoso', 'office', { cycle: 'Annual' });
    told.update(id, { status: 'suspended' });
    told.update(id, { status: 'active' });
    expect(net(told, id)).toBe('48.00');
  });

  test('a credit is never more than what was charged, however the day rate was rounded (decisions 27)', () => {
    // 0.24 a year is 0.00066 a day, rounded to nothing; 2.40 a year is 0.0066 a day, rounded up to a cent.
    const offers = OFFERS.filter(({ key }) => key === 'office').flatMap((office) =>
      ['0.02', '0.20'].map((price, index) => ({
        ...office,
        key: price,
        offerId: `0ffe0000-0000-4000-8000-00000000990${index}`,
        terms: office.terms.map((term) => ({ ...term, price })),
      })),
    );
    const told = story({ at: '2018-01-01T10:00:00Z', offers });
    const ids = ['0.02', '0.20'].map((key) => told.buy('contoso', key, { cycle: 'Annual', quantity: 3 }));
    told.go('2018-02-15T10:00:00Z');
    for (const id of ids) told.update(id, { status: 'suspended' });
    expect(ids.map((id) => told.rows(id).at(-1))).toEqual([
      '2018-02-15 – 2018-12-31  Cancel fee  0.00 × 3 = 0.00',
      '2018-02-15 – 2018-12-31  Cancel fee  -2.40 × 3 = -7.20',
    ]);
  });

  test('suspended twice within the first month: what was credited is not credited again', () => {
    const told = story('2018-01-01T10:00:00Z');
    const id = told.buy('contoso', 'pennies', { cycle: 'Monthly' });
    for (let day = 2; day < 6; day++) {
      told.go(`2018-01-0${day}`);
      told.update(id, { status: 'suspended' });
      told.update(id, { status: 'active' });
    }
    // 0.02 a month is 0.001 a day: each time the rest of the month is 0.03, more than a month, and is credited whole.
    expect(net(told, id)).toBe('0.03');
    const first = story('2018-01-31T10:00:00Z');
    const other = first.buy('contoso', 'pennies', { cycle: 'Monthly' });
    first.go('2018-02-27T10:00:00Z');
    first.update(other, { status: 'suspended' });
    // One day is 0.001, so nothing is charged, and there is nothing to credit the second time.
    first.update(other, { status: 'active' });
    first.update(other, { status: 'suspended' });
    expect(first.rows(other)).toEqual([
      '2018-01-31 – 2018-02-27  Cycle fee  0.02 × 1 = 0.02',
      '2018-01-31 – 2018-02-27  Cancel fee  -0.02 × 1 = -0.02',
      '2018-02-27 – 2018-02-27  Prorate fees when purchase  0.00 × 1 = 0.00',
    ]);
  });

  test('suspended at the end of its term it does not renew, and nothing is charged (portal 5.1)', () => {
    const told = story('2018-01-13T10:00:00Z');
    const id = told.buy('contoso', 'office', { cycle: 'Annual' });
    told.go('2018-12-20T10:00:00Z');
    told.update(id, { status: 'suspended' });
    const happened = told.go('2019-12-31');
    expect(eventTypes(happened)).not.toContain('TermRenewed');
    expect(told.charges(id)).toHaveLength(2);
    expect(told.subscription(id).status).toBe('deleted');
  });

  test('a legacy trial has no money to give back', () => {
    const told = story('2018-01-13T10:00:00Z');
    const id = told.buy('contoso', 'office-trial');
    told.update(id, { status: 'suspended' });
    told.update(id, { status: 'active' });
    expect(told.rows(id)).toEqual([]);
  });
});

describe('suspended new commerce', () => {
  test('is billed on, to the end of the term; auto-renew is off at once and stays off (S0-65, S0-66)', () => {
    const told = story('2021-10-01T10:00:00Z');
    const id = told.buy('adatum', 'business', { term: 'P1Y', cycle: 'Monthly', quantity: 10 });
    told.go('2022-08-15T10:00:00Z');
    const [record] = told.update(id, { status: 'suspended' });
    expect(record?.events).toMatchObject([{ type: 'SubscriptionSuspended', autoRenew: false, charges: [] }]);
    told.go('2022-12-01');
    expect(told.rows(id)).toHaveLength(12);
    expect(told.rows(id).at(-1)).toBe('2022-09-01 – 2022-09-30  cycleCharge  10.08 × 10 = 100.80');
    // 10-44: not usable, so not expired but disabled; the date that was promised holds.
    expect(told.subscription(id).status).toBe('deleted');
    const past = told.world.records.filter(({ by }) => by === null).slice(-2);
    expect(past.map(({ at, events }) => [formatInstant(at), events[0]?.type])).toEqual([
      ['2022-10-01T00:00:00Z', 'SubscriptionDisabled'],
      ['2022-11-13T10:00:00Z', 'SubscriptionDeleted'],
    ]);
  });

  test('switching auto-renew in the same edit adds nothing: suspending has switched it off', () => {
    const told = story('2021-10-01T10:00:00Z');
    const [on, off] = [told.buy('adatum', 'business'), told.buy('adatum', 'business')];
    told.update(off, { autoRenew: false });
    expect(eventTypes(told.update(on, { status: 'suspended', autoRenew: false }))).toEqual(['SubscriptionSuspended']);
    expect(eventTypes(told.update(off, { status: 'suspended', autoRenew: true }))).toEqual(['SubscriptionSuspended']);
    expect([on, off].map((id) => told.subscription(id).autoRenew)).toEqual([false, false]);
  });

  test('resumed, it is on no extra line; renewal must be switched on by hand', () => {
    const told = story('2021-10-01T10:00:00Z');
    const id = told.buy('adatum', 'business', { term: 'P1M', quantity: 10 });
    told.update(id, { status: 'suspended' });
    expect(told.refusal(told.change(id, { autoRenew: true }))).toMatchObject({ from: 'suspended' });
    told.update(id, { status: 'active' });
    expect(told.rows(id)).toHaveLength(1);
    told.update(id, { autoRenew: true });
    told.go('2021-11-01');
    expect(told.rows(id)).toEqual([
      '2021-10-01 – 2021-10-31  new  10.08 × 10 = 100.80',
      '2021-11-01 – 2021-11-30  renew  10.08 × 10 = 100.80',
    ]);
  });

  test('a disabled one is not resumed', () => {
    const told = story('2021-10-01T10:00:00Z');
    const id = told.buy('adatum', 'business', { term: 'P1M' });
    told.update(id, { status: 'suspended' });
    told.go('2021-11-01');
    expect(told.refusal(told.change(id, { status: 'active' }))).toEqual({
      type: 'StatusChangeRefused',
      from: 'disabled',
      to: 'active',
    });
  });
});
