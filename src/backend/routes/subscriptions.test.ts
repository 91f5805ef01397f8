import { describe, expect, test } from 'vitest';
import type { Preview, SubscriptionPage, SubscriptionsPage } from '../../api/dashboard';
import type { Subscription } from '../../api/subscriptions';
import type { Collection } from '../../api/wire';
import { itemId, open, openSmall, type Client } from '../testing';

const NOBODY = '00000000-0000-4000-8000-000000000000';

/** Every subscription of the API, with its path. */
async function all(client: Client): Promise<[path: string, subscription: Subscription][]> {
  const { items } = await client.get<Collection<{ id: string }>>('/v1/customers');
  const found: [string, Subscription][] = [];
  for (const { id } of items) {
    const path = `/v1/customers/${id}/subscriptions`;
    for (const each of (await client.get<Collection<Subscription>>(path)).items)
      found.push([`${path}/${each.id}`, each]);
  }
  return found;
}

async function named(client: Client, name: string): Promise<[path: string, subscription: Subscription]> {
  const found = (await all(client)).find(([, { friendlyName }]) => friendlyName === name);
  if (!found) throw new Error(`No subscription ${name}`);
  return found;
}

function instructions(key: string, quantity: number, billingCycle = 'Annual', termDuration = 'P1Y') {
  const [productId, skuId, availabilityId] = itemId(key).split(':');
  return { product: { productId, skuId, availabilityId, billingCycle, termDuration }, quantity };
}

