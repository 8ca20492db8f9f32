import { expect, expectNoAxeFindings, test } from '@/tests/support/browser'

test('an address that leads nowhere says so', async ({ page }) => {
  const answer = await page.goto('/no/such/page')
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading').first()).toBeVisible()
  await expectNoAxeFindings(page)
})

test('every answer tells the browser what to keep others from', async ({ request }) => {
  for (const address of ['/sign-in', '/no/such/page', '/api/health', '/api/trpc/account.me']) {
    const headers = (await request.get(address)).headers()
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['content-security-policy']).toContain("script-src 'self'")
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers['x-powered-by']).toBeUndefined()
  }
})
