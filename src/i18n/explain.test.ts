import { describe, expect, test } from 'vitest';
import type { BillingCycle, TermDuration } from '../domain/catalog/offer';
import { ROLES } from '../domain/partner/roles';
import type { LineRefusal, Refusal } from '../domain/refusals';
import type { SubscriptionStatus } from '../domain/subscriptions/subscription';
import { instant, plainDate, type PlainDate } from '../kernel/calendar';
import { explain, roleName, statusName, termLabel } from './explain';
import { LANGUAGES } from './language';

type Any = Refusal | LineRefusal;
type Samples = { [Type in Any['type']]: readonly [Extract<Any, { type: Type }>, ...Extract<Any, { type: Type }>[]] };

const ID = '5b52f7f1-2a6e-4b0e-9f0c-2f3e1d4c5b6a';
const AT = instant('2021-10-04T08:00:00Z');

/** At least one of every refusal; where the facts choose the sentence, one of each. */
/** One sample for each of some values. */
function each<const Value, Sample>(
  [first, ...rest]: readonly [Value, ...Value[]],
  sample: (value: Value) => Sample,
): readonly [Sample, ...Sample[]] {
  return [sample(first), ...rest.map(sample)];
}

const SAMPLES: Samples = {
  RoleMissing: [
    { type: 'RoleMissing', action: 'buySoftware', roles: ['GlobalAdmin', 'AdminAgent'] },
    { type: 'RoleMissing', action: 'viewCustomers', roles: ['BillingAdmin'] },
  ],
  CustomerNotFound: [{ type: 'CustomerNotFound', customerId: ID }],
  CartNotFound: [{ type: 'CartNotFound', cartId: ID }],
  CartExpired: [{ type: 'CartExpired', cartId: ID, expiredAt: instant('2021-10-08T08:00:00Z') }],
  CartOrdered: [{ type: 'CartOrdered', cartId: ID }],
  CartEmpty: [{ type: 'CartEmpty', cartId: ID }],
  CartHasErrors: [
    {
      type: 'CartHasErrors',
      lines: [
        { line: 1, refusal: { type: 'SuspendedExists', subscriptionId: ID } },
        { line: 3, refusal: { type: 'PreviewNeeded' } },
      ],
    },
    { type: 'CartHasErrors', lines: [{ line: 0, refusal: { type: 'ReservationNeedsAzure' } }] },
  ],
  LineRefused: [{ type: 'LineRefused', line: 0, refusal: { type: 'NotInCsp' } }],
  OrderNotFound: [{ type: 'OrderNotFound', orderId: ID }],
  InvoiceNotFound: [{ type: 'InvoiceNotFound', invoiceId: 'G000000001' }],
  SubscriptionNotFound: [{ type: 'SubscriptionNotFound', subscriptionId: ID }],
  AuthorizationCodeUnknown: [{ type: 'AuthorizationCodeUnknown', authorizationCode: 'abc' }],
  SubscriptionDeleted: [{ type: 'SubscriptionDeleted', subscriptionId: ID }],
  ChangeNotSupported: [{ type: 'ChangeNotSupported', what: 'offer' }],
  ScheduleNotOffered: [{ type: 'ScheduleNotOffered', commerce: 'legacy' }],
  ScheduleNeedsActive: [{ type: 'ScheduleNeedsActive', status: 'suspended' }],
  ScheduleNeedsAutoRenew: [{ type: 'ScheduleNeedsAutoRenew' }],
  NotAnUpgrade: [{ type: 'NotAnUpgrade', catalogItemId: 'A:1:B' }],
  UpgradeNotOffered: each(['commerce', 'notActive', 'noPath', 'legacyOnly', 'addOns', 'trial'], (because) => ({
    type: 'UpgradeNotOffered' as const,
    because,
    status: 'suspended' as const,
  })),
  UpgradeLimit: [{ type: 'UpgradeLimit', offer: 'Office 365 E5' }],
  UpgradeConflict: [{ type: 'UpgradeConflict', offer: 'Office 365 E5', subscriptionId: ID }],
  TargetRefused: each(
    ['same', 'otherItem', 'notActive', 'inWindow', 'termShorter', 'endsEarlier', 'full', 'trial'],
    (because) => ({ type: 'TargetRefused' as const, because, subscriptionId: ID }),
  ),
  TooFewLeft: [{ type: 'TooFewLeft', left: 1, min: 5 }],
  PartialKeepsTerm: [{ type: 'PartialKeepsTerm' }],
  TermShorter: [{ type: 'TermShorter', from: 'P1Y', to: 'P1M' }],
  NoNextPeriod: [
    { type: 'NoNextPeriod', endsOn: '2021-10-31' as PlainDate },
    { type: 'NoNextPeriod', endsOn: null },
  ],
  PlanNeedsActive: [{ type: 'PlanNeedsActive', status: 'suspended' }],
  NoLongerTerm: [{ type: 'NoLongerTerm', termDuration: 'P3Y' }],
  OnlyFrequency: [{ type: 'OnlyFrequency', termDuration: 'P1M', billingCycle: 'Monthly' }],
  FrequencyByOrder: [{ type: 'FrequencyByOrder' }],
  TrialPlanFixed: [
    { type: 'TrialPlanFixed', what: 'billingCycle' },
    { type: 'TrialPlanFixed', what: 'termDuration' },
  ],
  PlanFixed: [
    { type: 'PlanFixed', what: 'billingCycle', commerce: 'marketplace' },
    { type: 'PlanFixed', what: 'termDuration', commerce: 'legacy' },
  ],
  OrderBillingRefused: each(['notLegacy', 'notActive', 'trial', 'notOffered', 'mixed'], (because) => ({
    type: 'OrderBillingRefused' as const,
    because,
    subscriptionIds: [ID],
  })),
  QuantityFixed: [{ type: 'QuantityFixed' }],
  TrialQuantityFixed: [{ type: 'TrialQuantityFixed', quantity: 25 }],
  QuantityNeedsActive: [
    { type: 'QuantityNeedsActive', status: 'suspended' },
    { type: 'QuantityNeedsActive', status: 'expired' },
  ],
  ReductionClosed: [
    {
      type: 'ReductionClosed',
      windowHours: 72,
      closedAt: AT,
      renewsAt: AT,
      supportCount: 0,
      supportUntilAt: null,
    },
    {
      type: 'ReductionClosed',
      windowHours: 168,
      closedAt: null,
      renewsAt: null,
      supportCount: 0,
      supportUntilAt: null,
    },
    { type: 'ReductionClosed', windowHours: 72, closedAt: AT, renewsAt: AT, supportCount: 3, supportUntilAt: AT },
  ],
  ReductionTooLarge: [
    { type: 'ReductionTooLarge', by: 5, refundable: 4, supportCount: 0, supportUntilAt: null },
    { type: 'ReductionTooLarge', by: 5, refundable: 1, supportCount: 4, supportUntilAt: AT },
  ],
  CancellationClosed: [
    { type: 'CancellationClosed', commerce: 'newCommerce', hours: 72, closedAt: AT },
    { type: 'CancellationClosed', commerce: 'marketplace', days: 14, closedAt: AT },
    { type: 'CancellationClosed', commerce: 'software', days: 60, closedAt: AT },
  ],
  CancellationNotOffered: [
    { type: 'CancellationNotOffered', because: 'suspendInstead' },
    { type: 'CancellationNotOffered', because: 'usage' },
    { type: 'CancellationNotOffered', because: 'elsewhere' },
    { type: 'CancellationNotOffered', because: 'never' },
  ],
  ConversionNotOffered: [
    { type: 'ConversionNotOffered', because: 'notATrial' },
    { type: 'ConversionNotOffered', because: 'byItself' },
    { type: 'ConversionNotOffered', because: 'endsUnpaid' },
    { type: 'ConversionNotOffered', because: 'noTarget' },
    { type: 'ConversionNotOffered', because: 'limit' },
  ],
  AddOnsNotOffered: [{ type: 'AddOnsNotOffered' }],
  AddOnNotRelated: [{ type: 'AddOnNotRelated', offer: 'Audio Conferencing', base: 'Office 365 E3' }],
  BaseNotActive: [{ type: 'BaseNotActive', subscriptionId: ID }],
  SupportContactFixed: [{ type: 'SupportContactFixed' }],
  ServiceRequestNotFound: [{ type: 'ServiceRequestNotFound', requestId: '123' }],
  SupportDeclines: [
    { type: 'SupportDeclines', by: 5, possible: 0, windowHours: 72 },
    { type: 'SupportDeclines', by: 5, possible: 2, windowHours: 72 },
  ],
  AutoRenewFixed: [{ type: 'AutoRenewFixed' }],
  TermEnded: [
    { type: 'TermEnded', endsOn: plainDate('2021-10-31') },
    { type: 'TermEnded', endsOn: null },
  ],
  StatusChangeRefused: [
    { type: 'StatusChangeRefused', from: 'pending', to: 'suspended' },
    { type: 'StatusChangeRefused', from: 'expired', to: 'active' },
    { type: 'StatusChangeRefused', from: 'suspended', to: 'active' },
    { type: 'StatusChangeRefused', from: 'active', to: 'active' },
    { type: 'StatusChangeRefused', from: 'active', to: 'deleted' },
    { type: 'StatusChangeRefused', from: 'active', to: 'disabled' },
  ],
  SetUpUnfinished: [{ type: 'SetUpUnfinished', publisher: 'Fabrikam' }],
  DomainTaken: [{ type: 'DomainTaken', domain: 'contoso.onmicrosoft.com' }],
  MarketUnknown: [
    { type: 'MarketUnknown', country: 'AQ' },
    { type: 'MarketUnknown', country: '??' },
  ],
  NameRefused: [{ type: 'NameRefused', name: 'AB' }],
  RegistrationNumberMissing: [{ type: 'RegistrationNumberMissing', country: 'PL' }],
  PhoneNumberMissing: [{ type: 'PhoneNumberMissing', country: 'PL' }],
  PartnerRestricted: [{ type: 'PartnerRestricted' }],
  PartnerCannotBuy: [{ type: 'PartnerCannotBuy' }],
  AgreementMissing: [{ type: 'AgreementMissing', customerId: ID }],
  OnePerCustomer: [{ type: 'OnePerCustomer', subscriptionId: ID }],
  SuspendedExists: [{ type: 'SuspendedExists', subscriptionId: ID }],
  PublisherCountry: [{ type: 'PublisherCountry', country: 'SE' }],
  NotInCsp: [{ type: 'NotInCsp' }],
  Exclusive: [{ type: 'Exclusive', publisher: 'Fabrikam', site: null }],
  NotTransactable: [
    { type: 'NotTransactable', container: true },
    { type: 'NotTransactable', container: false },
  ],
  AddOnWithoutBase: [{ type: 'AddOnWithoutBase', bases: [] }],
  SoldWithBaseOnly: [{ type: 'SoldWithBaseOnly' }],
  OfferLimit: [
    { type: 'OfferLimit', count: 1, scope: 'Lifetime', held: 1, subscriptionId: ID },
    { type: 'OfferLimit', count: 2, scope: 'Concurrent', held: 2, subscriptionId: null },
  ],
  TrialOfOwned: [{ type: 'TrialOfOwned', subscriptionId: ID }],
  SegmentNotQualified: [{ type: 'SegmentNotQualified', segments: ['Education', 'Nonprofit'] }],
  MarketNotServed: [{ type: 'MarketNotServed', country: 'SE' }],
  PreviewNeeded: [{ type: 'PreviewNeeded' }],
  ReservationMarket: [{ type: 'ReservationMarket', country: 'AX' }],
  ReservationNeedsAzure: [{ type: 'ReservationNeedsAzure' }],
  ItemUnknown: [{ type: 'ItemUnknown', catalogItemId: 'CFQ7TTC0LH18:0001:CFQ7TTC0K971' }],
  QuantityOutOfRange: [
    { type: 'QuantityOutOfRange', quantity: 301, min: 1, max: 300 },
    { type: 'QuantityOutOfRange', quantity: 10, min: 25, max: 25 },
  ],
  TermNotOffered: [
    {
      type: 'TermNotOffered',
      termDuration: 'P1M',
      billingCycle: 'Annual',
      choices: [
        { termDuration: 'P1M', billingCycle: 'Monthly' },
        { termDuration: 'P1Y', billingCycle: 'Annual' },
      ],
    },
    { type: 'TermNotOffered', termDuration: 'P1Y', billingCycle: 'Triennial', choices: [] },
  ],
  CurrencyRefused: [{ type: 'CurrencyRefused', currency: 'USD', expected: 'EUR' }],
  ResellerUnknown: [{ type: 'ResellerUnknown', mpnId: '1234567' }],
  ResellerNotAllowed: [{ type: 'ResellerNotAllowed' }],
  BaseUnknown: [{ type: 'BaseUnknown', subscriptionId: ID }],
  AzureSubscriptionUnknown: [{ type: 'AzureSubscriptionUnknown', subscriptionId: ID }],
};

