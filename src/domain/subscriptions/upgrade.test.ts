/** Upgrades of new commerce (S0-85 … S0-93; portal 6.4; REST API 6.8). */
import { describe, expect, test } from 'vitest';
import { formatInstant } from '../../kernel/calendar';
import { Catalog } from '../catalog/catalog';
import { catalogItemIdOf } from '../catalog/offer';
import type { Command } from '../commands';
import type { Refusal } from '../refusals';
import { OFFERS } from '../testing/offers';
import { CUSTOMERS, customer, eventTypes, startedIn, story, type Purchase, type Story } from '../testing/story';
import { scheduleChoices } from './schedule';
import { checkTarget, existingTargets, upgradeTargets, upgradeTerms, type UpgradeWish } from './upgrade';

type Wish = Partial<UpgradeWish> & { readonly to?: string };

function upgrading(told: Story, id: string, { to = 'e1', ...wish }: Wish = {}): Command {
  const { customerId, quantity } = told.subscription(id);
  return {
    type: 'Upgrade',
    customerId,
    subscriptionId: id,
    wish: {
      toCatalogItemId: catalogItemIdOf(told.offer(to)),
      quantity: quantity ?? 1,
      transitionType: 'transition_with_license_transfer',
      ...wish,
    },
  };
}

/** Upgrades; the id of the subscription where the licences are now. */
function upgrade(told: Story, id: string, wish: Wish = {}): string {
  told.done(upgrading(told, id, wish));
  return told.world.state.transitions.get(id)?.at(-1)?.toSubscriptionId ?? '';
}

function refusal(told: Story, id: string, wish: Wish = {}): Refusal | undefined {
  return told.refusal(upgrading(told, id, wish));
}

/** Bought on 18 June 2021, as in the published example. */
function bought(purchase: Purchase = {}, key = 'business'): { readonly told: Story; readonly id: string } {
  const told = story('2021-06-18T09:00:00Z');
  return { told, id: told.buy('adatum', key, { term: 'P1M', ...purchase }) };
}

const E1 = catalogItemIdOf(story().offer('e1'));

