/**
 * The shapes of commands in a snapshot from elsewhere. The rules trust what the routes have checked; a snapshot goes
 * past the routes, so its commands are checked here before they are run again.
 */
import * as z from 'zod';
import { lineOfText } from '../api/requests';
import type { Command } from '../domain/commands';
import { CANCELLATION_REASONS } from '../domain/subscriptions/cancellation';

const text = z.string().max(256);
const id = z.string().max(128);
const name = lineOfText(256);

const line = z.strictObject({
  catalogItemId: text,
  quantity: z.int().min(1).max(1_000_000_000),
  termDuration: z.enum(['P1M', 'P1Y', 'P3Y', 'none']),
  billingCycle: z.enum(['Monthly', 'Annual', 'Triennial', 'OneTime', 'None']),
  friendlyName: text.optional(),
  resellerMpnId: text.optional(),
  currency: text.optional(),
  azureSubscriptionId: text.optional(),
  renewsToTermDuration: z.enum(['P1M', 'P1Y', 'P3Y', 'none']).optional(),
  parentSubscriptionId: id.optional(),
});

const lines = z.array(line).max(500);

const draft = z.strictObject({
  companyName: name,
  domain: name,
  address: z.looseObject({ country: name }).catchall(name),
  email: name,
  culture: name,
  language: name,
  registrationNumber: name.optional(),
  resellerMpnId: name.optional(),
  qualifications: z
    .array(z.enum(['Education', 'GovernmentCommunityCloud', 'Nonprofit', 'StateOwnedEntity']))
    .optional(),
});

const termDuration = z.enum(['P1M', 'P1Y', 'P3Y']);
const plan = z.strictObject({ duration: termDuration, billingCycle: line.shape.billingCycle });

const changes = z.strictObject({
  friendlyName: text.optional(),
  autoRenew: z.boolean().optional(),
  status: z.enum(['active', 'suspended', 'deleted']).optional(),
  cancellation: z
    .strictObject({ reason: z.enum(CANCELLATION_REASONS).optional(), note: z.string().max(1_000).optional() })
    .optional(),
  quantity: z.int().min(0).max(1_000_000_000).optional(),
  resellerMpnId: text.nullable().optional(),
  billingCycle: line.shape.billingCycle.optional(),
  term: plan.optional(),
  schedule: plan
    .extend({ catalogItemId: text, quantity: z.int().min(1).max(1_000_000_000) })
    .nullable()
    .optional(),
  unsupported: z.array(z.literal('offer')).optional(),
});

const quantity = z.int().min(1).max(1_000_000_000);
const addOn = z.strictObject({ parentId: id, catalogItemId: text, quantity, friendlyName: text.optional() });

const request = z.strictObject({
  customerId: id,
  topic: z.enum(['purchaseRefund', 'other']),
  severity: z.enum(['critical', 'moderate', 'minimal']),
  title: text,
  description: z.string().max(10_000),
  contact: z.strictObject({ name: text, email: text, phoneNumber: text }),
  subscriptionId: id.optional(),
  reduceBy: quantity.optional(),
});

/** Customers that a partner has had before arrive with the scenario's start, never in a log. */
type StoredType = Exclude<Command['type'], 'OnboardCustomer'>;

const SHAPES = {
  CreateCustomer: z.strictObject({ type: z.literal('CreateCustomer'), draft }),
  SaveCart: z.strictObject({ type: z.literal('SaveCart'), customerId: id, cartId: id.nullable(), lines }),
  CheckOutCart: z.strictObject({ type: z.literal('CheckOutCart'), customerId: id, cartId: id }),
  PlaceOrder: z.strictObject({ type: z.literal('PlaceOrder'), customerId: id, lines: lines.min(1) }),
  UpdateSubscription: z.strictObject({
    type: z.literal('UpdateSubscription'),
    customerId: id,
    subscriptionId: id,
    changes,
  }),
  BuyAddOns: z.strictObject({
    type: z.literal('BuyAddOns'),
    customerId: id,
    orderId: id,
    lines: z.array(addOn).min(1).max(500),
  }),
  ConvertTrial: z.strictObject({
    type: z.literal('ConvertTrial'),
    customerId: id,
    subscriptionId: id,
    quantity,
    billingCycle: line.shape.billingCycle,
  }),
  Upgrade: z.strictObject({
    type: z.literal('Upgrade'),
    customerId: id,
    subscriptionId: id,
    wish: z.strictObject({
      toCatalogItemId: text,
      quantity,
      toSubscriptionId: id.optional(),
      term: plan.optional(),
      transitionType: z.enum(['transition_only', 'transition_with_license_transfer']),
    }),
  }),
  UpgradeLegacy: z.strictObject({
    type: z.literal('UpgradeLegacy'),
    customerId: id,
    subscriptionId: id,
    toCatalogItemId: text,
  }),
  ChangeOrderBilling: z.strictObject({
    type: z.literal('ChangeOrderBilling'),
    customerId: id,
    orderId: id,
    billingCycle: line.shape.billingCycle,
  }),
  CancelSoftware: z.strictObject({
    type: z.literal('CancelSoftware'),
    customerId: id,
    orderId: id,
    lines: z.array(z.int().min(0)),
  }),
  SetSupportContact: z.strictObject({
    type: z.literal('SetSupportContact'),
    customerId: id,
    subscriptionId: id,
    mpnId: text,
  }),
  FileServiceRequest: z.strictObject({ type: z.literal('FileServiceRequest'), draft: request }),
  UpdateServiceRequest: z.strictObject({
    type: z.literal('UpdateServiceRequest'),
    requestId: id,
    status: z.enum(['open', 'closed']).optional(),
    note: z.string().max(10_000).optional(),
  }),
  AssignLicenses: z.strictObject({ type: z.literal('AssignLicenses'), authorizationCode: id }),
  ConfirmSetUp: z.strictObject({ type: z.literal('ConfirmSetUp'), authorizationCode: id }),
  RecordRefusedAccess: z.strictObject({
    type: z.literal('RecordRefusedAccess'),
    action: z.string(),
    customerId: id.optional(),
  }),
} satisfies Record<StoredType, z.ZodType>;

/** The command, or `undefined` when it has no shape that this build runs. */
export function storedCommand(value: unknown): Command | undefined {
  const type = (value as { type?: unknown } | null)?.type;
  if (typeof type !== 'string' || !Object.hasOwn(SHAPES, type)) return undefined;
  return SHAPES[type as StoredType].safeParse(value).success ? (value as Command) : undefined;
}
