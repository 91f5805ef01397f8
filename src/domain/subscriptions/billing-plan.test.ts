/** Billing frequency and term, changed mid-term (S0-99 … S0-101; portal 6.5, 10-16; decisions 30, 35). */
import { describe, expect, test } from 'vitest';
import { formatInstant } from '../../kernel/calendar';
import type { BillingCycle, TermDuration } from '../catalog/offer';
import { catalogItemIdOf } from '../catalog/offer';
import type { Refusal } from '../refusals';
import { OFFERS } from '../testing/offers';
import { eventTypes, story, type Purchase, type Story } from '../testing/story';
import { checkFrequencies, checkLongerTerms, frequencyChoices, longerTerms } from './billing-plan';
import { nextTermOf } from './schedule';

/** Office 365 E1 from 18 June 2021 on: 6.00 a month or 70.00 a year; for three years 5.50 a month or 65.00 a year. */
function bought(purchase: Purchase = {}, key = 'e1'): { readonly told: Story; readonly id: string } {
  const told = story('2021-06-18T09:00:00Z');
  return { told, id: told.buy('adatum', key, { term: 'P1Y', cycle: 'Monthly', quantity: 10, ...purchase }) };
}

function refusal(told: Story, id: string, billingCycle: BillingCycle): Refusal | undefined {
  return told.refusal(told.change(id, { billingCycle }));
}

function refusalOfTerm(
  told: Story,
  id: string,
  duration: TermDuration,
  billingCycle: BillingCycle = 'Monthly',
): Refusal | undefined {
  return told.refusal(told.change(id, { term: { duration, billingCycle } }));
}

function total(told: Story, id: string): number {
  return told.charges(id).reduce((sum, { amount }) => sum + amount.minor, 0);
}

describe('which frequencies there are', () => {
  test.each<[TermDuration, BillingCycle, BillingCycle[]]>([
    ['P1M', 'Monthly', []],
    ['P1Y', 'Monthly', ['Monthly', 'Annual']],
    ['P1Y', 'Annual', ['Monthly', 'Annual']],
    ['P3Y', 'Monthly', ['Monthly', 'Annual']],
    ['P3Y', 'Annual', ['Monthly', 'Annual']],
    ['P3Y', 'Triennial', []],
  ])('%s, billed %s', (term, cycle, choices) => {
    const { told, id } = bought({ term, cycle });
    const { state } = told.world;
    expect(frequencyChoices(state, told.subscription(id))).toEqual(choices);
    const only = { type: 'OnlyFrequency', termDuration: term, billingCycle: cycle };
    expect(checkFrequencies(state, told.subscription(id))).toEqual(choices.length > 0 ? undefined : only);
    for (const wanted of ['Monthly', 'Annual', 'Triennial'] as const) {
      if (wanted === cycle) continue;
      const expected = choices.length === 0 ? only : choices.includes(wanted) ? undefined : { type: 'TermNotOffered' };
      if (expected) expect(refusal(told, id, wanted)).toMatchObject(expected);
      else expect(refusal(told, id, wanted)).toBeUndefined();
    }
  });

  test('a year that is sold in one way only has no other', () => {
    const offers = OFFERS.map((each) =>
      each.key === 'e1' ? { ...each, terms: each.terms.filter((term) => term.billingCycle !== 'Annual') } : each,
    );
    const told = story({ at: '2021-06-18T09:00:00Z', offers });
    const id = told.buy('adatum', 'e1', { term: 'P1Y', cycle: 'Monthly' });
    expect(refusal(told, id, 'Annual')).toEqual({
      type: 'OnlyFrequency',
      termDuration: 'P1Y',
      billingCycle: 'Monthly',
    });
  });

  test.each<[string, string, Purchase, Refusal]>([
    ['contoso', 'office', {}, { type: 'FrequencyByOrder' }],
    ['contoso', 'saas-ready', {}, { type: 'PlanFixed', what: 'billingCycle', commerce: 'marketplace' }],
    ['contoso', 'server-cal', {}, { type: 'PlanFixed', what: 'billingCycle', commerce: 'software' }],
    ['adatum', 'business-trial', {}, { type: 'TrialPlanFixed', what: 'billingCycle' }],
  ])('none for %s’s %s', (customerId, key, purchase, expected) => {
    const told = story('2021-11-01');
    const id = told.buy(customerId, key, purchase);
    expect(refusal(told, id, told.subscription(id).term.billingCycle === 'Annual' ? 'Monthly' : 'Annual')).toEqual(
      expected,
    );
  });

  test('none for what is not active, nor without the role', () => {
    const { told, id } = bought();
    const command = told.change(id, { billingCycle: 'Annual' });
    expect(told.refusal(command, 'dave')?.type).toBe('RoleMissing');
    told.update(id, { status: 'suspended' });
    expect(told.refusal(command)).toEqual({ type: 'PlanNeedsActive', status: 'suspended' });
    told.update(id, { status: 'deleted' });
    expect(told.refusal(command)).toEqual({ type: 'SubscriptionDeleted', subscriptionId: id });
  });
});

