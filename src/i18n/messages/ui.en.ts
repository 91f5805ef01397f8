import { plural } from '../language';

/** Words of the building blocks that every screen shares. */
export const ui = {
  notifications: 'Notifications',
  breadcrumbs: 'Breadcrumbs',
  clearSearch: 'Clear search',
  any: 'Any',
  status: {
    active: 'Active',
    actionNeeded: 'Action Needed',
    pending: 'Pending',
    suspended: 'Suspended',
    expired: 'Expired',
    disabled: 'Disabled',
    canceled: 'Canceled',
    deleted: 'Deleted',
  },
  price: {
    month: (amount: string) => `${amount} per license per month`,
    year: (amount: string) => `${amount} per license per year`,
    once: (amount: string) => `${amount} each, charged once`,
  },
  localTime: (text: string) => `Your local time: ${text}`,
  fewer: 'One fewer',
  more: 'One more',
  notWholeNumber: (min: number, max: number) => `Enter a whole number from ${min} to ${max}.`,
  copyByHand: 'Copying is blocked here. The text is selected: copy it with the keyboard.',
  loadedOf: (loaded: string, total: string) => `${loaded} of ${total} loaded`,
  allRows: (count: number, text: string) => `${text} ${plural(count, 'row', 'rows')}`,
  loadMore: 'Load more',
  loadingMore: 'Loading more …',
  refreshFailed: 'This may be out of date: the last refresh got no answer.',
  faultText: 'An unexpected fault stopped this. Your world is safe; try again or reload the page.',
};
