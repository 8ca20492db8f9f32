import { v7 as newId } from 'uuid'
import { BoardPage } from '@/tests/support/boardPage'
import { expect, expectNoAxeViolations, test } from '@/tests/support/browserTest'
import { TestTeam, type TestTeamProject } from '@/tests/support/testTeam'

let team: TestTeam
let project: TestTeamProject

test.beforeEach(async ({ browser }) => {
  team = await TestTeam.create(browser)
  project = await team.createProject('ALO')
  for (const title of ['First', 'Second', 'Third']) await project.createTask(title)
})
test.afterEach(() => team.close())

test('a move is undone before the server has responded, and redone', async () => {
  const board = await BoardPage.open(team.admin.page, project.boardPath)
  const { keyboard } = board.page
  let answered = 0
  board.page.on('response', (response) => {
    if (/\/api\/trpc\/(task\.move|command\.undo)/.test(response.url())) answered++
  })
  let answer = () => {}
  const held = new Promise<void>((resolve) => {
    answer = resolve
  })
  await board.page.route('**/api/trpc/task.move*', async (route) => {
    await held
    await route.continue()
  })
  await board.card('Second').focus()
  await keyboard.press('Space')
  await keyboard.press('ArrowRight')
  await keyboard.press('Enter')
  await board.expectTitles('In progress', ['Second'])
  await keyboard.press('Control+z')
  await board.expectTitles('To do', ['First', 'Second', 'Third'])
  await keyboard.press('Control+y')
  await board.expectTitles('In progress', ['Second'])
  await keyboard.press('Control+z')
  await board.expectTitles('To do', ['First', 'Second', 'Third'])
  answer()
  await expect.poll(() => answered).toBe(4)
  await board.page.reload()
  await board.expectTitles('To do', ['First', 'Second', 'Third'])
})

test('undo and redo work on every screen, but not while the user types', async () => {
  const board = await BoardPage.open(team.admin.page, project.boardPath)
  const { page } = board
  await board.card('Second').focus()
  await page.keyboard.press('p')
  await page.getByRole('option', { name: 'High' }).click()
  const second = board.column('To do').getByRole('listitem').filter({ hasText: 'Second' })
  await expect(second.getByRole('img', { name: /High/ })).toBeVisible()
  await board.card('Second').focus()
  await page.keyboard.press('Control+z')
  await expect(second.getByRole('img', { name: /High/ })).toBeHidden()
  await expect(page.getByText('Undone')).toBeVisible()
  await page.keyboard.press('Control+Shift+z')
  await expect(second.getByRole('img', { name: /High/ })).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.type('x')
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Redone')).toBeVisible()
  await expect(page.getByText('Undone')).toHaveCount(1)
})

test('what blocks an undo is named, and the rest can still be undone', async () => {
  const [first, second] = [await project.createTask('Fourth'), await project.createTask('Fifth')]
  const board = await BoardPage.open(team.admin.page, project.boardPath)
  const { page } = board
  const commandId = newId()
  await project.send('task.bulk', {
    commandId,
    tasks: [first, second].map((taskId) => ({ taskId, baseVersion: 1 })),
    change: { statusId: 'done' },
  })
  await project.send('task.move', {
    taskId: second,
    baseVersion: 2,
    statusId: 'review',
    position: {},
  })
  await page.goto(project.boardPath.replace(/board$/, 'history'))
  const line = page.getByRole('listitem').filter({ hasText: 'Fourth' }).filter({ hasText: 'moved' })
  await line.hover()
  await line.getByRole('button', { name: 'Actions for this change' }).click()
  await page.getByRole('menuitem', { name: 'Undo this: undoes 2 changes' }).click()
  const dialog = page.getByRole('dialog', { name: 'Later changes prevent this undo' })
  await expect(dialog).toContainText('The status has been changed since.')
  await expect(dialog).toContainText('Ana Lima')
  await expectNoAxeViolations(page)
  await dialog.getByRole('button', { name: 'Undo the rest' }).click()
  await expect(page.getByText('undid a change: moved')).toBeVisible()
  await page.goto(project.boardPath)
  await expect(board.column('To do').getByText('Fourth')).toBeVisible()
  await expect(board.column('In review').getByText('Fifth')).toBeVisible()
})

test('a removed component is restored to its tasks, unless another one has taken its name', async () => {
  const componentId = newId()
  await project.send('component.add', { baseVersion: 1, componentId, name: 'API' })
  await project.send('task.edit', {
    taskId: await project.createTask('Fourth'),
    baseVersion: 1,
    add: { components: [componentId] },
  })
  const { page } = team.admin
  await page.goto(project.boardPath.replace(/board$/, 'settings'))
  await expect(page.getByRole('status').filter({ hasText: /^live$/ })).toBeAttached()
  const components = page.getByRole('region', { name: 'Components' })
  await expect(components.getByText('1 task', { exact: true })).toBeVisible()
  const remove = async () => {
    await components.getByRole('button', { name: 'Remove API' }).click()
    const question = page.getByRole('alertdialog')
    await question.getByRole('button', { name: 'Remove component' }).click()
    await expect(question).toBeHidden()
    await expect(components.getByRole('button', { name: 'Remove API' })).toHaveCount(0)
  }
  await remove()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Undone')).toBeVisible()
  await expect(components.getByText('1 task', { exact: true })).toBeVisible()

  await remove()
  // The name is free only when the server has removed the component.
  await expect(() =>
    project.send('component.add', { baseVersion: 9, componentId: newId(), name: 'api' }),
  ).toPass()
  await page.goto(project.boardPath.replace(/board$/, 'history'))
  const removals = page.getByRole('listitem').filter({ hasText: 'removed the component API' })
  await removals.first().hover()
  await removals.first().getByRole('button', { name: 'Actions for this change' }).click()
  await page.getByRole('menuitem', { name: /^Undo this/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Later changes prevent this undo' })
  await expect(dialog).toContainText('Another component is called API by now.')
  await expect(dialog).toContainText('Nothing was changed.')
  await expect(dialog.getByRole('button', { name: 'Undo the rest' })).toHaveCount(0)
  await expectNoAxeViolations(page)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('undid a change: restored the component API')).toBeVisible()
})
