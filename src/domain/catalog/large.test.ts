import { describe, expect, test } from 'vitest';
import { largeCatalog } from './large';
import { catalogItemIdOf } from './offer';
import { STANDARD_CATALOG } from './standard';

describe('largeCatalog', () => {
  const catalog = largeCatalog('a');

  test('has the asked size, the standard catalog first', () => {
    expect(catalog).toHaveLength(5_000);
    expect(catalog.slice(0, STANDARD_CATALOG.length)).toEqual(STANDARD_CATALOG);
    expect(largeCatalog('a', 700)).toHaveLength(700);
    expect(largeCatalog('a', 1)).toHaveLength(STANDARD_CATALOG.length);
  });

  test('names every offer once, one product by one id', () => {
    expect(new Set(catalog.map((offer) => offer.key)).size).toBe(5_000);
    expect(new Set(catalog.map(catalogItemIdOf)).size).toBe(5_000);
    const modern = catalog.filter((offer) => offer.productId);
    const products = new Set(modern.map((offer) => `${offer.productId} ${offer.productTitle ?? offer.title}`));
    expect(products.size).toBe(new Set(modern.map((offer) => offer.productId)).size);
  });

  test('is the same for the same seed and another for another', () => {
    expect(largeCatalog('a')).toEqual(catalog);
    expect(largeCatalog('b')).not.toEqual(catalog);
    expect(largeCatalog('a', 900)).toEqual(catalog.slice(0, 900));
  });

  test('is varied', () => {
    const generated = catalog.slice(STANDARD_CATALOG.length);
    const kinds = new Set(generated.map((offer) => `${offer.commerce} ${offer.billingType} ${offer.category}`));
    expect(kinds.size).toBeGreaterThanOrEqual(4);
    expect(new Set(generated.map((offer) => offer.publisher.name)).size).toBeGreaterThan(300);
  });
});
