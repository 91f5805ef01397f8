import { describe, expect, test } from 'vitest';
import { fingerprint } from '../../kernel/canonical';
import { after, DAY, formatInstant, instant, type Instant } from '../../kernel/calendar';
import type { Command } from '../commands';
import { stateFacts } from '../testing/facts';
import { eventTypes, story, type Story } from '../testing/story';

const FRIDAY = '2021-10-01T08:00:00.123Z';

/** Runs what must be refused; the world and its log must be as before. */
function refuse(told: Story, command: Command, by = 'anna') {
  const before = fingerprint([stateFacts(told.world.state), told.world.sequence, told.world.now]);
  const records = told.world.records.length;
  const refusal = told.refusal(command, by);
  expect(refusal).toBeDefined();
  expect(fingerprint([stateFacts(told.world.state), told.world.sequence, told.world.now])).toBe(before);
  expect(told.world.records).toHaveLength(records);
  return refusal;
}

describe('expiry, seven days after the cart was made', () => {
  const expiresAt = after(instant(FRIDAY), 7 * DAY);

  test.each([
    ['one millisecond before', -1, true],
    ['at the instant', 0, false],
    ['one millisecond after', 1, false],
  ])('%s', (_, offset, alive) => {
    const told = story(FRIDAY);
    const cartId = told.saveCart('contoso', [told.line('office')]);
    told.world.advanceTo((expiresAt + offset) as Instant);
    expect(told.world.state.openCarts.get('contoso')).toBe(alive ? cartId : undefined);
    if (alive) {
      told.done(told.checkOut('contoso', cartId));
      expect(told.world.state.subscriptionsOf.get('contoso')).toHaveLength(1);
      return;
    }
    const expired = { type: 'CartExpired', cartId, expiredAt: expiresAt };
    expect(refuse(told, told.checkOut('contoso', cartId))).toEqual(expired);
    expect(refuse(told, { type: 'SaveCart', customerId: 'contoso', cartId, lines: [] })).toEqual(expired);
  });

  test('it is stamped with its own instant, however far the clock jumped', () => {
    const told = story(FRIDAY);
    told.saveCart('contoso', [told.line('office')]);
    const [record] = told.go('2025-01-01');
    expect(record).toMatchObject({ at: expiresAt, by: null, command: null });
    expect(record?.events.map(({ type }) => type)).toEqual(['CartExpired']);
  });

  test('changing the cart does not prolong its life', () => {
    const told = story(FRIDAY);
    const cartId = told.saveCart('contoso', [told.line('office')]);
    told.go('2021-10-05');
    told.saveCart('contoso', [told.line('office'), told.line('single')], cartId);
    const cart = told.world.state.carts.get(cartId);
    expect(cart).toMatchObject({ expiresAt, modifiedAt: instant('2021-10-05T00:00:00Z') });
    expect(cart && formatInstant(cart.createdAt)).toBe(FRIDAY);
    expect(eventTypes(told.go('2021-11-01'))).toEqual(['CartExpired']);
  });

  test('a cart that was ordered never expires', () => {
    const told = story(FRIDAY);
    const cartId = told.saveCart('contoso', [told.line('office', { cycle: 'Annual' })]);
    told.done(told.checkOut('contoso', cartId));
    expect(told.go('2022-09-30')).toEqual([]);
    expect(told.world.state.carts.get(cartId)).toMatchObject({ expired: false });
  });
});

