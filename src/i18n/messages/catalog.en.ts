import { plural } from '../language';

/** Codes of the API in words; an unknown one is shown as it is. */
const TERMS: Record<string, string> = { p1m: '1 month', p1y: '1 year', p2y: '2 years', p3y: '3 years' };
const BILLED: Record<string, string> = {
  monthly: 'billed monthly',
  annual: 'billed annually',
  biennial: 'billed every two years',
  triennial: 'billed every three years',
  onetime: 'paid once',
  none: 'free of charge',
};
const WITHOUT_TERM: Record<string, string> = { onetime: 'One-time purchase', none: 'Pay as you go' };
const PUBLISHERS: Record<string, string> = { microsoft: 'Microsoft', partner: 'Partner' };
const BILLING_TYPES: Record<string, string> = { license: 'License', usage: 'Usage' };
const CATEGORIES: Record<string, string> = {
  enterprise: 'Enterprise',
  smallbusiness: 'Small business',
  trial: 'Trial',
};
const SEGMENTS: Record<string, string> = {
  commercial: 'Commercial',
  education: 'Education',
  government: 'Government',
  nonprofit: 'Nonprofit',
};
const PRODUCT_TYPES: Record<string, string> = {
  onlineservices: 'Online services',
  onlineservicesnce: 'New commerce online services',
  newcommerceaddon: 'New commerce add-ons',
  saas: 'SaaS',
  container: 'Containers',
  softwaresubscription: 'Software subscriptions',
  perpetualsoftware: 'Perpetual software',
  reservation: 'Azure reservations',
  azureplan: 'Azure plan',
};

const spoken = (words: Record<string, string>, code: string) =>
  words[code.replaceAll(/[^a-z0-9]/gi, '').toLowerCase()] ?? code;

export const catalog = {
  title: 'Add subscription',
  customers: 'Customers',
  tabs: 'Product categories',
  tab: { onlineServices: 'Online services', software: 'Software', azure: 'Azure' },
  filters: 'Filters',
  filtersWith: (chosen: number) => (chosen === 0 ? 'Filters' : `Filters (${chosen})`),
  clearFilters: 'Clear filters',
  any: 'Any',
  search: 'Search offers',
  searchPlaceholder: 'Offer, keyword or publisher',
  publisher: 'Publisher',
  publisherOf: (code: string) => spoken(PUBLISHERS, code),
  billingType: 'Billing type',
  billingTypeOf: (code: string) => spoken(BILLING_TYPES, code),
  category: 'Category',
  categoryOf: (code: string) => spoken(CATEGORIES, code),
  segment: 'Segment',
  segmentOf: (code: string) => spoken(SEGMENTS, code),
  productType: 'Product type',
  productTypeOf: (code: string) => spoken(PRODUCT_TYPES, code),
  offers: 'Offers',
  offerCount: (count: string, exact: number) => `${count} ${plural(exact, 'offer', 'offers')}`,
  noOffersTitle: 'No offers match',
  noOffersText: 'No offer that can be sold to this customer matches the filters and the search text.',
  loadingMore: 'Loading more offers …',
  by: (publisher: string) => `by ${publisher}`,
  partOf: (product: string) => `Part of ${product}`,
  newCommerce: 'New commerce',
  trial: 'Trial',
  addOn: 'Add-on',
  usage: 'Usage',
  pricedByUsage: 'Priced by usage',
  taxIncluded: 'tax included',
  taxExcluded: 'tax excluded',
  includedTrial: (days: number) => `A ${days}-day free trial is applied automatically and cannot be waived.`,
  limit: {
    Lifetime: (count: number) => `Can be bought ${count === 1 ? 'once' : `${count} times`} per customer.`,
    Concurrent: (count: number) =>
      `A customer can have ${count} ${plural(count, 'subscription', 'subscriptions')} of it at a time.`,
  },
  termAndBilling: 'Term and billing',
  termOf: (code: string) => spoken(TERMS, code),
  billedOf: (code: string) => spoken(BILLED, code),
  withoutTerm: (billingCycle: string) => spoken(WITHOUT_TERM, billingCycle),
  termAndBillingOf: (term: string, billed: string) => `${term}, ${billed}`,
  licenses: 'Licenses',
  licensesFixed: (count: number) => `The trial always has ${count} licenses.`,
  addToCart: 'Add to cart',
  added: (offer: string) => `${offer} was added to the cart.`,
  addedWithProblem: (problem: string) => `It is in the cart but cannot be bought like this: ${problem}`,
  review: 'Review',
  unavailable: 'Cannot be bought now',
  reactivate: 'Reactivate',
  openExisting: 'Open existing subscription',
  contactPublisher: 'Contact ISV',
  azurePortal: 'Azure portal',
  showBases: 'View compatible base product subscriptions',
  openAccount: 'Open customer account',
  opensNewTab: 'opens in a new tab',
};