describe('planned for the next billing period (S0-100)', () => {
  test('nothing happens before; the term stays as it is', () => {
    const { told, id } = bought();
    told.go('2021-10-01T09:00:00Z');
    const before = told.subscription(id);
    const happened = told.update(id, { billingCycle: 'Annual' });
    expect(happened[0]?.events).toEqual([{ type: 'BillingChangePlanned', subscriptionId: id, billingCycle: 'Annual' }]);
    expect(told.subscription(id)).toEqual({ ...before, nextBilling: 'Annual' });
    // Once more the same: nothing.
    expect(told.update(id, { billingCycle: 'Annual' })).toEqual([]);
    told.go('2021-10-17T23:59:59.999Z');
    expect(told.subscription(id)).toMatchObject({ term: { billingCycle: 'Monthly' }, nextBilling: 'Annual' });
    const due = told.go('2021-10-18');
    expect(due.map(({ at, events }) => [formatInstant(at), events.map(({ type }) => type)])).toEqual([
      ['2021-10-18T00:00:00Z', ['BillingPlanChanged']],
    ]);
    const { term, nextBilling, batches } = told.subscription(id);
    expect(term).toEqual({ ...before.term, billingCycle: 'Annual' });
    expect(nextBilling).toBeNull();
    // No window opens with it.
    expect(batches).toEqual(before.batches);
    expect(told.refusal(told.change(id, { quantity: 9 }))?.type).toBe('ReductionClosed');
    expect(told.refusal(told.change(id, { status: 'deleted' }))?.type).toBe('CancellationClosed');
  });

  test('its present frequency takes it back', () => {
    const { told, id } = bought();
    told.update(id, { billingCycle: 'Annual' });
    expect(told.update(id, { billingCycle: 'Monthly' })[0]?.events).toEqual([
      { type: 'BillingChangePlanned', subscriptionId: id, billingCycle: null },
    ]);
    expect(told.update(id, { billingCycle: 'Monthly' })).toEqual([]);
    expect(eventTypes(told.go('2021-07-18'))).toEqual(['CycleStarted']);
  });

  test('suspending drops it (decisions 35; portal 10-30), and reactivating does not bring it back', () => {
    const { told, id } = bought();
    told.update(id, { billingCycle: 'Annual' });
    const [suspended] = told.update(id, { status: 'suspended' });
    expect(suspended?.events[0]).toEqual({
      type: 'SavedChangesRemoved',
      subscriptionId: id,
      scheduled: null,
      nextBilling: 'Annual',
      cause: 'suspended',
    });
    told.update(id, { status: 'active' });
    expect(told.subscription(id).nextBilling).toBeNull();
    told.go('2021-07-18');
    expect(told.rows(id).at(-1)).toBe('2021-07-18 – 2021-08-17  cycleCharge  6.00 × 10 = 60.00');
  });

  test('a changed quantity keeps it, auto-renew off too', () => {
    const { told, id } = bought();
    told.update(id, { billingCycle: 'Annual' });
    expect(eventTypes(told.update(id, { quantity: 12 }))).toEqual(['QuantityChanged']);
    expect(eventTypes(told.update(id, { autoRenew: false }))).toEqual(['AutoRenewChanged']);
    told.go('2021-07-18');
    // 70.00 × 11 / 12 = 64.1666…
    expect(told.rows(id).at(-1)).toBe('2021-07-18 – 2022-06-17  changeBillingPlan  64.16 × 12 = 769.92');
    told.go('2022-06-18');
    expect(told.subscription(id).status).toBe('expired');
  });

  test('a longer term and an upgrade take it along, because its billing period goes', () => {
    const { told, id } = bought();
    told.update(id, { billingCycle: 'Annual' });
    const happened = told.update(id, { term: { duration: 'P3Y', billingCycle: 'Monthly' } });
    expect(happened[0]?.events[0]).toMatchObject({ type: 'SavedChangesRemoved', nextBilling: 'Annual' });
    told.go('2021-07-18');
    expect(told.subscription(id)).toMatchObject({ nextBilling: null, term: { billingCycle: 'Monthly' } });
  });
});

