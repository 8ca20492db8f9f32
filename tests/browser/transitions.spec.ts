import { v7 as newId } from 'uuid'
import { BoardPage } from '@/tests/support/boardPage'
import { expect, expectNoAxeViolations, test } from '@/tests/support/browserTest'
import { TestTeam, type TestTeamProject } from '@/tests/support/testTeam'

let team: TestTeam
let project: TestTeamProject

const workflowStatus = (
  id: string,
  name: string,
  category: string,
  transitions: unknown = null,
) => {
  return { id, name, category, color: 'teal', wipLimit: null, transitions }
}

/**
 * To do leads only to In progress, which leads to In review once there are an estimate and a
 * description.
 */
const workflowStatuses = [
  workflowStatus('todo', 'To do', 'todo', [
    { to: 'in-progress', rules: [] },
    { to: 'review', rules: [{ kind: 'validator', fields: ['estimate', 'description'] }] },
  ]),
  workflowStatus('in-progress', 'In progress', 'in_progress'),
  workflowStatus('review', 'In review', 'in_progress'),
  workflowStatus('done', 'Done', 'done'),
]

test.beforeEach(async ({ browser }) => {
  team = await TestTeam.create(browser)
  project = await team.createProject('ALO')
  await project.createTask('First')
  await project.createTask('Second')
  await project.send('workflow.change', {
    baseVersion: 1,
    statuses: workflowStatuses,
    reassignments: {},
  })
})
test.afterEach(() => team.close())

const columnOpacity = (board: BoardPage, column: string) =>
  board.column(column).evaluate((element) => Number(getComputedStyle(element).opacity))

test('a column without a transition is dimmed, shows the reason and rejects a drop', async () => {
  const board = await BoardPage.open(team.admin.page, project.boardPath)
  await board.dragOver('First', board.column('Done'))
  await expect.poll(() => columnOpacity(board, 'Done')).toBeLessThan(1)
  await expect(board.column('Done')).toContainText('Not from To do')
  expect(await columnOpacity(board, 'In progress')).toBe(1)
  await board.drop()
  await board.expectTitles('To do', ['First', 'Second'])
  await board.expectTitles('Done', [])

  await board.dragOver('First', board.column('In progress').getByRole('list'))
  await board.drop()
  await board.expectTitles('In progress', ['First'])
  await board.page.reload()
  await board.expectTitles('In progress', ['First'])
})

test('a keyboard drag skips such a column and announces the reason', async () => {
  const board = await BoardPage.open(team.admin.page, project.boardPath)
  await board.card('First').focus()
  const { keyboard } = board.page
  await keyboard.press('Space')
  await expect(board.announcement).toContainText('picked up')
  await keyboard.press('ArrowRight')
  await keyboard.press('ArrowRight')
  await expect(board.announcement).toContainText('in In review')
  await keyboard.press('ArrowRight')
  await expect(board.announcement).toContainText(
    'The workflow leads from To do to In progress or In review, not to Done.',
  )
  await keyboard.press('Escape')
  await board.expectTitles('To do', ['First', 'Second'])
})

test('the list of statuses shows which are not allowed and why', async () => {
  const board = await BoardPage.open(team.admin.page, project.boardPath)
  await board.card('First').focus()
  await board.page.keyboard.press('s')
  const options = board.page.getByRole('option')
  await expect(options.filter({ hasText: 'Done' })).toHaveAttribute('aria-disabled', 'true')
  await expect(options.filter({ hasText: 'Done' })).toContainText('not from To do')
  await expect(options.filter({ hasText: 'In review' })).toContainText('needs an estimate')
  await board.page.keyboard.press('Escape')
})

test('required fields are asked for on a drop and saved together with the move', async () => {
  const board = await BoardPage.open(team.admin.page, project.boardPath)
  await board.dragOver('Second', board.column('In review').getByRole('list'))
  await board.drop()
  const dialog = board.page.getByRole('dialog', { name: 'Move ALO-2 to In review' })
  await expect(dialog).toBeVisible()
  await expect(dialog.getByLabel('Estimate')).toBeFocused()
  await expectNoAxeViolations(board.page)
  await dialog.getByRole('button', { name: 'Move to In review' }).click()
  await expect(dialog.getByText('This is needed before it can move.')).toHaveCount(2)
  // Behind an open dialog nothing has a role, so the cards are counted by selector.
  await expect(board.page.locator('[data-column="todo"] [data-card]')).toHaveCount(2)

  await dialog.getByLabel('Estimate').fill('3')
  await dialog.getByLabel('Description').fill('What it is about')
  await dialog.getByRole('button', { name: 'Move to In review' }).click()
  await board.expectTitles('In review', ['Second'])
  await expect(board.column('In review').getByText(/^3\s*pt$/)).toBeVisible()
  await board.page.reload()
  await board.expectTitles('In review', ['Second'])

  // After closing the dialog without values, the card stays.
  await board.dragOver('First', board.column('In review').getByRole('list'))
  await board.drop()
  const again = board.page.getByRole('dialog', { name: 'Move ALO-1 to In review' })
  await expect(again).toBeVisible()
  await board.page.keyboard.press('Escape')
  await expect(again).toBeHidden()
  await board.expectTitles('To do', ['First'])
})

