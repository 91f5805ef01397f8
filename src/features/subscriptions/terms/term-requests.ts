/** The requests of the REST API that a change of the next term, of the billing or of the SKU consists of (portal 6). */
import type { PreviewRequest } from '../../../api/dashboard';
import type { Subscription, TermInstructions } from '../../../api/subscriptions';
import type { Read, Target } from '../change-requests';
import { resourcePath } from '../paths';

/** What the next term shall be. */
export interface NextTerm {
  catalogItemId: string;
  quantity: number;
  termDuration: string;
  billingCycle: string;
}

export interface UpgradeWish {
  catalogItemId: string;
  quantity: number;
  /** The subscription that the licences join; absent = none that there is. */
  toSubscriptionId?: string;
  /** Absent where licences join an existing subscription: it keeps its own. */
  plan?: { termDuration: string; billingCycle: string };
}

export type TermChange =
  /** `turnsAutoRenewOn`: without it nothing can be saved, so that one action does both. */
  | { kind: 'schedule'; next: NextTerm; turnsAutoRenewOn?: true }
  | { kind: 'unschedule' }
  /** From the next billing period on. */
  | { kind: 'frequency'; billingCycle: string }
  | { kind: 'keepFrequency' }
  | { kind: 'longerTerm'; termDuration: string; billingCycle: string }
  /** Legacy: of all subscriptions of the order. */
  | { kind: 'orderBilling'; billingCycle: string }
  | { kind: 'upgrade'; wish: UpgradeWish }
  /** Legacy: of all licences. */
  | { kind: 'upgradeAll'; catalogItemId: string; quantity: number };

const KINDS: ReadonlySet<string> = new Set<TermChange['kind']>([
  'schedule',
  'unschedule',
  'frequency',
  'keepFrequency',
  'longerTerm',
  'orderBilling',
  'upgrade',
  'upgradeAll',
]);

export function isTermChange<Other extends { kind: string }>(change: Other | TermChange): change is TermChange {
  return KINDS.has(change.kind);
}

/** Whole resources go back with their edits (REST API 6.3); what is taken away is left out of them. */
export async function termRequestsOf(target: Target, change: TermChange, read: Read): Promise<PreviewRequest[]> {
  const path = resourcePath(target);
  switch (change.kind) {
    case 'schedule':
      return patched(path, read, {
        scheduledNextTermInstructions: instructionsOf(change.next),
        ...(change.turnsAutoRenewOn ? { autoRenewEnabled: true } : {}),
      });
    case 'unschedule':
      return patched(path, read, { scheduledNextTermInstructions: undefined });
    case 'frequency':
      return patched(path, read, { billingCycle: change.billingCycle });
    case 'keepFrequency':
      return patched(path, read, { nextChargeInstructions: undefined });
    case 'longerTerm':
      return patched(path, read, { termDuration: change.termDuration, billingCycle: change.billingCycle });
    case 'orderBilling': {
      const { customerId, orderId } = target;
      const order = `/v1/customers/${encodeURIComponent(customerId)}/orders/${encodeURIComponent(orderId)}`;
      return [{ method: 'PATCH', path: order, body: { billingCycle: change.billingCycle } }];
    }
    case 'upgrade':
      return [
        {
          method: 'POST',
          path: `${path}/transitions`,
          body: transitionOf(target.id, await read<Subscription>(path), change.wish),
        },
      ];
    case 'upgradeAll': {
      const body = { targetOffer: { id: change.catalogItemId }, quantity: change.quantity };
      return [{ method: 'POST', path: `${path}/upgrades`, body }];
    }
  }
}

async function patched(path: string, read: Read, edits: Partial<Record<keyof Subscription, unknown>>) {
  const resource = await read<Subscription>(path);
  return [{ method: 'PATCH', path, body: { ...resource, ...edits } }];
}

/** A catalog item is named by product, SKU and availability (REST API 6.4). */
export function instructionsOf({ catalogItemId, quantity, termDuration, billingCycle }: NextTerm): TermInstructions {
  const [productId = '', skuId = '', availabilityId = ''] = catalogItemId.split(':');
  return { product: { productId, skuId, availabilityId, billingCycle, termDuration }, quantity };
}

/** Users' licences can follow by themselves only when all of them stay together in their subscription (S0-90). */
function transitionOf(fromSubscriptionId: string, { quantity, offerId }: Subscription, wish: UpgradeWish) {
  const inPlace = wish.toSubscriptionId === undefined && wish.quantity >= quantity;
  return {
    fromCatalogItemId: offerId,
    fromSubscriptionId,
    toCatalogItemId: wish.catalogItemId,
    ...(wish.toSubscriptionId === undefined ? {} : { toSubscriptionId: wish.toSubscriptionId }),
    quantity: wish.quantity,
    transitionType: inPlace ? 'transition_with_license_transfer' : 'transition_only',
    ...wish.plan,
  };
}
