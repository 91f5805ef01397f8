/** What a change would do, told before it is made: its money, its invoice, what goes with it, and its way back. */
import { describe, expect, test } from 'vitest';
import type { Preview, SubscriptionPage } from '../../api/dashboard';
import { itemId, openSmall, type Client, type OrderLineDraft } from '../testing';

const preview = (client: Client, path: string, body: object, method = 'PATCH') =>
  client.post<Preview>('/dashboard/v1/preview', { method, path, body }, 200);

const lines = (charges: Preview['charges'] | SubscriptionPage['charges']) =>
  charges.map(
    (each) =>
      `${each.chargeType} ${each.chargeStartDate} – ${each.chargeEndDate} ${each.quantity} × ${each.amount.amount}`,
  );

const invoices = ({ nextInvoice }: Preview) => nextInvoice.map(({ on, total }) => `${on} ${total.amount}`);

const asides = ({ sideEffects }: Preview) => sideEffects.map(({ kind }) => kind);

/** Contoso buys one thing at an instant; the billing date is the 15th. */
async function bought(at: string, line: OrderLineDraft, scenario: object = {}) {
  const client = await openSmall(scenario);
  const contoso = await client.customer('contoso');
  await client.advance({ to: at });
  const { id, lineItems } = await client.order(contoso, [line]);
  const path = `/v1/customers/${contoso}/subscriptions/${lineItems[0]?.subscriptionId}`;
  return { client, contoso, path, order: `/v1/customers/${contoso}/orders/${id}`, id: lineItems[0]?.subscriptionId };
}

describe('more legacy licences', () => {
  test.each<[what: string, boughtAt: string, changedAt: string, settledOn: string, invoicedOn: string]>([
    ['settled before the billing date', '2021-10-01T08:00:00Z', '2021-10-20T09:00:00Z', '2021-11-01', '2021-11-15'],
    ['settled after it', '2021-10-20T08:00:00Z', '2021-10-25T09:00:00Z', '2021-11-20', '2021-12-15'],
    // What is settled on the billing date itself is in the next file (decisions 24).
    ['settled on it', '2021-10-15T08:00:00Z', '2021-10-20T09:00:00Z', '2021-11-15', '2021-12-15'],
  ])('%s', async (_, boughtAt, changedAt, settledOn, invoicedOn) => {
    const offer = { offer: 'legacy-o365-e3', quantity: 10, billingCycle: 'annual' };
    const { client, path } = await bought(boughtAt, offer);
    await client.advance({ to: changedAt });
    const said = await preview(client, path, { quantity: 12 });
    expect(said.effects.map(({ kind }) => kind)).toEqual(['QuantityChanged']);
    expect(said.charges.every((each) => each.settledAt === `${settledOn}T00:00:00Z`)).toBe(true);
    expect(said.nextInvoice.map(({ on }) => on)).toEqual([invoicedOn]);
    expect([said.irreversible, said.undoUntil]).toEqual([false, null]);
    // The clock brings exactly that.
    const before = (await client.get<SubscriptionPage>(`/dashboard${path}`)).charges.length;
    await client.patch(path, { quantity: 12 });
    expect((await client.get<SubscriptionPage>(`/dashboard${path}`)).charges).toHaveLength(before);
    await client.advance({ to: `${settledOn}T00:00:00Z` });
    const { charges } = await client.get<SubscriptionPage>(`/dashboard${path}`);
    expect(lines(charges.slice(before))).toEqual(lines(said.charges));
  });

  test('its money: the year is given back and charged anew by the days of each number', async () => {
    const { client, path } = await bought('2021-10-01T08:00:00Z', {
      offer: 'legacy-o365-e3',
      quantity: 10,
      billingCycle: 'annual',
    });
    await client.advance({ to: '2021-10-20T09:00:00Z' });
    const said = await preview(client, path, { quantity: 12 });
    // 201.60 a year are 0.55 a day: 19 days of ten licences, 346 days of twelve.
    expect(lines(said.charges)).toEqual([
      'Cycle instance prorate 2021-10-01 – 2022-09-30 10 × -2016.00',
      'Cycle instance prorate 2021-10-01 – 2021-10-19 10 × 104.50',
      'Cycle instance prorate 2021-10-20 – 2022-09-30 12 × 2283.60',
    ]);
    expect(invoices(said)).toEqual(['2021-11-15 372.10']);
  });

  test('an add-on: the days that are left, on the next billing date', async () => {
    const { client, path, order, id } = await bought('2021-10-01T08:00:00Z', {
      offer: 'legacy-o365-e3',
      quantity: 10,
      billingCycle: 'monthly',
    });
    await client.advance({ to: '2021-10-20T09:00:00Z' });
    const line = { lineItemNumber: 1, offerId: itemId('legacy-m365-audio-conferencing'), quantity: 10 };
    const addOn = await preview(client, order, { lineItems: [{ ...line, parentSubscriptionId: id }] });
    // 3.36 for the thirty-one days of October are 1.30 for the twelve that are left.
    expect(lines(addOn.charges)).toEqual(['Prorate fees when purchase 2021-10-20 – 2021-10-31 10 × 13.00']);
    expect(invoices(addOn)).toEqual(['2021-11-15 13.00']);
    expect(addOn.effects.map(({ kind }) => kind)).toEqual(['OrderLineAdded', 'SubscriptionStarted']);
    expect(addOn.effects[1]?.subscriptionId).not.toBe(id);
    expect((await client.get<SubscriptionPage>(`/dashboard${path}`)).addOns.some(({ held }) => held)).toBe(false);
  });
});

