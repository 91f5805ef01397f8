import { describe, expect, test } from 'vitest';
import type { Customer } from '../../api/customers';
import type { Collection, Link } from '../../api/wire';
import { Client, open, openSmall } from '../testing';

const GUID = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

type List = Collection<Customer>;

const draft = (
  changes: { domain?: string; country?: string; name?: string; number?: string; phone?: string } = {},
) => ({
  companyProfile: {
    domain: changes.domain ?? 'newfirm.onmicrosoft.com',
    ...(changes.number ? { organizationRegistrationNumber: changes.number } : {}),
  },
  billingProfile: {
    email: 'owner@newfirm.example',
    culture: 'sv-SE',
    language: 'sv',
    companyName: changes.name ?? 'New Firm AB',
    defaultAddress: {
      country: changes.country ?? 'SE',
      city: 'Lund',
      addressLine1: 'Stora gatan 1',
      postalCode: '222 22',
      firstName: 'Åsa',
      lastName: 'Öst',
      ...(changes.phone ? { phoneNumber: changes.phone } : {}),
    },
  },
});

describe('reading', () => {
  test('the list is short, a customer is complete', async () => {
    const client = open();
    const list = await client.get<List>('/v1/customers');
    expect(list).toMatchObject({ totalCount: 12, attributes: { objectType: 'Collection' } });
    expect(list.links?.next).toBeUndefined();
    const [item] = list.items;
    expect(item).toEqual({
      id: expect.stringMatching(GUID) as string,
      companyProfile: {
        tenantId: item?.id,
        domain: 'contoso.onmicrosoft.com',
        companyName: 'Contoso GmbH',
        attributes: { objectType: 'CustomerCompanyProfile' },
      },
      relationshipToPartner: 'reseller',
      attributes: { objectType: 'Customer' },
    });
    const path = `/v1/customers/${item?.id}`;
    const full = await client.get<Customer>(path);
    const address = {
      country: 'DE',
      addressLine1: 'Lindenallee 12',
      city: 'Berlin',
      postalCode: '10115',
      firstName: 'Petra',
      lastName: 'Vogt',
      phoneNumber: '+49 30 5550110',
    };
    expect(full).toMatchObject({
      id: item?.id,
      commerceId: expect.stringMatching(GUID) as string,
      companyProfile: { tenantId: item?.id, companyName: 'Contoso GmbH', address },
      billingProfile: {
        email: 'it@contoso.onmicrosoft.com',
        firstName: 'Petra',
        companyName: 'Contoso GmbH',
        defaultAddress: address,
      },
      allowDelegatedAccess: true,
      customDomains: ['contoso.onmicrosoft.com'],
      links: { self: { uri: `/customers/${item?.id}`, method: 'GET', headers: [] } },
      attributes: { objectType: 'Customer' },
    });
    expect(full.billingProfile?.attributes.etag).toMatch(/^[\da-f]+$/);
    expect(await client.get(`${path}/profiles/billing`)).toEqual(full.billingProfile);
    expect(await client.get(`${path}/profiles/company`)).toEqual(full.companyProfile);
  });

  test('qualifications and the agreement, where there is one', async () => {
    const client = open();
    const of = async (name: string, what: string) =>
      (await client.get<Collection<unknown>>(`/v1/customers/${await client.customer(name)}/${what}`)).items;
    expect(await of('bellows', 'qualifications')).toEqual([{ qualification: 'Education' }]);
    expect(await of('city power', 'qualifications')).toEqual([{ qualification: 'GovernmentCommunityCloud' }]);
    expect(await of('contoso', 'qualifications')).toEqual([]);
    expect(await of('contoso', 'agreements')).toEqual([
      { type: 'MicrosoftCustomerAgreement', dateAgreed: '2021-09-01' },
    ]);
    expect(await of('litware', 'agreements')).toEqual([]);
  });

  test.each(['', '/orders', '/subscriptions', '/profiles/billing', '/qualifications', '/products?targetView=Azure'])(
    'a customer of somebody else has no %s for us',
    async (rest) => {
      const path = `/v1/customers/11111111-1111-4111-8111-111111111111${rest}`;
      expect(await open().refused('GET', path)).toMatchObject({ status: 403, code: 20002, source: 'PartnerFD' });
    },
  );

  test('whether a domain is taken', async () => {
    const client = open();
    expect((await client.send('HEAD', '/v1/domains/CONTOSO.onmicrosoft.com')).status).toBe(200);
    expect((await client.send('HEAD', '/v1/domains/nobody.onmicrosoft.com')).status).toBe(404);
  });
});

