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
  /** What a long list scrolls in. */
  readonly frame: Locator;
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
    this.frame = page.getByRole('region', { name: t.billing.reconciliation, exact: true });
    this.file = page.getByRole('button', { name: t.billing.fileOf('') });
    this.statement = page.getByRole('button', { name: t.billing.statementOf('') });
    this.explanation = page.getByRole('dialog', { name: new RegExp(`^${t.billing.line} \\d+$`) });
    this.totals = page.locator('dl', { hasText: t.billing.total }).last();
  }

  /** A line by its place in the list, counted from 1. */
  line(place: number): Locator {
    return this.lines.locator(`tbody tr[aria-rowindex="${place + 1}"]`);
  }

  row(text: string): Locator {
    return this.lines.getByRole('row').filter({ hasText: text });
  }

  /** Charge type, dates, unit price, quantity and amount of each line of a customer, as they are read. */
  figures(customer: string): Promise<string[][]> {
    return this.row(customer).evaluateAll((rows) =>
      rows.map((row) => {
        // A cell may hold more than its figure: a way to the reasons, the price per cycle.
        const figure = (cell: Element): string => (cell.querySelector('span') ?? cell).textContent?.trim() ?? '';
        return [...row.querySelectorAll('td')].slice(1).map(figure);
      }),
    );
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
