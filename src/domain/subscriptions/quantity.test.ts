/** Licences (S0-70, S0-94 … S0-98, S2-23; portal 6.3). The published tables of the money are in `billing/`. */
import { describe, expect, test } from 'vitest';
import { formatInstant, instant } from '../../kernel/calendar';
import type { Refusal } from '../refusals';
import { OFFERS } from '../testing/offers';
import { eventTypes, story, type Purchase, type Story, type StoryStart } from '../testing/story';
import { quantityBounds, settlementDay } from './quantity';

/** A millisecond before, the instant itself, a millisecond after. */
function around(at: string): [string, string, string] {
  const [before, , after] = [-1, 0, 1].map((by) => new Date(Date.parse(at) + by).toISOString());
  return [before ?? '', at, after ?? ''];
}

function bounds(told: Story, id: string): unknown {
  const found = quantityBounds(told.world.state, told.subscription(id), told.world.now);
  return found && { ...found, until: found.until && formatInstant(found.until) };
}

function batches(told: Story, id: string): string[] {
  return told.subscription(id).batches.map(({ quantity, kind }) => `${quantity} ${kind}`);
}

function refusal(told: Story, id: string, quantity: number): Refusal | undefined {
  return told.refusal(told.change(id, { quantity }));
}

describe('new commerce: fewer licences only in the window of a purchase or a renewal (S0-95, S0-98)', () => {
  const WINDOWS: readonly (readonly [string, StoryStart['rules'] & string, Purchase, string, string])[] = [
    ['after a purchase', '2021-10', { term: 'P1M' }, '2021-10-01T10:00:00Z', '2021-10-04T10:00:00Z'],
    ['after a purchase for a year', '2021-10', { term: 'P1Y', cycle: 'Annual' }, '2021-10-01', '2021-10-04T10:00:00Z'],
    ['after a purchase for three', '2021-10', { term: 'P3Y', cycle: 'Monthly' }, '2021-10-01', '2021-10-04T10:00:00Z'],
    ['after a renewal', '2021-10', { term: 'P1M' }, '2021-11-01', '2021-11-04T00:00:00Z'],
    ['after the renewal of a year', '2021-10', { term: 'P1Y', cycle: 'Monthly' }, '2022-10-01', '2022-10-04T00:00:00Z'],
    ['seven days in a later edition', '2023-10', { term: 'P1M' }, '2021-10-01', '2021-10-08T10:00:00Z'],
    ['seven days after a renewal too', '2023-10', { term: 'P1M' }, '2021-11-01', '2021-11-08T00:00:00Z'],
  ];
  test.each(
    WINDOWS.flatMap(([title, rules, purchase, , until]) =>
      around(until).map((at, index) => [title, at, index === 0, rules, purchase] as const),
    ),
  )('%s, at %s: %s', (_, at, open, rules, purchase) => {
    const told = story({ at: '2021-10-01T10:00:00Z', rules });
    const id = told.buy('adatum', 'business', { quantity: 10, ...purchase });
    told.go(at);
    const before = told.subscription(id);
    const refused = refusal(told, id, 9);
    expect(refused?.type).toBe(open ? undefined : 'ReductionClosed');
    if (!open) expect(told.subscription(id)).toEqual(before);
    expect(told.subscription(id).quantity).toBe(open ? 9 : 10);
    expect(bounds(told, id)).toMatchObject({ min: open ? 1 : 10, max: 300 });
  });

  test('the refusal says when it closed and when it opens again', () => {
    const told = story('2021-10-01T10:00:00Z');
    const id = told.buy('adatum', 'business', { term: 'P1M', quantity: 10 });
    told.go('2021-10-04T10:00:00Z');
    expect(refusal(told, id, 9)).toEqual({
      type: 'ReductionClosed',
      windowHours: 72,
      closedAt: instant('2021-10-04T10:00:00Z'),
      renewsAt: instant('2021-11-01T00:00:00Z'),
      supportCount: 0,
      supportUntilAt: null,
    });
  });

  test('a month of a yearly term is no renewal: it opens nothing', () => {
    const told = story('2021-10-01T10:00:00Z');
    const id = told.buy('adatum', 'business', { term: 'P1Y', cycle: 'Monthly', quantity: 10 });
    told.go('2021-11-01T00:00:00Z');
    expect(refusal(told, id, 9)?.type).toBe('ReductionClosed');
  });

  test('the window belongs to the licences that came with it; those added later only support takes (S0-96)', () => {
    const told = story('2021-10-01T10:00:00Z');
    const id = told.buy('adatum', 'business', { term: 'P1Y', cycle: 'Annual', quantity: 10 });
    told.go('2021-10-02T10:00:00Z');
    told.update(id, { quantity: 13 });
    expect(batches(told, id)).toEqual(['10 purchase', '3 midTerm']);
    expect(bounds(told, id)).toEqual({ min: 3, max: 300, until: '2021-10-04T10:00:00Z' });
    const supportUntilAt = instant('2021-10-05T10:00:00Z');
    const tooLarge = { type: 'ReductionTooLarge', by: 11, refundable: 10, supportCount: 3, supportUntilAt };
    expect(refusal(told, id, 2)).toEqual(tooLarge);
    told.update(id, { quantity: 9 });
    expect(batches(told, id)).toEqual(['6 purchase', '3 midTerm']);
    told.go('2021-10-04T10:00:00Z');
    expect(refusal(told, id, 8)).toMatchObject({ type: 'ReductionClosed', supportCount: 3, supportUntilAt });
    told.go('2021-10-05T09:59:59.999Z');
    expect(refusal(told, id, 8)).toMatchObject({ supportCount: 3 });
    told.go('2021-10-05T10:00:00Z');
    expect(refusal(told, id, 8)).toMatchObject({ supportCount: 0, supportUntilAt: null });
    told.go('2022-10-01T00:00:00Z');
    // Renewed, all of them are one batch again.
    expect(batches(told, id)).toEqual(['9 renewal']);
    expect(bounds(told, id)).toEqual({ min: 1, max: 300, until: '2022-10-04T00:00:00Z' });
  });

  test('a later edition gives each batch a window of its own, the newest going first (portal 10-9)', () => {
    const told = story({ at: '2021-10-01T10:00:00Z', rules: '2023-10' });
    const id = told.buy('adatum', 'business', { term: 'P1Y', cycle: 'Annual', quantity: 10 });
    told.go('2021-10-05T10:00:00Z');
    told.update(id, { quantity: 14 });
    expect(bounds(told, id)).toEqual({ min: 1, max: 300, until: '2021-10-08T10:00:00Z' });
    told.go('2021-10-08T10:00:00Z');
    expect(bounds(told, id)).toEqual({ min: 10, max: 300, until: '2021-10-12T10:00:00Z' });
    expect(refusal(told, id, 9)).toMatchObject({ type: 'ReductionTooLarge', refundable: 4, supportCount: 0 });
    told.update(id, { quantity: 12 });
    expect(batches(told, id)).toEqual(['10 purchase', '2 midTerm']);
    told.go('2021-10-12T09:59:59.999Z');
    told.update(id, { quantity: 11 });
    told.go('2021-10-12T10:00:00Z');
    expect(refusal(told, id, 10)?.type).toBe('ReductionClosed');
  });

  test('more licences at any time (S0-94): the new ones are a batch, charged for the rest of the month', () => {
    const told = story('2021-06-18T09:00:00Z');
    const id = told.buy('adatum', 'business', { term: 'P1Y', cycle: 'Monthly', quantity: 2 });
    told.go('2022-02-01T09:00:00Z');
    expect(eventTypes(told.update(id, { quantity: 5 }))).toEqual(['QuantityChanged']);
    // 17 of the 31 days that begin on 18 January.
    expect(told.rows(id).slice(-2)).toEqual([
      '2022-02-01 – 2022-02-17  addQuantity  -5.527742 × 2 = -11.05',
      '2022-02-01 – 2022-02-17  addQuantity  5.527742 × 5 = 27.63',
    ]);
    told.go('2022-02-18');
    expect(told.rows(id).at(-1)).toBe('2022-02-18 – 2022-03-17  cycleCharge  10.08 × 5 = 50.40');
  });
});