describe('checkout', () => {
  test('of an ordered cart again: the same answer and nothing happens', () => {
    const told = story(FRIDAY);
    const cartId = told.saveCart('contoso', [told.line('office')]);
    told.done(told.checkOut('contoso', cartId));
    const cart = told.world.state.carts.get(cartId);
    told.go('2022-03-01');
    expect(told.done(told.checkOut('contoso', cartId))).toEqual([]);
    expect(told.world.state.carts.get(cartId)).toEqual(cart);
    expect(cart?.orderIds).toHaveLength(1);
    expect(told.world.records.filter(({ command }) => command?.type === 'CheckOutCart')).toHaveLength(1);
    expect(told.world.state.subscriptionsOf.get('contoso')).toHaveLength(1);
  });

  test('of an ordered cart again needs no more than the role', () => {
    const told = story(FRIDAY);
    const cartId = told.saveCart('contoso', [told.line('single')]);
    told.done(told.checkOut('contoso', cartId));
    expect(told.run(told.checkOut('contoso', cartId), 'sara')).toEqual({ ok: true, value: [] });
    expect(refuse(told, told.checkOut('contoso', cartId), 'dave')).toMatchObject({
      type: 'RoleMissing',
      action: 'buy',
    });
  });

  test('an ordered cart is not changed any more', () => {
    const told = story(FRIDAY);
    const cartId = told.saveCart('contoso', [told.line('office')]);
    told.done(told.checkOut('contoso', cartId));
    expect(refuse(told, { type: 'SaveCart', customerId: 'contoso', cartId, lines: [] })).toEqual({
      type: 'CartOrdered',
      cartId,
    });
    expect(told.world.state.openCarts.has('contoso')).toBe(false);
  });

  test('of an emptied cart', () => {
    const told = story(FRIDAY);
    const cartId = told.saveCart('contoso', [told.line('office')]);
    told.saveCart('contoso', [], cartId);
    expect(refuse(told, told.checkOut('contoso', cartId))).toEqual({ type: 'CartEmpty', cartId });
    told.saveCart('contoso', [told.line('office')], cartId);
    told.done(told.checkOut('contoso', cartId));
  });

  test('a cart of somebody else does not exist', () => {
    const told = story(FRIDAY);
    const cartId = told.saveCart('contoso', [told.line('office')]);
    const missing = { type: 'CartNotFound', cartId };
    expect(refuse(told, told.checkOut('adatum', cartId))).toEqual(missing);
    expect(refuse(told, { type: 'SaveCart', customerId: 'adatum', cartId, lines: [] })).toEqual(missing);
    expect(refuse(told, told.checkOut('contoso', 'nowhere'))).toEqual({ type: 'CartNotFound', cartId: 'nowhere' });
    told.done(told.checkOut('contoso', cartId.toUpperCase()));
  });

  test('one wrong line and nothing at all is bought', () => {
    const told = story(FRIDAY);
    const cartId = told.saveCart('contoso', [told.line('office'), told.line('not-in-csp')]);
    expect(refuse(told, told.checkOut('contoso', cartId))).toMatchObject({
      type: 'CartHasErrors',
      lines: [{ line: 1 }],
    });
    expect(told.world.state.openCarts.get('contoso')).toBe(cartId);
  });

  test('a line that was right when it was saved is judged again', () => {
    const told = story(FRIDAY);
    const cartId = told.saveCart('contoso', [told.line('single')]);
    const owned = told.buy('contoso', 'single');
    expect(refuse(told, told.checkOut('contoso', cartId))).toEqual({
      type: 'CartHasErrors',
      lines: [{ line: 0, refusal: { type: 'OnePerCustomer', subscriptionId: owned } }],
    });
  });

  test('who may not buy changes nothing', () => {
    const told = story(FRIDAY);
    const lines = [told.line('office')];
    const cartId = told.saveCart('contoso', lines);
    const roles = ['GlobalAdmin', 'BillingAdmin', 'AdminAgent', 'SalesAgent', 'HelpdeskAgent'];
    for (const by of ['dave', 'uma', 'stranger']) {
      for (const command of [
        told.checkOut('contoso', cartId),
        told.order('contoso', ...lines),
        { type: 'SaveCart', customerId: 'contoso', cartId, lines: [] } as const,
        { type: 'SaveCart', customerId: 'contoso', cartId: null, lines } as const,
      ]) {
        expect(refuse(told, command, by)).toEqual({ type: 'RoleMissing', action: 'buy', roles });
      }
    }
  });
});

