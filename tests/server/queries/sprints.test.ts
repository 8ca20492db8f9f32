import { v7 as newId } from 'uuid'
import { expect, it } from 'vitest'
import { database } from '@/db/client'
import type { Id } from '@/domain/kernel/primitives'
import { authorizeProjectById } from '@/server/access/authorize'
import {
  loadNextSprintName,
  loadSprintContents,
  loadSprints,
  loadSprintWorkload,
} from '@/server/queries/sprints'
import { makePerson, makeWorkspace } from '@/tests/support/people'
import { makeProject, type TestClient } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'

const { owner } = await testDatabase()
const ann = await makeWorkspace()
const ben = await makePerson(ann)
const SPRINT_DATES = { startDate: '2031-02-03', endDate: '2031-02-14' } as const

async function createFixture() {
  const client = await makeProject(ann)
  const scope = await authorizeProjectById(ann.account, client.projectId)
  if (!scope) throw new Error('The project is not there.')
  return { window: client, scope }
}

async function projectVersion({ projectId }: TestClient): Promise<number> {
  const [row] = await database().sql`select version from project where id = ${projectId}`
  return row?.version
}

async function createSprint(client: TestClient, name: string, taskIds: Id[] = []): Promise<Id> {
  const sprintId = newId()
  const baseVersion = await projectVersion(client)
  await client.send({ type: 'sprint.create', baseVersion, sprintId, name })
  const tasks = taskIds.map((taskId) => ({ taskId, baseVersion: 99 }))
  if (tasks.length > 0) await client.send({ type: 'task.plan', tasks, sprintId, position: {} })
  return sprintId
}

it('open sprints and pages of completed ones are returned with their totals', async () => {
  const { window: client, scope } = await createFixture()
  const made: Id[] = []
  for (let i = 0; i < 22; i++) {
    const taskId = await client.createTask({ estimate: 2 })
    const id = await createSprint(client, `S${i}`, [taskId, await client.createTask()])
    await client.send({
      type: 'sprint.start',
      baseVersion: await projectVersion(client),
      sprintId: id,
      ...SPRINT_DATES,
    })
    await client.move(taskId, 99, 'done')
    const baseVersion = await projectVersion(client)
    await client.send({
      type: 'sprint.complete',
      baseVersion,
      sprintId: id,
      defaultDestination: null,
    })
    made.push(id)
  }
  const open = await createSprint(client, 'Open', [await client.createTask({ estimate: 3 })])
  const first = await loadSprints(scope, null)
  expect(first.open).toMatchObject([
    { id: open, total: { tasks: 1, points: 3, unestimated: 0 }, done: { tasks: 0, points: 0 } },
  ])
  expect(first.closed[0]).toMatchObject({ name: 'S21', done: { tasks: 1, points: 2 } })
  const second = await loadSprints(scope, first.next)
  expect(second.next).toBeNull()
  const ids = [...first.closed, ...second.closed].map((each) => each.id)
  expect(ids).toEqual(made.toReversed())
})

it('pages list every completed sprint when many share a completion time or have none', async () => {
  const { window: client, scope } = await createFixture()
  for (let i = 0; i < 60; i++) await createSprint(client, `S${i}`)
  // An import can store such sprints: exports give one time for several of them, or none.
  await owner`
    update sprint set state = 'closed', completed_at = case
      when name < 'S3' then null else date_trunc('day', now()) end
    where project_id = ${client.projectId}`
  const pages = [await loadSprints(scope, null)]
  for (let next = pages[0]?.next; next; next = pages.at(-1)?.next) {
    pages.push(await loadSprints(scope, next))
  }
  expect(pages.map((page) => page.closed.length)).toEqual([20, 20, 20])
  const closed = pages.flatMap((page) => page.closed)
  expect(new Set(closed.map((each) => each.id)).size).toBe(60)
  const firstWithoutTime = closed.findIndex((each) => each.completedAt === null)
  expect(closed.slice(firstWithoutTime).every((each) => each.completedAt === null)).toBe(true)
  expect(closed).toHaveLength(60)
})

it('the contents of a sprint are its totals and the unfinished tasks in backlog order', async () => {
  const { window: client, scope } = await createFixture()
  const [a, b, c] = [
    await client.createTask({ title: 'A', estimate: 5 }),
    await client.createTask({ title: 'B' }),
    await client.createTask({ title: 'C', estimate: 1 }),
  ]
  const id = await createSprint(client, 'One', [c, b, a])
  await client.move(b, 99, 'done')
  const found = await loadSprintContents(scope, id)
  expect(found?.total).toEqual({ tasks: 3, points: 6, unestimated: 1 })
  expect(found?.done).toEqual({ tasks: 1, points: 0, unestimated: 1 })
  expect(found?.unfinished.map((task) => task.title)).toEqual(['C', 'A'])
  expect(await loadSprintContents(scope, newId())).toBeNull()
})

it('remaining work is summed by person and split among several assignees', async () => {
  const { window: client, scope } = await createFixture()
  const both = [ann.personId, ben.personId]
  const shared = await client.createTask({ assignees: both, estimate: 4 })
  const own = await client.createTask({ assignees: [ben.personId], estimate: 1 })
  const unassigned = await client.createTask()
  const done = await client.createTask({ assignees: both, estimate: 9 })
  const id = await createSprint(client, 'One', [shared, own, unassigned, done])
  const time = (taskId: Id, set: object) =>
    client.send({ type: 'task.edit', taskId, baseVersion: 99, set })
  await time(shared, { originalEstimate: 7_200 })
  await time(own, { originalEstimate: 36_000, remainingEstimate: 3_600 })
  await client.move(done, 99, 'done')
  const load = new Map((await loadSprintWorkload(scope, id)).map((each) => [each.personId, each]))
  expect(load.get(ann.personId)).toMatchObject({
    tasks: 1,
    seconds: 3_600,
    points: 2,
    withoutEstimate: 0,
  })
  expect(load.get(ben.personId)).toMatchObject({
    tasks: 2,
    seconds: 7_200,
    points: 3,
    withoutEstimate: 0,
  })
  expect(load.get(null)).toMatchObject({ tasks: 1, seconds: 0, points: 0, withoutEstimate: 1 })
})

it('the proposed name follows earlier names, including completed sprints', async () => {
  const { window: client, scope } = await createFixture()
  const key = scope.projectKey
  expect(await loadNextSprintName(scope)).toBe(`${key} Sprint 1`)
  await createSprint(client, `${key} Sprint 4`)
  expect(await loadNextSprintName(scope)).toBe(`${key} Sprint 5`)
})
