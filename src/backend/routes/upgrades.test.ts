import { describe, expect, test } from 'vitest';
import type { Preview } from '../../api/dashboard';
import type { Order } from '../../api/orders';
import type { Subscription, Transition, TransitionEligibility, Upgrade, UpgradeResult } from '../../api/subscriptions';
import type { Collection } from '../../api/wire';
import { itemId, openSmall, SMALL_SCRIPT, type Client } from '../testing';

/** A customer with one subscription that is past its window, and the path to it. */
async function bought(offer: string, more: object = {}, script: object = {}) {
  const client = await openSmall(script);
  const contoso = await client.customer('contoso');
  const order = await client.order(contoso, [{ offer, quantity: 10, ...more }]);
  const id = order.lineItems[0]?.subscriptionId ?? '';
  await client.advance({ by: 'P10D' });
  return { client, contoso, order, id, path: `/v1/customers/${contoso}/subscriptions/${id}` };
}

function eligibility(list: Collection<TransitionEligibility>, key: string): TransitionEligibility {
  const found = list.items.find(({ catalogItemId }) => catalogItemId === itemId(key));
  if (!found) throw new Error(`No eligibility for ${key}`);
  return found;
}

const WHOLE = { transitionType: 'transition_with_license_transfer' };

async function subscription(client: Client, path: string): Promise<Subscription> {
  return client.get<Subscription>(path);
}

