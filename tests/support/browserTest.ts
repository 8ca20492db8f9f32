import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test as base, expect, type Page } from '@playwright/test'
import type axe from 'axe-core'

export { expect, type Page }

declare global {
  interface Window {
    /** Loaded by `expectNoAxeViolations`. */
    axe: typeof axe
  }
}

/** Playwright's `test` with Concord's address as base URL: `page.goto('/sign-in')`. */
export const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from it.
  baseURL: async ({}, use) => {
    await use(process.env.CONCORD_URL)
  },
})

const AXE_SOURCE = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** All other rules have the same result in dark mode. */
const COLOR_RULES = ['color-contrast', 'link-in-text-block']

/** Fails with a readable list when axe finds violations on the page in light or dark mode. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  // The title arrives after the content, which stays hidden until it is complete.
  await expect(page).toHaveTitle(/./)
  await expect(page.locator('main').filter({ visible: true }).first()).toBeVisible()
  // Loading axe takes as long as running it, so a page loads it once.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE_SOURCE)
  expect(await axeViolations(page, 'light', TAGS)).toEqual([])
  expect(await axeViolations(page, 'dark', COLOR_RULES)).toEqual([])
}

async function axeViolations(
  page: Page,
  colorScheme: 'light' | 'dark',
  runOnly: string[],
): Promise<string[]> {
  // Colours must not be measured during a transition.
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  const { violations } = await page.evaluate(
    (options) => window.axe.run(options),
    // Leaving out the elements without a violation is twice as fast.
    { runOnly, resultTypes: ['violations' as const] },
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      (node) => `${colorScheme}: ${id} at ${node.target.join(' ')}: ${node.failureSummary}`,
    ),
  )
}