describe('the days that a reduction gives back: whole 24-hour blocks count as used (S0-97; decisions 28)', () => {
  test.each([
    ['2021-06-18T09:00:00Z', '2021-06-18', '30.24'],
    ['2021-06-19T08:59:59.999Z', '2021-06-18', '30.24'],
    ['2021-06-19T09:00:00Z', '2021-06-19', '29.23'],
    ['2021-06-20T08:59:59.999Z', '2021-06-19', '29.23'],
    ['2021-06-20T09:00:00Z', '2021-06-20', '28.22'],
    ['2021-06-21T08:59:59.999Z', '2021-06-20', '28.22'],
  ])('at %s from %s: %s for three', (at, startsOn, credit) => {
    const told = story('2021-06-18T09:00:00Z');
    const id = told.buy('adatum', 'business', { term: 'P1M', quantity: 3 });
    told.go(at);
    told.update(id, { quantity: 2 });
    const [, given, anew] = told.charges(id);
    expect(given).toMatchObject({ startsOn, quantity: 3, chargeType: 'removeQuantity' });
    expect(anew).toMatchObject({ startsOn, quantity: 2, endsOn: '2021-07-17' });
    expect(given && -given.amount.minor).toBe(Number(credit.replace('.', '')));
  });

  test('they count for the licences that go, whatever was added later', () => {
    const told = story('2021-06-18T09:00:00Z');
    const id = told.buy('adatum', 'business', { term: 'P1M', quantity: 10 });
    told.go('2021-06-20T08:00:00Z');
    told.update(id, { quantity: 12 });
    told.go('2021-06-20T08:30:00Z');
    told.update(id, { quantity: 8 });
    // 47.5 hours: one day used, so the 19th is given back for the four, too. A day is 0.336.
    expect(told.rows(id).slice(3)).toEqual([
      '2021-06-19 – 2021-06-19  removeQuantity  -0.336 × 10 = -3.36',
      '2021-06-20 – 2021-07-17  removeQuantity  -9.408 × 12 = -112.89',
      '2021-06-19 – 2021-06-19  removeQuantity  0.336 × 6 = 2.01',
      '2021-06-20 – 2021-07-17  removeQuantity  9.408 × 8 = 75.26',
    ]);
    expect(told.subscription(id).billed.map(({ startsOn, quantity }) => [startsOn, quantity])).toEqual([
      ['2021-06-18', 10],
      ['2021-06-19', 6],
      ['2021-06-20', 8],
    ]);
  });

  test('within a day all of it comes back, even where nothing is left of the first day', () => {
    const told = story('2021-06-18T20:00:00Z');
    const id = told.buy('adatum', 'business', { term: 'P1M', quantity: 1 });
    told.go('2021-06-19T08:00:00Z');
    told.update(id, { quantity: 2 });
    told.update(id, { quantity: 1 });
    const billed = told.subscription(id).billed.map(({ startsOn, endsOn, quantity }) => [startsOn, endsOn, quantity]);
    expect(billed).toEqual([['2021-06-19', '2021-07-17', 1]]);
    // 29 of 30 days: what was added, cut to cents.
    expect(told.charges(id).reduce((sum, { amount }) => sum + amount.minor, 0)).toBe(974);
  });

  test('a later edition counts from when each batch was added, not from the start of the term', () => {
    const told = story({ at: '2021-06-18T09:00:00Z', rules: '2023-10' });
    const id = told.buy('adatum', 'business', { term: 'P1Y', cycle: 'Monthly', quantity: 10 });
    told.go('2022-01-25T12:00:00Z');
    told.update(id, { quantity: 15 });
    told.go('2022-01-26T11:59:59.999Z');
    told.update(id, { quantity: 14 });
    told.go('2022-01-26T12:00:00Z');
    told.update(id, { quantity: 13 });
    expect(
      told
        .charges(id)
        .slice(-4)
        .map(({ startsOn, quantity }) => `${startsOn} ${quantity}`),
    ).toEqual(['2022-01-25 15', '2022-01-25 14', '2022-01-26 14', '2022-01-26 13']);
  });
});

