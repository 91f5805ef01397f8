/** The requests of the REST API that a change of the details page consists of. */
import type { Preview, PreviewRequest } from '../../api/dashboard';
import type { Order } from '../../api/orders';
import type { Conversion, Subscription } from '../../api/subscriptions';
import type { Collection } from '../../api/wire';
import { resourcePath } from './paths';
import { isOnlyWords, type SubscriptionEdits } from './subscription-form';
import { isTermChange, termRequestsOf, type TermChange } from './terms/term-requests';

/** What a person asks for on the details page. */
export type Change =
  | { kind: 'edit'; edits: SubscriptionEdits }
  | { kind: 'reactivate' }
  | { kind: 'cancel'; details?: CancellationDetails }
  | { kind: 'convert'; quantity: number; billingCycle: string }
  | TermChange;

/** What may be told of a cancellation (S0-57); without anything it is left out. */
export interface CancellationDetails {
  reason?: string;
  note?: string;
}

/** What the requests are about. */
export interface Target {
  id: string;
  customerId: string;
  orderId: string;
}

/** Reads a resource of the API. */
export type Read = <Resource>(path: string) => Promise<Resource>;

/** The requests of a change, in the order in which they make sense. Whole resources go back with their edits (6.3). */
export function requestsOf(target: Target, change: Change, read: Read): Promise<PreviewRequest[]> {
  if (isTermChange(change)) return termRequestsOf(target, change, read);
  switch (change.kind) {
    case 'edit':
      return editRequests(target, change.edits, read);
    case 'reactivate':
      return patch(resourcePath(target), { status: 'active' }, read);
    case 'cancel':
      return patch(resourcePath(target), { status: 'deleted', cancellation: change.details }, read);
    case 'convert':
      return conversion(target, change, read);
  }
}

/** Whether a change may be carried out without a question: only words change, and the world sees no consequence. */
export function isHarmless(change: Change, preview: Preview): boolean {
  return (
    change.kind === 'edit' &&
    isOnlyWords(change.edits) &&
    preview.charges.length === 0 &&
    preview.sideEffects.length === 0 &&
    !preview.irreversible
  );
}

async function patch(path: string, edits: object, read: Read): Promise<PreviewRequest[]> {
  const resource = await read<Subscription>(path);
  return [{ method: 'PATCH', path, body: { ...resource, ...edits } }];
}

async function editRequests(target: Target, edits: SubscriptionEdits, read: Read): Promise<PreviewRequest[]> {
  const { supportContact, heldAddOns = [], newAddOns = [], ...own } = edits;
  const path = resourcePath(target);
  const subscription = Object.keys(own).length > 0 ? await patch(path, own, read) : [];
  const addOns: PreviewRequest[] = [];
  for (const { subscriptionId, quantity } of heldAddOns) {
    addOns.push(...(await patch(resourcePath({ ...target, id: subscriptionId }), { quantity }, read)));
  }
  if (newAddOns.length > 0) addOns.push(await addOnOrder(target, newAddOns, read));
  const contact = supportContact
    ? [{ method: 'PUT', path: `${path}/supportcontact`, body: supportContactBody(supportContact) }]
    : [];
  // Add-ons stand on an active base only: before it is suspended, after anything else.
  return own.status === 'suspended'
    ? [...addOns, ...subscription, ...contact]
    : [...subscription, ...addOns, ...contact];
}

function supportContactBody({ mpnId, name }: { mpnId: string; name: string }) {
  return { supportMpnId: mpnId, name };
}

/** Add-ons are bought as further lines of the base's order (REST API, orders). */
async function addOnOrder(
  { customerId, orderId, id }: Target,
  wanted: NonNullable<SubscriptionEdits['newAddOns']>,
  read: Read,
): Promise<PreviewRequest> {
  const path = `/v1/customers/${encodeURIComponent(customerId)}/orders/${encodeURIComponent(orderId)}`;
  const order = await read<Order>(path);
  const next = Math.max(-1, ...order.lineItems.map(({ lineItemNumber }) => lineItemNumber)) + 1;
  const lines = wanted.map(({ catalogItemId, quantity }, index) => ({
    lineItemNumber: next + index,
    offerId: catalogItemId,
    quantity,
    parentSubscriptionId: id,
  }));
  return { method: 'PATCH', path, body: { ...order, lineItems: [...order.lineItems, ...lines] } };
}

async function conversion(
  target: Target,
  { quantity, billingCycle }: Extract<Change, { kind: 'convert' }>,
  read: Read,
): Promise<PreviewRequest[]> {
  const path = `${resourcePath(target)}/conversions`;
  const { items } = await read<Collection<Conversion>>(path);
  const chosen = items.find((item) => sameWord(item.billingCycle, billingCycle));
  // Without a choice the world still says why: it refuses the conversion.
  return [{ method: 'POST', path, body: { targetOfferId: '-', ...chosen, billingCycle, quantity } }];
}

/** The API spells its words in several ways. */
function sameWord(left: string, right: string): boolean {
  const plain = (word: string) => word.replaceAll(/[^a-z]/gi, '').toLowerCase();
  return plain(left) === plain(right);
}
