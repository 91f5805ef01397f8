import { plural } from '../language';

const days = (count: number) => `${count} ${plural(count, 'day', 'days')}`;
const hours = (count: number) => `${count} ${plural(count, 'hour', 'hours')}`;
const minutes = (count: number) => `${count} ${plural(count, 'minute', 'minutes')}`;

/** What runs out, soonest first, and what can be done about it. */
export const deadlines = {
  title: 'Deadlines',
  subtitle: 'What runs out first, of all customers',
  customers: 'Customers',
  search: 'Search deadlines',
  searchPlaceholder: 'Name or subscription ID',
  searchAllPlaceholder: 'Customer, name, or subscription ID',
  kind: 'Kind',
  anyKind: 'Any',
  kinds: {
    cancellation: 'Cancellation window',
    reduction: 'Removing licenses',
    support: 'Removing licenses through support',
    trialEnd: 'End of a trial',
    renewal: 'Renewal',
    termEnd: 'End of a term',
    deletion: 'Deletion of data',
  },
  found: (count: number, number: string) => `${number} ${plural(count, 'deadline', 'deadlines')}`,
  when: 'When (UTC)',
  what: 'What',
  subscription: 'Subscription',
  customer: 'Customer',
  licenses: 'Licenses',
  action: 'Action',
  /** The two largest units; the instant beside it is exact. */
  inTime: (left: { days: number; hours: number; minutes: number }) => {
    if (left.days > 0) return left.hours > 0 ? `in ${days(left.days)} ${hours(left.hours)}` : `in ${days(left.days)}`;
    if (left.hours > 0) {
      return left.minutes > 0 ? `in ${hours(left.hours)} ${minutes(left.minutes)}` : `in ${hours(left.hours)}`;
    }
    return left.minutes > 0 ? `in ${minutes(left.minutes)}` : 'in less than a minute';
  },
  actions: {
    cancel: 'Cancel',
    reduceQuantity: 'Remove licenses',
    requestSupport: 'Ask support',
    convertTrial: 'Convert to paid',
    autoRenew: 'Change auto-renew',
    reactivate: 'Reactivate',
  },
  actionFor: (action: string, name: string) => `${action}: ${name}`,
  exportDeadlines: 'Export deadlines',
  exporting: (done: string, total: string) => `Exporting ${done} of ${total} …`,
  exported: (count: number, number: string) =>
    `${number} ${plural(count, 'deadline', 'deadlines')} saved as a CSV file.`,
  fileName: 'deadlines',
  emptyTitle: 'Nothing runs out',
  emptyText: 'No window, trial, term or deletion is ahead here.',
  noMatchTitle: 'No deadline matches',
  noMatchText: 'Nothing fits this search and this kind.',
  clearFilters: 'Clear search and kind',
};
