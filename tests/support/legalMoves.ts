import type { Command } from '@/domain/commands'
import type { LoggedEvent } from '@/domain/events'
import { type Folded, fold, nothing } from '@/domain/fold'
import type { Rule } from '@/domain/project/transition'
import type { Task } from '@/domain/task/task'
import type { Id, Role } from '@/domain/words'

/**
 * The moves of a log that the workflow did not allow at that moment, in words: told from the log
 * alone, without the code that decides. Only moves that somebody asked for count.
 */
export function illegalMoves(
  events: readonly LoggedEvent[],
  commands: ReadonlyMap<Id, Command>,
  roleOf: (person: Id) => Role | undefined,
): string[] {
  const state = nothing()
  /** Each task as it was before the command that changed it last. */
  const before = new Map<Id, { commandId: Id; task: Task | undefined }>()
  return events.flatMap((event) => {
    const { taskId, commandId } = event
    if (taskId && before.get(taskId)?.commandId !== commandId) {
      before.set(taskId, { commandId, task: state.tasks.get(taskId) })
    }
    const fault = isAsked(commands.get(commandId), state)
      ? faultOf(event, state, before.get(taskId ?? '')?.task, roleOf(event.actor))
      : null
    fold(state, event)
    return fault ? [`${event.seq}: ${fault}`] : []
  })
}

function isAsked(command: Command | undefined, state: Folded): boolean {
  if (command?.type !== 'conflict.resolve') return command?.type === 'task.move'
  return state.conflicts.get(command.conflictId)?.command.type === 'task.move'
}

function faultOf(
  event: LoggedEvent,
  { project, tasks }: Folded,
  then: Task | undefined,
  role: Role | undefined,
): string | null {
  if (event.type !== 'task.moved' || event.data.from === event.data.to) return null
  const ways = project?.statuses.find((each) => each.id === event.data.from)?.transitions
  if (!ways) return null
  const way = ways.find((each) => each.to === event.data.to)
  const now = tasks.get(event.taskId ?? '')
  if (!way || !now || !then || !role) return `no way to ${event.data.to}`
  const filled = way.rules.flatMap((rule) =>
    rule.kind === 'set' && rule.to !== null && rule.to !== 'none' ? [rule.field as string] : [],
  )
  const broken = way.rules.find((rule) => !holds(rule, now, filled, then, event.actor, role))
  return broken ? JSON.stringify(broken) : null
}

function holds(rule: Rule, now: Task, filled: string[], then: Task, actor: Id, role: Role) {
  if (rule.kind === 'set') return true
  if (rule.kind === 'only') {
    return rule.roles.includes(role) || (rule.assignee && then.assignees.includes(actor))
  }
  return rule.fields.every((field) => {
    const value = now[field]
    return filled.includes(field) || (Array.isArray(value) ? value[0] : (value ?? '')) !== ''
  })
}
