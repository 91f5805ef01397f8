import { expect, type Locator, type Page } from 'playwright/test';
import type { Messages } from '../../src/i18n/messages/en';

export type FilterName = 'publisher' | 'billingType' | 'category' | 'segment' | 'productType';

/** What can be sold to a customer. */
export class CatalogScreen {
  readonly heading: Locator;
  readonly search: Locator;
  readonly clear: Locator;
  readonly review: Locator;
  /** All rows that are in the document. */
  readonly rows: Locator;
  /** "12 offers". */
  readonly count: Locator;
  readonly #page: Page;
  readonly #t: Messages;

  constructor(page: Page, t: Messages) {
    this.#page = page;
    this.#t = t;
    this.heading = page.getByRole('heading', { level: 1, name: t.catalog.title });
    this.search = page.getByRole('searchbox', { name: t.catalog.search });
    this.clear = page
      .getByRole('search', { name: t.catalog.filters })
      .getByRole('button', { name: t.catalog.clearFilters });
    this.review = page.getByRole('button', { name: t.catalog.review, exact: true });
    this.rows = page.getByRole('list', { name: t.catalog.offers, exact: true }).getByRole('group');
    this.count = page.getByRole('tabpanel').getByRole('status').filter({ hasText: /\d/ });
  }

  offer(title: string): OfferRow {
    return new OfferRow(this.#page.getByRole('group', { name: title, exact: true }), this.#t);
  }

  /** Searches for an offer: of hundreds only those near the window are in the document. */
  async find(title: string): Promise<OfferRow> {
    await this.search.fill(title);
    const offer = this.offer(title);
    await expect(offer.group).toHaveCount(1);
    return offer;
  }

  tab(tab: keyof Messages['catalog']['tab']): Locator {
    return this.#page.getByRole('tab', { name: this.#t.catalog.tab[tab], exact: true });
  }

  filter(name: FilterName): Locator {
    return this.#page.getByRole('combobox', { name: this.#t.catalog[name], exact: true });
  }

  /** Chooses an option by its words; "Any" when none is given. */
  async choose(name: FilterName, option?: string): Promise<void> {
    await this.filter(name).click();
    await this.#page.getByRole('option', { name: option ?? this.#t.catalog.any, exact: true }).click();
  }
}

/** One offer of the catalog. */
export class OfferRow {
  readonly group: Locator;
  readonly licenses: Locator;
  readonly term: Locator;
  readonly add: Locator;
  readonly #t: Messages;

  constructor(group: Locator, t: Messages) {
    this.group = group;
    this.#t = t;
    this.licenses = group.getByRole('spinbutton', { name: t.catalog.licenses });
    this.term = group.getByRole('combobox', { name: t.catalog.termAndBilling });
    this.add = group.getByRole('button', { name: t.catalog.addToCart });
  }

  /** Chooses "1 year, billed monthly" by the API's names. */
  async chooseTerm(termDuration: string, billingCycle: string): Promise<void> {
    const { termAndBillingOf, termOf, billedOf } = this.#t.catalog;
    await this.term.selectOption({ label: termAndBillingOf(termOf(termDuration), billedOf(billingCycle)) });
  }
}
