import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import { expect } from './fixtures';

/**
 * Fluent's focus manager leaves hidden stops in the document (toolchain 5); no rule is switched off. A second look at the
 * same page in other colours is about the colours: what else axe finds does not depend on them.
 */
export async function violations(page: Page, look: 'first' | 'colours' = 'first'): Promise<string[]> {
  // A colour that is still fading in is no colour to judge.
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
  // The package brings a Playwright of its own, whose types are other ones in name only.
  const options = { page } as unknown as ConstructorParameters<typeof AxeBuilder>[0];
  // The pages have no frames, for which axe's other mode opens a second page at each look.
  const axe = new AxeBuilder(options).exclude('[data-tabster-dummy]').setLegacyMode(true);
  const { violations: found } = await (look === 'colours' ? axe.withRules(COLOUR_RULES) : axe).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** Checks a page as it stands, light and dark. */
export async function checkBoth(
  page: Page,
  what: string,
  schemes: readonly ('light' | 'dark')[] = SCHEMES,
): Promise<void> {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveCSS('color-scheme', new RegExp(colorScheme));
    expect
      .soft(await violations(page, colorScheme === 'light' ? 'first' : 'colours'), `${what}, ${colorScheme}`)
      .toEqual([]);
  }
}

/** Of the device, which the product follows unless it is told otherwise. */
export const SCHEMES = ['light', 'dark'] as const;
