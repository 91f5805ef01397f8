/** The one form of the details page: what it shows at first, and which edits its fields amount to. */
import type { SubscriptionPage } from '../../api/dashboard';

/** What stands in the fields. Numbers are kept as they were typed, so that nothing typed is lost. */
export interface SubscriptionForm {
  nickname: string;
  quantity: string;
  status: 'active' | 'suspended';
  autoRenew: boolean;
  /** Licences by catalog item; `0` = not bought. */
  addOns: Record<string, string>;
  /** MPN ID of the reseller; empty = none. */
  reseller: string;
  /** An MPN ID that was typed because the reseller is not in the list; it wins over `reseller`. */
  mpnId: string;
  supportContact: string;
}

/** What a Submit would change; what is absent stays as it is. */
export interface SubscriptionEdits {
  friendlyName?: string;
  quantity?: number;
  status?: 'active' | 'suspended';
  autoRenewEnabled?: boolean;
  /** Empty = the reseller is taken away. */
  partnerId?: string;
  supportContact?: { mpnId: string; name: string };
  /** Add-ons that are held already, by their subscriptions. */
  heldAddOns?: { subscriptionId: string; quantity: number }[];
  newAddOns?: { catalogItemId: string; quantity: number }[];
}

/** The fields as the world has them. */
export function formOf(page: SubscriptionPage): SubscriptionForm {
  return {
    nickname: page.name,
    quantity: page.quantity === null ? '' : String(page.quantity),
    status: page.status === 'suspended' ? 'suspended' : 'active',
    autoRenew: page.autoRenew,
    addOns: Object.fromEntries(page.addOns.map((row) => [row.catalogItemId, String(row.held?.quantity ?? 0)])),
    reseller: page.reseller?.mpnId ?? '',
    mpnId: '',
    supportContact: page.supportContact.mpnId,
  };
}

/**
 * The fields when the world has gone from `before` to `after`: what nobody has touched follows, what was typed stays.
 */
export function follow(form: SubscriptionForm, before: SubscriptionForm, after: SubscriptionForm): SubscriptionForm {
  return { ...followed(form, before, after), addOns: followed(form.addOns, before.addOns, after.addOns) };
}

function followed<Fields extends object>(form: Partial<Fields>, before: Partial<Fields>, after: Fields): Fields {
  const names = Object.keys(after) as (keyof Fields)[];
  const isTouched = (name: keyof Fields) => form[name] !== undefined && form[name] !== before[name];
  return Object.fromEntries(names.map((name) => [name, isTouched(name) ? form[name] : after[name]])) as Fields;
}

/**
 * The edits that the fields amount to. A field that may not be used (any more) is no edit, whatever was typed into it
 * while it could be.
 */
export function editsOf(page: SubscriptionPage, form: SubscriptionForm): SubscriptionEdits {
  const { verdicts } = page;
  const edits: SubscriptionEdits = {};
  const friendlyName = form.nickname.trim();
  if (verdicts.rename.allowed && friendlyName !== '' && friendlyName !== page.name) edits.friendlyName = friendlyName;
  const quantity = Number(form.quantity);
  if (page.quantityBounds && quantity !== page.quantity) edits.quantity = quantity;
  if (page.status === 'active' && form.status === 'suspended' && verdicts.suspend.allowed) edits.status = 'suspended';
  if (page.status === 'suspended' && form.status === 'active' && verdicts.reactivate.allowed) edits.status = 'active';
  if (verdicts.autoRenew.allowed && form.autoRenew !== page.autoRenew) edits.autoRenewEnabled = form.autoRenew;
  const partnerId = form.mpnId.trim() || form.reseller;
  if (verdicts.changeReseller.allowed && partnerId !== (page.reseller?.mpnId ?? '')) edits.partnerId = partnerId;
  const contact = page.supportContacts.find(({ mpnId }) => mpnId === form.supportContact);
  if (verdicts.changeSupportContact.allowed && contact && contact.mpnId !== page.supportContact.mpnId) {
    edits.supportContact = contact;
  }
  const held = page.addOns.flatMap((row) => {
    const licenses = Number(form.addOns[row.catalogItemId]);
    return row.held?.bounds && licenses !== row.held.quantity
      ? [{ subscriptionId: row.held.subscriptionId, quantity: licenses }]
      : [];
  });
  const wanted = page.addOns.flatMap((row) => {
    const licenses = Number(form.addOns[row.catalogItemId]);
    return !row.held && row.purchase.allowed && licenses > 0
      ? [{ catalogItemId: row.catalogItemId, quantity: licenses }]
      : [];
  });
  if (held.length > 0) edits.heldAddOns = held;
  if (wanted.length > 0) edits.newAddOns = wanted;
  return edits;
}

/** Whether nothing but words for people would change: that needs no question, unless the world says otherwise. */
export function isOnlyWords(edits: SubscriptionEdits): boolean {
  return Object.keys(edits).every((name) => name === 'friendlyName' || name === 'supportContact');
}
