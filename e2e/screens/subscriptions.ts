import type { Locator, Page } from 'playwright/test';
import type { Messages } from '../../src/i18n/messages/en';

/** The subscriptions of one customer, or of all. */
export class SubscriptionsScreen {
  readonly heading: Locator;
  readonly table: Locator;
  readonly search: Locator;
  readonly status: Locator;
  readonly add: Locator;
  readonly export: Locator;

  constructor(page: Page, t: Messages) {
    this.heading = page.getByRole('heading', { level: 1, name: t.subscriptions.title });
    this.table = page.getByRole('table', { name: t.subscriptions.title, exact: true });
    this.search = page.getByRole('searchbox', { name: t.subscriptions.search });
    this.status = page.getByRole('combobox', { name: t.subscriptions.status, exact: true });
    this.add = page.getByRole('button', { name: t.subscriptions.addSubscription });
    this.export = page.getByRole('button', { name: t.subscriptions.exportSubscriptions });
  }

  link(name: string): Locator {
    return this.table.getByRole('link', { name, exact: true });
  }

  row(name: string): Locator {
    return this.table.getByRole('row').filter({ has: this.table.page().getByRole('link', { name, exact: true }) });
  }

  rows(): Locator {
    return this.table.getByRole('rowheader');
  }
}

/** Everything about one subscription. */
export class SubscriptionScreen {
  readonly nickname: Locator;
  readonly submit: Locator;
  readonly status: Locator;
  readonly details: Locator;
  readonly charges: Locator;
  readonly goToPublisher: Locator;
  readonly confirmationCode: Locator;
  readonly reactivate: Locator;
  readonly quantity: Locator;
  readonly active: Locator;
  /** "Suspended" (legacy) or "Suspend" (new commerce). */
  readonly suspended: Locator;
  readonly autoRenew: Locator;
  readonly cancel: Locator;
  readonly apply: Locator;
  readonly ok: Locator;
  readonly confirmCancel: Locator;
  readonly confirmReactivate: Locator;
  readonly history: Locator;
  readonly dialog: Locator;
  readonly #page: Page;
  readonly #licensesOf: (title: string) => string;

  constructor(page: Page, t: Messages) {
    this.#page = page;
    this.#licensesOf = t.subscriptions.licensesOf;
    this.nickname = page.getByRole('textbox', { name: t.subscriptions.nickname });
    this.submit = page.getByRole('button', { name: t.subscriptions.submit, exact: true }).first();
    this.status = page.getByRole('region', { name: t.subscriptions.status, exact: true });
    this.details = page.getByRole('region', { name: t.subscriptions.details, exact: true });
    this.charges = page.getByRole('table', { name: t.subscriptions.charges, exact: true });
    this.goToPublisher = page.getByRole('link', { name: t.subscriptions.goToPublisher });
    this.confirmationCode = page.getByRole('textbox', { name: t.subscriptions.confirmationCode });
    this.reactivate = page.getByRole('button', { name: t.subscriptions.reactivate, exact: true });
    this.quantity = page.getByRole('spinbutton', { name: t.subscriptions.quantity, exact: true });
    const status = page.getByRole('radiogroup', { name: t.subscriptions.status, exact: true });
    this.active = status.getByRole('radio', { name: t.subscriptions.active, exact: true });
    this.suspended = status.getByRole('radio').nth(1);
    this.autoRenew = page.getByRole('checkbox', { name: t.subscriptions.autoRenew, exact: true });
    this.cancel = page.getByRole('button', { name: t.subscriptions.cancelSubscription, exact: true });
    this.apply = page.getByRole('button', { name: t.subscriptions.apply, exact: true });
    this.dialog = page.getByRole('dialog');
    this.ok = this.dialog.getByRole('button', { name: t.common.ok, exact: true });
    this.confirmCancel = this.dialog.getByRole('button', { name: t.subscriptions.confirmCancel, exact: true });
    this.confirmReactivate = this.dialog.getByRole('button', {
      name: t.subscriptions.confirmReactivate,
      exact: true,
    });
    this.history = page.getByRole('table', { name: t.subscriptions.history, exact: true });
  }

  /** The licenses of a legacy add-on. */
  addOn(title: string): Locator {
    return this.#page.getByRole('spinbutton', { name: this.#licensesOf(title), exact: true });
  }

  heading(name: string): Locator {
    return this.#page.getByRole('heading', { level: 1, name, exact: true });
  }
}

/** What follows a term, and the side panels that change it; one of them is open at a time. */
export class RenewalScreen {
  readonly section: Locator;
  readonly manageRenewals: Locator;
  readonly manageFrequency: Locator;
  readonly upgradeNow: Locator;
  readonly change: Locator;
  readonly remove: Locator;
  readonly removePending: Locator;
  readonly saveAgain: Locator;
  /** The panel that is open, and what stands in it. */
  readonly panel: Locator;
  readonly sku: Locator;
  readonly quantity: Locator;
  readonly licenses: Locator;
  readonly term: Locator;
  readonly frequency: Locator;
  readonly submit: Locator;
  readonly ok: Locator;

  constructor(page: Page, t: Messages) {
    this.section = page.getByRole('region', { name: t.terms.section, exact: true });
    this.manageRenewals = this.section.getByRole('link', { name: t.terms.manageRenewals, exact: true });
    this.manageFrequency = this.section.getByRole('link', { name: t.terms.manageFrequency, exact: true });
    this.upgradeNow = this.section.getByRole('button', { name: t.terms.upgradeNow, exact: true });
    this.change = this.section.getByRole('link', { name: t.terms.changeScheduled, exact: true });
    this.remove = this.section.getByRole('button', { name: t.terms.removeScheduled, exact: true });
    this.removePending = this.section.getByRole('button', { name: t.terms.removePending, exact: true });
    this.saveAgain = this.section.getByRole('button', { name: t.terms.saveAgain, exact: true });
    this.panel = page.getByRole('dialog');
    this.sku = this.panel.getByRole('combobox', { name: t.terms.sku, exact: true });
    this.quantity = this.panel.getByRole('spinbutton', { name: t.terms.quantity, exact: true });
    this.licenses = this.panel.getByRole('spinbutton', { name: t.terms.licenses, exact: true });
    this.term = this.panel.getByRole('combobox', { name: t.terms.term, exact: true });
    this.frequency = this.panel.getByRole('combobox', { name: t.terms.frequency, exact: true });
    this.submit = this.panel.getByRole('button', { name: t.subscriptions.submit, exact: true });
    this.ok = this.panel.getByRole('button', { name: t.common.ok, exact: true });
  }

  radio(name: string): Locator {
    return this.panel.getByRole('radio', { name, exact: true });
  }
}

/** The publisher's own site, played by the simulation. */
export class PublisherScreen {
  readonly assign: Locator;
  readonly confirm: Locator;
  readonly complete: Locator;
  readonly back: Locator;

  constructor(page: Page, t: Messages) {
    this.assign = page.getByRole('button', { name: t.publisher.assign });
    this.confirm = page.getByRole('button', { name: t.publisher.confirm });
    this.complete = page.getByText(t.publisher.complete);
    this.back = page.getByRole('link', { name: t.publisher.back });
  }
}