describe('everything, in its term (S0-90)', () => {
  test('NCE-7: a week later the rest of the month goes from the old price to the new one, each cut to cents', () => {
    const { told, id } = bought({ quantity: 300 });
    told.go('2021-06-25T09:00:00Z');
    upgrade(told, id);
    expect(told.rows(id)).toEqual([
      '2021-06-18 – 2021-07-17  new  10.08 × 300 = 3024.00',
      '2021-06-25 – 2021-07-17  convert  -7.72 × 300 = -2316.00',
      '2021-06-25 – 2021-07-17  convert  4.92 × 300 = 1476.00',
    ]);
    expect(told.charges(id).map(({ unitPrice }) => unitPrice.micro)).toEqual([10_080_000, -10_080_000, 6_430_000]);
  });

  test('it is the same subscription of another SKU: id, term, order, auto-renew stay; the licences are assigned', () => {
    const { told, id } = bought({ quantity: 4, term: 'P1Y', cycle: 'Monthly' });
    const before = told.subscription(id);
    told.go('2021-08-01T09:00:00Z');
    const happened = told.done(upgrading(told, id));
    expect(eventTypes(happened)).toEqual(['SubscriptionUpgraded', 'TransitionMade']);
    const { billed: _, ...after } = told.subscription(id);
    expect(after).toMatchObject({
      catalogItemId: E1,
      friendlyName: 'Office 365 E1',
      orderId: before.orderId,
      quantity: 4,
      status: 'active',
      autoRenew: true,
      unitPrice: { micro: 6_000_000 },
      cycle: { startsOn: '2021-07-18', endsOn: '2021-08-17' },
    });
    expect(after.term).toEqual({ ...before.term, upgraded: true });
    expect(told.world.state.transitions.get(id)).toEqual([
      {
        operationId: expect.any(String) as string,
        fromCatalogItemId: before.catalogItemId,
        toCatalogItemId: E1,
        toSubscriptionId: id,
        quantity: 4,
        transitionType: 'transition_with_license_transfer',
        licenses: 'automatic',
        at: told.world.now,
      },
    ]);
    told.go('2021-08-18');
    expect(told.rows(id).at(-1)).toBe('2021-08-18 – 2021-09-17  cycleCharge  6.00 × 4 = 24.00');
  });

  test('a name that somebody chose stays', () => {
    const { told, id } = bought();
    told.update(id, { friendlyName: 'Head office' });
    upgrade(told, id);
    expect(told.subscription(id).friendlyName).toBe('Head office');
  });

  test('with more licences at once', () => {
    const { told, id } = bought({ quantity: 10 });
    told.go('2021-06-25T09:00:00Z');
    upgrade(told, id, { quantity: 12 });
    expect(told.subscription(id)).toMatchObject({ quantity: 12, batches: [{ quantity: 12, kind: 'upgrade' }] });
    expect(told.rows(id).slice(1)).toEqual([
      '2021-06-25 – 2021-07-17  convert  -7.72 × 10 = -77.20',
      '2021-06-25 – 2021-07-17  convert  4.92 × 12 = 59.04',
    ]);
  });

  test('on the first day of a period a whole one is given back and charged: nothing is day-rated (finding 8)', () => {
    const { told, id } = bought({ quantity: 2 });
    told.go('2021-07-18T23:59:59.999Z');
    upgrade(told, id);
    expect(told.rows(id).slice(1)).toEqual([
      '2021-07-18 – 2021-08-17  renew  10.08 × 2 = 20.16',
      '2021-07-18 – 2021-08-17  convert  -10.08 × 2 = -20.16',
      '2021-07-18 – 2021-08-17  convert  6.43 × 2 = 12.86',
    ]);
  });

  test('on the last day one day is left', () => {
    const { told, id } = bought({ quantity: 2 });
    told.go('2021-07-17T23:59:59.999Z');
    upgrade(told, id);
    // 10.08 / 30 and 6.43 / 30, cut.
    expect(told.rows(id).slice(1)).toEqual([
      '2021-07-17 – 2021-07-17  convert  -0.33 × 2 = -0.66',
      '2021-07-17 – 2021-07-17  convert  0.21 × 2 = 0.42',
    ]);
  });

  test('licences added before have a line of their own, which is given back too', () => {
    const { told, id } = bought({ quantity: 2 });
    told.go('2021-06-20T09:00:00Z');
    told.update(id, { quantity: 3 });
    told.go('2021-06-25T09:00:00Z');
    upgrade(told, id);
    expect(told.rows(id).slice(3)).toEqual([
      '2021-06-25 – 2021-07-17  convert  -7.72 × 3 = -23.16',
      '2021-06-25 – 2021-07-17  convert  4.92 × 3 = 14.76',
    ]);
    told.go('2021-07-01T09:00:00Z');
    told.update(id, { quantity: 5 });
    expect(told.rows(id).slice(-2)).toEqual([
      '2021-07-01 – 2021-07-17  addQuantity  -3.643667 × 3 = -10.93',
      '2021-07-01 – 2021-07-17  addQuantity  3.643667 × 5 = 18.21',
    ]);
  });

  test('a saved change of the next term and a planned billing frequency are gone (S0-88)', () => {
    const { told, id } = bought({ term: 'P3Y', cycle: 'Monthly', quantity: 5 });
    const next = { catalogItemId: E1, duration: 'P3Y', billingCycle: 'Annual', quantity: 3 } as const;
    told.update(id, { schedule: next, billingCycle: 'Annual' });
    const happened = told.done(upgrading(told, id));
    expect(happened[0]?.events[0]).toEqual({
      type: 'SavedChangesRemoved',
      subscriptionId: id,
      scheduled: next,
      nextBilling: 'Annual',
      cause: 'upgraded',
    });
    expect(told.subscription(id)).toMatchObject({ scheduled: null, nextBilling: null, lapsed: next });
  });
});

describe('everything, and a longer term that begins today', () => {
  test('the month that runs is given back, a whole period of the new term charged', () => {
    const { told, id } = bought({ quantity: 10 });
    told.go('2021-06-25T09:00:00Z');
    upgrade(told, id, { quantity: 11, term: { duration: 'P1Y', billingCycle: 'Annual' } });
    expect(told.subscription(id)).toMatchObject({
      catalogItemId: E1,
      quantity: 11,
      term: {
        anchor: '2021-06-25',
        fromMonth: 0,
        duration: 'P1Y',
        billingCycle: 'Annual',
        startsOn: '2021-06-25',
        endsOn: '2022-06-24',
        upgraded: true,
      },
      cycle: { startsOn: '2021-06-25', endsOn: '2022-06-24' },
    });
    expect(told.rows(id)).toEqual([
      '2021-06-18 – 2021-07-17  new  10.08 × 10 = 100.80',
      '2021-06-25 – 2021-07-17  convert  -7.72 × 10 = -77.20',
      '2021-06-25 – 2022-06-24  convert  70.00 × 11 = 770.00',
    ]);
    told.go('2022-06-25');
    expect(told.rows(id).at(-1)).toBe('2022-06-25 – 2023-06-24  renew  70.00 × 11 = 770.00');
  });

  test('shorter is refused, and so is what the target does not offer', () => {
    const { told, id } = bought({ term: 'P1Y', cycle: 'Monthly', quantity: 10 });
    const shorter = { type: 'TermShorter', from: 'P1Y', to: 'P1M', upgrading: true };
    expect(refusal(told, id, { term: { duration: 'P1M', billingCycle: 'Monthly' } })).toEqual(shorter);
    // The same length billed in another way is no longer term either (portal 6.5).
    expect(refusal(told, id, { term: { duration: 'P1Y', billingCycle: 'Annual' } })).toMatchObject({
      type: 'TermNotOffered',
      choices: [
        { termDuration: 'P1Y', billingCycle: 'Monthly' },
        { termDuration: 'P3Y', billingCycle: 'Monthly' },
        { termDuration: 'P3Y', billingCycle: 'Annual' },
        { termDuration: 'P3Y', billingCycle: 'Triennial' },
      ],
    });
    expect(refusal(told, id, { to: 'five-or-more', quantity: 10 })).toMatchObject({ type: 'TermNotOffered' });
  });
});

