import type { CommandOf } from '../commands'
import { accept, type Decision, type DecisionContext, noChange, reject } from '../decision'
import { aboutUnseenTask, defineCommand } from '../defineCommand'
import type { NewEvent } from '../events'
import { isEqual } from '../kernel/equal'
import type { Id, Instant } from '../kernel/primitives'
import { rankBetween, WHOLE_PROJECT } from '../kernel/rank'
import { findStatus, type Project } from '../project/project'
import type { Reads } from '../reads'
import type { ImportedComment, ImportedStep, ImportedWorklog } from './commands'
import type { ScalarChanges, SetChanges } from './events'
import type { ScalarField, SetField } from './fields'
import type { Task } from './task'
import { taskAfter } from './taskAfter'

type ImportReads = Reads<'project' | 'task' | 'rankRange' | 'importedTask'>

type Import = CommandOf<'task.import'>
type ImportedTaskEvent = Omit<NewEvent, 'taskId' | 'version' | 'imported'>
/**
 * A change in the source system, and the events that it causes on the task in its current state.
 */
type BackdatedChange = {
  at: Instant
  imported: NewEvent['imported']
  eventsFor: (task: Task) => ImportedTaskEvent[]
}

/**
 * Imports a task as backdated events, oldest first, which reproduce its state in the source. A
 * repeated import adds only the steps and comments that are new since the last one. Each step
 * starts from the current value, and a step without effect is left out. A task that was archived
 * here is not changed.
 */
export function importTask(
  command: Import,
  reads: ImportReads,
  context: DecisionContext,
): Decision {
  const { project } = reads
  const newChanges = changesToImport(command, reads)
  if (reads.task?.archivedAt) {
    return newChanges.length === 0
      ? noChange
      : reject('archived', 'This task is archived here.', 'taskId')
  }
  const failure = ensureKnownStatuses(command, project)
  if (failure) return failure
  const events: NewEvent[] = []
  let { task } = reads
  const append = (event: ImportedTaskEvent, imported: NewEvent['imported']) => {
    const version = (task?.version ?? 0) + 1
    const next = { ...event, taskId: command.taskId, version, imported } as NewEvent
    events.push(next)
    task = taskAfter(task, next, context)
  }
  if (!task)
    append(taskCreated(command, reads), {
      actor: command.first.reporter,
      at: command.first.createdAt,
    })
  for (const { eventsFor, imported } of newChanges) {
    for (const event of task ? eventsFor(task) : []) append(event, imported)
  }
  if (command.archivedAt && task && !reads.task) {
    const event = { type: 'task.archived', data: { statusId: task.statusId } } as const
    append(event, { actor: command.first.reporter, at: command.archivedAt })
  }
  if (events.length === 0) return noChange
  return ensureStatusExists(task, project) ?? accept(events, context)
}

/** Rejects an import that would leave a task in a removed status. */
function ensureStatusExists(task: Task | undefined, project: Project): Decision | null {
  return !task || task.archivedAt || findStatus(project, task.statusId)
    ? null
    : reject('not-found', 'The status it would be in has been removed here.', 'statusId')
}

function ensureKnownStatuses(command: Import, project: Project): Decision | null {
  const known = new Set(project.statuses.map((status) => status.id))
  const named = [command.first.statusId, ...command.steps.map((step) => step.status?.to)]
  return named.some((id) => id !== undefined && !known.has(id))
    ? reject('not-found', 'There is no such status.', 'statusId')
    : null
}

function taskCreated(command: Import, { rankRange }: ImportReads): ImportedTaskEvent {
  const { createdAt, reporter, rank, ...seed } = command.first
  return { type: 'task.created', data: { ...seed, rank: rank ?? rankBetween(rankRange) } }
}