describe('transitions', () => {
  test('what a subscription can become: targets, kinds, and existing subscriptions with their codes', async () => {
    const { client, contoso, path } = await bought('o365-e3', { termDuration: 'P1Y', billingCycle: 'monthly' });
    const young = await client.order(contoso, [
      { offer: 'o365-e5', quantity: 1, termDuration: 'P1Y', billingCycle: 'monthly' },
    ]);
    const list = await client.get<Collection<TransitionEligibility>>(`${path}/transitionEligibilities`);
    expect(eligibility(list, 'o365-e5')).toMatchObject({
      title: 'Office 365 E5',
      quantity: 10,
      eligibilities: [
        { isEligible: true, transitionType: 'transition_with_license_transfer', errors: [] },
        { isEligible: true, transitionType: 'transition_only', errors: [] },
      ],
      subscriptionEligibilities: [
        {
          isEligible: false,
          subscriptionId: young.lineItems[0]?.subscriptionId,
          subscriptionFriendlyName: 'Office 365 E5',
          subscriptionTermDuration: 'P1Y',
          // Still in its cancellation window.
          errors: [{ code: 2 }],
        },
      ],
      attributes: { objectType: 'TransitionEligibility' },
    });
    await client.advance({ by: 'P3D' });
    const later = await client.get<Collection<TransitionEligibility>>(`${path}/transitionEligibilities`);
    expect(eligibility(later, 'o365-e5').subscriptionEligibilities).toMatchObject([{ isEligible: true, errors: [] }]);
    const scheduled = await client.get<Collection<TransitionEligibility>>(
      `${path}/transitionEligibilities?eligibilityType=scheduled`,
    );
    expect(eligibility(scheduled, 'o365-e5').subscriptionEligibilities).toEqual([]);
  });

  test('a suspended source is not eligible: code 2', async () => {
    const { client, path } = await bought('o365-e3', { termDuration: 'P1Y', billingCycle: 'monthly' });
    await client.patch(path, { ...(await subscription(client, path)), status: 'suspended' });
    const list = await client.get<Collection<TransitionEligibility>>(`${path}/transitionEligibilities`);
    expect(eligibility(list, 'o365-e5').eligibilities[0]).toMatchObject({ isEligible: false, errors: [{ code: 2 }] });
  });

  test('all licences: the same subscription, another offer; listed afterwards', async () => {
    const { client, path, id } = await bought('o365-e3', { termDuration: 'P1Y', billingCycle: 'monthly' });
    const before = await subscription(client, path);
    const made = await client.post<Transition>(
      `${path}/transitions`,
      { toCatalogItemId: itemId('o365-e5'), quantity: 12, ...WHOLE },
      200,
    );
    expect(made).toMatchObject({
      fromCatalogItemId: itemId('o365-e3'),
      fromSubscriptionId: id,
      toCatalogItemId: itemId('o365-e5'),
      toSubscriptionId: id,
      quantity: 12,
      events: [
        { name: 'Conversion', status: 'Completed', timestamp: '2021-10-11T08:00:00Z' },
        { name: 'LicenseReassignment', status: 'Completed' },
      ],
    });
    expect(await subscription(client, path)).toMatchObject({
      id,
      offerId: itemId('o365-e5'),
      friendlyName: 'Office 365 E5',
      quantity: 12,
      commitmentEndDate: before.commitmentEndDate,
      cancellationAllowedUntilDate: null,
      verdicts: { cancel: { allowed: false }, reduceQuantity: { allowed: false } },
    });
    expect((await client.get<Collection<Transition>>(`${path}/transitions`)).items).toEqual([made]);
  });

  test('a part: a new subscription that ends when the source does', async () => {
    const { client, contoso, path, id } = await bought('o365-e3', { termDuration: 'P1Y', billingCycle: 'monthly' });
    const made = await client.post<Transition>(
      `${path}/transitions`,
      { toCatalogItemId: itemId('o365-e5'), quantity: 4, ...WHOLE },
      200,
    );
    expect(made.toSubscriptionId).not.toBe(id);
    expect(made.events.map(({ name }) => name)).toEqual(['Conversion']);
    const source = await subscription(client, path);
    const fresh = await subscription(client, `/v1/customers/${contoso}/subscriptions/${made.toSubscriptionId}`);
    expect(source.quantity).toBe(6);
    expect(fresh).toMatchObject({ quantity: 4, commitmentEndDate: source.commitmentEndDate, status: 'active' });
    const order = await client.get<Order>(`/v1/customers/${contoso}/orders/${fresh.orderId}`);
    expect(order.lineItems).toMatchObject([{ quantity: 4, subscriptionId: fresh.id }]);
  });

  test('a customer that has the target elsewhere assigns licences by hand', async () => {
    const [contoso] = SMALL_SCRIPT.customers;
    const { client, path } = await bought(
      'o365-e3',
      { termDuration: 'P1Y', billingCycle: 'monthly' },
      { customers: [{ ...contoso, heldElsewhere: ['o365-e5'] }] },
    );
    const body = { toCatalogItemId: itemId('o365-e5'), quantity: 10, ...WHOLE };
    const preview = await client.post<Preview>(
      '/dashboard/v1/preview',
      { method: 'POST', path: `${path}/transitions`, body },
      200,
    );
    expect(preview.sideEffects.map(({ kind }) => kind)).toEqual(['notCancelable', 'licensesByHand']);
    expect(preview.irreversible).toBe(true);
    expect(preview.charges.map(({ chargeType }) => chargeType)).toEqual(['convert', 'convert']);
    const made = await client.post<Transition>(`${path}/transitions`, body, 200);
    expect(made.events.map(({ name }) => name)).toEqual(['Conversion']);
  });

  test.each<[what: string, body: object, status: number, code: number]>([
    ['what it cannot become', { toCatalogItemId: itemId('power-bi-pro') }, 400, 2006],
    ['itself', { toSubscriptionId: 'itself' }, 400, 900259],
    ['a subscription that is not there', { toSubscriptionId: '00000000-0000-4000-8000-000000000000' }, 404, 20003],
    ['more than the target allows', { quantity: 1_000_000 }, 400, 2002],
    ['a shorter term', { termDuration: 'P1M', billingCycle: 'monthly' }, 400, 900267],
    ['another kind of transition', { transitionType: 'downgrade' }, 400, 3000],
    ['a term that is none', { termDuration: 'P2Y' }, 400, 900126],
  ])('refuses %s', async (_, change, status, code) => {
    const { client, path, id } = await bought('o365-e3', { termDuration: 'P1Y', billingCycle: 'monthly' });
    const body = { toCatalogItemId: itemId('o365-e5'), quantity: 10, ...WHOLE, ...change };
    if ('toSubscriptionId' in body && body.toSubscriptionId === 'itself') body.toSubscriptionId = id;
    const before = await client.history();
    expect(await client.refused('POST', `${path}/transitions`, body)).toMatchObject({ status, code });
    expect(await client.history()).toEqual(before);
  });

  test('legacy subscriptions have upgrades instead: 900263', async () => {
    const { client, path } = await bought('legacy-o365-e3', { billingCycle: 'monthly' });
    for (const part of ['transitions', 'transitionEligibilities']) {
      expect(await client.refused('GET', `${path}/${part}`)).toMatchObject({ status: 403, code: 900263 });
    }
    const body = { toCatalogItemId: itemId('o365-e5'), quantity: 10, ...WHOLE };
    expect(await client.refused('POST', `${path}/transitions`, body)).toMatchObject({ status: 403, code: 900263 });
  });

  test('a role that may not manage subscriptions makes none', async () => {
    const { client, path } = await bought('o365-e3', { termDuration: 'P1Y', billingCycle: 'monthly' });
    await client.signIn('emil');
    const body = { toCatalogItemId: itemId('o365-e5'), quantity: 10, ...WHOLE };
    expect(await client.refused('POST', `${path}/transitions`, body)).toMatchObject({ status: 403, code: 900308 });
  });
});

