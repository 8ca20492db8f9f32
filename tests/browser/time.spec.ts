import type { Page } from '@playwright/test'
import { BoardPage } from '@/tests/support/boardPage'
import { expect, expectNoAxeViolations, test } from '@/tests/support/browserTest'
import { TestTeam, type TestTeamProject } from '@/tests/support/testTeam'

let team: TestTeam
let project: TestTeamProject

test.beforeEach(async ({ browser }) => {
  team = await TestTeam.create(browser)
  project = await team.createProject('TIME')
})
test.afterEach(() => team.close())

const expectLive = (page: Page) =>
  expect(page.getByRole('status').filter({ hasText: /^live$/ })).toBeAttached()
const taskPath = (number = 1) => `/${team.slug}/TIME/tasks/TIME-${number}`
const timeSection = (page: Page) => page.getByRole('region', { name: 'Time', exact: true })
const timer = (page: Page) => page.getByRole('region', { name: 'Timer' })

async function openTask(page: Page, number = 1): Promise<void> {
  await page.goto(taskPath(number))
  await expectLive(page)
}

async function setEstimate(page: Page, label: string, time: string): Promise<void> {
  await timeSection(page)
    .getByRole('button', { name: new RegExp(`^${label}`) })
    .click()
  await page.getByRole('textbox', { name: label }).fill(time)
  await page.keyboard.press('Enter')
}

