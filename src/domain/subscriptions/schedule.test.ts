/** What the next term will be (S0-74 … S0-84; portal 6.2, 10-16, 10-17; decisions 2). */
import { describe, expect, test } from 'vitest';
import { formatInstant } from '../../kernel/calendar';
import { Catalog } from '../catalog/catalog';
import { catalogItemIdOf } from '../catalog/offer';
import type { PartnerEvent } from '../events';
import type { Refusal } from '../refusals';
import { OFFERS } from '../testing/offers';
import { eventTypes, story, type PartnerRecord, type Purchase, type Story } from '../testing/story';
import { nextTermOf, scheduleChoices, unchangedTermOf } from './schedule';
import type { NextTerm } from './subscription';

function item(key: string): string {
  return catalogItemIdOf(story().offer(key));
}

const BUSINESS = item('business');
const E1 = item('e1');
const SAME_YEAR = { catalogItemId: BUSINESS, duration: 'P1Y', billingCycle: 'Monthly', quantity: 10 } as const;

/** Ten licences for a year from 18 June 2021 on; it renews on 18 June 2022. */
function year(purchase: Purchase = {}): { readonly told: Story; readonly id: string } {
  const told = story('2021-06-18T09:00:00Z');
  return { told, id: told.buy('adatum', 'business', { term: 'P1Y', cycle: 'Monthly', quantity: 10, ...purchase }) };
}

function save(told: Story, id: string, next: Partial<NextTerm>): PartnerRecord[] {
  const unchanged = unchangedTermOf(told.subscription(id));
  if (!unchanged) throw new Error('Nothing follows');
  return told.update(id, { schedule: { ...unchanged, ...next } });
}

function refusal(told: Story, id: string, next: Partial<NextTerm>): Refusal | undefined {
  return told.refusal(told.change(id, { schedule: { ...SAME_YEAR, ...next } }));
}

/** The events of these records that say what became of saved changes. */
function removals(records: readonly PartnerRecord[]): Extract<PartnerEvent, { type: 'SavedChangesRemoved' }>[] {
  return records.flatMap(({ events }) => events.flatMap((each) => (each.type === 'SavedChangesRemoved' ? [each] : [])));
}

/** Another price list from now on. */
function reprice(told: Story, key: string, price: string): void {
  const offers = OFFERS.map((each) =>
    each.key === key ? { ...each, terms: each.terms.map((term) => ({ ...term, price, per: 'month' as const })) } : each,
  );
  Object.assign(told.world.state, { catalog: new Catalog(offers) });
}

describe('who may save a change of the next term (S0-77)', () => {
  test('new commerce, active, with auto-renew on', () => {
    const { told, id } = year();
    expect(eventTypes(save(told, id, { quantity: 9 }))).toEqual(['ChangeScheduled']);
    told.update(id, { autoRenew: false });
    expect(refusal(told, id, { quantity: 9 })).toEqual({ type: 'ScheduleNeedsAutoRenew' });
    told.update(id, { status: 'suspended' });
    expect(refusal(told, id, { quantity: 9 })).toEqual({ type: 'ScheduleNeedsActive', status: 'suspended' });
    told.update(id, { status: 'active' });
    expect(refusal(told, id, { quantity: 9 })).toEqual({ type: 'ScheduleNeedsAutoRenew' });
    told.update(id, { status: 'deleted' });
    expect(refusal(told, id, { quantity: 9 })).toEqual({ type: 'SubscriptionDeleted', subscriptionId: id });
  });

  test.each([
    ['legacy', 'office'],
    ['marketplace', 'saas-ready'],
    ['software', 'server-cal'],
    ['azurePlan', 'azure'],
  ])('not %s', (commerce, key) => {
    const told = story('2021-11-01');
    const id = told.buy('contoso', key);
    expect(refusal(told, id, { quantity: 9 })).toEqual({ type: 'ScheduleNotOffered', commerce });
    expect(told.refusal(told.change(id, { schedule: null }))).toBeUndefined();
  });

  test('not a trial that becomes nothing', () => {
    const told = story('2021-10-01');
    const id = told.buy('adatum', 'stand-alone-trial');
    expect(refusal(told, id, {})).toEqual({ type: 'ScheduleNotOffered', commerce: 'newCommerce' });
  });

  test('nobody without the role', () => {
    const { told, id } = year();
    const change = told.change(id, { schedule: { ...SAME_YEAR, quantity: 9 } });
    expect(told.refusal(change, 'dave')?.type).toBe('RoleMissing');
    expect(told.refusal(change, 'sara')).toBeUndefined();
  });
});

