import type { Id } from '@/domain/kernel/primitives'
import { expect, expectNoAxeViolations, test } from '@/tests/support/browserTest'
import {
  chooseByKeys,
  chooseFromMenu,
  SPRINT_DATES,
  SprintsPage,
  sprintDialog,
  sprintRow,
} from '@/tests/support/sprintsPage'
import { TestTeam, type TestTeamProject } from '@/tests/support/testTeam'

let team: TestTeam
let project: TestTeamProject
let sprints: SprintsPage

test.beforeEach(async ({ browser }) => {
  team = await TestTeam.create(browser)
  project = await team.createProject('ALO')
  sprints = new SprintsPage(project)
})
test.afterEach(() => team.close())

test('a sprint is created, started and completed with a choice for each task, and another window follows', async () => {
  const other = await sprints.open((await team.addMember('Jonas Berg')).page)
  const page = await sprints.open(team.admin.page)

  await page.getByRole('button', { name: 'Create sprint' }).click()
  const create = sprintDialog(page, 'Create sprint')
  await expect(create.getByLabel('Name')).toHaveValue('ALO Sprint 1')
  await create.getByLabel('Goal').fill('Ship the logger')
  await create.getByRole('button', { name: 'Create sprint' }).click()
  await expect(sprintRow(page, 'ALO Sprint 1', 'Planned')).toContainText('Ship the logger')
  await expect(sprintRow(other, 'ALO Sprint 1', 'Planned')).toBeVisible()

  const link = sprintRow(page, 'ALO Sprint 1').getByRole('link', { name: 'ALO Sprint 1' })
  const id = new URL((await link.getAttribute('href')) ?? '', 'http://x').searchParams.get('sprint')
  sprints.projectVersion++
  const tasks = [
    await project.createTask('Retry', { estimate: 3 }),
    await project.createTask('Rotate', { estimate: 2 }),
    await project.createTask('Flush'),
  ]
  await sprints.plan(tasks, id)
  await sprints.create('ALO Sprint 2')
  await expect(sprintRow(page, 'ALO Sprint 1')).toContainText('0 of 3 done')

  await sprintRow(page, 'ALO Sprint 1').getByRole('button', { name: 'Start sprint' }).click()
  const starting = sprintDialog(page, 'Start ALO Sprint 1')
  await expect(starting).toContainText('3 tasks, 5 points, 1 without an estimate')
  await starting.getByLabel('Start', { exact: true }).fill('2031-02-03')
  await starting.getByLabel('End', { exact: true }).fill('2031-02-01')
  await starting.getByRole('button', { name: 'Start sprint' }).click()
  await expect(starting.getByRole('alert')).toHaveText('The end date is before the start date.')
  await starting.getByLabel('End', { exact: true }).fill('2031-02-14')
  await starting.getByRole('button', { name: 'Start sprint' }).click()
  await expect(sprintRow(page, 'ALO Sprint 1', 'Active')).toContainText('3 Feb 2031')
  await expect(sprintRow(other, 'ALO Sprint 1', 'Active')).toBeVisible()

  await project.send('task.move', {
    taskId: tasks[0],
    baseVersion: 99,
    statusId: 'done',
    position: {},
  })
  await sprintRow(page, 'ALO Sprint 1').getByRole('button', { name: 'Complete sprint' }).click()
  const ending = sprintDialog(page, 'Complete ALO Sprint 1')
  await expect(ending).toContainText('1 task, 3 points done and stay in this sprint.')
  await expect(ending).toContainText('2 tasks not done. They go to')
  await expect(ending.getByRole('status')).toHaveText('2 to ALO Sprint 2')
  await ending.getByRole('combobox', { name: 'Where ALO-3 goes' }).selectOption('Backlog')
  await expect(ending.getByRole('status')).toHaveText('1 to ALO Sprint 2, 1 to the backlog')
  await expect(sprintRow(other, 'ALO Sprint 1', 'Active')).toBeVisible()
  await ending.getByRole('button', { name: 'Complete sprint' }).click()
  await expect(sprintRow(page, 'ALO Sprint 1', 'Completed')).toContainText('1 done, 3 pt')
  await expect(sprintRow(page, 'ALO Sprint 2', 'Planned')).toContainText('0 of 1 done')
  await expect(sprintRow(other, 'ALO Sprint 1', 'Completed')).toBeVisible()
  await expect(page.getByText('1 task done, 2 moved on.')).toBeVisible()

  await page.reload()
  await chooseFromMenu(page, 'ALO Sprint 1', 'Reopen')
  await expect(sprintRow(page, 'ALO Sprint 1', 'Active')).toBeVisible()
  await expect(sprintRow(other, 'ALO Sprint 1', 'Active')).toBeVisible()
})