test('time is estimated and logged, and concurrent worklogs of two people both count', async () => {
  await project.createTask('Checkout')
  const { page: ana } = team.admin
  const { page: ben } = await team.addMember('Ben Okri')
  await Promise.all([openTask(ana), openTask(ben)])

  await setEstimate(ana, 'Original estimate', '1d')
  await expect(timeSection(ben).getByRole('button', { name: 'Remaining: 1d' })).toBeVisible()

  // Opened by its letter. Invalid durations are rejected.
  await expect(ana.getByRole('dialog')).toHaveCount(0)
  await ana.keyboard.press('w')
  const dialog = ana.getByRole('dialog', { name: 'Log time' })
  await dialog.getByRole('textbox', { name: 'Time spent' }).fill('soon')
  await dialog.getByRole('button', { name: 'Log time' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Enter a duration')
  await dialog.getByRole('textbox', { name: 'Time spent' }).fill('2h 30m')
  await expect(dialog.getByText('5h 30m will be left.')).toBeVisible()
  await dialog.getByLabel('Note').fill('The happy path')

  await timeSection(ben).getByRole('button', { name: 'Log time' }).click()
  const other = ben.getByRole('dialog', { name: 'Log time' })
  await other.getByRole('textbox', { name: 'Time spent' }).fill('1')
  await Promise.all([
    dialog.getByRole('button', { name: 'Log time' }).click(),
    other.getByRole('button', { name: 'Log time' }).click(),
  ])
  for (const page of [ana, ben]) {
    await expect(timeSection(page).getByText('3h 30m logged')).toBeVisible()
    await expect(timeSection(page).getByText('4h 30m left')).toBeVisible()
  }

  // Worklogs are in the activity; their author and admins may change them.
  const mine = ben.getByRole('article', { name: '1h logged by Ben Okri' })
  const anas = ben.getByRole('article', { name: '2h 30m logged by Ana Lima' })
  await expect(anas).toContainText('The happy path')
  await expect(anas.getByRole('button')).toHaveCount(0)
  await mine.getByRole('button', { name: 'Edit or delete this worklog' }).click()
  await ben.getByRole('menuitem', { name: 'Edit…' }).click()
  await ben.getByRole('textbox', { name: 'Time spent' }).fill('2h')
  await ben.getByRole('button', { name: 'Save' }).click()
  await expect(timeSection(ana).getByText('4h 30m logged')).toBeVisible()
  await expect(timeSection(ana).getByText('3h 30m left')).toBeVisible()
  const changed = ana.getByRole('article', { name: '2h logged by Ben Okri' })
  await changed.getByRole('button', { name: 'Edit or delete this worklog' }).click()
  await ana.getByRole('menuitem', { name: 'Delete…' }).click()
  await ana.getByRole('button', { name: 'Delete worklog' }).click()
  await expect(timeSection(ben).getByText('2h 30m logged')).toBeVisible()
  await expect(timeSection(ben).getByText('5h 30m left')).toBeVisible()
  await expect(mine).toHaveCount(0)
  await expect(ben.getByText(/deleted 2h logged, leaving 5h 30m/)).toBeVisible()
})

test('a parent shows the total time of its descendants', async () => {
  const parent = await project.createTask('Checkout', { taskType: 'story' })
  const child = await project.createTask('Pay', { taskType: 'task' })
  await project.send('task.setParent', { taskId: child, baseVersion: 1, parentId: parent })
  const { page } = team.admin
  await openTask(page)
  await expect(page.getByText('Including 1 subtask: 0m logged, 0m left')).toBeVisible()
  await project.send('worklog.add', {
    ...{ taskId: child, baseVersion: 2, worklogId: crypto.randomUUID(), seconds: 5_400 },
    ...{ startedAt: new Date().toISOString(), note: '', remaining: 'auto' },
  })
  await expect(page.getByText('Including 1 subtask: 1h 30m logged, 0m left')).toBeVisible()
})

test('a person has one timer in all windows, also after a reload, and starting another asks first', async ({
  browser,
}) => {
  await project.createTask('Checkout')
  await project.createTask('Search')
  const { page } = team.admin
  const second = await page.context().newPage()
  // Another device learns it only from the realtime server.
  const device = await browser.newContext({
    storageState: await page.context().storageState(),
    baseURL: process.env.CONCORD_URL,
  })
  const third = await device.newPage()
  await openTask(third, 1)
  const board = await BoardPage.open(page, project.boardPath)
  await openTask(second, 2)

  // From a card's menu.
  await board.card('Checkout').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Start the timer' }).click()
  await expect(timer(page)).toContainText('TIME-1')
  await expect(timer(second)).toContainText('TIME-1')
  await expect(timer(third)).toContainText('TIME-1')
  await second.reload()
  await expect(timer(second).getByRole('timer')).toHaveText(/^0:00:\d\d$/)

  // From a task: the first timer stops only after its time is dealt with.
  await timeSection(second).getByRole('button', { name: 'Start the timer' }).click()
  const asks = second.getByRole('dialog', { name: 'Log the time on TIME-1 first?' })
  await expect(asks.getByRole('textbox', { name: 'Time spent' })).toHaveValue('1m')
  await asks.getByRole('button', { name: 'Log and start the next' }).click()
  await expect(timer(second)).toContainText('TIME-2')
  await expect(timer(page)).toContainText('TIME-2')
  await expect(timer(third)).toContainText('TIME-2')

  // From the palette.
  await second.keyboard.press('Control+k')
  await second
    .getByRole('option', { name: /Stop the timer/ })
    .first()
    .click()
  await second
    .getByRole('dialog', { name: 'Log time' })
    .getByRole('button', { name: 'Discard' })
    .click()
  await expect(timer(second)).toHaveCount(0)
  await expect(timer(page)).toHaveCount(0)
  await openTask(page, 1)
  await expect(timeSection(page).getByText('1m logged')).toBeVisible()
  await openTask(page, 2)
  await expect(page.getByText(/logged by Ana Lima/)).toHaveCount(0)
})

test('a timer that ran overnight asks what to do', async () => {
  await project.createTask('Checkout')
  const { page } = team.admin
  await openTask(page)
  await timeSection(page).getByRole('button', { name: 'Start the timer' }).click()
  await expect(timer(page)).toContainText('TIME-1')
  await page.clock.install({ time: Date.now() + 15 * 3_600_000 })
  await page.goto(taskPath())
  const asks = page.getByRole('dialog', { name: 'The timer on TIME-1 is still running' })
  await expect(asks).toContainText('It has been on for 15h')
  await asks.getByRole('radio', { name: 'Until a time…' }).check()
  await expect(asks.getByRole('textbox', { name: 'Time spent' })).toHaveValue('1h')
  await asks.getByRole('button', { name: 'Log time' }).click()
  await expect(timer(page)).toHaveCount(0)
  await expect(timeSection(page).getByText('1h logged')).toBeVisible()
})

for (const width of [1440, 390]) {
  test(`axe finds nothing in a task's time, ${width} px wide`, async () => {
    const id = await project.createTask('Checkout')
    await project.send('task.edit', {
      taskId: id,
      baseVersion: 1,
      set: { originalEstimate: 28_800 },
    })
    await project.send('worklog.add', {
      ...{ taskId: id, baseVersion: 2, worklogId: crypto.randomUUID(), seconds: 5_400 },
      ...{ startedAt: new Date().toISOString(), note: 'A note', remaining: 'auto' },
    })
    const { page } = team.admin
    await page.setViewportSize({ width, height: 900 })
    await openTask(page)
    await timeSection(page).getByRole('button', { name: 'Start the timer' }).click()
    await expect(timer(page)).toBeVisible()
    await expectNoAxeViolations(page)
    await timeSection(page).getByRole('button', { name: 'Log time' }).click()
    await expect(page.getByRole('dialog', { name: 'Log time' })).toBeVisible()
    await expectNoAxeViolations(page)
  })
}
