import type { CommandOf } from '../commands'
import type { ConflictField } from '../conflict/conflict'
import { detectScalarConflict, raiseConflict } from '../conflict/detectConflict'
import { worklogFieldKey } from '../conflict/fieldChanges'
import { accept, type Decision, type DecisionContext, isOwnEvent, noChange } from '../decision'
import { aboutTask, defineCommand } from '../defineCommand'
import type { Id } from '../kernel/primitives'
import type { Reads } from '../reads'
import { ensureEditable, nextVersion } from '../task/guards'
import type { WorklogFields } from './commands'
import { ensureMayEdit, ensureUnlocked, validateSeconds, worklogNotFound } from './guards'
import { readjustRemaining, remainingChange } from './remainingEstimate'
import type { Worklog } from './worklog'

/**
 * Edits one's own worklog (admins: any), and adjusts what it deducted from the remaining estimate.
 */
export function editWorklog(
  command: CommandOf<'worklog.edit'>,
  reads: Reads<'task' | 'worklog' | 'timeLock'>,
  context: DecisionContext,
): Decision {
  const failure = ensureEditable(command, reads, context) ?? ensureMayEdit(reads, context)
  const { task, worklog } = reads
  if (failure || !task || !worklog) return failure ?? noChange
  if (worklog.deletedAt) {
    return wasDeletedConcurrently(worklog.id, context)
      ? raiseConflict(command, 'deleted', [], reads, context)
      : worklogNotFound()
  }
  const { set, conflictFields } = detectWorklogConflicts(command, worklog, context)
  if (conflictFields.length > 0)
    return raiseConflict(command, 'changed', conflictFields, reads, context)
  if (!set) return noChange
  const affectedInstants = set.startedAt
    ? [worklog.startedAt, set.startedAt.to]
    : [worklog.startedAt]
  const invalid =
    validateSeconds(command.set, task.timeSpent - worklog.seconds) ??
    ensureUnlocked(affectedInstants, worklog.author, reads)
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

function wasDeletedConcurrently(id: Id, context: DecisionContext): boolean {
  return context.concurrentEvents.some(
    (e) => e.type === 'worklog.deleted' && e.data.worklogId === id && !isOwnEvent(e, context),
  )
}

export const editWorklogCommand = defineCommand({
  type: 'worklog.edit',
  role: 'member',
  ...aboutTask,
  identity: ({ taskId, worklogId }) => [taskId, worklogId],
  readSet: ({ taskId, worklogId }) => ({
    project: {},
    task: { taskId },
    worklog: worklogId,
    timeLock: true,
  }),
  decide: editWorklog,
})
