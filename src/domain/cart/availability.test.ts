/** Why something cannot be bought (portal 1.5, 2.3, 3.3–3.5): each reason where it holds, and beside it where it does not. */
import { describe, expect, test } from 'vitest';
import { checkAvailability, isListed } from '../catalog/purchasability';
import type { Qualification } from '../customers/customer';
import type { Unavailable } from '../refusals';
import { customer, story, type Purchase, type Story } from '../testing/story';

/** All reasons, the most telling first. */
function reasons(told: Story, customerId: string, key: string): Unavailable[] {
  return checkAvailability(told.world.state, told.customer(customerId), told.offer(key));
}

/** The rule and the order agree: the first reason refuses the order, none lets it through. */
function types(told: Story, customerId: string, key: string, purchase: Purchase = {}): string[] {
  const found = reasons(told, customerId, key).map(({ type }) => type);
  const refused = told.refusalOfBuying(customerId, key, purchase);
  if (found.length === 0) expect(refused).toBeUndefined();
  else expect(refused).toMatchObject({ type: 'LineRefused', line: 0, refusal: { type: found[0] } });
  return found;
}

describe('selling at all', () => {
  test.each([
    ['a direct bill partner', { type: 'directBill' }, 'contoso', undefined],
    ['an indirect provider', { type: 'indirectProvider' }, 'contoso', undefined],
    ['an indirect reseller', { type: 'indirectReseller' }, 'contoso', { type: 'PartnerCannotBuy' }],
    ['a restricted partner', { restricted: true }, 'contoso', { type: 'PartnerRestricted' }],
    ['no agreement yet', {}, 'unsigned', { type: 'AgreementMissing', customerId: 'unsigned' }],
  ] as const)('%s', (_, partner, customerId, refusal) => {
    const told = story({ partner });
    expect(told.refusalOfBuying(customerId, 'office')).toEqual(refusal);
    const lines = [told.line('office')];
    expect(told.refusal({ type: 'SaveCart', customerId, cartId: null, lines })).toEqual(refusal);
  });

  test('a partner that is restricted after the cart was filled cannot check it out; what it sold goes on', () => {
    const told = story();
    const id = told.buy('contoso', 'office');
    const cart = told.saveCart('contoso', [told.line('office')]);
    const restricted = story({ partner: { restricted: true } });
    restricted.world.replay(told.world.records.slice(restricted.world.records.length));
    expect(restricted.refusal(restricted.checkOut('contoso', cart))).toEqual({ type: 'PartnerRestricted' });
    restricted.update(id, { status: 'suspended' });
    expect(restricted.subscription(id).status).toBe('suspended');
  });

  test('a customer that does not exist', () => {
    const told = story();
    expect(told.refusalOfBuying('nobody', 'office')).toEqual({ type: 'CustomerNotFound', customerId: 'nobody' });
    expect(told.refusal(told.checkOut('nobody', 'cart'))).toEqual({ type: 'CustomerNotFound', customerId: 'nobody' });
    expect(told.refusal({ type: 'SaveCart', customerId: 'nobody', cartId: null, lines: [] })).toEqual({
      type: 'CustomerNotFound',
      customerId: 'nobody',
    });
  });
});

describe('segments (portal 2.3)', () => {
  const OFFERS = ['office', 'school-office', 'charity-office', 'agency-office', 'everyone-office'];

  test.each<[Qualification[], string[]]>([
    [[], ['office', 'everyone-office']],
    [['Nonprofit'], ['office', 'charity-office', 'everyone-office']],
    [['Education'], ['office', 'school-office', 'everyone-office']],
    [['GovernmentCommunityCloud'], ['agency-office', 'everyone-office']],
    [['StateOwnedEntity'], ['office', 'everyone-office']],
    [
      ['Education', 'StateOwnedEntity'],
      ['office', 'school-office', 'everyone-office'],
    ],
    [
      ['GovernmentCommunityCloud', 'StateOwnedEntity'],
      ['agency-office', 'everyone-office'],
    ],
  ])('qualified for %j: %j', (qualifications, bought) => {
    const told = story({ customers: [customer('buyer', 'US', { qualifications })] });
    const listed = OFFERS.filter((key) => isListed(told.world.state, told.customer('buyer'), told.offer(key)));
    expect(listed).toEqual(bought);
    expect(OFFERS.filter((key) => types(told, 'buyer', key).length === 0)).toEqual(bought);
  });

  test('the reason names the segments that it is for', () => {
    const told = story();
    expect(reasons(told, 'contoso', 'school-office')).toEqual([
      { type: 'SegmentNotQualified', segments: ['Education'] },
    ]);
  });
});

