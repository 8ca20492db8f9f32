import { v7 as newId } from 'uuid'
import { expect, test } from 'vitest'
import { backlogLoaderOf } from '@/app/_replica/store/backlog/backlogLoader'
import type { ProjectStore } from '@/app/_replica/store/projectStore'
import type { Id } from '@/domain/kernel/primitives'
import { BACKLOG_SECTION } from '@/domain/views/backlog'
import type { BoardFilter } from '@/domain/views/board'
import { eventually } from '@/tests/support/eventually'
import { seededRandom } from '@/tests/support/faultInjection'
import { makePerson, makeWorkspace, type TestPerson } from '@/tests/support/people'
import { directServer, openReplica, projectScope } from '@/tests/support/replica'
import { replicaDifferences } from '@/tests/support/replicaDifferences'
import { makeProject, type TestClient } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'

await testDatabase()

/** More than a backlog loads at first, so that the replica is partial. */
const TASK_COUNT = 120

async function createBacklog(tasks: number) {
  const ada = await makeWorkspace()
  const bob = await makePerson(ada)
  const project = await makeProject(ada)
  const ids = await Promise.all(
    Array.from({ length: tasks }, (_, i) =>
      project.createTask({ title: `Task ${i}`, estimate: i % 3 ? i % 5 : null }),
    ),
  )
  const scope = await projectScope(ada, project.projectId)
  return { ada, bob, project, ids, scope }
}

async function createSprint(project: TestClient, name: string, tasks: Id[] = []): Promise<Id> {
  const sprintId = newId()
  const baseVersion = Number.MAX_SAFE_INTEGER
  await project.send({ type: 'sprint.create', baseVersion, sprintId, name })
  if (tasks.length > 0) await planTasks(project, tasks, sprintId)
  return sprintId
}

function planTasks(project: TestClient, tasks: Id[], sprintId: Id | null, position = {}) {
  const seen = tasks.map((taskId) => ({ taskId, baseVersion: Number.MAX_SAFE_INTEGER }))
  return project.send({ type: 'task.plan', tasks: seen, sprintId, position })
}

const shownIds = (store: ProjectStore, section: Id = BACKLOG_SECTION) =>
  store.optimisticState.backlog?.sections.get(section)?.ids ?? []
const shownTotals = (store: ProjectStore, section: Id = BACKLOG_SECTION) =>
  store.optimisticState.backlog?.sums.get(section)?.open

async function openBacklog(store: ProjectStore, filter: BoardFilter | null = null) {
  backlogLoaderOf(store).show(filter)
  await eventually(() => expect(store.optimisticState.backlog).not.toBeNull())
}

test('two people who re-rank at once both get their order, and both replicas end equal', async () => {
  const { ada, bob, project, ids, scope } = await createBacklog(8)
  const stores = [
    await openReplica(ada, project.projectId),
    await openReplica(bob, project.projectId),
  ] as const
  for (const store of stores) await openBacklog(store)
  const [one = '', two = '', three = '', four = '', ...rest] = ids
  const asked = [
    stores[0].send({
      type: 'task.plan',
      tasks: [{ taskId: four }, { taskId: three }],
      sprintId: null,
      position: { end: 'top' },
    }),
    stores[1].send({
      type: 'task.plan',
      tasks: [{ taskId: one }],
      sprintId: null,
      position: { after: three, before: four },
    }),
  ]
  expect(shownIds(stores[0])).toEqual([four, three, one, two, ...rest])
  expect(shownIds(stores[1])).toEqual([two, three, one, four, ...rest])
  for (const { result } of asked) expect((await result)?.outcome).toMatch(/applied|merged/)
  for (const store of stores) {
    store.refresh()
    await eventually(async () => expect(await replicaDifferences(store, scope)).toEqual([]))
  }
  expect(shownIds(stores[0])).toEqual([four, three, one, two, ...rest])
  expect(shownIds(stores[1])).toEqual(shownIds(stores[0]))
})