describe('valid combinations', () => {
  test('the present SKU and those that it can be upgraded to, each with its terms and numbers', () => {
    const { told, id } = year();
    const choices = scheduleChoices(told.world.state, told.subscription(id));
    expect(choices.map(({ offer, range, refusal: why }) => [offer.key, range, why])).toEqual([
      ['business', { min: 1, max: 300 }, undefined],
      ['e1', { min: 1, max: 10_000 }, undefined],
      ['pair', { min: 1, max: 300 }, undefined],
      ['five-or-more', { min: 5, max: 10 }, undefined],
    ]);
    expect(choices[2]?.terms.map(({ termDuration, billingCycle }) => `${termDuration} ${billingCycle}`)).toEqual([
      'P1M Monthly',
    ]);
  });

  test.each<[string, Partial<NextTerm>]>([
    ['fewer licences', { quantity: 1 }],
    ['the most', { quantity: 300 }],
    ['a shorter term', { duration: 'P1M' }],
    ['a longer one', { duration: 'P3Y', billingCycle: 'Triennial' }],
    ['another frequency', { billingCycle: 'Annual' }],
    ['another SKU', { catalogItemId: E1 }],
    ['another SKU by an id in small letters', { catalogItemId: E1.toLowerCase() }],
    ['all of it', { catalogItemId: item('five-or-more'), duration: 'P1M', quantity: 5 }],
  ])('%s', (_, next) => {
    const { told, id } = year();
    expect(refusal(told, id, next)).toBeUndefined();
    const catalogItemId = next.catalogItemId?.toUpperCase() ?? BUSINESS;
    expect(told.subscription(id).scheduled).toEqual({ ...SAME_YEAR, ...next, catalogItemId });
  });

  test.each<[string, Partial<NextTerm>, object]>([
    ['no licences', { quantity: 0 }, { type: 'QuantityOutOfRange', quantity: 0, min: 1, max: 300 }],
    ['too many', { quantity: 301 }, { type: 'QuantityOutOfRange', quantity: 301, min: 1, max: 300 }],
    [
      'too few for the other SKU',
      { catalogItemId: item('five-or-more'), duration: 'P1M', quantity: 4 },
      { type: 'QuantityOutOfRange', quantity: 4, min: 5, max: 10 },
    ],
    ['a month billed annually', { duration: 'P1M', billingCycle: 'Annual' }, { type: 'TermNotOffered' }],
    ['a year billed for three', { billingCycle: 'Triennial' }, { type: 'TermNotOffered' }],
    ['a term that the other SKU lacks', { catalogItemId: item('pair') }, { type: 'TermNotOffered', choices: [{}] }],
    ['what is no upgrade', { catalogItemId: item('once') }, { type: 'NotAnUpgrade', catalogItemId: item('once') }],
    ['what nobody knows', { catalogItemId: 'A:B:C' }, { type: 'NotAnUpgrade', catalogItemId: 'A:B:C' }],
  ])('refused: %s', (_, next, expected) => {
    const { told, id } = year();
    expect(refusal(told, id, next)).toMatchObject(expected);
    expect(told.subscription(id).scheduled).toBeNull();
  });

  test('refused: a SKU of which the customer has as many as it may', () => {
    const { told, id } = year();
    const pair = { catalogItemId: item('pair'), duration: 'P1M' } as const;
    told.buy('adatum', 'pair');
    expect(refusal(told, id, pair)).toBeUndefined();
    told.buy('adatum', 'pair');
    expect(refusal(told, id, { ...pair, quantity: 9 })).toEqual({ type: 'UpgradeLimit', offer: 'pair' });
    expect(scheduleChoices(told.world.state, told.subscription(id))[2]?.refusal?.type).toBe('UpgradeLimit');
  });

  test('of a SKU without a way up everything but the SKU can be changed (portal 10-17)', () => {
    const told = story('2021-06-18T09:00:00Z');
    const id = told.buy('adatum', 'e1', { term: 'P1Y', cycle: 'Monthly', quantity: 10 });
    expect(save(told, id, { quantity: 3, duration: 'P1M' })).toHaveLength(1);
    expect(refusal(told, id, {})).toEqual({ type: 'NotAnUpgrade', catalogItemId: BUSINESS });
  });
});

