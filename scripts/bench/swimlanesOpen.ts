import { performance } from 'node:perf_hooks'
import { v7 as newId } from 'uuid'
import { database } from '@/db/client'
import type { Id } from '@/domain/kernel/primitives'
import { NO_SWIMLANE, SWIMLANE_GROUPINGS, type SwimlaneGrouping } from '@/domain/views/swimlanes'
import { authorizeProjectInWorkspace } from '@/server/access/authorize'
import type { ProjectScope } from '@/server/access/scope'
import { insertAccount } from '@/server/people/accounts'
import { addPerson } from '@/server/people/addPerson'
import { loadFilteredBoard } from '@/server/queries/filteredBoard'
import { loadSwimlanes } from '@/server/queries/swimlanes'
import {
  type Benchmark,
  type BenchmarkResult,
  quantile,
  roundToThreeDigits,
} from './benchmarkResult'
import { addTasks, type BenchFixture, createBenchFixture, createBenchProject } from './fixtures'

const SIZES = [1_000, 100_000]
/**
 * Few enough that each visible cell is full in both sizes, so that the responses are comparable.
 */
const PEOPLE = 4
const EPICS = 4
/** Number of swimlanes in view at first. */
const SWIMLANES_IN_VIEW = 4
const SAMPLES = 60

/**
 * The server's time for a board with swimlanes (its counts and the first four swimlanes), by size.
 */
export const swimlanesOpen: Benchmark = async (environment) => {
  const fixture = await createBenchFixture()
  const people = await createMembers(fixture)
  const scopes: { size: number; scope: ProjectScope }[] = []
  for (const size of SIZES) {
    environment.say(`making ${size} tasks`)
    const scope = await authorizeProjectInWorkspace(
      fixture.scope,
      await createSwimlaneProject(fixture, people, size),
    )
    if (scope) scopes.push({ size, scope })
  }
  const results: Record<string, BenchmarkResult> = {}
  for (const by of SWIMLANE_GROUPINGS) {
    environment.say(`opening the swimlanes by ${by} in turn`)
    const times = scopes.map(() => [] as number[])
    for (let i = -5; i < SAMPLES; i++) {
      for (const [at, { scope }] of scopes.entries()) {
        const began = performance.now()
        await openSwimlanes(scope, by)
        if (i >= 0) times[at]?.push(performance.now() - began)
      }
    }
    const base = quantile(times[0] ?? [], 0.5)
    for (const [at, { size }] of scopes.entries()) {
      const value = quantile(times[at] ?? [], 0.5)
      results[`swimlanes.open.${by}.${size}`] = {
        value: roundToThreeDigits(value),
        unit: 'ms (p50)',
        baseline: roundToThreeDigits(base),
        ratio: roundToThreeDigits(value / base),
        goal: `at most 1.5 × a board of ${SIZES[0]}`,
        met: value <= 1.5 * base,
        p95: roundToThreeDigits(quantile(times[at] ?? [], 0.95)),
      }
    }
  }
  return results
}

/**
 * Loads like a browser: first the counts, then the swimlanes in view and the one without an
 * assignee.
 */
async function openSwimlanes(scope: ProjectScope, groupBy: SwimlaneGrouping): Promise<void> {
  const found: Awaited<ReturnType<typeof loadSwimlanes>> = JSON.parse(
    JSON.stringify(await loadSwimlanes(scope, groupBy, null)),
  )
  const ids = found.swimlanes.map(({ id }) => id).filter((id) => id !== NO_SWIMLANE)
  const seen = groupBy === 'priority' ? ids : [...ids.slice(0, SWIMLANES_IN_VIEW - 1), NO_SWIMLANE]
  await Promise.all(
    seen.slice(0, SWIMLANES_IN_VIEW).map(async (id) => {
      JSON.stringify(await loadFilteredBoard(scope, { swimlane: { groupBy, id } }))
    }),
  )
}

async function createMembers(fixture: BenchFixture): Promise<Id[]> {
  const { db } = database()
  return Promise.all(
    Array.from({ length: PEOPLE }, async (_, i) => {
      const id = newId()
      const email = `${id}@example.com`
      const account = await insertAccount(db, { id, name: `P${i}`, email, passwordHash: null })
      return addPerson(db, fixture.scope.workspaceId, account, 'member')
    }),
  )
}

/**
 * Creates epics and tasks that are spread over people; one in five is unassigned. Returns the key.
 */
async function createSwimlaneProject(
  fixture: BenchFixture,
  people: Id[],
  tasks: number,
): Promise<string> {
  const empty = await createBenchProject(fixture, 0)
  const epics = await addTasks(fixture, empty, EPICS, () => ({ taskType: 'epic' }))
  const { key } = await addTasks(fixture, epics, tasks - EPICS, (i) => ({
    assignees: [people[i % 5], i % 13 ? null : people[(i + 1) % 5]].flatMap((id) => id ?? []),
    parentId: epics.taskIds[i % 5] ?? null,
  }))
  return key
}
