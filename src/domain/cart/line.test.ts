/** Why one line of an order is refused although the offer could be bought, and beside each how it is accepted. */
import { describe, expect, test } from 'vitest';
import type { LineRefusal, Refusal } from '../refusals';
import { customer, story, type Purchase, type Story } from '../testing/story';

function refused(refusal: LineRefusal): Refusal {
  return { type: 'LineRefused', line: 0, refusal };
}

describe('items', () => {
  test('an unknown one is named as it was written', () => {
    const told = story();
    const line = { ...told.line('office'), catalogItemId: 'ABC:0001:DEF' };
    expect(told.refusal(told.order('contoso', line))).toEqual(
      refused({ type: 'ItemUnknown', catalogItemId: 'ABC:0001:DEF' }),
    );
  });

  test('ids compare without regard to case; what is stored is spelt as in the catalog', () => {
    const told = story();
    const line = told.line('business');
    told.done(told.order('adatum', { ...line, catalogItemId: line.catalogItemId.toLowerCase() }));
    const [id = ''] = told.world.state.subscriptionsOf.get('adatum') ?? [];
    expect(told.subscription(id).catalogItemId).toBe('CFQ7TTC0LDPB:0001:CFQ7TTC0K971');
  });
});

describe('terms', () => {
  const BUSINESS_TERMS = [
    { termDuration: 'P1M', billingCycle: 'Monthly' },
    { termDuration: 'P1Y', billingCycle: 'Monthly' },
    { termDuration: 'P1Y', billingCycle: 'Annual' },
    { termDuration: 'P3Y', billingCycle: 'Monthly' },
    { termDuration: 'P3Y', billingCycle: 'Annual' },
    { termDuration: 'P3Y', billingCycle: 'Triennial' },
  ] as const;

  test.each(BUSINESS_TERMS)('$termDuration billed $billingCycle is offered', ({ termDuration, billingCycle }) => {
    const told = story();
    const id = told.buy('adatum', 'business', { term: termDuration, cycle: billingCycle });
    expect(told.subscription(id).term).toMatchObject({ duration: termDuration, billingCycle });
  });

  test.each([
    ['P1M', 'Annual'],
    ['P1Y', 'Triennial'],
    ['P3Y', 'OneTime'],
    ['none', 'OneTime'],
    ['P1M', 'None'],
  ] as const)('%s billed %s is not, and the refusal says what is', (termDuration, billingCycle) => {
    const told = story();
    const refusal = told.refusalOfBuying('adatum', 'business', { more: { termDuration, billingCycle } });
    expect(refusal).toEqual(refused({ type: 'TermNotOffered', termDuration, billingCycle, choices: BUSINESS_TERMS }));
  });
});

describe('the term after a trial of the marketplace', () => {
  test.each([
    [undefined, { catalogItemId: undefined, duration: 'P1M', billingCycle: 'Monthly' }, '2.00 × 1 = 2.00'],
    ['P1M', { duration: 'P1M', billingCycle: 'Monthly' }, '2.00 × 1 = 2.00'],
    ['P1Y', { duration: 'P1Y', billingCycle: 'Annual' }, '20.00 × 1 = 20.00'],
  ] as const)('asked for %s, it renews to %j', (renewsTo, paid, price) => {
    const told = story('2021-10-01');
    const more = renewsTo ? { renewsToTermDuration: renewsTo } : {};
    const id = told.buy('contoso', 'saas-trial', { term: 'P1M', more });
    expect(told.subscription(id).trial?.convertsTo).toMatchObject({
      duration: paid.duration,
      billingCycle: paid.billingCycle,
    });
    const [order] = told.world.state.orders.values();
    told.go('2021-10-31');
    expect(told.rows(id)[1]).toContain(price);
    expect(told.charges(id)[1]?.amount).toEqual(order?.lines[0]?.extended);
  });

  test('what the publisher does not offer is refused', () => {
    const told = story();
    const refusal = told.refusalOfBuying('contoso', 'saas-trial', {
      term: 'P1M',
      more: { renewsToTermDuration: 'P3Y' },
    });
    expect(refusal).toEqual(
      refused({
        type: 'TermNotOffered',
        termDuration: 'P3Y',
        billingCycle: 'Monthly',
        choices: [
          { termDuration: 'P1M', billingCycle: 'Monthly' },
          { termDuration: 'P1Y', billingCycle: 'Annual' },
        ],
      }),
    );
  });
});

describe('currency', () => {
  test.each([
    ['EUR', undefined],
    ['eur', undefined],
    ['USD', { type: 'CurrencyRefused', currency: 'USD', expected: 'EUR' }],
  ] as const)('%s for a customer in Germany', (currency, refusal) => {
    const told = story();
    expect(told.refusalOfBuying('adatum', 'business', { more: { currency } })).toEqual(refusal && refused(refusal));
  });
});