describe('reading', () => {
  test('a new commerce subscription, complete', async () => {
    const client = await openSmall();
    const contoso = await client.customer('contoso');
    const order = await client.order(contoso, [
      { offer: 'm365-e3', quantity: 3, termDuration: 'P1Y', billingCycle: 'monthly' },
    ]);
    const path = `/v1/customers/${contoso}/subscriptions/${order.lineItems[0]?.subscriptionId}`;
    const answer = await client.send<Subscription>('GET', path);
    expect(answer.body).toMatchObject({
      id: order.lineItems[0]?.subscriptionId,
      offerId: itemId('m365-e3'),
      offerName: 'Microsoft 365 E3',
      friendlyName: 'Microsoft 365 E3',
      productType: { id: 'OnlineServicesNCE' },
      quantity: 3,
      unitType: 'Licenses',
      creationDate: '2021-10-01T08:00:00Z',
      effectiveStartDate: '2021-10-01T00:00:00Z',
      commitmentEndDate: '2022-09-30T00:00:00Z',
      commitmentEndDateTime: '2022-09-30T23:59:59.999Z',
      cancellationAllowedUntilDate: '2021-10-04T08:00:00Z',
      billingCycleEndDate: '2021-10-31T00:00:00Z',
      status: 'active',
      autoRenewEnabled: true,
      isTrial: false,
      billingType: 'license',
      billingCycle: 'monthly',
      termDuration: 'P1Y',
      renewalTermDuration: 'P1Y',
      refundOptions: [
        { type: 'Full', expiresAt: '2021-10-02T08:00:00Z' },
        { type: 'Partial', expiresAt: '2021-10-04T08:00:00Z' },
      ],
      refundableQuantity: {
        totalQuantity: 3,
        details: [{ quantity: 3, allowedUntilDateTime: '2021-10-04T08:00:00Z' }],
      },
      isMicrosoftProduct: true,
      publisherName: 'Microsoft',
      actions: ['edit', 'cancel'],
      suspensionReasons: [],
      partnerId: '',
      attentionNeeded: false,
      orderId: order.id,
      attributes: { objectType: 'Subscription' },
    });
    expect(answer.headers.get('ETag')).toBe(`"${answer.body.attributes.etag}"`);
    // Windows close exactly when they say.
    await client.advance({ to: '2021-10-04T07:59:59Z' });
    expect((await client.get<Subscription>(path)).refundOptions.map(({ type }) => type)).toEqual(['Partial']);
    await client.advance({ to: '2021-10-04T08:00:00Z' });
    const later = await client.get<Subscription>(path);
    expect([later.refundOptions, later.cancellationAllowedUntilDate, later.refundableQuantity]).toEqual([
      [],
      null,
      undefined,
    ]);
  });

  test('each programme in its own way', async () => {
    const client = open();
    const pick = async (name: string) => (await named(client, name))[1];
    expect(await pick('Office 365 E3 (Malmö)')).toMatchObject({
      offerId: itemId('legacy-o365-e3'),
      offerName: 'Office 365 E3',
      billingCycle: 'monthly',
      refundOptions: [],
      cancellationAllowedUntilDate: null,
      links: { offer: { uri: `/v1/offers/${itemId('legacy-o365-e3')}?country=SE` } },
    });
    expect(await pick('Visio Plan 2 Trial')).toMatchObject({
      isTrial: true,
      billingCycle: 'none',
      quantity: 25,
      renewalTermDuration: 'P1Y',
      commitmentEndDate: '2021-10-30T00:00:00Z',
      scheduledNextTermInstructions: {
        product: {
          productId: itemId('visio-plan-2').split(':')[0],
          skuId: '0001',
          billingCycle: 'Monthly',
          termDuration: 'P1Y',
        },
        quantity: 25,
      },
    });
    expect(await pick('Thornabel Shield Complete')).toMatchObject({
      status: 'pending',
      unitType: 'License(s)',
      productType: { id: 'Azure', subType: { id: 'SaaS' } },
      isMicrosoftProduct: false,
      publisherName: 'Thornabel Security',
      attentionNeeded: true,
      attentionReason: 'ActionNeeded',
      actionTaken: false,
    });
    expect(await pick('Azure plan')).toMatchObject({
      unitType: 'Usage-based',
      billingType: 'usage',
      commitmentEndDate: '9999-12-31T23:59:59.997Z',
    });
    expect(await pick('Project Plan 3')).toMatchObject({
      status: 'suspended',
      suspensionReasons: ['Customer'],
      autoRenewEnabled: true,
    });
    expect(await pick('Microsoft 365 Business Premium')).toMatchObject({
      status: 'suspended',
      autoRenewEnabled: false,
    });
  });

  test('the list: everything that Partner Center counts, by order', async () => {
    const client = open();
    const adatum = await client.customer('adatum');
    const path = `/v1/customers/${adatum}/subscriptions`;
    const { items, totalCount } = await client.get<Collection<Subscription>>(path);
    // Perpetual licences and software that does not renew by itself are no subscriptions here.
    expect(items.map(({ friendlyName }) => friendlyName)).toEqual(['Office 365 E3 (Malmö)', 'Visio Plan 2 Trial']);
    expect(totalCount).toBe(2);
    const [first] = items;
    const byOrder = await client.get<Collection<Subscription>>(`${path}?ORDER_ID=${first?.orderId.toUpperCase()}`);
    expect(byOrder.items.map(({ id }) => id)).toEqual([first?.id]);
    expect(await client.get<Subscription>(`${path}/${first?.id.toUpperCase()}`)).toEqual(first);
    expect((await client.get<Collection<unknown>>(`${path}/${first?.id}/addons`)).items).toEqual([]);
  });

  test('provisioning and the personal link', async () => {
    const client = open('action-needed');
    const [waiting] = await named(client, 'Brixholt Ledger Team');
    const [running] = await named(client, 'Quellmark Search Seat');
    expect(await client.get(`${waiting}/provisioningStatus`)).toEqual({
      skuId: '0001',
      status: 'pending',
      quantity: 5,
      attributes: { objectType: 'SubscriptionProvisioningStatus' },
    });
    expect(await client.get(`${running}/provisioningstatus`)).toMatchObject({
      status: 'success',
      quantity: 20,
      endDate: '2021-11-13T00:00:00Z',
    });
    const { items } = await client.get<Collection<{ link: { uri: string } }>>(`${waiting}/activationlinks`);
    expect(items.map(({ link }) => link.uri)).toEqual([expect.stringMatching(/^\/publisher\/[\da-f-]{36}$/)]);
  });

  test('of another customer, or none: 404', async () => {
    const client = open();
    const [path, { id }] = await named(client, 'Power BI Premium P1');
    const strangers = `/v1/customers/${await client.customer('contoso')}/subscriptions/${id}`;
    for (const each of [strangers, path.replace(id, NOBODY)]) {
      for (const rest of ['', '/provisioningstatus', '/addons', '/activationlinks']) {
        expect(await client.refused('GET', each + rest)).toMatchObject({ status: 404, code: 20003 });
      }
      expect(await client.refused('PATCH', each, { friendlyName: 'Mine' })).toMatchObject({ status: 404, code: 20003 });
    }
  });
});