describe('saved, replaced, removed (S0-81)', () => {
  test('one after the other', () => {
    const { told, id } = year();
    save(told, id, { quantity: 9 });
    save(told, id, { quantity: 8, duration: 'P1M' });
    expect(told.subscription(id).scheduled).toEqual({ ...SAME_YEAR, quantity: 8, duration: 'P1M' });
    expect(nextTermOf(told.subscription(id))).toEqual(told.subscription(id).scheduled);
    // As it is saved already: nothing happens.
    expect(save(told, id, { quantity: 8, duration: 'P1M' })).toEqual([]);
    const removed = told.update(id, { schedule: null });
    expect(removed[0]?.events).toEqual([
      {
        type: 'SavedChangesRemoved',
        subscriptionId: id,
        scheduled: { ...SAME_YEAR, quantity: 8, duration: 'P1M' },
        nextBilling: null,
        cause: 'byHand',
      },
    ]);
    expect(told.subscription(id)).toMatchObject({ scheduled: null, lapsed: null });
    expect(nextTermOf(told.subscription(id))).toEqual(SAME_YEAR);
    expect(told.update(id, { schedule: null })).toEqual([]);
  });

  test('what it is anyway is no change: it removes what was saved', () => {
    const { told, id } = year();
    expect(save(told, id, {})).toEqual([]);
    save(told, id, { quantity: 9 });
    expect(removals(save(told, id, {}))).toMatchObject([{ cause: 'byHand' }]);
    expect(told.subscription(id)).toMatchObject({ scheduled: null, lapsed: null });
  });

  test('it may be taken back when the customer has as many of the SKU as it may meanwhile', () => {
    const { told, id } = year();
    save(told, id, { catalogItemId: item('pair'), duration: 'P1M' });
    told.buy('adatum', 'pair');
    told.buy('adatum', 'pair');
    told.update(id, { schedule: null });
    expect(told.subscription(id).scheduled).toBeNull();
  });

  test('with a billing frequency planned, the next term is that one, and the present one is a change', () => {
    const { told, id } = year();
    told.update(id, { billingCycle: 'Annual' });
    expect(nextTermOf(told.subscription(id))).toEqual({ ...SAME_YEAR, billingCycle: 'Annual' });
    expect(told.update(id, { schedule: { ...SAME_YEAR, billingCycle: 'Annual' } })).toEqual([]);
    expect(eventTypes(told.update(id, { schedule: SAME_YEAR }))).toEqual(['ChangeScheduled']);
  });
});

