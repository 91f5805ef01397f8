/** Legacy add-ons on their base (S0-32 … S0-39; portal 6.7, 10-5, 10-6). */
import { describe, expect, test } from 'vitest';
import type { Command } from '../commands';
import { catalogItemIdOf, type Offer } from '../catalog/offer';
import type { LineRefusal, Refusal } from '../refusals';
import { OFFERS } from '../testing/offers';
import { eventTypes, startedIn, story, type Story } from '../testing/story';
import { eligibleAddOns } from './add-ons';

/** An add-on for Sweden only, one for another base, and one that is not billed by the year. */
const MORE: readonly Offer[] = OFFERS.filter(({ key }) => key === 'office-addon').flatMap((addOn) => [
  { ...addOn, key: 'nordic-addon', title: 'nordic-addon', offerId: id(1), countries: ['SE'] },
  { ...addOn, key: 'single-addon', title: 'single-addon', offerId: id(2), addOnOf: ['single'] },
  {
    ...addOn,
    key: 'monthly-addon',
    title: 'monthly-addon',
    offerId: id(3),
    terms: addOn.terms.filter(({ billingCycle }) => billingCycle === 'Monthly'),
  },
]);

function id(index: number): string {
  return `0ffe0000-0000-4000-8000-00000000770${index}`;
}

function begin(at: string): Story {
  return story({ at, offers: [...OFFERS, ...MORE] });
}

function buying(
  told: Story,
  base: string,
  ...lines: readonly (readonly [string, number])[]
): Extract<Command, { type: 'BuyAddOns' }> {
  const { customerId, orderId } = told.subscription(base);
  return {
    type: 'BuyAddOns',
    customerId,
    orderId,
    lines: lines.map(([key, quantity]) => ({
      parentId: base,
      catalogItemId: catalogItemIdOf(told.offer(key)),
      quantity,
    })),
  };
}

function add(told: Story, base: string, key = 'office-addon', quantity = 1): string {
  const [started] = startedIn(told.done(buying(told, base, [key, quantity])));
  if (!started) throw new Error('Nothing was added');
  return started;
}

function whyNot(told: Story, base: string, key = 'office-addon', quantity = 1): Refusal | LineRefusal | undefined {
  const refusal = told.refusal(buying(told, base, [key, quantity]));
  return refusal?.type === 'LineRefused' ? refusal.refusal : refusal;
}

