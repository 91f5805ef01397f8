import { describe, expect, test } from 'vitest';
import type { CustomerDraft } from '../commands';
import type { Refusal } from '../refusals';
import { story, USERS } from '../testing/story';
import { segmentsOf } from './customer';

const DRAFT: CustomerDraft = {
  companyName: 'Wingtip Toys',
  domain: 'wingtip.onmicrosoft.com',
  address: { country: 'SE' },
  email: 'it@wingtip.example',
  culture: 'sv-SE',
  language: 'sv',
};

describe('a new customer', () => {
  test('gets ids, the currency of its market, and the agreement on the partner’s word', () => {
    const resellers = [{ mpnId: '5551111', name: 'Northern Resale' }];
    const told = story({ at: '2021-10-01T23:59:59Z', partner: { type: 'indirectProvider', resellers } });
    told.done({
      type: 'CreateCustomer',
      draft: { ...DRAFT, companyName: '  Wingtip Toys ', resellerMpnId: '5551111' },
    });
    const created = [...told.world.state.customers.values()].at(-1);
    expect(created).toMatchObject({
      companyName: 'Wingtip Toys',
      country: 'SE',
      currency: 'SEK',
      qualifications: [],
      agreementAcceptedOn: '2021-10-01',
      resellerMpnId: '5551111',
      createdAt: told.world.now,
    });
    expect(created?.id).not.toBe(created?.commerceId);
    expect(told.refusalOfBuying(created?.id ?? '', 'office')).toBeUndefined();
  });

  test('comes through a reseller only at an indirect provider, and only through one of its own', () => {
    const draft = { ...DRAFT, resellerMpnId: '9999999' };
    expect(story().refusal({ type: 'CreateCustomer', draft })).toEqual({ type: 'ResellerNotAllowed' });
    const provider = story({ partner: { type: 'indirectProvider', resellers: [] } });
    expect(provider.refusal({ type: 'CreateCustomer', draft })).toEqual({ type: 'ResellerUnknown', mpnId: '9999999' });
  });

  test('keeps its qualifications', () => {
    const told = story();
    told.done({ type: 'CreateCustomer', draft: { ...DRAFT, qualifications: ['Education'] } });
    const created = [...told.world.state.customers.values()].at(-1);
    expect(created && segmentsOf(created)).toEqual(['Commercial', 'Education']);
  });
});

describe('names (portal 2.2)', () => {
  test.each([
    ['X', false],
    ['  X  ', false],
    ['', false],
    ['   ', false],
    ['&&&', false],
    ['LLC', false],
    ['Inc.', false],
    [' gmbh ', false],
    ['XY', true],
    ['3M', true],
    ['Ökonomi & Co', true],
    ['日本', true],
    ['Fabrikam Inc.', true],
  ])('%j: %s', (companyName, accepted) => {
    const told = story();
    expect(told.refusal({ type: 'CreateCustomer', draft: { ...DRAFT, companyName } })).toEqual(
      accepted ? undefined : { type: 'NameRefused', name: companyName },
    );
  });
});

describe('what else refuses it', () => {
  const poland = { country: 'PL' };
  const withPhone = { country: 'PL', phoneNumber: '1' };

  test.each<[string, Partial<CustomerDraft>, Refusal | undefined]>([
    [
      'a domain that is taken, in any case',
      { domain: 'CONTOSO.onmicrosoft.com' },
      { type: 'DomainTaken', domain: 'CONTOSO.onmicrosoft.com' },
    ],
    ['no market', { address: { country: 'CU' } }, { type: 'MarketUnknown', country: 'CU' }],
    ['no country', { address: { country: 'XX' } }, { type: 'MarketUnknown', country: 'XX' }],
    [
      'Poland without registration number',
      { address: withPhone },
      { type: 'RegistrationNumberMissing', country: 'PL' },
    ],
    [
      'Poland without phone',
      { address: poland, registrationNumber: '1' },
      { type: 'PhoneNumberMissing', country: 'PL' },
    ],
    ['Poland with both', { address: withPhone, registrationNumber: '1' }, undefined],
    ['Sweden without either', {}, undefined],
  ])('%s', (_, changes, refusal) => {
    const told = story();
    const { size } = told.world.state.customers;
    expect(told.refusal({ type: 'CreateCustomer', draft: { ...DRAFT, ...changes } })).toEqual(refusal);
    expect(told.world.state.customers.size).toBe(refusal ? size : size + 1);
  });

  test('a domain is taken once it is used', () => {
    const told = story();
    told.done({ type: 'CreateCustomer', draft: DRAFT });
    expect(told.refusal({ type: 'CreateCustomer', draft: DRAFT })).toEqual({
      type: 'DomainTaken',
      domain: DRAFT.domain,
    });
  });

  test('a restricted partner gets no new customers (portal 1.5)', () => {
    const told = story({ partner: { restricted: true } });
    expect(told.refusal({ type: 'CreateCustomer', draft: DRAFT })).toEqual({ type: 'PartnerRestricted' });
  });

  test.each(USERS.map(({ id, roles }) => [id, roles] as const))('%s (%j) may or may not', (by, roles) => {
    const told = story();
    const allowed = roles.some((role) =>
      ['GlobalAdmin', 'UserManagementAdmin', 'AdminAgent', 'SalesAgent'].includes(role),
    );
    const refusal = told.refusal({ type: 'CreateCustomer', draft: DRAFT }, by);
    expect(refusal?.type).toBe(allowed ? undefined : 'RoleMissing');
  });
});