const ALL: Any[] = Object.values(SAMPLES).flat();

describe.each(LANGUAGES)('every refusal in %s', (language) => {
  test('says something whole, and nothing of the machine', () => {
    for (const refusal of ALL) {
      const text = explain(refusal, language);
      expect(text).toMatch(/^.{20,}$/);
      expect(text).not.toMatch(/undefined|NaN|\[object|\bnull\b/);
      // The documented sentence about add-ons is the only one without a full stop.
      expect(text).toMatch(/(\.|base product|basprodukt)$/);
    }
  });

  test('says something of its own', () => {
    expect(new Set(ALL.map((refusal) => explain(refusal, language))).size).toBe(ALL.length);
  });
});

test('no sentence is left in English', () => {
  for (const refusal of ALL) expect(explain(refusal, 'sv')).not.toBe(explain(refusal, 'en'));
});

test.each<[Any, string, string]>([
  [
    SAMPLES.OnePerCustomer[0],
    'The customer already has this subscription, and only one is allowed.',
    'Kunden har redan den här prenumerationen, och bara en är tillåten.',
  ],
  [
    SAMPLES.SuspendedExists[0],
    "The customer's subscription is suspended. Reactivate it instead of buying again.",
    'Kundens prenumeration är pausad. Återaktivera den i stället för att köpa på nytt.',
  ],
  [
    SAMPLES.AddOnWithoutBase[0],
    'The addon is not purchasable without a compatible base product',
    'Tillägget kan inte köpas utan en kompatibel basprodukt',
  ],
  [
    SAMPLES.Exclusive[0],
    'Fabrikam offers this only to certain CSP partners. Contact the publisher.',
    'Fabrikam erbjuder detta bara till vissa CSP-partner. Kontakta utgivaren.',
  ],
  [
    SAMPLES.NotTransactable[0],
    'Container offers must be bought in the Azure portal.',
    'Containererbjudanden måste köpas i Azure-portalen.',
  ],
  [
    SAMPLES.CartHasErrors[0],
    "2 lines of the cart cannot be bought. Line 2: The customer's subscription is suspended. Reactivate it instead of buying again.",
    '2 rader i kundvagnen kan inte köpas. Rad 2: Kundens prenumeration är pausad. Återaktivera den i stället för att köpa på nytt.',
  ],
  [
    SAMPLES.StatusChangeRefused[0],
    'The status of this subscription cannot change from Pending to Suspended. Only active license-based subscriptions from Microsoft can be suspended.',
    'Prenumerationens status kan inte ändras från Väntar till Pausad. Bara aktiva licensbaserade prenumerationer från Microsoft kan pausas.',
  ],
  [
    SAMPLES.TermEnded[0],
    'This subscription ended after Oct 31, 2021 and does not renew any more. Buy it again to go on.',
    'Den här prenumerationen upphörde efter 31 okt. 2021 och förnyas inte längre. Köp den på nytt för att fortsätta.',
  ],
  [
    { type: 'ConversionNotOffered', because: 'endsUnpaid' },
    'Auto-renew is off, so this trial ends without becoming paid. It becomes paid by itself if auto-renew is turned on before its end.',
    'Automatisk förnyelse är av, så den här utvärderingsversionen upphör utan att bli betald. Den blir betald av sig själv om automatisk förnyelse slås på innan den upphör.',
  ],
  [
    SAMPLES.QuantityOutOfRange[0],
    'This offer is sold with 1 to 300 licenses. Change the quantity from 301.',
    'Det här erbjudandet säljs med 1 till 300 licenser. Ändra kvantiteten från 301.',
  ],
  [
    { type: 'QuantityOutOfRange', quantity: 10, min: 25, max: 25 },
    'The quantity of this offer is always 25. Change it from 10.',
    'Kvantiteten för det här erbjudandet är alltid 25. Ändra den från 10.',
  ],
  [
    SAMPLES.TermNotOffered[0],
    'This offer is not sold as “1 month, billed annually”. Choose “1 month, billed monthly” or “1 year, billed annually”.',
    'Det här erbjudandet säljs inte som ”1 månad, faktureras årsvis”. Välj ”1 månad, faktureras månadsvis” eller ”1 år, faktureras årsvis”.',
  ],
  [
    SAMPLES.RoleMissing[0],
    'Your roles do not allow you to buy software. This takes one of these roles: Global admin or Admin agent.',
    'Dina roller ger dig inte rätt att köpa programvara. Det kräver någon av rollerna Global administratör eller Administratörsagent.',
  ],
])('%o', (refusal, english, swedish) => {
  expect(explain(refusal, 'en')).toBe(english);
  expect(explain(refusal, 'sv')).toBe(swedish);
});

test('facts of the case are in the sentence', () => {
  expect(explain(SAMPLES.PublisherCountry[0], 'en')).toContain('Sweden');
  expect(explain(SAMPLES.PublisherCountry[0], 'sv')).toContain('Sverige');
  expect(explain(SAMPLES.AgreementMissing[0], 'en')).toContain('Microsoft Customer Agreement');
  expect(explain(SAMPLES.AgreementMissing[0], 'sv')).toContain('Microsoft Customer Agreement');
  // ICU may put a narrow space before AM.
  expect(explain(SAMPLES.CartExpired[0], 'en')).toMatch(/Oct 8, 2021, 8:00\sAM UTC/);
  expect(explain(SAMPLES.CartExpired[0], 'sv')).toContain('8 okt. 2021 08:00 UTC');
});

test('statuses and roles in the words of the glossary', () => {
  const statuses: SubscriptionStatus[] = ['pending', 'active', 'suspended', 'expired', 'disabled', 'deleted'];
  expect(statuses.map((status) => statusName(status, 'sv'))).toEqual([
    'Väntar',
    'Aktiv',
    'Pausad',
    'Utgången',
    'Inaktiverad',
    'Borttagen',
  ]);
  expect(statuses.map((status) => statusName(status, 'en'))).toEqual([
    'Pending',
    'Active',
    'Suspended',
    'Expired',
    'Disabled',
    'Deleted',
  ]);
  expect(ROLES.map((role) => roleName(role, 'sv'))).toEqual([
    'Global administratör',
    'Administratör för användarhantering',
    'Faktureringsadministratör',
    'Administratörsagent',
    'Försäljningsagent',
    'Supportagent',
    'Standardanvändare',
    'Kontoadministratör',
    'MPN-partneradministratör',
    'Hänvisningsadministratör',
    'Administratör för marknadsföringsinnehåll',
  ]);
  expect(roleName('HelpdeskAgent', 'en')).toBe('Helpdesk agent');
});

test.each<[TermDuration, BillingCycle, string, string]>([
  ['P1M', 'Monthly', '1 month, billed monthly', '1 månad, faktureras månadsvis'],
  ['P1Y', 'Annual', '1 year, billed annually', '1 år, faktureras årsvis'],
  ['P3Y', 'Triennial', '3 years, billed every three years', '3 år, faktureras vart tredje år'],
  ['P1Y', 'OneTime', '1 year, paid once', '1 år, betalas en gång'],
  ['none', 'OneTime', 'one-time', 'engångsköp'],
  ['P1M', 'None', 'free trial', 'kostnadsfri utvärderingsversion'],
  ['none', 'None', 'pay as you go', 'betala efter användning'],
])('term %s %s', (duration, cycle, english, swedish) => {
  expect(termLabel(duration, cycle, 'en')).toBe(english);
  expect(termLabel(duration, cycle, 'sv')).toBe(swedish);
});