describe('quantity', () => {
  test.each([
    ['business', 0, false, 1, 300],
    ['business', 1, true, 1, 300],
    ['business', 300, true, 1, 300],
    ['business', 301, false, 1, 300],
    ['five-or-more', 4, false, 5, 10],
    ['five-or-more', 5, true, 5, 10],
    ['five-or-more', 10, true, 5, 10],
    ['five-or-more', 11, false, 5, 10],
    ['business-trial', 24, false, 25, 25],
    ['business-trial', 25, true, 25, 25],
    ['business-trial', 26, false, 25, 25],
    ['azure', 1, true, 1, 1],
    ['azure', 2, false, 1, 1],
    ['metered', 1, true, 1, 1],
    ['metered', 2, false, 1, 1],
  ])('%s, %i: %s', (key, quantity, accepted, min, max) => {
    const told = story();
    expect(told.refusalOfBuying('adatum', key, { quantity })).toEqual(
      accepted ? undefined : refused({ type: 'QuantityOutOfRange', quantity, min, max }),
    );
  });
});

describe('resellers', () => {
  const resellers = [{ mpnId: '5551111', name: 'Trey Research' }];
  const through: Purchase = { more: { resellerMpnId: '5551111' } };

  test.each([
    ['directBill', through, { type: 'ResellerNotAllowed' }],
    ['directBill', {}, undefined],
    ['indirectProvider', through, undefined],
    ['indirectProvider', {}, undefined],
    ['indirectProvider', { more: { resellerMpnId: '5552222' } }, { type: 'ResellerUnknown', mpnId: '5552222' }],
  ] as const)('%s, %j', (type, purchase, refusal) => {
    const told = story({ partner: { type, resellers } });
    expect(told.refusalOfBuying('contoso', 'office', purchase)).toEqual(refusal && refused(refusal));
  });

  test('the reseller stands on the order line and on the subscription', () => {
    const told = story({ partner: { type: 'indirectProvider', resellers } });
    const id = told.buy('contoso', 'office', through);
    expect(told.subscription(id).resellerMpnId).toBe('5551111');
    expect(told.world.state.orders.get(told.subscription(id).orderId)?.lines[0]?.resellerMpnId).toBe('5551111');
  });
});

describe('the Azure subscription of a reservation', () => {
  function buyFor(told: Story, azureSubscriptionId: string): Refusal | undefined {
    return told.refusalOfBuying('adatum', 'reservation', { more: { azureSubscriptionId } });
  }

  test('is an active plan of the same customer, in any case', () => {
    const told = story();
    const plan = told.buy('adatum', 'azure');
    const foreign = told.buy('contoso', 'azure');
    const office = told.buy('adatum', 'office');
    expect(buyFor(told, plan)).toBeUndefined();
    expect(buyFor(told, plan.toUpperCase())).toBeUndefined();
    for (const wrong of [foreign, office, 'none']) {
      expect(buyFor(told, wrong)).toEqual(refused({ type: 'AzureSubscriptionUnknown', subscriptionId: wrong }));
    }
  });

  test('none means shared', () => {
    const told = story();
    told.buy('adatum', 'azure');
    const id = told.buy('adatum', 'reservation');
    expect(told.subscription(id).azureSubscriptionId).toBeUndefined();
  });
});

describe('roles', () => {
  test.each([
    ['anna', 'server', true],
    ['sara', 'server', false],
    ['bill', 'suse', false],
    ['sara', 'office', true],
    ['sara', 'azure', true],
  ])('%s buys %s: %s (S3-1)', (by, key, allowed) => {
    const told = story();
    expect(told.refusalOfBuying('contoso', key, { by })).toEqual(
      allowed ? undefined : { type: 'RoleMissing', action: 'buySoftware', roles: ['GlobalAdmin', 'AdminAgent'] },
    );
  });

  test('in a cart the software line is marked, and nothing of the cart is bought', () => {
    const told = story();
    const cart = told.saveCart('contoso', [told.line('office'), told.line('server')]);
    expect(told.refusal(told.checkOut('contoso', cart), 'sara')).toMatchObject({
      type: 'CartHasErrors',
      lines: [{ line: 1, refusal: { type: 'RoleMissing', action: 'buySoftware' } }],
    });
    expect(told.world.state.subscriptions.size).toBe(0);
  });
});

describe('what is told first', () => {
  test('an offer that is not there for the customer, before what is wrong with the line', () => {
    const told = story({ customers: [customer('buyer', 'DE')] });
    const wrong = { quantity: 0, more: { currency: 'USD', termDuration: 'P3Y', billingCycle: 'None' } } as const;
    expect(told.refusalOfBuying('buyer', 'not-german-office', wrong)).toEqual(
      refused({ type: 'MarketNotServed', country: 'DE' }),
    );
    expect(told.refusalOfBuying('buyer', 'office', wrong)).toMatchObject({ refusal: { type: 'TermNotOffered' } });
  });

  test('a cart tells what is wrong with every line', () => {
    const told = story();
    const cart = told.saveCart('adatum', [
      told.line('business', { quantity: 301 }),
      told.line('office'),
      told.line('not-in-csp'),
      { ...told.line('office'), catalogItemId: 'x' },
    ]);
    const refusal = told.refusal(told.checkOut('adatum', cart));
    expect(refusal).toMatchObject({
      type: 'CartHasErrors',
      lines: [
        { line: 0, refusal: { type: 'QuantityOutOfRange' } },
        { line: 2, refusal: { type: 'NotInCsp' } },
        { line: 3, refusal: { type: 'ItemUnknown' } },
      ],
    });
  });
});
