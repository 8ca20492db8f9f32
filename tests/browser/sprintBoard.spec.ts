import { v7 as newId } from 'uuid'
import { BoardPage } from '@/tests/support/boardPage'
import { expectNoAxeViolations, type Page } from '@/tests/support/browserTest'
import { type BrowserProject, expect, test } from '@/tests/support/signedInTest'

const baseVersion = 2_147_483_647

/** An active sprint with two tasks, and one task outside of it. */
async function createActiveSprint(project: BrowserProject) {
  const sprintId = newId()
  const inside = await project.createTask('Inside', { estimate: 3 })
  const also = await project.createTask('Also inside', { estimate: 5 })
  const outside = await project.createTask('Outside')
  const make = { sprintId, baseVersion, name: 'Sprint 7', goal: 'Ship the new checkout' }
  await project.send('sprint.create', make)
  const plan = (...ids: string[]) =>
    project.send('task.plan', {
      tasks: ids.map((taskId) => ({ taskId, baseVersion })),
      sprintId,
      position: { end: 'bottom' },
    })
  await plan(inside, also)
  // In the time zone of the test browsers, the Chatham Islands.
  const inFiveDays = new Date(Date.now() + 5 * 86_400_000)
  const endDate = inFiveDays.toLocaleDateString('en-CA', { timeZone: 'Pacific/Chatham' })
  await project.send('sprint.start', { sprintId, baseVersion, startDate: '2026-01-01', endDate })
  return { sprintId, inside, also, outside, plan }
}