/** Returns the changes that the task does not contain yet, oldest first. */
function changesToImport(
  command: Import,
  { task, rankRange, importedTask }: ImportReads,
): BackdatedChange[] {
  // A new task's first rank is free in every column. For a known task other tasks may have taken
  // it, so it gets a new rank.
  const rank = task ? rankBetween(rankRange) : null
  const until = task ? importedTask.lastImportedAt : null
  return [
    ...command.steps
      .filter((each) => !until || each.at > until)
      .map((each) => fromStep(each, rank)),
    ...notIn(importedTask.commentIds, command.comments).map(fromComment),
    ...notIn(importedTask.worklogIds, command.worklogs ?? []).map(fromWorklog),
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

/** Returns the entries whose id is not known yet, each id once. */
function notIn<T extends { id: Id }>(known: ReadonlySet<Id>, entries: readonly T[]): T[] {
  const seen = new Set(known)
  return entries.filter(({ id }) => !seen.has(id) && seen.add(id))
}

function fromStep(
  { at, actor, set, sets, status, sprint }: ImportedStep,
  rank: string | null,
): BackdatedChange {
  return {
    at,
    imported: { actor, at },
    eventsFor: (task) => [
      ...taskEdited(task, set, sets),
      ...(sprint && sprint.to !== task.sprintId ? [taskPlanned(task, sprint.to)] : []),
      ...(status && status.to !== task.statusId
        ? [taskMoved(task, status.to, rank ?? task.rank)]
        : []),
    ],
  }
}

function taskMoved(task: Task, to: string, rank: string): ImportedTaskEvent {
  return { type: 'task.moved', data: { from: task.statusId, to, fromRank: task.rank, rank } }
}

/** Moves a task into a sprint or out of it, with its rank in the backlog order unchanged. */
function taskPlanned(task: Task, to: Id | null): ImportedTaskEvent {
  const data = { from: task.sprintId, to, fromRank: task.backlogRank, rank: task.backlogRank }
  return { type: 'task.planned', data }
}

function taskEdited(
  task: Task,
  scalars: ScalarChanges = {},
  sets: SetChanges = {},
): ImportedTaskEvent[] {
  const set = Object.entries(scalars)
    .map(([field, { to }]) => [field, { from: task[field as ScalarField], to }] as const)
    .filter(([, { from, to }]) => !isEqual(from, to))
  const changed = Object.entries(sets)
    .map(([field, change]) => {
      const now = new Set(task[field as SetField])
      const added = change.added.filter((entry) => !now.has(entry))
      const removed = change.removed.filter((entry) => now.has(entry))
      return [field, { added, removed }] as const
    })
    .filter(([, { added, removed }]) => added.length + removed.length > 0)
  if (set.length + changed.length === 0) return []
  const data = {
    ...(set.length > 0 && { set: Object.fromEntries(set) as ScalarChanges }),
    ...(changed.length > 0 && { sets: Object.fromEntries(changed) as SetChanges }),
  }
  return [{ type: 'task.edited', data }]
}

function fromComment({ id, author, body, at }: ImportedComment): BackdatedChange {
  const event: ImportedTaskEvent = { type: 'comment.added', data: { commentId: id, body } }
  return { at, imported: { actor: author, at }, eventsFor: () => [event] }
}

/** The source's history has separate steps for the changes of the remaining estimate. */
function fromWorklog({ id, author, at, ...fields }: ImportedWorklog): BackdatedChange {
  const event: ImportedTaskEvent = {
    type: 'worklog.added',
    data: { worklogId: id, deductedFromRemaining: null, ...fields },
  }
  return { at, imported: { actor: author, at }, eventsFor: () => [event] }
}

export const importTaskCommand = defineCommand({
  type: 'task.import',
  role: 'admin',
  ...aboutUnseenTask,
  readSet: ({ taskId, steps }) => ({
    project: {},
    task: { taskId, description: steps.some((step) => step.set?.description) },
    rankRange: { taskIds: [taskId], statusId: WHOLE_PROJECT, position: { end: 'bottom' } },
    importedTask: taskId,
  }),
  decide: importTask,
})
