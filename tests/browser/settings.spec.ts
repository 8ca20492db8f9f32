import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, test } from '@/tests/support/browserTest'
import { TestTeam, type TestTeamProject } from '@/tests/support/testTeam'

let team: TestTeam
let project: TestTeamProject

test.beforeEach(async ({ browser }) => {
  team = await TestTeam.create(browser)
  project = await team.createProject('ALO')
})
test.afterEach(() => team.close())

const settingsPath = () => project.boardPath.replace('/board', '/settings')

async function openSettings(page: Page): Promise<Page> {
  await page.goto(settingsPath())
  await expect(page.getByRole('status').filter({ hasText: /^live$/ })).toBeAttached()
  return page
}

const settingsRow = (page: Page, name: string) => page.getByRole('listitem', { name, exact: true })

async function expectRows(page: Page, names: string[]) {
  const moves = page.getByRole('button', { name: /^Move / })
  await expect(moves).toHaveCount(names.length)
  await expect
    .poll(() => moves.evaluateAll((all) => all.map((each) => each.getAttribute('aria-label'))))
    .toEqual(names.map((name) => `Move ${name}`))
}

test('the project and a column are renamed, and an open board follows', async () => {
  const other = await team.addMember('Jonas Berg')
  await other.page.goto(project.boardPath)
  const page = await openSettings(team.admin.page)

  await page.getByRole('button', { name: /^Project name: Project ALO/ }).click()
  await page.getByRole('textbox', { name: 'Project name' }).fill('Logger')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^Name of In review/ }).click()
  await page.getByRole('textbox', { name: 'Name of In review' }).fill('Checking')
  await page.keyboard.press('Enter')
  await expectRows(page, ['To do', 'In progress', 'Checking', 'Done'])

  await expect(other.page.getByRole('region', { name: 'Checking' })).toBeVisible()
  await expect(other.page.getByRole('link', { name: 'Logger' }).first()).toBeVisible()
  await page.reload()
  await expectRows(page, ['To do', 'In progress', 'Checking', 'Done'])
})

test('a column is moved by keys and by mouse', async () => {
  const page = await openSettings(team.admin.page)
  await page.getByRole('button', { name: 'Move Done', exact: true }).focus()
  await page.keyboard.press('Space')
  await expect(page.locator('#announce-assertive')).toContainText('Done picked up, column 4 of 4')
  await page.keyboard.press('ArrowUp')
  await expect(page.locator('#announce-assertive')).toHaveText('Done, column 3 of 4.')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Escape')
  await expectRows(page, ['To do', 'In progress', 'In review', 'Done'])

  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Space')
  await expectRows(page, ['To do', 'Done', 'In progress', 'In review'])
  await expect(page.getByRole('button', { name: 'Move Done', exact: true })).toBeFocused()

  const from = await page.getByRole('button', { name: 'Move Done', exact: true }).boundingBox()
  const to = await settingsRow(page, 'In review').boundingBox()
  if (!from || !to) throw new Error('The columns are not on the page.')
  await page.mouse.move(from.x + 8, from.y + 8)
  await page.mouse.down()
  await page.mouse.move(from.x + 8, from.y + 24, { steps: 3 })
  await page.mouse.move(from.x + 8, to.y + to.height - 4, { steps: 6 })
  await page.mouse.move(from.x + 9, to.y + to.height - 4)
  await page.mouse.up()
  await expectRows(page, ['To do', 'In progress', 'In review', 'Done'])
  await page.reload()
  await expectRows(page, ['To do', 'In progress', 'In review', 'Done'])
})

test('a WIP limit must be a whole number, and category and color are picked', async () => {
  const page = await openSettings(team.admin.page)
  const limit = page.getByRole('textbox', { name: 'Limit of In progress' })
  await limit.fill('0')
  await expect(page.getByRole('alert').filter({ hasText: 'whole number' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(limit).toHaveValue('')
  await limit.fill('3')
  await page.keyboard.press('Enter')

  await page.getByRole('button', { name: /^Category and colour of In review/ }).click()
  await page.getByRole('radio', { name: /^Done/ }).check()
  await page.getByRole('radio', { name: 'pink' }).check()
  await page.keyboard.press('Escape')
  const look = page.getByRole('button', { name: 'Category and colour of In review: Done, pink' })
  await expect(look).toBeVisible()
  await expect(look).toBeFocused()
  await page.reload()
  await expect(look).toBeVisible()
  await expect(limit).toHaveValue('3')
})

test('columns are added to their category, and removed after their tasks are reassigned', async () => {
  for (const title of ['First', 'Second']) await project.createTask(title, { statusId: 'review' })
  const page = await openSettings(team.admin.page)
  await page.getByRole('button', { name: 'Add column' }).click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Testing')
  await page.keyboard.press('Enter')
  await expectRows(page, ['To do', 'In progress', 'In review', 'Testing', 'Done'])
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Add column' })).toBeFocused()

  await page.getByRole('button', { name: 'Remove In review' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Remove the column In review?' })
  await expect(dialog).toContainText('Its 2 tasks go')
  await expect(dialog.getByRole('radio', { name: /^In progress/ })).toBeChecked()
  await dialog.getByRole('radio', { name: /^Testing/ }).check()
  await expectNoAxeViolations(page)
  await dialog.getByRole('button', { name: 'Remove column' }).click()
  await expectRows(page, ['To do', 'In progress', 'Testing', 'Done'])
  await expect(settingsRow(page, 'Testing')).toContainText('2 tasks')
  await page.reload()
  await expect(settingsRow(page, 'Testing')).toContainText('2 tasks')
})

test('members who are not admins see the settings read-only, and the page fits a phone', async () => {
  const member = await team.addMember('Jonas Berg', 'member', {
    viewport: { width: 390, height: 844 },
  })
  const page = await openSettings(member.page)
  await expect(page.getByText('Only admins of this workspace can change these')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'In review' })).toBeVisible()
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)
  await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(0)
  await expectNoAxeViolations(page)

  const admin = await openSettings(team.admin.page)
  await admin.setViewportSize({ width: 390, height: 844 })
  const wide = await admin.evaluate(() => document.documentElement.scrollWidth)
  expect(wide).toBe(390)
  await expectNoAxeViolations(admin)
})

test('settings load no tasks, and what is changed there can be undone on the board', async () => {
  await project.createTask('Stands on the board')
  const { page } = team.admin
  const response = await page.goto(settingsPath())
  expect(await response?.text()).not.toContain('Stands on the board')
  await expect(page.getByRole('status').filter({ hasText: /^live$/ })).toBeAttached()
  await page.getByRole('button', { name: /^Name of In review/ }).click()
  await page.getByRole('textbox', { name: 'Name of In review' }).fill('Checking')
  await page.keyboard.press('Enter')
  await expectRows(page, ['To do', 'In progress', 'Checking', 'Done'])

  await page.getByRole('link', { name: 'Project ALO' }).first().click()
  await expect(page.getByRole('region', { name: 'Checking' })).toBeVisible()
  await expect(page.getByText('Stands on the board')).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: /^live$/ })).toBeAttached()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('region', { name: 'In review' })).toBeVisible()
})