describe('legacy and marketplace: both ways at any time (portal 6.3)', () => {
  test.each(['2021-10-01T10:00:00Z', '2021-10-04T10:00:00Z', '2022-05-20T10:00:00Z'])('at %s', (at) => {
    const told = story('2021-10-01T10:00:00Z');
    const ids = [
      told.buy('contoso', 'office', { quantity: 5 }),
      told.buy('contoso', 'saas-ready', { quantity: 5, term: 'P1Y' }),
    ];
    told.go(at);
    for (const id of ids) {
      expect(bounds(told, id)).toEqual({ min: 1, max: 10_000, until: null });
      told.update(id, { quantity: 1 });
      told.update(id, { quantity: 10_000 });
      expect(told.subscription(id).quantity).toBe(10_000);
      expect(batches(told, id)).toEqual(['1 purchase', '9999 midTerm']);
    }
  });

  test.each([
    ['2018-01-31', '2018-02-28'],
    ['2018-02-27', '2018-02-28'],
    ['2018-02-28', '2018-03-31'],
    ['2018-03-30', '2018-03-31'],
    ['2018-04-29', '2018-04-30'],
    ['2018-04-30', '2018-05-31'],
    ['2018-12-31', '2019-01-31'],
    ['2019-01-30', '2019-01-31'],
    ['2020-02-28', '2020-02-29'],
    ['2020-02-29', '2020-03-31'],
  ])('bought on 31 January and changed late on %s, legacy money is settled on %s, once', (changedOn, settledOn) => {
    const told = story('2018-01-31T10:00:00Z');
    const id = told.buy('contoso', 'office', { cycle: 'Annual' });
    told.go(`${changedOn}T23:59:59.999Z`);
    told.update(id, { quantity: 2 });
    expect(settlementDay(told.subscription(id))).toBe(settledOn);
    const before = told.charges(id).length;
    expect(told.subscription(id).unsettled).toHaveLength(1);
    const happened = told.go(settledOn);
    expect(happened[0] && formatInstant(happened[0].at)).toBe(`${settledOn}T00:00:00Z`);
    expect(happened[0]?.events[0]?.type).toBe('QuantitySettled');
    expect(told.subscription(id).unsettled).toEqual([]);
    expect(told.charges(id).length).toBeGreaterThan(before);
    expect(eventTypes(told.go('2021-06-01'))).not.toContain('QuantitySettled');
  });

  test('until its publisher has confirmed it a marketplace subscription changes without money', () => {
    const told = story('2021-10-01T10:00:00Z');
    const id = told.buy('contoso', 'saas', { term: 'P1M', quantity: 2 });
    told.update(id, { quantity: 6 });
    told.update(id, { quantity: 4 });
    const authorizationCode = told.authorizationCode(id);
    told.done({ type: 'AssignLicenses', authorizationCode });
    told.done({ type: 'ConfirmSetUp', authorizationCode });
    expect(told.rows(id)).toEqual(['2021-10-01 – 2021-10-31  new  4.00 × 4 = 16.00']);
  });

  test('some publishers refuse changes before (S2-11)', () => {
    const offers = OFFERS.map((each) =>
      each.key === 'saas' ? { ...each, activation: { by: 'publisher', blocksChanges: true } as const } : each,
    );
    const told = story({ offers });
    const id = told.buy('contoso', 'saas', { term: 'P1M', quantity: 2 });
    const blocked = { type: 'SetUpUnfinished', publisher: 'Tidewater' };
    expect(refusal(told, id, 3)).toEqual(blocked);
    expect(told.refusal(told.change(id, { autoRenew: false }))).toEqual(blocked);
    expect(told.refusal(told.change(id, { status: 'deleted' }))).toEqual(blocked);
    expect(bounds(told, id)).toBeNull();
    told.update(id, { friendlyName: 'Ours' });
    const authorizationCode = told.authorizationCode(id);
    told.done({ type: 'AssignLicenses', authorizationCode });
    told.done({ type: 'ConfirmSetUp', authorizationCode });
    told.update(id, { quantity: 3 });
    expect(told.subscription(id)).toMatchObject({ quantity: 3, friendlyName: 'Ours' });
  });

  test('a free month changes without money, too, and then costs what there is', () => {
    const told = story('2019-06-10T12:00:00Z');
    const id = told.buy('contoso', 'saas-trial', { term: 'P1M', quantity: 2 });
    told.go('2019-06-20T12:00:00Z');
    told.update(id, { quantity: 7 });
    told.go('2019-07-10');
    expect(told.rows(id)).toEqual([
      '2019-06-10 – 2019-07-09  new  0.00 × 2 = 0.00',
      '2019-07-10 – 2019-08-09  renew  2.00 × 7 = 14.00',
    ]);
  });
});

