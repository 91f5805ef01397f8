import type { Link, ResourceAttributes } from './wire';
import type { Order } from './orders';

export interface CartLineItem {
  id: number;
  catalogItemId: string;
  friendlyName?: string;
  quantity: number;
  currencyCode: string;
  billingCycle: string;
  termDuration?: string;
  renewsTo?: { termDuration: string };
  participants?: { key: string; value: string }[];
  provisioningContext?: Record<string, string>;
  orderGroup: string;
  addonItems?: CartLineItem[];
  attestationAccepted?: boolean;
  pricing?: { listPrice: number; price: number; extendedPrice: number };
  error?: { errorCode: number; errorDescription: string; additionalInformation?: Record<string, unknown> };
}

export interface Cart {
  id: string;
  creationTimestamp: string;
  lastModifiedTimestamp: string;
  expirationTimestamp: string;
  lastModifiedUser: string;
  status: 'Active' | 'Ordered';
  lineItems: CartLineItem[];
  links: { self: Link };
  attributes: ResourceAttributes;
}

/** What a client sends to create or replace a cart. */
export interface CartDraft {
  lineItems: CartDraftLine[];
}

export interface CartDraftLine {
  id?: number;
  catalogItemId: string;
  friendlyName?: string;
  quantity: number;
  billingCycle: string;
  termDuration?: string;
  renewsTo?: { termDuration: string };
  participants?: { key: string; value: string }[];
  provisioningContext?: Record<string, string>;
}

export interface CartCheckoutResult {
  orders: Order[];
  orderErrors: { orderGroupId: string; code: number; description: string }[];
  attributes: ResourceAttributes;
}
