import type { Tab } from '../../api/dashboard';

export const TABS: readonly Tab[] = ['onlineServices', 'software', 'azure'];

/** The tab that an address or the API names; anything unknown is the first tab. */
export function tabNamed(segment: string | undefined): Tab {
  const name = segment?.replaceAll(/[^a-z]/gi, '').toLowerCase();
  return TABS.find((tab) => tab.toLowerCase() === name) ?? 'onlineServices';
}

/** How the address names a tab. */
export function pathOfTab(tab: Tab): string {
  return tab === 'onlineServices' ? 'online-services' : tab;
}

/** The filters of the catalog, named as in the address and on the wire (S0-13 to S0-16). */
export const FILTERS = ['publisher', 'billingType', 'category', 'segment', 'productType'] as const;

export type Filter = (typeof FILTERS)[number];

/** Values that a filter always offers, in the documented order; product types depend on the tab. */
export const FILTER_VALUES: Record<Filter, readonly string[]> = {
  publisher: ['Microsoft', 'Partner'],
  billingType: ['License', 'Usage'],
  category: ['Enterprise', 'SmallBusiness', 'Trial'],
  segment: ['Commercial', 'Education', 'Government', 'Nonprofit'],
  productType: [],
};
