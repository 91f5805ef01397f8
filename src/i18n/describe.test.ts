import { describe, expect, test } from 'vitest';
import type { Charge } from '../domain/billing/charge';
import type { Cart } from '../domain/cart/cart';
import type { Customer } from '../domain/customers/customer';
import type { PartnerEvent } from '../domain/events';
import { DUE_KINDS } from '../domain/subscriptions/lifecycle';
import type { Order, OrderLine } from '../domain/subscriptions/order';
import type { StartedSubscription } from '../domain/subscriptions/subscription';
import type { ServiceRequest } from '../domain/support/service-request';
import { instant, plainDate } from '../kernel/calendar';
import type { CurrencyCode } from '../kernel/money';
import { describeDue, describeEvent, type Names } from './describe';
import { LANGUAGES } from './language';

type Samples = {
  [Type in PartnerEvent['type']]: readonly [
    Extract<PartnerEvent, { type: Type }>,
    ...Extract<PartnerEvent, { type: Type }>[],
  ];
};

const names: Names = {
  customer: () => 'Contoso',
  subscription: () => 'Microsoft 365 E3',
  cartCustomer: () => 'Contoso',
  offer: () => 'Microsoft 365 E5',
  request: () => ({ title: 'Two licenses too many', customer: 'Contoso' }),
  reseller: () => 'Northern Resale',
};

const EUR = 'EUR' as CurrencyCode;
const at = instant('2021-10-01T08:00:00Z');
const unitPrice = { micro: 36_000_000, currency: EUR };
const cycle = { fromMonth: 0, startsOn: plainDate('2021-10-01'), endsOn: plainDate('2021-10-31') };
const term: StartedSubscription['term'] = {
  anchor: plainDate('2021-10-01'),
  fromMonth: 0,
  duration: 'P1Y',
  billingCycle: 'Annual',
  startsOn: plainDate('2021-10-01'),
  endsOn: plainDate('2022-09-30'),
  openedAt: at,
};

function chargeOf(minor: number): Charge {
  return {
    chargeType: 'new',
    startsOn: cycle.startsOn,
    endsOn: cycle.endsOn,
    unitPrice,
    effectiveUnitPrice: unitPrice,
    quantity: 10,
    amount: { minor, currency: EUR },
    settledAt: at,
    exchangeRate: '1',
  };
}

const cart: Cart = {
  id: 'cart',
  customerId: 'customer',
  createdAt: at,
  modifiedAt: at,
  modifiedBy: 'user',
  expiresAt: at,
  lines: [{ catalogItemId: 'item', quantity: 1, termDuration: 'P1Y', billingCycle: 'Annual' }],
  orderIds: [],
  expired: false,
};

const orderLine: OrderLine = {
  number: 0,
  catalogItemId: 'item',
  title: 'Microsoft 365 E3',
  quantity: 10,
  termDuration: 'P1Y',
  billingCycle: 'Annual',
  subscriptionId: 'subscription',
  unitPrice,
  extended: { minor: 36_000, currency: EUR },
};

const order: Order = {
  id: 'order',
  alternateId: 'order',
  customerId: 'customer',
  createdAt: at,
  by: 'user',
  billingCycle: 'Annual',
  currency: EUR,
  lines: [orderLine],
};

const customer: Customer = {
  id: 'customer',
  commerceId: 'commerce',
  companyName: 'Contoso',
  domain: 'contoso.onmicrosoft.com',
  country: 'SE',
  currency: EUR,
  qualifications: [],
  address: { country: 'SE' },
  email: 'a@contoso.com',
  culture: 'sv-SE',
  language: 'sv',
  agreementAcceptedOn: null,
  createdAt: at,
};

const subscription: StartedSubscription = {
  id: 'subscription',
  customerId: 'customer',
  orderId: 'order',
  orderLine: 0,
  catalogItemId: 'item',
  commerce: 'newCommerce',
  friendlyName: 'Microsoft 365 E3',
  quantity: 10,
  batches: [],
  status: 'active',
  createdAt: at,
  statusSince: at,
  term,
  cycle,
  unitPrice,
  autoRenew: true,
  trial: null,
  deletedAt: null,
};

const request: ServiceRequest = {
  id: '1',
  customerId: 'customer',
  topic: 'purchaseRefund',
  severity: 'minimal',
  title: 'Two licenses too many',
  description: 'Please remove them.',
  contact: { name: 'Anna Admin', email: 'anna@fabrikam.example', phoneNumber: '+46 8 123' },
  by: 'anna',
  createdAt: at,
  answersAt: null,
  answer: null,
};