describe('what it costs (S0-39)', () => {
  test('bought with the first day of a month it is charged like any other month', () => {
    const told = begin('2018-01-13T10:00:00Z');
    const base = told.buy('contoso', 'office', { cycle: 'Monthly', quantity: 2 });
    const same = add(told, base, 'office-addon', 3);
    told.go('2018-02-13');
    expect(told.rows(same)).toEqual([
      '2018-01-13 – 2018-02-12  Cycle fee  4.00 × 3 = 12.00',
      '2018-02-13 – 2018-03-12  Cycle fee  4.00 × 3 = 12.00',
    ]);
  });

  test('in the middle of a month it is charged for the days that are left, then with its base', () => {
    const told = begin('2018-01-13T10:00:00Z');
    const base = told.buy('contoso', 'office', { cycle: 'Monthly' });
    told.go('2018-02-01T23:59:59.999Z');
    const addOn = add(told, base, 'office-addon', 2);
    told.go('2018-02-13');
    // 12 of 31 days at 0.129.
    expect(told.rows(addOn)).toEqual([
      '2018-02-01 – 2018-02-12  Prorate fees when purchase  1.55 × 2 = 3.10',
      '2018-02-13 – 2018-03-12  Cycle fee  4.00 × 2 = 8.00',
    ]);
    expect(told.subscription(addOn).cycle).toEqual(told.subscription(base).cycle);
  });

  test('billed by the year for the rest of it, and it renews with its base', () => {
    const told = begin('2018-01-13T10:00:00Z');
    const base = told.buy('contoso', 'office', { cycle: 'Annual' });
    told.go('2018-03-01T10:00:00Z');
    const addOn = add(told, base);
    expect(told.subscription(addOn).term).toMatchObject({ endsOn: '2019-01-12', billingCycle: 'Annual' });
    told.go('2019-01-13');
    // 318 days at 0.13.
    expect(told.rows(addOn)).toEqual([
      '2018-03-01 – 2019-01-12  Prorate fees when purchase  41.34 × 1 = 41.34',
      '2019-01-13 – 2020-01-12  Prorate fee when renew  48.00 × 1 = 48.00',
    ]);
  });

  test('it becomes a line of its base’s order, with what it costs until the term ends', () => {
    const told = begin('2018-01-13T10:00:00Z');
    const base = told.buy('contoso', 'office', { cycle: 'Monthly' });
    told.go('2018-12-01T10:00:00Z');
    const addOn = add(told, base, 'office-addon', 2);
    const order = told.world.state.orders.get(told.subscription(base).orderId);
    expect(order?.lines.map(({ number, subscriptionId }) => [number, subscriptionId])).toEqual([
      [0, base],
      [1, addOn],
    ]);
    // 12 of 30 days at 0.133 are 1.60, and one whole month.
    expect(order?.lines[1]?.extended).toEqual({ minor: 2 * (160 + 400), currency: 'USD' });
    told.go('2019-01-12T23:59:59.999Z');
    const paid = told.charges(addOn).reduce((sum, { amount }) => sum + amount.minor, 0);
    expect(paid).toBe(1120);
  });

  test('on the day on which a trial was converted the month is a short one', () => {
    const told = begin('2018-01-20T10:00:00Z');
    const base = told.buy('contoso', 'office-trial');
    told.go('2018-02-05T10:00:00Z');
    const { customerId } = told.subscription(base);
    told.done({ type: 'ConvertTrial', customerId, subscriptionId: base, quantity: 2, billingCycle: 'Monthly' });
    const addOn = add(told, base, 'office-addon', 2);
    told.go('2018-02-15');
    // Ten of the 31 days that end with the billing date.
    const prorated = (type: string) => `2018-02-05 – 2018-02-14  ${type}  1.29 × 2 = 2.58`;
    expect(told.rows(base)[0]).toBe(prorated('Prorate fees when convert to a new offering'));
    expect(told.rows(addOn)).toEqual([
      prorated('Prorate fees when purchase'),
      '2018-02-15 – 2018-03-14  Cycle fee  4.00 × 2 = 8.00',
    ]);
  });

  test('its licences change like those of its base, and are settled on the same day', () => {
    const told = begin('2018-01-13T10:00:00Z');
    const base = told.buy('contoso', 'office', { cycle: 'Monthly' });
    const addOn = add(told, base);
    told.go('2018-02-01T10:00:00Z');
    told.update(addOn, { quantity: 2 });
    told.go('2018-02-13');
    expect(told.rows(addOn).slice(1)).toEqual([
      '2018-01-13 – 2018-02-12  Cycle instance prorate  -4.00 × 1 = -4.00',
      '2018-01-13 – 2018-01-31  Cycle instance prorate  2.45 × 1 = 2.45',
      '2018-02-01 – 2018-02-12  Cycle instance prorate  1.55 × 2 = 3.10',
      '2018-02-13 – 2018-03-12  Cycle instance prorate  4.00 × 2 = 8.00',
    ]);
    expect(told.rows(base)).toHaveLength(2);
  });
});