describe('at the renewal: the day after the inclusive end, 00:00 UTC (S0-76; portal 6.1)', () => {
  test('not a millisecond before', () => {
    const { told, id } = year();
    save(told, id, { quantity: 4 });
    told.go('2022-06-17T23:59:59.999Z');
    expect(told.subscription(id)).toMatchObject({ quantity: 10, scheduled: { quantity: 4 } });
    const happened = told.go('2022-06-18');
    expect(happened.map(({ at, events }) => [formatInstant(at), events.map(({ type }) => type)])).toEqual([
      ['2022-06-18T00:00:00Z', ['TermRenewed']],
    ]);
    expect(told.subscription(id)).toMatchObject({ quantity: 4, scheduled: null, lapsed: null });
    expect(told.rows(id).at(-1)).toBe('2022-06-18 – 2022-07-17  renew  10.08 × 4 = 40.32');
  });

  test.each<[string, Partial<NextTerm>, object, string]>([
    [
      'another SKU with the same licences, which are assigned by themselves (S0-83)',
      { catalogItemId: E1 },
      { change: { catalogItemId: E1, quantity: 10, friendlyName: 'Office 365 E1', licenses: 'automatic' } },
      '2022-06-18 – 2022-07-17  renew  6.00 × 10 = 60.00',
    ],
    [
      'another SKU with more licences, which somebody assigns',
      { catalogItemId: E1, quantity: 11 },
      { change: { catalogItemId: E1, quantity: 11, licenses: 'manual' } },
      '2022-06-18 – 2022-07-17  renew  6.00 × 11 = 66.00',
    ],
    [
      'another SKU with fewer',
      { catalogItemId: E1, quantity: 9 },
      { change: { licenses: 'manual' } },
      '2022-06-18 – 2022-07-17  renew  6.00 × 9 = 54.00',
    ],
    [
      'fewer licences of the same: nothing is assigned anew',
      { quantity: 3 },
      { change: { catalogItemId: BUSINESS, quantity: 3, licenses: null } },
      '2022-06-18 – 2022-07-17  renew  10.08 × 3 = 30.24',
    ],
    [
      'more licences',
      { quantity: 300 },
      { change: { quantity: 300, licenses: null } },
      '2022-06-18 – 2022-07-17  renew  10.08 × 300 = 3024.00',
    ],
    [
      'a shorter term',
      { duration: 'P1M' },
      { term: { duration: 'P1M', endsOn: '2022-07-17' } },
      '2022-06-18 – 2022-07-17  renew  10.08 × 10 = 100.80',
    ],
    [
      'a longer term, paid at once',
      { duration: 'P3Y', billingCycle: 'Triennial' },
      { term: { duration: 'P3Y', endsOn: '2025-06-17' } },
      '2022-06-18 – 2025-06-17  renew  362.88 × 10 = 3628.80',
    ],
    [
      'another frequency',
      { billingCycle: 'Annual' },
      { term: { duration: 'P1Y', billingCycle: 'Annual', endsOn: '2023-06-17' } },
      '2022-06-18 – 2023-06-17  renew  120.96 × 10 = 1209.60',
    ],
    [
      'all of it',
      { catalogItemId: E1, duration: 'P3Y', billingCycle: 'Annual', quantity: 7 },
      { term: { duration: 'P3Y', billingCycle: 'Annual' }, change: { licenses: 'manual' } },
      '2022-06-18 – 2023-06-17  renew  65.00 × 7 = 455.00',
    ],
  ])('%s', (_, next, expected, line) => {
    const { told, id } = year();
    save(told, id, next);
    told.go('2022-06-18');
    expect(told.world.records.at(-1)?.events).toMatchObject([{ type: 'TermRenewed', ...expected }]);
    expect(told.rows(id).at(-1)).toBe(line);
    const { catalogItemId, term, quantity } = told.subscription(id);
    expect({
      catalogItemId,
      duration: term.duration,
      billingCycle: term.billingCycle,
      quantity,
    }).toEqual({ ...SAME_YEAR, ...next });
    expect(term).toMatchObject({ startsOn: '2022-06-18', anchor: '2021-06-18', fromMonth: 12 });
  });

  test('it renews as that again', () => {
    const { told, id } = year({ term: 'P1M' });
    save(told, id, { catalogItemId: E1, quantity: 7 });
    told.go('2021-09-18');
    expect(told.rows(id).slice(1)).toEqual([
      '2021-07-18 – 2021-08-17  renew  6.43 × 7 = 45.01',
      '2021-08-18 – 2021-09-17  renew  6.43 × 7 = 45.01',
      '2021-09-18 – 2021-10-17  renew  6.43 × 7 = 45.01',
    ]);
  });

  test('a name that somebody chose stays', () => {
    const { told, id } = year();
    told.update(id, { friendlyName: 'Head office' });
    save(told, id, { catalogItemId: E1 });
    told.go('2022-06-18');
    expect(told.subscription(id)).toMatchObject({ friendlyName: 'Head office', catalogItemId: E1 });
  });

  test('the price of the day, scheduled or not; within the term the old one', () => {
    const { told, id } = year();
    const plain = told.buy('adatum', 'business', { term: 'P1Y', cycle: 'Monthly' });
    save(told, id, { quantity: 2 });
    told.go('2021-07-01');
    reprice(told, 'business', '11.00');
    told.go('2022-06-18');
    expect(told.rows(id).slice(-2)).toEqual([
      '2022-05-18 – 2022-06-17  cycleCharge  10.08 × 10 = 100.80',
      '2022-06-18 – 2022-07-17  renew  11.00 × 2 = 22.00',
    ]);
    expect(told.rows(plain).at(-1)).toBe('2022-06-18 – 2022-07-17  renew  11.00 × 1 = 11.00');
  });

  test('opens a window of 72 hours at that price, for all licences (portal 10-21)', () => {
    const { told, id } = year();
    save(told, id, { catalogItemId: E1, quantity: 8 });
    told.go('2022-06-20T23:59:59.999Z');
    expect(told.subscription(id).batches).toMatchObject([{ quantity: 8, kind: 'renewal' }]);
    told.update(id, { quantity: 6 });
    told.go('2022-06-21');
    expect(told.refusal(told.change(id, { quantity: 5 }))?.type).toBe('ReductionClosed');
    expect(told.refusal(told.change(id, { status: 'deleted' }))?.type).toBe('CancellationClosed');
    // Two whole days are used.
    expect(told.rows(id).slice(-2)).toEqual([
      '2022-06-20 – 2022-07-17  removeQuantity  -5.60 × 8 = -44.80',
      '2022-06-20 – 2022-07-17  removeQuantity  5.60 × 6 = 33.60',
    ]);
  });

  test('cancelled within a day of it, everything of the new term comes back', () => {
    const { told, id } = year();
    save(told, id, { billingCycle: 'Annual', quantity: 2 });
    told.go('2022-06-18T23:59:59.999Z');
    told.update(id, { status: 'deleted' });
    expect(told.rows(id).at(-1)).toBe('2022-06-18 – 2023-06-17  cancelImmediate  -120.96 × 2 = -241.92');
  });
});

