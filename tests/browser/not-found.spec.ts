import { expect, expectNoAxeFindings, test } from '@/tests/support/browser'

test('an address that leads nowhere says so', async ({ page }) => {
  const answer = await page.goto('/no/such/page')
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading').first()).toBeVisible()
  await expectNoAxeFindings(page)
})
