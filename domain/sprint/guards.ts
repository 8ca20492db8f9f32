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

/** The refusal of a command about a sprint that is not there. */
export const sprintNotFound = () => reject('not-found', 'There is no such sprint.', 'sprintId')

/** The sprint that a command names, completed or not. */
export const sprintOfCommand = (id: Id, { project }: Reads<'project'>) =>
  findSprint(project.sprints, id)

/** What of a sprint is not archived. */
export const unarchivedTasks = ({ sprintTasks }: Reads<'sprintTasks'>) =>
  sprintTasks.filter((task) => !task.archivedAt)

/** What the scope of a sprint keeps of a task. */
export const toCommittedTask = (task: Task): CommittedTask => ({
  taskId: task.id,
  estimate: task.estimate,
})

/**
 * A sprint that a command names and may still change, or why not: completed while the sender was
 * not looking is a conflict, completed before that a refusal.
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
  if (sprint.state !== 'closed') return { sprint, project }
  const missed = context.concurrentEvents.some(
    (e) => e.type === 'sprint.completed' && e.data.sprintId === id && !isOwnEvent(e, context),
  )
  return {
    failure: missed
      ? raiseConflict(command, 'sprint-closed', [], reads, context)
      : reject('sprint-closed', `${sprint.name} is completed. Reopen it first.`, 'sprintId'),
  }
}

type SprintEvent = Extract<
  NewEvent,
  { type: `sprint.${string}` | 'project.parallelSprintsChanged' }
>
type SprintEventChange = {
  [K in SprintEvent['type']]: Pick<Extract<SprintEvent, { type: K }>, 'type' | 'data'>
}[SprintEvent['type']]

/** The end of a command that changes the project's sprints, each event a version of the project. */
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

/** The task in another sprint, at the place in the planning order that it has. */
export function taskPlannedEvent(task: Task, to: Id | null): NewEvent {
  const data = { from: task.sprintId, to, fromRank: task.backlogRank, rank: task.backlogRank }
  return { type: 'task.planned', taskId: task.id, version: task.version + 1, data }
}
