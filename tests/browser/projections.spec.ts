import type { Page } from '@playwright/test'
import type { ProjectionStatus } from '@/server/queries/projectionStatus'
import { expectNoAxeViolations } from '@/tests/support/browserTest'
import { expect, test } from '@/tests/support/signedInTest'

const ADDRESS = '/fieldwork/settings/projections'

/**
 * Responds as if the timesheets of one project were parked and its sprint reports waited for a
 * retry.
 */
async function showFailures(page: Page, projectId: string): Promise<void> {
  await page.route('**/api/trpc/projections.status**', async (route) => {
    const response = await route.fetch()
    const body: { result: { data: ProjectionStatus[] } } = await response.json()
    for (const projection of body.result.data) {
      const project = projection.projects.find((each) => each.projectId === projectId)
      if (!project || projection.name === 'broadcast') continue
      const isParked = projection.name === 'time-entries'
      Object.assign(project, {
        state: isParked ? 'parked' : 'retrying',
        lag: isParked ? 1_234 : 1,
        error: 'duplicate key value violates unique constraint "time_entry_pkey"',
        failedAt: new Date().toISOString(),
        retryInSeconds: isParked ? null : 48,
      })
    }
    await route.fulfill({ response, json: body })
  })
}

test('an admin sees the state of each projection in each project, retries and rebuilds', async ({
  ada,
  project,
}) => {
  await ada.goto(`/fieldwork/settings/people`)
  await ada.getByRole('link', { name: 'Projections' }).click()
  await ada.waitForURL(`**${ADDRESS}`)
  for (const title of ['Live updates', 'Sprint reports', 'Timesheets'])
    await expect(ada.getByRole('heading', { name: title })).toBeVisible()
  const timesheets = ada.getByRole('region', { name: /^Timesheets/ })
  const line = timesheets.getByRole('listitem').filter({ hasText: project.key })
  await expect(line.getByText('Up to date')).toBeVisible()

  // The server performs this rebuild, which is requested by keyboard only.
  const rebuilt = ada.waitForResponse('**/api/trpc/projections.rebuild')
  await line.getByRole('button', { name: `Rebuild Timesheets of ${project.key}` }).focus()
  await ada.keyboard.press('Enter')
  expect((await rebuilt).ok()).toBe(true)
  await expect(line.getByText('Up to date')).toBeVisible()

  await showFailures(ada, project.id)
  await expect(line.getByText('Parked · 1,234 events behind')).toBeVisible()
  await expect(line.getByText(/^duplicate key value/)).toBeVisible()
  await expect(ada.getByText('Retrying in 48 s · 1 event behind')).toBeVisible()
  await expectNoAxeViolations(ada)
  const retried = ada.waitForResponse('**/api/trpc/projections.retry')
  await line.getByRole('button', { name: `Retry Timesheets of ${project.key}` }).click()
  expect((await retried).ok()).toBe(true)

  await ada.setViewportSize({ width: 390, height: 844 })
  await expectNoAxeViolations(ada)
  const width = await ada.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(390)
})

test('the page shows an error while the server does not respond, and continues by itself', async ({
  ada,
}) => {
  await ada.goto(ADDRESS)
  await ada.route('**/api/trpc/projections.status**', (route) => route.abort())
  await expect(ada.getByText(/^The server does not answer/)).toBeVisible()
  await ada.unroute('**/api/trpc/projections.status**')
  await expect(ada.getByText(/^The server does not answer/)).toHaveCount(0)
})

test('members cannot open the page', async ({ ben }) => {
  await ben.goto('/fieldwork/settings/people')
  await expect(ben.getByRole('link', { name: 'Time', exact: true })).toBeVisible()
  await expect(ben.getByRole('link', { name: 'Projections' })).toHaveCount(0)
  const response = await ben.goto(ADDRESS)
  expect(response?.status()).toBe(404)
})
