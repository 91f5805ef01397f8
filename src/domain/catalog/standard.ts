/**
 * The catalog that every scenario sells from unless it brings its own. Product names, programmes and the rules that
 * each offer exercises are facts; prices are plausible USD list prices of October 2021; the publishers of the
 * marketplace are invented.
 */
import type { Offer } from './offer';
import { AZURE_OFFERS } from './tables/azure';
import { LEGACY_OFFERS } from './tables/legacy';
import { MARKETPLACE_OFFERS } from './tables/marketplace';
import { NEW_COMMERCE_OFFERS } from './tables/new-commerce';
import { SOFTWARE_OFFERS } from './tables/software';

export const STANDARD_CATALOG: readonly Offer[] = [
  ...NEW_COMMERCE_OFFERS,
  ...LEGACY_OFFERS,
  ...MARKETPLACE_OFFERS,
  ...SOFTWARE_OFFERS,
  ...AZURE_OFFERS,
];
