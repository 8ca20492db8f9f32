import type { Command } from '../commands'
import { raiseConflict } from '../conflict/detectConflict'
import { accept, type Decision, type DecisionContext, isOwnEvent, reject } from '../decision'
import type { NewEvent } from '../events'
import type { Id } from '../kernel/primitives'
import type { Project } from '../project/project'
import type { Reads } from '../reads'
import type { Task } from '../task/task'
import type { CommittedTask } from './events'
import { findSprint, type Sprint } from './sprint'

/** Returns the rejection of a command on a sprint that does not exist. */
export const sprintNotFound = () => reject('not-found', 'There is no such sprint.', 'sprintId')

/** Returns the sprint of a command, completed or not; undefined when it does not exist. */
export const sprintOfCommand = (id: Id, { project }: Reads<'project'>) =>
  findSprint(project.sprints, id)

/** Returns the tasks of a sprint that are not archived. */
export const unarchivedTasks = ({ sprintTasks }: Reads<'sprintTasks'>) =>
  sprintTasks.filter((task) => !task.archivedAt)

/** Returns a task as the scope of a sprint stores it. */
export const toCommittedTask = (task: Task): CommittedTask => ({
  taskId: task.id,
  estimate: task.estimate,
})

/**
 * Returns a sprint that can still be changed, or the failure: a conflict when it was completed
 * after the base version, a rejection when it was completed before.
 */
export function requireOpenSprint(
  command: Command,
  id: Id,
  reads: Reads<'project'>,
  context: DecisionContext,
): { sprint: Sprint; project: Project } | { failure: Decision } {
  const { project } = reads
  const sprint = findSprint(project.sprints, id)
  if (!sprint) return { failure: sprintNotFound() }
  const completed = ensureNotCompleted(sprint)
  if (!completed) return { sprint, project }
  const missed = context.concurrentEvents.some(
    (e) => e.type === 'sprint.completed' && e.data.sprintId === id && !isOwnEvent(e, context),
  )
  return {
    failure: missed ? raiseConflict(command, 'sprint-closed', [], reads, context) : completed,
  }
}

/** Returns a rejection when a sprint is completed, otherwise null. */
export const ensureNotCompleted = ({ name, state }: Sprint): Decision | null =>
  state === 'closed'
    ? reject('sprint-closed', `${name} is completed. Reopen it first.`, 'sprintId')
    : null

/**
 * Returns a rejection when another sprint is running and the project allows only one at a time,
 * otherwise null.
 */
export function ensureNoneRunning({ sprints, parallelSprints }: Project): Decision | null {
  const running = sprints.find((each) => each.state === 'active' && !each.removedAt)
  return running && !parallelSprints
    ? reject('sprint-running', `${running.name} is running. Complete it first.`, 'sprintId')
    : null
}

type SprintEvent = Extract<
  NewEvent,
  { type: `sprint.${string}` | 'project.parallelSprintsChanged' }
>
type SprintEventChange = {
  [K in SprintEvent['type']]: Pick<Extract<SprintEvent, { type: K }>, 'type' | 'data'>
}[SprintEvent['type']]

/**
 * Returns the decision of a command that changes the project's sprints; each event increases the
 * project's version.
 */
export function acceptProjectEvents(
  project: Project,
  context: DecisionContext,
  ...changes: SprintEventChange[]
): Decision {
  const events = changes.map(
    (each, i) => ({ ...each, taskId: null, version: project.version + 1 + i }) as NewEvent,
  )
  return accept(events, context)
}

/**
 * Returns the event that moves a task to another sprint with its rank in the backlog order
 * unchanged.
 */
export function taskPlannedEvent(task: Task, to: Id | null): NewEvent {
  const data = { from: task.sprintId, to, fromRank: task.backlogRank, rank: task.backlogRank }
  return { type: 'task.planned', taskId: task.id, version: task.version + 1, data }
}
