import type { PurchaseLine } from '../../domain/cart/cart';
import type { BillingCycle, TermDuration } from '../../domain/catalog/offer';
import type { Call } from '../call';
import { own } from '../own';

const CYCLES: Record<string, BillingCycle> = {
  monthly: 'Monthly',
  annual: 'Annual',
  triennial: 'Triennial',
  one_time: 'OneTime',
  onetime: 'OneTime',
  none: 'None',
};

const DURATIONS: Record<string, TermDuration> = { P1M: 'P1M', P1Y: 'P1Y', P3Y: 'P3Y', '': 'none', NONE: 'none' };

/** A line as clients write it, in a cart or an order; the names of the fields are the caller's. */
export interface LineInput {
  readonly path: string;
  readonly catalogItemId: string;
  readonly quantity: number;
  readonly billingCycle: string | null | undefined;
  readonly termDuration: string | null | undefined;
  readonly friendlyName: string | null | undefined;
  readonly currency: string | null | undefined;
  readonly resellerMpnId: string | null | undefined;
  readonly renewsTo: { readonly termDuration?: string | null | undefined } | null | undefined;
  readonly provisioningContext: Readonly<Record<string, string>> | null | undefined;
  /** Carts only: an order takes add-ons by PATCH (REST API, orders). */
  readonly takesAddOns?: boolean;
}

/** Reads enums and fills in what the offer alone decides. @throws InvalidRequest for words that no enum has (900126). */
export function purchaseLine(call: Call, input: LineInput): PurchaseLine {
  const terms = call.state.catalog.item(input.catalogItemId)?.terms ?? [];
  const billingCycle = input.billingCycle
    ? readBillingCycle(call, `${input.path}.billingCycle`, input.billingCycle)
    : (terms[0]?.billingCycle ?? 'Monthly');
  const termDuration = input.termDuration
    ? readEnum(call, `${input.path}.termDuration`, input.termDuration.toUpperCase(), DURATIONS)
    : (terms.find((term) => term.billingCycle === billingCycle)?.termDuration ?? 'none');
  const renewal = input.renewsTo?.termDuration;
  const inContext = (wanted: string) =>
    Object.entries(input.provisioningContext ?? {}).find(([name]) => name.toLowerCase() === wanted)?.[1];
  const azure = inContext('subscriptionid');
  const parent = input.takesAddOns ? inContext('parentsubscriptionid')?.toLowerCase() : undefined;
  const friendlyName = input.friendlyName?.trim();
  return {
    catalogItemId: input.catalogItemId,
    quantity: input.quantity,
    termDuration,
    billingCycle,
    ...(friendlyName ? { friendlyName } : {}),
    ...(input.currency ? { currency: input.currency } : {}),
    ...(input.resellerMpnId ? { resellerMpnId: input.resellerMpnId } : {}),
    ...(azure ? { azureSubscriptionId: azure } : {}),
    ...(parent ? { parentSubscriptionId: parent } : {}),
    ...(renewal
      ? {
          renewsToTermDuration: readEnum(call, `${input.path}.renewsTo.termDuration`, renewal.toUpperCase(), DURATIONS),
        }
      : {}),
  };
}

/** A billing cycle as clients write it. @throws InvalidRequest for a word that is none (900126). */
export function readBillingCycle(call: Call, field: string, word: string): BillingCycle {
  return readEnum(call, field, word.toLowerCase(), CYCLES);
}

/** A term duration as clients write it. @throws InvalidRequest for a word that is none (900126). */
export function readTermDuration(call: Call, field: string, word: string): TermDuration {
  return readEnum(call, field, word.toUpperCase(), DURATIONS);
}

function readEnum<Value>(call: Call, field: string, word: string, values: Record<string, Value>): Value {
  const value = own(values, word);
  if (value === undefined)
    throw call.invalid(field, `${field}: ${Object.keys(values).filter(Boolean).join(', ')}`, 900126);
  return value;
}
