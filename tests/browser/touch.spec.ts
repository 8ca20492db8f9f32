import { v7 as newId } from 'uuid'
import { BacklogPage } from '@/tests/support/backlogPage'
import { BoardPage } from '@/tests/support/boardPage'
import { expect, expectNoAxeViolations, test } from '@/tests/support/browserTest'
import { TestTeam, type TestTeamProject } from '@/tests/support/testTeam'
import { PHONE_CONTEXT, TouchInput } from '@/tests/support/touchInput'

const TABLET_CONTEXT = { ...PHONE_CONTEXT, viewport: { width: 1180, height: 820 } }

let team: TestTeam
let project: TestTeamProject

test.beforeEach(async ({ browser }) => {
  team = await TestTeam.create(browser)
  project = await team.createProject('ALO')
  for (const title of ['First', 'Second', 'Third', 'Fourth']) await project.createTask(title)
  await project.createTask('Finished', { statusId: 'done' })
})
test.afterEach(() => team.close())

test('a finger drags a card to another column and within one, and another window follows', async () => {
  const mei = await team.addMember('Mei Tanaka', 'member', TABLET_CONTEXT)
  const board = await BoardPage.open(mei.page, project.boardPath)
  const follows = await BoardPage.open(team.admin.page, project.boardPath)
  await expect(board.page.getByRole('group', { name: 'Here now' })).toBeVisible()
  const finger = await TouchInput.create(board.page)

  await finger.pickUp(board.card('Second'))
  await finger.moveOver(board.column('In progress').getByRole('list'))
  await expect(follows.page.getByRole('img', { name: 'Mei Tanaka is moving this' })).toBeVisible()
  await finger.release()
  await expect(finger.dragPreview).toHaveCount(0)
  await board.expectTitles('In progress', ['Second'])
  await board.expectTitles('To do', ['First', 'Third', 'Fourth'])
  await follows.expectTitles('In progress', ['Second'])
  await expect(board.page).not.toHaveURL(/task=/)

  await finger.pickUp(board.card('Fourth'))
  await finger.moveOver(board.card('First'))
  await finger.release()
  await board.expectTitles('To do', ['Fourth', 'First', 'Third'])
  await follows.expectTitles('To do', ['Fourth', 'First', 'Third'])
  await board.page.reload()
  await board.expectTitles('To do', ['Fourth', 'First', 'Third'])
})

test('on a phone a card held at the edge scrolls to the next columns', async () => {
  const mei = await team.addMember('Mei Tanaka', 'member', PHONE_CONTEXT)
  const board = await BoardPage.open(mei.page, project.boardPath)
  const finger = await TouchInput.create(board.page)
  const left = () => board.page.getByRole('main').evaluate((main) => main.scrollLeft)
  const beyond = await board.page
    .getByRole('main')
    .evaluate((main) => main.scrollWidth - main.clientWidth)

  await finger.pickUp(board.card('First'))
  await finger.moveTo({ x: 386, y: 300 })
  await expect.poll(left).toBe(beyond)
  await finger.moveOver(board.card('Finished'), 'lower')
  await finger.release()
  await board.expectTitles('Done', ['Finished', 'First'])
  await expect(board.card('First')).toBeInViewport()

  await finger.pickUp(board.card('First'))
  await finger.moveTo({ x: 4, y: 300 })
  await expect.poll(left).toBe(0)
  await finger.moveOver(board.card('Second'))
  await finger.release()
  await board.expectTitles('To do', ['First', 'Second', 'Third', 'Fourth'])
})