/** Follows `next` as the documents say: the token goes into a header. */
async function pages(client: Client, first: string): Promise<string[][]> {
  const found: string[][] = [];
  let [path, headers]: [string, Record<string, string>] = [first, {}];
  for (;;) {
    const page = await client.get<List>(path, headers);
    expect(page.totalCount).toBe(page.items.length);
    found.push(page.items.map(({ companyProfile }) => companyProfile.companyName));
    if (found.length > 20) throw new Error('The pages never end');
    const next: Link | undefined = page.links?.next;
    if (!next) return found;
    expect(next.uri).toMatch(/seekOperation=Next/);
    path = `/v1${next.uri}`;
    headers = Object.fromEntries(next.headers.map(({ key, value }) => [key, value]));
    expect(Object.keys(headers)).toEqual(['MS-ContinuationToken']);
  }
}

describe('paging and filters', () => {
  test('pages join up to the whole list, whatever their size', async () => {
    const client = open();
    const [all = []] = await pages(client, '/v1/customers');
    expect(all).toHaveLength(12);
    for (const [size, counts] of [
      [5, [5, 5, 2]],
      [6, [6, 6]],
      [12, [12]],
      [40, [40]],
      [0, [12]],
    ] as const) {
      const found = await pages(client, `/v1/customers?size=${size}`);
      expect(found.flat()).toEqual(all);
      expect(found.map(({ length }) => length)).toEqual(size === 40 ? [12] : counts);
    }
  });

  test('a seek that there is not is told those that there are', async () => {
    const refusal = await open().refused('GET', '/v1/customers?size=2&seekOperation=Sideways');
    expect(refusal.description).toContain('First, Next, Previous, Last');
  });

  test('back from the last page, to the first and to the last', async () => {
    const client = open();
    const forth = await pages(client, '/v1/customers?size=5');
    const named = ({ items }: List) => items.map(({ companyProfile }) => companyProfile.companyName);
    let page = await client.get<List>('/v1/customers?size=5&seekOperation=last');
    const back = [named(page)];
    for (let previous = page.links?.previous; previous; previous = page.links?.previous) {
      expect(previous.uri).toMatch(/seekOperation=Previous/);
      page = await client.get<List>(
        `/v1${previous.uri}`,
        Object.fromEntries(previous.headers.map(({ key, value }) => [key, value])),
      );
      back.unshift(named(page));
      if (back.length > 20) throw new Error('The pages never begin');
    }
    expect(back).toEqual(forth);
    expect(named(await client.get<List>('/v1/customers?size=5&seekOperation=First'))).toEqual(forth[0]);
    for (const whole of ['', '?size=0&seekOperation=Last', '?size=40']) {
      const { items, links } = await client.get<List>(`/v1/customers${whole}`);
      expect([items.length, links?.next, links?.previous]).toEqual([12, undefined, undefined]);
    }
  });

  test.each<[filter: object, names: string[]]>([
    [{ Field: 'CompanyName', Value: 'cont', Operator: 'starts_with' }, ['Contoso GmbH']],
    [{ field: 'companyname', value: 'CITY', operator: 'STARTS_WITH' }, ['City Power & Light']],
    [{ Field: 'Domain', Value: 'a', Operator: 'starts_with' }, ['Adatum AB', 'Alpine Ski House AG']],
    [{ Field: 'CompanyName', Value: 'ontoso', Operator: 'starts_with' }, []],
  ])('%j', async (filter, names) => {
    const client = open();
    const query = `filter=${encodeURIComponent(JSON.stringify(filter))}`;
    expect(await pages(client, `/v1/customers?size=0&${query}`)).toEqual([names]);
    expect((await pages(client, `/v1/customers?size=1&${query}`)).flat()).toEqual(names);
  });

  test('customers of a reseller', async () => {
    const query = encodeURIComponent('{"Field":"IndirectReseller","Value":"4501101","Operator":"starts_with"}');
    const [names] = await pages(open('indirect-provider'), `/v1/customers?filter=${query}`);
    expect(names).toEqual(['Contoso GmbH', 'Adatum AB']);
  });

  test.each([
    ['size=-1', {}, 'size', 3000],
    ['size=many', {}, 'size', 3000],
    ['filter=contoso', {}, 'filter', 3000],
    ['filter={"Field":"Domain"}', {}, 'filter', 3000],
    ['filter={"Field":"City","Value":"B","Operator":"starts_with"}', {}, 'filter.Field', 900126],
    ['filter={"Field":"Domain","Value":"B","Operator":"like"}', {}, 'filter.Operator', 900126],
    ['size=2&seekOperation=Next', { 'MS-ContinuationToken': 'nonsense' }, 'MS-ContinuationToken', 3000],
    ['size=2&seekOperation=Previous', { 'MS-ContinuationToken': '' }, 'MS-ContinuationToken', 3000],
    ['size=2&seekOperation=Next', {}, 'MS-ContinuationToken', 3000],
    ['size=2&seekOperation=Sideways', {}, 'seekOperation', 900126],
    ['seekOperation=PageIndex', {}, 'seekOperation', 900126],
    ['seekOperation=constructor', {}, 'seekOperation', 900126],
  ])('%s is refused, and the field is named', async (query, headers, field, code) => {
    const answer = await open().refused('GET', `/v1/customers?${query}`, undefined, headers);
    expect(answer).toMatchObject({ status: 400, code, data: [{ field }] });
  });
});