describe('it lives and ends with its base (S0-38; portal 10-6)', () => {
  test('suspended with it at one instant, deleted at the same date, resumed with it', () => {
    const told = begin('2018-01-13T10:00:00Z');
    const base = told.buy('contoso', 'office', { cycle: 'Annual' });
    const addOn = add(told, base);
    told.go('2018-03-01T10:00:00Z');
    told.update(base, { status: 'suspended' });
    const { deletedAt } = told.subscription(base);
    expect(told.subscription(addOn)).toMatchObject({ status: 'suspended', deletedAt, suspendedWithBase: true });
    expect(told.rows(addOn).at(-1)).toBe('2018-03-01 – 2019-01-12  Cancel fee  -41.34 × 1 = -41.34');
    expect(told.refusal(told.change(addOn, { status: 'active' }))).toEqual({
      type: 'BaseNotActive',
      subscriptionId: base,
    });
    told.go('2018-03-02T10:00:00Z');
    told.update(base, { status: 'active' });
    expect(told.subscription(addOn)).toMatchObject({ status: 'active', deletedAt: null, suspendedWithBase: false });
    expect(told.rows(addOn).at(-1)).toBe('2018-03-02 – 2019-01-12  Prorate fees when purchase  41.21 × 1 = 41.21');
  });

  test('what was suspended on its own stays suspended when its base comes back', () => {
    const told = begin('2018-01-13T10:00:00Z');
    const base = told.buy('contoso', 'office', { cycle: 'Annual' });
    const addOn = add(told, base);
    told.update(addOn, { status: 'suspended' });
    expect(told.subscription(base).status).toBe('active');
    told.update(base, { status: 'suspended' });
    told.update(base, { status: 'active' });
    expect(told.subscription(addOn).status).toBe('suspended');
    told.update(addOn, { status: 'active' });
    expect(told.subscription(addOn).status).toBe('active');
  });

  test.each([
    ['90 days after the suspension', { status: 'suspended' }, '2018-05-30T09:59:59.999Z', '2018-05-30T10:00:00Z'],
    ['at the end of the term', { status: 'suspended' }, '2019-01-12T23:59:59.999Z', '2019-01-13T00:00:00Z'],
  ] as const)('deleted with it: %s', (_, changes, before, at) => {
    const told = begin('2018-01-13T10:00:00Z');
    const base = told.buy('contoso', 'office', { cycle: 'Annual' });
    const addOn = add(told, base);
    told.go(at.startsWith('2018') ? '2018-03-01T10:00:00Z' : '2018-12-20T10:00:00Z');
    told.update(base, changes);
    told.go(before);
    expect([base, addOn].map((each) => told.subscription(each).status)).toEqual(['suspended', 'suspended']);
    const happened = told.go(at);
    expect(eventTypes(happened)).toEqual(['SubscriptionDeleted', 'SubscriptionDeleted']);
    expect([base, addOn].map((each) => told.subscription(each).status)).toEqual(['deleted', 'deleted']);
  });

  test('it goes on through a renewal of its base', () => {
    const told = begin('2020-02-29T10:00:00Z');
    const base = told.buy('contoso', 'office', { cycle: 'Annual' });
    told.go('2020-05-01');
    const addOn = add(told, base);
    told.go('2024-03-01');
    expect(told.subscription(addOn).term.endsOn).toBe(told.subscription(base).term.endsOn);
    expect(
      told
        .charges(addOn)
        .slice(1)
        .map(({ startsOn }) => startsOn),
    ).toEqual(['2021-02-28', '2022-02-28', '2023-02-28', '2024-02-29']);
  });
});

