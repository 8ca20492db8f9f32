import type { Page } from '@playwright/test'
import { v7 as newId } from 'uuid'
import type { Id } from '@/domain/kernel/primitives'
import { expect, expectNoAxeViolations, test } from '@/tests/support/browserTest'
import { TestTeam, type TestTeamProject } from '@/tests/support/testTeam'

let team: TestTeam
let project: TestTeamProject
/** Errors thrown by the page, such as hydration mismatches. */
let errors: string[]

test.beforeEach(async ({ browser }) => {
  team = await TestTeam.create(browser)
  project = await team.createProject('RUN')
  errors = []
  team.admin.page.on('pageerror', (error) => errors.push(error.message))
})
test.afterEach(async () => {
  await team.close()
  expect(errors).toEqual([])
})

const dateInDays = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10)

/**
 * A sprint with a commitment of 3 + 5 + 1 points: 5 completed, 2 added, 1 removed, the 3
 * re-estimated to 4, and the rest moved to the backlog.
 */
async function createCompletedSprint(): Promise<{ sprintId: Id; address: string }> {
  const sprintId = newId()
  const task = (title: string, estimate: number) => project.createTask(title, { estimate })
  const [retry, logger, docs, late] = [
    await task('Retry on 409', 3),
    await task('Logger fails in runtime', 5),
    await task('Write the docs', 1),
    await task('Came late', 2),
  ]
  const plan = (to: Id | null, baseVersion: number, ...ids: Id[]) =>
    project.send('task.plan', {
      tasks: ids.map((taskId) => ({ taskId, baseVersion })),
      sprintId: to,
      position: { end: 'bottom' },
    })
  const goal = 'Nobody loses work'
  await project.send('sprint.create', { baseVersion: 1, sprintId, name: 'Spring', goal })
  await plan(sprintId, 1, retry, logger, docs)
  const [startDate, endDate] = [dateInDays(0), dateInDays(9)]
  await project.send('sprint.start', { baseVersion: 2, sprintId, startDate, endDate })
  await plan(sprintId, 1, late)
  await plan(null, 2, docs)
  await project.send('task.edit', { taskId: retry, baseVersion: 2, set: { estimate: 4 } })
  await project.send('task.move', {
    taskId: logger,
    baseVersion: 2,
    statusId: 'done',
    position: {},
  })
  await project.send('sprint.complete', { baseVersion: 3, sprintId, defaultDestination: null })
  const address = project.boardPath.replace(/board$/, `sprints/${sprintId}`)
  return { sprintId, address }
}

/** Opens a report after the last event is included. */
async function openReport(page: Page, address: string): Promise<void> {
  await expect(async () => {
    await page.goto(address)
    await expect(page.getByText('completed by Ana Lima')).toBeVisible({ timeout: 1_000 })
  }).toPass()
}

test('a report shows the numbers of a sprint, with the tasks and people behind them', async () => {
  const { page } = team.admin
  const { address } = await createCompletedSprint()
  await openReport(page, address)
  await expect(page.getByRole('heading', { level: 1, name: 'Spring' })).toBeVisible()
  await expect(page.getByText('Nobody loses work')).toBeVisible()
  const figures = page.locator('dl > div')
  await expect(figures).toHaveText([
    /^Committed9 points3 tasks$/,
    /^Added\+2 points1 task$/,
    /^Removed−1 point1 task$/,
    /^Re-estimated\+1 point1 task$/,
    /^Completed5 points1 task$/,
    /^Not completed6 points2 tasks$/,
    /^Carried in0 points0 tasks$/,
    /^Carried out6 points2 tasks$/,
  ])
  const part = (name: string) => page.getByRole('region', { name: new RegExp(`^${name} `) })
  await expect(part('Completed').getByRole('row')).toContainText(['Logger fails in runtime'])
  await expect(part('Completed').getByText(/^Ana Lima, \d+ \w+,? \d\d:\d\d$/)).toBeVisible()
  await expect(part('Added')).toContainText('Came late')
  await expect(part('Added')).toContainText('from the backlog')
  await expect(part('Removed')).toContainText('to the backlog')
  await expect(part('Re-estimated')).toContainText('3 → 4')
  await expect(part('Carried out')).toContainText('to the backlog')
  await page.getByRole('link', { name: 'Retry on 409' }).first().click()
  await expect(page).toHaveURL(/\/tasks\/RUN-1$/)
})

