/** Years of renewals: their dates, their prices, and that it does not matter how the clock gets there (S0-71, S0-76). */
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../kernel/canonical';
import { addDays, addMonths, DAY, formatInstant, plainDate, type Instant } from '../../kernel/calendar';
import { catalogItemIdOf } from '../catalog/offer';
import { moment, story, type Story } from '../testing/story';

/** First and last day of every line of money. */
function periods(told: Story, id: string): string[] {
  return told.charges(id).map(({ startsOn, endsOn }) => `${startsOn} – ${endsOn}`);
}

describe('ten years from 31 January', () => {
  test('monthly terms keep their anchor: 28 or 29 February, 30 and 31 by the month', () => {
    const told = story('2019-01-31T10:00:00Z');
    const id = told.buy('adatum', 'business', { term: 'P1M' });
    told.go('2029-01-31');
    expect(periods(told, id).slice(0, 5)).toEqual([
      '2019-01-31 – 2019-02-27',
      '2019-02-28 – 2019-03-30',
      '2019-03-31 – 2019-04-29',
      '2019-04-30 – 2019-05-30',
      '2019-05-31 – 2019-06-29',
    ]);
    // A leap year.
    expect(periods(told, id).slice(12, 15)).toEqual([
      '2020-01-31 – 2020-02-28',
      '2020-02-29 – 2020-03-30',
      '2020-03-31 – 2020-04-29',
    ]);
    expect(told.charges(id)).toHaveLength(121);
    // Counted from the first day, never from the one before; without gap or overlap.
    for (const [month, { startsOn, endsOn, chargeType, amount }] of told.charges(id).entries()) {
      expect(startsOn).toBe(addMonths(plainDate('2019-01-31'), month));
      expect(addDays(endsOn, 1)).toBe(addMonths(plainDate('2019-01-31'), month + 1));
      expect([chargeType, amount.minor]).toEqual([month === 0 ? 'new' : 'renew', 1008]);
    }
    expect(told.subscription(id).term).toMatchObject({ anchor: '2019-01-31', fromMonth: 120, startsOn: '2029-01-31' });
  });

  test.each([
    ['P1Y', 'Monthly', 121],
    ['P1Y', 'Annual', 11],
    ['P3Y', 'Monthly', 121],
    ['P3Y', 'Annual', 11],
    ['P3Y', 'Triennial', 4],
  ] as const)('%s, billed %s', (term, cycle, lines) => {
    const told = story('2019-01-31T10:00:00Z');
    const id = told.buy('adatum', 'business', { term, cycle });
    told.go('2029-01-31');
    expect(told.charges(id)).toHaveLength(lines);
    const all = told.charges(id);
    for (const [index, { endsOn }] of all.slice(0, -1).entries()) {
      expect(all[index + 1]?.startsOn).toBe(addDays(endsOn, 1));
    }
    expect(told.subscription(id).term.anchor).toBe('2019-01-31');
  });

  test('from 29 February: a year ends on the 27th or 28th, and the fourth begins on the 29th again', () => {
    const told = story('2020-02-29T10:00:00Z');
    const id = told.buy('adatum', 'business', { term: 'P1Y', cycle: 'Annual' });
    told.go('2028-03-01');
    expect(periods(told, id)).toEqual([
      '2020-02-29 – 2021-02-27',
      '2021-02-28 – 2022-02-27',
      '2022-02-28 – 2023-02-27',
      '2023-02-28 – 2024-02-28',
      '2024-02-29 – 2025-02-27',
      '2025-02-28 – 2026-02-27',
      '2026-02-28 – 2027-02-27',
      '2027-02-28 – 2028-02-28',
      '2028-02-29 – 2029-02-27',
    ]);
  });

  test('a trial that ends on the 30th is the anchor of what follows', () => {
    const told = story('2021-12-31T10:00:00Z');
    const id = told.buy('adatum', 'business-trial');
    told.go('2022-04-01');
    expect(periods(told, id)).toEqual([
      '2021-12-31 – 2022-01-29',
      '2022-01-30 – 2022-02-27',
      '2022-02-28 – 2022-03-29',
      '2022-03-30 – 2022-04-29',
    ]);
  });

  test('a term scheduled for the renewal counts on from the old anchor, whatever its length', () => {
    const told = story('2019-01-31T10:00:00Z');
    const id = told.buy('adatum', 'business', { term: 'P1M' });
    const { catalogItemId } = told.subscription(id);
    told.go('2019-02-10');
    told.update(id, { schedule: { catalogItemId, duration: 'P1Y', billingCycle: 'Monthly', quantity: 1 } });
    told.go('2020-02-20');
    told.update(id, { schedule: { catalogItemId, duration: 'P1M', billingCycle: 'Monthly', quantity: 1 } });
    told.go('2020-03-31');
    expect(periods(told, id)).toEqual(
      Array.from({ length: 15 }, (_, month) => {
        const [from, to] = [month, month + 1].map((each) => addMonths(plainDate('2019-01-31'), each));
        return `${from} – ${to && addDays(to, -1)}`;
      }),
    );
    expect(
      told
        .charges(id)
        .map(({ chargeType }) => chargeType)
        .flatMap((type, month) => (type === 'renew' ? month : [])),
    ).toEqual([1, 13, 14]);
  });

  test('a subscription made by an upgrade of a part keeps the anchor of its source', () => {
    const told = story('2019-01-31T10:00:00Z');
    const id = told.buy('adatum', 'business', { term: 'P1M', quantity: 2 });
    told.go('2019-02-10');
    told.done({
      type: 'Upgrade',
      customerId: 'adatum',
      subscriptionId: id,
      wish: { toCatalogItemId: catalogItemIdOf(told.offer('e1')), quantity: 1, transitionType: 'transition_only' },
    });
    const made = told.world.state.transitions.get(id)?.[0]?.toSubscriptionId ?? '';
    told.go('2019-05-01');
    expect(periods(told, made)).toEqual([
      '2019-02-10 – 2019-02-27',
      '2019-02-28 – 2019-03-30',
      '2019-03-31 – 2019-04-29',
      '2019-04-30 – 2019-05-30',
    ]);
  });
});

