import { expect, test, vi } from 'vitest'
import { lanesOf } from '@/app/_client/store/lanes/laneLoader'
import type { ProjectStore } from '@/app/_client/store/projectStore'
import { type BoardFilter, isEmptyFilter, passes } from '@/domain/board'
import { LANES_BY, type LanesBy, laneOf } from '@/domain/lanes'
import type { Id, Priority } from '@/domain/words'
import { cards } from '@/server/queries/board'
import { filteredBoard, filteredPage } from '@/server/queries/filteredBoard'
import { lanes } from '@/server/queries/lanes'
import { testDatabase } from '@/tests/support/database'
import { makePerson, makeWorkspace } from '@/tests/support/people'
import { makeProject } from '@/tests/support/project'
import { openWindow, projectScope } from '@/tests/support/replica'
import { storedLanes } from '@/tests/support/stored'
import { dice } from '@/tests/support/unruly'

await testDatabase()

const baseVersion = Number.MAX_SAFE_INTEGER
type Scope = Awaited<ReturnType<typeof projectScope>>

async function crowded(seed: number) {
  const roll = dice(seed)
  const ada = await makeWorkspace()
  const ben = await makePerson(ada)
  const project = await makeProject(ada)
  const scope = await projectScope(ada, project.projectId)
  const epics = await Promise.all(
    ['One', 'Two', 'Three'].map((title) => project.createTask({ taskType: 'epic', title })),
  )
  const pick = <T>(all: readonly T[]) => all[Math.floor(roll() * all.length)] as T
  const people = () => pick([[], [ada.personId], [ben.personId], [ada.personId, ben.personId]])
  const make = (label = pick([[], ['core']])) =>
    project.createTask({
      assignees: people(),
      labels: label,
      parentId: pick([null, ...epics]),
      priority: pick([0, 1, 2, 3, 4] as Priority[]),
      statusId: pick(['todo', 'in-progress', 'done']),
      place: { end: pick(['top', 'bottom'] as const) },
    })
  const ids = [...epics]
  for (let i = 0; i < 90; i++) ids.push(await make())
  return { roll, pick, people, make, ada, ben, project, scope, epics, ids }
}

/** What differs between the lanes on screen and the truth. */
async function wrong(
  store: ProjectStore,
  scope: Scope,
  by: LanesBy,
  filter: BoardFilter,
  ids: Id[],
) {
  const all = (await cards(scope, ids)).cards.filter((card) => !card.archivedAt)
  const passing = all.filter((card) => passes(card, filter, scope.projectKey))
  const shown = store.screen.lanes
  if (!shown || shown.by !== by) return ['There are no lanes.']
  const missing = passing.filter((card) => {
    const lane = laneOf(card, by)
    return lane !== null && !shown.all.has(lane)
  })
  const faults = [...shown.all].flatMap(([id, { windows }]) =>
    [...windows].flatMap(([statusId, { ids: loaded, count, complete, until }]) => {
      const truth = passing
        .filter((card) => card.statusId === statusId && laneOf(card, by) === id)
        .sort((a, b) => (a.rank < b.rank ? -1 : 1))
        .map((card) => card.id)
      const prefix = complete ? truth : truth.slice(0, loaded.length)
      const same = JSON.stringify(prefix) === JSON.stringify(loaded)
      const open = complete || until !== null
      return same && open && count === truth.length
        ? []
        : [`${id} ${statusId}: ${loaded} (${count})`]
    }),
  )
  return [...missing.map((card) => `no lane for ${card.id}`), ...faults]
}

/** Lanes of each kind, under a filter and of all tasks: what is kept of all is not counted anew. */
const KINDS = LANES_BY.flatMap((by) => [
  { by, of: 'some tasks', some: { labels: ['core'] } },
  { by, of: 'all tasks', some: {} },
])

test.for(KINDS)(
  'the server sorts $of into lanes by $by as the browser does',
  async ({ by, some }) => {
    const { scope, ids, project } = await crowded(3)
    const all = (await cards(scope, ids)).cards
    const counted = await lanes(scope, by, some)
    for (const { id, counts } of counted.lanes) {
      const filter = { ...some, lane: { by, id } }
      const inIt = all.filter((card) => passes(card, filter, scope.projectKey))
      expect(inIt.length).toBeGreaterThan(0)
      const found = await filteredBoard(scope, filter)
      for (const { statusId, count, cards: first } of found.columns) {
        const truth = inIt.filter((card) => card.statusId === statusId)
        expect([count, counts[statusId] ?? 0]).toEqual([truth.length, truth.length])
        const [behind] = truth.sort((a, b) => (a.rank < b.rank ? -1 : 1))
        expect(first.map((card) => card.id)).toEqual(truth.map((card) => card.id))
        const next = behind && (await filteredPage(scope, statusId, behind, filter))
        expect(next?.cards ?? []).toEqual(first.slice(1))
      }
    }
    const filtered = all.filter((card) => passes(card, some, scope.projectKey))
    const ofAll = new Set(filtered.flatMap((card) => laneOf(card, by) ?? []))
    expect(new Set(counted.lanes.map((lane) => lane.id))).toEqual(ofAll)
    const { kept, counted: anew } = await storedLanes(project.projectId)
    expect(kept).toEqual(anew)
  },
)

test.for(KINDS)(
  'lanes by $by of $of stay true while others change what they go by',
  async ({ by, some: filter }) => {
    const { roll, pick, people, make, ada, project, scope, epics, ids } = await crowded(5)
    const store = await openWindow(ada, project.projectId)
    const loader = lanesOf(store)
    loader.open(by, isEmptyFilter(filter) ? null : filter)
    const seeAll = () => {
      for (const id of store.screen.lanes?.all.keys() ?? []) loader.see(id, true)
    }
    const settled = () =>
      vi.waitFor(
        async () => {
          seeAll()
          expect(await wrong(store, scope, by, filter, ids)).toEqual([])
        },
        { timeout: 8_000 },
      )
    await settled()
    for (let i = 0; i < 60; i++) {
      const taskId = pick(ids.filter((id) => !epics.includes(id)))
      const what = roll()
      if (what < 0.2) {
        const add = { assignees: people() }
        await project.send({ type: 'task.edit', taskId, baseVersion, add })
      } else if (what < 0.3) {
        const remove = { assignees: [ada.personId], labels: pick([[], ['core']]) }
        await project.send({ type: 'task.edit', taskId, baseVersion, remove })
      } else if (what < 0.5) {
        const parentId = pick([null, ...epics])
        await project.send({ type: 'task.nest', taskId, baseVersion, parentId })
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
    loader.leave()
    expect(store.screen.lanes).toBeNull()
  },
)

test('what is assigned here shows in its lane at once, even in one that is new', async () => {
  const ada = await makeWorkspace()
  const project = await makeProject(ada)
  const taskId = await project.createTask({ title: 'Mine' })
  const store = await openWindow(ada, project.projectId)
  const loader = lanesOf(store)
  loader.open('person', null)
  await vi.waitFor(() => expect(store.screen.lanes?.all.has('none')).toBe(true))
  loader.see('none', true)
  const idsIn = (lane: string) => store.screen.lanes?.all.get(lane)?.windows.get('todo')?.ids
  await vi.waitFor(() => expect(idsIn('none')).toEqual([taskId]))
  store.send({ type: 'task.edit', taskId, add: { assignees: [ada.personId] } })
  expect(idsIn(ada.personId)).toEqual([taskId])
  expect(idsIn('none')).toEqual([])
})
