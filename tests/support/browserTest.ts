import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'

export { expect, type Page }

/** Playwright's `test` with Concord's address as base URL: `page.goto('/sign-in')`. */
export const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from it.
  baseURL: async ({}, use) => {
    await use(process.env.CONCORD_URL)
  },
})

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Fails with a readable list when axe finds violations on the page in light or dark mode. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  // The title arrives after the content, which stays hidden until it is complete.
  await expect(page).toHaveTitle(/./)
  await expect(page.locator('main').filter({ visible: true }).first()).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    // Colours must not be measured during a transition.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // Legacy mode leaves out frames of other origins, which no page has, and is twice as fast; so is
    // leaving out the elements without a violation.
    const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
    const { violations } = await (colorScheme === 'light'
      ? axe.withTags(TAGS)
      : // All other rules have the same result in dark mode.
        axe.withRules(['color-contrast', 'link-in-text-block'])
    ).analyze()
    const findings = violations.flatMap(({ id, nodes }) =>
      nodes.map(
        (node) => `${colorScheme}: ${id} at ${node.target.join(' ')}: ${node.failureSummary}`,
      ),
    )
    expect(findings).toEqual([])
  }
}