describe('the money (decisions 30)', () => {
  test('monthly to annual in month 4: the months that are left of the year, then a whole year', () => {
    const { told, id } = bought();
    told.go('2021-10-01T09:00:00Z');
    told.update(id, { billingCycle: 'Annual' });
    told.go('2022-06-18');
    expect(told.rows(id).slice(3)).toEqual([
      '2021-09-18 – 2021-10-17  cycleCharge  6.00 × 10 = 60.00',
      // 70.00 × 8 / 12 = 46.6666…
      '2021-10-18 – 2022-06-17  changeBillingPlan  46.66 × 10 = 466.60',
      '2022-06-18 – 2023-06-17  renew  70.00 × 10 = 700.00',
    ]);
    // The line prints the list price beside what these months cost (decisions 29).
    expect(told.charges(id)[4]?.unitPrice.micro).toBe(70_000_000);
    expect(told.subscription(id)).toMatchObject({
      unitPrice: { micro: 70_000_000 },
      term: { startsOn: '2022-06-18', billingCycle: 'Annual' },
      nextBilling: null,
    });
  });

  test.each([
    ['2021-06-18', '2021-07-18 – 2022-06-17  changeBillingPlan  64.16 × 10 = 641.60'],
    ['2021-11-30', '2021-12-18 – 2022-06-17  changeBillingPlan  35.00 × 10 = 350.00'],
    ['2022-03-20', '2022-04-18 – 2022-06-17  changeBillingPlan  11.66 × 10 = 116.60'],
    ['2022-05-17', '2022-05-18 – 2022-06-17  changeBillingPlan  5.83 × 10 = 58.30'],
    // In the last month the next billing period is that of the next term.
    ['2022-05-18', '2022-06-18 – 2023-06-17  renew  70.00 × 10 = 700.00'],
  ])('monthly to annual, planned on %s', (on, line) => {
    const { told, id } = bought();
    told.go(`${on}T23:59:59.999Z`);
    told.update(id, { billingCycle: 'Annual' });
    told.go('2022-06-18');
    expect(told.rows(id).filter((row) => row.includes('changeBillingPlan') || row.includes('renew'))[0]).toBe(line);
    expect(told.subscription(id).term).toMatchObject({ billingCycle: 'Annual', startsOn: '2022-06-18' });
  });

  test('bought on the 31st, the shortened period ends with the year all the same', () => {
    const told = story('2023-01-31T09:00:00Z');
    const id = told.buy('adatum', 'e1', { term: 'P1Y', cycle: 'Monthly' });
    told.update(id, { billingCycle: 'Annual' });
    told.go('2024-01-31');
    expect(told.rows(id)).toEqual([
      '2023-01-31 – 2023-02-27  new  6.00 × 1 = 6.00',
      '2023-02-28 – 2024-01-30  changeBillingPlan  64.16 × 1 = 64.16',
      '2024-01-31 – 2025-01-30  renew  70.00 × 1 = 70.00',
    ]);
  });

  test('annual to monthly: at the end of the paid year', () => {
    const { told, id } = bought({ cycle: 'Annual' });
    told.go('2021-10-01');
    told.update(id, { billingCycle: 'Monthly' });
    expect(nextTermOf(told.subscription(id))).toMatchObject({ billingCycle: 'Monthly' });
    told.go('2022-07-18');
    expect(told.rows(id)).toEqual([
      '2021-06-18 – 2022-06-17  new  70.00 × 10 = 700.00',
      '2022-06-18 – 2022-07-17  renew  6.00 × 10 = 60.00',
      '2022-07-18 – 2022-08-17  cycleCharge  6.00 × 10 = 60.00',
    ]);
  });

  test('there and back in one year: the shortened year is paid, and monthly begins with the next', () => {
    const { told, id } = bought();
    told.update(id, { billingCycle: 'Annual' });
    told.go('2021-07-18');
    told.update(id, { billingCycle: 'Monthly' });
    told.go('2022-06-18');
    expect(told.rows(id).slice(1)).toEqual([
      '2021-07-18 – 2022-06-17  changeBillingPlan  64.16 × 10 = 641.60',
      '2022-06-18 – 2022-07-17  renew  6.00 × 10 = 60.00',
    ]);
  });

  test('three years, monthly to annual in its second: that year is shortened, the third is whole', () => {
    const { told, id } = bought({ term: 'P3Y' });
    told.go('2022-09-20');
    told.update(id, { billingCycle: 'Annual' });
    told.go('2024-06-18');
    expect(told.rows(id).slice(15)).toEqual([
      '2022-09-18 – 2022-10-17  cycleCharge  5.50 × 10 = 55.00',
      // 65.00 × 8 / 12 = 43.3333…
      '2022-10-18 – 2023-06-17  changeBillingPlan  43.33 × 10 = 433.30',
      '2023-06-18 – 2024-06-17  cycleCharge  65.00 × 10 = 650.00',
      '2024-06-18 – 2025-06-17  renew  65.00 × 10 = 650.00',
    ]);
    expect(told.subscription(id).term).toMatchObject({ startsOn: '2024-06-18', endsOn: '2027-06-17' });
  });

  test('planned in the last month of a year, a whole year follows', () => {
    const { told, id } = bought({ term: 'P3Y' });
    told.go('2022-06-01');
    told.update(id, { billingCycle: 'Annual' });
    told.go('2022-06-18');
    expect(told.rows(id).at(-1)).toBe('2022-06-18 – 2023-06-17  changeBillingPlan  65.00 × 10 = 650.00');
  });

  test('three years, annual to monthly and back', () => {
    const { told, id } = bought({ term: 'P3Y', cycle: 'Annual' });
    told.go('2022-01-01');
    told.update(id, { billingCycle: 'Monthly' });
    told.go('2022-07-20');
    told.update(id, { billingCycle: 'Annual' });
    told.go('2023-06-18');
    expect(told.rows(id)).toEqual([
      '2021-06-18 – 2022-06-17  new  65.00 × 10 = 650.00',
      '2022-06-18 – 2022-07-17  changeBillingPlan  5.50 × 10 = 55.00',
      '2022-07-18 – 2022-08-17  cycleCharge  5.50 × 10 = 55.00',
      // 65.00 × 10 / 12 = 54.1666…
      '2022-08-18 – 2023-06-17  changeBillingPlan  54.16 × 10 = 541.60',
      '2023-06-18 – 2024-06-17  cycleCharge  65.00 × 10 = 650.00',
    ]);
    expect(told.subscription(id).term).toMatchObject({ startsOn: '2021-06-18', endsOn: '2024-06-17' });
  });
});

