import { v7 as newId } from 'uuid'
import { afterAll, expect, it } from 'vitest'
import type { Id } from '@/domain/kernel/primitives'
import { authorizeProjectById } from '@/server/access/authorize'
import { sprintReports } from '@/server/projections/sprintReports'
import { loadSprintReport } from '@/server/queries/sprintReport'
import { startProjection } from '@/tests/support/runningProjection'
import { makeProject, TestClient } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'
import { makePerson, makeWorkspace, type TestPerson } from '../../support/people'

await testDatabase()
const ann = await makeWorkspace()
const reportProjection = startProjection(sprintReports)
afterAll(() => reportProjection.stop())

async function scopeOf(person: TestPerson, projectId: Id) {
  const scope = await authorizeProjectById(person.account, projectId)
  if (!scope) throw new Error('not let in')
  return scope
}

/** Creates a sprint with one task, to which Ben adds another. */
async function createSprintWithReport() {
  const client = await makeProject(ann)
  const sprintId = newId()
  const one = await client.createTask({ title: 'Retry on 409', taskType: 'bug', estimate: 3 })
  const two = await client.createTask({ title: 'Logger fails', estimate: 2 })
  const plan = (personIndex: TestClient, taskId: Id) => {
    const tasks = [{ taskId, baseVersion: 1 }]
    return personIndex.send({ type: 'task.plan', tasks, sprintId, position: {} })
  }
  await client.send({ type: 'sprint.create', baseVersion: 1, sprintId, name: 'One', goal: 'Calm' })
  await plan(client, one)
  const ben = await makePerson(ann, 'member', 'Ben Ode')
  const start = () =>
    client.send({
      type: 'sprint.start',
      baseVersion: 2,
      sprintId,
      startDate: '2031-01-06',
      endDate: '2031-01-17',
    })
  return {
    window: client,
    sprintId,
    one,
    two,
    start,
    add: () => plan(new TestClient(ben, client.projectId), two),
  }
}

it('the report names the sprint, its tasks and the people who changed its scope', async () => {
  const { window: client, sprintId, one, two, start, add } = await createSprintWithReport()
  await start()
  await add()
  await reportProjection.waitUntilCaughtUp(client.projectId)
  const found = await loadSprintReport(await scopeOf(ann, client.projectId), sprintId)
  expect(found?.sprint).toMatchObject({ name: 'One', goal: 'Calm', endDate: '2031-01-17' })
  expect(found?.report?.committed).toEqual([{ taskId: one, points: 3 }])
  const [change] = found?.report?.scopeChanges ?? []
  expect(change).toMatchObject({ kind: 'added', taskId: two, to: 2 })
  const actor = found?.people.find((person) => person.id === change?.actor)
  expect(actor?.name).toBe('Ben Ode')
  expect(found?.tasks.map(({ number, title, type }) => [number, title, type]).sort()).toEqual([
    [1, 'Retry on 409', 'bug'],
    [2, 'Logger fails', 'task'],
  ])
})

it('a planned sprint has no report', async () => {
  const { window: client, sprintId } = await createSprintWithReport()
  await reportProjection.waitUntilCaughtUp(client.projectId)
  const found = await loadSprintReport(await scopeOf(ann, client.projectId), sprintId)
  expect(found).toMatchObject({ sprint: { state: 'planned' }, report: null })
})

it('sprints that are unknown, deleted or of another project are not found', async () => {
  const { window: client, sprintId } = await createSprintWithReport()
  const elsewhere = await makeProject(ann)
  expect(await loadSprintReport(await scopeOf(ann, elsewhere.projectId), sprintId)).toBeNull()
  const scope = await scopeOf(ann, client.projectId)
  expect(await loadSprintReport(scope, newId())).toBeNull()
  await client.send({ type: 'sprint.remove', baseVersion: 2, sprintId })
  expect(await loadSprintReport(scope, sprintId)).toBeNull()
})