describe('a part, to a new subscription (S0-92, S0-93)', () => {
  test('it ends when the source does, and what both are charged comes to the whole', () => {
    const { told, id } = bought({ quantity: 10 });
    told.go('2021-06-25T09:00:00Z');
    const happened = told.done(upgrading(told, id, { quantity: 4 }));
    expect(eventTypes(happened)).toEqual(['LicensesMovedOut', 'OrderPlaced', 'SubscriptionStarted', 'TransitionMade']);
    const [made = ''] = startedIn(happened);
    const source = told.subscription(id);
    const fresh = told.subscription(made);
    expect(source).toMatchObject({ quantity: 6, catalogItemId: 'CFQ7TTC0LDPB:0001:CFQ7TTC0K971', status: 'active' });
    expect(fresh).toMatchObject({
      quantity: 4,
      catalogItemId: E1,
      friendlyName: 'Office 365 E1',
      upgradedFrom: id,
      status: 'active',
      autoRenew: true,
      term: { startsOn: '2021-06-25', endsOn: source.term.endsOn, duration: 'P1M', upgraded: true },
    });
    expect(fresh.orderId).not.toBe(source.orderId);
    expect(told.world.state.orders.get(fresh.orderId)).toMatchObject({
      billingCycle: 'Monthly',
      lines: [{ subscriptionId: made, catalogItemId: E1, quantity: 4, extended: { minor: 1968 } }],
    });
    expect(told.rows(id)).toEqual([
      '2021-06-18 – 2021-07-17  new  10.08 × 10 = 100.80',
      '2021-06-25 – 2021-07-17  convert  -7.72 × 10 = -77.20',
      '2021-06-25 – 2021-07-17  convert  7.72 × 6 = 46.32',
    ]);
    expect(told.rows(made)).toEqual(['2021-06-25 – 2021-07-17  convert  4.92 × 4 = 19.68']);
    expect(told.world.state.transitions.get(id)?.at(-1)).toMatchObject({
      toSubscriptionId: made,
      quantity: 4,
      licenses: 'manual',
    });
    told.go('2021-08-18');
    expect(told.rows(id).slice(3)).toEqual([
      '2021-07-18 – 2021-08-17  renew  10.08 × 6 = 60.48',
      '2021-08-18 – 2021-09-17  renew  10.08 × 6 = 60.48',
    ]);
    expect(told.rows(made).slice(1)).toEqual([
      '2021-07-18 – 2021-08-17  renew  6.43 × 4 = 25.72',
      '2021-08-18 – 2021-09-17  renew  6.43 × 4 = 25.72',
    ]);
  });

  test('in a yearly term the order says what the rest of the term costs', () => {
    const { told, id } = bought({ quantity: 10, term: 'P1Y', cycle: 'Monthly' });
    told.go('2022-02-25T09:00:00Z');
    const made = upgrade(told, id, { quantity: 4 });
    // 21 of 28 days from 25 February, then three whole months.
    expect(told.rows(made)).toEqual(['2022-02-25 – 2022-03-17  convert  4.50 × 4 = 18.00']);
    const { orderId } = told.subscription(made);
    expect(told.world.state.orders.get(orderId)?.lines[0]?.extended.minor).toBe(1800 + 3 * 2400);
    told.go('2022-06-17');
    expect(told.charges(made).reduce((sum, { amount }) => sum + amount.minor, 0)).toBe(9000);
    told.go('2022-06-18');
    expect(told.subscription(made).term).toMatchObject({ startsOn: '2022-06-18', endsOn: '2023-06-17' });
    expect(told.subscription(made).term.anchor).toBe('2021-06-18');
  });

  test('it takes over reseller and auto-renew, and none of the saved changes', () => {
    const told = story({
      at: '2021-06-18T09:00:00Z',
      partner: { type: 'indirectProvider', resellers: [{ mpnId: '7000001', name: 'Northern Resale' }] },
    });
    const id = told.buy('adatum', 'business', { term: 'P1Y', cycle: 'Monthly', quantity: 10 });
    told.update(id, { resellerMpnId: '7000001' });
    told.update(id, { schedule: { ...told.subscription(id).term, catalogItemId: E1, quantity: 2 } });
    const made = upgrade(told, id, { quantity: 4 });
    expect(told.subscription(made)).toMatchObject({ resellerMpnId: '7000001', autoRenew: true, scheduled: null });
    told.update(id, { autoRenew: false });
    const another = upgrade(told, id, { quantity: 2 });
    expect(told.subscription(another).autoRenew).toBe(false);
  });

  test('the licences that were there longest go, so those whose window is open stay reducible', () => {
    const told = story({ at: '2021-06-18T09:00:00Z', rules: '2023-10' });
    const id = told.buy('adatum', 'business', { term: 'P1Y', cycle: 'Monthly', quantity: 10 });
    told.go('2021-09-01T09:00:00Z');
    told.update(id, { quantity: 13 });
    upgrade(told, id, { quantity: 9 });
    const { batches } = told.subscription(id);
    expect(batches.map(({ quantity, kind }) => `${quantity} ${kind}`)).toEqual(['1 purchase', '3 midTerm']);
    expect(told.refusal(told.change(id, { quantity: 1 }))).toBeUndefined();
  });
});

