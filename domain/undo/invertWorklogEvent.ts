import type { Decision } from '../decision'
import type { EventOf, NewEvent, WorklogEvent } from '../events'
import { isEqual } from '../kernel/equal'
import type { Task } from '../task/task'
import type { WorkingState } from '../workingState'
import { addWorklog } from '../worklog/add'
import type { WorklogFields } from '../worklog/commands'
import { deleteWorklog } from '../worklog/delete'
import { editWorklog } from '../worklog/edit'
import type { WorklogEvents } from '../worklog/events'
import { remainingChange } from '../worklog/remainingEstimate'
import type { Worklog } from '../worklog/worklog'
import { createBlocker, type PossibleBlocker } from './undoBlocker'
import type { UndoContext } from './undoReads'

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
    // An automatic deduction is given back with its later adjustments; a change by hand is not.
    const remaining =
      worklog.deductedFromRemaining === null ? invertRemaining(event, task) : undefined
    return recordDecision(event, decision, task, workingState, remaining)
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
  const decision = editWorklog(edit, reads, own)
  // When the time is back already, its effect on the remaining estimate is too.
  if (set.seconds === undefined) return recordDecision(event, decision, task, workingState)
  const inverse = invertRemaining(event, task)
  const deductedFromRemaining = deductionAfter(worklog.deductedFromRemaining, inverse)
  return recordDecision(event, decision, task, workingState, { ...inverse, deductedFromRemaining })
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
      remaining: 'keep',
    },
    reads,
    { ...context, concurrentEvents: [] },
  )
  const inverse = invertRemaining(event, task)
  const wasGivenBack = deductedFromRemaining !== null && event.data.remaining !== undefined
  return recordDecision(event, decision, task, workingState, {
    ...inverse,
    deductedFromRemaining: deductionAfter(wasGivenBack ? 0 : deductedFromRemaining, inverse),
  })
}

/** The effect of a worklog event on the remaining estimate. */
type RemainingEffect = Pick<WorklogEvents['worklog.added'], 'remaining'> &
  Partial<Pick<WorklogEvents['worklog.added'], 'deductedFromRemaining'>>

/**
 * Returns the change that takes back what an event changed of the remaining estimate. What others
 * changed since stays.
 */
function invertRemaining(
  { data: { remaining } }: WorklogEvent,
  { remainingEstimate: from }: Task,
): Pick<RemainingEffect, 'remaining'> {
  if (!remaining) return {}
  const { from: before, to: after } = remaining
  // Without an estimate before or after, there is no difference: the value is restored unless it
  // was changed later.
  if (before === null || after === null) return from === after ? remainingChange(from, before) : {}
  return from === null ? {} : remainingChange(from, Math.max(0, from + before - after))
}

/** Returns what a worklog has deducted in total after another change of the remaining estimate. */
function deductionAfter(
  deducted: number | null,
  { remaining }: Pick<RemainingEffect, 'remaining'>,
): number | null {
  if (deducted === null || !remaining) return deducted
  return Math.max(0, deducted + (remaining.from ?? 0) - (remaining.to ?? 0))
}

type NewWorklogEvent = Extract<NewEvent, { type: WorklogEvent['type'] }>
const isWorklogEvent = (event: NewEvent): event is NewWorklogEvent =>
  event.type.startsWith('worklog.')

/**
 * Records the decided events, with their own effect on the remaining estimate or with the given
 * one.
 */
function recordDecision(
  undone: WorklogEvent,
  decision: Decision,
  task: Task,
  workingState: WorkingState,
  effect?: RemainingEffect,
): PossibleBlocker {
  if (decision.outcome === 'rejected') {
    return createBlocker(undone, decision.rejection?.message ?? 'It cannot be undone.')
  }
  for (const event of decision.events.filter(isWorklogEvent)) {
    const { remaining: _, ...others } = event.data
    const data = effect ? { ...others, ...effect } : event.data
    workingState.recordTaskEvent(task, { type: event.type, data })
  }
  return null
}

const FIELD_LABELS: Record<string, string> = { seconds: 'time', startedAt: 'start', note: 'note' }