describe('the open cart', () => {
  test('is the one that was saved last; each customer has its own', () => {
    const told = story(FRIDAY);
    const first = told.saveCart('contoso', []);
    const second = told.saveCart('contoso', [told.line('office')]);
    const foreign = told.saveCart('adatum', []);
    expect(new Set([first, second, foreign]).size).toBe(3);
    expect(told.world.state.openCarts).toEqual(
      new Map([
        ['contoso', second],
        ['adatum', foreign],
      ]),
    );
    told.done(told.checkOut('contoso', second));
    expect(told.world.state.openCarts.get('contoso')).toBeUndefined();
    expect(told.world.state.openCarts.get('adatum')).toBe(foreign);
  });

  test('stays open when an older one is bought or expires', () => {
    const told = story(FRIDAY);
    const bought = told.saveCart('contoso', [told.line('office')]);
    told.saveCart('contoso', []);
    told.go('2021-10-05');
    const newest = told.saveCart('contoso', []);
    told.done(told.checkOut('contoso', bought));
    expect(told.world.state.openCarts.get('contoso')).toBe(newest);
    expect(eventTypes(told.go('2021-10-10'))).toEqual(['CartExpired']);
    expect(told.world.state.openCarts.get('contoso')).toBe(newest);
  });
});

describe('orders', () => {
  test('legacy lines are one order, the rest is split by programme and billing cycle', () => {
    const told = story(FRIDAY);
    const cartId = told.saveCart('contoso', [
      told.line('office', { cycle: 'Monthly' }),
      told.line('business', { term: 'P1Y', cycle: 'Monthly' }),
      told.line('single', { cycle: 'Annual' }),
      told.line('saas'),
      told.line('business', { term: 'P1M' }),
      told.line('business', { term: 'P1Y', cycle: 'Annual' }),
    ]);
    told.done(told.checkOut('contoso', cartId));
    const orders = (told.world.state.ordersOf.get('contoso') ?? []).map((id) => told.world.state.orders.get(id));
    expect(orders.map((order) => order?.lines.map(({ title, billingCycle }) => `${title}, ${billingCycle}`))).toEqual([
      ['office, Monthly', 'single, Annual'],
      ['Microsoft 365 Business Standard, Monthly', 'Microsoft 365 Business Standard, Monthly'],
      ['saas, Monthly'],
      ['Microsoft 365 Business Standard, Annual'],
    ]);
    expect(told.world.state.carts.get(cartId)?.orderIds).toEqual(orders.map((order) => order?.id));
    const [legacy, modern, other] = orders;
    expect(legacy?.id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(modern?.id).toMatch(/^[0-9a-f]{12}$/);
    expect(other?.id).toMatch(/^[0-9a-f]{33}$/);
    expect(orders.map((order) => order?.alternateId.length)).toEqual([12, 12, 12, 12]);
  });

  test('each line knows its subscription, and each subscription its line', () => {
    const told = story(FRIDAY);
    told.done(
      told.order(
        'contoso',
        told.line('office', { quantity: 3, more: { friendlyName: 'For the lab' } }),
        told.line('office', { quantity: 5 }),
      ),
    );
    const [order] = told.world.state.orders.values();
    expect(order).toMatchObject({ customerId: 'contoso', by: 'anna', createdAt: instant(FRIDAY), currency: 'USD' });
    const subscriptions = (order?.lines ?? []).map(({ subscriptionId }) => told.subscription(subscriptionId));
    expect(subscriptions.map(({ quantity, orderLine, friendlyName }) => [orderLine, quantity, friendlyName])).toEqual([
      [0, 3, 'For the lab'],
      [1, 5, 'office'],
    ]);
    expect(subscriptions.every(({ orderId }) => orderId === order?.id)).toBe(true);
  });
});
