import { expect } from 'vitest'
import { activeOnly } from '@/domain/component/componentsAndVersions'
import { OUTCOMES, PLANNABLE_TYPES } from '@/domain/kernel/primitives'
import { initialState, replayEvent } from '@/domain/replayEvent'
import { canHaveParent } from '@/domain/task/hierarchy'
import { illegalMoves } from '@/tests/support/illegalMoves'
import { columnOf } from './rankRanges'
import type { SendResult, TestLog } from './testLog'

/** Checks what holds after every command, whatever its outcome. */
export function expectInvariantsAfter(log: TestLog, end: SendResult): void {
  expect(OUTCOMES).toContain(end.outcome)
  expect(end.rejection !== undefined).toBe(end.outcome === 'rejected')
  expect(end.conflict !== undefined).toBe(end.outcome === 'conflict')
  if (end.outcome === 'rejected' || end.outcome === 'unchanged') expect(end.events).toEqual([])
  else expect(end.events.length).toBeGreaterThan(0)
  if (end.outcome === 'conflict') expect(end.events.every((e) => e.version === null)).toBe(true)
  expectProjectInvariants(log)
}

/** Checks that status counts match the tasks and that ranks are unique. */
export function expectProjectInvariants(log: TestLog): void {
  const { projectState } = log
  for (const status of projectState.project?.statuses ?? []) {
    const column = columnOf(projectState, status.id)
    expect([status.id, status.taskCount]).toEqual([status.id, column.length])
    expect(new Set(column.map((task) => task.rank)).size).toBe(column.length)
    if (status.removedAt) expect(column).toEqual([])
  }
  expectTransitionInvariants(log)
  expectBacklogInvariants(log)
  expectHierarchyInvariants(log)
  expectComponentAndVersionInvariants(log)
  expectTimeInvariants(log)
}

/** Checks that no transition leads to a removed status. */
function expectTransitionInvariants({ projectState }: TestLog): void {
  const statuses = projectState.project?.statuses ?? []
  const there = new Set(statuses.filter((each) => !each.removedAt).map((each) => each.id))
  for (const { id, transitions } of statuses) {
    if (!there.has(id)) continue
    expect([id, (transitions ?? []).filter(({ to }) => !there.has(to))]).toEqual([id, []])
  }
}

/** Checks that no task has a removed component or version, and that names are unique. */
function expectComponentAndVersionInvariants({ projectState }: TestLog): void {
  const { components = [], versions = [] } = projectState.project ?? {}
  const there = new Set([...activeOnly(components), ...activeOnly(versions)].map((each) => each.id))
  for (const task of projectState.tasks.values()) {
    const named = [...task.components, ...task.fixVersions, ...task.affectedVersions]
    expect(named.filter((id) => !there.has(id))).toEqual([])
  }
  for (const all of [activeOnly(components), activeOnly(versions)]) {
    expect(new Set(all.map((each) => each.name.toLowerCase())).size).toBe(all.length)
  }
}

/** Checks that each task may have its parent and that there is no cycle. */
function expectHierarchyInvariants({ projectState }: TestLog): void {
  for (const task of projectState.tasks.values()) {
    const parent = task.parentId ? projectState.tasks.get(task.parentId) : undefined
    if (task.parentId) expect(parent).toBeDefined()
    if (parent)
      expect([task.type, parent.type, canHaveParent(task.type, parent.type)]).toContain(true)
    let ancestor = parent
    for (let i = 0; ancestor && i < projectState.tasks.size; i++) {
      expect(ancestor.id).not.toBe(task.id)
      ancestor = ancestor.parentId ? projectState.tasks.get(ancestor.parentId) : undefined
    }
  }
}

/** Checks that logged time is the sum of the worklogs and that no time is negative. */
function expectTimeInvariants({ projectState }: TestLog): void {
  const spent = new Map<string, number>()
  for (const { taskId, seconds, deletedAt } of projectState.worklogs.values()) {
    if (!deletedAt) spent.set(taskId, (spent.get(taskId) ?? 0) + seconds)
  }
  for (const task of projectState.tasks.values()) {
    expect(task.timeSpent).toBe(spent.get(task.id) ?? 0)
    expect(task.remainingEstimate ?? 0).toBeGreaterThanOrEqual(0)
  }
}

/**
 * Checks that backlog ranks are unique, and that no task is in a removed sprint or has a type that
 * is not planned in one.
 */
function expectBacklogInvariants({ projectState }: TestLog): void {
  const tasks = [...projectState.tasks.values()]
  expect(new Set(tasks.map((task) => task.backlogRank)).size).toBe(tasks.length)
  const gone = (projectState.project?.sprints ?? []).filter((sprint) => sprint.removedAt)
  for (const { id } of gone) {
    expect(tasks.filter((task) => task.sprintId === id && !task.archivedAt)).toEqual([])
  }
  const planned = tasks.filter((task) => task.sprintId !== null)
  expect(planned.filter(({ type }) => !PLANNABLE_TYPES.includes(type))).toEqual([])
  const running = projectState.project?.sprints.filter((each) => each.state === 'active') ?? []
  for (const each of running) expect(each.startedAt).not.toBeNull()
}

/** Checks that the log has no gaps and that its replay equals the current state. */
export function expectLogInvariants({ events, projectState, commands, people }: TestLog): void {
  expect(illegalMoves(events, commands, (id) => people.get(id)?.role)).toEqual([])
  expect(events.map((e) => e.seq)).toEqual(events.map((_, i) => i + 1))
  const versions = new Map<string | null, number>()
  for (const { taskId, version } of events) {
    if (version === null) continue
    expect(version).toBe((versions.get(taskId) ?? 0) + 1)
    versions.set(taskId, version)
  }
  const copies = JSON.parse(JSON.stringify(events)) as typeof events
  expect(copies.reduce(replayEvent, initialState())).toEqual(projectState)
}
