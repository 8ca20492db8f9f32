import type { CommandOf } from '../commands'
import { detectScalarConflict, raiseConflict } from '../conflict/detectConflict'
import { concurrentChangeOf } from '../conflict/fieldChanges'
import {
  accept,
  type Decision,
  type DecisionContext,
  noChange,
  reject,
  type TaskResult,
} from '../decision'
import { aboutTasks, defineCommand } from '../defineCommand'
import type { NewEvent } from '../events'
import type { Id } from '../kernel/primitives'
import type { RankRange } from '../kernel/rank'
import { backlogSectionOf } from '../kernel/rank'
import type { Reads } from '../reads'
import { ensureDistinctTasks, ensureEditable, reasonNotPlannable } from '../task/guards'
import type { Task } from '../task/task'
import { backlogRanksBetween } from './backlogRank'
import { sprintNotFound } from './guards'
import { initialBacklogRank } from './initialBacklogRank'

type PlanReads = Reads<'project' | 'tasks' | 'backlogRankRange'>

type Plan = CommandOf<'task.plan'>
/** The result for one task: it is planned, stays unchanged, or is skipped with a reason. */
type PlanCheck = 'plan' | 'keep' | { skipReason: string; failure: Decision }

/**
 * Moves tasks to a position in a sprint or the backlog. Concurrent changes of the order both apply,
 * next to the nearest neighbours that are still there.
 */
export function planTasks(command: Plan, reads: PlanReads, context: DecisionContext): Decision {
  const { project } = reads
  const sprint = project.sprints.find((each) => each.id === command.sprintId)
  if (command.sprintId !== null && !sprint) return sprintNotFound()
  const repeated = ensureDistinctTasks(
    command.tasks.map(({ taskId }) => taskId),
    'tasks',
  )
  if (repeated) return repeated
  const singleTask =
    command.tasks.length === 1 ? reads.tasks.get(command.tasks[0]?.taskId ?? '') : undefined
  if (sprint && (sprint.removedAt || sprint.state === 'closed')) {
    const end = sprint.removedAt ? 'deleted' : 'completed'
    return singleTask
      ? raiseConflict(
          command,
          'sprint-closed',
          [],
          { ...reads, task: singleTask },
          contextForTask(singleTask.id, context),
        )
      : reject('sprint-closed', `${sprint.name} is ${end}. Choose another.`, 'sprintId')
  }
  const checks = command.tasks.map(({ taskId }) => ({
    taskId,
    check: checkTask(command, taskId, reads, context),
  }))
  const singleCheck = checks.length === 1 ? checks[0]?.check : undefined
  if (singleCheck && typeof singleCheck === 'object') return singleCheck.failure
  const moving = checks.flatMap(({ taskId, check }) => {
    const task = check === 'plan' ? reads.tasks.get(taskId) : undefined
    return task ? [task] : []
  })
  const events = isInPosition(moving, command.sprintId, reads.backlogRankRange)
    ? []
    : plannedEvents(moving, command, reads)
  const taskResults = checks.map(({ taskId, check }): TaskResult => {
    if (typeof check === 'object') return { taskId, outcome: 'skipped', message: check.skipReason }
    const done = check === 'plan' && events.some((event) => event.taskId === taskId)
    return { taskId, outcome: done ? 'applied' : 'unchanged' }
  })
  if (events.length === 0) return { ...noChange, taskResults }
  return { ...accept(events, context), taskResults }
}

function checkTask(
  command: Plan,
  taskId: Id,
  reads: PlanReads,
  context: DecisionContext,
): PlanCheck {
  const task = reads.tasks.get(taskId)
  const taskContext = contextForTask(taskId, context)
  const failure = ensureEditable(command, { ...reads, task }, taskContext)
  if (failure || !task)
    return { skipReason: task ? 'It is archived.' : 'It is gone.', failure: failure ?? noChange }
  const skipReason = reasonNotPlannable(task.type)
  if (skipReason) return { skipReason, failure: reject('invalid', skipReason, 'tasks') }
  const missed = concurrentChangeOf('sprint', taskContext)
  const wasPlannedConcurrently = missed !== null && missed.base !== task.sprintId
  if (wasPlannedConcurrently && missed.base === command.sprintId) return 'keep'
  const verdict = detectScalarConflict('sprint', task.sprintId, command.sprintId, taskContext)
  if (verdict === 'same' || !('conflict' in verdict)) return 'plan'
  return {
    skipReason: 'Somebody else has planned it meanwhile.',
    failure: raiseConflict(command, 'changed', [verdict.conflict], { ...reads, task }, taskContext),
  }
}

/** Returns the decision context for one of the tasks. */
function contextForTask(taskId: Id, context: DecisionContext): DecisionContext {
  return { ...context, concurrentEvents: context.concurrentEventsBySubject.get(taskId) ?? [] }
}

/** Returns whether all tasks are already at the target position in the requested order. */
function isInPosition(tasks: Task[], sprintId: Id | null, rankRange: RankRange): boolean {
  let last = rankRange.lower ?? ''
  for (const task of tasks) {
    if (task.sprintId !== sprintId || task.backlogRank <= last) return false
    last = task.backlogRank
  }
  return rankRange.upper === null || last < rankRange.upper
}

function plannedEvents(tasks: Task[], command: Plan, reads: PlanReads): NewEvent[] {
  const { backlogRankRange: rankRange } = reads
  const { lower } = rankRange
  // The loaded range ignores all named tasks, but skipped ones keep their rank inside it.
  const upper = command.tasks
    .map(({ taskId }) => reads.tasks.get(taskId))
    .flatMap((task) => (task && !tasks.includes(task) ? [task.backlogRank] : []))
    .filter((rank) => lower === null || rank > lower)
    .reduce(lowerOf, rankRange.upper ?? initialBacklogRank(reads.project.nextNumber))
  const ranks = backlogRanksBetween({ lower, upper }, tasks.length)
  return tasks.map((task, i) => ({
    type: 'task.planned',
    taskId: task.id,
    version: task.version + 1,
    data: {
      from: task.sprintId,
      to: command.sprintId,
      fromRank: task.backlogRank,
      rank: ranks[i] ?? '',
    },
  }))
}

const lowerOf = (a: string, b: string) => (a < b ? a : b)

export const planTasksCommand = defineCommand({
  type: 'task.plan',
  role: 'member',
  ...aboutTasks,
  readSet: (command) => {
    const taskIds = command.tasks.map((each) => each.taskId)
    const { position } = command
    return {
      project: { sprints: true },
      tasks: { taskIds },
      backlogRankRange: { taskIds, statusId: backlogSectionOf(command), position },
    }
  },
  decide: planTasks,
})
