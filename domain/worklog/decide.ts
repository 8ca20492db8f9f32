import type { CommandOf } from '../commands'
import type { ConflictField } from '../conflict/conflict'
import { detectScalarConflict, mergeSum, raiseConflict } from '../conflict/detectConflict'
import { worklogFieldKey } from '../conflict/fieldChanges'
import {
  accept,
  type Decision,
  type DecisionContext,
  type DecisionState,
  isOwnEvent,
  noChange,
  reject,
} from '../decision'
import { type Id, type Instant, LIMITS } from '../kernel/primitives'
import { ensureEditable, nextVersion } from '../task/guards'
import { localDateOf } from '../time/localDate'
import type { RemainingAdjustment, WorklogFields } from './commands'
import type { Worklog } from './worklog'

const worklogNotFound = () => reject('not-found', 'There is no such worklog.', 'worklogId')

/** Logs time; people who do so at once both count. */
export function addWorklog(
  command: CommandOf<'worklog.add'>,
  state: DecisionState,
  context: DecisionContext,
): Decision {
  const failure = ensureEditable(command, state, context)
  if (failure || !state.task) return failure ?? noChange
  if (state.worklog) return reject('id-taken', 'Another worklog has this id.', 'worklogId')
  const invalid =
    validateSeconds(command, state.task.timeSpent) ??
    ensureUnlocked([command.startedAt], context.actor.id, context)
  if (invalid) return invalid
  const { task } = state
  const from = task.remainingEstimate
  const { to, deductedFromRemaining } = adjustRemaining(
    from,
    command.seconds,
    command.remaining,
    context,
  )
  const { worklogId, seconds, startedAt, note } = command
  const data = {
    worklogId,
    seconds,
    startedAt,
    note,
    deductedFromRemaining,
    ...remainingChange(from, to),
  }
  return accept(
    [{ type: 'worklog.added', taskId: task.id, version: nextVersion(task), data }],
    context,
  )
}

/** Changes one's own worklog (admins: any); what it took off the remaining estimate follows. */
export function editWorklog(
  command: CommandOf<'worklog.edit'>,
  state: DecisionState,
  context: DecisionContext,
): Decision {
  const failure = ensureEditable(command, state, context) ?? ensureMayEdit(state, context)
  const { task, worklog } = state
  if (failure || !task || !worklog) return failure ?? noChange
  if (worklog.deletedAt) {
    return wasDeletedConcurrently(worklog.id, context)
      ? raiseConflict(command, 'deleted', [], state, context)
      : worklogNotFound()
  }
  const { set, conflictFields } = detectWorklogConflicts(command, worklog, context)
  if (conflictFields.length > 0)
    return raiseConflict(command, 'changed', conflictFields, state, context)
  if (!set) return noChange
  const affectedInstants = set.startedAt
    ? [worklog.startedAt, set.startedAt.to]
    : [worklog.startedAt]
  const invalid =
    validateSeconds(command.set, task.timeSpent - worklog.seconds) ??
    ensureUnlocked(affectedInstants, worklog.author, context)
  if (invalid) return invalid
  const from = task.remainingEstimate
  const { to, deductedFromRemaining } = readjustRemaining(
    from,
    worklog,
    set.seconds?.to ?? worklog.seconds,
  )
  const data = { worklogId: worklog.id, set, deductedFromRemaining, ...remainingChange(from, to) }
  return accept(
    [{ type: 'worklog.edited', taskId: task.id, version: nextVersion(task), data }],
    context,
  )
}

/** Takes back one's own worklog (admins: any), and what it took off the remaining estimate. */
export function deleteWorklog(
  command: CommandOf<'worklog.delete'>,
  state: DecisionState,
  context: DecisionContext,
): Decision {
  const failure = ensureEditable(command, state, context) ?? ensureMayEdit(state, context)
  const { task, worklog } = state
  if (failure || !task || !worklog) return failure ?? noChange
  if (worklog.deletedAt) return noChange
  const invalid = ensureUnlocked([worklog.startedAt], worklog.author, context)
  if (invalid) return invalid
  const from = task.remainingEstimate
  const data = {
    worklogId: worklog.id,
    seconds: worklog.seconds,
    note: worklog.note,
    deductedFromRemaining: worklog.deductedFromRemaining,
    ...remainingChange(from, restoreRemaining(from, worklog)),
  }
  return accept(
    [{ type: 'worklog.deleted', taskId: task.id, version: nextVersion(task), data }],
    context,
  )
}

