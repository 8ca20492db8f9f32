import type { Command } from '../commands'
import { clash } from '../conflict/judge'
import { apply, type Decision, type Facts, isOwn, noProject, refuse, type State } from '../decision'
import type { NewEvent } from '../events'
import type { Project } from '../project/project'
import type { Task } from '../task/task'
import type { Id } from '../words'
import type { Committed } from './events'
import { liveSprint, type Sprint } from './sprint'

/** The refusal of a command about a sprint that is not there. */
export const missing = () => refuse('not-found', 'There is no such sprint.', 'sprintId')

/** The sprint that a command names, completed or not. */
export const known = (id: Id, { project }: State) => liveSprint(project?.sprints ?? [], id)

/** What of a sprint is not archived. */
export const live = ({ sprintTasks = [] }: State) => sprintTasks.filter((task) => !task.archivedAt)

/** What the scope of a sprint keeps of a task. */
export const committed = (task: Task): Committed => ({ taskId: task.id, estimate: task.estimate })

/**
 * A sprint that a command names and may still change, or why not: completed while the sender was
 * not looking is a conflict, completed before that a refusal.
 */
export function opened(
  command: Command,
  id: Id,
  state: State,
  facts: Facts,
): { sprint: Sprint; project: Project } | { stop: Decision } {
  const { project } = state
  if (!project) return { stop: noProject() }
  const sprint = liveSprint(project.sprints, id)
  if (!sprint) return { stop: missing() }
  if (sprint.state !== 'closed') return { sprint, project }
  const missed = facts.missed.some(
    (e) => e.type === 'sprint.completed' && e.data.sprintId === id && !isOwn(e, facts),
  )
  return {
    stop: missed
      ? clash(command, 'sprint-closed', [], state, facts)
      : refuse('sprint-closed', `${sprint.name} is completed. Reopen it first.`, 'sprintId'),
  }
}

type Own = Extract<NewEvent, { type: `sprint.${string}` | 'project.sprints' }>
type Change = { [K in Own['type']]: Pick<Extract<Own, { type: K }>, 'type' | 'data'> }[Own['type']]

/** The end of a command that changes the project's sprints, each event a version of the project. */
export function change(project: Project, facts: Facts, ...changes: Change[]): Decision {
  const events = changes.map(
    (each, i) => ({ ...each, taskId: null, version: project.version + 1 + i }) as NewEvent,
  )
  return apply(events, facts)
}

/** The task in another sprint, at the place in the planning order that it has. */
export function replanned(task: Task, to: Id | null): NewEvent {
  const data = { from: task.sprintId, to, fromRank: task.planRank, rank: task.planRank }
  return { type: 'task.planned', taskId: task.id, version: task.version + 1, data }
}