describe('PATCH', () => {
  test.each([
    'fresh-partner',
    'suspended-customer',
    'trial-ending',
    'action-needed',
    'indirect-provider',
    'software-keys',
  ])('what was read and is sent back unchanged makes no event (%s)', async (scenario) => {
    const client = open(scenario);
    const events = await client.history();
    const subscriptions = await all(client);
    expect(subscriptions.length).toBeGreaterThan(1);
    for (const [path, subscription] of subscriptions) {
      const answer = await client.send<Subscription>('PATCH', path, subscription);
      expect([answer.status, answer.body]).toEqual([200, subscription]);
      const shouted = JSON.stringify(subscription).replace(
        /"(\w)(\w*)":/g,
        (_, head: string, rest: string) => `"${head.toUpperCase()}${rest}":`,
      );
      expect((await client.send('PATCH', path, shouted)).status).toBe(200);
    }
    expect(await client.history()).toEqual(events);
  });

  test('renames, whatever the programme, and trims', async () => {
    const client = open();
    for (const [path, subscription] of await all(client)) {
      if (subscription.friendlyName === 'Azure plan') continue;
      const changed = await client.patch<Subscription>(path, {
        ...subscription,
        friendlyName: `  New ${subscription.friendlyName} `,
      });
      expect(changed.friendlyName).toBe(`New ${subscription.friendlyName}`);
      expect({ ...changed, friendlyName: '', attributes: {} }).toEqual({
        ...subscription,
        friendlyName: '',
        attributes: {},
      });
      expect(changed.attributes.etag).not.toBe(subscription.attributes.etag);
    }
    const kinds = new Set((await client.history()).slice(-5).map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['SubscriptionRenamed']));
  });

  test('the reset rule: a body without autoRenewEnabled switches it off, except for legacy', async () => {
    const client = open();
    const sent: [name: string, after: boolean][] = [
      ['Power BI Premium P1', false],
      ['Lindquarrel Wiki Writer', false],
      ['Office 365 E3 (Malmö)', true],
      ['Office 365 G3', true],
    ];
    for (const [name, after] of sent) {
      const [path, { autoRenewEnabled }] = await named(client, name);
      expect([name, autoRenewEnabled]).toEqual([name, true]);
      const changed = await client.patch<Subscription>(path, { friendlyName: `${name} 2` });
      expect([name, changed.autoRenewEnabled]).toEqual([name, after]);
    }
    const kinds = (await client.history()).slice(-6).map(({ kind }) => kind);
    expect(kinds).toEqual([
      'SubscriptionRenamed',
      'AutoRenewChanged',
      'SubscriptionRenamed',
      'AutoRenewChanged',
      'SubscriptionRenamed',
      'SubscriptionRenamed',
    ]);
    const [path] = await named(client, 'Power BI Premium P1 2');
    expect((await client.patch<Subscription>(path, { autoRenewEnabled: true })).autoRenewEnabled).toBe(true);
  });

  test('If-Match: the present etag, any, or none will do; a stale one is 400 / 2055 and nothing happens', async () => {
    const client = open();
    const [path, subscription] = await named(client, 'Power BI Premium P1');
    const rename = (friendlyName: string, headers: Record<string, string>) =>
      client.send<Subscription>('PATCH', path, { ...subscription, friendlyName }, headers);
    const stale = `"${subscription.attributes.etag}"`;
    const first = await rename('One', { 'If-Match': stale });
    expect([first.status, first.body.friendlyName]).toEqual([200, 'One']);
    const events = await client.history();
    for (const header of [stale, `W/${stale}`, '"nonsense"', subscription.attributes.etag ?? '']) {
      expect(
        await client.refused('PATCH', path, { ...subscription, friendlyName: 'Two' }, { 'If-Match': header }),
      ).toMatchObject({ status: 400, code: 2055 });
    }
    expect(await client.history()).toEqual(events);
    expect((await rename('Three', { 'If-Match': first.headers.get('ETag') ?? '' })).status).toBe(200);
    expect((await rename('Four', { 'If-Match': '*' })).status).toBe(200);
    expect((await rename('Five', {})).body.friendlyName).toBe('Five');
  });

  test('the etag changes exactly when the subscription does', async () => {
    const client = open('renewal-eve');
    const before = await all(client);
    await client.advance({ by: 'PT1H' });
    expect((await all(client)).map(([, each]) => each.attributes.etag)).toEqual(
      before.map(([, each]) => each.attributes.etag),
    );
    await client.advance({ by: 'PT4H' });
    const after = await all(client);
    const changed = after.filter(([, each], index) => each.attributes.etag !== before[index]?.[1].attributes.etag);
    expect(changed).toHaveLength(after.length - 1);
  });

  const NCE = 'Power BI Premium P1';
  const LEGACY = 'Office 365 G3';
  test.each<[what: string, name: string, edit: object, code: number]>([
    ['more licences than the offer allows', NCE, { quantity: 1_000_000 }, 2002],
    ['no licences', NCE, { quantity: 0 }, 2002],
    ['no licences of a legacy subscription', LEGACY, { Quantity: 0 }, 2002],
    ['a billing cycle that the term does not have', NCE, { billingCycle: 'Triennial' }, 900270],
    ['another billing cycle of a legacy subscription', LEGACY, { billingCycle: 'Annual' }, 2054],
    ['a shorter term', NCE, { termDuration: 'P1M' }, 800122],
    [
      'a longer term with a billing cycle that it does not have',
      NCE,
      { termDuration: 'P3Y', billingCycle: 'None' },
      900269,
    ],
    ['another term of a legacy subscription', LEGACY, { termDuration: 'P3Y' }, 800121],
    ['a partner of record', NCE, { partnerId: '4501101' }, 800098],
    ['another offer', NCE, { offerId: itemId('power-bi-pro') }, 2006],
    [
      'a change at renewal',
      NCE,
      { scheduledNextTermInstructions: { product: { productId: 'CFQ7TTC0LH18' }, quantity: 5 } },
      3000,
    ],
    [
      'a change at renewal to what it cannot be upgraded to',
      NCE,
      { scheduledNextTermInstructions: instructions('o365-e3', 5) },
      2006,
    ],
    [
      'a change at renewal of a legacy subscription',
      LEGACY,
      { scheduledNextTermInstructions: instructions('o365-e3', 5) },
      800093,
    ],
    ['cancelling after the window', NCE, { status: 'deleted' }, 900213],
    ['cancelling what is suspended instead', LEGACY, { status: 'deleted' }, 800096],
    ['an end', NCE, { status: 'Expired' }, 800040],
    ['nothing at all', NCE, { status: 'none' }, 800040],
    ['auto-renew of a legacy subscription', LEGACY, { autoRenewEnabled: false }, 800093],
    ['suspending what a publisher runs', 'Brixholt Ledger Team', { status: 'suspended' }, 800040],
    ['suspending what waits for its publisher', 'Thornabel Shield Complete', { status: 'suspended' }, 800040],
    ['auto-renew while suspended', 'Microsoft 365 Business Premium', { autoRenewEnabled: true }, 800091],
    ['licences while suspended', 'Microsoft 365 Business Premium', { quantity: 3 }, 2001],
  ])('refuses %s, the rest of the body with it', async (_, name, edit, code) => {
    const client = open();
    const [path, subscription] = await named(client, name);
    const before = await client.history();
    for (const body of [
      { ...subscription, ...edit },
      { ...subscription, friendlyName: 'All or nothing', ...edit },
    ]) {
      // The edit counts, in whatever case it is written.
      for (const key of Object.keys(edit))
        if (/^[A-Z]/.test(key)) delete (body as Record<string, unknown>)[key.toLowerCase()];
      const refusal = await client.refused('PATCH', path, body);
      expect(refusal).toMatchObject({ status: 400, code });
      expect(refusal.description.length).toBeGreaterThan(10);
    }
    expect(await client.history()).toEqual(before);
    expect(await client.get<Subscription>(path)).toEqual(subscription);
  });

  test('what is deleted cannot be changed any more', async () => {
    const client = open('suspended-customer');
    const [path, gone] = await named(client, 'Visio Plan 2');
    expect(gone).toMatchObject({ status: 'deleted', actions: [] });
    for (const edit of [{ friendlyName: 'Back' }, { status: 'active' }, { status: 'suspended' }, { quantity: 3 }]) {
      expect(await client.refused('PATCH', path, { ...gone, ...edit })).toMatchObject({ status: 400, code: 2011 });
    }
  });

  test('suspends and reactivates: new commerce goes on being billed, legacy is credited and charged again', async () => {
    const client = await openSmall();
    const contoso = await client.customer('contoso');
    const order = await client.order(contoso, [
      { offer: 'm365-e3', quantity: 1, termDuration: 'P1Y', billingCycle: 'monthly' },
      { offer: 'legacy-o365-e3', quantity: 10, billingCycle: 'annual' },
    ]);
    const [modern = '', legacy = ''] = order.lineItems.map(
      ({ subscriptionId }) => `/v1/customers/${contoso}/subscriptions/${subscriptionId}`,
    );
    const charges = async (path: string) =>
      (await client.get<SubscriptionPage>(`/dashboard${path}`)).charges.map(
        (each) => `${each.chargeType} ${each.chargeStartDate} ${each.amount.amount}`,
      );
    await client.advance({ by: 'P40D' });
    const [suspended, credited] = [
      await client.patch<Subscription>(modern, { Status: 'SUSPENDED' }),
      await client.patch<Subscription>(legacy, { ...(await client.get<Subscription>(legacy)), status: 'suspended' }),
    ];
    expect(suspended).toMatchObject({ status: 'suspended', autoRenewEnabled: false, suspensionReasons: ['Customer'] });
    expect(credited).toMatchObject({ status: 'suspended', autoRenewEnabled: true });
    expect(suspended.verdicts.reactivate).toEqual({ allowed: true, until: '2022-02-08T08:00:00Z' });
    await client.advance({ by: 'P30D' });
    // 201.60 a year are 0.55 a day: 325 of 365 days, ten licences.
    expect(await charges(modern)).toEqual([
      'new 2021-10-01 26.88',
      'cycleCharge 2021-11-01 26.88',
      'cycleCharge 2021-12-01 26.88',
    ]);
    expect(await charges(legacy)).toEqual([
      'Prorate fees when purchase 2021-10-01 2016.00',
      'Cancel fee 2021-11-10 -1787.50',
    ]);
    expect(await client.patch<Subscription>(modern, { status: 'active' })).toMatchObject({
      status: 'active',
      autoRenewEnabled: false,
    });
    expect(await client.patch<Subscription>(legacy, { status: 'active' })).toMatchObject({
      status: 'active',
      autoRenewEnabled: true,
    });
    expect((await charges(legacy)).at(-1)).toBe('Prorate fees when purchase 2021-12-10 1622.50');
    expect(await charges(modern)).toHaveLength(3);
  });

  test.each(['fresh-partner', 'suspended-customer', 'trial-ending', 'action-needed'])(
    'verdicts say what PATCH will say (%s)',
    async (scenario) => {
      const client = open(scenario);
      let compared = 0;
      for (const user of ['anna', 'dora', 'emil']) {
        await client.signIn('anna');
        const subscriptions = await all(client);
        await client.signIn(user);
        for (const [path, sent] of subscriptions) {
          const page = await client.send<SubscriptionPage>('GET', `/dashboard${path}`);
          if (user === 'emil') {
            expect([page.status, page.text.includes('900308')]).toEqual([403, true]);
            continue;
          }
          const { verdicts } = page.body;
          const edits = {
            rename: { friendlyName: 'Another name' },
            autoRenew: { autoRenewEnabled: !sent.autoRenewEnabled },
            ...(sent.status === 'suspended' ? {} : { suspend: { status: 'suspended' } }),
            ...(sent.status === 'active' ? {} : { reactivate: { status: 'active' } }),
          };
          for (const [name, edit] of Object.entries(edits)) {
            const body = { ...sent, ...edit };
            const preview = await client.post<Preview>('/dashboard/v1/preview', { method: 'PATCH', path, body }, 200);
            const verdict = verdicts[name as keyof typeof verdicts];
            const said = verdict.allowed ? 'allowed' : verdict.code;
            const done = preview.accepted ? 'allowed' : preview.refusal?.code;
            expect([user, sent.friendlyName, name, done]).toEqual([user, sent.friendlyName, name, said]);
            compared += 1;
          }
        }
      }
      expect(compared).toBeGreaterThan(20);
    },
  );
});

