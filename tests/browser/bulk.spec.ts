import type { Page } from '@playwright/test'
import { v7 as newId } from 'uuid'
import { BacklogPage } from '@/tests/support/backlogPage'
import { BoardPage } from '@/tests/support/boardPage'
import { expect, expectNoAxeViolations, test } from '@/tests/support/browserTest'
import { TestTeam, type TestTeamProject } from '@/tests/support/testTeam'
import { PHONE_CONTEXT } from '@/tests/support/touchInput'

let team: TestTeam
let project: TestTeamProject

test.beforeEach(async ({ browser }) => {
  team = await TestTeam.create(browser)
  project = await team.createProject('ALO')
  for (const title of ['First', 'Second', 'Third', 'Fourth']) await project.createTask(title)
})
test.afterEach(() => team.close())

const bulkBar = (page: Page) => page.getByRole('toolbar', { name: 'Selected tasks' })

test('cards are selected by keys, changed together and reverted by one undo', async () => {
  const board = await BoardPage.open(team.admin.page, project.boardPath)
  const { page } = board
  const bar = bulkBar(page)
  await board.card('First').focus()
  await page.keyboard.press('x')
  await expect(bar).toContainText('1 selected')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(bar).toContainText('3 selected')
  await expect(page.locator('#announce-polite')).toHaveText('3 selected')
  await bar.getByRole('button', { name: 'Status' }).click()
  await page.getByRole('option', { name: 'Done' }).click()
  await board.expectTitles('Done', ['First', 'Second', 'Third'])
  await expect(page.getByRole('paragraph').filter({ hasText: /^3 changed$/ })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await board.expectTitles('To do', ['First', 'Second', 'Third', 'Fourth'])
  await page.reload()
  await board.expectTitles('To do', ['First', 'Second', 'Third', 'Fourth'])
})

test('several bugs get an affected version together', async () => {
  const versionId = newId()
  await project.send('version.add', { baseVersion: 1, versionId, name: '1.0' })
  for (const title of ['Bug one', 'Bug two']) await project.createTask(title, { taskType: 'bug' })
  const board = await BoardPage.open(team.admin.page, project.boardPath)
  const { page } = board
  await board.card('First').click({ modifiers: ['Control'] })
  await expect(bulkBar(page).getByRole('button', { name: 'Fix versions' })).toBeVisible()
  await expect(bulkBar(page).getByRole('button', { name: 'Affected versions' })).toHaveCount(0)
  await board.card('First').click({ modifiers: ['Control'] })
  await expect(bulkBar(page)).toBeHidden()
  await board.card('Bug one').click({ modifiers: ['Control'] })
  await board.card('Bug two').click({ modifiers: ['Control'] })
  await expect(bulkBar(page)).toContainText('2 selected')
  await bulkBar(page).getByRole('button', { name: 'Affected versions' }).click()
  await page.getByRole('option', { name: '1.0' }).click()
  await expect(page.getByRole('paragraph').filter({ hasText: /^2 changed$/ })).toBeVisible()
  await page.goto(project.boardPath.replace('/board', '/tasks/ALO-6'))
  await expect(page.getByRole('button', { name: 'Affected versions: 1.0' })).toBeVisible()
})

test('cards are selected by clicks, Escape clears the selection, and a plain click opens a task', async () => {
  const board = await BoardPage.open(team.admin.page, project.boardPath)
  const { page } = board
  const bar = bulkBar(page)
  await board.card('First').click({ modifiers: ['Control'] })
  await board.card('Fourth').click({ modifiers: ['Shift'] })
  await expect(bar).toContainText('4 selected')
  await board.card('Second').click({ modifiers: ['Control'] })
  await expect(bar).toContainText('3 selected')
  await page.keyboard.press('Escape')
  await expect(bar).toBeHidden()
  await board.card('Second').click()
  await expect(page).toHaveURL(/task=ALO-2/)
})

test('tasks that could not be changed are listed one by one', async () => {
  const full = { statusId: 'in-progress', baseVersion: 1, set: { wipLimit: 1 } }
  await project.send('status.edit', full)
  const board = await BoardPage.open(team.admin.page, project.boardPath)
  const { page } = board
  await board.card('First').click({ modifiers: ['Control'] })
  await board.card('Second').click({ modifiers: ['Control'] })
  await bulkBar(page).getByRole('button', { name: 'Status' }).click()
  await page.getByRole('option', { name: 'In progress' }).click()
  await page.getByRole('button', { name: 'Show' }).click()
  const dialog = page.getByRole('dialog', { name: '1 changed, 1 skipped' })
  await expect(dialog.getByRole('listitem').first()).toContainText('ALO-2 Second')
  await expectNoAxeViolations(page)
  await dialog.getByRole('button', { name: 'Undo' }).click()
  await board.expectTitles('To do', ['First', 'Second', 'Third', 'Fourth'])
})

for (const width of [1440, 390]) {
  test(`axe finds nothing on the bar, ${width} px wide`, async () => {
    const { page } = team.admin
    await page.setViewportSize({ width, height: 800 })
    const board = await BoardPage.open(page, project.boardPath)
    await board.card('First').focus()
    await page.keyboard.press('x')
    await expect(bulkBar(page)).toBeVisible()
    await expectNoAxeViolations(page)
    await page.screenshot({ path: test.info().outputPath(`bar-${width}.png`) })
  })
}

/** Starts a selection by touch, from the menu of a task. */
async function selectFromMenu(page: Page, key: string) {
  await page.getByRole('button', { name: `Actions for ${key}` }).tap()
  await page.getByRole('menuitem', { name: /^Select/ }).tap()
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expect(bulkBar(page)).toContainText('1 selected')
}

test('Shift selects a range of checkboxes in the backlog', async () => {
  const backlog = await BacklogPage.open(
    team.admin.page,
    project.boardPath.replace(/board$/, 'backlog'),
  )
  const { page } = backlog
  await backlog.row('First').hover()
  await page.getByRole('checkbox', { name: 'Select ALO-1' }).click()
  await expect(bulkBar(page)).toContainText('1 selected')
  await backlog.row('Third').hover()
  await page.getByRole('checkbox', { name: 'Select ALO-3' }).click({ modifiers: ['Shift'] })
  await expect(bulkBar(page)).toContainText('3 selected')
  await page.getByRole('checkbox', { name: 'Select ALO-2' }).click()
  await expect(bulkBar(page)).toContainText('2 selected')
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(2)
})

test('on a phone the menu of a card starts a selection, and taps extend it', async () => {
  const mei = await team.addMember('Mei Tanaka', 'member', PHONE_CONTEXT)
  const board = await BoardPage.open(mei.page, project.boardPath)
  const { page } = board
  const bar = bulkBar(page)
  await selectFromMenu(page, 'ALO-1')
  await board.card('Third').tap()
  await expect(bar).toContainText('2 selected')
  await board.card('Second').tap()
  await expect(bar).toContainText('3 selected')
  await board.card('Third').tap()
  await expect(bar).toContainText('2 selected')
  await expect(page).not.toHaveURL(/task=/)
  await expectNoAxeViolations(page)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(wide).toBeLessThanOrEqual(390)

  await bar.getByRole('button', { name: 'Status' }).tap()
  await page.getByRole('option', { name: 'In progress' }).tap()
  await expect(page.getByRole('paragraph').filter({ hasText: /^2 changed$/ })).toBeVisible()
  await board.expectTitles('To do', ['Third', 'Fourth'])
  await board.expectTitles('In progress', ['First', 'Second'])
  await bar.getByRole('button', { name: 'Clear the selection' }).tap()
  await expect(bar).toBeHidden()
  await board.card('Third').tap()
  await expect(page).toHaveURL(/task=ALO-3/)
})

test('on a phone rows of the backlog are selected in the same way', async () => {
  const mei = await team.addMember('Mei Tanaka', 'member', PHONE_CONTEXT)
  const backlog = await BacklogPage.open(mei.page, project.boardPath.replace(/board$/, 'backlog'))
  const { page } = backlog
  const bar = bulkBar(page)
  await selectFromMenu(page, 'ALO-2')
  await backlog.row('Fourth').tap()
  await expect(bar).toContainText('2 selected')
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(2)
  await page.getByRole('button', { name: 'Actions for ALO-2' }).tap()
  await page.getByRole('menuitem', { name: /^Deselect/ }).tap()
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expect(bar).toContainText('1 selected')
  await backlog.row('Fourth').tap()
  await expect(bar).toBeHidden()
  await backlog.row('Fourth').tap()
  await expect(page).toHaveURL(/task=ALO-4/)
})
