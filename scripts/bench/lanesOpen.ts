import { performance } from 'node:perf_hooks'
import { v7 as newId } from 'uuid'
import { database } from '@/db/client'
import { LANES_BY, type LanesBy, NO_LANE } from '@/domain/lanes'
import type { Id } from '@/domain/words'
import { projectOf } from '@/server/access/enter'
import type { ProjectScope } from '@/server/access/scope'
import { insertAccount } from '@/server/people/accounts'
import { addPerson } from '@/server/people/addPerson'
import { filteredBoard } from '@/server/queries/filteredBoard'
import { lanes } from '@/server/queries/lanes'
import { type Bench, quantile, type Result, short } from './result'
import { fill, makeProject, makeWorld, type World } from './world'

const SIZES = [1_000, 100_000]
/** So few that each cell in view is full at either size: what is sent is then the same. */
const PEOPLE = 4
const EPICS = 4
/** The lanes that are in view at first. */
const IN_VIEW = 4
const TIMES = 60

/** What the server spends on a board in lanes, its counts and the first four lanes, by size. */
export const lanesOpen: Bench = async (machine) => {
  const world = await makeWorld()
  const people = await makePeople(world)
  const scopes: { size: number; scope: ProjectScope }[] = []
  for (const size of SIZES) {
    machine.say(`making ${size} tasks`)
    const scope = await projectOf(world.scope, await makeLanes(world, people, size))
    if (scope) scopes.push({ size, scope })
  }
  const results: Record<string, Result> = {}
  for (const by of LANES_BY) {
    machine.say(`opening the lanes by ${by} in turn`)
    const times = scopes.map(() => [] as number[])
    for (let i = -5; i < TIMES; i++) {
      for (const [at, { scope }] of scopes.entries()) {
        const began = performance.now()
        await open(scope, by)
        if (i >= 0) times[at]?.push(performance.now() - began)
      }
    }
    const base = quantile(times[0] ?? [], 0.5)
    for (const [at, { size }] of scopes.entries()) {
      const value = quantile(times[at] ?? [], 0.5)
      results[`lanes.open.${by}.${size}`] = {
        value: short(value),
        unit: 'ms (p50)',
        limit: short(base),
        ratio: short(value / base),
        goal: `at most 1.5 × a board of ${SIZES[0]}`,
        met: value <= 1.5 * base,
        p95: short(quantile(times[at] ?? [], 0.95)),
      }
    }
  }
  return results
}

/** As a browser does: the counts first, then what is in view, with those that have nobody. */
async function open(scope: ProjectScope, by: LanesBy): Promise<void> {
  const found = JSON.parse(JSON.stringify(await lanes(scope, by, null))) as { lanes: { id: Id }[] }
  const ids = found.lanes.map(({ id }) => id).filter((id) => id !== NO_LANE)
  const seen = by === 'priority' ? ids : [...ids.slice(0, IN_VIEW - 1), NO_LANE]
  await Promise.all(
    seen.slice(0, IN_VIEW).map(async (id) => {
      JSON.stringify(await filteredBoard(scope, { lane: { by, id } }))
    }),
  )
}

async function makePeople(world: World): Promise<Id[]> {
  const { sql } = database()
  return Promise.all(
    Array.from({ length: PEOPLE }, async (_, i) => {
      const id = newId()
      const email = `${id}@example.com`
      const account = await insertAccount(sql, { id, name: `P${i}`, email, passwordHash: null })
      return addPerson(sql, world.scope.workspaceId, account, 'member')
    }),
  )
}

/** Epics, and tasks that people share out among them; one in five has nobody. Gives the key. */
async function makeLanes(world: World, people: Id[], tasks: number): Promise<string> {
  const empty = await makeProject(world, 0)
  const epics = await fill(world, empty, EPICS, () => ({ taskType: 'epic' }))
  const { key } = await fill(world, epics, tasks - EPICS, (i) => ({
    assignees: [people[i % 5], i % 13 ? null : people[(i + 1) % 5]].flatMap((id) => id ?? []),
    parentId: epics.taskIds[i % 5] ?? null,
  }))
  return key
}