test('unfinished tasks move to a new sprint that is created on completion', async () => {
  const id = await sprints.create('ALO Sprint 1', [await project.createTask('Retry')])
  await sprints.start(id)
  const page = await sprints.open(team.admin.page)
  await page.getByRole('button', { name: 'Complete sprint' }).click()
  const ending = sprintDialog(page, 'Complete ALO Sprint 1')
  await ending.getByLabel('Move open tasks to').selectOption('A new sprint')
  await expect(ending.getByLabel('Name of the new sprint')).toHaveValue('ALO Sprint 2')
  await ending.getByLabel('Name of the new sprint').fill('Leftovers')
  await ending.getByRole('button', { name: 'Complete sprint' }).click()
  await expect(sprintRow(page, 'Leftovers', 'Planned')).toContainText('0 of 1 done')
})

test('sprints are edited, reordered and deleted by keys only', async () => {
  await sprints.create('One', [await project.createTask('Retry')])
  await sprints.create('Two')
  const page = await sprints.open(team.admin.page)
  await expect(sprintRow(page, 'Two')).toBeVisible()

  const more = page.getByRole('button', { name: 'More for Two' })
  await more.focus()
  await page.keyboard.press('Enter')
  await chooseByKeys(page, 'Edit…')
  await expect(sprintDialog(page, 'Edit Two').getByLabel('Name')).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Second')
  await page.keyboard.press('Enter')
  await expect(sprintRow(page, 'Second')).toBeVisible()

  const order = () => page.getByRole('list', { name: 'Planned' }).getByRole('listitem')
  await expect(order()).toHaveText([/^One/, /^Second/])
  await page.getByRole('button', { name: 'More for Second' }).press('Enter')
  await chooseByKeys(page, 'Move up')
  await expect(order()).toHaveText([/^Second/, /^One/])
  // The closed menu has returned the focus.
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'More for Second' })).toBeFocused()

  await page.getByRole('button', { name: 'More for One' }).press('Enter')
  await chooseByKeys(page, 'Delete…')
  const asked = page.getByRole('alertdialog', { name: 'Delete One?' })
  await expect(asked).toContainText('Its 1 task returns to the backlog.')
  await expect(asked.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await asked.getByRole('button', { name: 'Delete sprint' }).press('Enter')
  await expect(order()).toHaveText([/^Second/])
})

test('only one sprint can be active until the project allows parallel sprints', async () => {
  const one = await sprints.create('One', [await project.createTask('Retry')])
  await sprints.create('Two', [await project.createTask('Rotate')])
  await sprints.start(one)
  const page = await sprints.open(team.admin.page)
  await sprintRow(page, 'Two').getByRole('button', { name: 'Start sprint' }).click()
  await expect(sprintDialog(page, 'Start Two')).toContainText('One is running. Complete it first.')
  await page.keyboard.press('Escape')

  await sprints.open(page, 'settings')
  const parallel = page.getByRole('switch', { name: /Several sprints/ })
  await parallel.click()
  // The rules that predict the change may still be loading.
  await expect(parallel).toBeChecked()
  await sprints.open(page)
  await sprintRow(page, 'Two').getByRole('button', { name: 'Start sprint' }).click()
  await sprintDialog(page, 'Start Two').getByRole('button', { name: 'Start sprint' }).click()
  await expect(sprintRow(page, 'Two', 'Active')).toBeVisible()
})

test('the planned work is compared with the capacity of each person, live', async () => {
  const me = await team.admin.request.get('/api/trpc/people.list', {
    params: { input: JSON.stringify({ workspace: team.slug }) },
  })
  const people = (await me.json()).result.data as { id: Id; name: string }[]
  const ana = people.find((person) => person.name === 'Ana Lima')?.id
  const taskId = await project.createTask('Retry', { assignees: [ana ?? ''], estimate: 5 })
  const id = await sprints.create('One', [taskId])
  await project.send('sprint.edit', {
    baseVersion: sprints.projectVersion++,
    sprintId: id,
    set: SPRINT_DATES,
  })
  const edit = (set: object) => project.send('task.edit', { taskId, baseVersion: 99, set })
  await edit({ originalEstimate: 10 * 3_600 })

  const page = await sprints.open(team.admin.page)
  await chooseFromMenu(page, 'One', 'Capacity…')
  const capacity = sprintDialog(page, 'Capacity of One')
  const line = capacity.getByRole('listitem', { name: 'Ana Lima' })
  await expect(capacity).toContainText('10 working days')
  await expect(line).toContainText('10 of 80 h · 5 points')

  await line.getByLabel('Hours a day of Ana Lima').fill('2')
  await page.keyboard.press('Enter')
  await expect(line).toContainText('10 of 20 h')
  await line.getByRole('button', { name: 'No days off' }).click()
  for (const day of ['Mon 3 Feb', 'Tue 4 Feb']) await page.getByLabel(day).check()
  await page.keyboard.press('Escape')
  await expect(line).toContainText('10 of 16 h')
  await expect(line.getByRole('button', { name: '2 days off' })).toBeVisible()

  await edit({ remainingEstimate: 20 * 3_600 })
  await expect(line).toContainText('20 of 16 h')
  await expect(line).toContainText('4 h more than they can give.')
  await expectNoAxeViolations(page)
})

