import type { Page } from '@playwright/test'
import { v7 as newId } from 'uuid'
import type { Id } from '@/domain/kernel/primitives'
import { addDays, daysOfWeek, instantAt, localDateOf, startOfWeek } from '@/domain/time/localDate'
import { expect, expectNoAxeViolations, test } from '@/tests/support/browserTest'
import { TestTeam, type TestTeamProject } from '@/tests/support/testTeam'

let team: TestTeam
let project: TestTeamProject

test.beforeEach(async ({ browser }) => {
  team = await TestTeam.create(browser)
  project = await team.createProject('SHEET')
})
test.afterEach(() => team.close())

/** Sets the person's time zone to UTC. */
async function useUtc(page: Page): Promise<void> {
  const data = { workspace: team.slug, timeZone: 'UTC', first: false }
  const answer = await page.request.post('/api/trpc/time.setTimeZone', { data })
  expect(answer.ok()).toBe(true)
}

const monday = startOfWeek(localDateOf(new Date().toISOString(), 'UTC'))
const days = daysOfWeek(monday)
const timesheetPath = (query = '') => `/${team.slug}/timesheet?week=${monday}${query}`
const dayLabel = (day: string) =>
  `${new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' }).format(
    new Date(day),
  )} ${Number(day.slice(8))}`
const dayCell = (page: Page, key: string, place: number) =>
  page.getByRole('textbox', { name: `${key}, ${dayLabel(days[place] ?? '')}` })
const totals = (page: Page) =>
  page
    .getByRole('row', { name: /^Total/ })
    .last()
    .getByRole('cell')

const logTime = (taskId: Id, day: string, seconds: number) =>
  project.send('worklog.add', {
    ...{ taskId, baseVersion: 1, worklogId: newId(), seconds, note: '', remaining: 'auto' },
    startedAt: instantAt(day, '10:00', 'UTC'),
  })

test('a week is filled in by keyboard and survives a reload', async () => {
  const first = await project.createTask('Checkout')
  await project.createTask('Search')
  // From last week, so that the task already has a row.
  await logTime(first, addDays(monday, -3), 3_600)
  const { page } = team.admin
  await useUtc(page)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await expect(async () => {
    await page.goto(timesheetPath())
    await expect(dayCell(page, 'SHEET-1', 0)).toBeVisible({ timeout: 500 })
  }).toPass()
  await expect(page.getByRole('status').filter({ hasText: /^live$/ })).toBeAttached()
  // No hydration mismatch.
  expect(errors).toEqual([])

  await dayCell(page, 'SHEET-1', 0).focus()
  await page.keyboard.type('2h 30m')
  await page.keyboard.press('ArrowRight')
  await expect(dayCell(page, 'SHEET-1', 0)).toHaveValue('2h 30m')
  // Within typed text arrow keys move the caret; Tab moves on.
  await page.keyboard.type('1.5')
  await page.keyboard.press('Tab')
  await expect(dayCell(page, 'SHEET-1', 1)).toHaveValue('1h 30m')
  await page.keyboard.type('soon')
  await page.keyboard.press('Enter')
  await expect(dayCell(page, 'SHEET-1', 2)).toHaveAttribute('aria-invalid', 'true')
  await page.keyboard.press('Escape')
  await expect(dayCell(page, 'SHEET-1', 2)).toHaveValue('')

  await page.getByRole('button', { name: 'Add task' }).click()
  await page.getByRole('combobox').fill('search')
  await page.getByRole('option', { name: 'SHEET-2 Search' }).click()
  // The closed list has returned the focus.
  await expect(page.getByRole('option')).toHaveCount(0)
  await dayCell(page, 'SHEET-2', 0).fill('30m')
  await page.keyboard.press('Enter')
  await expect(totals(page)).toHaveText(['3h', '1h 30m', '', '', '', '', '', '4h 30m'])

  // A new duration in the same cell changes the worklog; an empty one deletes it.
  await dayCell(page, 'SHEET-1', 0).fill('1h')
  await page.keyboard.press('ArrowDown')
  await expect(dayCell(page, 'SHEET-2', 0)).toBeFocused()
  await page.keyboard.press('Delete')
  await page.keyboard.press('Enter')
  await expect(totals(page)).toHaveText(['1h', '1h 30m', '', '', '', '', '', '2h 30m'])
  // Undo and redo go from cell to cell.
  await expect(dayCell(page, 'SHEET-2', 0)).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(totals(page)).toHaveText(['1h 30m', '1h 30m', '', '', '', '', '', '3h'])
  await page.keyboard.press('Control+z')
  await expect(totals(page)).toHaveText(['3h', '1h 30m', '', '', '', '', '', '4h 30m'])
  await page.keyboard.press('Control+Shift+z')
  await expect(totals(page)).toHaveText(['1h 30m', '1h 30m', '', '', '', '', '', '3h'])
  await page.keyboard.press('Control+Shift+z')
  await expect(totals(page)).toHaveText(['1h', '1h 30m', '', '', '', '', '', '2h 30m'])
  await expect(async () => {
    await page.reload()
    await expect(totals(page)).toHaveText(['1h', '1h 30m', '', '', '', '', '', '2h 30m'], {
      timeout: 500,
    })
  }).toPass()
  await page.goto(`/${team.slug}/SHEET/tasks/SHEET-1`)
  await expect(page.getByText('3h 30m logged')).toBeVisible()

  await page.goto(timesheetPath('&rounding=15&roundingMode=up'))
  await expect(page.getByText('Rounded times are for reading.')).toBeVisible()
  await page.getByRole('link', { name: 'Previous week' }).click()
  await expect(totals(page)).toHaveText(['', '', '', '', '1h', '', '', '1h'])
})

