/** A scenario as a file: what `public/scenario.schema.json` publishes. Everything in it is run through the API's rules. */
import * as z from 'zod';

const key = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/)
  .max(64);
const decimal = z.string().regex(/^\d{1,9}(\.\d{1,6})?$/);
const country = z.string().regex(/^[A-Z]{2}$/);
const currency = z.string().regex(/^[A-Z]{3}$/);
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?Z$/);
const title = z.string().min(1).max(256);

const roles = z.enum([
  'GlobalAdmin',
  'UserManagementAdmin',
  'BillingAdmin',
  'AdminAgent',
  'SalesAgent',
  'HelpdeskAgent',
  'DefaultUser',
  'AccountAdmin',
  'MpnPartnerAdmin',
  'ReferralAdmin',
  'MarketingContentAdmin',
]);

const term = z.strictObject({
  termDuration: z.enum(['P1M', 'P1Y', 'P3Y', 'none']),
  billingCycle: z.enum(['Monthly', 'Annual', 'Triennial', 'OneTime', 'None']),
  price: decimal.describe('Decimal text for one licence and the span `per`.'),
  currency,
  per: z.enum(['month', 'year', 'once']),
});

const commerce = z.enum(['legacy', 'newCommerce', 'marketplace', 'software', 'reservation', 'azurePlan']);

const offer = z.strictObject({
  key,
  commerce,
  productId: z.string().min(1).max(64).optional(),
  skuId: z.string().min(1).max(64).optional(),
  availabilityId: z.string().min(1).max(64).optional(),
  offerId: z.guid().optional(),
  title,
  productTitle: title.optional(),
  description: z.string().max(2000).optional(),
  publisher: z.strictObject({ name: title, kind: z.enum(['microsoft', 'partner']), site: z.url().optional() }),
  billingType: z.enum(['license', 'usage']),
  category: z.enum(['Enterprise', 'SmallBusiness', 'Trial']),
  productFamily: title.optional(),
  segments: z.array(z.enum(['Commercial', 'Education', 'Government', 'Nonprofit'])).min(1),
  terms: z.array(term),
  quantity: z.strictObject({ min: z.int().min(1), max: z.int().min(1) }).optional(),
  trial: z
    .strictObject({ days: z.int().min(1).max(366), quantity: z.int().min(1).optional(), convertsTo: key.optional() })
    .optional(),
  addOnOf: z.array(key).min(1).optional(),
  upgradeTargets: z.array(key).optional(),
  limit: z.strictObject({ count: z.int().min(1), scope: z.enum(['Lifetime', 'Concurrent']) }).optional(),
  countries: z.array(country).optional(),
  excludedCountries: z.array(country).optional(),
  exclusiveToPartner: z.array(z.string()).optional().describe('MPN ids of the partners that the publisher chose.'),
  inCsp: z.boolean().optional(),
  transactable: z.boolean().optional(),
  container: z.boolean().optional(),
  metered: z.boolean().optional(),
  activation: z.strictObject({ by: z.literal('publisher'), blocksChanges: z.boolean().optional() }).optional(),
  software: z
    .strictObject({
      kind: z.enum(['perpetual', 'subscription']),
      versions: z.array(z.string()),
      languages: z.array(z.string()),
      bits: z.array(z.string()),
      cancelWindowDays: z.int().min(0),
    })
    .optional(),
  reservation: z.strictObject({ resource: z.string(), region: z.string() }).optional(),
  cancellation: z.strictObject({ windowHours: z.int().min(0), refund: z.enum(['full', 'prorated']) }).optional(),
});

const customer = z.strictObject({
  key,
  companyName: z.string().min(1).max(256),
  domain: z.string().min(3).max(128),
  country,
  segment: z.enum(['Commercial', 'Education', 'Government', 'Nonprofit']).default('Commercial'),
  qualifications: z
    .array(z.enum(['Education', 'GovernmentCommunityCloud', 'Nonprofit', 'StateOwnedEntity']))
    .optional(),
  agreementAccepted: z.boolean().default(true),
  resellerMpnId: z.string().optional(),
  city: z.string().max(128).optional(),
  state: z.string().max(128).optional(),
  addressLine1: z.string().max(256).optional(),
  postalCode: z.string().max(32).optional(),
  firstName: z.string().max(64).optional(),
  lastName: z.string().max(64).optional(),
  email: z.string().max(254).optional(),
  phoneNumber: z.string().max(32).optional(),
  heldElsewhere: z
    .array(key)
    .optional()
    .describe(
      'Keys of offers that the customer has from another partner: after an upgrade to one of them licences are assigned by hand.',
    ),
});

