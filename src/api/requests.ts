/**
 * What clients may send: one schema per body. Imported by the backend only, so that no schema weighs on the first screen.
 * Property names are matched without regard to case before a schema sees them (REST API, request conventions).
 */
import * as z from 'zod';

const text = (most: number) => z.string().max(most);
/** Text of one line: a name, a part of an address. Nobody can see a control character, and lists break at it. */
export const lineOfText = (most: number) =>
  text(most).refine((value) => !/[\p{Cc}\u2028\u2029]/u.test(value), { message: 'controlCharacters' });
const id = text(256);
const quantity = z.int().min(1).max(1_000_000_000);
const keyed = z.object({ key: text(64), value: text(256) });

const cartLine = z.object({
  id: z.union([z.int(), text(16)]).optional(),
  catalogItemId: id.min(1),
  friendlyName: text(256).nullish(),
  quantity,
  currencyCode: text(3).nullish(),
  billingCycle: text(32),
  termDuration: text(16).nullish(),
  renewsTo: z.object({ termDuration: text(16).nullish() }).nullish(),
  participants: z.array(keyed).max(10).nullish(),
  provisioningContext: z.record(z.string(), text(256)).nullish(),
  attestationAccepted: z.boolean().nullish(),
});

export const cartBody = z.object({
  lineItems: z.array(cartLine.extend({ addonItems: z.array(cartLine).max(100).nullish() })).max(500),
  partnerOnRecordAttestationAccepted: z.boolean().nullish(),
});

export type CartBody = z.infer<typeof cartBody>;

const orderLine = z.object({
  lineItemNumber: z.int().min(0),
  offerId: id.min(1),
  friendlyName: text(256).nullish(),
  quantity,
  termDuration: text(16).nullish(),
  billingCycle: text(32).nullish(),
  partnerIdOnRecord: text(16).nullish(),
  provisioningContext: z.record(z.string(), text(256)).nullish(),
  renewsTo: z.object({ termDuration: text(16).nullish() }).nullish(),
});

export const orderBody = z.object({
  referenceCustomerId: id.nullish(),
  billingCycle: text(32).nullish(),
  currencyCode: text(3).nullish(),
  lineItems: z.array(orderLine).min(1).max(500),
});

export type OrderBody = z.infer<typeof orderBody>;

const address = z.object({
  country: z.string().regex(/^[A-Za-z]{2}$/),
  region: lineOfText(64).nullish(),
  city: lineOfText(128).nullish(),
  state: lineOfText(128).nullish(),
  addressLine1: lineOfText(256).nullish(),
  addressLine2: lineOfText(256).nullish(),
  postalCode: lineOfText(32).nullish(),
  firstName: lineOfText(64).nullish(),
  lastName: lineOfText(64).nullish(),
  phoneNumber: lineOfText(32).nullish(),
});

export const customerBody = z.object({
  companyProfile: z.object({
    domain: z
      .string()
      .min(3)
      .max(128)
      .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i),
    organizationRegistrationNumber: lineOfText(64).nullish(),
  }),
  billingProfile: z.object({
    email: z
      .string()
      .min(3)
      .max(254)
      .regex(/^[^@\s\p{Cc}]+@[^@\s\p{Cc}]+$/u),
    culture: lineOfText(16).min(2),
    language: lineOfText(16).min(2),
    companyName: lineOfText(256).min(1),
    defaultAddress: address,
  }),
  associatedPartnerId: lineOfText(16).nullish(),
});

export type CustomerBody = z.infer<typeof customerBody>;

/** The whole resource is expected back; what we do not know is ignored, what we know is checked. `cancellation` is ours. */
export const subscriptionBody = z.object({
  id: id.nullish(),
  friendlyName: z.string().trim().min(1).max(256).nullish(),
  quantity: z.int().min(0).max(1_000_000_000).nullish(),
  status: z
    .string()
    .transform((value) => value.toLowerCase())
    .pipe(z.enum(['none', 'active', 'pending', 'suspended', 'expired', 'disabled', 'deleted']))
    .nullish(),
  cancellation: z
    .object({
      reason: z.enum(['customerRequest', 'wrongProduct', 'technical', 'price', 'other']).nullish(),
      note: z.string().trim().max(1_000).nullish(),
    })
    .nullish(),
  autoRenewEnabled: z.boolean().nullish(),
  billingCycle: text(32).nullish(),
  termDuration: text(16).nullish(),
  partnerId: text(16).nullish(),
  offerId: id.nullish(),
  scheduledNextTermInstructions: z
    .object({
      product: z.object({
        productId: id.min(1),
        skuId: id.min(1),
        availabilityId: id.min(1),
        billingCycle: text(32),
        termDuration: text(16),
        promotionId: id.nullish(),
      }),
      quantity,
      customTermEndDate: text(64).nullish(),
    })
    .nullish(),
  nextChargeInstructions: z.record(z.string(), z.unknown()).nullish(),
});

export type SubscriptionBody = z.infer<typeof subscriptionBody>;

/**
 * PATCH of an order: legacy add-ons come as lines with `parentSubscriptionId`; with `status` `cancelled` the lines are the
 * software that is given back, without a quantity (REST API, orders).
 */