describe('to a subscription that the customer has (S0-86)', () => {
  /** The source ends on 17 June 2022, the existing one a fortnight later. */
  function both(): { readonly told: Story; readonly id: string; readonly existing: string } {
    const { told, id } = bought({ quantity: 10, term: 'P1Y', cycle: 'Monthly' });
    told.go('2021-07-01T09:00:00Z');
    const existing = told.buy('adatum', 'e1', { term: 'P1Y', cycle: 'Annual', quantity: 5 });
    told.go('2021-07-25T09:00:00Z');
    return { told, id, existing };
  }

  test('a part: it keeps its term and its billing, and the licences are charged there', () => {
    const { told, id, existing } = both();
    const { term, cycle } = told.subscription(existing);
    const happened = told.done(upgrading(told, id, { quantity: 4, toSubscriptionId: existing }));
    expect(eventTypes(happened)).toEqual(['LicensesMovedOut', 'LicensesMovedIn', 'TransitionMade']);
    expect(told.subscription(id)).toMatchObject({ quantity: 6, status: 'active' });
    expect(told.subscription(existing)).toMatchObject({ quantity: 9, term, cycle });
    expect(told.rows(id).slice(-2)).toEqual([
      '2021-07-25 – 2021-08-17  moveQuantity  -7.80 × 10 = -78.00',
      '2021-07-25 – 2021-08-17  moveQuantity  7.80 × 6 = 46.80',
    ]);
    // 341 of 365 days at 70.00.
    expect(told.rows(existing)).toEqual([
      '2021-07-01 – 2022-06-30  new  70.00 × 5 = 350.00',
      '2021-07-25 – 2022-06-30  moveQuantity  -65.39 × 5 = -326.95',
      '2021-07-25 – 2022-06-30  moveQuantity  65.39 × 9 = 588.51',
    ]);
    expect(told.world.state.transitions.get(id)?.at(-1)).toMatchObject({
      toSubscriptionId: existing,
      licenses: 'manual',
    });
  });

  test('everything: the source ends, and its unused days are given back', () => {
    const { told, id, existing } = both();
    upgrade(told, id, { toSubscriptionId: existing });
    expect(told.subscription(id)).toMatchObject({ status: 'deleted', autoRenew: false, billed: [] });
    expect(told.subscription(existing)).toMatchObject({ quantity: 15 });
    expect(told.rows(id).at(-1)).toBe('2021-07-25 – 2021-08-17  moveQuantity  -7.80 × 10 = -78.00');
    const lines = told.rows(id).length;
    told.go('2023-01-01');
    expect(told.rows(id)).toHaveLength(lines);
    expect(told.rows(existing).at(-1)).toBe('2022-07-01 – 2023-06-30  renew  70.00 × 15 = 1050.00');
  });

  test('its saved change is gone, its planned billing frequency is not: only its quantity has changed', () => {
    const { told, id } = bought({ quantity: 10 });
    const existing = told.buy('adatum', 'e1', { term: 'P3Y', cycle: 'Monthly', quantity: 5 });
    told.go('2021-07-01T09:00:00Z');
    const next = { catalogItemId: E1, duration: 'P1Y', billingCycle: 'Monthly', quantity: 5 } as const;
    told.update(existing, { schedule: next, billingCycle: 'Annual' });
    upgrade(told, id, { quantity: 1, toSubscriptionId: existing });
    expect(told.subscription(existing)).toMatchObject({ scheduled: null, lapsed: next, nextBilling: 'Annual' });
  });

  test('licences that came so are not taken back, whatever the edition says of others', () => {
    const told = story({ at: '2021-06-18T09:00:00Z', rules: '2023-10' });
    const id = told.buy('adatum', 'business', { term: 'P1M', quantity: 10 });
    const existing = told.buy('adatum', 'e1', { term: 'P1Y', cycle: 'Monthly', quantity: 5 });
    told.go('2021-06-27T09:00:00Z');
    upgrade(told, id, { quantity: 4, toSubscriptionId: existing });
    expect(told.refusal(told.change(existing, { quantity: 8 }))?.type).toBe('ReductionClosed');
    told.go('2022-06-18');
    told.update(existing, { quantity: 1 });
  });
});