describe('what deletes it mid-term (S0-84, S0-65)', () => {
  const NEXT = { ...SAME_YEAR, catalogItemId: E1 };

  test.each<[string, (told: Story, id: string) => PartnerRecord[], string]>([
    ['auto-renew off', (told, id) => told.update(id, { autoRenew: false }), 'autoRenewOff'],
    ['more licences', (told, id) => told.update(id, { quantity: 11 }), 'quantityChanged'],
    ['fewer licences', (told, id) => told.update(id, { quantity: 9 }), 'quantityChanged'],
    ['suspended', (told, id) => told.update(id, { status: 'suspended' }), 'suspended'],
    [
      'another term',
      (told, id) => told.update(id, { term: { duration: 'P3Y', billingCycle: 'Annual' } }),
      'termChanged',
    ],
    ['upgraded', (told, id) => upgrade(told, id, 10), 'upgraded'],
    ['upgraded in part', (told, id) => upgrade(told, id, 1), 'upgraded'],
  ])('%s: and it can be saved again as soon as it is possible', (_, change, cause) => {
    const { told, id } = year();
    save(told, id, NEXT);
    const happened = change(told, id);
    expect(removals(happened)).toEqual([
      { type: 'SavedChangesRemoved', subscriptionId: id, scheduled: NEXT, nextBilling: null, cause },
    ]);
    // First it is said, then it happens.
    expect(happened[0]?.events[0]?.type).toBe('SavedChangesRemoved');
    const { scheduled, lapsed, status } = told.subscription(id);
    expect([scheduled, lapsed]).toEqual([null, NEXT]);
    if (status === 'suspended') told.update(id, { status: 'active' });
    told.update(id, { autoRenew: true });
    if (lapsed && told.subscription(id).catalogItemId === BUSINESS) {
      told.update(id, { schedule: lapsed });
      expect(told.subscription(id)).toMatchObject({ scheduled: NEXT, lapsed: null });
    }
  });

  test('cancelled: and that is final', () => {
    const { told, id } = year();
    save(told, id, NEXT);
    expect(removals(told.update(id, { status: 'deleted' }))).toMatchObject([{ cause: 'canceled' }]);
    expect(told.subscription(id)).toMatchObject({ scheduled: null, lapsed: null });
  });

  test('the days of a month, a new name, a reseller and a planned frequency do not', () => {
    const told = story({
      at: '2021-06-18T09:00:00Z',
      partner: { type: 'indirectProvider', resellers: [{ mpnId: '7000001', name: 'Northern Resale' }] },
    });
    const id = told.buy('adatum', 'business', { term: 'P1Y', cycle: 'Monthly', quantity: 10 });
    save(told, id, NEXT);
    told.update(id, { friendlyName: 'Ours' });
    told.update(id, { resellerMpnId: '7000001' });
    told.update(id, { billingCycle: 'Annual' });
    told.done({ type: 'SetSupportContact', customerId: 'adatum', subscriptionId: id, mpnId: '7000001' });
    told.go('2021-09-18');
    expect(told.subscription(id)).toMatchObject({ scheduled: NEXT, term: { billingCycle: 'Annual' } });
  });

  test('switched on, or on already, auto-renew deletes nothing', () => {
    const { told, id } = year();
    save(told, id, NEXT);
    expect(told.update(id, { autoRenew: true })).toEqual([]);
    expect(told.subscription(id).scheduled).toEqual(NEXT);
  });

  test('another try deletes nothing where it is refused', () => {
    const { told, id } = year();
    save(told, id, NEXT);
    told.go('2021-06-30');
    expect(told.refusal(told.change(id, { quantity: 9 }))?.type).toBe('ReductionClosed');
    expect(told.refusal(told.change(id, { status: 'deleted' }))?.type).toBe('CancellationClosed');
    expect(told.subscription(id).scheduled).toEqual(NEXT);
  });

  test('support that takes licences away changes the quantity, too', () => {
    const { told, id } = year();
    told.update(id, { quantity: 12 });
    save(told, id, NEXT);
    told.done({
      type: 'FileServiceRequest',
      draft: {
        customerId: 'adatum',
        topic: 'purchaseRefund',
        severity: 'minimal',
        title: 'Too many',
        description: 'Bought by mistake.',
        contact: { name: 'Anna', email: 'anna@fabrikam.example', phoneNumber: '123' },
        subscriptionId: id,
        reduceBy: 1,
      },
    });
    const happened = told.go('2021-06-18T10:00:00Z');
    expect(told.subscription(id).quantity).toBe(11);
    expect(removals(happened)).toMatchObject([{ cause: 'quantityChanged' }]);
    expect(told.subscription(id)).toMatchObject({ scheduled: null, lapsed: NEXT });
  });
});

