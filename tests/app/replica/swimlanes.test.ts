import { expect, test } from 'vitest'
import type { ProjectStore } from '@/app/_replica/store/projectStore'
import { swimlaneCell } from '@/app/_replica/store/replicaState'
import { swimlaneLoaderOf } from '@/app/_replica/store/swimlanes/swimlaneLoader'
import type { Id, Priority } from '@/domain/kernel/primitives'
import { type BoardFilter, isEmptyFilter, matchesFilter } from '@/domain/views/board'
import { SWIMLANE_GROUPINGS, type SwimlaneGrouping, swimlaneOf } from '@/domain/views/swimlanes'
import { loadCards } from '@/server/queries/board'
import { loadFilteredBoard, loadFilteredColumnPage } from '@/server/queries/filteredBoard'
import { loadSwimlanes } from '@/server/queries/swimlanes'
import { eventually } from '@/tests/support/eventually'
import { seededRandom } from '@/tests/support/faultInjection'
import { makePerson, makeWorkspace } from '@/tests/support/people'
import { openReplica, projectScope } from '@/tests/support/replica'
import { storedSwimlanes } from '@/tests/support/storedProject'
import { makeProject } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'

await testDatabase()

const baseVersion = Number.MAX_SAFE_INTEGER
type TestScope = Awaited<ReturnType<typeof projectScope>>

async function createBusyBoard(seed: number) {
  const random = seededRandom(seed)
  const ada = await makeWorkspace()
  const ben = await makePerson(ada)
  const project = await makeProject(ada)
  const scope = await projectScope(ada, project.projectId)
  const epics = await Promise.all(
    ['One', 'Two', 'Three'].map((title) => project.createTask({ taskType: 'epic', title })),
  )
  const pick = <T>(all: readonly T[]) => all[Math.floor(random() * all.length)] as T
  const randomAssignees = () =>
    pick([[], [ada.personId], [ben.personId], [ada.personId, ben.personId]])
  const createRandomTask = (label = pick([[], ['core']])) =>
    project.createTask({
      assignees: randomAssignees(),
      labels: label,
      parentId: pick([null, ...epics]),
      priority: pick([0, 1, 2, 3, 4] as Priority[]),
      statusId: pick(['todo', 'in-progress', 'done']),
      position: { end: pick(['top', 'bottom'] as const) },
    })
  const ids = [...epics]
  for (let i = 0; i < 90; i++) ids.push(await createRandomTask())
  return {
    roll: random,
    pick,
    people: randomAssignees,
    make: createRandomTask,
    ada,
    ben,
    project,
    scope,
    epics,
    ids,
  }
}

/** Returns the differences between the swimlanes on screen and the server. */
async function swimlaneDifferences(
  store: ProjectStore,
  scope: TestScope,
  by: SwimlaneGrouping,
  filter: BoardFilter,
  ids: Id[],
) {
  const all = (await loadCards(scope, ids)).cards.filter((card) => !card.archivedAt)
  const matching = all.filter((card) => matchesFilter(card, filter, scope.projectKey))
  const shown = store.optimisticState.swimlanes
  if (!shown || shown.groupBy !== by) return ['There are no lanes.']
  const missing = matching.filter((card) => {
    const lane = swimlaneOf(card, by)
    return lane !== null && !shown.heads.has(lane)
  })
  const differences = [...shown.cells].flatMap(
    ([cell, { ids: loaded, count, complete, until }]) => {
      const expected = matching
        .filter((card) => swimlaneCell(swimlaneOf(card, by) ?? '', card.statusId) === cell)
        .sort((a, b) => (a.rank < b.rank ? -1 : 1))
        .map((card) => card.id)
      const prefix = complete ? expected : expected.slice(0, loaded.length)
      const same = JSON.stringify(prefix) === JSON.stringify(loaded)
      const open = complete || until !== null
      return same && open && count === expected.length ? [] : [`${cell}: ${loaded} (${count})`]
    },
  )
  return [...missing.map((card) => `no lane for ${card.id}`), ...differences]
}

/**
 * Swimlanes of each kind, with a filter and for all tasks. Counts of all tasks are kept and not
 * counted again.
 */
const CASES = SWIMLANE_GROUPINGS.flatMap((by) => [
  { by, of: 'some tasks', some: { labels: ['core'] } },
  { by, of: 'all tasks', some: {} },
])