describe('refused', () => {
  test.each([
    ['suspended', (told: Story, id: string) => told.update(id, { status: 'suspended' }), 'suspended'],
    [
      'expired',
      (told: Story, id: string) => {
        told.update(id, { autoRenew: false });
        told.go('2021-07-18');
      },
      'expired',
    ],
  ] as const)('%s: only from active (S0-89)', (_, happens, status) => {
    const { told, id } = bought();
    happens(told, id);
    expect(refusal(told, id)).toEqual({ type: 'UpgradeNotOffered', because: 'notActive', status });
  });

  test('cancelled, of another programme, without a way up, or not up', () => {
    const { told, id } = bought();
    const e1 = told.buy('adatum', 'e1', { term: 'P1M' });
    const legacy = told.buy('adatum', 'office');
    const saas = told.buy('adatum', 'saas-ready');
    expect(refusal(told, e1, { to: 'business' })).toMatchObject({ type: 'UpgradeNotOffered', because: 'noPath' });
    expect(refusal(told, legacy)).toMatchObject({ type: 'UpgradeNotOffered', because: 'commerce' });
    expect(refusal(told, saas)).toMatchObject({ type: 'UpgradeNotOffered', because: 'commerce' });
    for (const to of ['business', 'calling', 'old-e1']) {
      expect(refusal(told, id, { to })).toEqual({
        type: 'NotAnUpgrade',
        catalogItemId: catalogItemIdOf(told.offer(to)),
      });
    }
    told.update(id, { status: 'deleted' });
    expect(refusal(told, id)).toEqual({ type: 'SubscriptionDeleted', subscriptionId: id });
  });

  test('of somebody else, or by somebody without the role', () => {
    const { told, id } = bought();
    const command = { ...upgrading(told, id), customerId: 'contoso' } as Command;
    expect(told.refusal(command)).toEqual({ type: 'SubscriptionNotFound', subscriptionId: id });
    expect(told.refusal(upgrading(told, id), 'dave')?.type).toBe('RoleMissing');
    expect(told.refusal(upgrading(told, id), 'sara')).toBeUndefined();
  });

  test('as many subscriptions of the target as the customer may have: another one, or this one as another', () => {
    const { told, id } = bought({ quantity: 10 });
    told.buy('adatum', 'pair');
    told.buy('adatum', 'pair');
    const limit = { type: 'UpgradeLimit', offer: 'pair' };
    expect(refusal(told, id, { to: 'pair' })).toEqual(limit);
    expect(refusal(told, id, { to: 'pair', quantity: 3 })).toEqual(limit);
    expect(checkTarget(told.world.state, told.subscription(id), told.offer('pair'))).toEqual(limit);
  });

  test('but the licences can join one of those that there are', () => {
    const { told, id } = bought({ quantity: 10 });
    const existing = told.buy('adatum', 'pair');
    told.buy('adatum', 'pair');
    told.go('2021-06-21T09:00:00Z');
    upgrade(told, id, { to: 'pair', quantity: 3, toSubscriptionId: existing });
    expect(told.subscription(existing).quantity).toBe(4);
  });

  test.each([
    ['the very source', 'same'],
    ['another SKU', 'otherItem'],
    ['suspended', 'notActive'],
    ['in its window', 'inWindow'],
    ['a shorter term', 'termShorter'],
    ['an earlier end', 'endsEarlier'],
    ['as many licences as it may have', 'full'],
    ['a trial', 'trial'],
  ] as const)('to %s', (what, because) => {
    const told = story('2021-06-10T09:00:00Z');
    const early = told.buy('adatum', 'e1', { term: 'P1Y', cycle: 'Monthly' });
    told.go('2021-06-18T09:00:00Z');
    const id = told.buy('adatum', 'business', { term: 'P1Y', cycle: 'Monthly', quantity: 10 });
    const targets: Record<typeof because, () => string> = {
      same: () => id,
      otherItem: () => told.buy('adatum', 'business', { term: 'P1Y', cycle: 'Monthly' }),
      notActive: () => {
        const made = told.buy('adatum', 'e1', { term: 'P1Y', cycle: 'Monthly' });
        told.update(made, { status: 'suspended' });
        return made;
      },
      inWindow: () => told.buy('adatum', 'e1', { term: 'P1Y', cycle: 'Monthly' }),
      termShorter: () => told.buy('adatum', 'e1', { term: 'P1M' }),
      endsEarlier: () => early,
      full: () => told.buy('adatum', 'e1', { term: 'P1Y', cycle: 'Monthly', quantity: 10_000 }),
      trial: () => told.buy('adatum', 'pair-trial'),
    };
    const toSubscriptionId = targets[because]();
    if (because !== 'inWindow') told.go('2021-06-22T09:00:00Z');
    expect(refusal(told, id, { quantity: 1, toSubscriptionId }), what).toEqual({
      type: 'TargetRefused',
      because,
      subscriptionId: toSubscriptionId,
    });
  });

  test('the window of the target ends to the millisecond', () => {
    const { told, id } = bought({ quantity: 10 });
    const existing = told.buy('adatum', 'e1', { term: 'P1M' });
    const wish = { quantity: 1, toSubscriptionId: existing };
    told.go('2021-06-21T08:59:59.999Z');
    expect(refusal(told, id, wish)).toMatchObject({ because: 'inWindow' });
    told.go('2021-06-21T09:00:00Z');
    expect(refusal(told, id, wish)).toBeUndefined();
  });

  test('to a subscription of another customer: there is none', () => {
    const { told, id } = bought({ quantity: 10 });
    const toSubscriptionId = told.buy('northwind', 'e1', { term: 'P1M' });
    told.go('2021-06-22');
    expect(refusal(told, id, { quantity: 1, toSubscriptionId })).toEqual({
      type: 'SubscriptionNotFound',
      subscriptionId: toSubscriptionId,
    });
  });

  test('into an existing one neither more than there are nor more than it can hold', () => {
    const { told, id } = bought({ quantity: 10 });
    const existing = told.buy('adatum', 'e1', { term: 'P1M', quantity: 9_997 });
    told.go('2021-06-22');
    const range = (max: number) => ({ min: 1, max });
    const into = (quantity: number) => refusal(told, id, { quantity, toSubscriptionId: existing });
    expect(into(4)).toEqual({ type: 'QuantityOutOfRange', quantity: 4, ...range(3) });
    expect(into(0)).toEqual({ type: 'QuantityOutOfRange', quantity: 0, ...range(3) });
    const open = told.buy('adatum', 'e1', { term: 'P1M' });
    told.go('2021-06-26');
    expect(refusal(told, id, { quantity: 11, toSubscriptionId: open })).toMatchObject({ quantity: 11, ...range(10) });
    expect(into(3)).toBeUndefined();
  });

  test('licences outside of what the target allows', () => {
    const { told, id } = bought({ quantity: 10 });
    const five = { type: 'QuantityOutOfRange', min: 5, max: 10 };
    expect(refusal(told, id, { to: 'five-or-more', quantity: 4 })).toEqual({ ...five, quantity: 4 });
    expect(refusal(told, id, { to: 'five-or-more', quantity: 11 })).toEqual({ ...five, quantity: 11 });
    expect(refusal(told, id, { quantity: 0 })).toMatchObject({ type: 'QuantityOutOfRange', quantity: 0, min: 1 });
    expect(refusal(told, id, { to: 'five-or-more', quantity: 5 })).toBeUndefined();
  });

  test('a part that leaves fewer than the offer of the source allows', () => {
    const { told, id } = bought({ quantity: 8 }, 'five-or-more');
    const existing = told.buy('adatum', 'e1', { term: 'P1M' });
    told.go('2021-06-22');
    const few = { type: 'TooFewLeft', left: 4, min: 5 };
    expect(refusal(told, id, { quantity: 4 })).toEqual(few);
    expect(refusal(told, id, { quantity: 4, toSubscriptionId: existing })).toEqual(few);
    expect(refusal(told, id, { quantity: 3 })).toBeUndefined();
    expect(refusal(told, id, { quantity: 5 })).toBeUndefined();
  });

  test('a part in a longer term', () => {
    const { told, id } = bought({ quantity: 10 });
    const term = { duration: 'P1Y', billingCycle: 'Annual' } as const;
    expect(refusal(told, id, { quantity: 9, term })).toEqual({ type: 'PartialKeepsTerm' });
    expect(refusal(told, id, { quantity: 10, term })).toBeUndefined();
  });

  test('nothing has happened when it is refused', () => {
    const { told, id } = bought({ quantity: 10 });
    const before = [told.world.sequence, told.subscription(id)];
    refusal(told, id, { quantity: 0 });
    refusal(told, id, { to: 'calling' });
    expect([told.world.sequence, told.subscription(id)]).toEqual(before);
  });
});