const subscriptionId = 'subscription';
const next = { catalogItemId: 'item', quantity: 1, duration: 'P1Y', billingCycle: 'Monthly' } as const;
const customerId = 'customer';

/** One sample for each of some values. */
function each<const Value, Sample>(
  [first, ...rest]: readonly [Value, ...Value[]],
  sample: (value: Value) => Sample,
): readonly [Sample, ...Sample[]] {
  return [sample(first), ...rest.map(sample)];
}

const SAMPLES: Samples = {
  CustomerAdded: [{ type: 'CustomerAdded', customer }],
  CartSaved: [
    { type: 'CartSaved', cart },
    { type: 'CartSaved', cart: { ...cart, lines: [] } },
  ],
  CartExpired: [{ type: 'CartExpired', cartId: 'cart', customerId }],
  CartOrdered: [{ type: 'CartOrdered', cartId: 'cart', customerId, orderIds: ['order'] }],
  OrderPlaced: [
    { type: 'OrderPlaced', order },
    { type: 'OrderPlaced', order: { ...order, lines: [orderLine, orderLine, orderLine, orderLine, orderLine] } },
  ],
  SubscriptionStarted: [
    { type: 'SubscriptionStarted', subscription, charge: chargeOf(36_000) },
    { type: 'SubscriptionStarted', subscription: { ...subscription, status: 'pending' }, charge: null },
    {
      type: 'SubscriptionStarted',
      subscription: { ...subscription, trial: { convertsTo: null } },
      charge: chargeOf(0),
    },
    { type: 'SubscriptionStarted', subscription: { ...subscription, term: { ...term, endsOn: null } }, charge: null },
  ],
  ChangeScheduled: [{ type: 'ChangeScheduled', subscriptionId, next }],
  SavedChangesRemoved: [
    ...each(
      [
        'byHand',
        'autoRenewOff',
        'quantityChanged',
        'suspended',
        'canceled',
        'upgraded',
        'termChanged',
        'converted',
        'unavailable',
      ],
      (cause) => ({ type: 'SavedChangesRemoved' as const, subscriptionId, scheduled: next, nextBilling: null, cause }),
    ),
    { type: 'SavedChangesRemoved', subscriptionId, scheduled: null, nextBilling: 'Annual', cause: 'suspended' },
  ],
  BillingChangePlanned: [
    { type: 'BillingChangePlanned', subscriptionId, billingCycle: 'Annual' },
    { type: 'BillingChangePlanned', subscriptionId, billingCycle: null },
  ],
  BillingPlanChanged: [
    { type: 'BillingPlanChanged', subscriptionId, term, cycle, unitPrice, charge: chargeOf(33_000) },
  ],
  TermChanged: [
    {
      type: 'TermChanged',
      subscriptionId,
      from: { duration: 'P1M', billingCycle: 'Monthly' },
      term,
      cycle,
      unitPrice,
      charges: [chargeOf(36_000)],
      billed: [],
    },
  ],
  SubscriptionUpgraded: each(['automatic', 'manual'], (licenses) => ({
    type: 'SubscriptionUpgraded' as const,
    subscriptionId,
    fromCatalogItemId: 'item',
    catalogItemId: 'other',
    friendlyName: 'Microsoft 365 E5',
    fromQuantity: 10,
    quantity: 12,
    term,
    cycle,
    unitPrice,
    licenses,
    charges: [chargeOf(36_000)],
    billed: [],
  })),
  LicensesMovedOut: each([0, 4], (left) => ({
    type: 'LicensesMovedOut' as const,
    subscriptionId,
    toSubscriptionId: 'other',
    moved: 6,
    left,
    batches: [],
    charges: [chargeOf(-36_000)],
    billed: [],
  })),
  LicensesMovedIn: [
    {
      type: 'LicensesMovedIn',
      subscriptionId,
      fromSubscriptionId: 'other',
      moved: 1,
      to: 11,
      batches: [],
      charges: [chargeOf(36_000)],
      billed: [],
    },
  ],
  TransitionMade: [
    {
      type: 'TransitionMade',
      subscriptionId,
      transition: {
        operationId: 'operation',
        fromCatalogItemId: 'item',
        toCatalogItemId: 'other',
        toSubscriptionId: subscriptionId,
        quantity: 10,
        transitionType: 'transition_only',
        licenses: 'manual',
        at,
      },
    },
  ],
  OrderBillingChanged: [{ type: 'OrderBillingChanged', orderId: 'order', billingCycle: 'Annual' }],
  OrderLineAdded: [{ type: 'OrderLineAdded', orderId: 'order', line: orderLine }],
  QuantityChanged: [
    {
      type: 'QuantityChanged',
      subscriptionId,
      from: 10,
      to: 12,
      batches: [],
      charges: [chargeOf(-9_408), chargeOf(11_289)],
      billed: [],
      unsettled: null,
    },
    {
      type: 'QuantityChanged',
      subscriptionId,
      from: 10,
      to: 12,
      batches: [],
      charges: [],
      billed: null,
      unsettled: { on: cycle.startsOn, quantity: 12 },
    },
  ],
  QuantitySettled: [
    { type: 'QuantitySettled', subscriptionId, charges: [chargeOf(-4_800), chargeOf(9_243)], billed: [] },
  ],
  SubscriptionCanceled: [
    { type: 'SubscriptionCanceled', subscriptionId, charges: [chargeOf(-9_420)] },
    { type: 'SubscriptionCanceled', subscriptionId, charges: [] },
    { type: 'SubscriptionCanceled', subscriptionId, charges: [], reason: 'price', note: 'Too dear' },
    { type: 'SubscriptionCanceled', subscriptionId, charges: [], note: 'Too dear' },
  ],
  ResellerChanged: [
    { type: 'ResellerChanged', subscriptionId, mpnId: '7000001' },
    { type: 'ResellerChanged', subscriptionId, mpnId: null },
  ],
  SupportContactChanged: [
    { type: 'SupportContactChanged', subscriptionId, contact: { mpnId: '7000001', name: 'Northern Resale' } },
  ],
  ServiceRequestFiled: [{ type: 'ServiceRequestFiled', request }],
  ServiceRequestNoted: [{ type: 'ServiceRequestNoted', requestId: '1', text: 'Please hurry.' }],
  ServiceRequestClosed: [{ type: 'ServiceRequestClosed', requestId: '1' }],
  ServiceRequestReopened: [{ type: 'ServiceRequestReopened', requestId: '1', answersAt: null }],
  ServiceRequestAnswered: [
    { type: 'ServiceRequestAnswered', requestId: '1', subscriptionId, answer: { approved: true, at } },
    {
      type: 'ServiceRequestAnswered',
      requestId: '1',
      subscriptionId,
      answer: { approved: false, at, refusal: { type: 'SupportDeclines', by: 1, possible: 0, windowHours: 72 } },
    },
  ],
  SubscriptionRenamed: [{ type: 'SubscriptionRenamed', subscriptionId, friendlyName: 'Office' }],
  AutoRenewChanged: [
    { type: 'AutoRenewChanged', subscriptionId, autoRenew: true },
    { type: 'AutoRenewChanged', subscriptionId, autoRenew: false },
  ],
  LicensesAssigned: [{ type: 'LicensesAssigned', subscriptionId }],
  SetUpConfirmed: [{ type: 'SetUpConfirmed', subscriptionId }],
  SubscriptionActivated: [{ type: 'SubscriptionActivated', subscriptionId, term, cycle, charge: chargeOf(36_000) }],
  CycleStarted: [{ type: 'CycleStarted', subscriptionId, cycle, charge: chargeOf(3_000) }],
  TermRenewed: [{ type: 'TermRenewed', subscriptionId, term, cycle, unitPrice, charge: chargeOf(36_000) }],
  TrialConverted: [
    {
      type: 'TrialConverted',
      subscriptionId,
      catalogItemId: 'item',
      term,
      cycle,
      unitPrice,
      charge: chargeOf(36_000),
    },
  ],
  SubscriptionSuspended: [
    {
      type: 'SubscriptionSuspended',
      subscriptionId,
      deletedAt: at,
      autoRenew: false,
      withBase: false,
      charges: [chargeOf(-1_234)],
    },
    { type: 'SubscriptionSuspended', subscriptionId, deletedAt: at, autoRenew: false, withBase: false, charges: [] },
  ],
  SubscriptionReactivated: [{ type: 'SubscriptionReactivated', subscriptionId, charge: null }],
  SubscriptionExpired: [{ type: 'SubscriptionExpired', subscriptionId }],
  SubscriptionDisabled: [{ type: 'SubscriptionDisabled', subscriptionId }],
  SubscriptionDeleted: [
    { type: 'SubscriptionDeleted', subscriptionId, cause: 'suspendedTooLong' },
    { type: 'SubscriptionDeleted', subscriptionId, cause: 'disabledTooLong' },
    { type: 'SubscriptionDeleted', subscriptionId, cause: 'termEnded' },
    { type: 'SubscriptionDeleted', subscriptionId, cause: 'trialEnded' },
    { type: 'SubscriptionDeleted', subscriptionId, cause: 'baseEnded' },
  ],
  AccessRefused: [
    { type: 'AccessRefused', action: 'buy', customerId },
    { type: 'AccessRefused', action: 'GET /v1/invoices' },
  ],
};