describe('suspending', () => {
  test('legacy: a credit on the next billing date, add-ons go with it, 90 days to come back', async () => {
    const { client, path, order, id } = await bought('2021-10-01T08:00:00Z', {
      offer: 'legacy-o365-e3',
      quantity: 10,
      billingCycle: 'annual',
    });
    const line = { lineItemNumber: 1, quantity: 10, parentSubscriptionId: id };
    for (const key of ['legacy-m365-audio-conferencing', 'legacy-m365-phone-system']) {
      await client.patch(order, { lineItems: [{ ...line, offerId: itemId(key) }] });
    }
    await client.advance({ to: '2021-11-10T08:00:00Z' });
    const said = await preview(client, path, { status: 'suspended' });
    // 0.55, 0.11 and 0.22 a day for the 325 days that are left.
    expect(lines(said.charges)).toEqual([
      'Cancel fee 2021-11-10 – 2022-09-30 10 × -1787.50',
      'Cancel fee 2021-11-10 – 2022-09-30 10 × -357.50',
      'Cancel fee 2021-11-10 – 2022-09-30 10 × -715.00',
    ]);
    expect(invoices(said)).toEqual(['2021-11-15 -2860.00']);
    expect(asides(said)).toEqual(['accessLost', 'addOnsSuspended']);
    expect(said.sideEffects[1]?.description).toBe(
      'Add-ons are suspended with it: Microsoft 365 Audio Conferencing and Microsoft 365 Phone System.',
    );
    expect([said.irreversible, said.undoUntil]).toEqual([false, '2022-02-08T08:00:00Z']);
    await client.patch(path, { status: 'suspended' });
    const back = await preview(client, path, { status: 'active' });
    expect(asides(back)).toEqual(['addOnsReactivated']);
    expect([back.irreversible, back.undoUntil]).toEqual([false, null]);
  });

  test('legacy on its billing date: the credit is on the invoice of the month after', async () => {
    const { client, path } = await bought('2021-10-01T08:00:00Z', {
      offer: 'legacy-o365-e3',
      quantity: 1,
      billingCycle: 'annual',
    });
    await client.advance({ to: '2021-11-15T00:00:00Z' });
    expect((await preview(client, path, { status: 'suspended' })).nextInvoice.map(({ on }) => on)).toEqual([
      '2021-12-15',
    ]);
  });

  test('new commerce: no credit, billing goes on, auto-renew is off', async () => {
    const { client, path } = await bought('2021-10-01T08:00:00Z', {
      offer: 'm365-e3',
      quantity: 3,
      termDuration: 'P1Y',
      billingCycle: 'monthly',
    });
    const said = await preview(client, path, { status: 'suspended' });
    expect([lines(said.charges), invoices(said)]).toEqual([[], []]);
    expect(asides(said)).toEqual(['accessLost', 'billingGoesOn', 'autoRenewOff']);
    expect([said.irreversible, said.undoUntil]).toEqual([false, '2021-12-30T08:00:00Z']);
  });
});