describe('inside the shortened period', () => {
  /** 243 days, 18 October 2021 – 17 June 2022, at 46.66. */
  function shortened(): { readonly told: Story; readonly id: string } {
    const { told, id } = bought();
    told.go('2021-10-01T09:00:00Z');
    told.update(id, { billingCycle: 'Annual' });
    told.go('2022-01-01T09:00:00Z');
    return { told, id };
  }

  test('more licences are charged by its days', () => {
    const { told, id } = shortened();
    told.update(id, { quantity: 12 });
    // 168 of 243 days: 32.258…
    expect(told.rows(id).slice(5)).toEqual([
      '2022-01-01 – 2022-06-17  addQuantity  -32.258765 × 10 = -322.58',
      '2022-01-01 – 2022-06-17  addQuantity  32.258765 × 12 = 387.10',
    ]);
    expect(told.subscription(id).billed.map(({ startsOn, endsOn, quantity }) => [startsOn, endsOn, quantity])).toEqual([
      ['2021-10-18', '2021-12-31', 10],
      ['2022-01-01', '2022-06-17', 12],
    ]);
    told.go('2022-06-18');
    expect(told.rows(id).at(-1)).toBe('2022-06-18 – 2023-06-17  renew  70.00 × 12 = 840.00');
  });

  test('on its first day a whole one is given back and charged', () => {
    const { told, id } = bought();
    told.update(id, { billingCycle: 'Annual' });
    told.go('2021-07-18T12:00:00Z');
    told.update(id, { quantity: 11 });
    expect(told.rows(id).slice(-2)).toEqual([
      '2021-07-18 – 2022-06-17  addQuantity  -64.16 × 10 = -641.60',
      '2021-07-18 – 2022-06-17  addQuantity  64.16 × 11 = 705.76',
    ]);
  });

  test('a part is upgraded by its days, and both renew whole', () => {
    const told = story('2021-06-18T09:00:00Z');
    const id = told.buy('adatum', 'business', { term: 'P1Y', cycle: 'Monthly', quantity: 10 });
    told.update(id, { billingCycle: 'Annual' });
    told.go('2022-01-01T09:00:00Z');
    told.done({
      type: 'Upgrade',
      customerId: 'adatum',
      subscriptionId: id,
      wish: {
        toCatalogItemId: catalogItemIdOf(told.offer('e1')),
        quantity: 4,
        transitionType: 'transition_only',
      },
    });
    const made = told.world.state.transitions.get(id)?.[0]?.toSubscriptionId ?? '';
    // 168 of 335 days; 120.96 and 70.00 × 11 / 12 are 110.88 and 64.16.
    expect(told.rows(id).slice(2)).toEqual([
      '2022-01-01 – 2022-06-17  convert  -55.60 × 10 = -556.00',
      '2022-01-01 – 2022-06-17  convert  55.60 × 6 = 333.60',
    ]);
    expect(told.rows(made)).toEqual(['2022-01-01 – 2022-06-17  convert  32.17 × 4 = 128.68']);
    const order = told.world.state.orders.get(told.subscription(made).orderId);
    expect(order?.lines[0]?.extended.minor).toBe(12_868);
    told.go('2022-06-18');
    expect([id, made].map((each) => told.rows(each).at(-1))).toEqual([
      '2022-06-18 – 2023-06-17  renew  120.96 × 6 = 725.76',
      '2022-06-18 – 2023-06-17  renew  70.00 × 4 = 280.00',
    ]);
  });

  test('a longer term gives back what is left of it', () => {
    const { told, id } = shortened();
    told.update(id, { term: { duration: 'P3Y', billingCycle: 'Triennial' } });
    expect(told.rows(id).slice(5)).toEqual([
      '2022-01-01 – 2022-06-17  convert  -32.25 × 10 = -322.50',
      '2022-01-01 – 2024-12-31  convert  190.00 × 10 = 1900.00',
    ]);
  });
});

