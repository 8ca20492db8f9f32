import type { Command, CommandOf } from '../commands'
import {
  accept,
  type Decision,
  type DecisionContext,
  noChange,
  reject,
  type TaskResult,
} from '../decision'
import { aboutTasks, defineCommand } from '../defineCommand'
import { backlogSectionOf } from '../kernel/rank'
import type { NestedCommands, Reads } from '../reads'
import type { TaskRef } from '../sprint/commands'
import { type FixedRanges, WorkingState } from '../workingState'
import type { Task } from './task'

type BulkCommand = CommandOf<'task.bulk'>

/**
 * Applies one change to many tasks. Each task follows the rules of the single commands: it is
 * changed completely, or left unchanged with the reason. One failure does not affect the others.
 */
export function bulkChangeTasks(
  command: BulkCommand,
  reads: Reads<'project' | 'rankRange' | 'backlogRankRange' | 'nested'>,
  context: DecisionContext,
): Decision {
  const workingState = new WorkingState(reads.project, reads.nested.source, context)
  const taskResults: TaskResult[] = []
  for (const taskRef of command.tasks) {
    const attempt = new WorkingState(workingState.project, workingState, context)
    attempt.ranges = rangesAfter(workingState.events, reads)
    const message = applyToTask(command, taskRef, attempt, reads.nested)
    const { taskId } = taskRef
    if (message !== null) {
      taskResults.push({ taskId, outcome: 'skipped', message })
      continue
    }
    taskResults.push({ taskId, outcome: attempt.events.length > 0 ? 'applied' : 'unchanged' })
    for (const event of attempt.events) workingState.record(event)
  }
  const { events } = workingState
  if (events.length > 0) return { ...accept(events, context), taskResults }
  if (taskResults.every((each) => each.outcome === 'unchanged')) return { ...noChange, taskResults }
  const [first] = taskResults.filter((each) => each.outcome === 'skipped')
  return {
    ...reject('invalid', first?.message ?? 'Nothing could be changed.', 'tasks'),
    taskResults,
  }
}

/** Returns why a task could not be changed; null when it was changed or already as requested. */
function applyToTask(
  command: BulkCommand,
  taskRef: TaskRef,
  attempt: WorkingState,
  { decide }: NestedCommands,
): string | null {
  for (const each of commandsFor(command, taskRef, attempt.task(taskRef.taskId))) {
    const decision = decide(each, attempt)
    if (decision.outcome === 'rejected') return decision.rejection?.message ?? 'It was refused.'
    if (decision.outcome === 'conflict') return 'Somebody else has changed it meanwhile.'
    for (const event of decision.events) attempt.record(event)
  }
  return null
}

/**
 * Returns the single commands that apply a change to one task, without those that have no effect.
 */
function commandsFor(
  { change }: BulkCommand,
  { taskId, baseVersion }: TaskRef,
  task?: Task,
): Command[] {
  const { set, add, remove, statusId, sprintId, archive } = change
  const taskRef = { taskId, baseVersion }
  const commands: Command[] = []
  const plan: Command[] =
    sprintId !== undefined && sprintId !== task?.sprintId
      ? [{ type: 'task.plan', tasks: [taskRef], sprintId, position: {} }]
      : []
  // A task leaves its sprint before it gets a type that is not planned, and enters one afterwards.
  if (sprintId === null) commands.push(...plan)
  if (set || add || remove || !task)
    commands.push({ type: 'task.edit', ...taskRef, set, add, remove })
  if (statusId !== undefined && statusId !== task?.statusId) {
    commands.push({ type: 'task.move', ...taskRef, statusId, position: {} })
  }
  if (sprintId !== null) commands.push(...plan)
  if (archive) commands.push({ type: 'task.archive', ...taskRef })
  return commands
}

/**
 * Returns the ranges at the bottom of the column and the section, after the tasks that the command
 * has already moved there.
 */
function rangesAfter(
  events: WorkingState['events'],
  { rankRange, backlogRankRange }: FixedRanges,
): FixedRanges {
  let { lower } = rankRange
  let { lower: backlogLower } = backlogRankRange
  for (const event of events) {
    if (event.type === 'task.moved') lower = event.data.rank
    if (event.type === 'task.planned') backlogLower = event.data.rank
  }
  return {
    rankRange: { lower, upper: null },
    backlogRankRange: { lower: backlogLower, upper: null },
  }
}

export const bulkChangeCommand = defineCommand({
  type: 'task.bulk',
  role: 'member',
  ...aboutTasks,
  readSet: (command) => {
    const { statusId, sprintId } = command.change
    // At the very bottom: tasks that are already in the column or section keep their position.
    const bottom = { taskIds: [], position: { end: 'bottom' } } as const
    return {
      project: { sprints: sprintId !== undefined },
      rankRange: statusId === undefined ? null : { ...bottom, statusId },
      backlogRankRange:
        sprintId === undefined ? null : { ...bottom, statusId: backlogSectionOf({ sprintId }) },
      nested: command.tasks.flatMap((taskRef) => commandsFor(command, taskRef)),
    }
  },
  decide: bulkChangeTasks,
})
