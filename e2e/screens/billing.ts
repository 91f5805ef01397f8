import type { Locator, Page } from 'playwright/test';
import type { Messages } from '../../src/i18n/messages/en';

/** The page "Billing". */
export class BillingScreen {
  readonly history: Locator;
  readonly #page: Page;
  readonly #t: Messages;

  constructor(page: Page, t: Messages) {
    this.#page = page;
    this.#t = t;
    this.history = page.getByRole('table', { name: t.billing.history, exact: true });
  }

  tab(kind: 'Recurring' | 'OneTime'): Locator {
    return this.#page.getByRole('tab', { name: this.#t.billing.tab[kind], exact: true });
  }

  /** What is not invoiced yet. */
  estimate(): Locator {
    return this.#page.getByRole('region', { name: this.#t.billing.estimate, exact: true });
  }
}

/** An invoice with its lines. */
export class InvoiceScreen {
  readonly lines: Locator;
  readonly file: Locator;
  readonly statement: Locator;
  readonly explanation: Locator;
  readonly totals: Locator;
  readonly #page: Page;
  readonly #t: Messages;

  constructor(page: Page, t: Messages) {
    this.#page = page;
    this.#t = t;
    this.lines = page.getByRole('table', { name: t.billing.reconciliation, exact: true });
    this.file = page.getByRole('button', { name: t.billing.fileOf('') });
    this.statement = page.getByRole('button', { name: t.billing.statementOf('') });
    this.explanation = page.getByRole('dialog', { name: new RegExp(`^${t.billing.line} \\d+$`) });
    this.totals = page.locator('dl', { hasText: t.billing.total }).last();
  }

  row(text: string): Locator {
    return this.lines.getByRole('row').filter({ hasText: text });
  }

  /** Opens the reasons of a line. */
  async explain(row: Locator): Promise<void> {
    await row.getByRole('link', { name: this.#t.billing.explain }).click();
    await this.explanation.waitFor();
  }

  async choose(filter: 'customer' | 'chargeType' | 'groupBy', option: string): Promise<void> {
    await this.#page.getByLabel(this.#t.billing[filter], { exact: true }).selectOption(option);
  }
}
