import { expect, type Locator, type Page } from 'playwright/test';
import type { Messages } from '../../src/i18n/messages/en';

/** "Review your orders". */
export class ReviewScreen {
  readonly heading: Locator;
  readonly lines: Locator;
  readonly total: Locator;
  readonly buy: Locator;
  readonly #page: Page;
  readonly #t: Messages;

  constructor(page: Page, t: Messages) {
    this.#page = page;
    this.#t = t;
    this.heading = page.getByRole('heading', { level: 1, name: t.cart.reviewTitle });
    this.lines = page.getByRole('list', { name: t.cart.lines }).getByRole('group');
    this.total = page.getByRole('region', { name: t.cart.total });
    this.buy = page.getByRole('button', { name: t.cart.buy, exact: true });
  }

  line(title: string): CartLine {
    return new CartLine(this.#page.getByRole('group', { name: title, exact: true }), this.#t);
  }
}

export class CartLine {
  readonly group: Locator;
  readonly licenses: Locator;
  readonly term: Locator;
  readonly billing: Locator;
  readonly nickname: Locator;
  readonly reseller: Locator;
  readonly remove: Locator;

  constructor(group: Locator, t: Messages) {
    this.group = group;
    this.licenses = group.getByRole('spinbutton', { name: t.cart.licenses });
    this.term = group.getByRole('combobox', { name: t.cart.term, exact: true });
    this.billing = group.getByRole('combobox', { name: t.cart.billingFrequency });
    this.nickname = group.getByRole('textbox', { name: t.cart.nickname });
    this.reseller = group.getByRole('combobox', { name: t.cart.reseller });
    this.remove = group.getByRole('button', { name: t.cart.remove, exact: true });
  }
}

/** "Order confirmation". */
export class ConfirmationScreen {
  readonly heading: Locator;
  readonly orders: Locator;
  readonly goToPublisher: Locator;
  readonly done: Locator;
  readonly #page: Page;

  constructor(page: Page, t: Messages) {
    this.#page = page;
    this.heading = page.getByRole('heading', { level: 1, name: t.cart.confirmationTitle });
    this.orders = page.getByRole('region', { name: new RegExp(`^${t.cart.order('')}`) });
    this.goToPublisher = page.getByRole('link', { name: t.cart.goToPublisher });
    this.done = page.getByRole('link', { name: t.cart.done, exact: true });
  }

  subscription(title: string): Locator {
    return this.#page.getByRole('main').getByRole('link', { name: title, exact: true });
  }

  /** The number of the only order. */
  async orderNumber(): Promise<string> {
    await expect(this.orders).toHaveCount(1);
    const name = await this.orders.getAttribute('aria-label');
    return name?.split(' ').at(-1) ?? '';
  }
}
