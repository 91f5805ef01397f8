import type { Locator, Page } from 'playwright/test';
import type { Messages } from '../../src/i18n/messages/en';

/** The list of all customers. */
export class CustomersScreen {
  readonly table: Locator;
  readonly search: Locator;
  readonly export: Locator;

  constructor(page: Page, t: Messages) {
    this.table = page.getByRole('table', { name: t.customers.title });
    this.search = page.getByRole('searchbox', { name: t.customers.search });
    this.export = page.getByRole('button', { name: t.customers.exportCustomers });
  }

  row(companyName: string): Locator {
    return this.table.getByRole('row').filter({ has: this.link(companyName) });
  }

  link(companyName: string): Locator {
    return this.table.page().getByRole('link', { name: companyName, exact: true });
  }

  async open(companyName: string): Promise<void> {
    await this.table.getByRole('link', { name: companyName, exact: true }).click();
  }
}

/** What stands above every page of one customer. */
export class CustomerFrame {
  readonly navigation: Locator;
  readonly #page: Page;
  readonly #t: Messages;

  constructor(page: Page, t: Messages, companyName: string) {
    this.#page = page;
    this.#t = t;
    this.navigation = page.getByRole('navigation', { name: companyName });
  }

  async go(to: keyof Messages['customers']['pages']): Promise<void> {
    await this.navigation.getByRole('link', { name: this.#t.customers.pages[to] }).click();
  }

  cart(lines: number): Locator {
    return this.#page.getByRole('link', { name: this.#t.customers.cart(lines) });
  }
}

/** The orders of one customer. */
export class OrdersScreen {
  readonly table: Locator;

  constructor(page: Page, t: Messages) {
    this.table = page.getByRole('table', { name: t.customers.pages.orders });
  }

  row(text: string): Locator {
    return this.table.getByRole('row').filter({ hasText: text });
  }
}
