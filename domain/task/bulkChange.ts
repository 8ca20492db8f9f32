import type { Command, CommandOf } from '../commands'
import {
  accept,
  type Decision,
  type DecisionContext,
  type DecisionState,
  noChange,
  projectNotFound,
  reject,
  type TaskResult,
} from '../decision'
import type { TaskRef } from '../sprint/commands'
import { WorkingState } from '../workingState'
import type { Task } from './task'

type BulkCommand = CommandOf<'task.bulk'>
type Decide = (command: Command, state: DecisionState, context: DecisionContext) => Decision

/**
 * Changes many tasks in the same way. Each is judged by itself, by the rules of the single
 * commands, and changed wholly or left with the reason: one that cannot keeps no other back.
 */
export function bulkChangeTasks(
  command: BulkCommand,
  state: DecisionState,
  context: DecisionContext,
  decide: Decide,
): Decision {
  const { project } = state
  if (!project) return projectNotFound()
  let workingState = new WorkingState(project, state, context)
  const taskResults: TaskResult[] = []
  for (const taskRef of command.tasks) {
    const attempt = new WorkingState(workingState.project, workingState, context)
    const message = applyToTask(command, taskRef, attempt, workingState, context, decide)
    const { taskId } = taskRef
    if (message !== null) {
      taskResults.push({ taskId, outcome: 'skipped', message })
      continue
    }
    taskResults.push({ taskId, outcome: attempt.events.length > 0 ? 'applied' : 'unchanged' })
    attempt.events.unshift(...workingState.events)
    workingState = attempt
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
  c: BulkCommand,
  taskRef: TaskRef,
  attempt: WorkingState,
  before: WorkingState,
  context: DecisionContext,
  decide: Decide,
): string | null {
  const concurrentEvents = context.concurrentEventsByTask?.get(taskRef.taskId) ?? []
  for (const command of commandsFor(c, taskRef, attempt.tasks.get(taskRef.taskId))) {
    const task = attempt.tasks.get(taskRef.taskId)
    const tasks = task && new Map([[task.id, task]])
    const own = {
      ...context,
      concurrentEvents,
      ...rankRangesAfter([...before.events, ...attempt.events], context),
    }
    const concurrentEventsByTask = new Map([[taskRef.taskId, concurrentEvents]])
    const decision = decide(
      command,
      { project: attempt.project, task, tasks },
      { ...own, concurrentEventsByTask },
    )
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
function rankRangesAfter(
  events: WorkingState['events'],
  { rankRange, backlogRankRange }: DecisionContext,
): Pick<DecisionContext, 'rankRange' | 'backlogRankRange'> {
  let { lower } = rankRange
  let backlogLower = backlogRankRange?.lower ?? null
  for (const event of events) {
    if (event.type === 'task.moved') lower = event.data.rank
    if (event.type === 'task.planned') backlogLower = event.data.rank
  }
  return {
    rankRange: { lower, upper: null },
    backlogRankRange: { lower: backlogLower, upper: null },
  }
}