export const orderPatchBody = z.object({
  id: id.nullish(),
  referenceCustomerId: id.nullish(),
  billingCycle: text(32).nullish(),
  status: text(32).nullish(),
  lineItems: z
    .array(
      z.object({
        lineItemNumber: z.int().min(0),
        offerId: id.min(1),
        friendlyName: text(256).nullish(),
        quantity: quantity.optional(),
        subscriptionId: id.nullish(),
        parentSubscriptionId: id.nullish(),
      }),
    )
    .max(500)
    .nullish(),
});

export type OrderPatchBody = z.infer<typeof orderPatchBody>;

/** What is bought instead, and what joins it (REST API 6.8). */
export const transitionBody = z.object({
  toCatalogItemId: id.min(1),
  quantity,
  transitionType: z
    .string()
    .transform((value) => value.toLowerCase())
    .pipe(z.enum(['transition_only', 'transition_with_license_transfer'])),
  toSubscriptionId: id.nullish(),
  fromCatalogItemId: id.nullish(),
  fromSubscriptionId: id.nullish(),
  termDuration: text(16).nullish(),
  billingCycle: text(32).nullish(),
  promotionId: id.nullish(),
});

/** A legacy upgrade, as `GET …/upgrades` lists it (REST API 6.7). */
export const upgradeBody = z.object({
  targetOffer: z.object({ id: id.min(1) }),
  quantity: quantity.nullish(),
});

export const conversionBody = z.object({
  offerId: id.nullish(),
  targetOfferId: id.min(1),
  orderId: id.nullish(),
  quantity,
  billingCycle: text(32),
});

export const supportContactBody = z.object({
  supportTenantId: id.nullish(),
  supportMpnId: text(16).min(1),
  name: text(256).nullish(),
});

/** A service request of the documented API; `subscriptionId` and `reduceBy` are this simulation's (decisions 36). */
export const serviceRequestBody = z.object({
  title: z.string().trim().min(1).max(256),
  description: z.string().trim().min(1).max(10_000),
  severity: z
    .string()
    .transform((value) => value.toLowerCase())
    .pipe(z.enum(['critical', 'moderate', 'minimal'])),
  supportTopicId: z.union([z.int(), text(16)]).nullish(),
  organization: z.object({ id: id.min(1) }),
  primaryContact: z.object({
    firstName: text(64).nullish(),
    lastName: text(64).min(1),
    email: z
      .string()
      .max(254)
      .regex(/^[^@\s]+@[^@\s]+$/),
    phoneNumber: text(32).min(3),
  }),
  subscriptionId: id.nullish(),
  reduceBy: quantity.nullish(),
});

/** PATCH of a service request: another status, or `newNote` (REST API 10); the rest of the model is ignored. */
export const serviceRequestPatchBody = z.object({
  status: z
    .string()
    .transform((value) => value.toLowerCase())
    .pipe(z.enum(['none', 'open', 'closed', 'attention_needed']))
    .nullish(),
  newNote: z.object({ text: z.string().trim().min(1).max(10_000) }).nullish(),
});

const plainRequest = z.object({
  method: z
    .string()
    .transform((value) => value.toUpperCase())
    .pipe(z.enum(['POST', 'PUT', 'PATCH', 'DELETE'])),
  path: z.string().startsWith('/').max(2048),
  body: z.unknown().optional(),
});

export const batchBody = z.object({
  mode: z.enum(['all', 'each']),
  requests: z.array(plainRequest).min(1).max(2_000),
  dryRun: z.boolean().optional(),
});

export const inventoryBody = z.object({
  targetItems: z.array(z.object({ productId: id, skuId: text(16).nullish() })).max(500),
  inventoryContext: z.record(z.string(), text(256)).nullish(),
});

export const previewBody = plainRequest;

export const advanceBody = z
  .object({ to: text(40).optional(), by: text(40).optional(), toNextDue: z.literal(true).optional() })
  .refine((body) => [body.to, body.by, body.toNextDue].filter((each) => each !== undefined).length === 1, {
    message: 'exactlyOne',
  });

export const rateBody = z.object({ rate: z.union([0, 1, 60, 3600, 86_400].map((rate) => z.literal(rate))) });

export const rewindBody = z
  .object({ toSequence: z.int().min(0).optional(), toInstant: text(40).optional() })
  .refine((body) => (body.toSequence === undefined) !== (body.toInstant === undefined), { message: 'exactlyOne' });

export const identityBody = z.object({ userId: id.min(1) });

const fault = z.object({
  match: z.object({ method: text(16).optional(), path: text(512).optional() }),
  fault: z.object({
    status: z.int().min(400).max(599).optional(),
    code: z.int().optional(),
    delayMs: z.int().min(0).max(60_000).optional(),
    retryAfter: z.int().min(0).max(3_600).optional(),
    drop: z.literal(true).optional(),
    phase: z.enum(['before', 'after']),
  }),
  times: z.int().min(1).optional(),
  everyNth: z.int().min(1).optional(),
});

export const faultsBody = z.array(fault).max(100);

export const worldBody = z.object({
  scenario: text(128).optional(),
  script: z.unknown().optional(),
  snapshot: z.unknown().optional(),
  previous: z.literal(true).optional(),
});