function detectWorklogConflicts(
  command: CommandOf<'worklog.edit'>,
  worklog: Worklog,
  context: DecisionContext,
) {
  const set: Record<string, unknown> = {}
  const conflictFields: ConflictField[] = []
  for (const [field, mine] of Object.entries(command.set)) {
    if (mine === undefined) continue
    const current = worklog[field as keyof WorklogFields]
    const verdict = detectScalarConflict(worklogFieldKey(worklog.id, field), current, mine, context)
    if (verdict === 'same') continue
    if ('conflict' in verdict) conflictFields.push(verdict.conflict)
    else set[field] = { from: current, to: verdict.value }
  }
  type Changed = { [F in keyof WorklogFields]?: { from: WorklogFields[F]; to: WorklogFields[F] } }
  return {
    set: Object.keys(set).length > 0 ? (set as Changed) : undefined,
    conflictFields,
  }
}

/** What is left after time was logged, and what of that the worklog took off by itself. */
function adjustRemaining(
  from: number | null,
  seconds: number,
  adjustment: RemainingAdjustment,
  context: DecisionContext,
) {
  if (adjustment === 'keep') return { to: from, deductedFromRemaining: null }
  if (adjustment === 'auto') {
    if (from === null) return { to: null, deductedFromRemaining: 0 }
    const to = Math.max(0, from - seconds)
    return { to, deductedFromRemaining: from - to }
  }
  if ('by' in adjustment)
    return {
      to: from === null ? null : Math.max(0, from - adjustment.by),
      deductedFromRemaining: null,
    }
  return {
    to: mergeSum('remainingEstimate', from, adjustment.set, context),
    deductedFromRemaining: null,
  }
}

/** The same once a worklog is longer or shorter: more is taken, or what was too much given back. */
function readjustRemaining(from: number | null, worklog: Worklog, seconds: number) {
  const { deductedFromRemaining } = worklog
  if (deductedFromRemaining === null || from === null) return { to: from, deductedFromRemaining }
  const additional = Math.min(from, Math.max(0, seconds - worklog.seconds))
  const deducted = Math.min(deductedFromRemaining + additional, seconds)
  return { to: from + deductedFromRemaining - deducted, deductedFromRemaining: deducted }
}

const restoreRemaining = (current: number | null, { deductedFromRemaining }: Worklog) =>
  current === null ? null : current + (deductedFromRemaining ?? 0)

const remainingChange = (from: number | null, to: number | null) =>
  from === to ? {} : { remaining: { from, to } }

function validateSeconds(
  { seconds }: Partial<WorklogFields>,
  otherSeconds: number,
): Decision | null {
  if (seconds === undefined) return null
  if (seconds < 1) return reject('invalid', 'Log some time, at least a minute.', 'seconds')
  return otherSeconds + seconds > LIMITS.seconds
    ? reject('invalid', 'A task takes 100,000 hours at most.', 'seconds')
    : null
}

/** Refuses what would change a day that the workspace has closed, as its author's days go. */
function ensureUnlocked(moments: Instant[], author: Id, context: DecisionContext): Decision | null {
  const until = context.lockedUntil
  if (!until) return null
  const zone = context.timeZoneOf?.(author) ?? 'UTC'
  return moments.some((at) => localDateOf(at, zone) <= until)
    ? reject(
        'period-locked',
        `Time up to ${until} is locked. Ask an admin to open it.`,
        'startedAt',
      )
    : null
}

function wasDeletedConcurrently(id: Id, context: DecisionContext): boolean {
  return context.concurrentEvents.some(
    (e) => e.type === 'worklog.deleted' && e.data.worklogId === id && !isOwnEvent(e, context),
  )
}

function ensureMayEdit(
  { worklog, task }: DecisionState,
  context: DecisionContext,
): Decision | null {
  if (!worklog || worklog.taskId !== task?.id) return worklogNotFound()
  if (worklog.author === context.actor.id || context.actor.role === 'admin') return null
  return reject('forbidden', 'Only its author or an admin may change a worklog.', 'worklogId')
}
