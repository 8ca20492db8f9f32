import type { Locator, Page } from '@playwright/test'
import { v7 as newId } from 'uuid'
import type { Id } from '@/domain/kernel/primitives'
import { expect, expectNoAxeViolations, test } from '@/tests/support/browserTest'
import { TestTeam, type TestTeamProject } from '@/tests/support/testTeam'

let team: TestTeam
let project: TestTeamProject
/** The project's version, which the commands of these tests are based on. */
let projectVersion = 1

test.beforeEach(async ({ browser }) => {
  team = await TestTeam.create(browser)
  project = await team.createProject('ALO')
  projectVersion = 1
})
test.afterEach(() => team.close())

async function openScreen(page: Page, screen: string): Promise<Page> {
  await page.goto(project.boardPath.replace('/board', `/${screen}`))
  await expect(page.getByRole('status').filter({ hasText: /^live$/ })).toBeAttached()
  return page
}

async function createVersion(name: string, releaseDate?: string): Promise<Id> {
  const versionId = newId()
  await project.send('version.add', { baseVersion: projectVersion++, versionId, name, releaseDate })
  return versionId
}

async function createTask(title: string, versionId: Id, statusId = 'todo'): Promise<Id> {
  const taskId = await project.createTask(title, { statusId, estimate: 2 })
  await project.send('task.edit', {
    ...{ taskId, baseVersion: 99, set: { originalEstimate: 7_200, remainingEstimate: 7_200 } },
    add: { fixVersions: [versionId] },
  })
  return taskId
}

const logTime = (taskId: Id, seconds: number) =>
  project.send('worklog.add', {
    ...{ taskId, baseVersion: 99, worklogId: newId(), seconds, note: '', remaining: 'auto' },
    startedAt: '2026-01-05T10:00:00.000Z',
  })

const listRow = (page: Page, name: string, list: string): Locator =>
  page.getByRole('list', { name: list, exact: true }).getByRole('listitem', { name, exact: true })

test('a version is followed live, and its release moves unfinished tasks to another one', async () => {
  const one = await createVersion('1.0', '2031-05-01')
  const two = await createVersion('2.0')
  const open1 = await createTask('Checkout', one)
  await createTask('Search', one, 'in-progress')
  await createTask('Login', one, 'done')
  const page = await openScreen(team.admin.page, 'board')
  // A sequence of two keys opens the page from anywhere.
  await page.keyboard.press('g')
  await page.keyboard.press('v')
  await expect(listRow(page, '1.0', 'Planned')).toContainText('1 of 3 done')
  await expect(listRow(page, '1.0', 'Planned')).toContainText('due 1 May 2031')
  await expect(listRow(page, '1.0', 'Planned')).toContainText('0m logged, 6h left')
  await expect(listRow(page, '2.0', 'Planned')).toContainText('no tasks')

  const other = await openScreen((await team.addMember('Ben Okri')).page, `versions/${one}`)
  await expect(other.getByRole('table', { name: 'To do' })).toContainText('Checkout')
  await expect(other.getByRole('table', { name: 'In progress' })).toContainText('Search')
  await expect(other.getByRole('table', { name: 'Done' })).toContainText('Login')
  // Members can view versions; only admins can release one.
  await expect(other.getByRole('button', { name: 'Release' })).toHaveCount(0)
  await logTime(open1, 3_600)
  await expect(listRow(page, '1.0', 'Planned')).toContainText('1h logged, 5h left')
  await expect(other.getByRole('row', { name: /Checkout/ })).toContainText('1h')

  await listRow(page, '1.0', 'Planned').getByRole('button', { name: 'Release' }).click()
  const dialog = page.getByRole('dialog', { name: 'Release 1.0' })
  await expect(dialog).toContainText('2 tasks not done.')
  await dialog.getByLabel('Release date').fill('2031-04-30')
  await dialog.getByLabel('Open tasks').selectOption('Move to 2.0')
  await dialog.getByRole('button', { name: 'Release', exact: true }).click()
  await expect(page.getByText('2 tasks moved to 2.0.')).toBeVisible()
  await expect(listRow(page, '1.0', 'Released')).toContainText('1 of 1 done')
  await expect(listRow(page, '1.0', 'Released')).toContainText('released 30 Apr 2031')
  await expect(listRow(page, '2.0', 'Planned')).toContainText('0 of 2 done')
  await expect(other.getByText('Released 30 Apr 2031')).toBeVisible()
  await expect(other.getByRole('table', { name: 'To do' })).toHaveCount(0)

  // A single undo reverts all of it.
  await page.keyboard.press('Control+z')
  await expect(listRow(page, '1.0', 'Planned')).toContainText('1 of 3 done')
  await expect(listRow(page, '1.0', 'Planned')).toContainText('due 1 May 2031')
  await expect(other.getByRole('table', { name: 'To do' })).toContainText('Checkout')

  await listRow(page, '2.0', 'Planned').getByRole('button', { name: 'More for 2.0' }).click()
  // Both appear at once, but the next request uses another route and must not overtake them.
  const archived = page.waitForResponse(/\/api\/trpc\/version\.edit/)
  await page.getByRole('menuitem', { name: 'Archive' }).click()
  await expect(listRow(page, '2.0', 'Archived')).toBeVisible()
  await archived
  await expect(page.getByRole('menuitem')).toHaveCount(0)
  await listRow(page, '2.0', 'Archived').getByRole('button', { name: 'More for 2.0' }).click()
  const reopened = page.waitForResponse(/\/api\/trpc\/version\.edit/)
  await page.getByRole('menuitem', { name: 'Reopen' }).click()
  await expect(listRow(page, '2.0', 'Planned')).toBeVisible()
  await reopened

  await project.send('version.remove', { baseVersion: 99, versionId: one, moveTo: two })
  await expect(other.getByText('This version has been removed.')).toBeVisible()
  await other.getByRole('link', { name: 'All versions' }).click()
  await expect(listRow(other, '2.0', 'Planned')).toContainText('1 of 3 done')
})