const saves = z
  .record(z.string(), z.string())
  .describe('Names for parts of the answer: `{ "sub": "lineItems[0].subscriptionId" }`.');

const step = z.union([
  z.strictObject({
    at: instant,
    by: z.string(),
    request: z.strictObject({
      method: z.enum(['POST', 'PUT', 'PATCH', 'DELETE', 'GET']),
      path: z.string(),
      body: z.unknown().optional(),
    }),
    saves: saves.optional(),
  }),
  z.strictObject({
    at: instant,
    by: z.string(),
    edit: z.strictObject({ path: z.string(), set: z.record(z.string(), z.unknown()) }),
    saves: saves.optional(),
  }),
]);

export const scenarioFile = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal(1),
  name: key,
  title,
  story: z.string().max(2000),
  tags: z.array(z.string()).optional(),
  startsAt: instant,
  rules: z.string().default('2021-10'),
  partner: z.strictObject({
    name: title,
    country,
    currency,
    type: z.enum(['directBill', 'indirectProvider', 'indirectReseller']),
    billingDay: z.int().min(1).max(28),
    mpnId: z.string().min(1).max(16),
    newCommercePreview: z.boolean().default(true),
    restricted: z.boolean().default(false),
    paysInvoices: z.boolean().default(true).describe('Each invoice on its due date; `false`: none is ever paid.'),
    resellers: z.array(z.strictObject({ mpnId: z.string().min(1).max(16), name: title })).optional(),
  }),
  users: z.array(z.strictObject({ id: key, name: title, roles: z.array(roles) })).min(1),
  exchangeRates: z
    .record(currency, decimal)
    .optional()
    .describe('One unit of the named currency in the currency of the partner.'),
  taxRates: z
    .record(country, z.string().regex(/^0(\.\d{1,6})?$/))
    .optional()
    .describe(
      'Tax by the country of the customer, as a share: `{ "AU": "0.10" }`. A country that is not named has none.',
    ),
  customers: z.array(customer),
  catalog: z
    .strictObject({
      standard: z.boolean().default(true),
      size: z.int().min(1).max(20_000).optional().describe('With `standard`: a generated catalog of this many offers.'),
      offers: z.array(offer).optional(),
    })
    .default({ standard: true }),
  /** A seeded history instead of, or before, steps: for worlds too large to write down. */
  generate: z
    .strictObject({
      seed: z.string(),
      customers: z.int().min(0).max(5_000),
      subscriptions: z.int().min(0).max(50_000),
      commerce: z.array(commerce).min(1).optional().describe('Only offers of these programmes are bought.'),
      lines: z
        .int()
        .min(0)
        .max(200_000)
        .optional()
        .describe(
          'Licences are added between the purchases until so many lines have been settled, two by each change.',
        ),
      until: instant,
    })
    .optional(),
  steps: z.array(step).default([]),
  endsAt: instant.optional(),
  expect: z
    .strictObject({
      lines: z
        .array(
          z.strictObject({
            customer: key.optional(),
            invoiceDate: z.string().optional().describe('Date of the invoice that holds the line.'),
            unitPrice: z.string().optional().describe('Price of one licence for these days.'),
            chargeType: z.string(),
            chargeStartDate: z.string(),
            chargeEndDate: z.string(),
            quantity: z.int().optional(),
            amount: z.string(),
          }),
        )
        .optional(),
      subscriptions: z
        .array(z.strictObject({ name: z.string(), status: z.string(), quantity: z.int().optional() }))
        .optional(),
    })
    .optional(),
});

export type ScenarioFile = z.infer<typeof scenarioFile>;
export type ScenarioFileInput = z.input<typeof scenarioFile>;
