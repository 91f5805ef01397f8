/** Legacy: upgrades of all licences, and the billing frequency of an order (portal 6.4, 6.5; REST API 6.7, 12). */
import { describe, expect, test } from 'vitest';
import { catalogItemIdOf, type BillingCycle } from '../catalog/offer';
import type { Command } from '../commands';
import type { Refusal } from '../refusals';
import { eventTypes, startedIn, story, type Purchase, type Story } from '../testing/story';
import { legacyTargets } from './legacy-changes';

/** Bought on 13 January 2018, as the published examples of the legacy programme. */
function bought(purchase: Purchase = {}, key = 'office'): { readonly told: Story; readonly id: string } {
  const told = story('2018-01-13T10:00:00Z');
  return { told, id: told.buy('contoso', key, { cycle: 'Monthly', ...purchase }) };
}

describe('upgrades', () => {
  function upgrading(told: Story, id: string, to = 'office-yearly'): Command {
    const { customerId } = told.subscription(id);
    return {
      type: 'UpgradeLegacy',
      customerId,
      subscriptionId: id,
      toCatalogItemId: catalogItemIdOf(told.offer(to)),
    };
  }

  function refusal(told: Story, id: string, to?: string): Refusal | undefined {
    return told.refusal(upgrading(told, id, to));
  }

  test('all licences go to a new subscription with the same end date; the old one ends', () => {
    const { told, id } = bought({ quantity: 3 });
    const before = told.subscription(id);
    told.go('2018-02-01T10:00:00Z');
    const happened = told.done(upgrading(told, id));
    expect(eventTypes(happened)).toEqual(['LicensesMovedOut', 'OrderPlaced', 'SubscriptionStarted', 'TransitionMade']);
    const [made = ''] = startedIn(happened);
    expect(told.subscription(id)).toMatchObject({ status: 'deleted', autoRenew: false, billed: [] });
    expect(told.subscription(made)).toMatchObject({
      commerce: 'legacy',
      catalogItemId: catalogItemIdOf(told.offer('office-yearly')),
      friendlyName: 'office-yearly',
      quantity: 3,
      status: 'active',
      autoRenew: true,
      upgradedFrom: id,
      term: { anchor: '2018-01-13', startsOn: '2018-02-01', endsOn: before.term.endsOn, billingCycle: 'Monthly' },
    });
    expect(told.subscription(made).orderId).not.toBe(before.orderId);
    // 12 of 31 days at 0.129 and 0.568 a day.
    expect(told.rows(id)).toEqual([
      '2018-01-13 – 2018-02-12  Cycle fee  4.00 × 3 = 12.00',
      '2018-02-01 – 2018-02-12  Prorate fees when convert away from current offering  -1.55 × 3 = -4.65',
    ]);
    expect(told.rows(made)).toEqual([
      '2018-02-01 – 2018-02-12  Prorate fees when convert to a new offering  6.82 × 3 = 20.46',
    ]);
    expect(told.world.state.transitions.get(id)).toMatchObject([
      { toSubscriptionId: made, quantity: 3, licenses: 'automatic' },
    ]);
    told.go('2019-01-13');
    expect(told.rows(id)).toHaveLength(2);
    expect(told.rows(made).slice(1, 2)).toEqual(['2018-02-13 – 2018-03-12  Cycle fee  17.60 × 3 = 52.80']);
    expect(told.rows(made).at(-1)).toBe('2019-01-13 – 2019-02-12  Cycle fee  17.60 × 3 = 52.80');
    expect(told.charges(made)).toHaveLength(1 + 11 + 1);
    const order = told.world.state.orders.get(told.subscription(made).orderId);
    expect(order?.lines[0]?.extended.minor).toBe(2046 + 11 * 5280);
  });

  test('billed annually: each by the policy of its own offer (decisions 26)', () => {
    const { told, id } = bought({ cycle: 'Annual', quantity: 2 });
    told.go('2018-03-01T10:00:00Z');
    const [made = ''] = startedIn(told.done(upgrading(told, id)));
    // 318 days: 0.13 each of what is quoted by the month, exactly of what is quoted by the year.
    expect(told.rows(id).slice(1)).toEqual([
      '2018-03-01 – 2019-01-12  Prorate fees when convert away from current offering  -41.34 × 2 = -82.68',
    ]);
    expect(told.rows(made)).toEqual([
      '2018-03-01 – 2019-01-12  Prorate fees when convert to a new offering  184.00 × 2 = 368.01',
    ]);
    told.go('2019-01-13');
    expect(told.rows(made).at(-1)).toBe('2019-01-13 – 2020-01-12  Prorate fee when renew  211.20 × 2 = 422.40');
  });

  test('on the day of the purchase everything comes back', () => {
    const { told, id } = bought({ cycle: 'Annual' });
    const [made = ''] = startedIn(told.done(upgrading(told, id)));
    expect(told.rows(id).slice(1)).toEqual([
      '2018-01-13 – 2019-01-12  Prorate fees when convert away from current offering  -48.00 × 1 = -48.00',
    ]);
    expect(told.rows(made)).toEqual([
      '2018-01-13 – 2019-01-12  Prorate fees when convert to a new offering  211.20 × 1 = 211.20',
    ]);
  });

  test('licences that were changed and not settled yet are settled first', () => {
    const { told, id } = bought();
    told.go('2018-01-20T10:00:00Z');
    told.update(id, { quantity: 2 });
    told.go('2018-02-01T10:00:00Z');
    const happened = told.done(upgrading(told, id));
    expect(eventTypes(happened)[0]).toBe('QuantitySettled');
    expect(told.rows(id).slice(1)).toEqual([
      '2018-01-13 – 2018-02-12  Cycle instance prorate  -4.00 × 1 = -4.00',
      '2018-01-13 – 2018-01-19  Cycle instance prorate  0.90 × 1 = 0.90',
      '2018-01-20 – 2018-02-12  Cycle instance prorate  3.10 × 2 = 6.20',
      '2018-02-01 – 2018-02-12  Prorate fees when convert away from current offering  -1.55 × 2 = -3.10',
    ]);
    const [made = ''] = startedIn(happened);
    told.go('2018-02-13');
    // Nothing is left to settle on the anniversary.
    expect(told.rows(id)).toHaveLength(5);
    expect(told.rows(made)).toHaveLength(2);
  });

  test('the new one is a subscription like any other: suspended, changed, upgraded again', () => {
    const { told, id } = bought({ cycle: 'Annual' });
    told.go('2018-02-01T10:00:00Z');
    const [made = ''] = startedIn(told.done(upgrading(told, id)));
    told.update(made, { quantity: 2 });
    told.update(made, { status: 'suspended' });
    told.update(made, { status: 'active' });
    told.go('2018-02-13');
    expect(told.subscription(made)).toMatchObject({ status: 'active', quantity: 2, unsettled: [] });
    expect(legacyTargets(told.world.state, told.subscription(made))).toEqual([]);
    expect(refusal(told, made)).toMatchObject({ type: 'UpgradeNotOffered', because: 'noPath' });
  });

  test.each<[string, (told: Story, id: string) => void, object]>([
    [
      'suspended',
      (told, id) => told.update(id, { status: 'suspended' }),
      { because: 'notActive', status: 'suspended' },
    ],
    [
      'with an add-on',
      (told, id) =>
        told.done({
          type: 'BuyAddOns',
          customerId: 'contoso',
          orderId: told.subscription(id).orderId,
          lines: [{ parentId: id, catalogItemId: catalogItemIdOf(told.offer('office-addon')), quantity: 1 }],
        }),
      { because: 'addOns' },
    ],
    [
      'where the customer has the target',
      (told) => told.buy('contoso', 'office-yearly'),
      { type: 'UpgradeConflict', offer: 'office-yearly' },
    ],
    [
      'where it has the target, suspended',
      (told) => told.update(told.buy('contoso', 'office-yearly'), { status: 'suspended' }),
      { type: 'UpgradeConflict' },
    ],
  ])('refused %s', (_, happens, expected) => {
    const { told, id } = bought();
    happens(told, id);
    expect(refusal(told, id)).toMatchObject({
      ...('type' in expected ? {} : { type: 'UpgradeNotOffered' }),
      ...expected,
    });
  });

  test('a target that ended is no conflict', () => {
    const { told, id } = bought();
    const other = told.buy('contoso', 'office-yearly');
    told.update(other, { status: 'suspended' });
    told.go('2018-08-01');
    expect(told.subscription(other).status).toBe('deleted');
    expect(refusal(told, id)).toBeUndefined();
  });

  test('refused for trials, add-ons, other programmes, offers without a way up, and what is no way up', () => {
    const { told, id } = bought();
    const trial = told.buy('northwind', 'office-trial');
    const saas = told.buy('contoso', 'saas-ready');
    const none = told.buy('contoso', 'everyone-office');
    told.done({
      type: 'BuyAddOns',
      customerId: 'contoso',
      orderId: told.subscription(id).orderId,
      lines: [{ parentId: id, catalogItemId: catalogItemIdOf(told.offer('office-addon')), quantity: 1 }],
    });
    const addOn = [...told.world.state.subscriptions.keys()].at(-1) ?? '';
    expect(refusal(told, trial)).toMatchObject({ because: 'trial' });
    expect(refusal(told, saas)).toMatchObject({ because: 'legacyOnly' });
    expect(refusal(told, none)).toMatchObject({ because: 'noPath' });
    expect(refusal(told, addOn)).toMatchObject({ because: 'noPath' });
    const other = told.buy('contoso', 'office');
    expect(refusal(told, other, 'pennies')).toMatchObject({ type: 'NotAnUpgrade' });
    expect(told.refusal(upgrading(told, other), 'dave')?.type).toBe('RoleMissing');
    expect(told.refusal({ ...upgrading(told, other), customerId: 'adatum' } as Command)?.type).toBe(
      'SubscriptionNotFound',
    );
  });

  test('refused where the target is not billed like the source, or holds fewer licences', () => {
    const { told, id } = bought({ quantity: 6 });
    expect(refusal(told, id, 'office-annual')).toMatchObject({ type: 'TermNotOffered', billingCycle: 'Monthly' });
    expect(refusal(told, id, 'office-small')).toEqual({ type: 'QuantityOutOfRange', quantity: 6, min: 1, max: 5 });
    told.update(id, { quantity: 5 });
    expect(refusal(told, id, 'office-small')).toBeUndefined();
  });
});