describe('legacy upgrades', () => {
  test('all licences go to a new subscription', async () => {
    const { client, contoso, path, id } = await bought('legacy-o365-e3', { billingCycle: 'monthly' });
    const list = await client.get<Collection<Upgrade>>(`${path}/upgrades`);
    const e5 = list.items.find(({ targetOffer }) => targetOffer.id === itemId('legacy-o365-e5'));
    expect(e5).toMatchObject({ isEligible: true, upgradeType: 'upgrade_with_license_transfer', quantity: 10 });
    const result = await client.post<UpgradeResult>(`${path}/upgrades`, e5, 200);
    expect(result).toMatchObject({ sourceSubscriptionId: id, upgradeType: 1, upgradeErrors: [], licenseErrors: [] });
    const target = await subscription(client, `/v1/customers/${contoso}/subscriptions/${result.targetSubscriptionId}`);
    expect(target).toMatchObject({ offerName: 'Office 365 E5', quantity: 10, status: 'active' });
    expect(await subscription(client, path)).toMatchObject({ status: 'deleted' });
  });

  test('what the customer has already is a conflict: 3', async () => {
    const { client, contoso, path } = await bought('legacy-o365-e3', { billingCycle: 'monthly' });
    await client.order(contoso, [{ offer: 'legacy-o365-e5', quantity: 1, billingCycle: 'monthly' }]);
    const list = await client.get<Collection<Upgrade>>(`${path}/upgrades`);
    expect(list.items.find(({ targetOffer }) => targetOffer.id === itemId('legacy-o365-e5'))).toMatchObject({
      isEligible: false,
      upgradeType: 'none',
      upgradeErrors: [{ code: 3 }],
    });
  });
});

describe('scheduled changes', () => {
  function scheduled(key: string, quantity: number, billingCycle: string, termDuration: string) {
    const [productId, skuId, availabilityId] = itemId(key).split(':');
    return { product: { productId, skuId, availabilityId, billingCycle, termDuration }, quantity };
  }

  test('saved, shown, kept by a body from a GET, removed by one without it', async () => {
    const { client, path } = await bought('o365-e3', { termDuration: 'P1Y', billingCycle: 'monthly' });
    const instructions = scheduled('o365-e5', 8, 'Annual', 'P1Y');
    const whole = await subscription(client, path);
    expect(whole.scheduledNextTermInstructions).toBeUndefined();
    const saved = await client.patch<Subscription>(path, { ...whole, scheduledNextTermInstructions: instructions });
    expect(saved.scheduledNextTermInstructions).toEqual(instructions);
    const history = await client.history();
    expect(await client.patch<Subscription>(path, saved)).toEqual(saved);
    expect(await client.history()).toEqual(history);
    const { scheduledNextTermInstructions: _, ...without } = saved;
    const removed = await client.patch<Subscription>(path, without);
    expect(removed.scheduledNextTermInstructions).toBeUndefined();
    expect(removed.autoRenewEnabled).toBe(true);
  });

  test('with a new quantity an unchanged one is deleted and another one is saved (decisions 2)', async () => {
    const { client, path } = await bought('o365-e3', { termDuration: 'P1Y', billingCycle: 'monthly' });
    const first = scheduled('o365-e5', 8, 'Annual', 'P1Y');
    const saved = await client.patch<Subscription>(path, {
      ...(await subscription(client, path)),
      scheduledNextTermInstructions: first,
    });
    const more = await client.patch<Subscription>(path, { ...saved, quantity: 11 });
    expect(more).toMatchObject({ quantity: 11 });
    expect(more.scheduledNextTermInstructions).toBeUndefined();
    const second = scheduled('o365-e5', 9, 'Monthly', 'P1Y');
    const both = await client.patch<Subscription>(path, {
      ...more,
      quantity: 12,
      scheduledNextTermInstructions: second,
    });
    expect(both).toMatchObject({ quantity: 12, scheduledNextTermInstructions: second });
  });

  test('the preview tells what the next term will cost, by letting a copy get there', async () => {
    const { client, path } = await bought('o365-e3', { termDuration: 'P1Y', billingCycle: 'monthly' });
    const body = {
      ...(await subscription(client, path)),
      scheduledNextTermInstructions: scheduled('o365-e5', 10, 'Monthly', 'P1Y'),
    };
    const preview = await client.post<Preview>('/dashboard/v1/preview', { method: 'PATCH', path, body }, 200);
    expect(preview).toMatchObject({
      accepted: true,
      charges: [],
      irreversible: false,
      undoUntil: '2022-10-01T00:00:00Z',
      nextTerm: { startsOn: '2022-10-01', endsOn: '2023-09-30', licenses: 'automatic' },
    });
    const first = Number(preview.nextTerm?.first?.amount);
    expect(first).toBeGreaterThan(0);
    expect(Number(preview.nextTerm?.total?.amount)).toBeCloseTo(first * 12, 2);
    await client.patch(path, body);
    await client.advance({ to: '2022-10-01T00:00:00Z' });
    expect(await subscription(client, path)).toMatchObject({
      offerId: itemId('o365-e5'),
      commitmentEndDate: '2023-09-30T00:00:00Z',
    });
  });

  test('before a change deletes it, the preview says so', async () => {
    const { client, path } = await bought('o365-e3', { termDuration: 'P1Y', billingCycle: 'monthly' });
    const saved = await client.patch<Subscription>(path, {
      ...(await subscription(client, path)),
      scheduledNextTermInstructions: scheduled('o365-e5', 8, 'Annual', 'P1Y'),
    });
    for (const edit of [{ quantity: 11 }, { autoRenewEnabled: false }, { status: 'suspended' }]) {
      const preview = await client.post<Preview>(
        '/dashboard/v1/preview',
        { method: 'PATCH', path, body: { ...saved, ...edit } },
        200,
      );
      expect(preview.sideEffects).toContainEqual(
        expect.objectContaining({
          kind: 'scheduleDeleted',
          description: expect.stringContaining('8 licenses of Office 365 E5, 1 year, billed annually'),
        }),
      );
    }
  });

  test('a trial shows its paid equivalent, and a smaller number can be scheduled', async () => {
    const { client, path } = await bought('o365-e3-trial', { quantity: 25 });
    const trial = await subscription(client, path);
    expect(trial.scheduledNextTermInstructions).toEqual(scheduled('o365-e3', 25, 'Monthly', 'P1Y'));
    const saved = await client.patch<Subscription>(path, {
      ...trial,
      scheduledNextTermInstructions: scheduled('o365-e3', 5, 'Monthly', 'P1M'),
    });
    expect(saved.renewalTermDuration).toBe('P1M');
    await client.advance({ to: '2021-10-31T00:00:00Z' });
    expect(await subscription(client, path)).toMatchObject({
      isTrial: false,
      offerName: 'Office 365 E3',
      quantity: 5,
      termDuration: 'P1M',
    });
  });
});

