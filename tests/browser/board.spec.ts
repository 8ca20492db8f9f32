import { BoardPage } from '@/tests/support/boardPage'
import { expect, expectNoAxeViolations, test } from '@/tests/support/browserTest'
import { TestTeam, type TestTeamProject } from '@/tests/support/testTeam'
import { PHONE_CONTEXT } from '@/tests/support/touchInput'

let team: TestTeam
let project: TestTeamProject

test.beforeEach(async ({ browser }) => {
  team = await TestTeam.create(browser)
  project = await team.createProject('ALO')
  for (const title of ['First', 'Second', 'Third']) await project.createTask(title)
  await project.createTask('Finished', { statusId: 'done', labels: ['api'], taskType: 'bug' })
})
test.afterEach(() => team.close())

test('a card dragged by mouse stays where it was dropped, and another window follows', async () => {
  const other = await team.addMember('Jonas Berg')
  const board = await BoardPage.open(team.admin.page, project.boardPath)
  const follows = await BoardPage.open(other.page, project.boardPath)
  await expect(board.page.getByRole('group', { name: 'Here now' })).toBeVisible()

  await board.dragOver('Third', board.card('First'))
  await expect(follows.page.getByRole('img', { name: 'Ana Lima is moving this' })).toBeVisible()
  await board.drop()
  await board.expectTitles('To do', ['Third', 'First', 'Second'])
  await follows.expectTitles('To do', ['Third', 'First', 'Second'])

  await board.dragOver('First', board.column('In progress').getByRole('list'))
  await board.drop()
  await board.expectTitles('In progress', ['First'])
  await follows.expectTitles('In progress', ['First'])
  const changed = follows.column('In progress').getByRole('img', { name: 'Ana Lima changed this' })
  await expect(changed).toBeVisible()

  await board.page.getByRole('button', { name: 'Undo' }).click()
  await board.expectTitles('To do', ['Third', 'First', 'Second'])
  await follows.expectTitles('To do', ['Third', 'First', 'Second'])
  await board.page.reload()
  await board.expectTitles('To do', ['Third', 'First', 'Second'])
})

test('a card is moved by keys only, and every step is announced', async () => {
  const board = await BoardPage.open(team.admin.page, project.boardPath)
  const { keyboard } = board.page
  await board.column('To do').getByRole('button', { name: 'Add a task' }).focus()
  await keyboard.press('Tab')
  await expect(board.card('First')).toBeFocused()
  await keyboard.press('ArrowDown')
  await expect(board.card('Second')).toBeFocused()

  await keyboard.press('Space')
  await expect(board.announcement).toContainText('ALO-2 picked up, 2 of 3 in To do')
  await keyboard.press('ArrowDown')
  await expect(board.announcement).toHaveText('3 of 3 in To do.')
  await keyboard.press('Escape')
  await expect(board.announcement).toContainText('left where it was')
  await board.expectTitles('To do', ['First', 'Second', 'Third'])

  await keyboard.press('Space')
  await keyboard.press('ArrowRight')
  await expect(board.announcement).toHaveText('1 of 1 in In progress.')
  await keyboard.press('Enter')
  await expect(board.announcement).toContainText('put down')
  await board.expectTitles('In progress', ['Second'])
  await expect(board.card('Second')).toBeFocused()
  await keyboard.press('Control+z')
  await board.expectTitles('To do', ['First', 'Second', 'Third'])
  await expect(board.card('Second')).toBeFocused()
})

test('letters on a card set its fields, and Esc leaves them as they were', async () => {
  const board = await BoardPage.open(team.admin.page, project.boardPath)
  const { keyboard } = board.page
  await board.card('First').focus()
  await keyboard.press('p')
  await board.page.getByRole('combobox', { name: 'Priority' }).fill('urg')
  await keyboard.press('Enter')
  const first = board.column('To do').getByRole('listitem').first()
  await expect(first.getByRole('img', { name: 'Urgent' })).toBeVisible()
  await expect(board.card('First')).toBeFocused()

  await keyboard.press('s')
  await expect(board.page.getByRole('option', { name: 'Done' })).toBeVisible()
  await expect(board.page.getByRole('combobox', { name: 'Status' })).toBeFocused()
  await keyboard.press('Escape')
  await expect(board.card('First')).toBeFocused()
  await board.expectTitles('To do', ['First', 'Second', 'Third'])

  await keyboard.press('a')
  await board.page.getByRole('option', { name: 'Ana Lima' }).click()
  await keyboard.press('Escape')
  await expect(first.getByRole('img', { name: 'Ana Lima' })).toBeVisible()
  await keyboard.press('l')
  await board.page.getByRole('combobox', { name: 'Labels' }).fill('brand new')
  await keyboard.press('Enter')
  await keyboard.press('Escape')
  await expect(first).toContainText('brand new')
})

