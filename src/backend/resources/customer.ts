import type { Customer as CustomerResource } from '../../api/customers';
import type { Customer } from '../../domain/customers/customer';
import { guidOf } from '../../kernel/identity';
import { etagOf } from './etag';
import { link } from './link';

/** The short form of lists. */
export function customerItem(customer: Customer): CustomerResource {
  return {
    id: customer.id,
    companyProfile: {
      tenantId: customer.id,
      domain: customer.domain,
      companyName: customer.companyName,
      attributes: { objectType: 'CustomerCompanyProfile' },
    },
    relationshipToPartner: 'reseller',
    attributes: { objectType: 'Customer' },
  };
}

/** The full form of one customer. */
export function customerResource(customer: Customer): CustomerResource {
  const self = `/customers/${customer.id}`;
  const address = { ...customer.address, country: customer.country };
  return {
    id: customer.id,
    commerceId: customer.commerceId,
    companyProfile: {
      tenantId: customer.id,
      domain: customer.domain,
      companyName: customer.companyName,
      address,
      email: customer.email,
      ...(customer.registrationNumber ? { organizationRegistrationNumber: customer.registrationNumber } : {}),
      links: { self: link(`${self}/profiles/company`) },
      attributes: { objectType: 'CustomerCompanyProfile' },
    },
    billingProfile: {
      id: guidOf(`${customer.id}:billing`),
      ...(address.firstName ? { firstName: address.firstName } : {}),
      ...(address.lastName ? { lastName: address.lastName } : {}),
      email: customer.email,
      culture: customer.culture,
      language: customer.language,
      companyName: customer.companyName,
      defaultAddress: address,
      links: { self: link(`${self}/profiles/billing`) },
      attributes: { etag: etagOf(address), objectType: 'CustomerBillingProfile' },
    },
    relationshipToPartner: 'reseller',
    allowDelegatedAccess: true,
    customDomains: [customer.domain],
    ...(customer.resellerMpnId ? { associatedPartnerId: customer.resellerMpnId } : {}),
    links: { self: link(self) },
    attributes: { objectType: 'Customer' },
  };
}