test('a board filtered by a sprint follows another window', async ({ ada, ben, project }) => {
  const { inside, outside, plan } = await createActiveSprint(project)
  const board = await BoardPage.open(ada, project.board)
  await board.expectTitles('To do', ['Inside', 'Also inside', 'Outside'])
  await ada.getByRole('button', { name: 'Narrow to a sprint' }).click()
  await ada.getByRole('option', { name: /Sprint 7/ }).click()
  await expect(ada).toHaveURL(/\?sprint=/)
  await board.expectTitles('To do', ['Inside', 'Also inside'])

  const strip = ada.getByRole('region', { name: 'Sprint Sprint 7' })
  await expect(strip.getByText('Ship the new checkout')).toBeVisible()
  await expect(strip.getByText('5 days left')).toBeVisible()
  await expect(strip.getByText('0 of 2 done, 0/8 pt')).toBeVisible()
  await expect(strip.getByRole('link', { name: /report/ })).toHaveAttribute('href', /\/sprints\//)
  await expect(strip.getByRole('button', { name: 'Complete sprint' })).toBeVisible()

  const set = { originalEstimate: 18_000, remainingEstimate: 14_400 }
  await project.send('task.edit', { taskId: inside, baseVersion, set })
  await expect(strip.getByText('0m logged, 4h left')).toBeVisible()
  await project.send('worklog.add', {
    ...{ taskId: inside, baseVersion, worklogId: newId(), seconds: 3_600, note: '' },
    ...{ startedAt: new Date().toISOString(), remaining: 'auto' },
  })
  await expect(strip.getByText('1h logged, 3h left')).toBeVisible()

  const others = await BoardPage.open(ben, project.board)
  await plan(outside)
  await board.expectTitles('To do', ['Inside', 'Also inside', 'Outside'])
  await others.card('Also inside').focus()
  await ben.keyboard.press('s')
  await ben.getByRole('option', { name: 'Done' }).click()
  await board.expectTitles('To do', ['Inside', 'Outside'])
  await expect(strip.getByText('1 of 3 done, 5/8 pt')).toBeVisible()
  await project.send('task.plan', {
    tasks: [{ taskId: inside, baseVersion }],
    sprintId: null,
    position: { end: 'bottom' },
  })
  await board.expectTitles('To do', ['Outside'])
  await expect(strip.getByText('1 of 2 done, 5/5 pt')).toBeVisible()
})

test('a task created on the board of a sprint is planned into it', async ({ ada, project }) => {
  const { sprintId } = await createActiveSprint(project)
  const board = await BoardPage.open(ada, `${project.board}?sprint=${sprintId}`)
  await board.expectTitles('To do', ['Inside', 'Also inside'])
  await ada.getByRole('button', { name: 'Add a task to To do' }).click()
  await ada
    .getByRole('group', { name: 'New task in To do' })
    .getByRole('textbox')
    .fill('Thought of')
  await ada.keyboard.press('Enter')
  await board.expectTitles('To do', ['Inside', 'Also inside', 'Thought of'])
  await expect(ada.getByText('0 of 3 done, 0/8 pt')).toBeVisible()
})

test('an active sprint is listed in the sidebar', async ({ ada, project }) => {
  await createActiveSprint(project)
  const board = await BoardPage.open(ada, project.board)
  await ada.getByRole('link', { name: 'Sprint 7', exact: true }).click()
  await board.expectTitles('To do', ['Inside', 'Also inside'])
  await expectNoAxeViolations(ada)
  await ada.setViewportSize({ width: 390, height: 844 })
  await expect(ada.getByText('0 of 2 done, 0/8 pt')).toBeVisible()
  await expectNoAxeViolations(ada)
})

/** Cells of a swimlane, by the name of their column. */
const swimlaneCell = (page: Page, column: string, lane: string) =>
  page.getByRole('region', { name: new RegExp(`^${column}, ${lane}, `) })

const cellTitles = (page: Page, column: string, lane: string) =>
  swimlaneCell(page, column, lane)
    .getByRole('listitem')
    .getByRole('link', { name: /^\S+-\d+ / })

test('swimlanes by priority follow another window, and dragging to a swimlane sets the field', async ({
  ada,
  ben,
  project,
}) => {
  await project.createTask('Calm', { priority: 1 })
  const hot = await project.createTask('Hot', { priority: 3 })
  const board = await BoardPage.open(ada, project.board)
  await ada.getByRole('button', { name: 'Swimlanes' }).click()
  await ada.getByRole('option', { name: 'Priority' }).click()
  await expect(ada).toHaveURL(/swimlanes=priority/)
  await expect(cellTitles(ada, 'To do', 'High')).toHaveText(['Hot'])
  await expect(cellTitles(ada, 'To do', 'Low')).toHaveText(['Calm'])

  const others = await BoardPage.open(ben, `${project.board}?swimlanes=priority`)
  await board.dragOver('Calm', swimlaneCell(ada, 'In progress', 'High'))
  await board.drop()
  await expect(cellTitles(ada, 'In progress', 'High')).toHaveText(['Calm'])
  await expect(cellTitles(ben, 'In progress', 'High')).toHaveText(['Calm'])
  await expect(cellTitles(ben, 'To do', 'Low')).toHaveCount(0)

  await others.card('Hot').focus()
  await ben.keyboard.press('Space')
  await ben.keyboard.press('ArrowDown')
  await expect(others.announcement).toHaveText(/1 of 1 in To do, Medium/)
  await ben.keyboard.press('Enter')
  await expect(cellTitles(ada, 'To do', 'Medium')).toHaveText(['Hot'])
  await project.send('task.edit', { taskId: hot, baseVersion, set: { priority: 4 } })
  await expect(cellTitles(ada, 'To do', 'Urgent')).toHaveText(['Hot'])
  await expectNoAxeViolations(ada)
})

test('a drop into another swimlane and column is one command, which one undo reverts', async ({
  ada,
  project,
}) => {
  const epic = await project.createTask('Checkout', { taskType: 'epic' })
  await project.createTask('Pay by card', { parentId: epic })
  await project.createTask('Loose end')
  const board = await BoardPage.open(ada, `${project.board}?swimlanes=epic`)
  const commands: string[] = []
  ada.on('request', (request) => {
    const name = /\/api\/trpc\/((?:task|command)\.\w+)/.exec(request.url())?.[1]
    if (request.method() === 'POST' && name) commands.push(name)
  })
  await board.dragOver('Loose end', swimlaneCell(ada, 'In progress', 'Checkout'))
  await board.drop()
  await expect(cellTitles(ada, 'In progress', 'Checkout')).toHaveText(['Loose end'])
  await expect(cellTitles(ada, 'To do', 'No epic')).toHaveCount(0)
  await expect.poll(() => commands).toEqual(['task.move'])
  await ada.keyboard.press('Control+z')
  await expect(cellTitles(ada, 'To do', 'No epic')).toHaveText(['Loose end'])
  await expect(cellTitles(ada, 'In progress', 'Checkout')).toHaveCount(0)
  await expect.poll(() => commands).toEqual(['task.move', 'command.undo'])
})

test('swimlanes by epic and by assignee end with the tasks that have none', async ({
  ada,
  project,
}) => {
  const epic = await project.createTask('Checkout', { taskType: 'epic' })
  await project.createTask('Pay by card', { parentId: epic })
  await project.createTask('Loose end')
  const board = await BoardPage.open(ada, `${project.board}?swimlanes=epic`)
  await expect(cellTitles(ada, 'To do', 'Checkout')).toHaveText(['Pay by card'])
  await expect(cellTitles(ada, 'To do', 'No epic')).toHaveText(['Loose end'])
  await expect(ada.getByText('0 of 1 done')).toBeVisible()
  await board.dragOver('Loose end', swimlaneCell(ada, 'To do', 'Checkout'), 'lower')
  await board.drop()
  await expect(cellTitles(ada, 'To do', 'Checkout')).toHaveText(['Pay by card', 'Loose end'])
  await ada.getByRole('button', { name: 'Collapse Checkout' }).click()
  await expect(board.card('Pay by card')).toHaveCount(0)
  const opens = ada.getByRole('button', { name: 'Open Checkout, 2 tasks' })
  await expect(opens).toBeFocused()
  await ada.reload()
  await expect(opens).toHaveAttribute('aria-expanded', 'false')
  await expect(board.card('Pay by card')).toHaveCount(0)
  await opens.focus()
  await ada.keyboard.press('Enter')
  await expect(board.card('Pay by card')).toBeVisible()
  await ada.getByRole('button', { name: 'Collapse No epic' }).click()
  await expect(ada.getByRole('button', { name: 'Open No epic, 0 tasks' })).toBeVisible()

  await ada.goto(`${project.board}?swimlanes=person`)
  const unassigned = ada.getByRole('region', { name: 'Unassigned', exact: true })
  await expect(unassigned).toBeVisible()
  await board.card('Pay by card').focus()
  await ada.keyboard.press('a')
  await ada.getByRole('option', { name: /Ben/ }).click()
  await ada.keyboard.press('Escape')
  const lanes = ada.locator('main').getByRole('heading', { level: 3 })
  await expect(lanes).toHaveText([/^Ben/, 'Unassigned'])
  await ada.setViewportSize({ width: 390, height: 844 })
  await expect(board.card('Pay by card')).toBeVisible()
  await expectNoAxeViolations(ada)
})
