import type { Locator, Page } from 'playwright/test';
import type { Messages } from '../../src/i18n/messages/en';

/** What stands around every screen: header, navigation, menus, messages. */
export class Shell {
  readonly navigation: Locator;
  readonly clock: Locator;
  readonly search: Locator;
  readonly heading: Locator;
  readonly #page: Page;
  readonly #t: Messages;

  constructor(page: Page, t: Messages) {
    this.#page = page;
    this.#t = t;
    this.navigation = page.getByRole('navigation', { name: t.shell.navigation });
    this.clock = page.getByRole('button', { name: new RegExp(`^${t.simulation.panel}: .*UTC$`) });
    this.search = page.getByRole('searchbox', { name: t.shell.search.label, exact: true });
    this.heading = page.getByRole('heading', { level: 1 });
  }

  async go(to: 'home' | 'customers' | 'subscriptions' | 'billing'): Promise<void> {
    const name = to === 'billing' ? this.#t.billing.title : this.#t.shell[to];
    await this.navigation.getByRole('link', { name }).click();
  }

  /** Chooses somebody else in the menu "Profile". */
  async signIn(name: string): Promise<void> {
    await this.#page.getByRole('button', { name: this.#t.shell.profile.button }).click();
    await this.#page.getByRole('menuitemradio', { name }).click();
    await this.toast(this.#t.shell.profile.signedInAs(name)).waitFor();
  }

  /** Chooses an entry of the menu "Settings". */
  async set(entry: 'English' | 'Svenska' | 'light' | 'dark' | 'system'): Promise<void> {
    await this.#page.getByRole('button', { name: this.#t.shell.settings.button }).click();
    const name = entry === 'English' || entry === 'Svenska' ? entry : this.#t.shell.settings[entry];
    await this.#page.getByRole('menuitemradio', { name }).click();
    await this.#page.keyboard.press('Escape');
  }

  /** A message that says something has just happened. */
  toast(text: string | RegExp): Locator {
    return this.#page.getByRole('listitem').filter({ hasText: text });
  }
}