describe('the billing frequency of an order', () => {
  function billing(told: Story, id: string, billingCycle: BillingCycle): Command {
    const { customerId, orderId } = told.subscription(id);
    return { type: 'ChangeOrderBilling', customerId, orderId, billingCycle };
  }

  test('every subscription of it begins a new term of twelve months, at today’s price', () => {
    const told = story('2018-01-13T10:00:00Z');
    const lines = [
      told.line('office', { cycle: 'Monthly' }),
      told.line('office-yearly', { cycle: 'Monthly', quantity: 2 }),
    ];
    const [office = '', yearly = ''] = startedIn(told.done(told.order('contoso', ...lines)));
    const alone = told.buy('contoso', 'office', { cycle: 'Monthly' });
    told.go('2018-02-01T10:00:00Z');
    const happened = told.done(billing(told, office, 'Annual'));
    expect(eventTypes(happened)).toEqual(['OrderBillingChanged', 'TermChanged', 'TermChanged']);
    for (const id of [office, yearly]) {
      expect(told.subscription(id)).toMatchObject({
        term: { anchor: '2018-02-01', startsOn: '2018-02-01', endsOn: '2019-01-31', billingCycle: 'Annual' },
        cycle: { startsOn: '2018-02-01', endsOn: '2019-01-31' },
      });
    }
    expect(told.world.state.orders.get(told.subscription(office).orderId)?.billingCycle).toBe('Annual');
    expect(told.rows(office)).toEqual([
      '2018-01-13 – 2018-02-12  Cycle fee  4.00 × 1 = 4.00',
      '2018-02-01 – 2018-02-12  Cancel instance prorate  -1.55 × 1 = -1.55',
      '2018-02-01 – 2019-01-31  Prorate fees when purchase  48.00 × 1 = 48.00',
    ]);
    expect(told.rows(yearly).slice(1)).toEqual([
      '2018-02-01 – 2018-02-12  Cancel instance prorate  -6.82 × 2 = -13.64',
      '2018-02-01 – 2019-01-31  Prorate fees when purchase  211.20 × 2 = 422.40',
    ]);
    // Another order is another order.
    expect(told.subscription(alone).term.billingCycle).toBe('Monthly');
    told.go('2019-02-01');
    expect(told.rows(office).at(-1)).toBe('2019-02-01 – 2020-01-31  Prorate fee when renew  48.00 × 1 = 48.00');
  });

  test('annual to monthly: the unused rest of the year comes back', () => {
    const { told, id } = bought({ cycle: 'Annual' });
    told.go('2018-03-01T10:00:00Z');
    told.done(billing(told, id, 'Monthly'));
    told.go('2018-04-01');
    expect(told.rows(id).slice(1)).toEqual([
      '2018-03-01 – 2019-01-12  Cancel instance prorate  -41.34 × 1 = -41.34',
      '2018-03-01 – 2018-03-31  Cycle fee  4.00 × 1 = 4.00',
      '2018-04-01 – 2018-04-30  Cycle fee  4.00 × 1 = 4.00',
    ]);
    expect(told.subscription(id).term.endsOn).toBe('2019-02-28');
  });

  test('add-ons follow, in the term of their base', () => {
    const { told, id } = bought();
    told.go('2018-01-20T10:00:00Z');
    const { orderId } = told.subscription(id);
    const [addOn = ''] = startedIn(
      told.done({
        type: 'BuyAddOns',
        customerId: 'contoso',
        orderId,
        lines: [{ parentId: id, catalogItemId: catalogItemIdOf(told.offer('office-addon')), quantity: 2 }],
      }),
    );
    told.go('2018-02-01T10:00:00Z');
    told.done(billing(told, id, 'Annual'));
    const { openedAt: _, ...term } = told.subscription(id).term;
    expect(told.subscription(addOn)).toMatchObject({ term, quantity: 2 });
    expect(told.subscription(addOn).cycle).toEqual(told.subscription(id).cycle);
    expect(told.rows(addOn).slice(1)).toEqual([
      '2018-02-01 – 2018-02-12  Cancel instance prorate  -1.55 × 2 = -3.10',
      '2018-02-01 – 2019-01-31  Prorate fees when purchase  48.00 × 2 = 96.00',
    ]);
  });

  test('a change of licences that waits is settled first', () => {
    const { told, id } = bought();
    told.go('2018-01-20T10:00:00Z');
    told.update(id, { quantity: 2 });
    told.go('2018-02-01T10:00:00Z');
    told.done(billing(told, id, 'Annual'));
    told.go('2018-03-01');
    expect(told.rows(id).slice(1)).toEqual([
      '2018-01-13 – 2018-02-12  Cycle instance prorate  -4.00 × 1 = -4.00',
      '2018-01-13 – 2018-01-19  Cycle instance prorate  0.90 × 1 = 0.90',
      '2018-01-20 – 2018-02-12  Cycle instance prorate  3.10 × 2 = 6.20',
      '2018-02-01 – 2018-02-12  Cancel instance prorate  -1.55 × 2 = -3.10',
      '2018-02-01 – 2019-01-31  Prorate fees when purchase  48.00 × 2 = 96.00',
    ]);
  });

  test.each([
    // Less than 30 days after the purchase everything comes back, afterwards what is unused (decisions 27).
    ['2018-02-12T09:59:59.999Z', '2018-02-01 – 2019-01-31  Cancel fee  -48.00 × 1 = -48.00'],
    ['2018-02-12T10:00:00Z', '2018-02-12 – 2019-01-31  Cancel fee  -46.02 × 1 = -46.02'],
  ])('it is no new purchase: suspended at %s', (at, line) => {
    const { told, id } = bought();
    told.go('2018-02-01T10:00:00Z');
    told.done(billing(told, id, 'Annual'));
    told.go(at);
    told.update(id, { status: 'suspended' });
    expect(told.rows(id).at(-1)).toBe(line);
  });

  test('as it is already: nothing happens', () => {
    const { told, id } = bought();
    expect(told.done(billing(told, id, 'Monthly'))).toEqual([]);
  });

  test('licences keep when they came: nothing is cancelled here anyway', () => {
    const { told, id } = bought({ quantity: 2 });
    const { batches } = told.subscription(id);
    told.done(billing(told, id, 'Annual'));
    expect(told.subscription(id).batches).toEqual(batches);
  });

  test.each<[string, (told: Story) => readonly string[], string, readonly number[]]>([
    [
      'one of them is suspended',
      (told) => {
        const ids = startedIn(told.done(told.order('contoso', told.line('office'), told.line('pennies'))));
        told.update(ids[1] ?? '', { status: 'suspended' });
        return ids;
      },
      'notActive',
      [1],
    ],
    [
      'one of them is a trial',
      (told) => startedIn(told.done(told.order('contoso', told.line('office'), told.line('office-trial')))),
      'trial',
      [1],
    ],
    [
      'one of them is not sold so',
      (told) =>
        startedIn(
          told.done(told.order('contoso', told.line('office', { cycle: 'Annual' }), told.line('office-annual'))),
        ),
      'notOffered',
      [1],
    ],
    [
      'one of them is of another programme',
      (told) => startedIn(told.done(told.order('contoso', told.line('office'), told.line('saas-ready')))),
      'notLegacy',
      [1],
    ],
    ['nothing of it is legacy', (told) => [told.buy('adatum', 'business')], 'notLegacy', [0]],
    [
      'nothing of it lives',
      (told) => {
        const id = told.buy('contoso', 'office-trial');
        told.go('2018-03-01');
        return [id];
      },
      'notLegacy',
      [],
    ],
  ])('refused: %s', (_, buy, because, inTheWay) => {
    const told = story('2018-01-13T10:00:00Z');
    const ids = buy(told);
    const wanted = because === 'notOffered' ? 'Monthly' : 'Annual';
    expect(told.refusal(billing(told, ids[0] ?? '', wanted))).toEqual({
      type: 'OrderBillingRefused',
      because,
      subscriptionIds: inTheWay.map((index) => ids[index]),
    });
  });

  test('what ended does not stand in the way', () => {
    const told = story('2018-01-13T10:00:00Z');
    const [office = '', gone = ''] = startedIn(
      told.done(told.order('contoso', told.line('office'), told.line('pennies'))),
    );
    told.update(gone, { status: 'suspended' });
    told.go('2018-08-01');
    expect(told.subscription(gone).status).toBe('deleted');
    told.done(billing(told, office, 'Annual'));
    expect(told.subscription(office).term.billingCycle).toBe('Annual');
  });

  test('not of an order of somebody else, nor without the role', () => {
    const { told, id } = bought();
    const command = billing(told, id, 'Annual');
    expect(told.refusal({ ...command, customerId: 'adatum' } as Command)?.type).toBe('OrderNotFound');
    expect(told.refusal(command, 'dave')?.type).toBe('RoleMissing');
  });
});