const ALL: PartnerEvent[] = Object.values(SAMPLES).flat();

describe.each(LANGUAGES)('the log in %s', (language) => {
  test('has one whole sentence of its own for everything that can happen', () => {
    const sentences = ALL.map((event) => describeEvent(event, names, language));
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^.{10,}\.$/);
      expect(sentence).not.toMatch(/undefined|NaN|\[object|null/);
    }
    expect(new Set(sentences).size).toBe(ALL.length);
  });

  test('has words of its own for all due work', () => {
    const sentences = DUE_KINDS.map((kind) => describeDue({ kind, subject: 'x', at }, names, language));
    for (const [index, sentence] of sentences.entries()) {
      expect(sentence).toMatch(/Microsoft 365 E3|Contoso/);
      expect(sentence).not.toBe(DUE_KINDS[index]);
    }
    expect(new Set(sentences).size).toBe(DUE_KINDS.length);
  });

  test('shows due work that it does not know by its kind', () => {
    for (const kind of ['priceChange', 'toString']) {
      expect(describeDue({ kind, subject: 'x', at }, names, language)).toBe(kind);
    }
  });
});

/** Amounts in Swedish have hard spaces. */
function soft(text: string): string {
  return text.replaceAll(/\s/gu, ' ');
}

test.each<[PartnerEvent, string, string]>([
  [
    SAMPLES.TermRenewed[0],
    'Renewed Microsoft 365 E3 until Sep 30, 2022; charged €360.00.',
    'Microsoft 365 E3 förnyades till och med 30 sep. 2022; 360,00 € debiterades.',
  ],
  [
    SAMPLES.SubscriptionStarted[2] as PartnerEvent,
    'Started the trial of Microsoft 365 E3 for Contoso until Sep 30, 2022; nothing was charged.',
    'Utvärderingsversionen av Microsoft 365 E3 startades för Contoso till och med 30 sep. 2022; inget debiterades.',
  ],
  [
    SAMPLES.SubscriptionSuspended[0],
    'Suspended Microsoft 365 E3, with its data kept until Oct 1, 2021, 8:00 AM UTC; credited €12.34.',
    'Microsoft 365 E3 pausades, med data bevarade till 1 okt. 2021 08:00 UTC; 12,34 € krediterades.',
  ],
  [
    SAMPLES.SubscriptionCanceled[0],
    'Canceled Microsoft 365 E3 for good; credited €94.20.',
    'Microsoft 365 E3 avbröts för gott; 94,20 € krediterades.',
  ],
  [
    SAMPLES.SubscriptionCanceled[2] as PartnerEvent,
    'Canceled Microsoft 365 E3 for good. Reason: It costs too much. Note: “Too dear”.',
    'Microsoft 365 E3 avbröts för gott. Orsak: Den kostar för mycket. Anteckning: ”Too dear”.',
  ],
  [
    SAMPLES.OrderPlaced[1] as PartnerEvent,
    'Ordered Microsoft 365 E3 (10), Microsoft 365 E3 (10), Microsoft 365 E3 (10) and 2 more for Contoso.',
    'Microsoft 365 E3 (10), Microsoft 365 E3 (10), Microsoft 365 E3 (10) och 2 till beställdes åt Contoso.',
  ],
])('%o', (event, english, swedish) => {
  expect(soft(describeEvent(event, names, 'en'))).toBe(english);
  expect(soft(describeEvent(event, names, 'sv'))).toBe(swedish);
});

test('due work is yet to come', () => {
  const said = (kind: string) => LANGUAGES.map((language) => describeDue({ kind, subject: 'x', at }, names, language));
  expect(said('renewal')).toEqual(['Microsoft 365 E3 renews', 'Microsoft 365 E3 förnyas']);
  expect(said('trialConversion')).toEqual([
    'Trial of Microsoft 365 E3 ends and becomes paid',
    'Utvärderingsversionen av Microsoft 365 E3 slutar och blir betald',
  ]);
  expect(said('cartExpiry')).toEqual(['Cart of Contoso expires', 'Kundvagnen för Contoso upphör att gälla']);
});
