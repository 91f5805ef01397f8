import { plural } from '../language';

const renewed = (count: number, number: string) => `${number} ${plural(count, 'renewal', 'renewals')}`;

/** What renews when, as what and for how much, and the changes of many next terms at once. */
export const renewals = {
  title: 'Renewals',
  subtitle: 'What renews or ends when, as what, and for how much, of all customers',
  customers: 'Customers',
  views: 'View',
  view: { month: 'Month', list: 'List' },

  search: 'Search renewals',
  searchPlaceholder: 'Name or subscription ID',
  searchAllPlaceholder: 'Customer, name, or subscription ID',
  kind: 'What happens',
  anyKind: 'Any',
  kinds: { renews: 'Renews', converts: 'Becomes paid', ends: 'Ends' },
  changed: 'Next term',
  anyChanged: 'Any',
  changes: { true: 'Changed', false: 'Unchanged' },
  from: 'From (UTC)',
  to: 'To (UTC)',
  found: renewed,
  due: (count: number, number: string, amounts: string) =>
    `${renewed(count, number)}, charged when they renew at today’s prices: ${amounts}`,

  day: 'Day (UTC)',
  customer: 'Customer',
  subscription: 'Subscription',
  licenses: 'Licenses',
  price: 'Price per period',
  per: {
    month: (amount: string) => `${amount} a month`,
    year: (amount: string) => `${amount} a year`,
    once: (amount: string) => `${amount} once`,
  },
  changeable: 'What can be changed',
  /** Between what is now and what will be, for those who do not see the arrow. */
  then: 'then',
  nothing: 'nothing',
  manage: 'Manage renewals',
  autoRenew: 'Change auto-renew',
  actionFor: (action: string, name: string) => `${action}: ${name}`,
  licensesFollow: {
    automatic: 'Licenses follow to the same users automatically.',
    manual: 'Licenses must be assigned manually.',
  },

  exportRenewals: 'Export renewals',
  exporting: (done: string, total: string) => `Exporting ${done} of ${total} …`,
  exported: (count: number, number: string) => `${renewed(count, number)} saved as a CSV file.`,
  fileName: 'renewals',
  emptyTitle: 'Nothing renews or ends',
  emptyText: 'No term is running here.',
  noMatchTitle: 'No renewal matches',
  noMatchText: 'Nothing fits this search and these filters.',
  clearFilters: 'Clear search and filters',

  previousMonth: 'Previous month',
  nextMonth: 'Next month',
  thisMonth: 'This month',
  inMonth: (month: string) => `Renewals in ${month}`,
  emptyMonth: 'Nothing renews or ends in this month.',
  onDay: (day: string, count: number, number: string, amounts: string) =>
    `${day}: ${renewed(count, number)}${amounts ? `, ${amounts}` : ''}`,
  moreCurrencies: (number: string) => `and ${number} more currencies`,

  schedule: 'Schedule changes',
  scheduleHint: 'Select subscriptions to change their next terms.',
  doWhat: 'What to do',
  actions: {
    change: 'Change the next term',
    remove: 'Remove scheduled changes',
    autoRenewOn: 'Turn on auto-renew',
    autoRenewOff: 'Turn off auto-renew',
  },
  keep: 'Keep',
  licenseChange: { set: 'Set to a number', raise: 'Raise by percent', lower: 'Lower by percent' },
  number: 'Number of licenses',
  percent: 'Percent',
  percentHint: 'Of today’s licenses, rounded to whole licenses, at least 1.',
  billingFrequency: 'Billing frequency',
  term: 'Term',
  tryIntro: 'First it is tried out: you see what would happen to each subscription before anything changes.',
  tryOut: 'Try it out',
  chooseSomething: 'Choose at least one change.',
  wouldChange: 'Would be changed',
  wasChanged: 'Changed',
  resultsFileName: 'scheduled-changes',
};
