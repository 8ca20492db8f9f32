import { v7 as newId } from 'uuid'
import { expect, test } from 'vitest'
import type { ProjectStore } from '@/app/_replica/store/projectStore'
import type { Id } from '@/domain/kernel/primitives'
import { type BoardFilter, matchesFilter } from '@/domain/views/board'
import { loadCards } from '@/server/queries/board'
import { eventually } from '@/tests/support/eventually'
import { seededRandom } from '@/tests/support/faultInjection'
import { makeWorkspace } from '@/tests/support/people'
import { openReplica, projectScope } from '@/tests/support/replica'
import { makeProject } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'

await testDatabase()

type TestScope = Awaited<ReturnType<typeof projectScope>>

/** Returns the differences between the filtered columns on screen and the server. */
async function filterDifferences(
  store: ProjectStore,
  scope: TestScope,
  filter: BoardFilter,
  ids: Id[],
) {
  const all = (await loadCards(scope, ids)).cards
  const { filtered } = store.optimisticState
  if (!filtered) return ['There is no filter.']
  return [...filtered.columns].flatMap(([statusId, { ids: shown, count, complete }]) => {
    const expected = all
      .filter((card) => card.statusId === statusId && !card.archivedAt)
      .filter((card) => matchesFilter(card, filter, scope.projectKey))
      .sort((a, b) => (a.rank < b.rank ? -1 : 1))
      .map((card) => card.id)
    const prefix = complete ? expected : expected.slice(0, shown.length)
    const same = JSON.stringify(prefix) === JSON.stringify(shown)
    return same && count === expected.length
      ? []
      : [`${statusId}: ${shown.length}, ${count} counted`]
  })
}

test.for([1, 2])(
  'a filtered board stays correct while others change which tasks match (random seed %i)',
  async (seed) => {
    const random = seededRandom(seed)
    const ada = await makeWorkspace()
    const project = await makeProject(ada)
    const scope = await projectScope(ada, project.projectId)
    const ids = await Promise.all(
      Array.from({ length: 150 }, (_, i) =>
        project.createTask({
          labels: i % 2 ? ['core'] : [],
          statusId: i % 3 ? 'todo' : 'done',
        }),
      ),
    )
    const store = await openReplica(ada, project.projectId)
    const filter: BoardFilter = { labels: ['core'] }
    store.setFilter(filter)
    await eventually(async () =>
      expect(await filterDifferences(store, scope, filter, ids)).toEqual([]),
    )
    store.loadMore('todo')

    for (let i = 0; i < 80; i++) {
      const taskId = ids[Math.floor(random() * ids.length)] ?? ''
      const on = { taskId, baseVersion: Number.MAX_SAFE_INTEGER }
      const what = random()
      const labels = ['core']
      if (what < 0.3) await project.send({ type: 'task.edit', ...on, add: { labels } })
      else if (what < 0.6) await project.send({ type: 'task.edit', ...on, remove: { labels } })
      else if (what < 0.7) await project.send({ type: 'task.archive', ...on })
      else if (what < 0.8) ids.push(await project.createTask({ labels, position: { end: 'top' } }))
      else await project.move(taskId, on.baseVersion, what < 0.9 ? 'todo' : 'done', { end: 'top' })
      if (i % 7 === 0) store.refresh()
    }
    store.refresh()
    await eventually(async () =>
      expect(await filterDifferences(store, scope, filter, ids)).toEqual([]),
    )

    store.setFilter(null)
    expect(store.optimisticState.filtered).toBeNull()
  },
)

test('a board filtered by a sprint follows what is planned into it, including tasks that are not loaded', async () => {
  const random = seededRandom(7)
  const ada = await makeWorkspace()
  const project = await makeProject(ada)
  const scope = await projectScope(ada, project.projectId)
  const sprint = newId()
  await project.send({ type: 'sprint.create', baseVersion: 1, sprintId: sprint, name: 'One' })
  const types = ['task', 'bug', 'story', 'epic'] as const
  const ids = await Promise.all(
    Array.from({ length: 120 }, (_, i) => project.createTask({ taskType: types[i % 4] })),
  )
  const baseVersion = Number.MAX_SAFE_INTEGER
  const plan = (taskId: Id, into: Id | null) =>
    project.send({
      type: 'task.plan',
      tasks: [{ taskId, baseVersion }],
      sprintId: into,
      position: { end: 'bottom' },
    })
  for (const id of ids.slice(0, 20)) await plan(id, sprint)
  const store = await openReplica(ada, project.projectId)
  const filter: BoardFilter = { sprint }
  store.setFilter(filter)
  await eventually(async () =>
    expect(await filterDifferences(store, scope, filter, ids)).toEqual([]),
  )
  expect(store.optimisticState.filtered?.columns.get('todo')?.count).toBe(15)

  for (let i = 0; i < 60; i++) {
    const taskId = ids[Math.floor(random() * ids.length)] ?? ''
    const what = random()
    if (what < 0.4) await plan(taskId, sprint)
    else if (what < 0.6) await plan(taskId, null)
    else if (what < 0.8) await project.move(taskId, baseVersion, 'done', { end: 'top' })
    else {
      const taskType = types[Math.floor(random() * 4)] ?? 'task'
      await project.send({ type: 'task.edit', taskId, baseVersion, set: { type: taskType } })
    }
    if (i % 9 === 0) store.refresh()
  }
  store.refresh()
  await eventually(async () =>
    expect(await filterDifferences(store, scope, filter, ids)).toEqual([]),
  )
})
