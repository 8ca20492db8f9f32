import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { PRIORITIES, TASK_TYPES, type TaskType } from '@/domain/kernel/primitives'
import { FILTERABLE_FIELDS, type FilterableField, NO_VALUE, rulesOf } from '@/domain/task/fields'
import { sectionOf } from '@/domain/views/backlog'
import { type BoardFilter, type Card, matchesFilter } from '@/domain/views/board'
import {
  NO_SWIMLANE,
  SHARED_SWIMLANE,
  SWIMLANE_GROUPINGS,
  type SwimlaneGrouping,
  swimlaneOf,
} from '@/domain/views/swimlanes'
import type { ProjectScope } from '@/server/access/scope'
import { loadBacklog } from '@/server/queries/backlog'
import { loadBoard, loadCards } from '@/server/queries/board'
import { loadFilteredBoard } from '@/server/queries/filteredBoard'
import { loadSwimlanes } from '@/server/queries/swimlanes'
import { makePerson, makeWorkspace } from '@/tests/support/people'
import { propertyRuns } from '@/tests/support/propertyRuns'
import { projectScope } from '@/tests/support/replica'
import { makeProject } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'

// Some rules exist twice: in domain/ for the browser and in SQL for the server's queries. These
// tests apply both to the same random tasks and filters.

const { owner } = await testDatabase()
const TASK_COUNT = 60
const RUNS = propertyRuns(60)

let scope: ProjectScope
let cards: Card[]
let sprintIds: string[]

beforeAll(async () => {
  const ada = await makeWorkspace()
  const people = [ada, await makePerson(ada), await makePerson(ada)]
  const project = await makeProject(ada)
  scope = await projectScope(ada, project.projectId)
  sprintIds = []
  for (const name of ['First', 'Second']) {
    const sprintId = crypto.randomUUID()
    await project.send({ type: 'sprint.create', baseVersion: 1, sprintId, name })
    sprintIds.push(sprintId)
  }
  const ids: string[] = []
  const parents: { id: string; type: TaskType }[] = []
  for (const seed of fc.sample(taskSeed, { numRuns: TASK_COUNT, seed: 7 })) {
    const { assigned, parent, sprint, archived, ...rest } = seed
    const parentId = parents.filter((each) => fitsBelow(rest.taskType, each.type))[parent]?.id
    const id = await project.createTask({
      ...rest,
      taskType: rest.taskType === 'subtask' && !parentId ? 'task' : rest.taskType,
      assignees: people.filter((_, i) => assigned[i]).map((each) => each.personId),
      ...(parentId && { parentId }),
    })
    ids.push(id)
    parents.push({ id, type: rest.taskType })
    const sprintId = sprintIds[sprint]
    if (sprintId) {
      await project.send({
        type: 'task.plan',
        tasks: [{ taskId: id, baseVersion: 1 }],
        sprintId,
        position: { end: 'bottom' },
      })
    }
    if (archived) await project.send({ type: 'task.archive', taskId: id, baseVersion: 1 })
  }
  cards = (await loadCards(scope, ids)).cards.filter((card) => card.archivedAt === null)
})

const taskSeed = fc.record({
  title: fc.constantFrom(
    'Café opens late',
    '100% of it',
    'under_score',
    'PLAIN',
    'İstanbul \\ back',
  ),
  taskType: fc.constantFrom(...TASK_TYPES),
  priority: fc.constantFrom(...PRIORITIES),
  labels: fc.subarray(['api', 'core', 'none', "it's"]),
  assigned: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
  estimate: fc.option(fc.constantFrom(0, 0.5, 3)),
  statusId: fc.constantFrom('todo', 'review', 'done'),
  parent: fc.nat(4),
  sprint: fc.nat(3),
  archived: fc.nat(9).map((n) => n === 0),
})

const fitsBelow = (child: TaskType, parent: TaskType) =>
  child === 'subtask'
    ? ['story', 'task', 'bug'].includes(parent)
    : parent === 'epic' && child !== 'epic'

/** Generates values of a field: some that tasks have, one that no task has, and none. */
const wantedValues = (field: FilterableField): fc.Arbitrary<unknown[]> => {
  const entries = cards.flatMap((card): unknown[] => {
    const value: unknown = card[field]
    return Array.isArray(value) ? value : value === null ? [] : [value]
  })
  const { values, filter } = rulesOf(field)
  const absent = field === 'assignees' ? crypto.randomUUID() : 'unheard of'
  const all = [...new Set([...entries, ...(values ?? [absent])])]
  return fc.subarray(filter === 'valuesOrNone' ? [...all, NO_VALUE] : all)
}

