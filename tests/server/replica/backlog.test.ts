import { v7 as newId } from 'uuid'
import { expect, test, vi } from 'vitest'
import { planOf } from '@/app/_client/store/plan/planLoader'
import type { ProjectStore } from '@/app/_client/store/projectStore'
import { BACKLOG } from '@/domain/backlog'
import type { BoardFilter } from '@/domain/board'
import type { Id } from '@/domain/words'
import { testDatabase } from '@/tests/support/database'
import { differences } from '@/tests/support/fresh'
import { makePerson, makeWorkspace } from '@/tests/support/people'
import { makeProject, type Window } from '@/tests/support/project'
import { directServer, openWindow, projectScope } from '@/tests/support/replica'
import { dice } from '@/tests/support/unruly'

await testDatabase()

/** A machine that is busy answers later; what comes to nothing does not come at all. */
const PATIENCE = { timeout: 15_000 }
/** More than a backlog opens with, so that its window is partial. */
const MANY = 120

async function filled(tasks: number) {
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

async function sprint(project: Window, name: string, tasks: Id[] = []): Promise<Id> {
  const sprintId = newId()
  const baseVersion = Number.MAX_SAFE_INTEGER
  await project.send({ type: 'sprint.create', baseVersion, sprintId, name })
  if (tasks.length > 0) await plan(project, tasks, sprintId)
  return sprintId
}

function plan(project: Window, tasks: Id[], sprintId: Id | null, place = {}) {
  const seen = tasks.map((taskId) => ({ taskId, baseVersion: Number.MAX_SAFE_INTEGER }))
  return project.send({ type: 'task.plan', tasks: seen, sprintId, place })
}

const shown = (store: ProjectStore, section: Id = BACKLOG) =>
  store.screen.plan?.windows.get(section)?.ids ?? []
const sums = (store: ProjectStore, section: Id = BACKLOG) =>
  store.screen.plan?.sums.get(section)?.open

async function opened(store: ProjectStore, filter: BoardFilter | null = null) {
  planOf(store).open(filter)
  await vi.waitFor(() => expect(store.screen.plan).not.toBeNull(), PATIENCE)
}

test('two who re-rank at once both get what they asked, and both windows end equal', async () => {
  const { ada, bob, project, ids, scope } = await filled(8)
  const stores = [
    await openWindow(ada, project.projectId),
    await openWindow(bob, project.projectId),
  ] as const
  for (const store of stores) await opened(store)
  const [one = '', two = '', three = '', four = '', ...rest] = ids
  const asked = [
    stores[0].send({
      type: 'task.plan',
      tasks: [{ taskId: four }, { taskId: three }],
      sprintId: null,
      place: { end: 'top' },
    }),
    stores[1].send({
      type: 'task.plan',
      tasks: [{ taskId: one }],
      sprintId: null,
      place: { after: three, before: four },
    }),
  ]
  expect(shown(stores[0])).toEqual([four, three, one, two, ...rest])
  expect(shown(stores[1])).toEqual([two, three, one, four, ...rest])
  for (const { answered } of asked) expect((await answered)?.outcome).toMatch(/applied|merged/)
  for (const store of stores) {
    store.refresh()
    await vi.waitFor(async () => expect(await differences(store, scope)).toEqual([]), PATIENCE)
  }
  expect(shown(stores[0])).toEqual([four, three, one, two, ...rest])
  expect(shown(stores[1])).toEqual(shown(stores[0]))
})

test('a plan shows at once with its sums, and goes back when it comes to nothing', async () => {
  const { ada, project, ids, scope } = await filled(6)
  const sprintId = await sprint(project, 'One')
  const direct = await directServer(ada, project.projectId)
  let refuse = () => {}
  const held = new Promise<void>((resolve) => {
    refuse = resolve
  })
  const server: typeof direct = {
    ...direct,
    execute: async (envelope) => {
      await held
      return direct.execute(envelope)
    },
  }
  const store = await openWindow(ada, project.projectId, { server })
  await opened(store)
  const before = sums(store)
  const tasks = ids.slice(0, 3).map((taskId) => ({ taskId }))
  store.send({ type: 'task.plan', tasks, sprintId, place: { end: 'bottom' } })
  expect(shown(store, sprintId)).toEqual(ids.slice(0, 3))
  expect(sums(store, sprintId)).toEqual({ tasks: 3, points: 3, unestimated: 1 })
  expect(sums(store)?.tasks).toBe(3)
  await project.send({ type: 'sprint.remove', baseVersion: 99, sprintId })
  refuse()
  await vi.waitFor(() => expect(store.connection.waiting).toBe(0), PATIENCE)
  await vi.waitFor(() => expect(sums(store)).toEqual(before), PATIENCE)
  expect(shown(store)).toEqual(ids)
  store.refresh()
  await vi.waitFor(async () => expect(await differences(store, scope)).toEqual([]), PATIENCE)
})

test('what happens to tasks that are not loaded is counted', async () => {
  const { ada, project, ids, scope } = await filled(MANY)
  const store = await openWindow(ada, project.projectId)
  const sprintId = await sprint(project, 'One', ids.slice(0, 3))
  await opened(store)
  const far = ids.slice(-4)
  await plan(project, far.slice(0, 2), sprintId)
  await project.move(far[2] ?? '', 99, 'done')
  await plan(project, far.slice(3), null, { end: 'top' })
  store.refresh()
  await vi.waitFor(async () => expect(await differences(store, scope)).toEqual([]), PATIENCE)
  expect(shown(store)[0]).toBe(far[3])
  expect(shown(store, sprintId)).toHaveLength(5)
  await planOf(store).more(BACKLOG)
  await vi.waitFor(async () => expect(await differences(store, scope)).toEqual([]), PATIENCE)
  expect(shown(store)).toHaveLength(MANY - 6)
})

test('sprints come, are completed and reopened, and their tasks with them', async () => {
  const { ada, project, ids, scope } = await filled(MANY)
  const store = await openWindow(ada, project.projectId)
  await opened(store)
  const first = await sprint(project, 'One', ids.slice(60, 90))
  const start = { startDate: '2031-01-01', endDate: '2031-01-14' }
  await project.send({ type: 'sprint.start', baseVersion: 99, sprintId: first, ...start })
  await Promise.all(ids.slice(60, 70).map((id) => project.move(id, 99, 'done')))
  const settled = async () => {
    store.refresh()
    await vi.waitFor(async () => expect(await differences(store, scope)).toEqual([]), PATIENCE)
  }
  await settled()
  await project.send({ type: 'sprint.complete', baseVersion: 99, sprintId: first, rest: null })
  await settled()
  expect(store.screen.plan?.windows.has(first)).toBe(false)
  await project.move(ids[60] ?? '', 99, 'todo')
  await settled()
  await project.send({ type: 'sprint.reopen', baseVersion: 99, sprintId: first })
  await settled()
  expect(shown(store, first)).toHaveLength(10)
  await project.send({
    type: 'status.edit',
    baseVersion: 99,
    statusId: 'review',
    set: { category: 'done' },
  })
  await project.move(ids[100] ?? '', 99, 'review')
  await settled()
})

test('what a filter counts stays true when its answer comes later than a change', async () => {
  const { ada, project, ids, scope } = await filled(6)
  const direct = await directServer(ada, project.projectId)
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  let asked = 0
  const server: typeof direct = {
    ...direct,
    backlog: async (filter) => {
      const read = await direct.backlog(filter)
      if (++asked === 1) await held
      return read
    },
  }
  const store = await openWindow(ada, project.projectId, { server })
  const [taskId = ''] = ids
  planOf(store).open({ labels: ['core'] })
  await vi.waitFor(() => expect(asked).toBe(1), PATIENCE)
  await project.send({ type: 'task.edit', taskId, baseVersion: 1, add: { labels: ['core'] } })
  store.refresh()
  await vi.waitFor(() => expect(store.screen.cards.get(taskId)?.labels).toEqual(['core']), PATIENCE)
  letGo()
  await vi.waitFor(() => expect(shown(store)).toEqual([taskId]), PATIENCE)
  await vi.waitFor(async () => expect(await differences(store, scope)).toEqual([]), PATIENCE)
  expect(store.screen.plan?.windows.get(BACKLOG)?.count).toBe(1)
})

/** Some change of one task, by a number from 0.05 to 0.55. */
function change(project: Window, taskId: Id, what: number) {
  const on = { taskId, baseVersion: Number.MAX_SAFE_INTEGER }
  const labels = ['core']
  if (what < 0.25) return project.send({ type: 'task.edit', ...on, add: { labels } })
  if (what < 0.35) return project.send({ type: 'task.edit', ...on, remove: { labels } })
  if (what < 0.4) return project.send({ type: 'task.edit', ...on, set: { estimate: 3 } })
  if (what < 0.5) return project.send({ type: 'task.archive', ...on })
  return project.send({ type: 'task.restore', ...on })
}

test.for([1, 2, 3])(
  'a filtered backlog stays true while others plan and change (%i)',
  async (seed) => {
    const roll = dice(seed)
    const { ada, project, ids, scope } = await filled(MANY)
    const sprintId = await sprint(project, 'One', ids.slice(0, 30))
    const store = await openWindow(ada, project.projectId)
    await opened(store, seed === 1 ? null : { labels: ['core'] })
    for (let i = 0; i < 100; i++) {
      const taskId = ids[Math.floor(roll() * ids.length)] ?? ''
      const neighbour = ids[Math.floor(roll() * ids.length)] ?? ''
      const what = roll()
      if (what < 0.05) ids.push(await project.createTask({ labels: ['core'] }))
      else if (what < 0.55) await change(project, taskId, what)
      else if (what < 0.7) await project.move(taskId, 99, roll() < 0.5 ? 'todo' : 'done')
      else await plan(project, [taskId], roll() < 0.5 ? sprintId : null, { after: neighbour })
      if (i % 7 === 0) store.refresh()
      if (i % 31 === 0) void planOf(store).more(BACKLOG)
    }
    store.refresh()
    await vi.waitFor(async () => expect(await differences(store, scope)).toEqual([]), PATIENCE)
    planOf(store).setFilter(null)
    await vi.waitFor(() => expect(store.screen.plan?.filter).toBeNull(), PATIENCE)
    await vi.waitFor(async () => expect(await differences(store, scope)).toEqual([]), PATIENCE)
    planOf(store).leave()
    expect(store.screen.plan).toBeNull()
  },
)
