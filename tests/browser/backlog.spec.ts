import { v7 as newId } from 'uuid'
import { BacklogPage } from '@/tests/support/backlogPage'
import { expect, expectNoAxeViolations, test } from '@/tests/support/browserTest'
import { TestTeam, type TestTeamProject } from '@/tests/support/testTeam'
import { PHONE_CONTEXT } from '@/tests/support/touchInput'

let team: TestTeam
let project: TestTeamProject
let backlogPath: string
let sprintId: string
let ids: string[]

test.beforeEach(async ({ browser }) => {
  team = await TestTeam.create(browser)
  project = await team.createProject('ALO')
  backlogPath = project.boardPath.replace(/board$/, 'backlog')
  ids = []
  for (const [i, title] of ['First', 'Second', 'Third', 'Fourth', 'Fifth'].entries()) {
    const estimate = i === 4 ? null : i + 1
    ids.push(await project.createTask(title, { estimate, labels: i ? [] : ['api'] }))
  }
  await project.createTask('Finished', { statusId: 'done' })
  sprintId = newId()
  const name = 'Sprint 1'
  await project.send('sprint.create', { baseVersion: 1, sprintId, name })
})
test.afterEach(() => team.close())

test('a task dragged by mouse stays where it was dropped, and another window follows', async () => {
  const other = await team.addMember('Jonas Berg')
  const backlog = await BacklogPage.open(team.admin.page, backlogPath)
  const follows = await BacklogPage.open(other.page, backlogPath)
  await backlog.expectTitles('Backlog', ['First', 'Second', 'Third', 'Fourth', 'Fifth'])
  await expect(backlog.section('Sprint 1')).toContainText('Nothing is planned in Sprint 1 yet.')

  await backlog.dragOver('Fourth', backlog.row('First'))
  await expect(follows.page.getByRole('img', { name: 'Ana Lima is moving this' })).toBeVisible()
  await backlog.drop()
  await backlog.expectTitles('Backlog', ['Fourth', 'First', 'Second', 'Third', 'Fifth'])
  await follows.expectTitles('Backlog', ['Fourth', 'First', 'Second', 'Third', 'Fifth'])

  await backlog.dragOver('Second', backlog.section('Sprint 1').getByRole('heading'))
  await backlog.drop()
  await backlog.expectTitles('Sprint 1', ['Second'])
  await follows.expectTitles('Sprint 1', ['Second'])
  await expect(backlog.section('Sprint 1')).toContainText('2 pt')

  await backlog.page.getByRole('button', { name: 'Undo' }).click()
  await backlog.expectTitles('Backlog', ['Fourth', 'First', 'Second', 'Third', 'Fifth'])
  await follows.expectTitles('Backlog', ['Fourth', 'First', 'Second', 'Third', 'Fifth'])
  await backlog.page.reload()
  await backlog.expectTitles('Backlog', ['Fourth', 'First', 'Second', 'Third', 'Fifth'])
})

test('several selected tasks move together, totals follow, and one undo reverts it', async () => {
  const backlog = await BacklogPage.open(team.admin.page, backlogPath)
  await expect(backlog.section('Backlog')).toContainText('10 pt')
  await expect(backlog.section('Backlog')).toContainText('1 unestimated')
  await backlog.row('First').click({ modifiers: ['ControlOrMeta'] })
  await backlog.row('Third').click({ modifiers: ['ControlOrMeta'] })
  await backlog.row('Fifth').click({ modifiers: ['ControlOrMeta'] })
  await expect(backlog.page.getByRole('checkbox', { checked: true })).toHaveCount(3)

  await backlog.dragOver('Third', backlog.section('Sprint 1').getByRole('heading'))
  await backlog.drop()
  await backlog.expectTitles('Sprint 1', ['First', 'Third', 'Fifth'])
  await backlog.expectTitles('Backlog', ['Second', 'Fourth'])
  await expect(backlog.section('Sprint 1')).toContainText('4 pt')
  await expect(backlog.section('Sprint 1')).toContainText('1 unestimated')
  await expect(backlog.section('Backlog')).toContainText('6 pt')
  await expect(backlog.page.getByText('3 tasks moved to Sprint 1')).toBeVisible()

  await backlog.page.keyboard.press('Control+z')
  await backlog.expectTitles('Backlog', ['First', 'Second', 'Third', 'Fourth', 'Fifth'])
  await backlog.expectTitles('Sprint 1', [])

  await backlog.row('Second').click({ modifiers: ['ControlOrMeta'] })
  await backlog.row('Second').click({ modifiers: ['ControlOrMeta'] })
  await backlog.row('Fourth').click({ modifiers: ['Shift'] })
  await expect(backlog.page.getByRole('checkbox', { checked: true })).toHaveCount(3)
  await backlog.row('Third').click({ button: 'right' })
  await backlog.page.getByRole('menuitem', { name: 'To top' }).click()
  await backlog.expectTitles('Backlog', ['Second', 'Third', 'Fourth', 'First', 'Fifth'])
})