test('a locked period accepts no more time', async () => {
  const id = await project.createTask('Checkout')
  await logTime(id, days[0] ?? '', 600)
  const { page } = team.admin
  await useUtc(page)
  await page.goto(`/${team.slug}/settings/time`)
  await page.getByLabel('Hours a day').fill('7')
  await page.getByLabel('Time is locked until').fill(days[1] ?? '')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved').first()).toBeVisible()
  await expect(async () => {
    await page.goto(timesheetPath())
    await expect(dayCell(page, 'SHEET-1', 0)).toBeVisible({ timeout: 500 })
  }).toPass()
  await expect(dayCell(page, 'SHEET-1', 0)).toBeDisabled()
  await expect(dayCell(page, 'SHEET-1', 1)).toBeDisabled()
  // Arrow keys stay within the open days.
  await dayCell(page, 'SHEET-1', 2).focus()
  await page.keyboard.press('ArrowLeft')
  await expect(dayCell(page, 'SHEET-1', 2)).toBeFocused()
  await expect(page.getByRole('img', { name: 'Locked' })).toHaveCount(2)
  await expect(page.getByText('An admin can open it in the settings.')).toBeVisible()
  await dayCell(page, 'SHEET-1', 2).fill('1d')
  await page.keyboard.press('Enter')
  await expect(dayCell(page, 'SHEET-1', 2)).toHaveValue('7h')

  // Locked while the page was open: the typed time is reverted and the reason shown.
  const data = { workspace: team.slug, set: { lockedUntil: days[6] } }
  await page.request.post('/api/trpc/time.changeSettings', { data })
  await dayCell(page, 'SHEET-1', 3).fill('1h')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'is locked' })).toBeVisible()
  await expect(dayCell(page, 'SHEET-1', 3)).toHaveValue('')
})

const expectLive = (page: Page) =>
  expect(page.getByRole('status').filter({ hasText: /^live$/ })).toBeAttached()

test('an open timesheet follows time logged elsewhere and keeps text being typed', async () => {
  const first = await project.createTask('Checkout')
  const second = await project.createTask('Search')
  await logTime(first, days[1] ?? '', 3_600)
  const { page, request } = team.admin
  await useUtc(page)
  await expect(async () => {
    await page.goto(timesheetPath())
    await expect(dayCell(page, 'SHEET-1', 1)).toHaveValue('1h', { timeout: 500 })
  }).toPass()
  await expectLive(page)
  const teams = await page.context().newPage()
  await teams.goto(timesheetPath('&view=team'))
  await expectLive(teams)
  await page.bringToFront()

  await dayCell(page, 'SHEET-1', 2).focus()
  await page.keyboard.type('2h 1')
  await logTime(first, days[0] ?? '', 1_800)
  await expect(dayCell(page, 'SHEET-1', 0)).toHaveValue('30m')
  await expect(dayCell(page, 'SHEET-1', 2)).toBeFocused()
  await page.keyboard.type('5m')
  await page.keyboard.press('Enter')
  await expect(totals(page)).toHaveText(['30m', '1h', '2h 15m', '', '', '', '', '3h 45m'])
  // A task without a row gets one at the bottom.
  await logTime(second, days[4] ?? '', 600)
  await expect(dayCell(page, 'SHEET-2', 4)).toHaveValue('10m')
  await expect(totals(page)).toHaveText(['30m', '1h', '2h 15m', '', '10m', '', '', '3h 55m'])
  await expect(teams.getByRole('row', { name: /^Ana Lima/ })).toContainText('3h 55m')

  // So does the timer of another device.
  const data = { projectId: project.projectId, taskId: first, replacedStart: null }
  expect((await request.post('/api/trpc/time.startTimer', { data })).ok()).toBe(true)
  await expect(page.getByRole('region', { name: 'Timer' })).toContainText('SHEET-1')
})