test('the burndown chart and the table below it show the same values', async () => {
  const { page } = team.admin
  const { address } = await createCompletedSprint()
  await openReport(page, address)
  const drawing = page.getByRole('img', { name: /^Burndown of the sprint in points/ })
  await expect(drawing.locator('desc')).toHaveText(
    /^9 points remained at the start, 6 at the end of .+; the scope went from 9 to 11\./,
  )
  const table = page.getByRole('table', { name: 'Burndown in points' })
  await expect(table.getByRole('row').nth(1)).toHaveText('Start939')
  await expect(table.getByRole('row').last()).toHaveText(/62511\+2−1\+1$/)
  const remaining = await drawing.locator('path').last().getAttribute('d')
  const [from, to] = [...(remaining ?? '').matchAll(/[ML,]?([\d.]+),([\d.]+)/g)].map((m) =>
    Number(m[2]),
  )
  // The chart is 12 points high, so 9 is a quarter from the top, and 6 is in the middle.
  expect([from, to]).toEqual([25, 50])
})

test('a report prints on one clean page', async () => {
  const { page } = team.admin
  const { address } = await createCompletedSprint()
  await openReport(page, address)
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toBeHidden()
  await expect(page.getByText('Spring · RUN', { exact: true })).toBeVisible()
  const paper = await page.evaluate(
    () => getComputedStyle(document.documentElement).backgroundColor,
  )
  expect(paper).toMatch(/^(lab\(100 0 0\)|oklch\(1 0 0\)|rgb\(255, 255, 255\))$/)
  const pdf = await page.pdf({ format: 'A4', printBackground: true })
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1)
})

test('a planned sprint has an empty report, and an unknown sprint is not found', async () => {
  const { page } = team.admin
  const sprintId = newId()
  await project.send('sprint.create', { baseVersion: 1, sprintId, name: 'Later' })
  await page.goto(project.boardPath.replace(/board$/, `sprints/${sprintId}`))
  await expect(page.getByText('This sprint has not started yet.')).toBeVisible()
  for (const missing of [newId(), 'x']) {
    await page.goto(project.boardPath.replace(/board$/, `sprints/${missing}`))
    await expect(
      page.getByText('There is nothing here, or it is not shared with you.'),
    ).toBeVisible()
  }
})

test('viewers can read a report, also on a phone', async () => {
  const { address } = await createCompletedSprint()
  const vic = await team.addMember('Vic Ro', 'viewer', { viewport: { width: 390, height: 800 } })
  await openReport(team.admin.page, address)
  await expectNoAxeViolations(team.admin.page)
  await openReport(vic.page, address)
  await expectNoAxeViolations(vic.page)
  const over = () => {
    const main = document.querySelector('main')
    return main ? main.scrollWidth - main.clientWidth : -1
  }
  expect(await vic.page.evaluate(over)).toBe(0)
})

test('a report loads no board and follows no channel, and leads to the board', async () => {
  const { page } = team.admin
  const { address } = await createCompletedSprint()
  await project.createTask('Waits on the board')
  await openReport(page, address)
  const sockets: string[] = []
  const requests: string[] = []
  page.on('websocket', (socket) => sockets.push(socket.url()))
  page.on('request', (request) => requests.push(new URL(request.url()).pathname))
  const response = await page.goto(address, { waitUntil: 'networkidle' })
  expect(await response?.text()).not.toContain('Waits on the board')
  expect(sockets).toEqual([])
  expect(requests.filter((path) => path.startsWith('/api/trpc/board.'))).toEqual([])

  await page.getByRole('link', { name: 'Project RUN' }).first().click()
  await expect(page.getByText('Waits on the board')).toBeVisible()
})