test('an affected version is asked for, including archived versions', async () => {
  const versionId = newId()
  await project.send('version.add', { baseVersion: 2, versionId, name: '1.0' })
  await project.send('version.edit', { baseVersion: 3, versionId, set: { state: 'archived' } })
  const rules = [{ kind: 'validator', fields: ['affectedVersions'] }]
  const transitions = [{ to: 'review', rules }]
  const statuses = workflowStatuses.map((each) =>
    each.id === 'todo' ? { ...each, transitions } : each,
  )
  await project.send('workflow.change', { baseVersion: 4, statuses, reassignments: {} })
  const board = await BoardPage.open(team.admin.page, project.boardPath)
  await board.dragOver('Second', board.column('In review').getByRole('list'))
  await board.drop()
  const { page } = board
  const dialog = page.getByRole('dialog', { name: 'Move ALO-2 to In review' })
  await dialog.getByRole('button', { name: /^Affected versions/ }).click()
  await page.getByRole('option', { name: '1.0' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('listbox')).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Move to In review' }).click()
  await board.expectTitles('In review', ['Second'])
  await page.goto(project.boardPath.replace('/board', '/tasks/ALO-2'))
  await expect(page.getByRole('button', { name: 'Affected versions: 1.0' })).toBeVisible()
})

test('a transition limited to some people rejects the others', async () => {
  const only = [{ to: 'done', rules: [{ kind: 'condition', roles: ['admin'], assignee: true }] }]
  const statuses = workflowStatuses.map((each) =>
    each.id === 'todo' ? { ...each, transitions: only } : each,
  )
  await project.send('workflow.change', { baseVersion: 2, statuses, reassignments: {} })
  const jonas = await team.addMember('Jonas Berg')
  const board = await BoardPage.open(jonas.page, project.boardPath)
  await board.dragOver('First', board.column('Done'))
  await expect(board.column('Done')).toContainText('Admins or the assignee only')
  await board.drop()
  await board.expectTitles('To do', ['First', 'Second'])
})

test('the resolution of a done task is asked for, shown to everybody and edited in place', async () => {
  const taskId = await project.createTask('Third')
  const jonas = await team.addMember('Jonas Berg')
  const board = await BoardPage.open(jonas.page, `${project.boardPath}?task=ALO-3`)
  const panel = board.page.getByRole('dialog', { name: 'ALO-3' })
  await expect(panel.getByRole('heading', { name: 'Third' })).toBeVisible()
  const { page } = team.admin
  await page.goto(project.boardPath.replace(/board$/, 'tasks/ALO-3'))
  await expect(page.getByRole('button', { name: 'Status: To do' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Resolution/ })).toHaveCount(0)
  const move = (statusId: string, baseVersion: number) =>
    project.send('task.move', { taskId, baseVersion, statusId, position: {} })
  await move('in-progress', 1)
  await move('done', 2)

  await page.getByRole('button', { name: 'Resolution: none' }).click()
  await page.getByRole('option', { name: 'Duplicate' }).click()
  await expect(page.getByRole('button', { name: 'Resolution: Duplicate' })).toBeVisible()
  await expect(panel.getByRole('button', { name: 'Resolution: Duplicate' })).toBeVisible()
  await expect(page.getByText('set the resolution to Duplicate')).toBeVisible()
  await expectNoAxeViolations(page)

  // A resolution kept on a reopened task is still shown and can be removed.
  await move('in-progress', 4)
  await expect(page.getByRole('button', { name: 'Status: In progress' })).toBeVisible()
  await page.getByRole('button', { name: 'Resolution: Duplicate' }).click()
  await page.getByRole('option', { name: 'No resolution' }).click()
  await expect(page.getByRole('button', { name: /^Resolution/ })).toHaveCount(0)
  await expect(panel.getByRole('button', { name: /^Resolution/ })).toHaveCount(0)
})