describe('creating', () => {
  test('a new customer with its administrator, who is told once', async () => {
    const client = open();
    const made = await client.post<Customer>('/v1/customers', draft());
    expect(made).toMatchObject({
      id: expect.stringMatching(GUID) as string,
      relationshipToPartner: 'none',
      companyProfile: { domain: 'newfirm.onmicrosoft.com', companyName: 'New Firm AB' },
      billingProfile: {
        culture: 'sv-SE',
        language: 'sv',
        defaultAddress: { country: 'SE', city: 'Lund', lastName: 'Öst' },
      },
      userCredentials: { userName: 'admin@newfirm.onmicrosoft.com' },
    });
    expect(made.userCredentials?.password).toHaveLength(13);
    const read = await client.get<Customer>(`/v1/customers/${made.id}`);
    expect(read).toMatchObject({ relationshipToPartner: 'reseller', billingProfile: made.billingProfile });
    expect(read.userCredentials).toBeUndefined();
    expect((await client.get<List>('/v1/customers')).totalCount).toBe(13);
    // It has accepted the agreement and can buy.
    await client.order(made.id, [{ offer: 'm365-e3', quantity: 1, termDuration: 'P1Y' }]);
  });

  test.each<[what: string, changes: Parameters<typeof draft>[0], status: number, code: number]>([
    ['a domain that a customer has', { domain: 'Contoso.onmicrosoft.com' }, 400, 800002],
    ['a country that is no market', { country: 'KP' }, 400, 800002],
    ['no country at all', { country: 'QQ' }, 400, 800002],
    ['a name of one letter', { name: 'X' }, 400, 800002],
    ['a legal form for a name', { name: 'GmbH' }, 400, 800002],
    ['a name of punctuation', { name: '--//--' }, 400, 800002],
    ['Poland without a registration number', { country: 'PL' }, 400, 600049],
    ['Poland without a telephone number', { country: 'PL', number: '123' }, 400, 600051],
  ])('%s is refused', async (_, changes, status, code) => {
    const client = await openSmall();
    const before = await client.everything();
    expect(await client.refused('POST', '/v1/customers', draft(changes))).toMatchObject({ status, code });
    expect(await client.everything()).toEqual(before);
  });

  const billing = draft().billingProfile;
  const profiles = {
    companyName: { billingProfile: { ...billing, companyName: 'New\u0000Firm AB' } },
    email: { billingProfile: { ...billing, email: 'owner\u0007@newfirm.example' } },
    city: { billingProfile: { ...billing, defaultAddress: { ...billing.defaultAddress, city: 'Lund\nSkåne' } } },
    addressLine1: {
      billingProfile: { ...billing, defaultAddress: { ...billing.defaultAddress, addressLine1: 'Stora\tgatan 1' } },
    },
    lastName: {
      billingProfile: { ...billing, defaultAddress: { ...billing.defaultAddress, lastName: 'Öst\u2028' } },
    },
    domain: { companyProfile: { domain: 'newfirm\u0008.onmicrosoft.com' } },
    organizationRegistrationNumber: {
      companyProfile: { domain: 'newfirm.onmicrosoft.com', organizationRegistrationNumber: '55\u009b1' },
    },
  };
  test.each(Object.entries(profiles))(
    'control characters in %s are refused, and the field is named',
    async (field, part) => {
      const client = await openSmall();
      const before = await client.everything();
      for (const language of ['en-US', 'sv-SE']) {
        const speaking = client.with({ 'X-Locale': language });
        const refusal = await speaking.refused('POST', '/v1/customers', { ...draft(), ...part });
        expect(refusal).toMatchObject({ status: 400, code: 3000 });
        expect(refusal.data).toEqual([
          expect.objectContaining({ field: expect.stringMatching(new RegExp(`\\.${field}$`)) as string }),
        ]);
        if (field !== 'domain' && field !== 'email') {
          expect(refusal.description).toContain(language === 'sv-SE' ? 'styrtecken' : 'control characters');
        }
      }
      expect(await client.everything()).toEqual(before);
    },
  );

  test('Poland with both is fine; a restricted partner gets nobody', async () => {
    const client = await openSmall();
    const made = await client.post<Customer>('/v1/customers', draft({ country: 'pl', number: '123', phone: '+48 1' }));
    expect(made.companyProfile.organizationRegistrationNumber).toBe('123');
    expect(made.billingProfile?.defaultAddress.country).toBe('PL');
    const restricted = await open('restricted-partner').refused('POST', '/v1/customers', draft());
    expect(restricted).toMatchObject({ status: 403, code: 800039 });
  });
});
