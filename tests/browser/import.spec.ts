import { gunzipSync, gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, test } from '@/tests/support/browserTest'
import { jiraIssue, toLines } from '@/tests/support/jiraIssue'
import { issueInSprints, jiraSprint, sprintEntries } from '@/tests/support/jiraSprints'

const uniqueName = () => `${Date.now()}-${Math.round(Math.random() * 1e6)}`

/** Signs up and returns the slug of the new workspace. */
async function signUp(page: Page): Promise<string> {
  await page.goto('/sign-up')
  await page.getByLabel('Workspace').fill(`Movers ${uniqueName()}`)
  await page.getByLabel('Your name').fill('Ada')
  await page.getByLabel('E-mail').fill(`ada-${uniqueName()}@example.com`)
  await page.getByLabel('Password').fill('correct horse battery')
  await page.getByRole('button', { name: 'Create workspace' }).click()
  await page.waitForURL(/\/movers-[\d-]+$/)
  return new URL(page.url()).pathname.slice(1)
}

const statusFields = (id: string, name: string, key: string) => ({
  status: { id, name, statusCategory: { key } },
})

/** Sixty issues in two projects and a broken line. */
function exportFile(): Buffer {
  const issues = Array.from({ length: 58 }, (_, i) =>
    jiraIssue(`MOV-${i + 1}`, {
      summary: `Carry box ${i + 1}`,
      ...(i % 3 ? statusFields('1', 'Open', 'new') : statusFields('6', 'Shut', 'done')),
      comment: {
        comments: [
          {
            id: `${i}`,
            author: { accountId: 'u-carl', displayName: 'Carl Carrier' },
            body: 'Mind the *stairs*.',
            created: '2024-01-03T10:00:00.000+0000',
          },
        ],
      },
    }),
  )
  const other = [jiraIssue('VAN-1'), jiraIssue('VAN-7')]
  return gzipSync(toLines([...issues.slice(0, 20), '{"key": "MOV-', ...issues.slice(20), ...other]))
}

async function uploadFile(page: Page, slug: string, buffer: Buffer, name = 'moving.ndjson.gz') {
  await page.goto(`/${slug}/import`)
  await page
    .getByLabel('File to import')
    .setInputFiles({ name, mimeType: 'application/gzip', buffer })
  await page.waitForURL(/\/import\/[\da-f-]{36}$/)
}

test('a Jira export is previewed, mapped, imported and reported', async ({ page }) => {
  // Six axe checks in two color schemes are slow.
  test.slow()
  const slug = await signUp(page)
  await page.goto(`/${slug}/import`)
  await expectNoAxeViolations(page)
  await uploadFile(page, slug, exportFile())

  await expect(page.getByText('60 issues, 58 comments')).toBeVisible()
  await page.getByText('1 entry broken').first().click()
  await expect(page.getByText(/Line 21/)).toBeVisible()
  await page.getByRole('checkbox', { name: /^VAN/ }).uncheck()
  await expect(page.getByRole('button', { name: 'Import 58 issues' })).toBeVisible()
  await page.getByLabel('Key of Project MOV').fill('M')
  await expect(page.getByRole('button', { name: 'Import 58 issues' })).toBeDisabled()
  await page.getByLabel('Key of Project MOV').fill('MOVE')
  await expectNoAxeViolations(page)

  await page.getByRole('tab', { name: /^Statuses/ }).click()
  await page.getByLabel('Name of Shut').fill('Delivered')
  await expectNoAxeViolations(page)
  await page.getByRole('tab', { name: /^People/ }).click()
  await page.getByRole('button', { name: /^Who Rita Reporter is here/ }).click()
  await page.getByRole('option', { name: /^Ada/ }).click()
  await expectNoAxeViolations(page)

  await page.getByRole('button', { name: 'Import 58 issues' }).click()
  await expect(page.getByRole('heading', { name: 'Imported' })).toBeVisible()
  await expect(page.getByRole('definition').first()).toHaveText('58')
  await expectNoAxeViolations(page)

  await page.getByLabel('Outcome').selectOption('Skipped')
  await expect(page.getByRole('row')).toHaveCount(4)
  await expect(page.getByText('Its project was not chosen.').first()).toBeVisible()
  await page.getByLabel('Key or word').fill('not whole JSON')
  await expect(page.getByRole('row')).toHaveCount(2)

  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Report as CSV' }).click()
  const file = await (await coming).createReadStream()
  const parts: Buffer[] = []
  for await (const part of file) parts.push(part as Buffer)
  const text = Buffer.concat(parts).toString()
  expect(text.split('\r\n')).toHaveLength(63)
  expect(text).toContain(',MOV-58,created,1,0,')

  await page.getByRole('link', { name: 'Open Project MOV' }).click()
  await page.waitForURL(`**/${slug}/MOVE/board`)
  await expect(page.getByText('MOVE-2', { exact: true })).toBeVisible()
  await expect(page.getByText('Delivered').first()).toBeVisible()
})

