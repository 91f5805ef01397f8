import type { Locator, Page } from 'playwright/test';
import type { Messages } from '../../src/i18n/messages/en';
import { Shell } from './shell';

/** The panel "Simulated time". */
export class SimulationPanel {
  readonly panel: Locator;
  readonly nextEvent: Locator;
  readonly day: Locator;
  readonly month: Locator;
  readonly year: Locator;
  readonly happened: Locator;
  readonly history: Locator;
  readonly close: Locator;
  readonly #page: Page;
  readonly #t: Messages;

  constructor(page: Page, t: Messages) {
    this.#page = page;
    this.#t = t;
    this.panel = page.getByRole('dialog', { name: t.simulation.panel });
    const button = (name: string): Locator => this.panel.getByRole('button', { name, exact: true });
    this.nextEvent = button(t.simulation.nextEvent);
    this.day = button(t.simulation.day);
    this.month = button(t.simulation.month);
    this.year = button(t.simulation.year);
    this.close = button(t.common.close);
    this.happened = this.panel.getByRole('region', { name: t.simulation.happened, exact: true });
    this.history = this.panel.getByRole('region', { name: t.simulation.history, exact: true });
  }

  async open(): Promise<void> {
    await new Shell(this.#page, this.#t).clock.click();
    await this.panel.waitFor();
  }

  async show(tab: 'clock' | 'history' | 'world'): Promise<void> {
    await this.panel.getByRole('tab', { name: this.#t.simulation.tabs[tab], exact: true }).click();
  }

  button(name: string): Locator {
    return this.panel.getByRole('button', { name, exact: true });
  }

  /** The question that is asked before something is lost. */
  question(title: string): Locator {
    return this.#page.getByRole('dialog', { name: title });
  }
}
