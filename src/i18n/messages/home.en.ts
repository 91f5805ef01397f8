import { plural } from '../language';

export const home = {
  title: 'Home',
  subtitle: (partner: string, type: string, country: string) => `${partner} · ${type} · ${country}`,
  overview: 'Overview',
  customers: 'Customers',
  subscriptions: 'Subscriptions',
  customersCount: (count: number) => plural(count, 'customer', 'customers'),
  attention: 'Needs attention',
  attentionEmpty: 'Nothing needs attention.',
  attentionAll: 'Show all that need action',
  due: 'Due next',
  dueEmpty: 'Nothing is due.',
  dueText: 'Nothing of this happens until the clock is moved.',
  start: 'Quick start',
  startCustomers: 'Customers',
  startCustomersText: 'Choose a customer, then add a subscription from the catalog.',
  startSubscriptions: 'All subscriptions',
  startSubscriptionsText: 'Search and sort every subscription of every customer.',
  startClock: 'Simulated time',
  startClockText: 'Move to the next renewal, open another scenario, rewind.',
};