describe('billing frequency and term', () => {
  test('another frequency waits for the next billing period, and can be taken back', async () => {
    const { client, path } = await bought('o365-e3', { termDuration: 'P1Y', billingCycle: 'monthly' });
    const whole = await subscription(client, path);
    const planned = await client.patch<Subscription>(path, { ...whole, billingCycle: 'annual' });
    expect(planned).toMatchObject({
      billingCycle: 'monthly',
      nextChargeInstructions: { product: { billingCycle: 'Annual', termDuration: 'P1Y' }, quantity: 10 },
    });
    expect(await client.patch<Subscription>(path, planned)).toEqual(planned);
    const { nextChargeInstructions: _, ...without } = planned;
    expect((await client.patch<Subscription>(path, without)).nextChargeInstructions).toBeUndefined();
    await client.patch(path, { ...whole, billingCycle: 'annual' });
    await client.advance({ to: '2021-11-01T00:00:00Z' });
    const changed = await subscription(client, path);
    expect(changed).toMatchObject({ billingCycle: 'annual', billingCycleEndDate: '2022-09-30T00:00:00Z' });
    expect(changed.nextChargeInstructions).toBeUndefined();
    expect(changed.commitmentEndDate).toBe(whole.commitmentEndDate);
  });

  test('a longer term begins at once', async () => {
    const { client, path } = await bought('o365-e3', { termDuration: 'P1M', billingCycle: 'monthly' });
    const whole = await subscription(client, path);
    const changed = await client.patch<Subscription>(path, { ...whole, termDuration: 'P1Y', billingCycle: 'annual' });
    expect(changed).toMatchObject({
      termDuration: 'P1Y',
      billingCycle: 'annual',
      effectiveStartDate: '2021-10-11T00:00:00Z',
      commitmentEndDate: '2022-10-10T00:00:00Z',
      cancellationAllowedUntilDate: null,
    });
  });

  test('a legacy order is billed differently with all its subscriptions', async () => {
    const { client, contoso, order, path } = await bought('legacy-o365-e3', { billingCycle: 'monthly' });
    const orderPath = `/v1/customers/${contoso}/orders/${order.id}`;
    const changed = await client.patch<Order>(orderPath, { ...order, billingCycle: 'annual' });
    expect(changed.billingCycle.toLowerCase()).toBe('annual');
    expect(await subscription(client, path)).toMatchObject({
      billingCycle: 'annual',
      effectiveStartDate: '2021-10-11T00:00:00Z',
      commitmentEndDate: '2022-10-10T00:00:00Z',
    });
    await client.patch(path, { ...(await subscription(client, path)), status: 'suspended' });
    expect(await client.refused('PATCH', orderPath, { ...changed, billingCycle: 'monthly' })).toMatchObject({
      status: 400,
      code: 800072,
    });
  });
});
