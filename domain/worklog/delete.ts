import type { CommandOf } from '../commands'
import { accept, type Decision, type DecisionContext, noChange } from '../decision'
import { aboutTask, defineCommand } from '../defineCommand'
import type { Reads } from '../reads'
import { ensureEditable, nextVersion } from '../task/guards'
import { ensureMayEdit, ensureUnlocked } from './guards'
import { remainingChange, restoreRemaining } from './remainingEstimate'

/**
 * Deletes one's own worklog (admins: any), and restores what it deducted from the remaining
 * estimate.
 */
export function deleteWorklog(
  command: CommandOf<'worklog.delete'>,
  reads: Reads<'task' | 'worklog' | 'timeLock'>,
  context: DecisionContext,
): Decision {
  const failure = ensureEditable(command, reads, context) ?? ensureMayEdit(reads, context)
  const { task, worklog } = reads
  if (failure || !task || !worklog) return failure ?? noChange
  if (worklog.deletedAt) return noChange
  const invalid = ensureUnlocked([worklog.startedAt], worklog.author, reads)
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

export const deleteWorklogCommand = defineCommand({
  type: 'worklog.delete',
  role: 'member',
  ...aboutTask,
  identity: ({ taskId, worklogId }) => [taskId, worklogId],
  readSet: ({ taskId, worklogId }) => ({
    project: {},
    task: { taskId },
    worklog: worklogId,
    timeLock: true,
  }),
  decide: deleteWorklog,
})
