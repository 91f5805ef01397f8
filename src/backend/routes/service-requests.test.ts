/** Requests to support over the wire (REST API 10): filed, read, added to, answered one simulated hour later. */
import { describe, expect, test } from 'vitest';
import type { Page, ServiceRequestRow, SubscriptionPage } from '../../api/dashboard';
import type { ServiceRequest, SupportTopic } from '../../api/service-requests';
import type { Subscription } from '../../api/subscriptions';
import type { Collection } from '../../api/wire';
import { openSmall, type Client } from '../testing';

const PATH = '/v1/servicerequests';
const NOBODY = '00000000-0000-4000-8000-000000000000';

/** On 1 October Contoso buys ten licences for a year; on the 5th at nine three more. */
async function tenAndThree() {
  const client = await openSmall();
  const contoso = await client.customer('contoso');
  const { lineItems } = await client.order(contoso, [
    { offer: 'm365-e3', quantity: 10, termDuration: 'P1Y', billingCycle: 'monthly' },
  ]);
  const subscriptionId = lineItems[0]?.subscriptionId ?? '';
  const path = `/v1/customers/${contoso}/subscriptions/${subscriptionId}`;
  await client.advance({ to: '2021-10-05T09:00:00Z' });
  await client.patch(path, { quantity: 13, autoRenewEnabled: true });
  return { client, contoso, subscriptionId, path };
}

function draft(customerId: string, more: object = {}) {
  return {
    title: 'Too many licences',
    description: 'Bought by mistake.',
    severity: 'Moderate',
    supportTopicId: 1,
    organization: { id: customerId.toUpperCase() },
    primaryContact: { firstName: 'Anna', lastName: 'Admin', email: 'anna@fabrikam.example', phoneNumber: '+49 30 1' },
    ...more,
  };
}

const file = (client: Client, body: object) => client.post<ServiceRequest>(`${PATH}/en-US`, body);

const read = (client: Client, id: string) => client.get<ServiceRequest>(`${PATH}/${id}`);

const list = async (client: Client, path = PATH) =>
  (await client.get<Collection<ServiceRequest>>(path)).items.map(({ title }) => title);

describe('to take licences away that were added mid-term', () => {
  test.each([
    ['within 72 hours, to the last one', '2021-10-08T08:59:59Z', '2021-10-08T09:59:59Z', 10],
    ['after 72 hours', '2021-10-08T09:00:00Z', '2021-10-08T10:00:00Z', 13],
  ])('%s: answered one hour later, not before', async (_, filedAt, answeredAt, quantity) => {
    const { client, contoso, subscriptionId, path } = await tenAndThree();
    await client.advance({ to: filedAt });
    const filed = await file(client, draft(contoso, { subscriptionId: subscriptionId.toUpperCase(), reduceBy: 3 }));
    expect(filed).toMatchObject({ status: 'open', createdDate: filedAt, notes: [], subscriptionId, reduceBy: 3 });
    const count = async () => (await client.get<Subscription>(path)).quantity;
    await client.advance({ to: new Date(Date.parse(answeredAt) - 1).toISOString() });
    expect([(await read(client, filed.id)).status, await count()]).toEqual(['open', 13]);
    await client.advance({ to: answeredAt });
    const answered = await read(client, filed.id);
    expect(answered).toMatchObject({ status: 'closed', lastModifiedDate: answeredAt, lastClosedDate: answeredAt });
    expect(answered.notes.map(({ createdByName, createdDate }) => [createdByName, createdDate])).toEqual([
      ['Support', answeredAt],
    ]);
    expect(await count()).toBe(quantity);
    // The details page tells the same, with the reason where support declines.
    const page = await client.get<SubscriptionPage>(`/dashboard${path}`);
    expect(page.serviceRequests).toMatchObject([
      { id: filed.id, status: 'closed', answer: { approved: quantity === 10, at: answeredAt } },
    ]);
    expect(page.serviceRequests[0]?.answer?.description).toBe(answered.notes[0]?.text);
    if (quantity === 13) expect(answered.notes[0]?.text).toContain('72 hours');
    const kinds = page.history.slice(-2).map(({ kind, by }) => `${kind} ${by}`);
    expect(kinds).toEqual(
      quantity === 10
        ? ['ServiceRequestAnswered null', 'QuantityChanged null']
        : ['ServiceRequestFiled Anna Admin', 'ServiceRequestAnswered null'],
    );
  });

  test('the answer is told in the language of whoever reads it', async () => {
    const { client, contoso, subscriptionId } = await tenAndThree();
    const approved = await file(client, draft(contoso, { subscriptionId, reduceBy: 3 }));
    const declined = await file(client, draft(contoso, { subscriptionId, reduceBy: 9 }));
    await client.advance({ by: 'PT1H' });
    const swedish = client.with({ 'X-Locale': 'sv-SE' });
    for (const { id } of [approved, declined]) {
      const [one, other] = [await read(client, id), await read(swedish, id)];
      expect(other.notes[0]?.text).not.toBe(one.notes[0]?.text);
      expect(other.supportTopicName).not.toBe('');
    }
  });

  test('only by those who may change the subscription, of its own customer', async () => {
    const { client, contoso, subscriptionId } = await tenAndThree();
    const adatum = await client.customer('adatum');
    const asked = { subscriptionId, reduceBy: 3 };
    expect(await client.refused('POST', `${PATH}/en-US`, draft(adatum, asked))).toMatchObject({
      status: 404,
      code: 20003,
    });
    expect(await client.refused('POST', `${PATH}/en-US`, draft(NOBODY))).toMatchObject({ status: 403, code: 20002 });
    await client.signIn('emil');
    expect(await client.refused('POST', `${PATH}/en-US`, draft(contoso, asked))).toMatchObject({
      status: 403,
      code: 900308,
    });
  });
});