test.for(CASES)(
  'the server and the browser assign $of to the same swimlanes by $by',
  async ({ by, some }) => {
    const { scope, ids, project } = await createBusyBoard(3)
    const all = (await loadCards(scope, ids)).cards
    const counted = await loadSwimlanes(scope, by, some)
    for (const { id, counts } of counted.swimlanes) {
      const filter = { ...some, swimlane: { groupBy: by, id } }
      const inLane = all.filter((card) => matchesFilter(card, filter, scope.projectKey))
      expect(inLane.length).toBeGreaterThan(0)
      const found = await loadFilteredBoard(scope, filter)
      for (const { statusId, count, cards: first } of found.columns) {
        const expected = inLane.filter((card) => card.statusId === statusId)
        expect([count, counts[statusId] ?? 0]).toEqual([expected.length, expected.length])
        const [behind] = expected.sort((a, b) => (a.rank < b.rank ? -1 : 1))
        expect(first.map((card) => card.id)).toEqual(expected.map((card) => card.id))
        const next = behind && (await loadFilteredColumnPage(scope, statusId, behind, filter))
        expect(next?.cards ?? []).toEqual(first.slice(1))
      }
    }
    const filtered = all.filter((card) => matchesFilter(card, some, scope.projectKey))
    const expectedLanes = new Set(filtered.flatMap((card) => swimlaneOf(card, by) ?? []))
    expect(new Set(counted.swimlanes.map((lane) => lane.id))).toEqual(expectedLanes)
    const { stored, recomputed } = await storedSwimlanes(project.projectId)
    expect(stored).toEqual(recomputed)
  },
)

test.for(CASES)(
  'swimlanes by $by of $of stay correct while others change the tasks',
  async ({ by, some: filter }) => {
    const {
      roll: random,
      pick,
      people,
      make,
      ada,
      project,
      scope,
      epics,
      ids,
    } = await createBusyBoard(5)
    const store = await openReplica(ada, project.projectId)
    const loader = swimlaneLoaderOf(store)
    loader.show(by, isEmptyFilter(filter) ? null : filter)
    const seeAll = () => {
      for (const id of store.optimisticState.swimlanes?.heads.keys() ?? [])
        loader.setVisible(id, true)
    }
    const settled = () =>
      eventually(async () => {
        seeAll()
        expect(await swimlaneDifferences(store, scope, by, filter, ids)).toEqual([])
      })
    await settled()
    for (let i = 0; i < 60; i++) {
      const taskId = pick(ids.filter((id) => !epics.includes(id)))
      const what = random()
      if (what < 0.2) {
        const add = { assignees: people() }
        await project.send({ type: 'task.edit', taskId, baseVersion, add })
      } else if (what < 0.3) {
        const remove = { assignees: [ada.personId], labels: pick([[], ['core']]) }
        await project.send({ type: 'task.edit', taskId, baseVersion, remove })
      } else if (what < 0.5) {
        const parentId = pick([null, ...epics])
        await project.send({ type: 'task.setParent', taskId, baseVersion, parentId })
      } else if (what < 0.65) {
        const priority = pick([0, 1, 2, 3, 4] as Priority[])
        await project.send({ type: 'task.edit', taskId, baseVersion, set: { priority } })
      } else if (what < 0.75) ids.push(await make(['core']))
      else if (what < 0.8) await project.send({ type: 'task.archive', taskId, baseVersion })
      else await project.move(taskId, baseVersion, pick(['todo', 'done']), { end: 'top' })
      if (i % 7 === 0) store.refresh()
    }
    store.refresh()
    await settled()
    loader.hide()
    expect(store.optimisticState.swimlanes).toBeNull()
  },
)

test('a new assignment shows in its swimlane at once, also when the swimlane is new', async () => {
  const ada = await makeWorkspace()
  const project = await makeProject(ada)
  const taskId = await project.createTask({ title: 'Mine' })
  const store = await openReplica(ada, project.projectId)
  const loader = swimlaneLoaderOf(store)
  loader.show('person', null)
  await eventually(() => expect(store.optimisticState.swimlanes?.heads.has('none')).toBe(true))
  loader.setVisible('none', true)
  const idsIn = (lane: string) =>
    store.optimisticState.swimlanes?.cells.get(swimlaneCell(lane, 'todo'))?.ids
  await eventually(() => expect(idsIn('none')).toEqual([taskId]))
  store.send({ type: 'task.edit', taskId, add: { assignees: [ada.personId] } })
  expect(idsIn(ada.personId)).toEqual([taskId])
  expect(idsIn('none')).toEqual([])
})