describe('markets', () => {
  test.each([
    ['nordic-office', 'northwind', undefined],
    ['nordic-office', 'contoso', 'US'],
    ['not-german-office', 'contoso', undefined],
    ['not-german-office', 'adatum', 'DE'],
  ])('%s of Microsoft for %s: hidden where it is not sold', (key, customerId, country) => {
    const told = story();
    expect(reasons(told, customerId, key)).toEqual(country ? [{ type: 'MarketNotServed', country }] : []);
    expect(isListed(told.world.state, told.customer(customerId), told.offer(key))).toBe(!country);
    types(told, customerId, key);
  });

  test.each([
    ['swedish-saas', 'northwind', undefined],
    ['swedish-saas', 'adatum', 'DE'],
    ['not-german-saas', 'contoso', undefined],
    ['not-german-saas', 'adatum', 'DE'],
  ])('%s of a publisher for %s: shown with its reason (S0-19)', (key, customerId, country) => {
    const told = story();
    expect(reasons(told, customerId, key)).toEqual(country ? [{ type: 'PublisherCountry', country }] : []);
    expect(isListed(told.world.state, told.customer(customerId), told.offer(key))).toBe(true);
    types(told, customerId, key);
  });

  test('nothing is sold in a country that is no market', () => {
    const cuban = { ...customer('buyer', 'US'), country: 'CU' };
    const told = story({ customers: [cuban] });
    expect(types(told, 'buyer', 'office')).toEqual(['MarketNotServed']);
    expect(types(told, 'buyer', 'saas')).toEqual(['PublisherCountry']);
  });
});

describe('the technical preview of new commerce (S0-47)', () => {
  test.each([
    [true, []],
    [false, ['PreviewNeeded']],
  ])('in the preview %s: %j', (newCommercePreview, expected) => {
    const told = story({ partner: { newCommercePreview } });
    expect(types(told, 'adatum', 'business')).toEqual(expected);
    expect(isListed(told.world.state, told.customer('adatum'), told.offer('business'))).toBe(newCommercePreview);
    expect(types(told, 'adatum', 'office')).toEqual([]);
  });
});

describe('what its publisher or its kind forbids', () => {
  test.each<[string, Unavailable | undefined]>([
    ['saas', undefined],
    ['for-us', undefined],
    ['for-others', { type: 'Exclusive', publisher: 'Tidewater', site: 'https://tidewater.example' }],
    ['not-in-csp', { type: 'NotInCsp' }],
    ['container', { type: 'NotTransactable', container: true }],
    ['machine-image', { type: 'NotTransactable', container: false }],
  ])('%s', (key, reason) => {
    const told = story();
    expect(reasons(told, 'contoso', key)).toEqual(reason ? [reason] : []);
    expect(isListed(told.world.state, told.customer('contoso'), told.offer(key))).toBe(true);
    types(told, 'contoso', key);
  });

  test('exclusive to others is exclusive to us when we are they', () => {
    const told = story({ partner: { mpnId: '9999999' } });
    expect(types(told, 'contoso', 'for-others')).toEqual([]);
    expect(types(told, 'contoso', 'for-us')).toEqual(['Exclusive']);
  });

  test('several reasons are all told', () => {
    const told = story({ customers: [customer('buyer', 'DE', { qualifications: ['GovernmentCommunityCloud'] })] });
    const all = told.offer('not-german-saas');
    const everything = { ...all, inCsp: false, transactable: false, exclusiveToPartner: [] };
    const found = checkAvailability(told.world.state, told.customer('buyer'), everything);
    expect(found.map(({ type }) => type)).toEqual([
      'SegmentNotQualified',
      'NotTransactable',
      'NotInCsp',
      'Exclusive',
      'PublisherCountry',
    ]);
  });
});