describe('a longer term, at once (S0-101; portal 10-16)', () => {
  test('from today on, with a new anchor: the rest of the old period is given back, a whole new one charged', () => {
    const { told, id } = bought({ term: 'P1M', quantity: 3 });
    told.go('2021-06-28T09:00:00Z');
    const happened = told.update(id, { term: { duration: 'P1Y', billingCycle: 'Annual' } });
    expect(happened[0]?.events).toMatchObject([
      { type: 'TermChanged', from: { duration: 'P1M', billingCycle: 'Monthly' }, unitPrice: { micro: 70_000_000 } },
    ]);
    expect(told.subscription(id)).toMatchObject({
      quantity: 3,
      unitPrice: { micro: 70_000_000 },
      term: {
        anchor: '2021-06-28',
        fromMonth: 0,
        startsOn: '2021-06-28',
        endsOn: '2022-06-27',
        duration: 'P1Y',
        billingCycle: 'Annual',
      },
      cycle: { startsOn: '2021-06-28', endsOn: '2022-06-27' },
    });
    // 20 of 30 days of 6.43.
    expect(told.rows(id)).toEqual([
      '2021-06-18 – 2021-07-17  new  6.43 × 3 = 19.29',
      '2021-06-28 – 2021-07-17  convert  -4.28 × 3 = -12.84',
      '2021-06-28 – 2022-06-27  convert  70.00 × 3 = 210.00',
    ]);
    told.go('2022-06-28');
    expect(told.rows(id).at(-1)).toBe('2022-06-28 – 2023-06-27  renew  70.00 × 3 = 210.00');
  });

  test('on the day of the purchase all of it comes back', () => {
    const { told, id } = bought();
    told.update(id, { term: { duration: 'P3Y', billingCycle: 'Monthly' } });
    expect(told.rows(id).slice(1)).toEqual([
      '2021-06-18 – 2021-07-17  convert  -6.00 × 10 = -60.00',
      '2021-06-18 – 2021-07-17  convert  5.50 × 10 = 55.00',
    ]);
    expect(total(told, id)).toBe(5500);
  });

  test('from the 31st on, periods are clamped from that day', () => {
    const { told, id } = bought({ term: 'P1M', quantity: 1 });
    told.go('2022-01-31T09:00:00Z');
    told.update(id, { term: { duration: 'P1Y', billingCycle: 'Monthly' } });
    told.go('2022-03-31');
    expect(told.rows(id).slice(-3)).toEqual([
      '2022-01-31 – 2022-02-27  convert  6.00 × 1 = 6.00',
      '2022-02-28 – 2022-03-30  cycleCharge  6.00 × 1 = 6.00',
      '2022-03-31 – 2022-04-29  cycleCharge  6.00 × 1 = 6.00',
    ]);
  });

  test('its windows are closed until it renews: nothing is cancelled, nothing reduced', () => {
    const { told, id } = bought({ term: 'P1M' });
    told.update(id, { term: { duration: 'P1Y', billingCycle: 'Annual' } });
    const upgraded = { type: 'CancellationNotOffered', because: 'upgraded' };
    expect(told.refusal(told.change(id, { status: 'deleted' }))).toEqual(upgraded);
    expect(told.refusal(told.change(id, { quantity: 9 }))?.type).toBe('ReductionClosed');
    told.update(id, { quantity: 11 });
    told.go('2022-06-17T23:59:59.999Z');
    expect(told.refusal(told.change(id, { status: 'deleted' }))).toEqual(upgraded);
    told.go('2022-06-18');
    told.update(id, { quantity: 2 });
    told.update(id, { status: 'deleted' });
  });

  test('in one PATCH with more licences: charged for the new term', () => {
    const { told, id } = bought({ term: 'P1M' });
    told.update(id, { term: { duration: 'P1Y', billingCycle: 'Annual' }, quantity: 12 });
    expect(told.rows(id).slice(1)).toEqual([
      '2021-06-18 – 2021-07-17  convert  -6.43 × 10 = -64.30',
      '2021-06-18 – 2022-06-17  convert  70.00 × 10 = 700.00',
      '2021-06-18 – 2022-06-17  addQuantity  -70.00 × 10 = -700.00',
      '2021-06-18 – 2022-06-17  addQuantity  70.00 × 12 = 840.00',
    ]);
  });

  test('which ones there are', () => {
    const { told, id } = bought();
    const terms = longerTerms(told.world.state, told.subscription(id));
    expect(terms.map(({ termDuration, billingCycle }) => `${termDuration} ${billingCycle}`)).toEqual([
      'P3Y Monthly',
      'P3Y Annual',
      'P3Y Triennial',
    ]);
    const { told: other, id: longest } = bought({ term: 'P3Y' });
    expect(checkLongerTerms(other.world.state, other.subscription(longest))).toEqual({
      type: 'NoLongerTerm',
      termDuration: 'P3Y',
    });
  });

  test('shorter, as long, or a pair that does not exist is refused', () => {
    const { told, id } = bought();
    expect(refusalOfTerm(told, id, 'P1M')).toEqual({ type: 'TermShorter', from: 'P1Y', to: 'P1M' });
    expect(refusalOfTerm(told, id, 'P1Y', 'Annual')).toEqual({ type: 'TermShorter', from: 'P1Y', to: 'P1Y' });
    expect(refusalOfTerm(told, id, 'P3Y', 'None')).toMatchObject({ type: 'TermNotOffered' });
    expect(told.rows(id)).toHaveLength(1);
  });

  test.each<[string, string, Refusal]>([
    ['contoso', 'office', { type: 'PlanFixed', what: 'termDuration', commerce: 'legacy' }],
    ['contoso', 'saas-ready', { type: 'PlanFixed', what: 'termDuration', commerce: 'marketplace' }],
    ['adatum', 'business-trial', { type: 'TrialPlanFixed', what: 'termDuration' }],
  ])('not for %s’s %s', (customerId, key, expected) => {
    const told = story('2021-11-01');
    expect(refusalOfTerm(told, told.buy(customerId, key), 'P3Y')).toEqual(expected);
  });

  test('not while it is suspended', () => {
    const { told, id } = bought();
    told.update(id, { status: 'suspended' });
    expect(refusalOfTerm(told, id, 'P3Y')).toEqual({ type: 'PlanNeedsActive', status: 'suspended' });
  });
});

