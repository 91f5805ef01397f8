import { catalogItemIdOf, type Offer } from './offer';

/** The offers of a world, found by every name that somebody may use for them. Ids compare without regard to case. */
export class Catalog {
  readonly offers: readonly Offer[];
  readonly #byItem = new Map<string, Offer>();
  readonly #byKey = new Map<string, Offer>();
  readonly #byProduct = new Map<string, Offer[]>();

  constructor(offers: readonly Offer[]) {
    this.offers = offers;
    for (const offer of offers) {
      this.#byItem.set(catalogItemIdOf(offer).toLowerCase(), offer);
      this.#byKey.set(offer.key, offer);
      if (offer.productId) {
        const product = offer.productId.toLowerCase();
        const siblings = this.#byProduct.get(product);
        if (siblings) siblings.push(offer);
        else this.#byProduct.set(product, [offer]);
      }
    }
  }

  /** By catalog item id (`productId:skuId:availabilityId`, or a legacy offer's GUID). */
  item(catalogItemId: string): Offer | undefined {
    return this.#byItem.get(catalogItemId.toLowerCase());
  }

  byKey(key: string): Offer | undefined {
    return this.#byKey.get(key);
  }

  /** The SKUs of a product. */
  product(productId: string): readonly Offer[] {
    return this.#byProduct.get(productId.toLowerCase()) ?? [];
  }

  /** One offer for each modern product: the first SKU stands for it. */
  products(): Offer[] {
    return [...this.#byProduct.values()].flatMap(([first]) => first ?? []);
  }
}