function upgrade(told: Story, id: string, quantity: number): PartnerRecord[] {
  return told.done({
    type: 'Upgrade',
    customerId: 'adatum',
    subscriptionId: id,
    wish: { toCatalogItemId: E1, quantity, transitionType: 'transition_with_license_transfer' },
  });
}

describe('one PATCH (decisions 2)', () => {
  test('that carries the saved change and a new quantity deletes it; with a different one that is saved', () => {
    const { told, id } = year();
    const saved = { ...SAME_YEAR, duration: 'P1M' } as const;
    told.update(id, { schedule: saved });
    const happened = told.update(id, { quantity: 12, schedule: saved });
    expect(eventTypes(happened)).toEqual(['SavedChangesRemoved', 'QuantityChanged']);
    expect(told.subscription(id)).toMatchObject({ quantity: 12, scheduled: null, lapsed: saved });
    const other = { ...SAME_YEAR, quantity: 5 };
    told.update(id, { schedule: saved });
    expect(eventTypes(told.update(id, { quantity: 13, schedule: other }))).toEqual([
      'SavedChangesRemoved',
      'QuantityChanged',
      'ChangeScheduled',
    ]);
    expect(told.subscription(id)).toMatchObject({ quantity: 13, scheduled: other, lapsed: null });
  });

  test('that switches auto-renew off and saves a new change is refused, as a whole', () => {
    const { told, id } = year();
    const command = told.change(id, { autoRenew: false, friendlyName: 'X', schedule: { ...SAME_YEAR, quantity: 5 } });
    expect(told.refusal(command)).toEqual({ type: 'ScheduleNeedsAutoRenew' });
    expect(told.subscription(id)).toMatchObject({ autoRenew: true, friendlyName: 'Microsoft 365 Business Standard' });
  });

  test('that switches it off and carries what is saved only deletes that', () => {
    const { told, id } = year();
    const saved = { ...SAME_YEAR, quantity: 5 };
    told.update(id, { schedule: saved });
    expect(eventTypes(told.update(id, { autoRenew: false, schedule: saved }))).toEqual([
      'SavedChangesRemoved',
      'AutoRenewChanged',
    ]);
    // And the way back: both in one.
    told.update(id, { autoRenew: true, schedule: saved });
    expect(told.subscription(id)).toMatchObject({ autoRenew: true, scheduled: saved, lapsed: null });
  });

  test('that removes it and changes the quantity', () => {
    const { told, id } = year();
    told.update(id, { schedule: { ...SAME_YEAR, quantity: 5 } });
    told.update(id, { quantity: 12, schedule: null });
    expect(told.subscription(id)).toMatchObject({ quantity: 12, scheduled: null });
  });

  test('that sets the quantity that was saved for the next term: then it is no change any more', () => {
    const { told, id } = year();
    told.update(id, { quantity: 12, schedule: { ...SAME_YEAR, quantity: 12 } });
    expect(told.subscription(id)).toMatchObject({ quantity: 12, scheduled: null });
  });

  test('that reactivates, switches auto-renew on and saves', () => {
    const { told, id } = year();
    told.update(id, { status: 'suspended' });
    told.update(id, { status: 'active', autoRenew: true, schedule: { ...SAME_YEAR, quantity: 5 } });
    expect(told.subscription(id)).toMatchObject({ status: 'active', autoRenew: true, scheduled: { quantity: 5 } });
  });

  test('that begins a longer term and saves for the one after it', () => {
    const { told, id } = year();
    told.update(id, { term: { duration: 'P3Y', billingCycle: 'Annual' }, schedule: SAME_YEAR });
    expect(told.subscription(id)).toMatchObject({ term: { duration: 'P3Y' }, scheduled: SAME_YEAR });
  });
});