describe('a planned frequency and what is saved for the next term', () => {
  function annual() {
    const told = story('2021-10-01T08:00:00Z');
    return { told, id: told.buy('adatum', 'business', { quantity: 10, term: 'P1Y', cycle: 'Annual' }) };
  }
  const saved = (told: Story, id: string, billingCycle: 'Annual' | 'Monthly') => ({
    catalogItemId: told.subscription(id).catalogItemId,
    quantity: 5,
    duration: 'P1Y' as const,
    billingCycle,
  });

  test('where the next period is that of the next term they are one wish: the saved change is billed so', () => {
    const { told, id } = annual();
    told.update(id, { schedule: saved(told, id, 'Annual') });
    told.update(id, { billingCycle: 'Monthly' });
    expect(told.subscription(id)).toMatchObject({ nextBilling: null, scheduled: saved(told, id, 'Monthly') });
    told.go('2022-10-01');
    expect(told.subscription(id)).toMatchObject({ quantity: 5, term: { billingCycle: 'Monthly' } });
  });

  test('saved after it was planned, the saved change takes its place', () => {
    const { told, id } = annual();
    told.update(id, { billingCycle: 'Monthly' });
    told.update(id, { schedule: { ...saved(told, id, 'Annual'), quantity: 7 } });
    expect(told.subscription(id).nextBilling).toBeNull();
  });

  test('without a next period there is nothing to plan, and what was planned goes with auto-renew', () => {
    const { told, id } = annual();
    told.update(id, { billingCycle: 'Monthly' });
    told.update(id, { autoRenew: false });
    expect(told.subscription(id).nextBilling).toBeNull();
    expect(told.refusal(told.change(id, { billingCycle: 'Monthly' }))).toEqual({
      type: 'NoNextPeriod',
      endsOn: '2022-09-30',
    });
  });
});