test('a plan shows at once with its totals and is reverted when it is rejected', async () => {
  const { ada, project, ids, scope } = await createBacklog(6)
  const sprintId = await createSprint(project, 'One')
  const direct = await directServer(ada, project.projectId)
  let refuse = () => {}
  const held = new Promise<void>((resolve) => {
    refuse = resolve
  })
  const api: typeof direct = {
    ...direct,
    execute: async (envelope) => {
      await held
      return direct.execute(envelope)
    },
  }
  const store = await openReplica(ada, project.projectId, { api })
  await openBacklog(store)
  const before = shownTotals(store)
  const tasks = ids.slice(0, 3).map((taskId) => ({ taskId }))
  store.send({ type: 'task.plan', tasks, sprintId, position: { end: 'bottom' } })
  expect(shownIds(store, sprintId)).toEqual(ids.slice(0, 3))
  expect(shownTotals(store, sprintId)).toEqual({ tasks: 3, points: 3, unestimated: 1 })
  expect(shownTotals(store)?.tasks).toBe(3)
  await project.send({ type: 'sprint.remove', baseVersion: 99, sprintId })
  refuse()
  await eventually(() => expect(store.connection.pendingCount).toBe(0))
  await eventually(() => expect(shownTotals(store)).toEqual(before))
  expect(shownIds(store)).toEqual(ids)
  store.refresh()
  await eventually(async () => expect(await replicaDifferences(store, scope)).toEqual([]))
})

test('changes of tasks that are not loaded are counted', async () => {
  const { ada, project, ids, scope } = await createBacklog(TASK_COUNT)
  const store = await openReplica(ada, project.projectId)
  const sprintId = await createSprint(project, 'One', ids.slice(0, 3))
  await openBacklog(store)
  const far = ids.slice(-4)
  await planTasks(project, far.slice(0, 2), sprintId)
  await project.move(far[2] ?? '', 99, 'done')
  await planTasks(project, far.slice(3), null, { end: 'top' })
  store.refresh()
  await eventually(async () => expect(await replicaDifferences(store, scope)).toEqual([]))
  expect(shownIds(store)[0]).toBe(far[3])
  expect(shownIds(store, sprintId)).toHaveLength(5)
  await backlogLoaderOf(store).pages.load(BACKLOG_SECTION)
  await eventually(async () => expect(await replicaDifferences(store, scope)).toEqual([]))
  expect(shownIds(store)).toHaveLength(TASK_COUNT - 6)
})

test('sprints are created, completed and reopened together with their tasks', async () => {
  const { ada, project, ids, scope } = await createBacklog(TASK_COUNT)
  const store = await openReplica(ada, project.projectId)
  await openBacklog(store)
  const first = await createSprint(project, 'One', ids.slice(60, 90))
  const start = { startDate: '2031-01-01', endDate: '2031-01-14' }
  await project.send({ type: 'sprint.start', baseVersion: 99, sprintId: first, ...start })
  await Promise.all(ids.slice(60, 70).map((id) => project.move(id, 99, 'done')))
  const settled = async () => {
    store.refresh()
    await eventually(async () => expect(await replicaDifferences(store, scope)).toEqual([]))
  }
  await settled()
  await project.send({
    type: 'sprint.complete',
    baseVersion: 99,
    sprintId: first,
    defaultDestination: null,
  })
  await settled()
  expect(store.optimisticState.backlog?.sections.has(first)).toBe(false)
  await project.move(ids[60] ?? '', 99, 'todo')
  await settled()
  await project.send({ type: 'sprint.reopen', baseVersion: 99, sprintId: first })
  await settled()
  expect(shownIds(store, first)).toHaveLength(10)
  await project.send({
    type: 'status.edit',
    baseVersion: 99,
    statusId: 'review',
    set: { category: 'done' },
  })
  await project.move(ids[100] ?? '', 99, 'review')
  await settled()
})

/** A server whose first response to a request for the backlog waits until it is released. */
async function serverWithHeldBacklog(person: TestPerson, projectId: Id) {
  const direct = await directServer(person, projectId)
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  let isAsked = false
  const api: typeof direct = {
    ...direct,
    fetchBacklog: async (filter) => {
      const isFirst = !isAsked
      const read = await direct.fetchBacklog(filter)
      isAsked = true
      if (isFirst) await held
      return read
    },
  }
  return { api, release, hasRead: () => eventually(() => expect(isAsked).toBe(true)) }
}

