/** A legacy trial becomes paid by hand (portal 6.6, 10-18, 10-42); the two other kinds do so by themselves. */
import { describe, expect, test } from 'vitest';
import type { BillingCycle } from '../catalog/offer';
import type { Command } from '../commands';
import { OFFERS } from '../testing/offers';
import { eventTypes, story, type Story } from '../testing/story';

function converting(told: Story, id: string, quantity = 5, billingCycle: BillingCycle = 'Annual'): Command {
  const { customerId } = told.subscription(id);
  return { type: 'ConvertTrial', customerId, subscriptionId: id, quantity, billingCycle };
}

function trial(at: string, billingDay = 15): { told: Story; id: string } {
  const told = story({ at, partner: { billingDay } });
  return { told, id: told.buy('contoso', 'office-trial') };
}

describe('the paid term', () => {
  test('billed annually: twelve months from today, one charge, and it renews', () => {
    const { told, id } = trial('2018-01-13T10:00:00Z');
    told.go('2018-01-20T10:00:00Z');
    expect(eventTypes(told.done(converting(told, id, 2)))).toEqual(['TrialConverted']);
    const { offerId } = told.offer('office');
    expect(told.subscription(id)).toMatchObject({
      status: 'active',
      trial: null,
      catalogItemId: offerId,
      quantity: 2,
      batches: [{ quantity: 2 }],
      autoRenew: true,
      term: { startsOn: '2018-01-20', endsOn: '2019-01-19', billingCycle: 'Annual' },
    });
    told.go('2019-01-20');
    expect(told.subscription(id).status).toBe('active');
    expect(told.rows(id)).toEqual([
      '2018-01-20 – 2019-01-19  Prorate fees when convert to a new offering  48.00 × 2 = 96.00',
      '2019-01-20 – 2020-01-19  Prorate fee when renew  48.00 × 2 = 96.00',
    ]);
  });

  test.each([
    // The days until the billing date at 0.129 of 4.00 for 31 days, then twelve months (portal 10-42).
    ['2018-02-05', 15, '2018-02-14', '2019-02-14', '1.29 × 2 = 2.58'],
    ['2018-02-14', 15, '2018-02-14', '2019-02-14', '0.13 × 2 = 0.26'],
    ['2018-02-10', 11, '2018-02-10', '2019-02-10', '0.13 × 2 = 0.26'],
    ['2018-01-31', 1, '2018-01-31', '2019-01-31', '0.13 × 2 = 0.26'],
  ])('billed monthly, converted on %s with billing day %i: until %s, then to %s', (on, day, first, end, price) => {
    const { told, id } = trial('2018-01-20T10:00:00Z', day);
    told.go(`${on}T10:00:00Z`);
    told.done(converting(told, id, 2, 'Monthly'));
    expect(told.subscription(id)).toMatchObject({ cycle: { startsOn: on, endsOn: first }, term: { endsOn: end } });
    expect(told.rows(id)).toEqual([`${on} – ${first}  Prorate fees when convert to a new offering  ${price}`]);
    told.go(`${end}T23:59:59.999Z`);
    expect(told.rows(id)).toHaveLength(13);
    expect(
      told
        .rows(id)
        .slice(1)
        .every((row) => row.endsWith('Cycle fee  4.00 × 2 = 8.00')),
    ).toBe(true);
    told.go('2019-03-01');
    expect(told.subscription(id)).toMatchObject({ status: 'active', term: { fromMonth: 12 } });
  });

  test('on the billing date itself: a whole month, then twelve', () => {
    const { told, id } = trial('2018-01-20T10:00:00Z', 5);
    told.go('2018-02-05T10:00:00Z');
    told.done(converting(told, id, 1, 'Monthly'));
    told.go('2018-03-05');
    expect(told.rows(id)).toEqual([
      '2018-02-05 – 2018-03-04  Prorate fees when convert to a new offering  4.00 × 1 = 4.00',
      '2018-03-05 – 2018-04-04  Cycle fee  4.00 × 1 = 4.00',
    ]);
    expect(told.subscription(id).term.endsOn).toBe('2019-03-04');
  });

  test('licences changed in its first, short month are settled with it', () => {
    const { told, id } = trial('2018-01-20T10:00:00Z');
    told.go('2018-02-05T10:00:00Z');
    told.done(converting(told, id, 2, 'Monthly'));
    told.go('2018-02-10T10:00:00Z');
    told.update(id, { quantity: 3 });
    told.go('2018-02-15');
    expect(told.rows(id).slice(1)).toEqual([
      '2018-02-05 – 2018-02-14  Cycle instance prorate  -1.29 × 2 = -2.58',
      '2018-02-05 – 2018-02-09  Cycle instance prorate  0.65 × 2 = 1.30',
      '2018-02-10 – 2018-02-14  Cycle instance prorate  0.65 × 3 = 1.95',
      '2018-02-15 – 2018-03-14  Cycle instance prorate  4.00 × 3 = 12.00',
    ]);
  });

  test('suspended within thirty days of the conversion, all of it comes back', () => {
    const { told, id } = trial('2018-01-13T10:00:00Z');
    told.go('2018-02-01T10:00:00Z');
    told.done(converting(told, id, 1));
    told.go('2018-03-03T09:59:59.999Z');
    told.update(id, { status: 'suspended' });
    expect(told.rows(id).at(-1)).toBe('2018-02-01 – 2019-01-31  Cancel fee  -48.00 × 1 = -48.00');
  });
});