describe('one long move of the clock gives the same log as many short ones', () => {
  /** Schedules, planned frequencies and trials are under way, on days on which months are clamped. */
  function underWay(): Story {
    const told = story('2020-01-31T10:00:00Z');
    const e1 = catalogItemIdOf(told.offer('e1'));
    const year = told.buy('adatum', 'business', { term: 'P1Y', cycle: 'Monthly', quantity: 10 });
    const three = told.buy('adatum', 'e1', { term: 'P3Y', cycle: 'Annual', quantity: 4 });
    const month = told.buy('adatum', 'business', { term: 'P1M', quantity: 3 });
    const trial = told.buy('northwind', 'business-trial');
    const plainTrial = told.buy('adatum', 'pair-trial');
    const legacy = told.buy('contoso', 'office', { cycle: 'Annual' });
    told.buy('contoso', 'saas-trial', { term: 'P1Y' });
    const next = { catalogItemId: e1, duration: 'P1Y', billingCycle: 'Monthly' } as const;
    told.update(year, { schedule: { ...next, quantity: 10 }, billingCycle: 'Annual' });
    told.update(three, { billingCycle: 'Monthly' });
    told.update(month, { schedule: { ...next, duration: 'P3Y', billingCycle: 'Annual', quantity: 2 } });
    told.update(trial, { schedule: { ...next, quantity: 5 } });
    told.update(plainTrial, { autoRenew: true });
    told.go('2020-02-10T10:00:00Z');
    told.update(legacy, { quantity: 3 });
    return told;
  }

  test.each([
    ['a day', DAY],
    ['17 days and an hour', 17 * DAY + 3_600_000],
    ['a year', 365 * DAY],
  ])('in steps of %s', (_, step) => {
    const end = moment('2027-03-01');
    const long = underWay();
    long.world.advanceTo(end);
    const short = underWay();
    while (short.world.now < end) {
      short.world.advanceTo(Math.min(short.world.now + step, end) as Instant);
    }
    expect(canonicalJson(short.world.records)).toBe(canonicalJson(long.world.records));
    const done = new Set(long.world.records.flatMap(({ events }) => events.map(({ type }) => type)));
    for (const type of ['BillingPlanChanged', 'TermRenewed', 'TrialConverted', 'QuantitySettled'] as const) {
      expect(done).toContain(type);
    }
  });

  test('a millisecond before and at each instant at which something is due', () => {
    const end = moment('2021-06-01');
    const long = underWay();
    long.world.advanceTo(end);
    const short = underWay();
    for (let due = short.world.nextDue(); due && due.at <= end; due = short.world.nextDue()) {
      const records = short.world.records.length;
      short.world.advanceTo((due.at - 1) as Instant);
      expect(short.world.records, formatInstant(due.at)).toHaveLength(records);
      short.world.advanceTo(due.at);
      expect(short.world.records.length).toBeGreaterThan(records);
    }
    short.world.advanceTo(end);
    expect(canonicalJson(short.world.records)).toBe(canonicalJson(long.world.records));
  });
});