describe('limits (portal 3.5)', () => {
  test('one per customer: refused while it lives, in whatever state, free again when it is deleted', () => {
    const told = story('2021-10-01');
    const id = told.buy('contoso', 'single');
    expect(reasons(told, 'contoso', 'single')).toEqual([{ type: 'OnePerCustomer', subscriptionId: id }]);
    expect(types(told, 'contoso', 'single')).toEqual(['OnePerCustomer']);
    expect(types(told, 'adatum', 'single')).toEqual([]);
    told.update(id, { status: 'suspended' });
    expect(types(told, 'contoso', 'single')).toEqual(['SuspendedExists']);
    told.go('2022-02-01');
    expect(told.subscription(id).status).toBe('deleted');
    expect(types(told, 'contoso', 'single')).toEqual([]);
  });

  test('a suspended subscription is reactivated, not bought again, also where there is no limit (S0-18)', () => {
    const told = story();
    const id = told.buy('contoso', 'office');
    expect(types(told, 'contoso', 'office')).toEqual([]);
    told.update(id, { status: 'suspended' });
    expect(reasons(told, 'contoso', 'office')).toEqual([{ type: 'SuspendedExists', subscriptionId: id }]);
    expect(types(told, 'contoso', 'office')).toEqual(['SuspendedExists']);
    told.update(id, { status: 'active' });
    expect(types(told, 'contoso', 'office')).toEqual([]);
  });

  test('two at a time: the third is refused; what expired still occupies its place, what was deleted does not', () => {
    const told = story('2021-10-01');
    const first = told.buy('adatum', 'pair');
    told.buy('adatum', 'pair');
    const limit = { type: 'OfferLimit', count: 2, scope: 'Concurrent', held: 2, subscriptionId: first };
    expect(reasons(told, 'adatum', 'pair')).toEqual([limit]);
    told.update(first, { autoRenew: false });
    told.go('2021-11-01');
    expect(told.subscription(first).status).toBe('expired');
    expect(types(told, 'adatum', 'pair')).toEqual(['OfferLimit']);
    told.go('2022-03-01');
    expect(told.subscription(first).status).toBe('deleted');
    expect(types(told, 'adatum', 'pair')).toEqual([]);
    expect(types(told, 'adatum', 'pair')).toEqual(['OfferLimit']);
  });

  test('once in a lifetime: a deleted one counts for ever', () => {
    const told = story('2021-10-01');
    const id = told.buy('adatum', 'once');
    told.update(id, { autoRenew: false });
    told.go('2023-01-01');
    expect(told.subscription(id).status).toBe('deleted');
    expect(reasons(told, 'adatum', 'once')).toEqual([
      { type: 'OfferLimit', count: 1, scope: 'Lifetime', held: 1, subscriptionId: id },
    ]);
    expect(types(told, 'adatum', 'once')).toEqual(['OfferLimit']);
  });

  test('limits count within one cart: of three lines for two places the third is refused', () => {
    const told = story();
    const lines = [told.line('pair'), told.line('office'), told.line('pair'), told.line('pair')];
    const cart = told.saveCart('adatum', lines);
    expect(told.refusal(told.checkOut('adatum', cart))).toEqual({
      type: 'CartHasErrors',
      lines: [
        { line: 3, refusal: { type: 'OfferLimit', count: 2, scope: 'Concurrent', held: 2, subscriptionId: null } },
      ],
    });
    expect(told.refusal(told.order('adatum', ...lines))).toMatchObject({ type: 'LineRefused', line: 3 });
    told.saveCart('adatum', lines.slice(0, 3), cart);
    expect(told.refusal(told.checkOut('adatum', cart))).toBeUndefined();
  });

  test('a limit of one with nothing owned yet names no subscription', () => {
    const told = story();
    const line = told.line('single');
    expect(told.refusal(told.order('contoso', line, line))).toEqual({
      type: 'LineRefused',
      line: 1,
      refusal: { type: 'OfferLimit', count: 1, scope: 'Concurrent', held: 1, subscriptionId: null },
    });
  });
});

