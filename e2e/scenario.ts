/** The world of most journeys: a file of our own, so that what they count on stands here and nowhere else. */
import type { ScenarioFileInput } from '../src/api/scenario-file';

export type Scenario = ScenarioFileInput;
export type ScenarioCustomer = Scenario['customers'][number];

export const CONTOSO = 'Contoso GmbH';
export const ADATUM = 'Adatum AB';
export const FOURTH_COFFEE = 'Fourth Coffee Inc.';
export const LITWARE = 'Litware Ltd';

/** The clock stands here when a journey begins. */
export const BEGINNING = '2021-10-18T08:00:00Z';

const CUSTOMERS: ScenarioCustomer[] = [
  { key: 'contoso', companyName: CONTOSO, domain: 'contoso.onmicrosoft.com', country: 'DE', city: 'Berlin' },
  { key: 'adatum', companyName: ADATUM, domain: 'adatum.onmicrosoft.com', country: 'SE', city: 'Malmö' },
  { key: 'fourth-coffee', companyName: FOURTH_COFFEE, domain: 'fourthcoffee.onmicrosoft.com', country: 'US' },
  { key: 'litware', companyName: LITWARE, domain: 'litware.onmicrosoft.com', country: 'GB', agreementAccepted: false },
];

/** That world with some parts replaced. */
export function scenario(parts: Partial<Scenario> = {}): Scenario {
  return {
    format: 1,
    name: 'journey',
    title: 'A journey',
    story: 'A partner with four customers and no history.',
    startsAt: '2021-09-01T08:00:00Z',
    rules: '2021-10',
    partner: partner(),
    users: [
      { id: 'anna', name: 'Anna Admin', roles: ['GlobalAdmin', 'AdminAgent'] },
      { id: 'ben', name: 'Ben Billing', roles: ['BillingAdmin'] },
      { id: 'emil', name: 'Emil Default', roles: ['DefaultUser'] },
    ],
    customers: CUSTOMERS,
    endsAt: BEGINNING,
    ...parts,
  };
}

export function partner(parts: Partial<Scenario['partner']> = {}): Scenario['partner'] {
  return {
    name: 'Fabrikam Cloud',
    country: 'DE',
    currency: 'EUR',
    type: 'directBill',
    billingDay: 15,
    mpnId: '4412345',
    newCommercePreview: true,
    restricted: false,
    ...parts,
  };
}