describe('what cannot be carried out any more is left out, and says so', () => {
  test('the customer has as many of the SKU as it may meanwhile: it renews as it is', () => {
    const { told, id } = year({ term: 'P1M' });
    const next = { ...SAME_YEAR, catalogItemId: item('pair'), duration: 'P1M', quantity: 4 } as const;
    told.update(id, { schedule: next });
    told.go('2021-07-01');
    told.buy('adatum', 'pair');
    told.buy('adatum', 'pair');
    const happened = told.go('2021-07-18');
    expect(eventTypes(happened)).toEqual(['SavedChangesRemoved', 'TermRenewed']);
    expect(removals(happened)).toMatchObject([{ scheduled: next, cause: 'unavailable' }]);
    expect(told.subscription(id)).toMatchObject({ catalogItemId: BUSINESS, quantity: 10, scheduled: null });
    expect(told.rows(id).at(-1)).toBe('2021-07-18 – 2021-08-17  renew  10.08 × 10 = 100.80');
  });

  test('of two that want the last place the first gets it', () => {
    const { told, id } = year({ term: 'P1M' });
    told.buy('adatum', 'pair');
    const other = told.buy('adatum', 'business', { term: 'P1M' });
    const next = { catalogItemId: item('pair'), duration: 'P1M', billingCycle: 'Monthly' } as const;
    for (const each of [id, other]) told.update(each, { schedule: { ...next, quantity: 2 } });
    const happened = told.go('2021-07-18');
    expect(removals(happened)).toHaveLength(1);
    const became = [id, other].map((each) => told.subscription(each).catalogItemId);
    expect(became.toSorted()).toEqual([BUSINESS, item('pair')].toSorted());
  });

  test('a SKU that is not sold in that way any more', () => {
    const { told, id } = year();
    told.update(id, { schedule: { ...SAME_YEAR, catalogItemId: E1 } });
    const offers = OFFERS.map((each) => (each.key === 'e1' ? { ...each, terms: each.terms.slice(0, 1) } : each));
    Object.assign(told.world.state, { catalog: new Catalog(offers) });
    expect(eventTypes(told.go('2022-06-18')).slice(-2)).toEqual(['SavedChangesRemoved', 'TermRenewed']);
    expect(told.subscription(id).catalogItemId).toBe(BUSINESS);
  });
});