test('a monthly subscription that does not renew ends, is disabled, and is deleted in time', async () => {
  const client = await openSmall();
  const contoso = await client.customer('contoso');
  const order = await client.order(contoso, [
    { offer: 'm365-e3', quantity: 1, termDuration: 'P1M', billingCycle: 'monthly' },
  ]);
  const path = `/v1/customers/${contoso}/subscriptions/${order.lineItems[0]?.subscriptionId}`;
  await client.patch(path, { autoRenewEnabled: false });
  const seen: string[] = [];
  for (const to of ['2021-10-31T23:59:59Z', '2021-11-01T00:00:00Z', '2021-12-01T00:00:00Z', '2022-03-01T00:00:00Z']) {
    await client.advance({ to });
    const { status } = await client.get<Subscription>(path);
    const { items } = await client.get<SubscriptionsPage>(`/dashboard/v1/customers/${contoso}/subscriptions`);
    seen.push(`${status} ${items[0]?.status}`);
  }
  expect(seen).toEqual(['active active', 'expired expired', 'disabled disabled', 'deleted deleted']);
});

test('why it was cancelled stands in its history, in both languages; on the wire it is no field of the resource', async () => {
  const client = open('subscription-life');
  const [path, sent] = await named(client, 'Brixholt Ledger Team');
  const told = { reason: 'wrongProduct', note: '  The small one was meant  ' };
  const answer = await client.patch<Subscription>(path, { ...sent, status: 'deleted', Cancellation: told });
  expect([answer.status, 'cancellation' in answer]).toEqual(['deleted', false]);
  const last = async (each: Client) => (await each.get<SubscriptionPage>(`/dashboard${path}`)).history.at(-1)?.summary;
  expect(await last(client)).toMatch(
    /Reason: The wrong product or plan was bought\. Note: “The small one was meant”\.$/,
  );
  expect(await last(client.with({ 'X-Locale': 'sv-SE' }))).toMatch(
    /Orsak: Fel produkt eller plan köptes\. Anteckning: /,
  );
});

test('a reason that the form does not know is refused with the field', async () => {
  const client = open('subscription-life');
  const [path, sent] = await named(client, 'Brixholt Ledger Team');
  for (const [cancellation, field] of [
    [{ reason: 'boredom' }, 'cancellation.reason'],
    [{ note: 'x'.repeat(1_001) }, 'cancellation.note'],
  ] as const) {
    expect(await client.refused('PATCH', path, { ...sent, status: 'deleted', cancellation })).toMatchObject({
      status: 400,
      code: 3000,
      data: [{ field }],
    });
  }
});