describe('cancelling', () => {
  const YEAR = { offer: 'm365-e3', quantity: 3, termDuration: 'P1Y', billingCycle: 'annual' };
  test.each<[at: string, line: string]>([
    // 322.56 a year: the first 24 hours cost nothing, then a day each.
    ['2021-10-02T07:59:59Z', 'cancelImmediate 2021-10-01 – 2022-09-30 3 × -967.68'],
    ['2021-10-02T08:00:00Z', 'cancelImmediate 2021-10-02 – 2022-09-30 3 × -965.01'],
    ['2021-10-04T07:59:59Z', 'cancelImmediate 2021-10-03 – 2022-09-30 3 × -962.37'],
  ])('new commerce at %s', async (at, line) => {
    const { client, path } = await bought('2021-10-01T08:00:00Z', YEAR);
    await client.advance({ to: at });
    const said = await preview(client, path, { status: 'deleted' });
    expect(lines(said.charges)).toEqual([line]);
    expect(invoices(said)).toEqual([`2021-11-01 ${line.split(' ').at(-1)}`]);
    expect(asides(said)).toEqual(['accessLost', 'dataDeleted']);
    expect([said.irreversible, said.undoUntil]).toEqual([true, null]);
    expect((await client.get<SubscriptionPage>(`/dashboard${path}`)).status).toBe('active');
  });

  test('when the window is closed: refused with its code, and nothing to tell', async () => {
    const { client, path } = await bought('2021-10-01T08:00:00Z', YEAR);
    await client.advance({ to: '2021-10-04T08:00:00Z' });
    expect(await preview(client, path, { status: 'deleted' })).toMatchObject({
      accepted: false,
      status: 400,
      refusal: { code: 900213 },
      effects: [],
      charges: [],
      nextInvoice: [],
      sideEffects: [],
      irreversible: false,
      undoUntil: null,
    });
  });
});

describe('auto-renew', () => {
  test.each<[what: string, line: OrderLineDraft, until: string]>([
    [
      'a month',
      { offer: 'm365-e3', quantity: 3, termDuration: 'P1M', billingCycle: 'monthly' },
      '2021-11-01T00:00:00Z',
    ],
    ['a year', { offer: 'm365-e3', quantity: 3, termDuration: 'P1Y', billingCycle: 'annual' }, '2022-10-01T00:00:00Z'],
    ['a trial', { offer: 'm365-e3-trial', quantity: 25 }, '2021-10-31T00:00:00Z'],
  ])('off and on again until %s is over, for nothing', async (_, line, until) => {
    const { client, path } = await bought('2021-10-01T08:00:00Z', line);
    for (const autoRenewEnabled of [false, true]) {
      const said = await preview(client, path, { autoRenewEnabled });
      expect(said).toMatchObject({
        accepted: true,
        charges: [],
        nextInvoice: [],
        sideEffects: [],
        irreversible: false,
        undoUntil: until,
      });
      expect(said.effects.map(({ kind }) => kind)).toEqual(['AutoRenewChanged']);
      await client.patch(path, { autoRenewEnabled });
    }
  });
});

describe('more licences of new commerce can be given back', () => {
  test.each([
    ['2021-10', '2021-10-08T09:00:00Z'],
    // A later edition lets people do it themselves, for a week (portal 10-8, 10-9).
    ['2023-10', '2021-10-12T09:00:00Z'],
  ])('by the rules of %s until %s', async (rules, until) => {
    const { client, path } = await bought(
      '2021-10-01T08:00:00Z',
      { offer: 'm365-e3', quantity: 3, termDuration: 'P1Y', billingCycle: 'monthly' },
      { rules },
    );
    await client.advance({ to: '2021-10-05T09:00:00Z' });
    const said = await preview(client, path, { quantity: 5, autoRenewEnabled: true });
    expect([said.irreversible, said.undoUntil]).toEqual([false, until]);
  });
});
