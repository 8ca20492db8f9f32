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
 * Changes many tasks in the same way. Each is judged by itself, by the rules of the single
 * commands, and changed wholly or left with the reason: one that cannot keeps no other back.
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

/** Why one task could not be changed; null when it could, or was as wanted already. */
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

/** The single commands that a change comes to for one task; what is so already is left out. */
function commandsFor(
  { change }: BulkCommand,
  { taskId, baseVersion }: TaskRef,
  task?: Task,
): Command[] {
  const { set, add, remove, statusId, sprintId, archive } = change
  const taskRef = { taskId, baseVersion }
  const commands: Command[] = []
  if (set || add || remove || !task)
    commands.push({ type: 'task.edit', ...taskRef, set, add, remove })
  if (statusId !== undefined && statusId !== task?.statusId) {
    commands.push({ type: 'task.move', ...taskRef, statusId, position: {} })
  }
  if (sprintId !== undefined && sprintId !== task?.sprintId) {
    commands.push({ type: 'task.plan', tasks: [taskRef], sprintId, position: {} })
  }
  if (archive) commands.push({ type: 'task.archive', ...taskRef })
  return commands
}

/** The bottom of the column and of the section, behind what the command has put there so far. */
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
    // Behind all there are: those of the tasks that are there already stay where they stand.
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