describe('trials (portal 6.6)', () => {
  test('one trial per offer and customer, ever', () => {
    const told = story('2021-10-01');
    const id = told.buy('adatum', 'business-trial');
    expect(types(told, 'adatum', 'business-trial')).toEqual(['OfferLimit']);
    expect(types(told, 'contoso', 'business-trial')).toEqual([]);
    told.update(id, { autoRenew: false });
    told.go('2023-01-01');
    expect(told.subscription(id).status).toBe('deleted');
    expect(types(told, 'adatum', 'business-trial')).toEqual(['OfferLimit']);
  });

  test('a trial that became paid was a trial: when the paid one is gone, there is no second trial', () => {
    const told = story('2021-10-01');
    const id = told.buy('adatum', 'pair-trial');
    told.go('2021-10-31');
    expect(told.subscription(id).catalogItemId).toBe(told.line('pair').catalogItemId);
    expect(types(told, 'adatum', 'pair-trial')).toEqual(['OfferLimit', 'TrialOfOwned']);
    told.update(id, { autoRenew: false });
    told.go('2022-12-01');
    expect(told.subscription(id).status).toBe('deleted');
    expect(reasons(told, 'adatum', 'pair-trial')).toEqual([
      { type: 'OfferLimit', count: 1, scope: 'Lifetime', held: 1, subscriptionId: id },
    ]);
  });

  test('no trial of what the customer has', () => {
    const told = story();
    const owned = told.buy('adatum', 'business');
    expect(reasons(told, 'adatum', 'business-trial')).toEqual([{ type: 'TrialOfOwned', subscriptionId: owned }]);
    expect(types(told, 'adatum', 'business-trial')).toEqual(['TrialOfOwned']);
    expect(types(told, 'adatum', 'pair-trial')).toEqual([]);
  });

  test('a trial does not become one more than the customer may have: it ends instead', () => {
    const told = story('2021-10-01');
    const trial = told.buy('adatum', 'pair-trial');
    told.buy('adatum', 'pair');
    told.buy('adatum', 'pair');
    told.go('2021-10-31');
    expect(told.subscription(trial).status).toBe('expired');
    expect(told.rows(trial)).toEqual(['2021-10-01 – 2021-10-30  new  0.00 × 25 = 0.00']);
  });
});

describe('add-ons', () => {
  test('legacy ones are hidden and never bought in the catalog, base or not (S0-33)', () => {
    const told = story();
    told.buy('contoso', 'office');
    expect(isListed(told.world.state, told.customer('contoso'), told.offer('office-addon'))).toBe(false);
    expect(types(told, 'contoso', 'office-addon')).toEqual(['SoldWithBaseOnly']);
  });

  test('new-commerce ones need an active base', () => {
    const told = story('2021-10-01');
    const [reason] = reasons(told, 'adatum', 'calling');
    expect(reason).toMatchObject({ type: 'AddOnWithoutBase', bases: [{ key: 'business' }, { key: 'pair' }] });
    expect(types(told, 'adatum', 'calling')).toEqual(['AddOnWithoutBase']);
    const base = told.buy('adatum', 'business', { term: 'P1M' });
    expect(reasons(told, 'contoso', 'calling').map(({ type }) => type)).toEqual(['AddOnWithoutBase']);
    told.update(base, { status: 'suspended' });
    expect(types(told, 'adatum', 'calling')).toEqual(['AddOnWithoutBase']);
    told.update(base, { status: 'active' });
    expect(types(told, 'adatum', 'calling')).toEqual([]);
  });

  test.each([
    ['before', ['business', 'calling']],
    ['after', ['calling', 'business']],
  ])('the base may stand %s it in the same cart', (_, keys) => {
    const told = story();
    const cart = told.saveCart(
      'adatum',
      keys.map((key) => told.line(key)),
    );
    told.done(told.checkOut('adatum', cart));
    expect(told.world.state.subscriptionsOf.get('adatum')).toHaveLength(2);
  });

  test('another add-on is no base, and itself neither', () => {
    const told = story();
    expect(told.refusal(told.order('adatum', told.line('calling'), told.line('calling')))).toMatchObject({
      line: 0,
      refusal: { type: 'AddOnWithoutBase' },
    });
  });

  test('a limited add-on twice in one cart: the first is bought, the second refused', () => {
    const told = story();
    const cart = told.saveCart('adatum', [told.line('calling'), told.line('business'), told.line('calling')]);
    expect(told.refusal(told.checkOut('adatum', cart))).toMatchObject({
      type: 'CartHasErrors',
      lines: [{ line: 2, refusal: { type: 'OfferLimit', held: 1 } }],
    });
  });
});

describe('reservations (S3-5, portal 3.1)', () => {
  test('need an active Azure plan of the customer', () => {
    const told = story();
    expect(types(told, 'adatum', 'reservation')).toEqual(['ReservationNeedsAzure']);
    told.buy('contoso', 'azure');
    expect(types(told, 'adatum', 'reservation')).toEqual(['ReservationNeedsAzure']);
    told.buy('adatum', 'azure');
    expect(types(told, 'adatum', 'reservation')).toEqual([]);
  });

  test.each([
    ['NO', []],
    ['SJ', ['ReservationMarket']],
    ['BQ', ['ReservationMarket']],
    ['AX', ['ReservationMarket']],
    ['FI', []],
  ])('customer in %s: %j', (country, expected) => {
    const told = story({ customers: [customer('buyer', country)] });
    told.buy('buyer', 'azure');
    expect(types(told, 'buyer', 'reservation')).toEqual(expected);
  });
});