describe('a request', () => {
  test('comes back as it was filed, newest first, of all and of its customer', async () => {
    const client = await openSmall();
    const [contoso, adatum] = [await client.customer('contoso'), await client.customer('adatum')];
    const first = await file(client, draft(contoso, { supportTopicId: '2' }));
    expect(first).toMatchObject({
      id: expect.stringMatching(/^\d{15}$/),
      title: 'Too many licences',
      description: 'Bought by mistake.',
      severity: 'moderate',
      supportTopicId: 2,
      status: 'open',
      organization: { id: contoso, name: 'Contoso GmbH' },
      primaryContact: { firstName: 'Anna', lastName: 'Admin', email: 'anna@fabrikam.example', phoneNumber: '+49 30 1' },
      createdDate: '2021-10-01T08:00:00Z',
      lastModifiedDate: '2021-10-01T08:00:00Z',
      lastClosedDate: '0001-01-01T00:00:00',
      notes: [],
      attributes: { objectType: 'ServiceRequest' },
    });
    expect(await read(client, first.id)).toEqual(first);
    await file(client, draft(adatum, { title: 'Something else' }));
    expect(await list(client)).toEqual(['Something else', 'Too many licences']);
    expect(await list(client, `/v1/customers/${contoso}/servicerequests`)).toEqual(['Too many licences']);
    const rows = await client.get<Page<ServiceRequestRow>>(`/dashboard/v1/customers/${adatum}/servicerequests`);
    expect(rows).toMatchObject({ totalCount: 1, items: [{ title: 'Something else', customerName: 'Adatum AB' }] });
    // Nothing was asked for that support could carry out: the clock does not answer it.
    await client.advance({ by: 'P1Y' });
    expect(await read(client, first.id)).toEqual(first);
  });

  test('many of them are read in pages, there and back', async () => {
    const client = await openSmall();
    const contoso = await client.customer('contoso');
    for (const title of ['1', '2', '3', '4', '5']) await file(client, draft(contoso, { title }));
    const page = (path: string) => client.get<Collection<ServiceRequest>>(path);
    const titles = ({ items }: Collection<ServiceRequest>) => items.map(({ title }) => title).join('');
    const first = await page(`${PATH}?size=2`);
    expect([titles(first), first.totalCount, first.links?.previous]).toEqual(['54', 2, undefined]);
    const second = await page(`/v1${first.links?.next?.uri}`);
    const third = await page(`/v1${second.links?.next?.uri}`);
    expect([titles(second), titles(third), third.links?.next]).toEqual(['32', '1', undefined]);
    expect(titles(await page(`/v1${third.links?.previous?.uri}`))).toBe('32');
    expect(titles(await page(`${PATH}?size=0&offset=3`))).toBe('21');
    const all = await page(PATH);
    expect([titles(all), all.links?.next, all.links?.previous]).toEqual(['54321', undefined, undefined]);
    const filtered = (Value: string, Operator = 'equals') =>
      page(`${PATH}?size=100&filter=${encodeURIComponent(JSON.stringify({ Field: 'Status', Value, Operator }))}`);
    expect(titles(await filtered('Open'))).toBe(titles(await page(`${PATH}?size=100`)));
    expect(titles(await filtered('open', 'not_equals'))).toBe('');
    for (const field of ['size', 'offset']) {
      expect(await client.refused('GET', `${PATH}?${field}=some`)).toMatchObject({
        status: 400,
        code: 3000,
        data: [{ field }],
      });
    }
  });

  test('takes notes, is closed and opened again, each when it happens', async () => {
    const client = await openSmall();
    const { id } = await file(client, draft(await client.customer('contoso')));
    const patch = (body: object) => client.patch<ServiceRequest>(`${PATH}/${id}`, body);
    await client.advance({ by: 'PT1H' });
    // The whole model goes back, with nulls, as the documents say.
    const noted = await patch({ ...(await read(client, id)), title: null, NewNote: { Text: '  Any news?  ' } });
    expect(noted).toMatchObject({
      title: 'Too many licences',
      status: 'open',
      lastModifiedDate: '2021-10-01T09:00:00Z',
      lastClosedDate: '0001-01-01T00:00:00',
      notes: [{ createdByName: 'Anna Admin', createdDate: '2021-10-01T09:00:00Z', text: 'Any news?' }],
    });
    await client.advance({ by: 'PT1H' });
    expect(await patch({ status: 'Closed' })).toMatchObject({
      status: 'closed',
      lastModifiedDate: '2021-10-01T10:00:00Z',
      lastClosedDate: '2021-10-01T10:00:00Z',
    });
    const events = await client.history();
    expect((await patch({ status: 'closed' })).status).toBe('closed');
    expect(await client.history()).toEqual(events);
    await client.advance({ by: 'PT1H' });
    expect(await patch({ status: 'open' })).toMatchObject({
      status: 'open',
      lastModifiedDate: '2021-10-01T11:00:00Z',
      lastClosedDate: '0001-01-01T00:00:00',
    });
  });

  test('is its author’s alone', async () => {
    const client = await openSmall();
    const contoso = await client.customer('contoso');
    const { id } = await file(client, draft(contoso));
    await client.signIn('cleo');
    expect(await list(client)).toEqual([]);
    expect(await list(client, `/v1/customers/${contoso}/servicerequests`)).toEqual([]);
    for (const [method, body] of [
      ['GET', undefined],
      ['PATCH', { status: 'closed' }],
    ] as const) {
      expect(await client.refused(method, `${PATH}/${id}`, body)).toMatchObject({ status: 404, code: 1000 });
      expect(await client.refused(method, `${PATH}/1`, body)).toMatchObject({ status: 404, code: 1000 });
    }
    await file(client, draft(contoso, { title: 'Of Cleo' }));
    await client.signIn('anna');
    expect(await list(client)).toEqual(['Too many licences']);
    expect((await read(client, id)).status).toBe('open');
  });

  test.each<[what: string, change: object, field: string]>([
    ['no title', { title: '  ' }, 'title'],
    ['no description', { description: '' }, 'description'],
    ['a severity of its own', { severity: 'catastrophic' }, 'severity'],
    ['a topic that there is not', { supportTopicId: 7 }, 'supportTopicId'],
    ['nobody to call', { primaryContact: { lastName: 'Admin', email: 'anna@x', phoneNumber: '' } }, 'phoneNumber'],
    ['no address', { primaryContact: { lastName: 'Admin', email: 'anna', phoneNumber: '123' } }, 'email'],
    ['no licences to take away', { reduceBy: 0 }, 'reduceBy'],
  ])('with %s: 400 with the field, and nothing is filed', async (_, change, field) => {
    const client = await openSmall();
    const contoso = await client.customer('contoso');
    const refusal = await client.refused('POST', `${PATH}/en-US`, draft(contoso, change));
    expect(refusal).toMatchObject({ status: 400, code: 3000 });
    expect(JSON.stringify(refusal.data)).toContain(field);
    expect(await list(client)).toEqual([]);
  });
});

test('the topics of the form, in both languages', async () => {
  const client = await openSmall();
  const topics = async (each: Client) =>
    (await each.get<Collection<SupportTopic>>(`${PATH}/supporttopics`)).items.map(({ id, name }) => `${id} ${name}`);
  const [english, swedish] = [await topics(client), await topics(client.with({ 'X-Locale': 'sv-SE' }))];
  expect(english[0]).toBe('1 CSP Purchase/Refund on behalf of customers');
  expect(swedish.map((each) => each[0])).toEqual(['1', '2']);
  expect(swedish).not.toEqual(english);
});