test('a sprint completed in Jira has a report here, and missing dates are mentioned', async ({
  page,
}) => {
  const slug = await signUp(page)
  const vague = issueInSprints('REP-9', 1, [jiraSprint(9, 'closed', 'Vague')])
  await uploadFile(page, slug, Buffer.from(toLines([...sprintEntries(), vague])), 'sprints.ndjson')
  await page.getByRole('button', { name: 'Import 7 issues' }).click()
  await expect(page.getByRole('heading', { name: 'Imported' })).toBeVisible()
  await expect(
    page.getByText(/when the sprint “Vague” was started: it has no report/),
  ).toBeVisible()
  await page.goto(`/${slug}/REP/sprints`)
  await page.getByRole('listitem', { name: 'One' }).getByRole('link', { name: 'One' }).click()
  await page.waitForURL(/\/sprints\/[\da-f-]{36}$/)
  const figures = page.locator('dl > div')
  // The report follows the log with a short delay.
  await expect(async () => {
    await page.reload()
    await expect(figures.first()).toHaveText(/^Committed22 points4 tasks$/, { timeout: 1_000 })
  }).toPass()
  await expect(figures).toHaveText([
    /^Committed22 points4 tasks$/,
    /^Added\+2 points1 task$/,
    /^Removed−1 point1 task$/,
    /^Re-estimated\+3 points1 task$/,
    /^Completed3 points1 task$/,
    /^Not completed23 points3 tasks$/,
    /^Carried in0 points0 tasks$/,
    /^Carried out23 points3 tasks$/,
  ])
  const header = page.locator('main header')
  await expect(header).toHaveText(/started on 4 Mar, 09:00, completed on 15 Mar, 16:00/)
  await expectNoAxeViolations(page)
  await page.goto(`/${slug}/REP/sprints`)
  await page.getByRole('listitem', { name: 'Vague' }).getByRole('link', { name: 'Vague' }).click()
  await expect(page.getByText(/The start or end of this imported sprint is unknown/)).toBeVisible()
})

test('a wrong file shows what is wrong with it and can be discarded', async ({ page }) => {
  const slug = await signUp(page)
  await uploadFile(page, slug, Buffer.from('<?xml version="1.0"?><rss></rss>'), 'jira.xml')
  await expect(page.getByText(/This is XML or HTML, not JSON/)).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Discard' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Discard' }).click()
  await page.waitForURL(`**/${slug}/import`)
  await expect(page.getByText('jira.xml')).toHaveCount(0)
})

test('a truncated file writes nothing when the import is all or nothing, also on a phone', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const slug = await signUp(page)
  const whole = exportFile()
  expect(gunzipSync(whole).length).toBeGreaterThan(1000)
  await uploadFile(page, slug, whole.subarray(0, whole.length - 100))
  await page.getByRole('radio', { name: 'Import nothing' }).check()
  const wide = await page.locator('#main').evaluate((main) => main.scrollWidth)
  expect(wide).toBeLessThanOrEqual(390)
  await page.getByRole('button', { name: /^Import \d+ issues/ }).click()
  await expect(page.getByRole('heading', { name: 'Nothing was written' })).toBeVisible()
  await expect(page.getByText(/it was cut short/).first()).toBeVisible()
  await expectNoAxeViolations(page)
  await page.goto(`/${slug}`)
  await expect(page.getByText('Project MOV')).toHaveCount(0)
})