describe('what is shown before', () => {
  test('targets with their terms, and the existing subscriptions each with its reason', () => {
    const { told, id } = bought({ quantity: 10, term: 'P1Y', cycle: 'Monthly' });
    const short = told.buy('adatum', 'e1', { term: 'P1M' });
    const good = told.buy('adatum', 'e1', { term: 'P3Y', cycle: 'Triennial' });
    const gone = told.buy('adatum', 'e1', { term: 'P1Y', cycle: 'Monthly' });
    told.update(gone, { status: 'deleted' });
    told.go('2021-06-22');
    const { state, now } = told.world;
    const source = told.subscription(id);
    expect(upgradeTargets(state, source).map(({ key }) => key)).toEqual(['e1', 'pair', 'five-or-more']);
    expect(upgradeTerms(source, told.offer('e1')).map((term) => `${term.termDuration} ${term.billingCycle}`)).toEqual([
      'P1Y Monthly',
      'P3Y Monthly',
      'P3Y Annual',
      'P3Y Triennial',
    ]);
    // What is sold by the month only cannot take over a year.
    expect(checkTarget(state, source, told.offer('pair'))?.type).toBe('TermNotOffered');
    expect(
      existingTargets(state, source, told.offer('e1'), now).map(({ subscription, refusal: why }) => [
        subscription.id,
        why && 'because' in why ? why.because : why,
      ]),
    ).toEqual([
      [short, 'termShorter'],
      [good, undefined],
    ]);
  });
});