test('on a phone the week opens at today with the task names in view', async () => {
  const id = await project.createTask(
    'Checkout that takes cards and vouchers in several currencies',
  )
  for (const day of days) await logTime(id, day, 5_400)
  const { page } = team.admin
  await useUtc(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(async () => {
    await page.goto(timesheetPath())
    await expect(dayCell(page, 'SHEET-1', 6)).toHaveValue('1h 30m', { timeout: 500 })
  }).toPass()
  const today = localDateOf(new Date().toISOString(), 'UTC')
  await expect(page.getByRole('link', { name: 'Timesheet' })).toBeVisible()
  const head = page.getByRole('columnheader', { name: dayLabel(today), exact: true })
  await expect(head).toBeInViewport({ ratio: 1 })
  const task = page.getByRole('rowheader', { name: /^SHEET-1/ })
  for (const place of [6, 0]) {
    await dayCell(page, 'SHEET-1', place).focus()
    await expect(dayCell(page, 'SHEET-1', place)).toBeInViewport({ ratio: 1 })
    const [field, row] = [
      await dayCell(page, 'SHEET-1', place).boundingBox(),
      await task.boundingBox(),
    ]
    await expect(page.getByRole('button', { name: 'Add task' })).toBeInViewport({ ratio: 1 })
    await expect(page.getByRole('cell', { name: '10h 30m' }).first()).toBeInViewport({ ratio: 1 })
    expect(row?.x).toBe(0)
    expect(row?.width).toBeLessThan(130)
    expect(field?.x).toBeGreaterThanOrEqual((row?.width ?? 0) - 1)
  }
})

test('admins see the team by person, project, epic and label, and export it as CSV', async () => {
  const one = await project.createTask('Checkout', { labels: ['api'] })
  const two = await project.createTask('Search')
  await logTime(one, days[0] ?? '', 3_660)
  await logTime(two, days[1] ?? '', 1_800)
  const { page } = team.admin
  await useUtc(page)
  await expect(async () => {
    await page.goto(timesheetPath('&view=team'))
    await expect(page.getByRole('row', { name: /^Ana Lima/ })).toContainText('1h 31m', {
      timeout: 500,
    })
  }).toPass()
  await page.getByRole('radio', { name: 'Label' }).click()
  await expect(page.getByRole('row', { name: /^api/ })).toContainText('1h 1m')
  await expect(page.getByRole('row', { name: /^No label/ })).toContainText('30m')
  await page.getByRole('button', { name: 'Label: Every label' }).click()
  await page.getByRole('option', { name: 'api' }).click()
  await expect(page.getByRole('row', { name: /^No label/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Rounding: Exact times' }).click()
  await page.getByRole('option', { name: 'Up to 30 min' }).click()
  await expect(page.getByRole('row', { name: /^api/ })).toContainText('1h 30m')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'CSV' }).click(),
  ])
  const csv = await new Response((await file.createReadStream()) as never).text()
  expect(csv.trim().split('\r\n')).toEqual([
    'day,person,project,key,title,epic,labels,hours,minutes,notes',
    `${days[0]},Ana Lima,Project SHEET,SHEET-1,Checkout,,api,1.5,90,`,
  ])

  const raw = await page.request.get(
    `/api/timesheet?workspace=${team.slug}&from=${monday}&to=${days[6]}`,
  )
  expect([...(await raw.body()).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])

  // Members see only their own week.
  const { page: ben } = await team.addMember('Ben Okri')
  await ben.goto(timesheetPath('&view=team'))
  await expect(ben.getByRole('region', { name: 'My week' })).toBeVisible()
  await expect(ben.getByRole('radio', { name: 'Team' })).toHaveCount(0)
  const theirs = `/api/timesheet?workspace=${team.slug}&personId=everybody&from=${monday}&to=${days[6]}`
  expect((await ben.request.get(theirs)).status()).toBe(403)
})

for (const width of [1440, 390]) {
  test(`axe finds nothing on the timesheet and its settings, ${width} px wide`, async () => {
    const id = await project.createTask('Checkout')
    await logTime(id, days[0] ?? '', 5_400)
    await logTime(id, days[2] ?? '', 9_000)
    const { page } = team.admin
    await useUtc(page)
    await page.setViewportSize({ width, height: 900 })
    await expect(async () => {
      await page.goto(timesheetPath())
      await expect(dayCell(page, 'SHEET-1', 2)).toHaveValue('2h 30m', { timeout: 500 })
    }).toPass()
    const live = page.getByRole('status').filter({ hasText: /^live$/ })
    const pages = [
      { at: timesheetPath(), shows: [dayCell(page, 'SHEET-1', 2), live] },
      {
        at: timesheetPath('&view=team'),
        shows: [page.getByRole('row', { name: /^Ana Lima/ }), live],
      },
      { at: `/${team.slug}/settings/time`, shows: [page.getByLabel('Hours a day')] },
    ]
    for (const { at, shows } of pages) {
      await page.goto(at)
      for (const part of shows) await expect(part).toBeAttached()
      await expectNoAxeViolations(page)
    }
  })
}