describe('when', () => {
  test.each([
    ['2018-02-11T23:59:59.999Z', true],
    ['2018-02-12T00:00:00.000Z', false],
    ['2018-02-12T00:00:00.001Z', false],
  ])('as long as it runs: at %s %s', (at, open) => {
    const { told, id } = trial('2018-01-13T10:00:00Z');
    told.go(at);
    expect(told.refusal(converting(told, id))?.type).toBe(open ? undefined : 'SubscriptionDeleted');
    expect(told.subscription(id)).toMatchObject(open ? { trial: null, status: 'active' } : { status: 'deleted' });
  });

  test('not while it is suspended', () => {
    const { told, id } = trial('2018-01-13T10:00:00Z');
    told.update(id, { status: 'suspended' });
    expect(told.refusal(converting(told, id))).toEqual({
      type: 'StatusChangeRefused',
      from: 'suspended',
      to: 'active',
    });
    told.update(id, { status: 'active' });
    expect(told.refusal(converting(told, id))).toBeUndefined();
  });

  test('once; and a customer has one trial of an offer for ever', () => {
    const { told, id } = trial('2018-01-13T10:00:00Z');
    expect(told.refusalOfBuying('contoso', 'office-trial')).toMatchObject({ refusal: { type: 'OfferLimit' } });
    told.done(converting(told, id));
    expect(told.refusal(converting(told, id))).toEqual({ type: 'ConversionNotOffered', because: 'notATrial' });
    expect(told.refusalOfBuying('contoso', 'office-trial')).toMatchObject({ refusal: { type: 'OfferLimit' } });
  });
});

describe('into what', () => {
  test.each([
    [0, 'Annual', 'QuantityOutOfRange'],
    [1, 'Annual', undefined],
    [10_000, 'Monthly', undefined],
    [10_001, 'Monthly', 'QuantityOutOfRange'],
    [5, 'Triennial', 'TermNotOffered'],
  ] as const)('%i licences, %s: %s', (quantity, billingCycle, expected) => {
    const { told, id } = trial('2018-01-13T10:00:00Z');
    expect(told.refusal(converting(told, id, quantity, billingCycle))?.type).toBe(expected);
    expect(told.subscription(id).quantity).toBe(expected ? 25 : quantity);
  });

  test.each([
    ['adatum', 'business-trial', 'byItself'],
    ['contoso', 'saas-trial', 'byItself'],
    ['contoso', 'office', 'notATrial'],
    ['adatum', 'business', 'notATrial'],
    ['contoso', 'saas-ready', 'notATrial'],
  ])('%s, %s: %s', (customerId, key, because) => {
    const told = story();
    const id = told.buy(customerId, key);
    expect(told.refusal(converting(told, id))).toEqual({ type: 'ConversionNotOffered', because });
  });

  test('nor a trial that was told not to become paid; it can be told otherwise until its end', () => {
    const told = story('2021-10-01T10:00:00Z');
    const id = told.buy('adatum', 'business-trial');
    told.update(id, { autoRenew: false });
    expect(told.refusal(converting(told, id))).toEqual({ type: 'ConversionNotOffered', because: 'endsUnpaid' });
    told.update(id, { autoRenew: true });
    expect(told.refusal(converting(told, id))).toEqual({ type: 'ConversionNotOffered', because: 'byItself' });
    told.update(id, { autoRenew: false });
    told.go('2021-10-31');
    expect(told.subscription(id).status).toBe('expired');
    expect(told.refusal(converting(told, id))).toEqual({ type: 'TermEnded', endsOn: '2021-10-30' });
  });

  test('not where the customer has all it may have of the paid offer, or where there is none', () => {
    const offers = OFFERS.map((each) => {
      if (each.key !== 'office-trial') return each;
      return { ...each, trial: { days: 30, quantity: 25, convertsTo: 'single' } };
    });
    const told = story({ offers });
    const id = told.buy('contoso', 'office-trial');
    const single = told.buy('contoso', 'single');
    expect(told.refusal(converting(told, id))).toEqual({ type: 'ConversionNotOffered', because: 'limit' });
    expect(single).not.toBe(id);
    const alone = story({
      offers: OFFERS.map((each) =>
        each.key === 'office-trial' ? { ...each, trial: { days: 30, quantity: 25 } } : each,
      ),
    });
    const without = alone.buy('contoso', 'office-trial');
    expect(alone.refusal(converting(alone, without))).toEqual({ type: 'ConversionNotOffered', because: 'noTarget' });
  });

  test('by those who manage subscriptions', () => {
    const { told, id } = trial('2018-01-13T10:00:00Z');
    expect(told.refusal(converting(told, id), 'uma')).toMatchObject({ type: 'RoleMissing' });
    expect(told.refusal(converting(told, id), 'sara')).toBeUndefined();
  });
});
