import type { Decision } from '../decision'
import type { EventOf, NewEvent } from '../events'
import { isEqual } from '../kernel/equal'
import type { Task } from '../task/task'
import type { WorkingState } from '../workingState'
import { addWorklog } from '../worklog/add'
import type { WorklogFields } from '../worklog/commands'
import { deleteWorklog } from '../worklog/delete'
import { editWorklog } from '../worklog/edit'
import type { Worklog } from '../worklog/worklog'
import { createBlocker, type PossibleBlocker } from './undoBlocker'
import type { UndoContext } from './undoReads'

type WorklogEvent = EventOf<'worklog.added' | 'worklog.edited' | 'worklog.deleted'>

/**
 * Undoes a change of one's own worklog and its effect on the remaining estimate, under the rules
 * for logging time: a locked period blocks it.
 */
export function invertWorklogEvent(
  event: WorklogEvent,
  task: Task,
  workingState: WorkingState,
  context: UndoContext,
): PossibleBlocker {
  const worklog = workingState.worklogs.get(event.data.worklogId)
  if (!worklog) return createBlocker(event, 'The worklog no longer exists.')
  if (worklog.author !== context.actor.id) {
    return createBlocker(event, 'Only its author can undo a change of a worklog.')
  }
  const isDeleted = worklog.deletedAt !== null
  if (event.type === 'worklog.deleted') {
    return isDeleted ? invertWorklogDeleted(event, task, worklog, workingState, context) : null
  }
  if (isDeleted)
    return event.type === 'worklog.added' ? null : createBlocker(event, 'It has been deleted.')
  const reads = { task, worklog, timeLock: context.reads.timeLock }
  const on = { taskId: task.id, baseVersion: task.version, worklogId: worklog.id }
  const own = { ...context, concurrentEvents: [] }
  if (event.type === 'worklog.added') {
    const decision = deleteWorklog({ type: 'worklog.delete', ...on }, reads, own)
    return recordInverse(event, decision, task, worklog.deductedFromRemaining, workingState)
  }
  const set: Partial<Record<string, unknown>> = {}
  for (const [field, { from, to }] of Object.entries(event.data.set)) {
    const current = worklog[field as keyof WorklogFields]
    if (isEqual(current, from)) continue
    if (!isEqual(current, to))
      return createBlocker(event, `The ${FIELD_LABELS[field]} has been changed since.`)
    set[field] = from
  }
  const edit = { type: 'worklog.edit', ...on, set: set as Partial<WorklogFields> } as const
  return recordInverse(
    event,
    editWorklog(edit, reads, own),
    task,
    worklog.deductedFromRemaining,
    workingState,
  )
}

/** Adds a deleted worklog again, under its own id. */
function invertWorklogDeleted(
  event: EventOf<'worklog.deleted'>,
  task: Task,
  { id: worklogId, seconds, startedAt }: Worklog,
  workingState: WorkingState,
  context: UndoContext,
): PossibleBlocker {
  const { note, deductedFromRemaining } = event.data
  if (note === undefined || deductedFromRemaining === undefined) {
    return createBlocker(event, 'The note of this worklog was not kept.')
  }
  const reads = { task, worklog: undefined, timeLock: context.reads.timeLock }
  const decision = addWorklog(
    {
      type: 'worklog.add',
      taskId: task.id,
      baseVersion: task.version,
      worklogId,
      seconds,
      startedAt,
      note,
      remaining: deductedFromRemaining === null ? 'keep' : 'auto',
    },
    reads,
    { ...context, concurrentEvents: [] },
  )
  return recordInverse(event, decision, task, deductedFromRemaining, workingState)
}

/**
 * Records the decided events. A remaining estimate that was set by hand changes back by the same
 * difference.
 */
function recordInverse(
  undone: WorklogEvent,
  decision: Decision,
  task: Task,
  deductedFromRemaining: number | null,
  workingState: WorkingState,
): PossibleBlocker {
  if (decision.outcome === 'rejected') {
    return createBlocker(undone, decision.rejection?.message ?? 'It cannot be undone.')
  }
  const { remaining } = undone.data
  for (const event of decision.events) {
    const data =
      deductedFromRemaining === null && remaining
        ? invertRemainingEstimate(event, remaining, task)
        : event.data
    workingState.recordTaskEvent(task, { type: event.type, data } as Pick<
      NewEvent,
      'type' | 'data'
    >)
  }
  return null
}

function invertRemainingEstimate(
  event: NewEvent,
  { from: before, to: after }: { from: number | null; to: number | null },
  { remainingEstimate: from }: Task,
): NewEvent['data'] {
  // Without an estimate before or after, there is no difference: the value is restored unless it
  // was changed later.
  const whole = before === null || after === null
  const to = whole ? (from === after ? before : from) : Math.max(0, (from ?? 0) + before - after)
  return (from === to ? event.data : { ...event.data, remaining: { from, to } }) as never
}

const FIELD_LABELS: Record<string, string> = { seconds: 'time', startedAt: 'start', note: 'note' }