describe('where it may stand', () => {
  test('only what was made for the base, and is sold where the customer is, is offered (S0-37)', () => {
    const told = begin('2021-10-01T10:00:00Z');
    const offered = (base: string) => eligibleAddOns(told.world.state, told.subscription(base)).map(({ key }) => key);
    const [american, swedish] = [told.buy('contoso', 'office', { cycle: 'Monthly' }), told.buy('northwind', 'office')];
    const yearly = told.buy('contoso', 'office', { cycle: 'Annual' });
    expect(offered(american)).toEqual(['office-addon', 'monthly-addon']);
    expect(offered(swedish)).toEqual(['office-addon', 'nordic-addon', 'monthly-addon']);
    expect(offered(yearly)).toEqual(['office-addon']);
    expect(offered(told.buy('contoso', 'single'))).toEqual(['single-addon']);
    expect(whyNot(told, american, 'nordic-addon')).toEqual({
      type: 'AddOnNotRelated',
      offer: 'nordic-addon',
      base: 'office',
    });
    expect(whyNot(told, american, 'single-addon')).toMatchObject({ type: 'AddOnNotRelated' });
    expect(whyNot(told, american, 'office')).toMatchObject({ type: 'AddOnNotRelated' });
    expect(whyNot(told, yearly, 'monthly-addon')).toMatchObject({ type: 'AddOnNotRelated' });
  });

  test('the base must be active (S0-32)', () => {
    const told = begin('2021-10-01T10:00:00Z');
    const base = told.buy('contoso', 'office');
    told.update(base, { status: 'suspended' });
    expect(whyNot(told, base)).toEqual({ type: 'BaseNotActive', subscriptionId: base });
    told.update(base, { status: 'active' });
    expect(whyNot(told, base)).toBeUndefined();
  });

  test('not on an add-on, a trial, or another programme’s subscription', () => {
    const told = begin('2021-10-01T10:00:00Z');
    const trial = told.buy('contoso', 'office-trial');
    const base = told.buy('contoso', 'office');
    for (const each of [add(told, base), trial, told.buy('contoso', 'saas-ready'), told.buy('contoso', 'business')]) {
      expect(whyNot(told, each)).toMatchObject({ type: 'AddOnNotRelated' });
      expect(eligibleAddOns(told.world.state, told.subscription(each))).toEqual([]);
    }
  });

  test('once on each base, suspended or not, and again when it is gone', () => {
    const told = begin('2021-10-01T10:00:00Z');
    const [base, other] = [told.buy('contoso', 'office'), told.buy('contoso', 'office')];
    const addOn = add(told, base);
    expect(whyNot(told, base)).toEqual({ type: 'OnePerCustomer', subscriptionId: addOn });
    expect(whyNot(told, other)).toBeUndefined();
    told.go('2021-11-20T10:00:00Z');
    told.update(addOn, { status: 'suspended' });
    expect(whyNot(told, base)).toEqual({ type: 'OnePerCustomer', subscriptionId: addOn });
    told.go('2022-02-18T09:59:59.999Z');
    expect(whyNot(told, base)).toEqual({ type: 'OnePerCustomer', subscriptionId: addOn });
    told.go('2022-02-18T10:00:00Z');
    expect(whyNot(told, base)).toBeUndefined();
  });

  test.each([
    [0, { min: 1, max: 10_000 }],
    [1, undefined],
    [10_000, undefined],
    [10_001, { min: 1, max: 10_000 }],
  ])('%i licences: %j', (quantity, limits) => {
    const told = begin('2021-10-01T10:00:00Z');
    const refusal = whyNot(told, told.buy('contoso', 'office'), 'office-addon', quantity);
    expect(refusal).toEqual(limits && { type: 'QuantityOutOfRange', quantity, ...limits });
  });

  test('several at once: all of them or none', () => {
    const told = begin('2021-10-01T10:00:00Z');
    const base = told.buy('contoso', 'office', { cycle: 'Monthly' });
    const twice = buying(told, base, ['monthly-addon', 1], ['office-addon', 1], ['office-addon', 2]);
    expect(told.refusal(twice)).toMatchObject({ type: 'LineRefused', line: 2, refusal: { type: 'OnePerCustomer' } });
    expect(told.world.state.orders.get(told.subscription(base).orderId)?.lines).toHaveLength(1);
    const ids = startedIn(told.done(buying(told, base, ['monthly-addon', 1], ['office-addon', 2])));
    expect(ids.map((each) => told.subscription(each).orderLine)).toEqual([1, 2]);
  });

  test('by its own order, and nobody else’s', () => {
    const told = begin('2021-10-01T10:00:00Z');
    const [base, other] = [told.buy('contoso', 'office'), told.buy('contoso', 'office')];
    const foreign = told.buy('northwind', 'office');
    const command = buying(told, base, ['office-addon', 1]);
    const { orderId } = told.subscription(other);
    expect(told.refusal({ ...command, orderId })).toEqual({ type: 'SubscriptionNotFound', subscriptionId: base });
    expect(told.refusal({ ...command, orderId: told.subscription(foreign).orderId })).toMatchObject({
      type: 'OrderNotFound',
    });
  });
});

describe('who', () => {
  test.each([
    [{ type: 'directBill' }, undefined],
    [{ type: 'indirectProvider' }, undefined],
    // S0-36: a reseller asks its provider.
    [{ type: 'indirectReseller' }, 'PartnerCannotBuy'],
    [{ restricted: true }, 'PartnerRestricted'],
  ] as const)('%j: %s', (partner, expected) => {
    const source = begin('2021-10-01T10:00:00Z');
    const base = source.buy('contoso', 'office');
    const told = story({ at: '2021-10-01T10:00:00Z', partner, offers: [...OFFERS, ...MORE] });
    // The base was bought before the partner was what it is.
    told.world.replay(source.world.records.slice(told.world.records.length));
    expect(whyNot(told, base)?.type).toBe(expected);
    if (expected) expect(told.refusal(told.change(base, { quantity: 5 }))).toBeUndefined();
  });

  test('those who may buy', () => {
    const told = begin('2021-10-01T10:00:00Z');
    const base = told.buy('contoso', 'office');
    expect(told.refusal(buying(told, base, ['office-addon', 1]), 'uma')).toMatchObject({ type: 'RoleMissing' });
    expect(told.refusal(buying(told, base, ['office-addon', 1]), 'sara')).toBeUndefined();
  });
});
