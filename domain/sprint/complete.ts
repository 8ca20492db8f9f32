import type { CommandOf } from '../commands'
import { raiseConflict } from '../conflict/detectConflict'
import { type Decision, type DecisionContext, isOwnEvent, noChange, reject } from '../decision'
import { aboutSprint, defineCommand } from '../defineCommand'
import type { EventOf, StoredEvent } from '../events'
import type { Id } from '../kernel/primitives'
import { rankBetween } from '../kernel/rank'
import type { Project } from '../project/project'
import type { Reads } from '../reads'
import type { Task } from '../task/task'
import {
  acceptProjectEvents,
  sprintNotFound,
  sprintOfCommand,
  taskPlannedEvent,
  toCommittedTask,
  unarchivedTasks,
} from './guards'
import { findSprint } from './sprint'

type Complete = CommandOf<'sprint.complete'>

/** Completes a sprint and moves its unfinished tasks to the destinations of the command. */
export function completeSprint(
  command: Complete,
  reads: Reads<'project' | 'sprintTasks'>,
  context: DecisionContext,
): Decision {
  const { project } = reads
  const sprint = sprintOfCommand(command.sprintId, reads)
  if (!sprint) return sprintNotFound()
  if (sprint.state === 'closed') return completedConcurrently(command, reads, context)
  if (sprint.state === 'planned') {
    return reject('invalid', 'This sprint has not started yet.', 'sprintId')
  }
  const failure = ensureValidDestinations(command, project)
  if (failure) return failure
  const destinationOf = destinationsOf(command)
  const tasks = unarchivedTasks(reads)
  const open = tasks.filter((task) => !isDone(task, project))
  const notDone = open.map((task) => ({ ...toCommittedTask(task), to: destinationOf(task.id) }))
  const done = tasks.filter((task) => isDone(task, project)).map(toCommittedTask)
  const created = command.newSprint ? [newSprint(command.newSprint, project)] : []
  const completed = {
    type: 'sprint.completed',
    data: { sprintId: command.sprintId, done, notDone },
  } as const
  const ended = acceptProjectEvents(project, context, ...created, completed)
  const moves = open.map((task, i) => taskPlannedEvent(task, notDone[i]?.to ?? null))
  return { ...ended, events: [...ended.events, ...moves] }
}

/**
 * Handles a sprint that someone else completed concurrently. When they moved its tasks to the same
 * destinations, there is nothing to do; otherwise it is a conflict.
 */
function completedConcurrently(
  command: Complete,
  reads: Reads<'project'>,
  context: DecisionContext,
): Decision {
  const theirs = context.concurrentEvents.findLast(
    (e): e is EventOf<'sprint.completed'> =>
      e.type === 'sprint.completed' && e.data.sprintId === command.sprintId,
  )
  if (!theirs || isOwnEvent(theirs, context)) return noChange
  const destinationOf = destinationsOf(command)
  const isSameOutcome = theirs.data.notDone.every(({ taskId, to }) => {
    const mine = destinationOf(taskId)
    return (
      mine === to ||
      (mine !== null && mine === command.newSprint?.sprintId && wasCreatedBy(to, theirs, context))
    )
  })
  return isSameOutcome ? noChange : raiseConflict(command, 'sprint-closed', [], reads, context)
}

/** Returns whether a sprint was created by the same command as an event. */
function wasCreatedBy(id: Id | null, by: StoredEvent, context: DecisionContext): boolean {
  return context.concurrentEvents.some(
    (e) => e.type === 'sprint.created' && e.data.sprintId === id && e.commandId === by.commandId,
  )
}

/** Returns a function that gives the destination of each unfinished task. */
function destinationsOf({ destinations, defaultDestination }: Complete): (taskId: Id) => Id | null {
  const goes = new Map(destinations?.map(({ taskId, to }) => [taskId, to]))
  return (taskId) => {
    const to = goes.get(taskId)
    return to === undefined ? defaultDestination : to
  }
}

/** Returns whether the status of a task is in the category `done`. */
export function isDone(task: Pick<Task, 'statusId'>, project: Project): boolean {
  const status = project.statuses.find((each) => each.id === task.statusId)
  return status?.category === 'done'
}

function ensureValidDestinations(command: Complete, project: Project): Decision | null {
  if (
    command.newSprint &&
    project.sprints.some((each) => each.id === command.newSprint?.sprintId)
  ) {
    return reject('id-taken', 'Another sprint has this id.', 'newSprint')
  }
  if (command.newSprint && !command.newSprint.name.trim()) {
    return reject('invalid', 'A sprint needs a name.', 'newSprint')
  }
  for (const to of [
    command.defaultDestination,
    ...(command.destinations ?? []).map((choice) => choice.to),
  ]) {
    if (to === null || to === command.newSprint?.sprintId) continue
    const targetSprint = findSprint(project.sprints, to)
    if (!targetSprint) return reject('not-found', 'There is no such sprint.', 'defaultDestination')
    if (targetSprint.state === 'closed' || targetSprint.id === command.sprintId) {
      return reject(
        'sprint-closed',
        `${targetSprint.name} takes no more tasks. Choose another.`,
        'defaultDestination',
      )
    }
  }
  return null
}

function newSprint({ sprintId, name }: { sprintId: Id; name: string }, project: Project) {
  const rank = rankBetween({ lower: project.sprints.at(-1)?.rank ?? null, upper: null })
  const data = { sprintId, name: name.trim(), goal: '', startDate: null, endDate: null, rank }
  return { type: 'sprint.created', data } as const
}

export const completeSprintCommand = defineCommand({
  type: 'sprint.complete',
  role: 'member',
  ...aboutSprint,
  readSet: ({ sprintId }) => ({ project: { sprints: true }, sprintTasks: sprintId }),
  decide: completeSprint,
})