describe('users’ licences (S0-90, S0-91)', () => {
  function licenses(told: Story, id: string, wish: Wish = {}): string | undefined {
    upgrade(told, id, wish);
    return told.world.state.transitions.get(id)?.at(-1)?.licenses;
  }

  test('are assigned by themselves, unless that was not wanted', () => {
    const { told, id } = bought();
    const other = told.buy('adatum', 'business', { term: 'P1M' });
    expect(licenses(told, id)).toBe('automatic');
    expect(licenses(told, other, { transitionType: 'transition_only' })).toBe('manual');
  });

  test('are assigned by hand where the customer has the target in the legacy programme', () => {
    const { told, id } = bought();
    told.buy('adatum', 'old-e1');
    expect(licenses(told, id)).toBe('manual');
  });

  test('or from another partner', () => {
    const customers = [...CUSTOMERS, customer('elsewhere', 'DE', { heldElsewhere: ['e1'] })];
    const told = story({ at: '2021-06-18T09:00:00Z', customers });
    expect(licenses(told, told.buy('elsewhere', 'business', { term: 'P1M' }))).toBe('manual');
    expect(licenses(told, told.buy('elsewhere', 'business', { term: 'P1M' }), { to: 'pair' })).toBe('automatic');
  });
});

describe('what was upgraded is not taken back before its renewal (portal 6.4)', () => {
  test.each([
    ['everything', {}],
    ['everything for longer', { term: { duration: 'P1Y', billingCycle: 'Monthly' } as const }],
    ['a part', { quantity: 4 }],
  ])('%s', (_, wish) => {
    const { told, id } = bought({ quantity: 10 });
    // Well inside the window of the purchase.
    told.go('2021-06-18T10:00:00Z');
    const made = upgrade(told, id, wish);
    expect(told.refusal(told.change(made, { status: 'deleted' }))).toEqual({
      type: 'CancellationNotOffered',
      because: 'upgraded',
    });
    expect(told.refusal(told.change(made, { quantity: 3 }))?.type).toBe('ReductionClosed');
    const renews = told.subscription(made).term.endsOn;
    told.go(`${renews}T23:59:59.999Z`);
    expect(told.refusal(told.change(made, { quantity: 3 }))?.type).toBe('ReductionClosed');
    told.world.advanceTo((told.world.now + 1) as typeof told.world.now);
    expect(told.subscription(made).batches.map(({ kind }) => kind)).toEqual(['renewal']);
    told.update(made, { quantity: 3 });
    told.update(made, { status: 'deleted' });
  });

  test('what stays behind keeps the window of its purchase', () => {
    const { told, id } = bought({ quantity: 10 });
    told.go('2021-06-20T10:00:00Z');
    upgrade(told, id, { quantity: 4 });
    told.update(id, { quantity: 5 });
    told.update(id, { status: 'deleted' });
    // 49 hours: two days are used. Whatever was charged for the days after is given back.
    expect(told.rows(id).slice(1)).toEqual([
      '2021-06-20 – 2021-07-17  convert  -9.40 × 10 = -94.00',
      '2021-06-20 – 2021-07-17  convert  9.40 × 6 = 56.40',
      '2021-06-20 – 2021-07-17  removeQuantity  -9.40 × 6 = -56.40',
      '2021-06-20 – 2021-07-17  removeQuantity  9.408 × 5 = 47.04',
      '2021-06-20 – 2021-07-17  cancelImmediate  -9.40 × 5 = -47.00',
    ]);
    expect(told.subscription(id)).toMatchObject({ status: 'deleted', canceled: true });
  });
});

