import type { CommandOf } from '../commands'
import {
  apply,
  type Decision,
  type Facts,
  noProject,
  refuse,
  type State,
  unchanged,
} from '../decision'
import { equal } from '../equal'
import type { NewEvent } from '../events'
import { logged } from '../logged'
import { liveStatus, type Project } from '../project/project'
import { rankBetween } from '../rank'
import type { Id, Moment } from '../words'
import type { ImportedComment, ImportedStep, ImportedWorklog } from './commands'
import type { ScalarChanges, SetChanges } from './events'
import { evolveTask } from './evolve'
import type { ScalarField, SetField, Task } from './task'

type Import = CommandOf<'task.import'>
type TaskEvent = Omit<NewEvent, 'taskId' | 'version' | 'imported'>
/** What happened elsewhere, and what it comes to on the task as it stands by then. */
type Dated = { at: Moment; imported: NewEvent['imported']; on: (task: Task) => TaskEvent[] }

/**
 * A task from elsewhere as backdated events, oldest first, so that its fold is the task as it
 * stands there. Repeated, it adds only the steps and comments that came since, on top of what the
 * task has become here: a step starts from the present value, and one that changes nothing is left
 * out. A task archived here takes nothing more in.
 */
export function importTask(c: Import, state: State, facts: Facts): Decision {
  const { project } = state
  if (!project) return noProject()
  const news = since(c, state, facts)
  if (state.task?.archivedAt) {
    return news.length === 0
      ? unchanged
      : refuse('archived', 'This task is archived here.', 'taskId')
  }
  const stop = unknownStatus(c, project)
  if (stop) return stop
  const events: NewEvent[] = []
  let { task } = state
  const take = (event: TaskEvent, imported: NewEvent['imported']) => {
    const version = (task?.version ?? 0) + 1
    const next = { ...event, taskId: c.taskId, version, imported } as NewEvent
    events.push(next)
    task = evolveTask(task, logged(next, { ...facts, projectId: project.id, seq: 0 }))
  }
  if (!task) take(created(c, facts), { actor: c.first.reporter, at: c.first.createdAt })
  for (const { on, imported } of news) {
    for (const event of task ? on(task) : []) take(event, imported)
  }
  if (c.archivedAt && task && !state.task) {
    const event = { type: 'task.archived', data: { statusId: task.statusId } } as const
    take(event, { actor: c.first.reporter, at: c.archivedAt })
  }
  if (events.length === 0) return unchanged
  return stranded(task, project) ?? apply(events, facts)
}

/** Refuses to leave a task in a column that no longer is there to show it. */
function stranded(task: Task | undefined, project: Project): Decision | null {
  return !task || task.archivedAt || liveStatus(project, task.statusId)
    ? null
    : refuse('not-found', 'The status it would be in has been removed here.', 'statusId')
}

function unknownStatus(c: Import, project: Project): Decision | null {
  const known = new Set(project.statuses.map((status) => status.id))
  const named = [c.first.statusId, ...c.steps.map((step) => step.status?.to)]
  return named.some((id) => id !== undefined && !known.has(id))
    ? refuse('not-found', 'There is no such status.', 'statusId')
    : null
}

function created(c: Import, facts: Facts): TaskEvent {
  const { createdAt, reporter, rank, ...seed } = c.first
  return { type: 'task.created', data: { ...seed, rank: rank ?? rankBetween(facts.between) } }
}

/** What the task has not taken in yet, in the order of time. */
function since(c: Import, { task }: State, facts: Facts): Dated[] {
  // Its first rank is free in every column; by now others may have taken it there.
  const rank = task ? rankBetween(facts.between) : null
  const until = task ? facts.importedUntil : null
  const known = facts.commentIds ?? new Set()
  return [
    ...c.steps.filter((each) => !until || each.at > until).map((each) => step(each, rank)),
    ...c.comments.filter((each) => !known.has(each.id)).map(comment),
    ...(c.worklogs ?? []).filter((each) => !facts.worklogIds?.has(each.id)).map(worklog),
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

function step({ at, actor, set, sets, status, sprint }: ImportedStep, rank: string | null): Dated {
  return {
    at,
    imported: { actor, at },
    on: (task) => [
      ...edited(task, set, sets),
      ...(sprint && sprint.to !== task.sprintId ? [planned(task, sprint.to)] : []),
      ...(status && status.to !== task.statusId ? [moved(task, status.to, rank ?? task.rank)] : []),
    ],
  }
}

function moved(task: Task, to: string, rank: string): TaskEvent {
  return { type: 'task.moved', data: { from: task.statusId, to, fromRank: task.rank, rank } }
}

/** Into a sprint or out of it, at the place in the planning order that it has. */
function planned(task: Task, to: Id | null): TaskEvent {
  const data = { from: task.sprintId, to, fromRank: task.planRank, rank: task.planRank }
  return { type: 'task.planned', data }
}

function edited(task: Task, wanted: ScalarChanges = {}, sets: SetChanges = {}): TaskEvent[] {
  const set = Object.entries(wanted)
    .map(([field, { to }]) => [field, { from: task[field as ScalarField], to }] as const)
    .filter(([, { from, to }]) => !equal(from, to))
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

function comment({ id, author, body, at }: ImportedComment): Dated {
  const event: TaskEvent = { type: 'comment.added', data: { commentId: id, body } }
  return { at, imported: { actor: author, at }, on: () => [event] }
}

/** What it took off the remaining estimate the history tells by steps of their own. */
function worklog({ id, author, at, ...fields }: ImportedWorklog): Dated {
  const event: TaskEvent = {
    type: 'worklog.added',
    data: { worklogId: id, taken: null, ...fields },
  }
  return { at, imported: { actor: author, at }, on: () => [event] }
}