test('a swipe scrolls, a second finger or an interruption cancels a drag, and a long press opens the menu', async () => {
  for (let n = 0; n < 12; n++) await project.createTask(`Task ${n}`)
  const mei = await team.addMember('Mei Tanaka', 'member', PHONE_CONTEXT)
  const board = await BoardPage.open(mei.page, project.boardPath)
  const { page } = board
  const finger = await TouchInput.create(page)
  const menu = page.getByRole('menu')
  const top = () =>
    board
      .column('To do')
      .getByRole('list')
      .evaluate((list) => list.parentElement?.scrollTop)

  await finger.pickUp(board.card('First'))
  await finger.moveOver(board.card('Third'), 'lower')
  await finger.addSecondTouch()
  await expect(finger.dragPreview).toHaveCount(0)
  await finger.release()
  await finger.pickUp(board.card('First'))
  await finger.moveOver(board.card('Third'), 'lower')
  await finger.cancel()
  await expect(finger.dragPreview).toHaveCount(0)
  await expect(board.column('To do').getByRole('link').first()).toHaveText(/First$/)
  await expect(menu).toHaveCount(0)

  await finger.pickUp(board.card('Second'))
  await finger.release()
  await menu.getByRole('menuitem', { name: /^Select/ }).tap()
  await expect(menu).toHaveCount(0)
  await expect(page.getByRole('toolbar', { name: 'Selected tasks' })).toContainText('1 selected')

  expect(await top()).toBe(0)
  await finger.swipe(board.card('Fourth'), { x: 0, y: -240 })
  await expect.poll(top).toBeGreaterThan(100)
  await expect(finger.dragPreview).toHaveCount(0)
  await expect(page.getByRole('toolbar', { name: 'Selected tasks' })).toContainText('1 selected')
})

test('a finger drags rows of the backlog, alone and with the whole selection', async () => {
  const name = 'Sprint 1'
  await project.send('sprint.create', { baseVersion: 1, sprintId: newId(), name })
  const mei = await team.addMember('Mei Tanaka', 'member', PHONE_CONTEXT)
  const address = project.boardPath.replace(/board$/, 'backlog')
  const backlog = await BacklogPage.open(mei.page, address)
  const follows = await BacklogPage.open(team.admin.page, address)
  const finger = await TouchInput.create(backlog.page)

  await finger.pickUp(backlog.row('Fourth'))
  await finger.moveOver(backlog.row('First'))
  await finger.release()
  await backlog.expectTitles('Backlog', ['Fourth', 'First', 'Second', 'Third'])
  await follows.expectTitles('Backlog', ['Fourth', 'First', 'Second', 'Third'])

  await backlog.page.getByRole('checkbox', { name: 'Select ALO-1' }).tap()
  await backlog.row('Third').tap()
  await finger.pickUp(backlog.row('Third'))
  await expect(finger.dragPreview).toHaveText('2 tasks')
  await finger.moveOver(backlog.section(name).getByRole('heading'))
  await finger.release()
  await backlog.expectTitles(name, ['First', 'Third'])
  await backlog.expectTitles('Backlog', ['Fourth', 'Second'])
  await follows.expectTitles(name, ['First', 'Third'])
  await expect(backlog.page).not.toHaveURL(/task=/)
  await expectNoAxeViolations(backlog.page)
})

test('a finger drags a column by its handle to another position', async () => {
  const mei = await team.addMember('Mei Tanaka', 'admin', PHONE_CONTEXT)
  const { page } = mei
  await page.goto(project.boardPath.replace(/board$/, 'settings'))
  const columns = page.getByRole('list', { name: 'Columns' })
  const shows = (names: string[]) =>
    expect
      .poll(() =>
        columns
          .getByRole('button', { name: /^Move / })
          .evaluateAll((all) => all.map((each) => each.ariaLabel?.replace('Move ', ''))),
      )
      .toEqual(names)
  await shows(['To do', 'In progress', 'In review', 'Done'])
  await expect(page.getByRole('status').filter({ hasText: /^live$/ })).toBeAttached()
  const finger = await TouchInput.create(page)
  const handle = columns.getByRole('button', { name: 'Move To do', exact: true })
  const over = columns.getByRole('listitem', { name: 'In review' })

  await finger.dragHandle(handle, over, 'lower')
  await expect(handle).toHaveAttribute('aria-pressed', 'true')
  await finger.cancel()
  await expect(handle).toHaveAttribute('aria-pressed', 'false')
  await shows(['To do', 'In progress', 'In review', 'Done'])

  await finger.dragHandle(handle, over, 'lower')
  await expect(handle).toHaveAttribute('aria-pressed', 'true')
  await finger.release()
  await shows(['In progress', 'In review', 'To do', 'Done'])
  await page.reload()
  await shows(['In progress', 'In review', 'To do', 'Done'])
})