describe('a trial becomes paid before its end (portal 6.6)', () => {
  function trial(): { readonly told: Story; readonly id: string } {
    const told = story('2021-10-01T10:30:00Z');
    return { told, id: told.buy('adatum', 'business-trial') };
  }

  test('as the default paid term, from today on', () => {
    const { told, id } = trial();
    told.go('2021-10-10T10:30:00Z');
    const happened = told.done(upgrading(told, id, { to: 'business' }));
    expect(eventTypes(happened)).toEqual(['TrialConverted', 'TransitionMade']);
    expect(told.subscription(id)).toMatchObject({
      trial: null,
      catalogItemId: 'CFQ7TTC0LDPB:0001:CFQ7TTC0K971',
      quantity: 25,
      autoRenew: true,
      term: { startsOn: '2021-10-10', endsOn: '2022-10-09', duration: 'P1Y', billingCycle: 'Monthly' },
    });
    expect(told.rows(id)).toEqual([
      '2021-10-01 – 2021-10-30  new  0.00 × 25 = 0.00',
      '2021-10-10 – 2021-11-09  convert  10.08 × 25 = 252.00',
    ]);
    expect(told.world.state.transitions.get(id)?.at(-1)).toMatchObject({ toSubscriptionId: id, licenses: 'automatic' });
    // At the end of the trial nothing is left of it.
    told.go('2021-10-31T12:00:00Z');
    expect(told.charges(id)).toHaveLength(2);
  });

  test('in a term of one’s choice with more licences, never with fewer', () => {
    const { told, id } = trial();
    const term = { duration: 'P1M', billingCycle: 'Monthly' } as const;
    const range = { type: 'QuantityOutOfRange', min: 25, max: 300 };
    expect(refusal(told, id, { to: 'business', quantity: 24, term })).toEqual({ ...range, quantity: 24 });
    expect(refusal(told, id, { to: 'business', quantity: 301, term })).toEqual({ ...range, quantity: 301 });
    upgrade(told, id, { to: 'business', quantity: 26, term });
    expect(told.rows(id).at(-1)).toBe('2021-10-01 – 2021-10-31  convert  10.08 × 26 = 262.08');
  });

  test('into nothing but its paid SKU, a subscription of its own, where the customer may have one more', () => {
    const { told, id } = trial();
    expect(refusal(told, id)).toMatchObject({ type: 'NotAnUpgrade' });
    const existing = told.buy('adatum', 'business', { term: 'P3Y', cycle: 'Annual' });
    told.go('2021-10-05');
    expect(refusal(told, id, { to: 'business', toSubscriptionId: existing })).toMatchObject({ because: 'trial' });
    expect(existingTargets(told.world.state, told.subscription(id), told.offer('business'), told.world.now)).toEqual(
      [],
    );
    const pair = told.buy('adatum', 'pair-trial');
    expect(refusal(told, pair, { to: 'pair' })).toBeUndefined();
    const alone = told.buy('adatum', 'stand-alone-trial');
    expect(refusal(told, alone, { to: 'business' })).toMatchObject({ because: 'noPath' });
  });

  test('what was saved for its end is gone (S0-84)', () => {
    const { told, id } = trial();
    const next = { catalogItemId: 'CFQ7TTC0LDPB:0001:CFQ7TTC0K971', duration: 'P1M', billingCycle: 'Monthly' } as const;
    told.update(id, { schedule: { ...next, quantity: 5 } });
    const happened = told.done(upgrading(told, id, { to: 'business' }));
    expect(happened[0]?.events[0]).toMatchObject({ type: 'SavedChangesRemoved', cause: 'converted' });
    expect(told.subscription(id)).toMatchObject({ scheduled: null, quantity: 25, term: { duration: 'P1Y' } });
  });
});

describe('the price is the list price of that day', () => {
  test('for the target; the rest of the source is given back at what it cost', () => {
    const { told, id } = bought({ quantity: 1 });
    const offers = OFFERS.map((each) =>
      each.key === 'e1' || each.key === 'business'
        ? { ...each, terms: each.terms.map((term) => ({ ...term, price: '30.00', per: 'month' as const })) }
        : each,
    );
    Object.assign(told.world.state, { catalog: new Catalog(offers) });
    told.go('2021-06-25T09:00:00Z');
    upgrade(told, id);
    expect(told.rows(id).slice(1)).toEqual([
      '2021-06-25 – 2021-07-17  convert  -7.72 × 1 = -7.72',
      '2021-06-25 – 2021-07-17  convert  23.00 × 1 = 23.00',
    ]);
  });

  test('a row of upgrades leaves a row of transitions', () => {
    const { told, id } = bought({ quantity: 10 });
    told.go('2021-06-25T09:00:00Z');
    upgrade(told, id, { to: 'pair', quantity: 3 });
    told.go('2021-06-26T09:00:00Z');
    upgrade(told, id, { quantity: 7 });
    const made = told.world.state.transitions.get(id) ?? [];
    expect(made.map(({ quantity, at }) => `${quantity} ${formatInstant(at)}`)).toEqual([
      '3 2021-06-25T09:00:00Z',
      '7 2021-06-26T09:00:00Z',
    ]);
    expect(new Set(made.map(({ operationId }) => operationId)).size).toBe(2);
  });
});

test('a target that the catalog hides from the customer is no way up (portal 3.3)', () => {
  const upwards = OFFERS.map((each) => (each.key === 'e1' ? { ...each, segments: ['Government' as const] } : each));
  const told = story({ at: '2021-10-01T08:00:00Z', offers: upwards });
  const id = told.buy('adatum', 'business', { quantity: 10 });
  const { state } = told.world;
  expect(upgradeTargets(state, told.subscription(id)).map(({ key }) => key)).not.toContain('e1');
  expect(scheduleChoices(state, told.subscription(id)).map(({ offer }) => offer.key)).not.toContain('e1');
});