describe('the limits of the offer', () => {
  test.each([
    ['contoso', 'office', {}, 1, 10_000],
    ['adatum', 'business', { quantity: 3 }, 1, 300],
    ['adatum', 'five-or-more', { quantity: 7 }, 5, 10],
    ['contoso', 'saas-ready', { quantity: 2 }, 1, 10_000],
  ] as const)('%s, %s: from %j between %i and %i', (customerId, key, purchase, min, max) => {
    const told = story('2021-10-01T10:00:00Z');
    const id = told.buy(customerId, key, purchase);
    const quantities = { min, max };
    for (const beyond of [0, min - 1, max + 1]) {
      const refused = { type: 'QuantityOutOfRange', quantity: beyond, ...quantities };
      expect(refusal(told, id, beyond)).toEqual(refused);
    }
    for (const within of [min, max]) {
      const other = told.world.fork();
      expect(other.run(told.change(id, { quantity: within }), 'anna').ok).toBe(true);
      expect(other.state.subscriptions.get(id)?.quantity).toBe(within);
    }
  });
});

describe('where the number is fixed', () => {
  test.each([
    ['contoso', 'office-trial'],
    ['adatum', 'business-trial'],
  ])('%s, %s: a trial of Microsoft’s holds 25', (customerId, key) => {
    const told = story();
    const id = told.buy(customerId, key);
    for (const to of [24, 26]) expect(refusal(told, id, to)).toEqual({ type: 'TrialQuantityFixed', quantity: 25 });
  });

  test.each(['metered', 'azure', 'server', 'server-cal'])('%s', (key) => {
    const told = story();
    expect(refusal(told, told.buy('contoso', key), 2)).toEqual({ type: 'QuantityFixed' });
  });

  test('only active subscriptions change; neither suspended nor expired ones', () => {
    const told = story('2021-10-01T10:00:00Z');
    const ids = [told.buy('contoso', 'office'), told.buy('adatum', 'business', { term: 'P1M' })];
    for (const id of ids) {
      told.update(id, { status: 'suspended' });
      expect(refusal(told, id, 2)).toEqual({ type: 'QuantityNeedsActive', status: 'suspended' });
      expect(bounds(told, id)).toBeNull();
    }
    const ending = told.buy('adatum', 'pair', { term: 'P1M' });
    told.update(ending, { autoRenew: false });
    told.go('2021-11-01');
    expect(refusal(told, ending, 2)).toEqual({ type: 'QuantityNeedsActive', status: 'expired' });
    // Resumed in the same edit, it changes.
    told.update(ids[0] ?? '', { status: 'active', quantity: 4 });
    expect(told.subscription(ids[0] ?? '')).toMatchObject({ status: 'active', quantity: 4 });
  });
});