test('several tasks are created in a column one after another', async () => {
  const board = await BoardPage.open(team.admin.page, project.boardPath)
  await board.page.keyboard.press('c')
  const line = board.page.getByRole('textbox', { name: 'Title of a new task in To do' })
  await expect(line).toBeFocused()
  await board.page.keyboard.type('Fourth')
  await board.page.keyboard.press('Enter')
  await expect(line).toHaveValue('')
  await board.page.keyboard.type('Fifth')
  await board.page.keyboard.press('Enter')
  await board.expectTitles('To do', ['First', 'Second', 'Third', 'Fourth', 'Fifth'])
  await board.page.keyboard.press('Escape')
  await expect(line).toHaveCount(0)
  await expect(board.column('To do')).toContainText('5 tasks')
})

test('the filter is in the URL, and the columns count the matching cards', async () => {
  const board = await BoardPage.open(team.admin.page, project.boardPath)
  await board.page.keyboard.press('/')
  await board.page.keyboard.type('sec')
  await board.expectTitles('To do', ['Second'])
  await expect(board.column('To do')).toContainText('1 of 3')
  await board.expectTitles('Done', [])
  await expect(board.page).toHaveURL(/\?q=sec$/)

  await board.page.reload()
  await board.expectTitles('To do', ['Second'])
  await board.page.getByRole('button', { name: 'Clear the filter' }).click()
  await board.expectTitles('To do', ['First', 'Second', 'Third'])

  await board.page.getByRole('button', { name: 'Filter by type' }).click()
  await board.page.getByRole('option', { name: 'Bug' }).click()
  await board.page.keyboard.press('Escape')
  await board.expectTitles('To do', [])
  await board.expectTitles('Done', ['Finished'])
  await expect(board.page).toHaveURL(/type=bug/)
})

test('a collapsed column stays collapsed', async () => {
  const board = await BoardPage.open(team.admin.page, project.boardPath)
  await board.column('To do').getByRole('button', { name: 'Collapse To do' }).click()
  await expect(board.column('To do')).toHaveCount(0)
  await board.page.reload()
  await expect(board.column('In progress')).toBeVisible()
  await expect(board.column('To do')).toHaveCount(0)
  await board.page.getByRole('button', { name: 'Open To do, 3 tasks' }).click()
  await board.expectTitles('To do', ['First', 'Second', 'Third'])
})

test('a card is archived from its menu and restored', async () => {
  const board = await BoardPage.open(team.admin.page, project.boardPath)
  await board.card('Second').click({ button: 'right' })
  await board.page.getByRole('menuitem', { name: 'Archive' }).click()
  await board.expectTitles('To do', ['First', 'Third'])
  await board.page.getByRole('button', { name: 'Undo' }).click()
  await board.expectTitles('To do', ['First', 'Second', 'Third'])
  await board.card('Third').click({ button: 'right' })
  await board.page.getByRole('menuitem', { name: 'To the top' }).click()
  await board.expectTitles('To do', ['Third', 'First', 'Second'])
})

test('cards do not move while a menu is open', async () => {
  const board = await BoardPage.open(team.admin.page, project.boardPath)
  const [first] = await readCardIds(board)
  await board.card('Second').click({ button: 'right' })
  await expect(board.page.getByRole('menu')).toBeVisible()
  await project.send('task.move', {
    taskId: first,
    baseVersion: 1,
    statusId: 'done',
    position: { end: 'top' },
  })
  await expect(board.column('Done')).toContainText('2 tasks')
  await board.expectTitles('To do', ['First', 'Second', 'Third'])
  await board.page.keyboard.press('Escape')
  await board.expectTitles('To do', ['Second', 'Third'])
  await board.expectTitles('Done', ['First', 'Finished'])
})

test('a column at its WIP limit accepts no more cards', async () => {
  await project.send('status.edit', { baseVersion: 1, statusId: 'done', set: { wipLimit: 1 } })
  const board = await BoardPage.open(team.admin.page, project.boardPath)
  await expect(board.column('Done')).toContainText('1/1')
  await board.dragOver('First', board.card('Finished'))
  await expect(board.column('Done')).toContainText('Full')
  await board.drop()
  await board.expectTitles('To do', ['First', 'Second', 'Third'])
  await board.expectTitles('Done', ['Finished'])
})

