import { customerBody } from '../../api/requests';
import { isDomainTaken } from '../../domain/customers/creation';
import type { Customer } from '../../domain/customers/customer';
import type { Call } from '../call';
import { own } from '../own';
import { created, ok, reply, type Reply } from '../reply';
import { customerItem, customerResource } from '../resources/customer';
import { etagOf } from '../resources/etag';
import { collection, link } from '../resources/link';
import { guidOf } from '../../kernel/identity';
import { continuationOffset, continuationToken } from './continuation';
import { readFilter, unknownFilter } from './filter';
import type { BusinessRoutes } from './table';

export function addCustomerRoutes(routes: BusinessRoutes): void {
  routes.add('GET', '/v1/customers', listCustomers);
  routes.add('POST', '/v1/customers', createCustomer);
  routes.add('GET', '/v1/customers/:customerId', (call) => ok(customerResource(call.customer())));
  routes.add('GET', '/v1/customers/:customerId/profiles/billing', (call) =>
    ok(customerResource(call.customer()).billingProfile),
  );
  routes.add('GET', '/v1/customers/:customerId/profiles/company', (call) =>
    ok(customerResource(call.customer()).companyProfile),
  );
  routes.add('GET', '/v1/customers/:customerId/qualifications', (call) =>
    ok(collection(call.customer().qualifications.map((qualification) => ({ qualification })))),
  );
  routes.add('GET', '/v1/customers/:customerId/agreements', (call) => {
    const { agreementAcceptedOn } = call.customer();
    return ok(
      collection(
        agreementAcceptedOn === null ? [] : [{ type: 'MicrosoftCustomerAgreement', dateAgreed: agreementAcceptedOn }],
      ),
    );
  });
  routes.add('HEAD', '/v1/domains/:domain', (call) => ({
    status: isDomainTaken(call.state, call.param('domain')) ? 200 : 404,
  }));
}

/** Where a caller may want to go from a page (REST API 1.5); `PageIndex` of the SDK has no documented form. */
const SEEKS = { first: 'First', next: 'Next', previous: 'Previous', last: 'Last' } as const;

/** Lists by `size` and continuation token; without `size` everything (decisions 7). Filters are prefixes, as documented. */
function listCustomers(call: Call): Reply {
  call.require('viewCustomers');
  const filter = call.query('filter');
  const all = [...call.state.customers.values()].filter(customerFilter(call));
  const size = call.count('size') ?? 0;
  const offset = seekOffset(call, all.length, size);
  const page = size === 0 ? all.slice(offset) : all.slice(offset, offset + size);
  const next = offset + page.length;
  const query = `${size > 0 ? `size=${size}` : ''}${filter ? `&filter=${encodeURIComponent(filter)}` : ''}`;
  const to = (seek: string, at: number) =>
    link(`/customers?${query}&seekOperation=${seek}`, 'GET', [
      { key: 'MS-ContinuationToken', value: continuationToken('customers', at) },
    ]);
  return ok({
    totalCount: page.length,
    items: page.map(customerItem),
    links: {
      self: link(`/v1/customers?${query}`),
      ...(next < all.length ? { next: to('Next', next) } : {}),
      ...(offset > 0 && size > 0 ? { previous: to('Previous', Math.max(0, offset - size)) } : {}),
    },
    attributes: { objectType: 'Collection' },
  });
}

/** Where the page begins: a token is good for the page that it was handed out for, whichever way it lies. */
function seekOffset(call: Call, count: number, size: number): number {
  const asked = call.query('seekOperation');
  const seek = asked === undefined ? 'First' : own(SEEKS, asked.toLowerCase());
  switch (seek) {
    case undefined:
      throw call.invalid('seekOperation', `seekOperation: ${Object.values(SEEKS).join(', ')}`, 900126);
    case 'First':
      return 0;
    case 'Last':
      return size === 0 || count === 0 ? 0 : Math.floor((count - 1) / size) * size;
    case 'Next':
    case 'Previous':
      return continuationOffset(call, 'customers', call.headers.get('MS-ContinuationToken') ?? '');
  }
}

function customerFilter(call: Call): (customer: Customer) => boolean {
  const filter = readFilter(call);
  if (!filter) return () => true;
  if (filter.operator !== 'starts_with') throw unknownFilter(call, 'Operator', ['starts_with']);
  const value = filter.value.toLowerCase();
  switch (filter.field) {
    case 'companyname':
      return (customer) => customer.companyName.toLowerCase().startsWith(value);
    case 'domain':
      return (customer) => customer.domain.toLowerCase().startsWith(value);
    case 'indirectreseller':
    case 'indirectcloudsolutionprovider':
      return (customer) => (customer.resellerMpnId ?? '').toLowerCase().startsWith(value);
    default:
      throw unknownFilter(call, 'Field', [
        'CompanyName',
        'Domain',
        'IndirectReseller',
        'IndirectCloudSolutionProvider',
      ]);
  }
}

function createCustomer(call: Call): Reply {
  const body = call.body(customerBody);
  const { defaultAddress: address, ...billing } = body.billingProfile;
  const present = Object.fromEntries(
    Object.entries(address).filter(([, value]) => value !== null && value !== undefined),
  );
  const draft = {
    companyName: billing.companyName,
    domain: body.companyProfile.domain,
    address: { ...present, country: address.country.toUpperCase() },
    email: billing.email,
    culture: billing.culture,
    language: billing.language,
    ...(body.companyProfile.organizationRegistrationNumber
      ? { registrationNumber: body.companyProfile.organizationRegistrationNumber }
      : {}),
    ...(body.associatedPartnerId ? { resellerMpnId: body.associatedPartnerId } : {}),
  };
  return call.run({ type: 'CreateCustomer', draft }, ([record]) => {
    const [event] = record?.events ?? [];
    if (event?.type !== 'CustomerAdded') throw new Error('CreateCustomer made no customer');
    const { customer } = event;
    return created({
      ...customerResource(customer),
      relationshipToPartner: 'none',
      userCredentials: {
        userName: `admin@${customer.domain}`,
        password: guidOf(`${customer.id}:password`).slice(0, 13),
      },
    });
  });
}

/** Refuses a change that was made on an older version (decisions 3: 400 / 2055, never 412). */
export function checkIfMatch(call: Call, thing: unknown): Reply | undefined {
  const wanted = call.headers.get('If-Match');
  if (!wanted || wanted === '*') return undefined;
  return wanted.replace(/^W\//, '').replaceAll('"', '') === etagOf(thing)
    ? undefined
    : reply(400, { code: 2055, description: 'The etag is no longer valid.', data: [], source: 'PartnerFD' });
}
