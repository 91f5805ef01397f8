import type { ResourceAttributes, Link } from './wire';

/** Customer, short form (lists) and full form (get, create). */
export interface Customer {
  id: string;
  commerceId?: string;
  companyProfile: {
    tenantId: string;
    domain: string;
    companyName: string;
    address?: Address;
    email?: string;
    organizationRegistrationNumber?: string;
    links?: { self: Link };
    attributes: ResourceAttributes;
  };
  billingProfile?: BillingProfile;
  relationshipToPartner: string;
  allowDelegatedAccess?: boolean;
  customDomains?: string[];
  associatedPartnerId?: string;
  userCredentials?: { userName: string; password: string };
  links?: { self: Link };
  attributes: ResourceAttributes;
}

export interface Address {
  country: string;
  region?: string;
  city?: string;
  state?: string;
  addressLine1?: string;
  addressLine2?: string;
  postalCode?: string;
  firstName?: string;
  lastName?: string;
  phoneNumber?: string;
}

export interface BillingProfile {
  id: string;
  firstName?: string;
  lastName?: string;
  email: string;
  culture: string;
  language: string;
  companyName: string;
  defaultAddress: Address;
  links?: { self: Link };
  attributes: ResourceAttributes;
}