test('a viewer sees the whole board without editing controls', async () => {
  const viewer = await team.addMember('Vera Blum', 'viewer')
  const board = await BoardPage.open(viewer.page, project.boardPath)
  await board.expectTitles('To do', ['First', 'Second', 'Third'])
  await expect(board.page.getByRole('button', { name: /Add|Actions/ })).toHaveCount(0)
  await board.dragOver('First', board.card('Finished'))
  await board.drop()
  await board.expectTitles('To do', ['First', 'Second', 'Third'])
  await board.card('First').focus()
  await board.page.keyboard.press('s')
  await board.page.keyboard.press('Space')
  await expect(board.page.getByRole('option')).toHaveCount(0)
  await expect(board.announcement).toHaveText('')
})

test('a long column draws only visible cards and loads more while scrolling', async () => {
  for (let from = 0; from < 150; from += 50) {
    const some = Array.from({ length: 50 }, (_, n) => project.createTask(`Task ${from + n + 1}`))
    await Promise.all(some)
  }
  const board = await BoardPage.open(team.admin.page, project.boardPath)
  await expect(board.column('To do')).toContainText('153 tasks')
  const cards = board.column('To do').getByRole('listitem')
  expect(await cards.count()).toBeLessThan(30)
  await board.card('First').focus()
  await expect(async () => {
    await board.page.keyboard.press('End')
    await expect(cards.last()).toHaveAttribute('aria-posinset', '153', { timeout: 500 })
  }).toPass()
  expect(await cards.count()).toBeLessThan(40)
})

test('the palette opens a task by its key and switches the theme', async () => {
  const board = await BoardPage.open(team.admin.page, project.boardPath)
  const { keyboard } = board.page
  await keyboard.press('Control+k')
  await board.page.getByRole('combobox').fill('alo-2')
  await keyboard.press('Enter')
  await expect(board.page).toHaveURL(/\?task=ALO-2$/)
  await board.page.goBack()
  await expect(board.page).toHaveURL(/board$/)
  await keyboard.press('Control+k')
  await board.page.getByRole('combobox').fill('dark')
  await keyboard.press('Enter')
  await expect(board.page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(board.page.getByRole('dialog')).toHaveCount(0)
  await keyboard.press('?')
  await expect(board.page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible()
})

test('a phone shows one column at a time', async () => {
  const other = await team.addMember('Mei Tanaka', 'member', PHONE_CONTEXT)
  const board = await BoardPage.open(other.page, project.boardPath)
  await expect(board.card('First')).toBeInViewport()
  await expect(board.column('In progress').getByRole('heading')).not.toBeInViewport()
  const dots = board.page.getByRole('navigation', { name: 'Columns' })
  await dots.getByRole('button', { name: /^Done/ }).tap()
  await expect(board.card('Finished')).toBeInViewport()
  await expect(dots.getByRole('button', { name: /^Done/ })).toHaveAttribute('aria-current', 'true')

  await dots.getByRole('button', { name: /^To do/ }).tap()
  await board.page.getByRole('button', { name: 'Actions for ALO-1' }).tap()
  await board.page.getByRole('menuitem', { name: 'Move to…' }).tap()
  await board.page.getByRole('option', { name: 'In progress' }).tap()
  await board.expectTitles('To do', ['Second', 'Third'])
  await expectNoAxeViolations(board.page)
  const small = await board.page
    .getByRole('main')
    .getByRole('button')
    .evaluateAll((buttons) =>
      buttons
        .filter((each) => each.getBoundingClientRect().height < 44)
        .map((each) => each.textContent),
    )
  expect(small).toEqual([])
})

test('axe finds no problem on the board, its menu and its dialogs', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, n) => project.createTask(`Task ${n}`)))
  const board = await BoardPage.open(team.admin.page, project.boardPath)
  await expectNoAxeViolations(board.page)
  await board.card('First').click({ button: 'right' })
  await expect(board.page.getByRole('menu')).toBeVisible()
  await expectNoAxeViolations(board.page)
  await board.page.keyboard.press('Escape')
  await board.page.keyboard.press('Control+k')
  await expect(board.page.getByRole('combobox')).toBeVisible()
  await expectNoAxeViolations(board.page)
})

async function readCardIds(board: BoardPage): Promise<string[]> {
  const cards = board.column('To do').getByRole('article')
  return cards.evaluateAll((all) => all.map((card) => (card as HTMLElement).dataset.card ?? ''))
}
