import type { Command } from '@/domain/commands'
import type { StoredEvent } from '@/domain/events'
import type { Id, Role } from '@/domain/kernel/primitives'
import { initialState, type ProjectState, replayEvent } from '@/domain/replayEvent'
import type { Task } from '@/domain/task/task'
import type { TransitionRule } from '@/domain/workflow/transition'

/**
 * Returns the moves in a log that the workflow did not allow at that time, as text. Uses only the
 * log and not the code under test. Only moves that a person requested are checked.
 */
export function illegalMoves(
  events: readonly StoredEvent[],
  commands: ReadonlyMap<Id, Command>,
  roleOf: (person: Id) => Role | undefined,
): string[] {
  const state = initialState()
  /** Each task before the command that changed it last. */
  const before = new Map<Id, { commandId: Id; task: Task | undefined }>()
  return events.flatMap((event) => {
    const { taskId, commandId } = event
    if (taskId && before.get(taskId)?.commandId !== commandId) {
      before.set(taskId, { commandId, task: state.tasks.get(taskId) })
    }
    const violation = isRequestedMove(commands.get(commandId), state)
      ? violationOf(event, state, before.get(taskId ?? '')?.task, roleOf(event.actor))
      : null
    replayEvent(state, event)
    return violation ? [`${event.seq}: ${violation}`] : []
  })
}

function isRequestedMove(command: Command | undefined, state: ProjectState): boolean {
  if (command?.type !== 'conflict.resolve') return command?.type === 'task.move'
  return state.conflicts.get(command.conflictId)?.command.type === 'task.move'
}

function violationOf(
  event: StoredEvent,
  { project, tasks }: ProjectState,
  taskBefore: Task | undefined,
  role: Role | undefined,
): string | null {
  if (event.type !== 'task.moved' || event.data.from === event.data.to) return null
  const transitions = project?.statuses.find((each) => each.id === event.data.from)?.transitions
  if (!transitions) return null
  const transition = transitions.find((each) => each.to === event.data.to)
  const taskAfter = tasks.get(event.taskId ?? '')
  if (!transition || !taskAfter || !taskBefore || !role) return `no transition to ${event.data.to}`
  const filledFields = transition.rules.flatMap((rule) =>
    rule.kind === 'postFunction' && rule.to !== null && rule.to !== 'none'
      ? [rule.field as string]
      : [],
  )
  const brokenRule = transition.rules.find(
    (rule) => !isRuleMet(rule, taskAfter, filledFields, taskBefore, event.actor, role),
  )
  return brokenRule ? JSON.stringify(brokenRule) : null
}

function isRuleMet(
  rule: TransitionRule,
  taskAfter: Task,
  filledFields: string[],
  taskBefore: Task,
  actor: Id,
  role: Role,
) {
  if (rule.kind === 'postFunction') return true
  if (rule.kind === 'condition') {
    return rule.roles.includes(role) || (rule.assignee && taskBefore.assignees.includes(actor))
  }
  return rule.fields.every((field) => {
    const value = taskAfter[field]
    return filledFields.includes(field) || (Array.isArray(value) ? value[0] : (value ?? '')) !== ''
  })
}
