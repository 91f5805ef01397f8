import { beforeAll, describe, expect, test } from 'vitest';
import type {
  CustomerPage,
  CustomerRow,
  DuePage,
  Home,
  OrderRow,
  Page,
  Preview,
  PublisherPage,
  PurchaseRow,
  SearchAnswer,
  SubscriptionPage,
  SubscriptionRow,
  SubscriptionsPage,
} from '../../api/dashboard';
import type { Cart } from '../../api/carts';
import type { Order } from '../../api/orders';
import { itemId, open, openSmall, type Client } from '../testing';

const root = '/dashboard/v1';

describe('lists', () => {
  // Nothing here changes the world: one serves all tests.
  const client = open();
  let customers: CustomerRow[];
  let subscriptions: SubscriptionRow[];

  beforeAll(async () => {
    customers = (await client.get<Page<CustomerRow>>(`${root}/customers`)).items;
    subscriptions = (await client.get<SubscriptionsPage>(`${root}/subscriptions`)).items;
  });

  /** Numbers of the same rows, counted here. */
  const countBy = <Row>(rows: readonly Row[], value: (row: Row) => string): Record<string, number> => {
    const counted: Record<string, number> = {};
    for (const row of rows) counted[value(row)] = (counted[value(row)] ?? 0) + 1;
    return counted;
  };

  test('customers: each with what it holds', () => {
    expect(customers).toHaveLength(12);
    for (const { id, activeSubscriptions, attentionNeeded } of customers) {
      const own = subscriptions.filter(({ customerId }) => customerId === id);
      expect(attentionNeeded).toBe(own.filter(({ status }) => status === 'actionNeeded').length);
      expect(activeSubscriptions).toBeGreaterThanOrEqual(own.filter(({ status }) => status === 'active').length);
    }
    expect(customers.find(({ companyName }) => companyName === 'Adatum AB')).toMatchObject({
      domain: 'adatum.onmicrosoft.com',
      country: 'SE',
      currency: 'SEK',
      relationshipToPartner: 'Cloud Reseller',
    });
  });

  test.each<[sort: string, value: (row: CustomerRow) => string | number]>([
    ['companyName', ({ companyName }) => companyName],
    ['domain', ({ domain }) => domain],
    ['country', ({ country }) => country],
    ['subscriptions', ({ activeSubscriptions }) => activeSubscriptions],
    ['nonsense', ({ companyName }) => companyName],
    ['hasOwnProperty', ({ companyName }) => companyName],
  ])('customers by %s, both ways, in pages', async (sort, value) => {
    for (const direction of ['asc', 'desc']) {
      const { items } = await client.get<Page<CustomerRow>>(`${root}/customers?sort=${sort}&direction=${direction}`);
      const values = items.map(value);
      const ordered = [...values].sort((a, b) => (typeof a === 'number' ? a - Number(b) : a.localeCompare(String(b))));
      expect(values).toEqual(direction === 'asc' ? ordered : ordered.reverse());
      const parts: CustomerRow[] = [];
      for (let offset = 0; offset < 12; offset += 5) {
        const part = await client.get<Page<CustomerRow>>(
          `${root}/customers?sort=${sort}&direction=${direction}&size=5&offset=${offset}`,
        );
        expect(part.totalCount).toBe(12);
        parts.push(...part.items);
      }
      expect(parts).toEqual(items);
    }
  });

  test.each<[sort: string, value: (row: SubscriptionRow) => string | number]>([
    ['name', ({ name }) => name],
    ['status', ({ status }) => status],
    ['quantity', ({ quantity }) => quantity ?? 0],
    ['customer', ({ customerName }) => customerName],
    ['endsOn', ({ endsOn }) => endsOn ?? '9999'],
    ['id', ({ id }) => id],
    ['hasOwnProperty', ({ name }) => name],
  ])('subscriptions by %s, both ways, in pages', async (sort, value) => {
    for (const direction of ['ascending', 'DESC']) {
      const path = `${root}/subscriptions?sort=${sort}&direction=${direction}`;
      const { items, totalCount } = await client.get<SubscriptionsPage>(path);
      if (sort !== 'endsOn') {
        const values = items.map(value);
        const ordered = [...values].sort((a, b) =>
          typeof a === 'number' ? a - Number(b) : a.localeCompare(String(b)),
        );
        expect(values).toEqual(direction === 'DESC' ? ordered.reverse() : ordered);
      }
      const [one, other] = await Promise.all(
        ['size=7', 'size=100&offset=7'].map((part) => client.get<SubscriptionsPage>(`${path}&${part}`)),
      );
      expect([...(one?.items ?? []), ...(other?.items ?? [])]).toEqual(items);
      expect(one?.totalCount).toBe(totalCount);
    }
  });

  test('subscriptions: the counts beside the filter are what the filter leaves, with and without a search', async () => {
    for (const search of ['', 'microsoft 365', 'contoso', 'E3', 'nothing of the kind']) {
      const query = `search=${encodeURIComponent(search)}`;
      const { items, facets, totalCount } = await client.get<SubscriptionsPage>(`${root}/subscriptions?${query}`);
      expect(totalCount).toBe(items.length);
      const words = search.toLowerCase().split(' ');
      const matching = subscriptions.filter(({ name, offerName, customerName, id }) =>
        words.every((word) => `${name} ${customerName} ${id} ${offerName}`.toLowerCase().includes(word)),
      );
      expect(items.map(({ id }) => id).sort()).toEqual(matching.map(({ id }) => id).sort());
      const counted = countBy(items, ({ status }) => status);
      expect(Object.fromEntries(facets.status.map(({ value, count }) => [value, count]))).toEqual(counted);
      for (const [status, count] of Object.entries(counted)) {
        const filtered = await client.get<SubscriptionsPage>(`${root}/subscriptions?${query}&status=${status}`);
        expect(filtered.items.map((each) => each.status)).toEqual(Array.from({ length: count }, () => status));
        expect(filtered.facets).toEqual(facets);
      }
    }
  });

  test('subscriptions of a customer: its own, with usage in a block of its own', async () => {
    const contoso = await client.customer('contoso');
    const page = await client.get<SubscriptionsPage>(`${root}/customers/${contoso}/subscriptions`);
    expect(page.items).toEqual(subscriptions.filter(({ customerId }) => customerId === contoso));
    expect(page.usage.map(({ name, quantity }) => [name, quantity])).toEqual([['Azure plan', null]]);
    const rows = new Map(subscriptions.map((row) => [row.name, row]));
    expect(rows.get('Visio Plan 2 Trial')).toMatchObject({
      isTrial: true,
      billingCycle: 'None',
      endsOn: '2021-10-30',
      autoRenew: true,
    });
    expect(rows.get('Visio Plan 2 Trial')?.statusNote).toMatch(/2021|Oct|10\/30/);
    expect(rows.get('Thornabel Shield Complete')).toMatchObject({
      status: 'actionNeeded',
      endsOn: null,
      newCommerce: false,
    });
    expect(rows.get('Thornabel Shield Complete')?.publisherLink?.url).toMatch(/^\/publisher\//);
    expect(rows.get('Project Plan 3')?.statusNote).toMatch(/2022|Jan|Feb/);
    expect(rows.get('Microsoft 365 Audio Conferencing')).toMatchObject({ isAddOn: true });
  });

  test('the home page sums up the lists', async () => {
    const home = await client.get<Home>(`${root}/home`);
    expect(home.customers).toBe(12);
    expect(Object.fromEntries(home.subscriptions.map(({ status, count }) => [status, count]))).toEqual(
      countBy(subscriptions, ({ status }) => status),
    );
    expect(home.attention.map(({ id }) => id).sort()).toEqual(
      subscriptions
        .filter(({ status }) => status === 'actionNeeded' || status === 'suspended')
        .map(({ id }) => id)
        .sort(),
    );
    const due = await client.get<DuePage>(`${root}/due?size=8`);
    expect(home.due).toEqual(due.items);
  });

  test('what is due: in order, each once, and then it happens', async () => {
    const { items } = await client.get<DuePage>(`${root}/due?size=1000`);
    const instants = items.map(({ at }) => at);
    expect(instants).toEqual([...instants].sort());
    expect(new Set(items.map((each) => each.subscriptionId ?? each.summary)).size).toBe(items.length);
    const other = open();
    const before = (await other.history()).length;
    const [first] = items;
    expect(await other.advance({ toNextDue: true })).toBe(first?.at);
    const [happened] = await other.history(before);
    expect(happened).toMatchObject({ at: first?.at, customerId: first?.customerId, cause: { clock: true } });
  });

  test('searching: a few of each', async () => {
    const found = await client.get<SearchAnswer>(`${root}/search?q=con`);
    expect(found.customers.map(({ companyName }) => companyName)).toEqual(['Contoso GmbH']);
    expect(found.subscriptions.length).toBeGreaterThan(0);
    expect(found.subscriptions.length).toBeLessThanOrEqual(5);
    expect(await client.get(`${root}/search?q=%20`)).toEqual({ customers: [], subscriptions: [] });
  });

  test('a customer with its counts; its orders newest first; software and reservations', async () => {
    const [contoso, adatum] = [await client.customer('contoso'), await client.customer('adatum')];
    const page = await client.get<CustomerPage>(`${root}/customers/${contoso}`);
    expect(page).toMatchObject({
      companyName: 'Contoso GmbH',
      address: { city: 'Berlin', country: 'DE' },
      contact: { firstName: 'Petra', email: 'it@contoso.onmicrosoft.com' },
      agreement: { acceptedOn: '2021-09-01' },
      counts: { subscriptions: 2, orders: 4, software: 0, reservations: 1, usage: 1 },
      cart: null,
      addSubscription: { allowed: true },
    });
    const orders = await client.get<Page<OrderRow>>(`${root}/customers/${contoso}/orders`);
    const created = orders.items.map(({ createdAt }) => createdAt);
    expect(created).toEqual([...created].sort().reverse());
    expect(orders.items.at(-1)).toMatchObject({
      status: 'completed',
      products: [{ title: 'Microsoft 365 Business Standard', quantity: 10 }],
      total: { amount: '1260.00', currency: 'EUR' },
    });
    const found = await client.get<Page<OrderRow>>(
      `${root}/customers/${contoso}/orders?search=${orders.items[1]?.id.toUpperCase()}`,
    );
    expect(found.items.map(({ id }) => id)).toEqual([orders.items[1]?.id]);
    const reservations = await client.get<Page<PurchaseRow>>(`${root}/customers/${contoso}/reservations`);
    expect(reservations.items).toMatchObject([
      { quantity: 2, endsOn: '2022-09-05', detail: 'Standard_D2s_v3, EU West' },
    ]);
    const software = await client.get<Page<PurchaseRow>>(`${root}/customers/${adatum}/software`);
    expect(software.items.map(({ title, quantity }) => [title, quantity])).toEqual([
      ['SUSE Linux Enterprise Server - 1-2 vCPU', 4],
      ['Windows Server CAL - 1 User Subscription', 25],
      ['Windows Server 2022 Standard - 16 Core License Pack', 2],
    ]);
    const alpine = await client.get<CustomerPage>(`${root}/customers/${await client.customer('alpine')}`);
    expect(alpine.cart).toMatchObject({ lines: 1 });
  });

  test('a subscription page: price, dates, charges and its own history', async () => {
    const row = subscriptions.find(({ name }) => name === 'Office 365 E3 (Malmö)');
    const page = await client.get<SubscriptionPage>(`${root}/customers/${row?.customerId}/subscriptions/${row?.id}`);
    expect(page).toMatchObject({
      ...row,
      startsOn: '2021-09-02',
      cycleEndsOn: '2021-11-01',
      renewsAt: '2022-09-02T00:00:00Z',
      price: { amount: '172.80', currency: 'SEK', per: 'month' },
      cancellation: [],
    });
    expect(
      page.charges.map(({ chargeType, chargeStartDate, chargeEndDate, amount }) => [
        chargeType,
        chargeStartDate,
        chargeEndDate,
        amount.amount,
      ]),
    ).toEqual([
      ['Cycle fee', '2021-09-02', '2021-10-01', '4320.00'],
      ['Cycle fee', '2021-10-02', '2021-11-01', '4320.00'],
    ]);
    expect(page.history.map(({ kind, by }) => [kind, by])).toEqual([
      ['SubscriptionStarted', 'Cleo Sales'],
      ['CycleStarted', null],
      ['SubscriptionRenamed', 'Dora Helpdesk'],
    ]);
  });
});

describe('the publisher', () => {
  const codeOf = async (client: Client, name: string) => {
    const { items } = await client.get<SubscriptionsPage>(`${root}/subscriptions?search=${encodeURIComponent(name)}`);
    const code = items[0]?.publisherLink?.authorizationCode;
    if (!code) throw new Error(`No code for ${name}`);
    return code;
  };
  const step = (client: Client, code: string, name: string) =>
    client.post<{ happened: { kind: string }[] }>(`/simulation/v1/publisher/${code}/${name}`, undefined, 200);

  test.each([
    ['assign', 'confirm'],
    ['confirm', 'assign'],
  ])('%s, then %s: only both together make it active, from that day on it is billed', async (first, second) => {
    const client = open('action-needed');
    const code = await codeOf(client, 'Brixholt');
    const look = () => client.get<PublisherPage>(`${root}/publisher/${code.toUpperCase()}`);
    const before = await look();
    expect(before).toMatchObject({
      publisherName: 'Brixholt Software',
      offerName: 'Brixholt Ledger Team',
      customerName: 'Contoso GmbH',
      quantity: 5,
      licensesAssignedAt: null,
      confirmedAt: null,
    });
    const path = `${root}/customers/${before.customerId}/subscriptions/${before.subscriptionId}`;
    expect((await step(client, code, first)).happened.map(({ kind }) => kind)).toHaveLength(1);
    expect(await client.get<SubscriptionPage>(path)).toMatchObject({ status: 'actionNeeded', charges: [] });
    await client.advance({ by: 'P3D' });
    expect((await step(client, code, second)).happened.map(({ kind }) => kind).at(-1)).toBe('SubscriptionActivated');
    const after = await client.get<SubscriptionPage>(path);
    expect(after).toMatchObject({ status: 'active', startsOn: '2021-10-21', endsOn: '2021-11-20' });
    expect(after.charges.map(({ chargeType, amount, settledAt }) => [chargeType, amount.amount, settledAt])).toEqual([
      ['new', '37.80', '2021-10-21T08:00:00Z'],
    ]);
    const shown = await look();
    expect([shown.licensesAssignedAt ?? '', shown.confirmedAt ?? ''].toSorted((a, b) => a.localeCompare(b))).toEqual([
      '2021-10-18T08:00:00Z',
      '2021-10-21T08:00:00Z',
    ]);
    // Once is enough.
    const events = await client.history();
    expect((await step(client, code, first)).happened).toEqual([]);
    expect(await client.history()).toEqual(events);
    await client.advance({ to: '2021-11-21T00:00:00Z' });
    expect((await client.get<SubscriptionPage>(path)).charges.map(({ chargeType }) => chargeType)).toEqual([
      'new',
      'renew',
    ]);
  });

  test('a free month begins with the second step, and is paid after it', async () => {
    const client = open('action-needed');
    const code = await codeOf(client, 'Jorvanta');
    const { customerId, subscriptionId } = await client.get<PublisherPage>(`${root}/publisher/${code}`);
    await step(client, code, 'assign');
    await step(client, code, 'confirm');
    await client.advance({ by: 'P31D' });
    const page = await client.get<SubscriptionPage>(`${root}/customers/${customerId}/subscriptions/${subscriptionId}`);
    expect(
      page.charges.map(({ chargeType, chargeStartDate, chargeEndDate, amount }) => [
        chargeType,
        chargeStartDate,
        chargeEndDate,
        amount.amount,
      ]),
    ).toEqual([
      ['new', '2021-10-18', '2021-11-16', '0.00'],
      ['renew', '2021-11-17', '2021-12-16', '423.36'],
    ]);
  });

  test('a code that nobody has', async () => {
    const client = open('action-needed');
    const nobody = '00000000-0000-4000-8000-000000000000';
    for (const [method, path] of [
      ['GET', `${root}/publisher/${nobody}`],
      ['POST', `/simulation/v1/publisher/${nobody}/assign`],
      ['POST', `/simulation/v1/publisher/${nobody}/confirm`],
    ] as const) {
      expect(await client.refused(method, path)).toMatchObject({ status: 404, code: 1000 });
    }
    expect(
      await client.refused('POST', `/simulation/v1/publisher/${await codeOf(client, 'Brixholt')}/cancel`),
    ).toMatchObject({ status: 404 });
  });
});

describe('a preview', () => {
  test('says what then happens, and does nothing itself', async () => {
    const client = await openSmall();
    const [contoso, adatum] = [await client.customer('contoso'), await client.customer('adatum')];
    const order = await client.order(contoso, [
      { offer: 'legacy-o365-e3', quantity: 10, billingCycle: 'annual' },
      { offer: 'm365-e3', quantity: 2, termDuration: 'P1Y', billingCycle: 'monthly' },
    ]);
    const cart = await client.post<Cart>(`/v1/customers/${adatum}/carts`, {
      lineItems: [
        { catalogItemId: itemId('m365-e5'), quantity: 3, termDuration: 'P1Y', billingCycle: 'annual' },
        { catalogItemId: itemId('legacy-visio-plan-2'), quantity: 2, billingCycle: 'monthly' },
      ],
    });
    await client.advance({ by: 'P40D' });
    const fresh = await client.post<Cart>(`/v1/customers/${adatum}/carts`, {
      lineItems: cart.lineItems.map(({ catalogItemId, quantity, billingCycle, termDuration }) => ({
        catalogItemId,
        quantity,
        billingCycle,
        termDuration,
      })),
    });
    const [legacy, modern] = order.lineItems.map(
      ({ subscriptionId }) => `/v1/customers/${contoso}/subscriptions/${subscriptionId}`,
    );
    const requests: { method: string; path: string; body?: unknown; undo?: string | null; irreversible?: boolean }[] = [
      { method: 'PATCH', path: legacy ?? '', body: { status: 'suspended' } },
      { method: 'PATCH', path: legacy ?? '', body: { status: 'active' } },
      { method: 'PATCH', path: modern ?? '', body: { friendlyName: 'Other', autoRenewEnabled: true } },
      { method: 'POST', path: `/v1/customers/${adatum}/carts/${fresh.id}/checkout` },
      {
        method: 'POST',
        path: `/v1/customers/${contoso}/orders`,
        body: {
          lineItems: [
            {
              lineItemNumber: 0,
              offerId: itemId('visio-plan-2'),
              quantity: 1,
              termDuration: 'P1Y',
              billingCycle: 'annual',
            },
          ],
        },
      },
    ];
    for (const request of requests) {
      const events = await client.history();
      const said = await client.post<Preview>(`${root}/preview`, request, 200);
      const again = await client.post<Preview>(`${root}/preview`, request, 200);
      expect(again).toEqual(said);
      expect(await client.history()).toEqual(events);
      expect(said.accepted).toBe(true);
      const done = await client.send(request.method, request.path, request.body);
      expect(done.status).toBeLessThan(300);
      const happened = (await client.history()).slice(events.length);
      expect(said.effects.map(({ kind, summary }) => [kind, summary])).toEqual(
        happened.map(({ kind, summary }) => [kind, summary]),
      );
      const settled = [];
      for (const id of new Set(happened.flatMap(({ subscriptionId }) => subscriptionId ?? []))) {
        const customer = happened.find(({ subscriptionId }) => subscriptionId === id)?.customerId;
        const page = await client.get<SubscriptionPage>(`${root}/customers/${customer}/subscriptions/${id}`);
        const now = happened[0]?.at;
        settled.push(
          ...page.charges
            .filter(({ settledAt }) => settledAt === now)
            // The page also says where a line stands.
            .map(({ invoice: _invoice, number: _number, ...charge }) => ({ ...charge, subscriptionId: id })),
        );
      }
      const [last] = settled.slice(-1);
      // Suspending and reactivating at one instant settles twice at that instant: the last line is the new one.
      expect(said.charges).toEqual(request.path === legacy && last ? [last] : settled);
      const cents = (total: Preview['nextInvoice']) =>
        total.reduce((sum, each) => sum + Math.round(Number(each.total.amount) * 100), 0);
      expect(cents(said.nextInvoice)).toBe(
        said.charges.reduce((sum, { amount }) => sum + Math.round(Number(amount.amount) * 100), 0),
      );
    }
  });

  test('says on which invoice it will be, and until when it can be undone', async () => {
    const client = await openSmall();
    const path = `/v1/customers/${await client.customer('contoso')}/orders`;
    const preview = (offerId: string, more = {}) =>
      client.post<Preview>(
        `${root}/preview`,
        { method: 'POST', path, body: { lineItems: [{ lineItemNumber: 0, offerId, quantity: 1, ...more }] } },
        200,
      );
    const modern = await preview(itemId('m365-e3'), { termDuration: 'P1Y', billingCycle: 'annual' });
    expect(modern).toMatchObject({
      nextInvoice: [{ on: '2021-11-01', total: { amount: '322.56', currency: 'EUR' } }],
      undoUntil: '2021-10-04T08:00:00Z',
      irreversible: false,
    });
    const legacy = await preview(itemId('legacy-o365-e3'), { billingCycle: 'annual' });
    expect(legacy).toMatchObject({ nextInvoice: [{ on: '2021-10-15' }], undoUntil: null });
    await client.advance({ to: '2021-10-15T00:00:00Z' });
    expect(await preview(itemId('legacy-o365-e3'), { billingCycle: 'annual' })).toMatchObject({
      nextInvoice: [{ on: '2021-11-15' }],
    });
  });

  test('of what is refused says so with the same code, and leaves no trace', async () => {
    const client = open();
    const events = await client.history();
    const contoso = await client.customer('contoso');
    const cases: [object, number, number][] = [
      [
        {
          method: 'POST',
          path: `/v1/customers/${contoso}/orders`,
          body: { lineItems: [{ lineItemNumber: 0, offerId: itemId('m365-e3-trial'), quantity: 1 }] },
        },
        400,
        900275,
      ],
      [{ method: 'POST', path: `/v1/customers/${contoso}/orders`, body: { lineItems: 7 } }, 400, 3000],
      [{ method: 'DELETE', path: `/v1/customers/${contoso}` }, 405, 3000],
      [{ method: 'POST', path: '/v1/nothing' }, 404, 1000],
      [{ method: 'POST', path: '//' }, 404, 1000],
      [{ method: 'PUT', path: '/simulation/v1/world', body: { scenario: 'empty-partner' } }, 404, 1000],
    ];
    for (const [request, status, code] of cases) {
      const preview = await client.post<Preview>(`${root}/preview`, request, 200);
      expect(preview).toMatchObject({ accepted: false, refusal: { status, code }, effects: [], charges: [] });
    }
    await client.signIn('emil');
    const role = await client.post<Preview>(
      `${root}/preview`,
      { method: 'POST', path: `/v1/customers/${contoso}/orders`, body: {} },
      200,
    );
    expect(role).toMatchObject({ accepted: false, refusal: { status: 403, code: 900308 } });
    expect(await client.history()).toEqual(events);
  });
});

test('orders and subscriptions that a customer has not are not on screen either', async () => {
  const client = open();
  const [contoso, adatum] = [await client.customer('contoso'), await client.customer('adatum')];
  const { items } = await client.get<{ items: Order[] }>(`/v1/customers/${adatum}/orders`);
  const subscription = items[0]?.lineItems[0]?.subscriptionId;
  expect(await client.refused('GET', `${root}/customers/${contoso}/subscriptions/${subscription}`)).toMatchObject({
    status: 404,
    code: 20003,
  });
  for (const rest of ['', '/catalog', '/cart', '/orders', '/software', '/reservations', '/subscriptions']) {
    expect(await client.refused('GET', `${root}/customers/${subscription}${rest}`)).toMatchObject({
      status: 403,
      code: 20002,
    });
  }
});