test('a project without versions explains them, and an unknown version is not found', async () => {
  const page = await openScreen(team.admin.page, 'versions')
  await page.getByRole('link', { name: 'Add a version' }).click()
  await page.getByLabel('Name of a new version').fill('1.0')
  // The version appears at once, but the server renders its page and must receive it first.
  const added = page.waitForResponse(/\/api\/trpc\/version\.add/)
  await page.getByRole('button', { name: 'Add version' }).click()
  await added
  await page.getByRole('link', { name: '1.0: no tasks' }).click()
  await expect(page.getByText('No task is meant for this version yet.')).toBeVisible()
  await page.goto(project.boardPath.replace('/board', `/versions/${newId()}`))
  await expect(page.getByText('There is nothing here, or it is not shared with you.')).toBeVisible()
})

test('the versions of a task link to their pages, from its panel and its own page', async () => {
  const one = await createVersion('1.0')
  const two = await createVersion('2.0')
  const taskId = await createTask('Checkout', one)
  const add = { affectedVersions: [two] }
  await project.send('task.edit', { taskId, baseVersion: 99, add })
  const page = await openScreen(team.admin.page, 'board?task=ALO-1')
  const panel = page.getByRole('dialog')
  await expect(panel.getByRole('button', { name: 'Fix versions: 1.0' })).toBeVisible()
  const link = panel.getByRole('link', { name: '1.0', exact: true })
  await link.focus()
  await expect(link).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/versions/${one}$`))
  await expect(page.getByRole('table', { name: 'To do' })).toContainText('Checkout')

  // The links do not get in the way of editing, for the first and the last version too.
  await openScreen(page, 'tasks/ALO-1')
  await page.getByRole('button', { name: 'Fix versions: 1.0' }).click()
  await page.getByRole('option', { name: '1.0' }).click()
  await expect(page.getByLabel('Fix versions: none')).toBeAttached()
  await page.getByRole('option', { name: '2.0' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('listbox')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Fix versions: 2.0' })).toBeFocused()
  await expectNoAxeViolations(page)
  await page.screenshot({ path: 'test-results/task-versions-1440.png' })
  await page.getByRole('link', { name: '2.0', exact: true }).last().click()
  await expect(page).toHaveURL(new RegExp(`/versions/${two}$`))
})

test('on a phone every screen of a project is reachable from the bottom navigation', async () => {
  await createVersion('1.0')
  const { page } = await team.addMember('Ben Okri', 'admin', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  })
  await openScreen(page, 'board')
  const bottom = page.getByRole('navigation', { name: 'Main, at the bottom' })
  const more = bottom.getByRole('button', { name: 'More' })
  await more.click()
  await expect(page.getByRole('menuitem')).toHaveText([
    ...['Sprints', 'Versions', 'History', 'Settings', 'Timesheet'],
  ])
  await expectNoAxeViolations(page)
  await page.screenshot({ path: 'test-results/more-390.png' })
  await page.getByRole('menuitem', { name: 'Versions' }).click()
  await expect(page).toHaveURL(/\/versions$/)
  await expect(listRow(page, '1.0', 'Planned')).toBeVisible()
  await expect(page.getByRole('menu')).toHaveCount(0)
  await more.click()
  await page.getByRole('menuitem', { name: 'Sprints' }).click()
  await expect(page).toHaveURL(/\/sprints$/)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
})

for (const width of [1440, 390]) {
  test(`axe finds nothing on the versions and on one of them, ${width} px wide`, async () => {
    const one = await createVersion('1.0', '2026-02-01')
    await createVersion('1.1 with a name that goes on for quite a while')
    const first = await createTask(
      'Checkout that takes cards and vouchers in several currencies',
      one,
    )
    await createTask('Search', one, 'in-progress')
    await createTask('Login', one, 'done')
    await logTime(first, 9_000)
    const page = await openScreen(team.admin.page, 'versions')
    await page.setViewportSize({ width, height: 900 })
    await expect(listRow(page, '1.0', 'Planned')).toContainText('2h 30m logged')
    await expectNoAxeViolations(page)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.screenshot({ path: `test-results/versions-${width}-${colorScheme}.png` })
    }
    await listRow(page, '1.0', 'Planned').getByRole('button', { name: 'Release' }).click()
    await expect(page.getByRole('dialog')).toContainText('2 tasks not done.')
    await expectNoAxeViolations(page)
    await page.screenshot({ path: `test-results/release-${width}.png` })
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await page.getByRole('link', { name: '1.0', exact: true }).click()
    await expect(page.getByRole('table', { name: 'To do' })).toBeVisible()
    await expectNoAxeViolations(page)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.screenshot({ path: `test-results/version-${width}-${colorScheme}.png` })
    }
  })
}
