import { plural } from '../language';

/** Words of the API that a person should not have to read; unknown ones are shown as they are. */
const RELATIONSHIPS: Record<string, string> = {
  cloudreseller: 'Cloud Reseller',
  reseller: 'Cloud Reseller',
  advisor: 'Advisor',
  syndication: 'Syndication',
  none: 'None',
};
const QUALIFICATIONS: Record<string, string> = {
  none: 'None',
  commercial: 'None',
  education: 'Education',
  nonprofit: 'Nonprofit',
  governmentcommunitycloud: 'Government Community Cloud',
  government: 'Government Community Cloud',
  stateownedentity: 'State-owned entity',
};
const ORDER_STATUSES: Record<string, string> = {
  completed: 'Completed',
  pending: 'Pending',
  cancelled: 'Canceled',
  suspended: 'Suspended',
  pendingreview: 'Pending review',
  partialsuccess: 'Partly completed',
  error: 'Failed',
};
const CYCLES: Record<string, string> = {
  monthly: 'Monthly',
  annual: 'Annual',
  triennial: 'Every three years',
  onetime: 'One-time',
  none: 'None',
};

const spoken = (words: Record<string, string>, code: string) =>
  words[code.replaceAll(/[^a-z]/gi, '').toLowerCase()] ?? code;

export const customers = {
  title: 'Customers',
  search: 'Search customers',
  searchPlaceholder: 'Company, domain, or Microsoft ID',
  found: (count: number, number: string) => `${number} ${plural(count, 'customer', 'customers')}`,
  exportCustomers: 'Export customers',
  exporting: (done: string, total: string) => `Exporting ${done} of ${total} …`,
  exported: (count: number, number: string) =>
    `${number} ${plural(count, 'customer', 'customers')} saved as a CSV file.`,
  fileName: 'customers',
  companyName: 'Company name',
  domain: 'Primary domain name',
  microsoftId: 'Microsoft ID',
  copyMicrosoftId: (company: string) => `Copy the Microsoft ID of ${company}`,
  relationship: 'Relationship',
  relationshipOf: (code: string) => spoken(RELATIONSHIPS, code),
  country: 'Country/region',
  activeSubscriptions: 'Subscriptions',
  attention: 'Action needed',
  reseller: 'Reseller',
  emptyTitle: 'No customers yet',
  emptyText: 'This partner has no customers in this world. Open another scenario to see some.',
  noMatchTitle: 'No customer matches',
  noMatchText: (search: string) => `Nothing was found for “${search}”.`,
  clearSearch: 'Clear the search',

  cart: (lines: number) => `Cart (${lines})`,
  pages: {
    subscriptions: 'Subscriptions',
    orders: 'Order history',
    reservations: 'Azure reservations',
    software: 'Software',
    account: 'Account',
  },

  searchOrders: 'Search orders',
  searchOrdersPlaceholder: 'Order number or product',
  orderNumber: 'Order number',
  copyOrderNumber: (order: string) => `Copy order number ${order}`,
  orderedAt: 'Date (UTC)',
  products: 'Products',
  billingFrequency: 'Billing frequency',
  cycle: (code: string) => spoken(CYCLES, code),
  status: 'Status',
  orderStatus: (code: string) => spoken(ORDER_STATUSES, code),
  total: 'Total',
  noTotal: 'No charge yet',
  ordersFound: (count: number, number: string) => `${number} ${plural(count, 'order', 'orders')}`,
  noOrdersTitle: 'No orders yet',
  noOrdersText: 'Every purchase for this customer is listed here with its order number.',
  noOrderMatchTitle: 'No order matches',

  product: 'Product',
  quantity: 'Quantity',
  purchased: 'Purchased (UTC)',
  ends: 'Ends',
  noEnd: 'No end',
  noSoftwareTitle: 'No software yet',
  noSoftwareText: 'Perpetual software and software subscriptions bought for this customer are listed here.',
  noReservationsTitle: 'No Azure reservations yet',
  noReservationsText: 'Azure reservations bought for this customer are listed here.',

  companyInfo: 'Company info',
  address: 'Address',
  qualifications: 'Special qualifications',
  qualification: (code: string) => spoken(QUALIFICATIONS, code),
  noQualifications: 'None',
  agreement: 'Microsoft Customer Agreement',
  agreementAccepted: 'Accepted on',
  agreementMissing: 'Not accepted. Nothing can be bought for this customer before the agreement is accepted.',
  contact: 'Contact',
  contactName: 'Name',
  email: 'E-mail',
  phone: 'Phone',
  billing: 'Billing info',
  billTo: 'Bill-to',
  billedToPartner: (partner: string) => `Microsoft bills ${partner}; the customer is billed by its partner.`,
  priceCurrency: 'Prices are in',
  notGiven: 'Not given',
};