test('tasks are selected and moved by keys only, and every step is announced', async () => {
  const backlog = await BacklogPage.open(team.admin.page, backlogPath)
  const { keyboard } = backlog.page
  await backlog.row('First').focus()
  await keyboard.press('ArrowDown')
  await expect(backlog.row('Second')).toBeFocused()
  await keyboard.press('Shift+ArrowDown')
  await expect(backlog.row('Third')).toBeFocused()
  await expect(backlog.page.getByRole('checkbox', { checked: true })).toHaveCount(2)

  await keyboard.press('Space')
  await expect(backlog.announcement).toContainText('2 tasks picked up, 2 of 5 in Backlog')
  await keyboard.press('ArrowUp')
  await expect(backlog.announcement).toHaveText('1 of 5 in Backlog.')
  await keyboard.press('Escape')
  await expect(backlog.announcement).toContainText('left where it was')
  await backlog.expectTitles('Backlog', ['First', 'Second', 'Third', 'Fourth', 'Fifth'])

  await keyboard.press('Space')
  await keyboard.press('ArrowLeft')
  await expect(backlog.announcement).toHaveText('1 of 2 in Sprint 1.')
  await keyboard.press('Enter')
  await expect(backlog.announcement).toContainText('put down')
  await backlog.expectTitles('Sprint 1', ['Second', 'Third'])
  await expect(backlog.row('Third')).toBeFocused()

  await keyboard.press('Escape')
  await expect(backlog.page.getByRole('checkbox', { checked: true })).toHaveCount(0)
  await keyboard.press('x')
  await expect(backlog.page.getByRole('checkbox', { name: 'Select ALO-3' })).toBeChecked()
  await keyboard.press('x')
  await keyboard.press('e')
  await backlog.page.getByRole('combobox', { name: 'Estimate in points' }).fill('21')
  await keyboard.press('Enter')
  await expect(backlog.section('Sprint 1')).toContainText('23 pt')
})

