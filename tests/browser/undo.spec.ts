import { v7 as newId } from 'uuid'
import { BoardPage } from '@/tests/support/boardPage'
import { expect, expectNoAxeFindings, test } from '@/tests/support/browser'
import { Team, type TeamProject } from '@/tests/support/team'

let team: Team
let project: TeamProject

test.beforeEach(async ({ browser }) => {
  team = await Team.make(browser)
  project = await team.project('ALO')
  for (const title of ['First', 'Second', 'Third']) await project.task(title)
})
test.afterEach(() => team.close())

test('a move is taken back before the server has answered it, and done again', async () => {
  const board = await BoardPage.open(team.admin.page, project.board)
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
  await board.shows('In progress', ['Second'])
  await keyboard.press('Control+z')
  await board.shows('To do', ['First', 'Second', 'Third'])
  await keyboard.press('Control+y')
  await board.shows('In progress', ['Second'])
  await keyboard.press('Control+z')
  await board.shows('To do', ['First', 'Second', 'Third'])
  answer()
  await expect.poll(() => answered).toBe(4)
  await board.page.reload()
  await board.shows('To do', ['First', 'Second', 'Third'])
})

test('steps go back and forth on any screen, but not while one types', async () => {
  const board = await BoardPage.open(team.admin.page, project.board)
  const { page } = board
  await board.card('Second').focus()
  await page.keyboard.press('p')
  await page.getByRole('option', { name: 'High' }).click()
  const second = board.column('To do').getByRole('listitem').filter({ hasText: 'Second' })
  await expect(second.getByRole('img', { name: /High/ })).toBeVisible()
  await board.card('Second').focus()
  await page.keyboard.press('Control+z')
  await expect(second.getByRole('img', { name: /High/ })).toBeHidden()
  await expect(page.getByText('Taken back')).toBeVisible()
  await page.keyboard.press('Control+Shift+z')
  await expect(second.getByRole('img', { name: /High/ })).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.type('x')
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Done again')).toBeVisible()
  await expect(page.getByText('Taken back')).toHaveCount(1)
})

test('what stands in the way is named, and the rest can still go back', async () => {
  const [first, second] = [await project.task('Fourth'), await project.task('Fifth')]
  const board = await BoardPage.open(team.admin.page, project.board)
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
    place: {},
  })
  await page.goto(project.board.replace(/board$/, 'history'))
  const line = page.getByRole('listitem').filter({ hasText: 'Fourth' }).filter({ hasText: 'moved' })
  await line.hover()
  await line.getByRole('button', { name: 'Actions for this change' }).click()
  await page.getByRole('menuitem', { name: 'Undo this: takes back 2 changes' }).click()
  const dialog = page.getByRole('dialog', { name: 'Later changes stand in the way' })
  await expect(dialog).toContainText('The status has been changed since.')
  await expect(dialog).toContainText('Ana Lima')
  await expectNoAxeFindings(page)
  await dialog.getByRole('button', { name: 'Take back the rest' }).click()
  await expect(page.getByText('took back a change: moved')).toBeVisible()
  await page.goto(project.board)
  await expect(board.column('To do').getByText('Fourth')).toBeVisible()
  await expect(board.column('In review').getByText('Fifth')).toBeVisible()
})

test('a removed component comes back onto its tasks, unless another has its name by now', async () => {
  const componentId = newId()
  await project.send('component.add', { baseVersion: 1, componentId, name: 'API' })
  await project.send('task.edit', {
    taskId: await project.task('Fourth'),
    baseVersion: 1,
    add: { components: [componentId] },
  })
  const { page } = team.admin
  await page.goto(project.board.replace(/board$/, 'settings'))
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
  await expect(page.getByText('Taken back')).toBeVisible()
  await expect(components.getByText('1 task', { exact: true })).toBeVisible()

  await remove()
  // The name is free once the server knows of the removal.
  await expect(() =>
    project.send('component.add', { baseVersion: 9, componentId: newId(), name: 'api' }),
  ).toPass()
  await page.goto(project.board.replace(/board$/, 'history'))
  const removals = page.getByRole('listitem').filter({ hasText: 'removed the component API' })
  await removals.first().hover()
  await removals.first().getByRole('button', { name: 'Actions for this change' }).click()
  await page.getByRole('menuitem', { name: /^Undo this/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Later changes stand in the way' })
  await expect(dialog).toContainText('Another component is called API by now.')
  await expect(dialog).toContainText('Nothing was changed.')
  await expect(dialog.getByRole('button', { name: 'Take back the rest' })).toHaveCount(0)
  await expectNoAxeFindings(page)
  await dialog.getByRole('button', { name: 'Leave it as it is' }).click()
  await expect(page.getByText('took back a change: brought back the component API')).toBeVisible()
})