describe('trials: what they become (S0-82; portal 6.6)', () => {
  const PAID = { ...SAME_YEAR, quantity: 25 };

  function trial(key = 'business-trial'): { readonly told: Story; readonly id: string } {
    const told = story('2021-10-01T10:30:00Z');
    return { told, id: told.buy('adatum', key) };
  }

  test('by default the paid SKU for a year, billed monthly, with all licences; that is no saved change', () => {
    const { told, id } = trial();
    expect(nextTermOf(told.subscription(id))).toEqual(PAID);
    expect(told.subscription(id).scheduled).toBeNull();
    expect(told.update(id, { schedule: PAID })).toEqual([]);
    told.go('2021-10-31');
    expect(told.rows(id).at(-1)).toBe('2021-10-31 – 2021-11-29  convert  10.08 × 25 = 252.00');
  });

  test('a saved number, fewer than 25 too, and a saved term', () => {
    const { told, id } = trial();
    expect(refusal(told, id, { quantity: 0 })).toMatchObject({ type: 'QuantityOutOfRange', min: 1, max: 300 });
    told.update(id, { schedule: { ...PAID, quantity: 3, duration: 'P3Y', billingCycle: 'Annual' } });
    told.go('2021-10-30T23:59:59.999Z');
    expect(told.subscription(id)).toMatchObject({ quantity: 25, trial: {} });
    told.go('2021-10-31');
    expect(told.subscription(id)).toMatchObject({
      trial: null,
      quantity: 3,
      scheduled: null,
      batches: [{ quantity: 3, kind: 'renewal' }],
      term: { startsOn: '2021-10-31', endsOn: '2024-10-30', duration: 'P3Y', billingCycle: 'Annual' },
    });
    expect(told.rows(id).at(-1)).toBe('2021-10-31 – 2022-10-30  convert  120.96 × 3 = 362.88');
  });

  test('a SKU that the paid one can be upgraded to', () => {
    const { told, id } = trial();
    told.update(id, { schedule: { ...PAID, catalogItemId: E1 } });
    told.go('2021-10-31');
    expect(told.subscription(id)).toMatchObject({ catalogItemId: E1, quantity: 25 });
    expect(told.rows(id).at(-1)).toBe('2021-10-31 – 2021-11-29  convert  6.00 × 25 = 150.00');
  });

  test('auto-renew off and suspension delete it, and then it ends', () => {
    const { told, id } = trial();
    told.update(id, { schedule: { ...PAID, quantity: 3 } });
    expect(removals(told.update(id, { autoRenew: false }))).toMatchObject([{ cause: 'autoRenewOff' }]);
    expect(eventTypes(told.go('2021-10-31'))).toEqual(['SubscriptionExpired']);
    expect(told.subscription(id)).toMatchObject({ scheduled: null, lapsed: null });
  });

  test('what is not possible any more is left out: it becomes what it would have become', () => {
    const { told, id } = trial();
    told.update(id, { schedule: { ...PAID, catalogItemId: item('pair'), duration: 'P1M' } });
    told.buy('adatum', 'pair');
    told.buy('adatum', 'pair');
    const happened = told.go('2021-10-31');
    expect(removals(happened)).toMatchObject([{ cause: 'unavailable' }]);
    expect(told.subscription(id)).toMatchObject({ catalogItemId: BUSINESS, quantity: 25, trial: null });
  });

  test('and where that is not possible either, it ends', () => {
    const { told, id } = trial('pair-trial');
    const pair = { catalogItemId: item('pair'), duration: 'P1M', billingCycle: 'Monthly', quantity: 4 } as const;
    told.update(id, { schedule: pair });
    told.buy('adatum', 'business');
    const others = [0, 1].map(() => told.buy('adatum', 'business', { term: 'P1M' }));
    for (const each of others) {
      told.done({
        type: 'Upgrade',
        customerId: 'adatum',
        subscriptionId: each,
        wish: { toCatalogItemId: item('pair'), quantity: 1, transitionType: 'transition_only' },
      });
    }
    expect(eventTypes(told.go('2021-10-31')).slice(-2)).toEqual(['SavedChangesRemoved', 'SubscriptionExpired']);
  });
});

describe('it ends', () => {
  test('with auto-renew off: nothing is planned for it any more', () => {
    const { told, id } = year({ term: 'P3Y' });
    told.go('2024-05-20');
    told.update(id, { autoRenew: false, billingCycle: 'Annual' });
    told.go('2024-06-18');
    expect(told.subscription(id)).toMatchObject({ status: 'expired', nextBilling: null });
  });
});
