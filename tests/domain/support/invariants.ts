import { expect } from 'vitest'
import { live } from '@/domain/catalog/catalog'
import { fold, nothing } from '@/domain/fold'
import { mayNest } from '@/domain/task/level'
import { OUTCOMES } from '@/domain/words'
import { illegalMoves } from '../../support/legalMoves'
import type { Ended, Log } from './log'
import { columnOf } from './place'

/** What holds after every command, whatever it was. */
export function holdsAfter(log: Log, end: Ended): void {
  expect(OUTCOMES).toContain(end.outcome)
  expect(end.refusal !== undefined).toBe(end.outcome === 'refused')
  expect(end.conflict !== undefined).toBe(end.outcome === 'conflict')
  if (end.outcome === 'refused' || end.outcome === 'unchanged') expect(end.events).toEqual([])
  else expect(end.events.length).toBeGreaterThan(0)
  if (end.outcome === 'conflict') expect(end.events.every((e) => e.version === null)).toBe(true)
  holdsFor(log)
}

/** What holds for every project: its counts are its tasks, its places are taken once. */
export function holdsFor(log: Log): void {
  const { folded } = log
  for (const status of folded.project?.statuses ?? []) {
    const column = columnOf(folded, status.id)
    expect([status.id, status.taskCount]).toEqual([status.id, column.length])
    expect(new Set(column.map((task) => task.rank)).size).toBe(column.length)
    if (status.removedAt) expect(column).toEqual([])
  }
  waysHoldFor(log)
  planHoldsFor(log)
  kinHoldsFor(log)
  catalogHoldsFor(log)
  timeHoldsFor(log)
}

/** What holds for the workflow: no way leads to a status that is gone. */
function waysHoldFor({ folded }: Log): void {
  const statuses = folded.project?.statuses ?? []
  const there = new Set(statuses.filter((each) => !each.removedAt).map((each) => each.id))
  for (const { id, transitions } of statuses) {
    if (!there.has(id)) continue
    expect([id, (transitions ?? []).filter(({ to }) => !there.has(to))]).toEqual([id, []])
  }
}

/** What holds for components and versions: no task has one that is gone, no two share a name. */
function catalogHoldsFor({ folded }: Log): void {
  const { components = [], fixVersions = [] } = folded.project ?? {}
  const there = new Set([...live(components), ...live(fixVersions)].map((each) => each.id))
  for (const task of folded.tasks.values()) {
    const named = [...task.components, ...task.fixVersions, ...task.affectedVersions]
    expect(named.filter((id) => !there.has(id))).toEqual([])
  }
  for (const all of [live(components), live(fixVersions)]) {
    expect(new Set(all.map((each) => each.name.toLowerCase())).size).toBe(all.length)
  }
}

/** What holds for parents: every task fits below its own, and none is below itself. */
function kinHoldsFor({ folded }: Log): void {
  for (const task of folded.tasks.values()) {
    const parent = task.parentId ? folded.tasks.get(task.parentId) : undefined
    if (task.parentId) expect(parent).toBeDefined()
    if (parent) expect([task.type, parent.type, mayNest(task.type, parent.type)]).toContain(true)
    let above = parent
    for (let i = 0; above && i < folded.tasks.size; i++) {
      expect(above.id).not.toBe(task.id)
      above = above.parentId ? folded.tasks.get(above.parentId) : undefined
    }
  }
}

/** What holds for logged time: a task's is the sum of its worklogs, and nothing is below 0. */
function timeHoldsFor({ folded }: Log): void {
  const spent = new Map<string, number>()
  for (const { taskId, seconds, deletedAt } of folded.worklogs.values()) {
    if (!deletedAt) spent.set(taskId, (spent.get(taskId) ?? 0) + seconds)
  }
  for (const task of folded.tasks.values()) {
    expect(task.timeSpent).toBe(spent.get(task.id) ?? 0)
    expect(task.remainingEstimate ?? 0).toBeGreaterThanOrEqual(0)
  }
}

/** What holds for a project's planning: no place is taken twice, and none is in a sprint gone. */
function planHoldsFor({ folded }: Log): void {
  const tasks = [...folded.tasks.values()]
  expect(new Set(tasks.map((task) => task.planRank)).size).toBe(tasks.length)
  const gone = (folded.project?.sprints ?? []).filter((sprint) => sprint.removedAt)
  for (const { id } of gone) {
    expect(tasks.filter((task) => task.sprintId === id && !task.archivedAt)).toEqual([])
  }
  const running = folded.project?.sprints.filter((each) => each.state === 'active') ?? []
  for (const each of running) expect(each.startedAt).not.toBeNull()
}

/** What holds for a whole log: no gaps in it, and its fold is what the rows have become. */
export function holdsForLog({ events, folded, commands, people }: Log): void {
  expect(illegalMoves(events, commands, (id) => people.get(id)?.role)).toEqual([])
  expect(events.map((e) => e.seq)).toEqual(events.map((_, i) => i + 1))
  const versions = new Map<string | null, number>()
  for (const { taskId, version } of events) {
    if (version === null) continue
    expect(version).toBe((versions.get(taskId) ?? 0) + 1)
    versions.set(taskId, version)
  }
  const copies = JSON.parse(JSON.stringify(events)) as typeof events
  expect(copies.reduce(fold, nothing())).toEqual(folded)
}