test('a task planned into a completed sprint is moved to another one', async () => {
  const taskId = await project.createTask('Late')
  const one = await sprints.create('One', [await project.createTask('Retry')])
  await sprints.create('Two')
  await sprints.start(one)
  await project.send('sprint.complete', {
    baseVersion: sprints.projectVersion++,
    sprintId: one,
    defaultDestination: null,
  })
  await sprints.plan([taskId], one)
  const page = await sprints.open(team.admin.page)
  await page.getByRole('button', { name: 'Conflicts (1)' }).click()
  await page.getByRole('button', { name: /The sprint was closed while/ }).click()
  const lost = sprintDialog(page, 'The sprint was closed while you were moving ALO-1 into it')
  await expect(lost).toContainText('Choose another place for it')
  await lost.getByRole('button', { name: 'Edit…' }).click()
  await lost.getByRole('radio', { name: 'Two' }).check()
  await lost.getByRole('button', { name: 'Apply this' }).click()
  await expect(sprintRow(page, 'Two')).toContainText('0 of 1 done')

  await sprints.open(page, 'history?kind=sprints')
  const historyList = page.getByRole('list', { name: 'What happened, newest first' })
  await expect(historyList).toContainText('ALO-1 Late from the backlog to Two')
  await expect(historyList).toContainText(
    'completed One with 0 tasks done and 1 not done: 1 to the backlog',
  )
})

test('a task shows its sprint and can be moved to another one', async () => {
  const one = await sprints.create('One', [await project.createTask('Retry')])
  await sprints.create('Two')
  await sprints.start(one)
  const page = await sprints.open(team.admin.page)
  await expect(sprintRow(page, 'One')).toContainText('0 of 1 done')
  await sprints.open(page, 'tasks/ALO-1')
  await page.getByRole('button', { name: 'Sprint: One' }).click()
  await page.getByRole('option', { name: 'Two' }).click()
  await expect(page.getByRole('button', { name: 'Sprint: Two' })).toBeVisible()
  await page.reload()
  await page.getByRole('button', { name: 'Sprint: Two' }).click()
  await page.getByRole('option', { name: 'Backlog' }).click()
  await expect(page.getByRole('button', { name: 'Sprint: Backlog' })).toBeVisible()
  // Done tasks are not in the backlog.
  await page.getByRole('button', { name: 'Status: To do' }).click()
  await page.getByRole('option', { name: 'Done' }).click()
  await expect(page.getByRole('button', { name: 'Sprint: None' })).toBeVisible()
})

test('viewers see the sprints read-only', async () => {
  await sprints.create('One', [await project.createTask('Retry')])
  const { page } = await team.addMember('Vera Holm', 'viewer')
  await sprints.open(page)
  await expect(sprintRow(page, 'One')).toContainText('0 of 1 done')
  await expect(page.getByRole('button', { name: /Create|Start/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'More for One' }).click()
  await expect(page.getByRole('menuitem')).toHaveText(['Capacity…', 'Report', 'Board'])
})

for (const width of [1440, 390]) {
  test(`the sprints and their dialogs have no axe findings at ${width} px`, async () => {
    const id = await sprints.create('ALO Sprint 1', [
      await project.createTask('Retry with a title that is long enough to be cut on a phone', {
        estimate: 3,
      }),
      await project.createTask('Rotate'),
    ])
    await sprints.create('ALO Sprint 2', [await project.createTask('Flush')])
    const { page } = team.admin
    await page.setViewportSize({ width, height: 844 })
    await sprints.open(page)
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: 'Create sprint' }).click()
    await expect(sprintDialog(page, 'Create sprint')).toBeVisible()
    await expectNoAxeViolations(page)
    await page.keyboard.press('Escape')
    await sprintRow(page, 'ALO Sprint 1').getByRole('button', { name: 'Start sprint' }).click()
    await expect(sprintDialog(page, 'Start ALO Sprint 1')).toContainText('2 tasks')
    await expectNoAxeViolations(page)
    await page.keyboard.press('Escape')
    await sprints.start(id)
    await page.getByRole('button', { name: 'Complete sprint' }).click()
    await expect(sprintDialog(page, 'Complete ALO Sprint 1')).toContainText('2 tasks not done')
    await expectNoAxeViolations(page)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBeLessThanOrEqual(width)
  })
}
