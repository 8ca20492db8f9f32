import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'

export { expect, type Page }

/** Playwright's `test`, with Concord's address as base: `page.goto('/sign-in')`. */
export const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from it.
  baseURL: async ({}, use) => {
    await use(process.env.CONCORD_URL)
  },
})

/** Fails with a readable list when axe finds anything on the page, in light and in dark. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  // A page's title is streamed behind its content, and what is streamed is hidden until it is whole.
  await expect(page).toHaveTitle(/./)
  await expect(page.locator('main').filter({ visible: true }).first()).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    // Colours that still change are not those that anybody reads.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze()
    const findings = violations.flatMap(({ id, nodes }) =>
      nodes.map(
        (node) => `${colorScheme}: ${id} at ${node.target.join(' ')}: ${node.failureSummary}`,
      ),
    )
    expect(findings).toEqual([])
  }
}
