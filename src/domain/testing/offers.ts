/** A small catalog in which every rule has one offer: prices are those of the published examples where there are some. */
import type { CurrencyCode } from '../../kernel/money';
import type { BillingCycle, Offer, Publisher, Term, TermDuration } from '../catalog/offer';

export const USD = 'USD' as CurrencyCode;
export const EUR = 'EUR' as CurrencyCode;

const MICROSOFT: Publisher = { name: 'Microsoft', kind: 'microsoft' };
const TIDEWATER: Publisher = { name: 'Tidewater', kind: 'partner', site: 'https://tidewater.example' };
const SUSE: Publisher = { name: 'SUSE', kind: 'partner' };

/** MPN id of the partner in these stories. */
export const OUR_MPN = '4412345';

function term(
  termDuration: TermDuration,
  billingCycle: BillingCycle,
  price: string,
  per: Term['per'] = 'month',
  currency = USD,
): Term {
  return { termDuration, billingCycle, price, currency, per };
}

let made = 0;

/** An offer with what all of its programme share; ids derive from the order of this file. */
function offer(key: string, commerce: Offer['commerce'], details: Partial<Offer>): Offer {
  made += 1;
  const digits = String(made).padStart(4, '0');
  const ids =
    commerce === 'legacy'
      ? { offerId: `0ffe0000-0000-4000-8000-00000000${digits}` }
      : { productId: `PRODUCT0${digits}`, skuId: '0001', availabilityId: `AVAILAB0${digits}` };
  return {
    key,
    commerce,
    ...ids,
    title: key,
    publisher: commerce === 'marketplace' ? TIDEWATER : MICROSOFT,
    billingType: 'license',
    category: 'Enterprise',
    segments: ['Commercial'],
    terms: [],
    quantity: { min: 1, max: 10_000 },
    ...details,
  };
}

/** Usage has no count: the quantity of a licence offer is left out. */
function usage(key: string, commerce: Offer['commerce'], details: Partial<Offer>): Offer {
  const { quantity: _, ...rest } = offer(key, commerce, { billingType: 'usage', ...details });
  return rest;
}

const TRIAL = {
  category: 'Trial',
  terms: [term('P1M', 'None', '0.00')],
  quantity: { min: 25, max: 25 },
} as const satisfies Partial<Offer>;

const FOUR_DOLLARS = [term('P1Y', 'Monthly', '4.00'), term('P1Y', 'Annual', '4.00')];
const SMALL = { quantity: { min: 1, max: 300 }, category: 'SmallBusiness' } as const satisfies Partial<Offer>;
const SETTLED_BY_PUBLISHER = { by: 'publisher' } as const;