test('filtered counts stay correct when their response arrives after a change', async () => {
  const { ada, project, ids, scope } = await createBacklog(6)
  const { api, release, hasRead } = await serverWithHeldBacklog(ada, project.projectId)
  const store = await openReplica(ada, project.projectId, { api })
  const [taskId = ''] = ids
  backlogLoaderOf(store).show({ labels: ['core'] })
  await hasRead()
  await project.send({ type: 'task.edit', taskId, baseVersion: 1, add: { labels: ['core'] } })
  store.refresh()
  await eventually(() => expect(store.optimisticState.cards.get(taskId)?.labels).toEqual(['core']))
  release()
  await eventually(() => expect(shownIds(store)).toEqual([taskId]))
  await eventually(async () => expect(await replicaDifferences(store, scope)).toEqual([]))
  expect(store.optimisticState.backlog?.sections.get(BACKLOG_SECTION)?.count).toBe(1)
})

test('totals stay correct when the first response arrives after a change', async () => {
  const { ada, project, ids, scope } = await createBacklog(6)
  const sprintId = await createSprint(project, 'One', ids.slice(0, 3))
  const { api, release, hasRead } = await serverWithHeldBacklog(ada, project.projectId)
  const store = await openReplica(ada, project.projectId, { api })
  const [taskId = ''] = ids
  backlogLoaderOf(store).show(null)
  await hasRead()
  await project.move(taskId, 99, 'done')
  store.refresh()
  await eventually(() => expect(store.optimisticState.cards.get(taskId)?.statusId).toBe('done'))
  release()
  await eventually(async () => expect(await replicaDifferences(store, scope)).toEqual([]))
  expect(shownTotals(store, sprintId)?.tasks).toBe(2)
})

test('a task that is opened before its creation arrives is counted', async () => {
  const { ada, project, scope } = await createBacklog(6)
  const store = await openReplica(ada, project.projectId)
  await openBacklog(store)
  const taskId = await project.createTask({ title: 'New', estimate: 3 })
  await store.openTask(taskId)
  store.refresh()
  await eventually(async () => expect(await replicaDifferences(store, scope)).toEqual([]))
  expect(shownTotals(store)?.tasks).toBe(7)
})

/** Changes one task in a way chosen by a number from 0.05 to 0.55. */
function changeTask(project: TestClient, taskId: Id, what: number) {
  const on = { taskId, baseVersion: Number.MAX_SAFE_INTEGER }
  const labels = ['core']
  if (what < 0.25) return project.send({ type: 'task.edit', ...on, add: { labels } })
  if (what < 0.35) return project.send({ type: 'task.edit', ...on, remove: { labels } })
  if (what < 0.4) return project.send({ type: 'task.edit', ...on, set: { estimate: 3 } })
  if (what < 0.5) return project.send({ type: 'task.archive', ...on })
  return project.send({ type: 'task.restore', ...on })
}

test.for([1, 2, 3])(
  'a filtered backlog stays correct while others plan and edit tasks (random seed %i)',
  async (seed) => {
    const random = seededRandom(seed)
    const { ada, project, ids, scope } = await createBacklog(TASK_COUNT)
    const sprintId = await createSprint(project, 'One', ids.slice(0, 30))
    const store = await openReplica(ada, project.projectId)
    await openBacklog(store, seed === 1 ? null : { labels: ['core'] })
    for (let i = 0; i < 100; i++) {
      const taskId = ids[Math.floor(random() * ids.length)] ?? ''
      const neighbour = ids[Math.floor(random() * ids.length)] ?? ''
      const what = random()
      if (what < 0.05) ids.push(await project.createTask({ labels: ['core'] }))
      else if (what < 0.55) await changeTask(project, taskId, what)
      else if (what < 0.7) await project.move(taskId, 99, random() < 0.5 ? 'todo' : 'done')
      else
        await planTasks(project, [taskId], random() < 0.5 ? sprintId : null, { after: neighbour })
      if (i % 7 === 0) store.refresh()
      if (i % 31 === 0) void backlogLoaderOf(store).pages.load(BACKLOG_SECTION)
    }
    store.refresh()
    await eventually(async () => expect(await replicaDifferences(store, scope)).toEqual([]))
    backlogLoaderOf(store).setFilter(null)
    await eventually(() => expect(store.optimisticState.backlog?.filter).toBeNull())
    await eventually(async () => expect(await replicaDifferences(store, scope)).toEqual([]))
    backlogLoaderOf(store).hide()
    expect(store.optimisticState.backlog).toBeNull()
  },
)