function boardFilter(): fc.Arbitrary<BoardFilter> {
  const fields = Object.fromEntries(FILTERABLE_FIELDS.map((field) => [field, wantedValues(field)]))
  const swimlane = fc.constantFrom(...SWIMLANE_GROUPINGS).chain((groupBy) =>
    fc.record({
      groupBy: fc.constant(groupBy),
      id: fc
        .constantFrom(...new Set(['0', ...cards.map((card) => swimlaneOf(card, groupBy) ?? '0')]))
        .map((id) => (groupBy === 'priority' || id !== '0' ? id : NO_SWIMLANE)),
    }),
  )
  const extra = {
    text: fc.constantFrom(
      '',
      'late',
      'LATE',
      '%',
      '_',
      '\\',
      'P',
      'café',
      scope.projectKey,
      `${scope.projectKey}-1`,
    ),
    sprint: fc.constantFrom(...sprintIds),
    swimlane,
  }
  return fc.record({ ...fields, ...extra }, { requiredKeys: [] })
}

const expected = (filter: BoardFilter) =>
  cards.filter((card) => matchesFilter(card, filter, scope.projectKey))

describe('the SQL of the queries and the rules of the domain agree', () => {
  test('they agree on which tasks pass a filter, and on their order', async () => {
    const check = async (filter: BoardFilter) => {
      const { columns } = await loadFilteredBoard(scope, filter)
      for (const { statusId, cards: found, count } of columns) {
        const wanted = expected(filter)
          .filter((card) => card.statusId === statusId)
          .sort((a, b) => (a.rank < b.rank ? -1 : 1))
        expect(count).toBe(wanted.length)
        expect(found.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id).slice(0, found.length))
      }
    }
    await fc.assert(fc.asyncProperty(boardFilter(), check), RUNS)
  })

  test('they agree on the swimlane of each task, counted in advance or with a filter', async () => {
    const check = async (groupBy: SwimlaneGrouping, filter: BoardFilter | null) => {
      const { swimlanes } = await loadSwimlanes(scope, groupBy, filter)
      const wanted: Record<string, Record<string, number>> = {}
      for (const card of expected(filter ?? {})) {
        const lane = swimlaneOf(card, groupBy)
        if (lane === null) continue
        const counts = wanted[lane] ?? {}
        wanted[lane] = { ...counts, [card.statusId]: (counts[card.statusId] ?? 0) + 1 }
      }
      expect(Object.fromEntries(swimlanes.map(({ id, counts }) => [id, counts]))).toEqual(wanted)
    }
    const filters = fc.option(boardFilter().map(({ swimlane: _, ...rest }) => rest))
    await fc.assert(fc.asyncProperty(fc.constantFrom(...SWIMLANE_GROUPINGS), filters, check), RUNS)
    expect(cards.map((card) => swimlaneOf(card, 'person'))).toContain(SHARED_SWIMLANE)
  })

  test('they agree on which tasks are planned, and in which section of the backlog', async () => {
    const { project } = await loadBoard(scope)
    const check = async ({ swimlane: _, ...filter }: BoardFilter) => {
      const { sections } = await loadBacklog(scope, filter)
      for (const { id, cards: found, count } of sections) {
        const wanted = expected(filter)
          .filter((card) => sectionOf(card, project) === id)
          .sort((a, b) => (a.backlogRank < b.backlogRank ? -1 : 1))
        expect(count).toBe(wanted.length)
        expect(found.map((card) => card.id)).toEqual(
          wanted.map((card) => card.id).slice(0, found.length),
        )
      }
    }
    await fc.assert(fc.asyncProperty(boardFilter(), check), RUNS)
  })

  test('they agree on the order of ranks, whatever characters they contain', async () => {
    const ranks = fc.uniqueArray(fc.stringMatching(/^[0-9A-Za-z]{1,8}$/), { minLength: 2 })
    const check = async (all: string[]) => {
      const rows = await owner`
        select r from unnest(${all}::text[]) r order by r collate "C"`
      expect(rows.map(({ r }) => r)).toEqual([...all].sort((a, b) => (a < b ? -1 : 1)))
    }
    await fc.assert(fc.asyncProperty(ranks, check), RUNS)
  })
})