const LIST = [
  // Legacy.
  offer('office', 'legacy', {
    terms: FOUR_DOLLARS,
    upgradeTargets: ['office-yearly', 'office-annual', 'office-small'],
  }),
  offer('office-yearly', 'legacy', {
    terms: [term('P1Y', 'Monthly', '17.60'), term('P1Y', 'Annual', '211.20', 'year')],
  }),
  offer('pennies', 'legacy', { terms: [term('P1Y', 'Monthly', '0.02'), term('P1Y', 'Annual', '0.20', 'year')] }),
  offer('office-trial', 'legacy', { ...TRIAL, trial: { days: 30, quantity: 25, convertsTo: 'office' } }),
  offer('office-addon', 'legacy', { addOnOf: ['office'], terms: FOUR_DOLLARS }),
  offer('school-office', 'legacy', { segments: ['Education'], terms: FOUR_DOLLARS }),
  offer('charity-office', 'legacy', { segments: ['Nonprofit'], terms: FOUR_DOLLARS }),
  offer('agency-office', 'legacy', { segments: ['Government'], terms: FOUR_DOLLARS }),
  offer('everyone-office', 'legacy', {
    segments: ['Commercial', 'Education', 'Nonprofit', 'Government'],
    terms: FOUR_DOLLARS,
  }),
  offer('nordic-office', 'legacy', { countries: ['SE', 'NO'], terms: FOUR_DOLLARS }),
  offer('not-german-office', 'legacy', { excludedCountries: ['DE'], terms: FOUR_DOLLARS }),
  offer('single', 'legacy', { limit: { count: 1, scope: 'Concurrent' }, terms: FOUR_DOLLARS }),

  // New commerce.
  offer('business', 'newCommerce', {
    ...SMALL,
    productId: 'CFQ7TTC0LDPB',
    availabilityId: 'CFQ7TTC0K971',
    title: 'Microsoft 365 Business Standard',
    upgradeTargets: ['e1', 'pair', 'five-or-more'],
    terms: [
      term('P1M', 'Monthly', '10.08', 'month', EUR),
      term('P1Y', 'Monthly', '10.08', 'month', EUR),
      term('P1Y', 'Annual', '120.96', 'year', EUR),
      term('P3Y', 'Monthly', '10.08', 'month', EUR),
      term('P3Y', 'Annual', '120.96', 'year', EUR),
      term('P3Y', 'Triennial', '362.88', 'once', EUR),
    ],
  }),
  offer('business-trial', 'newCommerce', { ...TRIAL, trial: { days: 30, quantity: 25, convertsTo: 'business' } }),
  offer('stand-alone-trial', 'newCommerce', { ...TRIAL, trial: { days: 30, quantity: 25 } }),
  offer('calling', 'newCommerce', {
    addOnOf: ['business', 'pair'],
    limit: { count: 1, scope: 'Concurrent' },
    terms: [term('P1M', 'Monthly', '2.50', 'month', EUR)],
  }),
  offer('pair', 'newCommerce', { ...SMALL, limit: { count: 2, scope: 'Concurrent' }, terms: monthly('5.00') }),
  offer('pair-trial', 'newCommerce', { ...TRIAL, trial: { days: 30, quantity: 25, convertsTo: 'pair' } }),
  offer('once', 'newCommerce', { limit: { count: 1, scope: 'Lifetime' }, terms: monthly('7.00') }),
  offer('five-or-more', 'newCommerce', {
    quantity: { min: 5, max: 10 },
    upgradeTargets: ['e1'],
    terms: monthly('1.00'),
  }),

  // Marketplace.
  offer('saas', 'marketplace', {
    activation: SETTLED_BY_PUBLISHER,
    terms: [term('P1M', 'Monthly', '4.00'), term('P1Y', 'Annual', '40.00', 'year')],
  }),
  offer('saas-ready', 'marketplace', {
    terms: [term('P1M', 'Monthly', '3.00'), term('P1Y', 'Annual', '30.00', 'year')],
  }),
  offer('saas-trial', 'marketplace', {
    trial: { days: 30 },
    terms: [term('P1M', 'Monthly', '2.00'), term('P1Y', 'Annual', '20.00', 'year')],
  }),
  offer('saas-trial-set-up', 'marketplace', {
    trial: { days: 30 },
    activation: SETTLED_BY_PUBLISHER,
    terms: [term('P1M', 'Monthly', '2.00')],
  }),
  usage('metered', 'marketplace', { metered: true, terms: [term('P1M', 'Monthly', '0.00')] }),
  offer('swedish-saas', 'marketplace', { countries: ['SE'], terms: monthly('6.00', USD) }),
  offer('not-german-saas', 'marketplace', { excludedCountries: ['DE'], terms: monthly('6.00', USD) }),
  offer('not-in-csp', 'marketplace', { inCsp: false, terms: monthly('6.00', USD) }),
  offer('for-us', 'marketplace', { exclusiveToPartner: [OUR_MPN], terms: monthly('6.00', USD) }),
  offer('for-others', 'marketplace', { exclusiveToPartner: ['9999999'], terms: monthly('6.00', USD) }),
  offer('container', 'marketplace', { container: true, transactable: false, terms: [] }),
  offer('machine-image', 'marketplace', { transactable: false, terms: [] }),

  // Software, reservations, the Azure plan.
  offer('server', 'software', {
    software: software('perpetual', 60),
    terms: [term('none', 'OneTime', '998.00', 'once')],
  }),
  offer('server-cal', 'software', {
    software: software('subscription', 60),
    terms: [term('P1Y', 'Annual', '120.00', 'year'), term('P3Y', 'Triennial', '300.00', 'once')],
  }),
  offer('suse', 'software', {
    publisher: SUSE,
    software: software('subscription', 0),
    terms: [term('P1Y', 'Annual', '780.00', 'year')],
  }),
  usage('azure', 'azurePlan', { terms: [term('none', 'None', '0.00', 'once')] }),
  offer('reservation', 'reservation', {
    reservation: { resource: 'Virtual machine D2s v3', region: 'westeurope' },
    terms: [term('P1Y', 'OneTime', '500.00', 'once'), term('P3Y', 'OneTime', '1200.00', 'once')],
  }),

  // Where upgrades lead. NCE-7 has E1 at 6.43; committed for longer it costs less here, and less at once than monthly.
  offer('e1', 'newCommerce', {
    title: 'Office 365 E1',
    terms: [
      term('P1M', 'Monthly', '6.43', 'month', EUR),
      term('P1Y', 'Monthly', '6.00', 'month', EUR),
      term('P1Y', 'Annual', '70.00', 'year', EUR),
      term('P3Y', 'Monthly', '5.50', 'month', EUR),
      term('P3Y', 'Annual', '65.00', 'year', EUR),
      term('P3Y', 'Triennial', '190.00', 'once', EUR),
    ],
  }),
  offer('old-e1', 'legacy', { title: 'Office 365 E1', terms: FOUR_DOLLARS }),
  offer('office-annual', 'legacy', { terms: [term('P1Y', 'Annual', '6.00')] }),
  offer('office-small', 'legacy', { quantity: { min: 1, max: 5 }, terms: FOUR_DOLLARS }),
] as const;

function monthly(price: string, currency = EUR): Term[] {
  return [term('P1M', 'Monthly', price, 'month', currency)];
}

function software(kind: 'perpetual' | 'subscription', cancelWindowDays: number): NonNullable<Offer['software']> {
  return { kind, versions: ['2019'], languages: ['English'], bits: ['64-bit'], cancelWindowDays };
}

export const OFFERS: readonly Offer[] = LIST;
