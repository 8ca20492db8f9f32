import type { APIRequestContext } from '@playwright/test'
import { v7 as newId } from 'uuid'
import { expect, expectNoAxeViolations, test } from '@/tests/support/browserTest'
import { TestTeam } from '@/tests/support/testTeam'

test('an unknown URL shows a not-found page', async ({ page }) => {
  const answer = await page.goto('/no/such/page')
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading').first()).toBeVisible()
  await expectNoAxeViolations(page)
})

test('every response has the security headers', async ({ request }) => {
  for (const address of ['/sign-in', '/no/such/page', '/api/health', '/api/trpc/account.me']) {
    const headers = (await request.get(address)).headers()
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['content-security-policy']).toContain("script-src 'self'")
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers['x-powered-by']).toBeUndefined()
  }
})

test('a URL with invalid escapes is answered with 404', async ({ browser }) => {
  const team = await TestTeam.create(browser)
  const project = await team.createProject('ALO')
  await project.createTask('First')
  const base = project.boardPath.replace(/\/board$/, '')
  const { request, page } = team.admin
  const places = [
    ...['', `/${team.slug}`, `/${team.slug}/import`, base, `${base}/board`],
    ...[`${base}/tasks`, `${base}/tasks/ALO-1`, `${base}/sprints`, `${base}/versions`],
    ...['/api', '/api/trpc', '/api/import', '/no/such'],
  ]
  // Not hexadecimal, truncated, not UTF-8, a lone surrogate, and a character that the database
  // cannot store.
  for (const part of ['%zz', '%e0%a4%a', '%ff', '%ed%a0%80', 'a%00b']) {
    for (const path of [...places.map((place) => `${place}/${part}`), `/${part}/ALO/board`]) {
      const like = (await request.get(path.replace(part, 'nothing-there'))).status()
      expect([path, (await request.get(path)).status()]).toEqual([path, like])
    }
    expect((await request.get(`${base}/tasks/${part}`)).status()).toBe(404)
    expect((await request.get(`/api/trpc/${part}`)).status()).toBe(404)
  }
  expect((await request.get(`/${team.slug}/import/nothing-there`)).status()).toBe(404)
  for (const day of ['9999-12-31', '0001-01-01', '0000-01-01', '%00']) {
    const csv = await request.get(`/api/timesheet?workspace=${team.slug}&from=${day}&to=${day}`)
    expect([day, csv.status()]).toEqual([day, 400])
    const sheet = await request.get(`/${team.slug}/timesheet?week=${day}`)
    expect([day, sheet.status()]).toEqual([day, 200])
  }
  const answer = await page.goto(`${base}/tasks/%zz`)
  expect(answer?.status()).toBe(404)
  await expect(page.getByText('There is no such task here')).toBeVisible()
})

test('a missing item is answered with 404, and strangers get 404 for every item', async ({
  browser,
}) => {
  const team = await TestTeam.create(browser)
  const project = await team.createProject('ALO')
  await project.createTask('First')
  const [sprintId, versionId] = [newId(), newId()]
  await project.send('sprint.create', { baseVersion: 1, sprintId, name: 'One' })
  await project.send('version.add', { baseVersion: 2, versionId, name: '1.0' })
  const base = project.boardPath.replace(/\/board$/, '')
  const there = ['/board', '/tasks/ALO-1', `/sprints/${sprintId}`, `/versions/${versionId}`]
  const missing = [
    ...['/tasks/ALO-2', '/tasks/WREN-1', '/tasks/ALO-x', '/tasks'],
    ...[`/sprints/${newId()}`, '/sprints/next', `/versions/${newId()}`, '/versions/next'],
  ]
  const statusOf = async (request: APIRequestContext, path: string) =>
    (await request.get(`${base}${path}`)).status()
  const { page, request } = team.admin
  for (const path of there) expect([path, await statusOf(request, path)]).toEqual([path, 200])
  const stranger = (await TestTeam.create(browser)).admin.request
  for (const path of missing) {
    expect([path, await statusOf(request, path)]).toEqual([path, 404])
    expect([path, await statusOf(stranger, path)]).toEqual([path, 404])
  }
  for (const path of there) expect([path, await statusOf(stranger, path)]).toEqual([path, 404])

  const answer = await page.goto(`${base}/tasks/ALO-2`)
  expect(answer?.status()).toBe(404)
  await expect(page.getByText('There is no such task here')).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole('link', { name: 'Board', exact: true }).first().click()
  await expect(page).toHaveURL(/\/board$/)
  await expect(page.getByText('First')).toBeVisible()
  await page.goto(`${base}/sprints/${newId()}`)
  await expect(page.getByText('There is nothing here, or it is not shared with you.')).toBeVisible()
})
