import { v7 as newId } from 'uuid'
import type { Id } from '@/domain/kernel/primitives'
import { BacklogPage } from '@/tests/support/backlogPage'
import { expect, test } from '@/tests/support/browserTest'
import { TestTeam, type TestTeamProject } from '@/tests/support/testTeam'

let team: TestTeam
let project: TestTeamProject

test.beforeEach(async ({ browser }) => {
  team = await TestTeam.create(browser)
  project = await team.createProject('ALO')
})
test.afterEach(() => team.close())

const SPRINT_DATES = { startDate: '2031-02-03', endDate: '2031-02-14' }

test('the planned work of a sprint is compared with the capacity of the team, live', async () => {
  const me = await team.admin.request.get('/api/trpc/people.list', {
    params: { input: JSON.stringify({ workspace: team.slug }) },
  })
  const people = (await me.json()).result.data as { id: Id; name: string }[]
  const ana = people.find((person) => person.name === 'Ana Lima')?.id ?? ''
  const timed = async (title: string, hours: number) => {
    const taskId = await project.createTask(title, { assignees: [ana] })
    const set = { originalEstimate: hours * 3_600 }
    await project.send('task.edit', { taskId, baseVersion: 99, set })
    return taskId
  }
  const sprintId = newId()
  await project.send('sprint.create', { baseVersion: 1, sprintId, name: 'One' })
  await project.send('sprint.edit', { baseVersion: 2, sprintId, set: SPRINT_DATES })
  const plan = (taskId: Id) =>
    project.send('task.plan', { tasks: [{ taskId, baseVersion: 99 }], sprintId, position: {} })
  await plan(await timed('Retry', 10))
  const logger = await timed('Logger', 12)

  const backlog = await BacklogPage.open(
    team.admin.page,
    project.boardPath.replace(/board$/, 'backlog'),
  )
  const one = backlog.section('One')
  await expect(one).toContainText('0 pt')
  await expect(one).not.toContainText(/ of \d+ h/)
  const capacity = { hoursPerDay: 2, daysOff: [] }
  await project.send('sprint.setCapacity', { baseVersion: 3, sprintId, personId: ana, capacity })
  await expect(one).toContainText('10 of 20 h')
  await plan(logger)
  await expect(one).toContainText('22 of 20 h, too many')
})