test('several tasks are created in a section one after another', async () => {
  const backlog = await BacklogPage.open(team.admin.page, backlogPath)
  const { keyboard } = backlog.page
  await backlog.section('Sprint 1').getByRole('button', { name: 'Add task' }).click()
  await expect(
    backlog.page.getByRole('textbox', { name: 'Title of a new task in Sprint 1' }),
  ).toBeFocused()
  await keyboard.type('Sixth')
  await keyboard.press('Enter')
  await keyboard.type('Seventh')
  await keyboard.press('Enter')
  await backlog.expectTitles('Sprint 1', ['Sixth', 'Seventh'])
  await keyboard.press('Escape')
  await backlog.row('Fifth').focus()
  await keyboard.press('c')
  await keyboard.type('Eighth')
  await keyboard.press('Enter')
  await backlog.expectTitles('Backlog', ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Eighth'])
  await backlog.page.reload()
  await backlog.expectTitles('Sprint 1', ['Sixth', 'Seventh'])
})

test('the filter is in the URL, a section stays collapsed, and the palette opens the backlog', async () => {
  const backlog = await BacklogPage.open(
    team.admin.page,
    project.boardPath.replace('board', 'backlog'),
  )
  const { keyboard } = backlog.page
  await keyboard.press('/')
  await keyboard.type('fi')
  await backlog.expectTitles('Backlog', ['First', 'Fifth'])
  await expect(backlog.section('Backlog')).toContainText('2 of 5')
  await expect(backlog.page).toHaveURL(/\?q=fi$/)
  await backlog.page.reload()
  await backlog.expectTitles('Backlog', ['First', 'Fifth'])
  await backlog.page.getByRole('button', { name: 'Clear the filter' }).click()
  await backlog.expectTitles('Backlog', ['First', 'Second', 'Third', 'Fourth', 'Fifth'])

  await backlog.page.getByRole('button', { name: 'Collapse Sprint 1' }).click()
  await backlog.page.reload()
  await expect(backlog.page.getByRole('button', { name: 'Open Sprint 1' })).toBeVisible()
  await backlog.dragOver('Second', backlog.section('Sprint 1').getByRole('heading'))
  await backlog.drop()
  await backlog.page.getByRole('button', { name: 'Open Sprint 1' }).click()
  await backlog.expectTitles('Sprint 1', ['Second'])

  await backlog.page.goto(project.boardPath)
  await expect(backlog.page.getByRole('status').filter({ hasText: /^live$/ })).toBeAttached()
  await keyboard.press('Control+k')
  await backlog.page.getByRole('combobox').fill('backlog')
  await keyboard.press('Enter')
  await expect(backlog.page).toHaveURL(/backlog$/)
  await backlog.expectTitles('Sprint 1', ['Second'])
  await backlog.row('First').click()
  await expect(backlog.page).toHaveURL(/\?task=ALO-1$/)
  await expect(backlog.page.getByRole('dialog', { name: 'ALO-1' })).toBeVisible()
})

test('when two people plan the same task, the later one gets a conflict', async () => {
  const other = await team.addMember('Jonas Berg')
  const second = newId()
  await project.send('sprint.create', { baseVersion: 2, sprintId: second, name: 'Sprint 2' })
  const mine = await BacklogPage.open(team.admin.page, backlogPath)
  const theirs = await BacklogPage.open(other.page, backlogPath)
  // The menu's code is loaded before the connection is lost.
  await mine.row('First').click({ button: 'right' })
  await expect(mine.page.getByRole('menuitem', { name: 'Move to Sprint 1' })).toBeVisible()
  await mine.page.keyboard.press('Escape')
  await expect(mine.page.getByRole('menu')).toHaveCount(0)
  await mine.page.context().setOffline(true)
  await mine.row('First').click({ button: 'right' })
  await mine.page.getByRole('menuitem', { name: 'Move to Sprint 1' }).click()
  await mine.expectTitles('Sprint 1', ['First'])
  await theirs.row('First').click({ button: 'right' })
  await theirs.page.getByRole('menuitem', { name: 'Move to Sprint 2' }).click()
  await theirs.expectTitles('Sprint 2', ['First'])
  // Their change is the earlier one only when the server has it.
  const moved = theirs.page.getByRole('article').filter({ hasText: 'First' })
  await expect(moved).not.toHaveAttribute('aria-busy')
  await mine.page.context().setOffline(false)
  const dialog = mine.page.getByRole('dialog').filter({ hasText: 'ALO-1' })
  await expect(dialog).toBeVisible()
  await dialog.getByRole('button', { name: 'Apply mine' }).click()
  await mine.expectTitles('Sprint 1', ['First'])
  await theirs.expectTitles('Sprint 1', ['First'])
})

test('a viewer sees the whole backlog without editing controls', async () => {
  const viewer = await team.addMember('Vera Blum', 'viewer')
  const backlog = await BacklogPage.open(viewer.page, backlogPath)
  await backlog.expectTitles('Backlog', ['First', 'Second', 'Third', 'Fourth', 'Fifth'])
  await expect(backlog.page.getByRole('button', { name: /Add|Actions/ })).toHaveCount(0)
  await expect(backlog.page.getByRole('checkbox')).toHaveCount(0)
  await backlog.dragOver('Fourth', backlog.row('First'))
  await backlog.drop()
  await backlog.row('First').focus()
  await backlog.page.keyboard.press('Space')
  await expect(backlog.announcement).toHaveText('')
  await backlog.expectTitles('Backlog', ['First', 'Second', 'Third', 'Fourth', 'Fifth'])
})

test('a long backlog draws only visible rows and loads more while scrolling', async () => {
  for (let from = 0; from < 300; from += 50) {
    const some = Array.from({ length: 50 }, (_, n) => project.createTask(`Task ${from + n + 1}`))
    await Promise.all(some)
  }
  const backlog = await BacklogPage.open(team.admin.page, backlogPath)
  const rows = backlog.section('Backlog').getByRole('listitem')
  await expect(backlog.section('Backlog')).toContainText('305 tasks')
  expect(await rows.count()).toBeLessThan(60)
  await backlog.row('First').focus()
  await expect(async () => {
    await backlog.page.keyboard.press('End')
    await expect(rows.last()).toHaveAttribute('aria-posinset', '305', { timeout: 500 })
  }).toPass()
  expect(await rows.count()).toBeLessThan(60)
})

test('a long section can be selected as a whole, and a moved task announces its position', async () => {
  for (let from = 0; from < 100; from += 50) {
    await Promise.all(
      Array.from({ length: 50 }, (_, n) => project.createTask(`Task ${from + n + 1}`)),
    )
  }
  const backlog = await BacklogPage.open(team.admin.page, backlogPath)
  const { keyboard } = backlog.page
  await backlog.row('First').focus()
  await keyboard.press('Space')
  await expect(backlog.announcement).toContainText('ALO-1 picked up, 1 of 105 in Backlog')
  await keyboard.press('ArrowLeft')
  await expect(backlog.announcement).toHaveText('1 of 1 in Sprint 1.')
  await keyboard.press('Escape')
  await expect(backlog.announcement).toContainText('left where it was')
  await keyboard.press('Control+a')
  await expect(backlog.page.getByRole('toolbar', { name: 'Selected tasks' })).toContainText(
    '105 selected',
  )
})

test('selected tasks of a collapsed section move along', async () => {
  await project.send('task.plan', {
    tasks: [{ taskId: ids[0], baseVersion: 1 }],
    sprintId,
    position: { end: 'top' },
  })
  const backlog = await BacklogPage.open(team.admin.page, backlogPath)
  await backlog.row('First').click({ modifiers: ['ControlOrMeta'] })
  await backlog.row('Second').click({ modifiers: ['ControlOrMeta'] })
  await backlog.page.getByRole('button', { name: 'Collapse Sprint 1' }).click()
  await expect(backlog.row('First')).toHaveCount(0)
  await backlog.row('Second').click({ button: 'right' })
  await expect(backlog.page.getByRole('group', { name: '2 tasks' })).toBeVisible()
  await backlog.page.getByRole('menuitem', { name: 'To bottom' }).click()
  await backlog.expectTitles('Backlog', ['Third', 'Fourth', 'Fifth', 'First', 'Second'])
})

test('axe finds no problem, also on a phone, where a task is moved by its menu', async () => {
  const backlog = await BacklogPage.open(team.admin.page, backlogPath)
  await backlog.row('First').click({ modifiers: ['ControlOrMeta'] })
  await expectNoAxeViolations(backlog.page)

  const other = await team.addMember('Mei Tanaka', 'member', PHONE_CONTEXT)
  const small = await BacklogPage.open(other.page, backlogPath)
  await expect(small.section('Backlog').getByText('unestimated')).toBeVisible()
  await small.page.getByRole('button', { name: 'Actions for ALO-2' }).tap()
  await small.page.getByRole('menuitem', { name: 'Move to Sprint 1' }).tap()
  await small.expectTitles('Sprint 1', ['Second'])
  await expectNoAxeViolations(small.page)
  const wide = await small.page.evaluate(() => document.documentElement.scrollWidth)
  expect(wide).toBeLessThanOrEqual(390)
})
